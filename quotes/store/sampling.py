"""A sample of quotes that anybody can draw again: the lot of a row hangs on its id and a seed alone."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import BigInteger, ColumnElement, cast, select
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.store.models import quotes

_MOST = 10_000
_PRIME = 2**31 - 1  # products of numbers below it fit into 64 bits
_SMALLER = 65_521  # a prime too


def drawn(
    session: Session, conditions: Sequence[ColumnElement[bool]], size: int, seed: int
) -> ColumnElement[bool]:
    """Return the condition that a quote is one of so many, drawn from those that some conditions leave."""
    if not 1 <= size <= _MOST:
        raise FilterError("sample", f"sample draws from 1 to {_MOST:,} quotes, not {size}")
    lots = select(quotes.c.id).where(*conditions).order_by(_lot(seed), quotes.c.id).limit(size)
    # drawn once, as what follows asks for them more than once
    return quotes.c.id.in_(session.scalars(lots).all())


def _lot(seed: int) -> ColumnElement[int]:
    """Mix the id with numbers made of the seed; in integers, as both databases count the same with them."""
    digest = sha256(str(seed).encode()).digest()
    factor, more, other = (int.from_bytes(digest[at : at + 4]) % (_PRIME - 1) + 1 for at in (0, 4, 8))
    mixed = (cast(quotes.c.id, BigInteger) * factor + more) % _PRIME
    # once more, and not in a straight line: neighbours would else be drawn at even distances
    return (mixed * (mixed % _SMALLER + 1) + other) % _PRIME
