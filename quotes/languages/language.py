"""What a language has to say for itself: a table that the stages read. No stage asks which language it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language's words.

    `letters` gives the kind of a listed word in lower case (quotes.extraction.shape lists the kinds),
    `endings` that of any other by how it ends; `lemmas` the dictionary form of every form of a verb.
    """

    code: str
    letters: Mapping[str, str]
    lemmas: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    weak: frozenset[str]
    organisations: frozenset[str]
    relaying: frozenset[str]
    issued: frozenset[str]
    state_bodies: frozenset[str]
    after_names: frozenset[str]
    gendered: Mapping[str, str]
    places: frozenset[str]
    seats: frozenset[str]
    first_names: Mapping[str, str]
    long_titles: Mapping[str, str]
    body_nouns: frozenset[str]
    cased: Mapping[str, str]
    weights: Mapping[str, float]
