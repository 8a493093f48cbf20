"""Find the phrases of a text that name a day, a month or a year, and say which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from quotes.extraction.date_words import (
    POINTED_AT,
    Read,
    Reckoning,
    WordReader,
    before_heads,
    behind_heads,
    head_words,
    holiday_names,
    pointing_words,
    telling_of_holidays,
    year_words,
)
from quotes.extraction.days import Reckoner, When, shift
from quotes.extraction.shape import Shape
from quotes.languages.dates import DateWords

# Words of time, and numbers behind what a date may stand behind.
_TIMES = re.compile(r"[D0](?:(?<=D)|(?<=[iFdRvcCMT,(\n]0)|(?<=^0))")
_DIGITS = frozenset("0123456789")
_MOST_BEFORE, _MOST_BEHIND = 8, 14  # words around the one that a phrase is found by
_YEAR, _ORDINAL = 4, 4  # letters: 2019, 22nd
_WRITTEN, _LONGEST = 8, 10  # letters of the shortest and the longest whole date


class DatePhrase(NamedTuple):
    """The tokens from `first` up to `last`, with those that lead in (“late on”), and what they name."""

    first: int
    last: int
    when: When


class DateFinder:
    """Reads the phrases of one text; days are counted from `anchor`, without which only full dates count."""

    def __init__(self, shape: Shape, words: DateWords, anchor: date | None) -> None:
        self.letters, self.tokens, self.words = shape.letters, shape.words, words
        self.anchor, self.reckoner = anchor, Reckoner(anchor)
        self._before, self._behind = before_heads(words), behind_heads(words)
        self._pointing, self._years = pointing_words(words), year_words(words)
        self._whens: dict[Reckoning, When | None] = {}

    def find(self, start: int = 0, end: int | None = None) -> Iterator[DatePhrase]:
        """Yield the phrases between two tokens that name what has been, in order."""
        last, spoken, apart = start, None, -1
        for k in self._heads(start, len(self.tokens) if end is None else end):
            found = self._read(k) if k >= last else None
            if found is None:
                continue
            first, last = k + found.lead, k + found.last
            if found.apart or (apart == first - 1 and self.letters[apart] == "&"):
                apart = last  # “between Monday and Friday”
                continue
            when = self._when(found, spoken)
            if when is None or first < start:
                continue
            if when.precision == "day":
                spoken = when.day
            yield DatePhrase(first, last, when)

    def _heads(self, start: int, end: int) -> list[int]:
        """Where a phrase may be: words of time, numbers, and what a holiday is called by."""
        tokens, letters, known, pointing = self.tokens, self.letters, head_words(self.words), self._pointing
        heads = []
        for m in _TIMES.finditer(letters, start, end):
            k = m.start()
            kind = known.get(tokens[k])
            if kind is None:
                if letters[k] == "0" and self._may_be_date(k, tokens[k]):
                    heads.append(k)
            elif kind < POINTED_AT or (k and tokens[k - 1] in pointing) or self._is_ago(k + 1):
                heads.append(k)
        if telling_of_holidays(self.words).isdisjoint(tokens[start:end]):
            return heads
        names = holiday_names(self.words)
        return sorted({*heads, *(k for k in range(start, end) if tokens[k] in names)})

    def _may_be_date(self, k: int, token: str) -> bool:
        """Tell a number that may be a date, a year or a day without its month: “in 2019”, “on the 5th”."""
        length = len(token)
        if length == _YEAR and token.isdecimal():
            return k > 0 and self.tokens[k - 1] in self._years
        if length < _WRITTEN:
            return length <= _ORDINAL and not token.isdecimal() and token[0].isdigit()
        return length <= _LONGEST and token[0].isdigit()

    def _is_ago(self, k: int) -> bool:
        return k < len(self.tokens) and self.tokens[k] in self.words.ago

    def _read(self, k: int) -> Read | None:
        """Read the phrase at a token from the words of time around it; what they are is remembered."""
        tokens, before, behind = self.tokens, self._before, self._behind
        first, floor = k, max(0, k - _MOST_BEFORE)
        while first > floor and ((word := tokens[first - 1]) in before or _is_number(word)):
            first -= 1
        last, roof = k + 1, min(len(tokens), k + _MOST_BEHIND)
        while last < roof and ((word := tokens[last]) in behind or _is_number(word)):
            last += 1
        return _remembered(tuple(tokens[first:last]), self.letters[first : last + 1], k - first, self.words)

    def _when(self, found: Read, spoken: date | None) -> When | None:
        """Return what a phrase names, where `spoken` is the day spoken of last."""
        if found.later is not None:
            return None if spoken is None else self.reckoner.dated(shift(spoken, found.later))
        if found.when is None:
            return None
        if found.when not in self._whens:
            self._whens[found.when] = found.when(self.reckoner)
        return self._whens[found.when]


def _is_number(word: str) -> bool:
    return word[0] in _DIGITS and len(word) <= _LONGEST  # what is remembered is small


@lru_cache(maxsize=10_000)
def _remembered(tokens: tuple[str, ...], letters: str, k: int, words: DateWords) -> Read | None:
    return WordReader(tokens, letters, words).read(k)
