"""What a quotation's own words tell: a title, an echoed word, a sentence, a part of a longer quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import regex

from quotes.extraction.marks import MARKS, Quotation
from quotes.types import Kind

_WORD: Final = regex.compile(r"([\p{L}\d][\p{L}\p{M}\d’'.-]*)")
_CAPITALISED: Final = regex.compile(r"\p{Lu}[\p{L}\p{M}-]+")
_SMALL: Final = frozenset(
    "a an and as at but by for from in into is it nor of on or so the to up vs with you".split(" ")  # noqa: SIM905
)
# “SPEAKER: words” inside the marks, as transcripts have it.
_LABEL: Final = regex.compile(r"(?P<name>(?:\p{Lu}[\p{Lu}.’'-]+ ?){1,4}):\s+")
_SIZES: Final = ("0", "1", "2", "3", *["4-6"] * 3, *["7-12"] * 6, "long")
_LOOK: Final = 400
_LONGEST_NICKNAME: Final = 24
_NICKNAME: Final = regex.compile(
    r"(?<=\p{Lu}[\p{L}.]+)\ [“\"'‘«](?:the )?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?[”\"'’»] \p{Lu}"
)


class Words(NamedTuple):
    """What in and around a quotation tells speech from other uses of marks."""

    size: str
    case: str
    shape: str
    ending: str
    before: str
    behind: str
    word: str
    """The word right before it; of a word in no list only its kind."""
    next: str

    def features(self) -> Iterator[str]:
        """Return the names of what is seen, as the weights have them."""
        size, case, shape, ending, before, behind, word, following = self
        yield "none"
        yield f"none:words:{size}"
        yield f"none:case:{case}:{size}"
        yield f"none:shape:{shape}:{size}"
        yield f"none:shape:{shape}:{before}"
        yield f"none:behind:{ending}:{behind}"
        yield f"none:before:{before}:{size}"
        yield f"none:ending:{ending}:{case}"
        yield f"none:word:{word}"
        yield f"none:word:{word}:{shape}:{size}"
        yield f"none:next:{following}"


def see(
    text: str, q: Quotation, words: Sequence[str], letters: str, at: int, beside: tuple[str, str]
) -> Words:
    """Return what a quotation's words and place tell.

    `words` are its first ones, `letters` those of the text's phrases, `at` its place among them, `beside` the
    words right before and behind it.
    """
    first = _first(text, q)
    return Words(
        _SIZES[min(len(words), len(_SIZES) - 1)],
        "upper" if first.isupper() else "lower" if first.islower() else "other",
        "title" if is_title(words) else "plain",
        letters[at],
        letters[max(0, at - 1) : at],
        letters[at + 1 : at + 2],
        *beside,
    )


def _first(text: str, q: Quotation) -> str:
    """The first letter or sign of the words, past the marks of a quotation inside them."""
    return text[q.start : q.start + 4].lstrip(MARKS)[:1] or text[q.start]


def is_nickname(text: str, q: Quotation) -> bool:
    """Tell whether a quotation stands inside a name: Oskar “the Ox” Brandt."""
    return (
        q.close - q.open < _LONGEST_NICKNAME
        and _NICKNAME.match(text, max(0, q.open - 1), q.close + 2) is not None
    )


def names(text: str, q: Quotation) -> frozenset[str]:
    """Return the capitalised words of a quotation."""
    return frozenset(_CAPITALISED.findall(text, q.start, min(q.end, q.start + _LOOK)))


class Spoken(dict[int, frozenset[str]]):
    """The capitalised words of the quotations that were asked for, by the phrase that each is.

    No part of a reading points back to it, so that all of it goes at once and none waits for the collector.
    """

    def __init__(self, text: str, quotations: tuple[Quotation, ...], where: list[int]) -> None:
        super().__init__()
        self._text, self._quotations, self._where = text, quotations, where

    def __missing__(self, at: int) -> frozenset[str]:
        self[at] = names(self._text, self._quotations[bisect_left(self._where, at)])
        return self[at]


def first_words(text: str, q: Quotation) -> list[str]:
    """Return as many of a quotation's first words as anything here asks for."""
    return _WORD.split(text[q.start : min(q.end, q.start + _LOOK)], len(_SIZES) - 1)[1::2]


def is_aside(text: str, q: Quotation) -> bool:
    """Tell whether all words of a quotation stand in brackets, as “(Laughter.)” in a transcript."""
    return text[q.start] == "(" and text.find(")", q.start, q.end) >= q.end - 2


def is_title(words: Sequence[str]) -> bool:
    """Tell whether words are capitalised as in a title, “The Long Way Home”."""
    if not words or len(words) > 11 or not words[0][0].isupper():
        return False
    return all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in words)


def sentence_like(text: str, q: Quotation, letters: str, at: int) -> bool:
    """Tell whether a quotation stands as a sentence of its own."""
    first = _first(text, q)
    if first.isalpha() and not first.isupper():
        return False
    return (letters[at] in "QE" or not q.closed) and (at == 0 or letters[at - 1] in ".QE\n:")


def is_sentence(text: str, q: Quotation, words: Sequence[str]) -> bool:
    """Tell whether a quotation begins like a sentence and is no title."""
    return _first(text, q).isupper() and len(words) > 1 and not is_title(words)


def kind(text: str, q: Quotation, words: Sequence[str], letters: str, at: int) -> Kind:
    """Tell a whole sentence or more in marks (direct) from a quoted part of a reported one (mixed)."""
    first = _first(text, q)
    if q.reopened or not q.closed:
        return "direct"
    before, behind = letters[at - 1 : at], letters[at + 1 : at + 2]
    alone = before in ("", ".", "\n", "Q", "E")
    if first.islower() or before in ("k", "i", "f", "w", "B", "e", "D", "O", "&"):
        return "mixed"
    if not alone and before not in (":", ",") and (first.isdigit() or is_title(words)):
        return "mixed"
    if alone and behind in (",", "-"):  # the comma stands outside the marks
        return "direct"
    return "direct" if letters[at] in "qQE" or before in (":", ",") else "mixed"


def reason(words: Sequence[str], *, heading: bool, ambiguous: bool) -> str:
    """Say why a quotation has no source."""
    if heading:
        return "heading"
    if is_title(words) and len(words) > 1:
        return "title"
    if ambiguous:
        return "ambiguous"
    return "echoed_words" if len(words) < 4 else "no_source"


def label(text: str, q: Quotation) -> tuple[int, int] | None:
    """Return where a speaker's label inside the marks ends, and where its words begin, if there is one."""
    m = _LABEL.match(text, q.start, q.end)
    return None if m is None or m.end() >= q.end else (m.end("name"), m.end())


def goes_on(text: str, q: Quotation, letters: str, before: int, at: int) -> bool:
    """Tell whether the quotation at `at` is the second part of the one at `before`, split by its own cue."""
    between = letters[before + 1 : at]
    if not between or letters[before] not in "qm" or between[-1] not in ",-:" or len(between) > _SPLIT:
        return False
    if any(c in between for c in ".;\nqmQE&"):
        return False
    part = _first(text, q).islower()
    if "G" in between and not part:  # "…, she said, adding: “Then …”"
        return False
    return part or letters[before] == "q"


_SPLIT: Final = 30
