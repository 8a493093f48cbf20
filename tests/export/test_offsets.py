"""Offsets in other counts, against Python's own encoders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.export.offsets import in_bytes, in_utf16

CASES = [
    ("", [0], [0], [0]),
    ("plain", [0, 3, 5], [0, 3, 5], [0, 3, 5]),
    ("für", [0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 3, 4]),
    ("a🕊b", [0, 1, 2, 3], [0, 1, 3, 4], [0, 1, 5, 6]),
    ("门“🇺🇳”", [5, 2, 2, 0], [7, 2, 2, 0], [17, 6, 6, 0]),
]


@pytest.mark.parametrize(("text", "offsets", "utf16", "utf8"), CASES, ids=[repr(case[0]) for case in CASES])
def test_offsets_are_counted(text, offsets, utf16, utf8):
    assert [in_utf16(text, offsets)[one] for one in offsets] == utf16
    assert [in_bytes(text, offsets)[one] for one in offsets] == utf8


@given(st.text(), st.data())
def test_they_cut_the_same_words(text, data):
    ends = data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2).map(sorted))
    units, octets = in_utf16(text, ends), in_bytes(text, ends)
    first, last = ends
    words = text[first:last]
    assert text.encode("utf-16-le")[2 * units[first] : 2 * units[last]].decode("utf-16-le") == words
    assert text.encode()[octets[first] : octets[last]].decode() == words
