"""What a name is made of, and who a description with a name in it is: the speaker of the last quote."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

import pytest

from quotes import extract

# fmt: off
NICKNAMES = [
    ("Earl “Tank” Danforth spoke. “We will wait,” Danforth said.", "Earl “Tank” Danforth"),
    ("Earl “Tank” Danforth spoke. “We will wait,” Tank Danforth said.", "Earl “Tank” Danforth"),
    (
        "Tank Danforth spoke. Earl “Tank” Danforth left. “We will wait,” Danforth said.",
        "Earl “Tank” Danforth",
    ),
    ('“We will wait,” said rebel commander Oskar "The Ox" Brandt.', "Oskar “Ox” Brandt"),
    ("“We will wait,” said Rep. Oskar T. “the Ox” Brandt (Lund).", "Oskar T. “Ox” Brandt"),
    ("“We will wait,” said Robert (Ox) Brandt.", "Robert “Ox” Brandt"),
    ("LUND (AP) Brandt said it was “over”.", "Brandt"),
]

DEMONYMS = [
    ("“We will wait,” the Texan said.", None),
    ("“We will wait,” the Frenchman said.", None),
    ("Mira Danforth, a Texan, spoke. “We will wait,” the Texan said.", "Mira Danforth"),
    ("Rep. Oskar Brandt of Texas spoke. “We will wait,” the Texan said.", "Oskar Brandt"),
    ("Californian Mira Danforth said it was “over”.", "Mira Danforth"),
]
OWNERS = [
    ("Gov. Soll Danforth’s plan was long. “It is fine,” Danforth said.", "Soll Danforth"),
    ("Gov. Soll Danforth's speech was long. “It is fine,” he said.", "Soll Danforth"),
    ("Gov. Soll Danforth’s plan failed. Oskar Brandt, an official, testified.\n\nThe governor called it “odd”.", "Soll Danforth"),
    ("Gov. Soll Danforth’s plan failed. Oskar Brandt spoke. Danforth left. “Why?” he asked.", "Soll Danforth"),
]
GENERATIONS = [
    ("Oskar Brandt spoke. His father, Olaf Brandt, agreed. “It is,” the elder Brandt said.", "Olaf Brandt"),
    ("Oskar Brandt spoke. His father, Olaf Brandt, agreed. “It is,” the younger Brandt said.", "Oskar Brandt"),
    ("Mira Danforth spoke. Her daughter Ona Danforth agreed. “It is,” said the older Danforth.", "Mira Danforth"),
    ("Mira Danforth spoke. Her daughter Ona Danforth agreed. “It is,” said the younger Danforth.", "Ona Danforth"),
]
# fmt: on


@pytest.mark.parametrize(("text", "speaker"), NICKNAMES)
def test_a_nickname_parts_no_name(text: str, speaker: str | None) -> None:
    assert extract(text).attributions[-1].speaker == speaker


@pytest.mark.parametrize(("text", "speaker"), DEMONYMS)
def test_where_somebody_is_from_is_no_name(text: str, speaker: str | None) -> None:
    assert extract(text).attributions[-1].speaker == speaker


@pytest.mark.parametrize(("text", "speaker"), OWNERS)
def test_a_possessive_says_who_somebody_is(text: str, speaker: str | None) -> None:
    assert extract(text).attributions[-1].speaker == speaker


@pytest.mark.parametrize(("text", "speaker"), GENERATIONS)
def test_the_elder_of_two_is_the_parent(text: str, speaker: str | None) -> None:
    assert extract(text).attributions[-1].speaker == speaker
