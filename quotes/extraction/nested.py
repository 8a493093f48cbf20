"""Which clause the words stand in: whoever only does something in a clause around it did not say them."""

from __future__ import annotations

from typing import Final

import regex

from quotes.extraction.attribution import Candidate

# What speaks for the subject of the last verb of saying before the words.
_INNER: Final = frozenset(
    [
        "before_direct",
        "before_called",
        "before_near",
        "before_object",
        "before_colon",
        "before_relative_object",
    ]
)
_CLAUSE: Final = frozenset("kw&q,")
_DOING: Final = frozenset("vWeu")
_SAYING: Final = frozenset("VGIA")
_QUOTATIONS: Final = frozenset("qmQE")
# Behind one quotation a clause with a subject of its own: “a gift”, while Brandt called it “a theft”.
_NEXT: Final = regex.compile(r"(?:q|m,)x?k?|m?x?&(?P<that>k)?")
_REACH: Final = 6


def innermost(letters: str, found: list[Candidate], at: int) -> list[Candidate]:
    """Leave out whom a clause nearer to the words has taken them from."""
    inner = max((c for c in found if _says(letters, c, at)), key=_source, default=None)
    if inner is None:
        return found
    return [c for c in found if c is inner or not _is_elsewhere(letters, c, inner, at)]


def _source(c: Candidate) -> int:
    return c.source


def _says(letters: str, c: Candidate, at: int) -> bool:
    """Tell whether a candidate has a clause of its own, up to the words, and says something in it."""
    if c.cue is None or not 0 < c.source < c.cue < at or letters[c.source - 1] not in _CLAUSE:
        return False
    return letters[c.source] in "ND" and not _INNER.isdisjoint(c.patterns)


def _is_elsewhere(letters: str, c: Candidate, inner: Candidate, at: int) -> bool:
    if c.source > at:  # “a plan that Danforth called “…” and that Brandt called”
        return letters.startswith(("&k", ",&k"), at + 1)
    return _is_inside(c, inner) or _is_around(letters, c, inner, at)


def _is_inside(c: Candidate, inner: Candidate) -> bool:
    """“the envoy of the union called it”: between a source and its verb stands nobody who speaks."""
    return inner.cue is not None and inner.source < c.source < inner.cue


def _is_around(letters: str, c: Candidate, inner: Candidate, at: int) -> bool:
    """Tell whether the words stand in the inner clause alone, and not in what a candidate says as well."""
    if c.source > inner.source:
        return False
    between = letters[c.source : inner.source]
    if not _QUOTATIONS.isdisjoint(between):
        m = _NEXT.search(letters, max(c.source, inner.source - _REACH), inner.source)
        if m is None or m.end() != inner.source:
            return False
        # “a plan that Danforth called “…” and that Brandt called “…””
        return m["that"] is None or letters[c.source - 1 : c.source] == "k"
    if letters[at - 1] == ":" and letters[c.source - 1 : c.source] == "A":
        return True  # “According to the suit, Danforth wrote: “…””
    if c.cue is None or not c.source < c.cue < inner.source or letters[inner.source - 1] == ",":
        return False
    if letters[at - 1] == ":" and letters[inner.source - 1] == "&":
        return True  # “Danforth said no, but Brandt sent an answer: “…””
    return letters[c.cue] in _DOING and _SAYING.isdisjoint(between)
