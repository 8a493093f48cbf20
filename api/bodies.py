"""What bodies of requests have in common: known fields, whole characters, texts that are not too long."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from starlette.exceptions import HTTPException

from api.errors import ParameterError, ParameterProblem, unknown_parameter
from quotes.errors import FilterError, ReadError
from quotes.ingest.pages import MAX_ELEMENTS, MAX_SECONDS, page_document
from quotes.types import Document

LONGEST_TEXT = 1_000_000
# The longest text fits with every character escaped (\uXXXX), and its other fields.
LARGEST_BODY = 7 * LONGEST_TEXT


def whole_characters(text: str) -> str:
    """Refuse half characters: JSON can escape them, but no text of a document has them."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"has half of a surrogate pair at character {error.start}") from error
    if not text:
        raise ValueError("is empty")
    if "\0" in text:
        raise ValueError(f"has a NUL character at {text.index(chr(0))}: this is not text")
    return text


Text = Annotated[
    str,
    AfterValidator(whole_characters),
    Field(
        description=f"The text, of at most {LONGEST_TEXT:,} characters. Every offset in the answer "
        "counts its Unicode code points from 0.",
        examples=["“The harbour stays open,” said Mira Danforth."],
        json_schema_extra={"minLength": 1, "pattern": r"^[^\x00]*$"},
    ),
]


Page = Annotated[
    str,
    AfterValidator(whole_characters),
    Field(
        description=f"A page of the web instead of a text, of at most {LONGEST_TEXT:,} characters and "
        f"{MAX_ELEMENTS:,} elements, to be read in {MAX_SECONDS} s. Its article is read, and what it says of "
        "itself where the request does not.",
        examples=["<html><title>Talks</title><p>“The harbour stays open,” said Mira Danforth.</p></html>"],
        json_schema_extra={"minLength": 1, "pattern": r"^[^\x00]*$"},
    ),
]


class Body(BaseModel):
    """The body of a request; a field that there is not is refused, with the nearest that there is."""

    model_config = ConfigDict(extra="forbid")  # for the documentation; the validator below says it better

    @model_validator(mode="before")
    @classmethod
    def _known_fields(cls, given: Any) -> Any:
        known = list(cls.model_fields)
        if isinstance(given, dict) and (unknown := [name for name in given if name not in known]):
            raise ParameterError(*(unknown_parameter(name, known) for name in unknown))
        return given


def bounded(text: str) -> str:
    """Return a text; raise where it is too long."""
    if len(text) > LONGEST_TEXT:
        raise HTTPException(413, f"text has {len(text):,} characters; it may have at most {LONGEST_TEXT:,}")
    return text


def _about(schema: dict[str, Any]) -> None:
    """Describe that one of the two is given, and that neither has a value of its own."""
    schema["oneOf"] = [{"required": ["text"]}, {"required": ["html"]}]
    for name in ("text", "html"):
        schema["properties"][name].pop("default")


class TextBody(Body):
    """What has either a text or a page of the web."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_about)

    text: Text = ""
    html: Page = ""

    @model_validator(mode="after")
    def _either(self) -> Self:
        if not self.text and not self.html:
            raise ParameterError(ParameterProblem("text", "text is required, or html in its place"))
        if self.text and self.html:
            raise ParameterError(ParameterProblem("html", "html is given with text; give one of them"))
        return self

    def document(self) -> Document:
        """Return the text, or what the page gives; raise where it is too long or has no article."""
        if not self.html:
            return Document(text=bounded(self.text))
        try:
            return page_document(bounded(self.html))
        except ReadError as error:
            raise FilterError("html", str(error)) from error
