"""Which words a phrase for a day is found by, and which may stand around them, as they may be written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Final

from quotes.languages.dates import DateWords

ON_DAY: Final = 2  # the kind of today and yesterday
POINTED_AT: Final = 3  # the first kind of word that no time is told by alone: week, morning
DASHES: Final = frozenset("-–—/")


@lru_cache(maxsize=8)
def holiday_names(words: DateWords) -> frozenset[str]:
    """Return the first words of holidays as they are written."""
    return frozenset(name[0].capitalize() for name in (*words.holidays, *words.feasts))


@lru_cache(maxsize=8)
def telling_of_holidays(words: DateWords) -> frozenset[str]:
    """Return the rarer of the first and the last word of each, without one of which a text has no holiday."""
    names = (*words.holidays, *words.feasts)
    return frozenset(name[-(name[-1] not in words.weekdays)].capitalize() for name in names)


@lru_cache(maxsize=8)
def kinds(words: DateWords) -> dict[str, int]:
    """Return for each word of time the number of its reader."""
    readers = (words.weekdays, words.months, words.days, words.units, words.parts)
    return {word: n for n, kind in enumerate(readers) for word in kind}


@lru_cache(maxsize=8)
def head_words(words: DateWords) -> dict[str, int]:
    """Return the words of time that a phrase is found by, as they may be written, with their kinds."""
    return {form: kind for word, kind in kinds(words).items() for form in _cased([word])}


@lru_cache(maxsize=8)
def pointing_words(words: DateWords) -> frozenset[str]:
    """Return the words before a part or a unit of time that say which: this week, that day."""
    return _cased(
        chain(words.this, words.last, words.next, words.same, words.following, words.preceding, words.the)
    )


@lru_cache(maxsize=8)
def year_words(words: DateWords) -> frozenset[str]:
    """Return the words behind which a number is a year."""
    return _cased(words.on)


@lru_cache(maxsize=8)
def before_heads(words: DateWords) -> frozenset[str]:
    """Return the words by which what is behind them may be another day, or another stretch of time."""
    sets = (words.leading, words.apart, words.last, words.this, words.next, words.same, words.following)
    more = (words.preceding, words.the, words.of, words.numbers, words.named_days, words.before_yesterday)
    return _cased(chain(*sets, *more))


@lru_cache(maxsize=8)
def behind_heads(words: DateWords) -> frozenset[str]:
    """Return the words that may go on with a phrase, or make it another."""
    sets = (words.parts, words.months, words.units, words.the, words.of, words.last, words.this, words.next)
    names = (*words.holidays, *words.feasts)
    return _cased(chain(*sets, words.ranges, words.ago, *names, DASHES, (",", ".")))


def _cased(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))
