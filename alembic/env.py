"""Run the migrations: on the connection handed over by quotes.store.engine, else on QUOTES_DATABASE_URL."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from quotes.config import settings
from quotes.store.engine import changing, connect
from quotes.store.models import metadata


def _include_name(name: str | None, type_: str, _parents: object) -> bool:
    """Leave what is for full-text search to its migration: no model describes it."""
    return not (type_ in ("table", "index", "column") and name is not None and "fts" in name)


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_name=_include_name,
        # SQLite changes a table by copying it
        render_as_batch=connection.dialect.name == "sqlite",
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("the migrations look at the database that they change; run them without --sql")
given = context.config.attributes.get("connection")
if given is not None:
    _migrate(given)
else:
    engine = connect(settings().database_url)
    with changing(engine) as opened:
        _migrate(opened)
    engine.dispose()
