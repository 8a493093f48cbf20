"""Cross-validation: each article is read with weights fitted to the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quotes.errors import QuotesError
from quotes.evaluation import Article, Report, evaluate
from quotes.extraction.marks import pair
from quotes.extraction.pipeline import Reading
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
    reader = {
        a.text: _reader(replace(language, weights=fitted[n])) for n, part in enumerate(parts) for a in part
    }
    known = [sum(bool(e.right) for e in own) for own in made]
    lost = sum(loss(own, weights) * n for own, weights, n in zip(made, fitted, known, strict=True))
    return HeldOut(folds, lost / max(1, sum(known)), evaluate(articles, extract=_by_text(reader)))


def _reader(language: Language) -> Callable[[str], Extraction]:
    def read(text: str) -> Extraction:
        quotations = pair(text)
        found = tuple(Reading(text, quotations, language).attributions()) if quotations else ()
        with_source = tuple(a for a in found if a.source is not None)
        return Extraction(with_source, tuple(a for a in found if a.source is None))

    return read


def _by_text(reader: dict[str, Callable[[str], Extraction]]) -> Callable[..., Extraction]:
    def extract(text: str, *, published_on: date | None = None) -> Extraction:  # noqa: ARG001 (the verb's signature)
        return reader[text](text)

    return extract
