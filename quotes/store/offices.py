"""Offices as observations: in which ones a speaker was seen, when, and in which one a quote was said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    ColumnElement,
    CompoundSelect,
    Date,
    Select,
    Table,
    case,
    exists,
    false,
    func,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from quotes.speakers.names import fold
from quotes.speakers.offices import Office
from quotes.store.batches import among
from quotes.store.bulk import columns_of
from quotes.store.models import UNDATED, namings, offices, quotes, roster, terms
from quotes.store.records import OfficeRecord, OfficeRef

# Statements are built once: building one costs more than running it.
_day = case((offices.c.seen_sort > UNDATED, offices.c.seen_sort))
_OFFICE = (*(offices.c[name] for name in ("title", "body", "country", "key", "past")), namings.c.speaker_id)


_LISTED = (
    select(*(terms.c[name] for name in ("title", "body", "country", "key")), false().label("past"))
    .add_columns(roster.c.speaker_id, null().label("documents"), null().label("first"), null().label("last"))
    .add_columns(terms.c.since, terms.c.until)
    .join(roster, roster.c.key == terms.c.roster_key)
    .where(among(roster.c.speaker_id, "speakers"))
)


@cache
def _known(dialect: str) -> CompoundSelect[Any]:
    """Return what selects the offices of speakers, seen or listed: of one often quoted, thousands were."""
    gathered = func.json_agg if dialect == "postgresql" else func.json_group_array
    no_day = type_coerce(null(), Date)
    seen = (
        select(*_OFFICE, gathered(offices.c.document_id, type_=JSON()).label("documents"))
        .add_columns(func.min(_day).label("first"), func.max(_day).label("last"))
        .add_columns(no_day.label("since"), no_day.label("until"))
        .join_from(offices, namings, namings.c.id == offices.c.naming_id)
        .where(among(namings.c.speaker_id, "speakers"))
        .group_by(*_OFFICE)
    )
    return union_all(seen, _LISTED)


_of_naming = offices.alias()
_LAST = (
    select(offices, namings.c.speaker_id)
    .select_from(namings)
    .join(
        offices,
        offices.c.id
        == select(_of_naming.c.id)
        .where(_of_naming.c.naming_id == namings.c.id)
        .order_by(_of_naming.c.seen_sort.desc(), _of_naming.c.id)
        .limit(1)
        .scalar_subquery(),
    )
    .where(among(namings.c.speaker_id, "speakers"))
    .order_by(namings.c.id)
)
_GIVEN = (
    select(*(offices.c[name] for name in ("document_id", "naming_id", "title", "body", "country")))
    .where(among(offices.c.document_id, "ids"), ~offices.c.past)
    .order_by(offices.c.id)
)


class Occasions(NamedTuple):
    """When and by whom quotes were said, as far as it is known; the day is UNDATED where it is not."""

    documents: Sequence[int]
    namings: Sequence[int | None]
    speakers: Sequence[int | None]
    days: Sequence[date]


def offices_of(session: Session, speaker_ids: Collection[int]) -> dict[int, tuple[OfficeRecord, ...]]:
    """Return the offices of speakers: the last seen first, then those that only a roster knows."""
    return _grouped(session, speaker_ids, _known(session.get_bind().dialect.name))


def _grouped(
    session: Session, speaker_ids: Collection[int], statement: Select[Any] | CompoundSelect[Any]
) -> dict[int, tuple[OfficeRecord, ...]]:
    found: dict[int, dict[Any, list[Any]]] = defaultdict(lambda: defaultdict(list))
    given = {"speakers": speaker_ids}
    for row in session.connection().execute(statement, given).all() if speaker_ids else ():
        found[row.speaker_id][_same(row)].append(row)
    return {
        speaker: tuple(sorted(map(_record, grouped.values()), key=_last_first))
        for speaker, grouped in found.items()
    }


def last_offices(session: Session, speaker_ids: Collection[int]) -> dict[int, OfficeRecord | OfficeRef]:
    """Return the office in which each speaker was last seen, in its last words; else one that a roster knows.

    Of somebody often quoted there are thousands of observations: an index leads to the last.
    """
    seen: dict[int, Any] = {}
    for row in session.connection().execute(_LAST, {"speakers": speaker_ids}):
        if row.speaker_id not in seen or row.seen_sort > seen[row.speaker_id].seen_sort:
            seen[row.speaker_id] = row
    found: dict[int, OfficeRecord | OfficeRef] = {
        speaker_id: OfficeRef(row.title, row.body, row.country, "document")
        for speaker_id, row in seen.items()
    }
    unseen = set(speaker_ids) - found.keys()
    return found | {one: known[0] for one, known in _grouped(session, unseen, _LISTED).items()}


def held(
    session: Session, said: Occasions, known: dict[int, tuple[OfficeRecord, ...]]
) -> list[OfficeRef | None]:
    """Return the office that the speaker held when each quote was said.

    That is the one that the document itself gives; else one of a roster at that day; else the only one that
    other documents give before and after. The offices of speakers who are not `known` yet are put there.
    """
    given = _in_documents(session, set(said.documents))
    found = [*map(given.get, zip(said.documents, said.namings, strict=True))]
    elsewhere = [
        (number, speaker, day)
        for number, (office, naming, speaker, day) in enumerate(zip(found, *said[1:], strict=True))
        if office is None and naming is not None and speaker and day > UNDATED
    ]
    if new := {speaker for _, speaker, _ in elsewhere} - known.keys():
        known |= dict.fromkeys(new, ()) | offices_of(session, new)
    for number, speaker, day in elsewhere:
        if offices_ := known[speaker]:
            found[number] = _at(offices_, day)
    return found


def in_office(office: Office) -> ColumnElement[bool]:
    """Return the condition that a quote was said in an office: by its document, by others, by a roster.

    It holds for every office that is known of the day, of which a quote's record shows one.
    """
    here = (offices.c.document_id == quotes.c.document_id, offices.c.naming_id == quotes.c.naming_id)
    by_document = exists().where(*here, *_called(offices, office), offices.c.past == office.past)
    if office.past:
        return by_document
    day = offices.c.seen_sort
    seen = (
        select(namings.c.speaker_id, func.min(day).label("since"), func.max(day).label("until"))
        .join(offices, offices.c.naming_id == namings.c.id)
        .where(*_called(offices, office), ~offices.c.past, day > UNDATED)
        .group_by(namings.c.speaker_id)
    )
    listed = (
        select(
            roster.c.speaker_id,
            func.coalesce(terms.c.since, date.min).label("since"),
            func.coalesce(terms.c.until, date.max).label("until"),
        )
        .join(terms, terms.c.roster_key == roster.c.key)
        .where(*_called(terms, office), or_(terms.c.since.is_not(None), terms.c.until.is_not(None)))
    )
    then = union_all(seen, listed).subquery()
    by_day = exists().where(
        then.c.speaker_id == quotes.c.speaker_id,
        quotes.c.published_sort > UNDATED,
        quotes.c.published_sort.between(then.c.since, then.c.until),
    )
    return or_(by_document, by_day)


def _called(table: Table, office: Office) -> list[ColumnElement[bool]]:
    of_country = [table.c.country == office.country] if office.country else []
    return [table.c.key == office.key, *of_country]


def _in_documents(session: Session, ids: Collection[int]) -> dict[tuple[int, int | None], OfficeRef]:
    """Return the office that each document gives whom it names, by document and naming."""
    given: dict[tuple[int, int | None], OfficeRef] = {}
    columns = columns_of(session, _GIVEN, ids)
    for document, naming, *office in zip(*columns.values(), strict=True):
        given.setdefault((document, naming), _in_document(*office))
    return given


@lru_cache(1_000)
def _in_document(title: str, body: str | None, country: str | None) -> OfficeRef:
    return OfficeRef(title, body, country, "document")


def _at(known: Iterable[OfficeRecord], day: date) -> OfficeRef | None:
    """Return the office held on a day: by a roster, else by what was seen before and after."""
    current = [office for office in known if not office.past]
    by_roster = [office for office in current if _in_term(office, day)]
    if by_roster:
        last = max(by_roster, key=lambda office: (office.since or date.min, office.title))
        return OfficeRef(last.title, last.body, last.country, "roster")
    seen = [
        office
        for office in current
        if office.first_seen_on and office.last_seen_on and office.first_seen_on <= day <= office.last_seen_on
    ]
    if len(seen) != 1:
        return None
    return OfficeRef(seen[0].title, seen[0].body, seen[0].country, "other_documents")


def _in_term(office: OfficeRecord, day: date) -> bool:
    if office.since is None and office.until is None:
        return False
    return (office.since or date.min) <= day <= (office.until or date.max)


def _same(row: Any) -> tuple[str, str, str, bool]:
    """Return what is equal for two observations of one office."""
    return row.key, fold(row.body or ""), row.country or "", bool(row.past)


def _record(rows: Sequence[Any]) -> OfficeRecord:
    seen = [row for row in rows if row.documents is not None]
    held_ = [row for row in rows if row.documents is None]
    title, body = min(((row.title, row.body) for row in rows), key=lambda words: (len(words[0]), str(words)))
    return OfficeRecord(
        title=title,
        body=body,
        country=rows[0].country,
        past=any(row.past for row in seen),
        first_seen_on=min((row.first for row in seen if row.first), default=None),
        last_seen_on=max((row.last for row in seen if row.last), default=None),
        documents=len({id_ for row in seen for id_ in row.documents}),
        since=min((row.since for row in held_ if row.since), default=None),
        until=None
        if any(row.until is None for row in held_)
        else max((r.until for r in held_), default=None),
    )


def _last_first(office: OfficeRecord) -> tuple[int, str, str, str, bool]:
    last = office.last_seen_on or office.until or office.since or date.min
    return -last.toordinal(), office.title, office.body or "", office.country or "", office.past
