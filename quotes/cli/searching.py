"""`quotes search`: ask the database for quotes."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from quotes.cli.commands import FAILED, console, counted, database_url, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.store.records import PartRecord, QuoteFilter, QuoteRecord, SpeakerRecord

SHOWN = 20
_PAGE = 100
_LOOKED_THROUGH = 20_000  # speakers compared with a name that is not known


Format = Literal["table", "jsonl", "csv"]


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a day; write it as 2025-01-31") from None


FormatOption = Annotated[Format, typer.Option("--format", help="For people, or everything for a program.")]
LimitOption = Annotated[
    int | None,
    typer.Option(min=1, show_default=False, help=f"At most so many; {SHOWN} in a table, else all."),
]


def search(
    context: typer.Context,
    speaker: Annotated[
        str | None,
        typer.Option(help="Who said it, by any known name or an identifier (wikidata:Q1, roster:KEY)."),
    ] = None,
    from_: Annotated[
        date | None,
        typer.Option("--from", parser=_day, metavar="DAY", help="First day of saying, else of publication."),
    ] = None,
    to: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="DAY", help="Last such day, itself included."),
    ] = None,
    said_from: Annotated[
        date | None, typer.Option(parser=_day, metavar="DAY", help="First day of saying, where that is told.")
    ] = None,
    said_to: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="DAY", help="Last day of saying, itself included."),
    ] = None,
    published_from: Annotated[
        date | None, typer.Option(parser=_day, metavar="DAY", help="First day of publication.")
    ] = None,
    published_to: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="DAY", help="Last day of publication, itself included."),
    ] = None,
    text: Annotated[str | None, typer.Option(help="Words that the quote has, in any inflection.")] = None,
    exact: Annotated[str | None, typer.Option(help="Words that it has in just this form.")] = None,
    office: Annotated[str | None, typer.Option(help="The office held when it was said.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Where it was printed.")] = None,
    addressee: Annotated[str | None, typer.Option(help="To whom it was said.")] = None,
    reported_by: Annotated[str | None, typer.Option(help="The agency or paper named for it.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="direct|mixed|indirect", help="A sentence in marks, a part of one, or neither."),
    ] = None,
    channel: Annotated[str | None, typer.Option(help="How it was said, such as tweet or speech.")] = None,
    country: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Whom the speaker speaks for, such as FR."),
    ] = None,
    statement: Annotated[
        int | None, typer.Option(min=1, metavar="ID", help="All printings of one statement.")
    ] = None,
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="Leave out what is less sure than this.")
    ] = None,
    limit: LimitOption = None,
    format_: FormatOption = "table",
) -> None:
    """Find quotes by speaker, day and words.

    --from and --to mean the day of saying where that is told, else of publication. The newest comes first.
    In values, a|b is a or b, and !a is not a.
    """
    from quotes.store.records import QuoteFilter

    if from_ and to and to < from_:
        raise typer.BadParameter(f"--to {to} is before --from {from_}")
    if said_from and said_to and said_to < said_from:
        raise typer.BadParameter(f"--said-to {said_to} is before --said-from {said_from}")
    if published_from and published_to and published_to < published_from:
        raise typer.BadParameter(f"--published-to {published_to} is before --published-from {published_from}")
    wanted = QuoteFilter(
        speaker=speaker,
        office=office,
        from_=from_,
        to=to,
        said_from=said_from,
        said_to=said_to,
        published_from=published_from,
        published_to=published_to,
        q=text,
        q_exact=exact,
        outlet=outlet,
        addressee=addressee,
        reported_by=reported_by,
        kind=kind,
        channel=channel,
        country=country,
        statement_id=statement,
        min_confidence=min_confidence,
    )
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
    from quotes.store.records import QuoteFilter

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

        rows = (row(record) for record in records)
        first = next(rows)
        writer = csv.DictWriter(codecs.getwriter("utf-8")(out), fieldnames=list(first), lineterminator="\n")
        writer.writeheader()
        writer.writerows(itertools.chain([first], rows))
    out.flush()


def _quote_row(quote: QuoteRecord) -> dict[str, object]:
    said = quote.said_on
    return {
        "id": quote.id,
        "said_on": said.date if said else None,
        "said_on_precision": said.precision if said else None,
        "published_on": quote.document.published_on,
        "speaker": quote.speaker.name if quote.speaker else None,
        "role": _words(quote.role),
        "country": quote.country,
        "text": quote.text,
        "kind": quote.kind,
        "channel": quote.channel,
        "addressee": _words(quote.addressee),
        "place": _words(quote.place),
        "reported_by": _words(quote.reported_by),
        "source": _words(quote.source),
        "cue": _words(quote.cue),
        "rule": quote.rule,
        "confidence": quote.confidence,
        "reason": quote.reason,
        "outlet": quote.document.outlet,
        "title": quote.document.title,
        "url": quote.document.url,
        "document_id": quote.document.id,
        "statement_id": quote.statement.id,
        "printings": quote.statement.quotes,
        "corrected": " ".join(one.field for one in quote.corrections),
        "updated_at": quote.updated_at.isoformat(),
        "start": quote.spans[0].start,
        "end": quote.spans[-1].end,
    }


def _words(part: PartRecord | None) -> str | None:
    return part.text if part else None
