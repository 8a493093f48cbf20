"""The filters of quotes, as the query of an address writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal, get_args

from fastapi import Depends, Query
from pydantic import AfterValidator

from api.dependencies import NO_WORD, Day, Moment, Words
from quotes.errors import FilterError
from quotes.store.filters import QuoteFilter
from quotes.store.values import check_choice
from quotes.types import Channel, Kind, SpeakerKind

_OR_NOT = "`a|b` is a or b; `!` before all of it is not."
SEARCH = (
    'Every word must occur, words in "quotation marks" together; `AND`, `OR`, `NOT` in capitals and brackets '
    "join them, `-word` must not occur, `word*` begins a word."
)


def checked(parameter: str) -> AfterValidator:
    """Refuse what can't be used as the values of a field."""

    def check(value: str) -> str:
        try:
            return check_choice(parameter, value)
        except FilterError as error:
            raise ValueError(str(error).removeprefix(f"{parameter} ")) from error

    return AfterValidator(check)


def choice(description: str, example: str, pattern: str = rf"[^|!{NO_WORD}][^|\x00]*") -> Any:
    """Describe a parameter of values with `|` and `!` between them; `pattern` is of one value."""
    # The pattern is for the documentation; `checked` says the same in plain English.
    about = {"pattern": rf"^!?({pattern})(\|({pattern}))*$"}
    return Query(description=f"{description} {_OR_NOT}", examples=[example], json_schema_extra=about)


def on_day(description: str, example: str, alias: str | None = None) -> Any:
    """Describe a parameter that is a day."""
    said = f"{description}, inclusive, as YYYY-MM-DD."
    return Query(alias=alias, description=said, examples=[example])


_FIRST, _LAST = "2026-03-01", "2026-03-31"
_MEANT = "of saying where that is told, else of publication (each quote's `day` says which)"
_IN_PART = "A month or a year matches where any of its days does, what has no such day never does"
From = Annotated[Day | None, on_day(f"The first day {_MEANT}. {_IN_PART}; it is", _FIRST, alias="from")]
To = Annotated[Day | None, on_day(f"The last day {_MEANT}. {_IN_PART}; it is", _LAST)]
SaidFrom = Annotated[Day | None, on_day(f"The first day of saying. {_IN_PART}; it is", _FIRST)]
SaidTo = Annotated[Day | None, on_day(f"The last day of saying. {_IN_PART}; it is", _LAST)]
PublishedFrom = Annotated[Day | None, on_day("The first day of publication", _FIRST)]
PublishedTo = Annotated[Day | None, on_day("The last day of publication", _LAST)]
Outlet = Annotated[Words | None, checked("outlet"), choice("The publication's name.", "Harbour Dispatch")]
_NUMBER = r"-?[0-9]+"


async def narrowing(
    from_: From = None,
    to: To = None,
    said_from: SaidFrom = None,
    said_to: SaidTo = None,
    published_from: PublishedFrom = None,
    published_to: PublishedTo = None,
    q: Annotated[
        Words | None,
        Query(
            description=f"Words of the quote, in any inflection. {SEARCH}", examples=["harbour AND treat*"]
        ),
    ] = None,
    q_exact: Annotated[
        Words | None,
        Query(
            description=f"Words of the quote, in just this form. {SEARCH}", examples=['"the harbour stays"']
        ),
    ] = None,
    attributed: Annotated[
        Literal["true", "false", "any"],
        Query(
            description="`true`: only quotes with a source. `false`: only those without.", examples=["true"]
        ),
    ] = "any",
    min_confidence: Annotated[
        float | None,
        Query(
            ge=0,
            le=1,
            allow_inf_nan=False,
            description="Only quotes whose rule was right at least this often on annotated news.",
            examples=[0.9],
        ),
    ] = None,
    updated_since: Annotated[
        Moment | None,
        Query(
            description="Only quotes that are new or have changed since this moment, inclusive, in UTC where "
            "it names no zone. `meta.gone` says which are gone since.",
            examples=["2026-03-14T09:30:00Z"],
        ),
    ] = None,
    sample: Annotated[
        int | None,
        Query(ge=1, le=10_000, description="Only so many, drawn from what the rest leaves.", examples=[20]),
    ] = None,
    seed: Annotated[
        int | None,
        Query(ge=0, le=2**31 - 1, description="Which sample: the same seed draws the same.", examples=[1]),
    ] = None,
) -> QuoteFilter:
    """Read the filters by day, words and confidence."""
    return QuoteFilter(
        from_=from_,
        to=to,
        said_from=said_from,
        said_to=said_to,
        published_from=published_from,
        published_to=published_to,
        q=q,
        q_exact=q_exact,
        attributed=None if attributed == "any" else attributed == "true",
        min_confidence=min_confidence,
        updated_since=updated_since,
        sample=sample,
        seed=seed,
    )


