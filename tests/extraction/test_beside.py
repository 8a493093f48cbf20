"""Patterns are tried only where the letters that they need are: that loses none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import extract
from quotes.extraction import attribution
from quotes.extraction.attribution import Place, candidates
from quotes.extraction.patterns import PATTERNS, Pattern

ROOT = Path(__file__).parents[2]
GOLD = [
    ROOT / "seeds" / "gold.json",
    pytest.param(ROOT.parent / "shared" / "corpus" / "polnear" / "dev.json", marks=pytest.mark.thorough),
]
# The frequent ones stand oftener here, so that more sentences have what the patterns look for.
_PIECES = [*"NNNNDDDBPYOVVVvWeGgIuAif,,,wk&x:-.;\nQqmE", ".-N", "\n-N", ".\n-N"]
_LETTERS = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)
_NAMES = {p.name for p in PATTERNS}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_nothing_is_lost_by_what_stands_beside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    texts = [article["text"] for article in json.loads(path.read_text(encoding="utf-8"))]
    quick = [extract(text) for text in texts]
    assert attribution.BESIDE
    monkeypatch.setattr(attribution, "BESIDE", {})
    monkeypatch.setattr(attribution, "_BEHIND", attribution._Fitting(behind=True))
    monkeypatch.setattr(attribution, "_BEFORE", attribution._Fitting(behind=False))
    assert [extract(text) for text in texts] == quick


@pytest.mark.thorough
@given(_LETTERS, st.sampled_from("qmQE"), _LETTERS)
@settings(max_examples=1500, deadline=None)
def test_every_pattern_that_fits_is_found(before: str, ending: str, behind: str) -> None:
    letters, at = before + ending + behind, len(before)
    found = candidates(letters, Place(at, None, alone=False, reopened=False), None)
    told = {(c.source, name) for c in found for name in c.patterns if name in _NAMES}
    assert told == {(m.start("src"), p.name) for p in PATTERNS if (m := _match(p, letters, at))}


def _match(pattern: Pattern, letters: str, at: int) -> regex.Match[str] | None:
    if letters[at] not in pattern.endings:
        return None
    match = pattern.compiled().match
    return match(letters, at + 1) if pattern.behind else match(letters, 0, at)
