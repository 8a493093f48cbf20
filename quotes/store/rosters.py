"""Store the entries of a roster: who is known, under which names and identifiers, in which offices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quotes.errors import StoreError
from quotes.speakers.bodies import parse_body
from quotes.speakers.names import fold
from quotes.speakers.persons import parse_person
from quotes.speakers.roster import Entry
from quotes.store.alias_rows import add_aliases
from quotes.store.batches import batches
from quotes.store.engine import lock
from quotes.store.models import aliases, namings, roster, speakers, terms
from quotes.store.namings import NamingKey, columns_of
from quotes.store.relinking import relink
from quotes.store.speaker_rows import choose_names

_AT_ONCE = 300  # entries whose namings are parted together: a statement takes only so many values


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many entries of a roster were new, and how many of those known before were other."""

    new: int
    changed: int
    unchanged: int


def load_roster(session: Session, entries: Sequence[Entry]) -> Loaded:
    """Store entries, or bring those up to date that are stored; those not given stay as they are.

    A new entry takes over the speaker who has its name now, where there is one; documents that name it are
    its own unless country or office speak against it. The caller commits. Raises StoreError, with nothing
    stored, where an identifier is that of another entry.
    """
    counts: Counter[str] = Counter()
    with session.begin_nested():
        lock(session)
        for some in batches(entries, _AT_ONCE):
            counts.update(_load(session, some))
    return Loaded(counts["new"], counts["changed"], counts["unchanged"])


def _load(session: Session, entries: Sequence[Entry]) -> list[str]:
    known = {row.key: row for row in session.execute(select(roster).where(roster.c.key.in_(_keys(entries))))}
    stored: dict[str, dict[NamingKey, Any]] = defaultdict(dict)
    of_speakers = namings.c.speaker_id.in_([row.speaker_id for row in known.values()])
    for row in session.execute(select(namings).where(of_speakers, namings.c.entry.in_(_keys(entries)))):
        stored[row.entry][NamingKey(row.key, row.is_person, row.country, row.office, 0, row.entry)] = row
    ids = _speaker_ids(session, entries, known)
    _write_entries(session, entries, known, ids)
    changed = _write_terms(session, entries)
    rows, gone = [], []
    for entry in entries:
        wanted = _namings(entry)
        gone += [row for naming, row in stored[entry.key].items() if naming not in wanted]
        rows += [_row(naming, ids[entry.key]) for naming in sorted(wanted - stored[entry.key].keys())]
    new = session.execute(insert(namings).returning(namings), rows).all() if rows else []
    named = [row for of_entry in stored.values() for row in of_entry.values() if row not in gone]
    changed |= _write_aliases(session, entries, [*new, *named], gone)
    changed |= {row.entry for row in (*new, *gone)}
    moved = relink(session, new=new, gone=gone)
    choose_names(session, moved.touched | set(ids.values()))
    changed |= {e.key for e in entries if e.key in known and _head(known[e.key]) != (e.names[0], e.wikidata)}
    states = (
        "new" if e.key not in known else "changed" if e.key in changed else "unchanged" for e in entries
    )
    return list(states)


def _keys(entries: Iterable[Entry]) -> list[str]:
    return [entry.key for entry in entries]


def _head(row: Any) -> tuple[str, str | None]:
    return row.name, row.wikidata


def _namings(entry: Entry) -> set[NamingKey]:
    """Return every name of an entry in every office, so that any of them leads to it."""
    told = {(term.office.country or "", term.office.key) for term in entry.terms}
    told |= {(country, "") for country in entry.countries}
    is_person = entry.kind == "person"
    found = set()
    for name in entry.names:
        key, country = (parse_person(name).key, "") if is_person else parse_body(name)
        for of_term, office in told or {("", "")}:
            found.add(
                NamingKey(key, is_person, country or of_term, office if is_person else "", 0, entry.key)
            )
    return found


def _row(naming: NamingKey, speaker_id: int) -> dict[str, Any]:
    row = naming._asdict() | columns_of(naming.key, is_person=naming.is_person)
    return row | {"speaker_id": speaker_id, "fixed": "roster", "documents": 0, "contested": False}


