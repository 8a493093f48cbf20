"""Which day of a sentence belongs to its verb of saying: by the verb that governs the day."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase

_VERBS = frozenset("VvWGgIueA")
_FINITE = frozenset("VvW")
_STOPS = frozenset(".;\n")
_PAST = frozenset("cv")
_QUOTATIONS = frozenset("QEqm")
_NOUNS = ("N", "D", "B", "O", "P", "Y")
# A relative clause, or one that begins the sentence, which a comma ends: no verb of these governs what follows.
_CLOSED = re.compile(r",w[^,]*(?=,)")
_CLOSED_FIRST = re.compile(r"[x,]*[kGgVvW][^,]*(?=,)")
# From a subject to its verb.
_MAIN = re.compile(
    r"(?:[if]+[NDBOxP]+|&[NDBO])*(?:,[^.;:Q\n]{1,40}?,|-[^-.;:Q\n]{1,40}?-|,?w[VvWe][^,.;Q\n]{0,14},?)?,?x?([VvW])"
)
_APPOSED = re.compile(r",[NDB](?:[if][NDBO])*")
_SUBJECT_OF_CLAUSE = re.compile(r"[ki]x?[NDPBY]?x?\Z")


class Told(NamedTuple):
    """Where a sentence tells something, by its phrases: its edges, whose words they are, the verb, the words.

    `at` and `last` are the first and the last part of the words, where they stand in it, else beyond it.
    """

    begin: int
    end: int
    source: int
    cue: int
    at: int
    last: int


class Ties:
    """Ties the days of one document to what is told in their sentences."""

    def __init__(self, anaphora: Anaphora) -> None:
        self.letters, self.phrases = anaphora.letters, anaphora.names.phrases
        self.shape, self.language = anaphora.shape, anaphora.language
        self.words = self.language.dates
        self._of_days = self.words.last | self.words.leading

    def tied(self, day: DatePhrase, told: Told) -> bool:
        """Tell whether a day is that of the saying."""
        p = bisect_right(self.phrases.last, day.first)
        q = self._behind(p, day)
        if not self._stands_free(day, p):
            return False
        if told.cue < p and self.letters[p : told.at] == ":" and self.lemma(told.cue) in self.words.telling:
            return True  # “told a meeting that included his deputies on Monday: “…””
        verb, crossed = self._governor(p, told)
        if verb is None:
            if p <= min(told.source, told.cue) and not self._introduces(told.begin, p):
                return False
            verb = self._next_verb(q, told.end)
            return verb is not None and (verb == told.cue or self._is_main(verb, told)) and self._happened(verb)
        if verb == told.cue:
            return self._of_cue(p, q, told, crossed=crossed) and self._happened(verb)
        if self._is_main(verb, told):
            return self._is_past(verb)
        return self._is_meanwhile(verb, p, q, told)

    def word(self, k: int) -> str:
        """Return the last word of the k-th phrase in lower case."""
        first, last = self.phrases.first[k], self.phrases.last[k] - 1
        while last > first and self.shape.words[last].lower() in self._of_days:
            last -= 1  # “a press conference last” night
        return self.shape.words[last].lower()

    def lemma(self, k: int) -> str:
        """Return the dictionary form of the verb that the k-th phrase is."""
        word = self.word(k)
        return self.language.lemmas.get(word, word)

    def is_spoken(self, k: int) -> bool:
        """Tell whether the k-th phrase is something said or something that one speaks at."""
        word = self.word(k)
        return word in self.words.occasions or self.language.letters.get(word) == "n"

    def is_known(self, k: int) -> bool:
        """Tell whether the k-th phrase is spoken of as known: “the statement”, “Danforth's statement”."""
        first = self.phrases.first[k]
        return (
            self.shape.words[first].lower() in self.words.definite
            or "s" in self.shape.letters[first : self.phrases.last[k]]
        )

    def is_act_known(self, k: int) -> bool:
        """“at the signing”."""
        first = self.phrases.first[k]
        words = self.shape.words[max(0, first - 2) : first]
        return (
            len(words) == 2
            and words[0].lower() in self.words.at | self.words.after
            and words[1].lower() in self.words.the
        )

    def is_new(self, k: int) -> bool:
        """Tell whether the k-th phrase is spoken of as new: “a statement”."""
        return self.shape.words[self.phrases.first[k]].lower() in self.words.indefinite

    def is_at(self, k: int) -> bool:
        """Tell whether the k-th phrase is where something is said: behind “in”, “at”."""
        return k > 0 and self.letters[k - 1] in "ikA" and self.word(k - 1) in self.words.at

    def is_over(self, k: int) -> bool:
        """Tell whether the k-th phrase is a preposition like “after”, before what is over."""
        return k >= 0 and self.word(k) in self.words.after and self.letters[k + 1 : k + 2] in _NOUNS

    def event(self, day: DatePhrase, begin: int, end: int, *, lead: bool = False) -> int | None:
        """Return the finite verb of a sentence that tells what happened on a day."""
        p = bisect_right(self.phrases.last, day.first)
        if not self._stands_free(day, p):
            return None
        verb, _ = self._governor(p, Told(begin, end, -1, -1, end, end))
        if verb is None:
            verb = self._next_verb(self._behind(p, day), end)
        elif not lead and self._is_inner(begin, verb):
            return None
        if verb is None or self.letters[verb] not in _FINITE or not self._is_past(verb):
            return None
        return verb

    def _is_inner(self, begin: int, verb: int) -> bool:
        """Tell whether a verb stands in a clause that begins with “that”, “who” or the like."""
        before = self.letters[begin:verb].rpartition(",")[2]
        return "k" in before or "w" in before

    def main_verb(self, subject: int, end: int) -> int | None:
        """Return the verb of a subject."""
        m = _MAIN.match(self.letters, subject + 1, end)
        return None if m is None else m.start(1)

    def _behind(self, p: int, day: DatePhrase) -> int:
        """Return the first phrase behind a day; what the phrases have of the day itself is passed."""
        while p < len(self.letters) and self.phrases.last[p] <= day.last:
            p += 1
        return p

    def _stands_free(self, day: DatePhrase, p: int) -> bool:
        """A day that tells which vote is meant, “Monday's vote”, is that of an occasion or of a statement."""
        letters = self.shape.letters
        before = letters[day.first - 1 : day.first]
        if before == "f":
            return p > 1 and self.is_spoken(p - 2 if self.letters[p - 1] in "if" else p - 1)
        attributive = before == "d" and self._is_article(day.first - 1)
        if not attributive and letters[day.last : day.last + 1] != "s":
            return True
        k = self._behind(p, day)
        if self._preposition(day) in self.words.about:
            return False
        return k < len(self.letters) and self.letters[k] in "DBN" and self.is_spoken(k)

    def _is_article(self, token: int) -> bool:
        return self.shape.words[token].lower() in self.words.definite | self.words.indefinite

    def _preposition(self, day: DatePhrase) -> str:
        first = day.first - (self.shape.letters[day.first - 1 : day.first] == "d")
        at = first if first < day.head else first - 1
        return self.shape.words[at].lower() if at >= 0 else ""

    def _governor(self, p: int, told: Told) -> tuple[int | None, bool]:
        """Return the verb before a day that it belongs to, and whether the words stand between the two."""
        begin = told.begin
        letters = self._open(begin, p, told.source)
        crossed = False
        for j in range(p - 1, begin - 1, -1):
            letter = letters[j - begin]
            if letter in _VERBS:
                if self._gives_out(j, told) or self._is_adjective(j):
                    continue
                return j, crossed
            if letter in "kw" and not self.is_over(j) and not self._is_of_hour(j, p):
                return j, crossed
            crossed = crossed or letter in _QUOTATIONS
        return None, crossed

    def _open(self, begin: int, p: int, source: int) -> str:
        """Return the letters before a day, without the clauses that a comma ends."""
        letters = self.letters[begin:p]
        if "," not in letters:
            return letters
        letters = _CLOSED.sub(_blank, letters)
        if begin < source < p:
            letters = _CLOSED_FIRST.sub(_blank, letters[: source - begin], count=1) + letters[source - begin :]
        return letters

    def _gives_out(self, k: int, told: Told) -> bool:
        """“a statement issued in Velmora on Monday”: the day is that of the statement."""
        return (
            self.letters[k] in "vVW"
            and self.word(k) in self.words.issuing
            and self.letters[k - 1 : k] in ("D", "B", "N")
            and self.is_spoken(k - 1)
            and (k - 1 == told.source or self.letters[k - 2 : k - 1] == "A" or self.word(k - 2) in self.words.at)
        )

    def _is_of_hour(self, k: int, p: int) -> bool:
        """“shortly before midnight on Monday”."""
        behind = self.phrases.last[k]
        return k == p - 1 and self.shape.words[behind].lower() in self.words.parts

    def _is_adjective(self, k: int) -> bool:
        """“one barking dog”."""
        first = self.phrases.first[k]
        return self.letters[k] in "gGvV" and self.shape.letters[first - 1 : first] in ("d", "0", "j", "s")

    def _next_verb(self, q: int, end: int) -> int | None:
        """Return the first finite verb from a place on that is not in a clause of its own."""
        j = q
        while j < end:
            letter = self.letters[j]
            if letter in _FINITE or letter == "A":
                return j
            if letter in "eu;":
                return None
            if letter == "-":
                j = max(j, self.letters.find("-", j + 1, end))
            elif letter in "kw":
                j = self.letters.find(",", j, end)
                if j < 0:
                    return None
            j += 1
        return None

    def _is_main(self, verb: int, told: Told) -> bool:
        """Tell whether a finite verb before the cue has the same subject."""
        if self.letters[verb] not in _FINITE or not told.source < verb < told.cue:
            return self._is_with(verb, told)
        main = self.main_verb(told.source, told.end)
        return main is not None and (verb == main or (verb > main and self.letters[verb - 1] in "&,"))

    def _is_with(self, verb: int, told: Told) -> bool:
        """“The search ended on Monday, with Danforth calling it “…””."""
        return (
            self.letters[verb] in _FINITE
            and told.begin <= verb < told.source
            and self.letters[told.cue] in "gG"
            and self.letters[told.source - 1] == "i"
        )

    def _happened(self, verb: int) -> bool:
        first, last = self.phrases.first[verb], self.phrases.last[verb]
        return self.words.future.isdisjoint(w.lower() for w in self.shape.words[first : last])

    def _is_past(self, verb: int) -> bool:
        return self._happened(verb) and self.shape.letters[self.phrases.last[verb] - 1] in _PAST

    def _of_cue(self, p: int, q: int, told: Told, *, crossed: bool) -> bool:
        """Tell whether a day behind the verb of saying is its own and not in what was said."""
        cue, source = told.cue, told.source
        begin = source + 1 if cue < source < p else cue + 1
        between = self.letters[begin:p]
        if _APPOSED.fullmatch(between) and begin == source + 1:
            return False  # “said Danforth, mayor in 2015”
        if told.at > cue or crossed:
            lemma = self.lemma(cue)
            named = between[:1] in _NOUNS and lemma not in self.words.telling
            if named and (lemma in self.words.stating or between in ("B", "Y")):
                return False
            if named and self.letters[q : q + 1] in _VERBS:
                return False
        return not self._is_about(begin, p)

    def _is_about(self, begin: int, p: int) -> bool:
        """Tell whether the last preposition before a day is one of what is spoken of."""
        for j in range(p - 1, begin - 1, -1):
            if self.letters[j] == ",":
                return False
            if self.letters[j] in "if":
                return j > begin - 1 and self.word(j) in self.words.about and (j > begin or self.letters[j] == "f") and not self._is_part(j)
        return False

    def _is_part(self, k: int) -> bool:
        """“a meeting of the council”."""
        return self.letters[k] == "f" and self.letters[k - 1] in "DB" and self.is_spoken(k - 1)

    def _introduces(self, begin: int, p: int) -> bool:
        """Tell whether what stands before a day at the head of a sentence is a place or an occasion."""
        places = self.words.at | self.words.during | self.words.after
        for k in range(begin, p):
            letter = self.letters[k]
            if letter in "NDB" and k > begin and self.letters[k - 1] in "ik" and self.word(k - 1) in places:
                if letter == "N" or self.is_spoken(k):
                    return True
        return all(c in "x,&" for c in self.letters[begin:p])

    def _is_meanwhile(self, verb: int, p: int, q: int, told: Told) -> bool:
        """“…,” she said, speaking on Monday; as she arrived on Monday; Asked on Monday, she said."""
        letter = self.letters[verb]
        if letter not in "GgVvW":
            return False
        if p <= min(told.source, told.cue):
            attached = self._next_verb(q, told.end) in (told.cue, self.main_verb(told.source, told.end))
        else:
            attached = not any(c in _FINITE for c in self.letters[max(told.cue, told.source) + 1 : verb])
        if not attached:
            return False
        speaking = self.lemma(verb) in self.words.speaking
        m = _SUBJECT_OF_CLAUSE.search(self.letters, told.begin, verb)
        if m is not None:
            word = self.word(m.start())
            return word in self.words.during or (word in self.words.after and speaking)
        if letter in "Gg":
            return speaking
        return letter == "V" and verb == told.begin


def _blank(m: re.Match[str]) -> str:
    return "_" * len(m.group())
