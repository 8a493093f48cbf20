"""Where code points of a text stand in other counts: UTF-16 code units, bytes of UTF-8. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable


def in_utf16(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """Return how many UTF-16 code units stand before each of these code points, in one pass of the text."""
    return _counted(text, offsets, "utf-16-le", 2)


def in_bytes(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """Return how many bytes of UTF-8 stand before each of these code points, in one pass of the text."""
    return _counted(text, offsets, "utf-8", 1)


def _counted(text: str, offsets: Iterable[int], encoding: str, size: int) -> dict[int, int]:
    if text.isascii():  # one unit a code point
        return {offset: offset for offset in offsets}
    counted: dict[int, int] = {}
    last = units = 0
    for offset in sorted(set(offsets)):
        units += len(text[last:offset].encode(encoding, "surrogatepass")) // size
        counted[offset] = units
        last = offset
    return counted
