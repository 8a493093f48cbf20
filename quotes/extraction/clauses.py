"""Where sentences and paragraphs begin, who is the subject of what, and in which role a phrase stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

# A subject: a phrase that a verb follows, asides left out; or one behind its verb; or "according to" one.
_SUBJECTS: Final = re.compile(
    r"""
    [NPDBY] (?:
      (?<![if].) (?=
          (?:[if][NDBOxPYfm&]{1,3}){0,4}
          (?:,[^QE.;:\n]{1,40}?,|w[VvWeGg][^,.:;\nQE]{0,14},?|,)?
          ([VvWe])
      )
    | (?<=[NPD]) (?: (?<=[qEm]V.) | (?<=[qEm],V.) | (?<=,V.)(?=[.,\n]|$) | (?<=A.) )
    )
    """,
    re.VERBOSE,
)
_TOPIC: Final = 3
_SENTENCE_ENDS: Final = re.compile(r"[.\nQE]")
_PARAGRAPH_ENDS: Final = re.compile(r"\n")


class Clauses:
    """The sentences of one document, over the letters of its phrases (quotes.extraction.phrases)."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self.subjects: list[int] = []
        self._said: set[int] = set()
        verb = -1
        for m in _SUBJECTS.finditer(letters):
            if m.start(1) == verb != -1:
                continue  # in an aside of the one whose verb it is: "Danforth, who met Brandt, said"
            verb = m.start(1)
            self.subjects.append(m.start())
            if m.group(1) in ("V", None):
                self._said.add(m.start())
                self._said.add(self.named(m.start()))
        self.ends = [m.start() for m in _SENTENCE_ENDS.finditer(letters)]
        self._paragraphs = [m.start() for m in _PARAGRAPH_ENDS.finditer(letters)]
        self._mains = list(self._find_mains())
        self._roles: dict[int, str] | None = None

    def sentence(self, k: int) -> int:
        """Return the number of the sentence that the k-th phrase stands in."""
        return bisect_left(self.ends, k)

    def paragraph(self, k: int) -> int:
        """Return the number of the paragraph that the k-th phrase stands in."""
        return bisect_left(self._paragraphs, k)

    def paragraph_begin(self, n: int) -> int:
        """Return the index of the first phrase of the n-th paragraph."""
        return self._paragraphs[n - 1] + 1 if n else 0

    def begin(self, k: int) -> int:
        """Return the index of the first phrase of the sentence of the k-th."""
        n = bisect_left(self.ends, k)
        return self.ends[n - 1] + 1 if n else 0

    def end(self, k: int) -> int:
        """Return the index of the phrase that ends the sentence of the k-th, or of the last one."""
        n = bisect_left(self.ends, k)
        return self.ends[n] if n < len(self.ends) else len(self.letters)

    def named(self, k: int) -> int:
        """Return the phrase that names the k-th: N of "the keeper, N, said"; else the k-th."""
        return k + 2 if self.letters.startswith(",N,", k + 1) and self.letters[k] in "DB" else k

    def said(self, k: int) -> bool:
        """Tell whether the k-th phrase is the subject of a verb of saying."""
        return k in self._said

    def role(self, k: int) -> str:
        """Name the role of the k-th phrase in its sentence, by a letter.

        M main subject, C subject of an introductory clause, S other subject, T topic ("As for X,"),
        V behind a verb of saying ("asked X"), I behind a preposition, O other.
        """
        if self._roles is None:
            self._roles = self._find_roles()
        known = self._roles.get(k)
        if known is not None:
            return known
        before = self.letters[k - 1 : k]
        if before in ("i", "f"):
            topic = self.letters[k + 1 : k + 2] == "," and k - self.begin(k) < _TOPIC
            return "T" if topic else "I"
        if self.letters.startswith("N,", k) and self.begin(k) == k:
            return "M"  # "Danforth, despite saying that …": its verb is far off
        return "V" if before in ("V", "G") else "O"

    def subjects_before(self, k: int, most: int) -> Iterator[int]:
        """Yield subjects before the k-th phrase, sentence by sentence backwards, the main one first."""
        end = bisect_left(self.subjects, k)
        floor = max(0, end - most)
        while end > floor:
            begin = max(floor, self._mains[end - 1])
            yield from self.subjects[begin:end]
            end = begin

    def _find_mains(self) -> Iterator[int]:
        """For each subject, which of them is the first of its sentence."""
        main = before = 0
        for i, j in enumerate(self.subjects):
            between = self.letters[before:j]
            if "." in between or "\n" in between or "Q" in between:
                main = i
            yield main
            before = j

    def _find_roles(self) -> dict[int, str]:
        roles: dict[int, str] = {}
        sentence, waiting, introduced = -1, True, False
        for k in self.subjects:
            n = self.sentence(k)
            if n != sentence:
                sentence, waiting = n, True
                begin = self.begin(k)
                introduced = self.letters[begin : begin + 1] == "k"
            if not waiting:
                roles[k] = "S"
            elif introduced and "," not in self.letters[begin:k]:
                roles[k] = "C"
            else:
                roles[k], waiting = "M", False
            named = self.named(k)
            if named != k:
                roles[named] = roles[k]
        return roles
