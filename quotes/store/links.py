"""Links from a quote to the words in the page that they are from. Pure functions."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote as percent_encoded

_WHOLE = 60  # characters that are looked for as they are; of more, only the first and the last words
_WORDS = 5
_LONGEST = 200  # of a script without spaces there is more in a row: no browser takes it in an address
_NEAR = 240  # characters of context
# What an address can't hold, and a dash or a comma, which have a meaning there.
_UNSAFE = re.compile(r"[^A-Za-z0-9_.~ \n]+")


def text_fragment(url: str, words: str) -> str:
    """Return the address of words in a page, as WICG's text fragments write it.

    A browser that knows them scrolls to the words and marks them; others show the page. Words that are too
    many in a row without a space get the address of the page alone.
    """
    parts = words.split(maxsplit=2 * _WORDS)  # so many words of a long quote are not looked at
    if (len(words) > _WHOLE and len(parts) > 2 * _WORDS) or "\n" in words:
        looked_for = f"{' '.join(parts[:_WORDS])}\n{' '.join(words.rsplit(maxsplit=_WORDS)[-_WORDS:])}"
    else:
        looked_for = " ".join(parts)
    if len(looked_for) > _LONGEST and max(map(len, looked_for.split("\n"))) > _LONGEST:
        return url
    written = _UNSAFE.sub(_encoded, looked_for).replace(" ", "%20").replace("\n", ",")
    return f"{url}:~:text={written}" if "#" in url else f"{url}#:~:text={written}"


def _encoded(unsafe: re.Match[str]) -> str:
    return _percent_encoded(unsafe[0])


@lru_cache(1_000)
def _percent_encoded(unsafe: str) -> str:
    return percent_encoded(unsafe, safe="").replace("-", "%2D")


def context(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the words before a stretch of a text begin, and where those after it end.

    They are whole words, as many as fit into some 240 characters; at an end of the text there are none.
    """
    first, last = start - _NEAR, end + _NEAR
    first = text.find(" ", first, start) + 1 or first if first > 0 else 0
    if last >= (length := len(text)):
        return first, length
    space = text.rfind(" ", end, last)
    return first, space if space > end else end + 1
