"""What holds for every text, whatever is in it."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import extract
from quotes.errors import LanguageError, QuotesError
from quotes.extraction.marks import pair

from .cases import assert_valid

MARKS = "“”\"‘’'«»„‟`‚‹›"
# fmt: off
WORDS = [
    "Mira", "Danforth", "Oskar", "Brandt", "Ms.", "J.", "the", "minister", "envoy", "Ministry", "of", "Trade", "Oslo",
    "HTU", "bin", "Jr.", "he", "She", "they", "it", "said", "called", "saying", "told", "was", "according", "to", "who",
    "that", "and", "on", "Monday", "44", "No", "we", "will", "wait", "statement", "DANFORTH:", "’s", "'s",
]
GLUE = [" ", ", ", ". ", ": ", "\n", "\n\n", "\r\n", "\u00a0", " – ", "? ", "… ", " (", ") ", "; "]
ODD = [
    "\x00", "\ue000", "\ue001", "\ue000\ue001", "\u200b", "\u2028", "\u0301", "😀", "<", "<b>", "<a", "&", "@", "\t",
    "ﬁ", "İ", "ß",
]
# fmt: on
SENTENCES = st.lists(st.sampled_from([*WORDS, *GLUE, *MARKS, *ODD]), max_size=80).map("".join)
TEXTS = st.one_of(st.text(max_size=300), st.text(alphabet=MARKS + " \nAa.,", max_size=120), SENTENCES)

_SAID = "“We will wait,” said Mira Danforth.\n\n"
_HOSTILE = {
    "straight marks": '"',
    "opening marks": "“",
    "closing marks": "”",
    "pairs": "“”",
    "nested openers": "“‘",
    "single marks": "‘ ",
    "apostrophes": "'",
    "doubled marks": "`` a '' ",
    "guillemets": "«",
    "short quotations": "“go” ",
    "quotations in one sentence": "“go,” ",
    "mixed quotations": '“ a ” " b ',
    "never closed": "“go\n\n",
    "pronouns": "She said “a.” Danforth waited. ",
    "documents": "“a,” said the report by the letter. ",
    "documents in one sentence": "the report by the letter ",
    "owners": "Danforth’s claim that “a” ",
    "one sentence": "Danforth said in “a” in Lund in ",
    "labels": "“AB: ",
    "capitals": "A",
    "capitalised words": "Mira Danforth ",
    "list of names": "Mira Danforth, ",
    "initials": "A. ",
    "digits": "1",
    "one unbroken line": "x",
    "words": "word ",
    "less-than signs": "<",
    "tags never closed": "<a ",
    "commas": ", ",
    "dots": ".",
    "line breaks": "\n",
    "spaces": " ",
    "hyphens": "a-",
    "possessives": "’s ",
    "said": "X said ",
    "relative clauses": "Mira, who ",
    "according to": "according to ",
    "combining signs": "\u0301",
    "private signs": "\ue000\ue001",
    "zero signs": "\x00",
}
_LONGEST_NAME = 300
_CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
_GOLD = [
    "seeds/gold.json",
    *(
        pytest.param(gold, marks=pytest.mark.thorough)
        for gold in ("wikinews/2019.json", "polnear/train.json", "polnear/dev.json")
    ),
]


@given(TEXTS)
def test_any_text_gives_valid_spans(text: str) -> None:
    assert_valid(text, extract(text))


@given(TEXTS)
def test_content_has_no_space_at_its_edges(text: str) -> None:
    for a in extract(text):
        for span in a.content:
            assert span.of(text).strip(" \t\r\n\u00a0") == span.of(text)


@given(TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert extract(text) == extract(text)


@given(TEXTS, TEXTS)
def test_marks_do_not_depend_on_other_paragraphs(text: str, other: str) -> None:
    alone = pair(text)
    assert pair(f"{text}\n\nx\n\n{other}")[: len(alone)] == alone
    assert [q.end - q.start for q in pair(f"{other}\n\nx\n\n{text}")[len(pair(other)) :]] == [
        q.end - q.start for q in alone
    ]


@pytest.mark.parametrize("length", [3000, pytest.param(200_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("unit", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_a_long_hostile_text_is_read_to_its_end(unit: str, length: int) -> None:
    hostile = (unit * (length // len(unit)))[:length]
    text = f"{_SAID}{hostile}\n\n{_SAID}"
    found = extract(text)
    assert_valid(text, found)
    assert max(len(a.speaker or "") for a in found) < _LONGEST_NAME
    assert "We will wait," in list(found)[-1].content[-1].of(text)


@pytest.mark.parametrize("gold", _GOLD)
def test_spans_of_real_articles_are_valid(gold: str) -> None:
    path = _CORPUS / gold
    if not path.exists():
        pytest.skip(f"no {gold}")
    for article in json.loads(path.read_text("utf-8")):
        assert_valid(article["text"], extract(article["text"]))


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "No marks at all.", "\ufeff"])
def test_a_text_without_quotations_has_none(text: str) -> None:
    found = extract(text)
    assert len(found) == 0
    assert list(found) == []


def test_all_are_iterated_in_the_order_of_the_text() -> None:
    found = extract("“No,” said Mira Danforth.\n\nThe “truce” held.\n\n“Yes,” said Oskar Brandt.")
    assert [a.speaker for a in found] == ["Mira Danforth", None, "Oskar Brandt"]
    assert (len(found), len(found.attributions), len(found.unattributed)) == (3, 2, 1)


def test_the_day_of_printing_changes_no_attribution() -> None:
    text = "“We will wait,” said Mira Danforth on Saturday."
    dated = extract(text, published_on=date(2031, 5, 4))
    assert [(a.content, a.source) for a in dated] == [(a.content, a.source) for a in extract(text)]


def test_a_language_without_words_is_named() -> None:
    with pytest.raises(LanguageError, match="'tlh'") as raised:
        extract("“HIja’,” said Mira Danforth.", language="tlh")
    assert isinstance(raised.value, QuotesError)
    assert "\n" not in str(raised.value)
    assert "en" in str(raised.value)


def test_offsets_count_code_points() -> None:
    text = "😀😀 “We will wait,” said Mira Danforth."
    (a,) = extract(text).attributions
    assert a.content[0] == (4, 17)
    assert a.start == 4
    assert a.end == 17