async def choosing(
    narrowed: Annotated[QuoteFilter, Depends(narrowing)],
    speaker_kind: Annotated[
        Words | None,
        checked("speaker_kind"),
        choice("What the speaker is.", "person", pattern="|".join(get_args(SpeakerKind))),
    ] = None,
    office: Annotated[
        Words | None,
        checked("office"),
        choice(
            "The office held when it was said, as the document, a roster or others before and after tell.",
            "foreign minister",
        ),
    ] = None,
    country: Annotated[
        Words | None,
        checked("country"),
        choice(
            "The country that the speaker speaks for, by its code of two letters (ISO 3166-1).",
            "FR|DE",
            pattern="[A-Za-z]{2}",
        ),
    ] = None,
    outlet: Outlet = None,
    kind: Annotated[
        Words | None,
        checked("kind"),
        choice(
            "`direct`: a whole sentence or more in marks. `mixed`: a quoted part of a reported sentence. "
            "`indirect`: reported without marks.",
            "direct",
            pattern="|".join(get_args(Kind)),
        ),
    ] = None,
    channel: Annotated[
        Words | None,
        checked("channel"),
        choice("How it was said.", "press_conference", pattern="|".join(get_args(Channel))),
    ] = None,
    addressee: Annotated[
        Words | None, checked("addressee"), choice("To whom it was said.", "reporters")
    ] = None,
    reported_by: Annotated[
        Words | None,
        checked("reported_by"),
        choice("The agency or paper that the document names for it.", "Pier Agency"),
    ] = None,
    cue: Annotated[Words | None, checked("cue"), choice("The cue's dictionary form.", "say|tell")] = None,
    rule: Annotated[
        Words | None, checked("rule"), choice("The named pattern that decided.", "after_verb")
    ] = None,
    document_id: Annotated[
        Words | None, checked("document_id"), choice("Only quotes of this document.", "1", pattern=_NUMBER)
    ] = None,
    statement_id: Annotated[
        Words | None,
        checked("statement_id"),
        choice("Only printings of this statement.", "1", pattern=_NUMBER),
    ] = None,
) -> QuoteFilter:
    """Read every filter of quotes but the speaker."""
    return replace(
        narrowed,
        speaker_kind=speaker_kind,
        office=office,
        country=country,
        outlet=outlet,
        kind=kind,
        channel=channel,
        addressee=addressee,
        reported_by=reported_by,
        cue=cue,
        rule=rule,
        document_id=document_id,
        statement_id=statement_id,
    )


async def by_speaker(
    narrowed: Annotated[QuoteFilter, Depends(choosing)],
    speaker: Annotated[
        Words | None,
        checked("speaker"),
        choice(
            "The speaker's name, in any form that a document uses, or the surname alone; or an identifier "
            "from a roster, as `wikidata:Q1` or `roster:key`.",
            "Mira Danforth",
        ),
    ] = None,
    speaker_id: Annotated[
        Words | None,
        checked("speaker_id"),
        choice("The speaker's id; that of a merged one leads to the survivor.", "1", pattern=_NUMBER),
    ] = None,
) -> QuoteFilter:
    """Read every filter of quotes."""
    return replace(narrowed, speaker=speaker, speaker_id=speaker_id)


Narrowed = Annotated[QuoteFilter, Depends(choosing)]
NarrowedBySpeaker = Annotated[QuoteFilter, Depends(by_speaker)]
