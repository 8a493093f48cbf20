"""Held-out figures come from weights that never saw the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.errors import QuotesError
from quotes.evaluation import Article
from quotes.fitting import cross_validate, folds
from quotes.languages.english import ENGLISH

pytest.importorskip("scipy")  # fits the weights


@pytest.mark.thorough
def test_what_is_regular_is_learnt_from_the_other_articles(articles: list[Article]) -> None:
    held = cross_validate(articles, ENGLISH, folds=3)
    assert held.report.articles == 12
    assert held.report.gold == 36
    assert held.report.mention.precision > 0.9
    assert held.report.mention.recall > 0.9
    assert 0 < held.loss < 0.5


@pytest.mark.thorough
def test_articles_that_name_the_speakers_are_measured_apart(articles: list[Article]) -> None:
    nameless = [
        replace(a, quotes=tuple(replace(q, entity=None, type=None) for q in a.quotes)) for a in articles[6:]
    ]
    held = cross_validate([*articles[:6], *nameless], ENGLISH, folds=3)
    assert held.named is not None
    assert held.named.articles == 6
    assert cross_validate(nameless, ENGLISH, folds=3).named is None


@pytest.mark.thorough
def test_the_order_of_the_articles_changes_nothing(articles: list[Article]) -> None:
    one, other = (cross_validate(found, ENGLISH, folds=3) for found in (articles, articles[::-1]))
    assert one.loss == other.loss
    assert one.report.render() == other.report.render()


def test_no_article_is_read_with_weights_fitted_to_its_text(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    twins = [*articles[:4], *(replace(a, doc=f"{a.doc}-again") for a in articles[:4])]
    made: list[list[str]] = []
    own = folds.examples

    def watched(part, language):
        made.append([a.text for a in part])
        return own(part, language)

    monkeypatch.setattr(folds, "examples", watched)
    cross_validate(twins, ENGLISH, folds=4)
    assert sorted(map(len, made)) == [2, 2, 2, 2]
    assert all(len(set(texts)) == 1 for texts in made)


def test_more_folds_than_texts_is_an_error(articles: list[Article]) -> None:
    with pytest.raises(QuotesError, match="5 folds need as many different articles, there are 4"):
        cross_validate(articles[:4], ENGLISH)
