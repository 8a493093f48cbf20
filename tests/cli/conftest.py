"""Run commands in this process, on a database of the test's own."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quotes.cli import app

Run = Callable[..., Result]
Holding = Callable[..., Run]

ARTICLE = """---
title: Harbour talks resume
outlet: The Lantern
url: https://lantern.example/harbour
published: 2031-05-03
---
“The harbour stays open,” said Mira Danforth.

A clerk closed the window.
"""


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("QUOTES_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def no_database(tmp_path: Path) -> Path:
    """Return where the database of a test would be."""
    return tmp_path / "test.db"


@pytest.fixture
def database(no_database: Path, sqlite_template: Path) -> Path:
    """Return a database with nothing in it."""
    return Path(shutil.copy(sqlite_template, no_database))


@pytest.fixture
def run(database: Path) -> Run:
    return _runner(database)


@pytest.fixture
def holding(no_database: Path, read_once: Callable[[str, str], Path]) -> Holding:
    """Return a function that gives `run` on a database into which a file of text or of rows was read."""

    def holding(name: str, content: str | Sequence[tuple[str, ...]]) -> Run:
        text = content if isinstance(content, str) else _csv(content)
        return _runner(Path(shutil.copy(read_once(name, text), no_database)))

    return holding


@pytest.fixture(scope="session")
def read_once(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    @cache
    def read_once(name: str, text: str) -> Path:
        folder = tmp_path_factory.mktemp("read")
        (folder / name).write_text(text, "utf-8")
        database = Path(shutil.copy(sqlite_template, folder / "test.db"))
        assert _runner(database)("ingest", folder / name).exit_code == 0
        return database

    return read_once


def _csv(rows: Sequence[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _runner(database: Path) -> Run:
    def run(*arguments: object, **options: object) -> Result:
        result = CliRunner().invoke(app, ["--database", str(database), *map(str, arguments)], **options)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, "utf-8")
    return file
