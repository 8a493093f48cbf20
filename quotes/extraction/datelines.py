"""The day that a text itself bears: in its dateline, or in a line of its own above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from quotes.extraction.date_phrases import DateFinder
from quotes.extraction.shape import Shape
from quotes.languages.dates import DateWords

_PARAGRAPHS: Final = 6  # that a dateline may stand in
_LONGEST: Final = 16  # tokens
# Nothing but names, roles, marks, dates and numbers, by the letters of quotes.extraction.shape.
_DATELINE: Final = re.compile(r"[CMTJjnz,.()/@:0DR-]*")


class Dated(NamedTuple):
    """The day that all others are counted from, None if there is none; and the tokens of all datelines."""

    anchor: date | None
    lines: tuple[tuple[int, int], ...]


def read(shape: Shape, words: DateWords, heads: list[int], published_on: date | None) -> Dated:
    """Return the day of the dateline, or else that of publication, which also gives a dateline its year."""
    finder = DateFinder(shape, words, published_on, heads)
    lines = tuple(_datelines(shape.letters))
    days = (phrase.when for first, last in lines for phrase in finder.find(first, last))
    return Dated(next((day for day, precision in days if precision == "day"), published_on), lines)


def _datelines(letters: str) -> Iterator[tuple[int, int]]:
    first = 0
    for _ in range(_PARAGRAPHS):
        if first >= len(letters):
            return
        end = letters.find("\n", first)
        end = len(letters) if end < 0 else end
        dash = letters.find("-", first, min(end, first + _LONGEST))
        last = end if dash < 0 else dash
        if last - first <= _LONGEST and _DATELINE.fullmatch(letters, first, last):
            yield first, last
        first = end + 1
