"""Where that which is told in one breath begins and ends, by its phrases and by its tokens."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from quotes.extraction.anaphora import Anaphora

_REACH: Final = 120  # phrases of a sentence that are read, so that no text makes this slow


class Edges:
    """The edges of the sentences of one document, at semicolons too."""

    def __init__(self, anaphora: Anaphora) -> None:
        self.letters, self.phrases = anaphora.letters, anaphora.names.phrases
        self.shape, self.clauses = anaphora.shape, anaphora.clauses

    def begin(self, k: int) -> int:
        """Return the first phrase of what the k-th stands in."""
        begin = self.clauses.begin(k)
        if k - begin > _REACH:
            begin = k - _REACH
        return self.letters.rfind(";", begin, k) + 1 or begin

    def end(self, k: int) -> int:
        """Return the end of what the k-th phrase stands in, which is behind its last quotation."""
        letters, ends = self.letters, self.clauses.ends
        n, last = bisect_left(ends, k), k + _REACH
        while n < len(ends) and ends[n] < last:
            at = ends[n]
            if letters[at] == "E" and letters[at + 1 : at + 2] == "&":
                pass  # “by shouting “Shame!” and holding signs”
            elif letters[at] != "." or self._ends_sentence(at):
                last = at + (letters[at] in "QE")
                break
            n += 1
        semicolon = letters.find(";", k, last)
        return semicolon if semicolon >= 0 else last if last < len(letters) else len(letters)

    def first_token(self, begin: int) -> int:
        """Return the first token of a sentence; a time or an adverb at its head is no phrase."""
        return self.phrases.last[begin - 1] if begin else 0

    def last_token(self, end: int) -> int:
        """Return what is behind the last token of a sentence."""
        if end == len(self.letters):
            return len(self.shape.words)
        return self.phrases.last[end - 1] if self.letters[end - 1] in "QE" else self.phrases.first[end]

    def paragraph(self, n: int) -> int:
        """Return the first token of the n-th paragraph."""
        return self.first_token(self.clauses.paragraph_begin(n)) if n > 0 else 0

    def _ends_sentence(self, k: int) -> bool:
        """Tell whether a point does: no lower word, number or day is behind it (“Jan. 5”)."""
        behind = self.phrases.last[k]
        letter = self.shape.letters[behind : behind + 1]
        return not (letter in ("0", "D") or (letter and self.shape.words[behind][0].islower()))
