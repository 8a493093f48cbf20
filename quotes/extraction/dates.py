"""When a quote was said: the day that its sentence, or one it goes on with, ties to the saying."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.edges import Edges
from quotes.extraction.mentions import Entity
from quotes.extraction.occasions import Occasions
from quotes.extraction.telling import Telling
from quotes.extraction.text_days import TextDays
from quotes.extraction.ties import Ties, Told
from quotes.extraction.wording import Wording
from quotes.types import DateBasis, SaidOn, Span

_REACH = 120  # phrases of a paragraph that are looked through, so that no text makes this slow
_MANY = 8  # days of a sentence that are weighed
_LONGEST = 400  # tokens
_NEAR = 2  # paragraphs in which whoever spoke goes on to speak of it
_GAP = 3  # paragraphs over which a speaker goes on
_RANK = {"day": 0, "month": 1, "year": 2}


class _Quote(NamedTuple):
    """A quote that was asked for: how it is told, where that begins, and on which day it was said."""

    telling: Telling
    begin: int
    day: DatePhrase | None


class Dates:
    """The days of one document's quotes, which are asked for in the order of the text."""

    def __init__(self, anaphora: Anaphora, published_on: date | None) -> None:
        self.anaphora = anaphora
        self.shape, self.letters = anaphora.shape, anaphora.letters
        self.words = anaphora.language.dates
        self.days = TextDays(self.shape, self.words, published_on)
        self.wording, self.edges = Wording(anaphora.names), Edges(anaphora)
        self.ties = Ties(anaphora, self.wording)
        self.occasions = Occasions(anaphora, self.ties, self.wording, self.edges, self.days)
        self._paragraph = anaphora.clauses.paragraph
        self._last: _Quote | None = None
        self._last_of: dict[Entity | str, _Quote] = {}

    def of(self, telling: Telling) -> SaidOn | None:
        """Return when a quote was said, None where the text does not settle it."""
        told = self._told(telling)
        speaker = telling.entity or self.wording.word(telling.source)
        day, basis = self._day(telling, told, self._last_of.get(speaker))
        self._last = self._last_of[speaker] = _Quote(telling, told.begin, day)
        if day is None:
            return None
        words = Span(self.shape.starts[day.first], self.shape.ends[day.last - 1])
        return SaidOn(day.when.day, day.when.precision, basis, words)

    def _day(
        self, telling: Telling, told: Told, before: _Quote | None
    ) -> tuple[DatePhrase | None, DateBasis]:
        """Return the day and its basis: of the sentence, of what it goes on with, of an occasion told of."""
        first, last = told.tokens
        # Where a day may stand: the last place in the sentence or before it, and the last before it.
        within = self.days.last_head(last)
        head = within if within < first else self.days.last_head(first)
        day = None if within < first else self._own(told)
        floor = self.edges.paragraph(self._paragraph(told.at) - _NEAR)
        if day is None and head >= floor:
            after = -1 if before is None else before.telling.last
            day = self.occasions.said_with(telling.entity, told, after)
        if day is not None:
            return day, "words"
        day = self._continued(telling, told, before)
        if day is not None:
            return day, "continues"
        if within >= 0:
            day = self.occasions.said_at(told, first=before is None)
        if day is None and head >= floor and self.letters[told.cue] != "A":
            day = self.occasions.said_by(telling.entity, told, floor)
            if day is not None and (self._is_dated(told, day) or self._is_anew(told, before)):
                day = None
        return day, "words"

    def _is_dated(self, told: Told, day: DatePhrase) -> bool:
        """Tell whether a quote's paragraph tells of another day than one that is told of before."""
        paragraph = self.letters.rfind("\n", max(0, told.at - _REACH), told.at) + 1
        return any(other is not day for other in self._between(paragraph, max(told.at, told.end)))

    def _between(self, begin: int, end: int) -> list[DatePhrase]:
        """Return the days that stand between two phrases."""
        return self.days.between(self.edges.first_token(begin), self.edges.last_token(end))

    def _told(self, telling: Telling) -> Told:
        """Return where a quote is told: the sentence of its verb and its source, and of its words if one."""
        source, at = telling.source, telling.at
        cue = source if telling.cue is None else telling.cue
        first, last = (source, cue) if source < cue else (cue, source)
        behind = telling.last if at > last else last
        end_of_words = telling.last if telling.last < first or first < at else at
        begin, end = self.edges.begin(first if first < at else at), self.edges.end(behind)
        tokens = self.edges.first_token(begin), self.edges.last_token(end)
        return Told(begin, end, source, cue, at, end_of_words, tokens)

    def _own(self, told: Told) -> DatePhrase | None:
        """Return the day that a sentence ties to the saying; of several the most exact, then the nearest."""
        near = self.days.between(*told.tokens)
        if not near:
            return None
        cue = self.anaphora.names.phrases.first[told.cue]
        near.sort(key=lambda day: abs(day.first - cue))
        tied = (day for day in near[:_MANY] if self.ties.tied(day, told))
        return min(tied, key=lambda day: _RANK[day.when.precision], default=None)

    def _continued(self, telling: Telling, told: Told, before: _Quote | None) -> DatePhrase | None:
        """Return the day of the quote that this one goes on with or answers.

        `before` is the last one of the same speaker.
        """
        last = self._last
        if last is None:
            return None
        other = last is not before and last.day is not None
        if other and self._gap(telling, last) <= 1 and self._answers(told):
            return last.day
        if before is None or before.day is None:
            return None
        if telling.source == before.telling.source and told.begin == before.begin:
            return before.day
        apart = self._gap(telling, before) > _GAP or self._is_anew(told, before)
        return None if apart else before.day

    def _gap(self, telling: Telling, before: _Quote) -> int:
        """Count the paragraphs between two quotes."""
        return self._paragraph(telling.at) - self._paragraph(before.telling.last)

    def _answers(self, told: Told) -> bool:
        """Tell whether a quote is told as an answer to the one before or beside it."""
        begin, letters = told.begin, self.letters
        if letters[told.source] == "N" and self.wording.lemma(told.cue) in self.words.adding:
            return True
        if letters[begin : begin + 2] == "iD" and self.wording.word(begin + 1) in self.words.answers:
            return True
        for k in range(begin, min(told.end, len(letters) - 1)):
            if self.wording.word(k) in self.words.beside:  # “beside him”, “beside her”
                return letters[k + 1] in "OP" or self.wording.word(k + 1) in self.words.definite
        return False

    def _is_anew(self, told: Told, before: _Quote | None) -> bool:
        """Tell whether a quote was said at another time than the one before: “later”, “in an interview”."""
        first, last = told.tokens
        words = self.shape.words[first : min(last, first + _LONGEST)]
        if not self.words.again.isdisjoint(map(str.lower, words)):
            return True
        return any(self._is_apart(k, told, again=before is not None) for k in range(told.begin, told.end))

    def _is_apart(self, k: int, told: Told, *, again: bool) -> bool:
        """Tell whether a phrase names an occasion of its own: an interview, a paper that was told."""
        letter = self.letters[k]
        if letter in "DB":
            own = k != told.source and self.wording.word(k) in self.words.own
            return own and self.wording.is_new(k)
        if letter in "kG" and k + 2 < len(self.letters):
            over = again and self.wording.is_over(k) and self.wording.is_spoken(k + 1)
            to = self.letters[k + 1 : k + 3] == "iN" and self.wording.word(k + 1) in self.words.to
            return over or (letter == "G" and to and self.wording.lemma(k) in self.words.speaking)
        told_to = letter == "N" and k == told.cue + 1 and self.wording.lemma(told.cue) in self.words.telling
        entity = self.anaphora.names.of_phrase.get(k) if told_to else None
        return entity is not None and entity.kind != "government"
