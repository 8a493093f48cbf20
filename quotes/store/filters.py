"""What can be asked of quotes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFilter:
    """What to select; every field narrows. Days are inclusive.

    `from_` and `to` mean the day of saying where that is told, else of publication; `said_from` and
    `said_to`, `published_from` and `published_to` mean one of them. What is known to a month or a year
    matches where any of its days does, what has no such day never does.
    `updated_since` leaves what is new or has changed since a moment, in UTC where it names no zone.
    `sample` takes so many of what the other fields leave, by a lot that `seed` draws.
    In fields of text and in ids, `a|b` is a or b and `!a` is not a (quotes.store.choices); not so in `q` and
    `q_exact`, which are queries (quotes.store.words).
    """

    speaker: str | None = None
    speaker_id: str | int | None = None
    speaker_kind: str | None = None
    office: str | None = None
    country: str | None = None
    from_: date | None = None
    to: date | None = None
    said_from: date | None = None
    said_to: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    q: str | None = None
    q_exact: str | None = None
    outlet: str | None = None
    kind: str | None = None
    channel: str | None = None
    addressee: str | None = None
    reported_by: str | None = None
    cue: str | None = None
    rule: str | None = None
    min_confidence: float | None = None
    attributed: bool | None = None
    updated_since: datetime | None = None
    document_id: str | int | None = None
    statement_id: str | int | None = None
    sample: int | None = None
    seed: int | None = None

    def by_field(self) -> dict[str, Any]:
        """Return all fields by their names; the values are not copied, as dataclasses.asdict would."""
        return {name: getattr(self, name) for name in self.__slots__}
