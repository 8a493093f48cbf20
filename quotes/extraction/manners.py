"""How a quote came about: its channel, whom it was said to, where, and who passed it on."""

from __future__ import annotations

from typing import NamedTuple

from quotes.extraction.addressees import Addressee, Addressees
from quotes.extraction.frames import Frame, begin_of, frame
from quotes.extraction.mentions import Names, Tokens
from quotes.extraction.occasions import Occasions, first
from quotes.extraction.places import Places
from quotes.extraction.relays import Relays
from quotes.extraction.scenes import Scene, Scenes
from quotes.extraction.telling import Manner, Telling
from quotes.types import Channel, Span


# Channels of one message, and those in which one speaks for a while.
_WRITTEN = frozenset(["tweet", "letter"])
_LONG = frozenset(["speech", "interview", "press_conference", "broadcast", "court", "call"])
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


class Manners:
    """The manners of one document's quotes, which are asked for in the order of the text."""

    def __init__(self, names: Names) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.phrases, self.letters = names.phrases, names.phrases.letters
        self.occasions = Occasions(names)
        self.addressees = Addressees(names)
        self.places = Places(names, self.addressees)
        self.relays = Relays(names, self.addressees)
        self.scenes = Scenes(names, self.occasions, self.addressees, self.places)
        self._said: dict[object, Said] = {}
        self._anyone: Said | None = None
        self._number = 0
        self._end = 0
        self._brief = False
        self._who_last: object = None

    def of(self, telling: Telling) -> Manner:
        """Return how a quote was said: as its sentence tells, or those before it, or the quote it goes on with."""
        around = frame(self.letters, telling.at, telling.last, telling.source, telling.cue)
        lemma = self._lemma(telling.cue)
        manner = self._own(telling, around, lemma)
        who = self._who(telling)
        self._brief = False
        told = manner.addressee is not None and lemma in self.words.speaking
        if (manner.channel is None and not told) or lemma in self.words.continuing:
            manner = self._earlier(telling, around, lemma, who, manner)
        self._number += 1
        self._end = max(telling.last, telling.source) + 1
        self._who_last = who
        self._said[who] = Said(manner, self._end, self._number, self._brief)
        if manner.channel == "press_conference" and told and self._is_known(around):
            self._anyone = Said(Manner("press_conference"), self._end, self._number - 1)
        return manner

    def _own(self, telling: Telling, around: Frame, lemma: str | None) -> Manner:
        addressee = self.addressees.of(around, lemma)
        place = self.places.of(around, lemma, telling.source)
        relay = self.relays.of(around.begin, telling.last, telling.source)
        if relay is None and addressee is not None and addressee.outlet:
            reported_by: Span | None = self._span(*addressee.phrases)
        else:
            reported_by = None if relay is None else self._span(relay, relay + 1)
        return Manner(
            self._channel(telling, around, lemma, addressee),
            None if addressee is None else self._span(*addressee.phrases),
            None if place is None else self._of_tokens(place),
            reported_by,
        )

    def _channel(
        self, telling: Telling, around: Frame, lemma: str | None, addressee: Addressee | None
    ) -> Channel | None:
        verb = self.words.verbs.get(lemma or "")
        if verb in _WRITTEN:
            return verb
        source, cue, entity = telling.source, telling.cue, telling.entity
        found: list[Channel] = []
        for a, b in (around.behind, around.head, around.middle, around.more):
            if a < b:
                found += self.occasions.named(a, b, entity)
        a, b = around.trail
        if a < b:
            found += self.occasions.named(a, b, entity, behind_words=True)
        begin = begin_of(self.letters, telling.at)
        if source < begin < telling.at:  # the words go on in a sentence that names its occasion itself
            found += self.occasions.named(begin, telling.at, entity)
        if cue is not None and cue + 1 < source and self.letters[cue] == "A":
            found += self.occasions.between(cue, source)
        if source < telling.at and cue is not None:
            found += self.occasions.given(source, max(cue + 1, around.behind[1]))
        of_source = self.occasions.of_source(source, entity)
        if of_source is not None:
            found.append(of_source)
        if verb is not None:
            found.append(verb)
        if addressee is not None and addressee.channel is not None and not addressee.outlet:
            found.append(addressee.channel)
        channel = first(found)
        if channel is None and addressee is not None:
            channel, self._brief = addressee.channel, addressee.outlet
        return channel

    def _earlier(self, telling: Telling, around: Frame, lemma: str | None, who: object, own: Manner) -> Manner:
        """Return the manner that was told before, in a sentence without a quote or with another one."""
        said = telling.cue is not None and self.letters[telling.cue] == "V"
        scene = self.scenes.before(self._end, around.begin, telling.entity) if said else None
        if scene is not None:
            manner = self._of_scene(scene)
            if scene.anyone:
                self._anyone = Said(manner, telling.last, self._number)
            return _merged(own, manner)
        before = self._said.get(who)
        if before is not None and self._goes_on(telling, around, lemma, before):
            self._brief = before.brief
            return _merged(own, before.manner)
        if self._anyone is not None:
            if self._anyone.number == self._number - 1 and telling.at - self._anyone.last < _FAR:
                self._anyone = Said(self._anyone.manner, telling.last, self._number)
                return _merged(own, self._anyone.manner)
            self._anyone = None
        return own

    def _goes_on(self, telling: Telling, around: Frame, lemma: str | None, before: Said) -> bool:
        """Tell whether a quote was said on the occasion of an earlier one of its speaker."""
        cue, channel = telling.cue, before.manner.channel
        if telling.at - before.last > _FAR or (cue is not None and self.letters[cue] not in "VGIA"):
            return False
        if self._dated(around, telling):
            return False
        paragraphs = self.letters.count("\n", before.last, telling.at)
        if not paragraphs:
            return True
        if channel == "speech" and self._asked(around):
            return False
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

    def _dated(self, around: Frame, telling: Telling) -> bool:
        """Tell whether a sentence begins with a day of its own: "In May, N said"."""
        a = self.phrases.last[around.begin - 1] if around.begin else 0
        return "D" in self.names.shape.letters[a : self.phrases.first[min(telling.source, telling.at)]]

    def _is_known(self, around: Frame) -> bool:
        """“told the press conference”: one that was told of before, where all may have spoken."""
        a, b = around.object
        return a < b and self.names.shape.words[self.phrases.first[a]] in self.words.known

    def _of_scene(self, scene: Scene) -> Manner:
        addressee = scene.addressee
        to = None if addressee is None else self._span(*addressee.phrases)
        return Manner(
            scene.channel,
            to,
            None if scene.place is None else self._of_tokens(scene.place),
            to if addressee is not None and addressee.outlet else None,
        )

    def _who(self, telling: Telling) -> object:
        """Whose quotes may go on with each other: an entity's, or those of sources of one last word."""
        if telling.entity is not None:
            return telling.entity
        if self.letters[telling.source] == "P" and self._who_last is not None:
            return self._who_last
        if telling.antecedent is not None:
            return self.names.shape.words[telling.antecedent.last - 1].lower()
        return self.names.shape.words[self.phrases.last[telling.source] - 1].lower()

    def _lemma(self, cue: int | None) -> str | None:
        if cue is None:
            return None
        word = self.names.shape.words[self.phrases.last[cue] - 1].lower()
        return self.language.lemmas.get(word, word)

    def _span(self, a: int, b: int) -> Span:
        """Return the span of a range of phrases, without what its last one is followed by: "the Times last week"."""
        first, last = self.phrases.first[a], self.phrases.last[b - 1]
        while last - first > 1 and self.names.shape.letters[last - 1] in "sjDR0-":
            last -= 1
        return self._of_tokens(Tokens(first, last))

    def _of_tokens(self, tokens: Tokens) -> Span:
        return Span(self.names.shape.starts[tokens.first], self.names.shape.ends[tokens.last - 1])


def _merged(own: Manner, earlier: Manner) -> Manner:
    return Manner(
        earlier.channel if own.channel in (None, "statement") else own.channel,
        own.addressee or earlier.addressee,
        own.place or earlier.place,
        own.reported_by or earlier.reported_by,
    )
