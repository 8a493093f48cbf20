"""Merge and split speakers by hand: each decision is logged, holds for what comes, and can be undone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, exists, insert, or_, select, update
from sqlalchemy.orm import Session

from quotes.errors import NotFoundError, StoreError
from quotes.store.alias_rows import add_aliases
from quotes.store.batches import batches
from quotes.store.conditions import survivor
from quotes.store.engine import lock
from quotes.store.grouping import regroup_namings
from quotes.store.models import (
    alias_documents,
    aliases,
    decisions,
    namings,
    offices,
    quotes,
    redirects,
    roster,
    speakers,
    splits,
)
from quotes.store.records import Decision
from quotes.store.relinking import relink
from quotes.store.speaker_rows import bury_speaker, choose_names, lead, recount, remove_unused
from quotes.store.tombstones import revive


def merge(session: Session, id_: int, into: int) -> Decision:
    """Make two speakers one: all names, identifiers and quotes of the first are the second's from now on.

    The first one's id leads to the second. The caller commits. Raises NotFoundError for a speaker who is not
    there, StoreError where both are one already.
    """
    with session.begin_nested():
        lock(session)
        gone, kept = _speaker(session, id_), _speaker(session, into)
        if gone.id == kept.id:
            raise StoreError(f"{id_} and {into} are one speaker already")
        rows = _namings(session, (gone.id, kept.id))
        details = {
            "speaker": {"id": gone.id, "name": gone.name, "is_person": gone.is_person},
            "namings": [[row.id, row.speaker_id, row.fixed] for row in rows],
            "roster": list(session.scalars(select(roster.c.key).where(roster.c.speaker_id == gone.id))),
            "splits": [
                [row.document_id, row.is_person, row.whole]
                for row in session.execute(select(splits).where(splits.c.speaker_id == gone.id))
            ],
            "redirects": list(
                session.scalars(select(redirects.c.old_id).where(redirects.c.speaker_id == gone.id))
            ),
        }
        _fix(session, rows, kept.id)
        for table in (roster, splits, quotes):
            moved = update(table).where(table.c.speaker_id == gone.id)
            session.execute(moved.values(speaker_id=kept.id))
        lead(session, gone.id, kept.id)
        bury_speaker(session, gone.id, kept.id)
        session.execute(delete(speakers).where(speakers.c.id == gone.id))
        _put_right(session, rows, [kept.id])
        return _log(session, "merge", kept.id, gone.id, details)


def split(session: Session, id_: int, document_ids: Collection[int]) -> Decision:
    """Make two speakers of one: what the speaker says in these documents is somebody else's of that name.

    Other documents, also those to come, are not touched by it. The caller commits. Raises NotFoundError for a
    speaker or a document that is not there, StoreError where nobody or nothing would be left.
    """
    with session.begin_nested():
        lock(session)
        old = _speaker(session, id_)
        said = _said(session, old.id, document_ids)
        if len({row.document_id for row in said}) == old.documents:
            raise StoreError(f"these are all the documents in which {old.name} says something")
        row = {"name": old.name, "is_person": old.is_person, "quotes": 0, "documents": 0}
        new = session.execute(insert(speakers).returning(speakers.c.id), row).scalar_one()
        before = []
        for naming in said:
            key = (naming.document_id, naming.is_person, naming.whole)
            before.append([*key, _set_split(session, key, new), naming.apart])
        _move(session, said, apart=new, speaker_id=new)
        _forget_unused(session, [row.id for row in said], [old.id, new])
        return _log(session, "split", old.id, new, {"splits": before})


def undo(session: Session, number: int | None = None) -> Decision:
    """Take a decision back, the last one unless another is given; what was read since is sorted anew.

    The caller commits. Raises NotFoundError where there is none, StoreError where it was taken back already
    or a later one builds on it.
    """
    with session.begin_nested():
        lock(session)
        row = _decision(session, number)
        details = json.loads(row.details)
        (_undo_merge if row.verb == "merge" else _undo_split)(session, row, details)
        noted = update(decisions).where(decisions.c.id == row.id).values(undone_at=datetime.now(UTC))
        session.execute(noted)
        return _record(session.execute(select(decisions).where(decisions.c.id == row.id)).one())


def log(session: Session) -> list[Decision]:
    """Return all decisions, the last first."""
    return [_record(row) for row in session.execute(select(decisions).order_by(decisions.c.id.desc()))]


def _undo_merge(session: Session, decision: Any, details: dict[str, Any]) -> None:
    old = details["speaker"]
    session.execute(delete(redirects).where(redirects.c.old_id == old["id"]))
    session.execute(insert(speakers).values({**old, "quotes": 0, "documents": 0}))
    revive(session, "speaker", [old["id"]])
    back = update(redirects).where(redirects.c.old_id.in_(details["redirects"]))
    session.execute(back.values(speaker_id=old["id"]))
    back = update(roster).where(roster.c.key.in_(details["roster"]))
    session.execute(back.values(speaker_id=old["id"]))
    for document_id, is_person, whole in details["splits"]:
        key = (document_id, is_person, whole)
        if _split_of(session, key) is not None:
            _set_split(session, key, old["id"])
    # what was split off to the one can have been made anew since
    apart = session.scalars(select(namings.c.id).where(namings.c.apart == old["id"])).all()
    again = dict.fromkeys(apart, (old["id"], "people"))
    again |= {naming: (speaker, fixed) for naming, speaker, fixed in details["namings"]}
    for naming, (speaker, fixed) in again.items():
        values = {"speaker_id": speaker, "fixed": fixed}
        session.execute(update(namings).where(namings.c.id == naming).values(values))
        session.execute(update(quotes).where(quotes.c.naming_id == naming).values(speaker_id=speaker))
    _forget_unused(session, list(again), [old["id"], decision.speaker_id])


def _undo_split(session: Session, decision: Any, details: dict[str, Any]) -> None:
    said = _said(session, decision.other_id, {row[0] for row in details["splits"]}, missing_ok=True)
    back: list[int] = []
    for document_id, is_person, whole, before, *known in details["splits"]:
        key = (document_id, is_person, whole)
        _set_split(session, key, before)
        of_key = [row for row in said if (row.document_id, row.is_person, row.whole) == key]
        # who had the naming gets it again, unless it is not theirs any more; it can have been split off to
        # somebody who was merged since
        apart = known[0] if known else before or 0
        back += _move(session, of_key, apart=apart, speaker_id=before or decision.speaker_id)
    _forget_unused(session, [*back, *(row.id for row in said)], [decision.speaker_id, decision.other_id])
    if session.scalar(select(speakers.c.id).where(speakers.c.id == survivor(session, decision.speaker_id))):
        lead(session, decision.other_id, survivor(session, decision.speaker_id))
        bury_speaker(session, decision.other_id, survivor(session, decision.speaker_id))


def _speaker(session: Session, id_: int) -> Any:
    row = session.execute(select(speakers).where(speakers.c.id == survivor(session, id_))).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no speaker {id_}")
    return row


def _namings(session: Session, speaker_ids: Iterable[int]) -> Sequence[Any]:
    of_them = namings.c.speaker_id.in_(list(speaker_ids))
    return session.execute(select(namings).where(of_them).order_by(namings.c.id)).all()


def _fix(session: Session, rows: Iterable[Any], speaker_id: int) -> None:
    """Let all who are named so, also in documents to come, be this speaker, who keeps the own name."""
    for row in rows:
        fixed = row.fixed if row.fixed == "roster" else "own" if row.speaker_id == speaker_id else "people"
        values = {"speaker_id": speaker_id, "fixed": fixed}
        session.execute(update(namings).where(namings.c.id == row.id).values(values))


def _said(
    session: Session, speaker_id: int, document_ids: Collection[int], *, missing_ok: bool = False
) -> Sequence[Any]:
    """Return the namings under which a speaker says something in documents, each with its document."""
    rows: list[Any] = []
    for some in batches(sorted(document_ids)):
        said = select(quotes.c.document_id, namings).join(namings, namings.c.id == quotes.c.naming_id)
        mine = (quotes.c.speaker_id == speaker_id, quotes.c.document_id.in_(some))
        rows += session.execute(said.where(*mine).distinct())
    missing = sorted(set(document_ids) - {row.document_id for row in rows})
    if missing and not missing_ok:
        raise NotFoundError(f"there is no quote of speaker {speaker_id} in document {missing[0]}")
    return rows


def _split_of(session: Session, key: tuple[int, bool, str]) -> int | None:
    where = (splits.c.document_id == key[0], splits.c.is_person == key[1], splits.c.whole == key[2])
    return session.scalar(select(splits.c.speaker_id).where(*where))


def _set_split(session: Session, key: tuple[int, bool, str], speaker_id: int | None) -> int | None:
    """Note whom a name means in a document, None for whoever it means anyway; return whom it meant before."""
    before = _split_of(session, key)
    where = (splits.c.document_id == key[0], splits.c.is_person == key[1], splits.c.whole == key[2])
    session.execute(delete(splits).where(*where))
    if speaker_id is not None:
        values = dict(zip(("document_id", "is_person", "whole"), key, strict=True))
        session.execute(insert(splits).values({**values, "speaker_id": speaker_id}))
    return before


def _move(session: Session, said: Iterable[Any], *, apart: int, speaker_id: int) -> list[int]:
    """Let what documents say of a naming be said of the same one set apart, or no longer set apart (0).

    Return the namings that it is said of now; one that there was not means the speaker given.
    """
    targets = []
    for row in said:
        target = _set_apart(session, row, apart, speaker_id)
        in_document = row.document_id
        moved = update(quotes).where(quotes.c.naming_id == row.id, quotes.c.document_id == in_document)
        session.execute(moved.values(naming_id=target.id, speaker_id=target.speaker_id))
        noted = update(offices).where(offices.c.naming_id == row.id, offices.c.document_id == in_document)
        session.execute(noted.values(naming_id=target.id))
        used = select(aliases).join(alias_documents, alias_documents.c.alias_id == aliases.c.id)
        of_naming = (aliases.c.naming_id == row.id, alias_documents.c.document_id == in_document)
        for alias in session.execute(used.where(*of_naming)).all():
            uses = (alias_documents.c.alias_id == alias.id, alias_documents.c.document_id == in_document)
            same = _alias(session, alias, target.id)
            session.execute(update(alias_documents).where(*uses).values(alias_id=same))
        targets.append(target.id)
        for naming, sign in ((row.id, -1), (target.id, 1)):
            counted = update(namings).where(namings.c.id == naming)
            session.execute(counted.values(documents=namings.c.documents + sign))
    return targets


def _set_apart(session: Session, row: Any, apart: int, speaker_id: int) -> Any:
    """Return the naming like another that is set apart so, making it where there is none."""
    columns = ("key", "is_person", "country", "office")
    same = [namings.c[name] == getattr(row, name) for name in columns]
    wanted = select(namings).where(*same, namings.c.apart == apart, namings.c.entry == "")
    found = session.execute(wanted).one_or_none()
    if found is None:
        values = {name: getattr(row, name) for name in (*columns, "whole", "family", "surname", "first")}
        fixed = "people" if apart else None
        values |= {"apart": apart, "entry": "", "speaker_id": speaker_id, "fixed": fixed}
        values |= {"documents": 0, "contested": False}
        found = session.execute(insert(namings).returning(namings), values).one()
    return found


def _alias(session: Session, alias: Any, naming_id: int) -> int:
    same = (aliases.c.naming_id == naming_id, aliases.c.name == alias.name, aliases.c.kind == alias.kind)
    found = session.scalar(select(aliases.c.id).where(*same))
    if found is None:
        values = {"naming_id": naming_id, "name": alias.name, "kind": alias.kind, "key": alias.key}
        (row,) = add_aliases(session, [values])
        found = row.id
    return int(found)


def _forget_unused(session: Session, naming_ids: Collection[int], speaker_ids: Collection[int]) -> None:
    """Remove aliases and namings that only a decision kept, and put the speakers' rows right."""
    kept = select(namings.c.id).where(namings.c.fixed.is_not(None), namings.c.apart == 0)
    in_use = exists().where(alias_documents.c.alias_id == aliases.c.id)
    has_alias = exists().where(aliases.c.naming_id == namings.c.id)
    gone: list[Any] = []
    rows: list[Any] = []
    for some in batches(naming_ids):
        mine = aliases.c.naming_id.in_(some)
        session.execute(delete(aliases).where(mine, ~in_use, aliases.c.naming_id.not_in(kept)))
        gone += session.execute(select(namings).where(namings.c.id.in_(some), ~has_alias))
        rows += session.execute(select(namings).where(namings.c.id.in_(some), has_alias))
    _put_right(session, rows, speaker_ids, gone)


