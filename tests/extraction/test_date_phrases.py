"""Which day, month or year a phrase names, counted from the day of the text."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes import extract
from quotes.extraction.days import Reckoner, easter, shift, within
from quotes.types import SaidOn

WEDNESDAY = date(2019, 5, 15)

# fmt: off
# A phrase behind “Mira Danforth said”, read on Wednesday, 15 May 2019, and what it names: as far as it is told.
PHRASES = [
    # Weekdays: the last such day, today included.
    ("on Monday", "2019-05-13"),
    ("on Tuesday", "2019-05-14"),
    ("on Wednesday", "2019-05-15"),
    ("on Thursday", "2019-05-09"),
    ("on Friday", "2019-05-10"),
    ("on Saturday", "2019-05-11"),
    ("on Sunday", "2019-05-12"),
    ("Monday", "2019-05-13"),
    ("Wednesday", "2019-05-15"),
    ("Monday morning", "2019-05-13"),
    ("on Monday afternoon", "2019-05-13"),
    ("late Monday", "2019-05-13"),
    ("late on Monday", "2019-05-13"),
    ("early on Sunday morning", "2019-05-12"),
    ("Thursday night", "2019-05-09"),
    ("last Monday", "2019-05-13"),
    ("last Wednesday", "2019-05-08"),
    ("last Friday", "2019-05-10"),
    ("this past Saturday", "2019-05-11"),
    ("this Monday", "2019-05-13"),
    ("on Monday last week", "2019-05-06"),
    ("on Friday last week", "2019-05-10"),
    ("on Friday of last week", "2019-05-10"),
    ("earlier this week on Monday", "2019-05-13"),
    ("next Monday", None),
    ("this coming Friday", None),
    ("every Monday", None),
    ("each Friday", None),
    ("on Monday next week", None),
    ("since Monday", None),
    ("until Friday", None),
    ("by Sunday", None),
    ("before Monday", None),
    ("from Monday to Wednesday", None),
    ("between Monday and Friday", None),
    # Days told by how they lie from today.
    ("today", "2019-05-15"),
    ("earlier today", "2019-05-15"),
    ("later today", "2019-05-15"),
    ("tonight", "2019-05-15"),
    ("this morning", "2019-05-15"),
    ("this afternoon", "2019-05-15"),
    ("this evening", "2019-05-15"),
    ("yesterday", "2019-05-14"),
    ("yesterday morning", "2019-05-14"),
    ("late yesterday", "2019-05-14"),
    ("yesterday evening", "2019-05-14"),
    ("last night", "2019-05-14"),
    ("the day before yesterday", "2019-05-13"),
    ("tomorrow", None),
    ("two days ago", "2019-05-13"),
    ("three days ago", "2019-05-12"),
    ("a day ago", "2019-05-14"),
    ("10 days ago", "2019-05-05"),
    ("15 days ago", "2019-04-30"),
    # Weeks, months and years: the month or the year that they lie in.
    ("last week", "2019-05"),
    ("earlier this week", "2019-05"),
    ("this week", "2019-05"),
    ("next week", None),
    ("a week ago", "2019-05"),
    ("two weeks ago", "2019"),
    ("three weeks ago", "2019-04"),
    ("at the weekend", "2019-05"),
    ("over the weekend", "2019-05"),
    ("last weekend", "2019-05"),
    ("this month", "2019-05"),
    ("earlier this month", "2019-05"),
    ("last month", "2019-04"),
    ("late last month", "2019-04"),
    ("next month", None),
    ("two months ago", "2019-03"),
    ("six months ago", "2018-11"),
    ("earlier this year", "2019"),
    ("this year", "2019"),
    ("last year", "2018"),
    ("a year ago", "2018"),
    ("five years ago", "2014"),
    ("next year", None),
    ("in May", "2019-05"),
    ("in March", "2019-03"),
    ("in early March", "2019-03"),
    ("in July", "2018-07"),
    ("in December", "2018-12"),
    ("last March", "2019-03"),
    ("in March 2017", "2017-03"),
    ("in March, 2017", "2017-03"),
    ("in March of 2017", "2017-03"),
    ("in March last year", "2018-03"),
    ("in March of this year", "2019-03"),
    ("in September 2019", None),
    ("since March", None),
    ("until March 2017", None),
    ("next March", None),
    ("in 2017", "2017"),
    ("back in 1998", "1998"),
    ("in 2031", None),
    ("since 2017", None),
    ("by 2017", None),
    # Days of a month: the last such day, unless it is long ago.
    ("on March 22", "2019-03-22"),
    ("on March 22nd", "2019-03-22"),
    ("on March the 22nd", "2019-03-22"),
    ("on 22 March", "2019-03-22"),
    ("on 22nd March", "2019-03-22"),
    ("on the 22nd of March", "2019-03-22"),
    ("March 22", "2019-03-22"),
    ("on Mar. 22", "2019-03-22"),
    ("on Sept. 3", "2018-09-03"),
    ("on Sep. 3", "2018-09-03"),
    ("on Dec. 31", "2018-12-31"),
    ("on May 1", "2019-05-01"),
    ("on May 15", "2019-05-15"),
    ("on May 16", "2019-05-16"),  # printed a day earlier elsewhere
    ("on May 17", None),
    ("on June 1", None),
    ("on August 2", None),
    ("on September 1", "2018-09-01"),
    ("on Monday, March 18", "2019-03-18"),
    ("on Monday, 18 March", "2019-03-18"),
    ("on Monday, the 18th of March", "2019-03-18"),
    ("on February 29", "2016-02-29"),
    ("on February 30", None),
    ("on March 0", None),
    ("on March 22 last year", "2018-03-22"),
    ("on August 2 of last year", "2018-08-02"),
    ("on March 22 this year", "2019-03-22"),
    ("since March 22", None),
    ("by March 22", None),
    ("before March 22", None),
    ("from March 22 to March 24", None),
    ("on March 22–24", None),
    ("on the 5th", "2019-05-05"),
    ("on the 15th", "2019-05-15"),
    ("on the 16th", "2019-04-16"),
    ("on the 31st", "2019-03-31"),
    ("on the 5th floor", None),
    ("on the 32nd", None),
    # Days told in full.
    ("on March 22, 2017", "2017-03-22"),
    ("on March 22 2017", "2017-03-22"),
    ("on March 22nd, 2017", "2017-03-22"),
    ("on 22 March 2017", "2017-03-22"),
    ("on 22nd March, 2017", "2017-03-22"),
    ("on the 22nd of March 2017", "2017-03-22"),
    ("on the 22nd of March, 2017", "2017-03-22"),
    ("on Wednesday, March 22, 2017", "2017-03-22"),
    ("on Wednesday, 22 March 2017", "2017-03-22"),
    ("on Sept. 3, 2017", "2017-09-03"),
    ("on 2017-03-22", "2017-03-22"),
    ("on 2017-13-22", None),
    ("on 22/03/2017", "2017-03-22"),
    ("on 03/22/2017", "2017-03-22"),
    ("on 22.3.2017", "2017-03-22"),
    ("on 3/3/2017", "2017-03-03"),
    ("on 03/04/2017", None),  # March or April
    ("on 33/03/2017", None),
    ("on February 29, 2017", None),
    ("on March 22, 2027", None),
    ("on 2031-03-22", None),
    # Holidays.
    ("on New Year’s Day", "2019-01-01"),
    ("on New Year's Eve", "2018-12-31"),
    ("on Christmas Day", "2018-12-25"),
    ("on Christmas Eve", "2018-12-24"),
    ("on Boxing Day", "2018-12-26"),
    ("on Christmas Day 2015", "2015-12-25"),
    ("on Christmas Day, 2015", "2015-12-25"),
    ("on Valentine’s Day", "2019-02-14"),
    ("on International Women’s Day", "2019-03-08"),
    ("on May Day", "2019-05-01"),
    ("on Halloween", "2018-10-31"),
    ("on Bastille Day", None),
    ("on Good Friday", "2019-04-19"),
    ("on Easter Sunday", "2019-04-21"),
    ("on Easter Monday", "2019-04-22"),
    ("on Easter Monday 2018", "2018-04-02"),
    ("on Ash Wednesday", "2019-03-06"),
    ("on Palm Sunday", "2019-04-14"),
    ("on Black Friday", None),
    ("on Super Tuesday", None),
    # No time at all.
    ("in Lund", None),
    ("at 6 p.m.", None),
    ("for the second time", None),
    ("ten times", None),
    ("in 12 cities", None),
    ("at the age of 19", None),
]
# The same, where today is told first.
ELSEWHERE = [
    ("2019-05-13", "on Monday", "2019-05-13"),
    ("2019-05-13", "last Monday", "2019-05-06"),
    ("2019-05-12", "on Monday", "2019-05-06"),
    ("2019-05-12", "at the weekend", "2019-05"),
    ("2019-03-01", "yesterday", "2019-02-28"),
    ("2020-03-01", "yesterday", "2020-02-29"),
    ("2020-01-01", "yesterday", "2019-12-31"),
    ("2020-01-01", "last night", "2019-12-31"),
    ("2020-01-01", "on New Year’s Eve", "2019-12-31"),
    ("2020-01-01", "on New Year’s Day", "2020-01-01"),
    ("2020-01-01", "last month", "2019-12"),
    ("2020-01-01", "last week", "2019-12"),
    ("2020-01-01", "this week", None),  # of two years
    ("2020-01-02", "on the 31st", "2019-12-31"),
    ("2020-01-02", "two months ago", "2019-11"),
    ("2020-01-10", "on December 22", "2019-12-22"),
    ("2020-01-10", "in December", "2019-12"),
    ("2020-01-10", "in January", "2020-01"),
    ("2019-12-31", "on January 1", "2020-01-01"),  # printed a day earlier elsewhere
    ("2020-03-31", "on the 30th", "2020-03-30"),
    ("2020-03-29", "on the 30th", "2020-01-30"),
    ("2021-03-01", "on February 29", "2020-02-29"),
    ("2024-03-31", "on Good Friday", "2024-03-29"),
    ("2024-03-31", "on Easter Sunday", "2024-03-31"),
    ("2024-02-01", "on Easter Monday", "2023-04-10"),
    ("0001-01-01", "yesterday", None),
    ("0001-01-03", "on Monday", "0001-01-01"),
    ("0001-01-03", "on Friday", None),
    ("0001-01-03", "last month", None),
    ("0001-01-03", "last year", None),
    ("0001-01-03", "on Easter Sunday", None),
    ("9999-12-31", "today", "9999-12-31"),
    ("9999-12-31", "on New Year’s Eve", "9999-12-31"),
]
# What needs no other date.
WITHOUT_A_DATE = [
    ("on March 22, 2017", "2017-03-22"),
    ("on 22 March 2017", "2017-03-22"),
    ("on 2017-03-22", "2017-03-22"),
    ("in March 2017", "2017-03"),
    ("in 2017", "2017"),
    ("on Christmas Day 2015", "2015-12-25"),
    ("on Easter Monday 2018", "2018-04-02"),
    ("on March 22", None),
    ("on Monday", None),
    ("last Friday", None),
    ("on Friday last week", None),
    ("yesterday", None),
    ("today", None),
    ("this morning", None),
    ("last night", None),
    ("two days ago", None),
    ("three weeks ago", None),
    ("last month", None),
    ("earlier this year", None),
    ("over the weekend", None),
    ("in March", None),
    ("in March last year", None),
    ("on the 5th", None),
    ("on New Year’s Eve", None),
    ("on Good Friday", None),
]
# fmt: on
LENGTHS = {"day": 10, "month": 7, "year": 4}


def said(phrase: str, today: date | None) -> tuple[str, SaidOn | None]:
    text = f"“We will wait,” Mira Danforth said {phrase}."
    return text, extract(text, published_on=today).attributions[0].said_on


def told(when: SaidOn | None) -> str | None:
    return None if when is None else when.day.isoformat()[: LENGTHS[when.precision]]


@pytest.mark.parametrize(("phrase", "day"), PHRASES)
def test_a_phrase_is_counted_from_the_day_of_the_text(phrase: str, day: str | None) -> None:
    text, when = said(phrase, WEDNESDAY)
    assert told(when) == day
    if when is not None:
        assert when.basis == "words"
        assert when.words.of(text) in text.partition("said ")[2]


@pytest.mark.parametrize(("today", "phrase", "day"), ELSEWHERE)
def test_a_phrase_is_counted_from_any_day(today: str, phrase: str, day: str | None) -> None:
    assert told(said(phrase, date.fromisoformat(today))[1]) == day


@pytest.mark.parametrize(("phrase", "day"), WITHOUT_A_DATE)
def test_without_a_date_a_phrase_has_to_be_full(phrase: str, day: str | None) -> None:
    assert told(said(phrase, None)[1]) == day


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("in Lund on Monday", "on Monday"),
        ("late on Monday evening", "late on Monday evening"),
        ("on Monday, March 18, 2019, in Lund", "on Monday, March 18, 2019"),
        ("in Lund on the 22nd of March", "on the 22nd of March"),
        ("earlier this month", "earlier this month"),
        ("at the weekend", "at the weekend"),
        ("on Mar. 22", "on Mar. 22"),
        ("two days ago", "two days ago"),
        ("on New Year’s Eve", "on New Year’s Eve"),
    ],
)
def test_the_words_are_the_whole_phrase(phrase: str, words: str) -> None:
    text, when = said(phrase, WEDNESDAY)
    assert when is not None
    assert when.words.of(text) == words


@given(st.dates(), st.sampled_from([phrase for phrase, _ in PHRASES]))
@example(date.min, "yesterday")
@example(date.max, "on May 16")
def test_nothing_is_said_later_than_the_text(today: date, phrase: str) -> None:
    when = said(phrase, today)[1]
    assert when is None or when.day.toordinal() <= today.toordinal() + 1


@given(st.dates(), st.integers(1, 12), st.integers(-5, 40), st.integers(0, 12_000))
def test_no_reckoning_fails(today: date, month: int, day: int, count: int) -> None:
    reckoner = Reckoner(today)
    found = [
        reckoner.on(month, day, None), reckoner.on(month, day, count), reckoner.month(month, None, past=True),
        reckoner.weekday(month % 7, past=bool(day % 2)), reckoner.of_last_week(month % 7), reckoner.weekend(),
        reckoner.numbered(max(1, day)), reckoner.feast(day, None), reckoner.back(count), reckoner.year(count),
        *(reckoner.ago(count, unit) for unit in ("day", "week", "month", "year")),
        *(reckoner.current(unit) for unit in ("week", "month", "year")),
    ]  # fmt: skip
    assert all(when is None or when.day.toordinal() <= today.toordinal() + 1 for when in found)


@given(st.dates(), st.integers(-400, 400))
def test_a_stretch_of_days_lies_in_what_is_named(first: date, days: int) -> None:
    last = shift(first, abs(days))
    when = within(first, last)
    if when is not None and last is not None:
        length = LENGTHS[when.precision]
        assert {first.isoformat()[:length], last.isoformat()[:length]} == {when.day.isoformat()[:length]}


@pytest.mark.parametrize(
    "day", ["1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2019-04-21", "2024-03-31", "2038-04-25"]
)
def test_easter(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day
