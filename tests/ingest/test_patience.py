"""What takes too long is given up, whoever does it."""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import count
from typing import Any

import pytest

from quotes.ingest.patience import OutOfPatienceError, patience


@pytest.fixture(autouse=True)
def _each_look_takes_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = map(float, count())
    monkeypatch.setattr("quotes.ingest.patience.thread_time", lambda: next(clock))
    monkeypatch.setattr("quotes.ingest.patience._CALLS", 1)


def step(done: list[int]) -> None:
    done.append(1)


def go_on(done: list[int]) -> None:
    """Catch what there is to catch, as a library does that tries several ways."""
    while True:
        try:
            step(done)
        except Exception:
            done.clear()


def test_what_goes_on_and_on_ends() -> None:
    done: list[int] = []
    with pytest.raises(OutOfPatienceError), patience(5):
        go_on(done)
    assert len(done) == 4  # and one look was at the call of go_on


def test_what_ends_in_time_is_left_alone() -> None:
    before, done = sys.gettrace(), []
    with patience(5):
        step(done)
    assert (done, sys.gettrace()) == ([1], before)


def test_who_looked_on_before_does_so_during_and_after() -> None:
    seen: list[str] = []

    def outer(frame: Any, _what: str, _argument: Any) -> Any:
        seen.append(frame.f_code.co_name)

    before = sys.gettrace()
    sys.settrace(outer)
    try:
        with suppress(OutOfPatienceError), patience(4):
            go_on([])
        step([])
    finally:
        sys.settrace(before)
    assert [name for name in seen if name in ("go_on", "step")] == ["go_on", *["step"] * 4]
