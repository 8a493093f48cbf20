"""Keys of the API: made once, kept as hashes, found, revoked; and requests that are not done twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from quotes.errors import FilterError, NotFoundError, StoreError
from quotes.store.keys import (
    Answered,
    answered,
    create_key,
    find_key,
    note_use,
    remember,
    revoke_key,
    select_keys,
)
from quotes.store.models import keys, requests


def test_a_key_is_found_by_what_was_shown_once(session: Session) -> None:
    made, token = create_key(session, " Ana  Vale ", ["correct", "ingest"])
    assert (made.name, made.scopes) == ("Ana Vale", ("ingest", "correct"))
    assert token.startswith(made.beginning)
    assert len(token) >= 40
    assert find_key(session, token) == made
    assert timedelta(0) <= datetime.now(UTC) - made.created_at < timedelta(minutes=1)


def test_the_key_itself_is_kept_nowhere(session: Session) -> None:
    _, token = create_key(session, "Ana", ["read"])
    (row,) = session.execute(select(keys)).mappings().all()
    assert token not in str(dict(row))
    assert token[20:30] not in str(dict(row))


def test_two_keys_differ(session: Session) -> None:
    tokens = {create_key(session, "Ana", ["read"])[1] for _ in range(20)}
    assert len(tokens) == 20


@pytest.mark.parametrize("token", ["", "quotes_", "é", "x" * 10_000, "\0"])
def test_no_other_word_is_a_key(session: Session, token: str) -> None:
    create_key(session, "Ana", ["read"])
    assert find_key(session, token) is None


@pytest.mark.parametrize(
    ("name", "scopes", "error"),
    [
        ("", ["read"], "a key's name has from 1 to 100"),
        ("x" * 101, ["read"], "a key's name has from 1 to 100"),
        ("a\x1bb", ["read"], "that can be printed"),
        ("Ana", [], "for one or more of read, ingest, correct"),
        ("Ana", ["read", "delete"], "one or more of read, ingest, correct, not delete"),
    ],
)
def test_what_is_no_name_or_scope_is_refused(session: Session, name: str, scopes: Any, error: str) -> None:
    with pytest.raises(FilterError, match=error):
        create_key(session, name, scopes)


def test_a_revoked_key_is_none(session: Session) -> None:
    made, token = create_key(session, "Ana", ["read"])
    revoked = revoke_key(session, made.id)
    assert revoked.revoked_at is not None
    assert find_key(session, token) is None
    assert select_keys(session) == [revoked]
    with pytest.raises(StoreError, match=f"key {made.id} was revoked already"):
        revoke_key(session, made.id)


@pytest.mark.parametrize("number", [0, 9, 2**70])
def test_a_key_that_is_not_there_cannot_be_revoked(session: Session, number: int) -> None:
    with pytest.raises(NotFoundError, match=f"no key {number}"):
        revoke_key(session, number)


def test_its_use_is_noted_once_a_minute(session: Session) -> None:
    made, token = create_key(session, "Ana", ["read"])
    assert note_use(session, made)
    used = find_key(session, token)
    assert used is not None
    assert used.used_at is not None
    assert not note_use(session, used)
    session.execute(update(keys).values(used_at=datetime.now(UTC) - timedelta(minutes=2)))
    later = find_key(session, token)
    assert later is not None
    assert note_use(session, later)


class TestRequests:
    def test_are_answered_as_the_first_time(self, session: Session) -> None:
        key, _ = create_key(session, "Ana", ["ingest"])
        assert answered(session, key, "one", b"body") is None
        remember(session, key, "one", b"body", Answered(201, "{}"))
        assert answered(session, key, "one", b"body") == Answered(201, "{}")

    def test_of_the_same_name_must_be_the_same(self, session: Session) -> None:
        key, _ = create_key(session, "Ana", ["ingest"])
        remember(session, key, "one", b"body", Answered(201, "{}"))
        with pytest.raises(FilterError, match="'one' was used for another request"):
            answered(session, key, "one", b"other")
        with pytest.raises(FilterError, match="is under way"):
            remember(session, key, "one", b"body", Answered(201, "{}"))

    def test_of_another_key_are_others(self, session: Session) -> None:
        one, other = (create_key(session, name, ["ingest"])[0] for name in ("Ana", "Bo"))
        remember(session, one, "one", b"body", Answered(201, "{}"))
        assert answered(session, other, "one", b"body") is None

    def test_are_forgotten_after_a_day(self, session: Session) -> None:
        key, _ = create_key(session, "Ana", ["ingest"])
        remember(session, key, "one", b"body", Answered(201, "{}"))
        session.execute(update(requests).values(made_at=datetime.now(UTC) - timedelta(days=1, seconds=1)))
        assert answered(session, key, "one", b"other") is None
        remember(session, key, "one", b"other", Answered(200, "{}"))
        assert session.scalar(text("SELECT count(*) FROM requests")) == 1
