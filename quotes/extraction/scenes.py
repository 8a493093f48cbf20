"""What the sentences before a quote say of the occasion on which it was said."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

from quotes.extraction.addressees import Addressee, Addressees
from quotes.extraction.channels import Channels, first
from quotes.extraction.clauses import Clauses
from quotes.extraction.entities import Entity, Tokens
from quotes.extraction.frames import NOWHERE, Frame, frame, within
from quotes.extraction.mentions import Names
from quotes.extraction.places import Places
from quotes.types import Channel

_SUBJECT: Final = re.compile(
    r"(?<![if])(?P<who>[NDPBY])(?:[if][NDBO]){0,3}(?:,[^QE.;:\nVveW]{1,30},)?x?(?P<verb>[VveW])"
)
# What a sentence with any verb may tell ("looked back in an interview"), and one with a verb of saying.
_GATHERINGS: Final = frozenset(["interview", "press_conference", "speech", "statement", "letter"])
_SAID: Final = _GATHERINGS | {"tweet", "court", "broadcast", "report"}
_FARTHER: Final = frozenset(["interview", "speech"])  # told of two paragraphs before
_PRESENT: Final = frozenset("3bu")  # captions are told in it
_REACH: Final = 40  # phrases that are looked back at
_BREAKS: Final = 3  # paragraphs that it reaches over
_TRIES: Final = 3  # words that are looked at there


class Scene(NamedTuple):
    """An occasion that a sentence without a quote tells; `anyone` says that all may have spoken there."""

    channel: Channel | None
    addressee: Addressee | None
    place: Tokens | None
    anyone: bool


class Scenes:
    """The occasions between the quotes of one document."""

    def __init__(
        self, names: Names, clauses: Clauses, nouns: Channels, addressees: Addressees, places: Places
    ) -> None:
        self.clauses = clauses
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases, self.letters = names.shape, names.phrases, names.phrases.letters
        self.nouns, self.addressees, self.places = nouns, addressees, places
        self.signs = nouns.signs

    def before(self, floor: int, begin: int, source: int, entity: Entity) -> Scene | None:
        """Return the occasion that a sentence between two phrases tells of somebody, the nearest one."""
        floor = max(floor, begin - _REACH)
        edge = begin
        for _ in range(_BREAKS):
            edge = self.letters.rfind("\n", floor, edge)
            if edge < 0:
                break
        floor = max(floor, edge)
        first = self.phrases.first
        a, b = first[floor], self.phrases.last[begin - 1]
        read = b
        words = self.shape.words[a:b]
        found = self.signs.before.intersection(words)
        if not found or (self._is_new(source, entity) and self.words.shared.isdisjoint(found)):
            return None
        words.reverse()
        for n in sorted(map(words.index, found))[:_TRIES]:
            token = b - 1 - n
            if token >= read or (
                self.signs.letters[words[n]] != "t" and self.nouns.at(token, a, entity) is None
            ):
                continue
            k = bisect_right(first, token) - 1
            start = max(floor, self.clauses.begin(k))
            scene = self._read(start, min(begin, self.clauses.end(k)), entity)
            if scene is not None:
                near = self.letters.count("\n", k, begin) < _BREAKS - 1
                return scene if near or scene.channel in _FARTHER else None
            read = first[start]
        return None

    def _is_new(self, source: int, entity: Entity) -> bool:
        """Tell whether somebody is named by a source alone, so that no sentence before is about them."""
        return entity.count == 1 and self.letters[source] == "N"

    def _read(self, start: int, end: int, entity: Entity | None) -> Scene | None:
        m = _SUBJECT.search(self.letters, start, end)
        if m is None:
            return None
        who, verb = m.start("who"), m.start("verb")
        subject = self.names.of_phrase.get(who)
        same = (subject is entity and entity is not None) or self.letters[who] == "P"
        anyone = not same and (subject is None or subject.kind != "person")
        if not (same or anyone) or self.shape.letters[self.phrases.last[verb] - 1] in _PRESENT:
            return None
        stop = self.letters.find("k", verb, end)
        fit = _SAID if self.letters[verb] == "V" else _GATHERINGS
        found = self.channels(start, end if stop < 0 else stop, entity)
        channel = first([c for c in found if c in fit])
        if anyone:
            return Scene(channel, None, None, anyone=True) if channel == "press_conference" else None
        return self._told(frame(self.letters, start, end, end, who, verb), channel, who, verb)

    def channels(self, start: int, stop: int, entity: Entity | None) -> list[Channel]:
        """Return the channels that the words between two phrases name."""
        a, b = self.phrases.first[start], self.phrases.last[stop - 1]
        marks = self.signs.read(self.shape.words[a:b])
        found = (self.nouns.at(k, a, entity) for k, sign in enumerate(marks, a) if sign in "ob")
        return [channel for channel in found if channel is not None]

    def _told(self, around: Frame, channel: Channel | None, who: int, verb: int) -> Scene | None:
        lemma = self.language.lemmas.get(self.shape.words[self.phrases.last[verb] - 1].lower())
        addressee = None
        if around.object != NOWHERE and lemma in self.words.addressing:
            addressee = self.addressees.named(around.object[0], str(lemma))
        a, b = self.phrases.first[around.begin], self.phrases.last[max(around.behind[1], verb + 1) - 1]
        signs = within(around, self.phrases, self.signs.read(self.shape.words[a:b]))
        for k, sign in signs:
            told = sign == "t" or (sign in "ob" and self.nouns.at(k, a, None) is not None)
            if addressee is None and told:
                addressee = self.addressees.behind(k)
        if channel is None and addressee is None:
            return None
        if channel is None and addressee is not None:
            channel = addressee.channel
        prepositions = [k for k, sign in signs if sign == "p"] if self.letters[verb] == "V" else []
        return Scene(channel, addressee, self.places.of(around, prepositions, lemma, who), anyone=False)
