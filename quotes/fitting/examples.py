"""What weights are fitted to: annotated quotations, what speaks for each choice, and which is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from quotes.evaluation import Article, GoldQuote
from quotes.extraction.attribution import Candidate
from quotes.extraction.marks import Quotation
from quotes.extraction.pipeline import Reading, marked
from quotes.languages.language import Language

_NEAR = 4  # characters: marks and spaces that an annotation may take in or leave out


class Example(NamedTuple):
    """One annotated quotation: the features of each choice, "none" last, and the indices of the right ones.

    `right` is empty where the annotated source is not among the candidates, and "none" is left out where the
    text says for certain that somebody said it.
    """

    choices: tuple[Sequence[str], ...]
    right: frozenset[int]


def in_order(articles: Iterable[Article]) -> list[Article]:
    """Return articles in an order of their own, whatever order their files had."""
    return sorted(articles, key=lambda article: (digest(article), article.doc))


def digest(article: Article) -> str:
    """Return what tells an article's text from any other."""
    return sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def examples(articles: Iterable[Article], language: Language) -> list[Example]:
    """Return the examples that articles give; quotations that nobody annotated give none."""
    return [example for article in articles for example in _examples(article, language)]


def read(article: Article, language: Language) -> Reading | None:
    """Return an article's text on its way through the stages; None if it has no quotation."""
    text, quotations, _ = marked(article.text)
    return Reading(text, quotations, language) if quotations else None


def _examples(article: Article, language: Language) -> Iterator[Example]:
    reading = read(article, language)
    if reading is None:
        return
    before: Candidate | None = None  # the true source of the quotation before, as far as it is known
    for n, quotation in enumerate(reading.quotations):
        found, seen, none = reading.weighable(n, before)
        gold = _annotated(article, quotation)
        right = [i for i, c in enumerate(found) if gold is not None and _named(reading, c, gold)]
        if gold is not None and (gold.counts or not gold.attributed):
            choices = [[f for one in of_one for f in one.features()] for of_one in seen]
            if none is not None or not found:
                choices.append(list(none.features()) if none is not None else [])
            silent = range(len(found), len(choices))  # "none", where it can be chosen
            yield Example(tuple(choices), frozenset(right if gold.attributed else silent))
        if right:
            before = found[right[0]]
        elif gold is None and found:
            before = found[0]
        elif not found and gold is not None:
            before = None


def _annotated(article: Article, q: Quotation) -> GoldQuote | None:
    return next((gold for gold in article.quotes if _same(gold, q)), None)


def _same(gold: GoldQuote, q: Quotation) -> bool:
    shared = min(gold.end, q.end) - max(gold.start, q.start)
    whole = max(gold.end, q.end) - min(gold.start, q.start)
    return abs(gold.start - q.start) < _NEAR or shared > 0.5 * whole


def _named(reading: Reading, candidate: Candidate, gold: GoldQuote) -> bool:
    """Whether a candidate's phrase shares a character with the annotated source."""
    if not gold.attributed:
        return False
    shape, phrases = reading.shape, reading.phrases
    start = shape.starts[phrases.first[candidate.source]]
    end = shape.ends[phrases.last[candidate.source] - 1]
    return any(start < span.end and span.start < end for span in gold.source)
