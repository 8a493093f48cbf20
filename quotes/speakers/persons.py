"""Persons' names: how spellings, orders and shorter forms of one name meet. Pure functions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import regex

from quotes.languages.transliterations import (
    ARTICLES,
    FIRST_ARTICLES,
    LOWER_ARTICLES,
    SERVANT,
    SONS,
    SPELLINGS,
    VARIANTS,
)
from quotes.speakers.names import SUFFIXES, fold, plain, title_length

# `re`, as these are plain patterns and it is twice as fast with them
_RULES = tuple((re.compile(pattern).sub, replacement) for pattern, replacement in SPELLINGS)
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_SERVANT = re.compile(SERVANT)
_SERVANT_APART = re.compile(rf"\b({SERVANT})-(?=...)")
_NICKNAME = regex.compile(r"(?<=\s)(?:[“\"‘(][^“”\"‘’()]{1,40}+[”\"’)])(?=\s)")
_HYPHENS = regex.compile(r"[-‐‑–]+")
_FUSED = regex.compile(r"\b(?:Al|El)(?=\p{Lu}\p{Ll})")  # ElBaradei
_POINTS = regex.compile(r"(?<=\b\p{Lu})\.")  # J.K.
_TOKEN = regex.compile(
    r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼʻ`´]*+(?:[-‐‑–][\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼʻ`´]*+)*+"
)
_ODD = regex.compile(r"[^\p{L}\p{M}\p{N}\-‐‑–]+")
_VOWELS = frozenset("AEIOUY")
_LONGEST = 12  # words; what has more is no person's name, and its words are compared as they are


class PersonName(NamedTuple):
    """A person's name taken apart; all words are spellings (`spell`), an initial is one letter.

    `surname` is the last word, also of a name that begins with the surname; a single word is a surname. A
    given name that is spelt with another first letter than it is written has that before it: "p_filip".
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def key(self) -> str:
        """Return all of it as one string, from which `from_key` makes the name again."""
        return " ".join(filter(None, (*self.given, self.surname, self.suffix)))

    @property
    def is_full(self) -> bool:
        """Tell whether there is more than one word, so that it names somebody by itself."""
        return bool(self.given or self.suffix)


def is_shorter(short: PersonName, long: PersonName) -> bool:
    """Tell whether a name is a shorter form of another, full one: that of "Mira Anne Danforth", say.

    So are "Danforth", "M. Danforth", "M. A. Danforth" and "Mira Danforth"; a single word may also be the
    first, as some names begin with the surname.
    """
    if short == long or not long.is_full:
        return False
    if not short.is_full:
        return short.surname in (long.surname, *map(spelling, long.given[:1]))
    if short.surname != long.surname or short.suffix != long.suffix or len(short.given) > len(long.given):
        return False
    if not _abbreviates(short.given[0], long.given[0]):
        return False
    rest = iter(long.given[1:])
    return all(any(_abbreviates(word, other) for other in rest) for word in short.given[1:])


def _abbreviates(word: str, other: str) -> bool:
    return spelling(word) == spelling(other) or (len(word) == 1 and other.startswith(word))


def spelling(given: str) -> str:
    """Return a given name of a PersonName without the letter that it is written with."""
    return given[2:] if given[1:2] == "_" else given


def _with_initial(word: str) -> str:
    spelt = spell(word)
    return spelt if spelt[:1] == word[0] else f"{word[0]}_{spelt}"


@lru_cache(maxsize=8192)  # the same few names come again and again
def parse_person(name: str) -> PersonName:
    """Take a person's name apart, without titles, nicknames and articles."""
    words, suffix = _without_suffix(_tokens(name))
    parts = [_with_initial(part) for word in words[:-1] for part in _HYPHENS.split(word) if part]
    if not words or len(parts) > _LONGEST:
        return PersonName((), fold(name).replace(" ", "_"))
    surname = "".join(map(spell, _HYPHENS.split(words[-1])))
    return PersonName(tuple(parts), surname, suffix)


