"""Snapshots: all that a database holds in a folder of files, with their checksums and what is in them."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from pydantic import TypeAdapter
from sqlalchemy.orm import Session

import quotes
from quotes.errors import ReadError
from quotes.store.engine import REVISION
from quotes.store.everything import NOUNS, all_of

MANIFEST = "manifest.json"
GONE = "gone"
_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Gone:
    """What the snapshot before had, and this one has not: the id of a row of one of its files."""

    noun: str
    id: int


class Kept(NamedTuple):
    """One file of a snapshot, as its manifest has it."""

    name: str
    rows: int
    bytes: int
    sha256: str


def write_snapshot(
    session: Session, folder: Path, since: Path | None = None
) -> tuple[Path, tuple[Kept, ...]]:
    """Write all that the session sees, or what has changed `since` a snapshot, into a new folder inside one.

    A row is an object a line, in the order of ids. Of what changed, rows are written that are new or not as
    they were, and under `gone` the ids of those that are not there any more. The folder is named after the
    moment and appears when it is whole. Raises ReadError where `since` is no whole snapshot.
    """
    made_at = datetime.now(UTC)
    before = None if since is None else _whole(since)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{made_at:%Y-%m-%dT%H%M%S.%f}"[:-3] + "Z" + ("" if since is None else "-changes")
    unfinished = Path(tempfile.mkdtemp(dir=folder, prefix=f".{name}."))
    try:
        kept = list(_tables(session, unfinished, since))
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


def _tables(session: Session, folder: Path, since: Path | None) -> Iterator[Kept]:
    gone: list[Gone] = []
    for noun, record in NOUNS.items():
        rows: Iterator[tuple[int, bytes]] = (
            (one.id, orjson.dumps(one, option=_OPTIONS)) for one in all_of(session, noun)
        )
        with ExitStack() as opened:
            if since is not None:
                file = opened.enter_context((since / f"{noun}.jsonl").open("rb"))
                rows = _changed(rows, ((orjson.loads(line)["id"], line) for line in file), noun, gone)
            yield _written(folder, noun, (line for _, line in rows))
        yield _schema(folder, noun, record)
    if since is not None:
        yield _written(folder, GONE, (orjson.dumps(one, option=_OPTIONS) for one in gone))
        yield _schema(folder, GONE, Gone)


def _changed(
    rows: Iterable[tuple[int, bytes]], before: Iterator[tuple[int, bytes]], noun: str, gone: list[Gone]
) -> Iterator[tuple[int, bytes]]:
    """Yield the rows that are not as they were, and note those that are gone; both are in order of ids."""
    old = next(before, None)
    for id_, line in rows:
        while old is not None and old[0] < id_:
            gone.append(Gone(noun, old[0]))
            old = next(before, None)
        if old is None or old[0] > id_ or old[1] != line:
            yield id_, line
        if old is not None and old[0] == id_:
            old = next(before, None)
    while old is not None:
        gone.append(Gone(noun, old[0]))
        old = next(before, None)


def _written(folder: Path, noun: str, lines: Iterable[bytes]) -> Kept:
    name, digest, rows, size = f"{noun}.jsonl", hashlib.sha256(), 0, 0
    with (folder / name).open("wb", buffering=_BLOCK) as file:
        for line in lines:
            file.write(line)
            digest.update(line)
            rows += 1
            size += len(line)
    return Kept(name, rows, size, digest.hexdigest())


def _schema(folder: Path, noun: str, record: type) -> Kept:
    """Write what a line of a file is, as JSON Schema."""
    written = _described(record)
    name = f"{noun}.schema.json"
    (folder / name).write_bytes(written)
    return Kept(name, 1, len(written), hashlib.sha256(written).hexdigest())


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
