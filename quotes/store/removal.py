"""Take a document back, with all that is known from it alone."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quotes.errors import NotFoundError
from quotes.store.engine import lock
from quotes.store.models import documents, originals, outlets, splits
from quotes.store.quote_rows import Addition, Home, add_quotes, remove_quotes
from quotes.store.tombstones import bury
from quotes.store.values import is_id


def remove_document(session: Session, id: int) -> None:  # noqa: A002  # as the column is called
    """Remove a document: speakers and statements are afterwards as if it had never been read.

    The caller commits. Raises NotFoundError where there is none.
    """
    with session.begin_nested():
        lock(session)
        wanted = select(documents).where(documents.c.id == id)
        row = session.execute(wanted).one_or_none() if is_id(id) else None
        if row is None:
            raise NotFoundError(f"there is no document {id}")
        home = Home(row.id, row.published_sort, row.extractor_version)
        # adding nothing instead of the quotes puts speakers and statements right
        removed = remove_quotes(session, row.id)
        add_quotes(session, [Addition(home, row.text, (), removed, why="document_removed")])
        bury(session, "document", [row.id], "removed")
        session.execute(delete(originals).where(originals.c.document_id == row.id))
        session.execute(delete(splits).where(splits.c.document_id == row.id))
        session.execute(delete(documents).where(documents.c.id == row.id))
        in_use = select(documents.c.id).where(documents.c.outlet_id == outlets.c.id).exists()
        session.execute(delete(outlets).where(outlets.c.id == row.outlet_id, ~in_use))
