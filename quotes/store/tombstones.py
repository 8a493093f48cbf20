"""Note what is gone and why, so that who keeps a copy can follow."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quotes.errors import GoneError, NotFoundError
from quotes.store.batches import batches
from quotes.store.models import tombstones
from quotes.store.records import Noun, Removal
from quotes.store.values import is_id

_WHY: dict[Removal, str] = {
    "corrected": "somebody said that it is no quote",
    "not_found": "a newer version does not find it",
    "document_removed": "its document was removed",
    "removed": "it was removed",
    "joined": "it is part of another",
    "unused": "nothing is left of it",
}


def bury(
    session: Session, noun: Noun, ids: Collection[int], why: Removal, *, heir_id: int | None = None
) -> None:
    """Note that rows are gone; those that led to them lead to their heir, or to nothing."""
    if not ids:
        return
    of_noun = tombstones.c.noun == noun
    for some in batches(sorted(ids)):
        session.execute(
            update(tombstones).where(of_noun, tombstones.c.heir_id.in_(some)).values(heir_id=heir_id)
        )
    revive(session, noun, ids)
    same = {"noun": noun, "removed_at": datetime.now(UTC), "why": why, "heir_id": heir_id}
    session.execute(insert(tombstones), [same | {"id": id_} for id_ in sorted(ids)])


def revive(session: Session, noun: Noun, ids: Collection[int]) -> None:
    """Note that rows are there again."""
    for some in batches(sorted(ids)):
        session.execute(delete(tombstones).where(tombstones.c.noun == noun, tombstones.c.id.in_(some)))


def missing(session: Session, noun: Noun, id_: int) -> NotFoundError:
    """Return the error for an id without a row: it is gone, or was never given."""
    wanted = select(tombstones).where(tombstones.c.noun == noun, tombstones.c.id == id_)
    row = session.execute(wanted).one_or_none() if is_id(id_) else None
    if row is None:
        return NotFoundError(f"there is no {noun} {id_}")
    instead = "" if row.heir_id is None else f"; {noun} {row.heir_id} has its place"
    return GoneError(f"{noun} {id_} is gone since {row.removed_at:%Y-%m-%d}: {_WHY[row.why]}{instead}")


def heir(session: Session, noun: Noun, id_: int) -> int | None:
    """Return what has the place of something that is gone."""
    wanted = select(tombstones.c.heir_id).where(tombstones.c.noun == noun, tombstones.c.id == id_)
    return session.scalar(wanted)
