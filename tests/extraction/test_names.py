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
    ("“We will wait,” the South African said.", None),
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
KEPT_OUT = [
    ("Lifeguard Anna Danforth said it was “over”.", "Anna Danforth"),
    ("Fourth-grader Anna Danforth said it was “over”.", "Anna Danforth"),
    ("Sculptor Anna Danforth said it was “over”.", "Anna Danforth"),
    ("Tamir Anna Danforth said it was “over”.", "Tamir Anna Danforth"),
    ("“No,” said Hajia Mira Danforth.", "Mira Danforth"),
    ("“No,” said Per Danforth.", "Per Danforth"),
    ("“No,” said Do Van Danforth.", "Do Van Danforth"),
    ("“No,” said An Danforth.", "An Danforth"),
    ("An hour later Mira Danforth said it was “over”.", "Mira Danforth"),
    ("“No,” said the rapporteur on the right to food, Mira Danforth, in a speech.", "Mira Danforth"),
    ("“No,” said an aide to the head of the Council for Water, Mira Danforth.", None),
    ("“No,” said Special Rapporteur on torture Mira Danforth.", "Mira Danforth"),
    ("Oskar Brandt left. President “Ox” Brandt said it was “over”.", "Oskar Brandt"),
    ("“No,” said the guide, a wiry man named Bekim.", "Bekim"),
    ("Mira Danforth, the party’s No. 2 Democrat, told reporters that it was “over”.", "Mira Danforth"),
    ("“No,” a No 10 spokesman said.", None),
    ("Rep. Mira Danforth, D-Lund, a co-sponsor, called it “over”.", "Mira Danforth"),
    ("Mayor Soll Danforth and her rival left.\n\n“It is over,” said Danforth.", "Soll Danforth"),
    ("Premier Meets Danforth in Lund\n\n“It is over,” said Danforth on Monday.", "Danforth"),
]
BODIES = [
    ("Clean Water Now said it had “lost contact” with staff.", "Clean Water Now"),
    ("The advocacy group Parents First said it had “lost contact” with staff.", "Parents First"),
    ("Danforth also said it had “lost contact” with staff.", "Danforth"),
    ("Americans for a Secular State said it was “over”.", "Americans for a Secular State"),
    ("The group Citizens for a Better Lund said it was “over”.", "Citizens for a Better Lund"),
    ("Ohioans Against Smoke called it “a mess”.", "Ohioans Against Smoke"),
    ("Plumbers Without Borders called it “a mess”.", "Plumbers Without Borders"),
    ("Lawyers for Mira Danforth called it “a mess”.", None),
    ("The Writers’ Guild called it “a mess”.", "Writers’ Guild"),
    ("The Publishers’ Association of Velmora called it “a mess”.", "Publishers’ Association of Velmora"),
]
SPANS = {
    "“No,” said a person familiar with the matter.": "a person familiar with the matter",
    "A source close to the inquiry said it was “over”.": "A source close to the inquiry",
    "Officials briefed on the talks said it was “over”.": "Officials briefed on the talks",
    "“No,” said one of them.": "one of them",
    "“No,” said a No 10 spokesman.": "a No 10 spokesman",
    "“No,” state television said.": "state television",
    "Lund’s fishing fleet said: “We will sail with or without a permit.”": "Lund’s fishing fleet",
    "Another source familiar with Brandt’s thinking said, “I am sure of it.”": "Another source familiar with Brandt’s thinking",
}
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


@pytest.mark.parametrize(("text", "speaker"), KEPT_OUT)
def test_what_somebody_does_is_no_part_of_the_name(text: str, speaker: str | None) -> None:
    assert extract(text).attributions[-1].speaker == speaker


@pytest.mark.parametrize(("text", "speaker"), BODIES)
def test_the_name_of_a_body_may_be_a_phrase(text: str, speaker: str | None) -> None:
    assert extract(text).attributions[-1].speaker == speaker


@pytest.mark.parametrize(("text", "source"), SPANS.items())
def test_a_source_without_a_name_is_told_in_full(text: str, source: str) -> None:
    (quote,) = extract(text).attributions
    assert quote.source is not None
    assert (quote.source.of(text), quote.speaker) == (source, None)