def _put_right(
    session: Session, rows: Sequence[Any], speaker_ids: Collection[int], gone: Sequence[Any] = ()
) -> None:
    moved = relink(session, changed=rows, gone=gone)
    touched = moved.touched | set(speaker_ids)
    regroup_namings(session, [row.id for row in rows])
    recount(session, touched)
    remove_unused(session, touched, moved.heirs)
    choose_names(session, touched)


def _decision(session: Session, number: int | None) -> Any:
    """Return the decision to be undone."""
    wanted = select(decisions).order_by(decisions.c.id.desc()).limit(1)
    standing = decisions.c.undone_at.is_(None)
    wanted = wanted.where(standing) if number is None else wanted.where(decisions.c.id == number)
    row = session.execute(wanted).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no decision {'to undo' if number is None else number}")
    if row.undone_at is not None:
        raise StoreError(f"the decision {number} was undone already")
    ids = (row.speaker_id, row.other_id)
    about = or_(decisions.c.speaker_id.in_(ids), decisions.c.other_id.in_(ids))
    later = select(decisions.c.id).where(decisions.c.id > row.id, standing, about)
    blocking = session.scalar(later.order_by(decisions.c.id.desc()).limit(1))
    if blocking is not None:
        raise StoreError(f"the decision {blocking} came later and is about the same speakers; undo it first")
    return row


def _log(session: Session, verb: str, speaker_id: int, other_id: int, details: dict[str, Any]) -> Decision:
    row = {
        "made_at": datetime.now(UTC),
        "verb": verb,
        "speaker_id": speaker_id,
        "other_id": other_id,
        "details": json.dumps(details),
    }
    return _record(session.execute(insert(decisions).returning(decisions), row).one())


def _record(row: Any) -> Decision:
    return Decision(row.id, row.verb, row.speaker_id, row.other_id, row.made_at, row.undone_at)
