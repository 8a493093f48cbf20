"""Which quotations nobody says: headings, asides, names of things, titles, words that are spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.extraction import contents
from quotes.extraction.marks import Quotation
from quotes.extraction.mentions import Names

_TITLED: Final = ("BV", "DV", "Bv", "Dv", "iNV", "iNv")
_OF_WORK: Final = re.compile(r"iD,?\Z")
_HEADS: Final = ("", ".", "\n", "Q", "E")


class Unsaid:
    """Those of one document; `words` are the first ones of each quotation."""

    def __init__(
        self, names: Names, text: str, quotations: Sequence[Quotation], words: Sequence[list[str]]
    ) -> None:
        self.names, self.language, self.phrase = names, names.language, names.phrase
        self.letters, self.first = names.phrases.letters, names.phrases.first
        self.text, self.quotations, self.words = text, quotations, words

    def has(self, n: int, at: int) -> bool:
        """Tell whether nobody says the n-th quotation, which is the phrase `at`."""
        if at in self.names.headings or contents.is_aside(self.text, self.quotations[n]):
            return True
        title = contents.is_title(self.words[n])
        return self._is_name(at, title=title) or self._is_word(at) or (title and self._is_title(n, at))

    def _is_name(self, at: int, *, title: bool) -> bool:
        """“known as “…””; “a film called “The Long Way””; “a process called “…””."""
        k, words = self.first[at], self.names.shape.words
        before = words[k - 1].lower() if k else ""
        if before in self.language.known_by:
            known = self.language.known_by[before]
            return any(word.lower() == known for word in words[max(0, k - 3) : k - 1])
        # "a process called “…”", and not "the process, called “…” by its critics"
        termed = self.letters.endswith("BV", 0, at) and self.letters[at + 1 : at + 2] != "i"
        named = termed or (title and self.letters.endswith(_TITLED, 0, at))
        return named and before in self.language.titling

    def _is_word(self, at: int) -> bool:
        """“asked whether the term “…” was defined”, “replaced the word “…””: a word that is spoken of."""
        if self.letters[at - 1 : at] not in ("D", "B"):
            return False
        if self.phrase.last_word(at - 1) not in self.language.terms:
            return False
        edited = at > 1 and self.phrase.last_word(at - 2) in self.language.editing
        return edited or self.letters[at + 1 : at + 2] in ("v", "V", "W", "e")

    def _is_title(self, n: int, at: int) -> bool:
        """“In her memoir, “…,” Danforth writes”; “Danforth said on “…” that”; “told “…” that”."""
        m = _OF_WORK.search(self.letters, max(0, at - 3), at)
        if m is not None:
            return self.phrase.last_word(m.start() + 1) in self.language.works
        if len(self.words[n]) < 2 or at < 1:
            return False
        behind = self.letters[at + 1 : at + 2]
        if self.letters[at - 1] == "i" and self.phrase.last_word(at - 1) in self.language.hosting:
            first = self.letters[at - 2 : at - 1] in _HEADS
            return behind == "k" or (first and self.letters[at] in "qm")
        told = self.letters[at - 1] == "V" and behind in ("k", "P", "Y")
        return told and self.phrase.lemma(at - 1) in self.language.manners.addressing
