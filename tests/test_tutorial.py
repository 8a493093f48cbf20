"""The tutorial, done: each file written, each command run, its answer real; run this to write them anew."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2
import pytest

pytest.importorskip("matplotlib")  # draws the chart

TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial.md"
CHROMIUM = Path("/usr/bin/chromium")
_BLOCK = re.compile(r"^```(console|(?:csv|python|html) (\S+))\n(.*?)^```$", re.M | re.S)


def environment() -> dict[str, str]:
    folders = (str(Path(sys.executable).parent), os.environ["PATH"])
    known = {"PATH": os.pathsep.join(folders), "QUOTES_DATABASE_URL": "sqlite:///quotes.db"}
    return os.environ | known | {"MPLBACKEND": "svg", "PYTHONUNBUFFERED": "1"}


def run(command: str, folder: Path) -> str:
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.strip("\n").splitlines())


def done_anew(text: str, folder: Path) -> str:
    """Do in a folder all that the tutorial says, and return it with the answers of now."""

    def step(block: re.Match[str]) -> str:
        kind, name, inside = block.groups()
        if kind != "console":
            (folder / name).write_text(inside, encoding="utf-8")
            return block[0]
        commands = [line.removeprefix("$ ") for line in inside.splitlines() if line.startswith("$ ")]
        answers = "\n".join(f"$ {command}\n{run(command, folder)}" for command in commands)
        return f"```console\n{answers}```"

    return _BLOCK.sub(step, text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tutorial")


@pytest.fixture(scope="module")
def done(folder: Path) -> str:
    return done_anew(TUTORIAL.read_text(encoding="utf-8"), folder)


def test_the_answers_are_real(done: str) -> None:
    assert done == TUTORIAL.read_text(encoding="utf-8"), "run: python tests/test_tutorial.py"


@pytest.mark.usefixtures("done")
def test_the_chart_the_table_and_the_bibliography_are_there(folder: Path) -> None:
    assert "<svg" in (folder / "months.svg").read_text(encoding="utf-8")
    assert len((folder / "tides.csv").read_text(encoding="utf-8").splitlines()) == 8
    bibliography = (folder / "bibliography.txt").read_text(encoding="utf-8")
    assert "Hill Post" in bibliography
    assert "The sea wall holds" in bibliography


@pytest.mark.usefixtures("done")
def test_the_card_is_in_the_page(folder: Path) -> None:
    with served(folder) as address:
        page = (folder / "page.html").read_text(encoding="utf-8").replace("http://127.0.0.1:8000", address)
        (source,) = re.findall(r'src="(.*?)"', page)
        answer = httpx2.get(source)
        assert "The sea wall holds," in answer.text
        assert "frame-ancestors" not in answer.headers["content-security-policy"]  # any page may show it
        if not CHROMIUM.exists():
            pytest.skip("the page is NOT looked at: there is no Chromium")
        pytest.importorskip("playwright")
        (folder / "page.html").write_text(page, encoding="utf-8")
        assert "The sea wall holds," in shown(folder / "page.html")


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the folder's database, as the tutorial says, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["quotes", "serve", "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=folder, env=environment(), **quiet)
    address = f"http://127.0.0.1:{port}"
    try:
        while True:
            assert server.poll() is None
            try:
                httpx2.get(f"{address}/healthz").raise_for_status()
                break
            except httpx2.ConnectError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait()


def shown(page: Path) -> str:
    """Return what a browser shows in the first frame of a page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        opened = browser.new_page()
        opened.set_default_timeout(120_000)  # a busy machine takes its time
        opened.goto(page.as_uri())
        text = opened.frame_locator("iframe").locator("blockquote").first.inner_text()
        browser.close()
    return text


def main() -> None:
    with TemporaryDirectory() as folder:
        text = done_anew(TUTORIAL.read_text(encoding="utf-8"), Path(folder))
    TUTORIAL.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
