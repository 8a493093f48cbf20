"""Quotes as brat's standoff: annotations of a text by offsets in code points, which is kept beside them."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator

import regex

from quotes.store.records import DocumentRecord, PartRecord, QuoteRecord

_LINES = regex.compile(r"[^\n]*[^\n\s][^\n]*")  # brat shows a line at a time: no span may cross one
CONFIGURATION = """\
[entities]
Quote
Source
Cue
Addressee

[relations]
Said_by Arg1:Quote, Arg2:Source
Cued_by Arg1:Quote, Arg2:Cue
Said_to Arg1:Quote, Arg2:Addressee

[events]

[attributes]
Kind Arg:Quote, Value:direct|mixed|indirect
"""
# A zip is the same for the same quotes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:  # noqa: ARG001  # no address in it
    """Yield a zip with the annotations of each document; its text is at /v1/documents/{id}.txt where open."""
    of_documents: dict[int, list[QuoteRecord]] = defaultdict(list)
    for quote in quotes:
        of_documents[quote.document.id].append(quote)
    files = {f"{id_}.ann": annotated(found) for id_, found in sorted(of_documents.items())}
    yield _zipped({"annotation.conf": CONFIGURATION, **files})


def write_one(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:  # noqa: ARG001
    """Yield the annotations of one document alone: of its quotes, or one of them."""
    yield annotated(quotes).encode()


def write_document(
    document: DocumentRecord,
    quotes: Iterable[QuoteRecord],
    base: str,  # noqa: ARG001
) -> Iterator[bytes]:
    """Yield a zip with a document's text and annotations."""
    name = str(document.id)
    files = {f"{name}.txt": document.text or "", f"{name}.ann": annotated(quotes)}
    yield _zipped({"annotation.conf": CONFIGURATION, **files})


def annotated(quotes: Iterable[QuoteRecord]) -> str:
    """Return the annotations of a document: quotes, sources, cues and addressees, and how they are tied."""
    lines: list[str] = []
    numbers: dict[str, int] = defaultdict(int)

    def add(letter: str, line: str) -> str:
        numbers[letter] += 1
        lines.append(f"{letter}{numbers[letter]}\t{line}\n")
        return f"{letter}{numbers[letter]}"

    for quote in quotes:
        content = add("T", f"Quote {_bound(quote.spans)}")
        add("A", f"Kind {content} {quote.kind}")
        tied = (
            ("Source", "Said_by", quote.source),
            ("Cue", "Cued_by", quote.cue),
            ("Addressee", "Said_to", quote.addressee),
        )
        for kind, tie, part in tied:
            if part is not None:
                other = add("T", f"{kind} {_bound((part,))}")
                add("R", f"{tie} Arg1:{content} Arg2:{other}")
        add("#", f"AnnotatorNotes {content}\t{_note(quote)}")
    return "".join(lines)


def _bound(parts: Iterable[PartRecord]) -> str:
    """Return offsets and words of parts, those that run over several lines taken apart."""
    cut = [
        (part.start + line.start(), part.start + line.end(), line[0])
        for part in parts
        for line in _LINES.finditer(part.text)
    ]
    offsets = ";".join(f"{start} {end}" for start, end, _ in cut)
    return f"{offsets}\t{' '.join(words for _, _, words in cut)}"


def _note(quote: QuoteRecord) -> str:
    speaker = quote.speaker.name if quote.speaker else "speaker not known"
    return " ".join(f"{speaker} · quote {quote.id}".split())


def _zipped(files: dict[str, str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(
                zipfile.ZipInfo(name, _MOMENT), text.encode(), compress_type=zipfile.ZIP_DEFLATED
            )
    return whole.getvalue()
