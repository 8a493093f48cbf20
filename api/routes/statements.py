"""Statements: the same words of the same speaker, wherever they were printed."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from api.answers import Envelope, Meta, cached
from api.dependencies import CHECKED, Database, Id
from quotes.store.records import StatementRecord
from quotes.store.statements import get_statement

router = APIRouter(prefix="/v1", tags=["statements"], dependencies=CHECKED)


@router.get("/statements/{id}", response_model=Envelope[Meta, StatementRecord])
def show_statement(request: Request, database: Database, number: Id) -> Response:
    """Show one statement: every printing of it, and where the wordings differ."""
    with Session(database) as session:
        found = get_statement(session, number)
    return cached(request, Meta(count=1), (found,))
