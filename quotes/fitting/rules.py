"""What each rule is worth on annotated articles, as a table for readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quotes.evaluation import Article, Judgement, Report, evaluate
from quotes.extraction.attribution import CONTEXT, PATTERNS
from quotes.extraction.pipeline import EXTRACTOR_VERSION
from quotes.types import Span

_SENTENCE_END = re.compile(r"(?<=[.?!…])[”’\"'»)]*\s+(?=[“\"«(]?[A-Z])|\n")
_WHEN = {pattern.name: pattern.when for pattern in PATTERNS} | CONTEXT


def rule_table(articles: Sequence[Article], samples: Sequence[Article]) -> str:
    """Return a Markdown page: how often each rule fired and was right on `articles`.

    The example of a rule is the shortest stretch of `samples` (invented articles) where it was right, with
    the source in bold.
    """
    report = evaluate(articles)
    shown = _shortest(evaluate(samples).judgements)
    fired, right = (sum(getattr(r, key) for r in report.by_rule.values()) for key in ("fired", "right"))
    lines = [
        *_heading(report),
        "| rule | fired | right | precision | what it is for | example |",
        "|---|---:|---:|---:|---|---|",
        *(
            f"| `{rule}` | {r.fired} | {r.right} | {r.precision:.3f} "
            f"| {_WHEN.get(rule, '')} | {shown.get(rule, '')} |"
            for rule, r in report.by_rule.items()
        ),
        f"| all | {fired} | {right} | {right / fired if fired else 0:.3f} | | |",
    ]
    return "\n".join(lines) + "\n"


def _heading(report: Report) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield (
        f"What each rule of extractor {EXTRACTOR_VERSION} was worth on {report.articles} articles with "
        f"{report.gold} annotated quotes: how many parts of quotes it gave a source, and to how many the "
        "right one (the right speaker, where the annotation names one). The examples come from invented "
        "samples."
    )
    yield ""
    yield "Written by `quotes measure`; not to be edited by hand."
    yield ""


def _shortest(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return, by rule, the shortest stretch of text where it was right."""
    found: dict[str, str] = {}
    for j in judgements:
        if j.prediction is None or j.prediction.source is None or j.prediction.rule is None or not j.right:
            continue
        example = _stretch(j.article.text, Span(j.prediction.start, j.prediction.end), j.prediction.source)
        found[j.prediction.rule] = min(found.get(j.prediction.rule, example), example, key=len)
    return found


def _stretch(text: str, content: Span, source: Span) -> str:
    """Return the sentences that a quote and its source stand in, as a cell of a Markdown table."""
    edges = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    start = max(edge for edge in edges if edge <= min(content.start, source.start))
    end = min(edge for edge in edges if edge >= max(content.end, source.end))
    marked = f"{text[start : source.start]}**{source.of(text)}**{text[source.end : end]}"
    return re.sub(r"\s*\n\s*", " ¶ ", marked.strip()).replace("|", "\\|")
