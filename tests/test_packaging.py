"""What is shipped: the library, the server, the migrations and the samples, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"

pytestmark = pytest.mark.skipif(
    find_spec("hatchling") is None, reason="hatchling, which builds the wheel, is missing"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> list[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        return archive.namelist()


def tracked(folder: str) -> list[Path]:
    return [
        path.relative_to(ROOT)
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_the_wheel_holds_the_library_and_the_server(wheel: list[str]) -> None:
    for path in (*tracked("quotes"), *tracked("api")):
        assert path.as_posix() in wheel
    assert "quotes/py.typed" in wheel  # type checkers read the library's types only with it


@pytest.mark.parametrize("folder", ["alembic", "seeds"])
def test_the_wheel_holds_migrations_and_samples_as_data(wheel: list[str], folder: str) -> None:
    assert tracked(folder)
    for path in tracked(folder):
        assert f"quotes/_data/{path.as_posix()}" in wheel


def test_the_wheel_holds_nothing_else(wheel: list[str]) -> None:
    assert {name.split("/")[0] for name in wheel if ".dist-info/" not in name} == {"quotes", "api"}
    assert not [name for name in wheel if "__pycache__" in name or name.endswith((".db", ".pyc"))]


def test_the_wheel_says_its_licence_and_how_to_run_it(built: Path, wheel: list[str]) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        about = {
            name.split("/", 1)[1]: archive.read(name).decode() for name in wheel if ".dist-info/" in name
        }
    assert "License-Expression: Apache-2.0" in about["METADATA"]
    assert "Apache License" in about["licenses/LICENSE"]
    assert "quotes = quotes.cli:main" in about["entry_points.txt"]


def test_the_source_archive_can_build_the_wheel_and_holds_no_tests(built: Path, tmp_path: Path) -> None:
    archive = next(built.glob("*.tar.gz"))
    with tarfile.open(archive) as opened:
        names = [name.split("/", 1)[1] for name in opened.getnames()]
        opened.extractall(tmp_path, filter="data")
    assert not [name for name in names if name.startswith("tests/")]
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    folder = tmp_path / archive.name.removesuffix(".tar.gz")
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    first, second = (zipfile.ZipFile(next(place.glob("*.whl"))) for place in (built, tmp_path))
    with first, second:
        assert sorted(first.namelist()) == sorted(second.namelist())


def test_the_built_program_finds_its_data(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(tmp_path)  # noqa: S202 - we have just built it
    code = (
        "import quotes.paths as p; print(p.__file__, p.data_path('seeds'), p.data_path('alembic'), sep='\\n')"
    )
    command = [sys.executable, "-c", code]
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True, text=True)
    assert [Path(line).is_relative_to(tmp_path) for line in done.stdout.splitlines()] == [True] * 3


def test_the_pins_hold_no_addresses() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition(" ;")[0].partition("==")
        assert name.replace("-", "").replace("_", "").isalnum()
        assert version
        assert "/" not in line
        assert "@" not in line


_READ_ALL = """
import sys
from hashlib import sha256
from quotes import extract
from quotes.evaluation import load_gold
from quotes.extraction import pipeline
found = sha256()
for path in sys.argv[1:]:
    for article in load_gold(path):
        found.update(repr(extract(article.text, published_on=article.published_on)).encode())
print(pipeline.__file__.endswith(".py"), found.hexdigest())
"""


@pytest.mark.thorough
@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler: the extractor cannot be compiled")
def test_the_compiled_extractor_finds_the_same(tmp_path: Path) -> None:
    pytest.importorskip("setuptools")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    asked = os.environ | {"HATCH_BUILD_HOOK_ENABLE_CUSTOM": "true"}
    subprocess.run(command, cwd=ROOT, env=asked, check=True, capture_output=True)
    wheel = next(tmp_path.glob("*.whl"))
    assert "-none-any" not in wheel.name
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "unpacked")  # noqa: S202 - we have just built it
    files = [str(ROOT / "seeds" / "gold.json"), *map(str, sorted(CORPUS.glob("*/*.json")))]
    said = []
    for place in (ROOT, tmp_path / "unpacked"):
        command = [sys.executable, "-c", _READ_ALL, *files]
        done = subprocess.run(command, cwd=place, capture_output=True, check=True, text=True)
        said.append(done.stdout.split())
    assert [source for source, _ in said] == ["True", "False"]
    assert said[0][1] == said[1][1]
