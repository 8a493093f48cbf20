"""Turn rows into records, a page at a time. Ids come in, records go out in the same order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import false, func, select
from sqlalchemy.orm import Session

from quotes.languages.rules import rule_precision
from quotes.store.links import context, text_fragment
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
from quotes.store.quote_reading import Around, QuoteReader
from quotes.store.records import (
    CueRecord,
    DayRecord,
    DocumentRecord,
    PartRecord,
    QuoteRecord,
    SaidOnRecord,
    SpeakerRecord,
    StatementRef,
)
from quotes.store.values import in_utc
from quotes.types import DatePrecision


def quote_records(session: Session, ids: Sequence[int]) -> list[QuoteRecord]:
    """Return the quotes with these ids; their parts are cut from the kept text, its very words."""
    return QuoteReader(session).read(ids, quote_record) if ids else []


def speaker_records(session: Session, ids: Sequence[int]) -> list[SpeakerRecord]:
    """Return the speakers with these ids."""
    rows = {row.id: row for row in session.execute(_SPEAKERS.where(speakers.c.id.in_(ids)))}
    names: dict[int, set[str]] = defaultdict(set)
    forms = select(namings.c.speaker_id, aliases.c.name).join(namings, namings.c.id == aliases.c.naming_id)
    for row in session.execute(forms.where(namings.c.speaker_id.in_(ids))):
        names[row.speaker_id].add(row.name)
    entries = select(roster.c.speaker_id, roster.c.wikidata).where(roster.c.speaker_id.in_(ids))
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
    rows = {row.id: row for row in session.execute(wanted.where(documents.c.id.in_(ids)))}
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


def quote_record(row: Any, text: str, around: Around) -> QuoteRecord:
    """Return a quote as a record; its parts are cut from its document's text."""

    def part(name: str) -> PartRecord | None:
        start, end = getattr(row, f"{name}_start"), getattr(row, f"{name}_end")
        return None if start is None else PartRecord(text[start:end], start, end)

    cue, words, document = part("cue"), part("said_on"), around.document
    said_on = None
    if row.said_on is not None:
        said_on = SaidOnRecord(row.said_on, row.said_on_precision, row.said_on_basis, words)
    parts = tuple(PartRecord(text[start:end], start, end) for start, end in around.parts)
    before, after = context(text, row.start, row.end)
    return QuoteRecord(
        id=row.id,
        text=row.text,
        kind=row.kind,
        spans=parts,
        before=None if before is None else PartRecord(before.of(text), *before),
        after=None if after is None else PartRecord(after.of(text), *after),
        speaker=around.speaker,
        candidates=around.candidates,
        office=around.office,
        source=part("source"),
        antecedent=part("antecedent"),
        cue=None if cue is None else CueRecord(cue.text, cue.start, cue.end, row.cue_lemma),
        role=part("role"),
        country=row.country,
        said_on=said_on,
        day=_day_of(row.said_on, row.said_on_precision, document.published_on),
        channel=row.channel,
        addressee=part("addressee"),
        place=part("place"),
        reported_by=part("reported_by"),
        rule=row.rule,
        rule_precision=rule_precision(row.rule) if row.rule else None,
        confidence=row.confidence,
        reason=row.reason,
        document=document,
        permalink=f"/v1/quotes/{row.id}",
        original=text_fragment(document.url, parts[0].text) if document.url else None,
        statement=StatementRef(row.statement_id, row.printings),
        corrections=around.corrections,
        extractor_version=row.extractor_version,
        updated_at=in_utc(row.updated_at),
    )


def _day_of(
    said_on: date | None, precision: DatePrecision | None, published_on: date | None
) -> DayRecord | None:
    if said_on is not None and precision is not None:
        return DayRecord(said_on, precision, "said_on")
    return DayRecord(published_on, "day", "published_on") if published_on else None
