"""Where something was said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from quotes.extraction.entities import Tokens
from quotes.extraction.frames import Frame
from quotes.extraction.mentions import Names
from quotes.extraction.outlets import Outlets

_MORE: Final = re.compile(r",N(?=[,.\n:Qqm]|$)")
_WENT: Final = re.compile(r"[VvgG](?=i?N)")
_OWNED: Final = re.compile("[CMJ]s")  # "Brandt's words in Lund"
_CLAUSE: Final = re.compile("[gGkwS]")
_THINGS: Final = frozenset("NDB")
# Letters of quotes.extraction.shape that the name of a place does not have: roles, bodies, owners.
_NOT_PLACES: Final = frozenset("rTtJysMc.&0")
_LONGEST: Final = 2  # words of an unknown place


class Places:
    """The places of one document."""

    def __init__(self, names: Names, outlets: Outlets) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases, self.letters = names.shape, names.phrases, names.phrases.letters
        self.outlets = outlets

    def of(self, frame: Frame, tokens: Iterable[int], lemma: str | None, source: int) -> Tokens | None:
        """Return where the words of a frame were said; a place with a name goes before a hall in it.

        `tokens` are the prepositions of places that stand in the frame.
        """
        hall: Tokens | None = None
        for token in tokens:
            k = bisect_right(self.phrases.first, token) - 1
            if self._fits(k, frame, lemma, source):
                found = self._behind(k)
                if found is not None and self.letters[k + 1] == "N":
                    return found
                hall = hall or found
        return hall

    def _fits(self, k: int, frame: Frame, lemma: str | None, source: int) -> bool:
        """Tell whether what stands behind the k-th phrase may be the place of saying, not of what is told."""
        a, b = frame.behind
        if a <= k < b:
            about = frame.object[0] < frame.object[1] and lemma not in self.words.addressing
            return not (
                about or self.letters[a] == "f" or self.letters[source - 1] == "A" or self._lives(source, a)
            )
        a, b = frame.head
        if a <= k < b:
            tokens = self.phrases.first
            owned = _OWNED.search(self.shape.letters, tokens[a], tokens[k]) is not None
            return not owned and _CLAUSE.search(self.letters, a + 1, k) is None
        a, b = frame.middle
        return a <= k < b and self.letters.startswith(",i", a) and self.letters[b - 1] == ","

    def _lives(self, source: int, a: int) -> bool:
        """“said a lawyer in Lund” tells where the lawyer lives."""
        first = self.phrases.first[source]
        return a == source + 1 and self.letters[source] != "N" and self.shape.words[first] in self.words.some

    def _behind(self, k: int) -> Tokens | None:
        """Return the place behind the preposition that is the k-th phrase."""
        if self.letters[k + 1 : k + 2] not in _THINGS:
            return None
        words, first, last = self.shape.words, self.phrases.first, self.phrases.last
        a, b = first[k + 1], last[k + 1]
        if words[b - 1].lower() in self.words.place_nouns:
            return Tokens(a, b)
        known = words[last[k] - 1] not in self.words.within
        if self.letters[k + 1] != "N" or not self._is_place(k + 1, known=known):
            return None
        return Tokens(a, last[k + 3] if self._within(k + 2) else b)

    def _is_place(self, k: int, *, known: bool) -> bool:
        """Tell whether a name is that of a place: a known one, or one that is nothing else."""
        a, b = self.phrases.first[k], self.phrases.last[k]
        words = self.shape.words[a:b]
        article = self.shape.letters[a] == "d"
        if article and (words[0] not in self.words.known or self._names_a_thing(k)):
            return False
        name = " ".join(words[article:]).lower()
        if name in self.words.no_places or self.letters.startswith("S", k + 1):
            return False
        if name in self.language.places or name in self.language.seats:
            return True
        entity = self.names.of_phrase.get(k)
        if known or article or entity is None or not _NOT_PLACES.isdisjoint(self.shape.letters[a:b]):
            return False
        person = entity.roles or entity.gender or words[-1].lower() in self.language.first_names
        if person or b - a > _LONGEST or self.outlets.named(k, k + 1):
            return False
        return entity.kind in ("person", "government")

    def _names_a_thing(self, k: int) -> bool:
        """“the Lund rally”: tell whether a noun stands behind a name."""
        b = self.phrases.last[k]
        gathering = b < len(self.shape.words) and self.shape.words[b].lower() in self.words.audiences
        return gathering or self.letters[k + 1 : k + 2] in ("x", "B", "D")

    def _within(self, k: int) -> bool:
        """“Lund, Velmora”: tell whether the land stands behind a comma."""
        if _MORE.match(self.letters, k) is None:
            return False
        a, b = self.phrases.first[k + 1], self.phrases.last[k + 1]
        words = self.shape.words[a:b]
        return words[-1].endswith(".") or " ".join(words).lower() in self.language.places

    def visited(self, a: int, b: int) -> Tokens | None:
        """Return where somebody went in a range of phrases before a second verb: "visited Lund and said"."""
        if self.letters[b - 1] != "&" or "w" in self.letters[a:b]:
            return None
        for m in _WENT.finditer(self.letters, a, b):
            k = m.start()
            lemma = self.language.lemmas.get(self.shape.words[self.phrases.last[k] - 1].lower())
            if lemma in self.words.visiting and self._is_place(k + 1, known=False):
                return Tokens(self.phrases.first[k + 1], self.phrases.last[k + 1])
            if lemma in self.words.going and self.letters[k + 1] == "i":
                return self._behind(k + 1)
        return None
