"""How often each rule was right on annotated articles, as `quotes measure` wrote it down."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path


@cache
def _precisions() -> dict[str, float]:
    table: dict[str, float] = json.loads(Path(__file__).with_name("english_rules.json").read_text("utf-8"))
    return table


def rule_precision(rule: str) -> float | None:
    """Return how often a rule gave the right source, from 0 to 1; None for one that was not measured."""
    return _precisions().get(rule)
