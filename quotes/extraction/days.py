"""Reckon with days: what “yesterday”, “Monday” or “March 22” is, counted from the day of the text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final, NamedTuple

from quotes.types import DatePrecision

_CLOCKS: Final = 1  # days by which the clocks of two places differ
_LONG_AGO: Final = 275  # days; a date without its year that lies further back is one to come
_LEAP_YEARS: Final = 8  # years within which there is a 29 February


class When(NamedTuple):
    """The first day of what a phrase names, and how much that is."""

    day: date
    precision: DatePrecision


def make(year: int, month: int, day: int) -> date | None:
    """Return a day, None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date | None:
    """Return the day that lies so many days ahead, None where no year has it."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def within(first: date | None, last: date | None) -> When | None:
    """Return the day, month or year that a stretch of days lies in, None where that is no one year."""
    if first is None or last is None or first.year != last.year:
        return None
    if first == last:
        return When(first, "day")
    if first.month == last.month:
        return When(first.replace(day=1), "month")
    return When(date(first.year, 1, 1), "year")


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Meeus, Jones and Butcher)."""
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    golden = year % 19
    epact = (19 * golden + century - leaps - (8 * century + 13) // 25 + 15) % 30
    weekday = (2 * rest + 2 * (of_century // 4) - epact - of_century % 4 + 32) % 7
    month, day = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


class Reckoner:
    """Counts from the day `anchor`; without one only what is told with its year can be said.

    Every answer is None for what no year has and for what lies behind the anchor: it has not been yet.
    Years below 1 are counted from that of the anchor: 0 is this year, -1 the last.
    """

    def __init__(self, anchor: date | None) -> None:
        self.anchor = anchor
        self._latest = None if anchor is None else shift(anchor, _CLOCKS)

    def dated(self, day: date | None) -> When | None:
        """Return a day that is told in full."""
        return None if day is None or self._is_ahead(day) else When(day, "day")

    def on(self, month: int, day: int, year: int | None) -> When | None:
        """Return a day of a month; without its year the last such day."""
        if year is not None:
            year = self._absolute(year)
            return None if year is None else self.dated(make(year, month, day))
        if self.anchor is None:
            return None
        for back in range(-1, _LEAP_YEARS + 1):
            found = self.dated(make(self.anchor.year - back, month, day))
            if found is not None:
                leap = (month, day) == (2, 29)
                return found if leap or self.anchor.toordinal() - found.day.toordinal() < _LONG_AGO else None
        return None

    def month(self, month: int, year: int | None, *, past: bool) -> When | None:
        """Return a month; without its year the last that has begun or, if `past`, that is over."""
        if year is None:
            if self.anchor is None:
                return None
            begun = month < self.anchor.month or (month == self.anchor.month and not past)
            year = -(not begun)
        year = self._absolute(year)
        first = None if year is None else make(year, month, 1)
        return None if first is None or self._is_ahead(first) else When(first, "month")

    def year(self, year: int) -> When | None:
        """Return a year."""
        first = make(year, 1, 1)
        return None if first is None or self._is_ahead(first) else When(first, "year")

    def weekday(self, weekday: int, *, past: bool) -> When | None:
        """Return the last such day, 0 for Monday; the anchor may be it unless it is `past`."""
        if self.anchor is None:
            return None
        return self.back((self.anchor.weekday() - weekday - past) % 7 + past)

    def of_last_week(self, weekday: int) -> When | None:
        """Return such a day of the week before this."""
        return None if self.anchor is None else self.back(self.anchor.weekday() + 7 - weekday)

    def back(self, days: int) -> When | None:
        """Return the day that lies so many days back."""
        if self.anchor is None:
            return None
        day = shift(self.anchor, -days)
        return within(day, day)

    def ago(self, count: int, unit: str) -> When | None:
        """Return the day so many days back, or what such a week, month or year lies in."""
        anchor = self.anchor
        if anchor is None or unit == "day":
            return self.back(count)
        if unit == "week":
            monday = shift(anchor, -anchor.weekday() - 7 * count)
            return None if monday is None else within(monday, shift(monday, 6))
        if unit == "month":
            year, month = divmod(12 * anchor.year + anchor.month - 1 - count, 12)
            first = make(year, month + 1, 1)
            return None if first is None else When(first, "month")
        return self.year(anchor.year - count) if unit == "year" else None

    def current(self, unit: str) -> When | None:
        """Return what this week, month or year lies in, up to the anchor."""
        anchor = self.anchor
        if anchor is None:
            return None
        if unit == "week":
            return within(shift(anchor, -anchor.weekday()), anchor)
        return When(anchor.replace(day=1), "month") if unit == "month" else self.year(anchor.year)

    def weekend(self) -> When | None:
        """Return what the last weekend lies in."""
        if self.anchor is None:
            return None
        saturday = shift(self.anchor, -((self.anchor.weekday() - 5) % 7))
        return None if saturday is None else within(saturday, shift(saturday, 1))

    def numbered(self, day: int) -> When | None:
        """Return the last day of a month that had this number."""
        if self.anchor is None:
            return None
        year, month = self.anchor.year, self.anchor.month
        for _ in range(3):  # no two months that follow one another are both shorter than 31 days but once
            if year > 0 and day <= monthrange(year, month)[1] and date(year, month, day) <= self.anchor:
                return When(date(year, month, day), "day")
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return None

    def feast(self, days: int, year: int | None) -> When | None:
        """Return the day so many days behind Easter; without its year the last such day."""
        if year is not None:
            year = self._absolute(year)
            return None if year is None else self.dated(shift(easter(year), days))
        if self.anchor is None:
            return None
        years = (self.anchor.year, self.anchor.year - 1)
        found = (self.dated(shift(easter(y), days)) for y in years if y > 0)
        return next((when for when in found if when is not None), None)

    def _absolute(self, year: int) -> int | None:
        if year > 0:
            return year
        return None if self.anchor is None or self.anchor.year + year < 1 else self.anchor.year + year

    def _is_ahead(self, day: date) -> bool:
        return self._latest is not None and day > self._latest
