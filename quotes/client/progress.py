"""A bar that grows while many pages are fetched, on a terminal or in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from quotes.store.records import Page

T = TypeVar("T")
_MANY = 5  # pages: fewer are there before anybody looks


def followed(pages: Iterator[Page[T]], noun: str, progress: bool | None) -> Iterator[T]:
    """Yield what is on some pages, with a bar on stderr: always, never, or (None) where many are watched."""
    first = next(pages, None)
    if first is None:
        return
    many = first.next_cursor is not None and first.count > _MANY * len(first.results)
    if progress or (progress is None and many and _is_watched()):
        yield from _with_bar(first, pages, noun)
        return
    yield from first.results
    for page in pages:
        yield from page.results


def _with_bar(first: Page[T], rest: Iterator[Page[T]], noun: str) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as shown:
        # of what a search finds only so much is counted: then the bar tells that there is work, not how much
        task = shown.add_task(noun, total=first.count if first.count_is_exact else None)
        shown.advance(task, len(first.results))
        yield from first.results
        for page in rest:
            shown.advance(task, len(page.results))
            yield from page.results


def _is_watched() -> bool:
    from rich.console import Console

    console = Console(stderr=True)
    return console.is_terminal or console.is_jupyter
