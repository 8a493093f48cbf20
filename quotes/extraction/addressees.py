"""Whom something was said to, and what papers, agencies and stations are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quotes.extraction.frames import NOWHERE, Frame, Range
from quotes.extraction.mentions import Names
from quotes.types import Channel

_THING = re.compile(r"[NDB](?:f[NDBO]|S[xDBN]?)*")
_MARKS_OF_DAYS = frozenset("DF0d,")
_PREPOSITIONS = re.compile(r"i(?=[NDB])")
_VERBS = re.compile(r"[VGvg](?=[NDB])")
_BODIES = frozenset("MTrytJ")


class Addressee(NamedTuple):
    """The phrases that name whom something was said to, the channel that tells, and whether it is an outlet."""

    phrases: Range
    channel: Channel | None
    outlet: bool


class Addressees:
    """The addressees of one document."""

    def __init__(self, names: Names) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases = names.shape, names.phrases
        self.letters = names.phrases.letters

    def of(self, frame: Frame, lemma: str | None) -> Addressee | None:
        """Return whom the words of a frame were said to, the verb's own object first."""
        if frame.object != NOWHERE and lemma in self.words.addressing:
            found = self._addressee(frame.object[0], lemma or "")
            if found is not None:
                return found
        for a, b in (frame.behind, frame.middle, frame.head, frame.more, frame.trail):
            if a < b:
                for k, word in self._directed(a, b, frame.behind[0]):
                    found = self._addressee(k, word)
                    if found is not None:
                        return found
        return None

    def _directed(self, a: int, b: int, outlet_from: int) -> Iterator[tuple[int, str]]:
        """Yield the phrases that something is directed to, and the word that says so: "remarks to the press"."""
        words, first, last = self.shape.words, self.phrases.first, self.phrases.last
        for m in _PREPOSITIONS.finditer(self.letters, a, b):
            k = m.start()
            behind = self.words.directed.get(words[last[k] - 1])
            if behind is not None:
                word = self._before(first[k])
                if word in behind or (a == outlet_from and self.is_outlet(k + 1, k + 2)):
                    yield k + 1, self.language.lemmas.get(word, word)
        for m in _VERBS.finditer(self.letters, a, b):
            lemma = self.language.lemmas.get(words[last[m.start()] - 1].lower())
            if lemma in self.words.addressing:
                yield m.start() + 1, lemma

    def _before(self, k: int) -> str:
        """The word before a token, days left out: "said on Monday to"."""
        k -= 1
        for _ in range(4):
            if k < 0 or self.shape.letters[k] not in _MARKS_OF_DAYS:
                break
            k -= 1
        return self.shape.words[k].lower() if k >= 0 else ""

    def _addressee(self, k: int, word: str) -> Addressee | None:
        m = _THING.match(self.letters, k)
        if m is None:
            return None
        stop = self._with_noun(k, m.end())
        end = stop if self.letters[k + 1 : k + 2] == "S" or stop > m.end() else k + 1
        outlet = self.is_outlet(k, end, told=True) or (
            self.letters.startswith("fN", k + 1) and self.is_outlet(k + 2, k + 3)
        )
        channel: Channel | None = None
        if outlet:
            channel = "interview"
        elif word in self.words.speaking:
            a, b = self.phrases.first[k], self.phrases.last[end - 1]
            head = self.shape.words[b - 1].lower()
            pair = f"{self.shape.words[b - 2].lower()} {head}" if b - a > 1 else ""
            audiences = self.words.audiences
            if word in self.words.facing and head not in audiences:
                return None  # "addressed the concerns"
            channel = audiences.get(pair) or audiences.get(head)
        return Addressee((k, stop), channel, outlet)

    def _with_noun(self, k: int, end: int) -> int:
        """Where a thing ends whose noun the letters take for a verb or another thing: "a meeting", "a Lund rally"."""
        if end != k + 1 or end >= len(self.letters):
            return end
        letter, first = self.letters[end], self.phrases.first[end]
        if letter in "gG":
            article = self.shape.letters[first - 1] in "dj"
            return end + 1 if article or self.shape.words[first].lower() in self.words.audiences else end
        noun = self.letters[k] == "N" and letter in "BDx" and self.shape.letters[first] not in "dp"
        return end + 1 if noun and self.letters[end + 1 : end + 2] not in ("V", "v", "e", "W") else end

    def is_outlet(self, a: int, b: int, *, told: bool = False) -> bool:
        """Tell whether phrases name a paper, an agency or a station; `told`, that they were told something."""
        i, j = self.phrases.first[a], self.phrases.last[b - 1]
        words, letters, language = self.shape.words[i:j], self.shape.letters[i:j], self.language
        if letters[-1] in "rt":
            return False
        lowered = [w.lower() for w in words]
        names = [n for n, c in enumerate(letters) if c in "CMJ"]
        if not self.words.outlet_nouns.isdisjoint(lowered):
            return True
        if not (self.words.agency.isdisjoint(lowered) or self.words.news.isdisjoint(lowered)):
            return True
        if not names:
            return False
        head, tail = lowered[names[0]], lowered[names[-1]]
        the = lowered[0] == "the"
        if head in self.words.outlets or (tail in self.words.outlet_titles and len(names) == 1 and the):
            return True
        if tail in self.words.outlet_ends and len(names) > 1:
            return head not in language.first_names or the
        if tail.endswith(self.words.outlet_endings):
            return True
        return told and the and self._unknown(lowered, letters)

    def _unknown(self, lowered: list[str], letters: str) -> bool:
        """“told the Lundian”: a name with an article that is no body, people or place."""
        name = " ".join(lowered[1:])
        known = name in self.language.places or name in self.language.seats or name in self.words.audiences
        return letters[1:].strip("C") == "" and len(letters) > 1 and not (known or name.endswith("s"))
