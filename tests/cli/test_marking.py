"""What people see of an extraction; the attributions are made by hand."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from rich.console import Console

from quotes.cli.marking import show
from quotes.types import Attribution, Document, Extraction, SaidOn, Span

ESCAPE = "\x1b"


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def shown(document: Document, *quotes: Attribution, terminal: bool = False, width: int = 100) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        force_terminal=terminal,
        width=width,
        highlight=False,
        color_system="standard" if terminal else None,
    )
    found = Extraction(tuple(q for q in quotes if q.source), tuple(q for q in quotes if not q.source))
    show(console, document, found)
    return out.getvalue()


def said(text: str, *parts: str, **given: object) -> Attribution:
    fields = {"kind": "direct", "rule": "a_rule", "confidence": 0.93, **given}
    return Attribution(content=tuple(span(text, part) for part in parts), **fields)


TEXT = "“We go,” he said, “and soon.”\n\nNo more.\n"


def test_a_quote_in_parts_has_one_number_after_its_last_mark() -> None:
    quote = said(
        TEXT, "We go,", "and soon.", source=span(TEXT, "he"), cue=span(TEXT, "said"), speaker="Ola Brandt"
    )
    assert shown(Document(text=TEXT), quote) == (
        "“We go,” he said, “and soon.”¹\n    ¹ Ola Brandt (“he”) · direct · a_rule 0.93\n\nNo more.\n\n"
        "1 quote, 1 attributed\n"
    )


def test_notes_tell_the_named_the_unnamed_and_nobody_apart() -> None:
    text = "“A” said Ola. “B” said an envoy. “C”\n“D” said she."
    out = shown(
        Document(text=text),
        said(text, "A", source=span(text, "Ola"), speaker="Ola"),
        said(text, "B", source=span(text, "an envoy"), speaker_kind="unnamed"),
        said(text, "C", kind="mixed", reason="scare_quote", rule=None, confidence=None),
        said(text, "D", source=span(text, "she"), confidence=None),
    )
    assert out.splitlines() == [
        "“A”¹ said Ola. “B”² said an envoy. “C”³",
        "    ¹ Ola · direct · a_rule 0.93",
        "    ² an envoy (unnamed) · direct · a_rule 0.93",
        "    ³ nobody's: scare quote",
        "“D”⁴ said she.",
        "    ⁴ she (not named) · direct · a_rule",
        "",
        "4 quotes, 3 attributed",
    ]


FACTS = "“We go,” Ola, the envoy of Ostrania,\ntold the council in Tessary in May, the Pier Agency said.\n"


def told(**facts: Any) -> list[str]:
    """Return what is shown below a quote of FACTS."""
    quote = said(FACTS, "We go,", source=span(FACTS, "Ola"), speaker="Ola", **facts)
    return shown(Document(text=FACTS), quote).splitlines()[1:-3]


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"role": span(FACTS, "the envoy of Ostrania")}, "the envoy of Ostrania"),
        ({"role": span(FACTS, "the envoy of Ostrania"), "country": "XO"}, "the envoy of Ostrania · XO"),
        ({"country": "XO"}, "XO"),
        ({"channel": "press_conference"}, "press conference"),
        ({"addressee": span(FACTS, "the council")}, "to the council"),
        ({"place": span(FACTS, "Tessary")}, "place Tessary"),
        ({"reported_by": span(FACTS, "the Pier Agency")}, "reported by the Pier Agency"),
        (
            {"country": "XO", "channel": "speech", "place": span(FACTS, "Tessary")},
            "XO · speech · place Tessary",
        ),
        # words that run over a line are put on one
        ({"role": span(FACTS, "the envoy of Ostrania,\ntold")}, "the envoy of Ostrania, told"),
    ],
)
def test_what_is_told_around_a_quote_is_one_more_line(facts: Any, line: str) -> None:
    assert told(**facts) == ["    ¹ Ola · direct · a_rule 0.93", f"      {line}"]


@pytest.mark.parametrize(
    ("day", "precision", "written"),
    [
        (date(2031, 5, 2), "day", "said 2031-05-02"),
        (date(2031, 5, 1), "month", "said 2031-05"),
        (date(2031, 1, 1), "year", "said 2031"),
        (date(31, 5, 1), "month", "said 0031-05"),
    ],
)
def test_of_a_day_only_what_is_known_is_shown(day: date, precision: Any, written: str) -> None:
    said_on = SaidOn(day, precision, "words", span(FACTS, "in May"))
    assert told(said_on=said_on) == ["    ¹ Ola · direct · a_rule 0.93", f"      {written}"]


def test_a_quote_over_paragraphs_has_its_note_below_the_last() -> None:
    text = "Ola said: “One.\n\n“Two.”\n\nEnd."
    out = shown(Document(text=text), said(text, "One.", "Two.", source=span(text, "Ola"), speaker="Ola"))
    assert out.splitlines()[:4] == ["Ola said: “One.", "", "“Two.”¹", "    ¹ Ola · direct · a_rule 0.93"]


def test_a_heading_comes_first_unless_the_text_begins_with_it() -> None:
    assert shown(Document(text="Text.", title="Title", outlet="Lantern")).startswith(
        "Title\nLantern\n\nText."
    )
    assert shown(Document(text="Title\n\nText.", title="Title")).startswith("Title\n\nText.")


def test_without_a_terminal_nothing_is_wrapped_or_coloured() -> None:
    long = "word " * 100 + "end."
    assert shown(Document(text=long)).splitlines()[0] == long


def test_on_a_terminal_speech_and_speaker_are_coloured() -> None:
    quote = said(TEXT, "We go,", source=span(TEXT, "he"), speaker="Ola Brandt")
    out = shown(Document(text=TEXT), quote, terminal=True)
    assert f"{ESCAPE}[32mWe go,{ESCAPE}[0m" in out
    assert f"{ESCAPE}[1;36mhe{ESCAPE}[0m" in out


def test_a_text_cannot_steer_the_terminal() -> None:
    text = f"{ESCAPE}[2J\x07“We\x0cgo”\x9b said Ola."
    out = shown(Document(text=text), said(text, "We\x0cgo", source=span(text, "Ola"), speaker="Ola"))
    assert out.splitlines()[0] == "␛[2J␇“We␌go”¹\ufffd said Ola."


def test_brackets_are_no_markup() -> None:
    assert shown(Document(text="[red] [/] :smile:")).splitlines()[0] == "[red] [/] :smile:"


@pytest.mark.parametrize("many", [200, pytest.param(2000, marks=pytest.mark.thorough)])
def test_many_quotes_are_shown(many: int) -> None:
    text = "“We go,” said Ola.\n" * many
    quotes = [
        Attribution(
            content=(Span(19 * n + 1, 19 * n + 7),), kind="direct", source=Span(19 * n + 14, 19 * n + 17)
        )
        for n in range(many)
    ]
    assert shown(Document(text=text), *quotes).count("“We go,”") == many
