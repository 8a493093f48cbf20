"""Whom a pronoun or a role stands for is learnt from articles that name the speakers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.evaluation import Article, GoldQuote, evaluate
from quotes.extraction.pipeline import extract_with
from quotes.fitting import fit_antecedents
from quotes.fitting.antecedents import antecedent_examples
from quotes.languages.english import ENGLISH
from quotes.types import Span

pytest.importorskip("scipy")  # fits the weights

# The last subject is who speaks, whoever was named behind it.
TEXT = "{one} met {other} on Monday. The talks were short. “We will wait for the tide,” {pronoun} said."
MEN = ("Teodor Hasz", "Karel Dov", "Tomas Veld", "Piet Olund", "Anton Brel", "Milan Sorek")


def article(n: int, *, last: bool = False, pronoun: str = "he") -> Article:
    one, other = MEN[n % len(MEN)], MEN[(n + 1) % len(MEN)]
    text = TEXT.format(one=one, other=other, pronoun=pronoun)
    words = "We will wait for the tide,"
    start, source = text.index(words), text.rindex(pronoun)
    said = (Span(source, source + len(pronoun)),)
    quote = GoldQuote(start, start + len(words), True, said, other if last else one, "person", {})
    return Article(f"{n}-{last}", text, None, (quote,))


@pytest.mark.parametrize("last", [False, pytest.param(True, marks=pytest.mark.thorough)])
def test_the_weights_learn_who_is_meant(last: bool) -> None:
    articles = [article(n, last=last) for n in range(12)]
    language = replace(ENGLISH, antecedents=fit_antecedents(articles, ENGLISH, l2=0.1))
    report = evaluate(articles, extract=lambda text, **_: extract_with(text, language))
    assert report.entity_exact == 1.0


def test_an_example_holds_everybody_who_was_named_and_who_is_right() -> None:
    (example,) = antecedent_examples([article(0)], ENGLISH)
    assert len(example.choices) == 2
    assert example.right == {1}  # the one named last comes first


def test_a_role_may_stand_for_nobody_who_is_named() -> None:
    told = article(0, pronoun="the clerk")
    unnamed = replace(told, quotes=(replace(told.quotes[0], entity="the clerk", type="unnamed"),))
    (example,) = antecedent_examples([unnamed], ENGLISH)
    assert example.right == {len(example.choices) - 1}
    assert "nobody" in example.choices[-1]


def test_articles_whose_speakers_nobody_annotated_teach_nothing() -> None:
    told = article(0)
    plain = replace(told, quotes=(replace(told.quotes[0], entity=None, type=None),))
    assert antecedent_examples([plain], ENGLISH) == []
    assert fit_antecedents([plain], ENGLISH) == {}


@pytest.mark.thorough
def test_the_same_articles_give_the_same_weights() -> None:
    articles = [article(n) for n in range(6)]
    assert fit_antecedents(articles, ENGLISH) == fit_antecedents(articles, ENGLISH)
