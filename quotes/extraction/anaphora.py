"""Find whom a pronoun, a role or a surname stands for."""

from __future__ import annotations

import regex

from quotes.extraction.mentions import Entity, Names

_SUBJECTS = regex.compile(r"(?<![if])[NPD](?=(?:[if][NDBOxPfm&]{1,3}){0,4}(?:,[^QE.;:\n]{1,40}?,|w[VvWeGg][^,.:;\nQE]{0,14},?|,)?[VvWe])|(?<=V)[NPD](?=[.,\n])")
_GENDER = {"he": "m", "she": "f"}


class Anaphora:
    """Resolves the mentions of one document, each once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.phrases = names.phrases
        self.shape = names.shape
        self.subjects = [m.start() for m in _SUBJECTS.finditer(self.phrases.letters)]
        self.memo: dict[int, int | None] = {}

    def antecedent(self, k: int) -> int | None:
        """Return the phrase with the name that the k-th phrase stands for; itself if it is a name."""
        if k in self.memo:
            return self.memo[k]
        self.memo[k] = None
        letter = self.phrases.letters[k]
        found: int | None = None
        if letter == "N":
            found = k
        elif letter == "P":
            found = self._pronoun(k)
        elif letter == "w":
            found = self._relative(k)
        elif letter in "DB":
            found = self._description(k)
        self.memo[k] = found
        return found

    def entity(self, k: int) -> Entity | None:
        """Return the entity that the k-th phrase stands for."""
        name = self.antecedent(k)
        return None if name is None else self.names.of_phrase.get(name)

    def _word(self, k: int) -> str:
        return self.shape.words[self.phrases.first[k]].lower()

    def _pronoun(self, k: int) -> int | None:
        word = self._word(k)
        if word not in ("he", "she"):
            return None
        gender = _GENDER[word]
        i = _bisect(self.subjects, k) - 1
        letters = self.phrases.letters
        steps = 0
        while i >= 0 and steps < 40:
            j = self.subjects[i]
            i -= 1
            steps += 1
            if letters[j] == "P":
                if self._word(j) != word:
                    continue
                found = self.antecedent(j)
                if found is not None:
                    return found
                continue
            if letters[j] == "D":
                continue
            entity = self.names.of_phrase.get(j)
            if entity is None or entity.kind != "person" or (entity.gender and entity.gender != gender):
                continue
            return j
        return None

    def _relative(self, k: int) -> int | None:
        for j in range(k - 1, max(-1, k - 12), -1):
            if self.phrases.letters[j] in "ND":
                if j and self.phrases.letters[j - 1] in "if":
                    continue
                return self.antecedent(j)
        return None

    def _description(self, k: int) -> int | None:
        a, b = self.phrases.first[k], self.phrases.last[k]
        words = [w.lower() for w in self.shape.words[a:b]]
        if words[0] not in ("the", "his", "her", "their"):
            return None
        head = words[-1]
        if self.shape.letters[b - 1] not in "rT":
            return None
        best = None
        for j in range(k - 1, -1, -1):
            if self.phrases.letters[j] == "N":
                entity = self.names.of_phrase.get(j)
                if entity is not None and entity.kind == "person" and head in entity.roles:
                    return j
        return best


def _bisect(values: list[int], k: int) -> int:
    low, high = 0, len(values)
    while low < high:
        mid = (low + high) // 2
        if values[mid] < k:
            low = mid + 1
        else:
            high = mid
    return low
