"""How records show in a notebook: a quote as a card, a page of anything as a table.

Styles stand in the elements and take the colours of the notebook, so that they suit light and dark ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from typing import Any

from quotes.export.columns import COLUMNS, Column
from quotes.store.records import DayRecord, Page, QuoteRecord

_METHOD = "_repr_html_"  # what IPython, Jupyter, marimo and others look for
_BLOCK = "margin:.5em 0;padding:.3em 1em;border-left:3px solid currentColor;max-width:44em"
_WORDS = "margin:0;white-space:pre-line;font-size:1.05em"
_CITE = "display:block;margin-top:.4em;font-size:.85em;font-style:normal;opacity:.75"
_CELL = "text-align:left;vertical-align:top"
_LONGEST = 160  # characters of a cell
_OF_QUOTES = ("id", "day", "speaker", "text", "outlet")


def install() -> None:
    """Let records show as HTML; they come from the store, which knows nothing of pages."""
    for kind, draw in ((QuoteRecord, quote_card), (Page, page_table)):
        setattr(kind, _METHOD, draw)


def quote_card(quote: QuoteRecord) -> str:
    """Return a quote as a blockquote: its words, who said them, when, and where they are printed."""
    who = quote.speaker.name if quote.speaker else quote.source.text if quote.source else "nobody known"
    what = quote.office.title if quote.office else quote.role.text if quote.role else None
    said = f"<strong>{escape(who)}</strong>{f', {escape(what)}' if what else ''}"
    printed = " · ".join(filter(None, (quote.document.outlet, quote.document.title))) or "document"
    when = [] if quote.day is None else [escape(_day(quote.day))]
    line = " · ".join([said, *when, _link(printed, quote.original or quote.document.url)])
    # the words have their own direction, whatever the notebook's is
    words = f'<p dir="auto" style="{_WORDS}">“{escape(_bare(quote.text))}”</p>'
    about = f'<cite dir="auto" style="{_CITE}">{line} · quote {quote.id}</cite>'
    return f'<blockquote style="{_BLOCK}">{words}{about}</blockquote>'


def page_table(page: Page[Any], noun: str = "", base: str = "") -> str:
    """Return a page as a table, and how many results there are on all pages."""
    exact = "" if page.count_is_exact else "more than "
    shown = f", {len(page.results)} shown" if len(page.results) < page.count else ""
    caption = f"{exact}{page.count:,} {noun or _noun(page.results, page.count)}{shown}"
    return results_table(page.results, caption, base)


def results_table(results: Sequence[Any], caption: str, base: str = "") -> str:
    """Return records of one kind as a table with a line above it."""
    head = f'<p style="margin:.3em 0;font-size:.9em">{escape(caption)}</p>'
    columns = _columns(results)
    if not columns:
        return head
    names = "".join(f'<th style="{_CELL}">{escape(column.name)}</th>' for column in columns)
    rows = "".join(f"<tr>{''.join(_cell(column, one, base) for column in columns)}</tr>" for one in results)
    return f"{head}<table><thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>"


def _columns(results: Sequence[Any]) -> Sequence[Column]:
    columns = COLUMNS.get(type(results[0]), ()) if results else ()
    if results and isinstance(results[0], QuoteRecord):
        return [column for column in columns if column.name in _OF_QUOTES]
    return columns


def _cell(column: Column, record: Any, base: str) -> str:
    value = column.cell(record)
    shown = "" if value is None else _written(value)
    html = escape(shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…")
    if isinstance(record, QuoteRecord):
        if column.name == "id" and base:
            html = _link(shown, base + record.permalink)
        elif column.name == "day" and record.day is not None:
            html = escape(_day(record.day))
        elif column.name == "outlet":
            html = _link(shown, record.original or record.document.url)
    return f'<td dir="auto" style="{_CELL}">{html}</td>'


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)


def _day(day: DayRecord) -> str:
    """Return a day, only as much of it as is known."""
    return day.date.isoformat()[: {"year": 4, "month": 7, "day": 10}[day.precision]]


def _link(text: str, url: str | None) -> str:
    """Return a link to a page of the web; what an article gives for its address can be anything."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return escape(text)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def _bare(text: str) -> str:
    return text.strip().strip('“”"')


def _noun(results: Sequence[object], count: int) -> str:
    name = type(results[0]).__name__.removesuffix("Record").lower() if results else "result"
    return name if count == 1 else f"{name}s"
