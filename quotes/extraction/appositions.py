"""The name beside a description that is whom it describes: “the mayor of London, Mira Danforth,”."""

from __future__ import annotations

from typing import Final

import regex

from quotes.extraction.mentions import Names

# "the mayor of London, N", "a spokesman for the ministry, N", "the mayor and N", "head of the Institute N".
_NAME_BEHIND: Final = regex.compile(
    r"(?:D(?:f[NBDx](?:i[NB])?|i[NBDx])?,|D&[DB],|D&|Df|[DBN],)N(?=(?:[fi][NB])?(?:[,VvWe.\n]|$))"
)
# "the head of the Council for the Defence of Water, N, said": only between commas, so that it is no list.
_NAME_FAR_BEHIND: Final = regex.compile(
    r"D(?:[fi][NDB]u?){2,4},N(?=,[VvWe])|(?<=V)D(?:[fi][NDBx]|u){1,5},N(?=[,.\n]|$)"
)
# "a man named N", "a woman who gave her name only as N".
_GIVEN_NAME: Final = regex.compile(r"D(?:[VvWg]|,?w[vVW]){1,2}[BOD]?[ik]?N(?![NDBO])")


class Appositions:
    """Those of one document."""

    def __init__(self, names: Names) -> None:
        self.names, self.shape, self.language = names, names.shape, names.language
        self.letters = names.phrases.letters

    def name_beside(self, k: int) -> int | None:
        """Return the phrase that names whom the k-th describes, None if none beside it does."""
        behind = self._behind(k)
        if behind is None and self.letters.startswith(",D", k + 1):
            behind = self._given(k + 2)  # "the guide, a man named Oskar"
        if behind is not None:
            return behind
        if self.letters[max(0, k - 2) : k] == "N," and self.letters[k - 3 : k - 2] not in ("i", "f"):
            return k - 2 if self._is_person(k - 2) else None
        return self._given(k)

    def head(self, a: int, b: int) -> int:
        """Return the token that says what a description is: the mayor of “the mayor of London”."""
        letters = self.shape.letters
        for joint in (letters.find("f", a, b), letters.find("2", a, b)):
            if joint > a and letters[joint - 1] in "ryT":
                return joint - 1
        return b - 1

    def _behind(self, k: int) -> int | None:
        m = _NAME_BEHIND.match(self.letters, k)
        if m is not None and self._is_person(m.end() - 1) and self._is_apposed(m):
            first = self.names.phrases.first[m.end() - 1]
            if m.group() != "DfN" or "M" in self.shape.letters[first : first + 3]:
                return m.end() - 1
        if m is not None and m.group() == "D,N" and self._is_body_of(k, m.end() - 1):
            return m.end() - 1
        far = _NAME_FAR_BEHIND.match(self.letters, k)
        if far is not None and self._is_person(far.end() - 1) and self._is_somebody(k) and self._is_one(k):
            return None if self._is_somebody(k + 2) else far.end() - 1  # not "an aide to the head of …, N"
        return None

    def _is_apposed(self, m: regex.Match[str]) -> bool:
        """Not of “the ministry, Danforth” or “an aide to the mayor, Danforth”, who is the mayor."""
        k, between = m.start(), m.group()[1]
        if between in "i&" or m.group().startswith("DfD"):
            other = self._is_somebody(k + 2) and not (between == "i" and self._is_one(k))
            return other is (between == "&") or m.end() == k + 3
        return m.group() != "D,N" or self._head_word(k) not in self.language.body_nouns

    def _is_body_of(self, k: int, named: int) -> bool:
        """“the refugee agency, UNHCR,”: a body's name behind what it is."""
        entity = self.names.of_phrase.get(named)
        body = entity is not None and entity.kind == "organisation"
        return (
            body
            and self.letters.startswith(",", named + 1)
            and self._head_word(k) in self.language.body_nouns
        )

    def is_somebody_new(self, k: int) -> bool:
        """Tell “a villager” from “the villager” and “a village”."""
        return not self._is_one(k) and self._is_somebody(k)

    def _is_one(self, k: int) -> bool:
        word = self.shape.words[self.names.phrases.first[k]].lower()
        return word not in self.language.dates.indefinite

    def _is_somebody(self, k: int) -> bool:
        first, last = self.names.phrases.first[k], self.names.phrases.last[k]
        return self.shape.letters[self.head(first, last)] in "rT"

    def _head_word(self, k: int) -> str:
        first, last = self.names.phrases.first[k], self.names.phrases.last[k]
        return self.shape.words[self.head(first, last)].lower()

    def _given(self, k: int) -> int | None:
        """“a man who gave his name as Oskar”: only of somebody new, and where a word tells of a name."""
        words, first = self.shape.words, self.names.phrases.first
        m = (
            _GIVEN_NAME.match(self.letters, k)
            if words[first[k]].lower() in self.language.dates.indefinite
            else None
        )
        if m is None or not self._is_person(m.end() - 1):
            return None
        told = words[self.names.phrases.last[k] : first[m.end() - 1] + 2]
        as_one = m.group()[-2] in "ik" or "O" in m.group()
        giving = self.language.giving_names if as_one else self.language.naming_one
        return None if giving.isdisjoint(map(str.lower, told)) else m.end() - 1

    def _is_person(self, k: int) -> bool:
        entity = self.names.of_phrase.get(k)
        return entity is not None and entity.kind == "person"
