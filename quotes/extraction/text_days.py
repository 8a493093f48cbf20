"""The days that a text names, read paragraph by paragraph as they are asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Final

from quotes.extraction import datelines
from quotes.extraction.date_phrases import DateFinder, DatePhrase, heads
from quotes.extraction.shape import Shape
from quotes.languages.dates import DateWords

_BREAK: Final = re.compile("\n")
_NUMBER: Final = re.compile("0")  # and the digits of a year
_YEAR: Final = 4
_BEFORE: Final = 60  # tokens around a day within which a year tells which it is: “that day” needs one
_BEHIND: Final = 15
_BACK: Final = 12  # places where a day may stand that the day spoken of last is looked for in
_LEADING: Final = 8  # tokens that may lead in the first of them


def _at(m: re.Match[str]) -> int:
    return m.start()


def _first(day: DatePhrase) -> int:
    return day.first


class TextDays:
    """The days of one text but those of its datelines; `heads` are the tokens that one may be found at."""

    def __init__(self, shape: Shape, words: DateWords, published_on: date | None) -> None:
        self._shape, self._words, self._published_on = shape, words, published_on
        self.heads = heads(shape, words) if published_on is not None else self._dated_heads()
        self._read: dict[int, list[DatePhrase]] = {}
        self._begins: list[int] = []
        self._lines: tuple[tuple[int, int], ...] = ()
        self._finder: DateFinder | None = None

    def _dated_heads(self) -> list[int]:
        """Return those of the tokens at which a day may stand without one to count from: a year is near."""
        tokens = self._shape.words
        years = [k for k in map(_at, _NUMBER.finditer(self._shape.letters)) if len(tokens[k]) >= _YEAR]
        if not years:
            return []
        all_heads = heads(self._shape, self._words)
        if datelines.read(self._shape, self._words, all_heads, None).anchor is not None:
            return all_heads
        return [k for k in all_heads if bisect_left(years, k - _BEFORE) < bisect_left(years, k + _BEHIND)]

    def last_head(self, token: int) -> int:
        """Return the last token before another at which a day may stand, -1 if there is none."""
        i = bisect_left(self.heads, token)
        return self.heads[i - 1] if i else -1

    def between(self, first: int, last: int) -> list[DatePhrase]:
        """Return the days that begin between two tokens."""
        heads, found = self.heads, []
        i = bisect_left(heads, first)
        while i < len(heads) and heads[i] < last:
            n = self._number(heads[i])
            days = self._paragraph(n)
            found += days[bisect_left(days, first, key=_first) : bisect_left(days, last, key=_first)]
            i = bisect_left(heads, self._edges(n)[1], i)
        return found

    def before(self, token: int) -> Iterator[DatePhrase]:
        """Yield the days before a token, the nearest first."""
        i = bisect_left(self.heads, token)
        while i:
            n = self._number(self.heads[i - 1])
            days = self._paragraph(n)
            for k in range(bisect_left(days, token, key=_first) - 1, -1, -1):
                yield days[k]
            i = bisect_left(self.heads, self._begins[n], 0, i)

    def leading(self, most: int) -> list[DatePhrase]:
        """Return the first days of the text, found at so many places at most."""
        return self.between(0, self.heads[min(most, len(self.heads)) - 1] + 1) if self.heads else []

    def _number(self, token: int) -> int:
        """Return the number of the paragraph that a token stands in."""
        if not self._begins:
            self._begins = [0, *(m.end() for m in _BREAK.finditer(self._shape.letters))]
        return bisect_right(self._begins, token) - 1

    def _edges(self, n: int) -> tuple[int, int]:
        """Return the tokens that the n-th paragraph begins and ends at."""
        behind = self._begins[n + 1] if n + 1 < len(self._begins) else len(self._shape.words)
        return self._begins[n], behind

    def _paragraph(self, n: int) -> list[DatePhrase]:
        """Return the days of the n-th paragraph."""
        if n not in self._read:
            self._read[n] = self._find(n)
        return self._read[n]

    def _find(self, n: int) -> list[DatePhrase]:
        if self._finder is None:
            anchor, self._lines = datelines.read(self._shape, self._words, self.heads, self._published_on)
            self._finder = DateFinder(self._shape, self._words, anchor, self.heads)
        days = self._finder.find(*self._edges(n), lambda: self._spoken(n))
        return [day for day in days if not any(first <= day.first < last for first, last in self._lines)]

    def _spoken(self, n: int) -> date | None:
        """Return the day spoken of last before a paragraph, of those that need none before."""
        if self._finder is None:
            return None
        end = self._begins[n]
        i = bisect_left(self.heads, end)
        start = max(0, self.heads[max(0, i - _BACK)] - _LEADING)
        whole = [day.when.day for day in self._finder.find(start, end) if day.when.precision == "day"]
        return whole[-1] if whole else None
