"""When to ask a server again, and after how long: as long as it says, else longer each time."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_FIRST_WAIT = 0.5  # seconds
_LONGEST_GUESS = 30.0


@dataclass(frozen=True, slots=True)
class Retries:
    """How often to ask again after 429, 503 or a lost connection: `most` times, `longest` seconds in all.

    A server's Retry-After is kept to; one that would take longer is not waited for. `sleep` and `chance`
    (from 0 to 1) are there to be replaced in tests.
    """

    most: int = 5
    longest: float = 120.0
    sleep: Callable[[float], object] = time.sleep
    chance: Callable[[], float] = random.random

    def wait(self, tried: int, waited: float, told: float | None) -> float | None:
        """Return how long to wait after so many tries and so many seconds, None to give up."""
        # without a time that is told, not all who were refused at once come back at once
        guess = min(_FIRST_WAIT * 2**tried, _LONGEST_GUESS) * (0.5 + self.chance() / 2)
        seconds = guess if told is None else told
        return seconds if tried < self.most and waited + seconds <= self.longest else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer says to wait, as a number or as a date; None where it doesn't.

    A date is counted from the answer's own Date: our clock may be wrong.
    """
    told = headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return float(told)
    until = _moment(told)
    if until is None:
        return None
    now = _moment(headers.get("date", "")) or datetime.now(UTC)
    return max((until - now).total_seconds(), 0.0)


def _moment(written: str) -> datetime | None:
    try:
        read = parsedate_to_datetime(written)
    except ValueError:
        return None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read
