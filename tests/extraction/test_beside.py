"""Patterns are tried only where the letter beside the quotation lets them begin: that loses none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes import extract
from quotes.extraction import attribution

ROOT = Path(__file__).parents[2]
GOLD = [ROOT / "seeds" / "gold.json", ROOT.parent / "shared" / "corpus" / "polnear" / "dev.json"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_nothing_is_lost_by_what_stands_beside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    texts = [article["text"] for article in json.loads(path.read_text(encoding="utf-8"))]
    quick = [extract(text) for text in texts]
    assert attribution._BESIDE
    monkeypatch.setattr(attribution, "_BESIDE", {})
    monkeypatch.setattr(attribution, "_BEHIND", attribution._Fitting(behind=True))
    monkeypatch.setattr(attribution, "_BEFORE", attribution._Fitting(behind=False))
    assert [extract(text) for text in texts] == quick
