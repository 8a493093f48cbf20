from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quotes.store.models import documents, quotes, spans, statements, wordings

SAID_ON: dict[str, Any] = {
    "said_on": date(2031, 5, 1),
    "said_on_precision": "month",
    "said_on_basis": "words",
    "said_on_start": 6,
    "said_on_end": 9,
    "said_until": date(2031, 5, 31),
    "said_sort": date(2031, 5, 1),
}
FACTS = {
    **{f"{name}_{end}": at for name in ("role", "addressee", "place", "reported_by")
       for end, at in (("start", 6), ("end", 9))},
    "country": "XO",
    "channel": "speech",
    **SAID_ON,
}  # fmt: skip


@pytest.fixture
def quote(session: Session) -> dict[str, Any]:
    """Return a row that the table of quotes takes."""
    row = {
        "sha256": "0" * 64,
        "published_sort": date(2020, 1, 1),
        "language": "en",
        "extractor_version": "1",
        "added_at": datetime.now(UTC),
        "text": "“No,” she said.",
    }
    document_id = session.execute(insert(documents).values(row).returning(documents.c.id)).scalar_one()
    statement_id = session.execute(
        insert(statements).values(quotes=1).returning(statements.c.id)
    ).scalar_one()
    words = {
        "statement_id": statement_id,
        "key": "k",
        "speaker_id": 0,
        "day": date.min,
        "quotes": 1,
        "words": "no",
    }
    wording_id = session.execute(insert(wordings).values(words).returning(wordings.c.id)).scalar_one()
    return {
        "document_id": document_id,
        "statement_id": statement_id,
        "wording_id": wording_id,
        "published_sort": date(2020, 1, 1),
        "kind": "direct",
        "start": 1,
        "end": 4,
        "source_start": 6,
        "source_end": 9,
        "extractor_version": "1",
        "text": "No,",
    }


@pytest.mark.parametrize("facts", [{}, SAID_ON, FACTS])
def test_the_row_is_taken(session: Session, quote: dict[str, Any], facts: dict[str, Any]) -> None:
    session.execute(insert(quotes).values(quote | facts))


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 4},
        {"start": -1},
        {"end": 0},
        {"kind": "sung"},
        {"speaker_kind": "robot"},
        {"source_start": None},
        {"source_end": 6},
        {"source_start": None, "source_end": None},
        {"source_start": None, "source_end": None, "reason": "no_source", "speaker_id": 1},
        {"antecedent_start": 3},
        {"cue_start": 3, "cue_end": 3},
        {"confidence": 1.5},
        {"published_sort": None},
        {"document_id": 999},
        {"statement_id": None},
        {"statement_id": 0},
        {"statement_id": 999},
        {"wording_id": None},
        {"wording_id": 999},
        {"speaker_id": 999},
        {"role_start": 6},
        {"addressee_end": 9},
        {"place_start": 9, "place_end": 6},
        {"reported_by_start": -1, "reported_by_end": 6},
        {"country": "xo"},
        {"country": "XOX"},
        {"country": ""},
        {"channel": "song"},
        {"said_on": date(2031, 5, 1)},
        {"said_sort": date(2031, 5, 1)},
        {"said_until": date(2031, 5, 1)},
        {"said_sort": None},
        *(SAID_ON | {name: None} for name in SAID_ON),
        SAID_ON | {"said_on_precision": "week"},
        SAID_ON | {"said_on_basis": "guess"},
        SAID_ON | {"said_on_end": 6},
        SAID_ON | {"said_until": date(2031, 4, 30)},
        SAID_ON | {"said_sort": date(2031, 5, 2)},
    ],
)
def test_the_database_itself_refuses_a_wrong_one(
    session: Session, quote: dict[str, Any], wrong: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError):
        session.execute(insert(quotes).values(quote | wrong))


def test_a_span_is_of_a_quote_and_is_not_empty(session: Session, quote: dict[str, Any]) -> None:
    id_ = session.execute(insert(quotes).values(quote).returning(quotes.c.id)).scalar_one()
    for wrong in ({"end": 1}, {"quote_id": id_ + 1}):
        row = {"quote_id": id_, "position": 0, "start": 1, "end": 4}
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(insert(spans).values(row | wrong))
