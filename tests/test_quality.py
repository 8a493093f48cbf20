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
    ROOT / "seeds" / "gold.json": (0.993, 0.966, 0.985, 0.985),
    CORPUS / "seeds" / "gold.json": (1.0, 1.0, 1.0, 1.0),
    CORPUS / "polnear" / "dev.json": (0.905, 0.850, 0.849, 0.902),
    CORPUS / "wikinews" / "2019.json": (0.967, 0.850, 0.858, 0.855),
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
    ROOT / "seeds" / "gold.json": {"role": (0.99, 0.99)},
    CORPUS / "seeds" / "gold.json": {
        "role": (1.0, 1.0),
        "country": (1.0, 1.0),
        "said_on": (1.0, 1.0),
        "channel": (1.0, 1.0),
    },
    CORPUS / "wikinews" / "2019.json": {
        "role": (0.937, 0.857),
        "country": (0.964, 0.815),
        "said_on": (0.953, 0.896),
        "channel": (0.977, 0.779),
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
