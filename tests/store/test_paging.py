"""That a page is read from an index: the plan of the statements, as the databases tell it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from quotes.errors import CursorError
from quotes.store.autocomplete import complete_speakers
from quotes.store.cursor import Position, encode
from quotes.store.filters import QuoteFilter
from quotes.store.groups import group_quotes
from quotes.store.models import quotes
from quotes.store.paging import Order, SortKey, page_of_ids
from quotes.store.queries import select_documents, select_quotes, select_speakers

ORDER = Order("-published_on", quotes.c.id, (SortKey(quotes.c.published_sort, descending=True),))
CURSOR = encode(Position(("2020-01-01",), 7), sort="-published_on", query="")


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def _plans(session: Session, select: Callable[[], Any]) -> str:
    """Return how the database goes about the statements that a query makes."""
    made: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        made.append((statement, parameters))

    event.listen(session.get_bind(), "before_cursor_execute", note)
    select()
    event.remove(session.get_bind(), "before_cursor_execute", note)
    connection = session.connection()
    explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    rows = [
        row
        for statement, parameters in made
        for row in connection.exec_driver_sql(f"{explain} {statement}", parameters)
    ]
    return "\n".join(row[-1] for row in rows)


@pytest.mark.parametrize(
    ("narrow", "index"),
    [
        ({}, "SCAN quotes USING COVERING INDEX ix_quotes_published"),
        (
            {"published_from": date(2020, 1, 1)},
            "SEARCH quotes USING COVERING INDEX ix_quotes_published (published_sort>?",
        ),
        ({"speaker_id": 1}, "SEARCH quotes USING COVERING INDEX ix_quotes_speaker (speaker_id=?"),
        (
            {"speaker_id": 1, "published_to": date(2020, 1, 1)},
            "INDEX ix_quotes_speaker (speaker_id=? AND published_sort>? AND published_sort<?",
        ),
        ({"country": "XO"}, "SEARCH quotes USING COVERING INDEX ix_quotes_country (country=?"),
        ({"channel": "tweet"}, "SEARCH quotes USING COVERING INDEX ix_quotes_channel (channel=?"),
        (
            {"channel": "tweet", "said_from": date(2020, 1, 1)},
            "SEARCH quotes USING COVERING INDEX ix_quotes_channel (channel=?",
        ),
        (
            {"country": "XO", "channel": "tweet", "published_from": date(2020, 1, 1)},
            "SEARCH quotes USING COVERING INDEX ix_quotes_country (country=?",
        ),
    ],
)
def test_quotes_by_day_are_read_from_an_index(session: Session, narrow: Any, index: str) -> None:
    plan = _plans(session, lambda: select_quotes(session, QuoteFilter(**narrow)))
    assert index in plan
    assert "SCAN quotes\n" not in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize(
    ("narrow", "index"),
    [
        ({}, "SCAN quotes USING COVERING INDEX ix_quotes_said"),
        ({"said_from": date(2020, 5, 1)}, "SEARCH quotes USING COVERING INDEX ix_quotes_said (said_sort>?"),
        (
            {"said_from": date(2020, 5, 1), "said_to": date(2020, 5, 1)},
            "SEARCH quotes USING COVERING INDEX ix_quotes_said (said_sort>? AND said_sort<?",
        ),
        ({"speaker_id": 1}, "SEARCH quotes USING COVERING INDEX ix_quotes_speaker_said (speaker_id=?"),
        (
            {"speaker_id": 1, "said_to": date(2020, 5, 1)},
            "ix_quotes_speaker_said (speaker_id=? AND said_sort>? AND said_sort<?",
        ),
    ],
)
def test_so_they_are_by_the_day_of_saying(session: Session, narrow: Any, index: str) -> None:
    plan = _plans(session, lambda: select_quotes(session, QuoteFilter(**narrow), sort="-said_on"))
    assert index in plan
    assert "SCAN quotes\n" not in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize(
    ("narrow", "index"),
    [
        ({}, "SCAN quotes USING COVERING INDEX ix_quotes_day"),
        ({"from_": date(2020, 5, 1)}, "SEARCH quotes USING COVERING INDEX ix_quotes_day (day_sort>?"),
        (
            {"speaker_id": 1, "from_": date(2020, 5, 1), "to": date(2020, 5, 1)},
            "ix_quotes_speaker_day (speaker_id=? AND day_sort>? AND day_sort<?",
        ),
    ],
)
def test_so_they_are_by_the_day_of_either(session: Session, narrow: Any, index: str) -> None:
    plan = _plans(session, lambda: select_quotes(session, QuoteFilter(**narrow), sort="-day"))
    assert index in plan
    assert "SCAN quotes\n" not in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize(
    ("narrow", "index"),
    [
        (
            {"addressee": "reporters"},
            "SEARCH quotes USING COVERING INDEX ix_quotes_addressee (addressee_key=?",
        ),
        (
            {"reported_by": "a|b"},
            "SEARCH quotes USING COVERING INDEX ix_quotes_reported_by (reported_by_key=?",
        ),
        ({"kind": "mixed"}, "SEARCH quotes USING COVERING INDEX ix_quotes_kind (kind=?"),
        ({"cue": "say"}, "SEARCH quotes USING COVERING INDEX ix_quotes_cue (cue_lemma=?"),
        ({"office": "envoy"}, "SEARCH offices USING INDEX ix_offices_key (key=?"),
    ],
)
def test_other_fields_have_their_index(session: Session, narrow: Any, index: str) -> None:
    assert index in _plans(session, lambda: select_quotes(session, QuoteFilter(**narrow)))


@pytest.mark.parametrize(
    ("by", "index"),
    [
        ("speaker", "ix_quotes_speaker"),
        ("country", "ix_quotes_country"),
        ("channel", "ix_quotes_channel"),
        ("kind", "ix_quotes_kind"),
        ("cue", "ix_quotes_cue"),
        ("outlet", "ix_quotes_document"),
        ("month", "ix_quotes_day"),
    ],
)
def test_groups_are_counted_in_an_index_alone(session: Session, by: Any, index: str) -> None:
    plan = _plans(session, lambda: group_quotes(session, QuoteFilter(), by))
    assert f"USING COVERING INDEX {index}" in plan
    assert "SCAN quotes\n" not in plan


def test_names_are_found_by_their_letters(session: Session) -> None:
    plan = _plans(session, lambda: complete_speakers(session, "danforth"))
    assert "SEARCH alias_grams USING PRIMARY KEY (gram=?)" in plan
    assert "SCAN aliases" not in plan


def test_days_of_saying_narrow_by_their_index_also_where_the_newest_print_comes_first(
    session: Session,
) -> None:
    wanted = QuoteFilter(said_from=date(2020, 5, 1), said_to=date(2020, 5, 7))
    by_index = "USING COVERING INDEX ix_quotes_said (said_sort>? AND said_sort<?"
    for per_page in (50, 0):  # the rows, and how many there are
        plan = _plans(session, partial(select_quotes, session, wanted, per_page=per_page))
        assert plan.count(by_index) == 1


def test_what_is_all_on_the_first_page_is_not_counted(stocked: Session) -> None:
    counted = [
        _plans(stocked, partial(page_of_ids, stocked, ORDER, [], query="", cursor=cursor, per_page=per_page))
        for per_page, cursor in ((9, None), (8, None), (7, None), (0, None), (9, CURSOR))
    ]
    assert [plan.count("COVERING INDEX") for plan in counted] == [1, 1, 2, 1, 2]


def test_a_later_page_begins_where_the_one_before_ended(session: Session) -> None:
    plan = _plans(session, lambda: page_of_ids(session, ORDER, [], query="", cursor=CURSOR, per_page=5))
    assert "SEARCH quotes USING COVERING INDEX ix_quotes_published (published_sort<?" in plan


def test_speakers_and_documents_are_read_from_an_index_too(session: Session) -> None:
    assert "ix_speakers_most_quoted" in _plans(session, lambda: select_speakers(session))
    assert "ix_documents_published" in _plans(session, lambda: select_documents(session))


@pytest.mark.parametrize("key", ["2020-13-01", "today", 7])
def test_a_key_that_is_no_day_is_no_position(session: Session, key: Any) -> None:
    cursor = encode(Position((key,), 7), sort="-published_on", query="")
    with pytest.raises(CursorError):
        page_of_ids(session, ORDER, [], query="", cursor=cursor, per_page=5)


def test_the_plans_are_real(session: Session) -> None:
    session.execute(text("DROP INDEX ix_quotes_published"))
    assert "ix_quotes_published" not in _plans(session, lambda: select_quotes(session, QuoteFilter()))
