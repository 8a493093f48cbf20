"""Open a server or a database, and ask it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar, Unpack

from quotes.client import filters
from quotes.client.filters import DocumentFilters, Filters
from quotes.client.queries import Interval, Query, QuoteQuery
from quotes.client.sources import Source, Wanted
from quotes.store.findings import GroupRecord, OutletRecord, SpeakerHint, SpeakerProfile, Verification
from quotes.store.records import (
    CorrectionRecord,
    DocumentRecord,
    Page,
    QuoteRecord,
    SpeakerRecord,
    StatementRecord,
    UpdateRecord,
)
from quotes.types import Extraction

if TYPE_CHECKING:
    import httpx2

    from quotes.client.retries import Retries

T = TypeVar("T")


def connect(
    address: str | Path,
    *,
    key: str | None = None,
    timeout: float = 30.0,
    retries: Retries | None = None,
    http_client: httpx2.Client | None = None,
    progress: bool | None = None,
) -> Database:
    """Open a server by its address (http…), or a database by its URL or its file's path; it is only read.

    `key`, `timeout` (seconds for each answer), `retries` and `http_client` (for proxies or certificates of
    your own; it keeps its own timeout, and you close it) are for a server. `progress` says whether long
    downloads show a bar: None, where somebody can see it. A server is first asked when an answer is needed;
    of a database that is missing, or none of ours, StoreError is raised at once.
    """
    name = str(address)
    if not name.lower().startswith(("http://", "https://")):
        from quotes.client.local import Local  # slow to import, and not needed for a server

        return Database(Local(name), progress=progress)
    from quotes.client.http import Http
    from quotes.client.remote import Remote

    http = Http(name, key=key, timeout=timeout, retries=retries, http_client=http_client)
    return Database(Remote(http), progress=progress)


class Database:
    """What can be asked, of a server as of a database at hand; the answers are the same records.

    Lists are lazy (see Query). Raises FilterError for values that can't be used, before anything is sent;
    NotFoundError and GoneError for ids; ServerError where a server can't be asked.
    """

    def __init__(self, source: Source, *, progress: bool | None = None) -> None:
        self._source = source
        self._progress = progress

    def quotes(self, *, sort: str = "-published_on", **narrow: Unpack[Filters]) -> QuoteQuery:
        """Return the quotes that all the filters leave, the newest first."""
        narrowed = filters.quote_filter("quotes", narrow)
        return QuoteQuery(self._source, narrowed, sort=sort, progress=self._progress)

    def quote(self, id: int) -> QuoteRecord:  # noqa: A002  # as the field is called
        """Return one quote."""
        return self._source.quote(filters.row_id(id))

    def timeline(self, interval: Interval = "month", **narrow: Unpack[Filters]) -> Query[GroupRecord]:
        """Return how many quotes there are of each year, month or day, in the order of time."""
        narrowed = filters.quote_filter("timeline", narrow)
        return QuoteQuery(self._source, narrowed, progress=self._progress).timeline(interval)

    def speakers(self, q: str | None = None) -> Query[SpeakerRecord]:
        """Return speakers, the most quoted first; `q` is how words of a name begin."""
        wanted = None if q is None else filters.words("q", q)
        return self._query(
            SpeakerRecord, "speakers", lambda page: self._source.speakers(wanted, page), wanted or ""
        )

    def speaker(self, id: int) -> SpeakerProfile:  # noqa: A002
        """Return one speaker, or whom an old id leads to, with counts by year."""
        return self._source.speaker(filters.row_id(id))

    def autocomplete(self, q: str, *, limit: int = 10) -> tuple[SpeakerHint, ...]:
        """Return the speakers, at most 20, that the beginning of a name can mean, also a misspelt one."""
        return self._source.autocomplete(filters.words("q", q), filters.number("limit", 1, 20, limit))

    def statement(self, id: int) -> StatementRecord:  # noqa: A002
        """Return one statement: the same words of the same speaker, with all their printings."""
        return self._source.statement(filters.row_id(id))

    def documents(self, **narrow: Unpack[DocumentFilters]) -> Query[DocumentRecord]:
        """Return documents without their texts, the newest first."""
        narrowed = filters.quote_filter("documents", narrow, DocumentFilters)
        return self._query(DocumentRecord, "documents", lambda page: self._source.documents(narrowed, page))

    def document(self, id: int) -> DocumentRecord:  # noqa: A002
        """Return one document with its text, which a server gives only where it is open to everybody."""
        return self._source.document(filters.row_id(id))

    def outlets(self) -> Query[OutletRecord]:
        """Return publications, in the order in which they were first met."""
        return self._query(OutletRecord, "outlets", self._source.outlets)

    def corrections(self, *, quote_id: int | None = None) -> Query[CorrectionRecord]:
        """Return what people put right, the last first; of one quote, if one is given."""
        wanted = None if quote_id is None else filters.row_id(quote_id)
        return self._query(
            CorrectionRecord, "corrections", lambda page: self._source.corrections(wanted, page)
        )

    def updates(self, *, since: datetime | str | None = None) -> Query[UpdateRecord]:
        """Return quotes that are new or changed since a moment, and what is gone, the oldest first.

        To keep a copy, ask next time since the `at` of the last one: nothing is missed.
        """
        wanted = None if since is None else filters.moment("since", since)
        return self._query(UpdateRecord, "updates", lambda page: self._source.updates(wanted, page))

    def verify(self, text: str, *, speaker: str | None = None) -> Verification:
        """Say whether words are held, word for word or nearly, and of the speaker."""
        return self._source.verify(text, None if speaker is None else filters.words("speaker", speaker))

    def extract(
        self, text: str, *, published_on: date | str | None = None, language: str = "en"
    ) -> Extraction:
        """Return the quotes of a text, as `quotes.extract` does; nothing is stored."""
        day = None if published_on is None else filters.day("published_on", published_on)
        return self._source.extract(text, day, language)

    def _query(self, kind: type[T], noun: str, ask: Callable[[Wanted], Page[T]], about: str = "") -> Query[T]:
        return Query(self._source, kind, noun, ask, progress=self._progress, about=about)

    def close(self) -> None:
        """Close the connections."""
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<quotes of {self._source.address}>"
