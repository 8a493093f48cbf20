"""Measure what writing all quotes to a file costs, in time and in room.

    python tests/benchmarks/exporting.py [--quotes 50000] [--url postgresql://…] [--formats jsonl csv parquet]

An empty database is filled with invented quotes first; one with quotes in it is read as it is. Each format is
written by a process of its own, to nowhere. Printed are quotes a second, from the first question to the last
byte, the bytes, and the most memory that the process had, also before it began.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from invented import fill
from sqlalchemy import text
from sqlalchemy.orm import Session

from quotes.cli.process import prepare
from quotes.export.formats import FORMATS
from quotes.store.engine import connect, upgrade
from quotes.store.filters import QuoteFilter
from quotes.store.selection import Selection


def most_memory() -> float:
    """Return the most memory that this process had, in MB.

    Linux tells; ru_maxrss would be that of the process that started this one, where it had more.
    """
    status = Path("/proc/self/status")
    if status.exists():
        told = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(told["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def write(url: str, name: str) -> None:
    """Write all quotes of a database as `quotes export` does, and print what it cost."""
    prepare()
    engine = connect(url, read_only=True)
    size = 0
    with Session(engine) as session:
        before, began = most_memory(), perf_counter()
        quotes = Selection(session, QuoteFilter())
        for piece in FORMATS[name].write(quotes, "https://quotes.example"):
            size += len(piece)
        seconds = perf_counter() - began
    engine.dispose()
    found = [len(quotes), seconds, size, before, most_memory()]
    print(json.dumps(found))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=50_000)
    parser.add_argument("--url")
    parser.add_argument("--formats", nargs="*", default=["jsonl", "csv", "parquet"])
    parser.add_argument("--write", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        write(given.url, given.write)
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
            done = subprocess.run(child, check=True, capture_output=True, text=True)
            count, seconds, size, before, most = json.loads(done.stdout)
            print(
                f"{name:10} {count:,} quotes, {count / seconds:,.0f} a second, {size / 1e6:.1f} MB; "
                f"memory {most:.0f} MB, {before:.0f} before",
                flush=True,
            )


if __name__ == "__main__":
    main()
