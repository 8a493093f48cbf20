"""Part namings among speakers again where one is new or gone, and write down who has become who."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from quotes.speakers.partition import (
    Group,
    Naming,
    Partition,
    leave_for_surname,
    part_namesakes,
    partition,
)
from quotes.store.batches import batches, rows_with
from quotes.store.grouping import regroup_namings
from quotes.store.models import namings, quotes, speakers
from quotes.store.speaker_rows import recount, remove_unused

# Statements are built once: building one costs more than running it.
_together = namings.c.apart == 0  # who was split off is nobody's namesake
_FAMILY = select(namings).where(
    _together,
    or_(
        namings.c.family.in_(bindparam("families", expanding=True)),
        namings.c.whole.in_(bindparam("wholes", expanding=True)),
    ),
)
_words: BindParameter[Any] = bindparam("words", expanding=True)
_ALONE = select(namings).where(
    _together, namings.c.is_person, namings.c.surname.is_(None), namings.c.key.in_(_words)
)
_CALLED = select(namings).where(
    _together,
    namings.c.speaker_id.is_not(None),
    or_(namings.c.surname.in_(_words), namings.c.first.in_(_words)),
)
_DECIDED = (
    select(namings.c.speaker_id)
    .where(namings.c.speaker_id.in_(bindparam("speakers", expanding=True)), namings.c.fixed.is_not(None))
    .distinct()
)
_NEW_SPEAKERS = insert(speakers).returning(speakers.c.id)
_of: BindParameter[int] = bindparam("of")
_speaker: BindParameter[int] = bindparam("speaker")
_SET_NAMING = update(namings).where(namings.c.id == _of).values(speaker_id=_speaker)
_SET_QUOTES = update(quotes).where(quotes.c.naming_id == _of).values(speaker_id=_speaker)

_SHOWN = 20  # of the speakers whom one name can mean; there are hundreds of Smiths
Speakers = dict[int, int | None]


def relink(
    session: Session,
    *,
    new: Sequence[Any] = (),
    gone: Sequence[Any] = (),
    changed: Sequence[Any] = (),
) -> Moved:
    """Find out anew who the speakers are whom rows of namings can concern; return what changed.

    Rows that are `gone` are removed first; those that are `new` have no quotes yet. What changes is changed
    for the quotes of all documents; speakers without a naming are removed, and their ids lead to those who
    have their namings now.
    """
    if gone:
        for some in batches(row.id for row in gone):
            session.execute(delete(namings).where(namings.c.id.in_(some)))
    rows = [row for row in (*new, *gone, *changed) if row.apart == 0]
    fresh = {row.id for row in new}
    moved = Moved(fresh)
    found = _family(session, rows)
    _settle_families(session, found, moved)
    words = {row.surname or row.key for row in rows if row.is_person}
    words |= {word for row in (*rows, *found.values()) for word in (row.surname, row.first) if word}
    if words:
        _settle_surnames(session, words, moved)
    moved.lose(row.speaker_id for row in gone)
    moved.write(session)
    return moved


class Moved:
    """Whom namings mean now, by their ids, and whose namings are others: their names are to be chosen."""

    def __init__(self, fresh: Collection[int] = ()) -> None:
        self.fresh = frozenset(fresh)
        self.speakers: Speakers = {}
        self.lost: set[int] = set()
        self.gained: set[int] = set()
        self.heirs: dict[int, int] = {}
        self.with_quotes: set[int] = set()

    @property
    def touched(self) -> set[int]:
        """Return the speakers who have other namings than before."""
        return self.lost | self.gained

    def lose(self, speaker_ids: Iterable[int | None]) -> None:
        """Note who lost a naming."""
        self.lost |= {one for one in speaker_ids if one is not None}

    def set(self, session: Session, rows: Mapping[int, Any], speaker_ids: Speakers) -> None:
        """Give namings their speakers, where they had others."""
        changes: list[dict[str, Any]] = []
        for naming, speaker in speaker_ids.items():
            before = rows[naming].speaker_id
            if speaker != before:
                changes.append({"of": naming, "speaker": speaker})
                self.lose([before])
                self.gained |= {speaker} if speaker is not None else set()
        self.speakers |= speaker_ids
        if changes:
            session.execute(_SET_NAMING, changes)
        quoted = [change for change in changes if change["of"] not in self.fresh]
        if quoted:
            self.with_quotes |= {change["of"] for change in quoted}
            session.execute(_SET_QUOTES, quoted)

    def write(self, session: Session) -> None:
        """Put the speakers' rows right."""
        if self.with_quotes:
            recount(session, self.touched)
            regroup_namings(session, sorted(self.with_quotes))
        if self.lost:
            remove_unused(session, self.lost, self.heirs)


