"""What a quote's page tells programs: search engines, networks, reference managers."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode

from api.pages import wording
from api.pages.addresses import page_of, web_link
from quotes.export.schema_org import CONTEXT, quotation
from quotes.store.records import QuoteRecord

_LONGEST = 1_000  # characters of words in a description; the page has them all


def json_ld(quote: QuoteRecord, base: str) -> dict[str, Any]:
    """Return the quote as schema.org's Quotation, which this page is about."""
    return {"@context": CONTEXT, **quotation(quote, base), "url": page_of(base, quote.id)}


def dublin_core(quote: QuoteRecord, base: str) -> list[tuple[str, str]]:
    """Return the article that the words are cited from as Dublin Core, for <meta>."""
    document = quote.document
    told = {
        "DC.title": document.title or wording.heading(quote),
        "DC.creator": document.author,
        "DC.publisher": document.outlet,
        "DC.source": document.outlet,
        "DC.date": document.published_on.isoformat() if document.published_on else None,
        "DC.type": "Text",
        "DC.identifier": web_link(document.url) or page_of(base, quote.id),
        "DC.description": _abstract(quote),
    }
    return [(name, wording.one_line(value, 1_500)) for name, value in told.items() if value]


def coins(quote: QuoteRecord, base: str) -> str:
    """Return the same as a ContextObject in a span (COinS), by which Zotero's button takes it.

    Of the formats of OpenURL only that of Dublin Core can say that it is a newspaper's.
    """
    document = quote.document
    told = {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.type": "newspaperArticle" if document.outlet else "webpage",
        "rft.title": document.title or wording.heading(quote),
        "rft.source": document.outlet,
        "rft.au": document.author,
        "rft.date": document.published_on.isoformat() if document.published_on else None,
        "rft.identifier": web_link(document.url) or page_of(base, quote.id),
        "rft.description": _abstract(quote),
    }
    known = {name: " ".join(value.split()) for name, value in told.items() if value}
    return urlencode(known, quote_via=percent_encoded)


def _abstract(quote: QuoteRecord) -> str:
    return f"“{wording.one_line(quote.text, _LONGEST)}” – {wording.description(quote)}"
