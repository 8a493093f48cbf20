"""What a quotation's own words tell: a title, an echoed word, a sentence, a part of a longer quote."""

from __future__ import annotations

import regex

from quotes.extraction.marks import MARKS, Quotation
from quotes.types import Kind

_WORD = regex.compile(r"([\p{L}\d][\p{L}\p{M}\d’'.-]*)")
_SMALL = frozenset(
    "a an and as at but by for from in into is it nor of on or so the to up vs with you".split(" ")  # noqa: SIM905
)
# “SPEAKER: words” inside the marks, as transcripts have it.
_LABEL = regex.compile(r"(?P<name>(?:\p{Lu}[\p{Lu}.’'-]+ ?){1,4}):\s+")
_SIZES = ("0", "1", "2", "3", *["4-6"] * 3, *["7-12"] * 6, "long")
_LOOK = 400
_LONGEST_NICKNAME = 24
_NICKNAME = regex.compile(
    r"(?<=\p{Lu}[\p{L}.]+)\ [“\"'‘«](?:the )?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?[”\"'’»] \p{Lu}"
)


def features(text: str, q: Quotation, letters: str, at: int, beside: tuple[str, str]) -> tuple[str, ...]:
    """Return the names of what in and around a quotation tells speech from other uses of marks.

    `letters` are those of the text's phrases, `at` the quotation's place among
    them, `beside` the words right before and behind it.
    """
    words = _words(text, q)
    size = _SIZES[min(len(words), len(_SIZES) - 1)]
    first = _first(text, q)
    case = "upper" if first.isupper() else "lower" if first.islower() else "other"
    shape = "title" if is_title(words) else "plain"
    ending, before, behind = letters[at], letters[max(0, at - 1) : at], letters[at + 1 : at + 2]
    return (
        "none",
        f"none:words:{size}",
        f"none:case:{case}:{size}",
        f"none:shape:{shape}:{size}",
        f"none:shape:{shape}:{before}",
        f"none:behind:{ending}:{behind}",
        f"none:before:{before}:{size}",
        f"none:ending:{ending}:{case}",
        f"none:word:{beside[0]}",
        f"none:word:{beside[0]}:{shape}:{size}",
        f"none:next:{beside[1]}",
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


def _words(text: str, q: Quotation) -> list[str]:
    """Return as many of the first words as anything here asks for."""
    return _WORD.split(text[q.start : min(q.end, q.start + _LOOK)], len(_SIZES) - 1)[1::2]


def is_title(words: list[str]) -> bool:
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


def is_sentence(text: str, q: Quotation) -> bool:
    """Tell whether a quotation begins like a sentence and is no title."""
    words = _words(text, q)
    return _first(text, q).isupper() and len(words) > 1 and not is_title(words)


def kind(text: str, q: Quotation, letters: str, at: int) -> Kind:
    """Tell a whole sentence or more in marks (direct) from a quoted part of a reported one (mixed)."""
    first = _first(text, q)
    if q.reopened or not q.closed:
        return "direct"
    before, behind = letters[at - 1 : at], letters[at + 1 : at + 2]
    alone = before in ("", ".", "\n", "Q", "E")
    if first.islower() or before in ("k", "i", "f", "w", "B", "e", "D", "O", "&"):
        return "mixed"
    if not alone and before not in (":", ",") and (first.isdigit() or is_title(_words(text, q))):
        return "mixed"
    if alone and behind in (",", "-"):  # the comma stands outside the marks
        return "direct"
    return "direct" if letters[at] in "qQE" or before in (":", ",") else "mixed"


def reason(text: str, q: Quotation, *, heading: bool, ambiguous: bool) -> str:
    """Say why a quotation has no source."""
    if heading:
        return "heading"
    words = _words(text, q)
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
    return letters[before] == "q" or _first(text, q).islower()


_SPLIT = 30
