"""How a search is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import FilterError
from quotes.store.words import All, Any_, Not, Query, Words, read_query

A, B, C = (Words((word,)) for word in "abc")


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("two words", All((Words(("two",)), Words(("words",))))),
        ('"two words"', Words(("two", "words"))),
        ('-"two words" x*', All((Not(Words(("two", "words"))), Words(("x",), prefix=True)))),
        ("well-known", Words(("well", "known"))),
        ("-Well-Known*", Not(Words(("well", "known"), prefix=True))),
        ('"open', Words(("open",))),
        ("Été", Words(("ete",))),
        ("Май", Words(("май",))),
        # NOT binds closest, then AND, then OR
        ("a AND b", All((A, B))),
        ("a OR b c", Any_((A, All((B, C))))),
        ("a b OR c", Any_((All((A, B)), C))),
        ("(a OR b) c", All((Any_((A, B)), C))),
        ("NOT a b", All((Not(A), B))),
        ("NOT (a b)", Not(All((A, B)))),
        ("-(a OR b)", Not(Any_((A, B)))),
        ("NOT NOT a", A),
        ("a OR NOT b", Any_((A, Not(B)))),
        # what joins nothing is passed over
        ("AND a OR", A),
        ("a AND AND b", All((A, B))),
        ("((a", A),
        ("a) b", All((A, B))),
        ("() a", A),
        ("a - b", All((A, B))),
        ("a OR (", A),
        # only capitals are operators
        ("a or b", All((A, Words(("or",)), B))),
        ('"a OR b"', Words(("a", "or", "b"))),
    ],
)
def test_reading(query: str, read: Query) -> None:
    assert read_query(query) == read


def test_brackets_have_a_depth() -> None:
    assert read_query("(" * 16 + "a") == A
    with pytest.raises(FilterError, match="at most 16 deep") as caught:
        read_query("(" * 17 + "a", "q_exact")
    assert caught.value.parameter == "q_exact"


@given(st.lists(st.sampled_from(["a", "b", "AND", "OR", "NOT", ")", "-", "*", "-(", ") ("]), max_size=20))
def test_everything_is_read_to_its_end(words: list[str]) -> None:
    assert "'c'" in str(read_query(" ".join([*words, "c"])))
