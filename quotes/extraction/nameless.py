"""Those without a name whom a text has just spoken of: they are meant before others who have one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from quotes.extraction.appositions import Appositions
from quotes.extraction.clauses import Clauses
from quotes.extraction.entities import Reference
from quotes.extraction.mentions import Names

Known = Callable[[int], Reference | None]
_REACH: Final = 59  # phrases and subjects that are looked back at


class Nameless:
    """Those of one document; `known` tells whom a phrase stands for, as far as it was resolved."""

    def __init__(self, names: Names, clauses: Clauses, appositions: Appositions) -> None:
        self.names, self.clauses, self.appositions = names, clauses, appositions
        self.letters = clauses.letters

    def before(self, k: int, gender: str, known: Known) -> int | None:
        """“A villager told reporters it was late. “We go,” he said.”: the villager, whoever else is named."""
        sentence = self.clauses.sentence(k)
        before = (j for j in self.clauses.subjects_before(k, _REACH) if self.clauses.sentence(j) < sentence)
        j = next(before, None)
        if j is None or self.clauses.paragraph(j) < self.clauses.paragraph(k) or not self.clauses.said(j):
            return None
        return j if self.names.role_gender(j) in ("", gender) and self._is_nobody_named(j, known) else None

    def _is_nobody_named(self, k: int, known: Known) -> bool:
        found = known(k)
        named = found is not None and found.entity is not None
        if self.letters[k] != "D" or named or not self.appositions.is_somebody_new(k):
            return False
        return self.appositions.name_beside(k) is None

    def called(self, k: int, head: str, known: Known) -> int | None:
        """“An envoy said it was late. “We go,” the envoy said.”: the one spoken of last by that word."""
        j, floor = k, max(0, k - _REACH)
        while (j := self.letters.rfind("D", floor, j)) >= 0:
            if self.names.phrase.last_word(j) == head:
                return j if self._is_nobody_named(j, known) else None
        return None
