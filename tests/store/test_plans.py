"""That no question reads a whole table on PostgreSQL: its own plans, with some thousand quotes in it.

What it does with few rows says nothing of many, and what it would do if it might not scan is a promise only:
here it plans as it likes, and says how many rows it took into its hands. SQLite's plans are in test_paging.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, event, select, text
from sqlalchemy.orm import Session

from quotes.store.autocomplete import complete_speakers
from quotes.store.filters import QuoteFilter
from quotes.store.models import alias_grams, documents, quotes, speakers, statements, wordings
from quotes.store.profiles import get_profile
from quotes.store.queries import select_documents, select_quotes
from quotes.store.verification import verify_words

QUOTES = 4_000
# The tables that grow with the quotes; to read a small one from end to end is quicker than its index.
LARGE = {table.name for table in (quotes, documents, statements, wordings, alias_grams)}
FEW = 200  # rows: those of a page, and of what it is chosen from
SORTS = ("-published_on", "published_on", "-said_on", "-day", "day", "id")
MAY = {"from_": date(2020, 5, 1), "to": date(2020, 5, 31)}


@pytest.fixture(scope="module")
def filled(open_both: tuple[Session, Session]) -> Iterator[Session]:
    """Return a session on a PostgreSQL that has looked at what is in it, as it does after a while."""
    path = Path(__file__).parents[1] / "benchmarks" / "invented.py"
    found = importlib.util.spec_from_file_location("invented", path)
    assert found is not None
    assert found.loader is not None
    invented = importlib.util.module_from_spec(found)
    found.loader.exec_module(invented)
    session = open_both[1]
    invented.fill(session, QUOTES)
    engine = create_engine(session.get_bind().engine.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("VACUUM ANALYZE"))
    engine.dispose()
    yield session
    session.rollback()


def _plans(session: Session, ask: Callable[[Session], Any]) -> list[dict[str, Any]]:
    """Return all steps of the plans of the statements that a question makes, with what came of them."""
    made: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        made.append((statement, parameters))

    event.listen(session.get_bind(), "before_cursor_execute", note)
    ask(session)
    event.remove(session.get_bind(), "before_cursor_execute", note)
    connection = session.connection()
    steps: list[dict[str, Any]] = []
    for statement, parameters in made:
        explained = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters)
        steps += _steps(explained.scalar_one()[0]["Plan"])
    return steps


def _steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from _steps(part)


def _rows(step: dict[str, Any]) -> float:
    """Return how many rows a step looked at: those that it passed on, and those that it did not."""
    removed = sum(count for name, count in step.items() if name.startswith("Rows Removed"))
    return float((step["Actual Rows"] + removed) * step["Actual Loops"])


def _is_page(step: dict[str, Any]) -> bool:
    return bool(step["Node Type"] == "Limit")


def _somebody(session: Session) -> str:
    quoted = select(speakers.c.name).order_by(speakers.c.quotes, speakers.c.id)
    return session.scalars(quoted.offset(20)).first() or ""


@pytest.mark.parametrize(
    "ask",
    [
        lambda session: select_quotes(session, QuoteFilter(speaker=_somebody(session), **MAY)),
        lambda session: select_quotes(session, QuoteFilter(speaker=_somebody(session), **MAY), sort="-day"),
        lambda session: select_quotes(session, QuoteFilter(speaker_id="20", **MAY), sort="-said_on"),
        lambda session: select_quotes(
            session, QuoteFilter(published_from=date(2020, 3, 2), published_to=date(2020, 3, 8))
        ),
        lambda session: select_quotes(session, QuoteFilter(**MAY), sort="-day"),
        lambda session: select_quotes(
            session, QuoteFilter(said_from=date(2020, 5, 1), said_to=date(2020, 5, 31)), sort="said_on"
        ),
        lambda session: select_quotes(session, QuoteFilter(q="badengri")),
        lambda session: select_quotes(session, QuoteFilter(q_exact='"harbour badengri" OR pololgri')),
        lambda session: select_quotes(session, QuoteFilter(statement_id="7")),
        lambda session: select_quotes(session, QuoteFilter(document_id="7")),
        lambda session: complete_speakers(session, _somebody(session).split()[-1][:6]),
        lambda session: complete_speakers(session, _somebody(session).split()[-1][:-1] + "x"),
        lambda session: verify_words(session, "badengri pololgri"),
        lambda session: verify_words(session, "harbour badengri treaty pololgri open ferry", "Mira"),
        lambda session: get_profile(session, 20),
    ],
)
def test_a_question_looks_at_few_of_many_rows(filled: Session, ask: Callable[[Session], Any]) -> None:
    for step in _plans(filled, ask):
        if step.get("Relation Name") in LARGE:
            assert step["Node Type"] != "Seq Scan", step
            assert _rows(step) <= FEW, step


@pytest.mark.parametrize(
    "ask",
    [
        *(partial(select_quotes, filter=QuoteFilter(), sort=sort) for sort in SORTS),
        select_documents,
    ],
)
def test_a_page_of_all_is_read_at_one_end_of_an_index(filled: Session, ask: Any) -> None:
    following = ask(filled, per_page=5).next_cursor
    for cursor in (None, following):
        page = [step for step in _plans(filled, partial(ask, per_page=5, cursor=cursor)) if _is_page(step)]
        *_, read = _steps(page[0])
        assert read["Node Type"] in ("Index Only Scan", "Index Scan")
        assert _rows(read) <= FEW


def test_what_is_looked_at_is_counted(filled: Session) -> None:
    steps = _plans(filled, lambda session: session.scalars(select(quotes.c.id).where(quotes.c.text == "")))
    assert [(step["Node Type"], _rows(step)) for step in steps] == [("Seq Scan", QUOTES)]
