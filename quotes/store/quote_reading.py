"""Read quotes with all that belongs to them, many at a time.

What many quotes share is read once, and a document's text is held only while its quotes are cut from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import compress
from typing import Any, Final

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from quotes.store.batches import among
from quotes.store.bulk import Columns, columns_of
from quotes.store.correcting import value_from_json
from quotes.store.models import corrections, documents, outlets, quotes, spans, speakers, statements
from quotes.store.offices import Occasions, held
from quotes.store.quote_batches import Batch
from quotes.store.records import CorrectionRecord, OfficeRecord, SpeakerRef
from quotes.store.relinking import candidates
from quotes.store.rereading import standing
from quotes.store.values import in_utc

Stretches = Sequence[tuple[int, int]]
_REMEMBERED = 5_000  # speakers, and names that mean no one for sure
_TEXTS = 200  # held at once, at most

COLUMNS = (
    *("id", "document_id", "speaker_id", "naming_id", "statement_id", "published_sort"),
    *("text", "kind", "start", "end", "source_start", "source_end", "antecedent_start", "antecedent_end"),
    *("cue_start", "cue_end", "cue_lemma", "role_start", "role_end", "country"),
    *("said_on", "said_on_precision", "said_on_basis", "said_on_start", "said_on_end"),
    *("channel", "addressee_start", "addressee_end", "place_start", "place_end"),
    *("reported_by_start", "reported_by_end", "rule", "confidence", "reason", "extractor_version"),
    "updated_at",
)
_PRINTINGS = select(statements.c.quotes).where(statements.c.id == quotes.c.statement_id).scalar_subquery()
# Hardly any quote has several parts or was put right: a look at it is cheaper than asking for all of them.
_IN_PARTS = exists().where(spans.c.quote_id == quotes.c.id, spans.c.position == 1)
_PUT_RIGHT = exists().where(corrections.c.quote_id == quotes.c.id, corrections.c.undone_at.is_(None))
ROWS: Final[Select[Any]] = select(
    *(quotes.c[name] for name in COLUMNS),
    _PRINTINGS.label("printings"),
    _IN_PARTS.label("in_parts"),
    _PUT_RIGHT.label("put_right"),
)
# Statements are built once, with the place of a list: building one costs as much as running it.
ROWS_OF: Final[Select[Any]] = ROWS.where(among(quotes.c.id, "ids"))
_OF_DOCUMENT = ("id", "title", "url", "author", "published_on", "sha256", "text")
_DOCUMENTS: Select[Any] = (
    select(*(documents.c[name] for name in _OF_DOCUMENT), outlets.c.name.label("outlet"))
    .outerjoin(outlets, outlets.c.id == documents.c.outlet_id)
    .where(among(documents.c.id, "ids"))
)
_SPEAKERS = select(speakers.c.id, speakers.c.name, speakers.c.kind).where(among(speakers.c.id, "ids"))
_SPANS = (
    select(spans.c.quote_id, spans.c.start, spans.c.end)
    .where(among(spans.c.quote_id, "ids"))
    .order_by(spans.c.quote_id, spans.c.position)
)


class QuoteReader:
    """Reads what belongs to quotes, in a session that sees one state as long as this is used."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._speakers: dict[int, SpeakerRef] = {}
        self._offices: dict[int, tuple[OfficeRecord, ...]] = {}
        self._meant: dict[int, tuple[SpeakerRef, ...]] = {}

    def read(self, columns: Columns) -> Iterator[Batch]:
        """Yield the quotes of rows, as ROWS selects them, in the same order, some at a time."""
        if not columns["id"]:
            return
        for known in (self._speakers, self._offices, self._meant):
            if len(known) > _REMEMBERED:
                known.clear()
        ids, namings, speaking = columns["id"], columns["naming_id"], columns["speaker_id"]
        self._learn_meant({name for name, one in zip(namings, speaking, strict=True) if one is None} - {None})
        self._learn_speakers(set(speaking) - {None})
        said = Occasions(columns["document_id"], namings, speaking, columns["published_sort"])
        parts = self._parts([*compress(ids, columns["in_parts"])])
        put_right = self._corrections([*compress(ids, columns["put_right"])])
        whole = zip(zip(columns["start"], columns["end"], strict=True), strict=True)
        whole_or_parts = (
            [parts.get(id_, one) for id_, one in zip(ids, whole, strict=True)] if parts else whole
        )
        beside: Columns = {
            "speaker": [*map(self._speakers.get, speaking)],
            "candidates": [
                () if one else self._meant.get(name, ()) for one, name in zip(speaking, namings, strict=True)
            ],
            "office": held(self._session, said, self._offices),
            "corrections": [put_right.get(id_, ()) for id_ in ids],
            "stretches": [*whole_or_parts],
        }
        for run in _runs(columns["document_id"]):
            some = _cut(columns, run)
            of_documents = columns_of(self._session, _DOCUMENTS, set(some["document_id"]))
            yield Batch(some, of_documents, _cut(beside, run))

    def _parts(self, ids: Sequence[int]) -> dict[int, Stretches]:
        """Return the parts of quotes that have several."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        several = self._session.connection().execute(_SPANS, {"ids": ids}) if ids else ()
        for quote_id, start, end in several:
            found[quote_id].append((start, end))
        return dict(found)

    def _corrections(self, ids: Sequence[int]) -> dict[int, tuple[CorrectionRecord, ...]]:
        found = standing(self._session, ids) if ids else {}
        return {quote_id: tuple(map(correction_record, rows)) for quote_id, rows in found.items()}

    def _learn_speakers(self, ids: Collection[int]) -> None:
        if new := ids - self._speakers.keys():
            found = self._session.connection().execute(_SPEAKERS, {"ids": new})
            self._speakers |= {row[0]: SpeakerRef(*row) for row in found}

    def _learn_meant(self, namings: Collection[int]) -> None:
        """Find whom names can mean that mean no one for sure."""
        new = namings - self._meant.keys()
        unlinked = candidates(self._session, new)
        self._learn_speakers({one for found in unlinked.values() for one in found})
        for naming in new:
            self._meant[naming] = tuple(self._speakers[one] for one in unlinked.get(naming, ()))


def _runs(of: Sequence[int]) -> Iterator[slice]:
    """Cut rows up where they are of too many documents; `of` are those of each."""
    begin = 0
    met: set[int] = set()
    for position, document in enumerate(of):
        if document not in met:
            if len(met) == _TEXTS:
                yield slice(begin, position)
                begin, met = position, set()
            met.add(document)
    yield slice(begin, len(of))


def _cut(columns: Columns, run: slice) -> Columns:
    return {name: column[run] for name, column in columns.items()}


def correction_record(row: Any) -> CorrectionRecord:
    """Return a row of the log of corrections as a record."""
    before, after = (value_from_json(row.field, value) for value in (row.before, row.after))
    return CorrectionRecord(
        id=row.id,
        quote_id=row.quote_id,
        document_id=row.document_id,
        field=row.field,
        before=before,
        after=after,
        made_by=row.made_by,
        made_at=in_utc(row.made_at),
        why=row.why,
        undone_by=row.undone_by,
        undone_at=None if row.undone_at is None else in_utc(row.undone_at),
    )
