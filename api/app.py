"""The application: what there is, in which order a request meets it."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

import quotes
from api import errors, metrics, openapi
from api.bodies import LARGEST_BODY
from api.callers import Callers
from api.deprecation import Deprecations
from api.middleware import BodyLimit, HeadAsGet, RequestLog, SafeHeaders
from api.remembered import Remembered
from api.routes import (
    corrections,
    documents,
    exports,
    extract,
    oembed,
    outlets,
    pages,
    service,
    speakers,
    statements,
    updates,
    verify,
)
from api.routes import quotes as quote_routes
from quotes.config import Settings, settings
from quotes.store.engine import check, connect
from quotes.store.states import States

EXPOSED = [
    "Content-Disposition", "Deprecation", "ETag", "Link", "RateLimit-Limit", "RateLimit-Remaining",
    "RateLimit-Reset", "Retry-After", "Sunset", "X-Request-Id", "X-Total-Count",
]  # fmt: skip
_WORTH_PACKING = 1000  # bytes
_DESCRIPTION = """\
Who said what, when, in which words, reported by whom, and by which rule we know it.

Every answer is `{"meta": …, "results": […]}`, every error a problem (RFC 9457). Lists come in pages: follow
`meta.next` until it is null. Offsets count Unicode code points of the document's text, from 0, half-open.
"""


def create_app(
    engine: Engine | None = None, writing: Engine | None = None, config: Settings | None = None
) -> FastAPI:
    """Make the application, on the database of the settings unless it is given one.

    Without an engine for `writing`, one that was given is only read from. Raises StoreError where the
    database is missing or of another version.
    """
    config = config or settings()
    database = engine or connect(config.database_url, read_only=True, seconds=config.query_seconds)
    check(database)
    if engine is None:
        writing = connect(config.database_url)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        # what is there by now stays, and to look through it for garbage takes a tenth of a second
        gc.freeze()
        yield
        gc.unfreeze()
        if engine is None:  # whoever gave us one closes it
            database.dispose()
            if writing is not None:
                writing.dispose()

    app = FastAPI(
        title="quotes",
        version=quotes.__version__,
        description=_DESCRIPTION,
        lifespan=lifespan,
        redoc_url=None,  # one documentation is enough
        separate_input_output_schemas=False,
    )
    app.state.engine = database
    app.state.writing = writing
    app.state.public_url = config.public_url
    nouns = (service, exports, quote_routes, statements, speakers, documents, outlets, corrections, updates)
    for noun in (*nouns, extract, verify, oembed, pages):
        # as they are: to include them would make each route again, at the first request
        app.router.routes.extend(noun.router.routes)
    errors.install(app)
    openapi.describe(app)
    app.add_middleware(Deprecations)
    app.add_middleware(BodyLimit, limit=LARGEST_BODY)
    app.add_middleware(GZipMiddleware, minimum_size=_WORTH_PACKING, compresslevel=5)
    if config.remembered_megabytes:
        app.add_middleware(Remembered, states=States(database), size=config.remembered_megabytes * 2**20)
    app.add_middleware(Callers, database=database, writing=writing, config=config)
    # Researchers embed answers in their own pages: anybody's script may read.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "If-None-Match"],
        expose_headers=EXPOSED,
    )
    app.add_middleware(HeadAsGet)
    if config.metrics:
        metrics.install(app)
    app.add_middleware(SafeHeaders)
    app.add_middleware(RequestLog)
    return app
