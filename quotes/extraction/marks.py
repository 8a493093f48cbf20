"""Pair quotation marks, paragraph by paragraph, so that a stray mark spoils at most its own paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import regex

# A tag's attributes are no quotations, so it is found whole; 6'2" are inches. `re` finds these three times as
# fast as `regex`, but only behind one class of letters; whether a single mark is one, `regex` tells.
_MARK: Final = re.compile(
    r"""[<"“”„‟«»'`‘’](?:
        (?<=[“”„‟«»])
      | (?<=")(?<!\d['’]\d")(?<!\d['’]\d\d")
      | (?<=')'  |  (?<=`)`
      | (?<=[‘’'])(?:(?<![A-Za-z].)|(?![A-Za-z]))
      | (?<=<)[A-Za-z/][^<>\n]*+>
    )""",
    re.VERBOSE,
)
# A single mark between letters is an apostrophe.
_SINGLE_MARK: Final = regex.compile(
    r"""(?<![\w’'])[‘'](?=[\p{L}\[…“"])(?!n[’'])                     # rock 'n' roll has no quotation
      | (?<=[\w.,;:?!…%)\]”"—–-])[’'](?!\w)
    """,
    regex.VERBOSE,
)
_INK: Final = regex.compile(r"\S")
_OPENS_AFTER: Final = frozenset(" \t\n\u00a0\u2009\u202f([{—–-/‘'“\"…:¿¡*>«")
_CLOSES_BEFORE: Final = frozenset(" \t\n\u00a0\u2009\u202f.,;:?!)]}—–-/’'”\"…<»*")
MARKS: Final = "\"“”„‟«»‘’'`"
_EDGE: Final = " \t\r\u00a0\u2009\u202f\"“”„‟«»‘’'`"
_CURLY: Final = "“"
_STRAIGHT: Final = '"'
_DOUBLED: Final = "''"
_ANGLE: Final = "«"
SINGLE: Final = "‘"
_MIXED: Final = (_CURLY, _STRAIGHT)
_FAMILY: Final = {
    "“": _CURLY, "”": _CURLY, "„": _CURLY, "‟": _CURLY, '"': _STRAIGHT, "''": _DOUBLED, "``": _DOUBLED,
    "«": _ANGLE, "»": _ANGLE, "‘": SINGLE, "’": SINGLE, "'": SINGLE,
}  # fmt: skip


class Quotation(NamedTuple):
    """What stands between two marks of one paragraph.

    `open` and `close` take its marks in, `start` and `end` leave them and the spaces beside them out. `style`
    is the opening mark, one for each family of marks.
    """

    open: int
    start: int
    end: int
    close: int
    style: str
    closed: bool
    reopened: bool


class _Mark(NamedTuple):
    at: int
    after: int
    family: str
    opens: bool
    closes: bool


class _Paragraph(NamedTuple):
    start: int
    end: int
    marks: list[_Mark]


def pair(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text in order; none goes over a paragraph break.

    A quotation that its paragraph does not close is `closed=False`; where the next paragraph opens
    with the same mark, that one is `reopened`.
    """
    found: list[Quotation] = []
    left_open: str | None = None
    before = 0
    paragraphs = list(_paragraphs(text))
    for n, (start, end, marks) in enumerate(paragraphs):
        if left_open is not None and _INK.search(text, before, start):
            left_open = None
        before = end
        goes_on = marks[0].family is SINGLE and _reopens(text, paragraphs[n : n + 2])
        pieces = _Pairing(text, marks, end, goes_on=goes_on).quotations()
        if pieces and left_open == pieces[0].style and not text[start : pieces[0].open].strip():
            pieces[0] = pieces[0]._replace(reopened=True)
        left_open = pieces[-1].style if pieces and not pieces[-1].closed else None
        found += pieces
    return tuple(q for q in found if text[q.start : q.end].strip(_EDGE))


def _reopens(text: str, two: list[_Paragraph]) -> bool:
    """Tell whether a paragraph and the next both begin with a single mark; alone, it may be an apostrophe."""
    return (
        len(two) > 1
        and all(p.marks[0].family is SINGLE and p.marks[0].opens for p in two)
        and not any(_INK.search(text, p.start, p.marks[0].at) for p in two)
        and not _INK.search(text, two[0].end, two[1].start)
    )


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Yield where each paragraph that has marks begins and ends, and its marks."""
    start = end = 0
    marks: list[_Mark] = []
    for m in _MARK.finditer(text):
        mark = m.group()
        a, b = m.span()
        family = _FAMILY.get(mark)
        if family is None or (family is SINGLE and not _SINGLE_MARK.match(text, a)):
            continue
        if a >= end:
            if marks:
                yield _Paragraph(start, end, marks)
                marks = []
            start = text.rfind("\n", end, a) + 1
            end = text.find("\n", b)
            end = len(text) if end < 0 else end
        before = text[a - 1] if a > start else " "
        behind = text[b] if b < end else " "
        opens, closes = _turns(mark, family, before, behind)
        marks.append(_Mark(a, b, family, opens, closes))
    if marks:
        yield _Paragraph(start, end, marks)


@lru_cache(maxsize=4096)
def _turns(mark: str, family: str, before: str, behind: str) -> tuple[bool, bool]:
    """Tell whether a mark may open and whether it may close, by the letters beside it."""
    if family is _ANGLE:
        return True, True
    fits_open = before in _OPENS_AFTER and not behind.isspace()
    fits_close = behind in _CLOSES_BEFORE and not before.isspace()
    if mark in "“„‟``‘":
        # Editors type “ for ” at times: "the vote,“ she said".
        closes = fits_close and not fits_open and mark == "“"
        return not closes, closes
    if mark == "”":
        opens = fits_open and not fits_close
        return opens, not opens
    if not fits_open and not fits_close:
        # Spaces on both sides, or letters on both: the state decides; a digit before is inches.
        either = not before.isdigit() and family is not SINGLE
        return either, either
    return fits_open, fits_close


class _Pairing:
    """A walk over the marks of one paragraph, keeping the outermost open one and what is nested in it."""

    def __init__(self, text: str, marks: list[_Mark], end: int, *, goes_on: bool) -> None:
        self.text, self.marks, self.end, self.goes_on = text, marks, end, goes_on
        self.found: list[Quotation] = []
        self.opened: _Mark | None = None
        self.nested = self.foreign = 0

    @cached_property
    def closers(self) -> list[dict[str, int]]:
        """For each mark, how many marks behind it close, by family; few paragraphs ask for it."""
        left = dict.fromkeys((_CURLY, _STRAIGHT, _DOUBLED, _ANGLE, SINGLE), 0)
        out: list[dict[str, int]] = []
        for mark in reversed(self.marks):
            out.append(left)
            if mark.closes:
                left = {**left, mark.family: left[mark.family] + 1}
        return out[::-1]

    def quotations(self) -> list[Quotation]:
        for k, mark in enumerate(self.marks):
            if self.opened is None:
                closed = mark.family is not SINGLE or self.closers[k][SINGLE]
                if mark.opens and (closed or (self.goes_on and k == 0)):
                    self._open(mark)
            elif mark.family is self.opened.family:
                self._same(k, mark)
            elif self.opened.family is SINGLE:
                if mark.opens and not self.closers[k][SINGLE]:
                    self._open(mark)
            elif mark.family in _MIXED and self.opened.family in _MIXED:
                self._mixed(mark)
        if self.opened is not None and (self.opened.family is not SINGLE or self.goes_on):
            self.found.append(_quotation(self.text, self.opened, self.end, self.end, closed=False))
        return self.found

    def _open(self, mark: _Mark) -> None:
        self.opened, self.nested, self.foreign = mark, 0, 0

    def _close(self, mark: _Mark) -> None:
        if self.opened is not None:
            self.found.append(_quotation(self.text, self.opened, mark.at, mark.after, closed=True))
        self.opened = None

    def _same(self, k: int, mark: _Mark) -> None:
        if mark.closes:
            if mark.family is SINGLE and self._is_possessive(k):
                return
            if self.nested:
                self.nested -= 1
            else:
                self._close(mark)
        elif self.closers[k][mark.family] >= self.nested + 2:
            self.nested += 1
        else:  # the one before was never closed, and nothing tells where it ended
            self._open(mark)

    def _mixed(self, mark: _Mark) -> None:
        """“…" and "…” occur where editors mixed marks; a pair of the other family is nested."""
        if mark.opens:
            self.foreign += 1
        elif self.foreign:
            self.foreign -= 1
        else:
            self._close(mark)

    def _is_possessive(self, k: int) -> bool:
        """Whether a single mark behind an s is an apostrophe: another one closes before the next opens."""
        behind_s = self.text[self.marks[k].at - 1] == "s"
        return behind_s and self.closers[k][SINGLE] > 0 and not self.marks[k + 1].opens


def _quotation(text: str, opened: _Mark, end: int, close: int, *, closed: bool) -> Quotation:
    start = opened.after
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(opened.at, start, end, close, opened.family, closed, False)
