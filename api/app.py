"""The application: what there is, in which order a request meets it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from sqlalchemy import Engine
from starlette.middleware.cors import CORSMiddleware

import quotes
from api import errors, openapi
from api.dependencies import known_parameters
from api.middleware import BodyLimit, HeadAsGet
from api.routes import documents, extract, outlets, service, speakers, statements, verify
from api.routes import quotes as quote_routes
from quotes.config import settings
from quotes.store.engine import check, connect

_DESCRIPTION = """\
Who said what, when, in which words, reported by whom, and by which rule we know it.

Every answer is `{"meta": …, "results": […]}`, every error a problem (RFC 9457). Lists come in pages: follow
`meta.next` until it is null. Offsets count Unicode code points of the document's text, from 0, half-open.
"""


def create_app(engine: Engine | None = None) -> FastAPI:
    """Make the application, on the database of the settings unless it is given one.

    Raises StoreError where the database is missing or of another version.
    """
    database = engine or connect(settings().database_url, read_only=True)
    check(database)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        if engine is None:  # whoever gave us one closes it
            database.dispose()

    app = FastAPI(
        title="quotes",
        version=quotes.__version__,
        description=_DESCRIPTION,
        dependencies=[Depends(known_parameters)],
        lifespan=lifespan,
        redoc_url=None,  # one documentation is enough
        separate_input_output_schemas=False,
    )
    app.state.engine = database
    for noun in (service, quote_routes, statements, speakers, documents, outlets, extract, verify):
        app.include_router(noun.router)
    errors.install(app)
    openapi.describe(app)
    app.add_middleware(BodyLimit, limit=extract.LARGEST_BODY)
    # Researchers embed answers in their own pages: anybody's script may read.
    app.add_middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], expose_headers=["ETag"]
    )
    app.add_middleware(HeadAsGet)
    return app
