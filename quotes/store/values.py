"""How a value of each field is read: what it can be, and the nearest where it can't."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import partial
from typing import Any, get_args

from quotes.errors import FilterError
from quotes.speakers.names import fold
from quotes.speakers.offices import Office, read_office
from quotes.store.choices import read_choice
from quotes.types import Channel, Kind, SpeakerKind

_LARGEST_ID = 2**31 - 1  # PostgreSQL's integer; no row has a greater one
_MOST_DIGITS = 20
_LONGEST_NAME = 500  # none that is stored is longer
_COUNTRY = re.compile(r"[A-Za-z]{2}")


def is_id(value: int) -> bool:
    """Tell whether a number can be the id of a row."""
    return 0 < value <= _LARGEST_ID


def in_utc(moment: datetime) -> datetime:
    """Return a stored moment with its zone: SQLite keeps none, and what is stored is always UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def read_value(parameter: str, value: str) -> Any:
    """Return what a value of a field is compared with; raise FilterError where it can't be used."""
    return _READ[parameter](value)


def check_choice(parameter: str, written: str) -> str:
    """Return what is written for a field; raise FilterError where a value in it can't be used."""
    for value in read_choice(parameter, written).values:
        read_value(parameter, value)
    return written


def one_of(parameter: str, values: tuple[str, ...], value: str) -> str:
    """Return a value that is one of some; raise FilterError, with the nearest, for any other."""
    if value not in values:
        near = get_close_matches(value.lower(), values, n=1)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        raise FilterError(parameter, f"{parameter} is one of {', '.join(values)}, not {value[:40]!r}{meant}")
    return value


def country_code(value: str) -> str:
    """Return a country's code in capitals; raise FilterError for what can be none."""
    if not _COUNTRY.fullmatch(value):
        raise FilterError("country", f"country is a code of two letters (ISO 3166-1), not {value[:40]!r}")
    return value.upper()


def key_of(parameter: str, name: str) -> str:
    """Fold a name asked for; refuse an empty one, and what the database's driver could not even send."""
    _sendable(parameter, name)
    key = fold(name)
    if not key:
        raise FilterError(parameter, f"{parameter} is an empty name")
    return key


def _word(parameter: str, value: str) -> str:
    _sendable(parameter, value)
    if not value:
        raise FilterError(parameter, f"{parameter} is an empty word")
    return value.lower()


def _office(parameter: str, value: str) -> Office:
    key_of(parameter, value)
    return read_office(value)


def _id(parameter: str, value: str) -> int:
    """Return a row's id, 0 for a number that is none."""
    if not re.fullmatch(r"-?[0-9]+", value):
        raise FilterError(parameter, f"{parameter} is a number, not {value[:40]!r}")
    number = int(value[:_MOST_DIGITS])
    return number if is_id(number) else 0


def _sendable(parameter: str, value: str) -> None:
    if len(value) > _LONGEST_NAME:
        raise FilterError(parameter, f"{parameter} is a name of at most {_LONGEST_NAME} characters")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise FilterError(parameter, f"{parameter} has a character that no text has")


_READ: dict[str, Callable[[str], Any]] = {
    "speaker": partial(key_of, "speaker"),
    "speaker_id": partial(_id, "speaker_id"),
    "speaker_kind": partial(one_of, "speaker_kind", get_args(SpeakerKind)),
    "office": partial(_office, "office"),
    "country": country_code,
    "outlet": partial(key_of, "outlet"),
    "kind": partial(one_of, "kind", get_args(Kind)),
    "channel": partial(one_of, "channel", get_args(Channel)),
    "addressee": partial(key_of, "addressee"),
    "reported_by": partial(key_of, "reported_by"),
    "cue": partial(_word, "cue"),
    "rule": partial(_word, "rule"),
    "document_id": partial(_id, "document_id"),
    "statement_id": partial(_id, "statement_id"),
}
CHOICES = tuple(_READ)
