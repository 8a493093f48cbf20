"""The facts around a quote in one plain line: the speaker's office; when, how, to whom, where it was said."""

from __future__ import annotations

from datetime import date

from quotes.cli.commands import printable
from quotes.types import Channel, DatePrecision

_LENGTH: dict[DatePrecision, int] = {"year": len("2031"), "month": len("2031-05"), "day": len("2031-05-02")}


def as_known(day: date, precision: DatePrecision) -> str:
    """Write of a day what is known: “2031-05-02”, “2031-05” or “2031”."""
    return day.isoformat()[: _LENGTH[precision]]


def line(
    *,
    role: str | None,
    country: str | None,
    said_on: str | None,
    channel: Channel | None,
    addressee: str | None,
    place: str | None,
    reported_by: str | None,
) -> str:
    """Return what is told, in this order and with a point between; empty where nothing is."""
    facts = (
        ("", role),
        ("", country),
        ("said ", said_on),
        ("", channel and channel.replace("_", " ")),
        ("to ", addressee),
        ("place ", place),
        ("reported by ", reported_by),
    )
    return " · ".join(f"{label}{printable(' '.join(fact.split()))}" for label, fact in facts if fact)
