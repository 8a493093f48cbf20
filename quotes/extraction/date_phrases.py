"""Find the phrases of a text that name a day, a month or a year, and say which."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from quotes.extraction.date_heads import (
    ON_DAY,
    POINTED_AT,
    before_heads,
    behind_heads,
    head_words,
    holiday_names,
    pointing_words,
    telling_of_holidays,
    year_words,
)
from quotes.extraction.date_words import Read, Reckoning, WordReader
from quotes.extraction.days import Reckoner, When, shift
from quotes.extraction.shape import Shape
from quotes.languages.dates import DateWords

# Words of time, and numbers behind what a date may stand behind.
_TIMES: Final = re.compile(r"[D0](?:(?<=D)|(?<=[iFdRvcCMT,(\n]0)|(?<=^0))")
_DIGITS: Final = frozenset("0123456789")
_MOST_BEFORE: Final = 8  # words around the one that a phrase is found by
_MOST_BEHIND: Final = 14
_YEAR: Final = 4  # letters: 2019, 22nd
_ORDINAL: Final = 4
_WRITTEN: Final = 8  # letters of the shortest and the longest whole date
_LONGEST: Final = 10


class DatePhrase(NamedTuple):
    """The tokens from `first` up to `last`, with those that lead in (“late on”), and what they name."""

    first: int
    last: int
    when: When


class DateFinder:
    """Reads the phrases of one text; days are counted from `anchor`, without which only full dates count."""

    def __init__(self, shape: Shape, words: DateWords, anchor: date | None, heads: list[int]) -> None:
        """Read those found at `heads`, in order."""
        self.letters, self.tokens, self.words = shape.letters, shape.words, words
        self.reckoner, self._heads = Reckoner(anchor), heads
        self._before, self._behind = before_heads(words), behind_heads(words)
        self._whens: dict[Reckoning, When | None] = {}

    def find(
        self, start: int, end: int, spoken_before: Callable[[], date | None] = lambda: None
    ) -> Iterator[DatePhrase]:
        """Yield the phrases between two tokens that name what has been, in order.

        `spoken_before` tells which day was spoken of last before them.
        """
        last, spoken, apart = start, None, -1
        heads = self._heads
        for k in heads[bisect_left(heads, start) : bisect_left(heads, end)]:
            found = self._read(k) if k >= last else None
            if found is None:
                continue
            first, last = k + found.lead, k + found.last
            if found.apart or (apart == first - 1 and self.letters[apart] == "&"):
                apart = last  # “between Monday and Friday”
                continue
            if found.later is not None and spoken is None:
                spoken = spoken_before()
            when = self._when(found, spoken)
            if when is None or first < start:
                continue
            if when.precision == "day":
                spoken = when.day
            yield DatePhrase(first, last, when)

    def _read(self, k: int) -> Read | None:
        """Read the phrase at a token from the words of time around it; what they say is remembered."""
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


def heads(shape: Shape, words: DateWords) -> list[int]:
    """Return the tokens that a phrase may be found at: words of time, numbers, first words of holidays."""
    tokens, letters, known, pointing = shape.words, shape.letters, head_words(words), pointing_words(words)
    found = []
    for m in _TIMES.finditer(letters):
        k = m.start()
        kind = known.get(tokens[k])
        if kind == ON_DAY and k and tokens[k].istitle() and letters[k - 1] in "CMds":
            continue  # the Today programme
        if kind is None:
            if letters[k] == "0" and _may_be_date(tokens, k, words):
                found.append(k)
        elif (
            kind < POINTED_AT
            or (k and tokens[k - 1] in pointing)
            or words.ago.issuperset(tokens[k + 1 : k + 2])
        ):
            found.append(k)
    if telling_of_holidays(words).isdisjoint(tokens):
        return found
    names = holiday_names(words)
    return sorted({*found, *(k for k, token in enumerate(tokens) if token in names)})


def _may_be_date(tokens: list[str], k: int, words: DateWords) -> bool:
    """Tell a number that may be a date, a year or a day without its month: “in 2019”, “on the 5th”."""
    token = tokens[k]
    length = len(token)
    if length == _YEAR and token.isdecimal():
        return k > 0 and tokens[k - 1] in year_words(words)
    if length < _WRITTEN:
        return length <= _ORDINAL and not token.isdecimal() and token[0].isdigit()
    return length <= _LONGEST and token[0].isdigit()


def _is_number(word: str) -> bool:
    return word[0] in _DIGITS and len(word) <= _LONGEST  # what is remembered is small


@lru_cache(maxsize=10_000)
def _remembered(tokens: tuple[str, ...], letters: str, k: int, words: DateWords) -> Read | None:
    return WordReader(tokens, letters, words).read(k)
