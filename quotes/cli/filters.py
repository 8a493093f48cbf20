"""The filters of quotes as options of a command."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

if TYPE_CHECKING:
    from quotes.store.filters import QuoteFilter

MOMENTS = [
    "%Y-%m-%d",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y-%m-%dT%H:%M:%S.%f",
    "%Y-%m-%dT%H:%M:%S.%fZ",
]


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a day; write it as 2025-01-31") from None


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of the filter, which it takes as `wanted`, after the context."""
    options = _parameters(read_filter)
    context, _wanted, *own = _parameters(command).values()

    @functools.wraps(command)
    def with_options(context: typer.Context, **values: Any) -> None:
        wanted = read_filter(**{name: values.pop(name) for name in options})
        command(context, wanted, **values)

    taken = [context, *options.values(), *own]
    with_options.__annotations__ = {one.name: one.annotation for one in taken}
    with_options.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # what Typer reads
        [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) if one is not context else one for one in taken]
    )
    return with_options


def _parameters(command: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """Return a command's parameters, with the types that Typer reads instead of their names."""
    types = get_type_hints(command, localns={"QuoteFilter": object}, include_extras=True)
    given = inspect.signature(command).parameters.values()
    return {one.name: one.replace(annotation=types[one.name]) for one in given}


def read_filter(
    speaker: Annotated[
        str | None,
        typer.Option(help="Who said it, by any known name or an identifier (wikidata:Q1, roster:KEY)."),
    ] = None,
    from_: Annotated[
        date | None,
        typer.Option("--from", parser=_day, metavar="DAY", help="First day of saying, else of publication."),
    ] = None,
    to: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="DAY", help="Last such day, itself included."),
    ] = None,
    said_from: Annotated[
        date | None, typer.Option(parser=_day, metavar="DAY", help="First day of saying, where that is told.")
    ] = None,
    said_to: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="DAY", help="Last day of saying, itself included."),
    ] = None,
    published_from: Annotated[
        date | None, typer.Option(parser=_day, metavar="DAY", help="First day of publication.")
    ] = None,
    published_to: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="DAY", help="Last day of publication, itself included."),
    ] = None,
    text: Annotated[str | None, typer.Option(help="Words that the quote has, in any inflection.")] = None,
    exact: Annotated[str | None, typer.Option(help="Words that it has in just this form.")] = None,
    office: Annotated[str | None, typer.Option(help="The office held when it was said.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Where it was printed.")] = None,
    addressee: Annotated[str | None, typer.Option(help="To whom it was said.")] = None,
    reported_by: Annotated[str | None, typer.Option(help="The agency or paper named for it.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="direct|mixed|indirect", help="A sentence in marks, a part of one, or neither."),
    ] = None,
    channel: Annotated[str | None, typer.Option(help="How it was said, such as tweet or speech.")] = None,
    country: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Whom the speaker speaks for, such as FR."),
    ] = None,
    statement: Annotated[
        int | None, typer.Option(min=1, metavar="ID", help="All printings of one statement.")
    ] = None,
    cue: Annotated[str | None, typer.Option(help="The cue's dictionary form, such as warn.")] = None,
    rule: Annotated[str | None, typer.Option(help="The named pattern that decided.")] = None,
    attributed: Annotated[
        bool | None, typer.Option("--attributed/--unattributed", help="What has a source, or what has none.")
    ] = None,
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="Leave out what is less sure than this.")
    ] = None,
    updated_since: Annotated[
        datetime | None,
        typer.Option(formats=MOMENTS, metavar="MOMENT", help="What is new or changed since, in UTC."),
    ] = None,
    sample: Annotated[
        int | None, typer.Option(min=1, max=10_000, metavar="N", help="So many of them, drawn by lot.")
    ] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Which lot; the same draws the same.")] = None,
) -> QuoteFilter:
    """Read the options; raise what Typer says on stderr for days in the wrong order."""
    from quotes.store.filters import QuoteFilter

    if from_ and to and to < from_:
        raise typer.BadParameter(f"--to {to} is before --from {from_}")
    if said_from and said_to and said_to < said_from:
        raise typer.BadParameter(f"--said-to {said_to} is before --said-from {said_from}")
    if published_from and published_to and published_to < published_from:
        raise typer.BadParameter(f"--published-to {published_to} is before --published-from {published_from}")
    return QuoteFilter(
        speaker=speaker,
        office=office,
        from_=from_,
        to=to,
        said_from=said_from,
        said_to=said_to,
        published_from=published_from,
        published_to=published_to,
        q=text,
        q_exact=exact,
        outlet=outlet,
        addressee=addressee,
        reported_by=reported_by,
        kind=kind,
        channel=channel,
        country=country,
        statement_id=statement,
        cue=cue,
        rule=rule,
        attributed=attributed,
        min_confidence=min_confidence,
        updated_since=updated_since,
        sample=sample,
        seed=seed,
    )
