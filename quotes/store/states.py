"""Whether anything in a database has changed: a value that is another one after every commit of anybody."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Engine, event

# SQLite counts the commits of all connections but the one that asks; a snapshot of PostgreSQL names the
# transactions that it does not see, so that equal ones see the same.
_ASKING = {"sqlite": "PRAGMA data_version", "postgresql": "SELECT pg_current_snapshot()::text"}


class States:
    """Reads the state of a database, through a connection of its own, closed where the engine is disposed of.

    `at_once` tells that reading it costs some microseconds and waits for nobody. Raises StoreError where the
    database can't be reached; errors of a connection that broke come as the driver has them.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._asking = _ASKING[engine.dialect.name]
        self._connection: Any = None
        self.at_once = engine.dialect.name == "sqlite"
        event.listen(engine, "engine_disposed", lambda _engine: self.close())

    def read(self) -> str:
        """Return the state of now."""
        if self._connection is None:
            self._connection = self._connect()
        try:
            return str(self._connection.dbapi_connection.execute(self._asking).fetchone()[0])
        except Exception:
            self.close()
            raise

    def close(self) -> None:
        """Close the connection; reading opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connect(self) -> Any:
        connection = self._engine.raw_connection()
        connection.detach()  # the pool forgets it, and it is ours to close
        if self._engine.dialect.name == "postgresql":
            connection.rollback()  # what a reading engine begins at once
            cast("Any", connection.dbapi_connection).autocommit = True
        return connection
