"""Which country a word stands for: its names, its adjectives, its capital and seats of government."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import quotes.languages
from quotes.languages.english_speakers import COUNTRY_JOINTS
from quotes.speakers.names import folded_words

_TABLE = Path(quotes.languages.__file__).parent / "english_countries.csv"
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
    return _only("name", "names", "capitals", "seats")


@lru_cache(maxsize=1)
def _country_words() -> Mapping[str, str]:
    return _only("name", "names", "adjectives")


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in _rows()}


def _only(*columns: str) -> dict[str, str]:
    """Return the code for every name in these columns that leads to one country only."""
    codes: dict[str, set[str]] = {}
    for row in _rows():
        for name in _split(row[column] for column in columns):
            codes.setdefault(" ".join(folded_words(name)), set()).add(row["code"])
    return {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}


def _split(cells: Iterable[str]) -> Iterable[str]:
    return (name for cell in cells for name in cell.split("|") if name)


@lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, str], ...]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
