"""The figures: how often the extractor finds a quote, names its speaker, and knows that it does."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.evaluation.gold import ATTRIBUTES, Article
from quotes.evaluation.judging import (
    Judgement,
    Prediction,
    judge,
    mark_style,
    predict,
    same_attribute,
    source_class,
)
from quotes.evaluation.mistakes import mistakes
from quotes.extraction.pipeline import extract as extract_quotes
from quotes.types import Extraction


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision and recall of one part of the work."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _ratio(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class RuleRates:
    """What one rule did: pieces it gave a speaker, those that answer a gold quote, those that are right."""

    fired: int
    matched: int
    right: int

    @property
    def precision(self) -> float:
        """How many of all that it gave a speaker are right: its share of the headline figure."""
        return _ratio(self.right, self.fired)

    @property
    def matched_precision(self) -> float:
        """How many of those with an answer in the gold are right: what a confidence claims."""
        return _ratio(self.right, self.matched)


@dataclass(frozen=True, slots=True)
class SourceRates:
    """Recall over the gold quotes with one sort of source; `last` is over those with a name."""

    gold: int
    found: float
    mention: float
    last: float


@dataclass(frozen=True, slots=True)
class AttributeRates(Rates):
    """Precision over the values given and recall over the gold's, for one attribute."""

    gold: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether the confidences keep their word: the error expected over ten bins, and what 0.9 is worth."""

    error: float
    sure_precision: float
    sure_coverage: float

    def __str__(self) -> str:
        return (
            f"off by {self.error:.3f}; at 0.9 and above right {self.sure_precision:.3f}, "
            f"that is {self.sure_coverage:.3f} of all"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All figures of one run. `speaker` is None where the gold names nobody.

    `unjudged` of the `predicted` quotes stand in single or doubled single marks, in which the gold annotates
    nothing at all. They count as wrong, as in the reference definitions; `without_unjudged` reads them as
    neither right nor wrong.
    """

    articles: int
    gold: int
    predicted: int
    unjudged: int
    detection: Rates
    mention: Rates
    speaker: Rates | None
    mention_given_found: float
    false_alarms: int
    unattributed: int
    named: int
    entity_exact: float
    entity_last: float
    attributes: dict[str, AttributeRates]
    calibration: Calibration | None
    by_source: dict[str, SourceRates]
    by_rule: dict[str, RuleRates]
    judgements: tuple[Judgement, ...]
    predictions: dict[str, tuple[Prediction, ...]]

    def write_predictions(self, path: str | Path) -> None:
        """Write what was extracted as JSON Lines, one article a line."""
        lines = (
            json.dumps({"doc": doc, "quotes": [p.row() for p in found]}, ensure_ascii=False)
            for doc, found in self.predictions.items()
        )
        Path(path).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def without_unjudged(self, rates: Rates) -> Rates:
        """Return the rates of one part with the unjudged quotes counted neither right nor wrong."""
        share = _ratio(self.predicted, self.predicted - self.unjudged)
        return Rates(rates.precision * share, rates.recall)

    def render_parts(self) -> str:
        """Return the figures by part as text; a second time without the quotes that nobody judged, if any."""
        lines = list(_part_table(self, lambda rates: rates))
        if self.unjudged:
            lines.append(
                f"of all predicted {self.unjudged} are in marks that are never annotated here; without them:"
            )
            lines += _part_table(self, self.without_unjudged)
        return "\n".join(lines)

    def render(self) -> str:
        """Return the figures as text, by part, by source and by rule."""
        return "\n".join(_rendered(self))

    def errors(self, limit: int | None = None) -> str:
        """Return the first wrong answers and then the first wrong attributes, each in the words around."""
        return mistakes(self.judgements, self.attributes, limit)


def evaluate(
    articles: Iterable[Article],
    *,
    extract: Callable[..., Extraction] = extract_quotes,
) -> Report:
    """Extract the quotes of annotated articles and measure them against the annotations."""
    articles = tuple(articles)
    return score(
        articles, {a.doc: predict(a.text, extract(a.text, published_on=a.published_on)) for a in articles}
    )


