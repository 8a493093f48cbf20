"""Where pages are, as others see it."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

from fastapi import Request

OEMBED = "/oembed"
_QUOTE = re.compile(r"(?:/v1|/embed)?/quotes/([1-9][0-9]{0,18})/?")
_LONGEST = 2_000  # characters in HTML: a card stays small; what is longer, browsers and servers cut or refuse


def base_of(request: Request) -> str:
    """Return the address of this server without a slash at its end: as it is set, else as it was asked."""
    return str(request.app.state.public_url or request.base_url).rstrip("/")


def is_page(path: str) -> bool:
    """Tell whether a path is for people, who get errors as pages too."""
    return path.startswith("/quotes/") or is_card(path)


def is_card(path: str) -> bool:
    """Tell whether a path is for frames in other pages."""
    return path.startswith("/embed/")


def page_of(base: str, quote_id: int) -> str:
    """Return the address of a quote's page."""
    return f"{base}/quotes/{quote_id}"


def card_of(base: str, quote_id: int) -> str:
    """Return the address of a quote's card."""
    return f"{base}/embed/quotes/{quote_id}"


def quote_id_in(url: str, bases: tuple[str, ...]) -> int | None:
    """Return the quote that an address is of, on a server with these addresses; None where it is of none.

    Its page, its card and its JSON are all its addresses; the scheme makes no difference, and neither does
    what stands behind the path.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    for base in map(urlsplit, bases):
        if parts.scheme in ("http", "https") and parts.netloc.lower() == base.netloc.lower():
            found = _QUOTE.fullmatch(parts.path.removeprefix(base.path))
            if found and parts.path.startswith(base.path):
                return int(found[1])
    return None


def web_link(url: str | None) -> str | None:
    """Return an address that a page may link to; None for another scheme, such as javascript:."""
    if url is None or len(escape(url)) > _LONGEST or not url.lower().startswith(("http://", "https://")):
        return None
    return url
