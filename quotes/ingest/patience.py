"""Give up what takes too long, also where it is done by code of others, which asks nobody."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import thread_time
from typing import Any

_CALLS = 32  # of functions of Python, between two looks at the clock


class OutOfPatienceError(BaseException):
    """The time is over. No Exception: code of others would catch it, and try something else."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise OutOfPatienceError in what is done here, when it has used so many seconds of the processor.

    The clock is looked at when functions of Python are called: a loop that calls none is not cut short.
    """
    outer, end, calls = sys.gettrace(), thread_time() + seconds, 0

    def look(frame: Any, what: Any, argument: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls % _CALLS == 0 and thread_time() > end:
            raise OutOfPatienceError
        return outer(frame, what, argument) if outer else None

    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(outer)
