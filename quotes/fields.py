"""What is known of a quote, under the names that stored quotes have: for lines of JSON, for rows."""

from __future__ import annotations

from typing import Any

from quotes.types import Attribution, SaidOn, Span, join_spans


def as_fields(text: str, one: Attribution) -> dict[str, Any]:
    """Return an attribution under the names that stored quotes have, spans with their words."""
    return {
        "text": join_spans(text, one.content),
        "kind": one.kind,
        "spans": [_part(text, span) for span in one.content],
        "speaker": one.speaker,
        "speaker_kind": one.speaker_kind,
        "source": _part(text, one.source),
        "antecedent": _part(text, one.antecedent),
        "cue": {**_words(text, one.cue), "lemma": one.cue_lemma} if one.cue else None,
        "role": _part(text, one.role),
        "country": one.country,
        "said_on": _said_on(text, one.said_on),
        "channel": one.channel,
        "addressee": _part(text, one.addressee),
        "place": _part(text, one.place),
        "reported_by": _part(text, one.reported_by),
        "rule": one.rule,
        "confidence": one.confidence,
        "reason": one.reason,
    }


def _part(text: str, span: Span | None) -> dict[str, Any] | None:
    return _words(text, span) if span else None


def _said_on(text: str, said: SaidOn | None) -> dict[str, Any] | None:
    if said is None:
        return None
    told = {"date": said.day, "precision": said.precision, "basis": said.basis}
    return {**told, "words": _part(text, said.words)}


def _words(text: str, span: Span) -> dict[str, Any]:
    return {"text": span.of(text), "start": span.start, "end": span.end}
