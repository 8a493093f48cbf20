"""Find the phrases of a text that name a day, a month or a year, and say which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from quotes.extraction.days import Reckoner, When, make, shift
from quotes.extraction.shape import Shape
from quotes.languages.dates import DateWords

_TIMES = re.compile("D|(?<=[iFdRvcCMT,(\n])0|^0")  # a number that is a date stands behind some words only
_OF_A_DAY = 3  # the first of the readers of what can be the day spoken of last
_MOST_LEADING = 4  # words before a phrase that belong to it: “late on”
_SHORT = 5  # letters of the longest shortened name
_ISO = re.compile(r"([12]\d{3})-([01]\d)-([0-3]\d)")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2([12]\d{3})")
_WRITTEN = 8  # letters of the shortest of these
_DAY = re.compile(r"(\d{1,2})([a-z]*)")
_YEAR = re.compile(r"[12]\d{3}")
_DASHES = frozenset("-–—/")
_BEFORE_DATE = frozenset([",", "d", "D", "0"])  # what may stand between a weekday and its date
# What may stand behind a number that is a day, by the letters of quotes.extraction.shape: “on the 5th floor”
# is none.
_BEHIND_NUMBER = frozenset(["", ",", ".", ":", ";", ")", "-", "i", "c", "&", "Q", "\n"])


class DatePhrase(NamedTuple):
    """The tokens from `first` up to `last`, with those that lead in (“late on”), and what they name."""

    first: int
    last: int
    when: When


class _Read(NamedTuple):
    """The tokens of a phrase without what leads it in; what it names, None for what cannot be said."""

    first: int
    last: int
    when: When | None


class DateFinder:
    """Reads the phrases of one text; days are counted from `anchor`, without which only full dates count."""

    def __init__(self, shape: Shape, words: DateWords, anchor: date | None) -> None:
        self.shape, self.words = shape, words
        self.tokens = shape.words
        self.anchor, self.reckoner = anchor, Reckoner(anchor)

    def find(self, start: int = 0, end: int | None = None) -> Iterator[DatePhrase]:
        """Yield the phrases between two tokens that name what has been, in order."""
        last, before, apart = start, None, -1
        for k in self._heads(start, len(self.tokens) if end is None else end):
            found = self._read(k, before) if k >= last else None
            if found is None:
                continue
            last = found.last
            first = self._led_in(found.first, start)
            if self._is_apart(first, last) or (apart == first - 1 and self.shape.letters[apart] == "&"):
                apart = last  # “between Monday and Friday”
                continue
            if found.when is None or first < start:
                continue
            if found.when.precision == "day":
                before = found.when.day
            yield DatePhrase(first, last, found.when)

    def _heads(self, start: int, end: int) -> Iterator[int]:
        """Where a phrase may be: words of time, numbers, and what a holiday is called by."""
        times = (m.start() for m in _TIMES.finditer(self.shape.letters, start, end))
        names = _names(self.words)
        if names.isdisjoint(self.tokens):
            return times
        return iter(sorted({*times, *(k for k in range(start, end) if self.tokens[k] in names)}))

    def _word(self, k: int) -> str:
        return self.tokens[k].lower() if 0 <= k < len(self.tokens) else ""

    def _led_in(self, first: int, start: int) -> int:
        floor = max(start, first - _MOST_LEADING)
        while first > floor and self._word(first - 1) in self.words.leading:
            first -= 1
        return first

    def _read(self, k: int, before: date | None) -> _Read | None:
        token = self.tokens[k]
        if self.shape.letters[k] == "0" and token[0].isdigit():
            return self._number(k, token)
        if token in _names(self.words):
            found = self._holiday(k)
            if found is not None:
                return found
        word = token.lower()
        kind = _kinds(self.words).get(word)
        if kind is None:
            return None
        same = self._same(k, before) if kind >= _OF_A_DAY else None
        return same or _READERS[kind](self, k, word)

    def _is_apart(self, first: int, last: int) -> bool:
        """“since Monday”, “Monday to Friday”, “Monday next week”: another time than the one named."""
        before, behind = self._word(first - 1), self._word(last)
        if before in self.words.apart or before in self.words.next:
            return True
        if behind in self.words.next:
            return self._word(last + 1) in self.words.units
        return (behind in _DASHES or behind in self.words.ranges) and self._is_time(last + 1)

    def _is_time(self, k: int) -> bool:
        return self.shape.letters[k : k + 1] in ("D", "0")

    def _is_name(self, k: int) -> bool:
        return self.tokens[k][0].isupper()

    def _weekday(self, k: int, word: str) -> _Read | None:
        words, before = self.words, self._word(k - 1)
        if not self._is_name(k) or before in words.named_days:
            return None
        last = self._behind_part(k + 1)
        dated = self._behind_weekday(last)
        if dated is not None:
            return dated._replace(first=k)
        if before in words.next:
            return _Read(k, last, None)
        first = k - (before in words.last or before in words.this)
        recent = first < k and self._word(first - 1) in words.this  # “this past Monday”
        first -= recent
        of = last + (self._word(last) in words.of)
        if self._word(of) in words.last and self._word(of + 1) in words.units:
            return _Read(first, of + 2, self.reckoner.of_last_week(words.weekdays[word]))
        past = before in words.last and not recent
        return _Read(first, last, self.reckoner.weekday(words.weekdays[word], past=past))

    def _behind_part(self, k: int) -> int:
        """Return what is behind the point of a shortened name and the part of a day."""
        if self._word(k) == "." and len(self._word(k - 1)) <= _SHORT:
            k += 1
        return k + (self._word(k) in self.words.parts)

    def _behind_weekday(self, k: int) -> _Read | None:
        """Read the “, March 22, 2019” or “the 22nd of March” behind a weekday."""
        if self.shape.letters[k : k + 1] not in _BEFORE_DATE:
            return None
        at = k + (self._word(k) == ",")
        at += self._word(at) in self.words.the
        for head in (at, at + 1, at + 2):
            if self._word(head) in self.words.months:
                found = self._month(head, self._word(head))
                if found is not None and found.first <= at:
                    return found if found.when is not None and found.when.precision == "day" else None
        return None

    def _month(self, k: int, word: str) -> _Read | None:
        if not self._is_name(k):
            return None
        month = self.words.months[word]
        last = k + 1 + (self._word(k + 1) == "." and len(word) < _SHORT)
        first, day = self._day_before(k)
        if day is None:
            at = last + (self._word(last) in self.words.the)
            day = self._day_of_month(at)
            if day is None:
                return self._whole_month(k, last, month)
            last = at + 1
            if self._word(last) in _DASHES and self._is_time(last + 1):
                return _Read(k, last + 2, None)
        year, last = self._year(last)
        return _Read(first, last, self.reckoner.on(month, day, year))

    def _day_before(self, k: int) -> tuple[int, int | None]:
        """Return where “the 22nd of” before a month begins, and the day."""
        at = k - 1 - (self._word(k - 1) in self.words.of)
        day = self._day_of_month(at)
        if day is None:
            return k, None
        return at - (self._word(at - 1) in self.words.the), day

    def _day_of_month(self, k: int) -> int | None:
        m = _DAY.fullmatch(self._word(k))
        if m is None or (m[2] and m[2] not in self.words.ordinals):
            return None
        return int(m[1]) if 1 <= int(m[1]) <= 31 else None

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

    def _whole_month(self, k: int, last: int, month: int) -> _Read | None:
        before = self._word(k - 1)
        year, last = self._year(last)
        qualified = before in self.words.last or before in self.words.this
        if year is None and (self.shape.letters[k] != "D" or self.shape.letters[last : last + 1] == "0"):
            return None  # a name: May, April; or no day of it
        if before in self.words.next:
            return _Read(k, last, None)
        when = self.reckoner.month(month, year, past=before in self.words.last)
        return _Read(k - qualified, last, when)

    def _counted(self, k: int, word: str) -> _Read | None:
        """Read “yesterday” and “the day before yesterday”."""
        back, first = self.words.days[word], k
        before = self.words.before_yesterday
        if back and tuple(map(self._word, range(k - len(before), k))) == before:
            back, first = back + 1, k - len(before)
            first -= self._word(first - 1) in self.words.the
        return _Read(first, self._behind_part(k + 1), self.reckoner.back(back))

    def _part(self, k: int, word: str) -> _Read | None:
        """Read “this morning” and “last night”."""
        before = self._word(k - 1)
        if before in self.words.this:
            return _Read(k - 1, k + 1, self.reckoner.back(0))
        if before in self.words.last and word in self.words.nights:
            return _Read(k - 1, k + 1, self.reckoner.back(1))
        return None

    def _same(self, k: int, before: date | None) -> _Read | None:
        """Read “that day” and “the next morning”: the day spoken of last, or the one behind."""
        words, one, two = self.words, self._word(k - 1), self._word(k - 2)
        if words.units.get(self._word(k)) != "day" and self._word(k) not in words.parts:
            return None
        later = one in words.following and two in words.the
        if not later and one not in words.same:
            return None
        first = k - 1 - (two in words.the or two in words.same)
        day = None if before is None else shift(before, int(later))
        return _Read(first, k + 1, self.reckoner.dated(day))

    def _unit(self, k: int, word: str) -> _Read | None:
        words, unit, before = self.words, self.words.units[word], self._word(k - 1)
        if self._word(k + 1) in words.ago:
            count = self._count(k - 1)
            return None if count is None else _Read(k - 1, k + 2, self.reckoner.ago(count, unit))
        if before in words.next:
            return _Read(k - 1, k + 1, None)
        last, this = before in words.last, before in words.this
        if unit == "weekend":
            named = last or this or before in words.the
            return _Read(k - 1, k + 1, self.reckoner.weekend()) if named else None
        if unit == "day" or not (last or this):
            return None
        when = self.reckoner.ago(1, unit) if last else self.reckoner.current(unit)
        return _Read(k - 1, k + 1, when)

    def _count(self, k: int) -> int | None:
        word = self._word(k)
        return int(word) if word.isdecimal() and len(word) < 4 else self.words.numbers.get(word)

    def _number(self, k: int, token: str) -> _Read | None:
        """Read “2019-03-22”, “22/03/2019”, “in 2019” and “on the 5th”."""
        words = self.words
        if len(token) >= _WRITTEN:
            return _Read(k, k + 1, self.reckoner.dated(_written(token)))
        before = self._word(k - 1)
        if _YEAR.fullmatch(token):
            return _Read(k, k + 1, self.reckoner.year(int(token))) if before in words.on else None
        if before not in words.the or self._word(k - 2) not in words.on or token.isdecimal():
            return None
        day = self._day_of_month(k)
        if day is None or self.shape.letters[k + 1 : k + 2] not in _BEHIND_NUMBER:
            return None
        return _Read(k - 1, k + 1, self.reckoner.numbered(day))

    def _holiday(self, k: int) -> _Read | None:
        for length in _lengths(self.words):
            name = tuple(map(self._word, range(k, k + length)))
            if name in self.words.holidays:
                year, last = self._year(k + length)
                return _Read(k, last, self.reckoner.on(*self.words.holidays[name], year))
            if name in self.words.feasts:
                year, last = self._year(k + length)
                return _Read(k, last, self.reckoner.feast(self.words.feasts[name], year))
        return None


# By the kind of the word (_kinds).
_READERS = (
    DateFinder._weekday,
    DateFinder._month,
    DateFinder._counted,
    DateFinder._unit,
    DateFinder._part,
)


def _written(token: str) -> date | None:
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


@lru_cache(maxsize=8)
def _names(words: DateWords) -> frozenset[str]:
    """Return the first words of holidays as they are written."""
    return frozenset(name[0].capitalize() for name in (*words.holidays, *words.feasts))


@lru_cache(maxsize=8)
def _kinds(words: DateWords) -> dict[str, int]:
    """Return for each word of time the number of its reader."""
    kinds = (words.weekdays, words.months, words.days, words.units, words.parts)
    return {word: n for n, kind in enumerate(kinds) for word in kind}


@lru_cache(maxsize=8)
def _lengths(words: DateWords) -> tuple[int, ...]:
    """Return how many words the names of holidays have, the longest first."""
    return tuple(sorted({len(name) for name in (*words.holidays, *words.feasts)}, reverse=True))
