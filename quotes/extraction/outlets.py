"""Which names are those of papers, agencies and stations."""

from __future__ import annotations

from typing import Final

from quotes.extraction.mentions import Names

_NAMED: Final = ("", "C", "M", "J")  # what stands behind “the daily” where that is a paper


class Outlets:
    """The outlets that one document names."""

    def __init__(self, names: Names) -> None:
        self.names, self.language, self.words = names, names.language, names.language.manners
        self.shape, self.phrases = names.shape, names.phrases

    def named(self, a: int, b: int, *, told: bool = False) -> bool:
        """Tell whether the phrases from a to b name an outlet; `told` says that something was told to it."""
        i, j = self.phrases.first[a], self.phrases.last[b - 1]
        letters = self.shape.letters[i:j]
        if letters[-1] in "rt":
            return self._host(i, letters)
        lowered = [w.lower() for w in self.shape.words[i:j]]
        if any(
            w in self.words.outlet_nouns and letters[n + 1 : n + 2] in _NAMED for n, w in enumerate(lowered)
        ):
            return True
        if not (self.words.agency.isdisjoint(lowered) or self.words.news.isdisjoint(lowered)):
            return True
        names = [n for n, c in enumerate(letters) if c in "CMJ"]
        return bool(names) and self._is_name(lowered, letters, names, told=told)

    def _is_name(self, lowered: list[str], letters: str, names: list[int], *, told: bool) -> bool:
        head, tail, the = lowered[names[0]], lowered[names[-1]], lowered[0] == "the"
        if head in self.words.outlets or tail.endswith(self.words.outlet_endings):
            return True
        if tail in self.words.outlet_titles and len(names) == 1:
            return the
        if tail in self.words.outlet_ends and len(names) > 1:
            return the or head not in self.language.first_names
        return told and the and self._is_unknown(lowered, letters)

    def _host(self, a: int, letters: str) -> bool:
        """“Lund TV host”, “an AP reporter”: people of an outlet that is named before what they are."""
        return letters[0] in "CM" and self.shape.words[a].lower() in self.words.outlets

    def _is_unknown(self, lowered: list[str], letters: str) -> bool:
        """“told the Lundian”: a name with an article that is no body, people or place."""
        name = " ".join(lowered[1:])
        language = self.language
        known = name in language.places or name in language.seats or lowered[-1] in self.words.audiences
        return len(letters) > 1 and letters[1:].strip("C") == "" and not known and not name.endswith("s")
