"""`quotes serve`: a real server on a free port, asked over HTTP."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from quotes.cli.serving import address, listen
from quotes.errors import QuotesError

ROOT = Path(__file__).resolve().parents[2]


def test_a_port_that_is_taken_is_one_clear_line(run) -> None:
    run("db", "upgrade")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run("serve", "--port", port)
    assert result.exit_code == 1
    assert result.stderr == (
        f"error: cannot listen at port {port} of 127.0.0.1: it is taken; choose another with --port\n"
    )


def test_an_address_that_is_not_ours_is_told() -> None:
    with pytest.raises(QuotesError, match=r"cannot listen at port 0 of 192\.0\.2\.1: "):
        listen("192.0.2.1", 0)


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1")])  # noqa: S104
def test_the_address_shown_can_be_opened_from_here(host, shown) -> None:
    with listen(host, 0) as listening:
        assert address(listening) == f"http://{shown}:{listening.getsockname()[1]}"


@pytest.mark.skipif(os.name != "posix", reason="stops by a signal")
@pytest.mark.parametrize("stop", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.thorough)])
def test_what_was_ingested_is_served_until_stopped(run, article, database, stop) -> None:
    run("ingest", article)
    command = [sys.executable, "-u", "-m", "quotes", "--database", str(database), "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        base = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert base
        with urllib.request.urlopen(f"{base[0]}/v1/quotes?speaker=Mira%20Danforth", timeout=300) as answer:  # noqa: S310
            (quote,) = json.load(answer)["results"]
        server.send_signal(stop)
        assert server.wait(timeout=300) == 0
        (line,) = map(json.loads, server.stderr.read().splitlines())
        assert (line["path"], line["status"]) == ("/v1/quotes", 200)
    assert quote["text"] == "The harbour stays open,"
