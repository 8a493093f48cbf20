"""A quote's words without what differs between printings, and keys to find them by. Pure functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import blake2b, sha256

import regex

Words = tuple[str, ...]

RUN = 5  # words in a row that two texts must share to be compared at all
_SEPARATOR = "\x1f"
# Letters that Unicode does not take apart, and how they are written without their marks.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
)
_ACCENTS = regex.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]+")
_APOSTROPHES = regex.compile(r"(?<=[\p{L}\p{N}])['’‘ʼ`´](?=[\p{L}\p{N}])")
_THOUSANDS = regex.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# “[W]e”, “agree[d]”: an editor changed letters. “[he]”, “[sic]”, “[…]”: an editor put something in.
_LETTERS_IN_BRACKETS = regex.compile(
    r"(?<=[\p{L}\p{N}])\[([\p{L}\p{N}]{1,10})\]|\[([\p{L}\p{N}]{1,10})\](?=[\p{L}\p{N}])"
)
_EDITORS = regex.compile(r"\[[^\[\]]{0,80}+\]")
_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")


def canonical(text: str) -> Words:
    """Return the words of a text: no case, accents, punctuation, marks or dashes, nothing an editor put in.

    Where an editor's words in brackets are all there is, they stay.
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold().translate(_LETTERS)
    plain = _THOUSANDS.sub("", _APOSTROPHES.sub("", unicodedata.normalize("NFC", plain)))
    plain = _LETTERS_IN_BRACKETS.sub(r"\1\2", plain)
    return tuple(_WORD.findall(_EDITORS.sub(" ", plain))) or tuple(_WORD.findall(plain))


def digest(parts: Iterable[str]) -> str:
    """Return a key that is equal for equal words, and for no others."""
    return sha256(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def runs(words: Sequence[str]) -> list[str]:
    """Return every RUN words in a row, in order."""
    return [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def anchors(words: Sequence[str]) -> set[int]:
    """Return a number of 64 bits, signed, for each run: texts of which one holds the other share some."""
    return {
        int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
        for run in runs(words)
    }
