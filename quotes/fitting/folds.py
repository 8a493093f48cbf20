"""Cross-validation: each article is read with weights fitted to the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quotes.errors import QuotesError
from quotes.evaluation import Article, Report, evaluate
from quotes.extraction.pipeline import extract_with
from quotes.fitting.examples import digest, examples, in_order
from quotes.fitting.weights import L2, fit, loss
from quotes.languages.language import Language
from quotes.types import Extraction


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The figures of articles read with weights of others; `loss` is the mean log-loss of a quotation."""

    folds: int
    loss: float
    report: Report


def cross_validate(
    articles: Sequence[Article], language: Language, *, folds: int = 5, l2: float = L2
) -> HeldOut:
    """Fit weights without each fold in turn, and measure them on it.

    Articles of one text are in one fold. Raises QuotesError where there are fewer texts than folds.
    """
    articles = in_order(articles)
    texts = dict.fromkeys(map(digest, articles))
    if len(texts) < folds:
        raise QuotesError(f"{folds} folds need as many different articles, there are {len(texts)}")
    fold_of = {text: n % folds for n, text in enumerate(texts)}
    parts: list[list[Article]] = [[] for _ in range(folds)]
    for article in articles:
        parts[fold_of[digest(article)]].append(article)
    made = [examples(part, language) for part in parts]
    fitted = [fit([e for m in made if m is not own for e in m], l2=l2) for own in made]
    # Where no speaker is named only the source can be right: what its sort is worth does not count.
    trust = language.trust if any(q.named for a in articles for q in a.quotes) else {}
    tables = [replace(language, weights=weights, trust=trust) for weights in fitted]
    table_of = {article.text: table for part, table in zip(parts, tables, strict=True) for article in part}

    def read(text: str, *, published_on: date | None = None) -> Extraction:  # noqa: ARG001 (the verb's signature)
        return extract_with(text, table_of[text])

    known = [sum(bool(e.right) for e in own) for own in made]
    lost = sum(loss(own, weights) * n for own, weights, n in zip(made, fitted, known, strict=True))
    return HeldOut(folds, lost / max(1, sum(known)), evaluate(articles, extract=read))
