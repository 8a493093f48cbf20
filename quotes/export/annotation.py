"""Quotes as W3C Web Annotations: who said the words that selectors find in a text, and of which text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import orjson

from quotes.store.records import QuoteRecord

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'
_NEAR = 64  # characters of prefix and suffix


def write_one(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield an annotation that stands alone."""
    for quote in quotes:
        yield orjson.dumps({"@context": CONTEXT, **annotation(quote, base)}, option=orjson.OPT_APPEND_NEWLINE)


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield a page of annotations; its id is a hash of what is on it, and names this page alone."""
    yield b'{"@context":"%s","type":"AnnotationPage","items":[' % CONTEXT.encode()
    found, between = sha256(), b"\n"
    for quote in quotes:
        written = orjson.dumps(annotation(quote, base))
        found.update(written)
        yield between + written
        between = b",\n"
    yield b'],"id":"nih:sha-256;%s"}\n' % found.hexdigest().encode()


def annotation(quote: QuoteRecord, base: str) -> dict[str, Any]:
    """Return an annotation of each part of a quote, in the kept text and in the page that it is from.

    Positions are only given for the kept text: they count its code points, and `state` names it by its hash.
    """
    kept = f"{base}/v1/documents/{quote.document.id}.txt"
    targets = [_in_kept_text(quote, at, kept) for at in range(len(quote.spans))]
    if quote.document.url is not None:
        targets += [_in_page(quote, at, quote.document.url) for at in range(len(quote.spans))]
    bodies = list(_bodies(quote, base))
    return {
        "id": f"{base}{quote.permalink}.anno.jsonld",
        "type": "Annotation",
        "motivation": "identifying" if quote.speaker else "highlighting",
        "generator": {"type": "Software", "name": f"quotes, extractor {quote.extractor_version}"},
        "modified": quote.updated_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "canonical": f"{base}{quote.permalink}",
        "body": bodies,
        "target": targets if len(targets) > 1 else targets[0],
    }


def _bodies(quote: QuoteRecord, base: str) -> Iterator[dict[str, Any]]:
    if quote.speaker is not None:
        yield {
            "type": "SpecificResource",
            "source": f"{base}/v1/speakers/{quote.speaker.id}",
            "purpose": "identifying",
        }
        yield _words(quote.speaker.name, "identifying")
    elif quote.source is not None:
        yield _words(quote.source.text, "describing")
    if quote.role is not None:
        yield _words(quote.role.text, "describing")
    yield from (_words(tag, "tagging") for tag in (quote.kind, quote.channel) if tag)


def _words(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _in_kept_text(quote: QuoteRecord, at: int, source: str) -> dict[str, Any]:
    part = quote.spans[at]
    position = {"type": "TextPositionSelector", "start": part.start, "end": part.end}
    return {
        "type": "SpecificResource",
        "source": {"id": source, "type": "Text", "format": "text/plain"},
        "selector": [_quoted(quote, at), position],
        "state": {"type": "TimeState", "cached": f"nih:sha-256;{quote.document.sha256}"},
    }


def _in_page(quote: QuoteRecord, at: int, source: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": source, "selector": _quoted(quote, at)}


def _quoted(quote: QuoteRecord, at: int) -> dict[str, Any]:
    """Return a part's very words with those beside it; between two parts a record has none."""
    prefix = quote.before.text[-_NEAR:] if quote.before is not None and at == 0 else None
    suffix = quote.after.text[:_NEAR] if quote.after is not None and at == len(quote.spans) - 1 else None
    beside = {name: words for name, words in (("prefix", prefix), ("suffix", suffix)) if words}
    return {"type": "TextQuoteSelector", "exact": quote.spans[at].text, **beside}
