"""Part quotes among statements, and keep that true when quotes come, go or change their speaker.

Statements are told from the wordings there are, never from the order in which they came. What changes is
found by keys: a quote whose words are known costs a look-up; a wording that is new or gone costs those that
share its words, and only their statements are parted anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.statements.partition import candidates, partition
from quotes.statements.wordings import NOBODY, Wording, akin, wording
from quotes.store.batches import batches
from quotes.store.models import UNDATED, documents, quotes, statements, wordings
from quotes.store.tombstones import bury
from quotes.store.wording_rows import (
    Known,
    WordingRows,
    add_wordings,
    known_by_id,
    known_wordings,
    remove_wordings,
)

# Statements of SQL are built once: building one costs more than running it.
_of: BindParameter[int] = bindparam("of")
_to: BindParameter[int] = bindparam("to")
_wording: BindParameter[int] = bindparam("wording")
_NEW = insert(statements).returning(statements.c.id)
_ADD = update(wordings).where(wordings.c.id == _of).values(quotes=wordings.c.quotes + bindparam("more"))
_MOVE = update(wordings).where(wordings.c.id == _wording).values(statement_id=_to)
_MOVE_QUOTES = update(quotes).where(quotes.c.wording_id == _wording).values(statement_id=_to)
_PLACE = update(quotes).where(quotes.c.id == _of).values(wording_id=_wording, statement_id=_to)
_counted = select(func.coalesce(func.sum(wordings.c.quotes), 0))
_COUNT = (
    update(statements)
    .where(statements.c.id.in_(bindparam("ids", expanding=True)))
    .values(quotes=_counted.where(wordings.c.statement_id == statements.c.id).scalar_subquery())
)
_COLUMNS = "id wording_id speaker_id document_id start end text published_sort said_on said_on_precision"
_TO_GROUP = select(*(quotes.c[name] for name in _COLUMNS.split()))


class Place(NamedTuple):
    """Where a quote belongs: its wording, and the statement of that."""

    wording_id: int
    statement_id: int


@dataclass(frozen=True, slots=True)
class Placing:
    """Where wordings belong; and what is to be removed as soon as no quote refers to it (`forget`).

    `heirs` are the statements that others, by their ids, became part of; nobody has seen a `fresh` one yet.
    """

    places: Mapping[Wording, Place]
    gone: Sequence[Known]
    left: frozenset[int]
    heirs: Mapping[int, int]
    fresh: frozenset[int]


def wording_of(row: Mapping[str, Any]) -> Wording:
    """Return the wording of a quote's row; what needs a day has that of saying, else that of publication."""
    day = row["said_on"] if row["said_on_precision"] == "day" else row["published_sort"]
    place = f"{row['document_id']}:{row['start']}-{row['end']}"
    return wording(row["text"], speaker=row["speaker_id"], day=None if day == UNDATED else day, place=place)


def place(session: Session, coming: Iterable[Wording], *, leaving: Mapping[int, int]) -> Placing:
    """Find the statements of quotes that come, and part those anew that others leave.

    `coming` has the wording of each quote, `leaving` how many leave each wording, by its id. The quotes must
    be given their places next, and then what is left over be forgotten.
    """
    counts = Counter(coming)
    known = known_wordings(session, counts)
    stored = {one.id: one for one in (*known.values(), *known_by_id(session, leaving))}
    more = Counter({known[one].id: count for one, count in counts.items() if one in known})
    more.subtract({id_: count for id_, count in leaving.items() if id_ in stored})
    _run(session, _ADD, [{"of": id_, "more": change} for id_, change in sorted(more.items()) if change])
    gone = [stored[id_] for id_, change in sorted(more.items()) if stored[id_].quotes + change == 0]
    rows = WordingRows(session, {one.id for one in gone})
    new, unsure, fresh = _add(rows, {one: count for one, count in counts.items() if one not in known})
    once_near = rows.near([one.wording for one in gone], all_days=True).values()
    moved = _part(rows, [*unsure, *(one for some in once_near for one in some)])
    left = {one.statement_id for one in (*gone, *moved)}
    joined = {one.statement_id for one in (*stored.values(), *new)} | set(moved.values())
    for some in batches(sorted(left | joined)):
        session.execute(_COUNT, {"ids": some})
    now = {one.id: statement for one, statement in moved.items()}
    placed = (*known.values(), *new)
    places = {one.wording: Place(one.id, now.get(one.id, one.statement_id)) for one in placed}
    heirs = {one.statement_id: statement for one, statement in moved.items()}
    return Placing(places, gone, frozenset(left), heirs, frozenset(fresh))


