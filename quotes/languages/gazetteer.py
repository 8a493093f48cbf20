"""Read the tables of countries, regions and bodies that stand beside a language's words."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

PlaceKind = Literal["country", "region", "body"]

# The columns of each table that hold names; several names in one are parted by bars.
_TABLES: tuple[tuple[PlaceKind, str, tuple[str, ...]], ...] = (
    ("country", "countries", ("name", "names", "adjectives", "people", "capitals", "seats")),
    ("region", "regions", ("name", "names", "adjectives", "cities")),
    ("body", "bodies", ("name", "names")),
)


class PlaceName(NamedTuple):
    """One name as it is written, of a country or of what belongs to one.

    `code` is ISO 3166-1 alpha-2, nothing for bodies of no country, such as the United Nations.
    """

    name: str
    code: str
    kind: PlaceKind


@lru_cache(maxsize=8)
def place_names(language: str) -> tuple[PlaceName, ...]:
    """Return the names in the tables of a language; it is read when it is first asked for."""
    return tuple(_read(Path(__file__).parent, language))


def _read(folder: Path, language: str) -> Iterator[PlaceName]:
    for kind, table, columns in _TABLES:
        with (folder / f"{language}_{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in columns:
                    for name in filter(None, row[column].split("|")):
                        yield PlaceName(name, row["code"], kind)