def _speaker_ids(session: Session, entries: Sequence[Entry], known: dict[str, Any]) -> dict[str, int]:
    """Return each entry's speaker: the one it has, the only free one of its name, or a new one."""
    ids = {entry.key: known[entry.key].speaker_id for entry in entries if entry.key in known}
    fresh = [entry for entry in entries if entry.key not in known]
    wholes = {entry.key: _wholes(entry) for entry in fresh}
    asked = {whole for of_entry in wholes.values() for whole in of_entry}
    called: dict[tuple[str, bool], list[Any]] = defaultdict(list)
    in_roster = select(roster.c.speaker_id)
    free = (namings.c.whole.in_(asked), namings.c.apart == 0, namings.c.speaker_id.not_in(in_roster))
    for row in session.execute(select(namings).where(*free)):
        called[row.whole, row.is_person].append(row)
    taken = set(ids.values())
    for entry in fresh:
        is_person = entry.kind == "person"
        found = {
            row.speaker_id
            for whole in wholes[entry.key]
            for row in called[whole, is_person]
            if not entry.countries or not row.country or row.country in entry.countries
        }
        speaker = next(iter(found)) if len(found) == 1 and not found & taken else None
        if speaker is None:
            made = {"name": entry.names[0], "is_person": is_person, "quotes": 0, "documents": 0}
            speaker = session.execute(insert(speakers).returning(speakers.c.id), made).scalar_one()
        ids[entry.key] = speaker
        taken.add(speaker)
    return ids


def _wholes(entry: Entry) -> set[str]:
    """Return what the whole names of an entry are found by: a single word of a person is no whole name."""
    return {
        columns_of(naming.key, is_person=naming.is_person)["whole"]
        for naming in _namings(entry)
        if not naming.is_person or " " in naming.key
    }


def _write_entries(
    session: Session, entries: Sequence[Entry], known: dict[str, Any], ids: dict[str, int]
) -> None:
    rows = [
        {"key": e.key, "name": e.names[0], "wikidata": e.wikidata, "speaker_id": ids[e.key]} for e in entries
    ]
    moving = [
        row["key"] for row in rows if row["key"] in known and known[row["key"]].wikidata != row["wikidata"]
    ]
    try:
        with session.begin_nested():
            # two entries may exchange their identifiers
            session.execute(update(roster).where(roster.c.key.in_(moving)).values(wikidata=None))
            for row in rows:
                if row["key"] in known:
                    session.execute(update(roster).where(roster.c.key == row["key"]).values(row))
                else:
                    session.execute(insert(roster).values(row))
    except IntegrityError as error:
        given = [entry.wikidata for entry in entries if entry.wikidata]
        other = select(roster).where(roster.c.wikidata.in_(given), roster.c.key.not_in(_keys(entries)))
        clash = session.execute(other.limit(1)).one_or_none()
        if clash is None:
            raise
        raise StoreError(f"{clash.wikidata} is the identifier of {clash.key} already") from error


def _write_terms(session: Session, entries: Sequence[Entry]) -> set[str]:
    """Store the offices of entries; return the keys of those who have others than before."""
    stored: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
    columns = ("title", "body", "country", "key", "since", "until")
    for row in session.execute(select(terms).where(terms.c.roster_key.in_(_keys(entries)))):
        stored[row.roster_key].add(tuple(getattr(row, column) for column in columns))
    changed: set[str] = set()
    rows = []
    for entry in entries:
        wanted = {
            (t.office.title, t.office.body, t.office.country, t.office.key, t.since, t.until)
            for t in entry.terms
        }
        if wanted != stored[entry.key]:
            changed.add(entry.key)
            rows += [
                dict(zip(columns, term, strict=True)) | {"roster_key": entry.key}
                for term in sorted(wanted, key=str)
            ]
    if changed:
        session.execute(delete(terms).where(terms.c.roster_key.in_(changed)))
    if rows:
        session.execute(insert(terms), rows)
    return changed


def _write_aliases(
    session: Session, entries: Sequence[Entry], rows: Sequence[Any], gone: Sequence[Any]
) -> set[str]:
    """Store the names of entries as aliases of their namings; return the keys of those with other names."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    kinds = {entry.key: entry.kind for entry in entries}
    for entry in entries:
        for name in entry.names:
            key = parse_person(name).key if entry.kind == "person" else parse_body(name).key
            names[entry.key, key].add(name)
    by_naming = {row.id: row for row in (*rows, *gone)}
    wanted = {(row.id, name, kinds[row.entry]) for row in rows for name in names[row.entry, row.key]}
    stored = {}
    for some in batches(by_naming):
        for row in session.execute(select(aliases).where(aliases.c.naming_id.in_(some))):
            stored[row.naming_id, row.name, row.kind] = row.id
    extra = [id_ for alias, id_ in stored.items() if alias not in wanted]
    for some in batches(extra):
        session.execute(delete(aliases).where(aliases.c.id.in_(some)))
    missing = [
        {"naming_id": naming, "name": name, "kind": kind, "key": fold(name)}
        for naming, name, kind in sorted(wanted - stored.keys())
    ]
    add_aliases(session, missing)
    touched = [alias for alias in stored if alias not in wanted] + [(m["naming_id"],) for m in missing]
    return {by_naming[alias[0]].entry for alias in touched}
