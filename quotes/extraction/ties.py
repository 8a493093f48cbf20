"""Which day of a sentence belongs to its verb of saying: by the verb that governs the day."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.date_phrases import DatePhrase
from quotes.extraction.wording import Wording

_VERBS: Final = frozenset("VvWGgIueA")
_FINITE: Final = frozenset("VvW")
_PAST: Final = frozenset("cv")
_QUOTATIONS: Final = frozenset("QEqm")
_NOUNS: Final = ("N", "D", "B", "O", "P", "Y")
# A relative clause, or one that begins the sentence, which a comma ends: its verb governs nothing behind it.
_CLOSED: Final = re.compile(r",w[^,]*(?=,)")
_CLOSED_FIRST: Final = re.compile(r"[x,]*[kGgVvW][^,]*(?=,)")
# From a subject to its verb, over what it is of, an aside and a relative clause.
_MAIN: Final = re.compile(
    r"(?:[if]+[NDBOxP]+|&[NDBO])*"
    r"(?:,[^.;:Q\n]{1,40}?,|-[^-.;:Q\n]{1,40}?-|,?w[VvWe][^,.;Q\n]{0,14},?)?,?x?([VvW])"
)
_APPOSED: Final = re.compile(r",[NDB](?:[if][NDBO])*")
_INTRODUCED: Final = re.compile(r"[ki]x?[NDPBY]?x?\Z")  # a clause from its conjunction up to its verb
_OF_TIME: Final = ("", ".", ",", "i", "\n")  # what is behind a verb without an object; days are no phrases
_PREMODIFIED: Final = ("d", "0", "j", "s")
_AFTERWARDS: Final = re.compile("k[NDBP]")  # “…, where N”: the story goes on there
_OWN_SUBJECT: Final = re.compile("[NDBPY]x?[VvWe]")  # a clause that has one


class Told(NamedTuple):
    """Where a sentence tells something, by its phrases: its edges, whose words they are, the verb, the words.

    `at` and `last` are the first and the last part of the words, or the end of the sentence; `tokens` are
    those of the sentence.
    """

    begin: int
    end: int
    source: int
    cue: int
    at: int
    last: int
    tokens: tuple[int, int] = (0, 0)


class Ties:
    """Ties the days of one document to what is told in their sentences."""

    def __init__(self, anaphora: Anaphora, wording: Wording) -> None:
        self.letters, self.phrases = anaphora.letters, anaphora.names.phrases
        self.shape, self.words, self.wording = anaphora.shape, wording.words, wording

    def tied(self, day: DatePhrase, told: Told) -> bool:
        """Tell whether a day is that of the saying."""
        p, q = self._place(day)
        if not self._stands_free(day, p, q):
            return False
        cue = told.cue
        main = self._goes_throughout(day, p, told)
        if main is not None:
            return self._is_past(main)
        if cue < p and self.letters[p : told.at] == ":" and self.wording.lemma(cue) in self.words.telling:
            return self._happened(cue)  # “told a hall that held few on Monday: “…””
        verb, crossed = self._governor(p, told)
        if verb is None:
            if p <= min(told.source, cue) and not self._introduces(told.begin, p):
                return False
            verb = self._next_verb(q, told.end)
            return verb is not None and (verb == cue or self._is_main(verb, told)) and self._happened(verb)
        if verb == cue:
            return self._is_of_cue(p, q, told, crossed=crossed) and self._happened(verb)
        if self._is_main(verb, told):
            return self._is_past(verb)
        return self._is_meanwhile(verb, p, q, told)

    def said_behind(self, told: Told) -> int | None:
        """Return the verb behind words of another time than their sentence: “…” first used in May."""
        k = told.last + 1
        apart = told.cue < told.at == told.last and self.letters[k : k + 1] == "V"
        return (
            k if apart and self.letters[told.at] == "m" and self.letters[k + 1 : k + 2] in _OF_TIME else None
        )

    def event(self, day: DatePhrase, begin: int, end: int, *, inner: bool) -> int | None:
        """Return the finite verb, of a clause within the sentence too if `inner`, whose day it is."""
        p, q = self._place(day)
        if not self._stands_free(day, p, q):
            return None
        verb, _ = self._governor(p, Told(begin, end, -1, -1, end, end))
        if verb is not None and self.letters[verb] == "A":
            return verb
        if verb is None or self._is_speaking(verb, begin):
            issue = self.letters[q : q + 1] == "v" and self.wording.is_spoken(q)
            main = self._next_verb(q + issue, end)  # “the March 22 issue published …”
            return main if self._is_finite_past(main) else self._issuing(p, begin)
        if not inner and self._is_inner(begin, verb):
            return None
        return verb if self._is_finite_past(verb) else None

    def _is_finite_past(self, verb: int | None) -> bool:
        return verb is not None and self.letters[verb] in _FINITE and self._is_past(verb)

    def _is_speaking(self, verb: int, begin: int) -> bool:
        """“Speaking on Monday, N said”."""
        return verb == begin and self.letters[verb] == "G" and self.wording.lemma(verb) in self.words.speaking

    def _issuing(self, p: int, begin: int) -> int | None:
        """Return the participle of “a letter released on Monday”, of which no past verb tells more."""
        told = Told(begin, p, -1, -1, p, p)
        return next((k for k in range(p - 1, begin, -1) if self._gives_out(k, told)), None)

    def main_verb(self, subject: int, end: int) -> int | None:
        """Return the finite verb of a subject."""
        m = _MAIN.match(self.letters, subject + 1, end)
        return None if m is None else m.start(1)

    def _place(self, day: DatePhrase) -> tuple[int, int]:
        """Return the first phrase that is not before a day and the first behind it."""
        p = q = bisect_right(self.phrases.last, day.first)
        while q < len(self.letters) and self.phrases.last[q] <= day.last:
            q += 1
        return p, q

    def _stands_free(self, day: DatePhrase, p: int, q: int) -> bool:
        """A day that tells which is meant, “Monday's vote”, counts for statements and occasions alone."""
        letters = self.shape.letters
        before = letters[day.first - 1 : day.first]
        if before == "f":
            return p > 1 and self.wording.is_spoken(p - 2 if self.letters[p - 1] in "if" else p - 1)
        attributive = before == "d" and self.wording.is_article(day.first - 1)
        if not attributive and letters[day.last : day.last + 1] != "s":
            return True
        of = self.shape.words[day.first - 1 - attributive].lower() if day.first > attributive else ""
        if of in self.words.about and not self._is_lead(day):
            return False
        # “Monday's final session” may be two phrases, “the Monday issue” may look like a verb.
        told = self.letters[q : q + 2]
        if told[:1] not in ("D", "B", "N", "v"):
            return False
        return self.wording.is_spoken(q) or (told[1:] == "x" and self.wording.is_spoken(q + 1))

    def _goes_throughout(self, day: DatePhrase, p: int, told: Told) -> int | None:
        """Return the verb of a sentence that ends with what all of it goes on in.

        “N did this by shouting “…” and holding signs that read “…” during Monday's session.”
        """
        if told.cue > p or self.shape.words[day.first].lower() not in self.words.throughout:
            return None
        main = self.main_verb(told.source, told.end)
        between = "k" if main is None else self.letters[main + 1 : p]
        return None if "k" in between or _OWN_SUBJECT.search(between) else main

    def _is_lead(self, day: DatePhrase) -> bool:
        return self.shape.words[day.first].lower() in self.words.leading

    def _governor(self, p: int, told: Told) -> tuple[int | None, bool]:
        """Return the verb before a day that it belongs to, and whether the words stand between the two."""
        letters = self._open(told.begin, p, told.source)
        crossed = False
        for j in range(p - 1, told.begin - 1, -1):
            letter = letters[j - told.begin]
            if letter in _VERBS:
                if not self._gives_out(j, told) and not self._is_adjective(j):
                    return j, crossed
            elif letter in "kw" and not (
                self.wording.is_over(j) or self._is_of_hour(j, p) or self._is_venue(j)
            ):
                return j, crossed
            crossed = crossed or letter in _QUOTATIONS
        return None, crossed

    def _open(self, begin: int, p: int, source: int) -> str:
        """Return the letters before a day, without the clauses that a comma has ended."""
        letters = self.letters[begin:p]
        if "," not in letters:
            return letters
        letters = _CLOSED.sub(_blank, letters)
        if begin < source < p:
            own = source - begin
            letters = _CLOSED_FIRST.sub(_blank, letters[:own], count=1) + letters[own:]
        return letters

    def _gives_out(self, k: int, told: Told) -> bool:
        """“a statement issued in Velmora on Monday”: the day is that of the statement."""
        if (
            self.letters[k] not in _FINITE
            or self.wording.word(k) not in self.words.issuing
            or k <= told.begin
        ):
            return False
        if self.letters[k - 1] in "DBN" and self.letters[k - 2] == "i" and not self.wording.is_spoken(k - 1):
            k -= 2  # “in a letter to the council dated May 9”
        if self.letters[k - 1] not in "DBN" or not self.wording.is_spoken(k - 1):
            return False
        return k - 1 == told.source or self.letters[k - 2 : k - 1] == "A" or self.wording.is_at(k - 1)

    def _is_of_hour(self, k: int, p: int) -> bool:
        """“shortly before midnight on Monday”."""
        behind = self.phrases.last[k]
        return k == p - 1 and self.shape.words[behind].lower() in self.words.parts

    def _is_adjective(self, k: int) -> bool:
        """“one barking dog”."""
        first = self.phrases.first[k]
        return self.letters[k] in "gGvV" and self.shape.letters[first - 1 : first] in _PREMODIFIED

    def _next_verb(self, q: int, end: int) -> int | None:
        """Return the first finite verb from a place on that is not in a clause or an aside of its own."""
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
        """Tell whether a finite verb before the cue has its subject, or has the cue in “with N calling”."""
        if self.letters[verb] not in _FINITE:
            return False
        if not told.source < verb < told.cue:
            with_source = self.letters[told.cue] in "gG" and self.letters[told.source - 1] == "i"
            return with_source and told.begin <= verb < told.source
        main = self.main_verb(told.source, told.end)
        return main is not None and (verb == main or (verb > main and self.letters[verb - 1] in "&,"))

    def _is_inner(self, begin: int, verb: int) -> bool:
        """Tell whether a verb stands in a clause that begins with “that”, “who” or the like."""
        clause = self.letters[begin:verb].rpartition(",")[2]
        if _AFTERWARDS.fullmatch(clause) and self.letters[verb - len(clause) - 1] == ",":
            return self.wording.word(verb - len(clause)) not in self.words.where
        return "k" in clause or "w" in clause

    def _happened(self, verb: int) -> bool:
        words = self.shape.words[self.phrases.first[verb] : self.phrases.last[verb]]
        return self.words.future.isdisjoint(map(str.lower, words))

    def _is_past(self, verb: int) -> bool:
        return self._happened(verb) and self.shape.letters[self.phrases.last[verb] - 1] in _PAST

    def _is_of_cue(self, p: int, q: int, told: Told, *, crossed: bool) -> bool:
        """Tell whether a day behind the verb of saying is its own and not one in what was said."""
        cue, source = told.cue, told.source
        begin = source + 1 if cue < source < p else cue + 1
        between = self.letters[begin:p]
        if begin == source + 1 and _APPOSED.fullmatch(between):
            return False  # “said Danforth, mayor in 2015”
        lemma = self.wording.lemma(cue)
        if (told.at > cue or crossed) and between[:1] in _NOUNS and lemma not in self.words.telling:
            if lemma in self.words.stating or between in ("B", "Y"):
                return False  # “said the vote on Monday …”, “condemned the vote on Monday …”
            if self.letters[q : q + 1] in _VERBS:
                return False
        return not self._is_about(begin, p)

    def _is_about(self, begin: int, p: int) -> bool:
        """Tell whether the day stands with what is spoken of: “said of the vote on Monday”."""
        j = max(self.letters.rfind(c, begin, p) for c in ",if")
        if j < 0 or self.letters[j] == "," or self.wording.word(j) not in self.words.about:
            return False
        if self._is_venue(j):
            return False
        return not (self.letters[j] == "f" and self.wording.is_spoken(j - 1))  # “a meeting of the council”

    def _is_venue(self, k: int) -> bool:
        """“testified before the committee on Monday”, “wrote on Facebook on Monday”: where it was said."""
        nouns = self.wording.language.manners.occasions.get(self.wording.word(k), {})
        return self.letters[k + 1 : k + 2] in _NOUNS and self.wording.word(k + 1) in nouns

    def _introduces(self, begin: int, p: int) -> bool:
        """Tell whether what stands before a day at the head of a sentence is a place or an occasion."""
        if all(c in "x,&" for c in self.letters[begin:p]):
            return True
        places = self.words.at | self.words.during | self.words.after
        behind = (
            k for k in range(begin + 1, p)
            if self.letters[k] in "NDB" and self.letters[k - 1] in "ik" and self.wording.word(k - 1) in places
        )  # fmt: skip
        meeting = any(
            self.letters[k] in "gG" and self._is_adjective(k) and self.wording.is_spoken(k)
            for k in range(begin + 1, p)
        )
        return meeting or any(
            self.letters[k] == "N"
            or (self.wording.is_spoken(k) and self.wording.word(k) not in self.words.answers)
            for k in behind
        )

    def _is_meanwhile(self, verb: int, p: int, q: int, told: Told) -> bool:
        """“…,” she said, speaking on Monday; as she arrived on Monday; Asked on Monday, she said."""
        letter = self.letters[verb]
        if letter not in "GgVvW" or not self._is_attached(verb, p, q, told):
            return False
        speaking = self.wording.lemma(verb) in self.words.speaking
        m = _INTRODUCED.search(self.letters, max(told.begin, verb - 4), verb)
        if m is not None:
            word = self.wording.word(m.start())
            return word in self.words.during or (word in self.words.after and speaking)
        return speaking if letter in "Gg" else letter == "V" and verb == told.begin

    def _is_attached(self, verb: int, p: int, q: int, told: Told) -> bool:
        """Tell whether a clause goes with that of the cue and no other stands between."""
        first, last = sorted((told.source, told.cue))
        if p <= first:
            return self._next_verb(q, told.end) in (told.cue, self.main_verb(told.source, told.end))
        return _FINITE.isdisjoint(self.letters[last + 1 : verb])


def _blank(m: re.Match[str]) -> str:
    return "_" * len(m.group())
