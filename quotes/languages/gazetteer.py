"""Read the tables of countries, regions and bodies that stand beside a language's words."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

PlaceKind = Literal["name", "adjective", "people", "capital", "seat", "region", "body"]

# The columns of each table that hold names, and of what; several names in one are parted by bars.
_TABLES: dict[str, dict[str, PlaceKind]] = {
    "countries": {
        "name": "name", "names": "name", "adjectives": "adjective", "people": "people",
        "capitals": "capital", "seats": "seat",
    },
    "regions": {"name": "region", "names": "region", "adjectives": "region", "cities": "region"},
    "bodies": {"name": "body", "names": "body"},
}  # fmt: skip


class PlaceName(NamedTuple):
    """One name as it is written, of a country or of what belongs to one.

    `code` is ISO 3166-1 alpha-2, nothing for bodies of no country, such as the United Nations.
    """

    name: str
    code: str
    kind: PlaceKind


def place_names(language: str) -> tuple[PlaceName, ...]:
    """Return the names in all tables of a language."""
    return country_names(language) + _read(language, "regions") + _read(language, "bodies")


def country_names(language: str) -> tuple[PlaceName, ...]:
    """Return the names in a language's table of countries."""
    return _read(language, "countries")


def region_adjectives(language: str) -> tuple[str, ...]:
    """Return what is of a region in a language's table: Texan."""
    path = Path(__file__).with_name(f"{language}_regions.csv")
    return tuple(place.name for place in _rows(path, {"adjectives": "region"}))


@lru_cache(maxsize=24)
def _read(language: str, table: str) -> tuple[PlaceName, ...]:
    return tuple(_rows(Path(__file__).with_name(f"{language}_{table}.csv"), _TABLES[table]))


def _rows(path: Path, columns: dict[str, PlaceKind]) -> Iterator[PlaceName]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column, kind in columns.items():
                for name in filter(None, row[column].split("|")):
                    yield PlaceName(name, row["code"], kind)
