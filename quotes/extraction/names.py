"""What a name phrase is made of: the titles and roles before it, and the name's own words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from quotes.languages.language import Language
from quotes.types import SpeakerKind

_NAME = "CMJlfF2"  # letters of quotes.extraction.shape that a name can be made of
_JOINTS = "lfF2"
_ROLES = "rTt"
_LONGEST_INITIALS = 6

Token = tuple[str, str]
"""A word and its letter."""


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """The parts of one name phrase; `roles` are the words before the name, `titled` if any is a title."""

    words: tuple[str, ...]
    roles: tuple[str, ...] = ()
    kind: SpeakerKind = "person"
    gender: str = ""
    titled: bool = False


def parse_name(words: tuple[str, ...], letters: str, language: Language) -> NamePhrase | None:
    """Split a name phrase into the name and what stands before it; None if there is no name in it."""
    tokens = [(w, c) for w, c in zip(words, letters, strict=True) if c not in ".,()" or len(w) > 1]
    while tokens and (tokens[-1][1] in "sdt0-" or tokens[-1][0].lower() in language.after_names):
        tokens.pop()
    begin = _begin(tokens)
    before, name = tokens[:begin], tokens[begin:]
    if len(name) > 1 and language.letters.get(name[0][0].lower()) == "c":
        name = name[1:]  # "Said Danforth" at the head of a sentence
    if not name:
        return None
    name = _own_words(name, language, after_of=any(a in "Tr" and b in "f2" for a, b in pairwise(letters)))
    own = tuple(w for w, _ in name)
    titled = any(c in _ROLES for _, c in before)
    kind = _kind(name, language, titled=titled)
    gender = next((language.gendered[w.lower()] for w, _ in before if w.lower() in language.gendered), "")
    if kind == "person" and not gender and len(own) > 1:
        gender = language.first_names.get(own[0].lower(), "")
    roles = tuple(w.lower() for w, c in before if c in "rTtjC")
    return NamePhrase(own, roles, kind, gender, titled)


def _begin(tokens: list[Token]) -> int:
    """Where the name begins: behind the last title or role."""
    begin = len(tokens)
    while (begin > 0 and tokens[begin - 1][1] in _NAME) or (begin > 1 and tokens[begin - 1][1] == "d"):
        begin -= 1
    if begin == len(tokens) and tokens and tokens[-1][1] == "T":  # "Otto King": a name that is also a title
        begin -= 1
        while begin > 0 and tokens[begin - 1][1] in "CJ":
            begin -= 1
    while begin < len(tokens) - 1 and tokens[begin][1] in _JOINTS + "d":
        begin += 1
    return begin


def _own_words(name: list[Token], language: Language, *, after_of: bool) -> list[Token]:
    """Leave out what stands before a person's name: a party, a paper, the land of its minister."""
    body = max((i for i, (_, c) in enumerate(name) if c == "M"), default=-1)
    if 0 <= body < len(name) - 1 and not any(c in "fF2" for _, c in name):
        return name[body + 1 :]
    if len(name) < 3:
        return name
    if after_of:  # "Minister of Velmora Mira Danforth"
        return name[-3:] if name[-2][1] in "Jl" else name[-2:]
    if body >= 0:
        return name
    lowered = [w.lower() for w, _ in name]
    placed = lowered[0] in language.places and lowered[0] not in language.first_names
    if lowered[0] not in language.first_names:
        for i in range(1, len(name) - 1):
            if lowered[i] in language.first_names and (i > 1 or placed):
                return name[i:]
    return name[1:] if placed else name


def _kind(name: list[Token], language: Language, *, titled: bool) -> SpeakerKind:
    own = [w for w, _ in name]
    joined = " ".join(own).lower()
    if joined in language.places or joined in language.seats:
        return "person" if titled else "government"
    if any(any(map(str.isdigit, w)) for w in own):
        return "group"
    if len(own) == 1 and language.letters.get(joined) == "y":
        return "group"
    if any(c in "MfF" for _, c in name):
        return "organisation"
    if len(own) == 1 and not titled and own[0].isupper() and 1 < len(own[0]) <= _LONGEST_INITIALS:
        return "organisation"
    return "person"


def fold(word: str) -> str:
    """Return a word of a name for comparison: no case, one apostrophe."""
    return word.lower().replace("’", "'")


def compatible(a: tuple[str, ...], b: tuple[str, ...], kind: SpeakerKind) -> bool:
    """Tell whether two names with one last word can be one's: one has all words of the other but initials."""
    if kind != "person":
        return set(a) <= set(b) or set(b) <= set(a)
    x, y = ({fold(w) for w in name if not (len(w) == 2 and w[1] == ".")} for name in (a, b))
    return x <= y or y <= x


def one_off(a: str, b: str) -> bool:
    """Tell whether two words of one first letter differ by one letter changed, added or left out."""
    if a == b or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + (len(a) >= len(b)) :] == b[i + (len(b) >= len(a)) :]
