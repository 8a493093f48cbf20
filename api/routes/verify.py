"""Words in, and whether they are held: which is not whether they were said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import AfterValidator, Field
from sqlalchemy.orm import Session

from api.answers import Envelope, Meta, fresh
from api.bodies import Body, whole_characters
from api.dependencies import CHECKED, Database, words
from quotes.store.findings import EXPLANATIONS, Match, Verdict
from quotes.store.verification import verify_words

LONGEST_TEXT = 10_000

router = APIRouter(prefix="/v1", tags=["verify"], dependencies=CHECKED)


Name = Annotated[
    str,
    Field(max_length=500, json_schema_extra={"minLength": 1}),
    AfterValidator(whole_characters),
    AfterValidator(words),
]


class VerifyRequest(Body):
    """Words to look up, and who is to have said them."""

    text: Annotated[
        str,
        Field(
            description=f"The words, of at most {LONGEST_TEXT:,} characters; a part of a quote will do.",
            examples=["The harbour stays open."],
            max_length=LONGEST_TEXT,
            json_schema_extra={"minLength": 1, "pattern": r"^[^\x00]*$"},
        ),
        AfterValidator(whole_characters),
        AfterValidator(words),
    ]
    speaker: Annotated[
        Name | None,
        Field(
            description="Who is to have said them: a name, or an identifier as `wikidata:Q1`.",
            examples=["Mira Danforth"],
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class VerifyMeta(Meta):
    """About looking words up: `verdict` in a word, `explanation` in a sentence."""

    verdict: Verdict
    explanation: str


@router.post("/verify", response_model=Envelope[VerifyMeta, Match])
def verify(wanted: VerifyRequest, database: Database) -> Response:
    """Say whether words are held: word for word, nearly, of another speaker, or not. Nothing is stored."""
    with Session(database) as session:
        found = verify_words(session, wanted.text, wanted.speaker)
    meta = VerifyMeta(len(found.matches), found.verdict, EXPLANATIONS[found.verdict])
    return fresh(meta, found.matches)
