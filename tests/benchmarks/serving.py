"""Measure how many requests a second /v1/quotes?speaker=… answers, against an endpoint that does nothing.

    python tests/benchmarks/serving.py [--quotes 20000] [--bursts 40] [--url postgresql://…] [--profile]

The bare endpoint reads the same parameters and returns the very same bytes. Both are called in this process
(ASGI, one worker, no network), by turns, in one run: in short bursts, of which the median counts, as a busy
machine stops for longer. `again` asks one question over and over, whose answer is remembered; `anew` is the
application without a memory, which reads the database every time.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import pstats
import statistics
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import quote

from asking import FORGETFUL, UNLIMITED, get
from fastapi import FastAPI, Response
from invented import fill, people
from sqlalchemy import text
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.store.engine import connect, upgrade

BURST = 20  # requests


def bare(body: bytes) -> FastAPI:
    """Return an application whose only endpoint returns ready bytes."""
    app = FastAPI()

    @app.get("/v1/quotes")
    async def answer(speaker: str, per_page: int = 50) -> Response:  # noqa: ARG001  # read, and not used
        return Response(body, media_type="application/json")

    return app


async def seconds(app: Any, address: str, requests: int) -> float:
    """Return how long a request takes, of so many one after the other."""
    began = perf_counter()
    for _ in range(requests):
        await get(app, address)
    return (perf_counter() - began) / requests


async def compare(apps: dict[str, FastAPI], address: str, bursts: int) -> None:
    with TestClient(apps["again"]) as client:
        body = client.get(address).content
    taken: dict[str, list[float]] = {name: [] for name in (*apps, "bare")}
    for _ in range(bursts):
        for name, app in (*apps.items(), ("bare", bare(body))):
            await get(app, address)
            taken[name].append(await seconds(app, address, BURST))
    rates = {name: 1 / statistics.median(times) for name, times in taken.items()}
    ratios = ", ".join(f"{name} {rates[name]:.0f} ({rates[name] / rates['bare']:.2f})" for name in apps)
    print(f"{address}, {len(body):,} bytes: bare {rates['bare']:.0f} a second, {ratios}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=20_000)
    parser.add_argument("--url")
    parser.add_argument("--bursts", type=int, default=40)
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
        apps = {
            "again": create_app(engine, config=UNLIMITED),
            "anew": create_app(engine, config=FORGETFUL),
        }
        name = quote(people(max(given.quotes // 50, 5))[0].name)
        for per_page in (5, 20, 50):
            asyncio.run(compare(apps, f"/v1/quotes?speaker={name}&per_page={per_page}", given.bursts))
        if given.profile:
            for app in apps.values():
                with cProfile.Profile() as profile:
                    asyncio.run(seconds(app, f"/v1/quotes?speaker={name}", 1000))
                pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        engine.dispose()


if __name__ == "__main__":
    main()
