"""Words that turn a sentence round, in every language: without one of them, words say something else.

Quotes of all languages are compared in one place, which does not ask of each which it is. The words are as
quotes.statements compares them: without apostrophes.
"""

from __future__ import annotations

from quotes.languages.english_negations import WORDS

NEGATIONS: frozenset[str] = frozenset(WORDS)
