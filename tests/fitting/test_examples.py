"""An annotated quotation becomes an example: what speaks for each choice, and which is right."""

from __future__ import annotations

from dataclasses import replace

from quotes.evaluation import Article
from quotes.fitting import examples
from quotes.fitting.examples import in_order
from quotes.languages.english import ENGLISH
from quotes.types import Span


def test_each_annotated_quotation_is_an_example_in_the_order_of_the_text(articles: list[Article]) -> None:
    said, according, colon, title = examples(articles[:1], ENGLISH)
    for example, pattern in ((said, "after_verb"), (according, "after_according"), (colon, "before_direct")):
        assert any(pattern in example.choices[i] for i in example.right)
    assert title.right == {len(title.choices) - 1}


def test_the_last_choice_is_none_where_it_can_be_chosen(articles: list[Article]) -> None:
    last = [
        [i - len(example.choices) for i, choice in enumerate(example.choices) if "none" in choice]
        for example in examples(articles, ENGLISH)
    ]
    assert [-1] in last
    assert all(places in ([], [-1]) for places in last)


def test_a_source_that_is_no_candidate_leaves_nothing_right(articles: list[Article]) -> None:
    clerk = articles[0].text.index("A clerk")
    wrong = replace(articles[0].quotes[0], source=(Span(clerk, clerk + 7),))
    (example,) = examples([replace(articles[0], quotes=(wrong,))], ENGLISH)
    assert example.right == set()


def test_what_nobody_annotated_and_what_lacks_its_source_teach_nothing(articles: list[Article]) -> None:
    lacking = replace(articles[0].quotes[0], source=())
    assert examples([replace(articles[0], quotes=(lacking,))], ENGLISH) == []
    assert examples([replace(articles[0], text="No marks at all.", quotes=())], ENGLISH) == []


def test_articles_have_an_order_of_their_own(articles: list[Article]) -> None:
    assert in_order(articles) == in_order(reversed(articles))
