"""`quotes documents`: what was read, which whole texts everybody may have, and taking one back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.commands import ListFirst, console, counted, database_url, printable, say
from quotes.cli.database import writing
from quotes.cli.searching import SHOWN, FormatOption, LimitOption, reading, write_rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.store.records import DocumentRecord

_PAGE = 100
_Ids = Annotated[list[int] | None, typer.Argument(metavar="[ID…]", help="The documents.", show_default=False)]
_Outlet = Annotated[str | None, typer.Option(help="All of a publication, also those to come.")]

app = typer.Typer(
    cls=ListFirst,
    help="List what was read, say which whole texts the API serves, take one back; without a command, list.",
)


@app.command("list")
def list_(
    context: typer.Context,
    outlet: Annotated[str | None, typer.Option(help="Where it was printed.")] = None,
    text: Annotated[str | None, typer.Option(help="Words of the title or the text.")] = None,
    limit: LimitOption = None,
    format_: FormatOption = "table",
) -> None:
    """List what was read, the newest first."""
    with reading(database_url(context)) as session:
        found = _documents(session, outlet, text)
        first = next(found, None)
        if first is None:
            say("no documents match" if outlet or text else "there are no documents yet")
            return
        answers = itertools.chain([first], found)
        if format_ != "table":
            write_rows(itertools.islice(answers, limit), format_, asdict)
            return
        from rich.table import Table

        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
        for column in ("id", "published", "outlet", "title", "quotes", "text"):
            table.add_column(column)
        for one in itertools.islice(answers, limit or SHOWN):
            words = (printable(one.outlet or ""), printable(one.title or ""))
            open_ = "open" if one.open else "closed"
            table.add_row(str(one.id), str(one.published_on or ""), *words, str(one.quotes), open_)
        console().print(table)
    if next(found, None):
        say("there are more; --limit shows them")


@app.command("open")
def open_(context: typer.Context, ids: _Ids = None, outlet: _Outlet = None) -> None:
    """Let the API serve the whole texts of documents: you have the right to, or there is no copyright."""
    _set(context, ids, outlet, is_open=True)


@app.command()
def close(context: typer.Context, ids: _Ids = None, outlet: _Outlet = None) -> None:
    """Let the API serve only the quotes of documents, with the words around them; so it is at first."""
    _set(context, ids, outlet, is_open=False)


@app.command()
def remove(
    context: typer.Context,
    ids: Annotated[list[int], typer.Argument(metavar="ID…", help="The documents.", show_default=False)],
) -> None:
    """Take documents back, with their quotes and all that is known from them alone."""
    from quotes.store.removal import remove_document

    with writing(context) as session:
        for id_ in dict.fromkeys(ids):
            remove_document(session, id_)
    typer.echo(f"{counted(len(set(ids)), 'document')} removed")


def _set(context: typer.Context, ids: list[int] | None, outlet: str | None, *, is_open: bool) -> None:
    from quotes.store.opening import set_open, set_outlet_open

    if not ids and outlet is None:
        raise typer.BadParameter("say which documents, by their ids or by --outlet")
    count = len(set(ids or ()))
    with writing(context) as session:
        set_open(session, ids or (), is_open=is_open)
        if outlet is not None:
            count += set_outlet_open(session, outlet, is_open=is_open)
    typer.echo(f"the text of {counted(count, 'document')} is {'open' if is_open else 'closed'}")


def _documents(session: Session, outlet: str | None, text: str | None) -> Iterator[DocumentRecord]:
    from quotes.store.queries import select_documents

    cursor = None
    while True:
        page = select_documents(session, outlet=outlet, q=text, cursor=cursor, per_page=_PAGE)
        yield from page.results
        if (cursor := page.next_cursor) is None:
            return
