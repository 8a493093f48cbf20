"""Write a document's quotes, their spans and their speakers as rows, and take them away again."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from quotes.speakers.names import fold
from quotes.store.grouping import forget, place, wording_of
from quotes.store.linking import Link, Said, Unlinked, link, unlink
from quotes.store.models import UNDATED, quotes, spans
from quotes.store.namings import named_in
from quotes.store.records import Removal
from quotes.store.speaker_rows import count_quotes
from quotes.store.tombstones import bury
from quotes.types import Attribution, SaidOn, Span, join_spans

Content = tuple[Span, ...]
_SPANS = ("source", "antecedent", "cue", "role", "addressee", "place", "reported_by")
_KEYS = ("addressee", "reported_by")
_LONGEST_KEY = 300  # what is longer is no name, and too long for an index of PostgreSQL
_VALUES = ("kind", "cue_lemma", "speaker_kind", "rule", "confidence", "reason", "country", "channel")

_NEW_QUOTES = insert(quotes).returning(quotes.c.id, sort_by_parameter_order=True)


@dataclass(frozen=True, slots=True)
class Home:
    """What a document's quotes have of it."""

    document_id: int
    published_sort: date
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Removed:
    """What is left of removed quotes: their rows and contents by their ids, what they said of speakers."""

    rows: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    contents: dict[int, Content] = field(default_factory=dict)
    unlinked: Unlinked = field(default_factory=Unlinked)


class Shown(NamedTuple):
    """An attribution as it is to be stored: under an id that it had before, of a speaker decided on."""

    attribution: Attribution
    id: int | None = None
    speaker_id: int | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """The quotes to be written of a document without any.

    Those removed whose ids none of them has are gone; `why` says so to copies elsewhere.
    """

    home: Home
    text: str
    shown: Sequence[Shown]
    instead_of: Removed = field(default_factory=Removed)
    why: Removal = "not_found"


def remove_quotes(session: Session, document_id: int) -> Removed:
    """Take a document's quotes away; add_quotes() must follow, as it puts the speakers right."""
    of_document = quotes.c.document_id == document_id
    rows = session.execute(select(quotes).where(of_document).order_by(quotes.c.id)).mappings().all()
    contents: dict[int, list[Span]] = defaultdict(list)
    parts = select(spans).join(quotes, quotes.c.id == spans.c.quote_id).where(of_document)
    for part in session.execute(parts.order_by(spans.c.quote_id, spans.c.position)):
        contents[part.quote_id].append(Span(part.start, part.end))
    session.execute(delete(spans).where(spans.c.quote_id.in_(select(quotes.c.id).where(of_document))))
    session.execute(delete(quotes).where(of_document))
    count_quotes(session, ((document_id, row["speaker_id"]) for row in rows), sign=-1)
    return Removed(
        {row["id"]: dict(row) for row in rows},
        {id_: tuple(parts) for id_, parts in contents.items()},
        unlink(session, document_id),
    )


def add_quotes(session: Session, additions: Sequence[Addition]) -> None:
    """Write the quotes of documents, all at once: many cost little more statements than one."""
    said = [
        Said(
            one.home.document_id,
            one.home.published_sort,
            named_in(one.text, [quote.attribution for quote in one.shown], [q.speaker_id for q in one.shown]),
            one.instead_of.unlinked,
        )
        for one in additions
    ]
    rows, shown = [], []
    for one, links in zip(additions, link(session, said), strict=True):
        for quote, linked in zip(one.shown, links, strict=True):
            rows.append(_row(one.home, one.text, quote.attribution, linked))
            shown.append(quote)
    before = {id_: row for one in additions for id_, row in one.instead_of.rows.items()}
    words = [wording_of(row) for row in rows]
    placing = place(session, words, leaving=Counter(row["wording_id"] for row in before.values()))
    for row, one_wording, quote in zip(rows, words, shown, strict=True):
        row |= placing.places[one_wording]._asdict()
        row |= _moment(row, before.get(quote.id) if quote.id is not None else None)
    ids = _add_rows(session, rows, [quote.id for quote in shown])
    _add_spans(session, zip(ids, (quote.attribution for quote in shown), strict=True))
    forget(session, placing)
    count_quotes(session, ((row["document_id"], row["speaker_id"]) for row in rows))
    for one in additions:
        bury(session, "quote", one.instead_of.rows.keys() - {quote.id for quote in one.shown}, one.why)


