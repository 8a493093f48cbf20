"""Articles annotated by people, and the files they come in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from quotes.errors import QuotesError
from quotes.types import Span

ATTRIBUTES = ("role", "country", "said_on", "channel")
NAMED = ("person", "organization")


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One annotated quotation; `source` is empty where nobody was given the words."""

    start: int
    end: int
    attributed: bool
    source: tuple[Span, ...]
    entity: str | None
    type: str | None
    attributes: Mapping[str, Any]

    @property
    def counts(self) -> bool:
        """Whether an answer is due: the quote has an annotated source."""
        return self.attributed and bool(self.source)

    @property
    def named(self) -> bool:
        """Whether the speaker is a person or organisation with a name."""
        return self.type in NAMED and bool(self.entity)


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article."""

    doc: str
    text: str
    published_on: date | None
    quotes: tuple[GoldQuote, ...]


def load_gold(path: str | Path) -> list[Article]:
    """Read a gold file; raises QuotesError that names the file and the fault."""
    path = Path(path)
    data = _load(path)
    if not isinstance(data, list):
        raise QuotesError(f"{path}: a gold file is a list of articles, this is a {type(data).__name__}")
    articles: list[Article] = []
    for number, item in enumerate(data, 1):
        try:
            articles.append(_article(item))
        except KeyError as error:
            raise QuotesError(f"{path}: article {number} lacks {error}") from None
        except (TypeError, ValueError) as error:
            raise QuotesError(f"{path}: article {number}: {error}") from None
    twice = [doc for doc, count in Counter(article.doc for article in articles).items() if count > 1]
    if twice:
        raise QuotesError(f"{path}: two articles are called {twice[0]!r}")
    return articles


def add_speakers(articles: Iterable[Article], path: str | Path) -> list[Article]:
    """Return articles with the speakers that a file gives: `{doc: {start of a quote: [name, type]}}`.

    Articles that the file does not name are left out. Raises QuotesError where it names a quote that is none.
    """
    path = Path(path)
    speakers = _load(path)
    return [_with_speakers(a, dict(speakers[a.doc]), path) for a in articles if a.doc in speakers]


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise QuotesError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise QuotesError(f"{path}: not JSON in UTF-8: {error}") from None


def _with_speakers(article: Article, speakers: dict[str, list[str]], path: Path) -> Article:
    quotes = []
    for quote in article.quotes:
        entity, kind = speakers.pop(str(quote.start), (quote.entity, quote.type))
        quotes.append(replace(quote, entity=entity, type=kind))
    if speakers:
        raise QuotesError(f"{path}: {article.doc!r} has no annotated quote at {next(iter(speakers))}")
    return replace(article, quotes=tuple(quotes))


def _article(item: Mapping[str, Any]) -> Article:
    text, published = item["text"], item.get("published")
    if not isinstance(text, str):
        raise TypeError("text is not a string")
    quotes = tuple(_gold_quote(quote, len(text)) for quote in item["quotes"])
    return Article(str(item["doc"]), text, date.fromisoformat(published[:10]) if published else None, quotes)


def _gold_quote(item: Mapping[str, Any], length: int) -> GoldQuote:
    source = tuple(Span(*map(int, span)) for span in item["source"] or ())
    for start, end in ((item["start"], item["end"]), *source):
        if not 0 <= start < end <= length:
            raise ValueError(f"{start}–{end} is no stretch of its {length} characters")
    attributes = {key: item[key] for key in ATTRIBUTES if item.get(key)}
    return GoldQuote(
        item["start"],
        item["end"],
        bool(item["attributed"]),
        source,
        item.get("entity"),
        item.get("type"),
        attributes,
    )
