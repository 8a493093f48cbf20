"""Give the speakers that a document names their rows, and keep those rows true when documents change.

A speaker is known by the folded full name and by being a person or not. Name and kind are chosen from all
the aliases in use, so what is stored never depends on the order in which documents came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import bindparam, delete, exists, insert, select, update
from sqlalchemy.orm import Session

from quotes.speakers.names import best_name, fold, name_form, surname
from quotes.store.models import alias_documents, aliases, speakers
from quotes.types import Attribution

T = TypeVar("T")

# Where documents differ on what a speaker is; None, for those that do not tell, counts with the persons.
_KINDS = ("person", "government", "organisation", "group")
_LONGEST_NAME = 300  # a longer one is no name, and too long for an index of PostgreSQL


class Identity(NamedTuple):
    """What makes two namings one speaker."""

    key: str
    is_person: bool


class Alias(NamedTuple):
    """One form of a name, and the kind of speaker that its document takes it for ("" for none)."""

    name: str
    kind: str


def identity(attribution: Attribution) -> Identity | None:
    """Return who an attribution says has spoken, None where it names nobody."""
    name = _one_line(attribution.speaker or "")
    if attribution.source is None or not name or len(name) > _LONGEST_NAME:
        return None
    return Identity(fold(name), _kind(attribution) in ("", "person"))


def aliases_in(text: str, attributions: Iterable[Attribution]) -> dict[Identity, set[Alias]]:
    """Return the speakers that a document names, each with the forms of the name that it uses."""
    found: dict[Identity, set[Alias]] = defaultdict(set)
    for attribution in attributions:
        who = identity(attribution)
        if who is None or attribution.speaker is None:
            continue
        name, kind = _one_line(attribution.speaker), _kind(attribution)
        found[who].add(Alias(name, kind))
        for span in (attribution.source, attribution.antecedent):
            if span is not None and span.end - span.start <= _LONGEST_NAME:
                form = name_form(span.of(text), name, person=who.is_person)
                if form is not None:
                    found[who].add(Alias(form, kind))
    return found


def link(session: Session, document_id: int, named: Mapping[Identity, set[Alias]]) -> dict[Identity, int]:
    """Return the speaker's id for each identity, making rows where there are none, and note the aliases."""
    ids = _speaker_ids(session, named)
    wanted = {(ids[who], alias) for who, forms in named.items() for alias in forms}
    _run(
        session,
        insert(alias_documents),
        [{"alias_id": alias, "document_id": document_id} for alias in sorted(_alias_ids(session, wanted))],
    )
    return ids


def unlink(session: Session, document_id: int) -> None:
    """Forget the aliases that a document uses, and those that no other document uses either."""
    of_document = alias_documents.c.document_id == document_id
    used = session.scalars(select(alias_documents.c.alias_id).where(of_document)).all()
    session.execute(delete(alias_documents).where(of_document))
    in_use = exists().where(alias_documents.c.alias_id == aliases.c.id)
    for some in batches(used):
        session.execute(delete(aliases).where(aliases.c.id.in_(some), ~in_use))


def refresh(session: Session, before: Mapping[int, int], now: Mapping[int, int]) -> None:
    """Choose name and kind of a document's speakers anew, and count; remove those without a quote anywhere.

    `before` and `now` have the number of quotes in the document by the speaker's id.
    """
    forms: dict[int, list[Any]] = defaultdict(list)
    rows: list[Any] = []
    for some in batches({*before, *now}):
        for alias in session.execute(select(aliases).where(aliases.c.speaker_id.in_(some))):
            forms[alias.speaker_id].append(alias)
        rows += session.execute(select(speakers).where(speakers.c.id.in_(some)))
    changed, gone = [], []
    for row in rows:
        was, is_ = before.get(row.id, 0), now.get(row.id, 0)
        count = row.quotes + is_ - was
        if not count:
            gone.append(row.id)
            continue
        full = [alias.name for alias in forms[row.id] if alias.key == row.key]
        kinds = {alias.kind for alias in forms[row.id]}
        kind = next((kind for kind in _KINDS if kind in kinds), None)
        documents = row.documents + bool(is_) - bool(was)
        new = {"name": best_name(full), "kind": kind, "quotes": count, "documents": documents}
        changed.append({"of": row.id, **new})
    chosen: dict[str, Any] = {column: bindparam(column) for column in ("name", "kind", "quotes", "documents")}
    _run(session, update(speakers).where(speakers.c.id == bindparam("of")).values(chosen), changed)
    for some in batches(gone):
        session.execute(delete(speakers).where(speakers.c.id.in_(some)))


def batches(items: Iterable[T], size: int = 1_000) -> Iterator[list[T]]:
    """Cut a list up: a statement takes only so many values."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _run(session: Session, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
    if rows:  # without any, SQLAlchemy would run the statement once, with no values
        session.execute(statement, rows)


def _speaker_ids(session: Session, named: Mapping[Identity, set[Alias]]) -> dict[Identity, int]:
    columns = (speakers.c.id, speakers.c.key, speakers.c.is_person)
    ids: dict[Identity, int] = {}
    for some in batches({who.key for who in named}):
        for row in session.execute(select(*columns).where(speakers.c.key.in_(some))):
            ids[Identity(row.key, row.is_person)] = row.id
    new = [
        {
            "name": min(alias.name for alias in named[who]),  # refresh() chooses
            "is_person": who.is_person,
            "key": who.key,
            "surname": surname(who.key) if who.is_person else None,
            "quotes": 0,
            "documents": 0,
        }
        for who in named
        if who not in ids
    ]
    if new:
        for row in session.execute(insert(speakers).returning(*columns), new):
            ids[Identity(row.key, row.is_person)] = row.id
    return {who: ids[who] for who in named}


def _alias_ids(session: Session, wanted: set[tuple[int, Alias]]) -> set[int]:
    columns = (aliases.c.id, aliases.c.speaker_id, aliases.c.name, aliases.c.kind)
    ids: dict[tuple[int, Alias], int] = {}
    for some in batches({speaker for speaker, _ in wanted}):
        for row in session.execute(select(*columns).where(aliases.c.speaker_id.in_(some))):
            ids[row.speaker_id, Alias(row.name, row.kind)] = row.id
    new = [
        {"speaker_id": speaker, "name": alias.name, "kind": alias.kind, "key": fold(alias.name)}
        for speaker, alias in sorted(wanted - ids.keys())
    ]
    if new:
        for row in session.execute(insert(aliases).returning(*columns), new):
            ids[row.speaker_id, Alias(row.name, row.kind)] = row.id
    return {ids[each] for each in wanted}


def _kind(attribution: Attribution) -> str:
    return attribution.speaker_kind if attribution.speaker_kind in _KINDS else ""


def _one_line(name: str) -> str:
    return " ".join(name.split())
