"""Whether a database has changed since it was looked at last."""

from __future__ import annotations

from time import sleep

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from quotes.errors import StoreError
from quotes.store.models import outlets
from quotes.store.states import States


@pytest.fixture
def reading(database_url, open_engine):
    return open_engine(database_url, read_only=True)


def commit(engine, name):
    with Session(engine) as session:
        session.execute(outlets.insert().values(name=name, key=name))
        session.commit()


def test_nothing_changes_as_long_as_nothing_is_committed(reading, engine):
    states = States(reading)
    before = states.read()
    with Session(engine) as session:
        session.execute(outlets.insert().values(name="Herald", key="herald"))
        session.rollback()
    with Session(reading) as session:
        session.execute(outlets.select()).all()
    commit_free = states.read()
    assert states.read() == commit_free
    if reading.dialect.name == "sqlite":  # PostgreSQL counts what was rolled back as well
        assert commit_free == before


def test_every_commit_of_another_connection_is_another_state(reading, engine):
    states = States(reading)
    seen = [states.read()]
    for name in ("Herald", "Gazette", "Wire"):
        commit(engine, name)
        seen.append(states.read())
    assert len(set(seen)) == 4


def test_a_transaction_that_is_open_is_seen_when_it_commits(reading, engine):
    states = States(reading)
    with Session(engine) as session:
        session.execute(outlets.insert().values(name="Herald", key="herald"))
        session.flush()
        before = states.read()
        session.commit()
    assert states.read() != before


def test_a_broken_connection_is_replaced(reading, engine):
    states = States(reading)
    states.read()
    states._connection.dbapi_connection.close()
    with pytest.raises(Exception, match=r"(?i)closed"):
        states.read()
    before = states.read()
    commit(engine, "Herald")
    assert states.read() != before


def connected(engine):
    """Return the processes of PostgreSQL that serve other connections."""
    others = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with engine.connect() as connection:
        return set(connection.scalars(text(others)))


def test_it_lets_go_of_the_database_with_its_engine(reading, engine):
    before = connected(engine) if engine.dialect.name == "postgresql" else None
    states = States(reading)
    states.read()
    reading.dispose()
    assert states._connection is None
    if before is not None:
        for _ in range(100):  # a process ends a moment after its connection
            if connected(engine) <= before:
                return
            sleep(0.05)
        pytest.fail("the database is still connected to")


def test_a_database_that_is_not_there_is_an_error(tmp_path, open_engine):
    with pytest.raises(StoreError, match="there is no database"):
        States(open_engine(str(tmp_path / "none.db"), read_only=True)).read()
