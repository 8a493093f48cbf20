"""A bar is on stderr while many pages are fetched: asked for, or where somebody can see it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quotes.client import Database, connect
from quotes.client.progress import followed
from quotes.store.records import Page


def pages(count: int, size: int = 2) -> list[Page[int]]:
    """Return so many pages of numbers."""
    return [
        Page(tuple(range(at * size, (at + 1) * size)), count * size, str(at) if at + 1 < count else None)
        for at in range(count)
    ]


SHOWN: dict[str, tuple[int, bool | None, bool, bool]] = {
    "many pages on a terminal": (9, None, True, True),
    "few pages on a terminal": (5, None, True, False),
    "many pages in a file": (9, None, False, False),
    "a page, if it is asked for": (1, True, False, True),
    "none, if it is not wanted": (9, False, True, False),
}


@pytest.mark.parametrize(("count", "progress", "watched", "shown"), SHOWN.values(), ids=SHOWN)
def test_a_bar_is_shown(
    count: int,
    progress: bool | None,
    watched: bool,
    shown: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("quotes.client.progress._is_watched", lambda: watched)
    assert list(followed(iter(pages(count)), "quotes", progress)) == list(range(2 * count))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert (f"{2 * count}/{2 * count}" in printed.err) is shown


def test_nothing_is_shown_for_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(followed(iter(pages(0)), "quotes", True)) == []
    assert capsys.readouterr().err == ""


def test_what_is_not_counted_to_its_end_has_no_end_in_the_bar(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page((1, 2), 2, None, count_is_exact=False)
    assert list(followed(iter([page]), "quotes", True)) == [1, 2]
    assert "2/?" in capsys.readouterr().err


def test_it_can_be_said_once_for_all_or_each_time(
    seeded: object, local: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    with connect(str(seeded), progress=True) as db:
        assert db.quotes().all() == local.quotes().all()
        assert "quotes" in capsys.readouterr().err
        db.quotes().to_arrow(progress=False)
        assert capsys.readouterr().err == ""


def test_importing_the_client_loads_what_it_may_not_need_only_later() -> None:
    heavy = ("httpx2", "pandas", "polars", "pyarrow", "rich", "fastapi", "alembic", "quotes.store.queries")
    code = f"import sys, quotes.client; print(*(name for name in {heavy!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == []
