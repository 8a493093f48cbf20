"""A document's text alone, to which every offset refers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.store.records import DocumentRecord, QuoteRecord


def write_document(
    document: DocumentRecord,
    quotes: Iterable[QuoteRecord],  # noqa: ARG001  # they are in it
    base: str,  # noqa: ARG001
) -> Iterator[bytes]:
    """Yield the text as it is kept, in UTF-8: its SHA-256 is the document's."""
    yield (document.text or "").encode()
