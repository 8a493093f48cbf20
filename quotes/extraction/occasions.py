"""On what occasion something was said: the channel that the words around it name."""

from __future__ import annotations

from quotes.extraction.frames import Frame
from quotes.extraction.mentions import Entity, Names
from quotes.types import Channel

# Of several that a sentence names the first of these is the one: "in an interview at the summit".
_ORDER: tuple[Channel, ...] = (
    "interview", "press_conference", "letter", "speech", "tweet", "court", "call", "statement", "report", "broadcast",
)  # fmt: skip
_RANK = {channel: rank for rank, channel in enumerate(_ORDER)}
_ENDS = frozenset(".,:;Q\niFkwpqA2e&f(")  # letters of quotes.extraction.shape that no phrase goes over
_LONGEST = 8  # words of a phrase


def first(channels: list[Channel]) -> Channel | None:
    """Return the channel that tells most of several."""
    return min(channels, key=_RANK.__getitem__, default=None)


class Occasions:
    """The occasions that one document names."""

    def __init__(self, names: Names) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape = names.shape
        self.phrases = names.phrases

    def around(self, frame: Frame, entity: Entity | None) -> list[Channel]:
        """Return the channels that the words around a quote name."""
        found: list[Channel] = []
        for a, b in (frame.behind, frame.head, frame.middle, frame.trail):
            if a < b:
                found += self.named(self._from(a), self._up_to(b), entity)
        return found

    def of_source(self, k: int) -> Channel | None:
        """Return the channel of a source that is a document, or speaks only so: "the statement said"."""
        return self.words.documents.get(self.shape.words[self.phrases.last[k] - 1].lower())

    def between(self, a: int, b: int) -> list[Channel]:
        """Return the channels of the documents named between two phrases: "a statement by"."""
        words = self.shape.words[self.phrases.last[a] : self.phrases.first[b]]
        return [c for c in (self.words.documents.get(w.lower()) for w in words) if c is not None]

    def _from(self, a: int) -> int:
        return self.phrases.last[a - 1] if a else 0

    def _up_to(self, b: int) -> int:
        return self.phrases.first[b] if b < len(self.phrases.first) else len(self.shape.words)

    def named(self, a: int, b: int, entity: Entity | None) -> list[Channel]:
        """Return the channels that phrases with a preposition name between two tokens: "in a tweet on Friday"."""
        words, occasions = self.shape.words, self.words.occasions
        if self.words.occasion_words.isdisjoint(words[a:b]):
            return []
        found: list[Channel] = []
        for k in range(a, b):
            nouns = occasions.get(words[k])
            if nouns is not None:
                self._nouns(k + 1, b, nouns, entity, found)
        return found

    def given(self, a: int, b: int) -> list[Channel]:
        """Return the channels of what somebody gives between two tokens: "held a press conference"."""
        words, language = self.shape.words, self.language
        if self.words.occasion_words.isdisjoint(words[a:b]):
            return []
        found: list[Channel] = []
        for k in range(a, b):
            if self.shape.letters[k] in "vcug3b" and language.lemmas.get(words[k].lower()) in self.words.giving:
                self._nouns(k + 1, b, self.words.given, None, found)
        return found

    def _nouns(self, a: int, b: int, nouns: dict, entity: Entity | None, found: list[Channel]) -> None:  # type: ignore[type-arg]
        letters, words = self.shape.letters, self.shape.words
        before = ""
        for k in range(a, min(b, a + _LONGEST)):
            letter = letters[k]
            if letter in _ENDS:
                return
            if letter == "s" and not self._owns(k - 1, entity):
                return
            word = words[k].lower()
            channel = nouns.get(f"{before} {word}") or nouns.get(word)
            if channel is not None:
                found.append(channel)
            before = word

    def _owns(self, k: int, entity: Entity | None) -> bool:
        """Tell whether what belongs to the k-th token can be the speaker's: not "in Brandt's letter"."""
        word = self.shape.words[k]
        if self.shape.letters[k] not in "CJ" or entity is None:
            return True
        return word in entity.words or word.lower() in self.language.places
