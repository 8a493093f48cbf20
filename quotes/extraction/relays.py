"""Who passed a quote on: the agency, paper or station that the article credits."""

from __future__ import annotations

import re
from typing import Final

from quotes.extraction.entities import Tokens
from quotes.extraction.mentions import Names
from quotes.extraction.outlets import Outlets

_RELAY: Final = re.compile(
    r"(?P<according>A)(?P<a>[NDB])"  # according to N
    r"|(?P<passive>[VvW])(?:[if][ND])?(?:[ik]G)?i(?P<b>[NDB])"  # quoted by N; was quoted as saying by N
    r"|(?<=[qmQE])(?P<inverted>,?V)(?P<c>[NDB])"  # “…,” reported N
    r"|(?<![if])(?P<d>[NDB])x?(?P<active>V)"  # N reported
)


class Relays:
    """The outlets that one document credits."""

    def __init__(self, names: Names, outlets: Outlets) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases = names.shape, names.phrases
        self.letters = names.phrases.letters
        self.outlets = outlets

    def of(self, begin: int, end: int, source: int) -> Tokens | None:
        """Return the tokens between two phrases that name who passed on what `source` said."""
        for m in _RELAY.finditer(self.letters, begin, end):
            k = max(m.start("a"), m.start("b"), m.start("c"), m.start("d"))
            if k != source and self._relays(m, k):
                noun = (
                    m.start("d") == k and m.start("active") > k + 1
                )  # "State television": a name and a noun
                return Tokens(self.phrases.first[k], self.phrases.last[k + noun])
        return None

    def _relays(self, m: re.Match[str], k: int) -> bool:
        if m.start("according") >= 0:
            return self.outlets.named(k, k + 1)
        verb = max(m.end("passive"), m.end("inverted"), m.end("active")) - 1
        if m.start("passive") >= 0:
            verb = m.start("passive")
            if self._word(k - 1) not in self.language.agents:
                return False
        lemma = self.language.lemmas.get(self._word(verb))
        outlet = self.outlets.named(k, k + 1) or self._word(k) in self.words.agency
        if m.start("passive") >= 0 and lemma in self.words.carrying:
            return outlet
        return lemma in self.words.passing and (outlet or self.letters[k] == "N")

    def _word(self, k: int) -> str:
        return self.names.phrase.last_word(k)
