"""Read quotes with all that belongs to them, many at a time.

What many quotes share is read once, and a document's text is held only while its quotes are cut from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quotes.store.batches import among
from quotes.store.correcting import value_from_json
from quotes.store.models import documents, outlets, quotes, spans, speakers, statements
from quotes.store.offices import Occasion, held
from quotes.store.quote_batches import Batch
from quotes.store.records import CorrectionRecord, DocumentRef, OfficeRecord, SpeakerRef
from quotes.store.relinking import candidates
from quotes.store.rereading import standing
from quotes.store.values import in_utc

Stretches = Sequence[tuple[int, int]]
_REMEMBERED = 20_000  # speakers, and names that mean no one for sure
_TEXTS = 100  # held at once, at most

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
ROWS: Final[Select[Any]] = select(*(quotes.c[name] for name in COLUMNS), _PRINTINGS.label("printings"))
_OF_DOCUMENT = ("id", "title", "url", "author", "published_on", "sha256", "text")
_DOCUMENTS: Select[Any] = select(*(documents.c[name] for name in _OF_DOCUMENT), outlets.c.name).outerjoin(
    outlets, outlets.c.id == documents.c.outlet_id
)
_SPANS = select(spans.c.quote_id, spans.c.start, spans.c.end).order_by(spans.c.quote_id, spans.c.position)
_SEVERAL = select(spans.c.quote_id).where(spans.c.position == 1)


class QuoteReader:
    """Reads what belongs to quotes, in a session that sees one state as long as this is used."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._speakers: dict[int, SpeakerRef] = {}
        self._offices: dict[int, tuple[OfficeRecord, ...]] = {}
        self._meant: dict[int, tuple[SpeakerRef, ...]] = {}

    def read(self, rows: Sequence[Any]) -> Iterator[Batch]:
        """Yield the quotes of rows, as ROWS selects them, in the same order, some at a time."""
        ids = [row[0] for row in rows]
        for known in (self._speakers, self._offices, self._meant):
            if len(known) > _REMEMBERED:
                known.clear()
        self._learn_meant({row.naming_id for row in rows if row.speaker_id is None} - {None})
        self._learn_speakers({row.speaker_id for row in rows} - {None})
        parts, put_right = self._parts(ids), self._corrections(ids)
        said = (Occasion(row[0], row[1], row[3], row[2], row[5]) for row in rows)
        offices = held(self._session, said, self._offices)
        for some in _runs(rows):
            columns = dict(zip(some[0]._fields, zip(*some, strict=True), strict=True))
            of_documents = self._documents(set(columns["document_id"]))
            found_in = [of_documents[id_] for id_ in columns["document_id"]]
            speaking = list(zip(columns["speaker_id"], columns["naming_id"], strict=True))
            beside: dict[str, Sequence[Any]] = {
                "document": [document for document, _ in found_in],
                "speaker": [self._speakers.get(speaker) for speaker, _ in speaking],
                "candidates": [() if speaker else self._meant.get(named, ()) for speaker, named in speaking],
                "office": list(map(offices.get, columns["id"])),
                "corrections": [put_right.get(id_, ()) for id_ in columns["id"]],
            }
            ends = zip(columns["start"], columns["end"], strict=True)
            stretches = [parts.get(id_) or (whole,) for id_, whole in zip(columns["id"], ends, strict=True)]
            yield Batch(columns, [text for _, text in found_in], beside, stretches)

    def _parts(self, ids: Sequence[int]) -> dict[int, Stretches]:
        """Return the parts of quotes that have several."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        several = _SPANS.where(
            spans.c.quote_id.in_(_SEVERAL.where(among(self._session, spans.c.quote_id, ids)))
        )
        for quote_id, start, end in self._session.execute(several).all():
            found[quote_id].append((start, end))
        return dict(found)

    def _corrections(self, ids: Sequence[int]) -> dict[int, tuple[CorrectionRecord, ...]]:
        found = standing(self._session, ids)
        return {quote_id: tuple(map(correction_record, rows)) for quote_id, rows in found.items()}

    def _documents(self, ids: Collection[int]) -> dict[int, tuple[DocumentRef, str]]:
        wanted = self._session.execute(_DOCUMENTS.where(among(self._session, documents.c.id, ids))).all()
        return {
            id_: (DocumentRef(id_, title, outlet, url, author, published_on, sha256), text)
            for id_, title, url, author, published_on, sha256, text, outlet in wanted
        }

    def _learn_speakers(self, ids: Collection[int]) -> None:
        if new := ids - self._speakers.keys():
            wanted = select(speakers.c.id, speakers.c.name, speakers.c.kind).where(speakers.c.id.in_(new))
            self._speakers |= {row[0]: SpeakerRef(*row) for row in self._session.execute(wanted)}

    def _learn_meant(self, namings: Collection[int]) -> None:
        """Find whom names can mean that mean no one for sure."""
        new = namings - self._meant.keys()
        unlinked = candidates(self._session, new)
        self._learn_speakers({one for found in unlinked.values() for one in found})
        for naming in new:
            self._meant[naming] = tuple(self._speakers[one] for one in unlinked.get(naming, ()))


def _runs(rows: Sequence[Any]) -> Iterator[list[Any]]:
    """Cut rows up where they are of too many documents."""
    run: list[Any] = []
    of: set[int] = set()
    for row in rows:
        if len(of) == _TEXTS and row[1] not in of:
            yield run
            run, of = [], set()
        of.add(row[1])
        run.append(row)
    if run:
        yield run


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
