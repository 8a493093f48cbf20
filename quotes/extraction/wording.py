"""What the words of a phrase tell of when it was said: is it something said, is it known, is it over."""

from __future__ import annotations

from typing import Final

from quotes.extraction.mentions import Names

_NOUNS: Final = ("N", "D", "B", "O", "P", "Y")


class Wording:
    """The phrases of one document, asked for their words."""

    def __init__(self, names: Names) -> None:
        self.shape, self.phrases, self.language = names.shape, names.phrases, names.language
        self.letters, self.words = names.phrases.letters, names.language.dates

    def word(self, k: int) -> str:
        """Return the last word of the k-th phrase in lower case: “a press conference last” night."""
        first, last = self.phrases.first[k], self.phrases.last[k] - 1
        word = self.shape.words[last].lower()
        while last > first and (word in self.words.last or word in self.words.leading):
            last -= 1
            word = self.shape.words[last].lower()
        return word

    def first_word(self, k: int) -> str:
        """Return the first word of the k-th phrase in lower case."""
        return self.shape.words[self.phrases.first[k]].lower()

    def lemma(self, k: int) -> str:
        """Return the dictionary form of the verb that the k-th phrase is."""
        word = self.word(k)
        return self.language.lemmas.get(word, word)

    def is_spoken(self, k: int) -> bool:
        """Tell whether the k-th phrase is something said or something that one speaks at."""
        word = self.word(k)
        return word in self.words.occasions or self.language.letters.get(word) == "n"

    def is_article(self, token: int) -> bool:
        """Tell whether a token tells that something is known or new: “the”, “her”, “a”."""
        word = self.shape.words[token].lower()
        return word in self.words.definite or word in self.words.indefinite

    def is_known(self, k: int) -> bool:
        """Tell whether the k-th phrase is spoken of as known: “the statement”, “Danforth's statement”."""
        first, last = self.phrases.first[k], self.phrases.last[k]
        definite = self.shape.words[first].lower() in self.words.definite
        return definite or self.shape.letters.find("s", first, last) >= 0

    def is_new(self, k: int) -> bool:
        """Tell whether the k-th phrase is spoken of as new: “a statement”."""
        return self.first_word(k) in self.words.indefinite

    def is_at(self, k: int) -> bool:
        """Tell whether the k-th phrase is what something is said at: “in a statement”."""
        return k > 0 and self.letters[k - 1] in "ikA" and self.word(k - 1) in self.words.at

    def is_over(self, k: int) -> bool:
        """Tell whether the k-th phrase is the “after” before a noun."""
        return k >= 0 and self.word(k) in self.words.after and self.letters[k + 1 : k + 2] in _NOUNS

    def is_known_act(self, k: int) -> bool:
        """Tell whether the k-th phrase is the verb in “at the signing”."""
        first = self.phrases.first[k]
        if self.letters[k] not in "Gg" or first < 2:
            return False
        before, article = (w.lower() for w in self.shape.words[first - 2 : first])
        return article in self.words.the and (before in self.words.at or before in self.words.after)
