"""Fitted weights make the annotated choices likelier, the same ones each time."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from quotes.errors import QuotesError
from quotes.evaluation import Article
from quotes.fitting import Example, examples, fit, loss, write_weights
from quotes.languages.english import ENGLISH

pytest.importorskip("scipy")  # fits the weights


@pytest.fixture(scope="module")
def made(articles: list[Article]) -> list[Example]:
    return examples(articles, ENGLISH)


def test_fitting_makes_the_right_choices_likelier(made: list[Example]) -> None:
    assert loss(made, fit(made)) < 0.5 * loss(made, {})


def test_a_smaller_penalty_comes_nearer_to_the_examples(made: list[Example]) -> None:
    assert loss(made, fit(made, l2=0.1)) < loss(made, fit(made, l2=10.0))


def test_the_same_examples_give_the_same_weights(made: list[Example]) -> None:
    assert fit(made) == fit(list(made))


def test_what_is_always_right_weighs_more_than_what_is_always_wrong(made: list[Example]) -> None:
    weights = fit(made)
    assert weights["none:shape:title:3"] > 0 > weights["none:shape:plain:4-6"]
    assert weights["after_according"] > 0


def test_a_pattern_that_is_right_once_more_weighs_more() -> None:
    right = Example((["spoken"], ["none"]), frozenset([0]))
    wrong = Example((["spoken"], ["none"]), frozenset([1]))
    weights = [fit([*[right] * n, *[wrong] * (12 - n)])["spoken"] for n in (7, 8, 9, 10, 11, 12)]
    assert weights == sorted(set(weights))


def test_any_of_several_right_choices_will_do() -> None:
    either = Example((["near"], ["far"], ["none"]), frozenset([0, 1]))
    weights = fit([either] * 6)
    assert weights["near"] == weights["far"] == pytest.approx(-weights["none"] / 2, abs=0.002)


def test_a_feature_seen_twice_and_a_tiny_weight_are_left_out() -> None:
    right = Example((["spoken"], ["none"]), frozenset([0]))
    rare = Example((["spoken", "rare"], ["none"]), frozenset([0]))
    assert "rare" not in fit([right] * 6 + [rare] * 2)
    even = [Example((["a"], ["b"]), frozenset([n % 2])) for n in range(10)]
    assert fit(even) == {}


def test_loss_is_the_mean_log_of_the_right_share() -> None:
    one = Example((["a"], ["b"], ["none"]), frozenset([0]))
    lost = Example((["a"], ["none"]), frozenset())
    assert loss([one, lost], {}) == pytest.approx(1.0986, abs=1e-4)
    assert loss([one], {"a": 50.0}) == pytest.approx(0)
    assert loss([lost], {}) == 0


def test_weights_come_back_from_their_file_as_they_were(made: list[Example], tmp_path: Path) -> None:
    weights = {**fit(made), "lemma:’s": -0.5}
    file = tmp_path / "weights.json"
    write_weights(file, weights)
    assert json.loads(file.read_text("utf-8")) == weights
    assert list(json.loads(file.read_text("utf-8"))) == sorted(weights)
    assert len(file.read_text("utf-8").splitlines()) == len(weights) + 2


def test_too_few_examples_and_missing_libraries_are_one_line(
    made: list[Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(QuotesError, match="too few"):
        fit([])
    with pytest.raises(QuotesError, match="too few"):
        fit([Example((["spoken"], ["none"]), frozenset())] * 9)
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(QuotesError, match=r"numpy and scipy.*quotes\[fit\]"):
        fit(made)
