"""The facts around a quote in one plain line: the speaker's office; when, how, to whom, where it was said."""

from __future__ import annotations

from quotes.cli.commands import printable
from quotes.types import Channel


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
