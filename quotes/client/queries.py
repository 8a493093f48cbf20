"""Lists that are asked for: nothing is fetched before it is needed, and then page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast, get_args

from quotes.client import filters
from quotes.client.frames import arrow_table, pandas_frame, polars_frame
from quotes.client.notebook import page_table
from quotes.client.progress import followed
from quotes.client.sources import Source, Wanted
from quotes.store.filters import QuoteFilter
from quotes.store.findings import GroupBy, GroupRecord
from quotes.store.records import Page, QuoteRecord
from quotes.store.values import one_of

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")
Interval = Literal["year", "month", "day"]
_NEWEST_FIRST = "-published_on"
_SHOWN = 10  # in a notebook


class Query(Generic[T]):
    """What can be asked of a source; iterate over it for all results, fetched page by page."""

    def __init__(
        self,
        source: Source,
        kind: type[T],
        noun: str,
        ask: Callable[[Wanted], Page[T]],
        *,
        progress: bool | None = None,
        about: str = "",
    ) -> None:
        self._source = source
        self._kind = kind
        self._noun = noun
        self._ask = ask
        self._progress = progress
        self._about = about

    def page(self, *, cursor: str | None = None, per_page: int = 50) -> Page[T]:
        """Return one page, of at most 200 results: the first, or that of another page's `next_cursor`."""
        return self._ask(Wanted(cursor, filters.per_page(per_page)))

    def pages(self, *, per_page: int = filters.MOST_ON_A_PAGE) -> Iterator[Page[T]]:
        """Yield all pages."""
        page = self.page(per_page=filters.number("per_page", 1, filters.MOST_ON_A_PAGE, per_page))
        yield page
        while page.next_cursor is not None:
            page = self.page(cursor=page.next_cursor, per_page=per_page)
            yield page

    def __iter__(self) -> Iterator[T]:
        """Iterate over all results."""
        for page in self.pages():
            yield from page.results

    def count(self) -> int:
        """Return how many results there are; of what a search finds only so many are counted.

        Where a page's `count_is_exact` is false, there are more than this.
        """
        return self.page(per_page=0).count

    def first(self) -> T | None:
        """Return the first result, None where there is none."""
        return next(iter(self.page(per_page=1).results), None)

    def all(self, *, progress: bool | None = None) -> list[T]:
        """Return all results."""
        return list(followed(self.pages(), self._noun, self._progress if progress is None else progress))

    def to_arrow(self, *, progress: bool | None = None) -> pyarrow.Table:
        """Return all results as an Arrow table; needs `quotes[parquet]`."""
        return arrow_table(self._kind, self.all(progress=progress), self._source.base)

    def to_pandas(self, *, progress: bool | None = None) -> pandas.DataFrame:
        """Return all results as a pandas frame with Arrow's types; needs `quotes[pandas]`."""
        return pandas_frame(self._kind, self.all(progress=progress), self._source.base)

    def to_polars(self, *, progress: bool | None = None) -> polars.DataFrame:
        """Return all results as a Polars frame; needs `quotes[polars]`."""
        return polars_frame(self._kind, self.all(progress=progress), self._source.base)

    def __repr__(self) -> str:
        return f"<{self._noun}{f' {self._about}' if self._about else ''} of {self._source.address}>"

    def _repr_html_(self) -> str:
        return page_table(self.page(per_page=_SHOWN), self._noun, self._source.base)


class QuoteQuery(Query[QuoteRecord]):
    """Quotes that a filter leaves, in an order; and what they come to when counted."""

    def __init__(
        self,
        source: Source,
        narrowed: QuoteFilter,
        *,
        sort: str = _NEWEST_FIRST,
        progress: bool | None = None,
    ) -> None:
        order = filters.order(sort)
        self._narrowed = narrowed
        self._order = order
        super().__init__(
            source,
            QuoteRecord,
            "quotes",
            lambda page: source.quotes(narrowed, order, page),
            progress=progress,
            about=_about(narrowed),
        )

    def sample(self, size: int, *, seed: int | None = None) -> QuoteQuery:
        """Return so many of them, drawn by lot; the same seed draws the same."""
        drawn = filters.quote_filter("sample", {"sample": size, "seed": seed})
        narrowed = replace(self._narrowed, sample=drawn.sample, seed=drawn.seed)
        return QuoteQuery(self._source, narrowed, sort=self._order, progress=self._progress)

    def groups(self, by: GroupBy) -> Query[GroupRecord]:
        """Return how many there are of each speaker, country, outlet, channel, kind, cue, year, month or day.

        The greatest group comes first, days in their order.
        """
        wanted = cast("GroupBy", one_of("group_by", get_args(GroupBy), by))
        return self._counted(wanted)

    def timeline(self, interval: Interval = "month") -> Query[GroupRecord]:
        """Return how many there are of each year, month or day, in the order of time."""
        wanted = cast("Interval", one_of("interval", get_args(Interval), interval))
        return self._counted(wanted)

    def _counted(self, by: GroupBy) -> Query[GroupRecord]:
        def ask(page: Wanted) -> Page[GroupRecord]:
            return self._source.groups(self._narrowed, by, page)

        about = f"by {by} {self._about}".strip()
        return Query(self._source, GroupRecord, "groups", ask, progress=self._progress, about=about)


def _about(narrowed: QuoteFilter) -> str:
    given: dict[str, Any] = {name: value for name, value in asdict(narrowed).items() if value is not None}
    return " ".join(f"{name}={str(value)!r}" for name, value in given.items())
