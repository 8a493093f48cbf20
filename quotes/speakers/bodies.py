"""Bodies by their names: governments by capital and seat, ministries by their country. Pure functions."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from quotes.languages.english_speakers import (
    SEATS_OF_BODIES,
    SHORT_BODIES,
    STATE_BODIES,
    STATE_BODY_NAMES,
)
from quotes.speakers.countries import country_of_government, split_country
from quotes.speakers.names import folded_words
from quotes.speakers.offices import with_portfolio

GOVERNMENT = "government"
_OWNER = regex.compile(r"^(?:[Tt]he\s+)?(.+?)(?:['’]s|(?<=s)['’])\s+(.+)$")  # "Aldova's Foreign Ministry"


class BodyName(NamedTuple):
    """What a body's name says: `key` is equal for all names of one, `country` (ISO) "" for none."""

    key: str
    country: str = ""


@lru_cache(maxsize=4096)
def parse_body(name: str) -> BodyName:
    """Read a body's name: "the Kremlin", "Azerbaijan's Ministry of Defense", "the Lantern Institute"."""
    words = folded_words(_OWNER.sub(r"\2 of \1", name))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    joined = " ".join(words)
    seat = SEATS_OF_BODIES.get(joined)
    if seat is not None:
        return BodyName(*seat)
    country = country_of_government(joined)
    if country is not None:
        return BodyName(GOVERNMENT, country)
    left, country = split_country(words)
    key = _state_body(left)
    if key is not None:
        return BodyName(key, country or "")
    return BodyName(" ".join(with_portfolio(words)) or name)


def every_state_has_one(key: str) -> bool:
    """Tell whether a body's key says nothing without a country, as "foreign ministry" does not."""
    return key in STATE_BODY_NAMES or not STATE_BODIES.isdisjoint(key.split()[-1:])


def _state_body(words: tuple[str, ...]) -> str | None:
    """Return the key of what every state has one of; None for other bodies."""
    if len(words) == 1 and words[0] in SHORT_BODIES:
        return SHORT_BODIES[words[0]]
    key = " ".join(with_portfolio(words))
    return key if every_state_has_one(key) else None
