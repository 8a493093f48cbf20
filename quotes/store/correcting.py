"""What a correction makes of an attribution. Pure functions: rows and sessions are elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from quotes.errors import StoreError
from quotes.speakers.names import name_form
from quotes.store.records import CorrectionField, DayValue, PartRecord, SpeakerValue, Value
from quotes.types import CORRECTED, Attribution, SaidOn, Span

_SHARED = 0.5  # of the stretch that two readings of a quote cover together: from here on it is one quote
_ATTRIBUTION = TypeAdapter(Attribution)
_VALUES: dict[CorrectionField, TypeAdapter[Any]] = {
    "speaker": TypeAdapter(SpeakerValue | None),
    "source": TypeAdapter(PartRecord | None),
    "said_on": TypeAdapter(DayValue | None),
    "quote": TypeAdapter(bool),
}


class Change(NamedTuple):
    """What a field is to be."""

    field: CorrectionField
    value: Value


def to_json(attribution: Attribution) -> str:
    """Write an attribution down."""
    return _ATTRIBUTION.dump_json(attribution).decode()


def from_json(written: str) -> Attribution:
    """Return an attribution that was written down."""
    found: Attribution = _ATTRIBUTION.validate_json(written)
    return found


def value_to_json(change: Change) -> str:
    """Write the value of a field down."""
    return _VALUES[change.field].dump_json(change.value).decode()


def value_from_json(field: CorrectionField, written: str) -> Value:
    """Return the value of a field that was written down."""
    value: Value = _VALUES[field].validate_json(written)
    return value


def corrected(attribution: Attribution, change: Change, text: str) -> Attribution | None:
    """Return an attribution in a text with one thing put right; None where it is no quote."""
    match change:
        case Change("quote", value):
            return attribution if value else None
        case Change("speaker", SpeakerValue() as who):
            return _said_by(attribution, who, text)
        case Change("speaker", None):
            return _said_by(attribution, None, text)
        case Change("source", PartRecord() as words):
            sure: dict[str, Any] = {"rule": CORRECTED, "confidence": 1.0, "reason": None}
            return replace(attribution, source=Span(words.start, words.end), **sure)
        case Change("said_on", DayValue() as day):
            return replace(attribution, said_on=SaidOn(day.date, day.precision, CORRECTED, None))
        case Change("said_on", None):
            return replace(attribution, said_on=None)
    raise StoreError(f"{change.field} cannot be {change.value!r}")


def _said_by(attribution: Attribution, who: SpeakerValue | None, text: str) -> Attribution:
    """Give an attribution to another speaker: what was said of the one before does not hold for this one."""
    other: dict[str, Any] = {"antecedent": None, "role": None, "country": None}
    if who is None:
        other |= {"source": None, "cue": None, "cue_lemma": None, "speaker": None, "speaker_kind": None}
        return replace(attribution, **other, rule=None, confidence=None, reason=CORRECTED)
    return replace(
        attribution,
        **other,
        source=attribution.source if _can_mean(attribution, who, text) else None,
        speaker=who.name,
        speaker_kind=who.kind,
        rule=CORRECTED,
        confidence=1.0,
        reason=None,
    )


def _can_mean(attribution: Attribution, who: SpeakerValue, text: str) -> bool:
    """Tell whether the words of the source can mean a speaker: “he” can, another one's name cannot."""
    if attribution.source is None or attribution.speaker is None:
        return True
    words = attribution.source.of(text)
    is_name = name_form(words, attribution.speaker, person=attribution.speaker_kind == "person") is not None
    return not is_name or name_form(words, who.name, person=who.kind == "person") is not None


def match(originals: Sequence[Attribution], found: Sequence[Attribution]) -> dict[int, int]:
    """Return which quotes found are those known before: by their spans or, if none has these, where they are.

    A newer version may begin or end a quote elsewhere; it is the same if they share half of what they cover.
    """
    by_content = {one.content: number for number, one in enumerate(found)}
    matched = {
        number: by_content[one.content] for number, one in enumerate(originals) if one.content in by_content
    }
    taken = set(matched.values())
    for number, one in enumerate(originals):
        if number not in matched:
            shares = ((_share(one, other), at) for at, other in enumerate(found) if at not in taken)
            share, nearest = max(shares, default=(0.0, -1))
            if share >= _SHARED:
                matched[number] = nearest
                taken.add(nearest)
    return matched


def _share(one: Attribution, other: Attribution) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))
