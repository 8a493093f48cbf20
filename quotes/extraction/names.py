"""What a name phrase is made of: the titles and roles before it, and the name's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import combining, normalize

import regex

from quotes.languages.language import Language
from quotes.types import SpeakerKind

_NAME: Final = "CMJlfF2&"  # letters of quotes.extraction.shape that a name can be made of
_JOINTS: Final = "lfF2&"
_ROLES: Final = frozenset("rTt")
_SUFFIXES: Final = frozenset(["jr", "sr", "ii", "iii", "iv"])
_BODIES: Final = frozenset("MfF")
_LONGEST_INITIALS: Final = 6
_LONGEST: Final = 16  # tokens; what is longer is no name
_MANY: Final = 1 << 13  # phrases remembered, and their letters
_LONGEST_REMEMBERED: Final = 100
_MOST_PLACES: Final = 50  # of a surname, that are looked at
_LONGEST_FIRST_NAME: Final = 20
_AROUND: Final = 1 << 15  # characters to either side of a surname that are searched for a first name
_FIRST_NAME: Final = regex.compile(r"(?r)\b(\p{Lu}\p{Ll}[\p{L}-]*)(?: \p{Lu}\.)? \Z")

_OF: Final = re.compile("[Tr][f2F]")
_OFFICE: Final = re.compile("Mfd?C*TFC")  # "Office of the High Commissioner for Water"


class NamePhrase(NamedTuple):
    """The parts of one name phrase; `roles` are the words before the name, `titled` if any is a title.

    `last` is the word by which the name is found (`surname`). A nickname, “the Ox” of Oskar “the Ox” Brandt,
    stands before the word `beside` and is none of `words`.
    """

    words: tuple[str, ...]
    last: str
    roles: tuple[str, ...] = ()
    kind: SpeakerKind = "person"
    gender: str = ""
    titled: bool = False
    nickname: str = ""
    beside: int = 0

    @property
    def name(self) -> str:
        """The whole name: Oskar “Ox” Brandt."""
        if not (self.nickname and self.beside):
            return " ".join(self.words)
        return " ".join((*self.words[: self.beside], f"“{self.nickname}”", *self.words[self.beside :]))


class ParsedNames(dict[tuple[tuple[str, ...], str], NamePhrase | None]):
    """Name phrases by their words and letters, each parsed once; when there are many it begins anew."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, key: tuple[tuple[str, ...], str]) -> NamePhrase | None:
        words, letters = key
        parsed = _parse_name(words, letters, self._language)
        if sum(map(len, words)) < _LONGEST_REMEMBERED:
            if len(self) >= _MANY:
                self.clear()
            self[key] = parsed
        return parsed


parsed_names: Final = lru_cache(maxsize=8)(ParsedNames)


def _parse_name(words: tuple[str, ...], letters: str, language: Language) -> NamePhrase | None:
    """Split a name phrase into the name and what stands before it; None if there is no name in it."""
    if len(words) > _LONGEST:
        return None
    after_of = len(words) > 2 and _OF.search(letters) is not None and "Mf" not in letters
    nickname, inside = "", 0
    if not letters.isalnum():
        words, letters, nickname, inside = _without_marks(words, letters)
    end = _end(words, letters, language)
    begin = start = _begin(letters[:end])
    if end - start > 1 and language.letters.get(words[start].lower()) == "c":
        start += 1  # "Said Danforth" at the head of a sentence
    if end - start > 1:
        start += _skipped(words[start:end], letters[start:end], language, after_of=after_of)
        start += words[start] == "&"  # "Velmoran & Belisarian"
    if nickname and first_name(words[inside - 1], language) is not None:
        start = min(start, inside - 1)  # "Earl “Tank” Danforth" is no earl
    own = words[start:end]
    if not own or _is_office(own, letters[start:end], language, before=letters[:start]):
        return None
    titled = not _ROLES.isdisjoint(letters[:begin])
    before = [w.lower() for w in words[:begin]]
    gender = next((language.gendered[w] for w in before if w in language.gendered), "")
    roles = tuple(w for w, c in zip(before, letters, strict=False) if c in "rTtjC")
    if letters[start - 1 : start] == "s" and "M" in letters[start:end]:
        own = _with_owner(words, letters, start, own, language)
    kind = _kind(own, letters[start:end], language, titled=titled)
    if kind == "person":
        gender = _gender(own, gender, language)
    return NamePhrase(own, surname(own), roles, kind, gender, titled, nickname, inside - start)


