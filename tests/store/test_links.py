"""Links to the words in a page, and the words around a quote."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.store.links import context, text_fragment

PAGE = "https://news.example/a"


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("No.", "No."),
        ("We will talk,", "We%20will%20talk%2C"),
        ("a well-known man", "a%20well%2Dknown%20man"),
        ("bread & “butter”", "bread%20%26%20%E2%80%9Cbutter%E2%80%9D"),
        ("Да", "%D0%94%D0%B0"),
        ("First.\nSecond.", "First.%20Second.,First.%20Second."),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen",
        ),
        ("x" * 100, "x" * 100),
    ],
)
def test_a_fragment_names_the_words_or_the_first_and_the_last(words: str, fragment: str) -> None:
    assert text_fragment(PAGE, words) == f"{PAGE}#:~:text={fragment}"


@given(st.text(max_size=50))
def test_every_sign_is_written_as_an_address_has_it(words: str) -> None:
    words = "".join(words.split())
    written = quote(words, safe="").replace("-", "%2D")
    assert text_fragment(PAGE, words) == f"{PAGE}#:~:text={written}"


def test_a_long_row_without_a_space_is_not_looked_for() -> None:
    assert text_fragment(PAGE, "港口仍然开放" * 2_000) == PAGE


def test_a_fragment_that_there_is_already_stays() -> None:
    assert text_fragment(f"{PAGE}#b", "No") == f"{PAGE}#b:~:text=No"


@given(st.text(alphabet="ab \n", max_size=600), st.data())
def test_the_words_around_stand_right_before_and_after(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = context(text, start, end)
    assert max(start - 240, 0) <= first <= start
    assert end <= last <= min(end + 240, len(text))
    assert (first == start) == (start == 0)
    assert (last == end) == (end == len(text))
