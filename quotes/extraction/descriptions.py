"""Whom a description can mean by its words: which of those named may be “the president”, “the company”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from quotes.extraction.entities import Entity
from quotes.extraction.names import first_name
from quotes.extraction.salience import Option
from quotes.languages.language import Language

_STEM: Final = 5  # letters


def compared(options: Sequence[Option], wanted: set[str], head: str) -> list[Option]:
    """Return options with what a description's words have in common with their roles, as features.

    An age, and an office of several words, are those of whoever has them, if anybody has.
    """
    age = {word for word in wanted if word.isdigit()}
    some = _having(_having(options, age), wanted) if len(wanted) > 1 else _having(options, age)
    return [o._replace(more=o.more + _shared(wanted, head, o.entity)) for o in some]


def _having(options: Sequence[Option], words: set[str]) -> Sequence[Option]:
    """Return those whose roles have all words; all options where there are no words or nobody has them."""
    return [o for o in options if o.entity and words and _covers(o.entity.roles, words)] or options


def fitting(
    options: Sequence[Option], wanted: set[str], head: str, language: Language, *, owned: bool
) -> list[Option] | None:
    """Return those who may have the role that a description tells; None where nobody is known to have it.

    `owned` says that it is told whose: nobody but who is known as that is “Velmora's representative”.
    """
    if owned and head in language.delegates:
        return [o for o in options if o.entity is not None and _covers(o.entity.roles, wanted)]
    if any(option.entity and head in option.entity.roles for option in options):
        # Whoever is known by another office is not meant.
        return [o for o in options if o.entity is not None and _may_be(o.entity, head, language)]
    return None


def may_have(entity: Entity | None, head: str, language: Language) -> bool:
    """Tell a foreign minister from “the president”."""
    sole = entity is not None and head in language.sole_offices
    return entity is None or not sole or entity.roles.isdisjoint(language.offices.state_roles)


def may_be_body(entity: Entity, language: Language) -> bool:
    """Tell a body's name, or one of several words that nothing calls a person's: “Harbour Insider”."""
    if entity.kind != "person":
        assembly = entity.words[-1].lower() in language.assemblies
        return entity.kind == "organisation" and not assembly
    first = entity.words[0]
    unknown = first_name(first, language) is None and first.lower() not in language.places
    return unknown and len(entity.words) > 1 and not entity.gender and not entity.roles


def may_be_called(entity: Entity, head: str, language: Language) -> bool:
    """“the commission” may be the FEC, but “the army” no airport."""
    letter = head[0].upper()
    return head not in language.whole_bodies or any(
        word.isupper() and len(word) > 1 and letter in word for word in entity.words
    )


def _covers(roles: Iterable[str], words: Iterable[str]) -> bool:
    """Tell whether roles have all words, a land's name for its adjective too: Velmora, Velmoran."""
    return all(any(w == r or (len(r) >= _STEM and w.startswith(r[:_STEM])) for r in roles) for w in words)


def _may_be(entity: Entity, head: str, language: Language) -> bool:
    return head in entity.roles or not any(language.letters.get(role) == "r" for role in entity.roles)


def _shared(wanted: set[str], head: str, entity: Entity | None) -> tuple[str, ...]:
    roles = entity.roles if entity is not None else frozenset()
    shared = min(3, len(wanted & roles))
    return f"shared:{shared}", f"head:{head in roles}", f"roles:{bool(roles)}:{bool(shared)}"
