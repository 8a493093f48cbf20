"""Read what is searched for: words, "phrases", beginnings*, and AND, OR, NOT between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from quotes.errors import FilterError

_MOST_WORDS = 64
_DEEPEST = 16
_LONGEST_WORD = 200  # PostgreSQL refuses words over 2 kB
_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TOKEN = regex.compile(
    r"""(?P<minus>-)?+ "(?P<phrase>[^"]*+)" (?P<star>\*)?+
    | (?P<bracket>[()])
    | (?P<minus>-)?+ (?P<word>[^\s()"]++)
    | (?P<minus>-)(?=\()
    """,
    regex.X,
)
_WORD = regex.compile(r"[\p{L}\p{N}\p{M}\p{Co}]++")
_ACCENTS = regex.compile(r"(?<=[A-Za-z])[\u0300-\u036f]++")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand together; `prefix`: the last one only begins so."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be found."""

    query: Query


@dataclass(frozen=True, slots=True)
class All:
    """What must be found together, two or more."""

    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Any_:  # noqa: N801  # typing has the name
    """Of what one must be found, two or more."""

    queries: tuple[Query, ...]


Query = Words | Not | All | Any_
Token = Words | str


def read_query(query: str, parameter: str = "q") -> Query:
    """Read a query; NOT binds closest, then AND, which may be left out, then OR; brackets group.

    `-word` is NOT word. Anything else in it only separates words: no query is wrong, except one with no word
    in it, or with too many (FilterError).
    """
    tokens = list(_tokens(query))
    _bound(tokens, parameter)
    return _Reader(tokens, parameter).read()


def _tokens(query: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(query.translate(_MARKS)):
        if match["word"] in ("AND", "OR", "NOT") and not match["minus"]:
            yield match["word"]
            continue
        written = match["phrase"] if match["phrase"] is not None else match["word"] or ""
        words = tuple(_WORD.findall(_fold(written)))
        if match["minus"] and (words or not written):
            yield "NOT"
        if match["bracket"]:
            yield match["bracket"]
        elif words:
            yield Words(words, bool(match["star"]) or (match["word"] or "").endswith("*"))


def _bound(tokens: list[Token], parameter: str) -> None:
    words = [word for token in tokens if isinstance(token, Words) for word in token.words]
    if not words:
        raise FilterError(parameter, "there is no word to search for")
    if len(words) > _MOST_WORDS:
        raise FilterError(parameter, f"search for at most {_MOST_WORDS} words at once, not {len(words)}")
    if any(len(word) > _LONGEST_WORD for word in words):
        raise FilterError(parameter, f"a word to search for has at most {_LONGEST_WORD} characters")


class _Reader:
    """Reads tokens from left to right, one step of precedence a method; what joins nothing is passed over."""

    def __init__(self, tokens: list[Token], parameter: str) -> None:
        self.tokens, self.parameter, self.at = tokens, parameter, 0

    def read(self) -> Query:
        found = []
        while self.at < len(self.tokens):
            one = self._either(0)
            found += [one] if one is not None else []
            self._take(")")  # one that closes nothing
        whole = _joined(All, found)
        assert whole is not None  # noqa: S101 - there is a word
        return whole

    def _either(self, depth: int) -> Query | None:
        found = [self._all(depth)]
        while self._take("OR"):
            found.append(self._all(depth))
        return _joined(Any_, found)

    def _all(self, depth: int) -> Query | None:
        found = []
        while self._next() not in (None, "OR", ")"):
            if not self._take("AND"):
                found.append(self._one(depth))
        return _joined(All, found)

    def _one(self, depth: int) -> Query | None:
        excluded = False
        while self._take("NOT"):
            excluded = not excluded
        token = self._next()
        found: Query | None = None
        if isinstance(token, Words):
            self.at, found = self.at + 1, token
        elif self._take("("):
            if depth == _DEEPEST:
                raise FilterError(self.parameter, f"brackets may stand at most {_DEEPEST} deep")
            found = self._either(depth + 1)
            self._take(")")
        return Not(found) if excluded and found is not None else found

    def _next(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _take(self, wanted: str) -> bool:
        there = self._next() == wanted
        self.at += there
        return there


def _joined(how: type[All] | type[Any_], found: Sequence[Query | None]) -> Query | None:
    there = [one for one in found if one is not None]
    return how(tuple(there)) if len(there) > 1 else next(iter(there), None)


def _fold(text: str) -> str:
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", plain).lower()
