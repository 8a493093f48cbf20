"""A text as a string of letters, one for each word, mark and quotation, that patterns can be written over.

The letters:

    Q  a quotation                      C  capitalised word, name material    J  initial with its dot
    p  he, she, they                    r  role or description of a person    t  title (Mr, Sen)
    d  determiner or possessive         y  people and bodies in general       j  adjective
    n  noun of speech (statement)       q  it, we, I, you                   o  object pronoun                     l  particle in names (van, bin)
    c  verb of saying, finite           b  the same, base form                g  the same, -ing form
    3  the same, third person
    v  other verb, finite               u  the same, base form                G  the same, -ing form
    a  auxiliary, H  have, do           e  form of "be"                       h  negation
    i  preposition                      f  "of"                               2  "to"
    w  who, which                       k  that, because, when                &  and, but, or
    D  day or time                      0  number                             z  abbreviation
    s  possessive 's                    A  "according"                        R  adverb
    T  capitalised role (President)     M  capitalised body (Ministry)        F  "for", "on"
    x  any other word
    , : ; . ( ) - /  punctuation ("." also ? and !; "-" any dash)             \\n  paragraph break
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from quotes.extraction.marks import Quotation
from quotes.languages.language import Language

_MASK, _INSIDE = "\ue000", "\ue001"
_TOKEN = regex.compile(
    r"""
      \ue000\ue001*
    | \n+
    | (?:\p{Lu}\.){2,}
    | \p{Lu}\.(?=\ ?\p{Lu})
    | \p{L}[\w\p{M}]*(?:[-‐.&](?=[\p{L}\d])[\w\p{M}]+|[’'](?!(?:s|re|ve|ll|d|m|t)\b)[\p{L}]{2,})*
    | \d+(?:[.,:/-]\d+)*\p{L}*
    | [’'](?:s|re|ve|ll|d|m|t)\b
    | [^\s\w]
    """,
    regex.VERBOSE,
)
_PUNCTUATION = {
    ",": ",", ":": ":", ";": ";", ".": ".", "?": ".", "!": ".", "(": "(", ")": ")", "[": "(", "]": ")",
    "-": "-", "–": "-", "—": "-", "―": "-", "…": ".", "'s": "s", "’s": "s", "’t": "h", "'t": "h", "’": "s", "'": "s",
    "’re": "a", "'re": "a", "’ve": "a", "'ve": "a", "’ll": "a", "'ll": "a", "’d": "a", "'d": "a", "’m": "a", "'m": "a",
    "/": "/", "&": "C", "@": "@",
}  # fmt: skip


class Shape(NamedTuple):
    """`letters[k]` tells the kind of the k-th token, `starts[k]` and `ends[k]` where it stands in the text."""

    letters: str
    words: list[str]
    starts: list[int]
    ends: list[int]


# A capitalised auxiliary or conjunction inside a sentence is part of a name: "Will", "May", "How".
_AMBIGUOUS = regex.compile(r"(?<![.\nQ:;-]|^)\^")
_LEFT = regex.compile(r"\^")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec yesterday today tomorrow".split()
)
_CAPITALS_NAME = frozenset("jnyxl0")


class _Letters(dict[str, str]):
    """Letters of the words of one document, each worked out once."""

    def __init__(self, language: Language) -> None:
        super().__init__(_PUNCTUATION | language.cased)
        self._known = language.letters
        self._endings = language.endings
        self._bodies = language.organisations

    def __missing__(self, word: str) -> str:
        letter = self._find(word)
        self[word] = letter
        return letter

    def _find(self, word: str) -> str:
        first = word[0]
        if first == _MASK:
            return "Q"
        if first == "\n":
            return "\n"
        if first.isdigit():
            return "0"
        if not first.isalpha():
            return "/"
        known = self._known.get(word.lower())
        if word[-1] == "." and first.isupper():
            return "J" if len(word) == 2 else "C"
        if known is None and "-" in word:
            known = self._known.get(word.lower().rsplit("-", 1)[-1])
            known = known if known in ("r", "y") else None
        if first.isupper():
            if word.lower() in self._bodies and known not in ("d", "p", "q", "i", "F", "a"):
                return "M"
            if (
                known is None
                or known in _CAPITALS_NAME
                or (word.isupper() and len(word) > 1 and known in "tdaikDzqFo")
            ):
                return "C"
            if known == "D" and word.lower() not in _CALENDAR:
                return "C"
            if known in "cbgvuG3":
                return known if word.endswith(("ing", "ed")) else "C"
            return "T" if known == "r" else "^" if known in ("a", "k", "h") else known
        if known is not None:
            return known
        if any(map(str.isupper, word)):
            return "C"
        for ending, letter in self._endings:
            if word.endswith(ending):
                return letter
        return "x"


def read(text: str, quotations: tuple[Quotation, ...], language: Language) -> Shape:
    """Return the shape of a text whose quotations stand as one letter each."""
    masked = _mask(text, quotations)
    matches = [m.span() for m in _TOKEN.finditer(masked)]
    words = [masked[a:b] for a, b in matches]
    letters = "".join(map(_Letters(language).__getitem__, words))
    letters = _AMBIGUOUS.sub("C", letters)
    letters = _LEFT.sub(lambda m: language.letters[words[m.start()].lower()], letters)
    return Shape(letters, words, [a for a, _ in matches], [b for _, b in matches])


def _mask(text: str, quotations: tuple[Quotation, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for q in quotations:
        pieces += (_plain(text[at : q.open]), _MASK, _INSIDE * (q.close - q.open - 1))
        at = q.close
    pieces.append(_plain(text[at:]))
    return "".join(pieces)


def _plain(text: str) -> str:
    return text.replace(_MASK, " ").replace(_INSIDE, " ")
