"""On what occasion something was said: the channel that the words around it name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotes.extraction.mentions import Entity, Names
from quotes.extraction.signs import signs
from quotes.types import Channel

# Of several that a sentence names the first of these is the one: "in an interview at the summit".
_ORDER: tuple[Channel, ...] = (
    "interview", "press_conference", "letter", "speech", "tweet", "court", "call", "statement", "report", "broadcast",
)  # fmt: skip
_RANK = {channel: rank for rank, channel in enumerate(_ORDER)}
_ENDS = frozenset(".,:;Q\niFkwpqA2e&(")  # letters of quotes.extraction.shape that no noun phrase goes over
_NOUNS = frozenset("xnyrCM")
# A noun that tells these is no more than part of another before a noun: "the court case", "radio traffic".
_ALONE = frozenset(["court", "call", "report", "broadcast"])
_HEADS = frozenset("ryt")
_LONGEST = 8  # words of a phrase


def first(channels: list[Channel]) -> Channel | None:
    """Return the channel that tells most of several."""
    return min(channels, key=_RANK.__getitem__, default=None)


class Occasions:
    """The occasions that one document names; all ranges are of phrases."""

    def __init__(self, names: Names) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases = names.shape, names.phrases
        self.signs = signs(self.words)

    def tells(self, k: int) -> bool:
        """Tell whether the words before a token make it one that tells: "in a", "held a", or it is a verb."""
        words, letters = self.shape.words, self.shape.letters
        if self.signs.letters[words[k]] == "t":
            return letters[k] in "cg" and letters[k + 1 : k + 2] not in _ENDS
        noun = words[k].lower()
        for j in range(k - 1, max(-1, k - _LONGEST), -1):
            if letters[j] in "vc3":
                return noun in self.words.given
            nouns = self.words.occasions.get(words[j])
            if nouns is not None:
                return noun in nouns or f"{words[k - 1].lower()} {noun}" in nouns
            if letters[j] in _ENDS:
                return False
        return False

    def named(self, a: int, b: int, entity: Entity | None, *, behind_words: bool = False) -> list[Channel]:
        """Return the channels that the prepositional phrases of a range name: "in a tweet on Friday".

        Behind the words in marks a place is that of what they tell: "would be “late” in the Senate".
        """
        a, b = self._tokens(a, b)
        words = self.shape.words
        if self.signs.before.isdisjoint(words[a:b]):
            return []
        found: list[Channel] = []
        for k in range(a, b):
            nouns = self.words.occasions.get(words[k])
            if nouns is not None:
                for noun, channel in self._nouns(k + 1, b, nouns, entity):
                    if channel != "speech" or not behind_words or noun in self.words.given:
                        found.append(channel)
        return found

    def given(self, a: int, b: int) -> list[Channel]:
        """Return the channels of what somebody gives in a range: "held a press conference"."""
        a, b = self._tokens(a, b)
        words, letters = self.shape.words, self.shape.letters
        if self.signs.before.isdisjoint(words[a:b]):
            return []
        found: list[Channel] = []
        for k in range(a, b):
            if letters[k] in "vc3":
                lemma = self.language.lemmas.get(words[k].lower())
                if lemma in self.words.giving:
                    found += [c for _, c in self._nouns(k + 1, b, self.words.given, None)]
                elif lemma in self.words.verbs and letters[k - 1] not in "djs":
                    found.append(self.words.verbs[lemma])
        return found

    def of_source(self, k: int, entity: Entity | None) -> Channel | None:
        """Return the channel of a source that is a document, or that speaks so: "the statement said"."""
        documents, words, letters = self.words.documents, self.shape.words, self.phrases.letters
        if letters[k] in "NP" and entity is not None and entity.kind == "person":
            judging = not self.words.judging.isdisjoint(entity.roles) and "former" not in entity.roles
            return "court" if judging else None
        last = self.phrases.last[k] - 1
        head = documents.get(words[last].lower())
        if head is None and self.shape.letters[last] in _HEADS:
            return None
        end = k + 3 if letters[k + 1 : k + 2] == "f" else k + 1
        found = [documents.get(words[j].lower()) for j in range(self.phrases.first[k], self.phrases.last[end - 1])]
        return first([c for c in found if c is not None])

    def between(self, a: int, b: int) -> list[Channel]:
        """Return the channels of the documents named between two phrases: "a statement by"."""
        words = self.shape.words[self.phrases.last[a] : self.phrases.first[b]]
        return [c for c in (self.words.documents.get(w.lower()) for w in words) if c is not None]

    def _tokens(self, a: int, b: int) -> tuple[int, int]:
        """The tokens of a range of phrases, with those beside it that are in none."""
        first, last = self.phrases.first, self.phrases.last
        return last[a - 1] if a else 0, first[b] if b < len(first) else len(self.shape.words)

    def _nouns(
        self, a: int, b: int, nouns: Mapping[str, Channel], entity: Entity | None
    ) -> Iterator[tuple[str, Channel]]:
        letters, words = self.shape.letters, self.shape.words
        if letters[a] == "D" and letters[a + 1 : a + 2] != "s":
            return  # "on Monday told the Post"
        before = ""
        for k in range(a, min(b, a + _LONGEST)):
            letter = letters[k]
            if letter in _ENDS or (letter == "s" and not self._owns(k - 1, entity)):
                return
            if letter == "f" and before not in self.words.parts:
                return
            word = words[k].lower()
            channel = nouns.get(f"{before} {word}") or nouns.get(word)
            if channel is not None and not (channel in _ALONE and letters[k + 1 : k + 2] in _NOUNS):
                yield word, channel
            before = word

    def _owns(self, k: int, entity: Entity | None) -> bool:
        """Tell whether what belongs to the k-th token can be the speaker's: not "in Brandt's letter"."""
        word = self.shape.words[k]
        if self.shape.letters[k] not in "CJ" or entity is None:
            return True
        return word in entity.words or word.lower() in self.language.places
