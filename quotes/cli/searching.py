"""`quotes search`: ask the database for quotes."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from quotes.cli.commands import FAILED, console, counted, database_url, say
from quotes.cli.filters import filtered

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.store.filters import QuoteFilter
    from quotes.store.records import QuoteRecord, SpeakerRecord

SHOWN = 20
_PAGE = 100
_LOOKED_THROUGH = 20_000  # speakers compared with a name that is not known


Format = Literal["table", "jsonl", "csv"]


FormatOption = Annotated[Format, typer.Option("--format", help="For people, or everything for a program.")]
LimitOption = Annotated[
    int | None,
    typer.Option(min=1, show_default=False, help=f"At most so many; {SHOWN} in a table, else all."),
]


@filtered
def search(
    context: typer.Context,
    wanted: QuoteFilter,
    limit: LimitOption = None,
    format_: FormatOption = "table",
) -> None:
    """Find quotes by speaker, day and words.

    --from and --to mean the day of saying where that is told, else of publication. The newest comes first.
    In values, a|b is a or b, and !a is not a.
    """
    with reading(database_url(context)) as session:
        found = all_quotes(session, wanted)
        first = next(found, None)
        if first is None:
            _explain_nothing(session, wanted)
            return
        answers = itertools.chain([first], found)
        if format_ != "table":
            write_rows(itertools.islice(answers, limit), format_, _quote_row)
            return
        from quotes.cli.listing import list_quotes

        shown = list_quotes(console(), itertools.islice(answers, limit or SHOWN))
        total = _total(session, wanted)
    say(f"{counted(total, 'quote')}{f', {shown} shown' if shown < total else ''}")


@contextmanager
def reading(url: str) -> Iterator[Session]:
    """Open a database to read, after making sure that it is one of ours."""
    from sqlalchemy.orm import Session

    from quotes.store.engine import check, connect

    engine = connect(url, read_only=True)
    try:
        check(engine)
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


def all_quotes(session: Session, wanted: QuoteFilter) -> Iterator[QuoteRecord]:
    """Yield the quotes that a filter leaves, the newest first, page by page."""
    from quotes.store.queries import select_quotes

    cursor = None
    while True:
        page = select_quotes(session, wanted, cursor=cursor, per_page=_PAGE)
        yield from page.results
        if (cursor := page.next_cursor) is None:
            return


def all_speakers(session: Session, query: str | None = None) -> Iterator[SpeakerRecord]:
    """Yield the speakers with a name like this, page by page."""
    from quotes.store.queries import select_speakers

    cursor = None
    while True:
        page = select_speakers(session, q=query, cursor=cursor, per_page=_PAGE)
        yield from page.results
        if (cursor := page.next_cursor) is None:
            return


def _total(session: Session, wanted: QuoteFilter) -> int:
    from quotes.store.queries import select_quotes

    return select_quotes(session, wanted, per_page=1).count


def _explain_nothing(session: Session, wanted: QuoteFilter) -> None:
    """Say that there are no quotes; a speaker who is not known at all is an error, with the nearest names."""
    from quotes.store.filters import QuoteFilter

    if wanted.speaker is None or _total(session, QuoteFilter(speaker=wanted.speaker)):
        say("no quotes match")
        return
    say(f"no speaker is known as “{wanted.speaker}”{suggestion(session, wanted.speaker)}")
    raise typer.Exit(FAILED)


def suggestion(session: Session, name: str) -> str:
    """Return "; did you mean …?" with the nearest names, or nothing."""
    from difflib import get_close_matches

    names: dict[str, str] = {}
    for speaker in itertools.islice(all_speakers(session), _LOOKED_THROUGH):
        for form in (speaker.name, *speaker.aliases, *speaker.name.split()):
            names.setdefault(form.casefold(), speaker.name)
    near = get_close_matches(name.casefold(), names, n=3, cutoff=0.7)
    meant = dict.fromkeys(names[form] for form in near)
    return f"; did you mean {' or '.join(f'“{one}”' for one in meant)}?" if meant else ""


def write_rows(records: Iterable[Any], format_: Format, row: Any) -> None:
    """Write records to stdout: whole ones as JSON Lines, or `row` of each as CSV, in UTF-8."""
    sys.stdout.flush()
    out = sys.stdout.buffer
    if format_ == "jsonl":
        import orjson

        for record in records:
            out.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    else:
        import codecs
        import csv

        from quotes.export.csv_table import harmless

        rows = (
            {name: harmless(cell) if isinstance(cell, str) else cell for name, cell in row(record).items()}
            for record in records
        )
        first = next(rows)
        writer = csv.DictWriter(codecs.getwriter("utf-8")(out), fieldnames=list(first), lineterminator="\n")
        writer.writeheader()
        writer.writerows(itertools.chain([first], rows))
    out.flush()


def _quote_row(quote: QuoteRecord) -> dict[str, object]:
    from quotes.export.columns import QUOTES

    return {column.name: column.cell(quote) for column in QUOTES}
