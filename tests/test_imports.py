"""Imports go one way, and importing the library costs little."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# From what everything may import to what nothing may; rooms on one line do not import each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("quotes.types", "quotes.errors", "quotes.paths"),
    ("quotes.languages",),
    ("quotes.extraction",),
    ("quotes.markup", "quotes.fields"),
    ("quotes",),  # the public verbs and types, nothing else
    ("quotes.speakers", "quotes.statements", "quotes.arrow", "quotes.spacy"),
    ("quotes.store",),
    ("quotes.ingest", "quotes.export", "quotes.evaluation", "quotes.config"),
    ("quotes.fitting", "quotes.client", "quotes.assistants"),
    ("quotes.cli",),
    ("quotes.__main__",),
    ("api",),
)
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
READ_SETTINGS = {"quotes.cli", "api"}
FILES = sorted(path for package in ("quotes", "api") for path in (ROOT / package).rglob("*.py"))


def room(module: str) -> str:
    """The room of a module: its first two names inside `quotes`, the first elsewhere."""
    names = module.split(".")
    return ".".join(names[:2]) if names[0] == "quotes" else names[0]


def module_name(path: Path) -> str:
    names = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def imports(path: Path) -> Iterator[str]:
    """The modules of this project that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where they go"
            # `from quotes import errors` names a module, `from quotes import extract` does not.
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if room(name) in LEVEL else str(node.module) for name in whole]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in ("quotes", "api"))


FILES_OF: dict[str, list[Path]] = {}
for file in FILES:
    FILES_OF.setdefault(room(module_name(file)), []).append(file)


@pytest.mark.parametrize("own", FILES_OF)
def test_files_import_only_from_rooms_below_their_own(own: str) -> None:
    assert own in LEVEL, f"{own} has no place among the layers"
    for path in FILES_OF[own]:
        for name in imports(path):
            other = room(name)
            assert other == own or LEVEL[other] < LEVEL[own], f"{module_name(path)} imports {name}"
            if own not in READ_SETTINGS:
                assert other != "quotes.config", f"{module_name(path)} reads settings"


def test_importing_the_library_loads_no_database_no_server_and_no_terminal() -> None:
    heavy = ("sqlmodel", "sqlalchemy", "pydantic", "fastapi", "rich", "typer", "alembic", "yaml", "orjson")
    code = f"import sys, quotes; print(*(name for name in {heavy!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == []
