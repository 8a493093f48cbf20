"""What the README and the questions show is what the program does; run this to write answers anew."""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.main import get_command
from typer.testing import CliRunner

from quotes.cli import app

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, ROOT / "docs" / "questions.md", ROOT / "docs" / "export.md")
TEXT = README.read_text(encoding="utf-8")
# A moment is another one at each reading.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.M | re.S)


def run(command: str, database: str) -> str:
    """Run a command of the README here, or in a shell; one for the server is sent to the application."""
    if command.startswith("curl"):
        _, *options, url = shlex.split(command)
        body = options[options.index("--json") + 1] if "--json" in options else None
        header = options[options.index("-H") + 1] if "-H" in options else ""
        return request(url, body, header, database)
    if command.startswith("quotes "):
        done = CliRunner().invoke(app, shlex.split(command)[1:], env={"QUOTES_DATABASE_URL": database})
        assert done.exit_code == 0, done.output
        return _trimmed(done.output)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = os.environ | {
        "PATH": path,
        "QUOTES_DATABASE_URL": database,
        "PYTHONUNBUFFERED": "1",
    }  # stdout and stderr in order
    ran = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout
    return _trimmed(ran.stdout)


def _trimmed(output: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in output.strip("\n").splitlines())


def request(url: str, body: str | None, header: str, database: str) -> str:
    from api.app import create_app
    from quotes.store.engine import connect

    engine = connect(database, read_only=True)
    name, _, value = header.partition(": ")
    headers = {name: value} if header else {}
    try:
        with TestClient(create_app(engine), base_url="http://127.0.0.1:8000") as client:
            answer = (
                client.get(url, headers=headers) if body is None else client.post(url, json=json.loads(body))
            )
            if "json" in answer.headers["content-type"]:
                text = json.dumps(answer.json(), ensure_ascii=False, indent=2) + "\n"
            else:
                text = "".join(f"{line.rstrip()}\n" for line in answer.text.strip().splitlines())
            return MOMENT.sub("2026-11-27T09:30:00.123456Z", text)
    finally:
        engine.dispose()


def commands(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def written_anew(text: str, database: str) -> str:
    """The README with the answers that its commands give now."""

    def answer(block: re.Match[str]) -> str:
        return "\n".join(f"$ {command}\n{run(command, database)}" for command in commands(block[0]))

    return BLOCK.sub(answer, text)


@pytest.mark.parametrize(
    "page",
    [README, *(pytest.param(page, marks=pytest.mark.thorough) for page in PAGES[1:])],
    ids=lambda page: page.name,
)
def test_the_answers_in_the_pages_are_real(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert BLOCK.search(text)
    assert written_anew(text, f"sqlite:///{tmp_path}/quotes.db") == text, "run: python tests/test_readme.py"


def test_the_library_does_what_the_readme_says() -> None:
    failed, tried = doctest.testfile(str(README), module_relative=False)
    assert (failed, tried > 3) == (0, True)


def invocations() -> Iterator[str]:
    for found in re.findall(
        r"`(quotes [a-z][^`]*)`|^(?:\$ .*\| |\$ )?(quotes [a-z].*?)(?: {2,}#.*)?$", TEXT, re.M
    ):
        yield found[0] or found[1]


def all_options(parameter: Any) -> list[str]:
    return [*parameter.opts, *parameter.secondary_opts]


@pytest.mark.parametrize("line", sorted(set(invocations())))
def test_the_commands_and_options_in_the_readme_exist(line: str) -> None:
    command = get_command(app)
    for word in shlex.split(line)[1:]:
        options = {name for parameter in command.params for name in all_options(parameter)}
        if word.startswith("--"):
            assert word.partition("=")[0] in options
        elif hasattr(command, "commands"):
            assert word in command.commands
            command = command.commands[word]


def test_the_options_in_the_table_exist() -> None:
    known = get_command(app)
    for name, row in re.findall(r"^\| `quotes (\w+).*?` \| (.*) \|$", TEXT, re.M):
        options = {option for parameter in known.commands[name].params for option in all_options(parameter)}
        assert set(re.findall(r"`(--[a-z-]+)", row)) <= options


def test_every_command_has_its_line() -> None:
    named = set(re.findall(r"^\| `quotes (\w+)", TEXT, re.M))
    assert named == set(get_command(app).commands)


def test_the_paths_in_the_readme_are_those_of_the_server(tmp_path: Path) -> None:
    from api.app import create_app
    from quotes.export.formats import FORMATS
    from quotes.store.engine import connect, upgrade

    engine = connect(f"sqlite:///{tmp_path}/quotes.db")
    upgrade(engine)
    described = create_app(engine).openapi()["paths"]
    engine.dispose()
    pages = {"/docs", "/quotes/{id}", "/embed/quotes/{id}", *(f"/v1/quotes.{name}" for name in FORMATS)}
    named = set(re.findall(r"`((?:/v1)?/[a-z./{}]*)`", TEXT)) - {"/v1", *pages}
    assert named == set(described)
    (table,) = re.findall(r"^\| filter \|.*\n\|---.*\n((?:\|.*\n)+)", TEXT, re.M)
    filters = {name for row in table.splitlines() for name in re.findall(r"`([a-z_]+)`", row.split("|")[1])}
    known = {parameter["name"] for parameter in described["/v1/quotes"]["get"]["parameters"]}
    assert filters == known - {"sort", "select", "group_by", "cursor", "per_page"}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^make ([a-z-]+)", TEXT, re.M))))
def test_the_targets_of_make_in_the_readme_exist(target: str) -> None:
    assert re.search(rf"^{target}: .*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)


def test_the_checks_begin_with_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^make test", TEXT, re.M)
    assert re.search(r"^make test$", script, re.M)
    assert re.search(r"^\.venv/bin/quotes demo --no-serve$", script, re.M)


def main() -> None:
    for page in PAGES:
        with TemporaryDirectory() as folder:
            text = written_anew(page.read_text(encoding="utf-8"), f"sqlite:///{folder}/quotes.db")
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
