"""`quotes export` and `quotes snapshot` over a small database made of text."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

ARTICLES = [
    ("2031-05-01", "The Lantern", "Harbour", "“The harbour stays open,” said Mira Danforth."),
    ("2031-05-02", "The Lantern", "Market", "“The apples are ripe,” said Ola Brandt."),
    ("2031-05-03", "Hill Post", "Harbour again", "“The harbour shuts at noon,” said Mira Danforth."),
]


@pytest.fixture
def filled(holding):
    return holding("news.csv", [("date", "outlet", "title", "text"), *ARTICLES])


def test_lines_go_to_stdout(filled):
    result = filled("export", "--speaker", "Danforth", "--sort", "id")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(one["row"], one["rows"], one["text"]) for one in found] == [
        (1, 2, "The harbour stays open,"),
        (2, 2, "The harbour shuts at noon,"),
    ]
    assert result.stderr == "2 quotes written\n"


def test_the_ending_of_the_file_tells_the_format(filled, tmp_path):
    for name in ("a.csv", "a.jsonl"):
        assert filled("export", "--out", tmp_path / name).exit_code == 0
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert titles == ["Harbour again", "Market", "Harbour"]
    assert (tmp_path / "a.jsonl").read_text("utf-8").count("\n") == 3


def test_parquet_is_written_too(filled, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    assert filled("export", "--out", tmp_path / "a.parquet").exit_code == 0
    titles = parquet.read_table(tmp_path / "a.parquet")["title"].to_pylist()
    assert titles == ["Harbour again", "Market", "Harbour"]


@pytest.mark.usefixtures("filled")
def test_pandas_is_not_loaded_for_it(no_database, tmp_path):
    pytest.importorskip("pyarrow.parquet")
    command = [sys.executable, "-X", "importtime", "-c", "from quotes.cli import main; main()"]
    given = ["--database", no_database, "export", "--out", tmp_path / "a.parquet"]
    told = subprocess.run([*command, *given], check=True, capture_output=True, text=True).stderr
    loaded = {line.split("|")[-1].strip() for line in told.splitlines()}
    assert "pyarrow.parquet" in loaded
    assert "pandas.core" not in loaded


def test_links_lead_where_they_are_told_to(filled, monkeypatch):
    monkeypatch.setenv("QUOTES_PUBLIC_URL", "https://q.example")
    rows = csv.DictReader(io.StringIO(filled("export", "--format", "csv", "--sort", "id").stdout))
    assert next(rows)["permalink"] == "https://q.example/v1/quotes/1"


def test_a_mark_for_excel(filled, tmp_path):
    filled("export", "--out", tmp_path / "a.csv", "--bom")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--format", "xml"], 2, "there is no format 'xml'"),
        (["--out", "a.docx"], 2, "there is no format 'docx'"),
        (["--format", "jsonl", "--bom"], 2, "--bom is for csv alone"),
        (["--sort", "x"], 2, "sort"),
        (["--kind", "x"], 2, "kind is one of"),
        (["--check", "a.bib"], 2, "only csv, jsonl, parquet files can be checked, not bib"),
        (["--from", "2031-05-04", "--to", "2031-05-01"], 2, "is before"),
    ],
)
def test_what_can_not_be_written_is_refused(filled, tmp_path, monkeypatch, arguments, status, said):
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    result = filled("export", *arguments)
    assert result.exit_code == status
    assert said in result.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_a_file_says_whether_it_is_whole(filled, tmp_path):
    filled("export", "--out", tmp_path / "a.csv")
    assert filled("export", "--check", tmp_path / "a.csv").stdout == f"{tmp_path / 'a.csv'}: 3 quotes\n"
    (tmp_path / "a.csv").write_bytes((tmp_path / "a.csv").read_bytes()[:-9])
    result = filled("export", "--check", tmp_path / "a.csv")
    assert result.exit_code == 1
    assert "was cut" in result.stderr


def test_a_file_that_is_not_whole_does_not_appear(filled, tmp_path, monkeypatch):
    file = tmp_path / "out" / "a.csv"
    file.parent.mkdir()
    file.write_text("old", "utf-8")
    monkeypatch.setattr("quotes.export.csv_table.cells", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        filled("export", "--out", file)
    assert list(file.parent.iterdir()) == [file]
    assert file.read_text("utf-8") == "old"


def test_a_snapshot_and_what_has_changed_since(filled, tmp_path):
    result = filled("snapshot", tmp_path / "s")
    made, told = result.stdout.strip().split(": ")
    assert told == "3 quotes, 2 speakers, 3 documents, 3 statements, 0 corrections, 0 tombstones"
    assert filled("snapshot", made, "--check").stdout == f"{made}: {told}\n"
    filled("correct", 1, "--not-a-quote", "--by", "Ana", "--why", "a sign")
    changes, told = filled("snapshot", tmp_path / "s", "--since", made).stdout.strip().split(": ")
    assert changes.endswith("-changes")
    assert told.startswith("0 quotes, 1 speaker, ")
    assert told.endswith(", 0 statements, 1 correction, 2 tombstones, 2 gone")


def test_a_snapshot_that_was_cut_is_noticed(filled, tmp_path):
    made = filled("snapshot", tmp_path / "s").stdout.split(": ")[0]
    file = next((tmp_path / "s").iterdir()) / "quotes.jsonl"
    file.write_bytes(file.read_bytes()[:-1])
    result = filled("snapshot", made, "--check")
    assert result.exit_code == 1
    assert "was cut or changed" in result.stderr
