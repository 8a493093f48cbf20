"""Whole sentences and quoted parts of one; parts of a quote as one text; cues by their dictionary form."""

from __future__ import annotations

from typing import Any

import pytest

from quotes import Span, extract, join_spans

from .cases import name

# fmt: off
KINDS = [
    ("“We will wait,” said Mira Danforth.", "direct"),
    ("“We will wait.” Mira Danforth smiled as she said it.", "direct"),
    ("Mira Danforth said: “We will wait.”", "direct"),
    ("Mira Danforth said, “We will wait.”", "direct"),
    ('Mira Danforth said, "We will wait."', "direct"),
    ("“Will they wait?” Mira Danforth asked.", "direct"),
    ("“Never!” Mira Danforth said.", "direct"),
    ("“One.\n\n“Two,” Mira Danforth said.", "direct"),
    ("“We will wait”, Mira Danforth said.", "direct"),
    ("“20 ships will wait,” said Mira Danforth.", "direct"),
    ("“[The ships] will wait,” said Mira Danforth.", "direct"),
    ("“… we will wait,” said Mira Danforth.", "direct"),
    ("Mira Danforth said the ships would “wait and see.”", "mixed"),
    ("Mira Danforth said that “we will wait.”", "mixed"),
    ("Mira Danforth called it “a gift.”", "mixed"),
    ("Mira Danforth called Lund “The Gate of the North.”", "mixed"),
    ("The talks were “open,” said Mira Danforth.", "mixed"),
    ("Mira Danforth accused the port of “Monday madness.”", "mixed"),
    ("Mira Danforth said she was “glad” to be there.", "mixed"),
    ("Mira Danforth promised “20 ships.”", "mixed"),
    ("Mira Danforth spoke of “[her] harbour.”", "mixed"),
]
LEMMAS = [
    ("“We will wait,” said Mira Danforth.", "say"),
    ("“We will wait,” says Mira Danforth.", "say"),
    ("“We will wait,” Mira Danforth told them.", "tell"),
    ("“We will wait,” wrote Mira Danforth.", "write"),
    ("“We will wait,” replied Mira Danforth.", "reply"),
    ("“We will wait,” admitted Mira Danforth.", "admit"),
    ("“We will wait,” Mira Danforth tweeted.", "tweet"),
    ("“We will wait,” according to Mira Danforth.", "according to"),
    ("Mira Danforth has repeatedly called it “a gift.”", "call"),
    ("Mira Danforth, denying the claim, said it was “a gift.”", "say"),
]
JOINED = [
    ("“We will wait,” Mira Danforth said, “and then go.”", "We will wait, and then go."),
    ("“One.\n\n“Two,” Mira Danforth said.", "One.\nTwo,"),
    ("“We will wait,” said Mira Danforth.", "We will wait,"),
    ("“We,” said Mira Danforth, “will wait.\n\n“Then we go.”", "We, will wait.\nThen we go."),
]
# fmt: on


@pytest.mark.parametrize("case", KINDS, ids=name)
def test_kind(case: Any) -> None:
    text, kind = case
    (a,) = extract(text)
    assert a.kind == kind


@pytest.mark.parametrize("case", LEMMAS, ids=name)
def test_cue_lemma(case: Any) -> None:
    text, lemma = case
    (a,) = extract(text).attributions
    assert a.cue_lemma == lemma


@pytest.mark.parametrize("case", JOINED, ids=name)
def test_parts_of_a_quote_as_one_text(case: Any) -> None:
    text, joined = case
    (a,) = extract(text).attributions
    assert join_spans(text, a.content) == joined


def test_joining_nothing_is_nothing() -> None:
    assert join_spans("“We will wait.”", ()) == ""


def test_one_part_is_itself() -> None:
    assert join_spans("“We will wait.”", (Span(1, 14),)) == "We will wait."
