"""How a quote came about: its channel, whom it was said to, where, and who passed it on."""

from __future__ import annotations

import re
from typing import Final

from quotes.extraction.addressees import Addressee, Addressees
from quotes.extraction.channels import Channels, first
from quotes.extraction.clauses import Clauses
from quotes.extraction.continuity import NOTHING, SILENT, WRITTEN, Continuity, Own, merged
from quotes.extraction.entities import Entity, Tokens
from quotes.extraction.frames import NOWHERE, Frame, frame, within
from quotes.extraction.mentions import Names
from quotes.extraction.outlets import Outlets
from quotes.extraction.places import Places
from quotes.extraction.relays import Relays
from quotes.extraction.scenes import Scene, Scenes
from quotes.extraction.telling import Manner, Telling
from quotes.types import Channel, Span

_REACH: Final = 60  # phrases of a sentence that are looked at on either side
_NEEDLESS: Final = " ptv"  # signs that tell nothing outside a frame
_LOOSE: Final = re.compile(r"[sD0-]+\Z")  # letters of tokens that no name ends with
_BEFORE_DAY: Final = re.compile(r"(?<=[CM])[xj](?=D)")
_Marked = list[tuple[int, str]]  # tokens that are signs, and their letters


class Manners:
    """The manners of one document's quotes, which are asked for in the order of the text."""

    def __init__(self, names: Names, clauses: Clauses) -> None:
        self.words, self.clauses = names.language.manners, clauses
        self.shape, self.phrases, self.letters = names.shape, names.phrases, names.phrases.letters
        outlets = Outlets(names)
        self.channels = Channels(names)
        self.signs = self.channels.signs
        self.addressees = Addressees(names, outlets)
        self.places = Places(names, outlets)
        self.relays = Relays(names, outlets)
        self.scenes = Scenes(names, clauses, self.channels, self.addressees, self.places)
        self.continuity = Continuity(names, clauses)

    def of(self, telling: Telling) -> Manner:
        """Return how a quote was said: as its sentence tells, or those before it, or an earlier quote."""
        source, at = telling.source, telling.at
        first, last = (source, telling.last) if source < at else (at, source)
        begin, end = self.clauses.begin(first), self.clauses.end(last)
        if end - begin > _REACH:
            begin, end = max(begin, first - _REACH), min(end, last + _REACH)
        own, stop = SILENT, end
        if end == telling.last and telling.cue is not None:  # nothing is told behind "that"
            stop = self.letters.find("k", telling.cue, at)
            stop = end if stop < 0 else stop
        words = self.shape.words[self.phrases.first[begin] : self.phrases.last[stop - 1]]
        if not self.signs.beside.isdisjoint(words):
            around = frame(self.letters, begin, at, telling.last, source, telling.cue)
            own = self._own(telling, around, end, self.signs.read(words))
        said = (own.manner, own.brief) if own.settled else self._earlier(telling, begin, own)
        self.continuity.note(telling, own, said)
        return said[0]

    def _earlier(self, telling: Telling, begin: int, own: Own) -> tuple[Manner, bool]:
        """Return the manner that was told before, in a sentence without a quote or with another one."""
        cue, entity, floor = telling.cue, telling.entity, self.continuity.end
        # A sentence has a subject, a verb and what ends it.
        told = cue is not None and (self.letters[cue] == "V" or self.letters[telling.source] == "O")
        if entity is not None and begin > floor + 2 and told:
            scene = self.scenes.before(floor, begin, telling.source, entity)
            if scene is not None:
                manner = self._of_scene(scene)
                if scene.anyone:
                    self.continuity.share(manner, telling.last)
                return merged(own.manner, manner), False
        return self.continuity.earlier(telling, begin, own)

    def _own(self, telling: Telling, around: Frame, end: int, marks: str) -> Own:
        """Return what the sentence of a quote tells itself; `marks` are the signs that stand in it."""
        signs = within(around, self.phrases, marks)
        if not signs and marks.strip(_NEEDLESS) == "":
            return SILENT
        lemma = self.continuity.lemma(telling.cue)
        about = around.object[0] < around.object[1] and lemma not in self.words.addressing
        place = self._place(telling, around, lemma, signs) if "p" in marks or "v" in marks else None
        addressee = self._addressee(around, lemma, signs) if marks.strip(" pv") else None
        channel: Channel | None = None
        if "o" in marks or "b" in marks:
            channel = self._channel(telling, around, lemma, signs, about=about)
        brief = False
        if addressee is not None and addressee.channel is not None:
            if channel is None:
                channel, brief = addressee.channel, addressee.outlet
            elif not addressee.outlet:
                channel = first([channel, addressee.channel])
        relay = self.relays.of(around.begin, end, telling.source) if "r" in marks or "b" in marks else None
        if channel is None and addressee is None and place is None and relay is None:
            return Own(NOTHING, lemma, around)
        told = addressee is not None and lemma in self.words.speaking
        return Own(
            Manner(
                channel,
                None if addressee is None else self._span(addressee.tokens),
                None if place is None else self._span(place),
                self._reported_by(addressee, relay),
            ),
            lemma,
            around,
            brief,
            settled=(channel is not None or told) and lemma not in self.words.continuing,
            shared=told and channel == "press_conference" and self._is_known(around),
        )

    def _place(self, telling: Telling, around: Frame, lemma: str | None, signs: _Marked) -> Tokens | None:
        prepositions = [k for k, sign in signs if sign == "p"]
        found = self.places.of(around, prepositions, lemma, telling.source) if prepositions else None
        if found is None and around.middle != NOWHERE:
            found = self.places.visited(*around.middle)
        return found

    def _addressee(self, around: Frame, lemma: str | None, signs: _Marked) -> Addressee | None:
        """Return whom a quote was said to: the verb's object, or behind another word of its frame."""
        if around.object != NOWHERE and lemma in self.words.addressing:
            found = self.addressees.named(around.object[0], str(lemma))
            if found is not None:
                return found
        floor = self.phrases.first[around.begin]
        for k, sign in signs:
            # "in a letter to N", not "of the letter to N"
            if sign == "t" or (sign in "ob" and self.channels.at(k, floor, None) is not None):
                found = self.addressees.behind(k)
                if found is not None:
                    return found
            if sign in "rb" and around.behind[0] < around.behind[1]:
                found = self.addressees.outlet(k)
                if found is not None:
                    return found
        return None

    def _reported_by(self, addressee: Addressee | None, relay: Tokens | None) -> Span | None:
        if relay is None and addressee is not None and addressee.outlet:
            relay = addressee.tokens
        return None if relay is None else self._span(relay)

    def _channel(
        self, telling: Telling, around: Frame, lemma: str | None, signs: _Marked, *, about: bool
    ) -> Channel | None:
        verb = self.words.verbs.get(lemma or "")
        if verb in WRITTEN:
            return verb
        source, cue, at, entity = telling.source, telling.cue, telling.at, telling.entity
        floor = self.phrases.first[around.begin]
        found = [
            self._told(k, floor, entity, inside=about or sign in "OB") for k, sign in signs if sign in "obOB"
        ]
        begin = self.clauses.begin(at)
        if source < begin:  # the words go on in a sentence that may name its occasion itself
            found += self.scenes.channels(begin, at, entity)
        if cue is not None and self.letters[cue] == "A" and cue + 1 < source:
            found.append(self.channels.between(cue, source))
        found += (self.channels.of_source(source, entity), verb)
        return first([channel for channel in found if channel is not None])

    def _told(self, k: int, floor: int, entity: Entity | None, *, inside: bool) -> Channel | None:
        """Return the channel that a token tells.

        `inside` what is told of, a place is no occasion: "called it “late” in the Senate".
        """
        channel = self.channels.at(k, floor, entity)
        if inside and channel == "speech" and self.shape.words[k].lower() not in self.words.given:
            return None
        return channel

    def _is_known(self, around: Frame) -> bool:
        """“told the press conference”: one that was told of before, where all may have spoken."""
        a, b = around.object
        return a < b and self.shape.words[self.phrases.first[a]] in self.words.known

    def _of_scene(self, scene: Scene) -> Manner:
        addressee = scene.addressee
        to = None if addressee is None else self._span(addressee.tokens)
        return Manner(
            scene.channel,
            to,
            None if scene.place is None else self._span(scene.place),
            to if addressee is not None and addressee.outlet else None,
        )

    def _span(self, tokens: Tokens) -> Span:
        """Return where tokens stand, without what a name is followed by: "the Times last week"."""
        first, last = tokens
        letters = self.shape.letters
        m = _LOOSE.search(letters, first + 1, last) or _BEFORE_DAY.match(letters, last - 1)
        last = last if m is None else max(first + 1, m.start())
        return Span(self.shape.starts[first], self.shape.ends[last - 1])
