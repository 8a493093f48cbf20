"""How the tables of cases are read: a text, then each of its quotes in order.

A quote is `(content, source)`, `(content, source, speaker)` or `(content, source, speaker, cue)`:

- content: the words inside the marks, or a tuple of them where the quote has several parts;
- source: words that the source span must hold, or a tuple of such words where any will do;
  None where nobody may be given the quotation;
- speaker: the name in full, None for somebody without a name; left out, it is the source's own words;
- cue: the words of the cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from quotes import Attribution, Extraction, SaidOn, Span, extract
from quotes.types import Channel, DateBasis, DatePrecision


def fails(reason: str, *case: Any) -> Any:
    """Return a case that a careful reader gets right and the extractor does not yet."""
    return pytest.param(case, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


def name(case: Any) -> str:
    """Return a test's name: the letters that its text begins with."""
    return re.sub(r"[^A-Za-z0-9]+", " ", case[0])[:60].strip() or "marks"


def check(text: str, *quotes: tuple[Any, ...]) -> None:
    """Extract, and compare every quote with what is expected."""
    found = extract(text)
    assert_valid(text, found)
    got = [_contents(text, a) for a in found]
    wanted = [(q[0],) if isinstance(q[0], str) else q[0] for q in quotes]
    assert got == wanted
    for attribution, quote in zip(found, quotes, strict=True):
        _check_source(text, attribution, *quote[1:])


def _check_source(text: str, a: Attribution, source: str | tuple[str, ...] | None, *rest: str | None) -> None:
    if source is None:
        assert a.source is None, f"given to {a.source.of(text)!r}"
        return
    assert a.source is not None, f"given to nobody: {a.reason}"
    words = a.source.of(text)
    either = (source,) if isinstance(source, str) else source
    assert any(re.search(rf"(?<!\w){re.escape(s)}(?!\w)", words) for s in either), f"given to {words!r}"
    assert a.speaker == (rest[0] if rest else source)
    if len(rest) > 1:
        assert a.cue is not None, "no cue"
        assert a.cue.of(text) == rest[1]


def _contents(text: str, a: Attribution) -> tuple[str, ...]:
    return tuple(span.of(text) for span in a.content)


def assert_valid(text: str, found: Extraction) -> None:
    """Hold what is true of every extraction: spans of the text, in order, none twice, nothing half filled."""
    end = 0
    for a in found:
        for span in a.content:
            assert end <= span.start < span.end <= len(text)
            end = span.end
        for span in (*_others(a), *_told(a)):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)
        for span in _told(a):
            assert all(span.end <= part.start or part.end <= span.start for part in a.content)
        assert a.kind in ("direct", "mixed")
        assert a.channel in (None, *get_args(Channel))
        assert a.country is None or re.fullmatch("[A-Z]{2}", a.country)
        if a.said_on is not None:
            _check_day(a.said_on)
    for a in found.attributions:
        assert a.source is not None
        assert a.rule
        assert a.reason is None
        assert a.speaker_kind is not None
        assert a.confidence is not None
        assert 0 < a.confidence <= 1
        assert (a.cue is None) == (a.cue_lemma is None)
        assert a.speaker is None or a.speaker.strip() == a.speaker != ""
    for a in found.unattributed:
        assert a.reason
        assert (a.cue, a.cue_lemma, a.source, a.antecedent, a.speaker, a.speaker_kind) == (None,) * 6
        assert (a.country, a.channel, *_told(a)) == (None, None)


def _others(a: Attribution) -> Iterator[Span]:
    return (s for s in (a.cue, a.source, a.antecedent) if s is not None)


def _told(a: Attribution) -> Iterator[Span]:
    """Yield the spans of what is told around a quote: they may be no words of the quote itself."""
    words = None if a.said_on is None else a.said_on.words
    return (s for s in (a.role, words, a.addressee, a.place, a.reported_by) if s is not None)


def _check_day(said: SaidOn) -> None:
    assert said.precision in get_args(DatePrecision)
    assert said.basis in get_args(DateBasis)
    first = {"day": said.day, "month": said.day.replace(day=1), "year": said.day.replace(month=1, day=1)}
    assert said.day == first[said.precision], "a month and a year are told by their first day"
