r"""A text as a string of letters, one for each word, mark and quotation, that patterns can be written over.

The letters:

    Q  a quotation                     C  capitalised word, in a name    J  initial with its point, Jr
    T  capitalised role (President)    M  capitalised body (Ministry)    t  title (Mr, Sen)
    r  role of a person                y  people and bodies in general   n  noun of speech (statement)
    d  determiner or possessive        j  adjective                      l  particle in names (van, bin)
    p  he, she, they                   q  it, we, I, you                 o  other pronoun
    c  verb of saying, past            3  the same, third person         b  the same, base form
    g  the same, -ing form             v  other verb, past or third      u  the same, base form
    G  the same, -ing form             e  form of "be"                   H  have, do
    a  other auxiliary                 h  negation                       R  adverb
    i  preposition                     f  "of"                           F  "for", "on"
    2  "to"                            A  "according"                    w  who, which
    k  that, because, when             &  and, but, or                   s  possessive 's
    D  day or time                     0  number                         z  abbreviation
    x  any other word                  \n paragraph break
    , : ; . ( ) - / @  as in the text; "." also for ? ! …, "-" for any dash, "(" ")" for any bracket
    [ ]  round a nickname
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

import regex

from quotes.extraction.marks import Quotation
from quotes.languages.language import Language

_MASK: Final = "\ue000"
_INSIDE: Final = "\ue001"


def _token(letter: str, upper: str, digit: str, word: str) -> str:
    """Return the pattern of a token, written with these classes of letters; the most frequent come first.

    It begins with one class, which spaces are skipped by, and tells what it found by looking back at it.
    """
    joined = rf"""
        (?: [-‐.&](?=[{letter}{digit}])[{word}]++
          | [’'](?!(?:s|re|ve|ll|d|m|t)(?![{word}]))[{letter}]{{2,}}
        )*+
    """
    return rf"""([\S\n](?:
        (?<=[{letter}])(?:
            [{word}]*+(?![-‐.&’'])
          | [{word}]++ {joined}
          | (?<=[{upper}])\.(?: (?:[{upper}]\.)+ | (?=\ {{0,2}}(?:‹\ {{0,4}})?[{upper}]) )
          | {joined}
        )
      | (?<=[^\s{word}\ue000’'])
      | (?<=[’'])(?:(?:s|re|ve|ll|d|m|t)(?![{word}]))?
      | (?<=\n)\n*+
      | (?<=\ue000)\ue001*+
      | (?<=[{digit}])[{digit}]*+(?:[.,:/-][{digit}]++)*+[{letter}]*+
    ))"""


# `re` splits twice as fast as `regex`, but knows no \p{L}: it reads texts of Latin letters and usual signs,
# on which the two agree, `regex` all others.
_LATIN: Final = "A-Za-zªµºÀ-ÖØ-öø-ɏ"
_LATIN_UPPER: Final = "".join(filter(str.isupper, map(chr, range(ord("ɏ") + 1))))
_TOKEN: Final = re.compile(_token(_LATIN, _LATIN_UPPER, "0-9", f"{_LATIN}0-9_"), re.VERBOSE)
_BEYOND_LATIN: Final = re.compile(f"[^\t\n\r -ɏ\u2002-\u200a‐-‧‹›\u202f-‾₠-₿™{_MASK}{_INSIDE}]")


@lru_cache(maxsize=1)
def _any_token() -> regex.Pattern[str]:
    """Return the pattern of a token in any script; few texts need it, so that importing does not make it."""
    return regex.compile(_token(r"\p{L}", r"\p{Lu}", r"\d", r"\w"), regex.VERBOSE)


_PUNCTUATION: Final = {
    ",": ",", ":": ":", ";": ";", ".": ".", "?": ".", "!": ".", "(": "(", ")": ")", "[": "(", "]": ")",
    "-": "-", "–": "-", "—": "-", "―": "-", "…": ".", "/": "/", "&": "C", "@": "@", "'": "s", "’": "s",
    "'s": "s", "’s": "s", "'t": "h", "’t": "h", "'re": "a", "’re": "a", "'ve": "a", "’ve": "a",
    "'ll": "a", "’ll": "a", "'d": "a", "’d": "a", "'m": "a", "’m": "a", "‹": "[", "›": "]",
}  # fmt: skip


class Shape(NamedTuple):
    """`letters[k]` tells the kind of the k-th token, `starts[k]` and `ends[k]` where it stands."""

    letters: str
    words: list[str]
    starts: list[int]
    ends: list[int]


# A capitalised auxiliary or conjunction inside a sentence is part of a name: "Will", "May", "How".
_UNSURE: Final = "^"
_NAMED_AS_MONTHS: Final = re.compile(r"(?<![iFdjfDx0])D(?=[CJ])")  # "said June Baker", not "in June Baker"
_MONTH: Final = regex.compile(r"(?<![CJ])~")  # "May" behind a name is a name
# "claims" and "claim": a verb behind a name or pronoun and before what is claimed, or behind quoted words.
_CLAIM: Final = re.compile("[%$]")
_CLAIMERS: Final = frozenset("CMJpwy")
_ONE_CLAIMS: Final = regex.compile("(?r)[rT]|dj?n")  # “the minister claims that”, “the report claims that”
_CLAIMED: Final = frozenset("dpqkQ:2")
_BEHIND_WORDS: Final = re.compile("Q,?[dtTrj.]{0,4}[CMJ.]{1,4}$")
_MOST_BEFORE: Final = 10
_ONCE: Final = re.compile("!(?=R?[cv3geHa])")  # "has since said", not "since Danforth said"
_INSIDE_SENTENCE: Final = regex.compile(r"(?<![.\nQ:;-]|^)\^")
_PAST: Final = frozenset("c3v")  # "Will wrote": no auxiliary has a past form behind it
_AT_ITS_HEAD: Final = regex.compile(r"\^")
_MAY_BE_NAMES: Final = frozenset("akhy0n%$")
_NAMES_IF_CAPITAL: Final = frozenset("jxl")
_NAMES_IF_ALL_CAPITAL: Final = frozenset("tdaikDzqFo")
_VERBS: Final = frozenset("cbgvuG3")
_NAME: Final = frozenset("CJM")
_NO_BODIES: Final = frozenset("dpqiFa")
_MANY: Final = 100_000  # words remembered, and their letters
_LONGEST: Final = 40
_NUMBERED: Final = re.compile(r"#\.?(?=0)")  # "the No. 2 Republican"
_ADVERB_IN_NAME: Final = re.compile(r"[CMy]\*")  # "Clean Water Now said"
_PREPOSITION_IN_NAME: Final = re.compile(r"[Cy][+F]d?(?=C)")  # "Ohioans Against Fracking"
_NEAR: Final = re.compile("(?<=[yr])[xv](?=[2iF])")  # "a source close to the talks"
_BRACKETED: Final = re.compile(r"(?<=[CT])\(C\)(?=C)")  # "Oskar (Ox) Brandt", but not "LUND (AP) Brandt"


class _Letters(dict[str, str]):
    """Letters of the words of a language, each worked out once; the first ones met are remembered."""

    def __init__(self, language: Language) -> None:
        super().__init__({**_PUNCTUATION, **language.cased})
        self._language = language
        self._endings = tuple(ending for ending, _ in language.endings)

    def __missing__(self, word: str) -> str:
        letter = self._find(word)
        if len(word) <= _LONGEST and len(self) < _MANY:
            self[word] = letter
        return letter

    def _find(self, word: str) -> str:
        first = word[0]
        if not first.isalpha():
            return "Q" if first == _MASK else "\n" if first == "\n" else "0" if first.isdigit() else "/"
        lower = word.lower()
        known = self._language.letters.get(lower)
        if known is None and "-" in lower:
            known = self._hyphenated(lower)
        if first.isupper():
            return self._capitalised(word, lower, known)
        if known is not None:
            return known
        if word != lower:
            return "C"
        if not word.endswith(self._endings):
            return "x"
        return next(letter for ending, letter in self._language.endings if word.endswith(ending))

    def _hyphenated(self, lower: str) -> str | None:
        """A “co-author” is a role as an author is, and so is a “president-elect”."""
        last = lower.rsplit("-", 1)[-1]
        head, tail = (self._language.letters.get(word) for word in (lower.partition("-")[0], last))
        if head == "r" and (last in self._language.coming or "-in-" in lower):
            return "r"
        if tail in ("r", "y"):
            return tail
        return "0" if head == "0" and tail in ("0", "d") else None

    def _capitalised(self, word: str, lower: str, known: str | None) -> str:
        if word[1:2] == "-" and word[0] in self._language.parties and word[2:3].isupper():
            return "@"  # the "R-Utah" of a senator
        if word[-1] == ".":
            title = self._language.letters.get(lower[:-1]) == "t"  # "H.E."
            return "J" if len(word) == 2 else "t" if title else "C"
        if lower in self._language.bodies and known not in _NO_BODIES:
            return "M"
        if (
            known is None
            or known in _NAMES_IF_CAPITAL
            or (known == "D" and lower not in self._language.calendar)
        ):
            return "C"
        if known in _NAMES_IF_ALL_CAPITAL and len(word) > 1 and word.isupper():
            return "C"
        if known in _VERBS:
            return _UNSURE if lower.endswith("ing") else known if lower.endswith("ed") else "C"
        if known == "R" and not word.isupper():
            return "*"
        return "T" if known == "r" else _UNSURE if known in _MAY_BE_NAMES else known


_letters: Final = lru_cache(maxsize=8)(_Letters)


def read(text: str, quotations: tuple[Quotation, ...], language: Language) -> Shape:
    """Return the shape of a text whose quotations stand as one letter each."""
    masked = _mask(text, quotations)
    token = _any_token() if _BEYOND_LATIN.search(masked) else _TOKEN
    parts = token.split(masked)  # what is between the tokens, and the tokens
    edges = list(accumulate(map(len, parts)))
    words = parts[1::2]
    letters = "".join(map(_letters(language).__getitem__, words))
    letters = _MONTH.sub("D", letters).replace("~", "C")
    letters = _NAMED_AS_MONTHS.sub(
        lambda m: "C" if words[m.start()].lower() in language.first_names else "D", letters
    )
    letters = _CLAIM.sub(_claim, letters)
    letters = _ONCE.sub("R", letters).replace("!", "k")
    inside = {words[m.start()] for m in _INSIDE_SENTENCE.finditer(letters)}
    letters = _INSIDE_SENTENCE.sub("C", letters)

    def plain(m: regex.Match[str]) -> str:
        letter = _uncapitalised(words[m.start()], language)
        if letter == "i":
            behind = words[m.start() + 1 : m.start() + 2]
            return "i" if language.ranked.isdisjoint(behind) else "C"
        if letter in "n%$":
            return (
                "C" if words[m.start()] in inside or letters[m.start() + 1 : m.start() + 2] in _NAME else "n"
            )
        return "C" if letter == "a" and letters[m.start() + 1 : m.start() + 2] in _PAST else letter

    letters = _AT_ITS_HEAD.sub(plain, letters)
    return Shape(_beside(letters, words, language), words, edges[:-1:2], edges[1::2])


def _beside(letters: str, words: list[str], language: Language) -> str:
    """Mend what only the words beside it tell: “No. 2”, what is inside a name."""
    if "(C)C" in letters:
        letters = _BRACKETED.sub(
            lambda m: "[C]" if words[m.start() - 1].lower() in language.first_names else "(C)", letters
        )
    if "#" in letters:
        letters = _NUMBERED.sub(lambda m: "0" * len(m.group()), letters).replace("#", "d")

    def joined(m: re.Match[str]) -> str:
        first, joint = words[m.start()], words[m.start() + 1]
        fits = joint.lower() in language.joined_by and (
            first.lower() in language.members if joint.islower() else first[0].isupper()
        )
        return "C" * len(m.group()) if fits else m.group()

    def near(m: re.Match[str]) -> str:
        return "R" if words[m.start()].lower() in language.knowing else m.group()

    if "*" in letters:
        letters = _ADVERB_IN_NAME.sub(
            lambda m: "CC" if words[m.start()][0].isupper() else m.group(), letters
        ).replace("*", "R")
    letters = _PREPOSITION_IN_NAME.sub(joined, letters).replace("+", "i")
    return _NEAR.sub(near, letters)


def tokens(text: str) -> list[str]:
    """Return the words and marks of a text, cut as those of a shape are."""
    token = _any_token() if _BEYOND_LATIN.search(text) else _TOKEN
    return token.split(text)[1::2]


def _claim(m: re.Match[str]) -> str:
    """Tell the verb from the noun: "Danforth claims that", "the claims of Danforth"."""
    letters, at = m.string, m.start()
    before, behind = letters[at - 1 : at], letters[at + 1 : at + 2]
    if before in _CLAIMERS and behind in _CLAIMED:
        return "3" if m.group() == "%" else "b"
    if m.group() == "%" and behind in _CLAIMED and _ONE_CLAIMS.match(letters, max(0, at - 3), at):
        return "3"
    said = m.group() == "%" and _BEHIND_WORDS.search(letters, max(0, at - _MOST_BEFORE), at) is not None
    return "3" if said else "n"


def _uncapitalised(word: str, language: Language) -> str:
    lower = word.lower()
    return language.letters.get(lower) or language.letters[lower.rsplit("-", 1)[-1]]


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
