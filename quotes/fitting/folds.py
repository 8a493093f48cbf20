"""Cross-validation: each article is read with weights fitted to the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.errors import QuotesError
from quotes.evaluation import Article, Prediction, Report, score
from quotes.evaluation.judging import predict
from quotes.extraction.pipeline import extract_with
from quotes.fitting.antecedents import fit_antecedents
from quotes.fitting.examples import Example, digest, examples, in_order
from quotes.fitting.weights import L2, fit, loss
from quotes.languages.language import Language


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The figures of articles read with weights of others; `loss` is the mean log-loss of a quotation.

    `named` is about those articles alone whose speakers are annotated, None if there are none.
    """

    folds: int
    loss: float
    report: Report
    named: Report | None


def cross_validate(
    articles: Sequence[Article], language: Language, *, folds: int = 5, l2: float = L2
) -> HeldOut:
    """Fit weights without each fold in turn, and measure them on it.

    Where articles name speakers the weights of antecedents are fitted so too; those of trust are left out.
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
    fitted = [fit(_others(made, n), l2=l2) for n in range(folds)]
    predictions: dict[str, tuple[Prediction, ...]] = {}
    for n, part in enumerate(parts):
        others = [
            a for i, other in enumerate(parts) if i != n for a in other if any(q.named for q in a.quotes)
        ]
        antecedents = fit_antecedents(others, language, l2=l2) or language.antecedents
        table = replace(language, weights=fitted[n], antecedents=antecedents, trust={})
        predictions |= {a.doc: predict(a.text, extract_with(a.text, table)) for a in part}
    count = [sum(bool(e.right) for e in own) for own in made]
    lost = sum(loss(own, weights) * n for own, weights, n in zip(made, fitted, count, strict=True))
    named = [a for a in articles if any(q.named for q in a.quotes)]
    return HeldOut(
        folds,
        lost / max(1, sum(count)),
        score(articles, predictions),
        score(named, predictions) if named else None,
    )


def _others(parts: Sequence[list[Example]], n: int) -> list[Example]:
    """The examples of all parts but the n-th."""
    return [example for i, part in enumerate(parts) if i != n for example in part]
