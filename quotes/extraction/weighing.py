"""What is seen, weighed: the sum of the weights of its features, worked out once for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Final, Protocol

_MANY: Final = 1 << 16  # things remembered


class Seen(Protocol):
    """A few things seen together, a hashable value."""

    def __hash__(self) -> int: ...

    def features(self) -> Iterable[str]:
        """Return their names, as the weights have them."""


class Weighed(dict[Seen, float]):
    """What is seen and how much it weighs; the first ones met are remembered.

    A look into a dict is the fastest: lru_cache moves what it finds, in memory that nothing else touches.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, seen: Seen) -> float:
        weight = sum(map(self._weights.get, seen.features(), repeat(0.0)), 0.0)
        if len(self) < _MANY:
            self[seen] = weight
        return weight
