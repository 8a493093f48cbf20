"""Links from a quote to the words in the page that they are from. Pure functions."""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded

from quotes.types import Span

_WHOLE = 60  # characters that are looked for as they are; of more, only the first and the last words
_WORDS = 5
_LONGEST = 200  # of a script without spaces there is more in a row: no browser takes it in an address
_NEAR = 240  # characters of context
# What an address can't hold, and a dash or a comma, which have a meaning there.
_UNSAFE = re.compile(r"[^A-Za-z0-9_.~ ]+")


def text_fragment(url: str, words: str) -> str:
    """Return the address of words in a page, as WICG's text fragments write it.

    A browser that knows them scrolls to the words and marks them; others show the page. Words that are too
    many in a row without a space get the address of the page alone.
    """
    parts = words.split()
    if (len(words) > _WHOLE and len(parts) > 2 * _WORDS) or "\n" in words:
        looked_for = [" ".join(parts[:_WORDS]), " ".join(parts[-_WORDS:])]
    else:
        looked_for = [" ".join(parts)]
    if len(max(looked_for, key=len)) > _LONGEST:
        return url
    written = [_UNSAFE.sub(_encoded, one).replace(" ", "%20") for one in looked_for]
    hash_ = "" if "#" in url else "#"
    return f"{url}{hash_}:~:text={','.join(written)}"


def _encoded(unsafe: re.Match[str]) -> str:
    return percent_encoded(unsafe[0], safe="").replace("-", "%2D")


def context(text: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """Return the whole words around a stretch of a text, as many as fit into some 240 characters."""
    first, last = max(start - _NEAR, 0), min(end + _NEAR, len(text))
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end + 1)
    return (Span(first, start) if first < start else None, Span(end, last) if end < last else None)
