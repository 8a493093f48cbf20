"""Store a document and what was found in it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.errors import StoreError
from quotes.speakers.names import fold
from quotes.store.engine import lock
from quotes.store.models import UNDATED, documents, offices, outlets, quotes
from quotes.store.quote_rows import Addition, Home, Shown, add_quotes, remove_quotes
from quotes.store.rereading import reread
from quotes.store.verify import verify
from quotes.types import Document, Extraction

# Statements are built once: building one costs more than running it.
_KNOWN = select(documents).where(documents.c.sha256 == bindparam("digest"))
_NEW = insert(documents).returning(documents.c.id)
_GAPS = ("title", "outlet_id", "url", "author", "published_on")
_LONGEST_OUTLET = 500  # PostgreSQL indexes no value longer than about 2,700 bytes


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a document, and how many quotes of it are stored now."""

    status: Literal["new", "unchanged", "replaced"]
    document_id: int
    quotes: int
    attributed: int


def is_current(session: Session, document: Document, *, extractor_version: str) -> bool:
    """Tell whether saving this document would change nothing, so that there is no need to extract it."""
    row = session.execute(_KNOWN, {"digest": _sha256(document)}).one_or_none()
    if row is None or row.extractor_version != extractor_version:
        return False
    given = (document.title, document.outlet, document.url, document.author, document.published_on)
    return not any(getattr(row, gap) is None and value for gap, value in zip(_GAPS, given, strict=True))


def kept_day(session: Session, document: Document) -> date | None:
    """Return the day from which a document's “on Saturday” is counted: the one kept, else the one given."""
    wanted = select(documents.c.published_on).where(documents.c.sha256 == _sha256(document))
    return session.scalar(wanted) or document.published_on


def save(session: Session, document: Document, extraction: Extraction, *, extractor_version: str) -> Saved:
    """Store a document with its quotes, or replace its quotes if another extractor version found them.

    A document is its text: the same text again, by the same version, changes nothing ("unchanged"), except
    that title, outlet, url, author and date are filled in where they were missing; what is there already is
    never overwritten. Where the date is filled in, the quotes are replaced as well: days are counted from it.
    Replacing keeps the id of every quote whose spans are the same as before.

    The caller commits. Raises StoreError, with nothing of this document stored, for a span that is not
    within the text or a text that no database can hold (a NUL character, half a surrogate pair).
    """
    (saved,) = save_all(session, [(document, extraction)], extractor_version=extractor_version)
    if isinstance(saved, StoreError):
        raise saved
    return saved


def save_all(
    session: Session, read: Sequence[tuple[Document, Extraction]], *, extractor_version: str
) -> list[Saved | StoreError]:
    """Store documents as save() does, many in little more time than one; return what became of each.

    For one that cannot be stored that is the error, and nothing of it is stored. Raises StoreError, with
    nothing of any stored, where the database fails.
    """
    results: list[Saved | StoreError] = []
    with session.begin_nested():
        lock(session)
        additions: dict[str, Addition] = {}
        for document, extraction in read:
            try:
                digest = _sha256(document)
                verify(document, extraction)
            except StoreError as error:
                results.append(error)
                continue
            if digest in additions:  # the same text twice: the second finds the first one's quotes
                add_quotes(session, tuple(additions.values()))
                additions.clear()
            saved, addition = _note(session, document, digest, extraction, extractor_version)
            results.append(saved)
            if addition is not None:
                additions[digest] = addition
        add_quotes(session, tuple(additions.values()))
    return results


def _note(
    session: Session, document: Document, digest: str, extraction: Extraction, version: str
) -> tuple[Saved, Addition | None]:
    """Store a document without its quotes, and return those that are to be added."""
    row = session.execute(_KNOWN, {"digest": digest}).one_or_none()
    found = list(extraction)
    if row is None:
        home = _add(session, document, digest, version)
        saved = Saved("new", home.document_id, len(found), _attributed(extraction))
        return saved, Addition(home, document.text, [Shown(quote) for quote in found])
    day = _fill_gaps(session, row, document)
    if row.extractor_version == version and day == row.published_sort:
        return _unchanged(session, row.id), None
    home = Home(row.id, day, version)
    _note_version(session, home, document.language)
    removed = remove_quotes(session, row.id)
    shown = reread(session, row.id, document.text, found, removed)
    saved = Saved("replaced", row.id, len(shown), sum(one.attribution.reason is None for one in shown))
    return saved, Addition(home, document.text, shown, instead_of=removed)


def _sha256(document: Document) -> str:
    """Return the identity of a document; raise where a database could not hold its words."""
    for value in (document.title, document.outlet, document.url, document.author):
        _encode(value or "")
    return hashlib.sha256(_encode(document.text)).hexdigest()


def _encode(value: str) -> bytes:
    if "\0" in value:
        raise StoreError(f"there is a NUL character at {value.index(chr(0))}: this is not text")
    try:
        return value.encode()
    except UnicodeEncodeError as error:
        raise StoreError(f"there is half a surrogate pair at {error.start}, which is no character") from error


def _metadata(session: Session, document: Document) -> dict[str, Any]:
    return {
        "title": document.title or None,
        "outlet_id": _outlet_id(session, document.outlet),
        "url": document.url or None,
        "author": document.author or None,
        "published_on": document.published_on,
    }


def _outlet_id(session: Session, outlet: str | None) -> int | None:
    name = " ".join((outlet or "").split())
    if not name:
        return None
    if len(name) > _LONGEST_OUTLET:
        raise StoreError(f"an outlet's name has at most {_LONGEST_OUTLET} characters, this one {len(name)}")
    found = session.scalar(select(outlets.c.id).where(outlets.c.name == name))
    if found is None:
        new = insert(outlets).values(name=name, key=fold(name)).returning(outlets.c.id)
        found = session.execute(new).scalar_one()
    return int(found)


def _add(session: Session, document: Document, digest: str, extractor_version: str) -> Home:
    day = document.published_on or UNDATED
    row = {
        **_metadata(session, document),
        "sha256": digest,
        "published_sort": day,
        "language": document.language,
        "extractor_version": extractor_version,
        "added_at": datetime.now(UTC),
        "text": document.text,
    }
    document_id = session.execute(_NEW, row).scalar_one()
    return Home(document_id, day, extractor_version)


def _fill_gaps(session: Session, row: Any, document: Document) -> date:
    """Complete a stored document from what is given now; return the day by which it is sorted."""
    given = _metadata(session, document)
    filled = {gap: given[gap] for gap in _GAPS if getattr(row, gap) is None and given[gap] is not None}
    day: date = filled.get("published_on", row.published_sort)
    if day != row.published_sort:
        filled["published_sort"] = day
        session.execute(update(offices).where(offices.c.document_id == row.id).values(seen_sort=day))
    if filled:
        # also where the day is as before: what is told of a quote's document has changed
        session.execute(update(quotes).where(quotes.c.document_id == row.id).values(published_sort=day))
        session.execute(update(documents).where(documents.c.id == row.id).values(filled))
    return day


def _note_version(session: Session, home: Home, language: str) -> None:
    noted = {"extractor_version": home.extractor_version, "language": language}
    session.execute(update(documents).where(documents.c.id == home.document_id).values(noted))


def _unchanged(session: Session, document_id: int) -> Saved:
    counted = select(func.count(), func.count() - func.count(quotes.c.reason))
    total, attributed = session.execute(counted.where(quotes.c.document_id == document_id)).one()
    return Saved("unchanged", document_id, total, attributed)


def _attributed(extraction: Extraction) -> int:
    return sum(quote.reason is None for quote in extraction)
