"""Whom something was said to."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

from quotes.extraction.entities import Tokens
from quotes.extraction.mentions import Names
from quotes.extraction.outlets import Outlets
from quotes.types import Channel

_THING: Final = re.compile(r"[NDB](?:f[NDBO]|S[xDBN]?)*")
_OF: Final = re.compile(r"f[NDB]")
_THINGS: Final = frozenset("NDB")
_DAYS: Final = frozenset("DF0d,")  # between a word and its preposition: "said on Monday to"
_MOST_DAYS: Final = 4


class Addressee(NamedTuple):
    """The tokens that name whom something was said to, and the channel that tells.

    `outlet` says that it is a paper, an agency or a station.
    """

    tokens: Tokens
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
        """Return the outlet that a token is a word of, if it stands behind "to": "described it to N"."""
        k = bisect_right(self.phrases.first, token) - 1
        to = self.shape.words[self.phrases.first[k] - 1].lower() in self.words.toward
        if not to or not self.outlets.named(k, k + 1):
            return None
        return Addressee(Tokens(self.phrases.first[k], self.phrases.last[k]), "interview", outlet=True)

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
        a, b, head_end = self.phrases.first[k], self.phrases.last[m.end() - 1], self._head_end(k)
        if self.outlets.named(k, m.end() if self.letters[k + 1 : k + 2] == "S" else k + 1, told=True):
            return Addressee(Tokens(a, b), "interview", outlet=True)
        if self._of_outlet(k):
            return Addressee(Tokens(a, b), "interview", outlet=True)
        head = self.shape.words[head_end - 1].lower()
        if word in self.words.facing and head not in self.words.audiences:
            return None  # "addressed the concerns"
        if head in self.words.asked:
            return None  # "in reply to a question"
        channel = self._channel(a, head_end, head) if word in self.words.speaking else None
        return Addressee(Tokens(a, max(b, self._end(head_end))), channel, outlet=False)

    def _channel(self, a: int, b: int, head: str) -> Channel | None:
        pair = f"{self.shape.words[b - 2].lower()} {head}" if b - a > 1 else ""
        return self.words.audiences.get(pair) or self.words.audiences.get(head)

    def _head_end(self, k: int) -> int:
        """The token behind the noun of a phrase, also where its letter is no noun's: "a meeting"."""
        b = self.phrases.last[k]
        words, letters = self.shape.words, self.shape.letters
        if b < len(words):
            article = letters[b - 1] in "dj" and letters[b] in "gG"
            if article or (letters[b] not in "DQ" and words[b].lower() in self.words.audiences):
                return b + 1
        return b

    def _end(self, b: int) -> int:
        """Where an addressee ends whose noun ends at a token: behind "of army commanders"."""
        k = bisect_right(self.phrases.first, b - 1)
        m = _OF.match(self.letters, k)
        return b if m is None or self.phrases.first[k] != b else self.phrases.last[m.end() - 1]

    def _of_outlet(self, k: int) -> bool:
        """“Mira Danforth of the Lund Times”."""
        return self.letters.startswith("fN", k + 1) and self.outlets.named(k + 2, k + 3)
