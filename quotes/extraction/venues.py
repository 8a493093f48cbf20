"""At which of the dated occasions that a text tells of a quote was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.entities import Entity
from quotes.extraction.occasions import Occasion, Occasions
from quotes.extraction.ties import Told
from quotes.languages.language import Language

_MANY: Final = 8  # days that are looked back at, so that no text makes this slow
_SIGNING: Final = re.compile("d[gG]")
_PLACED: Final = re.compile("[DBN](?<=[ikAGg].)|[Gg]")  # what stands behind a preposition, and verbs
_CLAUSE: Final = re.compile(r"[^k;:.\nQqmEGg]*?[vVWe][^;:.\nQqmE]*,")
_STEM: Final = 4  # letters that a noun and its verb share: signing, signed


class Venues:
    """Finds the occasion that a quote's sentence names, or at which its speaker is told to have spoken."""

    def __init__(self, occasions: Occasions) -> None:
        self.occasions, self.anaphora, self.edges = occasions, occasions.anaphora, occasions.edges
        self.days, self.wording, self.paragraph = occasions.days, occasions.wording, occasions.paragraph
        self.letters, self.words = occasions.letters, occasions.words

    def said_at(self, told: Told, *, first: bool) -> DatePhrase | None:
        """Return the day of an occasion that a quote's own sentence names as known: “at the meeting”.

        What none is told of is, for the `first` quote of its speaker, that of the lead: “after the run”.
        """
        named = list(self._named(told)) if self._may_name(told) else None
        if not named:
            return None
        before = list(self.occasions.told_before(told))
        for o in before:
            if not self.occasions.nouns(o).isdisjoint(named):
                return o.day
        for o in before:
            if any(self.wording.word(o.verb)[:_STEM] == noun[:_STEM] for noun in named):
                return o.day
        if not first or self._is_new(told):
            return None
        if any(map(self.wording.is_over, range(told.begin, told.end))):
            lead = self.occasions.lead_day()
            told_before = lead is not None and lead.first < told.tokens[0]
            return lead if told_before or not self.occasions.first() else None
        if self._is_known_saying(self._source(told)):
            return next(
                (o.day for o in reversed(before) if self.occasions.is_lead(o) and self.occasions.is_act(o)),
                None,
            )
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
            begin = self.occasions.begin(heads[i])
            if begin == seen or begin >= before:
                continue
            seen = begin
            for o in self._of_sentence(begin, entity, told.source):
                if self._has_spoken_at(entity, told, o):
                    return o.day
        return None

    def _of_sentence(self, begin: int, entity: Entity | None, source: int) -> Iterator[Occasion]:
        """Yield the occasions of a sentence that may tell of the speaker, the last first."""
        end = self.occasions.end(begin)
        subjects = self.anaphora.subjects
        own = subjects[bisect_left(subjects, begin) : bisect_left(subjects, end)]
        if self.names(entity, begin, end) or any(self._may_be(entity, source, begin, k) for k in own):
            yield from filter(None, map(self.occasions.of_day, reversed(self.occasions.days_of(begin, end))))

    def names(self, entity: Entity | None, begin: int, end: int) -> list[int]:
        """Return the phrases of a sentence that name somebody."""
        places = [] if entity is None else self.anaphora.places(entity)
        return places[bisect_left(places, begin) : bisect_left(places, end)]

    def _may_be(self, entity: Entity | None, source: int, begin: int, k: int) -> bool:
        """Tell whether a subject may be the speaker, or several of whom the speaker is one."""
        if entity is not None:
            known = self.anaphora.known(k)  # no pronoun is resolved for this alone: that is slow
            if known is not None and known.entity is entity:
                return True
        described = self.letters[source] in "DB"
        if not described and (entity is None or not entity.roles):
            return False
        words = self.occasions.subject_words(begin, k)
        if described and self.wording.word(source) in words:
            return True
        return entity is not None and any(w[-1] == "s" and w[:-1] in entity.roles for w in words)

    def said_with(self, entity: Entity | None, told: Told, after: int) -> Occasion | None:
        """Return the occasion at which a body, or several of whom the speaker is one, spoke just before.

        That is in the same paragraph and behind the phrase `after`.
        """
        if self.letters[told.cue] != "V":
            return None
        here = self.paragraph(told.at)
        floor = self.edges.paragraph(here)
        if self.days.last_head(told.tokens[0]) < floor or self.paragraph(told.begin) != here:
            return None
        o = next(self.occasions.before(told), None)
        if o is None or o.begin <= after or self.paragraph(o.begin) != here:
            return None
        if not (self.occasions.has_said(o) or self.occasions.has_spoken(o)):
            return None
        of_phrase = self.anaphora.names.of_phrase
        named = [of_phrase[k] for k in range(o.begin, o.verb) if k in of_phrase]
        bodies = all(e.kind != "person" for e in named) if named else self._is_body(o.subject)
        return o if bodies or entity in named else None

    def told_after(self, entity: Entity | None, told: Told) -> DatePhrase | None:
        """Return the day on which “his remarks came”, which is told behind a quote.

        Or that of the occasion at which the speaker is then told to have spoken.
        """
        k = self._next(told.end)
        if self.letters[k : k + 1] not in ("D", "B") or not self._is_known_saying(k):
            return None
        end = self.occasions.end(k)
        verb = self.occasions.ties.main_verb(k, end)
        if verb is None or self.wording.word(verb) not in self.words.remarks:
            return None
        days = map(self.occasions.of_day, self.occasions.days_of(k, end))
        own = (o.day for o in days if o is not None and o.verb == verb)
        found = next(own, None)
        if found is not None:
            return found
        behind = self._of_sentence(self._next(end), entity, told.source)
        return next((o.day for o in behind if self._has_spoken_at(entity, told, o)), None)

    def _next(self, end: int) -> int:
        """Return the first phrase behind the end of a sentence."""
        while end < len(self.letters) and self.letters[end] in ".\n":
            end += 1
        return end

    def _has_spoken_at(self, entity: Entity | None, told: Told, o: Occasion) -> bool:
        """Tell whether the speaker of a quote spoke on an occasion, or whether it was of their words."""
        if self.occasions.is_same(entity, told.source, o) and (
            self.occasions.is_act(o) or self.occasions.has_spoken(o)
        ):
            return True
        return any(map(self._is_of_words, self.names(entity, o.begin, o.end)))

    def _is_body(self, subject: int | None) -> bool:
        language = self.wording.language
        word = "" if subject is None else self.wording.word(subject)
        return word in language.body_nouns or word in language.state_bodies

    def _is_of_words(self, k: int) -> bool:
        """Tell whether a phrase names whose words are told of: “an interview with N”."""
        by = k > 1 and self.letters[k - 1] == "i" and self.wording.word(k - 1) in self.words.by
        return by and self.letters[k - 2] in "DB" and self.wording.is_spoken(k - 2)

    def _may_name(self, told: Told) -> bool:
        """Tell whether a sentence has words for an occasion, or a verb as a noun: “the signing”."""
        first, last = told.tokens
        shape = self.wording.shape
        if not _naming(self.wording.language).isdisjoint(shape.words[first:last]):
            return True
        return _SIGNING.search(shape.letters, first, last) is not None

    def _named(self, told: Told) -> Iterator[str]:
        """Yield what the sentence of a quote speaks of as known: “the statement”, “after the run”."""
        wording, source, hearer = self.wording, self._source(told), self._hearer(told)
        if hearer is not None and wording.word(hearer) in self.words.occasions and wording.is_known(hearer):
            yield wording.word(hearer)
        if self.letters[source] in "DB" and source != hearer and self._is_known_saying(source):
            yield wording.word(source)
        # “The race was lost at the turn, N said”: where something was done that is spoken of.
        spoken_of = _CLAUSE.match(self.letters, told.begin, min(told.source, told.cue))
        for m in _PLACED.finditer(
            self.letters, told.begin if spoken_of is None else spoken_of.end(), told.end
        ):
            k = m.start()
            if m.group() in "Gg":
                known = wording.is_known_act(k)
            else:
                known = k != hearer and wording.is_known(k) and self._is_at(k)
            if known:
                yield wording.word(k)

    def _source(self, told: Told) -> int:
        """Return the source of a quote: the statement of “part of the statement”."""
        portion = self.letters[told.source + 1 : told.source + 2] == "f"
        return told.source + 2 * (portion and self.wording.word(told.source) in self.words.portions)

    def _is_known_saying(self, k: int) -> bool:
        return self.wording.is_known(k) and self.wording.is_spoken(k)

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
