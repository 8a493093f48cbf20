"""The tools over the samples, asked by a client in the same process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client
from sqlalchemy import Engine

from quotes.assistants.server import make_server
from quotes.store.engine import connect

BASE = "https://quotes.example"


@pytest.fixture(scope="session")
def read_only(samples: Path) -> Iterator[Engine]:
    engine = connect(str(samples), read_only=True)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def asked(read_only: Engine) -> Callable[..., Any]:
    """Return a function that opens a client, and returns what a coroutine function makes of it."""

    def asked(ask: Callable[[Client], Any], base: str | None = BASE) -> Any:
        async def within() -> Any:
            async with Client(make_server(read_only, base)) as client:
                return await ask(client)

        return anyio.run(within)

    return asked


@pytest.fixture(scope="session")
def call(asked: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that calls a tool, and returns its structured answer, which must be a good one."""

    def call(tool: str, **arguments: Any) -> Any:
        result = asked(lambda client: client.call_tool(tool, arguments))
        assert not result.is_error, result.content
        return result.structured_content

    return call


@pytest.fixture(scope="session")
def refusal(asked: Callable[..., Any]) -> Callable[..., str]:
    """Return a function that calls a tool in a wrong way, and returns what it is told."""

    def refusal(tool: str, **arguments: Any) -> str:
        result = asked(lambda client: client.call_tool(tool, arguments))
        assert result.is_error
        (content,) = result.content
        return content.text

    return refusal