def _family(session: Session, changed: Iterable[Any]) -> dict[int, Any]:
    """Return the rows of all namings that can be short for one another, or one another's."""
    families = {row.family for row in changed} - {None}
    wholes = {row.whole for row in changed if row.surname or not row.is_person}
    found: dict[int, Any] = {}
    seen_families: set[str] = set()
    seen_wholes: set[str] = set()
    while families or wholes:
        rows = list(rows_with(session, _FAMILY, {"families": families, "wholes": wholes}))
        seen_families |= families
        seen_wholes |= wholes
        found |= {row.id: row for row in rows if row.surname or not row.is_person}
        # a name that begins with the surname is of another family, but can be the same
        families = {row.family for row in rows if row.family} - seen_families
        wholes = {row.whole for row in rows} - seen_wholes
    return found


def _settle_families(session: Session, rows: Mapping[int, Any], moved: Moved) -> None:
    if rows:
        part = partition(map(as_naming, rows.values()))
        moved.set(session, rows, _speaker_ids(session, part, rows, moved))
        _note_contested(session, rows, part)


def _note_contested(session: Session, rows: Mapping[int, Any], part: Partition) -> None:
    """Note of which namings the numbers of documents matter."""
    for contested in (True, False):
        other = [row.id for row in rows.values() if row.contested != contested == (row.id in part.contested)]
        for some in batches(other):
            noted = update(namings).where(namings.c.id.in_(some))
            session.execute(noted.values(contested=contested))


def _settle_surnames(session: Session, words: Collection[str], moved: Moved) -> None:
    """Find out whom surnames alone mean."""
    alone = list(rows_with(session, _ALONE, {"words": words}))
    if not alone:
        return
    by_surname, by_first = called(session, {row.key for row in alone})
    rows = {row.id: row for row in alone}
    part = Partition()
    own: dict[str, list[Naming]] = defaultdict(list)
    for naming in map(as_naming, alone):
        left, sure = leave_for_surname(naming, by_surname[naming.key], by_first[naming.key])
        if naming.fixed is not None or not left:
            own[naming.key].append(naming)
        elif sure:
            part.groups.append(Group([naming], fixed=left[0].fixed))
        else:
            part.unlinked.append((naming, left))
    for same in own.values():
        part.add(part_namesakes(same))
    others = {group.fixed for groups in (*by_surname.values(), *by_first.values()) for group in groups}
    moved.set(session, rows, _speaker_ids(session, part, rows, moved, taken=others))
    _note_contested(session, rows, part)


def called(session: Session, words: Collection[str]) -> tuple[dict[str, list[Group]], dict[str, list[Group]]]:
    """Return the speakers with a surname, and those whose name begins with a word, by the word."""
    by_surname: dict[str, dict[int, Group]] = defaultdict(dict)
    by_first: dict[str, dict[int, Group]] = defaultdict(dict)
    for row in rows_with(session, _CALLED, {"words": words}):
        for word, groups in ((row.surname, by_surname), (row.first, by_first)):
            if word in words:
                group = groups[word].setdefault(row.speaker_id, Group())
                group.add(as_naming(row))
                group.fixed = row.speaker_id
    return (
        defaultdict(list, {word: list(found.values()) for word, found in by_surname.items()}),
        defaultdict(list, {word: list(found.values()) for word, found in by_first.items()}),
    )


