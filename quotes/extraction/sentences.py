"""Paragraphs that are no running text: headlines and the headings between."""

from __future__ import annotations

import re
from typing import Final

from quotes.extraction.marks import SINGLE, Quotation
from quotes.extraction.phrases import Phrases
from quotes.extraction.shape import Shape

_LONGEST: Final = 30
_LONGEST_TITLE: Final = 20
_RUNNING: Final = re.compile("[pqc]|^C+-")  # a pronoun, a verb of saying, a dateline
_SAYS: Final = re.compile("v|[CMTJ.ry]3|3[CMTdtl]")  # a headline that tells of it has no full stop
_SAID: Final = re.compile("[c3]:$")
_BYLINE: Final = re.compile("i[CJ]{2,4}(?:[,/&-].{0,12}|i[CMd]{1,4})?$")  # By Mira Danforth
_CAPITALS: Final = re.compile("[CMTJ]")
_LOWERS: Final = re.compile("[xvcbgGu3njryRa]")


def headings(shape: Shape, phrases: Phrases, quotations: tuple[Quotation, ...]) -> frozenset[int]:
    """Return the indices of the phrases that stand in headings.

    A heading is a short paragraph, mostly of capitalised words; the first of several paragraphs may
    have more small ones.
    """
    found: set[int] = set()
    letters = phrases.letters
    start = 0
    single = bool(quotations) and quotations[0].style == SINGLE  # as headlines are marked
    while start < len(letters):
        end = letters.find("\n", start)
        end = len(letters) if end < 0 else end
        if start < end:
            said = letters.endswith(":Q", start, end) and _is_label(
                shape.words[phrases.first[start] : phrases.first[end - 2]]
            )
            run = shape.letters[phrases.first[start] : phrases.last[end - 1]]
            if (
                not said
                and not (start == 0 and letters[end - 1] in ".Q" and _SAYS.search(run) and not single)
                and len(run) < _LONGEST
                and _is_heading(run, first=start == 0, last=end == len(letters))
            ):
                found.update(range(start, end))
        start = end + 1
    return frozenset(found)


def _is_label(words: list[str]) -> bool:
    """Tell what is before the colon of “DANFORTH: “We will wait.”” and “- Danforth: …” from a headline."""
    return words[:1] == ["-"] or (" ".join(words).isupper() and len(words[0]) > 1)


def _is_heading(run: str, *, first: bool, last: bool) -> bool:
    if _BYLINE.match(run):
        return True
    capital = len(_CAPITALS.findall(run))
    lower = len(_LOWERS.findall(run))
    if first and not last and len(run) < _LONGEST_TITLE and not _RUNNING.search(run):
        return capital > 0.6 * lower
    if run[-1] == "." or _SAID.search(run):
        return False
    return "Q" not in run and capital > 1.5 * lower and (lower > 0 or capital > 3)
