"""The recipes for pipelines, done: each block of Python run, its answer real; run this to write them anew."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "pipelines.md"
TEXT = PAGE.read_text(encoding="utf-8")
_RECIPE = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.M | re.S)
_FILE = re.compile(r"^```csv (\S+)\n(.*?)^```$", re.M | re.S)
RECIPES = _RECIPE.findall(TEXT)


def imported(recipe: str) -> list[str]:
    return [*dict.fromkeys(re.findall(r"^(?:import|from) (\w+)", recipe, re.M))]


def lacking(recipe: str) -> list[str]:
    """Return what a recipe needs and what is not there."""
    found = [name for name in imported(recipe) if find_spec(name) is None]
    return found + (["java"] if "pyspark" in imported(recipe) and shutil.which("java") is None else [])


def answer(recipe: str, folder: Path) -> str:
    for name, content in _FILE.findall(TEXT):
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "recipe.py").write_text(recipe, encoding="utf-8")
    # the workers of Spark are started by name
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "PYTHONUTF8": "1"}
    command = [sys.executable, "recipe.py"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip("\n") + "\n"


@pytest.mark.parametrize(("recipe", "told"), RECIPES, ids=["-".join(imported(one)) for one, _ in RECIPES])
def test_the_answers_are_real(recipe: str, told: str, tmp_path: Path) -> None:
    if missing := lacking(recipe):
        pytest.skip(f"needs {', '.join(missing)}")
    assert answer(recipe, tmp_path) == told, "run: python tests/test_pipelines.py"


def _anew(recipe: re.Match[str]) -> str:
    if lacking(recipe[1]):
        return recipe[0]
    with TemporaryDirectory() as folder:
        return f"```python\n{recipe[1]}```\n\n```text\n{answer(recipe[1], Path(folder))}```\n"


if __name__ == "__main__":
    PAGE.write_text(_RECIPE.sub(_anew, TEXT), encoding="utf-8")
