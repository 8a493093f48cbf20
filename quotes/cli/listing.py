"""Lists of stored quotes and speakers, for people to read."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotes.cli import facts
from quotes.cli.commands import printable
from quotes.store.records import PartRecord, QuoteRecord, SpeakerRecord

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
    lines = (_told(quote), where, f"{rule} · quote {quote.id}")
    return words.append("".join(f"\n{line}" for line in lines if line) + "\n", _FAINT)


def _told(quote: QuoteRecord) -> str:
    said = quote.said_on
    return facts.line(
        role=_text(quote.role),
        country=quote.country,
        said_on=facts.as_known(said.date, said.precision) if said else None,
        channel=quote.channel,
        addressee=_text(quote.addressee),
        place=_text(quote.place),
        reported_by=_text(quote.reported_by),
    )


def _text(part: PartRecord | None) -> str | None:
    return part.text if part else None


def list_speakers(console: Console, speakers: Iterable[SpeakerRecord]) -> None:
    """Write who is quoted, how often, between which days, under which names."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("speaker")
    table.add_column("kind", no_wrap=True)
    table.add_column("quotes", justify="right")
    table.add_column("in documents", justify="right", no_wrap=True)
    table.add_column("published", no_wrap=True)
    table.add_column("also called", ratio=1)
    for speaker in speakers:
        first, last = speaker.first_published_on, speaker.last_published_on
        days = str(first or "") if first == last else f"{first} – {last}"
        others = ", ".join(alias for alias in speaker.aliases if alias != speaker.name)
        table.add_row(
            Text(printable(speaker.name), _NAME),
            speaker.kind or "",
            str(speaker.quotes),
            str(speaker.documents),
            days,
            Text(printable(others), _FAINT),
        )
    console.print(table)
