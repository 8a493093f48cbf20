"""How a quote gets into another page: the code of its frame, as large as its card needs."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import ceil
from unicodedata import east_asian_width

from api.pages import wording
from api.pages.addresses import card_of, page_of, web_link
from quotes.store.records import QuoteRecord

# A card shows so many characters at most, and leads to the rest: a frame has one height for all of it, and
# ten thousand characters in it would be a page of its own.
MOST_SHOWN = 600
WIDTH = 600  # pixels, where nobody asks for less
_ROOM = 78  # pixels around the lines of a card, above and below, and between its parts
_SIDES = 62  # left and right of the words
_SIGN, _LINE = 10.8, 29  # the widest usual serif's sign in words, and their line; a Chinese one takes 20
_SMALL_SIGN, _SMALL_LINE = 7.6, 21
_WHEN = "said on 30 September 2024; published 30 September 2024, "


@dataclass(frozen=True, slots=True)
class Frame:
    """The code of a frame for another page, and its size in pixels."""

    html: str
    width: int
    height: int


def frame_of(
    quote: QuoteRecord, base: str, maxwidth: int | None = None, maxheight: int | None = None
) -> Frame:
    """Return the frame of a quote's card, no larger than it may be.

    The frame runs no script and knows nothing of the page around it; its links open beside that.
    """
    width = min(WIDTH, maxwidth or WIDTH)
    height = min(height_of(quote, width), maxheight or 10_000)
    # Well-formed as XML too, which oEmbed asks for. Consumers that drop styles keep frameborder.
    html = (
        f'<iframe src="{escape(card_of(base, quote.id))}" width="{width}" height="{height}"'
        f' title="{escape(wording.heading(quote))}" sandbox="allow-popups allow-popups-to-escape-sandbox"'
        ' loading="lazy" referrerpolicy="no-referrer" frameborder="0" style="border:0;max-width:100%">'
        "</iframe>"
    )
    return Frame(html, width, height)


def blockquote_of(quote: QuoteRecord, base: str) -> str:
    """Return code for pages that take no frames: the words, who said them, and links; all of them."""
    words = "".join(
        f"<p>{' '.join(f'“{escape(part)}”' for part in paragraph)}</p>"
        for paragraph in wording.paragraphs(quote)
    )
    page = escape(page_of(base, quote.id))
    original = web_link(quote.original) or web_link(quote.document.url)
    where = quote.document.outlet or quote.document.title or "the original"
    source = f'<a href="{escape(original)}">{escape(where)}</a>' if original else escape(where)
    return (
        f'<blockquote cite="{page}" dir="auto">{words}</blockquote>'
        f'<p><a href="{page}">{escape(wording.description(quote))}</a> ({source})</p>'
    )


def height_of(quote: QuoteRecord, width: int) -> int:
    """Return how many pixels high a card of this width is, with fonts wider than most."""
    inside = max(width - _SIDES, 120)
    shown = wording.beginning(quote, MOST_SHOWN)
    lines = sum(_lines(" ".join(paragraph), inside, _SIGN) for paragraph in shown.paragraphs)
    small = [
        _who(quote),
        _WHEN + (wording.how_said(quote) or ""),
        _where(quote),
        f"How we know: {wording.trust(quote)}",
    ]
    gaps = 10 * (len(shown.paragraphs) - 1)
    if shown.shown < shown.of:
        small.append("The first 600 of 10,000 characters. Read all of it")
        gaps += 12
    small_lines = sum(_lines(one, inside, _SMALL_SIGN) for one in small)
    return ceil(lines * _LINE + small_lines * _SMALL_LINE + gaps + _ROOM)


def _who(quote: QuoteRecord) -> str:
    name = (wording.named(quote) or "Speaker not known")[:200]
    rest = [
        wording.office(quote) or "",
        wording.unnamed(quote) or "",
        *(one.name for one in quote.candidates[:5]),
    ]
    wider = name[: len(name) // 2]  # it is bold, and larger
    return f"{name}{wider}  {'; '.join(one[:200] for one in rest if one)}"


def _where(quote: QuoteRecord) -> str:
    outlet, title = quote.document.outlet or "", quote.document.title or "where it was printed is not known"
    return f"{outlet[:120]}: {title[:160]}"


def _lines(text: str, width: int, sign: float) -> int:
    """Return how many lines a text takes, at most."""
    needed = 0
    for line in text.split("\n"):
        signs = sum(2 if east_asian_width(one) in "WF" else 1 for one in line)
        needed += max(ceil(signs * sign / (width - 4 * sign)), 1)
    return needed
