"""Find speakers while their name is still being typed, and where it is misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, exists, func, intersect, select
from sqlalchemy.orm import Session

from quotes.store.alias_rows import word_grams
from quotes.store.batches import among
from quotes.store.findings import SpeakerHint
from quotes.store.models import alias_grams, aliases, namings, speakers
from quotes.store.offices import last_offices
from quotes.store.records import OfficeRecord, OfficeRef
from quotes.store.values import key_of

_MOST_WORDS = 6
_LOOKED_AT = 100  # names, those that share the most letters
_SHORTEST_MISSPELT = 5  # letters: what is shorter has no room for a mistake
_LOST = 4  # grams that two letters in the wrong order take away
_ALIKE = 0.75
_MOST_GRAMS = 12

# Statements are built once: building one costs as much as running it.
_shared = (
    select(alias_grams.c.alias_id, func.count().label("shared"))
    .where(among(alias_grams.c.gram, "wanted"))
    .group_by(alias_grams.c.alias_id)
    .having(func.count() >= bindparam("enough"))
    # of how many there are PostgreSQL knows nothing: it would go through all names, where a few are meant
    .order_by(func.count().desc(), alias_grams.c.alias_id)
    .limit(10 * _LOOKED_AT)
    .subquery()
)
_NAMES = (
    select(aliases.c.name.label("alias"), aliases.c.key, namings.c.speaker_id, namings.c.country)
    .add_columns(speakers.c.name, speakers.c.kind, speakers.c.quotes)
    .join(namings, namings.c.id == aliases.c.naming_id)
    .join(speakers, speakers.c.id == namings.c.speaker_id)
    .limit(_LOOKED_AT)
)
_MOST_QUOTED = speakers.c.quotes.desc(), aliases.c.id
_SHARING = _NAMES.join(_shared, _shared.c.alias_id == aliases.c.id).order_by(
    _shared.c.shared.desc(), *_MOST_QUOTED
)


@cache
def _having(count: int, dialect: str) -> Select[Any]:
    """Return what selects the names with all of so many grams, the most quoted first.

    Each is looked up for the names that have the first: to count what all have is five times as dear.
    """
    if dialect == "postgresql":  # which takes ten times as long to plan that
        with_each = (
            select(alias_grams.c.alias_id).where(alias_grams.c.gram == bindparam(f"gram{at}"))
            for at in range(count)
        )
        with_all = intersect(*with_each).subquery()
        found = _NAMES.join(with_all, with_all.c.alias_id == aliases.c.id)
        return found.order_by(*_MOST_QUOTED)
    first, *others = (alias_grams.alias() for _ in range(count))
    found = _NAMES.join(first, first.c.alias_id == aliases.c.id).where(first.c.gram == bindparam("gram0"))
    for number, other in enumerate(others, 1):
        found = found.where(
            exists().where(other.c.gram == bindparam(f"gram{number}"), other.c.alias_id == first.c.alias_id)
        )
    return found.order_by(*_MOST_QUOTED)


class _Found(NamedTuple):
    """What to sort by: names that go on as was typed first, then those most alike, then the most quoted."""

    goes_on: bool
    alike: float
    quotes: int
    row: Any


def complete_speakers(session: Session, q: str, *, limit: int = 10) -> tuple[SpeakerHint, ...]:
    """Return the speakers with a name of which all words of `q` begin a word, or nearly do."""
    words = key_of("q", q).split()[:_MOST_WORDS]
    wanted = set().union(*map(word_grams, words))
    found = _found(_having_all(session, wanted), words)
    # who is called just so has all the letters: others are looked for only where there are too few
    if sum(one.goes_on for one in found.values()) < limit:
        lost = sum(_LOST for word in words if len(word) >= _SHORTEST_MISSPELT)
        enough = max(len(wanted) - lost, len(wanted) // 2, 1)
        if enough < len(wanted):
            found = _found(_sharing(session, wanted, enough), words)
    best = sorted(found.values(), key=lambda one: (*(-value for value in one[:3]), one.row.speaker_id))
    offices = last_offices(session, [one.row.speaker_id for one in best[:limit]])
    return tuple(_hint(one.row, offices.get(one.row.speaker_id)) for one in best[:limit])


def _found(rows: Iterable[Any], words: list[str]) -> dict[int, _Found]:
    """Return, by the speaker, the name that is most like some words, if one is."""
    found: dict[int, _Found] = {}
    for row in rows:
        names = row.key.split()
        alike = [max(_likeness(word, name) for name in names) for word in words]
        if min(alike) >= _ALIKE:
            one = _Found(min(alike) == 1, round(sum(alike), 3), row.quotes, row)
            if row.speaker_id not in found or one[:2] > found[row.speaker_id][:2]:
                found[row.speaker_id] = one
    return found


def _having_all(session: Session, wanted: set[str]) -> Sequence[Any]:
    """Select the names with all of the letters, or with many of very many: `_found` looks at them anyway."""
    some = sorted(wanted, key=lambda gram: (-len(gram.strip()), gram))[:_MOST_GRAMS]
    having = _having(len(some), session.get_bind().dialect.name)
    given = {f"gram{at}": gram for at, gram in enumerate(some)}
    return session.connection().execute(having, given).all()


def _sharing(session: Session, wanted: set[str], enough: int) -> Sequence[Any]:
    """Select the names with enough of the letters; more of them, and more quotes, go first."""
    given = {"wanted": sorted(wanted), "enough": enough}
    return session.connection().execute(_SHARING, given).all()


@lru_cache(10_000)  # names are of few words
def _likeness(word: str, other: str) -> float:
    """Return how well a word begins one of a name's: 1 where it does."""
    if other.startswith(word):
        return 1
    if len(word) < _SHORTEST_MISSPELT:
        return 0
    matcher = SequenceMatcher(b=word, autojunk=False)
    best = 0.0
    for beginning in {other[: len(word) + more] for more in (-1, 0, 1)}:
        matcher.set_seq1(beginning)
        # the first two are quick, and never less than the third
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
            best = max(best, matcher.ratio())
    return min(best, 0.99)


def _hint(row: Any, last: OfficeRecord | OfficeRef | None) -> SpeakerHint:
    return SpeakerHint(
        id=row.speaker_id,
        name=row.name,
        kind=row.kind,
        alias=row.alias,
        office=last.title if last else None,
        country=(last.country if last else None) or row.country or None,
        quotes=row.quotes,
    )
