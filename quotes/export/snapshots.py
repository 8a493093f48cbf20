"""Snapshots: all that a database holds in a folder of files, with their checksums and what is in them."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from pydantic import TypeAdapter
from sqlalchemy.orm import Session

import quotes
from quotes.errors import ReadError
from quotes.export import json_lines
from quotes.export.columns import COLUMNS, Column, Records
from quotes.export.parquet import Table
from quotes.export.sources import made_of
from quotes.export.tables import arrow_table
from quotes.store.engine import REVISION
from quotes.store.everything import NOUNS, all_of
from quotes.store.quote_batches import Batch
from quotes.store.readers import Reader

if TYPE_CHECKING:
    import pyarrow

MANIFEST = "manifest.json"
GONE = "gone"
_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Gone:
    """What the snapshot before had, and this one has not: the id of a row of one of its files.

    When and why, and what has its place, is in `tombstones`.
    """

    noun: str
    id: int


Key = tuple[Any, ...]
_COLUMNS = {**COLUMNS, Gone: (Column("noun", "text", "noun"), Column("id", "number", "id"))}


class Part(NamedTuple):
    """Some rows of a file: what names each there, its line, and the table of them where one is wanted."""

    keys: Sequence[Key]
    lines: Sequence[bytes]
    table: pyarrow.Table | None

    def only(self, kept: Sequence[int]) -> Part:
        """Return some of them, by their places."""
        table = None if self.table is None else self.table.take(kept)
        return Part([self.keys[place] for place in kept], [self.lines[place] for place in kept], table)


class Kept(NamedTuple):
    """One file of a snapshot, as its manifest has it."""

    name: str
    rows: int
    bytes: int
    sha256: str


def write_snapshot(
    session: Session,
    folder: Path,
    since: Path | None = None,
    *,
    parquet: bool = False,
    base: str = "",
    readers: Sequence[Reader] = (),
) -> tuple[Path, tuple[Kept, ...]]:
    """Write all that the session sees, or what has changed `since` a snapshot, into a new folder inside one.

    A row is an object a line, in the order of ids. Of what changed, rows are written that are new or not as
    they were, and under `gone` the ids of those that are not there any more. With `parquet` each file has a
    table beside it, whose links continue `base`. The folder is named after the moment and appears when it is
    whole. `readers` have to see what the session sees. Raises ReadError where `since` is no whole snapshot,
    QuotesError for Parquet without pyarrow.
    """
    made_at = datetime.now(UTC)
    before = None if since is None else _whole(since)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{made_at:%Y-%m-%dT%H%M%S.%f}"[:-3] + "Z" + ("" if since is None else "-changes")
    unfinished = Path(tempfile.mkdtemp(dir=folder, prefix=f".{name}."))
    try:
        kept = list(_Writer(unfinished, base if parquet else None, readers).all_of(session, since))
        manifest = {
            "snapshot": 1,
            "made_at": made_at,
            "since": before and before["made_at"],
            "version": quotes.__version__,
            "extractor_version": quotes.EXTRACTOR_VERSION,
            "revision": REVISION,
            "files": [one._asdict() for one in kept],
        }
        (unfinished / MANIFEST).write_bytes(orjson.dumps(manifest, option=_OPTIONS | orjson.OPT_INDENT_2))
        unfinished.chmod(0o755)
        unfinished.rename(folder / name)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return folder / name, tuple(kept)


def check_snapshot(folder: Path) -> tuple[Kept, ...]:
    """Return what a snapshot's manifest names; raise ReadError where a file is not as it says."""
    manifest = _manifest(folder)
    files = tuple(Kept(**one) for one in manifest["files"])
    for one in files:
        path = folder / one.name
        if not path.is_file():
            raise ReadError(f"{path} is missing")
        if (size := path.stat().st_size) != one.bytes:
            raise ReadError(f"{path} has {size:,} bytes, not {one.bytes:,}: it was cut or changed")
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != one.sha256:
                raise ReadError(f"{path} is not what was written: its SHA-256 is another")
    return files


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes into a folder; tables as well where there is a `base` for their links."""

    folder: Path
    base: str | None
    readers: Sequence[Reader]

    def all_of(self, session: Session, since: Path | None) -> Iterator[Kept]:
        gone: list[Gone] = []
        for noun, record in NOUNS.items():
            parts = self._parts(noun, record, all_of(session, noun, self.readers))
            with ExitStack() as opened:
                if since is not None:
                    parts = _changed(parts, _read(since, noun, opened), noun, gone)
                yield from self._write(noun, record, parts)
        if since is not None:
            yield from self._write(GONE, Gone, self._parts(GONE, Gone, gone))

    def _parts(self, noun: str, record: type, records: Iterable[Any]) -> Iterator[Part]:
        return made_of(records, partial(_part, noun, record, self.base))

    def _write(self, noun: str, record: type, parts: Iterable[Part]) -> Iterator[Kept]:
        lines, table, count = self.folder / f"{noun}.jsonl", self.folder / f"{noun}.parquet", 0
        with ExitStack() as opened:
            file = opened.enter_context(lines.open("wb", buffering=_BLOCK))
            add = None
            if self.base is not None:
                add = opened.enter_context(Table(table, _COLUMNS[record])).add
            for part in parts:
                file.writelines(part.lines)
                count += len(part.lines)
                if add is not None:
                    add(part.table)
        yield _kept(lines, count)
        if self.base is not None:
            yield _kept(table, count)
        yield _schema(self.folder, noun, record)


def _part(noun: str, record: type, base: str | None, some: Batch | Records, _first: int) -> Part:
    ids = some.column("id")
    keys = list(zip(some.column("noun"), ids, strict=True) if noun == "tombstones" else zip(ids, strict=True))
    if noun == "quotes":
        lines = list(json_lines.lines(some))
    else:
        lines = [orjson.dumps(one, option=_OPTIONS) for one in some.column("")]
    return Part(keys, lines, None if base is None else arrow_table(_COLUMNS[record], some, base))


def _read(folder: Path, noun: str, opened: ExitStack) -> Iterator[tuple[Key, bytes]]:
    """Yield what a snapshot has; nothing where it was made before there was such a file."""
    path = folder / f"{noun}.jsonl"
    if not path.exists():
        return
    for line in opened.enter_context(path.open("rb")):
        one = orjson.loads(line)
        yield ((one["noun"], one["id"]) if noun == "tombstones" else (one["id"],)), line


def _changed(
    parts: Iterable[Part], before: Iterator[tuple[Key, bytes]], noun: str, gone: list[Gone]
) -> Iterator[Part]:
    """Yield the rows that are not as they were, and note those that are gone; both are in order of keys.

    A tombstone goes where its row is there again, which says it all.
    """
    left: list[Key] = []
    old = next(before, None)
    for part in parts:
        changed = []
        for place, (key, line) in enumerate(zip(part.keys, part.lines, strict=True)):
            while old is not None and old[0] < key:
                left.append(old[0])
                old = next(before, None)
            if old is None or old != (key, line):
                changed.append(place)
            if old is not None and old[0] == key:
                old = next(before, None)
        yield part.only(changed)
    left += [] if old is None else [old[0], *(key for key, _ in before)]
    if noun != "tombstones":
        gone += [Gone(noun, key[-1]) for key in left]


def _kept(path: Path, rows: int) -> Kept:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Kept(path.name, rows, path.stat().st_size, digest)


def _schema(folder: Path, noun: str, record: type) -> Kept:
    """Write what a line of a file is, as JSON Schema."""
    written = _described(record)
    name = f"{noun}.schema.json"
    (folder / name).write_bytes(written)
    return _kept(folder / name, 1)


@cache
def _described(record: type) -> bytes:
    schema = TypeAdapter(record).json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return orjson.dumps(schema, option=_OPTIONS | orjson.OPT_INDENT_2)


def _whole(folder: Path) -> dict[str, Any]:
    """Return the manifest of a snapshot that has everything; raise ReadError for another."""
    manifest = _manifest(folder)
    if manifest["since"] is not None:
        raise ReadError(f"{folder} has only changes; changes are told since a whole snapshot")
    check_snapshot(folder)
    return manifest


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest["snapshot"] == 1:
            return dict(manifest)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise ReadError(f"{folder} is no snapshot: it has no {MANIFEST} of one")
