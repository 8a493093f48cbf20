"""`quotes extract`: who says what in a file, stored nowhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from quotes.cli.commands import FAILED, console, say
from quotes.fields import as_fields
from quotes.types import Attribution, Extraction

if TYPE_CHECKING:
    from quotes.ingest import Failed, Note, Read


def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE|-", help="What to read; - is standard input.")],
    format_: Annotated[
        Literal["text", "html", "jsonl"],
        typer.Option(
            "--format", help="For people, as a page for a browser, or a JSON object a line for each quote."
        ),
    ] = "text",
) -> None:
    """Show who says what in FILE.

    Speech and speakers are marked; below each paragraph stand the speaker, the rule that decided and how
    often that rule is right. Nothing is stored.
    """
    failed: list[Failed] = []
    found = _found(file, failed)
    if format_ == "jsonl":
        for result, extraction in found:
            _write(lines(result, tuple(extraction)))
    elif format_ == "html":
        from quotes.cli.pages import page

        pieces = page((result.document, extraction) for result, extraction in found)
        _write(piece.encode("utf-8", "replace") for piece in pieces)
    else:
        from quotes.cli.marking import show

        for shown, (result, extraction) in enumerate(found):
            show(console(), result.document, extraction, first=not shown)
    if failed:
        raise typer.Exit(FAILED)


def _found(file: Path, failed: list[Failed]) -> Iterator[tuple[Read, Extraction]]:
    """Yield what was read and who says what in it; what could not be read is told, and put in `failed`."""
    from quotes import extract as find
    from quotes.ingest import Failed, Note

    for result in read_path(file):
        if isinstance(result, Failed):
            failed.append(result)
            say(f"failed: {result.where}: {result.reason}")
        elif isinstance(result, Note):
            say(f"note: {result.where}: {result.message}")
        else:
            yield result, find(result.document.text, published_on=result.document.published_on)


def read_path(path: Path) -> Iterator[Read | Failed | Note]:
    """Yield what is in a file or folder; `-` is standard input."""
    from quotes.ingest import read

    return read(sys.stdin.buffer) if str(path) == "-" else read(path)


def lines(result: Read, found: tuple[Attribution, ...]) -> Iterator[bytes]:
    """Yield the quotes of one document as JSON, with everything that is known of each."""
    import orjson

    from quotes import EXTRACTOR_VERSION

    document = result.document
    about = {
        "where": result.where,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "author": document.author,
        "published_on": document.published_on,
    }
    for one in found:
        answer = {**as_fields(document.text, one), "document": about, "extractor_version": EXTRACTOR_VERSION}
        yield orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE)


def _write(answers: Iterator[bytes]) -> None:
    sys.stdout.flush()
    for answer in answers:
        sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
