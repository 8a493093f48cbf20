"""Say which whole texts everybody may have: quotes come with their context either way."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quotes.errors import NotFoundError
from quotes.store.batches import batches
from quotes.store.models import documents, outlets
from quotes.store.values import is_id, key_of


def set_open(session: Session, document_ids: Collection[int], *, is_open: bool | None) -> None:
    """Let everybody have the texts of documents, or nobody; None: as their outlets have it.

    The caller commits. Raises NotFoundError, with nothing changed, for a document that is not there.
    """
    for some in batches(sorted(document_ids)):
        there = set(session.scalars(select(documents.c.id).where(documents.c.id.in_(filter(is_id, some)))))
        missing = sorted(set(some) - there)
        if missing:
            raise NotFoundError(f"there is no document {missing[0]}")
    for some in batches(sorted(document_ids)):
        session.execute(update(documents).where(documents.c.id.in_(some)).values(open=is_open))


def set_outlet_open(session: Session, name: str, *, is_open: bool) -> int:
    """Let everybody have the texts of an outlet, also those to come, or nobody; return how many there are.

    Documents for which something else was said stay as they are. Raises NotFoundError for an unknown outlet.
    """
    of_name = outlets.c.key == key_of("outlet", name)
    ids = session.scalars(select(outlets.c.id).where(of_name)).all()
    if not ids:
        raise NotFoundError(f"there is no outlet called {name!r}")
    session.execute(update(outlets).where(of_name).values(open=is_open))
    counted = select(documents.c.id).where(documents.c.outlet_id.in_(ids), documents.c.open.is_(None))
    return len(session.scalars(counted).all())
