"""Which reader reads which file: the one table, and the way from a path to results."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, TextIO

import regex

from quotes.errors import ReadError
from quotes.ingest.articles import read_text
from quotes.ingest.encodings import open_text
from quotes.ingest.objects import read_json, read_json_lines
from quotes.ingest.pages import read_html
from quotes.ingest.results import Failed, Note, Result
from quotes.ingest.tables import columns_of, read_csv

Reader = Callable[[TextIO, str], Iterator[Result]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".html": read_html,
    ".htm": read_html,
}
_PEEK = 1 << 16


def read(
    source: Path | BinaryIO, *, name: str | None = None, advance: Callable[[int], object] | None = None
) -> Iterator[Result]:
    """Yield what a file, a folder or an open stream of bytes holds, one result at a time.

    A folder gives its readable files, and those below it, by name; hidden ones are left out and others
    noted. A file is read by its extension, one with none that is known, and a stream, by its first
    lines. Nothing that is wrong with a file raises: it comes as `Failed`. `name` is what results
    call the source; `advance` is told the bytes read since it was last called.
    """
    if not isinstance(source, Path):
        yield from _read_stream(source, name or "-", READERS.get(Path(name or "").suffix.lower()), advance)
        return
    if not source.is_dir():
        yield from _read_file(source, name or str(source), advance)
        return
    for found in find_files(source):
        if isinstance(found, Path):
            yield from _read_file(found, str(found), advance)
        else:
            yield found


def find_files(folder: Path) -> list[Path | Note | Failed]:
    """Return the files of a folder that have a reader, in order, and notes of those that have none."""
    found: list[Path | Note | Failed] = []

    def unreadable(error: OSError) -> None:
        found.append(Failed(str(error.filename), _reason(error)))

    for parent, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(name for name in files if not name.startswith(".")):
            path = Path(parent, file)
            known = path.suffix.lower() in READERS
            found.append(path if known else Note(str(path), f"passed over, {_no_reader(path)}"))
    if not any(isinstance(item, Path | Failed) for item in found):
        found.append(Failed(str(folder), f"the folder holds no file to read ({', '.join(READERS)})"))
    return found


def _no_reader(path: Path) -> str:
    return f"there is no reader for {path.suffix}" if path.suffix else "it has no extension"


def _read_file(path: Path, name: str, advance: Callable[[int], object] | None) -> Iterator[Result]:
    if path.exists() and not (path.is_file() or path.is_fifo()):
        yield Failed(name, "it is not a file")
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        yield Failed(name, _reason(error))
        return
    with stream:
        yield from _read_stream(stream, name, READERS.get(path.suffix.lower()), advance)


def _read_stream(
    stream: BinaryIO, name: str, reader: Reader | None, advance: Callable[[int], object] | None
) -> Iterator[Result]:
    seen = 0
    with ExitStack() as closing:
        try:
            raw = stream if stream.seekable() else closing.enter_context(_copy(stream))
            text, detected = open_text(raw)
            closing.callback(text.detach)  # whoever opened the stream closes it
            if detected:
                yield Note(name, f"it is not UTF-8; read as {detected}")
            for result in (reader or _sniff(text))(text, name):
                if advance:
                    advance(raw.tell() - seen)
                    seen = raw.tell()
                yield result
            if advance:
                advance(raw.tell() - seen)
        except ReadError as error:
            yield Failed(name, str(error))
        except UnicodeDecodeError as error:
            yield Failed(name, f"it is broken: {error.reason} in {error.encoding}; the rest was not read")
        except OSError as error:
            yield Failed(name, _reason(error))


def _copy(stream: BinaryIO) -> BinaryIO:
    """Keep a pipe in a temporary file: its encoding is known only once it was read to the end."""
    kept = tempfile.TemporaryFile()  # noqa: SIM115 (the caller closes it)
    shutil.copyfileobj(stream, kept)
    kept.seek(0)
    return kept


def _sniff(text: TextIO) -> Reader:
    """Choose a reader by the first lines."""
    head = text.read(_PEEK)
    text.seek(0)
    first = head.lstrip().partition("\n")[0].strip()
    if first.lower().startswith(("<!doctype html", "<html")):
        return read_html
    if first.lower().startswith("<?xml"):
        raise ReadError("it is XML, for which there is no reader")
    if regex.match(r"\s*\{\s*[\"}]", head):
        return read_json_lines if first.endswith("}") else read_json
    if regex.match(r"\s*\[\s*\{", head):
        return read_json
    if any(len(columns) > 1 and "text" in columns for columns, _ in (columns_of(first, d) for d in ",;\t|")):
        return read_csv
    return read_text


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return (error.strerror or str(error)).lower()