def _without_marks(words: tuple[str, ...], letters: str) -> tuple[tuple[str, ...], str, str, int]:
    """Leave out points, commas and a nickname; return that too, and the word that it stands before.

    A comma that is part of a body's name stays with its word: “Ministry of Trade, Land and the Sea”.
    """
    if "," in letters and "M" in letters:
        commas = letters[1:] + " "
        words = tuple(w + "," if c == "," else w for w, c in zip(words, commas, strict=True))
    kept = [k for k, c in enumerate(letters) if c not in ".,()" or len(words[k]) > 1]
    words, letters = tuple(words[k] for k in kept), "".join(letters[k] for k in kept)
    begin, end = letters.find("["), letters.find("]")
    if not 0 < begin < end:
        return words, letters, "", 0
    nickname = " ".join(words[begin + 1 : end])
    return words[:begin] + words[end + 1 :], letters[:begin] + letters[end + 1 :], nickname, begin


def _end(words: tuple[str, ...], letters: str, language: Language) -> int:
    """Where the name ends: before a possessive, a number, an “MP”."""
    end = len(words)
    while end and (letters[end - 1] in "sdt0-" or words[end - 1].lower() in language.after_names):
        end -= 1
    return end


def _is_office(own: tuple[str, ...], letters: str, language: Language, *, before: str) -> bool:
    """Tell “the Texan” and “Velmora's Foreign Minister” from a name: somebody may be called King."""
    if before == "d" and " ".join(own).lower() in language.demonyms:
        return True
    if letters[-1] != "T" or first_name(own[0], language) is not None:
        return False
    if len(own) > 1 and language.letters.get(own[-2].lower()) == "j":
        return True
    return before.endswith("s") and (len(own) == 1 or own[-1].lower() in language.offices.state_roles)


def _gender(own: tuple[str, ...], told: str, language: Language) -> str:
    """Return m or f, as a title or else the first name tells; women too are called spokesman."""
    known = first_name(own[0], language) or ""
    if len(own) > 1:
        return "f" if told == "f" else known or told
    return told or ("f" if known == "f" else "")


def first_name(word: str, language: Language) -> str | None:
    """Return the gender that a first name tells, nothing if both may have it; None if it is not known."""
    lower = word.lower()
    known = language.first_names.get(lower)
    if known is None and not lower.isascii():
        plain = "".join(c for c in normalize("NFD", lower) if not combining(c))
        known = language.first_names.get(plain)
    return known


def first_names_before(text: str, name: str, near: int, gender: str, language: Language) -> Iterator[str]:
    """Yield the known first names that stand right before a surname around some place in a text."""
    at, end = max(0, near - _AROUND) - 1, near + _AROUND
    for _ in range(_MOST_PLACES):
        at = text.find(name, at + 1, end)
        if at < 0:
            return
        if text[at - 1 : at] != " ":
            continue
        m = _FIRST_NAME.search(text, max(0, at - _LONGEST_FIRST_NAME), at)
        told = None if m is None else first_name(m.group(1), language)
        if m is not None and told is not None and not (told and gender not in ("", told)):
            yield m.group().strip()


def _with_owner(
    words: tuple[str, ...], letters: str, start: int, own: tuple[str, ...], language: Language
) -> tuple[str, ...]:
    """Return the name with whose it is, where it is nothing without: “Velmora's Ministry of Water”."""
    begin = start - 1
    before = words[begin - 1].lower()
    plural = words[begin] in "'’" and before.endswith("s") and before not in language.places
    if plural:  # "the Farmers' Union of Lund"
        while begin and letters[begin - 1] in "TC":
            begin -= 1
    elif letters[begin - 1 : begin] == "C" and _is_of_state(own, language):
        begin -= 1
    elif len(own) == 1:  # "the Prime Minister's Office"
        while begin and letters[begin - 1] in "TC":
            begin -= 1
    owner = words[begin : start - 1]
    return (*owner[:-1], owner[-1] + words[start - 1], *own) if owner else own


