"""Weigh the candidates for a quotation's source against each other, and against its being no speech at all.

A candidate's score is the sum of the weights of the patterns that spoke for it and of what can be seen of
its source, its cue and the quotation. The weights are fitted on annotated news (quotes.fitting) and kept
in the language's table; the share of a score among all (softmax) is how sure the choice is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, inf
from typing import Final, NamedTuple

from quotes.extraction.attribution import Candidate
from quotes.extraction.weighing import Seen, Weighed
from quotes.languages.language import Language
from quotes.types import SpeakerKind

# ", and Danforth said", ", while she hoped": a clause with a subject of its own begins.
_CLAUSE: Final = re.compile(r"(?:,?&|,k|;|,)(?=[NPDY](?:[if][NDB]){0,2}[VveW])")
_SURE: Final = 0.98
_LIKELY: Final = 0.9
_MOST: Final = 0.99
_HERE: Final = 2.0  # by how much likelier a source is that stands in the sentence of the words
_SHORT: Final = 4
_REACH: Final = 300  # phrases in which clauses are counted, so that no text makes this slow


class Choice(NamedTuple):
    """The winner, None where no speech is the best answer, and its share of the scores."""

    candidate: Candidate | None
    share: float


class Place(NamedTuple):
    """Where a candidate stands to the quotation."""

    patterns: tuple[str, ...]
    ending: str
    source: str
    near: str
    before: str
    rank: int
    """How many other candidates stand between them; -1 behind the quotation."""
    clauses: int
    """How many clauses with a subject of their own begin between them, up to 2."""
    later: bool
    """Whether a later candidate before the quotation says something."""

    def features(self) -> Iterator[str]:
        """Return the names of what is seen, as the weights have them."""
        first = self.patterns[0]
        yield from self.patterns
        yield f"{first}:{self.ending}"
        yield f"src:{self.source}"
        yield f"src:{self.source}:{first}"
        yield f"dist:{self.near}"
        yield f"prev:{self.before}"
        if self.rank < 0:
            yield "rank:behind"
            return
        yield f"rank:{self.rank}"
        yield f"clauses:{self.clauses}"
        yield f"{first}:clauses:{self.clauses}"
        yield f"later:{self.later}:{self.clauses}"
        yield f"{first}:later:{self.later}"


class Verb(NamedTuple):
    """A candidate's cue."""

    first: str
    lemma: str
    letter: str
    near: str
    gap: str
    """The letters between the quotation and what is nearer to it, source or cue; the last of many."""
    turn: str
    """The letters between source and cue."""
    rival: bool
    """Whether somebody before the quotation says something, where this one stands behind it."""

    def features(self) -> Iterator[str]:
        """Return the names of what is seen, as the weights have them."""
        yield f"gap:{self.near}:{self.gap}"
        yield f"turn:{self.turn}"
        behind = self.near == "behind"
        if behind:
            yield f"lemma:{self.lemma}:rival" if self.rival else f"{self.first}:alone"
        yield f"cue:{self.letter}"
        yield f"lemma:{self.lemma}"
        yield f"lemma:{self.lemma}:{'b' if behind else 'a'}"


class Named(NamedTuple):
    """What the document knows of the one whom a candidate names."""

    first: str
    kind: SpeakerKind
    full: bool
    again: bool
    """Whether the quotation before was theirs."""
    inside: bool
    """Whether the words name them: nobody speaks of themselves by name."""

    def features(self) -> Iterator[str]:
        """Return the names of what is seen, as the weights have them."""
        yield f"kind:{self.kind}:{'full' if self.full else 'single'}"
        yield f"kind:{self.kind}:{self.first}"
        yield f"again:{self.again}"
        yield f"inside:{self.inside}"


@lru_cache(maxsize=8)
def _weighed(language: Language) -> Weighed:
    return Weighed(language.weights)


