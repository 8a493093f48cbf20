"""The dated occasions that a text tells of, and which of them a quote was said at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.edges import Edges
from quotes.extraction.mentions import Entity
from quotes.extraction.text_days import TextDays
from quotes.extraction.ties import Ties, Told
from quotes.extraction.wording import Wording
from quotes.languages.language import Language

_MANY = 8  # days that are looked back at, so that no text makes this slow
_LEADING = 3  # occasions that the lead may tell of
_MOST_SUBJECTS = 4
_LEAST = 4  # phrases of a sentence
_SIGNING = re.compile("d[gG]")
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
        self._begun: list[Occasion] | None = None
        self._lead: DatePhrase | None = None

    def said_at(self, told: Told, *, first: bool) -> DatePhrase | None:
        """Return the day of an occasion that a quote's own sentence names as known: “at the meeting”.

        What none is told of is, for the `first` quote of its speaker, that of the lead: “after the run”.
        """
        named = list(self._named(told)) if self._may_name(told) else None
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
            return self._lead_day() if before or not self._first() else None
        if self.wording.is_known(told.source) and self.wording.is_spoken(told.source):
            return next((o.day for o in reversed(before) if self._is_lead(o) and self._is_act(o)), None)
        return None

    def said_by(self, entity: Entity | None, told: Told, floor: int) -> DatePhrase | None:
        """Return the day of an occasion at which the speaker of a quote is told to have spoken.

        It is looked for behind the token `floor`, the nearest first.
        """
        heads, before, seen = self.days.heads, told.begin if told.begin < told.at else told.at, -1
        i = bisect_left(heads, self.edges.first_token(before))
        for _ in range(_MANY):
            i -= 1
            if i < 0 or heads[i] < floor:
                return None
            begin = self._begin(heads[i])
            if begin == seen or begin >= before:
                continue
            seen = begin
            for o in self._of_sentence(begin, entity, told.source):
                if self._is_same(entity, told.source, o) and (self._is_act(o) or self._has_spoken(o)):
                    return o.day
        return None

    def _begin(self, token: int) -> int:
        """Return the first phrase of the sentence that a token stands in."""
        begin = self._begins.get(token)
        if begin is None:
            begin = self._begins[token] = self.edges.begin(bisect_right(self.wording.phrases.last, token))
        return begin

    def _of_sentence(self, begin: int, entity: Entity | None, source: int) -> Iterator[Occasion]:
        """Yield the occasions of a sentence whose subject may be the speaker, the last first."""
        subjects, end = self.anaphora.subjects, self.edges.end(begin)
        i = bisect_left(subjects, begin)
        while i < len(subjects) and subjects[i] < end:
            if self._may_be(entity, source, begin, subjects[i]):
                days = self.days.between(self.edges.first_token(begin), self.edges.last_token(end))
                yield from filter(None, map(self._of_day, reversed(days)))
                return
            i += 1

    def _may_be(self, entity: Entity | None, source: int, begin: int, k: int) -> bool:
        """Tell whether a subject may be the speaker, or several of whom the speaker is one."""
        if entity is not None:
            known = self.anaphora.known(k)  # no pronoun is resolved for this alone: that is slow
            if known is not None and known.entity is entity:
                return True
        described = self.letters[source] in "DB"
        if not described and (entity is None or not entity.roles):
            return False
        words = self._subject_words(begin, k)
        if described and self.wording.word(source) in words:
            return True
        return entity is not None and any(w[-1] == "s" and w[:-1] in entity.roles for w in words)

    def said_with(self, entity: Entity | None, told: Told, after: int) -> DatePhrase | None:
        """Return the day on which a body, or several of whom the speaker is one, spoke just before.

        That is in the same paragraph and behind the phrase `after`.
        """
        if self.letters[told.cue] != "V":
            return None
        here = self.paragraph(told.at)
        floor = self.edges.paragraph(here)
        if self.days.last_head(told.tokens[0]) < floor or self.paragraph(told.begin) != here:
            return None
        o = next(self._before(told), None)
        if o is None or o.begin <= after or self.paragraph(o.begin) != here:
            return None
        if not (self._has_said(o) or self._has_spoken(o)):
            return None
        of_phrase = self.anaphora.names.of_phrase
        named = [of_phrase[k] for k in range(o.begin, o.verb) if k in of_phrase]
        bodies = all(e.kind != "person" for e in named) if named else self._is_body(o.subject)
        return o.day if bodies or entity in named else None

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

    def _of_day(self, day: DatePhrase) -> Occasion | None:
        if day.first not in self._read:
            self._read[day.first] = self._find(day)
        return self._read[day.first]

    def _find(self, day: DatePhrase) -> Occasion | None:
        k = bisect_right(self.wording.phrases.last, day.first)
        begin, end = self.edges.begin(k), self.edges.end(k)
        verb = self.ties.event(day, begin, end, inner=self._is_at_head(begin) and day is self._lead_day())
        if verb is None:
            return None
        subject = self._subject(verb, begin)
        if subject is None or subject == begin or self.letters[subject - 1] not in "VGkw":
            return Occasion(begin, end, subject, verb, day)
        return None

    def _lead_day(self) -> DatePhrase | None:
        self._first()
        return self._lead

    def _first(self) -> list[Occasion]:
        """Return the first occasions of the text."""
        if self._begun is None:
            days = self.days.leading(_MANY)
            self._begun, self._lead = [], self._find_lead(days)
            self._begun += filter(None, map(self._of_day, days))
        return self._begun

    def _is_at_head(self, begin: int) -> bool:
        """Tell whether a sentence is the first or the second of the text."""
        return self.letters.find(".", 0, max(0, begin - 1)) < 0

    def _find_lead(self, days: list[DatePhrase]) -> DatePhrase | None:
        """Return the first day of the text, if it is in its first sentences."""
        for day in days:
            begin = self._begin(day.first)
            if not self._is_at_head(begin):
                return None
            if day.when.precision == "day" and self.edges.end(begin) - begin >= _LEAST:
                return day
        return None

    def _subject(self, verb: int, begin: int) -> int | None:
        subjects = self.anaphora.subjects
        last = bisect_left(subjects, verb)
        first = max(bisect_left(subjects, begin), last - _MOST_SUBJECTS)
        return next((k for k in subjects[first:last] if self.ties.main_verb(k, verb + 1) == verb), None)

    def _before(self, told: Told) -> Iterator[Occasion]:
        """Yield the last occasions before a quote, the nearest first."""
        token = self.edges.first_token(min(told.begin, told.at))
        return filter(None, map(self._of_day, islice(self.days.before(token), _MANY)))

    def _leading(self, told: Told) -> list[Occasion]:
        """Return the occasions of the lead that are before a quote, the last first."""
        begin = min(told.begin, told.at)
        return [o for o in reversed(self._first()[:_LEADING]) if o.begin < begin and self._is_lead(o)]

    def _is_lead(self, o: Occasion) -> bool:
        first = self._first()
        if not first or o.day.when.precision != "day":
            return False
        return self.paragraph(o.begin) == self.paragraph(first[0].begin)

    def _is_same(self, entity: Entity | None, source: int, o: Occasion) -> bool:
        """Tell whether the speaker of a quote is the subject of an occasion, or one of several."""
        if o.subject is None:
            return False
        known = self.anaphora.known(o.subject)  # no pronoun is resolved for this alone: that is slow
        if entity is not None and known is not None and known.entity is entity:
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

    def _may_name(self, told: Told) -> bool:
        """Tell whether a sentence has words for an occasion, or a verb as a noun: “the signing”."""
        first, last = told.tokens
        shape = self.wording.shape
        if not _naming(self.wording.language).isdisjoint(shape.words[first:last]):
            return True
        return _SIGNING.search(shape.letters, first, last) is not None

    def _named(self, told: Told) -> Iterator[str]:
        """Yield what the sentence of a quote speaks of as known: “the statement”, “after the run”."""
        wording, source, hearer = self.wording, told.source, self._hearer(told)
        if hearer is not None and wording.word(hearer) in self.words.occasions and wording.is_known(hearer):
            yield wording.word(hearer)
        described = self.letters[source] in "DB" and source != hearer
        if described and wording.is_known(source) and wording.is_spoken(source):
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


@lru_cache(maxsize=8)
def _naming(language: Language) -> frozenset[str]:
    """Return the words, as they may be written, without one of which only a verb names an occasion."""
    nouns = (word for word, letter in language.letters.items() if letter == "n")
    words = (*language.dates.occasions, *language.dates.after, *nouns)
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))
