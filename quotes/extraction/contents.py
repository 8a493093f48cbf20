"""What a quotation's own words tell: a title of a work, a single echoed word, a whole sentence."""

from __future__ import annotations

import regex

from quotes.extraction.marks import Quotation

_WORD = regex.compile(r"[\p{L}\d][\p{L}\p{M}\d’'.-]*")
_SMALL = frozenset("a an and as at but by for from in into nor of on or so the to up vs with you is it".split())


def features(text: str, q: Quotation, ending: str, before: str, behind: str) -> tuple[str, ...]:
    """Return the names of what is seen in and just around a quotation.

    `ending` is its own letter among the phrases, `before` and `behind` those beside it.
    """
    words = _WORD.findall(text, q.start, min(q.end, q.start + 400))
    n = len(words)
    size = "0" if not n else "1" if n == 1 else "2" if n == 2 else "3" if n == 3 else "4-6" if n < 7 else "7-12" if n < 13 else "long"
    first = text[q.start]
    case = "upper" if first.isupper() else "lower" if first.islower() else "other"
    titled = n > 0 and first.isupper() and all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in words) and n < 12
    shape = "title" if titled else "plain"
    return (
        "none",
        f"none:words:{size}",
        f"none:case:{case}:{size}",
        f"none:shape:{shape}:{size}",
        f"none:shape:{shape}:{before}",
        f"none:behind:{ending}:{behind}",
        f"none:before:{before}:{size}",
        f"none:ending:{ending}:{case}",
    )