def forget(session: Session, placing: Placing) -> None:
    """Remove the wordings and the statements that no quote has any more."""
    remove_wordings(session, placing.gone)
    for some in batches(sorted(placing.left)):
        empty = (statements.c.id.in_(some), statements.c.quotes == 0)
        unsaid = session.scalars(select(statements.c.id).where(*empty)).all()
        session.execute(delete(statements).where(*empty))
        for id_ in sorted(set(unsaid) - placing.fresh):
            heir = placing.heirs.get(id_)
            bury(session, "statement", [id_], "joined" if heir else "unused", heir_id=heir)


def regroup(session: Session, *of_quotes: ColumnElement[bool]) -> None:
    """Part quotes anew that have another speaker than when they were parted, or never were."""
    rows = [dict(row) for row in session.execute(_TO_GROUP.where(*of_quotes)).mappings()]
    found = [wording_of(row) for row in rows]
    placing = place(session, found, leaving=Counter(row["wording_id"] for row in rows))
    places = [placing.places[one] for one in found]
    _run(
        session,
        _PLACE,
        [
            {"of": row["id"], "wording": there.wording_id, "to": there.statement_id}
            for row, there in zip(rows, places, strict=True)
        ],
    )
    forget(session, placing)


def regroup_namings(session: Session, naming_ids: Iterable[int]) -> None:
    """Part those quotes anew whose namings mean other speakers now."""
    speaker = func.coalesce(quotes.c.speaker_id, NOBODY)
    same = select(wordings.c.id).where(wordings.c.id == quotes.c.wording_id, wordings.c.speaker_id == speaker)
    for some in batches(naming_ids):
        regroup(session, quotes.c.naming_id.in_(some), ~same.exists())


def regroup_all(session: Session) -> None:
    """Part the quotes of all documents anew."""
    for some in batches(session.scalars(select(documents.c.id).order_by(documents.c.id)).all(), 50):
        regroup(session, quotes.c.document_id.in_(some))


def _add(rows: WordingRows, new: Mapping[Wording, int]) -> tuple[list[Known], list[Known], Iterable[int]]:
    """Store new wordings; return them, those that can change to which statements others belong, and new ids.

    One that is akin to wordings of a single statement is of that, and changes nothing else; except where it
    is the first of its speaker to be akin to words of nobody.
    """
    if not new:
        return [], [], ()
    akin_to: dict[Wording, list[tuple[Wording, int]]] = {
        one: [(other.wording, other.statement_id) for other in others]
        for one, others in rows.near(new.keys()).items()
    }
    pairs = [pair for pair in candidates(new.keys()) if akin(*pair)]
    among: dict[Wording, list[Wording]] = defaultdict(list)
    for one, other in (*pairs, *(pair[::-1] for pair in pairs)):
        among[one].append(other)
    of: dict[Wording, int] = {}
    unsure = set()
    for number, one in enumerate(new, 1):
        others = akin_to.get(one, []) + [(other, of[other]) for other in among[one] if other in of]
        found = {statement for _, statement in others}
        speaks = one.speaker == NOBODY or any(other.speaker == one.speaker for other, _ in others)
        of[one] = found.pop() if len(found) == 1 and speaks else -number  # which stands for a new statement
        if others and of[one] == -number:
            unsure.add(one)
    fresh = sorted({statement for statement in of.values() if statement < 0}, reverse=True)
    ids = dict(zip(fresh, _new_statements(rows.session, len(fresh)), strict=True))
    added = add_wordings(rows.session, new, {one: ids.get(id_, id_) for one, id_ in of.items()})
    return added, [known for known in added if known.wording in unsure], ids.values()


def _part(rows: WordingRows, seeds: Iterable[Known]) -> dict[Known, int]:
    """Part all wordings anew that a chain of kinship joins to some; return the statements of those moved.

    What becomes of a statement keeps its id; of several that become one, or one that becomes several, the
    oldest id stays with the oldest wording.
    """
    found = rows.around(seeds)
    groups = [sorted((found[one] for one in group), key=_id) for group in partition(found)]
    groups.sort(key=lambda group: group[0].id)
    of: list[int | None] = []
    for group in groups:
        left = {one.statement_id for one in group}.difference(of)
        of.append(min(left, default=None))
    fresh = iter(_new_statements(rows.session, of.count(None)))
    moved: dict[Known, int] = {}
    for group, kept in zip(groups, of, strict=True):
        statement = next(fresh) if kept is None else kept
        moved |= {one: statement for one in group if one.statement_id != statement}
    changes = [{"wording": one.id, "to": statement} for one, statement in moved.items()]
    _run(rows.session, _MOVE, changes)
    _run(rows.session, _MOVE_QUOTES, changes)
    return moved


def _new_statements(session: Session, count: int) -> list[int]:
    return sorted(session.scalars(_NEW, [{"quotes": 0}] * count)) if count else []


def _id(known: Known) -> int:
    return known.id


def _run(session: Session, statement: Any, values: Sequence[dict[str, Any]]) -> None:
    if values:  # without any, SQLAlchemy would run the statement once, with no values
        session.execute(statement, values)
