"""`quotes evaluate`: measure the extractor against annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD.json", help="Annotated articles; see quotes.evaluation.")
    ],
    predictions: Annotated[
        Path | None, typer.Option(metavar="OUT.jsonl", help="Write what was extracted, one article a line.")
    ] = None,
    errors: Annotated[
        int,
        typer.Option(min=0, help="Show so many wrong answers, and so many wrong roles, days and the like."),
    ] = 0,
) -> None:
    """Measure the extractor on annotated articles.

    Prints how often it finds a quote and names its speaker, by part, by source and by rule.
    """
    from quotes.evaluation import evaluate as measure
    from quotes.evaluation import load_gold

    report = measure(load_gold(gold))
    if predictions:
        report.write_predictions(predictions)
    typer.echo(report.render())
    if errors:
        typer.echo(f"\n{report.errors(errors)}")
