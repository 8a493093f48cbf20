"""What the extractor and each of its rules are worth on annotated articles, as tables for readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from quotes.errors import QuotesError
from quotes.evaluation import Article, Judgement, Report, evaluate
from quotes.evaluation.gold import ATTRIBUTES
from quotes.evaluation.report import AttributeRates, Rates
from quotes.extraction.patterns import CONTEXT, PATTERNS
from quotes.extraction.pipeline import EXTRACTOR_VERSION
from quotes.types import Span

_SENTENCE_END = re.compile(r"(?<=[.?!…])[”’\"'»)]*\s+(?=[“\"«(]?[A-Z])|\n")
_FEW = 5
_SHOWN = 10  # times that a rule must have fired before its precision is told
_WHEN = {pattern.name: pattern.when for pattern in PATTERNS} | CONTEXT


def rule_page(articles: Sequence[Article], samples: Sequence[Article]) -> str:
    """Return a Markdown page: how often each rule fired and was right on `articles`.

    The example of a rule is the shortest stretch of `samples` (invented articles) where it was right, with
    the source in bold.
    """
    report = evaluate(articles)
    return "\n".join([*_heading(report), *_rules(report, samples)]) + "\n"


def precisions(articles: Sequence[Article]) -> dict[str, float]:
    """Return how often each rule that fired gave the right source on `articles`."""
    by_rule = evaluate(articles).by_rule
    return {rule: round(r.precision, 3) for rule, r in sorted(by_rule.items()) if r.fired >= _SHOWN}


def accuracy(parts: Mapping[str, Sequence[Article]], samples: Sequence[Article], *, least: int = 20) -> str:
    """Return Markdown tables: the figures of each part of the annotated articles, and of the busiest rules.

    A part that has quotations in marks that are never annotated there is told a second time without them.
    `least` is how often a rule has fired that is shown.
    """
    lines = [
        "| articles | quotes | detection P, R | mention P, R, F1 | speaker P, R, F1 | name exact |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    reports = {name: evaluate(articles) for name, articles in parts.items()}
    for name, report in reports.items():
        lines.append(_figures(f"{report.articles} of {name}", report, lambda rates: rates))
        if report.unjudged > _FEW:
            lines.append(
                _figures(f"– without {report.unjudged} never annotated", report, report.without_unjudged)
            )
    every = evaluate([article for articles in parts.values() for article in articles])
    return "\n".join([*lines, *_attributes(reports), "", *_rules(every, samples, least)])


def put_between(page: str, name: str, text: str) -> str:
    """Return a page with the text between its marks `<!-- name: begin -->` and `<!-- name: end -->` replaced.

    Raises QuotesError where the page has no such marks.
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    head, mark, rest = page.partition(begin)
    _, other, tail = rest.partition(end)
    if not (mark and other):
        raise QuotesError(f"there is no {begin} … {end} in the page")
    return f"{head}{begin}\n{text}\n{end}{tail}"


def _figures(name: str, report: Report, reading: Callable[[Rates], Rates]) -> str:
    detection, mention = reading(report.detection), reading(report.mention)
    speaker = reading(report.speaker) if report.speaker else None
    return (
        f"| {name} | {report.gold} | {detection.precision:.3f}, {detection.recall:.3f} "
        f"| {_three(mention)} | {_three(speaker)} | {report.entity_exact:.3f} |"
    )


def _attributes(reports: Mapping[str, Report]) -> Iterator[str]:
    """Yield a table of what is told around the quotes, for the parts that are annotated with it."""
    told = {name: report.attributes for name, report in reports.items() if report.attributes}
    if told:
        yield ""
        yield "| precision, recall | " + " | ".join(ATTRIBUTES) + " |"
        yield "|---" * (len(ATTRIBUTES) + 1) + "|"
        for name, rates in told.items():
            cells = (_two(rates.get(key)) for key in ATTRIBUTES)
            yield f"| {name} | " + " | ".join(cells) + " |"


def _two(rates: AttributeRates | None) -> str:
    return "" if rates is None else f"{rates.precision:.3f}, {rates.recall:.3f} of {rates.gold}"


def _three(rates: Rates | None) -> str:
    return "" if rates is None else f"{rates.precision:.3f}, {rates.recall:.3f}, {rates.f1:.3f}"


def _rules(report: Report, samples: Sequence[Article], least: int = 0) -> Iterator[str]:
    shown = _shortest(evaluate(samples).judgements)
    fired, right = (sum(getattr(r, key) for r in report.by_rule.values()) for key in ("fired", "right"))
    yield "| rule | fired | right | precision | what it is for | example |"
    yield "|---|---:|---:|---:|---|---|"
    for rule, r in report.by_rule.items():
        if r.fired >= least:
            figures = f"| `{rule}` | {r.fired} | {r.right} | {r.precision:.3f} "
            yield f"{figures}| {_WHEN.get(rule, '')} | {shown.get(rule, '')} |"
    yield f"| all | {fired} | {right} | {right / fired if fired else 0:.3f} | | |"


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
