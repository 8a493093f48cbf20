"""The words of a sentence that tell how its quote was said: neither what is reported nor what is quoted.

All ranges are of phrases (quotes.extraction.phrases), half-open; an empty one is `NOWHERE`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from quotes.extraction.phrases import Phrases

Range = tuple[int, int]
NOWHERE: Final[Range] = (0, 0)

# What may stand at the head of a sentence: "In Lund,"; "Speaking to N,"; "When asked by N,".
_HEAD: Final = re.compile(r"[&x,qm]{0,3}(?:[iGgA]|k?[VvW](?=i))")
_FINITE: Final = re.compile(r"[NDBPY][VveW]")
# What stands behind a verb of saying and its subject: an apposition, then objects, then prepositional phrases
# and participles before them. It ends where a clause, another subject or a mark begins.
_THING: Final = r"(?:B[gG](?=[if.,:;]|$)|[NDBO])(?:f[NDBO]|S[xDBN]?|&[ND](?![VveW]))*"
_PHRASES: Final = rf"(?:x|,(?=[if])|i+(?:{_THING}(?:,N(?=[,.]))?)?|f(?:{_THING})?|[VvgGu](?=i))*"
_BEHIND: Final = re.compile(rf"(?:,[DBN](?:[if][NDB]){{0,3}},(?=i))?(?P<object>{_THING})?{_PHRASES}")
_MORE: Final = re.compile(rf",?x?[gG](?:{_THING})?{_PHRASES}")
_TRAIL: Final = re.compile(rf",?(?=i){_PHRASES}")
_NOTHING: Final = frozenset(".:;kQqmE\nP")
_FINITES: Final = frozenset("VveW")
_REACH: Final = 60  # phrases that are looked at on either side


class Frame(NamedTuple):
    """The ranges around one act of saying.

    `head` stands before its subject, `middle` between subject and verb, `behind` after both and `trail` after
    the words in marks. `object` is what stands right behind the verb, `more` is a clause with a verb in -ing.
    """

    begin: int
    behind: Range
    middle: Range
    head: Range
    more: Range
    trail: Range
    object: Range


def frame(letters: str, begin: int, at: int, last: int, source: int, cue: int | None) -> Frame:
    """Return the frame of a quote from the phrase `at` to `last`, whose source and cue are given.

    `begin` is where the sentence begins that the first of them stands in.
    """
    first = at if at < source else source
    verb = source if cue is None else cue
    after = (verb if source < verb else source) + 1
    end = at if after <= at else len(letters)
    head = NOWHERE if begin == first else _head(letters, begin, first)
    middle = (source + 1, verb) if source + 1 < verb else NOWHERE
    behind, target = _behind(letters, after, end)
    trail = more = NOWHERE
    if behind[1] < end and letters[behind[1]] in ",xgG" and behind != NOWHERE:
        m = _MORE.match(letters, behind[1], end)
        more = NOWHERE if m is None else m.span()
    if letters[at - 1] == ":" and after < at and "k" not in letters[after:at]:
        behind = after, at
    if source < last and letters[last + 1 : last + 2] in (",", "i"):
        m = _TRAIL.match(letters, last + 1)
        trail = NOWHERE if m is None else m.span()
    return Frame(begin, behind, middle, head, more, trail, target)


def _head(letters: str, begin: int, end: int) -> Range:
    """What leads up to a subject, unless it is a clause of its own: "The talks ended in Lund, and N said"."""
    if _HEAD.match(letters, begin, end) is None:
        return NOWHERE
    if letters[end - 1] == "," or _FINITE.search(letters, begin, end) is None:
        return begin, end
    return NOWHERE


def _behind(letters: str, after: int, end: int) -> tuple[Range, Range]:
    """What stands behind a verb, and which part of it is an object; nothing if that is a subject."""
    if after >= end or letters[after] in _NOTHING:
        return NOWHERE, NOWHERE
    m = _BEHIND.match(letters, after, min(end, after + _REACH))
    if m is None or m.end() == after:
        return NOWHERE, NOWHERE
    if m.start("object") < 0:
        return m.span(), NOWHERE
    if m.end() < end and letters[m.end()] in _FINITES:
        return NOWHERE, NOWHERE  # "N said the judge in Lund had"
    return m.span(), m.span("object")


def within(around: Frame, phrases: Phrases, signs: str) -> list[tuple[int, str]]:
    """Return the tokens of a frame that are signs (quotes.extraction.signs), each with its letter.

    `signs` has a letter for each token from the sentence's first. Those of the trail come in upper case.
    """
    first, last, begin = phrases.first, phrases.last, phrases.first[around.begin]
    found: list[tuple[int, str]] = []
    for a, b in around[1:6]:
        if a < b:
            # The verb is read with what stands behind it.
            start = begin if a <= around.begin else first[a - 1] if a == around.behind[0] else last[a - 1]
            end = first[b] if b < len(first) else last[-1]
            letters = signs[start - begin : end - begin]
            if not letters.isspace():
                letters = letters.upper() if a > around.behind[1] and a == around.trail[0] else letters
                found += [(k, sign) for k, sign in enumerate(letters, start) if sign != " "]
    return found
