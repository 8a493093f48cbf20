"""The words of a sentence that tell how its quote was said: neither what is reported nor what is quoted.

All ranges are of phrases (quotes.extraction.phrases), half-open; an empty one is `NOWHERE`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Range = tuple[int, int]
NOWHERE: Range = (0, 0)

# What may stand at the head of a sentence, before its subject: "In Lund,"; "Speaking to N,"; "When asked by N,".
_HEAD = re.compile(r"[&x,qm]{0,3}(?:[iGgA]|k?[VvW](?=i))")
_FINITE = re.compile(r"[NDBPY][VveW]")
# What stands behind a verb of saying and its subject: an apposition, then objects, then prepositional phrases
# and participles before them. It ends where a clause, another subject or a mark begins.
_THING = r"(?:B[gG](?=[if.,:;]|$)|[NDBO])(?:f[NDBO]|S[xDBN]?|&[ND](?![VveW]))*"
_PHRASES = rf"(?:x|,(?=[if])|i+(?:{_THING}(?:,N(?=[,.]))?)?|f(?:{_THING})?|[VvgGu](?=i))*"
_BEHIND = re.compile(rf"(?:,[DBN](?:[if][NDB]){{0,3}},(?=i))?(?P<object>{_THING})?{_PHRASES}")
_MORE = re.compile(rf",?x?[gG](?:{_THING})?{_PHRASES}")
_TRAIL = re.compile(rf",?(?=i){_PHRASES}")
_FINITES = frozenset("VveW")
_REACH = 60  # phrases that are looked at on either side


class Frame(NamedTuple):
    """The ranges around one act of saying.

    `head` stands before its subject, `middle` between subject and verb, `behind` after both and `trail` after the
    words in marks. `object` is what stands right behind the verb, `more` is a clause with a verb in -ing.
    """

    begin: int
    head: Range
    middle: Range
    behind: Range
    trail: Range
    object: Range
    more: Range


def begin_of(letters: str, k: int) -> int:
    """Return where the sentence of the k-th phrase begins."""
    floor = max(0, k - _REACH)
    rfind = letters.rfind
    return max(
        floor,
        rfind(".", floor, k) + 1,
        rfind("\n", floor, k) + 1,
        rfind("Q", floor, k) + 1,
        rfind("E", floor, k) + 1,
    )


def end_of(letters: str, k: int) -> int:
    """Return where the sentence of the k-th phrase ends."""
    end = min(len(letters), k + _REACH)
    point = letters.find(".", k, end)
    end = end if point < 0 else point
    line = letters.find("\n", k, end)
    return end if line < 0 else line


def frame(letters: str, at: int, last: int, source: int, cue: int | None) -> Frame:
    """Return the frame of a quote from the phrase `at` to `last`, whose source and cue are given."""
    first = min(source, at)
    begin = begin_of(letters, first)
    verb = source if cue is None else cue
    middle = (source + 1, verb) if source + 1 < verb else NOWHERE
    after = max(source, verb) + 1
    end = at if after <= at else len(letters)
    behind, target = _behind(letters, after, end, verb, source)
    trail = more = NOWHERE
    if behind != NOWHERE:
        m = _MORE.match(letters, behind[1], end)
        more = NOWHERE if m is None else m.span()
        if letters[at - 1] == ":" and "k" not in letters[after:at]:
            behind = after, at
    if source < last:
        m = _TRAIL.match(letters, last + 1)
        if m is not None:
            trail = m.span()
    return Frame(begin, _head(letters, begin, first), middle, behind, trail, target, more)


def _head(letters: str, begin: int, end: int) -> Range:
    """What leads up to a subject, unless it is a clause of its own: "The talks ended in Lund, and N said"."""
    if begin == end or _HEAD.match(letters, begin, end) is None:
        return NOWHERE
    if letters[end - 1] == "," or _FINITE.search(letters, begin, end) is None:
        return begin, end
    return NOWHERE


def _behind(letters: str, after: int, end: int, verb: int, source: int) -> tuple[Range, Range]:
    m = _BEHIND.match(letters, after, end)
    if m is None:
        return NOWHERE, NOWHERE
    target = m.span("object") if m.start("object") >= 0 else NOWHERE
    if target != NOWHERE and letters[m.end() : m.end() + 1] in _FINITES and m.end() < end:
        # "N said the judge in Lund had": a subject. Of "N told the judge the guards had" the object is before.
        return NOWHERE, NOWHERE
    return m.span(), target
