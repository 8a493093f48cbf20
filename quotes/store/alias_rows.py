"""Store the names that documents and rosters use, so that they are found by their beginnings and misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from quotes.store.batches import batches
from quotes.store.models import alias_grams, aliases

_NEW = insert(aliases).returning(aliases)
_NEW_GRAMS = insert(alias_grams)


def add_aliases(session: Session, rows: Sequence[dict[str, Any]]) -> list[Any]:
    """Store aliases; return their rows."""
    if not rows:
        return []
    added = list(session.execute(_NEW, rows))
    add_grams(session, ((row.id, row.key) for row in added))
    return added


def add_grams(session: Session, keys: Iterable[tuple[int, str]]) -> None:
    """Store by which letters the aliases with these ids and keys are found."""
    rows = ({"alias_id": id_, "gram": gram} for id_, key in keys for gram in sorted(grams(key)))
    for some in batches(rows, 10_000):
        session.execute(_NEW_GRAMS, some)


def grams(key: str) -> set[str]:
    """Return how the words of a folded name begin, in one and two letters, and their letters by threes."""
    return {gram for word in key.split() for gram in (f" {word[0]}", *word_grams(word))}


def word_grams(word: str) -> set[str]:
    """Return by which letters a word is looked for: all those of a word that it begins."""
    if len(word) == 1:
        return {f" {word}"}
    return {f" {word[:2]}", *(word[at : at + 3] for at in range(len(word) - 2))}
