"""The dated occasions that a text tells of, and which of them a quote was said at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.edges import Edges
from quotes.extraction.mentions import Entity
from quotes.extraction.ties import Ties, Told
from quotes.extraction.wording import Wording

_NEAR = 2  # paragraphs in which whoever spoke goes on to speak of it
_MANY = 20  # days that are looked back at, so that no text makes this slow
_LEADING = 6  # days that the lead may tell of
_SUBJECTS = 4
_LEAST = 4  # phrases of a sentence
_PLACED = re.compile("[DBN](?<=[ikAGg].)|[Gg]")  # what stands behind a preposition, and verbs
_STEM = 4  # letters that a noun and its verb share: signing, signed


class Occasion(NamedTuple):
    """A sentence that says on which day something happened: its verb, and its subject where that is clear."""

    begin: int
    end: int
    subject: int | None
    verb: int
    day: DatePhrase


class Occasions:
    """The occasions of one document, by its days in order; each is read when first asked for."""

    def __init__(self, anaphora: Anaphora, ties: Ties, wording: Wording, days: list[DatePhrase]) -> None:
        self.anaphora, self.ties, self.wording = anaphora, ties, wording
        self.letters, self.words, self.edges = wording.letters, wording.words, Edges(anaphora)
        self.paragraph = anaphora.clauses.paragraph
        self.days, self._starts = days, [day.first for day in days]
        self._read: dict[int, Occasion | None] = {}
        self._nouns: dict[int, frozenset[str]] = {}
        self.lead = self._find_lead()

    def said_at(self, told: Told, *, first: bool) -> DatePhrase | None:
        """Return the day of an occasion that a quote's own sentence names as known: “at the meeting”.

        What none is told of is, for the `first` quote of its speaker, that of the lead: “after the run”.
        """
        named = list(self._named(told))
        if not named:
            return None
        before = [*self._before(told), *self._leading(told)]
        for o in before:
            if not self.nouns(o).isdisjoint(named):
                return o.day
        for o in before:
            if any(self.wording.word(o.verb)[:_STEM] == noun[:_STEM] for noun in named):
                return o.day
        if not first or self._is_new(told):
            return None
        if any(map(self.wording.is_over, range(told.begin, told.end))):
            return self.lead if before or self._first() is None else None
        if self.wording.is_known(told.source) and self.wording.is_spoken(told.source):
            return next((o.day for o in reversed(before) if self._is_lead(o) and self._is_act(o)), None)
        return None

    def said_by(self, entity: Entity | None, told: Told) -> DatePhrase | None:
        """Return the day of a near occasion at which the speaker of a quote is told to have spoken."""
        for o in self._before(told, self.edges.paragraph(told.at, _NEAR)):
            if o.subject is None:
                continue
            if self._is_same(entity, told.source, o) and (self._is_act(o) or self._has_spoken(o)):
                return o.day
        return None

    def said_with(self, entity: Entity | None, told: Told, after: int) -> DatePhrase | None:
        """Return the day on which a body, or several of whom the speaker is one, spoke just before.

        That is in the same paragraph and behind the phrase `after`.
        """
        if self.letters[told.cue] != "V" or self.paragraph(told.begin) != self.paragraph(told.at):
            return None
        o = next(self._before(told, self.edges.paragraph(told.at)), None)
        if o is None or o.begin <= after or not (self._has_said(o) or self._has_spoken(o)):
            return None
        of_phrase = self.anaphora.names.of_phrase
        named = [of_phrase[k] for k in range(o.begin, o.verb) if k in of_phrase]
        bodies = all(e.kind != "person" for e in named) if named else self._is_body(o.subject)
        return o.day if bodies or entity in named else None

    def between(self, begin: int, end: int) -> list[DatePhrase]:
        """Return the days that stand between two phrases."""
        n = self.count_before(begin)
        if n == len(self._starts) or self._starts[n] >= (last := self.edges.last_token(end)):
            return []
        return self.days[n : bisect_left(self._starts, last, n)]

    def _is_body(self, subject: int | None) -> bool:
        language = self.wording.language
        word = "" if subject is None else self.wording.word(subject)
        return word in language.body_nouns or word in language.state_bodies

    def nouns(self, o: Occasion) -> frozenset[str]:
        """Return the last words of the noun phrases in the sentence of an occasion."""
        found = self._nouns.get(o.begin)
        if found is None:
            words = (self.wording.word(k) for k in range(o.begin, o.end) if self.letters[k] in "DBN")
            found = self._nouns[o.begin] = frozenset(words)
        return found

    def _at(self, n: int) -> Occasion | None:
        """Return the occasion of the n-th day."""
        if n not in self._read:
            self._read[n] = self._find(self.days[n])
        return self._read[n]

    def _find(self, day: DatePhrase) -> Occasion | None:
        k = bisect_right(self.wording.phrases.last, day.first)
        begin, end = self.edges.begin(k), self.edges.end(k)
        verb = self.ties.event(day, begin, end, inner=day is self.lead)
        if verb is None:
            return None
        subject = self._subject(verb, begin)
        if subject is None or subject == begin or self.letters[subject - 1] not in "VGkw":
            return Occasion(begin, end, subject, verb, day)
        return None

    def _find_lead(self) -> DatePhrase | None:
        """Return the first day of the text, if it is in its first sentences."""
        for day in self.days:
            k = bisect_right(self.wording.phrases.last, day.first)
            begin = self.edges.begin(k)
            if self.letters.find(".", 0, max(0, begin - 1)) >= 0:
                return None
            if day.when.precision == "day" and self.edges.end(k) - begin >= _LEAST:
                return day
        return None

    def _subject(self, verb: int, begin: int) -> int | None:
        subjects = self.anaphora.subjects
        last = bisect_left(subjects, verb)
        first = max(bisect_left(subjects, begin), last - _SUBJECTS)
        return next((k for k in subjects[first:last] if self.ties.main_verb(k, verb + 1) == verb), None)

    def count_before(self, k: int) -> int:
        """Count the days before the k-th phrase and what it begins."""
        return bisect_left(self._starts, self.edges.first_token(k))

    def _before(self, told: Told, begin: int = 0) -> Iterator[Occasion]:
        """Yield the last occasions before a quote, the nearest first, from the phrase `begin` on."""
        n = told.days
        floor = max(0, n - _MANY)
        first = self.edges.first_token(begin)
        while n > floor and self._starts[n - 1] >= first:
            n -= 1
            o = self._at(n)
            if o is not None:
                yield o

    def _first(self) -> Occasion | None:
        """Return the first occasion of the text."""
        return next(filter(None, map(self._at, range(min(_MANY, len(self.days))))), None)

    def _leading(self, told: Told) -> list[Occasion]:
        """Return the occasions of the lead that are before a quote, the nearest first."""
        last = min(told.days, _LEADING)
        return [o for n in reversed(range(last)) if (o := self._at(n)) is not None and self._is_lead(o)]

    def _is_lead(self, o: Occasion) -> bool:
        first = self._first()
        if first is None or o.day.when.precision != "day":
            return False
        return self.paragraph(o.begin) == self.paragraph(first.begin)

    def _is_same(self, entity: Entity | None, source: int, o: Occasion) -> bool:
        """Tell whether the speaker of a quote is the subject of an occasion, or one of several."""
        if o.subject is None:
            return False
        if entity is not None and self.anaphora.entity(o.subject) is entity:
            return True
        words = self._subject_words(o.begin, o.subject)
        if entity is not None and any(w[-1] == "s" and w[:-1] in entity.roles for w in words):
            return True  # “the ministers” met, and one of them speaks
        return self.letters[source] in "DB" and self.wording.word(source) in words

    def _subject_words(self, begin: int, subject: int) -> list[str]:
        """Return the words of a subject, with those that “and” joins to it."""
        first = subject
        while first - 2 >= begin and self.letters[first - 1] == "&":
            first -= 2
        phrases = self.wording.phrases
        return [w.lower() for w in self.wording.shape.words[phrases.first[first] : phrases.last[subject]]]

    def _has_said(self, o: Occasion) -> bool:
        return self.letters[o.verb] == "V" and self.wording.lemma(o.verb) not in self.words.acting

    def _is_act(self, o: Occasion) -> bool:
        """Tell whether one speaks or writes in doing so."""
        return self._has_said(o) or self.wording.lemma(o.verb) in self.words.speaking

    def _has_spoken(self, o: Occasion) -> bool:
        return any(
            self.letters[k] in "DB" and self.wording.is_spoken(k) and self.wording.is_at(k)
            for k in range(o.begin, o.end)
        )

    def _named(self, told: Told) -> Iterator[str]:
        """Yield what the sentence of a quote speaks of as known: “the statement”, “after the run”."""
        wording, source, hearer = self.wording, told.source, self._hearer(told)
        if hearer is not None and wording.word(hearer) in self.words.occasions and wording.is_known(hearer):
            yield wording.word(hearer)
        spoken = self.letters[source] in "DB" and source != hearer
        if spoken and wording.is_known(source) and wording.is_spoken(source):
            yield wording.word(source)
        for m in _PLACED.finditer(self.letters, told.begin, told.end):
            k = m.start()
            if m.group() in "Gg":
                known = wording.is_known_act(k)
            else:
                known = k != hearer and wording.is_known(k) and self._is_at(k)
            if known:
                yield wording.word(k)

    def _is_at(self, k: int) -> bool:
        return self.wording.is_over(k - 1) or (self.wording.is_at(k) and self.wording.is_spoken(k))

    def _hearer(self, told: Told) -> int | None:
        """Return the meeting of “told the meeting”."""
        k = told.cue + 1
        heard = self.letters[k : k + 1] in ("D", "B") and self.wording.lemma(told.cue) in self.words.telling
        return k if heard else None

    def _is_new(self, told: Told) -> bool:
        """Tell whether a quote was said at an occasion that is not told of before: “at a meeting”."""
        return any(
            self.letters[k] in "DB"
            and self.wording.is_new(k)
            and self.wording.is_at(k)
            and self.wording.is_spoken(k)
            for k in range(told.begin, told.end)
        )
