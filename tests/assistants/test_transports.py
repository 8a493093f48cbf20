"""`quotes mcp` as programs start it: on standard input and output, and over HTTP."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from quotes.assistants.server import http_application, make_server
from quotes.store.keys import create_key, revoke_key

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ["search_quotes", "get_quote", "verify_quote", "list_speakers"]
ASKED = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
ACCEPT = {"accept": "application/json, text/event-stream"}


def asked(server) -> tuple[list[str], str]:
    """Return the names of a server's tools, and the words of its first quote."""

    async def within():
        async with Client(server) as client:
            tools = await client.list_tools()
            answer = await client.call_tool("get_quote", {"id": 1})
            return [tool.name for tool in tools.tools], answer.structured_content["quote"]["text"]

    return anyio.run(within)


FIRST = (TOOLS, "I arrived with two suitcases and a speech,")


@pytest.mark.thorough
def test_a_program_starts_it_and_talks_to_it(samples):
    arguments = ["-m", "quotes", "--database", str(samples), "mcp"]
    assert asked(StdioServerParameters(command=sys.executable, args=arguments, cwd=ROOT)) == FIRST


@pytest.mark.thorough
def test_it_answers_http_until_it_is_stopped(samples):
    command = [
        sys.executable,
        "-u",
        "-m",
        "quotes",
        "--database",
        str(samples),
        "mcp",
        "--http",
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT) as server:
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+/mcp", server.stderr.readline())
            assert asked(address[0]) == FIRST
        finally:
            server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=300) == 0


@pytest.fixture
def served(database_url, open_engine):
    """Return a function that serves an empty database, and returns a client of HTTP."""

    def served(**how):
        engine = open_engine(database_url, read_only=True)
        return TestClient(
            http_application(make_server(engine), engine, **how), base_url="http://localhost:8001"
        )

    return served


@pytest.mark.parametrize("dialect", ["sqlite"])
class TestHttp:
    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({}, 200),
            ({"host": "127.0.0.1:8001"}, 200),
            ({"host": "quotes.example"}, 200),
            ({"host": "evil.example"}, 421),
            ({"origin": "http://localhost:8001"}, 200),
            ({"origin": "https://evil.example"}, 403),
        ],
    )
    def test_no_page_of_the_web_reaches_it_by_a_name_of_its_own(self, served, headers, status):
        with served(hosts=["quotes.example"]) as http:
            assert http.post("/mcp", json=ASKED, headers=ACCEPT | headers).status_code == status

    def test_where_reading_needs_a_key_only_a_key_for_reading_opens(self, served, engine):
        with Session(engine) as session:
            keys = {name: create_key(session, name, {name}) for name in ("read", "ingest")}
            gone, old = create_key(session, "old", {"read"})
            revoke_key(session, gone.id)
            session.commit()
        with served(needs_key=True) as http:
            for token, status in [
                (None, 401),
                ("qk_nothing", 401),
                (old, 401),
                (keys["ingest"][1], 403),
                (keys["read"][1], 200),
            ]:
                headers = ACCEPT | ({"authorization": f"Bearer {token}"} if token else {})
                answer = http.post("/mcp", json=ASKED, headers=headers)
                assert answer.status_code == status, answer.text
                assert ("www-authenticate" in answer.headers) == (status == 401)


def test_without_the_library_the_extra_is_named(tmp_path):
    code = "import sys; sys.modules['mcp'] = None; from quotes.cli import main; main()"
    command = [sys.executable, "-c", code, "--database", str(tmp_path / "none.db"), "mcp"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.stderr == "error: this needs mcp; run: pip install 'quotes[mcp]'\n"
