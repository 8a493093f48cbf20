"""What the weights of antecedents are fitted to: pronouns and roles, whose they are, whose they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotes.evaluation import Article, GoldQuote
from quotes.evaluation.judging import same_name
from quotes.extraction.anaphora import Anaphora
from quotes.extraction.salience import Option
from quotes.fitting.examples import Example, read
from quotes.fitting.weights import L2, fit
from quotes.languages.language import Language

_ROUNDS = 3


def fit_antecedents(articles: Sequence[Article], language: Language, *, l2: float = L2) -> dict[str, float]:
    """Return the weights that make the annotated antecedents likeliest; none where nobody is annotated.

    Whom a pronoun stands for changes who was talked of before the next: so they are fitted several times, the
    text being read with those of the time before.
    """
    weights: dict[str, float] = {}
    for _ in range(_ROUNDS):
        made = antecedent_examples(articles, replace(language, antecedents=weights))
        if not any(example.right for example in made):
            break
        weights = fit(made, l2=l2)
    return weights


def antecedent_examples(articles: Iterable[Article], language: Language) -> list[Example]:
    """Return an example for each annotated source that is a pronoun or a role.

    `right` are the options of the annotated name, or that of nobody where the annotation has no name.
    """
    return [example for article in articles for example in _examples(article, language)]


def _examples(article: Article, language: Language) -> Iterator[Example]:
    reading = read(article, language)
    if reading is None:
        return
    kept: dict[int, Sequence[Option]] = {}
    anaphora = Anaphora(reading.names, reading.spoken, kept.__setitem__)
    golds = {span: quote for quote in article.quotes if quote.counts for span in quote.source}
    sources = [
        (k, golds[reading.span(k)]) for k in range(len(reading.phrases.letters)) if reading.span(k) in golds
    ]
    for k, _ in sources:
        anaphora.entity(k)
    for k, gold in sources:
        options = kept.get(k, ())
        if len(options) > 1 and gold.type in ("person", "organization", "unnamed"):
            yield Example(tuple(o.features() for o in options), frozenset(_right(options, gold)))


def _right(options: Sequence[Option], gold: GoldQuote) -> Iterator[int]:
    for i, option in enumerate(options):
        if option.entity is None:
            if not gold.named:
                yield i
        elif gold.named and gold.entity and same_name(gold.entity, option.entity.name)[1]:
            yield i
