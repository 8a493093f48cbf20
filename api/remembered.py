"""Answers of before, given again as long as nothing in the database has changed."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from anyio import Lock
from anyio.to_thread import run_sync
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answers import holds
from quotes.store.states import States

_log = logging.getLogger(__name__)
# What an answer can depend on, beside its address.
_ASKED_WITH = (b"accept", b"accept-encoding", b"host")
_OF_THE_BODY = (b"content-encoding", b"content-length", b"content-type")
_SECONDS = 0.02  # a state that had to be waited for holds so long

Headers = Sequence[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class _Answer:
    state: str
    etag: bytes
    headers: Headers
    body: bytes


class Remembered:
    """Answer a GET with the bytes of before, where the database is in the state that it was in before.

    Only answers with an ETag are kept, which are those that nothing but the database and the address decide;
    the least asked for are forgotten where they come to more than `size` bytes. Of a database whose state
    has to be asked for over a network, an answer can be 20 ms old.
    """

    def __init__(self, app: ASGIApp, states: States, size: int) -> None:
        self.app, self.states, self.size = app, states, size
        self._answers: OrderedDict[tuple[Any, ...], _Answer] = OrderedDict()
        self._held = 0
        self._lock = Lock()
        self._known: tuple[str | None, float] = (None, 0.0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            self._known = (None, 0.0)  # who wrote reads what was written
            return
        given = dict(scope["headers"])
        state = self._at_once() if self.states.at_once else await self._asked_for()
        if state is None:
            await self.app(scope, receive, send)
            return
        asked = (scope["path"], scope["query_string"], scope["scheme"], b"authorization" in given)
        key = (*asked, *map(given.get, _ASKED_WITH))
        answer = self._answers.get(key)
        if answer is not None and answer.state == state:
            self._answers.move_to_end(key)
            await _give(answer, given.get(b"if-none-match"), send)
        else:
            await self._ask(key, state, scope, receive, send)

    async def _ask(
        self, key: tuple[Any, ...], state: str, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Have the application answer, and remember what it says if that is whole and has an ETag."""
        headers: Headers = ()
        etag: bytes | None = None

        async def send_and_remember(message: Message) -> None:
            nonlocal headers, etag
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = tuple(message["headers"])
                etag = dict(headers).get(b"etag")
            elif message["type"] == "http.response.body" and etag is not None:
                if not message.get("more_body", False):
                    self._remember(key, _Answer(state, etag, headers, message.get("body", b"")))
                etag = None  # of an answer in pieces, no piece is the answer
            await send(message)

        await self.app(scope, receive, send_and_remember)

    def _remember(self, key: tuple[Any, ...], answer: _Answer) -> None:
        if (old := self._answers.pop(key, None)) is not None:
            self._held -= len(old.body)
        if len(answer.body) > self.size // 16:
            return
        self._answers[key] = answer
        self._held += len(answer.body)
        while self._held > self.size:
            self._held -= len(self._answers.popitem(last=False)[1].body)

    def _at_once(self) -> str | None:
        try:
            return self.states.read()
        except Exception as error:  # whatever is wrong, the route will say it
            _log.warning("the state of the database can't be read: %s", error)
            return None

    async def _asked_for(self) -> str | None:
        async with self._lock:
            state, until = self._known
            if monotonic() > until:
                state = await run_sync(self._at_once)
                self._known = (state, monotonic() + _SECONDS)
        return state


async def _give(answer: _Answer, if_none_match: bytes | None, send: Send) -> None:
    status, headers, body = 200, answer.headers, answer.body
    if if_none_match is not None and holds(if_none_match.decode("latin-1"), answer.etag.decode("latin-1")):
        status, body = 304, b""
        headers = [one for one in headers if one[0] not in _OF_THE_BODY]
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    await send({"type": "http.response.body", "body": body})
