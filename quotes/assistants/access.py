"""Let in only who has a key for reading, where the operator asks for one."""

from __future__ import annotations

import logging

from anyio.to_thread import run_sync
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from quotes.errors import StoreError
from quotes.store.keys import find_key

_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="quotes"'}
_log = logging.getLogger(__name__)


class NeedsKey:
    """Refuse requests without a key for reading (`quotes keys create`), sent as Authorization: Bearer."""

    def __init__(self, app: ASGIApp, database: Engine) -> None:
        self.app, self.database = app, database

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        kind, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
        if kind.lower() != "bearer":
            token = ""
        try:
            refused = await run_sync(self._refused, token.strip())
        except StoreError as error:
            _log.error("%s", error)
            refused = PlainTextResponse("the database can't be used now", 503)
        await (refused or self.app)(scope, receive, send)

    def _refused(self, token: str) -> PlainTextResponse | None:
        if not token:
            return PlainTextResponse("reading needs a key here", 401, _CHALLENGE)
        with Session(self.database) as session:
            key = find_key(session, token)
        if key is None:
            return PlainTextResponse("this key is not known, or was revoked", 401, _CHALLENGE)
        return None if "read" in key.scopes else PlainTextResponse("this key is not for reading", 403)
