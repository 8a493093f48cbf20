"""`quotes export`: all quotes that a filter leaves, in a file for another tool."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from quotes.cli.commands import counted, database_url, say
from quotes.cli.filters import filtered
from quotes.cli.searching import reading

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.export.snapshots import Kept
    from quotes.store.filters import QuoteFilter
    from quotes.store.readers import Reader

_MANY = 20_000  # quotes: fewer are written before other processes would have begun
_MOST = 1  # processes that read along: each takes 60 MB in the end


@filtered
def export(
    context: typer.Context,
    wanted: QuoteFilter,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The file to write, whose ending tells the format; else to stdout."
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="csv, jsonl, parquet …; jsonl unless FILE tells."),
    ] = None,
    sort: Annotated[str, typer.Option(help="The order, such as -day or id.")] = "-published_on",
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin a CSV with a byte order mark, for Excel.")
    ] = False,
    check: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write nothing: tell whether this file is whole."),
    ] = None,
) -> None:
    """Write all quotes that the filters leave, as of one moment.

    A file appears under its name only when it is whole. QUOTES_PUBLIC_URL is the address of the server that
    links in it lead to; without one they begin with /v1/, and citations have none.
    """
    if check is not None:
        from quotes.export.checking import check_file

        found = check_file(check, format_ or _ending(check) or "jsonl")
        typer.echo(f"{check}: {counted(found, 'quote')}")
        return
    from quotes.config import settings
    from quotes.export.csv_table import BYTE_ORDER_MARK
    from quotes.export.formats import format_named
    from quotes.export.tables import arrow
    from quotes.store.selection import Selection

    chosen = format_named(format_ or _ending(out) or "jsonl")
    if bom and chosen.name != "csv":
        raise typer.BadParameter("--bom is for csv alone")
    base = (settings().public_url or "").rstrip("/")
    if chosen.name == "parquet":
        arrow("Parquet")  # once, for all processes
    with reading_all(database_url(context), along=chosen.in_parts) as all_, whole_file(out) as file:
        session, readers = all_
        quotes = Selection(session, wanted, sort, readers)
        if bom:
            file.write(BYTE_ORDER_MARK)
        for piece in chosen.write(quotes, base):
            file.write(piece)
    say(f"{counted(len(quotes), 'quote')} written")


@contextmanager
def reading_all(url: str, *, along: bool) -> Iterator[tuple[Session, Sequence[Reader]]]:
    """Open a database to read all of it, `along` with other processes where it is a large one."""
    from sqlalchemy import func, select

    from quotes.store.models import quotes
    from quotes.store.readers import reading_along

    with reading(url) as session:
        several = along and (session.scalar(select(func.max(quotes.c.id))) or 0) >= _MANY
    processors = len(os.sched_getaffinity(0)) if several and hasattr(os, "sched_getaffinity") else 1
    with reading_along(url, min(processors - 1, _MOST)) as opened:
        yield opened


def _ending(path: Path | None) -> str | None:
    """Return the format that a file's ending names, which can have two parts."""
    from quotes.export.formats import FORMATS

    if path is None:
        return None
    fitting = [name for name in FORMATS if path.name.lower().endswith(f".{name}")]
    return max(fitting, key=len, default=path.suffix[1:] or None)


@contextmanager
def whole_file(path: Path | None) -> Iterator[BinaryIO]:
    """Open a file that has its name only once it is whole; or stdout."""
    if path is None or str(path) == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    descriptor, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        mask = os.umask(0)
        os.umask(mask)
        unfinished.chmod(0o666 & ~mask)  # as any other file would have it
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def snapshot(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the snapshot's folder is made.")],
    context: typer.Context,
    since: Annotated[
        Path | None,
        typer.Option(metavar="SNAPSHOT", help="Write only what has changed since this whole snapshot."),
    ] = None,
    parquet: Annotated[
        bool, typer.Option("--parquet", help="Write a Parquet table beside each file of JSON Lines.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing: check that the snapshot DIR is as it was written.")
    ] = False,
) -> None:
    """Write all there is as of one moment: a dated folder of JSON Lines, with checksums and schemas.

    The manifest is written last. Whole texts are in it only of documents that are open. QUOTES_PUBLIC_URL
    is the address of the server that links in tables lead to; without one they begin with /v1/.
    """
    from quotes.config import settings
    from quotes.export.snapshots import check_snapshot, write_snapshot
    from quotes.export.tables import arrow

    if check:
        files, made = check_snapshot(folder), folder
    else:
        base = (settings().public_url or "").rstrip("/")
        if parquet:
            arrow("Parquet")  # once, for all processes
        with reading_all(database_url(context), along=True) as (session, readers):
            made, files = write_snapshot(session, folder, since, parquet=parquet, base=base, readers=readers)
    rows = [one for one in files if one.name.endswith(".jsonl")]
    typer.echo(f"{made}: " + ", ".join(map(_told, rows)))


def _told(file: Kept) -> str:
    noun = file.name.removesuffix(".jsonl")
    return f"{file.rows} gone" if noun == "gone" else counted(file.rows, noun.removesuffix("s"))
