"""Keys: who may use the API for what. A key is shown once, when it is made; only its hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, get_args

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quotes.errors import FilterError, NotFoundError, StoreError
from quotes.store.models import keys, requests
from quotes.store.records import KeyRecord, Scope
from quotes.store.values import in_utc, is_id

_PREFIX = "quotes_"
_SHOWN = len(_PREFIX) + 6
_LONGEST_NAME = 100
_KEPT = timedelta(days=1)  # for so long a request is not done twice
_SELDOM = timedelta(minutes=1)  # not every request writes when its key was used
_BY_HASH = select(keys).where(keys.c.sha256 == bindparam("sha256"), keys.c.revoked_at.is_(None))


class Answered(NamedTuple):
    """What was answered to a request."""

    status: int
    body: str


def create_key(session: Session, name: str, scopes: Collection[str]) -> tuple[KeyRecord, str]:
    """Make a key; return its record and the key itself, which is kept nowhere. The caller commits.

    Raises FilterError for a name or a scope without use.
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= _LONGEST_NAME or not name.isprintable():
        raise FilterError(
            "name", f"a key's name has from 1 to {_LONGEST_NAME} characters that can be printed"
        )
    known = get_args(Scope)
    unknown = sorted(set(scopes) - set(known))
    if unknown or not scopes:
        given = f", not {', '.join(unknown)}" if unknown else ""
        raise FilterError("scopes", f"a key is for one or more of {', '.join(known)}{given}")
    token = _PREFIX + secrets.token_urlsafe(32)
    row = {
        "name": name,
        "sha256": _hash(token),
        "beginning": token[:_SHOWN],
        "scopes": " ".join(scope for scope in known if scope in scopes),
        "created_at": datetime.now(UTC),
    }
    made = session.execute(insert(keys).returning(keys), row).one()
    return _record(made), token


def find_key(session: Session, token: str) -> KeyRecord | None:
    """Return the key's record; None for one that was never made, or was revoked."""
    if not token.isascii() or len(token) > 200:
        return None
    row = session.execute(_BY_HASH, {"sha256": _hash(token)}).one_or_none()
    return None if row is None else _record(row)


def note_use(session: Session, key: KeyRecord) -> bool:
    """Write down that a key was used, if that is worth a write; return whether it was. The caller commits."""
    now = datetime.now(UTC)
    if key.used_at is not None and now - key.used_at < _SELDOM:
        return False
    session.execute(update(keys).where(keys.c.id == key.id).values(used_at=now))
    return True


def revoke_key(session: Session, id_: int) -> KeyRecord:
    """Make a key useless; raise NotFoundError where there is none, StoreError where it is so already."""
    row = session.execute(select(keys).where(keys.c.id == id_)).one_or_none() if is_id(id_) else None
    if row is None:
        raise NotFoundError(f"there is no key {id_}")
    if row.revoked_at is not None:
        raise StoreError(f"the key {id_} was revoked already")
    revoked = update(keys).where(keys.c.id == id_).values(revoked_at=datetime.now(UTC))
    return _record(session.execute(revoked.returning(keys)).one())


def select_keys(session: Session) -> list[KeyRecord]:
    """Return all keys, the newest first; those revoked among them."""
    return [_record(row) for row in session.execute(select(keys).order_by(keys.c.id.desc()))]


def answered(session: Session, key: KeyRecord, name: str, request: bytes) -> Answered | None:
    """Return what was answered to a request of this name; None if there was none.

    Raises FilterError where the name was used for another request.
    """
    wanted = select(requests).where(requests.c.key_id == key.id, requests.c.name == name)
    row = session.execute(wanted.where(requests.c.made_at > datetime.now(UTC) - _KEPT)).one_or_none()
    if row is None:
        return None
    if row.sha256 != hashlib.sha256(request).hexdigest():
        raise FilterError("Idempotency-Key", f"the Idempotency-Key {name!r} was used for another request")
    return Answered(row.status, row.body)


def remember(session: Session, key: KeyRecord, name: str, request: bytes, answer: Answered) -> None:
    """Write down what is answered to a request. The caller commits."""
    now = datetime.now(UTC)
    session.execute(delete(requests).where(requests.c.made_at <= now - _KEPT))
    row = {
        "key_id": key.id,
        "name": name,
        "sha256": hashlib.sha256(request).hexdigest(),
        "made_at": now,
        "status": answer.status,
        "body": answer.body,
    }
    try:
        with session.begin_nested():
            session.execute(insert(requests), row)
    except IntegrityError as error:
        raise FilterError("Idempotency-Key", f"a request with the same {name!r} is under way") from error


def _hash(token: str) -> str:
    # a random key of 256 bits needs no slow hash, which is for passwords
    return hashlib.sha256(token.encode()).hexdigest()


def _record(row: Any) -> KeyRecord:
    def moment(value: datetime | None) -> datetime | None:
        return None if value is None else in_utc(value)

    return KeyRecord(
        id=row.id,
        name=row.name,
        beginning=row.beginning,
        scopes=tuple(row.scopes.split()),
        created_at=in_utc(row.created_at),
        used_at=moment(row.used_at),
        revoked_at=moment(row.revoked_at),
    )
