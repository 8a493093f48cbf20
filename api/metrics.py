"""/metrics for Prometheus: how many requests each address had, what became of them, how long they took."""

from __future__ import annotations

from time import perf_counter

from fastapi import FastAPI, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quotes.errors import QuotesError

PATH = "/metrics"


def install(app: FastAPI) -> None:
    """Count the requests of an application, and answer with the counts; they are of this process.

    Raises QuotesError where prometheus-client is not installed.
    """
    try:
        from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
    except ImportError as error:
        needed = "metrics need prometheus-client; run: pip install 'quotes[metrics]'"
        raise QuotesError(needed) from error
    registry = CollectorRegistry()
    seconds = Histogram(
        "quotes_request_seconds",
        "Seconds that requests took.",
        ("method", "address", "status"),
        registry=registry,
        buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
    )

    class Metrics:
        """Count and time every request under the address that the documentation has for it."""

        def __init__(self, app: ASGIApp) -> None:
            self.app = app

        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await self.app(scope, receive, send)
                return
            status, began = 500, perf_counter()

            async def send_counted(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = message["status"]
                await send(message)

            try:
                await self.app(scope, receive, send_counted)
            finally:
                # what nobody has heard of is one address: a scan must not fill the memory
                address = getattr(scope.get("route"), "path_format", "other")
                seconds.labels(scope["method"], address, status).observe(perf_counter() - began)

    @app.get(PATH, include_in_schema=False)
    async def show_metrics() -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    app.add_middleware(Metrics)
