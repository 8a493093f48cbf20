"""Part wordings among statements: the same whatever their order, and found by keys that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, pairwise

from quotes.statements.canonical import anchors
from quotes.statements.wordings import NOBODY, Wording, akin


def partition(wordings: Collection[Wording]) -> list[list[Wording]]:
    """Part wordings, no two equal, among statements.

    Wordings of one speaker that are akin, or of which a chain of others is, are one statement. Those of
    nobody are first put together among themselves; they belong to the speaker whose wordings they are akin
    to if there is one such speaker, and to nobody if there are several: nothing is guessed.
    """
    sets = _Sets(wordings)
    across = []
    for one, other in candidates(wordings):
        if one.speaker != other.speaker:
            across.append((one, other) if one.speaker == NOBODY else (other, one))
        elif sets.of(one) != sets.of(other) and akin(one, other):
            sets.join(one, other)
    _join_nobodys(sets, [pair for pair in across if akin(*pair)])
    return sets.groups()


def _join_nobodys(sets: _Sets, akin_pairs: list[tuple[Wording, Wording]]) -> None:
    """Give the wordings of nobody, the first of each pair, to the speaker of those that they are akin to."""
    speakers: dict[Wording, set[int]] = defaultdict(set)
    for nobodys, somebodys in akin_pairs:
        speakers[sets.of(nobodys)].add(somebodys.speaker)
    sure = [pair for pair in akin_pairs if len(speakers[sets.of(pair[0])]) == 1]
    for pair in sure:
        sets.join(*pair)


def candidates(wordings: Iterable[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Yield the pairs that can be akin: of a few words the next by day, of others those that share a key."""
    blocks: dict[int, list[Wording]] = defaultdict(list)
    few = []
    for one in wordings:
        if one.is_long:
            for key in anchors(one.words):
                blocks[key].append(one)
        elif one.words:
            few.append(one)
    yield from pairwise(sorted(few))
    seen: set[tuple[Wording, Wording]] = set()
    for block in blocks.values():
        for pair in combinations(block, 2):
            possible = NOBODY in (pair[0].speaker, pair[1].speaker) or pair[0].speaker == pair[1].speaker
            if possible and pair not in seen:
                seen.add(pair)
                yield pair


class _Sets:
    """Disjoint sets, each known by one of its members."""

    def __init__(self, members: Iterable[Wording]) -> None:
        self._above = {one: one for one in members}

    def of(self, one: Wording) -> Wording:
        while self._above[one] is not one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, one: Wording, other: Wording) -> None:
        self._above[self.of(one)] = self.of(other)

    def groups(self) -> list[list[Wording]]:
        found: dict[Wording, list[Wording]] = defaultdict(list)
        for one in self._above:
            found[self.of(one)].append(one)
        return list(found.values())
