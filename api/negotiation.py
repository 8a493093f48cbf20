"""Which of several forms of an answer a client wants, by the Accept of its request (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_BETWEEN_RANGES = re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)')
_BETWEEN_PARAMETERS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")
_LONGEST = 2000  # of what is longer, nobody means all


@dataclass(frozen=True, slots=True)
class _Range:
    """Media types that a client takes: of `quality` 0 to 1, where 0 is not at all."""

    type: str
    subtype: str
    parameters: Mapping[str, str]
    quality: float

    def specificity(self, other: _Range) -> int | None:
        """Return how closely it names a media type; None where it doesn't."""
        named = (self.type in ("*", other.type)) and self.subtype in ("*", other.subtype)
        if not named or not self.parameters.items() <= other.parameters.items():
            return None
        return (self.type != "*") + (self.subtype != "*") + len(self.parameters)


def preferred(accept: str, offered: tuple[str, ...]) -> str:
    """Return the media type that is wanted most; of those wanted alike what is named closest, then the first.

    Where none is wanted it is the first as well: an answer that a client did not ask for can still be read.
    """
    return _preferred(accept[:_LONGEST], offered)


@lru_cache(200)  # clients are of few kinds
def _preferred(accept: str, offered: tuple[str, ...]) -> str:
    ranges = [found for one in _BETWEEN_RANGES.split(accept) if (found := _range(one))]
    best, chosen = (0.0, -1, 0), offered[0]
    for at, media_type in enumerate(offered):
        own = _range(media_type)
        fitting = [
            (closeness, one.quality)
            for one in ranges
            if own and (closeness := one.specificity(own)) is not None
        ]
        if not fitting:
            continue
        closeness, quality = max(fitting)
        if quality > 0 and (quality, closeness, -at) > best:
            best, chosen = (quality, closeness, -at), media_type
    return chosen


def _range(text: str) -> _Range | None:
    """Read a media type or a range of them; None for what is neither."""
    name, *rest = (part.strip() for part in _BETWEEN_PARAMETERS.split(text))
    kind, slash, subtype = name.lower().partition("/")
    if not (kind and slash and subtype):
        return None
    parameters, quality = {}, 1.0
    for part in rest:
        key, _, value = part.partition("=")
        value = value.strip().strip('"')
        if key.strip().lower() != "q":
            parameters[key.strip().lower()] = value.lower()
        elif _QUALITY.fullmatch(value):
            quality = float(value)
        else:
            return None
    return _Range(kind, subtype, parameters, quality)
