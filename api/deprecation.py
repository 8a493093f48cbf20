"""Say of an address that it is to be used no more, since when, until when, and what to use instead."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NOTE = "x-deprecation"


def deprecated(since: date, until: date | None = None, instead: str | None = None) -> dict[str, Any]:
    """Return what to give a route: `@router.get("/old", **deprecated(date(2027, 1, 1), instead="/v2/new"))`.

    Its answers then say so in `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link`, and so does /docs.
    """
    note = {"since": since.isoformat(), "until": until and until.isoformat(), "instead": instead}
    given = {name: value for name, value in note.items() if value is not None}
    return {"deprecated": True, "openapi_extra": {_NOTE: given}}


class Deprecations:
    """Send with each answer of a deprecated address that it is one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def send_with_note(message: Message) -> None:
            # the route is known only once the application has found it
            note = (getattr(scope.get("route"), "openapi_extra", None) or {}).get(_NOTE)
            if note and message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Deprecation"] = f"@{int(_midnight(note['since']).timestamp())}"
                if "until" in note:
                    headers["Sunset"] = format_datetime(_midnight(note["until"]), usegmt=True)
                if "instead" in note:
                    headers.append("Link", f'<{note["instead"]}>; rel="successor-version"')
            await send(message)

        await self.app(scope, receive, send_with_note)


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), UTC)
