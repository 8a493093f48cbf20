"""Whose words a document holds: “the statement”, “a Pentagon readout”, “the email” that somebody sent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from quotes.extraction.clauses import Clauses
from quotes.extraction.entities import Reference
from quotes.extraction.mentions import Names

_MANY: Final = 6  # earlier mentions of a document that are looked at
_LESS_LIKELY: Final = 0.7
_SENT: Final = 16  # phrases between a document and who sent it

Resolve = Callable[[int], Reference | None]


class Documents:
    """The statements, letters and reports of one text."""

    def __init__(self, names: Names, clauses: Clauses) -> None:
        self.names, self.clauses = names, clauses
        self.language = names.language
        self.letters, self.words = clauses.letters, names.shape.words
        self._by_head: dict[str, list[int]] | None = None

    def owner(self, k: int, resolve: Resolve) -> Reference | None:
        """Return the author or issuer of the document that the k-th phrase is.

        That is whoever the phrase or its sentence names as such, there or where the document was spoken of
        before; else whoever was the subject where it was first spoken of. `resolve` gives whom a phrase
        stands for.
        """
        known = self._named(k, resolve)
        if known is not None:
            return known
        places = self._places().get(self._head(k), [])
        n = bisect_left(places, k)
        for j in reversed(places[max(0, n - _MANY) : n]):
            found = self._named(j, resolve) or self._subject(j, resolve)
            if found is not None:
                return found
        return None

    def of_last_subject(self, k: int, article: str) -> float:
        """Return how likely a document is that of the last subject, whose nothing else tells it to be.

        It is with “a statement”, “Danforth sent a letter”, “the letter”, less so with “the lawsuit”, never
        with “a study”.
        """
        head = self._head(k)
        if head in self.language.bearing or head in self.language.papers or article not in ("a", "the"):
            return 0.0
        if article == "the":
            return _LESS_LIKELY if head in self.language.filings else 1.0
        subjects = self.clauses.subjects
        n = bisect_left(subjects, k)
        sent = n > 0 and subjects[n - 1] >= self.clauses.begin(k)
        return 1.0 if sent or head in self.language.announced else 0.0

    def _places(self) -> dict[str, list[int]]:
        """Where documents are spoken of, by the word for them; few texts need it."""
        if self._by_head is None:
            self._by_head = {}
            kinds, last = self.names.shape.letters, self.names.phrases.last
            for k, letter in enumerate(self.letters):
                if letter in "DB" and kinds[last[k] - 1] == "n":
                    self._by_head.setdefault(self._head(k), []).append(k)
        return self._by_head

    def _head(self, k: int) -> str:
        return self.names.phrase.last_word(k)

    def _named(self, k: int, resolve: Resolve) -> Reference | None:
        """“X's statement”, “a Pentagon readout”, “a statement by X”, “the letter, sent by X”."""
        a, b = self.names.phrases.first[k], self.names.phrases.last[k]
        kinds = self.names.shape.letters
        cut = kinds.rfind("s", a, b)
        if cut > a:
            return self.names.owner(a, cut, k)
        end = b - 1
        while end > a and kinds[end - 1] in "jxn":
            end -= 1
        begin = end
        while begin > a and kinds[begin - 1] in "CMJ":
            begin -= 1
        if begin < end:
            return self.names.owner(begin, end, k)
        return self._behind(k, resolve)

    def _behind(self, k: int, resolve: Resolve) -> Reference | None:
        """Whoever stands behind “by” or “from”, right behind the document or a verb of sending."""
        letters = self.letters
        if self._is_author(k + 1):
            return resolve(k + 2)
        end = min(len(letters), k + _SENT)
        for j in range(k + 1, end):
            if letters[j] in ".\nQEqm":
                break
            if letters[j] in "VvW" and self._issues(self._lemma(j), k):
                i = next((i for i in range(j + 1, min(end, j + 5)) if self._is_author(i)), None)
                if i is not None:
                    return resolve(i + 1)
        return None

    def _issues(self, verb: str, k: int) -> bool:
        """Tell whether a verb's agent issued the k-th phrase: who publishes a letter did not write it."""
        published = verb in self.language.publishing and self._head(k) in self.language.published
        return published or verb in self.language.sending

    def _is_author(self, k: int) -> bool:
        """Tell whether the k-th phrase is a “by”, and what follows somebody, not another document."""
        if self.letters[k : k + 1] not in ("i", "f") or self.letters[k + 1 : k + 2] not in ("N", "D"):
            return False
        if self._head(k) not in self.language.authors:
            return False
        return self.names.shape.letters[self.names.phrases.last[k + 1] - 1] != "n"

    def _lemma(self, k: int) -> str:
        word = self._head(k)
        return self.language.lemmas.get(word, word)

    def _subject(self, k: int, resolve: Resolve) -> Reference | None:
        """The nearest subject before it in its sentence: Danforth of “Danforth said in a statement”."""
        begin = self.clauses.begin(k)
        subjects = self.clauses.subjects
        n = bisect_left(subjects, k)
        if n and subjects[n - 1] >= begin:
            return resolve(subjects[n - 1])
        return None
