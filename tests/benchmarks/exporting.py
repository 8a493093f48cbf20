"""Measure what writing all quotes to a file costs, in time and in room.

    python tests/benchmarks/exporting.py [--quotes 50000] [--url postgresql://…] [--formats jsonl csv parquet]
        [--alone]

An empty database is filled with invented quotes first; one with quotes in it is read as it is. Each format is
written as by `quotes export`, to nowhere: with the processes that read along, or `--alone`. Told are quotes a
second, from the first question to the last byte, the bytes, the number of processes, and the most memory that
all of them had together, also before it began: pages that several have are counted once.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

from invented import fill
from sqlalchemy import text
from sqlalchemy.orm import Session

from quotes.cli.exporting import reading_all
from quotes.cli.process import prepare
from quotes.export.formats import FORMATS
from quotes.export.tables import arrow
from quotes.store.engine import connect, upgrade
from quotes.store.filters import QuoteFilter
from quotes.store.selection import Selection


def memory() -> float:
    """Return the memory that this process and those that read along have, in MB; 0 but on Linux."""
    found = 0.0
    for process in ("self", *(child.pid for child in multiprocessing.active_children())):
        with suppress(OSError):  # it has just ended
            told = Path(f"/proc/{process}/smaps_rollup").read_text()
            found += sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
    return found / 1024


@contextmanager
def watched(most: list[float]) -> Iterator[None]:
    """Note the most memory that there was, ten times a second."""
    ended = Event()

    def look() -> None:
        while not ended.wait(0.1):
            most.append(max(most.pop(), memory()))

    looking = Thread(target=look)
    looking.start()
    yield
    ended.set()
    looking.join()


def write(url: str, name: str, *, alone: bool) -> None:
    """Write all quotes of a database as `quotes export` does, and print what it cost."""
    prepare()
    chosen, size = FORMATS[name], 0
    if name == "parquet":
        arrow("Parquet")
    before, began = memory(), perf_counter()
    most = [before]
    with reading_all(url, along=chosen.in_parts and not alone) as (session, readers), watched(most):
        quotes = Selection(session, QuoteFilter(), readers=readers)
        for piece in chosen.write(quotes, "https://quotes.example"):
            size += len(piece)
        seconds = perf_counter() - began
    print(json.dumps([len(quotes), seconds, size, 1 + len(readers), before, most[0]]))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=50_000)
    parser.add_argument("--url")
    parser.add_argument("--formats", nargs="*", default=["jsonl", "csv", "parquet"])
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--write", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        write(given.url, given.write, alone=given.alone)
        return
    with tempfile.TemporaryDirectory() as folder:
        url = given.url or f"sqlite:///{Path(folder)}/quotes.db"
        if given.url is None:
            engine = connect(url)
            upgrade(engine)
            with Session(engine) as session:
                fill(session, given.quotes)
                session.execute(text("ANALYZE"))
                session.commit()
            engine.dispose()
        for name in given.formats:
            child = [sys.executable, __file__, "--url", url, "--write", name]
            child += ["--alone"] if given.alone else []
            done = subprocess.run(child, check=True, capture_output=True, text=True)
            count, seconds, size, processes, before, most = json.loads(done.stdout)
            print(
                f"{name:10} {count:,} quotes, {count / seconds:,.0f} a second, {size / 1e6:.1f} MB; "
                f"{processes} processes, memory {most:.0f} MB, {before:.0f} before",
                flush=True,
            )


if __name__ == "__main__":
    main()
