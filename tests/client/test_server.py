"""A real server on this machine: packed answers over one connection, and nothing where there is none."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import httpx2
import pytest
import uvicorn
from fastapi import FastAPI

from quotes.client import Database, Retries, connect
from quotes.errors import UnreachableError


@pytest.fixture(scope="module")
def address(app: FastAPI) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    serving = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    serving.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    serving.join()
    listening.close()


@pytest.mark.thorough
def test_all_pages_of_a_real_server_are_those_of_its_database(address: str, local: Database) -> None:
    with connect(address, timeout=600) as db:  # a busy machine is slow
        assert list(db.quotes().pages(per_page=40)) == list(local.quotes().pages(per_page=40))
        assert db.quotes().to_arrow()["permalink"][0].as_py().startswith(f"{address}/v1/quotes/")


def test_answers_come_packed_and_over_one_connection(address: str) -> None:
    seen: list[httpx2.Response] = []
    with httpx2.Client(event_hooks={"response": [seen.append]}, timeout=None) as http:
        db = connect(address, http_client=http)
        assert len(list(db.quotes().pages(per_page=50))) > 1
    assert {response.headers["content-encoding"] for response in seen} == {"gzip"}
    assert len({id(response.extensions["network_stream"]) for response in seen}) == 1


def test_where_no_server_is_the_error_names_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    waits: list[float] = []
    with (
        connect(f"http://127.0.0.1:{port}", retries=Retries(sleep=waits.append)) as db,
        pytest.raises(UnreachableError, match=f"http://127.0.0.1:{port}/v1/quotes/1"),
    ):
        db.quote(1)
    assert waits == []
