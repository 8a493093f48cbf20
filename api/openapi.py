"""Make /docs say the whole truth: what each field means, and what an error looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

from api.errors import PROBLEM_JSON, Problem
from api.fields import FIELDS
from api.pages.addresses import OEMBED

_FILE = {"type": "string", "format": "binary"}
_JSON_FILE = {"type": ["object", "array"]}
_JSON = re.compile(r"[/+]json(;|$)")
_ERRORS = {
    400: "The body is not JSON in UTF-8.",
    401: "This needs a key, or the key is not known.",
    403: "The key is not for this.",
    404: "There is nothing of this id.",
    409: "It is so already, or something else stands in its way.",
    410: "What had this id is gone; `detail` says since when and why.",
    413: "The text is too long; `detail` names the limit.",
    415: "The body is not JSON by its Content-Type.",
    405: "This server only reads.",
    422: "A parameter can't be used; `errors` names it.",
    429: "Too many requests; `Retry-After` says when to try again.",
    500: "The server failed.",
    501: "There is no such format, or what writes it is not installed on this server.",
    503: "The database can't be reached or is of another version.",
}


def describe(app: FastAPI) -> None:
    """Complete the description that FastAPI makes of the application."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            _complete(plain())
        return plain()

    app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI documents


def files_of(media_types: Iterable[str]) -> dict[str, Any]:
    """Return the content of an answer that is a file of one of these types."""
    return {name: {"schema": _JSON_FILE if _JSON.search(name) else _FILE} for name in media_types}


def _complete(description: dict[str, Any]) -> None:
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            _add_errors(path, method, operation["responses"])
            operation["security"] = [{"key": []}] if _needs_key(path, method) else [{}, {"key": []}]
            for parameter in operation.get("parameters", []):
                _drop_null(parameter["schema"])
    description["components"]["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "A key from `quotes keys create`."}
    }
    schemas = description["components"]["schemas"]
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    problem = TypeAdapter(Problem).json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs") | {"Problem": problem}
    for name, schema in schemas.items():
        for field, about in schema.get("properties", {}).items():
            _add_field(about, f"{name}.{field}", field)
    _let_select(schemas)


def _add_errors(path: str, method: str, responses: dict[str, Any]) -> None:
    """Declare the errors of one operation; FastAPI would call them application/json."""
    statuses = {401, 403, 422, 429, 500, 503}
    if "{id}" in path:
        statuses |= {404, 410}
    if "{format}" in path or path == OEMBED:
        statuses |= {404, 501}
    if method in ("post", "patch"):
        statuses |= {400, 413, 415}
    if _needs_key(path, method):
        statuses |= {405, 409}
    for status in sorted(statuses):
        content = {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        responses[str(status)] = {"description": _ERRORS[status], "content": content}
    if method == "get":
        responses["304"] = {"description": "Unchanged since the answer whose ETag the client sent."}


def _needs_key(path: str, method: str) -> bool:
    return method != "get" and path not in ("/v1/extract", "/v1/verify")


def _let_select(schemas: dict[str, Any]) -> None:
    """Describe quotes in lists: `select` can leave out any of their fields."""
    selected = {name: about for name, about in schemas["QuoteRecord"].items() if name != "required"}
    schemas["SelectedQuote"] = selected | {"title": "SelectedQuote"}
    for meta in ("QuotesMeta", "ChangedMeta"):
        results = schemas[f"Envelope_{meta}_QuoteRecord_"]["properties"]["results"]
        results["items"] = {"$ref": "#/components/schemas/SelectedQuote"}


def _drop_null(schema: dict[str, Any]) -> None:
    """Describe a parameter that can be left out as what it is where it is given: a query has no null."""
    kinds = schema.pop("anyOf", [])
    for kind in kinds:
        if kind != {"type": "null"}:
            schema.update({**kind, **schema})


def _add_field(about: dict[str, Any], whole_name: str, name: str) -> None:
    """Describe one field, by its whole name where the same word needs to say more."""
    if "description" in about and whole_name not in FIELDS and name not in FIELDS:
        return  # of a request, which says it itself
    text, *examples = FIELDS.get(whole_name) or FIELDS[name]
    about.setdefault("description", text)
    if examples and "$ref" not in about:
        about.setdefault("examples", examples)
