"""Read the day a document was published, in the forms that have one reading only."""

from __future__ import annotations

from datetime import date, datetime

import regex

from quotes.errors import ReadError

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>\p{L}{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}:\d\d.*)?"
_WRITTEN = (
    regex.compile(rf"{_WEEKDAY}{_DAY}[\s-]+{_MONTH},?[\s-]+{_YEAR}{_TIME}", regex.I),
    regex.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}", regex.I),
)
_YEAR_FIRST = regex.compile(rf"(?P<year>\d{{4}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_TIME}")
_NUMBERS = regex.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}}){_TIME}")


def read_day(value: str) -> date | None:
    """Return the day that a date or time names, as it is written, in its own time zone; None for nothing.

    Raises ReadError, naming the value, for what is no date or can be two ("03/04/2025").
    """
    value = value.strip()
    if not value:
        return None
    day = _iso(value) or _written(value) or _numbers(value)
    if day is None:
        raise ReadError(f"the date {_shown(value)} is none that can be read; write it as 2025-01-31")
    return day


def _iso(value: str) -> date | None:
    if value.isdigit() and len(value) != 8:  # seconds since 1970, which would pass for year, day and hour
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


def _written(value: str) -> date | None:
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(value):
            month = _month(found["month"].lower())
            return _day(int(found["year"]), month, int(found["day"])) if month else None
    if found := _YEAR_FIRST.fullmatch(value):
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    return None


def _numbers(value: str) -> date | None:
    """Read 31/12/2025 or 12/31/2025: a day where one reading alone is a day."""
    found = _NUMBERS.fullmatch(value)
    if not found:
        return None
    first, second, year = (int(number) for number in found.groups())
    readings = {day for day in (_day(year, second, first), _day(year, first, second)) if day}
    if len(readings) > 1:
        one, other = sorted(day.isoformat() for day in readings)
        raise ReadError(f"the date {_shown(value)} can be {one} or {other}; write the one that is meant")
    return readings.pop() if readings else None


def _month(name: str) -> int | None:
    if name == "sept":
        return 9
    return next((n for n, month in enumerate(_MONTHS, start=1) if name in (month, month[:3])), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shown(value: str) -> str:
    return f"“{value[:40]}…”" if len(value) > 41 else f"“{value}”"