def see(
    letters: str, at: int, candidates: Sequence[Candidate], lemma: Callable[[int], str]
) -> list[list[Seen]]:
    """Return what speaks for each candidate; `lemma` gives the dictionary form of a cue."""
    before = [c.source for c in candidates if c.source < at]
    said = [
        (c.source, c.cue) for c in candidates
        if c.source < at and c.cue is not None and letters[c.cue] in "VG"
    ]  # fmt: skip
    rival, last = bool(said), max([source for source, cue in said if source < cue < at], default=-1)
    found: list[list[Seen]] = []
    for source, cue, patterns in candidates:
        distance = at - source
        near = "behind" if distance < 0 else "near" if distance < 6 else "mid" if distance < 16 else "far"
        rank, clauses = -1, 0
        if distance > 0:
            rank = len([s for s in before if s > source])
            clauses = min(2, len(_CLAUSE.findall(letters, max(source + 1, at - _REACH), at)))
        previous, later = letters[source - 1] if source else "", distance > 0 and source < last
        place = Place(tuple(patterns), letters[at], letters[source], near, previous, rank, clauses, later)
        of_one: list[Seen] = [place]
        if cue is not None:
            gap, turn = _between(letters, at, source, cue)
            rivalled = rival and distance < 0
            of_one.append(Verb(patterns[0], lemma(cue), letters[cue], near, gap, turn, rivalled))
        found.append(of_one)
    return found


def _between(letters: str, at: int, source: int, cue: int) -> tuple[str, str]:
    """Return the letters between a quotation and what is nearer to it, and those between source and cue."""
    a, b = (source, cue) if source < cue else (cue, source)
    gap, turn = letters[cue + 1 : at] if source < at else letters[at + 1 : a], letters[a + 1 : b]
    return gap if len(gap) < _SHORT else f"{gap[-1]}:long", turn if len(turn) < _SHORT else "long"


def sort_of_source(
    source: str, speaker: str | None, kind: SpeakerKind | None, described: bool, language: Language
) -> str:
    """Name how a speaker was found: by how much a source of that sort is to be trusted (Language.trust)."""
    letter = language.letters.get(source.split(None, 1)[0].lower())
    if letter == "p":
        return (
            "nobody's pronoun" if speaker is None else "pronoun" if kind == "person" else "pronoun of a body"
        )
    if letter in ("q", "w", "k"):
        return "pronoun of a body"
    if speaker is None:
        return "no name"
    if described:
        return "description"
    if kind != "person":
        return "body"
    return "full name" if " " in speaker else "single name"


def trusted(share: float, sort: str, trust: Mapping[str, float]) -> float:
    """Return how likely a speaker is right: its source's share, times what its sort is worth at it."""
    worth = trust.get(f"{sort}, {step_of(share)}", trust.get(sort, 1.0))
    return round(min(_MOST, share * worth), 3)


def step_of(share: float) -> str:
    """Name how large a share is, in the words of the table of trust."""
    return "sure" if share >= _SURE else "likely" if share >= _LIKELY else "unsure"


def choose(
    language: Language,
    candidates: Sequence[Candidate],
    seen: Sequence[Sequence[Seen]],
    none: Seen | None,
    whose: Callable[[int], Hashable | None],
) -> Choice:
    """Return the best of the candidates, of which `seen` speaks, or none of them, for which `none` does.

    `whose` gives the entity that a phrase stands for: candidates of one entity add up, for it is the speaker
    that is asked for.
    """
    weight = _weighed(language).__getitem__
    scores = [sum(map(weight, of_one), 0.0) for of_one in seen]
    if none is not None:
        scores.append(weight(none))
    elif not scores:
        return Choice(None, 1.0)
    else:
        scores.append(-inf)
    top = max(scores)
    shares = [exp(s - top) for s in scores]
    total = sum(shares, 0.0)
    best = max(range(len(scores)), key=shares.__getitem__)
    if shares[best] > _SURE * total:
        return Choice(candidates[best] if best < len(candidates) else None, shares[best] / total)
    pooled: dict[Hashable, list[int]] = {}
    for i, candidate in enumerate(candidates):
        pooled.setdefault(whose(candidate.source) or candidate.source, []).append(i)
    pools = [*pooled.values(), [len(candidates)]]
    winners = max(pools, key=lambda pool: sum([shares[i] for i in pool], 0.0))
    # Of two that name the winner, the one beside the words is the source.
    best = max(
        winners,
        key=lambda i: shares[i] if i == len(candidates) or candidates[i].elsewhere else _HERE * shares[i],
    )
    share = sum([shares[i] for i in winners], 0.0) / total
    return Choice(candidates[best] if best < len(candidates) else None, share)
