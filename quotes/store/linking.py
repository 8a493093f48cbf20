"""Note what a document says of its speakers, and find out who they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, delete, exists, insert, select, update
from sqlalchemy.orm import Session

from quotes.speakers.names import fold
from quotes.store.alias_rows import add_aliases
from quotes.store.batches import batches, rows_with
from quotes.store.models import alias_documents, aliases, namings, offices, splits
from quotes.store.namings import Alias, Named, NamingKey, columns_of
from quotes.store.relinking import relink
from quotes.store.speaker_rows import choose_names

# Statements are built once: building one costs more than running it.
_KNOWN = select(namings).where(namings.c.key.in_(bindparam("keys", expanding=True)))
_ALIASES = select(aliases).where(aliases.c.naming_id.in_(bindparam("namings", expanding=True)))
_COUNT = (
    update(namings)
    .where(namings.c.id == bindparam("of"))
    .values(documents=namings.c.documents + bindparam("more"))
)
_NEW_NAMINGS = insert(namings).returning(namings)
_NEW_USES = insert(alias_documents)
_NEW_OFFICES = insert(offices)


class Link(NamedTuple):
    """A naming's row, and the speaker whom it means; None where that is ambiguous."""

    naming_id: int
    speaker_id: int | None


@dataclass(frozen=True, slots=True)
class Unlinked:
    """What a document used until it was taken away; `splits` is whom names were decided to mean in it."""

    aliases: Sequence[int] = ()
    namings: Sequence[int] = ()
    splits: dict[tuple[bool, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of its speakers: `named` has an entry for each attribution (`named_in`).

    `day` is the document's, by which it is sorted; `unlinked` is what it said before.
    """

    document_id: int
    day: date
    named: Sequence[Named | None]
    unlinked: Unlinked = field(default_factory=Unlinked)


def link(session: Session, said: Sequence[Said]) -> list[list[Link | None]]:
    """Return, for each attribution of each document, its naming and its speaker; note aliases and offices.

    Namings that are new, or that no document uses any more, may change who is one speaker, also in documents
    other than these.
    """
    for document in said:
        _split(document)
    rows, new = _naming_rows(session, {one.naming for document in said for one in _once(document)})
    with_other_names = _note_aliases(session, rows, said)
    _count(session, (rows[one.naming].id for document in said for one in _once(document)))
    _note_offices(session, rows, said)
    lessened, gone = _forget(session, [document.unlinked for document in said])
    speakers = {row.id: row.speaker_id for row in (*lessened, *rows.values())}
    with_other_names |= {row.id for row in lessened}
    renamed: set[int | None] = set()
    contested = [row for row in (*lessened, *rows.values()) if row.contested]
    if new or gone or contested:
        moved = relink(session, new=new, gone=gone, changed=contested)
        speakers |= moved.speakers
        renamed |= moved.touched
    choose_names(session, renamed | {speakers[naming] for naming in with_other_names})
    return [
        [None if one is None else _link(rows[one.naming].id, speakers) for one in document.named]
        for document in said
    ]


def unlink(session: Session, document_id: int) -> Unlinked:
    """Forget what a document says of its speakers; link() must follow, as it puts the speakers right."""
    of_document = alias_documents.c.document_id == document_id
    used = select(alias_documents.c.alias_id, aliases.c.naming_id).join(aliases).where(of_document)
    rows = session.execute(used).all()
    named = sorted({row.naming_id for row in rows})
    _count(session, named, sign=-1)
    session.execute(delete(alias_documents).where(of_document))
    session.execute(delete(offices).where(offices.c.document_id == document_id))
    split = session.execute(select(splits).where(splits.c.document_id == document_id))
    who = {(row.is_person, row.whole): row.speaker_id for row in split}
    return Unlinked([row.alias_id for row in rows], named, who)


def _link(naming_id: int, speakers: dict[int, int | None]) -> Link:
    return Link(naming_id, speakers[naming_id])


def _once(document: Said) -> list[Named]:
    """Return the speakers that a document names, each once."""
    return list({id(one): one for one in document.named if one is not None}.values())


def _split(document: Said) -> None:
    """Set those apart of whom it was decided whom their names mean in this document."""
    if document.unlinked.splits:
        for one in (one for one in _once(document) if not one.naming.apart):
            whole = columns_of(one.naming.key, is_person=one.naming.is_person)["whole"]
            apart = document.unlinked.splits.get((one.naming.is_person, whole), 0)
            one.naming = one.naming._replace(apart=apart)


def _naming_rows(session: Session, wanted: set[NamingKey]) -> tuple[dict[NamingKey, Any], list[Any]]:
    """Return the rows of namings, and which of them are new."""
    keys = {naming.key for naming in wanted}
    rows = {_key_of(row): row for row in rows_with(session, _KNOWN, {"keys": keys})}
    missing = [_naming_row(naming) for naming in sorted(wanted - rows.keys())]
    new = session.execute(_NEW_NAMINGS, missing).all() if missing else []
    return rows | {_key_of(row): row for row in new}, list(new)


def _key_of(row: Any) -> NamingKey:
    return NamingKey(row.key, row.is_person, row.country, row.office, row.apart, row.entry)


def _naming_row(naming: NamingKey) -> dict[str, Any]:
    row = naming._asdict() | columns_of(naming.key, is_person=naming.is_person)
    fixed = "people" if naming.apart else None
    return row | {"speaker_id": naming.apart or None, "fixed": fixed, "documents": 0, "contested": False}


def _note_aliases(session: Session, rows: Mapping[NamingKey, Any], said: Sequence[Said]) -> set[int]:
    """Note which forms of the names the documents use; return the namings that got a new one."""
    used = {
        (document.document_id, rows[one.naming].id, alias)
        for document in said
        for one in _once(document)
        for alias in one.aliases
    }
    known = rows_with(session, _ALIASES, {"namings": {naming for _, naming, _ in used}})
    ids = {(row.naming_id, Alias(row.name, row.kind)): row.id for row in known}
    missing = [
        {"naming_id": naming, "name": alias.name, "kind": alias.kind, "key": fold(alias.name)}
        for naming, alias in sorted({(naming, alias) for _, naming, alias in used} - ids.keys())
    ]
    for row in add_aliases(session, missing):
        ids[row.naming_id, Alias(row.name, row.kind)] = row.id
    uses = [{"alias_id": ids[naming, alias], "document_id": document} for document, naming, alias in used]
    if uses:
        session.execute(_NEW_USES, uses)
    return {row["naming_id"] for row in missing}


def _count(session: Session, naming_ids: Iterable[int], *, sign: int = 1) -> None:
    """Count a document to each of its namings, or with a sign of -1 no more."""
    counts = [{"of": naming, "more": sign * count} for naming, count in sorted(Counter(naming_ids).items())]
    if counts:
        session.execute(_COUNT, counts)


def _note_offices(session: Session, rows: Mapping[NamingKey, Any], said: Sequence[Said]) -> None:
    noted = [
        {
            "naming_id": rows[one.naming].id,
            "document_id": document.document_id,
            "seen_sort": document.day,
            **office._asdict(),
        }
        for document in said
        for one in _once(document)
        for office in one.offices
    ]
    if noted:
        session.execute(_NEW_OFFICES, noted)


def _forget(session: Session, unlinked: Sequence[Unlinked]) -> tuple[list[Any], list[Any]]:
    """Remove the aliases that no document uses any more; return the namings less used, and those not used."""
    used = {alias for one in unlinked for alias in one.aliases}
    in_use = exists().where(alias_documents.c.alias_id == aliases.c.id)
    has_alias = exists().where(aliases.c.naming_id == namings.c.id)
    for some in batches(used):
        # what was decided on, or is in a roster, stays, whatever documents do
        fixed = select(namings.c.id).where(namings.c.fixed.is_not(None), namings.c.apart == 0)
        unused = and_(aliases.c.id.in_(some), ~in_use, aliases.c.naming_id.not_in(fixed))
        session.execute(delete(aliases).where(unused))
    lessened: list[Any] = []
    gone: list[Any] = []
    for some in batches({naming for one in unlinked for naming in one.namings}):
        of_these = select(namings).where(namings.c.id.in_(some))
        lessened += session.execute(of_these.where(has_alias))
        gone += session.execute(of_these.where(~has_alias))
    return lessened, gone
