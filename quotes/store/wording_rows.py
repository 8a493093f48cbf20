"""The stored wordings: written with their anchors, and found by them where a wording is akin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, and_, bindparam, delete, insert, select
from sqlalchemy.orm import Session

from quotes.statements.canonical import anchors as anchors_of
from quotes.statements.wordings import NEAR, NOBODY, Wording, akin
from quotes.store.batches import batches, rows_with
from quotes.store.models import anchors, wordings

# Statements of SQL are built once: building one costs more than running it.
_keys: BindParameter[Any] = bindparam("keys", expanding=True)
_SAME_KEY = select(wordings).where(wordings.c.key.in_(_keys))
_BY_ID = select(wordings).where(wordings.c.id.in_(bindparam("ids", expanding=True)))
_SAME_WORDS = select(wordings).where(
    wordings.c.key == bindparam("key"), wordings.c.speaker_id == bindparam("speaker")
)
_NEAR_DAYS = _SAME_WORDS.where(wordings.c.day.between(bindparam("first"), bindparam("last")))
_ANCHORED = select(anchors).where(anchors.c.key.in_(_keys))
_ANCHORED_TO = _ANCHORED.where(anchors.c.speaker_id.in_(bindparam("speakers", expanding=True)))
_NEW = insert(wordings).returning(wordings.c.id, sort_by_parameter_order=True)
_NEW_ANCHORS = insert(anchors)


class Known(NamedTuple):
    """A wording that is stored, the statement that it is of, and how many quotes have it."""

    wording: Wording
    id: int
    statement_id: int
    quotes: int


class WordingRows:
    """The stored wordings without those that are `gone`; each is read once."""

    def __init__(self, session: Session, gone: Collection[int]) -> None:
        self.session, self.gone = session, gone
        self._read: dict[int, Known] = {}

    def near(self, ones: Collection[Wording], *, all_days: bool = False) -> dict[Wording, list[Known]]:
        """Return, for each wording, the others that it is akin to; with a few words those of all days too."""
        found = self._sharing([one for one in ones if one.is_long])
        for one in ones:
            if one.words and not one.is_long:
                found[one] = list(self._same(one, all_days=all_days))
        return found

    def around(self, seeds: Iterable[Known]) -> dict[Wording, Known]:
        """Return the wordings that a chain of kinship joins to some, and these themselves."""
        found: dict[Wording, Known] = {}
        edge = {one.wording: one for one in seeds}
        while edge:
            found |= edge
            near = self.near(edge.keys(), all_days=True).values()
            edge = {one.wording: one for some in near for one in some if one.wording not in found}
        return found

    def _same(self, one: Wording, *, all_days: bool) -> Iterator[Known]:
        values: dict[str, Any] = {"key": one.key, "speaker": one.speaker}
        if not all_days:
            values |= {"first": _days_off(one.day, -NEAR), "last": _days_off(one.day, NEAR)}
        for row in self.session.execute(_SAME_WORDS if all_days else _NEAR_DAYS, values):
            if row.id not in self.gone and row.day != one.day:
                yield _known(row)

    def _sharing(self, ones: Sequence[Wording]) -> dict[Wording, list[Known]]:
        shared = self._sharing_a_run(ones)
        missing = {id_ for ids in shared.values() for id_ in ids} - self._read.keys()
        self._read |= {one.id: one for one in known_by_id(self.session, missing)}
        found = {one: [self._read[id_] for id_ in sorted(ids)] for one, ids in shared.items()}
        return {
            one: [other for other in others if other.wording != one and akin(one, other.wording)]
            for one, others in found.items()
        }

    def _sharing_a_run(self, ones: Sequence[Wording]) -> dict[Wording, set[int]]:
        """Return the ids of the wordings of the same speaker, or of nobody, with which each shares a run."""
        by_key: dict[int, list[Wording]] = defaultdict(list)
        for one in ones:
            for key in anchors_of(one.words):
                by_key[key].append(one)
        speakers = {NOBODY, *(one.speaker for one in ones)}
        # words of nobody can be anybody's
        anybodys = any(one.speaker == NOBODY for one in ones)
        shared: dict[Wording, set[int]] = {one: set() for one in ones}
        for keys in batches(by_key):
            if anybodys:
                rows = self.session.execute(_ANCHORED, {"keys": keys})
            else:
                rows = self.session.execute(_ANCHORED_TO, {"keys": keys, "speakers": list(speakers)})
            for row in rows:
                for one in by_key[row.key]:
                    one_speaker = NOBODY in (one.speaker, row.speaker_id) or one.speaker == row.speaker_id
                    if one_speaker and row.wording_id not in self.gone:
                        shared[one].add(row.wording_id)
        return shared


def known_wordings(session: Session, wanted: Iterable[Wording]) -> dict[Wording, Known]:
    """Return those of some wordings that are stored."""
    asked = set(wanted)
    rows = rows_with(session, _SAME_KEY, {"keys": {one.key for one in asked}})
    return {known.wording: known for known in map(_known, rows) if known.wording in asked}


def known_by_id(session: Session, ids: Iterable[int]) -> Iterator[Known]:
    """Yield the wordings with these ids, as far as they are there."""
    return map(_known, rows_with(session, _BY_ID, {"ids": ids}))


def add_wordings(session: Session, counts: Mapping[Wording, int], of: Mapping[Wording, int]) -> list[Known]:
    """Store wordings with their numbers of quotes and their statements."""
    rows = [
        {
            "statement_id": of[one],
            "key": one.key,
            "speaker_id": one.speaker,
            "day": one.day,
            "quotes": count,
            "words": " ".join(one.words),
        }
        for one, count in counts.items()
    ]
    ids = session.scalars(_NEW, rows).all()
    added = [Known(one, id_, of[one], counts[one]) for one, id_ in zip(counts, ids, strict=True)]
    anchored = [
        {"key": key, "speaker_id": known.wording.speaker, "wording_id": known.id}
        for known in added
        for key in _anchors(known.wording)
    ]
    if anchored:
        session.execute(_NEW_ANCHORS, anchored)
    return added


def remove_wordings(session: Session, gone: Iterable[Known]) -> None:
    """Remove wordings and their anchors."""
    for some in batches(gone, 100):
        for known in some:
            for keys in batches(_anchors(known.wording)):
                mine = (anchors.c.speaker_id == known.wording.speaker, anchors.c.wording_id == known.id)
                session.execute(delete(anchors).where(and_(anchors.c.key.in_(keys), *mine)))
        session.execute(delete(wordings).where(wordings.c.id.in_([known.id for known in some])))


def _anchors(one: Wording) -> Collection[int]:
    return sorted(anchors_of(one.words)) if one.is_long else ()


def _known(row: Any) -> Known:
    one = Wording(row.key, row.speaker_id, row.day, tuple(row.words.split()))
    return Known(one, row.id, row.statement_id, row.quotes)


def _days_off(day: date, days: int) -> date:
    """Return the day so many days off, or the last that there is."""
    ordinal = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return day + timedelta(ordinal - day.toordinal())
