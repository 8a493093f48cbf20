"""Named fields of a row, an object or front matter -> a document."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.errors import ReadError
from quotes.ingest.days import read_day
from quotes.ingest.results import MAX_CHARACTERS
from quotes.types import Document

NAMES = frozenset({"title", "outlet", "url", "published", "date", "author"})


def named(fields: Mapping[str, object]) -> dict[str, object]:
    """Return the fields under their names in lower case; the first of two that are filled stays."""
    kept: dict[str, object] = {}
    for name, value in fields.items():
        key = name.strip().lower()
        if kept.get(key) in (None, ""):
            kept[key] = value
    return kept


def to_document(text: object, fields: Mapping[str, object]) -> Document:
    """Return the document; `fields` as `named` gives them, others than the known ones are left alone.

    The text stays as it stands, but for line breaks (CRLF and CR become LF) and a byte order mark in
    front. Nothing is trimmed or normalised. Raises ReadError with the reason.
    """
    if not isinstance(text, str):
        raise ReadError(f"the text is {_kind(text)}" if text is not None else "there is no text")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadError("the text is empty")
    if len(text) > MAX_CHARACTERS:
        raise ReadError(f"the text has {len(text):,} characters; a document may have {MAX_CHARACTERS:,}")
    if "\0" in text:
        raise ReadError("the text holds NUL characters: it is binary")
    return Document(
        text=text,
        title=_words(fields, "title"),
        outlet=_words(fields, "outlet"),
        url=_words(fields, "url"),
        author=_words(fields, "author"),
        published_on=read_day(_words(fields, "published") or _words(fields, "date") or ""),
    )


def _words(fields: Mapping[str, object], name: str) -> str | None:
    """Return a field on one line, None where it is missing or blank."""
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ReadError(f"the field “{name}” is {_kind(value)}")
    if "\0" in value:
        raise ReadError(f"the field “{name}” holds NUL characters")
    return " ".join(value.split()) or None


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}
    return f"{names.get(type(value), 'of another kind')}, not words"
