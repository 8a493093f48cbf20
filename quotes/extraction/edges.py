"""Where that which is told in one breath begins and ends, by its phrases and by its tokens."""

from __future__ import annotations

from quotes.extraction.anaphora import Anaphora

_REACH = 120  # phrases of a sentence that are read, so that no text makes this slow


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
        letters, last = self.letters, min(len(self.letters), k + _REACH)
        n = self.clauses.sentence(k)
        for at in self.clauses.ends[n : n + _REACH]:
            if at >= last:
                break
            if letters[at] != "." or self._ends_sentence(at):
                last = at + (letters[at] in "QE")
                break
        semicolon = letters.find(";", k, last)
        return last if semicolon < 0 else semicolon

    def first_token(self, begin: int) -> int:
        """Return the first token of a sentence; a time or an adverb at its head is no phrase."""
        return self.phrases.last[begin - 1] if begin else 0

    def last_token(self, end: int) -> int:
        """Return what is behind the last token of a sentence."""
        if end == len(self.letters):
            return len(self.shape.words)
        return self.phrases.last[end - 1] if self.letters[end - 1] in "QE" else self.phrases.first[end]

    def _ends_sentence(self, k: int) -> bool:
        """Tell whether a point does: no lower word, number or day is behind it (“Jan. 5”)."""
        behind = self.phrases.last[k]
        if behind == len(self.shape.words):
            return True
        return not (self.shape.words[behind][0].islower() or self.shape.letters[behind] in "0D")
