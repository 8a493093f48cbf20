"""The dated occasions that a text tells of, and which of them a quote was said at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.mentions import Entity
from quotes.extraction.ties import Ties, Told

_NEAR = 2
_MANY = 12  # occasions that are looked back at, so that no text makes this slow
_STEM = 4  # letters that a noun and its verb share: signing, signed


class Occasion(NamedTuple):
    """A sentence that says on which day something happened: its verb, and its subject where that is clear."""

    begin: int
    end: int
    subject: int | None
    verb: int
    day: DatePhrase


class Occasions:
    """The occasions of one document, in the order of the text."""

    def __init__(self, anaphora: Anaphora, ties: Ties) -> None:
        self.anaphora, self.ties = anaphora, ties
        self.letters, self.phrases = anaphora.letters, anaphora.names.phrases
        self.shape, self.words = anaphora.shape, anaphora.language.dates
        self.paragraph = anaphora.clauses.paragraph
        self.found: list[Occasion] = []
        self.lead: DatePhrase | None = None
        self._nouns: dict[int, frozenset[str]] = {}

    def read(self, days: Sequence[DatePhrase], sentences: Iterator[tuple[int, int]]) -> None:
        """Take in the occasions of all days, each of which stands in the sentence beside it."""
        for day, (begin, end) in zip(days, sentences, strict=True):
            if self.lead is None and day.when.precision == "day" and "." not in self.letters[:begin][:-1] and end - begin > 3:
                self.lead = day
            verb = self.ties.event(day, begin, end, lead=day is self.lead)
            if verb is None:
                continue
            subject = self._subject(verb, begin)
            if subject is None or subject == begin or self.letters[subject - 1] not in "VGkw":
                self.found.append(Occasion(begin, end, subject, verb, day))

    def _subject(self, verb: int, begin: int) -> int | None:
        subjects = self.anaphora.subjects
        for k in subjects[max(bisect_left(subjects, begin), bisect_left(subjects, verb) - 4) : bisect_left(subjects, verb)]:
            if self.ties.main_verb(k, verb + 1) == verb:
                return k
        return None

    def before(self, told: Told) -> list[tuple[Occasion, bool]]:
        """Return the last occasions before a quote, the nearest first, and whether each is of the lead."""
        end = bisect_left(self.found, min(told.begin, told.at), key=lambda o: o.begin)
        lead = self.paragraph(self.found[0].begin) if self.found else -1
        last = self.found[max(0, end - _MANY) : end]
        first = [o for o in self.found[:3] if o.begin < min(told.begin, told.at) and self.paragraph(o.begin) == lead]
        leading = [(o, True) for o in first if o.day.when.precision == "day"]
        return [(o, self.paragraph(o.begin) == lead) for o in reversed(last)] + leading

    def spoken_at(self, told: Told, *, first: bool) -> DatePhrase | None:
        """Return the day of an occasion that a quote's own sentence names as known: “at the meeting”."""
        named = list(self._named(told))
        if not named:
            return None
        before = self.before(told)
        for o, _ in before:
            if any(noun in self.nouns(o) for noun in named):
                return o.day
        for o, _ in before:
            if any(self._is_of(noun, o) for noun in named):
                return o.day
        if not first or self._is_other(told):
            return None
        if any(self.ties.is_over(k) for k in range(told.begin, told.end)):
            return self.lead if before or not self.found else None
        if self.ties.is_known(told.source) and self.ties.is_spoken(told.source):
            return next((o.day for o, lead in before if lead and self._is_act(o)), None)
        return None

    def spoken_by(self, entity: Entity | None, told: Told) -> DatePhrase | None:
        """Return the day of an occasion at which the speaker of a quote is said to have spoken."""
        here = self.paragraph(told.at)
        for o, lead in self.before(told):
            near = here - self.paragraph(o.begin) <= _NEAR
            if not near or o.subject is None or not self._is_same(entity, told.source, o.subject):
                continue
            if not near and not self.words.own.isdisjoint(self.nouns(o)):
                continue
            if self._is_act(o) or self._has_spoken(o):
                return o.day
        return None

    def just_before(self, entity: Entity | None, told: Told, after: int) -> DatePhrase | None:
        """Return the day on which a body, or the speaker among others, has spoken earlier in the paragraph."""
        here = self.paragraph(told.begin)
        for o, _ in self.before(told)[:1]:
            if self.letters[told.cue] != "V" or self.paragraph(o.begin) != here or o.begin <= after or self.paragraph(told.at) != here:
                return None
            if not (self._has_said(o) or self._has_spoken(o)):
                return None
            named = {self.anaphora.names.of_phrase.get(k) for k in range(o.begin, o.verb)} - {None}
            if (entity in named and entity is not None) or (named and not any(e.kind == "person" for e in named if e)):
                return o.day
        return None

    def _is_same(self, entity: Entity | None, source: int, subject: int) -> bool:
        if entity is not None and self.anaphora.entity(subject) is entity:
            return True
        first, last = self.phrases.first[subject], self.phrases.last[subject]
        words = [w.lower() for w in self.shape.words[first:last]]
        if entity is not None and any(w[-1] == "s" and w[:-1] in entity.roles for w in words):
            return True  # “the ministers” met, and one of them speaks
        return self.letters[source] in "DB" and self.ties.word(source) in words

    def _is_act(self, o: Occasion) -> bool:
        """Tell whether one speaks or writes in doing so."""
        return self._has_said(o) or self.ties.lemma(o.verb) in self.words.speaking

    def _has_said(self, o: Occasion) -> bool:
        return self.letters[o.verb] == "V" and self.ties.lemma(o.verb) not in self.words.acting

    def _has_spoken(self, o: Occasion) -> bool:
        return any(self.letters[k] in "DB" and self.ties.is_spoken(k) and self.ties.is_at(k) for k in range(o.begin, o.end))

    def _named(self, told: Told) -> Iterator[str]:
        """Yield what the sentence of a quote speaks of as known: “the statement”, “after the run”."""
        for k in range(told.begin, told.end):
            if self.letters[k] in "DBN" and self.ties.is_known(k) and self._is_frame(k, told):
                yield self.ties.word(k)
            elif self.letters[k] in "Gg" and self.ties.is_act_known(k):
                yield self.ties.word(k)

    def _is_other(self, told: Told) -> bool:
        """Tell whether a quote was said at another occasion than one told of: “at a meeting”."""
        return any(
            self.letters[k] in "DB" and self.ties.is_at(k) and self.ties.is_new(k) and self.ties.is_spoken(k)
            for k in range(told.begin, told.end)
        )

    def _is_frame(self, k: int, told: Told) -> bool:
        spoken = self.ties.is_spoken(k)
        if k == told.source:
            return spoken
        if k == told.cue + 1 and self.ties.lemma(told.cue) in self.words.telling:
            return self.letters[k] in "DB" and self.ties.word(k) in self.words.occasions
        return self.ties.is_over(k - 1) or (spoken and self.ties.is_at(k))

    def nouns(self, o: Occasion) -> frozenset[str]:
        """Return the last words of the phrases in the sentence of an occasion."""
        found = self._nouns.get(o.begin)
        if found is None:
            words = (self.ties.word(k) for k in range(o.begin, o.end) if self.letters[k] in "DBN")
            found = self._nouns[o.begin] = frozenset(words)
        return found

    def _is_of(self, noun: str, o: Occasion) -> bool:
        return self.ties.word(o.verb)[:_STEM] == noun[:_STEM]
