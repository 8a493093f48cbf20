"""How a wording differs from the usual one, word by word."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.statements.canonical import canonical
from quotes.statements.changes import changes

CASES = [
    # the usual wording, the other one, how it differs: -left out- +added+
    ("We will talk", "We will talk", "We will talk"),
    ("We will talk", "WE WILL TALK!", "WE WILL TALK!"),
    ("We will talk", "We will talk soon", "We will talk +soon+"),
    ("We will talk soon", "We will talk", "We will talk -soon-"),
    ("We will talk", "Now we will talk", "+Now+ we will talk"),
    ("We will, as ever, talk", "We will talk", "We will -as ever,- talk"),
    ("We will … talk", "We will talk", "We will talk"),
    ("We will talk", "We — will — talk", "We — will — talk"),
    ("The harbour is open", "The market is open", "The -harbour- +market+ is open"),
    ("no no no", "no no", "no no -no-"),
    ("a b", "c d", "-a b- +c d+"),
]


@pytest.mark.parametrize(("usual", "text", "expected"), CASES)
def test_changes(usual: str, text: str, expected: str) -> None:
    marks = {"kept": "", "left_out": "-", "added": "+"}
    assert " ".join(f"{marks[c.kind]}{c.text}{marks[c.kind]}" for c in changes(usual, text)) == expected


texts = st.lists(st.sampled_from(["we", "will", "talk.", "talk", "soon,", "—", "no"]), max_size=12).map(
    " ".join
)


@given(texts, texts)
def test_the_changes_give_both_wordings_back(usual: str, text: str) -> None:
    found = changes(usual, text)
    assert " ".join(c.text for c in found if c.kind != "left_out") == text
    kept = [word for c in found if c.kind != "added" for word in canonical(c.text)]
    assert kept == list(canonical(usual))


@pytest.mark.parametrize(
    "words", ["ab", *(pytest.param(words, marks=pytest.mark.thorough) for words in ("a", "abcdefgh"))]
)
def test_the_work_grows_with_the_text_and_no_faster(words: str, lines: Callable[..., int]) -> None:
    chance = random.Random(1)  # noqa: S311  # no secret

    def two(length: int) -> list[str]:
        return [" ".join(chance.choices(words, k=length)) for _ in range(2)]

    assert lines(changes, *two(2000)) < 4.5 * lines(changes, *two(500))
    assert changes(*two(20_000))
