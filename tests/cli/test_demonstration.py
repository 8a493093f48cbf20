"""`quotes demo`: its own database, answers with rows in them, addresses that answer."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough  # CI runs the demonstration itself
ROOT = Path(__file__).resolve().parents[2]


def test_it_loads_the_samples_and_answers(run) -> None:
    result = run("demo", "--no-serve")
    assert result.exit_code == 0
    assert " 0 unchanged, 0 replaced, 0 failed; " in result.stdout
    speaker, week = result.stdout.split("\n\nWhat did ")[1].split("What was printed from ")
    name, _, answers = speaker.partition(" say? ")
    assert answers.count(name) >= 2
    assert week.count("“") >= 2
    assert "curl" not in result.stdout


def test_it_touches_no_database_but_its_own(run, database, tmp_path, monkeypatch) -> None:
    database.unlink()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    mine = tmp_path / "mine.db"
    monkeypatch.setenv("QUOTES_DATABASE_URL", f"sqlite:///{mine}")
    assert run("demo", "--no-serve").exit_code == 0
    assert list(tmp_path.iterdir()) == []
    assert not database.exists()


@pytest.mark.skipif(os.name != "posix", reason="stops by a signal")
def test_every_address_it_prints_answers_with_rows() -> None:
    command = [sys.executable, "-u", "-m", "quotes", "demo", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        curls: list[list[str]] = []
        for line in server.stdout:
            if line.startswith("  curl "):
                curls.append(shlex.split(line)[1:])
            if "Ctrl-C" in line:
                break
        answers = [ask(*curl) for curl in curls]
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=300) == 0
        assert server.stderr.read() == ""
    assert len(answers) == 5
    assert all(answer["results"] for answer in answers)


def ask(url: str, *options: str) -> dict:
    body, headers = None, {}
    if options:
        headers = dict([options[options.index("-H") + 1].split(": ")])
        body = options[options.index("-d") + 1].encode()
    request = urllib.request.Request(url, body, headers)  # noqa: S310 (an address this test started)
    with urllib.request.urlopen(request, timeout=300) as answer:  # noqa: S310 (the same)
        return json.load(answer)
