"""Lists of stored quotes and speakers, for people to read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotes.cli import facts
from quotes.cli.commands import printable
from quotes.store.records import CorrectionRecord, OfficeRecord, PartRecord, QuoteRecord, SpeakerRecord
from quotes.types import as_known

_FAINT, _NAME = "dim", "bold cyan"


def list_quotes(console: Console, quotes: Iterable[QuoteRecord]) -> int:
    """Write who said what, and below where it is printed and by which rule it is known; return how many."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=min(26, console.width // 3))
    table.add_column(ratio=1)
    for quote in quotes:
        table.add_row(_who(quote), _words(quote))
    if table.row_count:
        console.print(table)
    return table.row_count


def _who(quote: QuoteRecord) -> Text:
    if quote.speaker:
        who = Text().append(printable(quote.speaker.name), _NAME)
    else:
        who = Text().append(printable(quote.source.text) if quote.source else "nobody’s", _FAINT)
    return who.append(f"\n{quote.document.published_on or 'no date'}", _FAINT)


def _words(quote: QuoteRecord) -> Text:
    words = Text(f"“{printable(quote.text)}”")
    where = " · ".join(printable(part) for part in (quote.document.outlet, quote.document.title) if part)
    if quote.rule:
        sure = "" if quote.confidence is None else f" {quote.confidence:.2f}"
        rule = f"{quote.kind} · {quote.rule}{sure}"
    else:
        rule = f"{quote.kind} · {(quote.reason or 'no source').replace('_', ' ')}"
    lines = (
        _told(quote),
        where,
        *map(_corrected, quote.corrections),
        f"{rule} · quote {quote.id}{_printed(quote)}",
    )
    return words.append("".join(f"\n{line}" for line in lines if line) + "\n", _FAINT)


def _corrected(one: CorrectionRecord) -> str:
    return printable(f"{one.field.replace('_', ' ')} corrected by {one.made_by}: {one.why}")


def _printed(quote: QuoteRecord) -> str:
    statement = quote.statement
    return f" · statement {statement.id}, printed {statement.quotes} times" if statement.quotes > 1 else ""


def _told(quote: QuoteRecord) -> str:
    said = quote.said_on
    return facts.line(
        role=_text(quote.role),
        country=quote.country,
        said_on=as_known(said.date, said.precision) if said else None,
        channel=quote.channel,
        addressee=_text(quote.addressee),
        place=_text(quote.place),
        reported_by=_text(quote.reported_by),
    )


def _text(part: PartRecord | None) -> str | None:
    return part.text if part else None


def list_speakers(console: Console, speakers: Iterable[SpeakerRecord]) -> None:
    """Write who is quoted, how often, between which days, under which names."""
    table = _table()
    table.add_column("id", justify="right", no_wrap=True)
    table.add_column("speaker")
    table.add_column("kind", no_wrap=True)
    table.add_column("quotes", justify="right")
    table.add_column("in documents", justify="right", no_wrap=True)
    table.add_column("published", no_wrap=True)
    table.add_column("also called", ratio=1)
    for speaker in speakers:
        days = _days(speaker.first_published_on, speaker.last_published_on)
        others = ", ".join(alias for alias in speaker.aliases if alias != speaker.name)
        table.add_row(
            str(speaker.id),
            Text(printable(speaker.name), _NAME),
            speaker.kind or "",
            str(speaker.quotes),
            str(speaker.documents),
            days,
            Text(printable(others), _FAINT),
        )
    console.print(table)


def list_offices(console: Console, offices: Iterable[OfficeRecord]) -> None:
    """Write in which offices a speaker was seen, in how many documents, between which days."""
    table = _table()
    for column in ("office", "body", "country"):
        table.add_column(column)
    table.add_column("in documents", justify="right", no_wrap=True)
    table.add_column("seen", no_wrap=True)
    table.add_column("held", no_wrap=True)
    for office in offices:
        held = f"{office.since or ''} – {office.until or ''}" if office.since or office.until else ""
        words = (Text(printable(words or "")) for words in (office.title, office.body, office.country))
        seen = _days(office.first_seen_on, office.last_seen_on)
        table.add_row(*words, str(office.documents or ""), seen, held)
    console.print(table)


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")


def _days(first: date | None, last: date | None) -> str:
    return str(first or "") if first == last else f"{first} – {last}"
