"""Run commands in this process, on a database of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quotes.cli import app

Run = Callable[..., Result]

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
def database(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


@pytest.fixture
def run(database: Path) -> Run:
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
