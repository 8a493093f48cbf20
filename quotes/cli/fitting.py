"""`quotes fit` and `quotes measure`: for those who improve the extractor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from quotes.evaluation import Article, Report
    from quotes.fitting import HeldOut

_NEARER = 6  # how much more an article counts that the weights were not fitted to others like it
Gold = Annotated[list[Path], typer.Argument(metavar="GOLD.json…", help="Annotated articles.")]
Readme = Annotated[
    Path | None, typer.Option(metavar="README.md", help="Write the figures between this page's marks.")
]
Speakers = Annotated[
    Path | None,
    typer.Option(metavar="SPEAKERS.json", help="Who speaks in some of them."),
]


def fit(
    gold: Gold,
    speakers: Speakers = None,
    out: Annotated[Path | None, typer.Option(metavar="WEIGHTS.json", help="Write the weights here.")] = None,
    antecedents: Annotated[
        Path | None, typer.Option(metavar="ANTECEDENTS.json", help="Write those of antecedents here.")
    ] = None,
    l2: Annotated[float, typer.Option("--l2", min=0.001, help="The penalty on large weights.")] = 6.0,
    folds: Annotated[int, typer.Option(min=2, help="So many parts are held out, one after the other.")] = 5,
    readme: Readme = None,
) -> None:
    """Fit the extractor's weights to annotated articles.

    Those of sources need their words annotated, those of antecedents (whom "she" or "the minister" stands
    for) the speakers' names. Prints what they are worth on articles that they were not fitted to; --out and
    --antecedents write those fitted to all.
    """
    from quotes.fitting import cross_validate, examples, fit_antecedents, put_between, write_weights
    from quotes.fitting import fit as fit_weights
    from quotes.languages.english import ENGLISH

    articles = _articles(gold, speakers)
    held = cross_validate(articles, ENGLISH, folds=folds, l2=l2)
    typer.echo(_figures(held))
    if readme and held.named:
        told = put_between(readme.read_text("utf-8"), "held out", _held_out(held.named))
        readme.write_text(told, encoding="utf-8")
    fitted = {}
    if out:
        fitted[out] = fit_weights(examples(articles, ENGLISH), l2=l2)
    if antecedents:
        fitted[antecedents] = fit_antecedents(articles, ENGLISH, l2=l2)
    for path, weights in fitted.items():
        write_weights(path, weights)
        typer.echo(f"{len(weights)} weights fitted to all articles are in {path}")


def trust(
    gold: Gold,
    fitted: Annotated[
        list[Path] | None, typer.Option(metavar="GOLD.json", help="The articles that weights were fitted to.")
    ] = None,
    speakers: Speakers = None,
    out: Annotated[Path | None, typer.Option(metavar="TRUST.json", help="Write the table here.")] = None,
    readme: Readme = None,
) -> None:
    """Measure how far to trust a speaker, by how they were found, on articles that name the speakers.

    Fits the table to one half of the articles, and to those of --fitted, each read with weights fitted to
    others of them; prints what confidence is worth on the other half.
    """
    from quotes.fitting import cross_validate, fit_trust, halves, put_between, read_with, write_weights
    from quotes.languages.english import ENGLISH

    ours, others = halves(_articles(gold))
    reports = [read_with(ours, ENGLISH, {})]
    if fitted and (named := cross_validate(_articles(fitted, speakers), ENGLISH).named):
        reports = [*reports * _NEARER, named]
    table = fit_trust(reports, ENGLISH)
    for name, value in table.items():
        typer.echo(f"{name:<20}{value:>6.3f}")
    calibration = read_with(others, ENGLISH, table).calibration
    told = f"on the {len(others)} other articles it is {calibration}"
    typer.echo(f"confidence: {told}")
    if readme:
        readme.write_text(put_between(readme.read_text("utf-8"), "confidence", told), encoding="utf-8")
    if out:
        write_weights(out, table)
        typer.echo(f"the table is in {out}")


def measure(
    gold: Gold,
    out: Annotated[
        Path | None, typer.Option(metavar="RULES.md", help="Write the table here, not to the screen.")
    ] = None,
    precisions: Annotated[
        Path | None, typer.Option(metavar="RULES.json", help="Write here what quotes show of their rules.")
    ] = None,
    readme: Readme = None,
) -> None:
    """Measure each rule on annotated articles: how often it fired and was right, as a Markdown table."""
    import json

    from quotes.evaluation import load_gold
    from quotes.fitting import accuracy, put_between, rule_page
    from quotes.fitting.rules import precisions as measured
    from quotes.paths import data_path

    samples = load_gold(data_path("seeds") / "gold.json")
    if readme:
        parts = {f"{path.absolute().parent.name}/{path.stem}": load_gold(path) for path in gold}
        page = put_between(readme.read_text("utf-8"), "accuracy", accuracy(parts, samples))
        readme.write_text(page, encoding="utf-8")
    if precisions:
        table_of = measured(_articles(gold))
        precisions.write_text(json.dumps(table_of, indent=0) + "\n", encoding="utf-8")
    table = rule_page(_articles(gold), samples)
    if out:
        out.write_text(table, encoding="utf-8")
    elif not readme:
        typer.echo(table, nl=False)


def _articles(paths: list[Path], speakers: Path | None = None) -> list[Article]:
    from quotes.errors import QuotesError
    from quotes.evaluation import add_speakers, load_gold
    from quotes.fitting.examples import in_order

    articles = {}
    for article in (article for path in paths for article in load_gold(path)):
        if article.doc in articles:
            raise QuotesError(f"two articles are called {article.doc!r}")
        articles[article.doc] = article
    if speakers:
        articles |= {article.doc: article for article in add_speakers(articles.values(), speakers)}
    return in_order(articles.values())


def _held_out(named: Report) -> str:
    """Say what the weights are worth on articles that they were not fitted to and that name the speakers."""
    speaker = named.without_unjudged(named.speaker or named.mention)
    return (
        f"{named.gold:,} quotes in {named.articles} articles, each read with weights fitted to others: "
        f"the speaker is found with precision {speaker.precision:.3f}, "
        f"recall {speaker.recall:.3f}, F1 {speaker.f1:.3f}"
    )


def _figures(held: HeldOut) -> str:
    report = held.report
    lines = [
        f"{report.articles} articles with {report.gold} quotes, each read with weights fitted to the "
        f"other {held.folds - 1} of {held.folds} parts",
        report.render_parts(),
        f"log-loss {held.loss:.4f} a quotation",
    ]
    if held.named and held.named.articles < report.articles:
        lines += [f"of these {held.named.articles} articles with {held.named.gold} quotes name the speakers"]
        lines += [held.named.render_parts()]
    return "\n".join(lines)
