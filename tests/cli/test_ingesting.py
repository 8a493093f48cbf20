"""Files in, a tally out; what fails is named, counted, and leaves nothing behind."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import quotes
from quotes import Extraction
from quotes.errors import StoreError
from quotes.store import save as store_save

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def dump(database: Path) -> list[str]:
    connection = sqlite3.connect(database)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def count(database: Path, table: str) -> int:
    return int(rows(database, f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 (names from this file)


def test_a_new_database_is_made_and_the_summary_is_one_plain_line(run, article, database) -> None:
    database.unlink()
    result = run("ingest", article)
    assert result.exit_code == 0
    assert result.stdout == (
        "1 document read, 1 new, 0 unchanged, 0 replaced, 0 failed; 1 quote found, 1 attributed\n"
    )
    assert result.stderr == ""
    assert rows(database, "SELECT title, published_on FROM documents") == [
        ("Harbour talks resume", "2031-05-03")
    ]


def test_the_same_text_again_changes_nothing(run, article, database) -> None:
    run("ingest", article)
    before = dump(database)
    result = run("ingest", article)
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "1 document read, 0 new, 1 unchanged, 0 replaced, 0 failed; 0 quotes found"
    )
    assert dump(database) == before


def test_the_same_text_twice_in_one_run_is_stored_once(run, article, tmp_path, database) -> None:
    (tmp_path / "copy.txt").write_bytes(article.read_bytes())
    result = run("ingest", article, tmp_path / "copy.txt")
    assert result.stdout.startswith(
        "2 documents read, 1 new, 1 unchanged, 0 replaced, 0 failed; 1 quote found"
    )
    assert count(database, "documents") == 1


def test_a_new_version_of_the_extractor_replaces(run, article, monkeypatch) -> None:
    run("ingest", article)
    monkeypatch.setattr(quotes, "EXTRACTOR_VERSION", "999")
    result = run("ingest", article)
    assert result.stdout.startswith(
        "1 document read, 0 new, 0 unchanged, 1 replaced, 0 failed; 1 quote found"
    )


def test_days_are_counted_from_the_day_that_was_stored_first(run, tmp_path, monkeypatch) -> None:
    counted_from = []

    def find(_text: str, *, published_on: date | None, language: str) -> Extraction:
        counted_from.append((published_on, language))
        return Extraction((), ())

    monkeypatch.setattr(quotes, "extract", find)
    for version, day in enumerate(("", "2031-05-03", "2031-06-01", "")):
        monkeypatch.setattr(quotes, "EXTRACTOR_VERSION", str(version))
        (tmp_path / "news.csv").write_text(f"text,date\n“We go on Monday”,{day}\n", "utf-8")
        assert run("ingest", tmp_path / "news.csv").exit_code == 0
    first = date(2031, 5, 3)
    assert counted_from == [(None, "en"), (first, "en"), (first, "en"), (first, "en")]


def test_a_day_that_is_filled_in_lets_the_quotes_be_read_anew(run, tmp_path) -> None:
    for day, status in (("", "1 new"), ("2031-05-03", "1 replaced"), ("2031-05-03", "1 unchanged")):
        (tmp_path / "news.csv").write_text(f'text,date\n"“Yes,” said Ola Brandt.",{day}\n', "utf-8")
        assert status in run("ingest", tmp_path / "news.csv").stdout


def test_bad_files_are_named_counted_and_passed_over(run, tmp_path, article, database) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_bytes(article.read_bytes())
    (folder / "b.txt").write_bytes(b"\x00\x01 binary")
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.txt").write_text("---\npublished: 2025-02-30\n---\n“No,” said Ola Brandt.", "utf-8")
    (folder / "e.csv").write_text("text,date\n“Yes,2031-05-04\nx,soon\n", "utf-8")
    (folder / "photo.png").write_bytes(b"\x89PNG")
    result = run("ingest", folder, tmp_path / "gone.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("2 documents read, 2 new, 0 unchanged, 0 replaced, 5 failed;")
    assert result.stderr.splitlines() == [
        f"failed: {folder / 'b.txt'}: it is binary, not text",
        f"failed: {folder / 'c.txt'}: the file is empty",
        f"failed: {folder / 'd.txt'}: the date “2025-02-30” is none that can be read; write it as 2025-01-31",
        f"failed: {folder / 'e.csv'}:3: the date “soon” is none that can be read; write it as 2025-01-31",
        f"note: {folder / 'photo.png'}: passed over, there is no reader for .png",
        f"failed: {tmp_path / 'gone.txt'}: there is no such file",
    ]
    assert count(database, "documents") == 2


def test_a_folder_without_documents_fails(run, tmp_path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("ingest", tmp_path / "empty")
    assert result.exit_code == 1
    assert "the folder holds no file to read" in result.stderr


def test_standard_input_is_read(run, database) -> None:
    lines = "".join(json.dumps({"text": f"“Yes {n},” said Ola Brandt."}) + "\n" for n in range(3))
    result = run("ingest", "-", input=lines)
    assert result.stdout.startswith("3 documents read, 3 new,")
    assert count(database, "documents") == 3


def test_batches_add_up(run, tmp_path, database) -> None:
    lines = "".join(json.dumps({"text": f"“Yes {n},” said Ola Brandt."}) + "\n" for n in range(120))
    (tmp_path / "many.jsonl").write_text(lines, "utf-8")
    assert run("ingest", tmp_path / "many.jsonl").stdout.startswith("120 documents read, 120 new,")
    assert count(database, "documents") == 120


def test_an_article_that_breaks_the_extractor_costs_no_other(run, tmp_path, monkeypatch, database) -> None:
    extract = quotes.extract

    def broken(text: str, **options: Any) -> quotes.Extraction:
        if "trap" in text:
            raise RecursionError("too deep")
        return extract(text, **options)

    monkeypatch.setattr(quotes, "extract", broken)
    (tmp_path / "a.csv").write_text("text\n“Yes”\ntrap\n“No”\n", "utf-8")
    result = run("ingest", tmp_path / "a.csv")
    assert result.exit_code == 1
    assert result.stdout.startswith("2 documents read, 2 new, 0 unchanged, 0 replaced, 1 failed;")
    assert (
        result.stderr == f"failed: {tmp_path / 'a.csv'}:3: the extractor broke: RecursionError('too deep')\n"
    )
    assert count(database, "documents") == 2


def test_a_document_that_cannot_be_stored_leaves_nothing_of_it(run, tmp_path, monkeypatch, database) -> None:
    extract = quotes.extract

    def beyond(text: str, **options: Any) -> quotes.Extraction:
        if "trap" not in text:
            return extract(text, **options)
        content = (quotes.Span(5, len(text) + 1),)
        return quotes.Extraction((), (quotes.Attribution(content=content, kind="direct", reason="x"),))

    monkeypatch.setattr(quotes, "extract", beyond)
    (tmp_path / "a.csv").write_text("text\n“Yes”\ntrap\n“No”\n", "utf-8")
    result = run("ingest", tmp_path / "a.csv")
    assert result.exit_code == 1
    assert f"failed: {tmp_path / 'a.csv'}:3: " in result.stderr
    assert count(database, "documents") == 2


@pytest.mark.parametrize(
    ("stop", "status"), [(KeyboardInterrupt(), 130), (StoreError("the disk is full"), 1)]
)
def test_what_was_committed_before_a_stop_stays(run, tmp_path, monkeypatch, database, stop, status) -> None:
    save_all, batches = store_save.save_all, 0

    def only_the_first(*arguments: Any, **options: Any) -> list[store_save.Saved | StoreError]:
        nonlocal batches
        batches += 1
        if batches == 2:
            raise stop from OSError()
        return save_all(*arguments, **options)

    monkeypatch.setattr(store_save, "save_all", only_the_first)
    (tmp_path / "a.csv").write_text("text\n" + "".join(f"“Yes {n}”\n" for n in range(100)), "utf-8")
    result = run("ingest", tmp_path / "a.csv")
    assert result.exit_code == status
    assert "stopped; what was stored before stays: 50 documents read, 50 new," in result.stderr
    assert count(database, "documents") == 50


def test_a_database_of_another_program_is_left_alone(run, article, database) -> None:
    database.unlink()
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE notes (id)")
    connection.close()
    result = run("ingest", article)
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ")
    assert "not a quotes database" in result.stderr
    assert rows(database, "SELECT name FROM sqlite_master") == [("notes",)]


def test_a_database_of_a_newer_version_is_refused(run, article, database) -> None:
    run("db", "upgrade")
    connection = sqlite3.connect(database)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    result = run("ingest", article)
    assert result.exit_code == 1
    assert "made by a newer version" in result.stderr
    assert count(database, "documents") == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora are not here")
@pytest.mark.thorough
def test_a_year_of_real_news_goes_in_once(run, database) -> None:
    first = run("ingest", SHARED / "wikinews" / "2019.csv")
    assert first.exit_code == 0
    assert first.stdout.startswith("171 documents read, 171 new, 0 unchanged, 0 replaced, 0 failed;")
    dated = "SELECT count(*) FROM documents WHERE published_on BETWEEN '2019-01-01' AND '2019-12-31'"
    assert rows(database, dated) == [(171,)]
    again = run("ingest", SHARED / "wikinews" / "2019.csv")
    assert again.exit_code == 0
    assert again.stdout.startswith("171 documents read, 0 new, 171 unchanged, 0 replaced, 0 failed; 0 quotes")
