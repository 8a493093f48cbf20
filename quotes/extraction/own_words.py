"""What the words of a quote, and whoever wrote or heard them, tell about the day on which they were said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import Final

from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.occasions import Occasion, Occasions
from quotes.extraction.telling import Telling
from quotes.extraction.ties import Told
from quotes.languages.dates import DateWords

_LONGEST: Final = 2000  # letters of a quote that are read
_LEAST: Final = 4  # letters of a word that tells what is spoken of
_STEM: Final = 5  # letters that its forms share: crash, crashed
_SHARED: Final = 4  # words that tell that the same is spoken of
_SUBJECTS: Final = 8  # that are looked back at
_NEAR: Final = 2  # paragraphs
_HEAD: Final = 2  # words that a phrase may end with
_NAMING: Final = frozenset("CMTxnjvcgGuyr")  # words with a meaning of their own (quotes.extraction.shape)
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


class OwnWords:
    """The words of the quotes of one document."""

    def __init__(self, text: str, occasions: Occasions) -> None:
        self.text, self.occasions = text, occasions
        self.wording, self.anaphora = occasions.wording, occasions.anaphora
        self.letters, self.words, self.shape = self.wording.letters, self.wording.words, self.wording.shape
        self._telling, self._rare = _telling(self.words), _rare(self.words)
        self._stems: dict[int, frozenset[str]] = {}

    def day(self, telling: Telling, told: Told) -> DatePhrase | None:
        """Return the day that a quote is told to be of, where neither its sentence nor its speaker tells."""
        words = self._of_quote(telling)
        if any(map(words.__contains__, self._rare)):
            m = self._telling.search(words)
            if m is not None:
                found = self._of_same(words, told) if m[1] else self._of_deed(telling, told)
                if found is not None:
                    return found
        letters = self.letters
        if letters[told.source] in "DBP" and (day := self._written(telling, told)) is not None:
            return day
        if letters[told.begin] == "i" and (day := self._arrived(telling, told)) is not None:
            return day
        return self._heard(told) if letters[told.cue + 1 : told.cue + 2] in ("D", "B") else None

    def _of_quote(self, telling: Telling) -> str:
        phrases, shape = self.wording.phrases, self.shape
        start = shape.starts[phrases.first[telling.at]]
        return self.text[start : min(start + _LONGEST, shape.ends[phrases.last[telling.last] - 1])]

    def _of_same(self, words: str, told: Told) -> DatePhrase | None:
        """Return the day of what a quote speaks of as done “today”."""
        stems = {word[:_STEM] for word in _WORD.findall(words.lower())}
        best, most = None, _SHARED - 1
        for o in self.occasions.told_before(told):
            shared = len(stems & self._stems_of(o))
            if shared > most and o.day.when.precision == "day":
                best, most = o.day, shared
        return best

    def _of_deed(self, telling: Telling, told: Told) -> DatePhrase | None:
        """Return the day on which the speaker of “I announce” is told to have done so, in the lead."""
        for o in self.occasions.leading(told):
            if self.occasions.is_same(telling.entity, told.source, o) and self.occasions.is_act(o):
                return o.day
        return None

    def _written(self, telling: Telling, told: Told) -> DatePhrase | None:
        """Return the day on which what the researchers wrote came out, which the lead tells."""
        source = telling.source
        if self.letters[source] == "P" and telling.entity is None:
            source = next(self.anaphora.clauses.subjects_before(source, _SUBJECTS), source)
        if self.letters[source] not in "DB":
            return None
        first, last = self.wording.phrases.first[source], self.wording.phrases.last[source]
        named = self.shape.words[first:last][-_HEAD:]  # “the study reports” may be one phrase
        if self.words.authors.isdisjoint(map(str.lower, named)) or not self.wording.is_known(source):
            return None
        leading = self.occasions.leading(told)
        return next((o.day for o in leading if self.occasions.is_publication(o)), None)

    def _heard(self, told: Told) -> DatePhrase | None:
        """Return the day of the occasion for which those had come who heard a quote: “told the crowd”."""
        k = told.cue + 1
        if self.words.hearers.isdisjoint((self.wording.word(k), self.wording.first_word(k))):
            return None
        o = next(self.occasions.told_before(told), None)
        if o is None or not self._is_near(o, told) or self.wording.lemma(told.cue) not in self.words.telling:
            return None
        phrases, behind = self.wording.phrases, told.at if told.at > k else told.end
        stems = self._stem(self.shape.words[phrases.first[k] : phrases.last[behind - 1]], None)
        return None if stems.isdisjoint(self._stems_of(o)) else o.day

    def _is_near(self, o: Occasion, told: Told) -> bool:
        """Tell whether an occasion is told of in the lead or just before."""
        paragraph = self.occasions.paragraph
        return self.occasions.is_lead(o) or paragraph(told.at) - paragraph(o.begin) <= _NEAR

    def _arrived(self, telling: Telling, told: Told) -> DatePhrase | None:
        """Return the day of what a speaker has done with whom it is over: “Upon arrival, she said”."""
        k = told.begin
        if (
            self.wording.word(k) not in self.words.during
            or self.wording.word(k + 1) not in self.words.arriving
        ):
            return None
        return next(
            (
                o.day for o in self.occasions.told_before(told)
                if self.occasions.is_same(telling.entity, told.source, o)
            ),
            None,
        )  # fmt: skip

    def _stems_of(self, o: Occasion) -> frozenset[str]:
        """Return the stems of the words of an occasion that have a meaning of their own."""
        found = self._stems.get(o.begin)
        if found is None:
            edges = self.occasions.edges
            a, b = edges.first_token(o.begin), edges.last_token(o.end)
            found = self._stems[o.begin] = self._stem(self.shape.words[a:b], self.shape.letters[a:b])
        return found

    def _stem(self, words: Iterable[str], letters: str | None) -> frozenset[str]:
        pairs = ((word, "x") for word in words) if letters is None else zip(words, letters, strict=True)
        return frozenset(w.lower()[:_STEM] for w, c in pairs if len(w) >= _LEAST and c in _NAMING)


@lru_cache(maxsize=8)
def _days(words: DateWords) -> tuple[str, ...]:
    """Return what names the day on which it is said: today, this morning."""
    days = [word for word, back in words.days.items() if not back]
    parts = [" ".join(pair) for pair in product(sorted(words.this), sorted(words.parts))]
    return tuple(form for day in (*days, *parts) for form in (day, day.capitalize()))


@lru_cache(maxsize=8)
def _telling(words: DateWords) -> re.Pattern[str]:
    """Return the pattern of what names its own day, or does what it says: “I announce”."""
    doing = rf"(?:{'|'.join(words.speakers)}) (?:\w+ly )?(?:{'|'.join(words.doing)})"
    return re.compile(rf"\b(?:({'|'.join(_days(words))})|{doing})\b")


@lru_cache(maxsize=8)
def _rare(words: DateWords) -> tuple[str, ...]:
    """Return what no such pattern is without, since most quotes have none of it."""
    parts = (word for word in words.parts if not any(part in word and part != word for part in words.parts))
    days = (word[1:] for word, back in words.days.items() if not back)
    return (*parts, *days, *words.doing)
