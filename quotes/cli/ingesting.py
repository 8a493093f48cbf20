"""`quotes ingest`: read files into the database."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.commands import FAILED, console, counted, database_url, say
from quotes.cli.database import open_or_create
from quotes.errors import QuotesError, StoreError

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from quotes.ingest import Failed, Note, Read
    from quotes.types import Extraction

# A transaction: what is lost when it is interrupted, what is held in memory, and how long others wait.
_BATCH = 50
_BATCH_CHARACTERS = 2_000_000


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")
    ],
) -> None:
    """Read files into the database: text, CSV, JSON and JSON Lines.

    A text may begin with front matter (title, outlet, url, published, author); a table has those columns
    and one called text. The same text twice changes nothing. What can't be read is named and passed over;
    the exit status is then 1.
    """
    engine = open_or_create(database_url(context))
    tally = Tally()
    try:
        with _progress(paths) as advance:
            for batch in _batches(_read_all(paths, advance)):
                store(engine, batch, tally)
    except (KeyboardInterrupt, QuotesError) as stopped:
        if tally.counts.total():
            say(f"stopped; what was stored before stays: {tally}")
        if isinstance(stopped, KeyboardInterrupt):
            raise typer.Exit(130) from stopped
        raise
    finally:
        engine.dispose()
    typer.echo(str(tally))
    if tally.counts["failed"]:
        raise typer.Exit(FAILED)


@dataclass(slots=True)
class Tally:
    """What became of the documents; counted once it is committed."""

    counts: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        c = self.counts
        documents = ", ".join(
            f"{c[status]} {status}" for status in ("new", "unchanged", "replaced", "failed")
        )
        quotes = f"{counted(c['quotes'], 'quote')} found, {c['attributed']} attributed"
        return f"{counted(c['read'], 'document')} read, {documents}; {quotes}"


def store(engine: Engine, batch: Iterable[Read | Failed | Note], tally: Tally) -> None:
    """Save a batch in one transaction; a document that fails is named, and nothing of it is stored."""
    from sqlalchemy.orm import Session

    from quotes import EXTRACTOR_VERSION
    from quotes.ingest import Failed, Note, Read
    from quotes.store.save import is_current, kept_day

    counts: Counter[str] = Counter()
    read: list[Read] = []
    for result in batch:
        if isinstance(result, Read):
            read.append(result)
        elif isinstance(result, Note):
            say(f"note: {result.where}: {result.message}")
        elif isinstance(result, Failed):
            counts["failed"] += 1
            say(f"failed: {result.where}: {result.reason}")
    counts["read"] = len(read)
    with Session(engine) as session:
        new = [
            (one, kept_day(session, one.document))
            for one in read
            if not is_current(session, one.document, extractor_version=EXTRACTOR_VERSION)
        ]
    counts["unchanged"] = len(read) - len(new)
    # Extraction takes its time, so it is done before the transaction that keeps other writers out.
    extracted = [(one, _extract(one, day, counts)) for one, day in new]
    with Session(engine) as session:
        _save(session, [(one, found) for one, found in extracted if found is not None], counts)
        session.commit()
    tally.counts.update(counts)


def _extract(one: Read, day: date | None, counts: Counter[str]) -> Extraction | None:
    from quotes import extract

    try:
        return extract(one.document.text, published_on=day, language=one.document.language)
    except Exception as error:  # one article that the rules trip over must not cost the others
        reason = str(error) if isinstance(error, QuotesError) else f"the extractor broke: {error!r}"
        counts.update(failed=1, read=-1)
        say(f"failed: {one.where}: {reason}")
        return None


def _save(session: Session, extracted: list[tuple[Read, Extraction]], counts: Counter[str]) -> None:
    from quotes import EXTRACTOR_VERSION
    from quotes.store.save import save_all

    read = [(one.document, extraction) for one, extraction in extracted]
    saved = save_all(session, read, extractor_version=EXTRACTOR_VERSION)
    for (one, _), result in zip(extracted, saved, strict=True):
        if isinstance(result, StoreError):
            counts.update(failed=1, read=-1)
            say(f"failed: {one.where}: {result}")
            continue
        counts[result.status] += 1
        if result.status != "unchanged":
            counts.update(quotes=result.quotes, attributed=result.attributed)


def _read_all(paths: list[Path], advance: Callable[[int], object] | None) -> Iterator[Read | Failed | Note]:
    from quotes.ingest import read

    for path in paths:
        if str(path) == "-":
            yield from read(sys.stdin.buffer, advance=advance)
        else:
            yield from read(path, advance=advance)


def _batches(results: Iterator[Read | Failed | Note]) -> Iterator[list[Read | Failed | Note]]:
    from quotes.ingest import Read

    batch: list[Read | Failed | Note] = []
    held = 0
    for result in results:
        batch.append(result)
        held += len(result.document.text) if isinstance(result, Read) else 0
        if len(batch) == _BATCH or held >= _BATCH_CHARACTERS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


@contextmanager
def _progress(paths: list[Path]) -> Iterator[Callable[[int], object] | None]:
    """Show a bar on a terminal; give what is to be told the bytes that were read."""
    screen = console(stderr=True)
    if not screen.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("reading", total=_size(paths))
        yield lambda count: bar.advance(task, count)


def _size(paths: list[Path]) -> int | None:
    """Return how many bytes there are to read; None where that can't be known."""
    from quotes.ingest import find_files

    files: list[Path] = []
    for path in paths:
        files += [f for f in find_files(path) if isinstance(f, Path)] if path.is_dir() else [path]
    if any(str(file) == "-" or file.is_fifo() for file in files):
        return None
    return sum(file.stat().st_size for file in files if file.is_file())
