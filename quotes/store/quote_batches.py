"""Some quotes as columns: each field of their records, for all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final, TypeVar

from quotes.languages.rules import rule_precision
from quotes.store.bulk import Columns
from quotes.store.links import context, text_fragment
from quotes.store.records import (
    CueRecord,
    DayRecord,
    DocumentRef,
    PartRecord,
    QuoteRecord,
    SaidOnRecord,
    StatementRef,
    offsets,
)
from quotes.store.values import in_utc
from quotes.types import DatePrecision

T = TypeVar("T")
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
    """Some quotes, in order, with their documents, from whose texts their parts are cut.

    `rows` are the columns of their rows by name, `of_documents` those of their documents; `beside` are fields
    of their records that stand elsewhere, and `stretches`, the offsets of the parts of each quote.
    """

    def __init__(self, rows: Columns, of_documents: Columns, beside: Columns) -> None:
        self.rows = dict(rows)
        self.documents = of_documents
        places = {id_: place for place, id_ in enumerate(of_documents["id"])}
        self._places = [places[id_] for id_ in rows["document_id"]]
        self.texts: list[str] = self.of_each(of_documents["text"])
        self.stretches: Sequence[Sequence[tuple[int, int]]] = beside["stretches"]
        self._known = dict(beside)

    def __len__(self) -> int:
        return len(self.texts)

    def column(self, path: str) -> Sequence[Any]:
        """Return a field of each quote's record, or a field of that, such as "speaker.name"."""
        if path not in self._known:
            self._known[path] = self._column(path)
        return self._known[path]

    def of_each(self, documents: Sequence[T]) -> list[T]:
        """Return of each quote what there is of each of the documents."""
        return [documents[place] for place in self._places]

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
        if first == "document" and rest:
            return self.of_each(self.documents[rest])
        if rest == "text" and f"{first}_start" in self.rows:
            return [None if start is None else text[start:end] for text, start, end in self.parts(first)]
        if rest:
            return [None if one is None else getattr(one, rest) for one in self.column(first)]
        return _MADE[path](self) if path in _MADE else self.rows[path]

    def _find_contexts(self) -> None:
        starts, ends = self.rows["start"], self.rows["end"]
        around = list(map(context, self.texts, starts, ends))
        inside = list(zip(around, starts, ends, strict=True))
        self.rows |= {
            "before_start": [first if first < start else None for (first, _), start, _ in inside],
            "before_end": starts,
            "after_start": [end if end < last else None for (_, last), _, end in inside],
            "after_end": [last for _, last in around],
        }


@lru_cache(2_000)
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
    return [text_fragment(url, text[start:end]) if url else None for url, text, ((start, end), *_) in found]


def _documents(batch: Batch) -> list[DocumentRef]:
    named = (batch.documents[field.name] for field in fields(DocumentRef))
    return batch.of_each(list(map(DocumentRef, *named)))


def _rule_precisions(batch: Batch) -> list[float | None]:
    known = {rule: rule_precision(rule) if rule else None for rule in set(batch.rows["rule"])}
    return list(map(known.__getitem__, batch.rows["rule"]))


def _updated_at(batch: Batch) -> list[datetime]:
    known = {moment: in_utc(moment) for moment in set(batch.rows["updated_at"])}  # one for each saving
    return list(map(known.__getitem__, batch.rows["updated_at"]))


PARTS = ("before", "after", "source", "antecedent", "role", "addressee", "place", "reported_by")
_MADE: dict[str, Callable[[Batch], Sequence[Any]]] = {
    **{name: _parts(name) for name in PARTS},
    "spans": _spans,
    "cue": _cues,
    "document": _documents,
    "said_on": _said_on,
    "day": _days,
    "original": _originals,
    "rule_precision": _rule_precisions,
    "permalink": lambda batch: [f"/v1/quotes/{id_}" for id_ in batch.rows["id"]],
    "statement": lambda batch: list(map(StatementRef, batch.rows["statement_id"], batch.rows["printings"])),
    "updated_at": _updated_at,
    "offsets": lambda batch: list(map(offsets, batch.stretches)),
    "start": lambda batch: [parts[0][0] for parts in batch.stretches],
    "end": lambda batch: [parts[-1][1] for parts in batch.stretches],
}