def candidates(session: Session, naming_ids: Collection[int]) -> dict[int, list[int]]:
    """Return the speakers whom each of some unlinked namings can mean, the most quoted first, but not all."""
    if not naming_ids:
        return {}
    rows = session.execute(select(namings).where(namings.c.id.in_(naming_ids))).all()
    full = [row for row in rows if row.surname or not row.is_person]
    family = _family(session, full)
    meant = {
        naming.id: {family[member.id].speaker_id for group in left for member in group.members}
        for naming, left in partition(map(as_naming, family.values())).unlinked
    }
    alone = [row for row in rows if row.is_person and not row.surname]
    by_surname, by_first = called(session, {row.key for row in alone})
    for naming in map(as_naming, alone):
        left, _ = leave_for_surname(naming, by_surname[naming.key], by_first[naming.key])
        meant[naming.id] = {group.fixed for group in left}
    known = {one for found in meant.values() for one in found if one is not None}
    ranked = select(speakers.c.id).where(speakers.c.id.in_(known))
    order = session.scalars(ranked.order_by(speakers.c.quotes.desc(), speakers.c.id)).all()
    return {id_: [one for one in order if one in meant.get(id_, ())][:_SHOWN] for id_ in naming_ids}


def as_naming(row: Any) -> Naming:
    """Return a row of namings as what speakers are parted by."""
    fixed = row.speaker_id if row.fixed is not None else None
    return Naming(row.id, row.key, row.is_person, row.country, row.office, fixed, row.documents)


def _speaker_ids(
    session: Session,
    part: Partition,
    rows: Mapping[int, Any],
    moved: Moved,
    *,
    taken: Collection[int | None] = (),
) -> Speakers:
    """Return whom each naming means: one who was meant by most of its group, else somebody new.

    The ids `taken` are of speakers who have other namings than these.
    """
    before = {rows[naming.id].speaker_id for group in part.groups for naming in group.members} - {None}
    kept = set(taken)
    if before:
        # who was decided on is not to be had for other names, be they all that is in these families
        kept |= {row.speaker_id for row in rows_with(session, _DECIDED, {"speakers": before})}
    heirs = _heirs(part.groups, rows, kept)
    chosen: list[int | None] = [group.fixed for group in part.groups]
    for old, heir in sorted(heirs.items()):
        if chosen[heir] is None:
            chosen[heir] = old
    for is_person in (True, False):
        # in the order of their namings, not in that in which a database happened to give the rows
        new = sorted(
            (min(naming.id for naming in group.members), k)
            for k, group in enumerate(part.groups)
            if chosen[k] is None and group.members[0].is_person == is_person
        )
        if new:
            row = {"name": "", "is_person": is_person, "quotes": 0, "documents": 0}
            ids = sorted(session.scalars(_NEW_SPEAKERS, [row] * len(new)))
            for (_, k), speaker in zip(new, ids, strict=True):
                chosen[k] = speaker
    moved.heirs |= {old: chosen[heir] for old, heir in heirs.items()}  # type: ignore[misc]
    found: Speakers = {naming.id: None for naming, _ in part.unlinked}
    for group, speaker in zip(part.groups, chosen, strict=True):
        found |= {naming.id: speaker for naming in group.members}
    return found


def _heirs(groups: Sequence[Group], rows: Mapping[int, Any], kept: Collection[int | None]) -> dict[int, int]:
    """Return, by a speaker's id until now, the group with most of that speaker's namings."""
    before: dict[int, Counter[int]] = defaultdict(Counter)
    first: dict[tuple[int, int], int] = {}
    for k, group in enumerate(groups):
        for naming in group.members:
            speaker = rows[naming.id].speaker_id
            if speaker is not None and (speaker not in kept or speaker == group.fixed):
                before[speaker][k] += 1
                first[speaker, k] = min(naming.id, first.get((speaker, k), naming.id))
    return {
        speaker: min(counts, key=lambda k: (-counts[k], first[speaker, k]))
        for speaker, counts in before.items()
    }
