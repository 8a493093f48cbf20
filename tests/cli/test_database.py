"""`quotes db`: create, say the version, take back."""

from __future__ import annotations

import os
import sqlite3

import pytest

from quotes.cli.database import shown


@pytest.fixture
def database(no_database):
    return no_database


def tables(database) -> set[str]:
    connection = sqlite3.connect(database)
    try:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        connection.close()


def test_upgrade_creates_the_tables_and_again_changes_nothing(run, database) -> None:
    assert run("db", "upgrade").exit_code == 0
    created = tables(database)
    assert {"documents", "quotes", "speakers"} <= created
    assert run("db", "upgrade").exit_code == 0
    assert tables(database) == created


def test_version_says_where_and_what(run, database) -> None:
    run("db", "upgrade")
    result = run("db", "version")
    assert result.stdout.startswith(f"{database} is at version ")


@pytest.mark.parametrize("arguments", [["db", "version"], ["search"], ["speakers"], ["serve", "--port", "0"]])
def test_a_database_that_is_not_there_is_told_and_not_made(run, database, arguments) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.stderr == f"error: there is no database at {database}; run: quotes db upgrade\n"
    assert not database.exists()


def test_downgrade_asks_first(run, database) -> None:
    run("db", "upgrade")
    assert run("db", "downgrade", "base", input="n\n").exit_code == 1
    assert "documents" in tables(database)
    assert run("db", "downgrade", "base", "--yes").exit_code == 0
    assert "documents" not in tables(database)


def test_a_url_that_is_none_is_told(run) -> None:
    result = run("--database", "mysql://somewhere/x", "db", "version")
    assert result.exit_code == 1
    assert result.stderr == "error: a database is sqlite:///… or postgresql://…, not mysql://…\n"


def test_a_file_that_is_no_database_is_told(run, database) -> None:
    database.write_text("not a database at all, " * 100)
    result = run("search")
    assert result.exit_code == 1
    assert result.stderr == f"error: {database} is not a database file\n"


@pytest.mark.skipif(os.name != "posix", reason="locks differ")
def test_a_locked_database_is_told(run, article, database, monkeypatch) -> None:
    monkeypatch.setattr("quotes.store.engine._BUSY_SECONDS", 0)
    run("db", "upgrade")
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        result = run("ingest", article)
    finally:
        other.close()
    assert result.exit_code == 1
    assert "is in use by another writer; try again" in result.stderr


def test_passwords_are_not_shown() -> None:
    assert shown("postgresql://ola:secret@db/quotes") == "postgresql://ola:***@db/quotes"
