"""`quotes extract`: who says what in a file, stored nowhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from quotes.cli.commands import FAILED, console, say
from quotes.types import Attribution, SaidOn, Span, join_spans

if TYPE_CHECKING:
    from quotes.ingest import Failed, Note, Read


def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE|-", help="What to read; - is standard input.")],
    format_: Annotated[
        Literal["text", "jsonl"],
        typer.Option("--format", help="For people, or a JSON object a line for each quote."),
    ] = "text",
) -> None:
    """Show who says what in FILE.

    Speech and speakers are marked; below each paragraph stand the speaker, the rule that decided and how
    often that rule is right. Nothing is stored.
    """
    from quotes import extract as find
    from quotes.ingest import Failed, Note

    failed = shown = 0
    for result in read_path(file):
        if isinstance(result, Failed):
            failed += 1
            say(f"failed: {result.where}: {result.reason}")
        elif isinstance(result, Note):
            say(f"note: {result.where}: {result.message}")
        else:
            found = find(result.document.text, published_on=result.document.published_on)
            if format_ == "jsonl":
                _write(lines(result, tuple(found)))
            else:
                from quotes.cli.marking import show

                show(console(), result.document, found, first=not shown)
            shown += 1
    if failed:
        raise typer.Exit(FAILED)


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


def as_fields(text: str, one: Attribution) -> dict[str, Any]:
    """Return an attribution under the names that stored quotes have, spans with their words."""
    return {
        "text": join_spans(text, one.content),
        "kind": one.kind,
        "spans": [_part(text, span) for span in one.content],
        "speaker": one.speaker,
        "speaker_kind": one.speaker_kind,
        "source": _part(text, one.source),
        "antecedent": _part(text, one.antecedent),
        "cue": {**_words(text, one.cue), "lemma": one.cue_lemma} if one.cue else None,
        "role": _part(text, one.role),
        "country": one.country,
        "said_on": _said_on(text, one.said_on),
        "channel": one.channel,
        "addressee": _part(text, one.addressee),
        "place": _part(text, one.place),
        "reported_by": _part(text, one.reported_by),
        "rule": one.rule,
        "confidence": one.confidence,
        "reason": one.reason,
    }


def _part(text: str, span: Span | None) -> dict[str, Any] | None:
    return _words(text, span) if span else None


def _said_on(text: str, said: SaidOn | None) -> dict[str, Any] | None:
    if said is None:
        return None
    told = {"date": said.day, "precision": said.precision, "basis": said.basis}
    return {**told, "words": _part(text, said.words)}


def _words(text: str, span: Span) -> dict[str, Any]:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _write(answers: Iterator[bytes]) -> None:
    sys.stdout.flush()
    for answer in answers:
        sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
