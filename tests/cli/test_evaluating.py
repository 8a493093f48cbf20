"""`quotes evaluate`: the figures on a screen, the predictions in a file."""

from __future__ import annotations

import json

TEXT = "“The harbour stays open,” said Mira Danforth."
GOLD = [
    {
        "doc": "a",
        "text": TEXT,
        "quotes": [
            {
                "start": 1,
                "end": 24,
                "attributed": True,
                "source": [[31, 44]],
                "entity": "Mira Danforth",
                "type": "person",
            }
        ],
    }
]


def test_figures_are_printed_and_predictions_written(run, tmp_path) -> None:
    gold, out = tmp_path / "gold.json", tmp_path / "out.jsonl"
    gold.write_text(json.dumps(GOLD), "utf-8")
    result = run("evaluate", gold, "--predictions", out)
    assert result.exit_code == 0
    assert "articles 1   gold quotes 1   predicted 1" in result.stdout
    assert "speaker                    1.000    1.000    1.000" in result.stdout
    (line,) = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert line["doc"] == "a"
    assert line["quotes"][0]["resolved"] == "Mira Danforth"


def test_wrong_answers_are_shown_on_request(run, tmp_path) -> None:
    gold = tmp_path / "gold.json"
    wrong = json.loads(json.dumps(GOLD))
    wrong[0]["quotes"][0].update(source=[[27, 30]], entity="Ola Brandt")
    gold.write_text(json.dumps(wrong), "utf-8")
    assert "wrong speaker" in run("evaluate", gold, "--errors", "5").stdout


def test_a_gold_file_that_is_not_there_or_none_is_one_line(run, tmp_path) -> None:
    (tmp_path / "bad.json").write_text("{", "utf-8")
    for path in (tmp_path / "gone.json", tmp_path / "bad.json"):
        result = run("evaluate", path)
        assert result.exit_code == 1
        assert result.stderr.startswith("error: ")
        assert result.stderr.count("\n") == 1
