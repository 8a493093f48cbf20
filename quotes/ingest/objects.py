"""JSON and JSON Lines -> documents, an object each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

import orjson

from quotes.errors import ReadError
from quotes.ingest.fields import named, to_document
from quotes.ingest.results import MAX_CHARACTERS, Failed, Read, Result

# Ten times what a document may have leaves room for escapes and for fields that are not read.
_MOST = 10 * MAX_CHARACTERS


def read_json_lines(stream: TextIO, name: str) -> Iterator[Result]:
    """Yield a document a line; a line that is none fails alone."""
    empty = True
    for number, line in enumerate(iter(lambda: stream.readline(_MOST), ""), start=1):
        if len(line) == _MOST:
            yield Failed(
                f"{name}:{number}", f"the line has more than {_MOST:,} characters; the rest was not read"
            )
            return
        if line.strip():
            empty = False
            yield _line(f"{name}:{number}", line)
    if empty:
        raise ReadError("the file is empty")


def _line(where: str, line: str) -> Result:
    try:
        return _object(where, orjson.loads(line))
    except orjson.JSONDecodeError as error:
        return Failed(where, f"the line is not JSON: {error.msg} at character {error.pos + 1}")


def read_json(stream: TextIO, name: str) -> Iterator[Result]:
    """Yield the documents of a file that is one object, or a list of them."""
    text = stream.read(_MOST)
    if len(text) == _MOST:
        raise ReadError(f"a JSON file may have {_MOST:,} characters; write JSON Lines, which has no limit")
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise ReadError(f"it is not JSON: {error.msg} at {error.lineno}:{error.colno}") from error
    if not isinstance(value, list):
        yield _object(name, value)
    elif not value:
        raise ReadError("the list is empty")
    else:
        for number, item in enumerate(value, start=1):
            yield _object(f"{name} item {number}", item)


def _object(where: str, value: object) -> Result:
    if not isinstance(value, dict):
        return Failed(where, "it is not an object with a “text”")
    fields = named(value)
    if "text" not in fields:
        return Failed(where, f"there is no field “text”; the fields are {', '.join(fields)[:200] or 'none'}")
    try:
        return Read(where, to_document(fields["text"], fields))
    except ReadError as error:
        return Failed(where, str(error))
