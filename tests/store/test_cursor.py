from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import CursorError
from quotes.store.cursor import Position, decode, encode

POSITION = Position(("2020-01-31",), 7)
CURSOR = encode(POSITION, sort="-published_on", query="quotes of Danforth")


def _payload(**change: Any) -> str:
    value = json.loads(base64.urlsafe_b64decode(CURSOR + "=" * (-len(CURSOR) % 4)))
    text = json.dumps(value | change, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def test_it_goes_into_an_address_as_it_is() -> None:
    assert CURSOR.replace("-", "").replace("_", "").isalnum()


@given(
    st.builds(
        Position,
        st.lists(st.dates().map(str) | st.integers(0, 10**9) | st.floats(0, 1), max_size=3).map(tuple),
        st.integers(1, 2**63 - 1),
    ),
    st.text(),
    st.text(),
)
def test_it_gives_the_position_back(position: Position, sort: str, query: str) -> None:
    assert decode(encode(position, sort=sort, query=query), sort=sort, query=query) == position


def test_it_is_for_one_sort() -> None:
    with pytest.raises(CursorError, match="another sort than 'id'"):
        decode(CURSOR, sort="id", query="quotes of Danforth")


def test_it_is_for_one_query() -> None:
    with pytest.raises(CursorError, match="other filters"):
        decode(CURSOR, sort="-published_on", query="quotes of Vale")


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "not a cursor",
        "é",
        "\0",
        "W10",  # []
        "e30",  # {}
        "MQ",  # 1
        "bnVsbA",  # null
        "W" * 100_000,
        base64.urlsafe_b64encode(b"[" * 50_000).decode(),
        CURSOR[:-1],
        CURSOR + "A",
        CURSOR + "=",
        " " + CURSOR,
        CURSOR + "\n",
        _payload(after=["2020-01-31", 8]),
        _payload(after=["2020-02-31", 7]),
        _payload(after=["2020-01-31", True]),
        _payload(after=["2020-01-31", 10**40]),
        _payload(after=["2020-01-31", "7"]),
        _payload(after=["2020-01-31"]),
        _payload(after=[None, 7]),
        _payload(after=[{}, 7]),
        _payload(after="ab"),
        _payload(check=""),
        _payload(sort=None),
        _payload(more=1),
    ],
)
def test_what_was_not_given_out_is_refused(cursor: str) -> None:
    with pytest.raises(CursorError) as caught:
        decode(cursor, sort="-published_on", query="quotes of Danforth")
    assert caught.value.parameter == "cursor"


@given(st.integers(0, len(CURSOR) - 1), st.characters(codec="ascii"))
def test_no_character_of_it_can_be_changed(at: int, character: str) -> None:
    changed = CURSOR[:at] + character + CURSOR[at + 1 :]
    if changed != CURSOR:
        with pytest.raises(CursorError):
            decode(changed, sort="-published_on", query="quotes of Danforth")


@given(st.text() | st.binary().map(lambda raw: base64.urlsafe_b64encode(raw).decode()))
def test_nothing_else_is_ever_raised(cursor: str) -> None:
    with pytest.raises(CursorError):
        decode(cursor, sort="id", query="")
