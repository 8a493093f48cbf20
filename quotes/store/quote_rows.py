"""Write a document's quotes, their spans and their speakers as rows, and take them away again."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from quotes.speakers.names import fold
from quotes.store.grouping import forget, place, wording_of
from quotes.store.linking import Link, Said, Unlinked, link, unlink
from quotes.store.models import UNDATED, quotes, spans
from quotes.store.namings import named_in
from quotes.store.speaker_rows import count_quotes
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
    """What is left of removed quotes: ids by their spans, wordings, what they said of speakers."""

    ids: dict[Content, list[int]] = field(default_factory=dict)
    wordings: Counter[int] = field(default_factory=Counter)
    unlinked: Unlinked = field(default_factory=Unlinked)


@dataclass(frozen=True, slots=True)
class Addition:
    """The quotes to be written of a document without any; with the spans of a removed one they get its id."""

    home: Home
    text: str
    found: Sequence[Attribution]
    instead_of: Removed = field(default_factory=Removed)


def remove_quotes(session: Session, document_id: int) -> Removed:
    """Take a document's quotes away; add_quotes() must follow, as it puts the speakers right."""
    of_document = quotes.c.document_id == document_id
    stored = select(quotes.c.id, quotes.c.speaker_id, quotes.c.wording_id).where(of_document)
    rows = session.execute(stored.order_by(quotes.c.id)).all()
    contents: dict[int, list[Span]] = defaultdict(list)
    parts = select(spans).join(quotes, quotes.c.id == spans.c.quote_id).where(of_document)
    for part in session.execute(parts.order_by(spans.c.quote_id, spans.c.position)):
        contents[part.quote_id].append(Span(part.start, part.end))
    ids: dict[Content, list[int]] = defaultdict(list)
    for row in rows:
        ids[tuple(contents[row.id])].append(row.id)
    session.execute(delete(spans).where(spans.c.quote_id.in_(select(quotes.c.id).where(of_document))))
    session.execute(delete(quotes).where(of_document))
    count_quotes(session, ((document_id, row.speaker_id) for row in rows), sign=-1)
    wordings = Counter(row.wording_id for row in rows)
    return Removed(dict(ids), wordings, unlink(session, document_id))


def add_quotes(session: Session, additions: Sequence[Addition]) -> None:
    """Write the quotes of documents, all at once: many cost little more statements than one."""
    said = [
        Said(
            one.home.document_id,
            one.home.published_sort,
            named_in(one.text, one.found),
            one.instead_of.unlinked,
        )
        for one in additions
    ]
    rows, old_ids, found = [], [], []
    for one, links in zip(additions, link(session, said), strict=True):
        for quote, linked in zip(one.found, links, strict=True):
            rows.append(_row(one.home, one.text, quote, linked))
            old_ids.append(_take(one.instead_of.ids, quote.content))
            found.append(quote)
    leaving = sum((one.instead_of.wordings for one in additions), Counter[int]())
    words = [wording_of(row) for row in rows]
    placing = place(session, words, leaving=leaving)
    for row, one_wording in zip(rows, words, strict=True):
        row |= placing.places[one_wording]._asdict()
    _add_spans(session, zip(_add_rows(session, rows, old_ids), found, strict=True))
    forget(session, placing)
    count_quotes(session, ((row["document_id"], row["speaker_id"]) for row in rows))


def _take(ids: dict[Content, list[int]], content: Content) -> int | None:
    left = ids.get(content)
    return left.pop(0) if left else None


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
    start, end = said.words if said else (None, None)
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
