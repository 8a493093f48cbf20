"""Two names are compared as the reference definitions compare them."""

from __future__ import annotations

import pytest

from quotes.evaluation.judging import name_words, same_name


@pytest.mark.parametrize(
    ("gold_name", "given", "exact", "last"),
    [
        ("Mira Danforth", "Mira Danforth", True, True),
        ("Mira Danforth", "Foreign Minister Mira Danforth", True, True),
        ("Éva Halász", "eva halasz", True, True),
        ("Mira Danforth", "Danforth", False, True),
        ("Mira Danforth", "Mira", False, False),
        ("Mira Danforth", "Orsolya Danforth", False, False),
        ("the Sarnic Union", "Sarnic Union’s", True, True),
        ("J. P. Orlen", "J.P. Orlen", False, False),
        ("She", "she", True, True),
        ("Mira She", "she", False, False),
        ("President", "the president", True, True),
        ("Mira Danforth", "…", False, False),
    ],
)
def test_names_are_compared_without_case_accents_and_titles(
    gold_name: str, given: str, exact: bool, last: bool
) -> None:
    assert same_name(gold_name, given) == (exact, last)


def test_a_name_of_titles_alone_keeps_its_last_word() -> None:
    assert name_words("The Foreign Minister") == ["minister"]
