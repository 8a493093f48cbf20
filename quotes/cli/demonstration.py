"""`quotes demo`: the samples, the first answers, the API, in a database of its own."""

from __future__ import annotations

import shlex
import tempfile
from collections import Counter
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlencode

import typer

from quotes.cli.commands import console, counted
from quotes.cli.serving import Port, address, listen, run
from quotes.errors import QuotesError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.store.records import QuoteRecord

_SHOWN = 4


def demo(
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the API in the end.")] = True,
    port: Port = 8000,
) -> None:
    """Show what this does, on invented articles.

    Loads them into a new database, prints the first answers, serves the API and says what to ask it.
    No other database is read or written.
    """
    with ExitStack() as open_:
        listening = open_.enter_context(listen("127.0.0.1", port)) if serve else None
        folder = open_.enter_context(tempfile.TemporaryDirectory(prefix="quotes-demo-"))
        url = f"sqlite:///{Path(folder, 'demo.db').as_posix()}"
        _load(url)
        speaker, monday = _first_answers(url)
        if listening:
            _addresses(address(listening), speaker, monday)
            run(url, listening)


def _load(url: str) -> None:
    from quotes.cli.database import open_or_create
    from quotes.cli.ingesting import Tally, store
    from quotes.ingest import read
    from quotes.paths import data_path

    tally = Tally()
    engine = open_or_create(url)
    store(engine, read(data_path("seeds") / "documents"), tally)
    engine.dispose()
    typer.echo(f"Invented articles, in a database of their own: {tally}.")
    if not tally.counts["attributed"]:
        raise QuotesError("no quote was found in the samples; install quotes again")


def _first_answers(url: str) -> tuple[str, date]:
    """Show one speaker's quotes and one week's: of whom and when there are most."""
    from quotes.cli.listing import list_quotes
    from quotes.cli.searching import all_quotes, all_speakers, reading
    from quotes.store.filters import QuoteFilter

    with reading(url) as session:
        speaker = max(all_speakers(session), key=lambda one: one.quotes).name
        monday = _busiest_week(session)
        said = list(all_quotes(session, QuoteFilter(speaker=speaker)))
        week = QuoteFilter(from_=monday, to=monday + timedelta(days=6), attributed=True)
        printed = list(all_quotes(session, week))
    typer.echo(f"\nWhat did {speaker} say? {_of(said)}:\n")
    list_quotes(console(), said[:_SHOWN])
    typer.echo(f"What was printed from {week.from_} to {week.to}? {_of(printed)}:\n")
    one_of_each_article = {quote.document.id: quote for quote in reversed(printed)}.values()
    list_quotes(console(), list(one_of_each_article)[-_SHOWN:][::-1])
    return speaker, monday


def _of(quotes: list[QuoteRecord]) -> str:
    return f"{min(_SHOWN, len(quotes))} of {counted(len(quotes), 'quote')}"


def _busiest_week(session: Session) -> date:
    from quotes.cli.searching import all_quotes
    from quotes.store.filters import QuoteFilter

    days = (quote.document.published_on for quote in all_quotes(session, QuoteFilter(attributed=True)))
    weeks = Counter(day - timedelta(days=day.weekday()) for day in days if day)
    return max(weeks, key=lambda monday: (weeks[monday], monday))


def _addresses(base: str, speaker: str, monday: date) -> None:
    week = {"from": monday.isoformat(), "to": (monday + timedelta(days=6)).isoformat()}
    text = '{"text": "“The harbour stays open,” said Mira Danforth."}'
    typer.echo("The API is running; in another window:\n")
    for path in (
        f"quotes?{urlencode({'speaker': speaker})}",
        f"quotes?{urlencode(week)}",
        "speakers",
        "documents",
    ):
        typer.echo(f"  curl {shlex.quote(f'{base}/v1/{path}')}")
    typer.echo(f"  curl {base}/v1/extract -H 'Content-Type: application/json' -d {shlex.quote(text)}")
    typer.echo(f"\nIts documentation is at {base}/docs. Ctrl-C stops it and removes the demo’s database.")
