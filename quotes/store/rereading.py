"""What is shown of a document that is read again: what was found, with all that people put right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, select, update
from sqlalchemy.orm import Session

from quotes.store.batches import rows_with
from quotes.store.conditions import survivor
from quotes.store.correcting import Change, corrected, from_json, match, to_json, value_from_json
from quotes.store.models import corrections, originals, speakers
from quotes.store.quote_rows import Content, Removed, Shown
from quotes.store.records import SpeakerValue
from quotes.store.tombstones import revive
from quotes.types import Attribution

_quotes: BindParameter[Any] = bindparam("quotes", expanding=True)
_STANDING = (
    select(corrections)
    .where(corrections.c.quote_id.in_(_quotes), corrections.c.undone_at.is_(None))
    .order_by(corrections.c.id)
)
_ORIGINALS = (
    select(originals).where(originals.c.document_id == bindparam("document")).order_by(originals.c.quote_id)
)


def standing(session: Session, quote_ids: Iterable[int]) -> dict[int, list[Any]]:
    """Return the corrections of some quotes that were not undone, in the order in which they were made."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows_with(session, _STANDING, {"quotes": sorted(set(quote_ids))}):
        found[row.quote_id].append(row)
    return found


def originals_of(session: Session, document_id: int) -> dict[int, Attribution]:
    """Return what the extractor says of those quotes of a document that people put right, by their ids."""
    rows = session.execute(_ORIGINALS, {"document": document_id})
    return {row.quote_id: from_json(row.attribution) for row in rows}


def reread(
    session: Session, document_id: int, text: str, found: Sequence[Attribution], removed: Removed
) -> list[Shown]:
    """Return what to show of what was found in a document instead of what was removed.

    Quotes keep their ids by their spans; those that people put right also where a newer version begins or
    ends them elsewhere, and they are shown as they were where it does not find them.
    """
    known = originals_of(session, document_id)
    quote_ids = list(known)
    matched = match(list(known.values()), found)
    right = standing(session, quote_ids)
    shown = []
    for number, quote_id in enumerate(quote_ids):
        original = found[matched[number]] if number in matched else known[quote_id]
        if original != known[quote_id]:
            of_quote = originals.c.quote_id == quote_id
            session.execute(update(originals).where(of_quote).values(attribution=to_json(original)))
        one = _shown(session, quote_id, original, right[quote_id], text)
        shown += [] if one is None else [one]
    revive(session, "quote", [one.id for one in shown if one.id is not None and one.id not in removed.rows])
    ids = _ids_by_content(removed, known)
    put_right = set(matched.values())
    for number, one_found in enumerate(found):
        if number not in put_right:
            same = ids[one_found.content]
            shown.append(Shown(one_found, same.pop(0) if same else None))
    return sorted(shown, key=lambda one: one.attribution.content)


def _ids_by_content(removed: Removed, known: dict[int, Attribution]) -> dict[Content, list[int]]:
    ids: dict[Content, list[int]] = defaultdict(list)
    for id_, content in removed.contents.items():
        if id_ not in known:
            ids[content].append(id_)
    return ids


def _shown(
    session: Session, quote_id: int, original: Attribution, changes: Iterable[Any], text: str
) -> Shown | None:
    """Return a quote with all that was put right; None where it is none."""
    attribution, speaker_id = original, None
    for row in changes:
        change = Change(row.field, value_from_json(row.field, row.after))
        changed = corrected(attribution, change, text)
        if changed is None:
            return None
        attribution = changed
        if isinstance(change.value, SpeakerValue):
            speaker_id = _still_there(session, change.value.id)
        elif row.field == "speaker":
            speaker_id = None
    return Shown(attribution, quote_id, speaker_id)


def _still_there(session: Session, speaker_id: int | None) -> int | None:
    """Return the speaker whom an id leads to now; None where there is none any more."""
    if speaker_id is None:
        return None
    return session.scalar(select(speakers.c.id).where(speakers.c.id == survivor(session, speaker_id)))
