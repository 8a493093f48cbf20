"""A few invented articles, in which whoever is named behind "said" or "according to" is always right."""

from __future__ import annotations

import pytest

from quotes.evaluation import Article, GoldQuote
from quotes.types import Span

PEOPLE = ("Mira Danforth", "Teodor Hasz", "Ola Brandt", "Ines Solvane", "Karel Dov", "Lena Askarel")
WORDS = ("The harbour stays open", "We will talk in spring", "Nobody has closed the bridge")
FORMS = ("“{words},” said {name}.", "“{words},” according to {name}.", "{name} said: “{words}.”")


def article(n: int) -> Article:
    """One person's three quotes and the title of a book, which nobody says."""
    name, title = PEOPLE[n % len(PEOPLE)], "The Long Ford"
    lines = [form.format(words=WORDS[(n + i) % 3], name=name) for i, form in enumerate(FORMS)]
    text = "\n\n".join([*lines, f"A clerk carried a copy of “{title}” to the {n + 2} o’clock train."])
    quotes = []
    at = 0
    for line, words in zip(lines, (WORDS[(n + i) % 3] for i in range(3)), strict=True):
        start, source = text.index(words, at), text.index(name, at)
        said = Span(source, source + len(name))
        quotes.append(GoldQuote(start, start + len(words), True, (said,), name, "person", {}))
        at += len(line)
    start = text.index(title)
    quotes.append(GoldQuote(start, start + len(title), False, (), None, None, {}))
    return Article(f"article-{n}", text, None, tuple(quotes))


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    return [article(n) for n in range(12)]
