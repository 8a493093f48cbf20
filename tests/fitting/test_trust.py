"""A speaker is trusted as far as others found in the same way were right."""

from __future__ import annotations

from dataclasses import replace

from quotes.evaluation import Article
from quotes.fitting import fit_trust, halves, read_with
from quotes.languages.english import ENGLISH
from quotes.types import Span


def named_wrongly(article: Article) -> Article:
    clerk = article.text.index("A clerk")
    wrong = {"source": (Span(clerk, clerk + 7),), "entity": "A clerk"}
    return replace(article, quotes=tuple(replace(q, **wrong) if q.attributed else q for q in article.quotes))


def test_what_is_right_is_trusted_more_than_what_is_wrong(articles: list[Article]) -> None:
    wrongly = [named_wrongly(a) for a in articles]
    right, wrong = (
        fit_trust([read_with(found, ENGLISH, {})], ENGLISH)["full name"] for found in (articles, wrongly)
    )
    assert right > 0.9
    assert wrong < 0.2


def test_confidence_goes_by_the_table(articles: list[Article]) -> None:
    low, high = (
        [
            p.confidence
            for ps in read_with(articles, ENGLISH, {"full name": value}).predictions.values()
            for p in ps
        ]
        for value in (0.5, 1.0)
    )
    pairs = [(a, b) for a, b in zip(low, high, strict=True) if a is not None and b is not None]
    assert pairs
    assert all(a < b for a, b in pairs)


def test_an_article_stays_in_its_half(articles: list[Article]) -> None:
    one, other = halves(articles)
    assert {a.doc for a in one} | {a.doc for a in other} == {a.doc for a in articles}
    assert halves(articles[::-1])[0] == one[::-1]
    assert one
    assert other
