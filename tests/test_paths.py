from __future__ import annotations

from pathlib import Path

import pytest

from quotes.paths import data_path


def test_a_checkout_has_its_folders_at_the_top(tmp_path: Path) -> None:
    (tmp_path / "quotes").mkdir()
    (tmp_path / "seeds").mkdir()
    assert data_path("seeds", package=tmp_path / "quotes") == tmp_path / "seeds"


def test_an_installed_package_has_them_inside_and_looks_there_first(tmp_path: Path) -> None:
    inside = tmp_path / "quotes" / "_data" / "seeds"
    inside.mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    assert data_path("seeds", package=tmp_path / "quotes") == inside


def test_a_folder_that_is_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="'seeds'"):
        data_path("seeds", package=tmp_path / "quotes")


def test_the_migrations_are_found_here() -> None:
    assert (data_path("alembic") / "env.py").is_file()
