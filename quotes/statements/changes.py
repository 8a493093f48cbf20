"""Where the wording of a quote differs from another: word by word, as printed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from quotes.statements.canonical import canonical

ChangeKind = Literal["kept", "left_out", "added"]


class Change(NamedTuple):
    """Words in a row that both texts have, that only the first has (left out), or only the second (added)."""

    kind: ChangeKind
    text: str


def changes(usual: str, text: str) -> tuple[Change, ...]:
    """Return how to get from the usual wording to a text: its words, and between them those it leaves out.

    Case, punctuation and marks make no difference; what is kept is written as the text has it.
    """
    before, after = _words(usual), _words(text)
    found = groupby(_steps(before, after), key=lambda step: step.kind)
    return tuple(Change(kind, " ".join(step.text for step in steps)) for kind, steps in found)


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    at = start = 0
    for old, new in (*_shared(_compared(before), _compared(after)), (len(before), len(after))):
        for word in before[at:old]:
            yield Change("left_out", word)
        for word in after[start:new]:
            yield Change("added", word)
        if new < len(after):
            yield Change("kept", after[new])
        at, start = old + 1, new + 1


def _words(text: str) -> list[str]:
    """Return the words as printed; what has no letter, such as a dash, stays with the word before."""
    words: list[str] = []
    for word in text.split():
        if words and not canonical(word):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _compared(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [canonical(word) for word in words]


def _shared(one: Sequence[object], other: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield where two texts have the same words, in order: those both have once, and those beside them."""
    ends = ((-1, -1), *_unique(one, other), (len(one), len(other)))
    for (at, start), (end, last) in pairwise(ends):
        if at >= 0:
            yield at, start
        while at + 1 < end and start + 1 < last and one[at + 1] == other[start + 1]:
            at, start = at + 1, start + 1
            yield at, start
        length = 0
        while end - length - 1 > at and last - length - 1 > start:
            if one[end - length - 1] != other[last - length - 1]:
                break
            length += 1
        yield from ((end - left, last - left) for left in range(length, 0, -1))


def _unique(one: Sequence[object], other: Sequence[object]) -> list[tuple[int, int]]:
    """Return where the words stand that both texts have once: the most of them that are in one order."""
    once = {word for word, count in Counter(one).items() if count == 1}
    where = {word: at for at, word in enumerate(other)}
    once &= {word for word, count in Counter(other).items() if count == 1}
    pairs = [(at, where[word]) for at, word in enumerate(one) if word in once]
    # patience sorting: `last[n]` is the pair that n + 1 pairs in order can end with earliest
    last: list[int] = []
    ends: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in pairs:
        length = bisect_left(last, pair[1])
        last[length : length + 1] = [pair[1]]
        ends[length : length + 1] = [pair]
        before[pair] = ends[length - 1] if length else None
    chain: list[tuple[int, int]] = []
    pair_ = ends[-1] if ends else None
    while pair_ is not None:
        chain.append(pair_)
        pair_ = before[pair_]
    return chain[::-1]
