"""Who can be no source of words, and who is for certain, by the words around a candidate."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

import regex

from quotes.extraction.attribution import Candidate
from quotes.extraction.mentions import Names
from quotes.extraction.patterns import NEAR

_GERUNDS: Final = frozenset(["before_gerund_object", "before_absolute"])
_DEED: Final = 2
_MARKS: Final = ",:k"
_REACH: Final = 20
_SAID_BEHIND: Final = re.compile(r"[^.\n;QEqm]*V")
_LAST_SAID: Final = regex.compile(r"(?r)[VGA.;\nQE]")
_CLAUSES: Final = frozenset("VvWeGg&kw.;PY")
_VERBS_AND: Final = frozenset("VvWGg&")
_DOCUMENTS: Final = "n%$"


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
        self.names, self.language, self.phrase = names, names.language, names.phrase
        self.letters = names.phrases.letters

    def may_be(self, c: Candidate) -> bool:
        """Tell whether a candidate may have said something."""
        cue, source = c.cue, c.source
        if cue is None:
            return True
        if source < cue and self._is_charged(cue):  # “was held, accused of “…””
            return False
        if source < cue and self.letters[cue] == "W":  # “were told to “…””: whoever hears the words
            addressed = self.phrase.lemma(cue) in self.language.manners.addressing
            return "quoted" in c.patterns[0] or not addressed
        if source and self.letters[source] == "w":  # “those who call it “…””: nobody in particular
            return self.phrase.last_word(source - 1) not in self.language.anyone
        if self.letters[cue] == "G" and source and not _GERUNDS.isdisjoint(c.patterns):
            before = self.phrase.last_word(source - 1)  # “Danforth arrived in Lund promising “…””
            return before not in self.language.placing and before not in self.language.topical
        return True

    def is_certain(self, c: Candidate, at: int) -> bool:
        """Tell whether the words are a candidate's for certain, who was proved before."""
        return not CERTAIN.isdisjoint(c.patterns) and (
            not _CHECKS.keys().isdisjoint(c.patterns)
            or any(check(self, *_places(c), at) for name, check in _OTHERS if name in c.patterns)
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

    def _is_always(self, _source: int, _cue: int, _at: int) -> bool:
        return True

    def _is_in_words_of(self, source: int, _cue: int, _at: int) -> bool:
        """“in the words of Danforth”."""
        return self.phrase.last_word(source - 2) in self.language.wordings

    def _is_own_wording(self, source: int, _cue: int, _at: int) -> bool:
        """“in Danforth's words”, “in her view”."""
        return self.phrase.last_word(source) in self.language.wordings and self.phrase.is_owned(source)

    def _is_own_word(self, source: int, _cue: int, _at: int) -> bool:
        """““…” was Danforth's message”."""
        return self.phrase.is_somebodys(source)

    def _is_topic(self, source: int, _cue: int, _at: int) -> bool:
        """“For Danforth, the lesson is “…””."""
        person = self.names.of_phrase.get(source)
        topical = self.phrase.last_word(source - 1) in self.language.topical
        return topical and person is not None and person.kind == "person"

    def _is_author(self, source: int, _cue: int, _at: int) -> bool:
        """“Statement by Danforth on the plan”."""
        document = self.language.letters.get(self.phrase.last_word(source - 2), "x") in _DOCUMENTS
        return document and self.phrase.last_word(source - 1) in self.language.authors

    def _is_claim_by(self, source: int, _cue: int, _at: int) -> bool:
        """“a claim by Danforth that”, “remarks of the envoy that”."""
        claim = self.phrase.last_letter(source - 2) == "n"
        that = self.letters.find("k", source)
        by = self.phrase.last_word(source - 1) in self.language.authors
        return claim and by and that > 0 and self.phrase.last_word(that) in self.language.claiming

    def _is_told(self, source: int, cue: int, _at: int) -> bool:
        """“Brandt recalled that Danforth told him, “…””."""
        verb = _LAST_SAID.search(self.letters, max(0, source - _REACH), source)
        return self._is_plain(source, cue) and verb is not None and verb.group() in "VGA"

    def _is_told_somebody(self, source: int, cue: int, at: int) -> bool:
        """“told her that”, “assured the council”: to somebody, not a thing."""
        somebody = self.letters[cue + 1] != "B" or self.phrase.last_word(cue + 1) in self.language.possessives
        addressed = somebody and self.phrase.lemma(cue) in self.language.manners.addressing
        return addressed and self._is_told(source, cue, at)

    def _is_put(self, source: int, cue: int, _at: int) -> bool:
        """“as Danforth put it”."""
        return self._is_plain(source, cue) and self.phrase.lemma(cue) in self.language.putting

    def _is_label(self, source: int, cue: int, _at: int) -> bool:
        """“Danforth called the plan “…””."""
        return self._is_plain(source, cue) and self.phrase.lemma(cue) in self.language.labelling

    def _is_plain(self, source: int, cue: int) -> bool:
        """Tell “Danforth of Lund told” from “who met Danforth and told”, “Danforth, Brandt said, told”.

        "he" may be the subject of the sentence as well, which annotators take for the source.
        """
        return self.letters[source] != "P" and _VERBS_AND.isdisjoint(self.letters[source + 1 : cue])

    def _is_cited(self, source: int, cue: int, _at: int) -> bool:
        """“reported the agency, citing Danforth”; what it cites is somebody, not a document."""
        reported = self.phrase.lemma(cue - 2 if self.letters[cue - 2] == "V" else cue - 3)
        cited = self.phrase.lemma(cue) in self.language.quoting
        document = self.phrase.last_letter(source) == "n"
        return cited and reported in self.language.relaying and not document

    def _comes_from(self, _source: int, cue: int, _at: int) -> bool:
        """“came the reply from”: a verb of coming, and a noun of speech behind it."""
        return self.phrase.last_letter(cue + 1) == "n" and self.phrase.lemma(cue) in self.language.arriving

    def _says_so(self, _source: int, cue: int, _at: int) -> bool:
        """“So said Danforth”."""
        return self.phrase.last_word(cue - 1) in self.language.thus

    def _issues(self, _source: int, cue: int, _at: int) -> bool:
        """“The ministry issued a statement that”."""
        return self.phrase.last_letter(cue + 1) in _DOCUMENTS

    def _is_charge(self, source: int, _cue: int, _at: int) -> bool:
        """“…, a charge Danforth denies as “…””."""
        return self.phrase.last_word(self.letters.rfind(",", 0, source) + 1) in self.language.charges

    def _takes_a_side(self, _source: int, cue: int, _at: int) -> bool:
        """Tell “Danforth disagreed.” and “Danforth was less sure.” from what else she did and was."""
        if self.letters[cue] != "e":
            return self.phrase.lemma(cue) in self.language.differing
        first, last = self.names.phrases.last[cue], self.names.phrases.first[self.letters.find(".", cue)]
        return not self.language.sides.isdisjoint(map(str.lower, self.names.shape.words[first:last]))

    def _is_caused(self, source: int, _cue: int, _at: int) -> bool:
        """“prompted Danforth to say”."""
        return self.phrase.lemma(source - 1) in self.language.causing

    def _is_heard(self, source: int, cue: int, _at: int) -> bool:
        """“heard Danforth say”, “saw Danforth shout”."""
        said = self.language.letters.get(self.phrase.last_word(cue)) == "b"
        return said and self.phrase.last_word(source - 1) in self.language.hearing

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
        that = self.phrase.last_word(source - 1) in self.language.claiming
        return that and self.phrase.lemma(source - 2) in self.language.recalling

    def _goes_on(self, source: int, cue: int, at: int) -> bool:
        """““…,” said the envoy, a man in grey, “…””: nobody else says the second part."""
        first, last = sorted((source, cue))
        split = self.letters[first - 1] == "q" and self.letters[at - 1] == ","
        return split and _CLAUSES.isdisjoint(self.letters[last + 1 : at])

    def _is_passed_on(self, source: int, cue: int, _at: int) -> bool:
        """“quoted Danforth as warning that”, where the verb looks like a noun."""
        verb = self.letters[cue] == "D" and self.phrase.last_word(cue) in self.language.lemmas
        return verb and self.phrase.lemma(source - 1) in self.language.quoting

    def _is_who(self, source: int, cue: int, at: int) -> bool:
        """“described a teacher who said, “…””: the words end the sentence, and nothing is between."""
        beside = cue == source + 1 and not self.letters[cue + 1 : at].strip(_MARKS)
        ends = self.letters[at] in "QE" and self.letters[source - 1] in "ND"
        return beside and ends and self.phrase.last_word(source) in self.language.who

    def _labels_itself(self, _source: int, cue: int, _at: int) -> bool:
        """“a firm that calls itself “…””."""
        itself = (
            self.letters[cue + 1 : cue + 2] == "O"
            and self.phrase.last_word(cue + 1) in self.language.reflexive
        )
        return itself and self.phrase.lemma(cue) in self.language.labelling

    def _bears(self, source: int, cue: int, at: int) -> bool:
        """“Danforth held a placard that read “…””: the words are the placard's."""
        beside = cue != source and not self.letters[cue + 1 : at].strip(",:")
        borne = beside and self.phrase.last_word(source) in self.language.bearing
        return borne and self.phrase.lemma(cue) in self.language.legible

    def _is_short(self, source: int, cue: int, at: int) -> bool:
        """“Danforth's answer was short: “No.””: even one word is hers."""
        return self.letters[cue] == "e" and self._is_answer(source, cue, at)

    def _is_answer(self, source: int, _cue: int, _at: int) -> bool:
        """“Danforth's answer”, “her answer”."""
        return self.phrase.last_word(source) in self.language.answers and self.phrase.is_owned(source)

    def _answers(self, source: int, _cue: int, _at: int) -> bool:
        """“the answer of Danforth”, “the answer from Danforth”."""
        of = self.letters[source - 1] == "f" or self.phrase.last_word(source - 1) in self.language.authors
        return of and self.phrase.last_word(source - 2) in self.language.answers

    def _is_charged(self, cue: int) -> bool:
        """Tell “was held, accused of” from “accused her of”: its subject is charged."""
        of = self.letters[cue + 1 : cue + 2] in ("f", "i")
        return of and (self.phrase.lemma(cue), self.phrase.last_word(cue + 1)) in self.language.charging


_Check = Callable[[Sources, int, int, int], bool]
# What these patterns say holds only for certain words; then it holds for certain.
_CHECKS: Final[dict[str, _Check]] = {
    "after_as_put": Sources._is_put,
    "after_came": Sources._comes_from,
    "after_citing": Sources._is_cited,
    "after_own_words": Sources._is_own_wording,
    "after_so_said": Sources._says_so,
    "after_was_answer_of": Sources._answers,
    "after_was_message": Sources._is_own_word,
    "after_was_what": Sources._is_always,
    "after_were_words_of": Sources._is_in_words_of,
    "after_words_of": Sources._is_in_words_of,
    "before_answer_of": Sources._answers,
    "before_answer_was": Sources._is_answer,
    "before_as_put": Sources._is_put,
    "before_assured": Sources._is_told_somebody,
    "before_behind_relative": Sources._is_always,
    "before_called": Sources._is_label,
    "before_calling": Sources._is_label,
    "before_caused": Sources._is_caused,
    "before_charge": Sources._is_charge,
    "before_claim_by": Sources._is_claim_by,
    "before_for": Sources._is_topic,
    "before_heard": Sources._is_heard,
    "before_in_view": Sources._is_own_wording,
    "before_own_words": Sources._is_own_wording,
    "before_predicate": Sources._is_performed,
    "before_recalled": Sources._is_recalled,
    "before_statement_that": Sources._issues,
    "before_told": Sources._is_told,
    "before_what_called": Sources._is_label,
    "before_words_of": Sources._is_in_words_of,
    "paragraph_before_by": Sources._is_author,
    "sentence_before_named": Sources._is_always,
    "sentence_before_stance": Sources._takes_a_side,
}
# With other words these only speak for a source, as any pattern does.
_OTHERS: Final[tuple[tuple[str, _Check], ...]] = (
    ("before_object_said", Sources._is_passed_on),
    ("before_who", Sources._is_who),
    ("before_relative", Sources._labels_itself),
    ("before_relative", Sources._bears),
    ("before_gerund_object", Sources._bears),
    ("before_colon", Sources._is_short),
    ("continues_same_sentence_fragment", Sources._goes_on),
)
CERTAIN: Final = frozenset([*_CHECKS, *(name for name, _ in _OTHERS)])
