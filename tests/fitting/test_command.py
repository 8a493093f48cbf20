"""`quotes fit` and `quotes measure`, as they are run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quotes.cli import app
from quotes.evaluation import Article

pytest.importorskip("scipy")  # fits the weights


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [*map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def gold(articles: list[Article], tmp_path: Path) -> list[Path]:
    """The articles in two files."""
    files = []
    for n in (0, 1):
        files.append(tmp_path / f"gold-{n}.json")
        found = [
            {
                "doc": a.doc,
                "text": a.text,
                "quotes": [
                    {"start": q.start, "end": q.end, "attributed": q.attributed}
                    | {"source": q.source, "entity": q.entity, "type": q.type}
                    for q in a.quotes
                ],
            }
            for a in articles[n::2]
        ]
        files[-1].write_text(json.dumps(found), "utf-8")
    return files


def test_fit_prints_held_out_figures_and_writes_the_same_weights_each_time(gold, tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    result = run("fit", *gold, "--out", one, "--folds", 3)
    assert result.exit_code == 0, result.stderr
    assert "12 articles with 36 quotes" in result.stdout
    assert "mention                    1.000    1.000    1.000" in result.stdout
    run("fit", *reversed(gold), "--out", other, "--folds", 3)
    assert one.read_bytes() == other.read_bytes()
    assert json.loads(one.read_text("utf-8"))["after_according"] > 0


@pytest.mark.thorough
def test_fit_takes_the_speakers_from_a_file_and_writes_the_weights_of_antecedents(
    gold, tmp_path: Path
) -> None:
    speakers, out = tmp_path / "speakers.json", tmp_path / "antecedents.json"
    start = json.loads(gold[0].read_text("utf-8"))[0]["quotes"][0]["start"]
    speakers.write_text(json.dumps({"article-0": {str(start): ["Mira Danforth", "person"]}}), "utf-8")
    result = run("fit", *gold, "--speakers", speakers, "--antecedents", out, "--folds", 3)
    assert result.exit_code == 0, result.stderr
    assert json.loads(out.read_text("utf-8")) == {}  # there is no pronoun in them


@pytest.mark.thorough
def test_trust_is_fitted_to_half_of_the_articles_and_to_those_of_other_weights(gold, tmp_path: Path) -> None:
    out = tmp_path / "trust.json"
    result = run("trust", gold[0], "--fitted", gold[1], "--out", out)
    assert result.exit_code == 0, result.stderr
    assert "other articles it is off by" in result.stdout
    assert json.loads(out.read_text("utf-8"))["full name"] > 0.8


@pytest.mark.thorough
def test_measure_prints_the_table_or_writes_it(gold, tmp_path: Path) -> None:
    out = tmp_path / "rules.md"
    shown = run("measure", *gold).stdout
    assert "| `before_direct` | 12 | 12 | 1.000 | Danforth said: “…”" in shown
    assert run("measure", *gold, "--out", out).stdout == ""
    assert out.read_text("utf-8") == shown


def test_measure_and_trust_write_their_figures_between_the_marks_of_a_page(gold, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "".join(f"<!-- {n}: begin --><!-- {n}: end -->\n" for n in ("accuracy", "confidence", "held out")),
        "utf-8",
    )
    assert run("measure", *gold, "--readme", page).stdout == ""
    run("trust", *gold, "--readme", page)
    run("fit", *gold, "--readme", page, "--folds", 3)
    text = page.read_text("utf-8")
    assert f"| 6 of {tmp_path.name}/gold-0 | 18 |" in text
    assert "other articles it is off by" in text
    assert "36 quotes in 12 articles, each read with weights fitted to others" in text


def test_an_article_in_two_files_is_refused(gold) -> None:
    result = run("fit", gold[0], gold[0])
    assert result.exit_code == 1
    assert result.stderr == "error: two articles are called 'article-0'\n"
