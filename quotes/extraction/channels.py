"""On what occasion something was said: the channel that a noun tells by the words before it."""

from __future__ import annotations

from typing import Final

from quotes.extraction.entities import Entity
from quotes.extraction.mentions import Names
from quotes.extraction.signs import signs
from quotes.types import Channel

# Of several that a sentence names the first of these is the one: "in an interview at the summit".
_ORDER: Final[tuple[Channel, ...]] = (
    "interview",
    "press_conference",
    "letter",
    "speech",
    "tweet",
    "court",
    "call",
    "statement",
    "report",
    "broadcast",
)
_RANK: Final = {channel: rank for rank, channel in enumerate(_ORDER)}
# Letters of quotes.extraction.shape: what no noun phrase goes over, verbs, nouns, words before a noun.
_ENDS: Final = frozenset(".,:;Q\niFkwpqA2e&(h")
_VERBS: Final = frozenset("vc3")
_NOUNS: Final = frozenset("xnyrCM")
_BEFORE_NOUNS: Final = frozenset("djsf")
_PERSONS: Final = frozenset("ryt")
# Channels told by nouns that are often part of another: "the court case", "radio traffic".
_ALONE: Final = frozenset(["court", "call", "report", "broadcast"])
_LONGEST: Final = 8  # words of a phrase


def first(channels: list[Channel]) -> Channel | None:
    """Return the channel that tells most of several."""
    return min(channels, key=_RANK.__getitem__, default=None)


class Channels:
    """The channels that the words of one document tell."""

    def __init__(self, names: Names) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases = names.shape, names.phrases
        self.signs = signs(self.words)

    def at(self, k: int, floor: int, entity: Entity | None) -> Channel | None:
        """Return the channel that a token tells by those before it: "in a tweet", "held a briefing"."""
        words, letters = self.shape.words, self.shape.letters
        noun = words[k].lower()
        if letters[k] in _VERBS and letters[k - 1] not in _BEFORE_NOUNS:
            return self._verb(k, noun)
        pair = f"{words[k - 1].lower()} {noun}" if k else noun
        for j in range(k - 1, max(floor, k - _LONGEST) - 1, -1):
            letter = letters[j]
            nouns = self.words.occasions.get(words[j])
            if nouns is None and letter in _VERBS:
                if self.language.lemmas.get(words[j].lower()) in self.words.giving:
                    return self.words.given.get(pair) or self.words.given.get(noun)
            elif nouns is not None:
                return self._behind(j, k, nouns.get(pair) or nouns.get(noun))
            elif letter in _ENDS or not self._passes(j, letter, entity):
                return None
        return None

    def _verb(self, k: int, word: str) -> Channel | None:
        """“tweeted”, “ruled”; not “ruled out”."""
        if self.shape.words[k + 1 : k + 2] and self.shape.words[k + 1].lower() in self.words.particles:
            return None
        return self.words.verbs.get(self.language.lemmas.get(word, word))

    def _behind(self, j: int, k: int, channel: Channel | None) -> Channel | None:
        """Leave out what a preposition does not govern: “on Monday told the Post”, “in court cases”."""
        letters = self.shape.letters
        if letters[j + 1] == "D" and letters[j + 2 : j + 3] != "s":
            return None
        part = channel in _ALONE and letters[k] != "v" and letters[k + 1 : k + 2] in _NOUNS
        return None if part else channel

    def _passes(self, j: int, letter: str, entity: Entity | None) -> bool:
        """Tell whether a noun phrase may go over a token: "her", "Lund's", "part of"."""
        if letter == "f":
            return self.shape.words[j - 1].lower() in self.words.parts
        return letter != "s" or self._owns(j - 1, entity)

    def _owns(self, k: int, entity: Entity | None) -> bool:
        """Tell whether what belongs to the k-th token can be the speaker's: not "in Brandt's letter"."""
        word = self.shape.words[k]
        if self.shape.letters[k] not in "CJ" or entity is None:
            return True
        return word in entity.words or word.lower() in self.language.places

    def of_source(self, k: int, entity: Entity | None) -> Channel | None:
        """Return the channel of a source that is a document, or that speaks so: "the statement said"."""
        documents, words, letters = self.words.documents, self.shape.words, self.phrases.letters
        if letters[k] in "wk":  # "a statement which said"
            k = max(0, k - 1)
        if letters[k] in "NP" and entity is not None and entity.kind == "person":
            judging = not self.words.judging.isdisjoint(entity.roles) and "former" not in entity.roles
            return "court" if judging else None
        last = self.phrases.last[k] - 1
        if words[last].lower() not in documents and self.shape.letters[last] in _PERSONS:
            return None
        end = k + 3 if letters[k + 1 : k + 2] == "f" else k + 1
        return self._documents(self.phrases.first[k], self.phrases.last[end - 1])

    def between(self, a: int, b: int) -> Channel | None:
        """Return the channel of a document that is named between two phrases: "a statement by"."""
        return self._documents(self.phrases.last[a], self.phrases.first[b])

    def _documents(self, a: int, b: int) -> Channel | None:
        found = [self.words.documents.get(word.lower()) for word in self.shape.words[a:b]]
        return first([channel for channel in found if channel is not None])
