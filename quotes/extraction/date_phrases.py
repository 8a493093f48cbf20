"""Find the phrases of a text that name a day, a month or a year, and say which."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from quotes.extraction.shape import Shape
from quotes.languages.dates import DateWords
from quotes.types import DatePrecision

_TIMES = re.compile("[D0]")
_LONGEST_LEAD = 4
_ISO = re.compile(r"([12]\d{3})-([01]\d)-([0-3]\d)")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2([12]\d{3})")
_DAY = re.compile(r"(\d{1,2})([a-z]*)")
_YEAR = re.compile(r"[12]\d{3}")
_YEARS_TO_A_LEAP_DAY = 8
_LONG_AGO = 275  # days
_DASHES = frozenset("-–—/")


class When(NamedTuple):
    """The first day of what a phrase names, and how much that is; `full` if it needs no other date."""

    day: date
    precision: DatePrecision
    full: bool = False


class DatePhrase(NamedTuple):
    """A phrase of the tokens from `first` up to `last`; `head` is where it begins behind its preposition."""

    first: int
    head: int
    last: int
    when: When


def make(year: int, month: int, day: int) -> date | None:
    """Return a day, None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date | None:
    """Return the day that lies so many days ahead, None before year 1 and behind 9999."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def within(first: date | None, last: date | None) -> When | None:
    """Return the day, the month or the year that a stretch of days lies in, None for more than a year."""
    if first is None or last is None or first.year != last.year:
        return None
    if first == last:
        return When(first, "day")
    if first.month == last.month:
        return When(first.replace(day=1), "month")
    return When(date(first.year, 1, 1), "year")


class DateFinder:
    """Reads the phrases of one text; days are counted from `anchor`, without which only full dates count."""

    def __init__(self, shape: Shape, words: DateWords, anchor: date | None) -> None:
        self.shape, self.words, self.anchor = shape, words, anchor
        self.tokens = shape.words
        self._kinds = (
            (words.weekdays, self._weekday),
            (words.months, self._month),
            (words.days, self._relative),
            (words.units, self._unit),
            (words.parts, self._part),
        )

    def find(self, start: int = 0, end: int | None = None) -> Iterator[DatePhrase]:
        """Yield the phrases between two tokens, in order."""
        end = len(self.tokens) if end is None else end
        last, before = start, None
        for k in self._heads(start, end):
            if k < last:
                continue
            found = self._read(k, before)
            if found is None:
                continue
            first, stop, when = found
            last = stop
            if when is None or first < start:
                continue
            head = first
            while first > max(start, head - _LONGEST_LEAD) and self._word(first - 1) in self.words.leading:
                first -= 1
            if self._is_apart(first, stop):
                continue
            if when.precision == "day":
                before = when.day
            yield DatePhrase(first, head, stop, when)

    def _heads(self, start: int, end: int) -> Iterator[int]:
        """Where a phrase may be: words of time, numbers, and what a holiday is called by."""
        times = (m.start() for m in _TIMES.finditer(self.shape.letters, start, end))
        names = self._names
        if names.isdisjoint(self.tokens):
            return times
        holidays = (k for k in range(start, end) if self.tokens[k] in names)
        return iter(sorted({*times, *holidays}))

    @property
    def _names(self) -> frozenset[str]:
        return frozenset(name[0].capitalize() for name in (*self.words.holidays, *self.words.feasts))

    def _word(self, k: int) -> str:
        return self.tokens[k].lower() if 0 <= k < len(self.tokens) else ""

    def _read(self, k: int, before: date | None) -> tuple[int, int, When | None] | None:
        """Return the tokens and the meaning of the phrase around a token, None if there is none."""
        token, word = self.tokens[k], self._word(k)
        if token[0].isdigit():
            return self._number(k, token)
        if token[0].isupper():
            found = self._holiday(k)
            if found is not None:
                return found
        for kind, read in self._kinds:
            if word in kind:
                if kind is self.words.units or kind is self.words.parts:
                    same = self._same(k, before)
                    if same is not None:
                        return same
                return read(k, word)
        return None

    def _is_apart(self, first: int, stop: int) -> bool:
        """“since Monday”, “Monday to Friday”: another time than the one named."""
        if self._word(first - 1) in self.words.apart or self._word(first - 1) in self.words.next:
            return True
        behind = self._word(stop)
        if behind in self.words.next:  # Wednesday next week
            return self._word(stop + 1) in self.words.units
        return (behind in _DASHES or behind in self.words.ranges) and self._is_time(stop + 1)

    def _is_time(self, k: int) -> bool:
        return k < len(self.tokens) and self.shape.letters[k] in "D0"

    # A weekday

    def _weekday(self, k: int, word: str) -> tuple[int, int, When | None] | None:
        words = self.words
        if not self.tokens[k][0].isupper() or self._word(k - 1) in words.named_days:
            return None
        stop = self._past_part(k + 1)
        dated = self._dated(stop)
        if dated is not None:
            return k, dated[1], dated[2]
        first, before = k, self._word(k - 1)
        back = 0
        if before in words.last or before in words.this:
            first = k - 1
            if before in words.last and self._word(k - 2) in words.this:
                first = k - 2
            elif before in words.last:
                back = 1
        elif before in words.next:
            return k, stop, None
        if self.anchor is None:
            return first, stop, None
        at = stop + (self._word(stop) in words.of)
        if self._word(at) in words.last and self._word(at + 1) in words.units:
            return first, at + 2, self._of_last_week(words.weekdays[word])
        behind = (self.anchor.weekday() - words.weekdays[word] - back) % 7 + back
        return first, stop, within(*2 * (shift(self.anchor, -behind),))

    def _past_part(self, k: int) -> int:
        """Skip the part of a day, and the point of a shortened name."""
        if self._word(k) == "." and self._word(k - 1) not in self.words.days and len(self._word(k - 1)) < 6:
            k += 1
        return k + 1 if self._word(k) in self.words.parts else k

    def _dated(self, k: int) -> tuple[int, int, When | None] | None:
        """Read “, March 22, 2019” or “the 22nd of March” behind a weekday."""
        at = k + (self._word(k) == ",")
        at += self._word(at) in self.words.the
        for head in (at, at + 1, at + 2):
            if self._word(head) in self.words.months and self.tokens[head][0].isupper():
                found = self._month(head, self._word(head))
                if found is not None and found[0] <= at and found[2] is not None and found[2].precision == "day":
                    return found
        return None

    def _of_last_week(self, weekday: int) -> When | None:
        assert self.anchor is not None  # noqa: S101 - asked for by those that have looked
        day = shift(self.anchor, weekday - 7 - self.anchor.weekday())
        return within(day, day)

    # A day of a month, a month

    def _month(self, k: int, word: str) -> tuple[int, int, When | None] | None:
        if not self.tokens[k][0].isupper():
            return None
        month = self.words.months[word]
        stop = k + 1
        if self._word(stop) == "." and len(word) < 5:
            stop += 1
        first = k
        day = self._day_of_month(k - 1)
        if day is None and self._word(k - 1) in self.words.of:
            day = self._day_of_month(k - 2)
            first = k - 1 if day is not None else k
        if day is not None:
            first -= 1
        else:
            at = stop + (self._word(stop) in self.words.the)
            day = self._day_of_month(at)
            if day is not None:
                if self._word(at + 1) in _DASHES and self._is_time(at + 2):
                    return k, at + 3, None
                stop = at + 1
        if self._word(first - 1) in self.words.the and day is not None:
            first -= 1
        year, stop = self._year(stop)
        if day is None and year is None and word == "may" and self._word(k - 1) not in self.words.leading:
            return None
        if day is None:
            return self._whole_month(k, stop, month, year)
        return first, stop, self._on(month, day, year)

    def _day_of_month(self, k: int) -> int | None:
        m = _DAY.fullmatch(self._word(k))
        if m is None or (m.group(2) and m.group(2) not in self.words.ordinals):
            return None
        day = int(m.group(1))
        return day if 1 <= day <= 31 else None

    def _year(self, k: int) -> tuple[int | None, int]:
        """Return the year that is told behind a date, and where that ends."""
        at = k + (self._word(k) == "," or self._word(k) in self.words.of)
        word = self._word(at)
        if _YEAR.fullmatch(word):
            return int(word), at + 1
        if self.anchor is not None and self.words.units.get(self._word(at + 1)) == "year":
            if word in self.words.last:
                return self.anchor.year - 1, at + 2
            if word in self.words.this:
                return self.anchor.year, at + 2
        return None, k

    def _on(self, month: int, day: int, year: int | None) -> When | None:
        """Return a day of a month, in the last year in which it has been."""
        if year is not None:
            found = make(year, month, day)
            return None if found is None or self._is_ahead(found) else When(found, "day", full=True)
        if self.anchor is None:
            return None
        for back in range(-1, _YEARS_TO_A_LEAP_DAY + 1):
            found = make(self.anchor.year - back, month, day)
            if found is not None and not self._is_ahead(found):
                return When(found, "day") if self._is_near(found) or month == 2 and day == 29 else None
        return None

    def _is_near(self, day: date) -> bool:
        """A day without its year that lies far back is more likely to come."""
        return self.anchor is not None and self.anchor.toordinal() - day.toordinal() < _LONG_AGO

    def _is_ahead(self, day: date) -> bool:
        """Tell whether a day lies behind the anchor, by more than the clocks of two places differ."""
        return self.anchor is not None and day.toordinal() > self.anchor.toordinal() + 1

    def _whole_month(self, k: int, stop: int, month: int, year: int | None) -> tuple[int, int, When | None]:
        before = self._word(k - 1)
        if before in self.words.next:
            return k, stop, None
        first = k - (before in self.words.last or before in self.words.this)
        full = year is not None
        if year is None:
            if self.anchor is None:
                return first, stop, None
            past = month < self.anchor.month or (month == self.anchor.month and before not in self.words.last)
            year = self.anchor.year - (not past)
        found = make(year, month, 1)
        if found is None or self._is_ahead(found):
            return first, stop, None
        return first, stop, When(found, "month", full)

    # Words that count from today

    def _relative(self, k: int, word: str) -> tuple[int, int, When | None] | None:
        days, first = self.words.days[word], k
        before = self.words.before_yesterday
        if days and tuple(self._word(j) for j in range(k - len(before), k)) == before:
            days, first = days - 1, k - len(before)
            first -= self._word(first - 1) in self.words.the
        stop = self._past_part(k + 1)
        return first, stop, self._back(days)

    def _back(self, days: int) -> When | None:
        if self.anchor is None:
            return None
        day = shift(self.anchor, days)
        return within(day, day)

    def _part(self, k: int, word: str) -> tuple[int, int, When | None] | None:
        before = self._word(k - 1)
        if before in self.words.this:
            return k - 1, k + 1, self._back(0)
        if before in self.words.last and word in self.words.nights:
            return k - 1, k + 1, self._back(-1)
        return None

    def _same(self, k: int, before: date | None) -> tuple[int, int, When | None] | None:
        """“that day”, “the next morning”: the day spoken of last, or the one behind."""
        if self.words.units.get(self._word(k), "day") != "day":
            return None
        word = self._word(k - 1)
        if word in self.words.same:
            days = 0
        elif word in self.words.following and self._word(k - 2) in self.words.the:
            days = 1
        else:
            return None
        first = k - 1 - (self._word(k - 2) in self.words.the or self._word(k - 2) in self.words.same)
        day = None if before is None else shift(before, days)
        return first, k + 1, None if day is None or self._is_ahead(day) else within(day, day)

    def _unit(self, k: int, word: str) -> tuple[int, int, When | None] | None:
        unit, before = self.words.units[word], self._word(k - 1)
        if self._word(k + 1) in self.words.ago:
            count = self._count(k - 1)
            return None if count is None else (k - 1, k + 2, self._ago(count, unit))
        if before in self.words.next:
            return k - 1, k + 1, None
        if unit == "weekend":
            named = before in self.words.the or before in self.words.this or before in self.words.last
            return (k - 1, k + 1, self._weekend()) if named else None
        if unit == "day":
            return None
        if before in self.words.last:
            return k - 1, k + 1, self._ago(1, unit)
        if before in self.words.this:
            return k - 1, k + 1, self._current(unit)
        return None

    def _count(self, k: int) -> int | None:
        word = self._word(k)
        return int(word) if word.isdecimal() and len(word) < 4 else self.words.numbers.get(word)

    def _ago(self, count: int, unit: str) -> When | None:
        """Return the day, or what the week, the month or the year so many back lies in."""
        anchor = self.anchor
        if anchor is None:
            return None
        if unit == "day":
            return self._back(-count)
        if unit == "week":
            monday = shift(anchor, -anchor.weekday() - 7 * count)
            return None if monday is None else within(monday, shift(monday, 6))
        if unit == "month":
            year, month = divmod(12 * anchor.year + anchor.month - 1 - count, 12)
            first = make(year, month + 1, 1)
            return None if first is None else When(first, "month")
        first = make(anchor.year - count, 1, 1)
        return None if first is None or unit != "year" else When(first, "year")

    def _current(self, unit: str) -> When | None:
        anchor = self.anchor
        if anchor is None:
            return None
        if unit == "week":
            return within(shift(anchor, -anchor.weekday()), anchor)
        if unit == "month":
            return When(anchor.replace(day=1), "month")
        return When(anchor.replace(month=1, day=1), "year")

    def _weekend(self) -> When | None:
        if self.anchor is None:
            return None
        saturday = shift(self.anchor, -((self.anchor.weekday() - 5) % 7))
        return None if saturday is None else within(saturday, shift(saturday, 1))

    # Numbers and holidays

    def _number(self, k: int, token: str) -> tuple[int, int, When | None] | None:
        if len(token) > 7:
            day = self._written(token)
            ahead = day is None or self._is_ahead(day)
            return k, k + 1, None if day is None or ahead else When(day, "day", full=True)
        before = self._word(k - 1)
        if _YEAR.fullmatch(token):
            year = make(int(token), 1, 1)
            if before not in self.words.on or year is None or self._is_ahead(year):
                return None
            return k, k + 1, When(year, "year", full=True)
        if before in self.words.the and self._word(k - 2) in self.words.on and not token.isdecimal():
            return self._ordinal(k)
        return None

    def _written(self, token: str) -> date | None:
        """Read 2019-03-22; and 22/03/2019, where one reading alone is a day."""
        m = _ISO.fullmatch(token)
        if m is not None:
            return make(int(m[1]), int(m[2]), int(m[3]))
        m = _SLASHED.fullmatch(token)
        if m is None:
            return None
        one, two, year = int(m[1]), int(m[3]), int(m[4])
        readings = {day for day in (make(year, two, one), make(year, one, two)) if day is not None}
        return readings.pop() if len(readings) == 1 else None

    def _ordinal(self, k: int) -> tuple[int, int, When | None] | None:
        """“on the 5th”: the last day of a month that had this number; “on the 5th floor” is none."""
        day = self._day_of_month(k)
        if day is None or self.shape.letters[k + 1 : k + 2] not in ("", ",", ".", "i", ":", ";", ")", "Q", "c", "\n"):
            return None
        return k - 1, k + 1, self._last_with(day)

    def _last_with(self, day: int) -> When | None:
        anchor = self.anchor
        if anchor is None:
            return None
        month, year = anchor.month, anchor.year
        for _ in range(3):
            if year > 0 and day <= monthrange(year, month)[1]:
                found = date(year, month, day)
                if found <= anchor:
                    return When(found, "day")
            month, year = (month - 1, year) if month > 1 else (12, year - 1)
        return None

    def _holiday(self, k: int) -> tuple[int, int, When | None] | None:
        for length in (4, 3, 2, 1):
            words = tuple(self._word(j) for j in range(k, k + length))
            if words in self.words.holidays:
                year, stop = self._year(k + length)
                return k, stop, self._on(*self.words.holidays[words], year)
            if words in self.words.feasts:
                year, stop = self._year(k + length)
                return k, stop, self._feast(self.words.feasts[words], year)
        return None

    def _feast(self, days: int, year: int | None) -> When | None:
        if year is not None:
            day = shift(easter(year), days)
            return None if day is None or self._is_ahead(day) else When(day, "day", full=True)
        if self.anchor is None:
            return None
        for back in range(2):
            day = None if self.anchor.year == back else shift(easter(self.anchor.year - back), days)
            if day is not None and not self._is_ahead(day):
                return When(day, "day")
        return None
