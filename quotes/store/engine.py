"""Open a database, bring it to this program's version, and say what is wrong with one."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect, text
from sqlalchemy import create_engine as _create_engine
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.orm import Session

from quotes.errors import StoreError, TooLongError
from quotes.paths import data_path

REVISION = "0009"  # the migration that this program's tables are those of
_BUSY_SECONDS = 30
_STEPS = 20_000  # of SQLite's machine between two looks at the clock
_LOCK = 0x71756F746573  # "quotes"; a number of ours among the advisory locks of a PostgreSQL database
_OURS = {"documents", "quotes", "spans", "speakers"}
_CREATE = "run: quotes db upgrade"
_BEGIN = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


def connect(url: str, *, read_only: bool = False, seconds: float | None = None) -> Engine:
    """Return an engine for a database URL, or for a path to a SQLite file.

    What takes longer than so many `seconds` is stopped, with a TooLongError: on SQLite a transaction, on
    PostgreSQL a statement.

    A reading engine never creates, changes or locks anything: read through one wherever nothing is written.
    A writing engine takes SQLite's write lock where a transaction begins, not where it first writes: two
    writers then wait for each other, instead of one failing for what the other changed meanwhile.
    Raises StoreError for a URL that is none; errors of the database itself come as StoreError as well.
    """
    parsed = _parse(url)
    create = _sqlite_engine if parsed.get_backend_name() == "sqlite" else _postgresql_engine
    engine = create(parsed, read_only=read_only)
    event.listen(engine, "handle_error", _explain)
    if seconds is not None:
        _limit(engine, seconds)
    return engine


def upgrade(engine_or_url: Engine | str) -> None:
    """Create the tables, or bring older ones to this version; do nothing where they are current."""
    _migrate(engine_or_url, "upgrade", "head")


def downgrade(engine_or_url: Engine | str, revision: str = "base") -> None:
    """Take the tables back to an older revision; "base" removes them and all that is in them."""
    _migrate(engine_or_url, "downgrade", revision)


def check(engine: Engine) -> None:
    """Raise StoreError, with what to do about it, unless this is a database of this program's version."""
    with engine.connect() as connection:
        revision = _revision(connection)
    name = _name(engine)
    if revision is None:
        raise StoreError(f"there is nothing in the database {name} yet; {_CREATE}")
    if revision != REVISION:
        raise StoreError(f"the database {name} is of an older version; {_CREATE}")


