"""When a quote was said: the day that its sentence, or one it goes on with, ties to the saying."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DateFinder, DatePhrase
from quotes.extraction.occasions import Occasions
from quotes.extraction.telling import Telling
from quotes.extraction.ties import Ties, Told
from quotes.types import DateBasis, SaidOn, Span

_RANK = {"day": 0, "month": 1, "year": 2}
_LONGEST_HEAD = 16  # tokens before the dash of a dateline
_FIRST = 6  # paragraphs that a dateline may stand in
_DATELINE = re.compile(r"[CMTJjn,.()/@:0D-]*")


class Dates:
    """The days of one document's quotes, which are asked for in the order of the text."""

    def __init__(self, anaphora: Anaphora, published_on: date | None) -> None:
        self.anaphora, self.names = anaphora, anaphora.names
        self.letters, self.phrases = anaphora.letters, self.names.phrases
        self.shape, self.words = self.names.shape, self.names.language.dates
        self.published_on = published_on
        self.ties = Ties(anaphora)
        self.occasions = Occasions(anaphora, self.ties)
        self._before = []
        self._datelines = []
        self._lead = -1
        self._found: list[DatePhrase] | None = None
        self._heads: list[int] = []

    def of(self, telling: Telling) -> SaidOn | None:
        """Return when a quote was said, None where the text does not settle it."""
        days = self._days()
        if not days:
            return None
        told = self._told(telling)
        day, basis = self._own(telling), "words"
        if day is None:
            after = next((b.last for b, t, _ in reversed(self._before[-8:]) if self._speaker(b) == self._speaker(telling)), -1)
            day, basis = self.occasions.just_before(telling.entity, told, after), "words"
        if day is None:
            day, basis = self._chain(telling, told), "continues"
        if day is None:
            earlier = next((t for b, t, _ in reversed(self._before[-8:]) if self._speaker(b) == self._speaker(telling)), None)
            anew = self._is_anew(told, earlier)
            start = self.letters.rfind("\n", 0, told.at) + 1
            days = self._between(start, max(told.at, told.end))
            day = self.occasions.spoken_at(told, first=earlier is None)
            if day is None and not anew and self.letters[told.cue] != "A":
                day = self.occasions.spoken_by(telling.entity, told)
                if any(d is not day for d in days):
                    day = None
            basis = "words"
        self._before.append((telling, told, day))
        return None if day is None else self._said(day, basis)

    def _chain(self, telling, told):
        for before, told_before, day in reversed(self._before[-8:]):
            if telling.source == before.source and told.begin == told_before.begin:
                return day
            gap = self.anaphora.clauses.paragraph(telling.at) - self.anaphora.clauses.paragraph(before.last)
            if self._speaker(telling) == self._speaker(before):
                if gap > 3 or self._is_anew(told, told_before):
                    return None
                return day
            if gap <= 1 and self._answers(told):
                return day
        return None

    def _answers(self, told):
        k = told.begin
        if self.ties.lemma(told.cue) == "add" and self.letters[told.source] == "N":
            return True
        if any(self.ties.word(j) in self.words.beside and self.letters[j + 1] in "OP" for j in range(k, told.end - 1)):
            return True
        return self.letters[k : k + 2] == "iD" and self.ties.word(k + 1) in self.words.answers

    def _speaker(self, telling):
        if telling.entity is not None:
            return telling.entity
        return self.ties.word(telling.source)

    def _is_anew(self, told, before):
        first, last = self.phrases.first[told.begin], self.phrases.last[told.end - 1]
        words = [w.lower() for w in self.shape.words[first:last]]
        if not self.words.again.isdisjoint(words):
            return True
        for k in range(told.begin, told.end):
            if k == told.source: continue
            if self.letters[k] in "DB" and self.ties.word(k) in self.words.own and self.shape.words[self.phrases.first[k]].lower() in self.words.indefinite:
                return True
            if before is not None and self.letters[k] == "k" and self.ties.word(k) in self.words.after and self.letters[k+1] in "DB" and self.ties.is_spoken(k+1):
                return True
        for k in range(told.begin, told.end):
            if self.letters[k] == "G" and self.letters[k + 1 : k + 3] == "iN" and self.ties.lemma(k) in self.words.speaking and self.ties.word(k+1) == "to":
                return True
        k = told.cue + 1
        if k < len(self.letters) and self.letters[k] == "N" and self.ties.lemma(told.cue) in self.words.telling:
            e = self.names.of_phrase.get(k)
            if e is not None and e.kind != "government":
                return True
        return False

    def _days(self) -> list[DatePhrase]:
        if self._found is None:
            anchor = self._anchor()
            self._found = [d for d in DateFinder(self.shape, self.words, anchor).find() if not any(a <= d.first < b for a, b in self._datelines)]
            self._heads = [day.first for day in self._found]
            at = [self._phrase(day.first) for day in self._found]
            self.occasions.read(self._found, ((self._begin(k), self._end(k)) for k in at))
        return self._found

    # The day that all others are counted from

    def _anchor(self) -> date | None:
        """Return the day of the dateline, or of a line with nothing but a date; else that of publication."""
        finder = DateFinder(self.shape, self.words, self.published_on)
        near = None if self.published_on is None else self.published_on
        for first, last in self._paragraphs():
            head = self._head(first, last)
            if head is None:
                continue
            self._datelines.append((first, head))
            for day in finder.find(first, head):
                if day.when.precision == "day" and (day.when.full or near is not None):
                    return day.when.day
        return self.published_on

    def _paragraphs(self) -> list[tuple[int, int]]:
        letters, found, first = self.shape.letters, [], 0
        while first < len(letters) and len(found) < _FIRST:
            last = letters.find("\n", first)
            last = len(letters) if last < 0 else last
            if first < last:
                found.append((first, last))
            first = last + 1
        return found

    def _head(self, first: int, last: int) -> int | None:
        """Return where the dateline ends that begins a paragraph; it may be all of it."""
        end = self.shape.letters.find("-", first, min(last, first + _LONGEST_HEAD))
        if end < 0:
            end = last
        if end - first > _LONGEST_HEAD:
            return None
        return end if _DATELINE.fullmatch(self.shape.letters, first, end) else None

    # A day in the same sentence

    def _phrase(self, token):
        return bisect_right(self.phrases.last, token)

    def _own(self, telling: Telling) -> DatePhrase | None:
        told = self._told(telling)
        return None if told is None else self._tied(told)

    def _told(self, telling: Telling) -> Told | None:
        """Return where a quote is told; None where that is not in one sentence with any of its words."""
        source = telling.source
        cue = source if telling.cue is None else telling.cue
        first, last = min(source, cue), max(source, cue)
        begin = self._begin(min(first, telling.at))
        end = self._end(max(last, telling.last if telling.at > last else last))
        if telling.last < first or first < telling.at:
            return Told(begin, end, source, cue, telling.at, telling.last)
        return Told(begin, end, source, cue, telling.at, telling.at)

    def _begin(self, k: int) -> int:
        return max(self.letters.rfind(c, 0, k) + 1 for c in ".\nQE;")

    def _end(self, k: int) -> int:
        while k < len(self.letters):
            if self.letters[k] in "QE":
                return k + 1
            if self._ends(k):
                return k
            k += 1
        return k

    def _ends(self, k: int) -> bool:
        letter = self.letters[k]
        if letter in "\n;":
            return True
        if letter != ".":
            return False
        behind = self.phrases.last[k]
        if behind >= len(self.shape.words):
            return True
        return not (self.shape.words[behind][0].islower() or self.shape.letters[behind] in "0D")

    def _tied(self, told: Told) -> DatePhrase | None:
        """Return the day of a sentence that its verb has; of several the most exact, then the nearest."""
        cue = self.phrases.first[told.cue]
        found = [day for day in self._between(told.begin, told.end) if self.ties.tied(day, told)]
        return min(found, key=lambda day: (_RANK[day.when.precision], abs(day.first - cue)), default=None)

    def _between(self, begin: int, end: int) -> list[DatePhrase]:
        """Return the days between two phrases; times before the first phrase of a sentence are in it."""
        first = self.phrases.last[begin - 1] if begin else 0
        if end < len(self.letters):
            last = self.phrases.last[end - 1] if self.letters[end - 1] in "QE" else self.phrases.first[end]
        else:
            last = len(self.shape.words)
        days = self._days()
        return days[bisect_left(self._heads, first) : bisect_left(self._heads, last)]

    def _said(self, day: DatePhrase, basis: DateBasis) -> SaidOn:
        span = Span(self.shape.starts[day.first], self.shape.ends[day.last - 1])
        return SaidOn(day.when.day, day.when.precision, basis, span)
