"""What a quote's page tells programs: search engines, networks, reference managers."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode

from api.pages import wording
from api.pages.addresses import page_of, web_link
from quotes.store.records import QuoteRecord

_ORGANISED = ("organisation", "government", "group")
_LONGEST = 1_000  # characters of words in a description; the page has them all


def json_ld(quote: QuoteRecord, base: str) -> dict[str, Any]:
    """Return the quote as schema.org's Quotation; what is not known is left out."""
    page, document, speaker, said = page_of(base, quote.id), quote.document, quote.speaker, quote.said_on
    outlet = {"@type": "Organization", "name": document.outlet} if document.outlet else None
    who: dict[str, Any] | None = None
    if speaker is not None:
        organised = speaker.kind in _ORGANISED
        who = {"@type": "Organization" if organised else "Person", "name": speaker.name}
        if not organised and (office := wording.office(quote)):
            who["jobTitle"] = office
    article = {
        "@type": "NewsArticle",
        "headline": document.title,
        "url": web_link(document.url),
        "author": {"@type": "Person", "name": document.author} if document.author else None,
        "publisher": outlet,
        "datePublished": document.published_on.isoformat() if document.published_on else None,
    }
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Quotation",
            "@id": page,
            "url": page,
            "text": quote.text,
            "spokenByCharacter": who,
            "dateCreated": wording.shown_day(said.date, said.precision).machine if said else None,
            "isPartOf": _known(article),
        }
    )


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


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
