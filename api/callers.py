"""Who asks, what they may, and how often: keys and limits, before a request finds its route."""

from __future__ import annotations

import logging
import math
import time
from typing import cast

from anyio.to_thread import run_sync
from fastapi import Request
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem
from quotes.config import Settings
from quotes.errors import StoreError
from quotes.store.keys import find_key, note_use
from quotes.store.records import KeyRecord
from quotes.store.records import Scope as KeyScope

_log = logging.getLogger(__name__)
_ALWAYS = ("/healthz", "/metrics")  # for who watches over the server
_OPEN = ("/docs", "/openapi.json", "/")
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="quotes"'}


class Callers:
    """Find out whose key a request has, and refuse it where it has a wrong one or comes too often.

    The counts are of this process: with several workers each allows so many.
    """

    def __init__(self, app: ASGIApp, database: Engine, writing: Engine | None, config: Settings) -> None:
        self.app, self.database, self.writing, self.config = app, database, writing, config
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._of_address = RateLimitItemPerMinute(config.requests_per_minute, namespace="address")
        self._of_key = RateLimitItemPerMinute(config.requests_per_minute_of_key, namespace="key")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["path"] in _ALWAYS:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        token = _token(request)
        key = None
        if token is not None:
            try:
                key = await run_sync(self._known, token)
            except StoreError as error:
                _log.error("%s", error)
                answer = problem(request, 503, "the database can't be used now; the server's log says why")
                await answer(scope, receive, send)
                return
        request.state.key = key
        limit = self._of_address if key is None else self._of_key
        who = request.client.host if key is None and request.client else str(key and key.id)
        allowed = self._limiter.hit(limit, who)
        headers = self._headers(limit, who)
        if not allowed:
            wait = headers["RateLimit-Reset"]
            detail = f"{limit.amount} requests a minute are allowed; try again in {wait} s"
            answer = problem(request, 429, detail, headers={**headers, "Retry-After": wait})
        elif token is not None and key is None:
            refused = "this key is not known, or was revoked"
            answer = problem(request, 401, refused, headers={**headers, **_CHALLENGE})
        elif self.config.reading_needs_key and scope["path"] not in _OPEN and not _may(key, "read"):
            status, detail = (401, "reading needs a key here") if key is None else (403, _lacks("read"))
            answer = problem(
                request, status, detail, headers={**headers, **(_CHALLENGE if key is None else {})}
            )
        else:

            async def send_with_limits(message: Message) -> None:
                if message["type"] == "http.response.start":
                    MutableHeaders(scope=message).update(headers)
                await send(message)

            await self.app(scope, receive, send_with_limits)
            return
        await answer(scope, receive, send)

    def _known(self, token: str) -> KeyRecord | None:
        with Session(self.database) as session:
            key = find_key(session, token)
        if key is not None and self.writing is not None:
            try:
                with Session(self.writing) as session:
                    if note_use(session, key):
                        session.commit()
            except StoreError as error:  # that a key was used is no reason to refuse it
                _log.warning("the use of key %s could not be noted: %s", key.id, error)
        return key

    def _headers(self, limit: RateLimitItem, who: str) -> dict[str, str]:
        stats = self._limiter.get_window_stats(limit, who)
        reset = max(math.ceil(stats.reset_time - time.time()), 1)
        return {
            "RateLimit-Limit": str(limit.amount),
            "RateLimit-Remaining": str(stats.remaining),
            "RateLimit-Reset": str(reset),
        }


def key_for(request: Request, scope: KeyScope) -> KeyRecord:
    """Return the key of a request that needs one; raise where it has none, or one for other things."""
    key = cast("KeyRecord | None", getattr(request.state, "key", None))
    if key is None:
        detail = f"this needs a key for {scope}: send it as Authorization: Bearer …"
        raise HTTPException(401, detail, headers=_CHALLENGE)
    if scope not in key.scopes:
        raise HTTPException(403, _lacks(scope))
    return key


def _lacks(scope: KeyScope) -> str:
    return f"this key is not for {scope}; `quotes keys create NAME --scope {scope}` makes one that is"


def _may(key: KeyRecord | None, scope: KeyScope) -> bool:
    return key is not None and scope in key.scopes


def _token(request: Request) -> str | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None
