"""What the words of a phrase tell that its letter does not."""

from __future__ import annotations

from quotes.extraction.phrases import Phrases
from quotes.extraction.shape import Shape
from quotes.languages.language import Language


class PhraseWords:
    """The phrases of one document, each asked for by its index."""

    def __init__(self, shape: Shape, phrases: Phrases, language: Language) -> None:
        self.shape, self.phrases, self.language = shape, phrases, language

    def last_word(self, k: int) -> str:
        """Return the last word in lower case: the verb itself, behind its auxiliaries."""
        return self.shape.words[self.phrases.last[k] - 1].lower()

    def last_letter(self, k: int) -> str:
        """Return the letter of the last word, as quotes.extraction.shape has it."""
        return self.shape.letters[self.phrases.last[k] - 1]

    def lemma(self, k: int) -> str:
        """Return the dictionary form of the last word, "?" of a verb that is in no list."""
        word = self.last_word(k)
        return self.language.lemmas.get(word, "?" if self.phrases.letters[k] == "v" else word)

    def is_owned(self, k: int) -> bool:
        """Tell whether it says whose it is: “Danforth's claim”, “her plan”."""
        first, last = self.phrases.first[k], self.phrases.last[k]
        owner = self.shape.letters.find("s", first, last) > 0
        return owner or self.shape.words[first].lower() in self.language.possessives

    def is_somebodys(self, k: int) -> bool:
        """Tell whether it is somebody's word: “Danforth's claim”, “her remark”."""
        return self.is_owned(k) and self.last_letter(k) == "n"
