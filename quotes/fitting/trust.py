"""Measure how far to trust a speaker, by how they were found: named, by a pronoun, by a description."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from quotes.evaluation import Article, Report, score
from quotes.evaluation.judging import predict
from quotes.extraction.pipeline import extract_with
from quotes.extraction.scoring import sort_of_source, step_of
from quotes.fitting.examples import digest
from quotes.languages.language import Language

_USUAL = 0.8  # what a sort is worth that was never seen
_STRENGTH, _STRENGTH_OF_STEP = 10.0, 40.0  # and how many quotes outweigh what is usual
_DIGITS = 3


def halves(articles: Sequence[Article]) -> tuple[list[Article], list[Article]]:
    """Part articles in two, by their texts: whatever else is read, an article stays in its half."""
    parts: tuple[list[Article], list[Article]] = ([], [])
    for article in articles:
        parts[int(digest(article), 16) % 2].append(article)
    return parts


def fit_trust(reports: Iterable[Report], language: Language) -> dict[str, float]:
    """Return, by the sort of source and how sure it is, how often a speaker was right for each time expected.

    `reports` are of articles read without any trust. What was seldom seen is drawn towards its sort as a
    whole, and that towards what is usual.
    """
    right: defaultdict[str, float] = defaultdict(float)
    expected: defaultdict[str, float] = defaultdict(float)
    for judgement in (j for report in reports for j in report.judgements):
        p = judgement.prediction
        if (
            judgement.gold is None
            or not judgement.found
            or p is None
            or p.source is None
            or p.confidence is None
        ):
            continue
        described = p.antecedent is not None
        words = p.source.of(judgement.article.text)
        sort = sort_of_source(words, p.resolved, p.speaker_kind, described, language)
        for key in (sort, f"{sort}, {step_of(p.confidence)}"):
            right[key] += judgement.right
            expected[key] += p.confidence
    table: dict[str, float] = {}
    for key in sorted(expected, key=lambda key: ("," in key, key)):
        usual, strength = (
            table.get(key.partition(",")[0], _USUAL),
            _STRENGTH_OF_STEP if "," in key else _STRENGTH,
        )
        table[key] = round((right[key] + usual * strength) / (expected[key] + strength), _DIGITS)
    return table


def read_with(articles: Sequence[Article], language: Language, trust: Mapping[str, float]) -> Report:
    """Return the figures of some articles, read with a trust table in place of the language's own."""
    read = partial(extract_with, language=replace(language, trust=trust))
    return score(articles, {a.doc: predict(a.text, read(a.text)) for a in articles})
