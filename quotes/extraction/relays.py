"""Who passed a quote on: the agency, paper or station that the article credits."""

from __future__ import annotations

import re

from quotes.extraction.addressees import Addressees
from quotes.extraction.frames import end_of
from quotes.extraction.mentions import Names

# "according to N"; "reported N"; "quoted by N"; "N reported"; behind the words or before them.
_RELAY = re.compile(
    r"(?P<according>A)(?P<a>[NDB])"
    r"|(?P<passive>[VvW])(?:[if][ND])?(?:iG)?i(?P<b>[NDB])"
    r"|(?<=[qmQE])(?P<inverted>,?V)(?P<c>[NDB])"
    r"|(?<![if])(?P<d>[NDB])(?P<active>V)"
)
_REACH = 40


class Relays:
    """The outlets that one document credits."""

    def __init__(self, names: Names, addressees: Addressees) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases = names.shape, names.phrases
        self.letters = names.phrases.letters
        self.addressees = addressees

    def of(self, begin: int, last: int, source: int) -> int | None:
        """Return the phrase that names who passed on what was said in the sentence from `begin`."""
        end = end_of(self.letters, last + 1)
        if last + 1 < source:
            end = end_of(self.letters, source)
        words = self.shape.words[self.phrases.first[begin] : self.phrases.last[end - 1]]
        if self.words.relay_words.isdisjoint(words):
            return None
        for m in _RELAY.finditer(self.letters, begin, end):
            k = m.start(m.lastgroup or 0)
            k = next(m.start(g) for g in "abcd" if m.start(g) >= 0)
            if k != source and self._relays(m, k):
                return k
        return None

    def _relays(self, m: re.Match[str], k: int) -> bool:
        outlet = self.addressees.is_outlet(k, k + 1)
        if m.start("according") >= 0:
            return outlet
        verb = next(m.end(g) - 1 for g in ("passive", "inverted", "active") if m.start(g) >= 0)
        lemma = self.language.lemmas.get(self.shape.words[self.phrases.last[verb] - 1].lower())
        if m.start("passive") >= 0:
            by = self.shape.words[self.phrases.last[k - 1] - 1] in self.language.agents
            return by and (lemma in self.words.passing) and (outlet or self.letters[k] == "N")
        return lemma in self.words.passing and (outlet or self.letters[k] == "N")
