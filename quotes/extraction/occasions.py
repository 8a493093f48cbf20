"""The dated occasions that a text tells of: what was done, by whom, and on which day."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.edges import Edges
from quotes.extraction.entities import Entity
from quotes.extraction.text_days import TextDays
from quotes.extraction.ties import Ties, Told
from quotes.extraction.wording import Wording

_MANY: Final = 8  # days that are looked back at, so that no text makes this slow
_LEADING: Final = 3  # occasions that the lead may tell of
_MOST_SUBJECTS: Final = 4
_ASIDE: Final = re.compile(r"[if(].*[^&,]", re.DOTALL)  # what may follow a name: “of Velmora (the port)”
_LEAST: Final = 4  # phrases of a sentence


class Occasion(NamedTuple):
    """A sentence that says on which day something happened: its verb, and its subject where that is clear."""

    begin: int
    end: int
    subject: int | None
    verb: int
    day: DatePhrase


class Occasions:
    """The occasions of one document, each read when it is first asked for."""

    def __init__(
        self, anaphora: Anaphora, ties: Ties, wording: Wording, edges: Edges, days: TextDays
    ) -> None:
        self.anaphora, self.ties, self.wording, self.edges, self.days = anaphora, ties, wording, edges, days
        self.letters, self.words = wording.letters, wording.words
        self.paragraph = anaphora.clauses.paragraph
        self._read: dict[int, Occasion | None] = {}
        self._nouns: dict[int, frozenset[str]] = {}
        self._begins: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self._begun: list[Occasion] | None = None
        self._lead: DatePhrase | None = None

    def begin(self, token: int) -> int:
        """Return the first phrase of the sentence that a token stands in."""
        begin = self._begins.get(token)
        if begin is None:
            begin = self._begins[token] = self.edges.begin(bisect_right(self.wording.phrases.last, token))
        return begin

    def end(self, begin: int) -> int:
        """Return where the sentence ends that begins at a phrase."""
        end = self._ends.get(begin)
        if end is None:
            end = self._ends[begin] = self.edges.end(begin)
        return end

    def days_of(self, begin: int, end: int) -> list[DatePhrase]:
        """Return the days of a sentence."""
        return self.days.between(self.edges.first_token(begin), self.edges.last_token(end))

    def nouns(self, o: Occasion) -> frozenset[str]:
        """Return the last words of the noun phrases in the sentence of an occasion."""
        found = self._nouns.get(o.begin)
        if found is None:
            words = (self.wording.word(k) for k in range(o.begin, o.end) if self.letters[k] in "DBN")
            found = self._nouns[o.begin] = frozenset(words)
        return found

    def of_day(self, day: DatePhrase) -> Occasion | None:
        """Return the occasion that a day is told of, None where it is that of no verb."""
        if day.first not in self._read:
            self._read[day.first] = self._find(day)
        return self._read[day.first]

    def _find(self, day: DatePhrase) -> Occasion | None:
        k = bisect_right(self.wording.phrases.last, day.first)
        begin = self.begin(day.first)
        end = self.end(begin)
        verb = self.ties.event(day, begin, end, inner=self._is_at_head(begin) and day is self.lead_day())
        if verb is None:
            return None
        subject = self._subject(verb, begin)
        at_front = self.letters[k : k + 2] == ",N" and day.first == self.edges.first_token(begin)
        if at_front and (subject is None or _ASIDE.fullmatch(self.letters, k + 2, subject)):
            subject = k + 1  # “On Monday, N …”, whatever stands between that and its verb
        if subject is None or subject == begin or self.letters[subject - 1] not in "VGkw":
            return Occasion(begin, end, subject, verb, day)
        where = self.letters[subject - 2] == "," and self.wording.word(subject - 1) in self.words.where
        return Occasion(subject - 1, end, subject, verb, day) if where else None

    def lead_day(self) -> DatePhrase | None:
        """Return the first day that the lead tells."""
        self.first()
        return self._lead

    def first(self) -> list[Occasion]:
        """Return the first occasions of the text."""
        if self._begun is None:
            days = self.days.leading(_MANY)
            self._begun, self._lead = [], self._find_lead(days)
            self._begun += filter(None, map(self.of_day, days))
        return self._begun

    def _is_at_head(self, begin: int) -> bool:
        """Tell whether a sentence is the first or the second of the text."""
        return self.letters.find(".", 0, max(0, begin - 1)) < 0

    def _find_lead(self, days: list[DatePhrase]) -> DatePhrase | None:
        """Return the first day of the text, if it is in its first sentences."""
        for day in days:
            begin = self.begin(day.first)
            if not self._is_at_head(begin):
                return None
            if day.when.precision == "day" and self.edges.end(begin) - begin >= _LEAST:
                return day
        return None

    def _subject(self, verb: int, begin: int) -> int | None:
        if self.letters[verb] == "A":
            return verb + 1 if self.letters[verb + 1 : verb + 2] in ("N", "D", "B") else None
        subjects = self.anaphora.subjects
        last = bisect_left(subjects, verb)
        first = max(bisect_left(subjects, begin), last - _MOST_SUBJECTS)
        return next((k for k in subjects[first:last] if self.ties.main_verb(k, verb + 1) == verb), None)

    def before(self, told: Told) -> Iterator[Occasion]:
        """Yield the last occasions before a quote, the nearest first."""
        token = self.edges.first_token(min(told.begin, told.at))
        return filter(None, map(self.of_day, islice(self.days.before(token), _MANY)))

    def leading(self, told: Told) -> list[Occasion]:
        """Return the occasions of the lead that are before a quote, the last first."""
        begin = min(told.begin, told.at)
        return [o for o in reversed(self.first()[:_LEADING]) if o.begin < begin and self.is_lead(o)]

    def told_before(self, told: Told) -> Iterator[Occasion]:
        """Yield the last occasions before a quote, the nearest first, and then those of the lead."""
        return chain(self.before(told), self.leading(told))

    def is_lead(self, o: Occasion) -> bool:
        """Tell whether an occasion is told of in the first paragraph that tells of any."""
        first = self.first()
        if not first or o.day.when.precision != "day":
            return False
        return self.paragraph(o.begin) == self.paragraph(first[0].begin)

    def is_same(self, entity: Entity | None, source: int, o: Occasion) -> bool:
        """Tell whether the speaker of a quote is the subject of an occasion, or one of several."""
        if o.subject is None:
            return False
        known = self.anaphora.known(o.subject)  # no pronoun is resolved for this alone: that is slow
        if entity is not None and known is not None and known.entity is entity:
            return True
        words = self.subject_words(o.begin, o.subject)
        if entity is not None and any(w[-1] == "s" and w[:-1] in entity.roles for w in words):
            return True  # “the ministers” met, and one of them speaks
        return self.letters[source] in "DB" and self.wording.word(source) in words

    def subject_words(self, begin: int, subject: int) -> list[str]:
        """Return the words of a subject, with those that “and” joins to it."""
        first = subject
        while first - 2 >= begin and self.letters[first - 1] == "&":
            first -= 2
        phrases = self.wording.phrases
        return [w.lower() for w in self.wording.shape.words[phrases.first[first] : phrases.last[subject]]]

    def is_publication(self, o: Occasion) -> bool:
        """Tell whether it was then that something written came out: “a study published on Monday”."""
        place = bisect_right(self.wording.phrases.last, o.day.first)
        for k in range(place - 1, o.begin, -1):
            if self.letters[k] in "VvW":
                issued = self.wording.word(k) in self.words.issuing
                return issued and self.letters[k - 1] in "DB" and self.wording.is_spoken(k - 1)
        return False

    def has_said(self, o: Occasion) -> bool:
        """Tell whether somebody is told to have said something."""
        return self.letters[o.verb] in "VA" and self.wording.lemma(o.verb) not in self.words.acting

    def is_act(self, o: Occasion) -> bool:
        """Tell whether one speaks or writes in doing so."""
        return self.has_said(o) or self.wording.lemma(o.verb) in self.words.speaking

    def has_spoken(self, o: Occasion) -> bool:
        """Tell whether it was at something that one speaks at."""
        return any(
            self.letters[k] in "DB" and self.wording.is_spoken(k) and self.wording.is_at(k)
            for k in range(o.begin, o.end)
        )
