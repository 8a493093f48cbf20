"""The service itself: what addresses it has, and whether it is well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request, Response

import quotes
from api.answers import Envelope, Meta, cached, fresh
from api.dependencies import CHECKED, Database
from quotes.store.engine import check

router = APIRouter(tags=["service"], dependencies=CHECKED)


@dataclass(frozen=True, slots=True)
class Address:
    """One address of this service."""

    method: str
    path: str
    summary: str


@dataclass(frozen=True, slots=True)
class Health:
    """The service is well: its database can be reached and is of this version."""

    status: Literal["ok"]
    version: str
    extractor_version: str
    database: str


@router.get("/", response_model=Envelope[Meta, Address])
async def list_addresses(request: Request) -> Response:
    """List the addresses of this service."""
    addresses = [
        Address(method.upper(), path, operation["summary"])
        for path, operations in request.app.openapi()["paths"].items()
        for method, operation in operations.items()
    ]
    addresses.append(Address("GET", "/quotes/{id}", "A quote's page, for people"))
    addresses.append(Address("GET", "/embed/quotes/{id}", "A quote's card, for other pages"))
    addresses.append(Address("GET", "/docs", "This documentation, to read and to try"))
    addresses.append(Address("GET", "/openapi.json", "This documentation, for programs"))
    return cached(request, Meta(count=len(addresses)), tuple(addresses))


@router.get("/healthz", response_model=Envelope[Meta, Health])
def show_health(database: Database) -> Response:
    """Say whether the database can be reached, and which versions run."""
    check(database)
    health = Health("ok", quotes.__version__, quotes.EXTRACTOR_VERSION, database.dialect.name)
    return fresh(Meta(count=1), (health,))
