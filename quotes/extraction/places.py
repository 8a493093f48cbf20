"""Where something was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.extraction.frames import Frame, Range
from quotes.extraction.mentions import Names, Tokens
from quotes.extraction.outlets import Outlets

_PLACED = re.compile(r"i(?=[NDB])")
_MORE = re.compile(r",N(?=[,.\n:Qqm]|$)")
_CLAUSE = re.compile("[gGkw]")
_WENT = re.compile(r"[VvgG](?=i?N)")
# Letters of quotes.extraction.shape that the name of a place does not have: roles, bodies, owners.
_NOT_PLACES = frozenset("rTtJysMc.&0")


class Places:
    """The places of one document."""

    def __init__(self, names: Names, outlets: Outlets) -> None:
        self.outlets = outlets
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases = names.shape, names.phrases
        self.letters = names.phrases.letters

    def of(self, frame: Frame, lemma: str | None, source: int) -> Tokens | None:
        """Return where the words of a frame were said; a place with a name goes before a hall in it."""
        hall: Tokens | None = None
        for a, b in self._ranges(frame, lemma, source):
            for m in _PLACED.finditer(self.letters, a, b):
                k = m.start()
                found = self._behind(k)
                if found is not None and self.letters[k + 1] == "N":
                    return found
                hall = hall or found
        return hall or self._visited(*frame.middle)

    def _ranges(self, frame: Frame, lemma: str | None, source: int) -> Iterator[Range]:
        """Where to look; behind a direct object a place is the object's: "called the talks in Lund"."""
        about = frame.object[0] < frame.object[1] and lemma not in self.words.addressing
        about = about or self.letters.startswith("f", frame.behind[0]) or self.letters[source - 1] == "A"
        if not about and not self._lives(source, frame.behind[0]):
            yield frame.behind
        a, b = frame.head
        m = _CLAUSE.search(self.letters, a + 1, b)
        yield a, b if m is None else m.start()
        a, b = frame.middle
        if self.letters.startswith(",i", a) and self.letters[b - 1] == ",":
            yield a, b

    def _lives(self, source: int, a: int) -> bool:
        """“said a lawyer in Lund” tells where the lawyer lives."""
        first = self.phrases.first[source]
        return a == source + 1 and self.letters[source] != "N" and self.shape.words[first] in self.words.some

    def _behind(self, k: int) -> Tokens | None:
        """Return the place behind the preposition that is the k-th phrase."""
        words, first, last = self.shape.words, self.phrases.first, self.phrases.last
        preposition = words[last[k] - 1].lower()
        if preposition not in self.words.placed:
            return None
        a, b = first[k + 1], last[k + 1]
        if words[b - 1].lower() in self.words.place_nouns:
            return Tokens(a, b)
        if self.letters[k + 1] != "N" or not self._is_place(k + 1, known=preposition not in self.words.within):
            return None
        return Tokens(a, last[k + 3] if self._within(k + 2) else b)

    def _is_place(self, k: int, *, known: bool) -> bool:
        """Tell whether a name is that of a place: a known one, or one that is nothing else."""
        a, b = self.phrases.first[k], self.phrases.last[k]
        words = self.shape.words[a:b]
        name = " ".join(words).lower()
        if name in self.words.no_places or self.letters.startswith("S", k + 1):
            return False
        if name in self.language.places or name in self.language.seats:
            return True
        entity = self.names.of_phrase.get(k)
        if known or entity is None or not _NOT_PLACES.isdisjoint(self.shape.letters[a:b]):
            return False
        person = entity.roles or entity.gender or words[-1].lower() in self.language.first_names
        if b - a > 2 or self.outlets.named(k, k + 1):
            return False
        return entity.kind in ("person", "government") and not person

    def _within(self, k: int) -> bool:
        """“Lund, Velmora”: tell whether the land stands behind a comma."""
        if _MORE.match(self.letters, k) is None:
            return False
        a, b = self.phrases.first[k + 1], self.phrases.last[k + 1]
        words = self.shape.words[a:b]
        return words[-1].endswith(".") or " ".join(words).lower() in self.language.places

    def _visited(self, a: int, b: int) -> Tokens | None:
        """“visited Lund and said”, “met Brandt in Lund and said”."""
        for m in _WENT.finditer(self.letters, a, b):
            k = m.start()
            lemma = self.language.lemmas.get(self.shape.words[self.phrases.last[k] - 1].lower())
            if lemma in self.words.visiting and self._is_place(k + 1, known=False):
                return Tokens(self.phrases.first[k + 1], self.phrases.last[k + 1])
            if lemma in self.words.going and self.letters[k + 1] == "i":
                return self._behind(k + 1)
        return None
