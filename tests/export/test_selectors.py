"""The selectors of every quote of every annotated article find its very words, in every count of offsets."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from quotes import extract
from quotes.export import annotation, brat, label_studio
from quotes.export.offsets import in_bytes, in_utf16
from quotes.store.links import context
from quotes.store.records import DocumentRecord, DocumentRef, PartRecord, QuoteRecord, StatementRef
from quotes.types import Span

from .test_standoff import bound, check_task

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FILES = [
    ROOT / "seeds" / "gold.json",
    CORPUS / "seeds" / "gold.json",
    pytest.param(CORPUS / "polnear" / "dev.json", marks=pytest.mark.thorough),
    pytest.param(CORPUS / "polnear" / "train.json", marks=pytest.mark.thorough),
    CORPUS / "wikinews" / "2019.json",
]
BASE = "https://quotes.example"


def part(text, span):
    return None if span is None else PartRecord(span.of(text), *span)


def as_records(text):
    """A document and its quotes as the store would give them, without the seconds of storing them."""
    found = list(extract(text))
    about = DocumentRef(1, None, None, None, None, None, sha256(text.encode()).hexdigest())
    quotes = []
    for id_, one in enumerate(found, 1):
        first, last = context(text, one.start, one.end)
        before = Span(first, one.start) if first < one.start else None
        after = Span(one.end, last) if one.end < last else None
        none = dict.fromkeys((
            "speaker", "office", "antecedent", "role", "country", "said_on", "day", "channel", "place",
            "reported_by", "rule", "rule_precision", "confidence", "reason", "original",
        ))  # fmt: skip
        quotes.append(
            QuoteRecord(
                **none, id=id_, text="", kind=one.kind, spans=tuple(part(text, span) for span in one.content),
                before=part(text, before), after=part(text, after), candidates=(),
                source=part(text, one.source), cue=None, addressee=part(text, one.addressee), document=about,
                permalink=f"/v1/quotes/{id_}", statement=StatementRef(1, 1), corrections=(),
                extractor_version="1", updated_at=datetime(2026, 3, 14, tzinfo=UTC),
            )
        )  # fmt: skip
    document = DocumentRecord(
        1, None, None, None, None, None, "en", about.sha256, len(text),
        datetime(2026, 3, 14, tzinfo=UTC), "1", len(quotes), 0, True, text,
    )  # fmt: skip
    return document, quotes


def check(text):
    """Return how many quotes were checked."""
    document, quotes = as_records(text)
    offsets = [at for quote in quotes for one in quote.spans for at in (one.start, one.end)]
    units, octets = in_utf16(text, offsets), in_bytes(text, offsets)
    utf16, utf8 = text.encode("utf-16-le"), text.encode()
    for quote in quotes:
        targets = annotation.annotation(quote, BASE)["target"]
        for target, one in zip(targets if isinstance(targets, list) else [targets], quote.spans, strict=True):
            words, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == words["exact"] == one.text
            prefix = words.get("prefix", "")
            assert text[start - len(prefix) :].startswith(prefix + words["exact"] + words.get("suffix", ""))
            assert utf16[2 * units[start] : 2 * units[end]].decode("utf-16-le") == one.text
            assert utf8[octets[start] : octets[end]].decode() == one.text
    assert all(
        " ".join(text[start:end] for start, end in pieces) == words
        for _, pieces, words in bound(brat.annotated(quotes))
    )
    (task,) = json.loads(b"".join(label_studio.write_document(document, quotes, BASE)))
    assert check_task(task) == [one.text for quote in quotes for one in quote.spans]
    return len(quotes)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_selector_finds_its_words(path):
    if not path.exists():
        pytest.skip(f"{path.name} of {path.parent.name} is not here")
    articles = json.loads(path.read_text(encoding="utf-8"))
    checked = sum(check(article["text"]) for article in articles)
    assert checked >= sum(len(article["quotes"]) for article in articles) * 0.8
