"""Answers that are made while they are sent, so that their size needs no room."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from itertools import chain

from anyio import CancelScope, fail_after
from anyio.to_thread import run_sync
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

_PATIENCE = 60.0  # seconds in which a client must have taken what it was sent last


class Stream(StreamingResponse):
    """Pieces of an answer as they are made; their making ends with the sending, whoever ends that.

    The first is made at once: what goes wrong there is raised here, and can still be answered.
    """

    def __init__(self, pieces: Generator[bytes], *, media_type: str, headers: Mapping[str, str]) -> None:
        first = next(pieces, b"")
        super().__init__(chain([first], _filled(pieces)), media_type=media_type, headers=headers)
        self._end: Callable[[], None] = pieces.close

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope.get("without_body"):
            self.body_iterator = iterate_in_threadpool(())
        await super().__call__(scope, receive, send)

    async def stream_response(self, send: Send) -> None:
        """Send the pieces; whoever does not take one in time is sent no more."""

        async def send_in_time(message: Message) -> None:
            with fail_after(_PATIENCE):
                await send(message)

        try:
            await super().stream_response(send_in_time)
        finally:
            with CancelScope(shield=True):
                await run_sync(self._end)


def _filled(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the pieces that are not empty."""
    return (piece for piece in pieces if piece)
