"""What /docs says is true: of the parameters, of the answers, of the errors."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from api.errors import Problem
from api.fields import FIELDS
from api.routes import (
    corrections,
    documents,
    exports,
    extract,
    oembed,
    outlets,
    quotes,
    service,
    speakers,
    statements,
    updates,
    verify,
)

from .answered import ANSWERED, FILES

# All but oEmbed, whose answers are not ours to lay out.
ENVELOPED = [one for one in ANSWERED if one[1] != "/oembed"]
# What needs a key; test_generated.py sends these.
WRITING = [
    ("POST", "/v1/documents"),
    ("PATCH", "/v1/quotes/{id}"),
    ("DELETE", "/v1/corrections/{id}"),
]
MODELS = {
    (method, route.path_format): route.response_model
    for noun in (
        *(service, quotes, statements, speakers, documents, outlets),
        *(corrections, updates, extract, verify, oembed, exports),
    )
    for route in noun.router.routes
    for method in route.methods
}


@pytest.fixture(scope="session")
def description(client) -> Any:
    return client.get("/openapi.json").json()


@pytest.fixture(scope="session")
def operations(description):
    return {
        (method.upper(), path): operation
        for path, found in description["paths"].items()
        for method, operation in found.items()
    }


def test_every_address_is_described_and_tried_below(operations):
    tried = {(method, path) for method, path, _ in ANSWERED}
    assert set(operations) == tried | {*FILES, *WRITING} == set(MODELS)


@pytest.mark.parametrize(
    ("method", "path", "address"), ENVELOPED, ids=[address for _, _, address in ENVELOPED]
)
def test_the_declared_model_reads_what_is_sent_and_loses_nothing(client, operations, method, path, address):
    text = (
        "The harbour stays open" if path == "/v1/verify" else "“The harbour stays open,” said Mira Danforth."
    )
    body = {"text": text} if method == "POST" else None
    response = client.request(method, address, json=body)
    assert response.status_code == 200
    assert response.json()["results"] or path == "/v1/corrections"  # where nothing was put right yet
    first = next(
        iter(operations[method, path]["responses"]["200"]["content"])
    )  # others are for other Accepts
    assert first == response.headers["content-type"]
    declared = TypeAdapter(MODELS[method, path])
    assert declared.dump_python(declared.validate_json(response.content), mode="json") == response.json()


@pytest.mark.parametrize("address", ["/nothing", "/v1/quotes/99", "/v1/quotes?kind=x", "/v1/extract"])
def test_the_declared_problem_reads_every_error(client, address):
    declared = TypeAdapter(Problem)
    response = client.get(address)
    assert declared.dump_python(declared.validate_json(response.content), mode="json") == response.json()


def test_every_error_is_declared_as_a_problem(operations, description):
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for operation in operations.values():
        errors = {status: found for status, found in operation["responses"].items() if status >= "400"}
        assert {"422", "500", "503"} <= set(errors)
        assert all(found["content"] == problem for found in errors.values())
    assert set(operations["GET", "/v1/quotes/{id}"]["responses"]) == {
        "200", "304", "401", "403", "404", "410", "422", "429", "500", "503",
    }  # fmt: skip
    assert set(operations["POST", "/v1/extract"]["responses"]) == {
        "200", "400", "401", "403", "413", "415", "422", "429", "500", "503",
    }  # fmt: skip
    assert "HTTPValidationError" not in description["components"]["schemas"]


def test_every_operation_and_parameter_is_explained(operations):
    for (_, path), operation in operations.items():
        assert operation["description"], path
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (path, parameter["name"])
            assert "anyOf" not in parameter["schema"], (path, parameter["name"])
            assert parameter["schema"].get("examples") or parameter["name"] == "cursor"


def test_the_parameters_of_dates_say_which_date_they_mean(operations):
    explained = [
        parameter["description"]
        for operation in operations.values()
        for parameter in operation.get("parameters", [])
        if parameter["name"] in ("from", "to")
    ]
    assert len(explained) == 8
    assert all("of saying where that is told, else of publication" in text for text in explained)


def test_those_of_days_of_saying_do_too(operations):
    explained = [
        parameter["description"]
        for operation in operations.values()
        for parameter in operation.get("parameters", [])
        if parameter["name"] in ("said_from", "said_to")
    ]
    assert len(explained) == 8
    assert all("day of saying" in text and "month or a year" in text for text in explained)


def test_every_field_is_explained_and_no_explanation_is_left_over(description):
    used = set()
    for name, found in description["components"]["schemas"].items():
        for field, about in found["properties"].items():
            assert about["description"], (name, field)
            used.add(f"{name}.{field}" if f"{name}.{field}" in FIELDS else field)
    used -= {"end", "precision", "start", "date", "html"} - set(
        FIELDS
    )  # bodies of requests explain these themselves
    assert used == set(FIELDS)


def test_the_documentation_is_a_page(client):
    response = client.get("/docs")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    assert "/openapi.json" in response.text
