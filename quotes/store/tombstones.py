"""Note what is gone and why, so that who keeps a copy can follow."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quotes.store.batches import batches
from quotes.store.models import tombstones
from quotes.store.records import Noun, Removal


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


def heir(session: Session, noun: Noun, id_: int) -> int | None:
    """Return what has the place of something that is gone."""
    wanted = select(tombstones.c.heir_id).where(tombstones.c.noun == noun, tombstones.c.id == id_)
    return session.scalar(wanted)
