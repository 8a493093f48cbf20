"""The formats that quotes are written in: one table, for files, for addresses and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quotes.export import (
    annotation,
    bibtex,
    brat,
    csl,
    json_lines,
    label_studio,
    plain_text,
    ris,
    schema_org,
    tei,
)
from quotes.store.records import DocumentRecord, QuoteRecord

# Writes quotes, one chunk of bytes after another; `base` is the address of the server that serves them,
# without a slash at its end, which the permalinks of records continue.
Writer = Callable[[Iterable[QuoteRecord], str], Iterator[bytes]]
# Writes a document with its quotes, all of them in the order of the text.
DocumentWriter = Callable[[DocumentRecord, Iterable[QuoteRecord], str], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """How quotes are written: `name` ends files and addresses (quotes.jsonl), `media_type` is for HTTP.

    `write_one` writes one quote alone, where that is another thing than a list of one.
    """

    name: str
    media_type: str
    write: Writer
    write_one: Writer | None = None


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
        Format("jsonl", "application/jsonl; charset=utf-8", json_lines.write),
        Format("bib", "application/x-bibtex; charset=utf-8", bibtex.write),
        Format("ris", "application/x-research-info-systems; charset=utf-8", ris.write),
        Format("csl.json", "application/vnd.citationstyles.csl+json", csl.write),
        Format("anno.jsonld", annotation.MEDIA_TYPE, annotation.write, annotation.write_one),
        Format("schema.jsonld", _LD_JSON, schema_org.write, schema_org.write_one),
        Format("tei.xml", _TEI, tei.write),
        Format("brat.zip", "application/zip", brat.write),
        Format("labelstudio.json", _JSON, label_studio.write),
    )
}
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