@contextmanager
def changing(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction in which tables may be changed, and commit it.

    SQLite keeps no watch over foreign keys in it: it adds no column with one to rows that there are, if the
    column is never null, and can be told so only outside of a transaction.
    """
    with engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                if sqlite and connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
                    raise StoreError(f"the database {_name(engine)} refers to rows that it does not have")
        finally:
            if sqlite:
                driver.execute("PRAGMA foreign_keys = ON")


def lock(session: Session) -> None:
    """Let one writer at a time save, as SQLite does anyway, so that two never make the same speaker twice."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def take_time(session: Session) -> None:
    """Let a transaction take as long as it needs, from its beginning on."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.dbapi_connection
        driver.set_progress_handler(None, 0)
    else:
        connection.execute(text("SET LOCAL statement_timeout = 0"))


def _parse(url: str) -> URL:
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"this is not a database URL: {url!r}") from error
    if parsed.get_backend_name() == "sqlite":
        return parsed.set(drivername="sqlite")
    if parsed.get_backend_name() in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    raise StoreError(f"a database is sqlite:///… or postgresql://…, not {parsed.drivername}://…")


def _sqlite_engine(url: URL, *, read_only: bool) -> Engine:
    if url.database in (None, "", ":memory:"):
        raise StoreError("a database in memory is gone with its connection; give the path of a file")
    path = Path(str(url.database)).expanduser()

    def open_file() -> sqlite3.Connection:
        if read_only and not path.exists():
            raise StoreError(f"there is no database at {path}; {_CREATE}")
        mode = "ro" if read_only else "rwc"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=_BUSY_SECONDS,
            check_same_thread=False,
            isolation_level=None,  # transactions begin below: the driver's own begin too late for savepoints
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    engine = _create_engine(url.set(database=str(path)), creator=open_file)
    event.listen(engine, "begin", begin)
    if not read_only:
        try:
            path.absolute().parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the folder of {path} cannot be created: {error.strerror}") from error
    return engine


def _postgresql_engine(url: URL, *, read_only: bool) -> Engine:
    try:
        engine = _create_engine(url, pool_pre_ping=True)
    except ImportError as error:
        raise StoreError("PostgreSQL needs psycopg; run: pip install 'quotes[postgres]'") from error
    if read_only:
        _only_read(engine)
    return engine


def _only_read(engine: Engine) -> None:
    """Let connections of PostgreSQL only read: one state in a transaction, as SQLite's readers do anyway.

    What is asked again and again is prepared once.
    """

    def open_one(driver: Any, _record: object) -> None:
        # the driver begins a connection's first transaction, as _BEGIN does all others
        driver.isolation_level = engine.dialect.loaded_dbapi.IsolationLevel.REPEATABLE_READ
        driver.read_only = True
        # one plan for all would take a common word for a rare one
        _set(driver, "plan_cache_mode = force_custom_plan")

    def begin(driver: Any) -> bool:
        if error := driver.pgconn.exec_(_BEGIN).error_message:
            raise engine.dialect.loaded_dbapi.OperationalError(error.decode(errors="replace"))
        return True

    event.listen(engine, "connect", open_one)
    # a connection is asked whether it is still there by what is sent next anyway
    engine.dialect.do_ping = begin  # type: ignore[method-assign,assignment]
    # the driver forgets what is prepared where anything is rolled back; of reading there is nothing to
    engine.dialect.do_rollback = engine.dialect.do_commit  # type: ignore[method-assign]


def _set(driver: Any, setting: str) -> None:
    with driver.cursor() as cursor:
        cursor.execute(f"SET {setting}")
    driver.commit()


def _limit(engine: Engine, seconds: float) -> None:
    if engine.dialect.name == "sqlite":

        def watch(connection: Connection) -> None:
            until = monotonic() + seconds
            driver: Any = connection.connection.dbapi_connection
            driver.set_progress_handler(lambda: monotonic() > until, _STEPS)

        event.listen(engine, "begin", watch)
        return

    def limit(driver: Any, _record: object) -> None:
        _set(driver, f"statement_timeout = {round(1000 * seconds)}")

    event.listen(engine, "connect", limit)


def _explain(context: ExceptionContext) -> None:
    """Turn what the database says of itself into our one-line error; leave a faulty statement's as it is."""
    if context.is_pre_ping and context.is_disconnect:  # the pool opens another connection
        return
    cause = context.original_exception
    name = _name(context.engine) if context.engine is not None else "asked for"
    operational = isinstance(context.sqlalchemy_exception, OperationalError)
    if (error := _said(cause, name, operational=operational)) is not None:
        raise error from cause


def reading_error(engine: Engine, cause: Exception) -> StoreError:
    """Return our error for one of the driver's, where rows are read past SQLAlchemy."""
    return _said(cause, _name(engine), operational=True) or StoreError(str(cause))


def _said(cause: BaseException, name: str, *, operational: bool) -> StoreError | None:
    said = (str(cause).strip() or type(cause).__name__).splitlines()[0]
    if said == "interrupted" or type(cause).__name__ == "QueryCanceled":
        return TooLongError("the question took too long and was stopped")
    if "file is not a database" in said:
        return StoreError(f"{name} is not a database file")
    if "no such table" in said or type(cause).__name__ == "UndefinedTable":
        return StoreError(f"the database {name} lacks our tables; {_CREATE}")
    if "locked" in said:
        return StoreError(f"the database {name} is in use by another writer; try again")
    return StoreError(f"the database {name} cannot be used: {said}") if operational else None


def _name(engine: Engine) -> str:
    """Name a database in an error: the file's path, or the URL with its password hidden."""
    sqlite = engine.dialect.name == "sqlite"
    return str(engine.url.database) if sqlite else engine.url.render_as_string(hide_password=True)


def _revision(connection: Connection) -> str | None:
    """Return the revision of the tables, None where there are no tables; raise where they are not ours."""
    name = _name(connection.engine)
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables:
            raise StoreError(f"{name} is not a quotes database: it has the tables of something else")
        return None
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision is None:
        return None
    if not tables >= _OURS:
        raise StoreError(f"{name} is not a quotes database: it has the tables of something else")
    if revision != REVISION and revision not in _known_revisions():
        raise StoreError(f"the database {name} was made by a newer version; upgrade quotes")
    return str(revision)


def _config() -> Any:
    from alembic.config import Config

    config = Config(stdout=sys.stdout)  # the one of now: Alembic's default is that of its first import
    config.set_main_option("script_location", str(data_path("alembic")).replace("%", "%%"))
    return config


def _known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _migrate(engine_or_url: Engine | str, verb: str, revision: str) -> None:
    engine = connect(engine_or_url) if isinstance(engine_or_url, str) else engine_or_url
    try:
        if (verb, revision) != ("upgrade", "head") or not _is_current(engine):
            _change(engine, verb, revision)
    except DatabaseError as error:
        raise StoreError(f"the database {_name(engine)} cannot be changed: {error.args[0]}") from error
    finally:
        if isinstance(engine_or_url, str):
            engine.dispose()


def _is_current(engine: Engine) -> bool:
    with engine.connect() as connection:
        return _revision(connection) == REVISION


def _change(engine: Engine, verb: str, revision: str) -> None:
    from alembic import command  # slow to import, and needed only where something is to be changed
    from alembic.util import CommandError

    try:
        with changing(engine) as connection:
            _revision(connection)
            postgresql = connection.dialect.name == "postgresql"
            if postgresql and connection.scalar(text("SHOW server_encoding")) != "UTF8":
                raise StoreError("the PostgreSQL database must have the encoding UTF8")
            config = _config()
            config.attributes["connection"] = connection
            (command.upgrade if verb == "upgrade" else command.downgrade)(config, revision)
    except CommandError as error:
        raise StoreError(f"the database {_name(engine)} cannot be changed: {error}") from error
