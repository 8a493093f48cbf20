"""Line breaks that end a paragraph, and those that only wrap a line."""

from __future__ import annotations

import pytest

from quotes import extract

from .cases import assert_valid

_WRAPPED = """The talks in Lund went on for a third day, and both sides
said that they would go on until the council gives its
answer.

“We will wait for the answer of the council, however
long it takes,” said Mira Danforth, the envoy of the
harbour towns.

Oskar Brandt called it “a good
day.”
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_wrapped_line_ends_no_quotation(end: str) -> None:
    text = _WRAPPED.replace("\n", end)
    found = extract(text)
    assert_valid(text, found)
    contents = [a.content[0].of(text) for a in found]
    assert contents == [
        f"We will wait for the answer of the council, however{end}long it takes,",
        f"a good{end}day.",
    ]
    assert [a.speaker for a in found] == ["Mira Danforth", "Oskar Brandt"]


def test_a_text_with_a_paragraph_a_line_is_not_wrapped() -> None:
    text = "“We will wait.\n“Then we will go,” said Mira Danforth.\nOskar Brandt left.\n“No,” he said."
    assert [len(a.content) for a in extract(text)] == [2, 1]


def test_single_breaks_in_a_text_with_empty_lines_part_paragraphs() -> None:
    text = "Danforth Waits\nBy Tomas Veld\n\n“No, she said.\n“Yes,” said Mira Danforth.\n\nThe talks went on."
    assert extract(text).attributions[-1].speaker == "Mira Danforth"
