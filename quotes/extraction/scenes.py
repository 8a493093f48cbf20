"""What the sentences before a quote say of the occasion on which it was said."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from quotes.extraction.addressees import Addressee, Addressees
from quotes.extraction.clauses import Clauses
from quotes.extraction.frames import Frame, frame
from quotes.extraction.mentions import Entity, Names, Tokens
from quotes.extraction.occasions import Occasions, first
from quotes.extraction.places import Places
from quotes.types import Channel

_SUBJECT = re.compile(
    r"(?<![if])(?P<who>[NDPBY])(?:[if][NDBO]){0,3}(?:,[^QE.;:\nVveW]{1,30},)?x?(?P<verb>[VveW])"
)
# What a sentence with any verb may tell ("looked back in an interview"), and one with a verb of saying.
_GATHERINGS = frozenset(["interview", "press_conference", "speech", "statement", "letter"])
_SAID = _GATHERINGS | {"tweet", "court", "broadcast", "report"}
_FARTHER = frozenset(["interview", "speech"])  # told of two paragraphs before
_REACH = 80  # phrases that are looked back at
_TRIES = 4  # words that are looked at there


class Scene(NamedTuple):
    """An occasion that a sentence without a quote tells; `anyone` says that all may have spoken there."""

    channel: Channel | None
    addressee: Addressee | None
    place: Tokens | None
    anyone: bool


class Scenes:
    """The occasions between the quotes of one document."""

    def __init__(
        self, names: Names, clauses: Clauses, occasions: Occasions, addressees: Addressees, places: Places
    ) -> None:
        self.clauses = clauses
        self.names, self.language = names, names.language
        self.phrases, self.letters = names.phrases, names.phrases.letters
        self.occasions, self.addressees, self.places = occasions, addressees, places
        self.signs = occasions.signs

    def before(self, floor: int, begin: int, entity: Entity | None) -> Scene | None:
        """Return the occasion that a sentence between two phrases tells of somebody, the nearest one."""
        floor = max(floor, begin - _REACH)
        first = self.phrases.first
        a, b = first[floor], self.phrases.last[begin - 1]
        words = self.names.shape.words[a:b]
        if self.signs.before.isdisjoint(words):
            return None
        marks = self.signs.read(words)
        rfind = marks.rfind
        end = len(marks)
        for _ in range(_TRIES):
            end = max(rfind("o", 0, end), rfind("t", 0, end), rfind("b", 0, end))
            if end < 0:
                return None
            if marks[end] != "t" and self.occasions.at(a + end, a, entity) is None:
                continue
            k = bisect_right(first, a + end) - 1
            start = max(floor, self.clauses.begin(k))
            breaks = self.letters.count("\n", k, begin)
            if breaks > 2:
                return None
            found = self._read(start, min(begin, self.clauses.end(k)), entity)
            if found is not None:
                return found if breaks < 2 or found.channel in _FARTHER else None
            end = max(0, first[start] - a)
        return None

    def _read(self, start: int, end: int, entity: Entity | None) -> Scene | None:
        m = _SUBJECT.search(self.letters, start, end)
        if m is None:
            return None
        who, verb = m.start("who"), m.start("verb")
        if self.names.shape.letters[self.phrases.last[verb] - 1] in "3bu":
            return None  # in the present: a caption
        subject = self.names.of_phrase.get(who)
        same = (subject is entity and entity is not None) or self.letters[who] == "P"
        stop = self.letters.find("k", verb, end)
        stop = end if stop < 0 else stop
        fit = _SAID if self.letters[verb] == "V" else _GATHERINGS
        found = self.channels(start, stop, entity)
        channel = first([c for c in found if c in fit])
        if not same:
            anyone = channel == "press_conference" and (subject is None or subject.kind != "person")
            return Scene(channel, None, None, anyone=True) if anyone else None
        return self._told(frame(self.letters, start, end, end, who, verb), channel, who, verb)

    def channels(self, start: int, stop: int, entity: Entity | None) -> list[Channel]:
        a, b = self.occasions.tokens(start, stop)
        marks = self.signs.read(self.names.shape.words[a:b])
        found = (self.occasions.at(a + k, a, entity) for k, sign in enumerate(marks) if sign in "ob")
        return [channel for channel in found if channel is not None]

    def _told(self, around: Frame, channel: Channel | None, who: int, verb: int) -> Scene | None:
        lemma = self.language.lemmas.get(self.names.shape.words[self.phrases.last[verb] - 1].lower())
        addressee = self.addressees.of(around, lemma)
        if channel is None and addressee is None:
            return None
        if channel is None and addressee is not None:
            channel = addressee.channel
        return Scene(channel, addressee, self.places.of(around, lemma, who), anyone=False)
