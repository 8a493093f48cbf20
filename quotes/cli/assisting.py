"""`quotes mcp`: the database as tools of an assistant."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.commands import database_url, say
from quotes.cli.serving import Host, Port, address, listen
from quotes.errors import QuotesError

if TYPE_CHECKING:
    from mcp.server import MCPServer
    from sqlalchemy import Engine

    from quotes.config import Settings

_MISSING = "this needs mcp; run: pip install 'quotes[mcp]'"


def mcp(
    context: typer.Context,
    http: Annotated[bool, typer.Option("--http", help="Answer HTTP at /mcp, not standard input.")] = False,
    host: Host = "127.0.0.1",
    port: Port = 8001,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name under which others reach it; may be given again."),
    ] = None,
) -> None:
    """Answer an assistant's questions by the Model Context Protocol.

    It can search, get and verify quotes and list speakers, and change nothing. Without --http it speaks on
    standard input and output, to the program that started it.
    """
    try:
        from quotes.assistants.server import make_server
    except ImportError as error:
        raise QuotesError(_MISSING) from error
    from quotes.config import settings
    from quotes.store.engine import check, connect

    config = settings()
    engine = connect(database_url(context), read_only=True, seconds=config.query_seconds)
    check(engine)
    server = make_server(engine, config.public_url)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what is to be tidied up, is
    with contextlib.suppress(KeyboardInterrupt):
        if http:
            _serve(server, engine, config, host, port, allow_host or [])
        else:
            server.run("stdio")
    engine.dispose()


def _serve(
    server: MCPServer, engine: Engine, config: Settings, host: str, port: int, allowed: list[str]
) -> None:
    import uvicorn

    from quotes.assistants.server import PATH, host_of, http_application

    names = [f"[{host}]" if ":" in host else host, *allowed]
    if config.public_url:
        names.append(host_of(config.public_url))
    app = http_application(server, engine, hosts=names, needs_key=config.reading_needs_key)
    with listen(host, port) as listening:
        say(f"answering at {address(listening)}{PATH}")
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])