def _is_of_state(own: tuple[str, ...], language: Language) -> bool:
    return any(w.lower() in language.state_bodies for w in own)


@lru_cache(maxsize=4096)
def _begin(letters: str) -> int:
    """Where the name begins: behind the last title or role."""
    office = _OFFICE.search(letters)
    if office is not None:
        return office.start()
    begin = len(letters)
    while (begin > 0 and letters[begin - 1] in _NAME) or (begin > 1 and letters[begin - 1] == "d"):
        begin -= 1
    if begin == len(letters) and letters.endswith("T"):  # "Otto King": a name that is also a title
        begin -= 1
        while begin > 0 and letters[begin - 1] in "CJ":
            begin -= 1
    while begin < len(letters) - 1 and letters[begin] in _JOINTS + "d":
        begin += 1
    return begin


def _skipped(words: tuple[str, ...], letters: str, language: Language, *, after_of: bool) -> int:
    """Count the words before a person's name: a party, a paper, the land of its minister."""
    body = letters.rfind("M")
    if 0 <= body < len(words) - 1 and not any(c in "fF2" for c in letters):
        return body + 1
    if len(words) < 3:
        return 0
    if after_of:  # "Minister of Velmora Mira Danforth"
        return len(words) - 2 - (len(letters) - 1 - len(letters[:-1].rstrip("Jl")))
    if body >= 0:
        return 0
    lowered = [w.lower() for w in words]
    placed = (lowered[0] in language.places or lowered[0] in language.demonyms) and (
        lowered[0] not in language.first_names
    )
    if first_name(words[0], language) is None:
        told = placed or lowered[0].endswith(language.trades)  # "Goalkeeper Anna Brandt"
        for i in range(1, len(words) - 1):
            particle = language.letters.get(lowered[i - 1]) == "l"  # "Tamir bin Rashid"
            if first_name(words[i], language) is not None and (i > 1 or told) and not particle:
                return i
    return int(placed)


def _kind(own: tuple[str, ...], letters: str, language: Language, *, titled: bool) -> SpeakerKind:
    joined = " ".join(own).lower()
    if joined in language.places or joined in language.seats:
        return "person" if titled else "government"
    if not "".join(own).isalpha() and (
        any(map(str.isdigit, joined)) or (len(own) == 1 and own[0][1:2] == "-")
    ):
        return "group"  # the "R-Utah" of a senator
    several = own[-1].lower()[:-1] if joined.endswith("s") and not titled else ""
    if several in language.places or several in language.demonyms:
        return "group"  # "Mexicans"
    if len(own) == 1 and language.letters.get(joined) == "y":
        return "group"
    if not _BODIES.isdisjoint(letters) or _is_movement(own, language):
        return "organisation"
    if len(own) == 1 and not titled and own[0].isupper() and 1 < len(own[0]) <= _LONGEST_INITIALS:
        return "organisation"
    return "person"


def is_plain(parsed: NamePhrase, language: Language) -> bool:
    """Tell a heading's “Mayor Mira Danforth” from its “Premier Meets Danforth”."""
    return parsed.titled and len(parsed.words) == 2 and parsed.words[0].lower() not in language.letters


def _is_movement(own: tuple[str, ...], language: Language) -> bool:
    """“Clean Water Now” and “Ohioans Against Smoke” are bodies."""
    if len(own) < 2:
        return False
    return language.letters.get(own[-1].lower()) == "R" or own[1].lower() in language.joined_by


def fold(word: str) -> str:
    """Return a word of a name for comparison: no case, one apostrophe."""
    return word.lower().replace("’", "'")


def surname(words: tuple[str, ...]) -> str:
    """Return the word by which a name is found, for comparison: its last but for Jr. and III."""
    k = len(words) - 1
    while k and words[k].rstrip(".").lower() in _SUFFIXES:
        k -= 1
    return fold(words[k])


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
