"""`quotes correct`, `quotes corrections`, `quotes updates`: put quotes right, and follow what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.commands import ListFirst, database_url, say
from quotes.cli.database import writing
from quotes.cli.searching import FormatOption, reading, write_rows
from quotes.types import SpeakerKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.store.correcting import Change
    from quotes.store.records import CorrectionRecord, DayValue, UpdateRecord, Value

_PAGE = 100
_Quote = Annotated[int, typer.Argument(metavar="ID", help="The quote's id.", show_default=False)]
_By = Annotated[str | None, typer.Option(help="Who corrects it; without it, your name on this computer.")]

app = typer.Typer(
    cls=ListFirst, help="List what people put right, or take a correction back; without a command, list."
)


def correct(
    context: typer.Context,
    id_: _Quote,
    why: Annotated[str, typer.Option(help="How you know.", show_default=False)],
    speaker: Annotated[
        str | None,
        typer.Option(help="Who said it: a name in full, or an identifier (wikidata:Q1, roster:KEY)."),
    ] = None,
    speaker_id: Annotated[
        int | None, typer.Option(metavar="ID", help="Who said it: one certain speaker.")
    ] = None,
    speaker_kind: Annotated[
        SpeakerKind, typer.Option("--kind", help="What a speaker given by name is.")
    ] = "person",
    nobody: Annotated[
        bool, typer.Option("--nobody", help="None of those whom the document names said it.")
    ] = False,
    source: Annotated[
        str | None, typer.Option(help="The words of the document that say who said it.")
    ] = None,
    said_on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="2025-01-31, 2025-01 or 2025, or “unknown”."),
    ] = None,
    not_a_quote: Annotated[bool, typer.Option("--not-a-quote", help="Nobody said this.")] = False,
    by: _By = None,
) -> None:
    """Put one thing about a quote right: who said it, by which words, when, or that it is none.

    The correction shows in every answer from now on, also when newer versions read the document again.
    """
    given = {
        "--speaker": speaker,
        "--speaker-id": speaker_id,
        "--nobody": nobody or None,
        "--source": source,
        "--said-on": said_on,
        "--not-a-quote": not_a_quote or None,
    }
    named = [option for option, value in given.items() if value is not None]
    if len(named) != 1:
        raise typer.BadParameter(f"give one of {', '.join(given)}, not {' and '.join(named) or 'none'}")
    from quotes.store.correcting import Change
    from quotes.store.corrections import correct as correct_
    from quotes.store.corrections import nearest_words

    with writing(context) as session:
        if source is not None:
            change = Change("source", nearest_words(session, id_, source))
        elif said_on is not None:
            change = Change("said_on", _day(said_on))
        elif not_a_quote:
            change = Change("quote", False)
        else:
            change = _said_by(session, speaker, speaker_id, speaker_kind)
        made = correct_(session, id_, change, by=by or _name(), why=why)
    typer.echo(_told(made))


@app.command("list")
def list_(
    context: typer.Context,
    quote: Annotated[int | None, typer.Argument(metavar="[ID]", help="Of one quote only.")] = None,
    format_: FormatOption = "table",
) -> None:
    """List what was put right, the last first."""
    from quotes.store.corrections import select_corrections

    with reading(database_url(context)) as session:
        found = select_corrections(session, quote_id=quote)
    if not found:
        say("nothing was put right yet")
        return
    if format_ != "table":
        write_rows(found, format_, _row)
        return
    for one in found:
        undone = f" (undone {one.undone_at:%Y-%m-%d %H:%M} UTC by {one.undone_by})" if one.undone_at else ""
        typer.echo(f"{one.made_at:%Y-%m-%d %H:%M} UTC  {_told(one)}, by {one.made_by}: {one.why}{undone}")


@app.command()
def undo(
    context: typer.Context,
    correction: Annotated[
        int | None,
        typer.Argument(help="Its number in the log; the last one if left out.", show_default=False),
    ] = None,
    by: _By = None,
) -> None:
    """Take a correction back."""
    from quotes.store.corrections import undo as undo_

    with writing(context) as session:
        undone = undo_(session, correction, by=by or _name())
    typer.echo(f"undone: {_told(undone)}")


def updates(
    context: typer.Context,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f"],
            help="A moment in UTC; without it, all from the beginning.",
        ),
    ] = None,
) -> None:
    """Write what is new, changed or gone as JSON Lines, the oldest first: to bring a copy up to date.

    Each line has the moment `at` which it happened, and a `quote`, or what is `gone`. Next time, ask since
    the moment in the last line.
    """
    with reading(database_url(context)) as session:
        write_rows(_updates(session, since.replace(tzinfo=UTC) if since else None), "jsonl", None)


def _updates(session: Session, since: datetime | None) -> Iterator[UpdateRecord]:
    from quotes.store.updates import select_updates

    cursor = None
    while True:
        page = select_updates(session, since=since, cursor=cursor, per_page=_PAGE)
        yield from page.results
        if (cursor := page.next_cursor) is None:
            return


def _said_by(session: Session, name: str | None, id_: int | None, kind: SpeakerKind) -> Change:
    from quotes.store.conditions import identified
    from quotes.store.correcting import Change
    from quotes.store.records import SpeakerValue

    if name is None and id_ is None:
        return Change("speaker", None)
    if name is not None and (known := identified(session, name)) is not None:
        if not known:
            raise typer.BadParameter(f"nobody is known as {name}; load a roster that has the identifier")
        (id_,) = known
    return Change("speaker", SpeakerValue(name or "", kind, id_))


def _day(value: str) -> DayValue | None:
    from quotes.store.records import DayValue

    if value == "unknown":
        return None
    precision, missing = {4: ("year", "-01-01"), 7: ("month", "-01")}.get(len(value), ("day", ""))
    try:
        return DayValue(date.fromisoformat(value + missing), precision)  # type: ignore[arg-type]
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a day; write 2025-01-31, 2025-01 or 2025") from None


def _name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in a container
        raise typer.BadParameter("say who corrects it, with --by") from None


def _told(one: CorrectionRecord) -> str:
    if one.field == "quote":
        return f"correction {one.id}: quote {one.quote_id} is no quote"
    field = one.field.replace("_", " ")
    before, after = (_value(one.field, value) for value in (one.before, one.after))
    return f"correction {one.id}: {field} of quote {one.quote_id} is {after}, not {before}"


def _value(field: str, value: Value) -> str:
    from quotes.store.records import DayValue, PartRecord, SpeakerValue

    match value:
        case SpeakerValue(name, _, id_):
            return name if id_ is None else f"{name} (speaker {id_})"
        case PartRecord(text, _, _):
            return f"“{text}”"
        case DayValue(day, precision):
            return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]
    return {"speaker": "nobody", "said_on": "unknown"}.get(field, "none")


def _row(one: CorrectionRecord) -> dict[str, object]:
    values = {name: getattr(one, name) for name in type(one).__dataclass_fields__}
    return values | {name: _value(one.field, getattr(one, name)) for name in ("before", "after")}
