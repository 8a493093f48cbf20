"""How several values in one field are read."""

from __future__ import annotations

import pytest

from quotes.errors import FilterError
from quotes.store.choices import Choice, read_choice


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        ("a", Choice(("a",))),
        (7, Choice(("7",))),
        (" a ", Choice(("a",))),
        ("a|b", Choice(("a", "b"))),
        ("a | b c", Choice(("a", "b c"))),
        ("!a", Choice(("a",), excluded=True)),
        ("!a|b", Choice(("a", "b"), excluded=True)),
        ("a!", Choice(("a!",))),
        ("", Choice(("",))),
    ],
)
def test_reading(written: str | int, choice: Choice) -> None:
    assert read_choice("field", written) == choice


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("!", "field has an empty value beside | or !"),
        ("a|", "field has an empty value beside | or !"),
        ("|", "field has an empty value beside | or !"),
        ("!!a", "field has a ! inside; ! stands once, before all values: !a|b is neither"),
        ("a|!b", "field has a ! inside; ! stands once, before all values: !a|b is neither"),
        ("|".join("a" * 101), "field has at most 100 values, not 101"),
    ],
)
def test_refusing(written: str, message: str) -> None:
    with pytest.raises(FilterError) as caught:
        read_choice("field", written)
    assert (caught.value.parameter, str(caught.value)) == ("field", message)
