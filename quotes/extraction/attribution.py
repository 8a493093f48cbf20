"""Who may be the source of a quotation: each pattern (quotes.extraction.patterns) is a voice for a candidate.

Which candidate wins is decided in quotes.extraction.scoring.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

import regex

from quotes.extraction.patterns import BESIDE, PATTERNS, SUBJECT, Pattern

_REACH: Final = 300  # phrases that are looked back at, so that no text makes this slow
_STOP: Final = re.compile(r"[.\n]")
_MANY: Final = 1 << 13  # stretches of letters remembered, and their length
_SHORT: Final = 40
_DASHED: Final = 6  # letters from a quotation to what is behind the name in ".\n-N,"


# Its name, how it is tried, the letters it needs, the numbers of the groups for source and cue (0: no cue).
_Tried = tuple[str, Callable[..., regex.Match[str] | None], frozenset[str], int, int]


class _Fitting(dict[tuple[str, str], list[_Tried]]):
    """What is tried on a quotation, by its letter and the one beside it."""

    def __init__(self, *, behind: bool) -> None:
        super().__init__()
        self._behind = behind

    def __missing__(self, key: tuple[str, str]) -> list[_Tried]:
        ending, beside = key
        self[key] = [
            _tried(p)
            for p in PATTERNS
            if p.behind is self._behind and ending in p.endings and beside in BESIDE.get(p.name, beside)
        ]
        return self[key]


@cache
def _tried(p: Pattern) -> _Tried:
    compiled = p.compiled()
    groups = compiled.groupindex
    return p.name, compiled.match, p.needs(), groups["src"], groups.get("cue", 0)


_BEHIND: Final = _Fitting(behind=True)
_BEFORE: Final = _Fitting(behind=False)

_OPENER: Final = regex.compile(rf"{SUBJECT}(?P<cue>[VvWe])")
_LAST_SAID: Final = regex.compile(rf"(?r),{SUBJECT}(?P<cue>V)[^,.QE;\n]{{0,8}}\.\Z")
_LAST_NAMED: Final = regex.compile(r"(?r)(?<=^|[.\nQE])[&xkg]{0,4}i(?P<src>[ND])\.\Z")
_LAST_STANCE: Final = regex.compile(
    r"(?r)(?<=^|[.\nQE])[&x]?(?P<src>[ND])(?P<cue>[Vve])[^.;:\nQEVvWGge]{0,6}\.\Z"
)
_LAST_FROM: Final = regex.compile(r"(?r)(?<=^|[.\nQE])[&x]{0,2}i(?P<src>[ND]):\Z")
_LAST_BY: Final = regex.compile(
    r"(?r)(?<=^|[.\nQE])[^.\nQEVvW]{0,4}[NDB]i(?P<src>N)(?:[ifk,][NDBx&,]{1,8}){0,3}:?\Z"
)
_LAST_COLON: Final = regex.compile(
    rf"(?r)(?:{SUBJECT}(?P<cue>[VvWe])[^.\nQE:;]{{0,8}}?|(?<=^|[.\nQE])(?P<cue>V)(?P<src>[ND])):\Z"
)
_Ending = regex.Pattern[str]
_SENTENCE_BEFORE: Final = (
    ("sentence_before_ended", _LAST_SAID),
    ("sentence_before_named", _LAST_NAMED),
    ("sentence_before_stance", _LAST_STANCE),
)
_PARAGRAPH_BEFORE: Final = (
    ("paragraph_before_ends", _LAST_COLON),
    ("paragraph_before_from_colon", _LAST_FROM),
    ("paragraph_before_by", _LAST_BY),
)
_MAIN: Final = regex.compile(rf"[kigGA&xF][^,.;Q\n]{{1,40}},{SUBJECT}(?P<cue>[VvWe])")


class Candidate(NamedTuple):
    """A phrase that may be the source of a quotation, and the names of the patterns that speak for it."""

    source: int
    cue: int | None
    patterns: list[str]

    @property
    def elsewhere(self) -> bool:
        """Whether it stands in no sentence of the quotation."""
        return self.patterns[0].startswith(("continues", "sentence_before", "paragraph_before"))

    @property
    def near(self) -> bool:
        """Whether it stands in the paragraph of the quotation, at it or at another one there."""
        return not self.elsewhere or self.patterns[0].startswith("continues_same")


class Place(NamedTuple):
    """Where a quotation stands: its index and that of the one before, among the phrases, None for the first.

    `alone` says that it is a sentence of its own, `reopened` that it goes on one left open.
    """

    at: int
    last: int | None
    alone: bool
    reopened: bool


def candidates(letters: str, place: Place, before: Candidate | None) -> list[Candidate]:
    """Return the candidates for the source of a quotation; `before` is the winner of the one before it."""
    at = place.at
    floor = max(0, at - _REACH)
    ending = letters[at]
    found: dict[int, Candidate] = {}
    # No pattern goes over a full stop or a paragraph's end but to a dash.
    end = _STOP.search(letters, at + 1, at + _REACH)
    beyond = at + _REACH if end is None else end.end()
    for name, behind, verb in _SPOKEN_BEHIND[letters[at : max(beyond, at + _DASHED)]]:
        _add(found, at + behind, None if verb is None else at + verb, name)
    begin = _edge(letters, floor, at, ".\nQ;")
    if begin < at:
        there = frozenset(letters[begin:at])
        for name, match, needs, source, cue in _BEFORE[ending, letters[at - 1]]:
            if needs <= there:
                m = match(letters, floor, at)
                if m is not None:
                    _speak(found, m, name, source, cue)
        _in_sentence(found, letters, begin, at)
    how = _continuing(letters, floor, place)
    if before is not None and how is not None:
        _add(found, before.source, before.cue, how)
    if place.alone:
        _introduced(found, letters, floor, at)
    return list(found.values())


class _SpokenBehind(dict[str, list[tuple[str, int, int | None]]]):
    """The patterns that match behind a quotation, which is the first letter, each with source and cue.

    Few kinds of words stand behind most quotations: the first ones met are remembered.
    """

    def __missing__(self, letters: str) -> list[tuple[str, int, int | None]]:
        there = frozenset(letters)
        found: list[tuple[str, int, int | None]] = []
        for name, match, needs, source, cue in _BEHIND[letters[0], letters[1:2]]:
            m = match(letters, 1) if needs <= there else None
            if m is not None:
                found.append((name, m.start(source), m.start(cue) if cue else None))
        if len(letters) < _SHORT and len(self) < _MANY:
            self[letters] = found
        return found


_SPOKEN_BEHIND: Final = _SpokenBehind()


def _speak(
    found: dict[int, Candidate], m: regex.Match[str], name: str, source: int = 1, cue: int = 2
) -> None:
    """Let a pattern that matched speak for its source; groups are found faster by number than by name."""
    _add(found, m.start(source), m.start(cue) if cue else None, name)


def _add(found: dict[int, Candidate], source: int, cue: int | None, name: str) -> None:
    known = found.get(source)
    if known is None:
        found[source] = Candidate(source, cue, [name])
        return
    known.patterns.append(name)
    if known.cue is None and cue is not None:
        found[source] = known._replace(cue=cue)


def _edge(letters: str, start: int, end: int, marks: str) -> int:
    """Index behind the last of some marks between two indices, `start` if there is none."""
    for c in marks:
        start = max(start, letters.rfind(c, start, end) + 1)
    return start


def _in_sentence(found: dict[int, Candidate], letters: str, begin: int, at: int) -> None:
    begin = _edge(letters, begin, at - 1, ":")  # a colon that is not the quotation's own
    m = _OPENER.search(letters, begin, at)
    if m is not None:
        _speak(found, m, "first_subject")
        m = _MAIN.match(letters, begin, at)
        if m is not None:
            _speak(found, m, "main_subject")


def _continuing(letters: str, floor: int, place: Place) -> str | None:
    """Name how a quotation goes on with the one before it; None where it stands too far from it."""
    if place.reopened:
        return "continues_quotation"
    if place.last is None or place.last < floor:
        return None
    kind = "sentence" if place.alone else "fragment"
    between = letters[place.last + 1 : place.at]
    breaks = between.count("\n")
    if not breaks:
        same = letters[place.last] not in "QE" and "." not in between and ";" not in between
        return f"continues_same_{'sentence' if same else 'paragraph'}_{kind}"
    if breaks > 1:
        return None
    alone = between[-1] == "\n" and letters[place.at + 1 : place.at + 2] in ("\n", "", "Q", "E", "q", "m")
    return f"continues_next_paragraph_{kind}_{'alone' if alone else 'beside'}"


def _introduced(found: dict[int, Candidate], letters: str, floor: int, at: int) -> None:
    """A sentence in marks may belong to the subject of what stands before it."""
    paragraph = _edge(letters, floor, at, "\n")
    if at > paragraph:
        _ended(found, letters, paragraph, at, _SENTENCE_BEFORE)
        m = _last_opener(letters, paragraph, at)
        if m is not None:
            _speak(found, m, f"sentence_before_{_said(letters, m)}")
    elif paragraph > max(1, floor):
        end = paragraph - 1
        begin = _edge(letters, floor, end, "\n")
        _ended(found, letters, begin, end, _PARAGRAPH_BEFORE)
        m = _last_opener(letters, begin, end)
        if m is not None:
            colon = "colon" if letters[end - 1] == ":" else "plain"
            _speak(found, m, f"paragraph_before_{_said(letters, m)}_{colon}")


def _ended(
    found: dict[int, Candidate], letters: str, start: int, end: int, ways: tuple[tuple[str, _Ending], ...]
) -> None:
    """Let each pattern speak that what stands between two indices ends in."""
    for name, pattern in ways:
        m = pattern.search(letters, start, end)
        if m is not None:
            _speak(found, m, name, cue=pattern.groupindex.get("cue", 0))


def _said(letters: str, m: regex.Match[str]) -> str:
    return "said" if letters[m.start(2)] == "V" else "did"


def _last_opener(letters: str, start: int, end: int) -> regex.Match[str] | None:
    """Return the first subject and verb of the last sentence between two indices that has them."""
    while start < end:
        begin = _edge(letters, start, end - 1, ".QE\n;")
        m = _OPENER.search(letters, begin, end)
        if m is not None:
            return m
        end = begin - 1 if begin > start else start
    return None
