"""Tell a whole file from one that was cut, by what writers put on every line or at the end."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import orjson

from quotes.errors import FilterError, ReadError
from quotes.export.tables import arrow

_LONGEST_CELL = 10**9  # characters: a quote can be as long as its document


def check_file(path: Path, name: str) -> int:
    """Return how many quotes a file of a format has; raise ReadError where it was cut or is another file.

    A file of none is a CSV's line of names, or no bytes of JSON Lines: nothing in it tells if it was cut.
    Raises FilterError for a format whose files do not say how many quotes they have.
    """
    if name not in _CHECKED:
        raise FilterError("format", f"only {', '.join(_CHECKED)} files can be checked, not {name}")
    try:
        return _CHECKED[name](path)
    except OSError as error:
        raise ReadError(f"{path} can't be read: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, csv.Error) as error:  # half a line, or of something else
        raise ReadError(f"{path} was cut, or is no {name} of quotes") from error


def _csv(path: Path) -> int:
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(file)
        if list(lines.fieldnames or ())[-2:] != ["row", "rows"]:
            raise KeyError("rows")
        return _counted(path, ((int(line["row"]), int(line["rows"])) for line in lines))


def _json_lines(path: Path) -> int:
    with path.open("rb") as file:
        lines = map(orjson.loads, file)
        return _counted(path, ((line["row"], line["rows"]) for line in lines))


def _parquet(path: Path) -> int:
    arrow("Parquet")
    from pyarrow.parquet import ParquetFile

    with path.open("rb") as opened, ParquetFile(opened) as file:  # without its footer a file is none
        rows = file.metadata.num_rows
        if int((file.schema_arrow.metadata or {})[b"quotes"]) != rows:
            raise ValueError("rows")
        return int(rows)


def _counted(path: Path, numbers: Iterable[tuple[int, int]]) -> int:
    """Count lines by their numbers, which go up by one to that of the last."""
    row, rows = 0, 0
    for number, told in numbers:
        if number != row + 1:
            raise ReadError(f"{path} lacks line {row + 1}")
        row, rows = number, told
    if row != rows or not _ends_with_line(path):
        raise ReadError(f"{path} was cut: it has {row:,} of {rows:,} quotes")
    return row


def _ends_with_line(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, 2):
            return True
        file.seek(-1, 2)
        return file.read() == b"\n"


_CHECKED: dict[str, Callable[[Path], int]] = {"csv": _csv, "jsonl": _json_lines, "parquet": _parquet}
