"""A text of two quotations, what people say of it, and what an extractor may find in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotes import Attribution, Extraction, Span

TEXT = "“The door stays open,” said Mira Danforth.\n\nShe read “The Long Ford” that day."
OPEN, MIRA, TITLE, SHE = (Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in
                          ("The door stays open", "Mira Danforth", "The Long Ford", "She"))  # fmt: skip


def gold(**changes: Any) -> dict[str, Any]:
    quote = {"start": OPEN.start, "end": OPEN.end, "attributed": True, "source": [list(MIRA)]}
    return quote | {"entity": "Mira Danforth", "type": "person"} | changes


NO_SPEECH = gold(start=TITLE.start, end=TITLE.end, attributed=False, source=[], entity=None, type=None)


def said(
    content: Span = OPEN, source: Span | None = MIRA, speaker: str | None = "Mira Danforth", **more: Any
) -> Attribution:
    more = {"rule": "content_verb_source", "confidence": 0.95} | more
    return Attribution(content=(content,), kind="direct", source=source, speaker=speaker, **more)


def answering(*found: Attribution) -> Callable[..., Extraction]:
    attributed = tuple(a for a in found if a.source)
    return lambda _text, **_: Extraction(attributed, tuple(a for a in found if not a.source))
