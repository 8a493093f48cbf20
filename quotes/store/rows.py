"""Turn rows into records, a page at a time. Ids come in, records go out in the same order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import false, func, select
from sqlalchemy.orm import Session

from quotes.store.batches import among
from quotes.store.bulk import columns_of
from quotes.store.models import (
    UNDATED,
    aliases,
    documents,
    namings,
    outlets,
    quotes,
    roster,
    speakers,
)
from quotes.store.offices import offices_of
from quotes.store.quote_reading import ROWS_OF, QuoteReader
from quotes.store.records import DocumentRecord, QuoteRecord, SpeakerRecord
from quotes.store.values import in_utc


def quote_records(session: Session, ids: Sequence[int]) -> list[QuoteRecord]:
    """Return the quotes with these ids; their parts are cut from the kept text, its very words."""
    if not ids:
        return []
    found = QuoteReader(session).read(columns_of(session, ROWS_OF, ids))
    by_id = {record.id: record for some in found for record in some.records()}
    return [by_id[id_] for id_ in ids if id_ in by_id]


def speaker_records(session: Session, ids: Sequence[int]) -> list[SpeakerRecord]:
    """Return the speakers with these ids."""
    rows = {row.id: row for row in session.execute(_SPEAKERS.where(among(speakers.c.id, ids)))}
    names: dict[int, set[str]] = defaultdict(set)
    forms = select(namings.c.speaker_id, aliases.c.name).join(namings, namings.c.id == aliases.c.naming_id)
    for row in session.execute(forms.where(among(namings.c.speaker_id, ids))):
        names[row.speaker_id].add(row.name)
    entries = select(roster.c.speaker_id, roster.c.wikidata).where(among(roster.c.speaker_id, ids))
    identifiers = {row.speaker_id: row.wikidata for row in session.execute(entries) if row.wikidata}
    offices = offices_of(session, ids)
    return [
        SpeakerRecord(
            id=row.id,
            name=row.name,
            kind=row.kind,
            aliases=tuple(sorted(names[row.id])),
            wikidata=identifiers.get(row.id),
            offices=offices.get(row.id, ()),
            quotes=row.quotes,
            documents=row.documents,
            first_published_on=row.first,
            last_published_on=row.last,
        )
        for row in (rows[id_] for id_ in ids if id_ in rows)
    ]


def document_records(
    session: Session, ids: Sequence[int], *, with_text: bool = False
) -> list[DocumentRecord]:
    """Return the documents with these ids, with their whole texts only where asked for."""
    wanted = _DOCUMENTS.add_columns(documents.c.text) if with_text else _DOCUMENTS
    rows = {row.id: row for row in session.execute(wanted.where(among(documents.c.id, ids)))}
    return [
        DocumentRecord(
            id=row.id,
            title=row.title,
            outlet=row.outlet,
            url=row.url,
            author=row.author,
            published_on=row.published_on,
            language=row.language,
            sha256=row.sha256,
            length=row.length,
            added_at=in_utc(row.added_at),
            extractor_version=row.extractor_version,
            quotes=row.quotes,
            attributed=row.attributed,
            open=bool(row.is_open),
            text=row.text if with_text else None,
        )
        for row in (rows[id_] for id_ in ids if id_ in rows)
    ]


def _day(function: Any) -> Any:
    """Select a speaker's first or last day by a look at one end of an index."""
    dated = (quotes.c.speaker_id == speakers.c.id, quotes.c.published_sort > UNDATED)
    return select(function(quotes.c.published_sort)).where(*dated).scalar_subquery()


_SPEAKERS = select(speakers, _day(func.min).label("first"), _day(func.max).label("last"))


def _count(counted: Any) -> Any:
    return select(counted).where(quotes.c.document_id == documents.c.id).scalar_subquery()


_DOCUMENTS = select(
    *(column for column in documents.c if column.name != "text"),
    outlets.c.name.label("outlet"),
    func.length(documents.c.text).label("length"),
    _count(func.count(quotes.c.id)).label("quotes"),
    _count(func.count() - func.count(quotes.c.reason)).label("attributed"),
    func.coalesce(documents.c.open, outlets.c.open, false()).label("is_open"),
).outerjoin(outlets, outlets.c.id == documents.c.outlet_id)
