"""How a quote came about: its channel, whom it was said to, where, and who passed it on."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotes.extraction.addressees import Addressee, Addressees
from quotes.extraction.clauses import Clauses
from quotes.extraction.frames import NOWHERE, Frame, frame, within
from quotes.extraction.mentions import Entity, Names, Tokens
from quotes.extraction.occasions import Occasions, first
from quotes.extraction.outlets import Outlets
from quotes.extraction.places import Places
from quotes.extraction.relays import Relays
from quotes.extraction.scenes import Scene, Scenes
from quotes.extraction.telling import Manner, Telling
from quotes.types import Channel, Span


# Channels of one message, and those in which one speaks for a while.
_WRITTEN = frozenset(["tweet", "letter"])
_LONG = frozenset(["speech", "interview", "press_conference", "broadcast", "court", "call"])
_NOTHING = Manner()
_REACH = 60  # phrases of a sentence that are looked at on either side
Marked = list[tuple[int, str]]  # tokens that are signs, and their letters
_NEEDLESS = " ptv"  # signs that tell nothing outside a frame
_LOOSE = re.compile(r"(?:[sD0-]|(?<=[CM])j)+\Z")  # letters of tokens that no name ends with
_FAR = 400  # phrases, behind which nothing goes on
_PARAGRAPHS = 3


class Said(NamedTuple):
    """The manner of a quote, the phrase it ends with, and its number among the quotes.

    `brief` says that all that is known of the occasion is to which paper it was said.
    """

    manner: Manner
    last: int
    number: int
    brief: bool = False


class Own(NamedTuple):
    """What the sentence of a quote tells: its manner, and what else its words say of it.

    `settled` says that nothing need be sought elsewhere, `shared` that others may have spoken there too.
    """

    manner: Manner
    lemma: str | None = None
    frame: Frame | None = None
    brief: bool = False
    settled: bool = False
    shared: bool = False


_SILENT = Own(_NOTHING)


class Manners:
    """The manners of one document's quotes, which are asked for in the order of the text."""

    def __init__(self, names: Names, clauses: Clauses) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases, self.letters = names.shape, names.phrases, names.phrases.letters
        self.clauses = clauses
        outlets = Outlets(names)
        self.occasions = Occasions(names)
        self.signs = self.occasions.signs
        self.addressees = Addressees(names, outlets)
        self.places = Places(names, outlets)
        self.relays = Relays(names, outlets)
        self.scenes = Scenes(names, clauses, self.occasions, self.addressees, self.places)
        self._said: dict[object, Said] = {}
        self._anyone: Said | None = None
        self._last_who: object = None
        self._number = self._end = 0

    def of(self, telling: Telling) -> Manner:
        """Return how a quote was said: as its sentence tells, or those before it, or the quote it goes on with."""
        source, at = telling.source, telling.at
        first, last = (source, telling.last) if source < at else (at, source)
        begin, end = self.clauses.begin(first), self.clauses.end(last)
        if end - begin > _REACH:
            begin, end = max(begin, first - _REACH), min(end, last + _REACH)
        own = _SILENT
        words = self.shape.words[self.phrases.first[begin] : self.phrases.last[end - 1]]
        if not self.signs.beside.isdisjoint(words):
            around = frame(self.letters, begin, at, telling.last, source, telling.cue)
            own = self._own(telling, around, end, self.signs.read(words))
        who = self._last_who = self._who(telling)
        manner, brief = (own.manner, own.brief) if own.settled else self._earlier(telling, begin, own, who)
        self._number += 1
        self._end = last + 1
        if manner is not _NOTHING:
            self._said[who] = Said(manner, self._end, self._number, brief)
            if own.shared:
                self._anyone = Said(Manner("press_conference"), self._end, self._number - 1)
        elif who in self._said:
            del self._said[who]
        return manner

    def _own(self, telling: Telling, around: Frame, end: int, marks: str) -> Own:
        """Return what the sentence of a quote tells itself; `marks` are the signs that stand in it."""
        signs = within(around, self.phrases, marks)
        if not signs and marks.strip(_NEEDLESS) == "":
            return _SILENT
        lemma = self._lemma(telling.cue)
        about = around.object[0] < around.object[1] and lemma not in self.words.addressing
        place = self._place(telling, around, lemma, signs)
        addressee = self._addressee(around, lemma, signs)
        channel, brief = self._channel(telling, around, lemma, signs, marks, about=about), False
        if addressee is not None and addressee.channel is not None:
            if channel is None:
                channel, brief = addressee.channel, addressee.outlet
            elif not addressee.outlet:
                channel = first([channel, addressee.channel])
        relay = self.relays.of(around.begin, end, telling.source) if "r" in marks or "b" in marks else None
        if channel is addressee is place is relay is None:
            return Own(_NOTHING, lemma, around)
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

    def _place(self, telling: Telling, around: Frame, lemma: str | None, signs: Marked) -> Tokens | None:
        prepositions = [k for k, sign in signs if sign == "p"]
        found = self.places.of(around, prepositions, lemma, telling.source) if prepositions else None
        if found is None and around.middle != NOWHERE:
            found = self.places.visited(*around.middle)
        return found

    def _addressee(self, around: Frame, lemma: str | None, signs: Marked) -> Addressee | None:
        """Return whom a quote was said to: the verb's object, or behind another word of its frame."""
        if around.object != NOWHERE and lemma in self.words.addressing:
            found = self.addressees.named(around.object[0], str(lemma))
            if found is not None:
                return found
        for k, sign in signs:
            if sign in "otb":
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
        self, telling: Telling, around: Frame, lemma: str | None, signs: Marked, marks: str, *, about: bool
    ) -> Channel | None:
        if "o" not in marks and "b" not in marks:
            return None
        verb = self.words.verbs.get(lemma or "")
        if verb in _WRITTEN:
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
            found.append(self.occasions.between(cue, source))
        found += (self.occasions.of_source(source, entity), verb)
        return first([channel for channel in found if channel is not None])

    def _told(self, k: int, floor: int, entity: Entity | None, *, inside: bool) -> Channel | None:
        """Return the channel that a token tells.

        `inside` what is told of, a place is no occasion: "called it “late” in the Senate".
        """
        channel = self.occasions.at(k, floor, entity)
        if inside and channel == "speech" and self.shape.words[k].lower() not in self.words.given:
            return None
        return channel

    def _earlier(self, telling: Telling, begin: int, own: Own, who: object) -> tuple[Manner, bool]:
        """Return the manner that was told before, in a sentence without a quote or with another one."""
        if (
            telling.entity is not None
            and begin > self._end + 2
            and telling.cue is not None
            and self.letters[telling.cue] == "V"
        ):
            scene = self.scenes.before(self._end, begin, telling.source, telling.entity)
            if scene is not None:
                manner = self._of_scene(scene)
                if scene.anyone:
                    self._anyone = Said(manner, telling.last, self._number)
                return _merged(own.manner, manner), False
        before = self._said.get(who)
        if before is not None and self._goes_on(telling, begin, before, own):
            return _merged(own.manner, before.manner), before.brief
        if self._anyone is not None:
            if self._anyone.number == self._number - 1 and telling.at - self._anyone.last < _FAR:
                self._anyone = Said(self._anyone.manner, telling.last, self._number)
                return _merged(own.manner, self._anyone.manner), False
            self._anyone = None
        return own.manner, own.brief

    def _goes_on(self, telling: Telling, begin: int, before: Said, own: Own) -> bool:
        """Tell whether a quote was said on the occasion of an earlier one of its speaker."""
        cue, channel = telling.cue, before.manner.channel
        if telling.at - before.last > _FAR or (cue is not None and self.letters[cue] not in "VGIA"):
            return False
        if self._dated(begin, telling):
            return False
        paragraphs = self.letters.count("\n", before.last, telling.at)
        if not paragraphs:
            return True
        if channel == "speech" and own.frame is not None and self._asked(own.frame):
            return False
        lemma = own.lemma or self._lemma(cue)
        if channel in _WRITTEN and lemma in self.words.replying:
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
        return any(self._lemma(k) in self.words.asking for k in range(a, min(b, a + 2)))

    def _dated(self, begin: int, telling: Telling) -> bool:
        """Tell whether a sentence begins with a day of its own: "In May, N said"."""
        a = self.phrases.last[begin - 1] if begin else 0
        return "D" in self.shape.letters[a : self.phrases.first[min(telling.source, telling.at)]]

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

    def _who(self, telling: Telling) -> object:
        """Whose quotes may go on with each other: an entity's, or those of sources of one last word."""
        if telling.entity is not None:
            return telling.entity
        if self.letters[telling.source] == "P" and self._last_who is not None:
            return self._last_who
        if telling.antecedent is not None:
            return self.shape.words[telling.antecedent.last - 1].lower()
        return self.shape.words[self.phrases.last[telling.source] - 1].lower()

    def _lemma(self, cue: int | None) -> str | None:
        if cue is None:
            return None
        word = self.shape.words[self.phrases.last[cue] - 1].lower()
        return self.language.lemmas.get(word, word)

    def _span(self, tokens: Tokens) -> Span:
        """Return where tokens stand, without what a name is followed by: "the Times last week"."""
        first, last = tokens
        m = _LOOSE.search(self.shape.letters, first + 1, last)
        last = last if m is None else m.start()
        return Span(self.shape.starts[first], self.shape.ends[last - 1])


def _merged(own: Manner, earlier: Manner) -> Manner:
    return Manner(
        earlier.channel if own.channel in (None, "statement") else own.channel,
        own.addressee or earlier.addressee,
        own.place or earlier.place,
        own.reported_by or earlier.reported_by,
    )
