"""Words and signs of any script."""

from __future__ import annotations

from itertools import product

from quotes.extraction.shape import _BEYOND_LATIN, _TOKEN, _any_token

LATIN = [c for c in map(chr, range(0x2200)) if not _BEYOND_LATIN.search(c)]
BESIDE = ["", "a", "A", "1", ".", "’", "’s", "-", "&", " ", "\n"]


def test_both_patterns_split_latin_text_alike():
    text = " ".join(f"{a}{c}{b}" for a, c, b in product(BESIDE, LATIN, BESIDE))
    assert _TOKEN.split(text) == _any_token().split(text)


def test_letters_beyond_latin_are_read_by_the_pattern_of_all_scripts():
    assert all(map(_BEYOND_LATIN.search, ("Е", "e\u0301", "中", "Ḥ", "😀", "\x1c", "Ⅷ", "\u200d")))
