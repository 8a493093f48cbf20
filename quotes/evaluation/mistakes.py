"""What was answered wrongly, in the words around it: first the speakers, then what is told of the quotes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from quotes.evaluation.judging import Judgement, same_attribute


def mistakes(judgements: Iterable[Judgement], attributes: Collection[str], limit: int | None) -> str:
    """Return the first wrong answers, then the first wrong attributes of quotes that were found.

    Each comes with the gold, the answer and the words around. `attributes` are those that the gold annotates:
    of others nothing can be said. At most `limit` of either sort are shown.
    """
    judgements = tuple(judgements)
    answers = (_answer(j, verdict) for j in judgements if (verdict := _verdict(j)))
    facts = (fact for j in judgements for fact in _wrong_attributes(j, attributes))
    return "\n\n".join((*islice(answers, limit), *islice(facts, limit)))


def _verdict(j: Judgement) -> str | None:
    """Say what is wrong with an answer; None where nothing is, or nothing can be said."""
    if j.gold is None:
        return "not in the gold"
    if j.false_alarm:
        return "false alarm"
    if not j.gold.counts or j.right:
        return None
    return "wrong speaker" if j.found else "missed"


def _answer(j: Judgement, verdict: str) -> str:
    text = j.article.text
    lines = []
    if j.gold and j.gold.counts:
        named = " | ".join(span.of(text) for span in j.gold.source)
        lines.append(f"  gold: {named!r}, {j.gold.entity or j.gold.type or 'no name'}")
    if j.prediction and j.found:
        source = j.prediction.source.of(text) if j.prediction.source else None
        lines.append(f"  got:  {source!r}, {j.prediction.resolved}, by {j.prediction.rule}")
    return _in_context(j, verdict, lines)


def _wrong_attributes(j: Judgement, attributes: Collection[str]) -> Iterator[str]:
    """Yield what is wrong, missing or too much of a quote that was found."""
    if j.gold is None or not j.gold.counts or j.prediction is None or not j.found:
        return
    for key in attributes:
        gold, given = j.gold.attributes.get(key), j.prediction.attributes.get(key)
        if gold != given and not (gold and given and same_attribute(key, gold, given)):
            yield _in_context(j, f"wrong {key}", [f"  gold: {gold!r}", f"  got:  {given!r}"])


def _in_context(j: Judgement, verdict: str, lines: Iterable[str]) -> str:
    where = j.gold or j.prediction
    if where is None:
        return ""
    around = j.article.text[max(0, where.start - 200) : where.end + 160].replace("\n", " ⏎ ")
    return "\n".join((f"{j.article.doc} at {where.start}: {verdict}", *lines, f"  …{around}…"))
