"""When two quotes are one statement, told from their words, speakers and days alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from quotes.languages.negations import NEGATIONS
from quotes.statements.canonical import RUN, Words, canonical, digest, runs

NOBODY = 0  # the speaker where none is known
NO_DAY = date.min
LONG = 6  # words from which on nobody says the same twice by chance
NEAR = 7  # days between two printings of a few words
_LONGEST_CUT = 10  # words
_STARTS = 4  # places from which two texts are compared
_SHORTEST_MISSPELT = 5  # letters


class Wording(NamedTuple):
    """The canonical words of a speaker, and all that has to be known of a quote to group it.

    `day` counts only for a few words. One that can never be grouped has no words, and a key of its own.
    """

    key: str
    speaker: int
    day: date
    words: Words

    @property
    def is_long(self) -> bool:
        """Tell whether the words alone say that two printings are one statement."""
        return len(self.words) >= LONG


def wording(text: str, *, speaker: int | None, day: date | None, place: str) -> Wording:
    """Return the wording of a quote; `place` tells the quote from all others, `day` is when it was said.

    A few words of nobody, or a text without a word, are like no others.
    """
    words = canonical(text)
    if len(words) >= LONG:
        return Wording(digest(words), speaker or NOBODY, NO_DAY, words)
    if words and speaker:
        return Wording(digest(words), speaker, day or NO_DAY, words)
    return Wording(digest(("", place)), NOBODY, NO_DAY, ())


def akin(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings are of one statement as far as these two can tell; it is symmetric.

    Of two known speakers they never are. A few words must be equal, of one speaker and of near days; of
    more, one text must hold the other but for small cuts.
    """
    if NOBODY not in (one.speaker, other.speaker) and one.speaker != other.speaker:
        return False
    if not one.words or not other.words or one.is_long != other.is_long:
        return False
    if not one.is_long:
        return one.key == other.key and abs((one.day - other.day).days) <= NEAR
    return one.words == other.words or hold(one.words, other.words)


def hold(one: Words, other: Words) -> bool:
    """Tell whether the longer of two texts holds the shorter one, but for small cuts in either.

    What is cut is at most ten words in a row; in the longer text at most a fifth of the shorter one, in the
    shorter at most as much as it has. A word for another is no cut, unless it is only spelt otherwise, and
    what turns a sentence round, as “not” does, is never cut.
    """
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    first: dict[str, int] = {}
    for at, run in enumerate(runs(long)):
        first.setdefault(run, at)
    starts = ((at, first[run]) for at, run in enumerate(runs(short)) if run in first)
    return any(_held_from(short, long, *start) for start in _apart(starts))


def _apart(starts: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the first few starts that are not simply further on in the same stretch."""
    offset, left = None, _STARTS
    for short, long in starts:
        if long - short != offset and left:
            offset, left = long - short, left - 1
            yield short, long


def _held_from(short: Words, long: Words, at: int, start: int) -> bool:
    """Tell whether the shorter text is held, beginning with RUN words that both have."""
    after = _cuts(short[at + RUN :], long[start + RUN :])
    before = None if after is None else _cuts(short[:at][::-1], long[:start][::-1])
    if after is None or before is None:
        return False
    left_out, added = after[0] + before[0], after[1] + before[1]
    return left_out <= len(short) // 5 and added <= len(short)


def _cuts(short: Sequence[str], long: Sequence[str]) -> tuple[int, int] | None:
    """Read two texts from their beginnings on; return how many words each lacks, None where they part.

    First is what the longer one lacks. What follows there behind the end of the shorter one does not count.
    """
    at = start = left_out = added = 0
    while at < len(short):
        if start == len(long):
            rest = short[at:]
            whole = len(rest) <= _LONGEST_CUT and NEGATIONS.isdisjoint(rest)
            return (left_out + len(rest), added) if whole else None
        if short[at] == long[start] or _spelt_alike(short[at], long[start]):
            at, start = at + 1, start + 1
            continue
        more = _cut(short, at, long, start)
        if more is not None:
            start, added = start + more, added + more
            continue
        less = _cut(long, start, short, at)
        if less is None:
            return None
        at, left_out = at + less, left_out + less
    return left_out, added


def _cut(whole: Sequence[str], at: int, longer: Sequence[str], start: int) -> int | None:
    """Return how many words of a text to pass over until it goes on with the next two of the other."""
    wanted = whole[at : at + 2]
    for length in range(1, _LONGEST_CUT + 1):
        found = start + length
        if longer[found - 1 : found] and longer[found - 1] in NEGATIONS:
            return None
        if longer[found : found + len(wanted)] == wanted:
            return length
    return None


def _spelt_alike(one: str, other: str) -> bool:
    """Tell whether two words differ in a letter, or in the order of two, behind the first."""
    if min(len(one), len(other)) < _SHORTEST_MISSPELT or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    if not (one.isalpha() and other.isalpha()):
        return False
    start, ends = 1, min(len(one), len(other))
    while start < ends and one[start] == other[start]:
        start += 1
    tail = 0
    while tail < ends - start and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    left, right = one[start : len(one) - tail], other[start : len(other) - tail]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])
