"""All rows of each noun as records, in the order of their ids; of what is gone, in that of nouns first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.store.engine import take_time
from quotes.store.filters import QuoteFilter
from quotes.store.models import corrections, documents, speakers, statements, tombstones
from quotes.store.quote_reading import correction_record
from quotes.store.readers import Reader
from quotes.store.records import (
    CorrectionRecord,
    DocumentRecord,
    QuoteRecord,
    SpeakerRecord,
    StatementRecord,
    TombstoneRecord,
)
from quotes.store.rows import document_records, speaker_records
from quotes.store.selection import Selection
from quotes.store.statements import statement_records
from quotes.store.updates import tombstone_record

Nouns = Literal["quotes", "speakers", "documents", "statements", "corrections", "tombstones"]
NOUNS: dict[Nouns, type] = {
    "quotes": QuoteRecord,
    "speakers": SpeakerRecord,
    "documents": DocumentRecord,
    "statements": StatementRecord,
    "corrections": CorrectionRecord,
    "tombstones": TombstoneRecord,
}
_STREAMED = {"yield_per": 500}


def all_of(session: Session, noun: Nouns, readers: Sequence[Reader] = ()) -> Iterable[Any]:
    """Return all there are, in the session's transaction; documents have their texts where these are open.

    Quotes are a selection, which `readers` read along.
    """
    take_time(session)
    return Selection(session, QuoteFilter(), "id", readers) if noun == "quotes" else _records(session, noun)


def _records(session: Session, noun: Nouns) -> Iterator[Any]:
    if noun == "tombstones":
        gone = select(tombstones).order_by(tombstones.c.noun, tombstones.c.id)
        yield from map(tombstone_record, session.execute(gone, execution_options=_STREAMED))
        return
    table, records = _READ[noun]
    ids = session.execute(select(table.c.id).order_by(table.c.id), execution_options=_STREAMED)
    for some in ids.scalars().partitions():
        yield from records(session, some)


def _documents(session: Session, ids: Sequence[int]) -> list[DocumentRecord]:
    found = document_records(session, ids, with_text=True)
    return [one if one.open else replace(one, text=None) for one in found]


def _corrections(session: Session, ids: Sequence[int]) -> list[CorrectionRecord]:
    rows = session.execute(select(corrections).where(corrections.c.id.in_(ids)).order_by(corrections.c.id))
    return [correction_record(row) for row in rows]


_READ: dict[Nouns, tuple[Any, Callable[[Session, Sequence[int]], list[Any]]]] = {
    "speakers": (speakers, speaker_records),
    "documents": (documents, _documents),
    "statements": (statements, statement_records),
    "corrections": (corrections, _corrections),
}
