"""The dated occasions that a text tells of, and which of them a quote was said at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.mentions import Entity
from quotes.extraction.ties import Ties, Told

_NEAR = 2  # paragraphs in which whoever spoke goes on to speak of it
_MANY = 12  # occasions that are looked back at, so that no text makes this slow


class Occasion(NamedTuple):
    """A sentence that says on which day somebody did something."""

    begin: int
    end: int
    subject: int
    verb: int
    day: DatePhrase


class Occasions:
    """Finds the occasions of one document; each sentence is read once."""

    def __init__(self, anaphora: Anaphora, ties: Ties) -> None:
        self.anaphora, self.ties = anaphora, ties
        self.letters, self.phrases = anaphora.letters, anaphora.names.phrases
        self.shape, self.words = anaphora.shape, anaphora.language.dates
        self.found: list[Occasion] = []

    def read(self, days: list[DatePhrase], sentence: Iterator[tuple[int, int]]) -> None:
        """Take in the occasions of all days of the text."""
        for day, (begin, end) in zip(days, sentence, strict=True):
            subjects = self.anaphora.subjects
            for subject in subjects[bisect_left(subjects, begin) : bisect_left(subjects, end)][:4]:
                verb = self.ties.main_verb(subject, end)
                if verb is None or self.anaphora.clauses.role(subject) != "M":
                    continue
                told = Told(begin, end, subject, verb, end, end)
                if self.ties.tied(day, told):
                    self.found.append(Occasion(begin, end, subject, verb, day))
                    break

    def of(self, entity: Entity | None, told: Told, lead: int, anew: bool, days) -> DatePhrase | None:
        """Return the day of the occasion at which a quote was said."""
        paragraph = self.anaphora.clauses.paragraph
        here = paragraph(told.at)
        nouns = set(self._definite(told))
        before = [o for o in self.found if o.end <= min(told.begin, told.at)]
        leading = [o for o in before[:4] if paragraph(o.subject) == lead]
        for o in (*reversed(before[-_MANY:]), *leading):
            near = here - paragraph(o.subject) <= _NEAR
            first = paragraph(o.subject) == lead
            if not (near or first):
                continue
            if nouns and not nouns.isdisjoint(self._nouns(o)):
                return o.day
            if anew or entity is None or self.anaphora.entity(o.subject) is not entity:
                continue
            if not near and not self.words.own.isdisjoint(self._nouns(o)):
                continue
            if any(day is not o.day for day in days):
                continue
            if self.letters[o.verb] == "V" or self.ties.lemma(o.verb) in self.words.speaking:
                return o.day
        return None

    def _definite(self, told: Told) -> Iterator[str]:
        """Yield what the sentence of a quote speaks of as known: “the statement”."""
        for k in range(told.begin, told.end):
            if self.letters[k] in "DB" and self.ties.is_spoken(k):
                if self.shape.words[self.phrases.first[k]].lower() in self.words.definite and self._is_frame(k, told):
                    yield self.ties.word(k)

    def _is_frame(self, k, told):
        if k == told.source:
            return True
        if k == told.cue + 1 and self.ties.lemma(told.cue) in self.words.telling:
            return True
        return self.letters[k - 1] in "ikA" and self.ties.word(k - 1) in self.words.at | self.words.after

    def _nouns(self, o: Occasion) -> Iterator[str]:
        return (self.ties.word(k) for k in range(o.begin, o.end) if self.letters[k] in "DB")
