"""That the invariants would see it if what is told around a quote were wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quotes import Attribution, Extraction, SaidOn, Span

from .cases import assert_valid

TEXT = "“We will talk,” Mira Danforth, the envoy, told the council on Friday in Tessary, “and soon.”"


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said_on(value: str, precision: Any = "day", words: str = "on Friday", basis: Any = "words") -> SaidOn:
    return SaidOn(date.fromisoformat(value), precision, basis, span(words))


BARE = Attribution(
    content=(span("We will talk,"), span("and soon.")),
    kind="direct",
    source=span("Mira Danforth"),
    speaker="Mira Danforth",
    speaker_kind="person",
    rule="a_rule",
    confidence=0.9,
)
SOUND: list[dict[str, Any]] = [
    {},
    {"role": span("the envoy"), "addressee": span("the council"), "place": span("Tessary")},
    {"country": "XO", "channel": "speech"},
    {"said_on": said_on("2031-05-02")},
    {"said_on": said_on("2031-05-01", "month")},
    {"said_on": said_on("2031-01-01", "year", basis="continues")},
]
WRONG: list[dict[str, Any]] = [
    {"role": Span(3, 3)},
    {"role": span("We will")},
    {"addressee": span(" the council")},
    {"place": span("Tessary, “and soon")},
    {"reported_by": Span(len(TEXT), len(TEXT) + 1)},
    {"reported_by": Span(0, len(TEXT))},
    {"country": "xo"},
    {"country": "Ostrania"},
    {"channel": "song"},
    {"said_on": said_on("2031-05-02", "month")},
    {"said_on": said_on("2031-05-01", "year")},
    {"said_on": said_on("2031-05-02", "week")},
    {"said_on": said_on("2031-05-02", words="soon")},
    {"said_on": said_on("2031-05-02", words="on Friday ")},
    {"said_on": said_on("2031-05-02", basis="guess")},
]


@pytest.mark.parametrize("told", SOUND, ids=str)
def test_what_is_sound_is_taken(told: dict[str, Any]) -> None:
    assert_valid(TEXT, Extraction((replace(BARE, **told),), ()))


@pytest.mark.parametrize("told", WRONG, ids=str)
def test_what_is_wrong_is_seen(told: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        assert_valid(TEXT, Extraction((replace(BARE, **told),), ()))


@pytest.mark.parametrize("told", SOUND[1:], ids=str)
def test_nothing_is_told_around_what_nobody_said(told: dict[str, Any]) -> None:
    nobodys = Attribution(content=BARE.content, kind="direct", reason="no_source", **told)
    with pytest.raises(AssertionError):
        assert_valid(TEXT, Extraction((), (nobodys,)))
