"""The table of rules is counted, and its examples are taken from samples."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from quotes.errors import QuotesError
from quotes.evaluation import Article, evaluate
from quotes.fitting import accuracy, put_between, rule_page
from quotes.types import Span

ROW = re.compile(r"\| `(\w+)` \| (\d+) \| (\d+) \| ([\d.]+) \| (.*) \| (.*) \|")


def rows(table: str) -> dict[str, tuple[int, int, float, str]]:
    return {rule: (int(a), int(b), float(p), example) for rule, a, b, p, _, example in ROW.findall(table)}


def test_each_rule_has_its_figures_and_an_example_with_the_source_in_bold(articles: list[Article]) -> None:
    found = rows(rule_page(articles, articles[:1]))
    report = evaluate(articles)
    assert list(found) == list(report.by_rule)
    assert found["before_direct"] == (12, 12, 1.0, "**Mira Danforth** said: “Nobody has closed the bridge.”")
    for rule, (fired, right, precision, _) in found.items():
        assert (fired, right) == (report.by_rule[rule].fired, report.by_rule[rule].right)
        assert precision == round(right / fired, 3)


def test_a_rule_says_what_it_is_for(articles: list[Article]) -> None:
    when = {row[0]: row[4] for row in ROW.findall(rule_page(articles, articles))}
    assert when
    assert all(when.values())


def test_only_samples_where_the_rule_was_right_are_shown(articles: list[Article]) -> None:
    clerk = articles[0].text.index("A clerk")
    wrong = tuple(
        replace(q, source=(Span(clerk, clerk + 7),), entity="A clerk") for q in articles[0].quotes[:3]
    )
    found = rows(rule_page([replace(articles[0], quotes=wrong)], [replace(articles[0], quotes=wrong)]))
    assert {(right, precision, example) for _, right, precision, example in found.values()} == {(0, 0.0, "")}


def test_the_shortest_example_is_shown(articles: list[Article]) -> None:
    found = rows(rule_page(articles, articles))
    assert found["before_direct"][3] == "**Karel Dov** said: “The harbour stays open.”"


def test_the_figures_of_each_part_and_the_busiest_rules_are_told(articles: list[Article]) -> None:
    told = accuracy({"some": articles[:6], "others": articles[6:]}, articles, least=12)
    report = evaluate(articles[:6])
    assert report.speaker is not None
    assert (
        f"| 6 of some | 18 | {report.detection.precision:.3f}, {report.detection.recall:.3f} "
        f"| {report.mention.precision:.3f}, {report.mention.recall:.3f}, {report.mention.f1:.3f} "
        f"| {report.speaker.precision:.3f}, {report.speaker.recall:.3f}, {report.speaker.f1:.3f} "
        f"| {report.entity_exact:.3f} |"
    ) in told
    assert "| 6 of others | 18 |" in told
    every = evaluate(articles).by_rule
    assert list(rows(told)) == [rule for rule, r in every.items() if r.fired >= 12]


def test_what_is_told_around_quotes_has_a_table_where_it_is_annotated(articles: list[Article]) -> None:
    assert "| precision, recall |" not in accuracy({"some": articles}, articles)
    quotes = tuple(replace(q, attributes={"country": "IR"}) for q in articles[0].quotes)
    told = accuracy({"some": [replace(articles[0], quotes=quotes)]}, articles)
    assert "| precision, recall | role | country | said_on | channel |" in told
    assert "| some |  | 0.000, 0.000 of 3 |  |  |" in told


def test_text_is_put_between_the_marks_of_a_page() -> None:
    page = "one <!-- a: begin --> old <!-- a: end --> two"
    assert put_between(page, "a", "new") == "one <!-- a: begin -->\nnew\n<!-- a: end --> two"
    with pytest.raises(QuotesError, match="there is no <!-- b: begin --> … <!-- b: end --> in the page"):
        put_between(page, "b", "new")


def test_nothing_annotated_makes_an_empty_table() -> None:
    table = rule_page([Article("a", "No marks.", None, ())], [])
    assert rows(table) == {}
    assert "| all | 0 | 0 | 0.000 | | |" in table
