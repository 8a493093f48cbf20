"""Real news in any order gives the same speakers, offices and days. The articles stay beside the project."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes import Attribution, Document, Extraction, Span, extract
from quotes.store.batches import batches
from quotes.store.filters import QuoteFilter
from quotes.store.models import documents, quotes
from quotes.store.queries import select_quotes, select_speakers
from quotes.store.save import save_all

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpora are not here")
Fresh = Callable[[], AbstractContextManager[Session]]
Reads = list[tuple[Document, Extraction]]
_SEEDS = (1, 2, 3)
_KINDS = {
    "person": "person",
    "organization": "organisation",
    "organisation": "organisation",
    "government": "government",
}


def _articles(*names: str) -> Iterator[dict[str, Any]]:
    for name in names:
        yield from json.loads((CORPUS / name).read_text("utf-8"))


def _document(article: dict[str, Any]) -> Document:
    day = article.get("published")
    return Document(text=article["text"], published_on=date.fromisoformat(day[:10]) if day else None)


def as_extracted() -> Reads:
    """Return the articles with what the extractor finds in them."""
    found = [_document(one) for one in _articles("wikinews/2019.json", "polnear/dev.json")]
    return [(one, extract(one.text, published_on=one.published_on)) for one in found]


def as_annotated() -> Reads:
    """Return the articles with what people found in them: whole names, roles and countries too."""
    return [
        (_document(one), Extraction(tuple(_annotated(one)), ()))
        for one in _articles("wikinews/2019.json", "seeds/gold.json")
    ]


def _annotated(article: dict[str, Any]) -> Iterator[Attribution]:
    for quote in article["quotes"]:
        if quote["attributed"] and quote["source"] and quote["end"] > quote["start"]:
            role = article["text"].find(quote["role"]) if quote.get("role") else -1
            yield Attribution(
                content=(Span(quote["start"], quote["end"]),),
                kind="direct",
                source=Span(*quote["source"][0]),
                speaker=quote.get("entity"),
                speaker_kind=_KINDS.get(quote.get("type") or "", "unnamed"),  # type: ignore[arg-type]
                role=Span(role, role + len(quote["role"])) if role >= 0 else None,
                country=quote.get("country"),
            )


def _state(session: Session) -> Any:
    """Return all that readers see, with texts for ids."""
    speakers = {one.id: one for one in select_speakers(session, per_page=10_000).results}
    seen = sorted(
        (
            one.name,
            str(one.kind),
            one.aliases,
            str(one.offices),
            one.quotes,
            one.documents,
            str(one.first_published_on),
            str(one.last_published_on),
        )
        for one in speakers.values()
    )
    said: dict[int | None, set[tuple[str, int]]] = {}
    printed: dict[int, set[tuple[str, int]]] = {}
    where = select(quotes.c.speaker_id, quotes.c.statement_id, documents.c.sha256, quotes.c.start)
    for row in session.execute(where.join(documents, documents.c.id == quotes.c.document_id)):
        said.setdefault(row.speaker_id, set()).add((row.sha256, row.start))
        printed.setdefault(row.statement_id, set()).add((row.sha256, row.start))
    told = sorted(
        (one.text, str(one.office), str(one.said_on), sorted(other.name for other in one.candidates))
        for one in select_quotes(session, QuoteFilter(), per_page=10_000).results
    )
    nobodys = said.pop(None, set())
    return seen, set(map(frozenset, said.values())), nobodys, told, set(map(frozenset, printed.values()))


@pytest.mark.thorough
@pytest.mark.parametrize("read", [as_extracted, as_annotated])
def test_the_order_of_the_news_changes_no_speaker_statement_or_day(
    fresh: Fresh, read: Callable[[], Reads]
) -> None:
    articles = read()
    states = []
    for seed in _SEEDS:
        shuffled = random.Random(seed).sample(articles, len(articles))  # noqa: S311  # no secret
        with fresh() as session:
            _save(session, shuffled, batch=(1, 7, 50)[seed % 3])
            states.append(_state(session))
    assert states[0] == states[1] == states[2]
    assert len(states[0][0]) > 100


def _save(session: Session, articles: Sequence[tuple[Document, Extraction]], batch: int) -> None:
    for some in batches(articles, batch):
        saved = save_all(session, some, extractor_version="1")
        assert not [one for one in saved if isinstance(one, Exception)]
