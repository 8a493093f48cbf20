"""The words without one of which no manner is told; others need not be looked at.

Their letters:

    o  noun for an occasion (speech, tweet)         t  word before an addressee (told, remarks)
    r  word of an outlet or of passing on (Times)   b  noun for an occasion that an outlet may have too (Post)
    p  preposition before a place (in)              v  verb of going to one (visited)
    a space for any other word
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from quotes.languages.manners import MannerWords


class Signs(NamedTuple):
    """The letter of each sign; those that tell in a sentence with a quote, and in one before it."""

    letters: dict[str, str]
    beside: frozenset[str]
    before: frozenset[str]

    def read(self, words: list[str]) -> str:
        """Return the letter of each of some words."""
        return "".join(map(self.letters.get, words, repeat(" ")))


@lru_cache(maxsize=8)
def signs(words: MannerWords) -> Signs:
    """Return the signs of a language, in the ways in which they may be written."""
    letters = dict(_letters(words))
    return Signs(letters, frozenset(letters), frozenset(w for w, c in letters.items() if c in "obt"))


def _letters(words: MannerWords) -> Iterator[tuple[str, str]]:
    """Yield signs and their letters; of two letters that a word has the later holds."""
    outlets = {
        form for name in words.outlets | words.outlet_titles | words.outlet_ends for form in _capitals(name)
    }
    relays = outlets.union(_written(words.relay_nouns))
    occasions = set(_written(words.occasion_nouns))
    yield from ((word, "p") for word in words.placed)
    yield from ((word, "v") for word in _written(words.visited))
    yield from ((word, "t") for word in _written(words.leading))
    yield from ((word, "r") for word in relays)
    yield from ((word, "b" if word in relays else "o") for word in occasions)


def _written(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        yield from _capitals(word)


def _capitals(word: str) -> tuple[str, str]:
    return word.capitalize(), word.upper()
