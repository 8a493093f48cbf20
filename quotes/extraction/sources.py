"""Who can be no source of words, and who is for certain, by the words around a candidate."""

from __future__ import annotations

from typing import Final

from quotes.extraction.attribution import Candidate
from quotes.extraction.mentions import Names

_GERUNDS: Final = frozenset(["before_gerund_object", "before_absolute"])
_MARKS: Final = ",:k"
# What these say holds only for certain words; then it holds for certain.
CERTAIN: Final = frozenset(
    [
        "before_caused",
        "before_heard",
        "before_behind_relative",
        "before_relative",
        "before_who",
        "before_object_said",
    ]
)


class Sources:
    """The candidates of one document."""

    def __init__(self, names: Names) -> None:
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
        if c.cue is None or CERTAIN.isdisjoint(c.patterns):
            return False
        return (
            "before_behind_relative" in c.patterns
            or ("before_caused" in c.patterns and self._lemma(c.source - 1) in self.language.causing)
            or ("before_heard" in c.patterns and self._is_heard(c.source, c.cue))
            or ("before_object_said" in c.patterns and self._is_passed_on(c.source, c.cue))
            or ("before_who" in c.patterns and self._is_who(c.source, c.cue, at))
            or ("before_relative" in c.patterns and self._labels_itself(c.cue))
        )

    def _is_heard(self, source: int, cue: int) -> bool:
        """“heard Danforth say”, “saw Danforth shout”."""
        said = self.language.letters.get(self._word(cue)) == "b"
        return said and self._word(source - 1) in self.language.hearing

    def _is_passed_on(self, source: int, cue: int) -> bool:
        """“quoted Danforth as warning that”, where the verb looks like a noun."""
        verb = self.letters[cue] == "D" and self._word(cue) in self.language.lemmas
        return verb and self._lemma(source - 1) in self.language.quoting

    def _is_who(self, source: int, cue: int, at: int) -> bool:
        """“described a teacher who said, “…””: the words end the sentence, and nothing is between."""
        beside = cue == source + 1 and not self.letters[cue + 1 : at].strip(_MARKS)
        ends = self.letters[at] in "QE" and self.letters[source - 1] in "ND"
        return beside and ends and self._word(source) in self.language.who

    def _labels_itself(self, cue: int) -> bool:
        """“a firm that calls itself “…””."""
        itself = self.letters[cue + 1 : cue + 2] == "O" and self._word(cue + 1) in self.language.reflexive
        return itself and self._lemma(cue) in self.language.labelling

    def _is_charged(self, cue: int) -> bool:
        """Tell “was held, accused of” from “accused her of”: its subject is charged."""
        of = self.letters[cue + 1 : cue + 2] in ("f", "i")
        return of and (self._lemma(cue), self._word(cue + 1)) in self.language.charging

    def _word(self, k: int) -> str:
        return self.names.shape.words[self.names.phrases.last[k] - 1].lower()

    def _lemma(self, k: int) -> str:
        word = self._word(k)
        return self.language.lemmas.get(word, word)
