from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, inspect, select, text
from sqlalchemy.orm import Session

from quotes.errors import StoreError, TooLongError
from quotes.store import engine as engine_module
from quotes.store.engine import REVISION, check, connect, downgrade, lock, upgrade
from quotes.store.filters import QuoteFilter
from quotes.store.models import outlets
from quotes.store.queries import select_quotes

Open = Callable[..., Engine]
ADDED = [f"INSERT INTO outlets (name, key) VALUES ('{name}', '{name}')" for name in "ab"]  # noqa: S608


def _run(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


class TestConnecting:
    def test_makes_the_folder_that_is_missing(self, tmp_path: Path) -> None:
        upgrade(f"sqlite:///{tmp_path}/a/b/quotes.db")
        assert (tmp_path / "a" / "b" / "quotes.db").is_file()

    def test_takes_a_path_for_a_sqlite_file(self, tmp_path: Path, open_engine: Open) -> None:
        upgrade(str(tmp_path / "quotes.db"))
        check(open_engine(f"sqlite:///{tmp_path}/quotes.db"))

    @pytest.mark.parametrize("name", ["with space.db", "per%20cent.db", "question?.db", "é.db", "#.db"])
    def test_takes_a_path_with_odd_characters_as_it_is(
        self, tmp_path: Path, open_engine: Open, name: str
    ) -> None:
        upgrade(str(tmp_path / name))
        assert (tmp_path / name).is_file()
        check(open_engine(str(tmp_path / name), read_only=True))

    def test_sqlite_writes_ahead_and_holds_to_foreign_keys(self, tmp_path: Path, open_engine: Open) -> None:
        with open_engine(f"sqlite:///{tmp_path}/quotes.db").connect() as connection:
            assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1

    def test_a_reader_makes_no_file(self, tmp_path: Path, open_engine: Open) -> None:
        engine = open_engine(f"sqlite:///{tmp_path}/none/quotes.db", read_only=True)
        with pytest.raises(StoreError, match="run: quotes db upgrade"):
            check(engine)
        assert list(tmp_path.iterdir()) == []

    def test_a_reader_reads(self, database_url: str, open_engine: Open) -> None:
        with Session(open_engine(database_url, read_only=True)) as session:
            assert select_quotes(session, QuoteFilter()).count == 0

    @pytest.mark.parametrize("dialect", ["postgresql"])
    def test_what_a_reader_asks_again_and_again_is_prepared(
        self, database_url: str, open_engine: Open
    ) -> None:
        engine = open_engine(database_url, read_only=True)
        kept = "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 1'"
        for _ in range(10):
            with Session(engine) as session:
                session.execute(text("SELECT 1"))
        with Session(engine) as session:
            assert session.scalar(text(kept)) == 1

    @pytest.mark.parametrize("dialect", ["postgresql"])
    def test_a_reader_whose_connection_broke_gets_another(
        self, database_url: str, open_engine: Open, engine: Engine
    ) -> None:
        reading = open_engine(database_url, read_only=True)
        with Session(reading) as session:
            process = session.scalar(text("SELECT pg_backend_pid()"))
        _run(engine, f"SELECT pg_terminate_backend({process}, 10000)")
        with Session(reading) as session:
            assert session.scalar(text("SELECT pg_backend_pid()")) != process

    @pytest.mark.parametrize("dialect", ["postgresql"])
    def test_a_reader_sees_one_state_also_the_second_time(
        self, database_url: str, open_engine: Open, engine: Engine
    ) -> None:
        reading = open_engine(database_url, read_only=True)
        for count in (0, 1):
            with Session(reading) as session:
                assert session.scalar(select(func.count()).select_from(outlets)) == count
                _run(engine, ADDED[count])
                assert session.scalar(select(func.count()).select_from(outlets)) == count

    def test_a_reader_cannot_write(self, database_url: str, open_engine: Open) -> None:
        with pytest.raises(Exception, match=r"read-?only"):
            _run(open_engine(database_url, read_only=True), "DELETE FROM quotes")

    @pytest.mark.parametrize(
        ("url", "message"),
        [
            ("mysql://localhost/quotes", "not mysql"),
            ("sqlite://", "gone with its connection"),
            ("sqlite:///:memory:", "gone with its connection"),
            ("postgresql://host:port/x", "not a database URL"),
        ],
    )
    def test_what_is_no_database_of_ours_is_refused(self, url: str, message: str) -> None:
        with pytest.raises(StoreError, match=message):
            connect(url)

    def test_a_server_that_is_not_there_is_named_without_the_password(
        self, tmp_path: Path, open_engine: Open
    ) -> None:
        engine = open_engine(f"postgresql://me:secret@/x?host={tmp_path}")
        with pytest.raises(StoreError, match="cannot be used") as caught:
            check(engine)
        assert "secret" not in str(caught.value)
        assert "\n" not in str(caught.value)


class TestChecking:
    def test_a_current_database_is_right(self, engine: Engine) -> None:
        check(engine)

    def test_an_empty_one_is_to_be_upgraded(self, empty_url: str, open_engine: Open) -> None:
        with pytest.raises(StoreError, match=r"nothing in the database .* yet; run: quotes db upgrade"):
            check(open_engine(empty_url))

    def test_an_older_one_is_to_be_upgraded(self, engine: Engine) -> None:
        downgrade(engine, "0001")
        with pytest.raises(StoreError, match="older version; run: quotes db upgrade"):
            check(engine)

    def test_a_newer_one_needs_a_newer_program(self, engine: Engine) -> None:
        _run(engine, "UPDATE alembic_version SET version_num = '9999'")
        for act in (check, upgrade, downgrade):
            with pytest.raises(StoreError, match="made by a newer version; upgrade quotes"):
                act(engine)

    def test_somebody_elses_tables_are_left_alone(self, empty_url: str, open_engine: Open) -> None:
        engine = open_engine(empty_url)
        _run(engine, "CREATE TABLE recipes (id INTEGER)")
        for act in (check, upgrade, downgrade):
            with pytest.raises(StoreError, match="not a quotes database"):
                act(engine)
        assert inspect(engine).get_table_names() == ["recipes"]

    def test_somebody_elses_migrations_too(self, empty_url: str, open_engine: Open) -> None:
        engine = open_engine(empty_url)
        _run(
            engine,
            "CREATE TABLE alembic_version (version_num VARCHAR(32))",
            f"INSERT INTO alembic_version VALUES ('{REVISION}')",  # noqa: S608  # our own constant
        )
        with pytest.raises(StoreError, match="not a quotes database"):
            check(engine)

    @pytest.mark.parametrize("read_only", [True, False])
    def test_a_file_that_is_no_database_stays_as_it_is(
        self, tmp_path: Path, open_engine: Open, read_only: bool
    ) -> None:
        path = tmp_path / "notes.txt"
        path.write_text("Not a database, but long enough to be looked at. " * 20)
        before = path.read_bytes()
        with pytest.raises(StoreError, match=r"notes\.txt is not a database file"):
            check(open_engine(f"sqlite:///{path}", read_only=read_only))
        assert path.read_bytes() == before

    def test_a_folder_is_no_database(self, tmp_path: Path, open_engine: Open) -> None:
        with pytest.raises(StoreError, match="cannot be used"):
            check(open_engine(f"sqlite:///{tmp_path}"))

    def test_reading_without_checking_says_the_same(self, empty_url: str, open_engine: Open) -> None:
        with Session(open_engine(empty_url)) as session, pytest.raises(StoreError, match="lacks our tables"):
            select_quotes(session, QuoteFilter())


class TestMigrating:
    def test_twice_is_as_good_as_once(self, engine: Engine) -> None:
        before = inspect(engine).get_table_names()
        upgrade(engine)
        assert inspect(engine).get_table_names() == before

    def test_down_leaves_nothing_and_up_brings_all_back(self, engine: Engine) -> None:
        before = set(inspect(engine).get_table_names())
        downgrade(engine)
        assert inspect(engine).get_table_names() == ["alembic_version"]
        upgrade(engine)
        assert set(inspect(engine).get_table_names()) == before
        check(engine)

    def test_the_revision_is_that_of_the_last_migration(self) -> None:
        assert ScriptDirectory.from_config(engine_module._config()).get_heads() == [REVISION]

    def test_an_unknown_revision_is_refused(self, engine: Engine) -> None:
        with pytest.raises(StoreError, match="nonesuch"):
            downgrade(engine, "nonesuch")


class TestWritingTogether:
    def test_a_reader_sees_what_was_committed_while_another_writes(
        self, engine: Engine, database_url: str, open_engine: Open
    ) -> None:
        with engine.begin() as writer, Session(open_engine(database_url, read_only=True)) as reader:
            writer.execute(text("INSERT INTO outlets (name, key) VALUES ('A', 'a')"))
            assert reader.scalar(text("SELECT count(*) FROM outlets")) == 0

    def test_a_second_writer_is_told_to_wait(
        self, tmp_path: Path, open_engine: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(engine_module, "_BUSY_SECONDS", 0)
        url = f"sqlite:///{tmp_path}/quotes.db"
        upgrade(url)
        with open_engine(url).begin(), pytest.raises(StoreError, match="in use by another writer"):
            _run(open_engine(url), "DELETE FROM quotes")

    def test_one_saves_at_a_time_on_postgresql_too(self, postgresql_url: str, open_engine: Open) -> None:
        with Session(open_engine(postgresql_url)) as one, Session(open_engine(postgresql_url)) as other:
            lock(one)
            other.execute(text("SET LOCAL lock_timeout = '10ms'"))
            with pytest.raises(StoreError, match="lock timeout"):
                lock(other)


def test_what_takes_longer_than_it_may_is_stopped(database_url: str, open_engine: Open) -> None:
    engine = open_engine(database_url, read_only=True, seconds=0.2)
    endless = {
        "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
        "postgresql": "SELECT pg_sleep(60)",
    }
    with Session(engine) as session, pytest.raises(TooLongError, match="too long and was stopped"):
        session.execute(text(endless[engine.dialect.name]))
    with Session(engine) as session:  # and the next question is answered
        assert session.scalar(text("SELECT count(*) FROM quotes")) == 0
