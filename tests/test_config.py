from __future__ import annotations

import pytest

from quotes.config import settings


def test_the_database_is_a_file_of_the_user_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUOTES_DATABASE_URL", raising=False)
    url = settings().database_url
    assert url.startswith("sqlite:///")
    assert url.endswith("/quotes.db")


def test_the_environment_names_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_DATABASE_URL", "postgresql://localhost/quotes")
    assert settings().database_url == "postgresql://localhost/quotes"


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_DATABASE_URL", "")
    assert settings().database_url.endswith("/quotes.db")
