"""The command line: `quotes --help`. One module a noun; each imports what it needs when it runs."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import Annotated

import typer

from quotes.cli import commands
from quotes.cli.assisting import mcp
from quotes.cli.correcting import app as corrections_app
from quotes.cli.correcting import correct, updates
from quotes.cli.database import app as database_app
from quotes.cli.demonstration import demo
from quotes.cli.documents import app as documents_app
from quotes.cli.evaluating import evaluate
from quotes.cli.exporting import export, snapshot
from quotes.cli.extracting import extract
from quotes.cli.fitting import fit, measure, trust
from quotes.cli.ingesting import ingest
from quotes.cli.keys import app as keys_app
from quotes.cli.process import prepare
from quotes.cli.searching import search
from quotes.cli.serving import serve
from quotes.cli.speakers import app as speakers_app

app = typer.Typer(
    cls=commands.Commands,
    help="Find who said what in news text, keep it in a database, and answer from it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # errors stay on one line, and help does not wait for Rich
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from quotes import EXTRACTOR_VERSION, __version__

        typer.echo(f"quotes {__version__} (extractor {EXTRACTOR_VERSION})")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    database: Annotated[
        str | None,
        typer.Option(
            "--database",
            metavar="URL",
            envvar="QUOTES_DATABASE_URL",
            help="The database: sqlite:///FILE, postgresql://…, or the path of a SQLite file. "
            "Without it, one in your own data folder.",
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 (its callback answers)
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    context.obj = database


for command in (
    extract,
    ingest,
    search,
    export,
    snapshot,
    correct,
    updates,
    serve,
    mcp,
    demo,
    evaluate,
    fit,
    trust,
    measure,
):
    app.command()(command)
app.add_typer(speakers_app, name="speakers")
app.add_typer(corrections_app, name="corrections")
app.add_typer(documents_app, name="documents")
app.add_typer(keys_app, name="keys")
app.add_typer(database_app, name="db")


def main() -> None:
    """Run the command line."""
    prepare()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(OSError):
                stream.reconfigure(errors="replace")  # a terminal that has no curly marks shows "?"
    app()
