"""What all commands share, also as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import quotes
from quotes.cli.commands import counted, printable

ROOT = Path(__file__).resolve().parents[2]


def program(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quotes", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=600, check=False, cwd=ROOT, **options
    )


def test_help_names_every_command(run) -> None:
    out = run("--help").stdout
    for command in ("extract", "ingest", "search", "speakers", "serve", "demo", "evaluate", "db"):
        assert f"\n  {command} " in out


def test_nothing_asked_is_help(run) -> None:
    assert "Usage:" in run().output


def test_version(run) -> None:
    assert run("--version").stdout == f"quotes {quotes.__version__} (extractor {quotes.EXTRACTOR_VERSION})\n"


@pytest.mark.parametrize(
    "arguments", [["speak"], ["search", "--colour", "red"], ["ingest"], ["search", "--from", "x"]]
)
def test_wrong_usage_is_status_2_on_stderr(run, arguments) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_help_waits_for_nothing_heavy() -> None:
    heavy = "{'sqlalchemy', 'sqlmodel', 'pydantic', 'fastapi', 'uvicorn', 'rich', 'orjson', 'yaml'}"
    check = f"import sys, quotes.cli; print(sorted({heavy} & set(sys.modules)))"
    command = [sys.executable, "-c", check]
    assert subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout == "[]\n"


@pytest.mark.thorough
def test_a_program_reads_stores_and_reads_again(tmp_path, article) -> None:
    environment = {**os.environ, "QUOTES_DATABASE_URL": f"sqlite:///{tmp_path / 'program.db'}"}
    for status in ("1 new, 0 unchanged", "0 new, 1 unchanged"):
        done = program("ingest", article, env=environment)
        assert (done.returncode, done.stderr) == (0, "")
        assert status in done.stdout
    assert (tmp_path / "program.db").exists()


@pytest.mark.thorough
def test_a_program_shows_text_without_escapes_where_there_is_no_terminal(article) -> None:
    done = program("extract", article)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "¹ Mira Danforth" in done.stdout


@pytest.mark.thorough
def test_a_program_in_an_old_locale_does_not_break_on_a_curly_mark(article) -> None:
    done = program("extract", article, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "?The harbour stays open,?" in done.stdout


def test_a_program_whose_reader_leaves_ends_quietly(tmp_path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("“We go,” said Ola Brandt.\n" * 2_000, "utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "quotes", "extract", str(file), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    running.wait(timeout=600)
    assert b"Traceback" not in said


def test_a_file_that_cannot_be_written_is_one_line(run, tmp_path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text('[{"doc": "a", "text": "x", "quotes": []}]', "utf-8")
    result = run("evaluate", gold, "--predictions", tmp_path / "no" / "out.jsonl")
    assert result.exit_code == 1
    assert result.stderr == f"error: {tmp_path / 'no' / 'out.jsonl'}: no such file or directory\n"


def test_small_words() -> None:
    assert [counted(n, "quote") for n in (0, 1, 2)] == ["0 quotes", "1 quote", "2 quotes"]
    assert printable("a\x1bb\x7f\x85\tc\n") == "a␛b␡\ufffd\tc\n"
