"""Names as citations sort them: "Family, Given" where that is plain, else the whole name as it is."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from quotes.languages.english_first_names import FEMALE, MALE
from quotes.languages.english_names import BODIES
from quotes.languages.name_orders import (
    FIRST_FAMILIES,
    OTHER_ORDERS,
    PARTICLES,
    SUFFIXES,
    UNSETTLED_PARTICLES,
)
from quotes.speakers.names import folded_words, title_length
from quotes.types import SpeakerKind

_FIRST_NAMES = frozenset((*MALE, *FEMALE))
_NO_PERSONS = frozenset(BODIES)
_WRITTEN = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{M} .'’ʼ\-‐‑]+")
_INITIALS = regex.compile(r"(?:\p{Lu}\.?[\-‐]?){1,3}")
_LOWER_AFTER_HYPHEN = regex.compile(r"\p{Lu}\p{Ll}+[\-‐]\p{Ll}+")  # Ki-moon
_BETWEEN_AUTHORS = regex.compile(r"\s+(?:and|&)\s+|\s*;\s*")
_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}.'’\-‐]*(?: (?:\p{Ll}+ )?\p{Lu}[\p{L}\p{M}.'’\-‐]*){1,3}")


@dataclass(frozen=True, slots=True)
class Name:
    """Who is cited: a person by `family` and `given`, anybody and anything else by `literal` alone."""

    literal: str
    family: str | None = None
    given: str | None = None
    suffix: str | None = None


def person_or_body(name: str, kind: SpeakerKind | None, country: str | None) -> Name:
    """Return a speaker's name; it is split only where a person's last word is the family for sure.

    `country` is the one that they speak for: in some the family stands first, or there is none.
    """
    if kind != "person" or country in OTHER_ORDERS:
        return Name(name)
    return _split(name)


def authors(line: str | None) -> tuple[Name, ...]:
    """Return whom a byline names: people where all of it looks like names of people, else the line."""
    line = " ".join((line or "").split()).removeprefix("By ").removeprefix("by ")
    if not line:
        return ()
    names = _BETWEEN_AUTHORS.split(line)
    if not all(map(_looks_like_a_person, names)):
        return (Name(line),)
    return tuple(_split(name) if _has_first_name(name) else Name(name) for name in names)


def _looks_like_a_person(name: str) -> bool:
    return bool(_CAPITALISED.fullmatch(name)) and _NO_PERSONS.isdisjoint(folded_words(name))


def _has_first_name(name: str) -> bool:
    first = name.split()[0]
    return first.lower() in _FIRST_NAMES or bool(_INITIALS.fullmatch(first))


def _split(name: str) -> Name:
    words = name.split()
    suffix = words.pop() if len(words) > 2 and words[-1] in SUFFIXES else None
    at = _family_at(words)
    if at is None or not _WRITTEN.fullmatch(name):
        return Name(name)
    return Name(name, " ".join(words[at:]), " ".join(words[:at]), suffix)


def _family_at(words: list[str]) -> int | None:
    """Return where the family begins; None where only somebody who knows the person can tell."""
    folded = [word.casefold().strip(".") for word in words]
    if len(words) < 2 or title_length(folded) or not UNSETTLED_PARTICLES.isdisjoint(folded):
        return None
    if folded[0] in FIRST_FAMILIES or any(map(_LOWER_AFTER_HYPHEN.fullmatch, words)):
        return None
    small = [at for at, word in enumerate(words) if word in PARTICLES]
    at = small[0] if small else len(words) - 1
    family = [word for word in words[at:] if word not in PARTICLES]
    middle = [word for word in words[1:at] if not _INITIALS.fullmatch(word)]
    return at if at > 0 and len(family) == 1 and not middle else None
