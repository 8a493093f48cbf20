"""`quotes db`: create, bring up to date, take back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.commands import database_url

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

app = typer.Typer(help="Create the database, bring it up to date, say its version.", no_args_is_help=True)


@app.command()
def upgrade(context: typer.Context) -> None:
    """Create the tables, or bring older ones up.

    What is in them stays.
    """
    from quotes.store.engine import REVISION
    from quotes.store.engine import upgrade as bring_up

    bring_up(database_url(context))
    typer.echo(f"the database is at version {REVISION}")


@app.command()
def downgrade(
    context: typer.Context,
    revision: Annotated[str, typer.Argument(help="The version to go back to; “base” is before the first.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take the tables back to an older version.

    What only the newer ones hold is lost.
    """
    from quotes.store.engine import downgrade as take_back

    url = database_url(context)
    if not yes:
        typer.confirm(f"Take the database {shown(url)} back to {revision}, losing what is newer?", abort=True)
    take_back(url, revision)
    typer.echo(f"the database is at version {revision}")


@app.command()
def version(context: typer.Context) -> None:
    """Say where the database is, and its version."""
    from quotes.store.engine import REVISION, check, connect

    url = database_url(context)
    check(connect(url, read_only=True))
    typer.echo(f"{shown(url)} is at version {REVISION}")


@contextmanager
def writing(context: typer.Context) -> Iterator[Session]:
    """Open a database to write, and commit unless something goes wrong."""
    from sqlalchemy.orm import Session

    engine = open_or_create(database_url(context))
    try:
        with Session(engine) as session:
            yield session
            session.commit()
    finally:
        engine.dispose()


def open_or_create(url: str) -> Engine:
    """Return the database to write to; one with nothing in it gets its tables first."""
    from sqlalchemy import inspect

    from quotes.store.engine import check, connect
    from quotes.store.engine import upgrade as bring_up

    engine = connect(url)
    with engine.connect() as connection:
        empty = not inspect(connection).get_table_names()
    if empty:
        bring_up(engine)
    check(engine)
    return engine


def shown(url: str) -> str:
    """Return a database URL without its password."""
    from sqlalchemy.engine import make_url

    return make_url(url).render_as_string(hide_password=True) if "://" in url else url
