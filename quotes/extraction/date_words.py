"""Read one phrase that names a day, a month or a year, whatever day it is counted from."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial
from typing import Final, NamedTuple

from quotes.extraction.date_heads import DASHES, POINTED_AT, holiday_names, kinds
from quotes.extraction.days import Reckoner, When, make
from quotes.languages.dates import DateWords

Reckoning = Callable[[Reckoner], When | None]

_MOST_LEADING: Final = 4  # words before a phrase that belong to it: “late on”
_SHORT: Final = 5  # letters of the longest shortened name
_ISO: Final = re.compile(r"([12]\d{3})-([01]\d)-([0-3]\d)")
_SLASHED: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2([12]\d{3})")
_WRITTEN: Final = 8  # letters of the shortest of these
_DAY: Final = re.compile(r"(\d{1,2})([a-z]*)")
_YEAR: Final = re.compile(r"[12]\d{3}")
_BEFORE_DATE: Final = frozenset([",", "d", "D", "0"])  # what may stand between a weekday and its date
# What may stand behind a number that is a day, by the letters of quotes.extraction.shape: “on the 5th floor”
# is none.
_BEHIND_NUMBER: Final = frozenset(["", ",", ".", ":", ";", ")", "-", "i", "c", "&", "Q", "\n"])
_THIS_YEAR: Final = 0
_LAST_YEAR: Final = -1


class Read(NamedTuple):
    """A phrase of `first` up to `last`, where 0 is the word that it was read from, and how it is reckoned.

    `lead` is where the words begin that lead in (“late on”). `when` is None for what cannot be said, as for
    all `apart`: another time than the one named (“since Monday”). `later` counts the days from the one
    spoken of last: “that day” 0, “the next day” 1, “the previous day” -1.
    """

    first: int
    last: int
    when: Reckoning | None
    later: int | None = None
    lead: int = 0
    apart: bool = False


class WordReader:
    """Reads the phrase at one of a few words of a text, by their letters (quotes.extraction.shape) too."""

    def __init__(self, tokens: tuple[str, ...], letters: str, words: DateWords) -> None:
        self.tokens, self.letters, self.words = tokens, letters, words
        self._lower = tuple(map(str.lower, tokens))

    def read(self, k: int) -> Read | None:
        """Return the phrase at the k-th word, its places counted from there."""
        found = self._read(k)
        if found is None:
            return None
        lead = self._led_in(found.first)
        apart = self._is_apart(lead, found.last)
        return found._replace(first=found.first - k, last=found.last - k, lead=lead - k, apart=apart)

    def _word(self, k: int) -> str:
        return self._lower[k] if 0 <= k < len(self._lower) else ""

    def _led_in(self, first: int) -> int:
        floor = max(0, first - _MOST_LEADING)
        while first > floor and self._lower[first - 1] in self.words.leading:
            first -= 1
        return first

    def _read(self, k: int) -> Read | None:
        token = self.tokens[k]
        if self.letters[k] == "0" and token[0].isdigit():
            return self._number(k, token)
        if token in holiday_names(self.words):
            found = self._holiday(k)
            if found is not None:
                return found
        word = self._lower[k]
        kind = kinds(self.words).get(word)
        if kind is None:
            return None
        same = self._same(k) if kind >= POINTED_AT else None
        return same or _READERS[kind](self, k, word)

    def _is_apart(self, first: int, last: int) -> bool:
        """“since Monday”, “Monday to Friday”, “Monday next week”: another time than the one named."""
        before, behind = self._word(first - 1), self._word(last)
        if before in self.words.apart or before in self.words.next:
            return True
        if behind in self.words.next:
            return self._word(last + 1) in self.words.units
        return (behind in DASHES or behind in self.words.ranges) and self._is_time(last + 1)

    def _is_time(self, k: int) -> bool:
        return self.letters[k : k + 1] in ("D", "0")

    def _is_name(self, k: int) -> bool:
        return self.tokens[k][0].isupper()

    def _weekday(self, k: int, word: str) -> Read | None:
        words, before = self.words, self._word(k - 1)
        if not self._is_name(k) or before in words.named_days:
            return None
        last = self._behind_part(k + 1)
        dated = self._behind_weekday(last)
        if dated is not None:
            return dated._replace(first=k)
        if before in words.next:
            return Read(k, last, None)
        first = k - (before in words.last or before in words.this)
        recent = first < k and self._word(first - 1) in words.this  # “this past Monday”
        first -= recent
        of = last + (self._word(last) in words.of)
        if self._word(of) in words.last and self._word(of + 1) in words.units:
            return Read(first, of + 2, partial(Reckoner.of_last_week, weekday=words.weekdays[word]))
        past = before in words.last and not recent
        return Read(first, last, partial(Reckoner.weekday, weekday=words.weekdays[word], past=past))

    def _behind_part(self, k: int) -> int:
        """Return what is behind the point of a shortened name and the part of a day."""
        if self._word(k) == "." and len(self._word(k - 1)) <= _SHORT:
            k += 1
        return k + (self._word(k) in self.words.parts)

    def _behind_weekday(self, k: int) -> Read | None:
        """Read the “, March 22, 2019” or “the 22nd of March” behind a weekday."""
        if self.letters[k : k + 1] not in _BEFORE_DATE:
            return None
        at = k + (self._word(k) == ",")
        at += self._word(at) in self.words.the
        for head in (at, at + 1, at + 2):
            if self._word(head) in self.words.months:
                found = self._date(head) if self._is_name(head) else None
                if found is not None and found.first <= at:
                    return found
        return None

    def _month(self, k: int, word: str) -> Read | None:
        if not self._is_name(k):
            return None
        return self._date(k) or self._whole_month(k, self._behind_month(k), self.words.months[word])

    def _date(self, k: int) -> Read | None:
        """Read “March 22, 2019” and “the 22nd of March” by their month."""
        month, last = self.words.months[self._word(k)], self._behind_month(k)
        first, day = self._day_before(k)
        if day is None:
            at = last + (self._word(last) in self.words.the)
            day = self._day_of_month(at)
            if day is None:
                return None
            last = at + 1
            if self._word(last) in DASHES and self._is_time(last + 1):
                return Read(k, last + 2, None)
        year, last = self._year(last)
        return Read(first, last, partial(Reckoner.on, month=month, day=day, year=year))

    def _behind_month(self, k: int) -> int:
        return k + 1 + (self._word(k + 1) == "." and len(self._word(k)) < _SHORT)

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
        if self.words.units.get(self._word(at + 1)) == "year":
            if word in self.words.last:
                return _LAST_YEAR, at + 2
            if word in self.words.this:
                return _THIS_YEAR, at + 2
        return None, k

    def _whole_month(self, k: int, last: int, month: int) -> Read | None:
        before = self._word(k - 1)
        year, last = self._year(last)
        qualified = before in self.words.last or before in self.words.this
        if year is None and (self.letters[k] != "D" or self.letters[last : last + 1] == "0"):
            return None  # a name: May, April; or no day of it
        if before in self.words.next:
            return Read(k, last, None)
        when = partial(Reckoner.month, month=month, year=year, past=before in self.words.last)
        return Read(k - qualified, last, when)

    def _counted(self, k: int, word: str) -> Read | None:
        """Read “yesterday” and “the day before yesterday”."""
        back, first = self.words.days[word], k
        before = self.words.before_yesterday
        if back and tuple(map(self._word, range(k - len(before), k))) == before:
            back, first = back + 1, k - len(before)
            first -= self._word(first - 1) in self.words.the
        return Read(first, self._behind_part(k + 1), partial(Reckoner.back, days=back))

    def _part(self, k: int, word: str) -> Read | None:
        """Read “this morning” and “last night”."""
        before = self._word(k - 1)
        if before in self.words.this:
            return Read(k - 1, k + 1, partial(Reckoner.back, days=0))
        if before in self.words.last and word in self.words.nights:
            return Read(k - 1, k + 1, partial(Reckoner.back, days=1))
        return None

    def _same(self, k: int) -> Read | None:
        """Read “that day” and “the next morning”: the day spoken of last, or the one behind."""
        words, one, two = self.words, self._word(k - 1), self._word(k - 2)
        if words.units.get(self._word(k)) != "day" and self._word(k) not in words.parts:
            return None
        later = 0
        if two in words.the:
            later = (one in words.following) - (one in words.preceding)
        if not later and one not in words.same:
            return None
        first = k - 1 - (two in words.the or two in words.same)
        return Read(first, k + 1, None, later=later)

    def _unit(self, k: int, word: str) -> Read | None:
        words, unit, before = self.words, self.words.units[word], self._word(k - 1)
        if self._word(k + 1) in words.ago:
            count = self._count(k - 1)
            return (
                None if count is None else Read(k - 1, k + 2, partial(Reckoner.ago, count=count, unit=unit))
            )
        if before in words.next:
            return Read(k - 1, k + 1, None)
        last, this = before in words.last, before in words.this
        if unit == "weekend":
            named = last or this or before in words.the
            return Read(k - 1, k + 1, Reckoner.weekend) if named else None
        if unit == "day" or not (last or this):
            return None
        when: Reckoning = (
            partial(Reckoner.ago, count=1, unit=unit) if last else partial(Reckoner.current, unit=unit)
        )
        return Read(k - 1, k + 1, when)

    def _count(self, k: int) -> int | None:
        word = self._word(k)
        return int(word) if word.isdecimal() and len(word) < 4 else self.words.numbers.get(word)

    def _number(self, k: int, token: str) -> Read | None:
        """Read “2019-03-22”, “22/03/2019”, “in 2019” and “on the 5th”."""
        words = self.words
        if len(token) >= _WRITTEN:
            written = partial(Reckoner.dated, day=_written(token))
            return Read(k, k + 1, written)
        before = self._word(k - 1)
        if _YEAR.fullmatch(token):
            return Read(k, k + 1, partial(Reckoner.year, year=int(token))) if before in words.on else None
        if before not in words.the or self._word(k - 2) not in words.on or token.isdecimal():
            return None
        day = self._day_of_month(k)
        if day is None or self.letters[k + 1 : k + 2] not in _BEHIND_NUMBER:
            return None
        return Read(k - 1, k + 1, partial(Reckoner.numbered, day=day))

    def _holiday(self, k: int) -> Read | None:
        for length in _lengths(self.words):
            name = tuple(map(self._word, range(k, k + length)))
            if name in self.words.holidays:
                month, day = self.words.holidays[name]
                year, last = self._year(k + length)
                return Read(k, last, partial(Reckoner.on, month=month, day=day, year=year))
            if name in self.words.feasts:
                year, last = self._year(k + length)
                return Read(k, last, partial(Reckoner.feast, days=self.words.feasts[name], year=year))
        return None


# By the kind of the word (kinds).
_READERS: Final = (
    WordReader._weekday,
    WordReader._month,
    WordReader._counted,
    WordReader._unit,
    WordReader._part,
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
def _lengths(words: DateWords) -> tuple[int, ...]:
    """Return how many words the names of holidays have, the longest first."""
    return tuple(sorted({len(name) for name in (*words.holidays, *words.feasts)}, reverse=True))
