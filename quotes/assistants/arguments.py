"""What each tool can be asked: the filters of the API under the same names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any

from mcp.server.mcpserver.utilities.func_metadata import ArgModelBase
from pydantic import BeforeValidator, ConfigDict, Field, ValidationError

from quotes.store.filters import QuoteFilter

MOST = 50
LONGEST_TEXT = 10_000
_LONGEST_WORDS = 500
_LONGEST_VALUE = 80


def _day(value: object) -> object:
    if value is None or (isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)):
        return value
    raise ValueError(f"{str(value)[:40]!r} is not a day; write days as 2026-03-14")


def _words(description: str) -> Any:
    return Field(description=description, max_length=_LONGEST_WORDS)


Day = Annotated[date | None, BeforeValidator(_day)]
Words = str | None
Number = Annotated[int, Field(ge=1, le=2**31 - 1)]
Limit = Annotated[int, Field(ge=1, le=MOST, description="How many are answered at most.")]
Cursor = Annotated[
    str | None,
    Field(max_length=2000, description="`next_cursor` of the answer before, for what comes after it."),
]


def _without_titles(schema: dict[str, Any]) -> None:
    schema.pop("title", None)
    for field in schema["properties"].values():
        field.pop("title", None)  # the name again


class Arguments(ArgModelBase):
    """The arguments of a tool; what is not among them is refused, not passed over."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_without_titles)


class SearchQuotes(Arguments):
    """What quotes are searched by; every argument narrows. Its docstring is not shown, `description` is."""

    q: Annotated[
        Words,
        _words('Words of the quote, in any inflection; "a phrase", AND, OR, NOT, (brackets), begin*.'),
    ] = None
    q_exact: Annotated[Words, _words("Words of the quote, in just this form.")] = None
    speaker: Annotated[
        Words, _words("Who said it: any known name, the surname alone, or an identifier as wikidata:Q1.")
    ] = None
    speaker_id: Annotated[Number | None, Field(description="Its id, from list_speakers.")] = None
    speaker_kind: Annotated[
        Words, _words("What the speaker is: person, organisation, government, group or unnamed.")
    ] = None
    office: Annotated[Words, _words("The office held when it was said, such as foreign minister.")] = None
    country: Annotated[Words, _words("Whom the speaker speaks for: ISO 3166-1, two letters.")] = None
    from_: Annotated[Day, Field(alias="from", description="First day of saying, else of publication.")] = None
    to: Annotated[Day, Field(description="Last such day, itself included.")] = None
    said_from: Annotated[Day, Field(description="First day of saying, where that is told.")] = None
    said_to: Annotated[Day, Field(description="Last day of saying.")] = None
    published_from: Annotated[Day, Field(description="First day of publication.")] = None
    published_to: Annotated[Day, Field(description="Last day of publication.")] = None
    outlet: Annotated[Words, _words("The publication.")] = None
    kind: Annotated[
        Words, _words("direct: a whole sentence in marks; mixed: a part of one; indirect: without marks.")
    ] = None
    channel: Annotated[
        Words,
        _words(
            "How: tweet, statement, press_conference, interview, speech, letter, call, report, broadcast."
        ),
    ] = None
    addressee: Annotated[Words, _words("To whom it was said.")] = None
    reported_by: Annotated[Words, _words("The agency or paper that the document credits.")] = None
    cue: Annotated[Words, _words("The dictionary form of the verb, such as say|warn.")] = None
    rule: Annotated[Words, _words("The named pattern that gave it to its speaker.")] = None
    attributed: Annotated[
        bool | None, Field(description="true: only what has a source; false: only what has none.")
    ] = None
    min_confidence: Annotated[
        float | None, Field(ge=0, le=1, description="Only what is at least so sure.")
    ] = None
    document_id: Annotated[Number | None, Field(description="Only quotes of this document.")] = None
    statement_id: Annotated[Number | None, Field(description="All printings of the same words.")] = None
    sort: Annotated[
        str,
        _words("published_on, said_on, day, confidence or id; - is descending, several go with a comma."),
    ] = "-published_on"
    limit: Limit = 10
    cursor: Cursor = None

    def as_filter(self) -> QuoteFilter:
        """Return what is to be selected."""
        paging = {"sort", "limit", "cursor"}
        fields = type(self).model_fields.keys() - paging
        return QuoteFilter(**{name: getattr(self, name) for name in fields})


class GetQuote(Arguments):
    """Which quote is wanted."""

    id: Annotated[Number, Field(description="The quote's id, from another answer.")]


class VerifyQuote(Arguments):
    """Words to look up, and who is to have said them."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT, description="The words; a part of a quote will do.")]
    speaker: Annotated[Words, _words("Who is to have said them: a name or an identifier.")] = None


class ListSpeakers(Arguments):
    """Which speakers are wanted."""

    q: Annotated[Words, _words("Beginnings of the words of a name, in any order.")] = None
    limit: Limit = 20
    cursor: Cursor = None


def explained(error: ValidationError, known: type[Arguments]) -> str:
    """Say in a line what is wrong with arguments, and the nearest right thing."""
    return "; ".join(_reasons(error, known))


def _reasons(error: ValidationError, known: type[Arguments]) -> Iterator[str]:
    names = [field.alias or name for name, field in known.model_fields.items()]
    for one in error.errors():
        name = str(one["loc"][0])[:_LONGEST_VALUE]
        if one["type"] == "extra_forbidden":
            near = get_close_matches(name.lower(), names, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}"
            yield f"unknown argument {name!r}: {meant}"
        elif one["type"] == "missing":
            yield f"{name} is required"
        else:
            said = one["msg"].removeprefix("Value error, ")
            given = repr(one["input"])[:_LONGEST_VALUE]
            yield f"{name}: {said if given in said else f'{said}, not {given}'}"
