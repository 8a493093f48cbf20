"""Read quotes with all that belongs to them, many at a time.

What many quotes share is read once, and a document's text is held only while its quotes are cut from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlalchemy.orm import Session

from quotes.store.correcting import value_from_json
from quotes.store.models import documents, outlets, quotes, spans, speakers, statements
from quotes.store.offices import Occasion, held
from quotes.store.records import CorrectionRecord, DocumentRef, OfficeRecord, OfficeRef, SpeakerRef
from quotes.store.relinking import candidates
from quotes.store.rereading import standing
from quotes.store.values import in_utc

T = TypeVar("T")
Stretches = Sequence[tuple[int, int]]
_REMEMBERED = 20_000  # speakers, and names that mean no one for sure
_TEXTS = 50  # held at once, at most

# Statements are built once: building one costs more than running it.
_ids: BindParameter[int] = bindparam("ids", expanding=True)

# In this order a row is taken apart, with the printings of its statement and the speaker behind.
COLUMNS = (
    *("id", "document_id", "speaker_id", "naming_id", "statement_id", "published_sort"),
    *("text", "kind", "start", "end", "source_start", "source_end", "antecedent_start", "antecedent_end"),
    *("cue_start", "cue_end", "cue_lemma", "role_start", "role_end", "country"),
    *("said_on", "said_on_precision", "said_on_basis", "said_on_start", "said_on_end"),
    *("channel", "addressee_start", "addressee_end", "place_start", "place_end"),
    *("reported_by_start", "reported_by_end", "rule", "confidence", "reason", "extractor_version"),
    "updated_at",
)
_ROWS = (
    select(
        *(quotes.c[name] for name in COLUMNS),
        statements.c.quotes.label("printings"),
        speakers.c.name.label("speaker"),
        speakers.c.kind.label("speaker_kind"),
    )
    .join(statements, statements.c.id == quotes.c.statement_id)
    .outerjoin(speakers, speakers.c.id == quotes.c.speaker_id)
    .where(quotes.c.id.in_(_ids))
)
_OF_DOCUMENT = ("id", "title", "url", "author", "published_on", "sha256", "text")
_DOCUMENTS: Select[Any] = (
    select(*(documents.c[name] for name in _OF_DOCUMENT), outlets.c.name)
    .outerjoin(outlets, outlets.c.id == documents.c.outlet_id)
    .where(documents.c.id.in_(_ids))
)
_SOME_DOCUMENTS = _DOCUMENTS.execution_options(yield_per=_TEXTS)
_SEVERAL = select(spans.c.quote_id).where(spans.c.position == 1, spans.c.quote_id.in_(_ids))
_SPANS = (
    select(spans.c.quote_id, spans.c.start, spans.c.end)
    .where(spans.c.quote_id.in_(_SEVERAL))
    .order_by(spans.c.quote_id, spans.c.position)
)


class Around(NamedTuple):
    """What belongs to a quote and stands in other tables than its own."""

    document: DocumentRef
    parts: Stretches
    speaker: SpeakerRef | None
    candidates: tuple[SpeakerRef, ...]
    office: OfficeRef | None
    corrections: tuple[CorrectionRecord, ...]


# Makes something of a quote's row, the text of its document, and what belongs to it.
Make = Callable[[Any, str, Around], T]


class QuoteReader:
    """Reads quotes by their ids, in a session that sees one state as long as this is used."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._speakers: dict[int, SpeakerRef] = {}
        self._offices: dict[int, tuple[OfficeRecord, ...]] = {}
        self._meant: dict[int, tuple[SpeakerRef, ...]] = {}

    def read(self, ids: Sequence[int], make: Make[T]) -> list[T]:
        """Return what is made of the quotes with these ids, in the same order."""
        rows = self._session.execute(_ROWS, {"ids": ids}).all()
        for known in (self._speakers, self._offices, self._meant):
            if len(known) > _REMEMBERED:
                known.clear()
        self._learn_meant({row.naming_id for row in rows if row.speaker_id is None} - {None})
        parts, put_right = self._parts(ids), self._corrections(ids)
        said = (Occasion(row[0], row[1], row[3], row[2], row[5]) for row in rows)
        offices = held(self._session, said, self._offices)
        of_documents: dict[int, list[Any]] = defaultdict(list)
        for row in rows:
            of_documents[row[1]].append(row)
        made: dict[int, T] = {}
        for document, text in self._documents(of_documents):
            for row in of_documents[document.id]:
                id_, speaker_id = row[0], row[2]
                around = Around(
                    document,
                    parts.get(id_) or ((row.start, row.end),),
                    None if speaker_id is None else SpeakerRef(speaker_id, row.speaker, row.speaker_kind),
                    self._meant.get(row.naming_id, ()) if speaker_id is None else (),
                    offices.get(id_),
                    put_right.get(id_, ()),
                )
                made[id_] = make(row, text, around)
        return [made[id_] for id_ in ids if id_ in made]

    def _parts(self, ids: Sequence[int]) -> dict[int, Stretches]:
        """Return the parts of quotes that have several."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for quote_id, start, end in self._session.execute(_SPANS, {"ids": ids}):
            found[quote_id].append((start, end))
        return dict(found)

    def _corrections(self, ids: Sequence[int]) -> dict[int, tuple[CorrectionRecord, ...]]:
        found = standing(self._session, ids)
        return {quote_id: tuple(map(correction_record, rows)) for quote_id, rows in found.items()}

    def _documents(self, ids: Collection[int]) -> Iterator[tuple[DocumentRef, str]]:
        # to fetch a few in pieces costs PostgreSQL several questions more
        wanted = _DOCUMENTS if len(ids) <= _TEXTS else _SOME_DOCUMENTS
        found = self._session.execute(wanted, {"ids": list(ids)})
        for id_, title, url, author, published_on, sha256, text, outlet in found:
            yield DocumentRef(id_, title, outlet, url, author, published_on, sha256), text

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
