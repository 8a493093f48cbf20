"""Documents as one page of HTML that needs nothing else: the text with its quotes marked, who said what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.cli import facts
from quotes.cli.commands import counted
from quotes.markup import STYLE, escaped, marked
from quotes.types import Attribution, Document, Extraction, Span, as_known, join_spans

# Whatever the text holds, a browser is told to load and run nothing.
_ALLOWED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
_HEAD = f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_ALLOWED}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>
:root{{color-scheme:light}}
body{{font:1.05rem/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}}
.about,.notes{{font:.85rem/1.5 system-ui,sans-serif;color:#444}}
article+article{{border-top:1px solid #999;margin-top:3rem}}
{STYLE}</style>
</head>
<body>
"""
_FOOT = "</body>\n</html>\n"
_LONGEST_NOTE = 80


def page(documents: Iterable[tuple[Document, Extraction]]) -> Iterator[str]:
    """Yield a page with some documents, piece by piece; nothing where there are none."""
    number = 0
    for number, (document, found) in enumerate(documents, start=1):
        if number == 1:
            yield _HEAD % escaped(document.title or "Who says what")
        yield from _article(document, found, f"quote-{number}-")
    if number:
        yield _FOOT


def _article(document: Document, found: Extraction, prefix: str) -> Iterator[str]:
    quotes = tuple(found)
    yield f'<article lang="{escaped(document.language)}">\n'
    if document.title and not document.text.startswith(document.title):
        yield f"<h1>{escaped(document.title)}</h1>\n"
    about = [document.outlet, document.author, document.published_on and document.published_on.isoformat()]
    told = [escaped(part) for part in about if part]
    if document.url and document.url.startswith(("http://", "https://")):
        told.append(f'<a href="{escaped(document.url)}" rel="noreferrer">{escaped(document.url)}</a>')
    if told:
        yield f'<p class="about">{" · ".join(told)}</p>\n'
    yield f'<div class="quotes">{marked(document.text, quotes, prefix=prefix)}</div>\n'
    total = f"{counted(len(quotes), 'quote')}, {len(found.attributions)} attributed"
    yield f'<section class="notes">\n<p>{total}</p>\n'
    if quotes:
        yield "<ol>\n"
        for number, quote in enumerate(quotes, start=1):
            yield f'<li><a href="#{prefix}{number}">{_beginning(document.text, quote)}</a><br>'
            yield f"{escaped(_note(document.text, quote))}</li>\n"
        yield "</ol>\n"
    yield "</section>\n</article>\n"


def _beginning(text: str, quote: Attribution) -> str:
    words = " ".join(join_spans(text, quote.content).split())
    return escaped(words if len(words) <= _LONGEST_NOTE else f"{words[: _LONGEST_NOTE - 1]}…")


def _note(text: str, quote: Attribution) -> str:
    """Say who is given the words and by which rule, and what is told around them."""
    source = _words(text, quote.source)
    if source is None and quote.speaker is None:
        return f"nobody's: {quote.reason or 'no source'}".replace("_", " ")
    who = quote.speaker or f"{source} ({quote.speaker_kind or 'not named'})"
    if quote.speaker is not None and source not in (None, quote.speaker):
        who += f" (“{source}”)"
    sure = "" if quote.confidence is None else f" {quote.confidence:.2f}"
    told = facts.line(
        role=_words(text, quote.role),
        country=quote.country,
        said_on=as_known(quote.said_on.day, quote.said_on.precision) if quote.said_on else None,
        channel=quote.channel,
        addressee=_words(text, quote.addressee),
        place=_words(text, quote.place),
        reported_by=_words(text, quote.reported_by),
    )
    return " · ".join(part for part in (who, quote.kind, f"{quote.rule or ''}{sure}".strip(), told) if part)


def _words(text: str, span: Span | None) -> str | None:
    return " ".join(span.of(text).split()) if span else None
