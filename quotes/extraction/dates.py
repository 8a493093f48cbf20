"""When a quote was said: the day that its sentence, or one it goes on with, ties to the saying."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.edges import Edges
from quotes.extraction.entities import Entity
from quotes.extraction.occasions import Occasions
from quotes.extraction.own_words import OwnWords
from quotes.extraction.telling import Telling
from quotes.extraction.text_days import TextDays
from quotes.extraction.ties import Ties, Told
from quotes.extraction.venues import Venues
from quotes.extraction.wording import Wording
from quotes.types import DateBasis, SaidOn, Span

_REACH: Final = 120  # phrases of a paragraph that are looked through, so that no text makes this slow
_MANY: Final = 8  # days of a sentence that are weighed
_LONGEST: Final = 400  # tokens
_NEAR: Final = 2  # paragraphs in which whoever spoke goes on to speak of it
_GAP: Final = 3  # paragraphs over which a speaker goes on
_JOINED: Final = re.compile("[WvV]i[ND]")
_PRESENT: Final = frozenset("3b")
_AUXILIARIES: Final = frozenset("aHe")
_RANK: Final = {"day": 0, "month": 1, "year": 2}


class _Quote(NamedTuple):
    """A quote that was asked for: how and where it is told, and on which day it was said."""

    telling: Telling
    told: Told
    day: DatePhrase | None


class Dates:
    """The days of one document's quotes, which are asked for in the order of the text."""

    def __init__(self, anaphora: Anaphora, text: str, published_on: date | None) -> None:
        self.anaphora = anaphora
        self.shape, self.letters = anaphora.shape, anaphora.letters
        self.phrases, self.words = anaphora.names.phrases, anaphora.language.dates
        self.days = TextDays(self.shape, self.words, published_on)
        self.wording, self.edges = Wording(anaphora.names), Edges(anaphora)
        self.ties = Ties(anaphora, self.wording)
        occasions = Occasions(anaphora, self.ties, self.wording, self.edges, self.days)
        self.venues, self.own_words = Venues(occasions), OwnWords(text, occasions)
        self._paragraph = anaphora.clauses.paragraph
        self._last: _Quote | None = None
        self._last_of: dict[Entity | str, _Quote] = {}

    def of(self, telling: Telling) -> SaidOn | None:
        """Return when a quote was said, None where the text does not settle it."""
        if not self.days.heads:
            return None
        told = self._told(telling)
        speaker = telling.entity or self.wording.word(telling.source)
        day, basis = self._day(telling, told, self._last_of.get(speaker))
        self._last = self._last_of[speaker] = _Quote(telling, told, day)
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
            day = self._with_others(telling, told, before)
        if day is not None:
            return day, "words"
        day = self._continued(telling, told, before)
        if day is not None:
            return day, "continues"
        if within >= 0:
            day = self.venues.said_at(told, first=before is None)
        if day is None and head >= floor and self.letters[told.cue] != "A":
            day = self._spoken(telling, told, before, floor)
        if day is None and head >= 0:
            day = self.own_words.day(telling, told)
        if day is None:
            day = self.venues.told_after(telling.entity, told)
        return day, "words"

    def _with_others(self, telling: Telling, told: Told, before: _Quote | None) -> DatePhrase | None:
        """Return the day on which a body, or several of whom the speaker is one, spoke just before."""
        o = self.venues.said_with(telling.entity, told, -1 if before is None else before.telling.last)
        if o is None or self.venues.names(telling.entity, o.begin, o.verb):
            return None if o is None else o.day
        return None if self._is_with_another(told, before) else o.day  # it spoke, and N “told the Herald”

    def _spoken(self, telling: Telling, told: Told, before: _Quote | None, floor: int) -> DatePhrase | None:
        """Return the day on which the speaker of a quote is told to have spoken, if it goes on with that."""
        if before is not None and before.day is None and self._has_hearer(before.told):
            floor = max(floor, before.told.tokens[0])  # it may go on with that one instead
        day = self.venues.said_by(telling.entity, told, floor)
        if day is None or self._is_dated(told, day) or self._is_anew(told, before):
            return None
        # “claims”, paragraphs behind “said on Monday”, is what somebody says at all times.
        return None if self._is_present(told) and day.first < self._paragraph_first(told) else day

    def _is_dated(self, told: Told, day: DatePhrase) -> bool:
        """Tell whether a quote's paragraph, or the head of one before it, tells of another day since one."""
        first, last = self._paragraph_first(told), self.edges.last_token(max(told.at, told.end))
        if any(other is not day for other in self.days.between(first, last)):
            return True
        since = self.days.between(day.last, told.tokens[0])
        return any(self._is_at_head(other) and other.when != day.when for other in since[-_MANY:])

    def _is_at_head(self, day: DatePhrase) -> bool:
        """Tell whether a day begins a paragraph, which goes on with that day."""
        return self.shape.letters[day.first - 1 : day.first] == "\n"

    def _paragraph_first(self, told: Told) -> int:
        """Return the first token of the paragraph that a quote stands in, or of that part which is read."""
        return self.edges.first_token(self.letters.rfind("\n", max(0, told.at - _REACH), told.at) + 1)

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
        cue = self.phrases.first[told.cue]
        behind = self.ties.said_behind(told)
        if behind is not None:
            own = next((day for day in near if day.first >= self.phrases.last[behind]), None)
            if own is not None:
                return own
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
        if (
            other
            and self._gap(telling, last) <= 1
            and (self._answers(told) or self._is_joined(telling, last))
        ):
            return last.day
        if before is None or before.day is None:
            return None
        if telling.source == before.telling.source and told.begin == before.told.begin:
            return before.day
        gap = self._gap(telling, before)
        if gap > _GAP or (gap and self._is_present(told) and not self._is_present(before.told)):
            return None
        return None if self._is_anew(told, before) else before.day

    def _is_present(self, told: Told) -> bool:
        """Tell whether a quote is told in the present: “claims”."""
        verb = self.shape.letters[self.phrases.first[told.cue] : self.phrases.last[told.cue]]
        return self.letters[told.cue] == "V" and verb[-1] in _PRESENT and _AUXILIARIES.isdisjoint(verb)

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

    def _is_joined(self, telling: Telling, last: _Quote) -> bool:
        """Tell whether a speaker is told to have been with the last one: “She was joined by N”."""
        begin, end = max(last.telling.last, last.told.source), min(telling.at, telling.source)
        for m in _JOINED.finditer(self.letters, begin, end):
            joined = self.wording.word(m.start()) in self.words.joining
            if joined and self.anaphora.names.of_phrase.get(m.end() - 1, self) is telling.entity:
                return True
        return False

    def _is_anew(self, told: Told, before: _Quote | None) -> bool:
        """Tell whether a quote was said at another time than the one before: “later”, “in an interview”."""
        first, last = told.tokens
        words = self.shape.words[first : min(last, first + _LONGEST)]
        if not self.words.again.isdisjoint(map(str.lower, words)):
            return True
        return self._is_with_another(told, before)

    def _is_with_another(self, told: Told, before: _Quote | None) -> bool:
        """Tell whether a quote was said on an occasion of its own: “in an interview”, “told the Herald”."""
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
        return k == told.cue + 1 and self._has_hearer(told)

    def _has_hearer(self, told: Told) -> bool:
        """Tell whether somebody with a name was told: “told the Herald”."""
        k = told.cue + 1
        told_to = self.letters[k : k + 1] == "N" and self.wording.lemma(told.cue) in self.words.telling
        entity = self.anaphora.names.of_phrase.get(k) if told_to else None
        return entity is not None and entity.kind != "government"
