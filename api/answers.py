"""What a good answer looks like: one envelope, ready bytes, and an ETag so that nothing is sent twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Generic, Literal, TypeVar

import orjson
from fastapi import Request, Response

# Pydantic reads this one on Python 3.11; typing's own only from 3.12 on.
from typing_extensions import TypedDict

from quotes.store.filters import QuoteFilter
from quotes.store.findings import GroupBy
from quotes.store.records import Page, TombstoneRecord

M = TypeVar("M")
R = TypeVar("R")
DateMeant = Literal["said_on_else_published_on"]
DATE_MEANT: DateMeant = "said_on_else_published_on"

_JSON = orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z

Filter = TypedDict(
    "Filter",
    {
        "speaker": str,
        "speaker_id": str,
        "speaker_kind": str,
        "office": str,
        "country": str,
        "from": date,
        "to": date,
        "said_from": date,
        "said_to": date,
        "published_from": date,
        "published_to": date,
        "q": str,
        "q_exact": str,
        "outlet": str,
        "kind": str,
        "channel": str,
        "addressee": str,
        "reported_by": str,
        "cue": str,
        "rule": str,
        "min_confidence": float,
        "attributed": bool,
        "updated_since": datetime,
        "document_id": str,
        "statement_id": str,
        "sample": int,
        "seed": int,
    },
    total=False,
)


@dataclass(frozen=True, slots=True)
class Meta:
    """About the answer as a whole."""

    count: int


@dataclass(frozen=True, slots=True)
class ListMeta(Meta):
    """About one page of a list."""

    count_is_exact: bool
    per_page: int
    next_cursor: str | None
    next: str | None
    filter: Filter


@dataclass(frozen=True, slots=True)
class UpdatesMeta(ListMeta):
    """About one page of updates."""

    since: datetime | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class QuotesMeta(ListMeta):
    """About one page of quotes."""

    date_meant: DateMeant
    sort: str


@dataclass(frozen=True, slots=True)
class ChangedMeta(QuotesMeta):
    """About one page of quotes changed since a moment, and which quotes are gone since."""

    gone: tuple[TombstoneRecord, ...]
    gone_count: int


@dataclass(frozen=True, slots=True)
class GroupsMeta(ListMeta):
    """About one page of groups: `quotes` is how many there are in all groups together."""

    date_meant: DateMeant
    group_by: GroupBy
    quotes: int


@dataclass(frozen=True, slots=True)
class Envelope(Generic[M, R]):
    """Every answer: `meta` about the answer, `results` the things asked for (one where one was asked for)."""

    meta: M
    results: tuple[R, ...]


def understood(narrowed: QuoteFilter) -> Filter:
    """Return the filter as JSON names it, without the fields that narrow nothing."""
    # A TypedDict can't be built from computed keys; the tests hold the two to the same names.
    given: Any = {name.rstrip("_"): value for name, value in narrowed.by_field().items() if value is not None}
    return given  # type: ignore[no-any-return]


def list_meta(request: Request, page: Page[R], per_page: int, narrowed: QuoteFilter) -> dict[str, Any]:
    """Return the fields that every list's meta has, with the ready address of the next page."""
    cursor = page.next_cursor
    return {
        "count": page.count,
        "count_is_exact": page.count_is_exact,
        "per_page": per_page,
        "next_cursor": cursor,
        "next": str(request.url.include_query_params(cursor=cursor)) if cursor else None,
        "filter": understood(narrowed),
    }


def to_json(value: object) -> bytes:
    """Return records as JSON in UTF-8: days as YYYY-MM-DD, moments in UTC with a Z, text verbatim."""
    return orjson.dumps(value, option=_JSON)


def fresh(meta: Meta, results: tuple[Any, ...]) -> Response:
    """Answer with something that no cache may keep."""
    body = to_json(Envelope(meta, results))
    return Response(body, media_type="application/json", headers={"Cache-Control": "no-store"})


def cached(request: Request, meta: Meta, results: tuple[Any, ...], *, vary: str | None = None) -> Response:
    """Answer a GET; with 304 and no body where the client already has these very bytes."""
    headers = leading(meta.next if isinstance(meta, ListMeta) else None, vary)
    return cached_bytes(request, to_json(Envelope(meta, results)), "application/json", headers)


def leading(following: str | None, vary: str | None) -> dict[str, str]:
    """Return the headers that lead to the next page and name the header that an answer depends on."""
    headers = {"Link": None if following is None else f'<{following}>; rel="next"', "Vary": vary}
    return {name: value for name, value in headers.items() if value is not None}


def cached_bytes(
    request: Request, body: bytes, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer a GET with ready bytes; with 304 and none where the client already has these very ones."""
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    # Anybody may keep it, nobody may use it unasked: the next articles read can change any answer.
    private = request.headers.get("authorization") is not None
    kept = {"ETag": etag, "Cache-Control": f"{'private' if private else 'public'}, no-cache"}
    headers = {**kept, **(headers or {})}
    if holds(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def holds(if_none_match: str, etag: str) -> bool:
    """Say whether an If-None-Match names the tag; weakly, as RFC 9110 (13.1.2) asks."""
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return tags == ["*"] or etag in tags
