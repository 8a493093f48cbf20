"""Fit one weight a feature: the right choices shall have the largest share (a conditional logit)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log
from pathlib import Path
from typing import Any

from quotes.errors import QuotesError
from quotes.fitting.examples import Example

L2 = 6.0
_SELDOM = 3  # a feature seen less often tells nothing
_TINY = 0.02
_DIGITS = 3


def fit(examples: Sequence[Example], *, l2: float = L2) -> dict[str, float]:
    """Return the weights that make the annotated choices likeliest, rounded, tiny ones left out.

    `l2` is the penalty on their squares. The same examples in the same order give the same weights.
    Raises QuotesError without numpy and scipy, or where there is nothing to learn from.
    """
    try:
        import numpy as np
        from scipy.optimize import minimize
        from scipy.sparse import csr_matrix
    except ImportError as error:
        raise QuotesError(f"fitting needs numpy and scipy ({error}); pip install 'quotes[fit]'") from None

    names = _features(examples)
    usable = [example for example in examples if example.right]
    if not names or not usable:
        raise QuotesError(f"{len(examples)} annotated quotations are too few to fit weights to")
    index = {name: i for i, name in enumerate(names)}
    rows = [[index[f] for f in choice if f in index] for example in usable for choice in example.choices]
    right = np.array([i in example.right for example in usable for i in range(len(example.choices))])
    sizes = np.array([len(example.choices) for example in usable])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    owner: Any = np.repeat(np.arange(len(usable)), sizes)
    edges = np.cumsum([0, *map(len, rows)])
    columns = np.array([i for row in rows for i in row])
    seen = csr_matrix((np.ones(len(columns)), columns, edges), shape=(len(rows), len(names)))

    def cost(weights: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[float, object]:
        """Penalised negative log-likelihood and its gradient."""
        scores = seen @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        powers_right = np.where(right, powers, 0.0)
        total, total_right = np.add.reduceat(powers, starts), np.add.reduceat(powers_right, starts)
        slope = seen.T @ (powers / total[owner] - powers_right / total_right[owner])
        return l2 / 2 * (weights @ weights) - np.log(total_right / total).sum(), slope + l2 * weights

    found = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    if not found.success:
        raise QuotesError(f"the weights did not settle: {found.message}")
    weights = zip(names, map(float, found.x), strict=True)
    return {name: round(weight, _DIGITS) for name, weight in weights if abs(weight) >= _TINY}


def _features(examples: Iterable[Example]) -> list[str]:
    counts = Counter(f for example in examples for choice in example.choices for f in choice)
    return sorted(name for name, count in counts.items() if count >= _SELDOM)


def loss(examples: Iterable[Example], weights: Mapping[str, float]) -> float:
    """Return the mean negative log of the right choices' share, over the examples that have one."""
    shares = [_share(example, weights) for example in examples if example.right]
    return -sum(map(log, shares)) / len(shares) if shares else 0.0


def _share(example: Example, weights: Mapping[str, float]) -> float:
    scores = [sum(weights.get(f, 0.0) for f in choice) for choice in example.choices]
    powers = [exp(score - max(scores)) for score in scores]
    return sum(powers[i] for i in sorted(example.right)) / sum(powers)


def write_weights(path: Path, weights: Mapping[str, float]) -> None:
    """Write weights as the languages' tables keep them: one a line, by name."""
    lines = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
    path.write_text(lines + "\n", encoding="utf-8")
