"""Who can be no source of words, and who is for certain, by the words around a candidate."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

from quotes.extraction.attribution import Candidate
from quotes.extraction.mentions import Names
from quotes.extraction.patterns import NEAR

_GERUNDS: Final = frozenset(["before_gerund_object", "before_absolute"])
_DEED: Final = 2
_MARKS: Final = ",:k"
_SAID_BEHIND: Final = re.compile(r"[^.\n;QEqm]*V")
_CLAUSES: Final = frozenset("VvWeGg&kw.;PY")


def without(c: Candidate, names: Collection[str]) -> Candidate:
    """Return a candidate without some patterns, and without a cue if none is left that looks for a verb."""
    kept = [name for name in c.patterns if name not in names]
    return c._replace(patterns=kept, cue=None if NEAR.issuperset(kept) else c.cue)


def _places(c: Candidate) -> tuple[int, int]:
    return c.source, c.source if c.cue is None else c.cue


class Sources:
    """The candidates of one document; `opening` has the first words of each quotation, by its phrase."""

    def __init__(self, names: Names, opening: Mapping[int, list[str]]) -> None:
        self.opening = opening
        self.names, self.language = names, names.language
        self.letters = names.phrases.letters

    def may_be(self, c: Candidate) -> bool:
        """Tell whether a candidate may have said something."""
        cue, source = c.cue, c.source
        if cue is None:
            return True
        if source < cue and self._is_charged(cue):  # “was held, accused of “…””
            return False
        if source < cue and self.letters[cue] == "W":  # “were told to “…””: whoever hears the words
            return "quoted" in c.patterns[0] or self._lemma(cue) not in self.language.manners.addressing
        if source and self.letters[source] == "w":  # “those who call it “…””: nobody in particular
            return self._word(source - 1) not in self.language.anyone
        if self.letters[cue] == "G" and source and not _GERUNDS.isdisjoint(c.patterns):
            before = self._word(source - 1)  # “Danforth arrived in Lund promising “…””
            return before not in self.language.placing and before not in self.language.topical
        return True

    def is_certain(self, c: Candidate, at: int) -> bool:
        """Tell whether the words are a candidate's for certain."""
        return not CERTAIN.isdisjoint(c.patterns) and (
            not _CHECKS.keys().isdisjoint(c.patterns)
            or any(check(self, *_places(c), at) for name, check in _OTHERS.items() if name in c.patterns)
        )

    def proved(self, c: Candidate, at: int) -> Candidate:
        """Return a candidate without the patterns whose words are not those they are for."""
        if _CHECKS.keys().isdisjoint(c.patterns):
            return c
        return without(
            c,
            {
                name
                for name, check in _CHECKS.items()
                if name in c.patterns and not check(self, *_places(c), at)
            },
        )

    def _is_behind_relative(self, _source: int, _cue: int, _at: int) -> bool:
        return True

    def _is_caused(self, source: int, _cue: int, _at: int) -> bool:
        """“prompted Danforth to say”."""
        return self._lemma(source - 1) in self.language.causing

    def _is_heard(self, source: int, cue: int, _at: int) -> bool:
        """“heard Danforth say”, “saw Danforth shout”."""
        said = self.language.letters.get(self._word(cue)) == "b"
        return said and self._word(source - 1) in self.language.hearing

    def _is_performed(self, _source: int, _cue: int, at: int) -> bool:
        """“The council “strongly condemned the attack””: the deed is the saying, and nobody else tells it."""
        words, kinds = self.opening[at], self.language.letters
        if len(words) < _DEED or _SAID_BEHIND.match(self.letters, at + 1):
            return False
        verb = words[1] if words[0].endswith(self.language.adverbial) else words[0]
        said = kinds.get(verb) in ("c", "3")
        return said and self.language.lemmas[verb] in self.language.performing

    def _is_recalled(self, source: int, _cue: int, _at: int) -> bool:
        """“recalled that Danforth had said”."""
        that = self._word(source - 1) in self.language.claiming
        return that and self._lemma(source - 2) in self.language.recalling

    def _goes_on(self, source: int, cue: int, at: int) -> bool:
        """““…,” said the envoy, a man in grey, “…””: nobody else says the second part."""
        first, last = sorted((source, cue))
        split = self.letters[first - 1] == "q" and self.letters[at - 1] == ","
        return split and _CLAUSES.isdisjoint(self.letters[last + 1 : at])

    def _is_passed_on(self, source: int, cue: int, _at: int) -> bool:
        """“quoted Danforth as warning that”, where the verb looks like a noun."""
        verb = self.letters[cue] == "D" and self._word(cue) in self.language.lemmas
        return verb and self._lemma(source - 1) in self.language.quoting

    def _is_who(self, source: int, cue: int, at: int) -> bool:
        """“described a teacher who said, “…””: the words end the sentence, and nothing is between."""
        beside = cue == source + 1 and not self.letters[cue + 1 : at].strip(_MARKS)
        ends = self.letters[at] in "QE" and self.letters[source - 1] in "ND"
        return beside and ends and self._word(source) in self.language.who

    def _labels_itself(self, _source: int, cue: int, _at: int) -> bool:
        """“a firm that calls itself “…””."""
        itself = self.letters[cue + 1 : cue + 2] == "O" and self._word(cue + 1) in self.language.reflexive
        return itself and self._lemma(cue) in self.language.labelling

    def _is_answer(self, source: int, _cue: int, _at: int) -> bool:
        """“Danforth's answer”, “her answer”."""
        first, last = self.names.phrases.first[source], self.names.phrases.last[source]
        owned = self.names.shape.letters.find("s", first, last) > 0
        owned = owned or self.names.shape.words[first].lower() in self.language.possessives
        return owned and self._word(source) in self.language.answers

    def _answers(self, source: int, _cue: int, _at: int) -> bool:
        """“the answer of Danforth”, “the answer from Danforth”."""
        of = self.letters[source - 1] == "f" or self._word(source - 1) in self.language.authors
        return of and self._word(source - 2) in self.language.answers

    def _is_charged(self, cue: int) -> bool:
        """Tell “was held, accused of” from “accused her of”: its subject is charged."""
        of = self.letters[cue + 1 : cue + 2] in ("f", "i")
        return of and (self._lemma(cue), self._word(cue + 1)) in self.language.charging

    def _word(self, k: int) -> str:
        return self.names.shape.words[self.names.phrases.last[k] - 1].lower()

    def _lemma(self, k: int) -> str:
        word = self._word(k)
        return self.language.lemmas.get(word, word)


# What these patterns say holds only for certain words; then it holds for certain.
_CHECKS: Final[dict[str, Callable[[Sources, int, int, int], bool]]] = {
    "before_behind_relative": Sources._is_behind_relative,
    "before_predicate": Sources._is_performed,
    "before_caused": Sources._is_caused,
    "before_heard": Sources._is_heard,
    "before_recalled": Sources._is_recalled,
    "before_answer_was": Sources._is_answer,
    "after_was_answer_of": Sources._answers,
    "before_answer_of": Sources._answers,
}
# With other words these only speak for a source, as any pattern does.
_OTHERS: Final[dict[str, Callable[[Sources, int, int, int], bool]]] = {
    "before_object_said": Sources._is_passed_on,
    "before_who": Sources._is_who,
    "before_relative": Sources._labels_itself,
    "continues_same_sentence_fragment": Sources._goes_on,
}
CERTAIN: Final = frozenset([*_CHECKS, *_OTHERS])
