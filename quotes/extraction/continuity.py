"""Which quotes go on with the occasion of an earlier one, and which with one that was told before."""

from __future__ import annotations

from typing import Final, NamedTuple

from quotes.extraction.clauses import Clauses
from quotes.extraction.frames import Frame
from quotes.extraction.mentions import Names
from quotes.extraction.telling import Manner, Telling

# Channels of one message, and those in which one speaks for a while.
WRITTEN: Final = frozenset(["tweet", "letter"])
_LONG: Final = frozenset(["speech", "interview", "press_conference", "broadcast", "court", "call"])
NOTHING: Final = Manner()
_FAR: Final = 400  # phrases, behind which nothing goes on
_PARAGRAPHS: Final = 3  # behind which nothing goes on


class Own(NamedTuple):
    """What the sentence of a quote tells itself: its manner, and what else its words say of it.

    `brief` says that all that is known of the channel is to which outlet it was said, `settled` that nothing
    need be sought elsewhere, `shared` that others may have spoken there too.
    """

    manner: Manner
    lemma: str | None = None
    frame: Frame | None = None
    brief: bool = False
    settled: bool = False
    shared: bool = False


SILENT: Final = Own(NOTHING)


class Said(NamedTuple):
    """The manner of a quote, the phrase behind it, and its number among the quotes; `brief` as in `Own`."""

    manner: Manner
    end: int
    number: int
    brief: bool = False


class Continuity:
    """The occasions on which the speakers of one document spoke last."""

    def __init__(self, names: Names, clauses: Clauses) -> None:
        self.language, self.words = names.language, names.language.manners
        self.shape, self.phrases, self.letters = names.shape, names.phrases, names.phrases.letters
        self.clauses = clauses
        self.end = 0
        self._number = 0
        self._said: dict[object, Said] = {}
        self._shared: Said | None = None
        self._last_who: object = None

    def note(self, telling: Telling, own: Own, said: tuple[Manner, bool]) -> None:
        """Keep in mind how a quote was said, and whether its channel is known by the outlet alone."""
        manner, brief = said
        who = self._last_who = self._who(telling)
        self.end = max(telling.last, telling.source) + 1
        if own.shared:
            self.share(Manner(manner.channel), self.end)
        self._number += 1
        if manner is not NOTHING:
            self._said[who] = Said(manner, self.end, self._number, brief)
        elif who in self._said:
            del self._said[who]

    def share(self, manner: Manner, end: int) -> None:
        """Keep in mind an occasion on which anyone may speak from the quote at hand on."""
        self._shared = Said(manner, end, self._number + 1)

    def earlier(self, telling: Telling, begin: int, own: Own) -> tuple[Manner, bool]:
        """Return the manner of the quote that one goes on with, its own where there is none."""
        before = self._said.get(self._who(telling)) if self._said else None
        if before is not None and self._goes_on(telling, begin, before, own):
            return merged(own.manner, before.manner), before.brief
        shared = self._shared
        if shared is not None:
            if shared.number == self._number and telling.at - shared.end < _FAR:
                self.share(shared.manner, telling.last)
                return merged(own.manner, shared.manner), False
            self._shared = None
        return own.manner, own.brief

    def _goes_on(self, telling: Telling, begin: int, before: Said, own: Own) -> bool:
        """Tell whether a quote was said on the occasion of an earlier one of its speaker."""
        cue, channel = telling.cue, before.manner.channel
        if telling.at - before.end > _FAR or (cue is not None and self.letters[cue] not in "VGIA"):
            return False
        if self._dated(begin, telling):
            return False
        paragraphs = self.letters.count("\n", before.end, telling.at)
        if not paragraphs:
            return True
        if channel == "speech" and own.frame is not None and self._asked(own.frame):
            return False
        lemma = own.lemma or self.lemma(cue)
        if channel in WRITTEN and lemma in self.words.replying:
            return paragraphs <= _PARAGRAPHS
        if before.number != self._number:
            return False
        pronoun = self.letters[telling.source] == "P" and lemma in self.words.plain
        if paragraphs == 1 and (pronoun or lemma in self.words.continuing):
            return True
        if before.brief or channel not in _LONG or paragraphs > _PARAGRAPHS:
            return False
        return channel == "interview" or lemma in self.words.plain

    def _asked(self, around: Frame) -> bool:
        """Tell whether a sentence begins with a question put to its subject: "Asked about it,"."""
        a, b = around.head
        return any(self.lemma(k) in self.words.asking for k in range(a, min(b, a + 2)))

    def _dated(self, begin: int, telling: Telling) -> bool:
        """Tell whether a sentence begins with a day of its own: "In May, N said"."""
        a = self.phrases.last[begin - 1] if begin else 0
        return "D" in self.shape.letters[a : self.phrases.first[min(telling.source, telling.at)]]

    def _who(self, telling: Telling) -> object:
        """Whose quotes may go on with each other: an entity's, or those of sources of one last word."""
        if telling.entity is not None:
            return telling.entity
        if self.letters[telling.source] == "P" and self._last_who is not None:
            return self._last_who
        if telling.antecedent is not None:
            return self.shape.words[telling.antecedent.last - 1].lower()
        return self.shape.words[self.phrases.last[telling.source] - 1].lower()

    def lemma(self, cue: int | None) -> str | None:
        """Return the dictionary form of the verb that a phrase ends with."""
        if cue is None:
            return None
        word = self.shape.words[self.phrases.last[cue] - 1].lower()
        return self.language.lemmas.get(word, word)


def merged(own: Manner, earlier: Manner) -> Manner:
    """Return what a quote's own sentence tells, filled up by what was told earlier.

    What is called a statement later was an earlier speech: "“…,” N continued in the statement".
    """
    return Manner(
        (earlier.channel or own.channel) if own.channel in (None, "statement") else own.channel,
        own.addressee or earlier.addressee,
        own.place or earlier.place,
        own.reported_by or earlier.reported_by,
    )