def score(articles: Sequence[Article], predictions: dict[str, tuple[Prediction, ...]]) -> Report:
    """Measure predictions, by article, against the annotations."""
    judgements = tuple(j for a in articles for j in judge(a, predictions[a.doc]))
    due = [j for j in judgements if j.gold and j.gold.counts]
    named = [j for j in due if j.gold and j.gold.named]
    fired = [j for j in judgements if j.found and not j.ignored]
    annotated = {"usual"} | {mark_style(a.text, q.start) for a in articles for q in a.quotes}

    def rates(hits: Iterable[bool]) -> Rates:
        count = sum(hits)
        return Rates(_ratio(count, len(fired)), _ratio(count, len(due)))

    return Report(
        articles=len(articles),
        gold=len(due),
        predicted=len(fired),
        unjudged=sum(
            mark_style(j.article.text, j.prediction.start) not in annotated for j in fired if j.prediction
        ),
        detection=rates(j.found for j in due),
        mention=rates(j.mention for j in due),
        speaker=rates(j.right for j in due) if named else None,
        mention_given_found=_ratio(sum(j.mention for j in due), sum(j.found for j in due)),
        false_alarms=sum(j.false_alarm for j in judgements),
        unattributed=sum(j.gold is not None and not j.gold.counts for j in judgements),
        named=len(named),
        entity_exact=_ratio(sum(j.exact for j in named), len(named)),
        entity_last=_ratio(sum(j.last for j in named), len(named)),
        attributes=_attribute_rates(due),
        calibration=_calibration([j for j in fired if j.gold]),
        by_source=_source_rates(due),
        by_rule=_rule_rates(fired),
        judgements=judgements,
        predictions=predictions,
    )


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _attribute_rates(due: Sequence[Judgement]) -> dict[str, AttributeRates]:
    found = {}
    for key in ATTRIBUTES:
        pairs = [
            (
                j.gold.attributes.get(key),
                j.prediction.attributes.get(key) if j.found and j.prediction else None,
            )
            for j in due
            if j.gold
        ]
        gold, given = (sum(bool(pair[side]) for pair in pairs) for side in (0, 1))
        right = sum(bool(g and p and same_attribute(key, g, p)) for g, p in pairs)
        if gold:
            found[key] = AttributeRates(_ratio(right, given), _ratio(right, gold), gold)
    return found


def _calibration(matched: Sequence[Judgement]) -> Calibration | None:
    answers = [
        (j.prediction.confidence, j.right)
        for j in matched
        if j.prediction and j.prediction.confidence is not None
    ]
    if not answers:
        return None
    bins: defaultdict[int, float] = defaultdict(float)
    for confidence, right in answers:
        bins[min(9, int(confidence * 10))] += confidence - right
    sure = [right for confidence, right in answers if confidence >= 0.9]
    error = sum(map(abs, bins.values())) / len(answers)
    return Calibration(error, _ratio(sum(sure), len(sure)), len(sure) / len(answers))


def _source_rates(due: Sequence[Judgement]) -> dict[str, SourceRates]:
    groups: defaultdict[str, list[Judgement]] = defaultdict(list)
    for j in due:
        if j.gold:
            groups[source_class(j.article.text, j.gold)].append(j)
    return {
        name: SourceRates(
            gold=len(group),
            found=_ratio(sum(j.found for j in group), len(group)),
            mention=_ratio(sum(j.mention for j in group), len(group)),
            last=_ratio(sum(j.last for j in group), sum(bool(j.gold and j.gold.named) for j in group)),
        )
        for name, group in sorted(groups.items())
    }


def _rule_rates(fired: Sequence[Judgement]) -> dict[str, RuleRates]:
    count: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for j in fired:
        rule = (j.prediction.rule if j.prediction else None) or "(none)"
        count[rule].update(fired=1, matched=int(j.gold is not None), right=int(j.right))
    most = sorted(count.items(), key=lambda item: (-item[1]["fired"], item[0]))
    return {rule: RuleRates(n["fired"], n["matched"], n["right"]) for rule, n in most}


def _rendered(report: Report) -> Iterator[str]:
    yield f"articles {report.articles}   gold quotes {report.gold}   predicted {report.predicted}"
    yield ""
    yield report.render_parts()
    if report.named:
        yield f"{'entity, exact name':<32}{report.entity_exact:>9.3f}   of {report.named} named speakers"
        yield f"{'entity, last name':<32}{report.entity_last:>9.3f}"
    for key, attribute in report.attributes.items():
        yield f"{key:<22}{attribute.precision:>10.3f}{attribute.recall:>9.3f}{'':>9}   of {attribute.gold}"
    yield f"false alarms {report.false_alarms} of {report.unattributed} quotations with no source"
    if c := report.calibration:
        yield f"confidence {c}"
    yield ""
    yield f"{'source':<22}{'gold':>10}{'found':>9}{'mention':>9}{'name':>9}"
    for name, s in report.by_source.items():
        yield f"{name:<22}{s.gold:>10}{s.found:>9.3f}{s.mention:>9.3f}{s.last:>9.3f}"
    yield ""
    yield f"{'rule':<32}{'fired':>7}{'right':>7}{'precision':>11}{'of matched':>12}"
    for rule, r in report.by_rule.items():
        yield f"{rule:<32}{r.fired:>7}{r.right:>7}{r.precision:>11.3f}{r.matched_precision:>12.3f}"


def _part_table(report: Report, reading: Callable[[Rates], Rates]) -> Iterator[str]:
    yield f"{'part':<22}{'precision':>10}{'recall':>9}{'F1':>9}"
    for part, rates in (
        ("detection", report.detection),
        ("mention", report.mention),
        ("speaker", report.speaker),
    ):
        if rates:
            read = reading(rates)
            yield f"{part:<22}{read.precision:>10.3f}{read.recall:>9.3f}{read.f1:>9.3f}"