def _moment(row: Mapping[str, Any], before: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return when a row was changed: as long ago as it was, if it is as it was."""
    same = before is not None and all(before[name] == value for name, value in row.items())
    return {"updated_at": before["updated_at"] if before is not None and same else datetime.now(UTC)}


def attribution_of(row: Mapping[str, Any], content: Content) -> Attribution:
    """Return the attribution that a row was made from."""

    def span(name: str) -> Span | None:
        start = row[f"{name}_start"]
        return None if start is None else Span(start, row[f"{name}_end"])

    said_on = None
    if row["said_on"] is not None:
        known = (row["said_on"], row["said_on_precision"], row["said_on_basis"])
        said_on = SaidOn(*known, span("said_on"))
    parts: dict[str, Any] = {name: span(name) for name in _SPANS}
    values: dict[str, Any] = {name: row[name] for name in _VALUES}
    return Attribution(content=content, speaker=row["speaker_name"], said_on=said_on, **parts, **values)


def _row(home: Home, text: str, quote: Attribution, linked: Link | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "document_id": home.document_id,
        "speaker_id": None if linked is None else linked.speaker_id,
        "naming_id": None if linked is None else linked.naming_id,
        "published_sort": home.published_sort,
        "extractor_version": home.extractor_version,
        "start": quote.start,
        "end": quote.end,
        "text": join_spans(text, quote.content),
        "speaker_name": quote.speaker,
        **_said_on(quote.said_on),
    }
    for name in _SPANS:
        row[f"{name}_start"], row[f"{name}_end"] = getattr(quote, name) or (None, None)
    for name in _VALUES:
        row[name] = getattr(quote, name)
    for name in _KEYS:
        row[f"{name}_key"] = words_key(text, getattr(quote, name))
    row["day_sort"] = row["said_on"] or home.published_sort
    row["day_until"] = row["said_until"] or home.published_sort
    return row


def words_key(text: str, span: Span | None) -> str | None:
    """Return the folded words of a span, by which they are asked for."""
    return fold(span.of(text))[:_LONGEST_KEY] if span else None


def _said_on(said: SaidOn | None) -> dict[str, Any]:
    start, end = (said and said.words) or (None, None)
    return {
        "said_on": said.day if said else None,
        "said_on_precision": said.precision if said else None,
        "said_on_basis": said.basis if said else None,
        "said_on_start": start,
        "said_on_end": end,
        "said_until": _last_day(said) if said else None,
        "said_sort": said.day if said else UNDATED,
    }


def _last_day(said: SaidOn) -> date:
    """Return the last day of what the precision tells: of that day, its month or its year."""
    year, month = said.day.year, 12 if said.precision == "year" else said.day.month
    return said.day if said.precision == "day" else date(year, month, monthrange(year, month)[1])


def _add_rows(session: Session, rows: Sequence[dict[str, Any]], old_ids: Sequence[int | None]) -> list[int]:
    """Insert the rows, those with an old id under it; return the ids of all, in the order of the rows."""
    old = [{**row, "id": id_} for row, id_ in zip(rows, old_ids, strict=True) if id_ is not None]
    new = [row for row, id_ in zip(rows, old_ids, strict=True) if id_ is None]
    if old:
        session.execute(insert(quotes), old)
    if not new:
        return [id_ for id_ in old_ids if id_ is not None]
    new_ids = iter(session.scalars(_NEW_QUOTES, new).all())
    return [next(new_ids) if id_ is None else id_ for id_ in old_ids]


def _add_spans(session: Session, quotes_by_id: Iterable[tuple[int, Attribution]]) -> None:
    rows = [
        {"quote_id": id_, "position": position, "start": span.start, "end": span.end}
        for id_, quote in quotes_by_id
        for position, span in enumerate(quote.content)
    ]
    if rows:
        session.execute(insert(spans), rows)