@lru_cache(maxsize=8192)
def from_key(key: str) -> PersonName:
    """Return the name that has this key."""
    words, suffix = _without_suffix(key.split(" "))
    return PersonName(tuple(words[:-1]), words[-1], suffix)


@lru_cache(maxsize=8192)
def whole(key: str) -> str:
    """Return what the keys of one whole name have in common, however it is parted and wherever it begins.

    Ban Ki-moon and Ki-moon Ban, Abdel Fattah and Abdelfattah: the least of all turns of its letters.
    """
    words, suffix = _without_suffix(key.split(" "))
    words = [*map(spelling, words[:-1]), words[-1]]
    joined = "".join(words)
    if all(len(word) > 1 for word in words):  # but J. J. is not J.
        joined = _DOUBLED.sub(r"\1", joined)
        joined = joined[:1] + joined[1:].rstrip(joined[:1])
    least = min((joined[k:] + joined[:k] for k in range(len(joined))), default="")
    return f"{least} {suffix}" if suffix else least


@lru_cache(maxsize=16384)
def spell(word: str) -> str:
    """Return a word of a name so that its spellings meet ("massoud", "masood" -> "masud")."""
    spelt = _by_rules(word)
    return _variants().get(spelt, spelt)


def _by_rules(word: str) -> str:
    if len(word) > 1:
        for rewrite, replacement in _RULES:
            word = rewrite(replacement, word)
    return word


@lru_cache(maxsize=1)
def _variants() -> dict[str, str]:
    lines = (line.split() for line in VARIANTS.strip().splitlines())
    return {_by_rules(word): _by_rules(line[0]) for line in lines for word in line}


def _tokens(name: str) -> list[str]:
    """Return the words of a name, folded but for their hyphens, without title, nickname and articles."""
    name = _POINTS.sub(" ", _FUSED.sub("al-", _NICKNAME.sub("", name)))
    raw = _TOKEN.findall(_surname_last(name))
    titles = title_length([part for word in raw for part in _HYPHENS.split(plain(word))])
    while raw and titles > 0:
        titles -= len(_HYPHENS.split(raw.pop(0)))
    kept = [_without_article(word, first=k == 0, last=k == len(raw) - 1) for k, word in enumerate(raw)]
    return _with_servant([word for word in kept if word])


def _surname_last(name: str) -> str:
    """Turn "Danforth, Mira" round, not "Mira Danforth, Jr."."""
    last, _, first = name.partition(",")
    words = _TOKEN.findall(plain(first))
    return f"{first} {last}" if words and words[0] not in SUFFIXES else name


def _without_article(word: str, *, first: bool, last: bool) -> str:
    """Fold a word, without the article before it; nothing is left of an article or "son of" inside a name."""
    article, *rest = _HYPHENS.split(word)
    folded = plain(article)
    if rest and (folded in ARTICLES or (folded in LOWER_ARTICLES and article[0].islower())):
        return _letters("-".join(rest))
    if not rest and not last and _is_left_out(folded, first=first, lower=article[0].islower()):
        return ""
    if article.isupper() and not rest and len(article) < 4 and _VOWELS.isdisjoint(article):
        return " ".join(_letters(article))  # JK
    return _letters(word)


def _letters(word: str) -> str:
    return _ODD.sub("", plain(word))


def _is_left_out(folded: str, *, first: bool, lower: bool) -> bool:
    if first and not lower:
        return folded in FIRST_ARTICLES
    return folded in ARTICLES or folded in SONS or (lower and folded in LOWER_ARTICLES)


def _with_servant(words: list[str]) -> list[str]:
    """Join "abdul" to the word behind it, where a surname follows; part initials."""
    joined: list[str] = []
    for k, word in enumerate(_SERVANT_APART.sub(r"\1", each) for each in words):
        if joined and k < len(words) - 1 and _SERVANT.fullmatch(joined[-1]):
            joined[-1] += word
        else:
            joined += word.split(" ")
    return joined


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    if len(words) > 1 and words[-1] in SUFFIXES:
        return words[:-1], words[-1]
    return words, ""
