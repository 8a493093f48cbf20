"""Whom something was said to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quotes.extraction.frames import NOWHERE, Frame, Range
from quotes.extraction.mentions import Names
from quotes.extraction.outlets import Outlets
from quotes.types import Channel

_THING = re.compile(r"[NDB](?:f[NDBO]|S[xDBN]?)*")
_MARKS_OF_DAYS = frozenset("DF0d,")
_PREPOSITIONS = re.compile(r"i(?=[NDB])")
_VERBS = re.compile(r"[VGvg](?=[NDB])")


class Addressee(NamedTuple):
    """The phrases that name whom something was said to, the channel that tells, and whether it is an outlet."""

    phrases: Range
    channel: Channel | None
    outlet: bool


class Addressees:
    """The addressees of one document."""

    def __init__(self, names: Names, outlets: Outlets) -> None:
        self.outlets = outlets
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
                to = words[last[k] - 1] in self.words.toward
                if word in behind or (to and a == outlet_from and self.outlets.named(k + 1, k + 2)):
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
        outlet = self.outlets.named(k, end, told=True) or (
            self.letters.startswith("fN", k + 1) and self.outlets.named(k + 2, k + 3)
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
