"""Quotes as JSON Lines: a quote a line, as the API has it, and numbered so that a cut file is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from quotes.export.formats import Quotes

_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z
_CHUNK = 256  # lines


def write(quotes: Quotes, base: str) -> Iterator[bytes]:  # noqa: ARG001  # links stay as the API has them
    """Yield a line a quote, in UTF-8.

    Each begins with `row`, its number from 1, and `rows`, that of the last line of a whole file.
    """
    rows, lines = len(quotes), []
    for row, quote in enumerate(quotes, 1):
        lines.append(b'{"row":%d,"rows":%d,' % (row, rows) + orjson.dumps(quote, option=_OPTIONS)[1:])
        if len(lines) == _CHUNK:
            yield b"".join(lines)
            lines.clear()
    yield b"".join(lines)
