"""What is told around a quote is measured, and what of it is wrong is shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotes import SaidOn, Span
from quotes.evaluation import Article, Report, evaluate

from .cases import MIRA, OPEN, TEXT, answering, gold, said

FACTS = {"role": "envoy of Ostrania", "country": "XO", "said_on": "2031-05-02", "channel": "speech"}
TOLD = "“We will talk,” said Mira Danforth, envoy of Ostrania, on Friday."
TALK, TOLD_MIRA, ROLE, FRIDAY = (
    Span(TOLD.index(words), TOLD.index(words) + len(words))
    for words in ("We will talk,", "Mira Danforth", "envoy of Ostrania", "on Friday")
)
ALL: dict[str, Any] = {
    "role": ROLE,
    "country": "XO",
    "said_on": SaidOn(date(2031, 5, 2), "day", "words", FRIDAY),
    "channel": "speech",
}


def measured(
    articles: Callable[..., list[Article]], facts: dict[str, Any], **annotated: str | None
) -> Report:
    """Measure what is told of one quote, the speaker being right, against what is annotated."""
    quote = gold(start=TALK.start, end=TALK.end, source=[list(TOLD_MIRA)], **annotated)
    return evaluate(articles(quote, text=TOLD), extract=answering(said(TALK, TOLD_MIRA, **facts)))


def test_predictions_tell_what_is_known_around_a_quote(
    articles: Callable[..., list[Article]], tmp_path: Path
) -> None:
    report = measured(articles, ALL, **FACTS)
    report.write_predictions(tmp_path / "out.jsonl")
    (row,) = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["quotes"]
    assert {key: row[key] for key in FACTS} == FACTS
    assert {key: rates.f1 for key, rates in report.attributes.items()} == dict.fromkeys(FACTS, 1.0)
    assert report.errors() == ""


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ({}, {}),
        ({"role": ROLE}, {"role": "envoy of Ostrania"}),
        ({"country": "XO"}, {"country": "XO"}),
        ({"channel": "tweet"}, {"channel": "tweet"}),
        ({"said_on": SaidOn(date(2031, 5, 2), "day", "continues", FRIDAY)}, {"said_on": "2031-05-02"}),
        # the annotated day is one, so that a month or a year is none
        ({"said_on": SaidOn(date(2031, 5, 1), "month", "words", FRIDAY)}, {}),
        ({"said_on": SaidOn(date(2031, 1, 1), "year", "words", FRIDAY)}, {}),
        # nobody annotates these
        ({"addressee": ROLE, "place": ROLE, "reported_by": ROLE}, {}),
    ],
)
def test_a_prediction_has_what_is_annotated_and_nothing_else(
    articles: Callable[..., list[Article]], facts: dict[str, Any], given: dict[str, str]
) -> None:
    (prediction,) = measured(articles, facts).predictions["a"]
    assert prediction.attributes == given


@pytest.mark.parametrize(
    ("facts", "annotated", "lines"),
    [
        (ALL | {"channel": "tweet"}, FACTS, [["wrong channel", "'speech'", "'tweet'"]]),
        (ALL | {"country": "XA"}, FACTS, [["wrong country", "'XO'", "'XA'"]]),
        (
            ALL | {"said_on": SaidOn(date(2031, 5, 9), "day", "words", FRIDAY)},
            FACTS,
            [["wrong said_on", "'2031-05-02'", "'2031-05-09'"]],
        ),
        (
            ALL | {"said_on": SaidOn(date(2031, 5, 1), "month", "words", FRIDAY)},
            FACTS,
            [["wrong said_on", "'2031-05-02'", "None"]],
        ),
        (ALL | {"role": TOLD_MIRA}, FACTS, [["wrong role", "'envoy of Ostrania'", "'Mira Danforth'"]]),
        # half of a role's words are enough
        (ALL | {"role": Span(ROLE.start, ROLE.start + 5)}, FACTS, []),
        # missing, or more than is annotated
        ({}, {"channel": "speech"}, [["wrong channel", "'speech'", "None"]]),
        (
            {"channel": "speech", "role": ROLE},
            {"country": "XO", "channel": "tweet"},
            [["wrong country", "'XO'", "None"], ["wrong channel", "'tweet'", "'speech'"]],
        ),
        # where nobody annotated it, nothing can be said
        (ALL, {}, []),
    ],
)
def test_wrong_attributes_are_shown_with_gold_and_answer(
    articles: Callable[..., list[Article]],
    facts: dict[str, Any],
    annotated: dict[str, str],
    lines: list[list[str]],
) -> None:
    shown = measured(articles, facts, **annotated).errors()
    found = [error.splitlines() for error in shown.split("\n\n")] if shown else []
    assert [
        [error[0].partition(": ")[2], error[1].removeprefix("  gold: "), error[2].removeprefix("  got:  ")]
        for error in found
    ] == lines
    assert all("“We will talk,” said" in error[3] for error in found)


def test_wrong_attributes_come_after_the_wrong_answers_and_are_limited_as_they_are(
    articles: Callable[..., list[Article]],
) -> None:
    quote = gold(start=TALK.start, end=TALK.end, source=[list(TOLD_MIRA)], **FACTS)
    found = said(TALK, TOLD_MIRA, "Ilan Voss")
    report = evaluate(articles(quote, text=TOLD), extract=answering(found))
    verdicts = [error.splitlines()[0].partition(": ")[2] for error in report.errors().split("\n\n")]
    assert verdicts == ["wrong speaker", "wrong role", "wrong country", "wrong said_on", "wrong channel"]
    assert len(report.errors(1).split("\n\n")) == 2
    assert report.errors(0) == ""


def test_a_quote_that_is_missed_has_no_wrong_attributes(articles: Callable[..., list[Article]]) -> None:
    quote = gold(start=TALK.start, end=TALK.end, source=[list(TOLD_MIRA)], **FACTS)
    report = evaluate(articles(quote, text=TOLD), extract=answering())
    assert "missed" in report.errors()
    assert "wrong" not in report.errors()


def test_what_is_more_than_annotated_is_wrong_where_other_quotes_have_it(
    articles: Callable[..., list[Article]],
) -> None:
    text = f"{TOLD} {TEXT}"
    first = gold(start=TALK.start, end=TALK.end, source=[list(TOLD_MIRA)], channel="speech")
    shift = len(TOLD) + 1
    moved, mira = (Span(span.start + shift, span.end + shift) for span in (OPEN, MIRA))
    second = gold(start=moved.start, end=moved.end, source=[list(mira)])
    found = [said(TALK, TOLD_MIRA, channel="speech"), said(moved, mira, channel="tweet", country="XO")]
    report = evaluate(articles(first, second, text=text), extract=answering(*found))
    assert report.errors().splitlines()[:3] == [
        f"a at {moved.start}: wrong channel",
        "  gold: None",
        "  got:  'tweet'",
    ]
    assert "country" not in report.errors()
