"""What an office is called, however it is written: "Foreign Minister", "minister of foreign affairs"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from quotes.languages.english_speakers import (
    FIELDS,
    OFFICE_JOINTS,
    OFFICE_MODIFIERS,
    PAST_OFFICE,
    PORTFOLIO_HOLDERS,
    PORTFOLIOS,
    SPELLED,
)
from quotes.speakers.countries import country_called, split_country
from quotes.speakers.names import folded_words

_LONGEST = 200  # characters; what is longer tells a story, not an office
_MOST_WORDS = 8
_PART = regex.compile(r"[,;:(]|\s[–—-]\s")
_JOINT = regex.compile(rf"\s(?:{'|'.join(sorted(OFFICE_JOINTS))})\s+(?:the\s+)?(?=\p{{Lu}})")


class Office(NamedTuple):
    """A role taken apart: `title` and `body` are its own words, `key` is to compare titles by ("" if none).

    `country` (ISO 3166-1 alpha-2) is the one that the role names, None where it names none; `past` tells a
    former office.
    """

    title: str
    body: str | None
    country: str | None
    key: str
    past: bool = False


@lru_cache(maxsize=4096)
def read_office(role: str) -> Office:
    """Take a role apart: "director of the Lantern Institute" is a director, of a body."""
    role = " ".join(role.split())[:_LONGEST]
    first = _PART.split(role, maxsplit=1)[0].strip() or role
    title, body = _parted(first)
    words, past = _plain_words(title)
    words, country = split_country(words)
    of_body = folded_words(body or "")
    land = country_called(of_body)
    if land is not None:
        body = None  # "president of Aldova"
    key = " ".join(with_portfolio(words)[:_MOST_WORDS])
    return Office(title, body, country or land or split_country(of_body)[1], key, past)


@lru_cache(maxsize=4096)
def field_of(key: str) -> str:
    """Return the field of work of an office's key: "state", "sport", "arts"; nothing where it tells none."""
    words = key.split()
    return next((field for word in reversed(words) if (field := _fields().get(word))), "")


def with_portfolio(words: Sequence[str]) -> tuple[str, ...]:
    """Turn "ministry of foreign affairs" into "foreign ministry", and so with every holder of a portfolio."""
    words = [SPELLED.get(word, word) for word in words if word not in OFFICE_MODIFIERS]
    for k, word in enumerate(words[:-2]):
        if word in PORTFOLIO_HOLDERS and words[k + 1] in OFFICE_JOINTS:
            if " ".join(words[:k]) in _portfolios():  # "foreign ministry of aldova"
                return (*_portfolio(words[:k]), *words[k:])
            end = next((j for j in range(k + 3, len(words)) if words[j] in OFFICE_JOINTS), len(words))
            return (*words[:k], *_portfolio(words[k + 2 : end]), word, *words[end:])
    if len(words) > 1 and words[-1] in PORTFOLIO_HOLDERS:
        return (*_portfolio(words[:-1]), words[-1])
    return tuple(words)


def _parted(role: str) -> tuple[str, str | None]:
    """Cut a role where its body begins; a minister's portfolio is no body."""
    for joint in _JOINT.finditer(role):
        title, body = role[: joint.start()], role[joint.end() :]
        holder = title.split()[-1:]
        if not holder or holder[0].lower() not in PORTFOLIO_HOLDERS or country_called(folded_words(body)):
            return title, body
    return role, None


def _plain_words(title: str) -> tuple[tuple[str, ...], bool]:
    """Fold a title without the words before it that are none of it; tell whether they say that it is over."""
    words = folded_words(title)
    start = 0
    while start < len(words) - 1 and words[start] in OFFICE_MODIFIERS:
        start += 1
    return words[start:], not PAST_OFFICE.isdisjoint(words[:start])


def _portfolio(words: Sequence[str]) -> list[str]:
    name = " ".join(words)
    return _portfolios().get(name, name).split()


@lru_cache(maxsize=1)
def _portfolios() -> dict[str, str]:
    lines = (line.strip().split("=") for line in PORTFOLIOS.strip().splitlines())
    return {name: line[0] for line in lines for name in line}


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    return {word: field for field, words in FIELDS.items() for word in words.split()}
