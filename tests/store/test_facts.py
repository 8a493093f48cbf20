"""What is told around a quote: kept, given back word for word, and found by its day, country and channel."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes import Attribution, Document, Extraction, SaidOn, Span
from quotes.errors import FilterError
from quotes.store.filters import QuoteFilter
from quotes.store.models import UNDATED, quotes
from quotes.store.queries import get_quote, select_quotes
from quotes.store.records import DayRecord, PartRecord, QuoteRecord, SaidOnRecord
from quotes.store.save import kept_day, save

PROPERTY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
Fresh = Callable[[], AbstractContextManager[Session]]

TEXT = (
    "“The pass stays open,” Mira Danforth, the envoy of Ostrania, told the council in Tessary on Friday,"
    " the Pier Agency reported.\n"
)
WORDS = Span(TEXT.index("on Friday"), TEXT.index("on Friday") + 9)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def day(value: str, basis: Any = "words") -> SaidOn:
    """Write a day, month or year as a SaidOn: “2031-05-02”, “2031-05”, “2031”."""
    precision: Any = ("year", "month", "day")[value.count("-")]
    return SaidOn(date.fromisoformat((value + "-01-01")[:10]), precision, basis, WORDS)


BARE = Attribution(
    content=(span("The pass stays open,"),),
    kind="direct",
    cue=span("told"),
    cue_lemma="tell",
    source=span("Mira Danforth"),
    speaker="Mira Danforth",
    speaker_kind="person",
    rule="a_rule",
    confidence=0.9,
)
FULL = replace(
    BARE,
    role=span("the envoy of Ostrania"),
    country="XO",
    said_on=day("2031-05-02"),
    channel="speech",
    addressee=span("the council"),
    place=span("Tessary"),
    reported_by=span("the Pier Agency"),
)


def stored(session: Session, *found: Attribution, version: str = "1", text: str = TEXT) -> list[QuoteRecord]:
    """Save one document with these quotes, and read them back."""
    document = Document(text=text, published_on=date(2031, 5, 4))
    saved = save(session, document, Extraction(found, ()), extractor_version=version)
    of_document = QuoteFilter(document_id=saved.document_id)
    return list(select_quotes(session, of_document, sort="id").results)


def part(words: str) -> PartRecord:
    return PartRecord(words, *span(words))


class TestKeeping:
    def test_every_fact_comes_back_in_the_words_of_the_text(self, session: Session) -> None:
        (quote,) = stored(session, FULL)
        assert quote.role == part("the envoy of Ostrania")
        assert quote.said_on == SaidOnRecord(date(2031, 5, 2), "day", "words", part("on Friday"))
        assert (quote.addressee, quote.place) == (part("the council"), part("Tessary"))
        assert quote.reported_by == part("the Pier Agency")
        assert (quote.country, quote.channel) == ("XO", "speech")
        assert get_quote(session, quote.id) == quote

    def test_what_is_not_told_is_none(self, session: Session) -> None:
        (quote,) = stored(session, BARE)
        facts = ("role", "country", "said_on", "channel", "addressee", "place", "reported_by")
        assert {getattr(quote, name) for name in facts} == {None}

    @pytest.mark.parametrize("name", ["role", "addressee", "place", "reported_by"])
    def test_each_of_them_can_stand_alone(self, session: Session, name: str) -> None:
        (quote,) = stored(session, replace(BARE, **{name: getattr(FULL, name)}))  # type: ignore[arg-type]
        others = {"role", "addressee", "place", "reported_by"} - {name}
        assert getattr(quote, name) is not None
        assert {getattr(quote, other) for other in others} == {None}

    def test_the_day_of_publication_is_never_taken_for_that_of_saying(self, session: Session) -> None:
        (quote,) = stored(session, BARE)
        assert quote.document.published_on == date(2031, 5, 4)
        row = session.execute(select(quotes)).one()
        assert (row.said_on, row.said_until, row.said_sort) == (None, None, UNDATED)
        assert row.published_sort == date(2031, 5, 4)

    @pytest.mark.parametrize(
        ("said", "first", "last"),
        [
            ("2031-05-02", date(2031, 5, 2), date(2031, 5, 2)),
            ("2031-05", date(2031, 5, 1), date(2031, 5, 31)),
            ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
            ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
            ("2031-12", date(2031, 12, 1), date(2031, 12, 31)),
            ("2031", date(2031, 1, 1), date(2031, 12, 31)),
            ("9999-12", date(9999, 12, 1), date.max),
            ("9999", date(9999, 1, 1), date.max),
        ],
    )
    def test_a_month_and_a_year_last_to_their_end(
        self, session: Session, said: str, first: date, last: date
    ) -> None:
        stored(session, replace(BARE, said_on=day(said)))
        row = session.execute(select(quotes)).one()
        assert (row.said_on, row.said_until, row.said_sort) == (first, last, first)

    @pytest.mark.parametrize("basis", ["words", "dateline", "continues"])
    def test_by_what_the_day_is_known(self, session: Session, basis: str) -> None:
        (quote,) = stored(session, replace(BARE, said_on=day("2031-05", basis)))
        assert quote.said_on is not None
        assert (quote.said_on.precision, quote.said_on.basis) == ("month", basis)


class TestReplacing:
    def test_a_newer_version_tells_more_under_the_same_id(self, session: Session) -> None:
        (before,) = stored(session, BARE, version="1")
        (after,) = stored(session, FULL, version="2")
        assert after.id == before.id
        assert (before.country, after.country) == (None, "XO")
        assert select_quotes(session, QuoteFilter(said_from=date(2031, 5, 2))).count == 1

    def test_or_takes_back_what_the_older_one_told(self, session: Session) -> None:
        (before,) = stored(session, FULL, version="1")
        (after,) = stored(session, BARE, version="2")
        assert after == replace(
            before,
            extractor_version="2",
            speaker=after.speaker,  # with another country it is another row, which the old one leads to
            statement=after.statement,  # and of another speaker it is another statement
            office=None,
            role=None,
            country=None,
            said_on=None,
            day=DayRecord(date(2031, 5, 4), "day", "published_on"),
            channel=None,
            addressee=None,
            place=None,
            reported_by=None,
            updated_at=after.updated_at,
        )
        assert after.updated_at > before.updated_at
        assert select_quotes(session, QuoteFilter(said_from=date.min)).count == 0

    def test_so_does_a_day_of_publication_that_was_missing(self, session: Session) -> None:
        undated, dated = Document(text=TEXT), Document(text=TEXT, published_on=date(2031, 5, 4))
        save(session, undated, Extraction((BARE,), ()), extractor_version="1")
        saved = save(session, dated, Extraction((FULL,), ()), extractor_version="1")
        assert saved.status == "replaced"
        assert select_quotes(session, QuoteFilter(said_from=date(2031, 5, 2))).count == 1

    def test_days_are_counted_from_the_day_that_is_kept(self, session: Session) -> None:
        undated, first, other = (
            Document(text=TEXT, published_on=published)
            for published in (None, date(2031, 5, 4), date(2032, 1, 1))
        )
        assert (kept_day(session, undated), kept_day(session, first)) == (None, date(2031, 5, 4))
        save(session, first, Extraction((), ()), extractor_version="1")
        assert {kept_day(session, each) for each in (undated, first, other)} == {date(2031, 5, 4)}


@pytest.fixture
def told(session: Session) -> Session:
    """Return a session with six quotes, of which the last two tell no day."""
    for number, facts in enumerate(
        [
            {"said_on": day("2031-05-02"), "channel": "speech", "country": "XO"},
            {"said_on": day("2031-05-20"), "channel": "tweet", "country": "XA"},
            {"said_on": day("2031-05"), "channel": "speech"},
            {"said_on": day("2031"), "country": "XO"},
            {"channel": "tweet", "country": "XO"},
            {},
        ]
    ):
        stored(session, replace(BARE, **facts), text=f"{TEXT}{number}")  # type: ignore[arg-type]
    return session


def found(session: Session, sort: str = "id", **narrow: Any) -> list[int]:
    page = select_quotes(session, QuoteFilter(**narrow), sort=sort)
    assert page.count == len(page.results)
    return [quote.id for quote in page.results]


def days(first: str | None, last: str | None) -> dict[str, date | None]:
    return {
        "said_from": date.fromisoformat(first) if first else None,
        "said_to": date.fromisoformat(last) if last else None,
    }


class TestFiltering:
    @pytest.mark.parametrize(
        ("first", "last", "ids"),
        [
            # a day is on that day
            ("2031-05-02", "2031-05-02", [1, 3, 4]),
            ("2031-05-03", "2031-05-19", [3, 4]),
            ("2031-05-03", "2031-05-20", [2, 3, 4]),
            # a month is on each of its days, and on no other
            ("2031-04-30", "2031-04-30", [4]),
            ("2031-05-01", "2031-05-01", [3, 4]),
            ("2031-05-31", "2031-05-31", [3, 4]),
            ("2031-06-01", "2031-06-01", [4]),
            # so is a year
            ("2030-12-31", "2030-12-31", []),
            ("2031-01-01", "2031-01-01", [4]),
            ("2031-12-31", "2031-12-31", [4]),
            ("2032-01-01", "2032-01-01", []),
            # one end alone
            ("2031-05-20", None, [2, 3, 4]),
            ("2031-05-21", None, [3, 4]),
            ("2032-01-01", None, []),
            (None, "2031-05-01", [3, 4]),
            (None, "2031-05-02", [1, 3, 4]),
            (None, "2030-12-31", []),
            # what tells no day is on none
            ("0001-01-01", "9999-12-31", [1, 2, 3, 4]),
            ("0001-01-01", "0001-01-01", []),
            ("0001-01-01", None, [1, 2, 3, 4]),
            (None, "9999-12-31", [1, 2, 3, 4]),
            (None, "0001-01-01", []),
        ],
    )
    def test_by_the_day_of_saying(
        self, told: Session, first: str | None, last: str | None, ids: list[int]
    ) -> None:
        assert found(told, **days(first, last)) == ids

    @pytest.mark.parametrize(
        ("narrow", "ids"),
        [
            ({"channel": "speech"}, [1, 3]),
            ({"channel": "tweet"}, [2, 5]),
            ({"channel": "letter"}, []),
            ({"country": "XO"}, [1, 4, 5]),
            ({"country": "xo"}, [1, 4, 5]),
            ({"country": "XX"}, []),
            ({"country": "XO", "channel": "tweet"}, [5]),
            ({"country": "XO", **days("2031-05-10", None)}, [4]),
            ({"channel": "speech", **days(None, "2031-05-01")}, [3]),
            ({"published_from": date(2031, 5, 4), **days("2031-05-02", "2031-05-02")}, [1, 3, 4]),
            ({"published_from": date(2031, 5, 5), **days("2031-05-02", "2031-05-02")}, []),
            ({"speaker": "Danforth", **days("2031-05-20", "2031-05-20")}, [2, 3, 4]),
        ],
    )
    def test_by_channel_and_country_and_by_several(
        self, told: Session, narrow: dict[str, Any], ids: list[int]
    ) -> None:
        assert found(told, **narrow) == ids

    @pytest.mark.parametrize(
        ("narrow", "parameter", "message"),
        [
            (days("2031-01-02", "2031-01-01"), "said_from", "the first day, 2031-01-02, is after the last"),
            ({"channel": "song"}, "channel", "channel is one of tweet, statement, press_conference, "),
            ({"country": "XOX"}, "country", "country is a code of two letters (ISO 3166-1), not 'XOX'"),
            ({"country": ""}, "country", "country is a code of two letters"),
            ({"country": "Ostrania"}, "country", "country is a code of two letters"),
            ({"country": "X1"}, "country", "country is a code of two letters"),
            ({"country": "éé"}, "country", "country is a code of two letters"),
        ],
    )
    def test_a_value_without_use_is_refused_by_name(
        self, session: Session, narrow: dict[str, Any], parameter: str, message: str
    ) -> None:
        with pytest.raises(FilterError) as caught:
            select_quotes(session, QuoteFilter(**narrow))
        assert caught.value.parameter == parameter
        assert str(caught.value).startswith(message)
        assert "\n" not in str(caught.value)


class TestSorting:
    def test_by_the_day_of_saying_what_tells_none_counts_as_the_oldest(self, told: Session) -> None:
        assert found(told, "said_on") == [5, 6, 4, 3, 1, 2]
        assert found(told, "-said_on") == [2, 1, 3, 4, 5, 6]

    some_days = st.sampled_from(["2031-05-01", "2031-05-02", "2031-05", "2031", "2030", None])
    ends = st.none() | st.dates(date(2030, 12, 30), date(2031, 5, 3))

    @PROPERTY
    @given(
        said=st.lists(some_days, max_size=8),
        ends=st.tuples(ends, ends),
        sort=st.sampled_from(["said_on", "-said_on", "published_on"]),
        per_page=st.integers(1, 4),
    )
    def test_pages_meet_once_whatever_was_said_on_any_day_asked_for(
        self, fresh: Fresh, said: list[str | None], ends: tuple[Any, Any], sort: str, per_page: int
    ) -> None:
        first, last = sorted(ends) if all(ends) else ends
        wanted = QuoteFilter(said_from=first, said_to=last)
        with fresh() as session:
            expected = []
            for number, value in enumerate(said):
                facts: Any = {"said_on": day(value)} if value else {}
                (quote,) = stored(session, replace(BARE, **facts), text=f"{TEXT}{number}")
                if (first is None and last is None) or _within(value, first, last):
                    expected.append(quote.id)
            met: list[int] = []
            cursor = None
            while not met or cursor:
                page = select_quotes(session, wanted, sort=sort, cursor=cursor, per_page=per_page)
                met += [quote.id for quote in page.results]
                cursor = page.next_cursor
                if not page.results:
                    break
            assert page.count == len(met)
            assert sorted(met) == expected
            assert met == [quote.id for quote in select_quotes(session, wanted, sort=sort).results]


def _within(value: str | None, first: date | None, last: date | None) -> bool:
    """Tell, day by day, whether any day of a day, month or year is from `first` to `last`."""
    if value is None:
        return False
    start = day(value).day
    every = (start + timedelta(days=n) for n in range(366))
    own = [each for each in every if each.isoformat().startswith(value)]
    return any((first or date.min) <= each <= (last or date.max) for each in own)
