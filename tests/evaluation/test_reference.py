"""All figures equal those of the reference scorer, on every annotated corpus that is here."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from quotes import Span
from quotes.evaluation import Article, Prediction, Report, evaluate, load_gold, score

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "evaluation" / "score.py"
GOLD_FILES = [
    pytest.param(
        path,
        id=f"{path.parent.name}-{path.stem}",
        marks=[pytest.mark.thorough] * (path.parent.name != "seeds"),
    )
    for path in sorted(SHARED.glob("corpus/*/*.json"))
]


def imperfect(article: Article, dice: random.Random) -> tuple[Prediction, ...]:
    """Predictions that know the gold and spoil some of it, so that every figure lies between 0 and 1."""
    found = []
    for quote in article.quotes:
        end = min(len(article.text), quote.end + dice.choice((0, 0, 0, 30, 200)))
        source = dice.choice((*quote.source, *quote.source, Span(0, 5), None))
        name = dice.choice((quote.entity, (quote.entity or "he").split()[-1], None, "Ilan Voss"))
        given = {
            key: dice.choice((value, "an envoy"))
            for key, value in quote.attributes.items()
            if dice.random() < 0.7
        }
        confidence = dice.choice((None, 0.3, 0.9, 1.0))
        cuts = (quote.start, end) if dice.random() < 0.9 else (quote.start, quote.start + 1, end)
        found += [Prediction(*part, source, name, confidence, None, given) for part in pairwise(cuts)]
    return tuple(found)


def of_imperfect(articles: list[Article]) -> Report:
    dice = random.Random(7)  # noqa: S311 - repeatable noise, not a secret
    return score(articles, {article.doc: imperfect(article, dice) for article in articles})


@pytest.mark.parametrize("path", GOLD_FILES)
@pytest.mark.parametrize("measure", [evaluate, of_imperfect])
def test_the_figures_equal_the_reference_scorers(
    path: Path, measure: Callable[..., Report], tmp_path: Path
) -> None:
    articles = load_gold(path)[:200]
    report = measure(articles)
    report.write_predictions(tmp_path / "predictions.jsonl")
    data = json.loads(path.read_text(encoding="utf-8"))[:200]
    (tmp_path / "gold.json").write_text(json.dumps(data), encoding="utf-8")
    command = [sys.executable, SCORER, tmp_path / "gold.json", tmp_path / "predictions.jsonl", "--json"]
    scored = subprocess.run(command, capture_output=True, check=True, text=True)
    assert scored.stderr == ""
    assert flat(figures(report)) == pytest.approx(flat(json.loads(scored.stdout)), abs=1e-9)


def flat(value: Any, path: str = "") -> dict[str, float]:
    """A tree of figures as one level of them, so that all are compared to the same accuracy."""
    if isinstance(value, (dict, list)):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        return {
            key: number for name, branch in items for key, number in flat(branch, f"{path}/{name}").items()
        }
    return {path: -1 if value is None else value}


def figures(report: Report) -> dict[str, Any]:
    """A report in the reference scorer's own shape."""

    def rates(part: Any) -> dict[str, float]:
        return {"precision": part.precision, "recall": part.recall, "f1": part.f1}

    found: dict[str, Any] = {"articles": report.articles, "gold": report.gold, "predicted": report.predicted}
    found |= {"detection": rates(report.detection), "mention": rates(report.mention)}
    if report.speaker:
        found["speaker"] = rates(report.speaker)
    c = report.calibration
    return found | {
        "mention_given_found": report.mention_given_found,
        "false_alarms": [report.false_alarms, report.unattributed],
        "entity": {"named_gold": report.named, "exact": report.entity_exact, "last": report.entity_last},
        "attributes": {
            key: {"gold": a.gold, "precision": a.precision, "recall": a.recall}
            for key, a in report.attributes.items()
        },
        "confidence": c
        and {"ece": c.error, "precision_at_0.9": c.sure_precision, "coverage_at_0.9": c.sure_coverage},
        "by_source": {
            key: {"gold": s.gold, "found": s.found, "mention": s.mention, "entity_last": s.last}
            for key, s in report.by_source.items()
        },
    }
