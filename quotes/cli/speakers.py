"""`quotes speakers`: who is quoted, who is who, and in which offices."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.commands import FAILED, ListFirst, console, counted, database_url, say
from quotes.cli.database import writing
from quotes.cli.searching import (
    SHOWN,
    FormatOption,
    LimitOption,
    all_speakers,
    reading,
    suggestion,
    write_rows,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.store.records import Decision, OfficeRecord, SpeakerRecord


app = typer.Typer(
    cls=ListFirst,
    help="List who is quoted, load who is known, and put right who is who; without a command, list.",
)
_Speaker = Annotated[int, typer.Argument(metavar="ID", help="The speaker's id.", show_default=False)]


@app.command("list")
def list_(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(help="Part of a name.")] = None,
    limit: LimitOption = None,
    format_: FormatOption = "table",
) -> None:
    """List who is quoted, and under which names."""
    with reading(database_url(context)) as session:
        found = all_speakers(session, query)
        first = next(found, None)
        if first is None:
            say(
                f"no speaker is called “{query}”{suggestion(session, query)}"
                if query
                else "there are no speakers yet"
            )
            raise typer.Exit(FAILED if query else 0)
        answers = itertools.chain([first], found)
        if format_ != "table":
            write_rows(itertools.islice(answers, limit), format_, _speaker_row)
            return
        from quotes.cli.listing import list_speakers

        list_speakers(console(), itertools.islice(answers, limit or SHOWN))
    if next(found, None):
        say("there are more; --limit shows them")


@app.command()
def show(context: typer.Context, id_: _Speaker, format_: FormatOption = "table") -> None:
    """Show one speaker, with offices and the days on which they were seen."""
    from quotes.store.queries import get_speaker

    with reading(database_url(context)) as session:
        found = get_speaker(session, id_)
    if format_ != "table":
        write_rows([found], format_, _speaker_row)
        return
    from quotes.cli.listing import list_offices, list_speakers

    list_speakers(console(), [found])
    if found.offices:
        console().print()
        list_offices(console(), found.offices)


@app.command()
def load(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or a JSON file.", show_default=False)],
) -> None:
    """Load a roster of who is known, or bring it up to date.

    Its columns are key, name, aliases, wikidata, kind, office, country, since and until; all but the first
    two can be missing. Rows with one key are offices of one speaker. Who is not in it stays as before.
    """
    from quotes.ingest.rosters import read_roster
    from quotes.store.rosters import load_roster

    entries = read_roster(file)
    with writing(context) as session:
        loaded = load_roster(session, entries)
    typer.echo(
        f"{counted(len(entries), 'speaker')} read, {loaded.new} new, {loaded.changed} changed,"
        f" {loaded.unchanged} unchanged"
    )


@app.command()
def merge(
    context: typer.Context,
    id_: _Speaker,
    into: Annotated[int, typer.Argument(metavar="INTO", help="Who the speaker is.", show_default=False)],
) -> None:
    """Make two speakers one.

    All that the first is called and says is the second's, also in documents to come; the first one's id leads
    to the second.
    """
    from quotes.store.decisions import merge as merge_

    with writing(context) as session:
        decision = merge_(session, id_, into)
        typer.echo(_told(session, decision))


@app.command()
def split(
    context: typer.Context,
    id_: _Speaker,
    documents: Annotated[
        list[int],
        typer.Argument(metavar="DOCUMENT…", help="The documents in which it is another.", show_default=False),
    ],
) -> None:
    """Make two speakers of one.

    What the speaker says in these documents is somebody else's of that name; other documents, also those to
    come, stay the speaker's.
    """
    from quotes.store.decisions import split as split_

    with writing(context) as session:
        decision = split_(session, id_, set(documents))
        typer.echo(_told(session, decision))


@app.command()
def undo(
    context: typer.Context,
    decision: Annotated[
        int | None,
        typer.Argument(help="Its number in the log; the last one if left out.", show_default=False),
    ] = None,
) -> None:
    """Take a merging or a splitting back."""
    from quotes.store.decisions import undo as undo_

    with writing(context) as session:
        undone = undo_(session, decision)
        typer.echo(f"undone: {_told(session, undone)}")


@app.command()
def log(context: typer.Context, format_: FormatOption = "table") -> None:
    """List what was merged and split, the last first."""
    from quotes.store.decisions import log as log_

    with reading(database_url(context)) as session:
        found = log_(session)
        if not found:
            say("nothing was merged or split yet")
            return
        if format_ != "table":
            write_rows(found, format_, _decision_row)
            return
        for decision in found:
            made = f"{decision.made_at:%Y-%m-%d %H:%M} UTC"
            undone = (
                "" if decision.undone_at is None else f" (undone {decision.undone_at:%Y-%m-%d %H:%M} UTC)"
            )
            typer.echo(f"{made}  {_told(session, decision)}{undone}")


def _told(session: Session, decision: Decision) -> str:
    from quotes.errors import NotFoundError
    from quotes.store.queries import get_speaker

    try:
        name = f" ({get_speaker(session, decision.speaker_id).name})"
    except NotFoundError:
        name = ""
    one, other = decision.other_id, decision.speaker_id
    if decision.verb == "merge":
        return f"decision {decision.id}: {one} merged into {other}{name}"
    return f"decision {decision.id}: {one} split off from {other}{name}"


def _speaker_row(speaker: SpeakerRecord) -> dict[str, object]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "wikidata": speaker.wikidata,
        "quotes": speaker.quotes,
        "documents": speaker.documents,
        "first_published_on": speaker.first_published_on,
        "last_published_on": speaker.last_published_on,
        "aliases": "; ".join(speaker.aliases),
        "offices": "; ".join(map(_office, speaker.offices)),
    }


def _office(office: OfficeRecord) -> str:
    return ", ".join(filter(None, (office.title, office.body, office.country)))


def _decision_row(decision: Decision) -> dict[str, object]:
    return {name: getattr(decision, name) for name in type(decision).__dataclass_fields__}
