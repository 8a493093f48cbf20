"""Measure what questions cost the server, against many quotes.

    python tests/benchmarks/asking.py [--quotes 1000000] [--times 10] [--url postgresql://…]

An empty database is filled with invented quotes first, which are copied to so many times as many, of other
people; one with quotes in it is asked as it is. The API is
called in this process (ASGI, one worker, no network), every time with other speakers, days and words; it has
no memory of its answers. Printed are the median and the 99th percentile in ms, of the request from its call
to its last byte.

PostgreSQL is to be set up as for a server (shared_buffers=1GB, effective_cache_size=4GB, work_mem=16MB,
random_page_cost=1.1), and asked all of it once before: what is not in memory yet takes ten times as long.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

from invented import COMMON, FIRST_DAY, WORDS, fill, multiply, people
from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from api.app import create_app
from quotes.config import Settings
from quotes.store.engine import connect, upgrade
from quotes.store.models import quotes

RUNS, FEWER = 200, 10
LIMITS = {"speaker": 15, "autocomplete": 15, "q": 60, "group_by": 500}  # ms, as issue 5 has them
UNLIMITED = Settings(requests_per_minute=10**9)
FORGETFUL = UNLIMITED.model_copy(update={"remembered_megabytes": 0})


async def get(app: Any, address: str) -> int:
    """Ask an application in this process; return how many bytes it answers with."""
    path, _, query = address.partition("?")
    sent: list[Any] = []
    asked = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 1), "server": ("localhost", 80),
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(asked, receive, send)
    assert sent[0]["status"] == 200, (address, sent)
    return sum(len(message.get("body", b"")) for message in sent)


def questions(count: int) -> Iterator[tuple[str, int, Callable[[], str]]]:
    """Yield each question: what it is called, how often it is asked, what makes an address of it."""
    chance = random.Random(3)  # noqa: S311  # the same questions every time
    known = people(max(count // 50, 5))

    def quoted(**parameters: Any) -> str:
        return "/v1/quotes?" + urlencode({"per_page": 20, **parameters})

    def speaker() -> str:  # the more quoted, the more often asked for
        return known[int(len(known) * chance.random() ** 2)].name

    def year() -> dict[str, Any]:
        first = FIRST_DAY + timedelta(days=chance.randrange(3600))
        return {"from": first, "to": first + timedelta(days=365)}

    def words(some: list[str], number: int) -> str:
        return " ".join(chance.sample(some, number))

    yield "speaker and days", RUNS, lambda: quoted(speaker=speaker(), **year())
    yield "speaker and days, by day", RUNS, lambda: quoted(speaker=speaker(), sort="-day", **year())
    yield "the most quoted speaker", RUNS, lambda: quoted(speaker=known[0].name, **year())
    yield "a week of all", RUNS, lambda: quoted(published_from="2020-03-02", published_to="2020-03-08")
    yield "q one word", RUNS, lambda: quoted(q=words(WORDS, 1))
    yield "q two words", RUNS, lambda: quoted(q=words(WORDS[:300], 2))
    yield "q two of the commonest", RUNS, lambda: quoted(q=words(COMMON, 2))
    yield "q three of the commonest", RUNS, lambda: quoted(q=words(COMMON, 3))
    yield "q and a speaker", FEWER, lambda: quoted(q=words(COMMON, 1), speaker=speaker())
    yield "q_exact, phrase of common", FEWER, lambda: quoted(q_exact=f'"{words(COMMON, 2)}"')
    of_name = "/v1/autocomplete/speakers?"
    yield "autocomplete, 3 letters", RUNS, lambda: of_name + urlencode({"q": speaker().split()[-1][:3]})
    yield "autocomplete, 6 letters", RUNS, lambda: of_name + urlencode({"q": speaker().split()[-1][:6]})
    yield (
        "autocomplete, misspelt",
        RUNS,
        lambda: of_name + urlencode({"q": speaker().split()[-1][:-1] + "x"}),
    )
    for by in ("speaker", "country", "outlet", "channel", "kind", "cue", "year", "month", "day"):
        yield f"group_by {by}", FEWER, lambda by=by: quoted(group_by=by)  # type: ignore[misc]
    yield "group_by month, with q", FEWER, lambda: quoted(group_by="month", q="harbour petals")
    yield "sample of 20", 3, lambda: quoted(sample=20, seed=chance.randrange(100))


async def ask(url: str, only: str, times: int) -> None:
    """Ask all the questions of a database filled so many times, and print what they cost."""
    engine = connect(url, read_only=True)
    app = create_app(engine, config=FORGETFUL)
    with Session(engine) as session:
        count = session.scalar(select(func.count()).select_from(quotes)) or 0
    async with app.router.lifespan_context(app):
        await ask_all(app, count // times, only)
    engine.dispose()


async def ask_all(app: Any, count: int, only: str) -> None:
    """Ask the questions about a database of so many quotes that have some words in their names."""
    for question, runs, address in questions(count):
        if only not in question:
            continue
        await get(app, address())
        times = []
        for _ in range(runs):
            asked = address()
            started = perf_counter()
            await get(app, asked)
            times.append((perf_counter() - started) * 1000)
        p99 = sorted(times)[min(round(0.99 * len(times)), len(times) - 1)]
        limit = next((limit for name, limit in LIMITS.items() if question.startswith(name)), None)
        verdict = "" if limit is None else f"   {'under' if p99 < limit else 'OVER'} {limit}"
        print(f"{question:28} {statistics.median(times):8.1f} {p99:8.1f}{verdict}", flush=True)


def tidy(engine: Engine) -> None:
    """Let the database look at what is in it, as PostgreSQL does by itself some time after it was filled."""
    vacuum = "VACUUM ANALYZE" if engine.dialect.name == "postgresql" else "ANALYZE"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(vacuum))
        connection.commit()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=1_000_000)
    parser.add_argument("--url")
    parser.add_argument("--only", default="", help="only questions with this in their names")
    parser.add_argument("--times", type=int, default=1, help="copy the quotes so often")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = given.url or f"sqlite:///{Path(folder)}/quotes.db"
        engine = connect(url)
        upgrade(engine)
        with Session(engine) as session:
            started = perf_counter()
            if session.scalar(select(quotes.c.id).limit(1)) is None:
                fill(session, given.quotes)
                if given.times > 1:
                    multiply(session, given.times)
                tidy(engine)
                count, seconds = given.quotes * given.times, perf_counter() - started
                print(f"{count:,} quotes in {seconds:.0f} s, {engine.dialect.name}")
        engine.dispose()
        asyncio.run(ask(url, given.only, given.times))


if __name__ == "__main__":
    main()
