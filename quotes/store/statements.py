"""Select a statement: all its printings, and where their wordings differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.statements.canonical import Words, canonical
from quotes.statements.changes import changes
from quotes.store.batches import among
from quotes.store.models import UNDATED, documents, outlets, quotes, speakers
from quotes.store.records import (
    ChangeRecord,
    DocumentRef,
    OccurrenceRecord,
    SpeakerRef,
    StatementRecord,
    WordingRecord,
)
from quotes.store.tombstones import heir, missing
from quotes.store.values import is_id

_OF_QUOTE = ("id", "text", "document_id", "published_sort", "speaker_id", "statement_id")
_OCCURRENCES = (
    select(
        *(quotes.c[name] for name in _OF_QUOTE),
        *(documents.c[name] for name in ("title", "url", "author", "published_on", "sha256")),
        outlets.c.name.label("outlet"),
        speakers.c.name.label("speaker"),
        speakers.c.kind.label("kind_of_speaker"),
    )
    .join(documents, documents.c.id == quotes.c.document_id)
    .outerjoin(outlets, outlets.c.id == documents.c.outlet_id)
    .outerjoin(speakers, speakers.c.id == quotes.c.speaker_id)
    # what has no day comes last: it says nothing of which was the first
    .order_by(quotes.c.published_sort == UNDATED, quotes.c.published_sort, quotes.c.id)
)


def get_statement(session: Session, id: int) -> StatementRecord:  # noqa: A002  # as the column is called
    """Select one statement, or the one that it became part of; raise NotFoundError where there is none."""
    wanted = _OCCURRENCES.where(quotes.c.statement_id == id)
    rows = session.execute(wanted).all() if is_id(id) else []
    if not rows:
        joined = heir(session, "statement", id) if is_id(id) else None
        if joined is not None:
            return get_statement(session, joined)
        raise missing(session, "statement", id)
    return _record(id, rows)


def statement_records(session: Session, ids: Sequence[int]) -> list[StatementRecord]:
    """Return the statements with these ids, as far as there are any."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in session.execute(_OCCURRENCES.where(among(quotes.c.statement_id, ids))):
        found[row.statement_id].append(row)
    return [_record(id_, found[id_]) for id_ in ids if id_ in found]


def _record(id_: int, rows: Sequence[Any]) -> StatementRecord:
    wordings = _wordings(rows)
    days = [row.published_sort for row in rows if row.published_sort > UNDATED]
    by_words = {words: number for number, words in enumerate(wordings)}
    texts = [printed[0].text for printed in wordings.values()]
    return StatementRecord(
        id=id_,
        text=texts[0],
        speaker=next((_speaker(row) for row in rows if row.speaker_id), None),
        quotes=len(rows),
        documents=len({row.document_id for row in rows}),
        outlets=tuple(sorted({row.outlet for row in rows if row.outlet})),
        first_published_on=min(days, default=None),
        last_published_on=max(days, default=None),
        wordings=tuple(
            WordingRecord(text, len(printed), _changes(texts[0], text) if number else ())
            for number, (text, printed) in enumerate(zip(texts, wordings.values(), strict=True))
        ),
        occurrences=tuple(
            OccurrenceRecord(row.id, row.text, by_words[canonical(row.text)], _document(row)) for row in rows
        ),
    )


def _wordings(rows: Sequence[Any]) -> dict[Words, list[Any]]:
    """Return the printings by their words, the most usual words first, and the longer ones of as many."""
    found: dict[Words, list[Any]] = defaultdict(list)
    for row in rows:
        found[canonical(row.text)].append(row)
    usual = sorted(found, key=lambda words: (-len(found[words]), -len(words), words))
    return {words: found[words] for words in usual}


def _changes(usual: str, text: str) -> tuple[ChangeRecord, ...]:
    return tuple(ChangeRecord(*change) for change in changes(usual, text))


def _speaker(row: Any) -> SpeakerRef:
    return SpeakerRef(row.speaker_id, row.speaker, row.kind_of_speaker)


def _document(row: Any) -> DocumentRef:
    return DocumentRef(
        row.document_id, row.title, row.outlet, row.url, row.author, row.published_on, row.sha256
    )
