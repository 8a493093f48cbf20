"""The formats that quotes are written in: one table, for files, for addresses and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from quotes.errors import FilterError
from quotes.export import (
    annotation,
    bibtex,
    brat,
    csl,
    csv_table,
    json_lines,
    label_studio,
    parquet,
    plain_text,
    ris,
    schema_org,
    tei,
)
from quotes.export.sources import Quotes
from quotes.store.records import DocumentRecord

F = TypeVar("F")


# Writes quotes, one chunk of bytes after another; `base` is the address of the server that serves them, which
# the permalinks of records continue: without a slash at its end.
Writer = Callable[[Quotes, str], Iterator[bytes]]


# Writes a document with its quotes, all of them in the order of the text.
DocumentWriter = Callable[[DocumentRecord, Quotes, str], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """How quotes are written: `name` ends files and addresses (quotes.jsonl), `media_type` is for HTTP.

    `write_one` writes one quote alone, where that is another thing than a list of one. Of a format `in_parts`
    other processes can make a part each.
    """

    name: str
    media_type: str
    write: Writer
    write_one: Writer | None = None
    in_parts: bool = False


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """How a document is written with its quotes; most formats hold its whole text, which may not be open."""

    name: str
    media_type: str
    write: DocumentWriter
    with_text: bool = True


def _without_text(write: Writer) -> DocumentWriter:
    """Write a document's quotes alone."""
    return lambda _document, quotes, base: write(quotes, base)


_TEI = "application/tei+xml; charset=utf-8"
_JSON = "application/json"
_LD_JSON = "application/ld+json"
_TEXT = "text/plain; charset=utf-8"

FORMATS = {
    one.name: one
    for one in (
        Format("csv", "text/csv; charset=utf-8", csv_table.write, in_parts=True),
        Format("jsonl", "application/jsonl; charset=utf-8", json_lines.write, in_parts=True),
        Format("parquet", "application/vnd.apache.parquet", parquet.write, in_parts=True),
        Format("bib", "application/x-bibtex; charset=utf-8", bibtex.write),
        Format("ris", "application/x-research-info-systems; charset=utf-8", ris.write),
        Format("csl.json", "application/vnd.citationstyles.csl+json", csl.write),
        Format("schema.jsonld", _LD_JSON, schema_org.write, schema_org.write_one),
        Format("anno.jsonld", annotation.MEDIA_TYPE, annotation.write, annotation.write_one),
        Format("tei.xml", _TEI, tei.write),
        Format("brat.zip", "application/zip", brat.write),
        Format("labelstudio.json", _JSON, label_studio.write),
    )
}
# What an answer can be instead of JSON, by the Accept of a request.
NEGOTIATED = tuple(
    FORMATS[name] for name in ("bib", "ris", "csl.json", "schema.jsonld", "anno.jsonld", "tei.xml")
)
DOCUMENT_FORMATS = {
    one.name: one
    for one in (
        DocumentFormat("txt", _TEXT, plain_text.write_document),
        DocumentFormat("tei.xml", _TEI, tei.write_document),
        DocumentFormat("brat.zip", "application/zip", brat.write_document),
        DocumentFormat("ann", _TEXT, _without_text(brat.write_one), with_text=False),
        DocumentFormat("labelstudio.json", _JSON, label_studio.write_document),
        DocumentFormat(
            "anno.jsonld", annotation.MEDIA_TYPE, _without_text(annotation.write), with_text=False
        ),
        DocumentFormat("schema.jsonld", _LD_JSON, _without_text(schema_org.write), with_text=False),
    )
}


def format_named(name: str) -> Format:
    """Return a format; raise FilterError, with the nearest there is, for another name."""
    return _named(name, FORMATS)


def document_format_named(name: str) -> DocumentFormat:
    """Return a format of documents; raise FilterError, with the nearest there is, for another name."""
    return _named(name, DOCUMENT_FORMATS)


def _named(name: str, formats: Mapping[str, F]) -> F:
    if name in formats:
        return formats[name]
    nearest = get_close_matches(name.lower(), formats, n=1)
    there_are = f"did you mean {nearest[0]!r}?" if nearest else f"there are {', '.join(formats)}"
    raise FilterError("format", f"there is no format {name[:40]!r}: {there_are}")
