"""What the benchmarks measure is what save() would have stored: their rows are read as saved ones are."""

from __future__ import annotations

import importlib.util
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy.orm import Session

from quotes.store import conditions, search
from quotes.store.autocomplete import complete_speakers
from quotes.store.filters import QuoteFilter
from quotes.store.groups import group_quotes
from quotes.store.queries import select_quotes, select_speakers
from quotes.store.records import QuoteRecord
from quotes.store.save import save_all

COUNT = 200


def load(name: str) -> ModuleType:
    """Return a file of the benchmarks, which are no package."""
    path = Path(__file__).parents[1] / "benchmarks" / f"{name}.py"
    found = importlib.util.spec_from_file_location(name, path)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


invented = load("invented")


def without_ids(quote: QuoteRecord) -> QuoteRecord:
    """Leave out who got which id, and when."""
    speaker = quote.speaker and replace(quote.speaker, id=0)
    statement = replace(quote.statement, id=0)
    return replace(quote, speaker=speaker, statement=statement, updated_at=datetime.min)  # noqa: DTZ901


@pytest.fixture
def filled(session: Session) -> Session:
    invented.fill(session, COUNT)
    return session


def everything(session: Session, **narrow: Any) -> list[QuoteRecord]:
    return list(select_quotes(session, QuoteFilter(**narrow), sort="id", per_page=COUNT).results)


@pytest.mark.thorough
def test_rows_written_in_bulk_are_those_that_saving_writes(open_both: tuple[Session, Session]) -> None:
    in_bulk, saved = open_both
    invented.fill(in_bulk, COUNT)
    save_all(saved, list(invented.news(COUNT)), extractor_version="1")
    stored, expected = everything(in_bulk), everything(saved)
    assert len(stored) == COUNT
    assert [without_ids(one) for one in stored] == [without_ids(one) for one in expected]
    assert max(one.statement.quotes for one in stored) > 1
    people = [
        {replace(one, id=0) for one in select_speakers(session, per_page=COUNT).results}
        for session in open_both
    ]
    assert people[0] == people[1]


def test_questions_about_them_get_the_answers_of_a_plain_reading(filled: Session) -> None:
    stored = everything(filled)
    day, name = date(2020, 1, 1), stored[0].speaker.name
    assert everything(filled, speaker=name, published_from=day) == [
        one for one in stored if one.speaker.name == name and (one.document.published_on or date.min) >= day
    ]
    assert everything(filled, q="harbour treaty") == [
        one for one in stored if {"harbour", "treaty"} <= set(one.text.split())
    ]
    groups = group_quotes(filled, QuoteFilter(), "country").results
    assert {one.key: one.count for one in groups} == Counter(one.country for one in stored)
    assert name in {one.name for one in complete_speakers(filled, name)}


def test_more_can_be_saved_after_them(filled: Session) -> None:
    last = list(invented.news(COUNT + invented.A_DOCUMENT))[-1]
    assert save_all(filled, [last], extractor_version="1")[0].status == "new"
    assert len(everything(filled, document_id=COUNT // invented.A_DOCUMENT + 1)) == invented.A_DOCUMENT


@pytest.mark.thorough
def test_what_matches_more_rows_than_are_counted_is_found_all_the_same(
    filled: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = filled
    searches = ("harbour", "harbour -treaty", "petals OR tunnel", '"harbour treaty"', "baba*", "NOT harbour")
    exactly = {q: select_quotes(session, QuoteFilter(q=q), per_page=COUNT).results for q in searches}
    many = 5
    # SQLite compares with a list, or asks its index row by row; PostgreSQL lists, or is sure by some blocks
    for dearer, blocks in ((1000, 0.3), (0, 100)):
        monkeypatch.setattr(search, "MANY", many)
        monkeypatch.setattr(search, "_DEARER", dearer)
        monkeypatch.setattr(search, "_BLOCKS", blocks)
        monkeypatch.setattr(search, "_MOST_BLOCKS", 1_000)
        monkeypatch.setattr(search, "_SURELY", many + 1)
        monkeypatch.setattr(conditions, "MANY", many)
        for q, expected in exactly.items():
            page = select_quotes(session, QuoteFilter(q=q), per_page=COUNT)
            assert page.results == expected
            assert (page.count, page.count_is_exact) == (min(len(expected), many), len(expected) <= many)
            of_kind = select_quotes(session, QuoteFilter(q=q, kind="direct"), per_page=COUNT)
            assert of_kind.results == tuple(one for one in expected if one.kind == "direct")
            assert of_kind.count == min(len(of_kind.results), many)
            groups = group_quotes(session, QuoteFilter(q=q), "kind")
            assert groups.quotes == len(expected)
