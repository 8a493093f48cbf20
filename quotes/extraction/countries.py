"""The countries that a text names, by any of the names that its language's tables give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from quotes.extraction.mentions import Names
from quotes.extraction.names import first_name
from quotes.extraction.shape import tokens
from quotes.languages.language import Language

_CAPITAL: Final = re.compile("[CMT]")
_READ: Final = 800  # tokens in which an article tells what country it is about
_NAMESAKES: Final = 20  # people with one name who are looked at
_OPENING: Final = 60  # tokens: what is named where an article begins counts twice
_SHORT: Final = 3  # letters: what is longer is sometimes written all in capitals


class Meaning(NamedTuple):
    """A country that a name may stand for (ISO 3166-1 alpha-2; nothing for none).

    `part` says that it is the name of what belongs to it, a region or a body.
    """

    code: str
    part: bool


class Named(NamedTuple):
    """Where a text names a country, as tokens, and which it may be."""

    first: int
    last: int
    meanings: tuple[Meaning, ...]


class _Index(NamedTuple):
    """All names by their words, and for each first word how many words the longest has."""

    meanings: dict[tuple[str, ...], tuple[Meaning, ...]]
    longest: dict[str, int]


@lru_cache(maxsize=8)
def _index(language: Language) -> _Index:
    meanings: dict[tuple[str, ...], tuple[Meaning, ...]] = {}
    longest: dict[str, int] = {}
    listed = list(_meanings(language))
    words: list[str] = []
    rest = iter(listed)
    for word in tokens("\n".join(name for name, _ in listed) + "\n"):
        if word != "\n":
            words.append(word)
            continue
        key, found = tuple(words), next(rest)[1]
        known = meanings.get(key, ())
        meanings[key] = known + tuple(m for m in found if m not in known)
        longest[key[0]] = max(len(key), longest.get(key[0], 0))
        words = []
    return _Index(meanings, longest)


def _meanings(language: Language) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    for place in language.gazetteer():
        found = (Meaning(place.code, place.kind in ("region", "body")),)
        yield place.name, found
        if len(place.name) > _SHORT and not place.name.isupper():
            yield place.name.upper(), found
    for name in language.offices.no_country:
        yield name, ()


class Countries:
    """The countries of one document, each name looked up once."""

    def __init__(self, names: Names) -> None:
        self.names, self.words = names, names.shape.words
        self.index = _index(names.language)
        self._counts: Counter[Meaning] | None = None

    def named(self, first: int, last: int) -> Iterator[Named]:
        """Yield the names of countries among the tokens from first up to last, longer ones before shorter."""
        k = first
        while k < last:
            longest = self.index.longest.get(self.words[k])
            if longest is not None:
                found = self._at(k, min(longest, last - k))
            else:
                found = self._seat(k) if self.words[k][1:2] == "-" else None
            if found is None:
                k += 1
                continue
            if found.meanings:
                yield found
            k = found.last

    def whole(self, words: tuple[str, ...]) -> Named | None:
        """Return the meanings of a name that is one of a country, or of a body, as it stands."""
        meanings = self.index.meanings.get(words)
        return Named(0, 0, meanings) if meanings else None

    def ends(self, last: int) -> bool:
        """Tell whether the name of a country ends before a token; only its last word is looked at."""
        return any(self.named(max(0, last - 1), last))

    def _seat(self, k: int) -> Named | None:
        """The region in a member's party and seat: “D-Vt.”."""
        place, meanings = self.words[k][2:], self.index.meanings
        found = meanings.get((place,)) or meanings.get((place, "."))
        return Named(k, k + 1, found) if found else None

    def _at(self, k: int, longest: int) -> Named | None:
        for size in range(longest, 1, -1):
            words = tuple(self.words[k : k + size])
            if "’s" in words:
                words = tuple("'s" if w == "’s" else w for w in words)
            meanings = self.index.meanings.get(words)
            if meanings is not None:
                return Named(k, k + size, meanings)
        meanings = self.index.meanings.get((self.words[k],))
        return None if meanings is None else Named(k, k + 1, meanings)

    def code(self, named: Named) -> str | None:
        """Return the country meant: of several that which the document names oftener by other names.

        A region's or a body's country needs other regions and bodies to speak for it (“Georgia” is the state
        only beside other states). Nothing is returned for a body of no country, None for what may be any.
        """
        if len(named.meanings) == 1:
            return named.meanings[0].code
        counts = self._counted()
        weights = [(self._weight(m, counts), m) for m in named.meanings]
        most = max(weight for weight, _ in weights)
        best = [m for weight, m in weights if weight == most]
        if len(best) > 1:
            best = [m for m in best if not m.part]
        return best[0].code if len(best) == 1 else None

    def _weight(self, meaning: Meaning, counts: Counter[Meaning]) -> int:
        parts = counts[Meaning(meaning.code, part=True)]
        return parts if meaning.part else parts + counts[Meaning(meaning.code, part=False)]

    def main(self) -> str | None:
        """Return the one country that the document is about, None if there is no such."""
        by_code: dict[str, int] = {}
        for meaning, n in self._counted().items():
            if meaning.code:
                by_code[meaning.code] = by_code.get(meaning.code, 0) + n
        most = max(by_code, key=by_code.__getitem__, default=None)
        return most if most is not None and 2 * by_code[most] > sum(by_code.values()) else None

    def _is_name(self, word: str) -> bool:
        """Tell whether somebody has this name for certain: a known first name before it, or a role."""
        return any(
            e.kind == "person"
            and e.words not in self.index.meanings
            and (bool(e.roles) or first_name(e.words[0], self.names.language) is not None)
            for e in self.names.with_word(word)[:_NAMESAKES]
        )

    def _counted(self) -> Counter[Meaning]:
        """Count the names that have one meaning and are no part of a person's name."""
        if self._counts is None:
            self._counts = Counter()
            words, longest, end = self.words, self.index.longest, 0
            capitals = [m.start() for m in _CAPITAL.finditer(self.names.shape.letters, 0, _READ)]
            where = [k for k in capitals if words[k] in longest]
            names = {word for word in {words[k] for k in where} if self._is_name(word)}
            for k in where:
                if k >= end and words[k] not in names:
                    named = self._at(k, min(longest[words[k]], len(words) - k))
                    if named is not None:
                        end = named.last
                        if len(named.meanings) == 1:
                            self._counts[named.meanings[0]] += 1 if k > _OPENING else 2
        return self._counts
