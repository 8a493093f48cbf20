"""What shape an answer about quotes has: quotes in some order, some of their fields, or groups."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated, get_args

from fastapi import Depends, Query, Request
from pydantic import AfterValidator, Field

from api.dependencies import Words
from api.errors import ParameterError, ParameterProblem
from quotes.errors import FilterError
from quotes.store.findings import GroupBy
from quotes.store.queries import quote_order
from quotes.store.records import QuoteRecord, SortField
from quotes.store.values import one_of

_FIELDS = tuple(field.name for field in fields(QuoteRecord))
_SORT = rf"-?({'|'.join(get_args(SortField))})"


@dataclass(frozen=True, slots=True)
class Shape:
    """Quotes in an order, with the fields that are selected, all of them for none; or groups of quotes."""

    sort: str
    select: tuple[str, ...]
    group_by: GroupBy | None


def order(value: str) -> str:
    """Refuse what quotes are not sorted by."""
    try:
        return quote_order(value).name
    except FilterError as error:
        raise ValueError(str(error).removeprefix("sort ")) from error


def known_fields(value: str) -> str:
    """Refuse fields that a quote does not have."""
    for name in value.split(","):
        try:
            one_of("select", _FIELDS, name.strip())
        except FilterError as error:
            raise ValueError(str(error).removeprefix("select ")) from error
    return value


Sorting = Annotated[
    Words,
    Field(json_schema_extra={"pattern": rf"^{_SORT}(,{_SORT})*$"}),
    AfterValidator(order),
    Query(
        description="The order, by one field or several; `-` means descending. What is not known comes "
        "before all that is, a month or a year counts as its first day.",
        examples=["-day,-confidence"],
    ),
]
_NAME = f"({'|'.join(_FIELDS)})"
Selecting = Annotated[
    Words | None,
    AfterValidator(known_fields),
    Query(
        description="Only these fields of each quote.",
        examples=["id,text,speaker"],
        json_schema_extra={"pattern": rf"^{_NAME}(,{_NAME})*$"},
    ),
]
Grouping = Annotated[
    GroupBy | None,
    Query(
        description="Count the quotes by this instead: the greatest group first, days in their order. Years, "
        "months and days are of saying where that is told, else of publication.",
        examples=["country"],
    ),
]


async def shape(
    request: Request,
    sort: Sorting = "-published_on",
    select: Selecting = None,
    group_by: Grouping = None,
) -> Shape:
    """Read the shape wanted."""
    needless = [name for name in ("sort", "select") if group_by and name in request.query_params]
    if needless:
        why = "has no use with group_by, whose groups have an order and fields of their own"
        raise ParameterError(*(ParameterProblem(name, f"{name} {why}") for name in needless))
    names = dict.fromkeys(name.strip() for name in (select or "").split(",") if name)
    return Shape(sort, tuple(names), group_by)


WantedShape = Annotated[Shape, Depends(shape)]
