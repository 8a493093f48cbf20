"""`quotes serve`: the API over one database."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import signal
import socket
from typing import Annotated

import typer

from quotes.cli.commands import database_url
from quotes.errors import QuotesError

Host = Annotated[str, typer.Option(help="The address to listen at; 0.0.0.0 is open to the network.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")]


def serve(context: typer.Context, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve the database as a JSON API.

    Its documentation is at /docs. Ctrl-C stops it.
    """
    from quotes.store.engine import check, connect

    logging.basicConfig(format="%(message)s")
    logging.getLogger("quotes.api.requests").setLevel(logging.INFO)
    url = database_url(context)
    engine = connect(url, read_only=True)
    check(engine)
    engine.dispose()
    with listen(host, port) as listening:
        typer.echo(f"serving {address(listening)}/v1/quotes, documentation at {address(listening)}/docs")
        run(url, listening)


def listen(host: str, port: int) -> socket.socket:
    """Take an address before anything else is done; whoever has it already is told apart from a wrong one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # a second server is told now, not when it is first asked
    except OSError as error:
        listening.close()
        taken = error.errno == errno.EADDRINUSE
        reason = (
            "it is taken; choose another with --port" if taken else (error.strerror or str(error)).lower()
        )
        raise QuotesError(f"cannot listen at port {port} of {host}: {reason}") from error
    return listening


def address(listening: socket.socket) -> str:
    """Return the address to open, as seen from this machine."""
    host, port = listening.getsockname()[:2]
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (compared, not bound)
    return f"http://[{here}]:{port}" if ":" in here else f"http://{here}:{port}"


def run(url: str, listening: socket.socket) -> None:
    """Serve until interrupted."""
    import uvicorn

    os.environ["QUOTES_DATABASE_URL"] = url  # the application reads its settings itself
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what is to be tidied up, is
    config = uvicorn.Config("api.app:create_app", factory=True, log_level="warning")
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
