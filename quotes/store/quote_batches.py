"""Some quotes as columns: each field of their records, for all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any, Final

from quotes.languages.rules import rule_precision
from quotes.store.links import context, text_fragment
from quotes.store.records import CueRecord, DayRecord, PartRecord, QuoteRecord, SaidOnRecord, StatementRef
from quotes.store.values import in_utc
from quotes.types import DatePrecision

FIELDS: Final = tuple(field.name for field in fields(QuoteRecord))
# Where a field of a field is a column of a row: it is read with no record made for it.
_IN_ROWS = {
    "said_on.date": "said_on",
    "said_on.precision": "said_on_precision",
    "cue.lemma": "cue_lemma",
    "document.id": "document_id",
    "statement.id": "statement_id",
    "statement.quotes": "printings",
}


class Batch:
    """Some quotes, in order, with the texts that their parts are cut from.

    `rows` are the columns of their rows by name; `beside` are fields of their records that stand elsewhere,
    and `stretches`, the offsets of the parts of each quote.
    """

    def __init__(
        self,
        rows: Mapping[str, Sequence[Any]],
        texts: Sequence[str],
        beside: Mapping[str, Sequence[Any]],
        stretches: Sequence[Sequence[tuple[int, int]]],
    ) -> None:
        self.rows = dict(rows)
        self.texts = texts
        self.stretches = stretches
        self._known = dict(beside)

    def __len__(self) -> int:
        return len(self.texts)

    def column(self, path: str) -> Sequence[Any]:
        """Return a field of each quote's record, or a field of that, such as "speaker.name"."""
        if path not in self._known:
            self._known[path] = self._column(path)
        return self._known[path]

    def parts(self, name: str) -> Iterator[tuple[str, int | None, int | None]]:
        """Yield, of each quote, its document's text and where a part begins and ends; None without one."""
        if f"{name}_start" not in self.rows:
            self._find_contexts()
        return zip(self.texts, self.rows[f"{name}_start"], self.rows[f"{name}_end"], strict=True)

    def records(self) -> list[QuoteRecord]:
        """Return the quotes as records."""
        return list(map(QuoteRecord, *map(self.column, FIELDS)))

    def _column(self, path: str) -> Sequence[Any]:
        first, _, rest = path.partition(".")
        if path in _IN_ROWS:
            return self.rows[_IN_ROWS[path]]
        if rest == "text" and f"{first}_start" in self.rows:
            return [None if start is None else text[start:end] for text, start, end in self.parts(first)]
        if rest:
            return [None if one is None else getattr(one, rest) for one in self.column(first)]
        return _MADE[path](self) if path in _MADE else self.rows[path]

    def _find_contexts(self) -> None:
        found = list(map(context, self.texts, self.rows["start"], self.rows["end"]))
        for name, spans in (("before", [one for one, _ in found]), ("after", [one for _, one in found])):
            self.rows[f"{name}_start"] = [span and span.start for span in spans]
            self.rows[f"{name}_end"] = [span and span.end for span in spans]


@lru_cache(10_000)
def _day(
    said_on: date | None, precision: DatePrecision | None, published_on: date | None
) -> DayRecord | None:
    if said_on is not None and precision is not None:
        return DayRecord(said_on, precision, "said_on")
    return DayRecord(published_on, "day", "published_on") if published_on else None


def _parts(name: str) -> Callable[[Batch], list[PartRecord | None]]:
    def made(batch: Batch) -> list[PartRecord | None]:
        return [
            None if start is None or end is None else PartRecord(text[start:end], start, end)
            for text, start, end in batch.parts(name)
        ]

    return made


def _spans(batch: Batch) -> list[tuple[PartRecord, ...]]:
    return [
        tuple([PartRecord(text[start:end], start, end) for start, end in stretches])
        for text, stretches in zip(batch.texts, batch.stretches, strict=True)
    ]


def _cues(batch: Batch) -> list[CueRecord | None]:
    return [
        None if start is None or end is None else CueRecord(text[start:end], start, end, lemma)
        for (text, start, end), lemma in zip(batch.parts("cue"), batch.rows["cue_lemma"], strict=True)
    ]


def _said_on(batch: Batch) -> list[SaidOnRecord | None]:
    known = (batch.rows[name] for name in ("said_on", "said_on_precision", "said_on_basis"))
    return [
        None if day is None else SaidOnRecord(day, precision, basis, words)
        for day, precision, basis, words in zip(*known, _parts("said_on")(batch), strict=True)
    ]


def _days(batch: Batch) -> list[DayRecord | None]:
    said = batch.rows["said_on"], batch.rows["said_on_precision"]
    return list(map(_day, *said, batch.column("document.published_on")))


def _originals(batch: Batch) -> list[str | None]:
    found = zip(batch.column("document.url"), batch.texts, batch.stretches, strict=True)
    return [text_fragment(url, text[slice(*parts[0])]) if url else None for url, text, parts in found]


PARTS = ("before", "after", "source", "antecedent", "role", "addressee", "place", "reported_by")
_MADE: dict[str, Callable[[Batch], Sequence[Any]]] = {
    **{name: _parts(name) for name in PARTS},
    "spans": _spans,
    "cue": _cues,
    "said_on": _said_on,
    "day": _days,
    "original": _originals,
    "rule_precision": lambda batch: [rule_precision(rule) if rule else None for rule in batch.rows["rule"]],
    "permalink": lambda batch: [f"/v1/quotes/{id_}" for id_ in batch.rows["id"]],
    "statement": lambda batch: list(map(StatementRef, batch.rows["statement_id"], batch.rows["printings"])),
    "updated_at": lambda batch: [in_utc(moment) for moment in batch.rows["updated_at"]],
}
