"""Weigh the candidates for a quotation's source against each other, and against its being no speech at all.

A candidate's score is the sum of the weights of the patterns that spoke for it and of what can be seen of
its source, its cue and the quotation. The weights are fitted on annotated news (quotes.fitting) and kept
in the language's table; the share of a score among all (softmax) is how sure the choice is.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import repeat
from math import exp, inf
from typing import NamedTuple

from quotes.extraction.attribution import Candidate
from quotes.languages.language import Language
from quotes.types import SpeakerKind

_SURE, _LIKELY = 0.98, 0.9
_MOST = 0.99


class Choice(NamedTuple):
    """The winner, None where no speech is the best answer, and its share of the scores."""

    candidate: Candidate | None
    share: float


def features(
    letters: str, at: int, candidate: Candidate, lemma: Callable[[int], str], rivals: Sequence[Candidate]
) -> list[str]:
    """Return the names of what speaks for a candidate; `lemma` gives the dictionary form of a cue."""
    source = letters[candidate.source]
    distance = at - candidate.source
    near = "behind" if distance < 0 else "near" if distance < 6 else "mid" if distance < 16 else "far"
    first = candidate.patterns[0]
    found = [
        *candidate.patterns,
        f"{first}:{letters[at]}",
        f"src:{source}",
        f"src:{source}:{first}",
        f"dist:{near}",
        "prev:" + letters[max(0, candidate.source - 1) : candidate.source],
        f"rank:{sum(candidate.source < c.source < at for c in rivals)}" if distance > 0 else "rank:behind",
    ]
    if candidate.cue is not None:
        word = lemma(candidate.cue)
        gap = (
            letters[candidate.cue + 1 : at]
            if distance > 0
            else letters[at + 1 : min(candidate.cue, candidate.source)]
        )
        found.append(f"gap:{near}:{gap}" if len(gap) < 4 else f"gap:{near}:{gap[-1]}:long")
        turn = letters[min(candidate.source, candidate.cue) + 1 : max(candidate.source, candidate.cue)]
        found.append("turn:" + turn if len(turn) < 4 else "turn:long")
        if distance < 0:
            said = any(c.source < at and c.cue is not None and letters[c.cue] in "VG" for c in rivals)
            found.append(f"lemma:{word}:rival" if said else f"{first}:alone")
        found += (
            "cue:" + letters[candidate.cue],
            "lemma:" + word,
            f"lemma:{word}:{'b' if distance < 0 else 'a'}",
        )
    return found


def sort_of_source(
    source: str, speaker: str | None, kind: SpeakerKind | None, described: bool, language: Language
) -> str:
    """Name how a speaker was found: by how much a source of that sort is to be trusted (Language.trust)."""
    letter = language.letters.get(source.split(None, 1)[0].lower())
    if letter == "p":
        return "pronoun" if speaker is None or kind == "person" else "pronoun of a body"
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
    weights: Mapping[str, float],
    candidates: Sequence[Candidate],
    seen: Sequence[Sequence[str]],
    none: Sequence[str] | None,
    whose: Callable[[int], Hashable | None],
) -> Choice:
    """Return the best of the candidates, whose features are `seen`, or none of them, if `none` is given.

    `whose` gives the entity that a phrase stands for: candidates of one entity add up, for it is the speaker
    that is asked for.
    """
    scores = [sum(map(weights.get, found, repeat(0.0))) for found in seen]
    scores.append(-inf if none is None and candidates else sum(map(weights.get, none or (), repeat(0.0))))
    top = max(scores)
    shares = [exp(s - top) for s in scores]
    total = sum(shares)
    best = max(range(len(scores)), key=shares.__getitem__)
    if shares[best] > _SURE * total:
        return Choice(candidates[best] if best < len(candidates) else None, shares[best] / total)
    pooled: dict[Hashable, list[int]] = {}
    for i, candidate in enumerate(candidates):
        pooled.setdefault(whose(candidate.source) or candidate.source, []).append(i)
    pools = [*pooled.values(), [len(candidates)]]
    winners = max(pools, key=lambda pool: sum([shares[i] for i in pool]))
    best = max(winners, key=shares.__getitem__)
    share = sum([shares[i] for i in winners]) / total
    return Choice(candidates[best] if best < len(candidates) else None, share)
