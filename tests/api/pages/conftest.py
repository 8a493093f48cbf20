"""The application with awkward quotes, and a real browser that looks at it."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.config import Settings
from quotes.store.engine import connect
from quotes.store.save import save

from .awkward import AWKWARD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

UNLIMITED = Settings(requests_per_minute=10**6)
_PATIENCE = 120_000  # milliseconds: on a busy machine any page can take long
# A browser that asks nobody but the server of the test.
_QUIET = [
    *("--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update"),
    # or it asks a person whether about:blank may show what a server of this machine has
    "--disable-features=LocalNetworkAccessChecks",
]


@pytest.fixture(scope="session")
def awkward_app(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """Return the application with one document for each awkward quote; their ids are counted from 1."""
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("awkward") / "quotes.db")
    engine = connect(f"sqlite:///{path}")
    with Session(engine) as session:
        for one in AWKWARD:
            save(session, *one.saved_as(), extractor_version="1.0")
        session.commit()
    yield create_app(engine, config=UNLIMITED)
    engine.dispose()


@pytest.fixture(scope="session")
def awkward(awkward_app: FastAPI) -> TestClient:
    return TestClient(awkward_app, base_url="https://quotes.example")


@pytest.fixture(scope="session")
def awkward_names() -> list[str]:
    return [one.name for one in AWKWARD]


@pytest.fixture(scope="session")
def id_of(awkward_names: list[str]) -> Callable[[str], int]:
    """Return a function that returns the id of an awkward quote, by its name."""
    return lambda name: awkward_names.index(name) + 1


@pytest.fixture(scope="session")
def served(awkward_app: FastAPI) -> Iterator[str]:
    """Serve the application on this machine, and return its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # who comes before the server is ready waits
        server = uvicorn.Server(uvicorn.Config(awkward_app, log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="module")  # while it is open, no test of this thread can run asyncio
def browser(served: str) -> Iterator[Browser]:
    library = pytest.importorskip("playwright.sync_api")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip(
            "pages are NOT tested in a browser: there is no Chromium; on Debian: apt install chromium"
        )
    with library.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found, args=_QUIET, timeout=_PATIENCE)
            _try(browser, f"{served}/embed/quotes/1")
        except library.Error as error:
            pytest.skip(f"pages are NOT tested in a browser: {found} does not work here: {error.message}")
        yield browser
        browser.close()


def _try(browser: Browser, url: str) -> None:
    """Show a page that others get: a browser that can't, as in some containers, would wait at every test."""
    with urlopen(url, timeout=_PATIENCE / 1000) as got:  # noqa: S310 - our own server
        assert got.status == 200
    page = browser.new_page()
    page.goto(url, timeout=_PATIENCE)
    page.close()


@pytest.fixture(scope="module")
def windows() -> dict[tuple[Any, ...], Page]:
    """Return the pages that are open, by how: to open one costs more than all that is looked at in it."""
    return {}


@pytest.fixture
def said() -> list[str]:
    """Return what pages have said on the console, which is nothing where all is well."""
    return []


@pytest.fixture
def look(
    browser: Browser, windows: dict[tuple[Any, ...], Page], said: list[str]
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address, and fails after the test if the page complained."""
    told = {
        "console": lambda message: said.append(message.text),
        "pageerror": lambda error: said.append(str(error)),
        "dialog": lambda dialog: (said.append(dialog.message), dialog.dismiss()),
    }
    used: list[Page] = []

    def look(url: str, **how: Any) -> Page:
        page = windows.get(tuple(how.items()))
        if page is None:
            page = windows[tuple(how.items())] = browser.new_context(**how).new_page()
            page.context.set_default_timeout(_PATIENCE)
        page.set_viewport_size({"width": 800, "height": 600})
        page.emulate_media(media="screen", color_scheme="light")
        for event, tell in told.items():
            page.on(event, tell)
        used.append(page)
        page.goto(url)
        return page

    yield look
    for page in used:
        for event, tell in told.items():
            page.remove_listener(event, tell)
    assert said == []
