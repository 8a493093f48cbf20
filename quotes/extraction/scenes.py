"""What the sentences before a quote say of the occasion on which it was said."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotes.extraction.addressees import Addressee, Addressees
from quotes.extraction.frames import begin_of, frame
from quotes.extraction.mentions import Entity, Names, Tokens
from quotes.extraction.occasions import Occasions, first
from quotes.extraction.places import Places
from quotes.types import Channel

_SUBJECT = re.compile(r"(?<![if])(?P<who>[NDPBY])(?:[if][NDBO]){0,3}(?:,[^QE.;:\nVveW]{1,30},)?x?(?P<verb>[VveW])")
# What is told with a verb of doing: "looked back in an interview".
_GATHERINGS = frozenset(["interview", "press_conference", "speech", "statement", "letter"])
_LASTING = _GATHERINGS | {"tweet", "court", "broadcast", "report"}
_SENTENCES = 3  # that are looked at, in this paragraph and the one before
_REACH = 80  # phrases that are looked back at


class Scene(NamedTuple):
    """An occasion that a sentence without a quote tells; `anyone` says that all may have spoken there."""

    channel: Channel | None
    addressee: Addressee | None
    place: Tokens | None
    anyone: bool


class Scenes:
    """The occasions between the quotes of one document."""

    def __init__(self, names: Names, occasions: Occasions, addressees: Addressees, places: Places) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.phrases, self.letters = names.phrases, names.phrases.letters
        self.occasions, self.addressees, self.places = occasions, addressees, places

    def before(self, floor: int, begin: int, entity: Entity | None) -> Scene | None:
        """Return the occasion that a sentence between two phrases tells of somebody, the nearest one."""
        floor = max(floor, begin - _REACH)
        if floor >= begin:
            return None
        tokens = self.names.shape.words[self.phrases.first[floor] : self.phrases.last[begin - 1]]
        if self.words.occasion_words.isdisjoint(tokens):
            return None
        breaks, most, end = 0, 1, begin - 1
        for _ in range(_SENTENCES):
            while end > floor and self.letters[end] in ".\n":
                breaks += self.letters[end] == "\n"
                end -= 1
            if end <= floor or breaks > most:
                return None
            start = max(floor, begin_of(self.letters, end))
            found, same = self._read(start, end + 1, entity)
            if found is not None:
                return found
            most = 2 if same else 1
            end = start - 1
        return None

    def _read(self, start: int, end: int, entity: Entity | None) -> tuple[Scene | None, bool]:
        """Return the occasion that a sentence tells, and whether it is about the same person."""
        m = _SUBJECT.search(self.letters, start, end)
        if m is None:
            return None, False
        who, verb = m.start("who"), m.start("verb")
        if self.names.shape.letters[self.phrases.last[verb] - 1] in "3bu":
            return None, False  # in the present: a caption
        subject = self.names.of_phrase.get(who)
        same = (subject is entity and entity is not None) or self.letters[who] == "P"
        around = frame(self.letters, end, end, who, verb)
        lemma = self.language.lemmas.get(self.names.shape.words[self.phrases.last[verb] - 1].lower())
        stop = self.letters.find("k", verb, end)
        stop = end if stop < 0 else stop
        found = self.occasions.named(start, stop, entity) + self.occasions.given(who, stop)
        fit = _LASTING if self.letters[verb] == "V" else _GATHERINGS
        found = [c for c in found if c in fit]
        channel = first(found)
        if not same:
            anyone = channel == "press_conference" and (subject is None or subject.kind != "person")
            return (Scene(channel, None, None, anyone=True) if anyone else None), False
        addressee = self.addressees.of(around, lemma)
        if channel is None and addressee is not None:
            channel = addressee.channel
        if channel is None and addressee is None:
            return None, True
        return Scene(channel, addressee, self.places.of(around, lemma, who), anyone=False), True
