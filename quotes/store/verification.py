"""Look words up: whether they are held, word for word or nearly, and of whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.statements.canonical import Words, anchors, canonical, digest
from quotes.statements.changes import Change, changes
from quotes.statements.wordings import LONG
from quotes.store.conditions import spoken_by
from quotes.store.findings import Likeness, Match, Verdict, Verification
from quotes.store.models import anchors as anchor_rows
from quotes.store.models import quotes, wordings
from quotes.store.records import ChangeRecord
from quotes.store.rows import quote_records
from quotes.store.search import matches

_MOST_WORDS = 1_000
_COMPARED = 50  # wordings, those that share the most words
_SHOWN = 20
_NEAR = 0.6  # of the words that were asked for


class _Found(NamedTuple):
    """A quote that has the words, or nearly; `own`: it is of the speaker who was asked for."""

    own: bool
    likeness: Likeness
    kept: int
    id: int
    changes: tuple[Change, ...]


def verify_words(session: Session, text: str, speaker: str | None = None) -> Verification:
    """Look up words; case, punctuation, marks and accents make no difference.

    They may be a part of a quote. What is nearly so shares five words in a row and most words; of fewer than
    six words nothing is nearly so. Raises FilterError for a text without a word, or with too many.
    """
    words = canonical(text)
    if not words:
        raise FilterError("text", "text has no word to look up")
    if len(words) > _MOST_WORDS:
        raise FilterError("text", f"text has at most {_MOST_WORDS:,} words, not {len(words):,}")
    own = None if speaker is None else spoken_by(session, [speaker])
    ids = _wordings(session, text, words, None) | (
        set() if own is None else _wordings(session, text, words, own)
    )
    found = sorted(_compared(session, text, words, ids, own), key=_nearest_first)[:_SHOWN]
    records = {record.id: record for record in quote_records(session, [one.id for one in found])}
    return Verification(
        verdict=_verdict(found, [records[one.id].speaker is not None for one in found], own is not None),
        matches=tuple(
            Match(
                likeness=one.likeness,
                of_speaker=None if own is None else one.own,
                changes=tuple(ChangeRecord(*change) for change in one.changes),
                quote=records[one.id],
            )
            for one in found
        ),
    )


def _wordings(session: Session, text: str, words: Words, own: ColumnElement[bool] | None) -> set[int]:
    """Return the ids of the wordings to compare with, of somebody or of all, found by keys."""
    if len(words) < LONG:
        phrase = f'"{text.translate(_NO_MARKS)}"'
        of_quotes = select(quotes.c.wording_id).where(
            matches(session, quotes, phrase, exact=True, parameter="text")
        )
        return _first(session, of_quotes if own is None else of_quotes.where(own), quotes.c.wording_id)
    same = select(wordings.c.id).where(wordings.c.key == digest(words))
    keys = sorted(anchors(words))
    sharing = select(anchor_rows.c.wording_id).where(anchor_rows.c.key.in_(keys))
    if own is None:
        return _first(session, same, wordings.c.id) | _first(session, sharing, anchor_rows.c.wording_id)
    of_own = select(quotes.c.wording_id).where(own)
    either = quotes.c.wording_id.in_(same), quotes.c.wording_id.in_(sharing)
    return set().union(*(_first(session, of_own.where(one), quotes.c.wording_id) for one in either))


def _first(session: Session, wanted: Select[Any], id_: ColumnElement[int]) -> set[int]:
    most = wanted.group_by(id_).order_by(func.count().desc(), id_)
    return set(session.scalars(most.limit(_COMPARED)))


def _compared(
    session: Session, text: str, words: Words, wording_ids: set[int], own: ColumnElement[bool] | None
) -> Iterable[_Found]:
    """Compare the words with one quote of each wording, one of the speaker if there is any."""
    of_these = select(func.min(quotes.c.id)).where(quotes.c.wording_id.in_(sorted(wording_ids)))
    by_wording = of_these.group_by(quotes.c.wording_id)
    owned = set() if own is None else set(session.scalars(by_wording.where(own)))
    ids = owned | set(session.scalars(by_wording))
    seen: set[int] = set()
    read = select(quotes.c.id, quotes.c.wording_id, quotes.c.text).where(quotes.c.id.in_(sorted(ids)))
    for row in sorted(session.execute(read), key=lambda row: (row.id not in owned, row.id)):
        if row.wording_id not in seen:
            seen.add(row.wording_id)
            found = _likeness(row.text, text, words)
            if found is not None:
                yield _Found(row.id in owned, *found[:2], row.id, found[2])


def _likeness(held: str, text: str, words: Words) -> tuple[Likeness, int, tuple[Change, ...]] | None:
    """Compare words with what is held; None where they are not even nearly so."""
    held_words = canonical(held)
    if _within(words, held_words):
        return "word_for_word", len(words), ()
    if len(words) < LONG:
        return None
    steps = changes(held, text)
    kept = sum(len(canonical(step.text)) for step in steps if step.kind == "kept")
    return ("nearly", kept, steps) if kept >= _NEAR * len(words) else None


def _within(words: Words, whole: Words) -> bool:
    """Tell whether words stand in a row in others."""
    size = len(words)
    return any(whole[at : at + size] == words for at in range(len(whole) - size + 1))


def _nearest_first(one: _Found) -> tuple[bool, bool, int, int]:
    return not one.own, one.likeness != "word_for_word", -one.kept, one.id


def _verdict(found: Sequence[_Found], named: Sequence[bool], asked: bool) -> Verdict:
    """Return what is to be said of all that was found: of the speaker asked for first, then of others."""
    best = next((one for one in found if one.own or not asked), None)
    if best is not None:
        return best.likeness
    if not found:
        return "not_held"
    return "other_speaker" if any(named) else "unattributed"


_NO_MARKS = str.maketrans(dict.fromkeys('"“”„‟«»＂', " "))
