"""Put right by hand what is said of a quote: each correction is logged, holds, and can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, false, insert, select, update
from sqlalchemy.orm import Session

from quotes.errors import ConflictError, FilterError, NotFoundError
from quotes.store.conditions import survivor
from quotes.store.correcting import Change, to_json, value_to_json
from quotes.store.engine import lock
from quotes.store.models import UNDATED, corrections, documents, originals, quotes, spans, speakers
from quotes.store.paging import Order, SortKey, page_of_ids
from quotes.store.quote_reading import correction_record
from quotes.store.quote_rows import Addition, Home, add_quotes, attribution_of, remove_quotes
from quotes.store.records import CorrectionRecord, DayValue, Page, PartRecord, SpeakerValue, Value
from quotes.store.rereading import originals_of, reread
from quotes.store.values import is_id
from quotes.types import Attribution, Span

_LAST_FIRST = Order("-id", corrections.c.id, (SortKey(corrections.c.id, descending=True),))
_LONGEST = 500  # characters of a name, of who corrects, of a reason


def correct(session: Session, quote_id: int, change: Change, *, by: str, why: str) -> CorrectionRecord:
    """Put one thing about a quote right: the speaker, the words of the source, the day, that it is none.

    It shows in every answer, and also when a newer version of the extractor reads the document again. A
    speaker with an id is that one; one without is whoever that name means. The caller commits. Raises
    NotFoundError for a quote or a speaker that is not there, FilterError for a value without use.
    """
    with session.begin_nested():
        lock(session)
        row = _quote(session, quote_id)
        text = session.scalars(select(documents.c.text).where(documents.c.id == row["document_id"])).one()
        change = _checked(session, change, text)
        before = Change(change.field, _shown(session, row, text, change))
        if _same(before.value, change.value):
            raise FilterError(change.field, f"that is what is said of quote {quote_id} already")
        _keep_original(session, row)
        values = {
            "quote_id": quote_id,
            "document_id": row["document_id"],
            "field": change.field,
            "before": value_to_json(before),
            "after": value_to_json(change),
            "made_at": datetime.now(UTC),
            "made_by": _line("by", by),
            "why": _line("why", why),
        }
        made = session.execute(insert(corrections).returning(corrections), values).one()
        _show(session, row["document_id"], quote_id)
        return correction_record(made)


def undo(session: Session, number: int | None = None, *, by: str) -> CorrectionRecord:
    """Take a correction back, the last one unless another is given: what else was put right stays so.

    The caller commits. Raises NotFoundError where there is none, StoreError where it was taken back already
    or the document is gone.
    """
    with session.begin_nested():
        lock(session)
        row = _to_undo(session, number)
        if session.scalar(select(originals.c.quote_id).where(originals.c.quote_id == row.quote_id)) is None:
            raise ConflictError(f"the document of correction {row.id} is not here any more")
        noted = {"undone_at": datetime.now(UTC), "undone_by": _line("by", by)}
        of_row = corrections.c.id == row.id
        session.execute(update(corrections).where(of_row).values(noted))
        _show(session, row.document_id, row.quote_id)
        standing = select(corrections.c.quote_id).where(corrections.c.undone_at.is_(None))
        done = (originals.c.document_id == row.document_id, originals.c.quote_id.not_in(standing))
        session.execute(delete(originals).where(*done))
        return correction_record(session.execute(select(corrections).where(of_row)).one())


def select_corrections(session: Session, *, quote_id: int | None = None) -> list[CorrectionRecord]:
    """Return all corrections, or those of one quote, the last first; those undone among them."""
    wanted = select(corrections).order_by(corrections.c.id.desc())
    if quote_id is not None:
        wanted = wanted.where(corrections.c.quote_id == quote_id)
    return [correction_record(row) for row in session.execute(wanted)]


def page_corrections(
    session: Session, *, quote_id: int | None = None, cursor: str | None = None, per_page: int = 50
) -> Page[CorrectionRecord]:
    """Return a page of all corrections, or of those of one quote, the last first."""
    conditions = []
    if quote_id is not None:
        conditions.append(corrections.c.quote_id == quote_id if is_id(quote_id) else false())
    query = repr(("corrections", quote_id))
    page = page_of_ids(session, _LAST_FIRST, conditions, query=query, cursor=cursor, per_page=per_page)
    rows = session.execute(select(corrections).where(corrections.c.id.in_(page.ids)))
    records = {row.id: correction_record(row) for row in rows}
    return Page(tuple(records[id_] for id_ in page.ids), page.count, page.next_cursor)


def nearest_words(session: Session, quote_id: int, words: str) -> PartRecord:
    """Return where words stand in a quote's document, in its paragraph if they do, nearest to it.

    Raises FilterError where they do not stand there.
    """
    row = _quote(session, quote_id)
    text = session.scalars(select(documents.c.text).where(documents.c.id == row["document_id"])).one()
    places = list(_places(text, words)) if words else []
    if not places:
        raise FilterError("source", f"the document of quote {quote_id} does not have the words {words!r}")

    def distance(start: int) -> tuple[int, int]:
        left, right = sorted(((start, start + len(words)), (int(row["start"]), int(row["end"]))))
        between = text[left[1] : right[0]]
        return between.count("\n"), len(between)

    start = min(places, key=distance)
    return PartRecord(words, start, start + len(words))


def _quote(session: Session, id_: int) -> Mapping[str, Any]:
    wanted = select(quotes).where(quotes.c.id == id_)
    row = session.execute(wanted).mappings().one_or_none() if is_id(id_) else None
    if row is None:
        raise NotFoundError(f"there is no quote {id_}")
    return dict(row)


def _places(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _checked(session: Session, change: Change, text: str) -> Change:
    """Return a change whose value is one that there can be."""
    match change.value:
        case SpeakerValue(name, kind, None):
            return change._replace(value=SpeakerValue(_line("speaker", name), kind))
        case SpeakerValue(_, _, int(id_)):
            wanted = select(speakers).where(speakers.c.id == survivor(session, id_))
            row = session.execute(wanted).one_or_none()
            if row is None:
                raise NotFoundError(f"there is no speaker {id_}")
            kind = row.kind or ("person" if row.is_person else "organisation")
            return change._replace(value=SpeakerValue(row.name, kind, row.id))
        case PartRecord(_, start, end):
            if not 0 <= start < end <= len(text):
                raise FilterError("source", f"{start}-{end} is not within the text, which has {len(text)}")
            return change._replace(value=PartRecord(text[start:end], start, end))
        case DayValue(day, precision):
            first = {"month": day.replace(day=1), "year": day.replace(month=1, day=1)}
            return change._replace(value=DayValue(first.get(precision, day), precision))
        case None if change.field == "source":
            raise FilterError("source", "a source is words of the document; say that it was nobody instead")
    return change


def _shown(session: Session, row: Any, text: str, change: Change) -> Value:
    """Return what is said of a quote until it is put right."""
    if change.field == "quote":
        return True
    if change.field == "said_on":
        return DayValue(row["said_on"], row["said_on_precision"]) if row["said_on"] else None
    if change.field == "source":
        start, end = row["source_start"], row["source_end"]
        return None if start is None else PartRecord(text[start:end], start, end)
    if row["speaker_id"] is not None:
        known = session.execute(select(speakers).where(speakers.c.id == row["speaker_id"])).one()
        return SpeakerValue(known.name, row["speaker_kind"] or "person", known.id)
    return SpeakerValue(row["speaker_name"], row["speaker_kind"] or "person") if row["speaker_name"] else None


def _keep_original(session: Session, row: Any) -> None:
    """Write down what the extractor says of a quote, unless it was put right before."""
    if session.scalar(select(originals.c.quote_id).where(originals.c.quote_id == row["id"])) is None:
        found = to_json(_attribution(session, row))
        values = {"quote_id": row["id"], "document_id": row["document_id"], "attribution": found}
        session.execute(insert(originals).values(values))


def _attribution(session: Session, row: Any) -> Attribution:
    parts = session.execute(select(spans).where(spans.c.quote_id == row["id"]).order_by(spans.c.position))
    return attribution_of(row, tuple(Span(part.start, part.end) for part in parts))


def _same(before: Value, after: Value) -> bool:
    """Tell whether nothing would change; a name alone means whoever it means by now."""
    if isinstance(before, SpeakerValue) and isinstance(after, SpeakerValue) and after.id is None:
        return replace(before, id=None) == after
    return before == after


def _show(session: Session, document_id: int, quote_id: int) -> None:
    """Write the quotes of a document anew, with all that was put right; that one at least has changed."""
    row = session.execute(select(documents).where(documents.c.id == document_id)).one()
    home = Home(row.id, row.published_sort or UNDATED, row.extractor_version)
    known = originals_of(session, row.id)
    removed = remove_quotes(session, row.id)
    found = list(known.values())
    for id_, stored in removed.rows.items():
        if id_ not in known:
            found.append(attribution_of(stored, removed.contents[id_]))
    shown = reread(session, row.id, row.text, found, removed)
    add_quotes(session, [Addition(home, row.text, shown, removed, why="corrected")])
    moment = {"updated_at": datetime.now(UTC)}
    session.execute(update(quotes).where(quotes.c.id == quote_id).values(moment))


def _to_undo(session: Session, number: int | None) -> Any:
    wanted = select(corrections).order_by(corrections.c.id.desc()).limit(1)
    standing = corrections.c.undone_at.is_(None)
    wanted = wanted.where(standing) if number is None else wanted.where(corrections.c.id == number)
    row = session.execute(wanted).one_or_none() if number is None or is_id(number) else None
    if row is None:
        raise NotFoundError(f"there is no correction {'to undo' if number is None else number}")
    if row.undone_at is not None:
        raise ConflictError(f"the correction {number} was undone already")
    return row


def _line(parameter: str, value: str) -> str:
    """Return a name or a reason on one line; refuse what is empty, too long or no text."""
    line = " ".join(value.split())
    if not line or len(line) > _LONGEST:
        raise FilterError(parameter, f"{parameter} has from 1 to {_LONGEST} characters, not {len(line)}")
    if "\0" in line or any("\ud800" <= character <= "\udfff" for character in line):
        raise FilterError(parameter, f"{parameter} has a character that no text has")
    return line
