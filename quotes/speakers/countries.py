"""Which country a word stands for: its names, its adjectives, its capital and seats of government."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from quotes.languages.english_speakers import COUNTRY_JOINTS
from quotes.languages.gazetteer import PlaceKind, country_names
from quotes.speakers.names import folded_words

_LONGEST = 5  # words: "Saint Vincent and the Grenadines"


def country_of_government(name: str) -> str | None:
    """Return the country (ISO 3166-1 alpha-2) whose government a country, capital or seat stands for."""
    return _governments().get(" ".join(folded_words(name)))


def country_name(code: str) -> str | None:
    """Return the name of a country."""
    return _names().get(code)


def country_called(words: Sequence[str]) -> str | None:
    """Return the country that folded words are the name or the adjective of, and nothing else."""
    if words[:1] == ("the",):
        words = words[1:]
    return _country_words().get(" ".join(words))


def split_country(words: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Take a country's name or adjective from the beginning or the end of folded words.

    "azerbaijani foreign ministry", "foreign ministry of azerbaijan", "azerbaijans foreign ministry": what is
    left is "foreign ministry", and the country is AZ. Nothing is taken where nothing would be left.
    """
    known = _country_words()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        head = " ".join(words[:size])
        found = known.get(head) or known.get(head.removesuffix("s"))
        if found is not None:
            return words[size:], found
        found = known.get(" ".join(words[-size:]))
        if found is not None:
            return _without_joint(words[:-size]), found
    return words, None


def _without_joint(words: tuple[str, ...]) -> tuple[str, ...]:
    end = len(words)
    while end > 1 and words[end - 1] in COUNTRY_JOINTS:
        end -= 1
    return words[:end]


@lru_cache(maxsize=1)
def _governments() -> Mapping[str, str]:
    return _only("name", "capital", "seat")


@lru_cache(maxsize=1)
def _country_words() -> Mapping[str, str]:
    return _only("name", "adjective")


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for place in country_names("english"):  # the usual name of each comes first
        names.setdefault(place.code, place.name)
    return names


def _only(*kinds: PlaceKind) -> dict[str, str]:
    """Return the code for every name of these kinds that leads to one country only."""
    codes: dict[str, set[str]] = {}
    for place in country_names("english"):
        if place.kind in kinds:
            codes.setdefault(" ".join(folded_words(place.name)), set()).add(place.code)
    return {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}
