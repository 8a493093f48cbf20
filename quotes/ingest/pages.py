"""A page of the web -> a document: the article, without what stands around it, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

import regex

from quotes.errors import ReadError
from quotes.ingest.fields import to_document
from quotes.ingest.patience import OutOfPatienceError, patience
from quotes.ingest.results import MAX_CHARACTERS, Read, Result
from quotes.types import Document

# What the reader does with some grows with the square of them, in part where it can't be cut short.
MAX_ELEMENTS = 10_000
MAX_SECONDS = 5  # of the processor; an ordinary page of so many elements takes one
_ELEMENT = regex.compile(r"<[a-zA-Z]")
_MISSING = "HTML needs trafilatura; run: pip install 'quotes[html]'"


def read_html(stream: TextIO, name: str) -> Iterator[Result]:
    """Yield the article of a page."""
    page = stream.read(MAX_CHARACTERS + 1)
    if len(page) > MAX_CHARACTERS:
        raise ReadError(f"the page has more than {MAX_CHARACTERS:,} characters, the most one may have")
    yield Read(name, page_document(page))


def page_document(page: str) -> Document:
    """Return the article of a page; raise ReadError where it has none, or the reader is not installed.

    Paragraphs are parted by blank lines. Title, outlet, address, author and day are those that the page
    gives of itself. One with more than MAX_ELEMENTS elements is not read, and one that takes more than
    MAX_SECONDS is given up.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ReadError(_MISSING) from error
    if len(_ELEMENT.findall(page)) > MAX_ELEMENTS:
        raise ReadError(f"the page has more than {MAX_ELEMENTS:,} elements, the most one may have")
    try:
        with patience(MAX_SECONDS):
            found: Any = bare_extraction(
                page, include_comments=False, include_tables=False, with_metadata=True
            )
    except OutOfPatienceError as error:
        raise ReadError(f"the page takes more than {MAX_SECONDS} s to read, the most one may take") from error
    if found is None or not (found.text or "").strip():
        raise ReadError("the page has no article")
    given = {
        "title": found.title,
        "outlet": found.sitename,
        "url": found.url,
        "author": found.author,
        "published": found.date,
    }
    text = "\n\n".join(line for line in found.text.split("\n") if line.strip())
    return to_document(text, {field: value for field, value in given.items() if value})
