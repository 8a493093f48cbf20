"""Cursors: where a page ended, written so that only the query that made one can go on from it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import NamedTuple

from quotes.errors import CursorError

_LARGEST = 2**63 - 1  # no database here counts further


Key = str | int | float


class Position(NamedTuple):
    """The sort keys and the id of the last row of a page."""

    keys: tuple[Key, ...]
    id: int


def encode(position: Position, *, sort: str, query: str) -> str:
    """Return the cursor after a row, for the query that `query` describes in full (what and filter)."""
    after = (*position.keys, position.id)
    check = hashlib.sha256(repr((*after, sort, query)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    value = json.dumps({"sort": sort, "after": after, "check": check}, separators=(",", ":"))
    return base64.urlsafe_b64encode(value.encode()).decode().rstrip("=")


def decode(cursor: str, *, sort: str, query: str) -> Position:
    """Return the position in a cursor; raise CursorError unless encode() made it for this sort and query."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        value = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        *keys, id_ = value["after"]
        made_for = value["sort"]
    except (ValueError, TypeError, KeyError, RecursionError, binascii.Error) as error:
        raise CursorError("cursor", "this is not a cursor that was given out here") from error
    if made_for != sort:
        raise CursorError("cursor", f"this cursor is for another sort than {sort!r}; begin without it")
    if type(id_) is not int or not 0 < id_ <= _LARGEST or not all(map(_is_key, keys)):
        raise CursorError("cursor", "this is not a cursor that was given out here")
    position = Position(tuple(keys), id_)
    if encode(position, sort=sort, query=query) != cursor:
        raise CursorError("cursor", "this cursor was changed, or is for other filters; begin without it")
    return position


def _is_key(value: object) -> bool:
    return isinstance(value, str | float) or (type(value) is int and abs(value) <= _LARGEST)
