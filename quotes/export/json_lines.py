"""Quotes as JSON Lines: a quote a line, as the API has it, and numbered so that a cut file is noticed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson

from quotes.languages.rules import rule_precision
from quotes.store.links import context, text_fragment
from quotes.store.quote_reading import Around
from quotes.store.selection import Selection
from quotes.store.values import in_utc

if TYPE_CHECKING:
    from quotes.export.formats import Quotes

_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z
_CHUNK = 256  # lines


def write(quotes: Quotes, base: str) -> Iterator[bytes]:  # noqa: ARG001  # links stay as the API has them
    """Yield a line a quote, in UTF-8.

    Each begins with `row`, its number from 1, and `rows`, that of the last line of a whole file.
    """
    rows, row = len(quotes), 0
    lines: Iterable[Any] = quotes.made_by(line) if isinstance(quotes, Selection) else quotes
    written = (orjson.dumps(one, option=_OPTIONS)[1:] for one in lines)
    while some := list(islice(written, _CHUNK)):
        yield b"".join(
            b'{"row":%d,"rows":%d,' % (number, rows) + one for number, one in enumerate(some, row + 1)
        )
        row += len(some)


def line(row: Any, text: str, around: Around) -> dict[str, Any]:
    """Return what a quote's record is as JSON, with no record, in about a third of the time."""
    (
        id_, _, _, _, statement_id, _, words, kind, start, end, source_start, source_end,
        antecedent_start, antecedent_end, cue_start, cue_end, cue_lemma, role_start, role_end, country,
        said_on, said_on_precision, said_on_basis, said_on_start, said_on_end, channel,
        addressee_start, addressee_end, place_start, place_end, reported_by_start, reported_by_end,
        rule, confidence, reason, extractor_version, updated_at, printings, _, _,
    ) = row  # fmt: skip
    document = around.document
    before, after = context(text, start, end)
    first, last = around.parts[0]
    said: dict[str, Any] | None = None
    day: dict[str, Any] | None = None
    if said_on is not None:
        day = {"date": said_on, "precision": said_on_precision, "meant": "said_on"}
        said = {
            "date": said_on,
            "precision": said_on_precision,
            "basis": said_on_basis,
            "words": _part(text, said_on_start, said_on_end),
        }
    elif document.published_on is not None:
        day = {"date": document.published_on, "precision": "day", "meant": "published_on"}
    cue = _part(text, cue_start, cue_end)
    if cue is not None:
        cue["lemma"] = cue_lemma
    return {
        "id": id_,
        "text": words,
        "kind": kind,
        "spans": [_part(text, *part) for part in around.parts],
        "before": before and _part(text, *before),
        "after": after and _part(text, *after),
        "speaker": around.speaker,
        "candidates": around.candidates,
        "office": around.office,
        "source": _part(text, source_start, source_end),
        "antecedent": _part(text, antecedent_start, antecedent_end),
        "cue": cue,
        "role": _part(text, role_start, role_end),
        "country": country,
        "said_on": said,
        "day": day,
        "channel": channel,
        "addressee": _part(text, addressee_start, addressee_end),
        "place": _part(text, place_start, place_end),
        "reported_by": _part(text, reported_by_start, reported_by_end),
        "rule": rule,
        "rule_precision": rule_precision(rule) if rule else None,
        "confidence": confidence,
        "reason": reason,
        "document": document,
        "permalink": f"/v1/quotes/{id_}",
        "original": text_fragment(document.url, text[first:last]) if document.url else None,
        "statement": {"id": statement_id, "quotes": printings},
        "corrections": around.corrections,
        "extractor_version": extractor_version,
        "updated_at": in_utc(updated_at),
    }


def _part(text: str, start: int | None, end: int | None) -> dict[str, Any] | None:
    return None if start is None else {"text": text[start:end], "start": start, "end": end}
