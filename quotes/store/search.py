"""Full-text search: the one file that knows how SQLite (FTS5) and PostgreSQL (tsvector) differ.

The indexes are made by the first migration and kept in step by the databases themselves. Both hold the
same words: lower case, Latin letters without accents, Porter's stems, no stop words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex
from sqlalchemy import ColumnElement, Table, and_, column, func, literal_column, select
from sqlalchemy import table as table_named
from sqlalchemy.orm import Session

from quotes.errors import FilterError

_MOST_WORDS = 64
_LONGEST_WORD = 200  # PostgreSQL refuses words over 2 kB
_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TERM = regex.compile(r'(?P<minus>-)?+"(?P<phrase>[^"]*+)"(?P<star>\*)?+|(?P<minus>-)?+(?P<word>\S++)')
_WORD = regex.compile(r"[\p{L}\p{N}\p{M}\p{Co}]++")
_ACCENTS = regex.compile(r"(?<=[A-Za-z])[\u0300-\u036f]++")


class Term(NamedTuple):
    """Words that stand together; `prefix`: the last one only begins so; `excluded`: they must not occur."""

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False


def parse(query: str) -> tuple[Term, ...]:
    """Read a query: all words must occur, "quoted ones" together, -word must not, and prefix* begins a word.

    Anything else in it only separates words: no query is wrong, except one with no word in it (FilterError).
    """
    terms = []
    for match in _TERM.finditer(query.translate(_MARKS)):
        written = match["phrase"] if match["phrase"] is not None else match["word"]
        words = tuple(_WORD.findall(_fold(written)))
        star = bool(match["star"]) or (match["word"] or "").endswith("*")
        if words:
            terms.append(Term(words, star, bool(match["minus"])))
    count = sum(len(term.words) for term in terms)
    if not count:
        raise FilterError("q", "there is no word to search for")
    if count > _MOST_WORDS:
        raise FilterError("q", f"search for at most {_MOST_WORDS} words at once, not {count}")
    if any(len(word) > _LONGEST_WORD for term in terms for word in term.words):
        raise FilterError("q", f"a word to search for has at most {_LONGEST_WORD} characters")
    return tuple(terms)


def matches(session: Session, table: Table, query: str) -> ColumnElement[bool]:
    """Return the condition that a row of `quotes` or `documents` matches a query."""
    terms = parse(query)
    if session.get_bind().dialect.name == "sqlite":
        return _matches_sqlite(table, terms)
    searched = " & ".join(_tsquery(term) for term in terms)
    return literal_column(f"{table.name}.fts").op("@@", is_comparison=True)(
        func.to_tsquery(literal_column("'quotes_fts'::regconfig"), searched)
    )


def _matches_sqlite(table: Table, terms: Sequence[Term]) -> ColumnElement[bool]:
    name = f"{table.name}_fts"
    index = table_named(name, column("rowid"))

    def found(joined: str) -> ColumnElement[bool]:
        return table.c.id.in_(select(index.c.rowid).where(literal_column(name).op("MATCH")(joined)))

    wanted = " AND ".join(_fts5(term) for term in terms if not term.excluded)
    unwanted = " OR ".join(_fts5(term) for term in terms if term.excluded)
    return and_(*([found(wanted)] if wanted else []), *([~found(unwanted)] if unwanted else []))


def _fts5(term: Term) -> str:
    # nothing in double quotes is an operator, and a word has no mark in it
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _tsquery(term: Term) -> str:
    words = " <-> ".join(_quoted(term.words)) + (":*" if term.prefix else "")
    return f"!({words})" if term.excluded else f"({words})"


def _quoted(words: Iterable[str]) -> list[str]:
    return [f"'{word}'" for word in words]


def _fold(text: str) -> str:
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", plain).lower()
