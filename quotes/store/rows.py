"""Turn rows into records, a page at a time. Ids come in, records go out in the same order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import false, func, select
from sqlalchemy.orm import Session

from quotes.languages.rules import rule_precision
from quotes.store.correcting import value_from_json
from quotes.store.links import context, text_fragment
from quotes.store.models import (
    UNDATED,
    aliases,
    documents,
    namings,
    outlets,
    quotes,
    roster,
    spans,
    speakers,
    statements,
)
from quotes.store.offices import Occasion, held, offices_of
from quotes.store.records import (
    CorrectionRecord,
    CueRecord,
    DayRecord,
    DocumentRecord,
    DocumentRef,
    OfficeRef,
    PartRecord,
    QuoteRecord,
    SaidOnRecord,
    SpeakerRecord,
    SpeakerRef,
    StatementRef,
)
from quotes.store.relinking import candidates
from quotes.store.rereading import standing
from quotes.store.values import in_utc


def quote_records(session: Session, ids: Sequence[int]) -> list[QuoteRecord]:
    """Return the quotes with these ids; their parts are cut from the kept text, its very words."""
    rows = {row.id: row for row in session.execute(_QUOTES.where(quotes.c.id.in_(ids)))}
    wanted = select(documents.c.id, documents.c.text)
    of_these = documents.c.id.in_({row.document_id for row in rows.values()})
    texts = {row.id: row.text for row in session.execute(wanted.where(of_these))}
    parts: dict[int, list[PartRecord]] = defaultdict(list)
    in_order = select(spans).where(spans.c.quote_id.in_(ids)).order_by(spans.c.quote_id, spans.c.position)
    for span in session.execute(in_order):
        text = texts[rows[span.quote_id].document_id]
        parts[span.quote_id].append(PartRecord(text[span.start : span.end], span.start, span.end))
    there = [rows[id_] for id_ in ids if id_ in rows]
    put_right = standing(session, ids)
    said = [Occasion(r.id, r.document_id, r.naming_id, r.speaker_id, r.published_sort) for r in there]
    offices = held(session, said)
    unlinked = candidates(session, {row.naming_id for row in there if row.speaker_id is None} - {None})
    meant = _speaker_refs(session, {one for found in unlinked.values() for one in found})
    return [
        _quote_record(
            row,
            texts[row.document_id],
            tuple(parts[row.id]),
            candidates=tuple(meant[one] for one in unlinked.get(row.naming_id, ())),
            office=offices.get(row.id),
            corrections=tuple(map(correction_record, put_right.get(row.id, ()))),
        )
        for row in there
    ]


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


_QUOTES = (
    select(
        quotes,
        documents.c.title,
        documents.c.url,
        documents.c.author,
        documents.c.published_on,
        documents.c.sha256,
        outlets.c.name.label("outlet"),
        speakers.c.name.label("speaker"),
        speakers.c.kind.label("kind_of_speaker"),
        statements.c.quotes.label("printings"),
    )
    .join(documents, documents.c.id == quotes.c.document_id)
    .join(statements, statements.c.id == quotes.c.statement_id)
    .outerjoin(outlets, outlets.c.id == documents.c.outlet_id)
    .outerjoin(speakers, speakers.c.id == quotes.c.speaker_id)
)


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


def _speaker_refs(session: Session, ids: Collection[int]) -> dict[int, SpeakerRef]:
    if not ids:
        return {}
    rows = session.execute(select(speakers).where(speakers.c.id.in_(ids)))
    return {row.id: SpeakerRef(row.id, row.name, row.kind) for row in rows}


def _quote_record(
    row: Any,
    text: str,
    parts: tuple[PartRecord, ...],
    *,
    candidates: tuple[SpeakerRef, ...],
    office: OfficeRef | None,
    corrections: tuple[CorrectionRecord, ...],
) -> QuoteRecord:
    def part(name: str) -> PartRecord | None:
        start, end = getattr(row, f"{name}_start"), getattr(row, f"{name}_end")
        return None if start is None else PartRecord(text[start:end], start, end)

    cue, words = part("cue"), part("said_on")
    said_on = None
    if row.said_on is not None:
        said_on = SaidOnRecord(row.said_on, row.said_on_precision, row.said_on_basis, words)
    speaker = SpeakerRef(row.speaker_id, row.speaker, row.kind_of_speaker) if row.speaker_id else None
    before, after = context(text, row.start, row.end)
    return QuoteRecord(
        id=row.id,
        text=row.text,
        kind=row.kind,
        spans=parts,
        before=None if before is None else PartRecord(before.of(text), *before),
        after=None if after is None else PartRecord(after.of(text), *after),
        speaker=speaker,
        candidates=candidates,
        office=office,
        source=part("source"),
        antecedent=part("antecedent"),
        cue=None if cue is None else CueRecord(cue.text, cue.start, cue.end, row.cue_lemma),
        role=part("role"),
        country=row.country,
        said_on=said_on,
        day=_day_of(row),
        channel=row.channel,
        addressee=part("addressee"),
        place=part("place"),
        reported_by=part("reported_by"),
        rule=row.rule,
        rule_precision=rule_precision(row.rule) if row.rule else None,
        confidence=row.confidence,
        reason=row.reason,
        document=document_ref(row),
        permalink=f"/v1/quotes/{row.id}",
        original=text_fragment(row.url, parts[0].text if parts else row.text) if row.url else None,
        statement=StatementRef(row.statement_id, row.printings),
        corrections=corrections,
        extractor_version=row.extractor_version,
        updated_at=in_utc(row.updated_at),
    )


def document_ref(row: Any) -> DocumentRef:
    """Return what a row that is joined with its document's says of it."""
    return DocumentRef(
        row.document_id, row.title, row.outlet, row.url, row.author, row.published_on, row.sha256
    )


def correction_record(row: Any) -> CorrectionRecord:
    """Return a row of the log of corrections as a record."""
    before, after = (value_from_json(row.field, value) for value in (row.before, row.after))
    return CorrectionRecord(
        id=row.id,
        quote_id=row.quote_id,
        document_id=row.document_id,
        field=row.field,
        before=before,
        after=after,
        made_by=row.made_by,
        made_at=in_utc(row.made_at),
        why=row.why,
        undone_by=row.undone_by,
        undone_at=None if row.undone_at is None else in_utc(row.undone_at),
    )


def _day_of(row: Any) -> DayRecord | None:
    if row.said_on is not None:
        return DayRecord(row.said_on, row.said_on_precision, "said_on")
    return DayRecord(row.published_on, "day", "published_on") if row.published_on else None
