"""Quotes as tasks of Label Studio with predictions; offsets count UTF-16 code units, as JavaScript does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import orjson

from quotes.export.offsets import in_utf16
from quotes.store.records import DocumentRecord, PartRecord, QuoteRecord

CONFIGURATION = """\
<View>
  <Labels name="label" toName="text">
    <Label value="Quote"/><Label value="Source"/><Label value="Cue"/><Label value="Addressee"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>
"""
_CUT = " […] "  # between the parts of a quote, where the text between them is not served


class Piece(NamedTuple):
    """A stretch of a document in a task's text, which begins there `moved` further on, or back."""

    start: int
    end: int
    moved: int


class _Marked(NamedTuple):
    """Words of a quote that get a label, by offsets in code points of the task's text."""

    name: str
    label: str
    start: int
    end: int


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield a list of tasks, one a quote: its words and those around it."""
    opening = b"["
    for quote in quotes:
        yield opening + orjson.dumps(_task(*excerpt(quote), [quote], base))
        opening = b",\n"
    yield b"]\n" if opening != b"[" else b"[]\n"


def write_document(document: DocumentRecord, quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield a list of one task: a document's text with all its quotes."""
    text = document.text or ""
    yield orjson.dumps(
        [_task(text, [Piece(0, len(text), 0)], list(quotes), base)], option=orjson.OPT_APPEND_NEWLINE
    )


def excerpt(quote: QuoteRecord) -> tuple[str, list[Piece]]:
    """Return the words of a quote with those around it, and where in the document they are from."""
    text, pieces = "", list[Piece]()
    for piece in (quote.before, *quote.spans, quote.after):
        if piece is None:
            continue
        if pieces and pieces[-1].end != piece.start:
            text += _CUT
        pieces.append(Piece(piece.start, piece.end, len(text) - piece.start))
        text += piece.text
    return text, pieces


def _task(text: str, pieces: Sequence[Piece], quotes: Sequence[QuoteRecord], base: str) -> dict[str, Any]:
    marked = {quote.id: list(_marked(quote, pieces)) for quote in quotes}
    offsets = in_utf16(text, [at for found in marked.values() for one in found for at in one[2:]])
    results = [
        result
        for quote in quotes
        for result in (*_labels(marked[quote.id], text, offsets), *_relations(marked[quote.id]))
    ]
    documents = {f"{base}/v1/documents/{quote.document.id}": quote.document.sha256 for quote in quotes}
    return {
        "data": {
            "text": text,
            "documents": [{"id": id_, "sha256": sha256} for id_, sha256 in documents.items()],
            "quotes": [
                {
                    "id": f"{base}{quote.permalink}",
                    "kind": quote.kind,
                    "speaker": quote.speaker.name if quote.speaker else None,
                }
                for quote in quotes
            ],
        },
        "predictions": [{"model_version": _version(quotes), "score": _score(quotes), "result": results}],
    }


def _version(quotes: Sequence[QuoteRecord]) -> str:
    return f"quotes {' '.join(sorted({quote.extractor_version for quote in quotes}))}".rstrip()


def _score(quotes: Sequence[QuoteRecord]) -> float | None:
    """Return how sure the least sure speaker is."""
    return min((quote.confidence for quote in quotes if quote.confidence is not None), default=None)


def _marked(quote: QuoteRecord, pieces: Sequence[Piece]) -> Iterator[_Marked]:
    named: list[tuple[str, str, PartRecord | None]] = [
        (f"quote{quote.id}-{number}", "Quote", part) for number, part in enumerate(quote.spans, 1)
    ]
    others = (("Source", quote.source), ("Cue", quote.cue), ("Addressee", quote.addressee))
    named += [(f"quote{quote.id}-{label.lower()}", label, part) for label, part in others]
    for name, label, part in named:
        for piece in pieces:
            if part is not None and piece.start <= part.start and part.end <= piece.end:
                yield _Marked(name, label, part.start + piece.moved, part.end + piece.moved)
                break


def _labels(marked: Iterable[_Marked], text: str, offsets: dict[int, int]) -> Iterator[dict[str, Any]]:
    for one in marked:
        yield {
            "id": one.name,
            "type": "labels",
            "from_name": "label",
            "to_name": "text",
            "value": {
                "start": offsets[one.start],
                "end": offsets[one.end],
                "text": text[one.start : one.end],
                "labels": [one.label],
            },
        }


def _relations(marked: Sequence[_Marked]) -> Iterator[dict[str, Any]]:
    """Tie the first part of a quote to its other parts and to all else."""
    for one in marked[1:]:
        ties = {"Quote": "goes on", "Source": "said by", "Cue": "cued by", "Addressee": "said to"}
        yield {
            "type": "relation",
            "from_id": marked[0].name,
            "to_id": one.name,
            "direction": "right",
            "labels": [ties[one.label]],
        }
