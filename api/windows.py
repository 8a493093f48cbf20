"""How often somebody asked in the last minute."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

_MINUTE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a request is allowed, how many more are by now, and in how many seconds one more will be."""

    allowed: bool
    remaining: int
    reset: int


class Windows:
    """The moments in the last minute at which each asked who did, of whom each may so many times.

    It is all in here: a timer that forgets, as libraries have one, is a thread that each request waits for.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._asked: defaultdict[object, deque[float]] = defaultdict(deque)
        self._tidy = clock() + _MINUTE

    def __len__(self) -> int:
        return len(self._asked)

    def ask(self, who: object, most: int) -> Standing:
        """Count a request, unless it is one too many."""
        now = self._clock()
        if now > self._tidy:
            self._forget(now)
        asked = self._asked[who]
        while asked and asked[0] <= now - _MINUTE:
            asked.popleft()
        allowed = len(asked) < most
        if allowed:
            asked.append(now)
        return Standing(allowed, most - len(asked), max(math.ceil(asked[0] + _MINUTE - now), 1))

    def _forget(self, now: float) -> None:
        """Forget who did not ask for a minute, once a minute."""
        self._tidy = now + _MINUTE
        for who in [who for who, asked in self._asked.items() if asked[-1] <= now - _MINUTE]:
            del self._asked[who]
