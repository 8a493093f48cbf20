"""Keep the rows of speakers true: names and kinds, counts, and where the ids of removed ones lead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.speakers.bodies import GOVERNMENT, parse_body
from quotes.speakers.countries import country_name
from quotes.speakers.names import best_name
from quotes.speakers.persons import parse_person
from quotes.store.batches import batches, rows_with
from quotes.store.models import aliases, namings, quotes, redirects, roster, speakers, splits
from quotes.store.namings import KINDS
from quotes.store.tombstones import bury

_of: BindParameter[int] = bindparam("of")
_speakers: BindParameter[Any] = bindparam("speakers", expanding=True)
_FORMS = (
    select(
        aliases.c.name,
        aliases.c.kind,
        *(namings.c[name] for name in ("speaker_id", "is_person", "key", "surname", "country", "fixed")),
    )
    .join(namings, namings.c.id == aliases.c.naming_id)
    .where(namings.c.speaker_id.in_(_speakers))
)
_ROSTER_NAMES = select(roster.c.speaker_id, roster.c.name).where(roster.c.speaker_id.in_(_speakers))
_NAME = update(speakers).where(speakers.c.id == _of)
_NAME = _NAME.values(name=bindparam("new_name"), kind=bindparam("new_kind"))
_ADD = update(speakers).where(speakers.c.id == _of)
_ADD = _ADD.values(
    quotes=speakers.c.quotes + bindparam("more_quotes"),
    documents=speakers.c.documents + bindparam("more_documents"),
)
_IN_USE = select(namings.c.speaker_id).where(namings.c.speaker_id.in_(_speakers)).distinct()
_SPLIT_OFF = select(splits.c.speaker_id).where(splits.c.speaker_id.in_(_speakers)).distinct()


def count_quotes(session: Session, quoted: Iterable[tuple[int, int | None]], *, sign: int = 1) -> None:
    """Count quotes, by document and speaker, to their speakers; with a sign of -1 count them no more."""
    counts = Counter(pair for pair in quoted if pair[1] is not None)
    more_quotes: Counter[int | None] = Counter()
    for (_, speaker), count in counts.items():
        more_quotes[speaker] += count
    more_documents = Counter(speaker for _, speaker in counts)
    rows = [
        {"of": speaker, "more_quotes": sign * count, "more_documents": sign * more_documents[speaker]}
        for speaker, count in more_quotes.items()
    ]
    if rows:
        session.execute(_ADD, rows)


def recount(session: Session, ids: Collection[int]) -> None:
    """Count the quotes of speakers, and the documents with them, anew."""
    own = quotes.c.speaker_id == speakers.c.id
    counted = update(speakers).values(
        quotes=select(func.count()).select_from(quotes).where(own).scalar_subquery(),
        documents=select(func.count(quotes.c.document_id.distinct())).where(own).scalar_subquery(),
    )
    for some in batches(ids):
        session.execute(counted.where(speakers.c.id.in_(some)))


def choose_names(session: Session, ids: Collection[int | None]) -> None:
    """Choose names and kinds of speakers, from all that documents call them; a roster's name goes first."""
    wanted = sorted(one for one in ids if one is not None)
    if not wanted:
        return
    forms: dict[int, list[Any]] = defaultdict(list)
    for row in rows_with(session, _FORMS, {"speakers": wanted}):
        forms[row.speaker_id].append(row)
    in_roster = [speaker for speaker, rows in forms.items() if any(row.fixed == "roster" for row in rows)]
    for speaker, rows in forms.items():
        # whoever had others merged in keeps the own name
        forms[speaker] = [row for row in rows if row.fixed == "own"] or rows
    known: dict[int, list[str]] = defaultdict(list)
    for row in rows_with(session, _ROSTER_NAMES, {"speakers": in_roster}):
        known[row.speaker_id].append(row.name)
    chosen = [
        {
            "of": speaker,
            "new_name": best_name(known[speaker]) if known[speaker] else _name(rows),
            "new_kind": _kind(rows),
        }
        for speaker, rows in sorted(forms.items())
    ]
    if chosen:
        session.execute(_NAME, chosen)


def remove_unused(session: Session, ids: Collection[int], heirs: Mapping[int, int]) -> None:
    """Remove those of some speakers who have no naming; their ids lead to their heirs."""
    used = {row.speaker_id for row in rows_with(session, _IN_USE, {"speakers": ids})}
    used |= {row.speaker_id for row in rows_with(session, _SPLIT_OFF, {"speakers": ids})}
    for old in sorted(set(ids) - used):
        lead(session, old, heirs.get(old))
        removed = delete(speakers).where(speakers.c.id == old).returning(speakers.c.id)
        if session.scalar(removed) is not None:
            bury_speaker(session, old, heirs.get(old))


def bury_speaker(session: Session, old: int, heir: int | None) -> None:
    """Note that a speaker is gone, or is somebody else."""
    heir = None if heir == old else heir
    bury(session, "speaker", [old], "joined" if heir else "unused", heir_id=heir)


def lead(session: Session, old: int, heir: int | None) -> None:
    """Let a speaker's id, and those that lead there, lead to another speaker; to nobody if there is none."""
    leading = redirects.c.speaker_id == old
    if heir is None or heir == old:
        session.execute(delete(redirects).where(leading))
        return
    session.execute(update(redirects).where(leading).values(speaker_id=heir))
    session.execute(insert(redirects).values(old_id=old, speaker_id=heir))


def _name(rows: Sequence[Any]) -> str:
    """Choose among the names that are whole: those of a person in full, without initials, go first."""
    first = rows[0]
    if not first.is_person and first.key == GOVERNMENT and (name := country_name(first.country)):
        return name
    ranked: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        ranked[_rank(row)].append(row.name)
    return best_name(ranked[min(ranked)])


def _rank(row: Any) -> int:
    if not row.is_person:
        return int(parse_body(row.name).key != row.key)
    name = parse_person(row.name)
    if name.key != row.key:
        return 3
    if not name.is_full:
        return 2
    return int(all(len(word) == 1 for word in name.given))


def _kind(rows: Iterable[Any]) -> str | None:
    kinds = {row.kind for row in rows}
    return next((kind for kind in KINDS if kind in kinds), None)
