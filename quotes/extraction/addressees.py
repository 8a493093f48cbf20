"""Whom something was said to."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from quotes.extraction.frames import Range
from quotes.extraction.mentions import Names
from quotes.extraction.outlets import Outlets
from quotes.types import Channel

_THING = re.compile(r"[NDB](?:f[NDBO]|S[xDBN]?)*")
_THINGS = frozenset("NDB")
_DAYS = frozenset("DF0d,")  # between a word and its preposition: "said on Monday to"
_MOST_DAYS = 4
_FINITES = ("V", "v", "e", "W")


class Addressee(NamedTuple):
    """The phrases that name whom something was said to, the channel that tells, and whether it is an outlet."""

    phrases: Range
    channel: Channel | None
    outlet: bool


class Addressees:
    """The addressees of one document."""

    def __init__(self, names: Names, outlets: Outlets) -> None:
        self.language, self.words = names.language, names.language.manners
        self.shape, self.phrases, self.letters = names.shape, names.phrases, names.phrases.letters
        self.outlets = outlets

    def behind(self, token: int) -> Addressee | None:
        """Return whom a word is directed to: "telling N", "remarks to N", "in an interview with N"."""
        word = self.shape.words[token].lower()
        k = bisect_right(self.phrases.first, token)  # the phrase behind that of the token
        lemma = self.language.lemmas.get(word, word)
        if lemma in self.words.addressing and self.phrases.last[k - 1] == token + 1 and self._is_thing(k):
            return self.named(k, lemma)
        token += 1
        for _ in range(_MOST_DAYS):
            if self.shape.letters[token : token + 1] not in _DAYS or self._directs(token, word):
                break
            token += 1
        if not self._directs(token, word):
            return None
        k = bisect_right(self.phrases.first, token)
        return self.named(k, lemma) if self._is_thing(k) else None

    def outlet(self, token: int) -> Addressee | None:
        """Return the outlet that a token is a word of, if it stands behind "to": "described it to the Times"."""
        k = bisect_right(self.phrases.first, token) - 1
        to = self.shape.words[self.phrases.first[k] - 1].lower() in self.words.toward
        return Addressee((k, k + 1), "interview", outlet=True) if to and self.outlets.named(k, k + 1) else None

    def _directs(self, token: int, word: str) -> bool:
        preposition = self.shape.words[token] if token < len(self.shape.words) else ""
        return word in self.words.directed.get(preposition, ())

    def _is_thing(self, k: int) -> bool:
        return self.letters[k : k + 1] in _THINGS

    def named(self, k: int, word: str) -> Addressee | None:
        """Return the addressee that the k-th phrase names, behind a word that is directed to it."""
        m = _THING.match(self.letters, k)
        if m is None:
            return None
        stop = self._with_noun(k, m.end())
        end = stop if self.letters[k + 1 : k + 2] == "S" or stop > m.end() else k + 1
        if self.outlets.named(k, end, told=True) or self._of_outlet(k):
            return Addressee((k, stop), "interview", outlet=True)
        a, b = self.phrases.first[k], self.phrases.last[end - 1]
        head = self.shape.words[b - 1].lower()
        if word in self.words.facing and head not in self.words.audiences:
            return None  # "addressed the concerns"
        return Addressee((k, stop), self._channel(a, b, head) if word in self.words.speaking else None, outlet=False)

    def _channel(self, a: int, b: int, head: str) -> Channel | None:
        pair = f"{self.shape.words[b - 2].lower()} {head}" if b - a > 1 else ""
        return self.words.audiences.get(pair) or self.words.audiences.get(head)

    def _of_outlet(self, k: int) -> bool:
        """“Mira Danforth of the Lund Times”."""
        return self.letters.startswith("fN", k + 1) and self.outlets.named(k + 2, k + 3)

    def _with_noun(self, k: int, end: int) -> int:
        """Where a thing ends whose noun the letters take for something else: "a meeting", "a Lund rally"."""
        if end != k + 1 or end >= len(self.letters):
            return end
        letter, first = self.letters[end], self.phrases.first[end]
        if letter in "gG":
            article = self.shape.letters[first - 1] in "dj"
            return end + 1 if article or self.shape.words[first].lower() in self.words.audiences else end
        noun = self.letters[k] == "N" and letter in "BDx" and self.shape.letters[first] not in "dp"
        return end + 1 if noun and self.letters[end + 1 : end + 2] not in _FINITES else end
