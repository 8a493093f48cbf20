"""Records come back from JSON as they went in, and a little more or less in it does no harm."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.client.reading import read
from quotes.store.findings import GroupRecord, Match, OutletRecord, SpeakerHint, SpeakerProfile
from quotes.store.records import (
    CorrectionRecord,
    DocumentRecord,
    PartRecord,
    QuoteRecord,
    SpeakerRef,
    StatementRecord,
    UpdateRecord,
)

KINDS = (
    QuoteRecord,
    SpeakerProfile,
    SpeakerHint,
    StatementRecord,
    DocumentRecord,
    OutletRecord,
    GroupRecord,
    CorrectionRecord,
    UpdateRecord,
    Match,
)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(0, 2**53),
    float: st.floats(0, 1),
    str: st.text(max_size=8),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    NoneType: st.none(),
}


def some(kind: Any) -> st.SearchStrategy[Any]:
    """Return any values of a type, as it is written in a record."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: some(hints[field.name]) for field in fields(kind)})
    if get_origin(kind) is tuple:
        return st.lists(some(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    return _PLAIN[kind] if kind in _PLAIN else st.one_of(*map(some, get_args(kind)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_a_server_writes_is_read_back(kind: type, data: st.DataObject) -> None:
    record = data.draw(some(kind))
    assert read(kind, orjson.loads(orjson.dumps(record))) == record


SPEAKER = {"id": 19, "name": "Mira Danforth", "kind": "person"}


def test_fields_of_a_newer_server_are_passed_over() -> None:
    assert read(SpeakerRef, {**SPEAKER, "portrait": {"url": "…"}}) == SpeakerRef(
        19, "Mira Danforth", "person"
    )


def test_words_of_a_newer_server_are_kept() -> None:
    assert read(SpeakerRef, {**SPEAKER, "kind": "robot"}).kind == "robot"


def test_a_field_that_an_older_server_lacks_is_none_where_it_may_be() -> None:
    assert read(SpeakerRef, {"id": 19, "name": "Mira Danforth"}) == SpeakerRef(19, "Mira Danforth", None)


WRONG = {
    "a field that must be there": ({"id": 19}, "a SpeakerRef has no name"),
    "a text for a number": ({**SPEAKER, "id": "19"}, "there is '19' for a int"),
    "a yes for a number": ({**SPEAKER, "id": True}, "there is True for a int"),
    "nothing for a text": ({**SPEAKER, "name": None}, "there is None for a str"),
    "a list for a record": ([], "there is [] for a SpeakerRef"),
}


@pytest.mark.parametrize(("value", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_record_is_refused(value: object, message: str) -> None:
    with pytest.raises(ValueError, match="^" + message.replace("[", r"\[")):
        read(SpeakerRef, value)


def test_a_record_with_fields_of_two_is_the_one_with_the_most() -> None:
    part = PartRecord("she", 3, 6)
    made = CorrectionRecord(
        id=1,
        quote_id=2,
        document_id=3,
        field="source",
        before=None,
        after=part,
        made_by="a reader",
        made_at=datetime(2026, 3, 14, tzinfo=UTC),
        why="the recording",
        undone_by=None,
        undone_at=None,
    )
    written = orjson.loads(orjson.dumps(replace(made, before=False)))
    assert read(CorrectionRecord, written) == replace(made, before=False)
    assert read(CorrectionRecord, orjson.loads(orjson.dumps(made))).after == part
