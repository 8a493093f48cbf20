"""Ask a server over HTTP, again where it says so, and return its answer or raise what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import orjson

import quotes
from quotes.client.problems import error_of, is_stopped
from quotes.client.retries import Retries, retry_after
from quotes.errors import QuotesError, ServerError, UnreachableError

if TYPE_CHECKING:
    import httpx2

_MISSING = "asking a server needs httpx2; run: pip install 'quotes[client]'"
_AGAIN = (429, 503)
Answer = dict[str, Any]


class Http:
    """One server, by its address; connections are kept open until `close`."""

    def __init__(
        self,
        address: str,
        *,
        key: str | None = None,
        timeout: float = 30.0,
        retries: Retries | None = None,
        http_client: httpx2.Client | None = None,
    ) -> None:
        try:
            import httpx2
        except ImportError as error:
            raise QuotesError(_MISSING) from error
        self.address = address.rstrip("/").removesuffix("/v1")
        self._retries = retries or Retries()
        self._own = http_client is None
        self._client = http_client or httpx2.Client(timeout=httpx2.Timeout(timeout))
        self._headers = {"User-Agent": f"quotes/{quotes.__version__}", "Accept": "application/json"}
        if key is not None:
            self._headers["Authorization"] = f"Bearer {key}"

    def get(self, path: str, **params: object) -> Answer:
        """Return the answer to a GET; parameters that are None are left out."""
        return self._ask("GET", path, {}, params={name: _written(value) for name, value in params.items()})

    def post(self, path: str, **body: object) -> Answer:
        """Return the answer to a POST that changes nothing, so it has a key by which it can be repeated."""
        given = {name: value for name, value in body.items() if value is not None}
        headers = {"Idempotency-Key": str(uuid4()), "Content-Type": "application/json"}
        return self._ask("POST", path, headers, content=orjson.dumps(given))

    def close(self) -> None:
        """Close the connections, unless they are those of a client that was given."""
        if self._own:
            self._client.close()

    def _ask(self, method: str, path: str, headers: Mapping[str, str], **what: Any) -> Answer:
        address = f"{self.address}{path}"
        response = self._send(method, address, {**self._headers, **headers}, what)
        media_type = response.headers.get("content-type", "")
        if response.status_code != 200:
            raise error_of(address, response.status_code, media_type, response.content)
        try:
            answer = orjson.loads(response.content)
            if {"meta", "results"} <= answer.keys():
                return dict(answer)
        except (orjson.JSONDecodeError, AttributeError):
            pass
        message = f"the server answered with {media_type or 'something'}, and not as quotes does"
        raise ServerError(address, message, response.status_code)

    def _send(
        self, method: str, address: str, headers: dict[str, str], what: dict[str, Any]
    ) -> httpx2.Response:
        """Send a request, again after a wait where that may help and can't do anything twice."""
        import httpx2

        lost = (httpx2.ReadError, httpx2.WriteError, httpx2.CloseError, httpx2.RemoteProtocolError)
        repeatable = method == "GET" or "Idempotency-Key" in headers
        if "params" in what:
            what["params"] = {name: value for name, value in what["params"].items() if value is not None}
        tried, waited = 0, 0.0
        while True:
            wait: float | None
            try:
                response = self._client.request(
                    method, address, headers=headers, follow_redirects=True, **what
                )
            except httpx2.HTTPError as error:
                broke = isinstance(error, lost) and repeatable
                wait = self._retries.wait(tried, waited, None) if broke else None
                if wait is None:
                    raise UnreachableError(address, _why(error)) from error
            except httpx2.InvalidURL as error:
                raise UnreachableError(address, f"this is not an address: {error}") from error
            else:
                if response.status_code not in _AGAIN or not repeatable or is_stopped(response.content):
                    return response
                wait = self._retries.wait(tried, waited, retry_after(response.headers))
                if wait is None:
                    return response
            self._retries.sleep(wait)
            tried, waited = tried + 1, waited + wait


def _why(error: Exception) -> str:
    import httpx2

    said = str(error).strip() or type(error).__name__
    if isinstance(error, httpx2.TimeoutException):
        return f"the server took too long: {said}"
    return f"the server can't be reached: {said}"


def _written(value: object) -> str | None:
    """Return a value as the query of an address has it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
