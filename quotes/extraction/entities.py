"""The people and bodies of one document, and what names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quotes.types import SpeakerKind


@dataclass(slots=True, eq=False)
class Entity:
    """A person or body of one document, with what the document says of it so far."""

    name: str
    words: tuple[str, ...]
    kind: SpeakerKind
    gender: str
    first: int
    heading: bool
    count: int = 0
    roles: frozenset[str] = frozenset()
    nickname: str = ""


class Tokens(NamedTuple):
    """Where somebody is named: the tokens from `first` up to `last`."""

    first: int
    last: int


class Reference(NamedTuple):
    """Whom a mention stands for, None for somebody without a name, and the tokens that name them.

    `share` is how sure that is: the share of this answer among all that were weighed.
    """

    entity: Entity | None
    tokens: Tokens
    share: float = 1.0
