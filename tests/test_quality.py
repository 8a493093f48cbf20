"""The quality floor: figures that a change may raise and must not lower."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from quotes.evaluation import Report, evaluate, load_gold

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"

# By gold file: F1 of detection, of mentions and of speakers, exact names, as `quotes evaluate` prints them.
FLOORS = {
    ROOT / "seeds" / "gold.json": (1.0, 0.972, 1.0, 1.0),
    CORPUS / "seeds" / "gold.json": (1.0, 1.0, 1.0, 1.0),
    CORPUS / "polnear" / "dev.json": (0.904, 0.853, 0.850, 0.907),
    CORPUS / "wikinews" / "2019.json": (0.974, 0.866, 0.886, 0.879),
}


@cache
def read(path: Path) -> Report:
    return evaluate(load_gold(path))


def figures(report: Report) -> tuple[float, float, float, float]:
    assert report.speaker is not None
    return report.detection.f1, report.mention.f1, report.speaker.f1, report.entity_exact


@pytest.mark.parametrize("path", FLOORS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_figure_falls_below_its_floor(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"{path.name} of {path.parent.name} is not here")
    reached = figures(read(path))
    assert all(a >= b for a, b in zip(reached, FLOORS[path], strict=True)), (reached, FLOORS[path])


# Precision and recall of what is told around a quote.
OFFICE_FLOORS = {
    ROOT / "seeds" / "gold.json": {"role": (1.0, 1.0)},
    CORPUS / "seeds" / "gold.json": {
        "role": (1.0, 1.0),
        "country": (1.0, 1.0),
        "said_on": (1.0, 1.0),
        "channel": (1.0, 1.0),
    },
    CORPUS / "wikinews" / "2019.json": {
        "role": (0.939, 0.862),
        "country": (0.965, 0.821),
        "said_on": (0.938, 0.913),
        "channel": (0.972, 0.801),
    },
}


@pytest.mark.parametrize("path", OFFICE_FLOORS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_role_or_country_falls_below_its_floor(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"{path.name} of {path.parent.name} is not here")
    report = read(path)
    for key, (precision, recall) in OFFICE_FLOORS[path].items():
        reached = report.attributes[key]
        assert reached.precision >= precision, key
        assert reached.recall >= recall, key


def test_confidence_keeps_its_word() -> None:
    path = CORPUS / "polnear" / "dev.json"
    if not path.exists():
        pytest.skip("the annotated articles are not here")
    calibration = read(path).calibration
    assert calibration is not None
    assert calibration.error <= 0.03
    assert calibration.sure_precision >= 0.96
    assert calibration.sure_coverage >= 0.6
