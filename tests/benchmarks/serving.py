"""Measure how many requests a second /v1/quotes?speaker=… answers, against an endpoint that does nothing.

    python tests/benchmarks/serving.py [--quotes 20000] [--seconds 3] [--profile]

The bare endpoint reads the same parameters and returns the very same bytes. Both are called in this process
(ASGI, one worker, no network), by turns, in one run.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import pstats
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import quote

from asking import UNLIMITED, get
from fastapi import FastAPI, Response
from invented import fill, people
from sqlalchemy import text
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.store.engine import connect, upgrade

TURNS = 5


def bare(body: bytes) -> FastAPI:
    """Return an application whose only endpoint returns ready bytes."""
    app = FastAPI()

    @app.get("/v1/quotes")
    async def answer(speaker: str, per_page: int = 50) -> Response:  # noqa: ARG001  # read, and not used
        return Response(body, media_type="application/json")

    return app


async def rate(app: Any, address: str, seconds: float) -> float:
    """Return how many requests a second are answered, one after the other."""
    count, began = 0, perf_counter()
    while perf_counter() - began < seconds:
        await get(app, address)
        count += 1
    return count / (perf_counter() - began)


async def compare(app: FastAPI, address: str, seconds: float) -> None:
    with TestClient(app) as client:
        simple = bare(client.get(address).content)
    ours, theirs = [], []
    for _ in range(TURNS):
        ours.append(await rate(app, address, seconds / TURNS))
        theirs.append(await rate(simple, address, seconds / TURNS))
    one, other = sorted(ours)[TURNS // 2], sorted(theirs)[TURNS // 2]
    print(f"{address}: {one:.0f} a second, the bare endpoint {other:.0f}: {one / other:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=20_000)
    parser.add_argument("--url")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
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
        engine = connect(url, read_only=True)
        app = create_app(engine, config=UNLIMITED)
        name = quote(people(max(given.quotes // 50, 5))[0].name)
        for per_page in (5, 20, 50):
            address = f"/v1/quotes?speaker={name}&per_page={per_page}"
            asyncio.run(compare(app, address, given.seconds))
        if given.profile:
            with cProfile.Profile() as profile:
                asyncio.run(rate(app, address, given.seconds))
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        engine.dispose()


if __name__ == "__main__":
    main()
