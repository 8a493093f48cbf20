"""`quotes keys`: who may use the API for what."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.commands import ListFirst, console, database_url, say
from quotes.cli.database import writing
from quotes.cli.searching import FormatOption, reading, write_rows

if TYPE_CHECKING:
    from quotes.store.records import KeyRecord

app = typer.Typer(
    cls=ListFirst, help="List the keys of the API, make one, revoke one; without a command, list."
)


@app.command()
def create(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Whose it is; corrections are signed with it.")],
    scope: Annotated[
        list[str],
        typer.Option(help="What it is for: read, ingest, correct. Can be given several times."),
    ],
) -> None:
    """Make a key. It is shown once: only its hash is kept."""
    from quotes.store.keys import create_key

    with writing(context) as session:
        made, token = create_key(session, name, scope)
    say(f"key {made.id} for {', '.join(made.scopes)}; keep it, it is not shown again:")
    typer.echo(token)


@app.command()
def revoke(
    context: typer.Context,
    id_: Annotated[int, typer.Argument(metavar="ID", help="The key's number.", show_default=False)],
) -> None:
    """Make a key useless."""
    from quotes.store.keys import revoke_key

    with writing(context) as session:
        revoked = revoke_key(session, id_)
    typer.echo(f"revoked: key {revoked.id} ({revoked.name})")


@app.command("list")
def list_(context: typer.Context, format_: FormatOption = "table") -> None:
    """List the keys, the newest first."""
    from quotes.store.keys import select_keys

    with reading(database_url(context)) as session:
        found = select_keys(session)
    if not found:
        say("there are no keys yet")
        return
    if format_ != "table":
        write_rows(found, format_, _row)
        return
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for column in ("id", "name", "key", "for", "made", "last used", "revoked"):
        table.add_column(column)
    for key in found:
        moments = (_moment(one) for one in (key.created_at, key.used_at, key.revoked_at))
        table.add_row(str(key.id), key.name, f"{key.beginning}…", ", ".join(key.scopes), *moments)
    console().print(table)


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else ""


def _row(key: KeyRecord) -> dict[str, object]:
    return asdict(key) | {"scopes": " ".join(key.scopes)}
