"""How one quote is told: the phrases that its facts are read from, and what is read."""

from __future__ import annotations

from typing import NamedTuple

from quotes.extraction.entities import Entity, Tokens
from quotes.types import Channel, Span


class Telling(NamedTuple):
    """One attributed quote by its places among the phrases of the text (quotes.extraction.phrases).

    `at` and `last` are its first and last part, `source` who said it, `cue` the verb; `entity` is whom the
    source stands for and `antecedent` the tokens that name them elsewhere. `patterns` are those that spoke
    for the source.
    """

    at: int
    last: int
    source: int
    cue: int | None
    patterns: list[str]
    entity: Entity | None
    antecedent: Tokens | None


class Office(NamedTuple):
    """What a speaker is, in the article's words, and for which country (ISO 3166-1 alpha-2)."""

    role: Span | None = None
    country: str | None = None


class Manner(NamedTuple):
    """How, to whom and where something was said, and who passed it on; each in the article's words."""

    channel: Channel | None = None
    addressee: Span | None = None
    place: Span | None = None
    reported_by: Span | None = None
