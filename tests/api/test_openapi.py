"""What /docs says is true: of the parameters, of the answers, of the errors."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from pydantic import TypeAdapter

from api.app import create_app
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
from quotes.config import Settings

ANSWERED = [
    ("GET", "/", "/"),
    ("GET", "/healthz", "/healthz"),
    ("GET", "/v1/quotes", "/v1/quotes?speaker=Mira+Danforth&per_page=1"),
    ("GET", "/v1/quotes", "/v1/quotes?group_by=month"),
    ("GET", "/v1/quotes/{id}", "/v1/quotes/2"),
    ("GET", "/v1/speakers", "/v1/speakers?q=Danforth"),
    ("GET", "/v1/statements/{id}", "/v1/statements/1"),
    ("GET", "/v1/speakers/{id}", "/v1/speakers/1"),
    ("GET", "/v1/speakers/{id}/quotes", "/v1/speakers/1/quotes"),
    ("GET", "/v1/corrections", "/v1/corrections"),
    ("GET", "/v1/updates", "/v1/updates?per_page=2"),
    ("GET", "/v1/autocomplete/speakers", "/v1/autocomplete/speakers?q=danfroth"),
    ("GET", "/v1/timeline", "/v1/timeline?interval=year"),
    ("GET", "/v1/outlets", "/v1/outlets"),
    ("GET", "/v1/documents", "/v1/documents?published_from=2026-03-14"),
    ("GET", "/v1/documents/{id}", "/v1/documents/1"),
    ("POST", "/v1/extract", "/v1/extract"),
    ("POST", "/v1/verify", "/v1/verify"),
    ("GET", "/oembed", "/oembed?url=https://quotes.example/quotes/1"),
]
# Files, which have tests of their own.
FILES = [
    ("GET", "/v1/quotes.{format}"),
    ("GET", "/v1/quotes/{id}.{format}"),
    ("GET", "/v1/documents/{id}.{format}"),
]
# All but oEmbed, whose answers are not ours to lay out.
ENVELOPED = [one for one in ANSWERED if one[1] != "/oembed"]
# What needs a key; test_writing.py sends these.
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


@pytest.fixture(scope="session")
def generated(app):
    """Return a function that sends generated requests and holds each answer to the description."""
    documented = schemathesis.openapi.from_asgi("/openapi.json", app)

    def generated(method, path, mode):
        hold_to_the_description(documented[path][method], mode)

    return generated


@pytest.fixture
def postgresql(database_url, open_engine):
    """Return the application on PostgreSQL, with the same documents."""
    return create_app(open_engine(database_url, read_only=True), config=Settings(requests_per_minute=10**6))


@pytest.mark.thorough
@pytest.mark.parametrize("dialect", ["postgresql"])
def test_it_is_as_true_on_postgresql(postgresql):
    documented = schemathesis.openapi.from_asgi("/openapi.json", postgresql)
    for method, path in sorted({*((method, path) for method, path, _ in ANSWERED), *FILES}):
        for mode in schemathesis.GenerationMode:
            if mode == schemathesis.GenerationMode.NEGATIVE and path in ("/", "/healthz"):
                continue  # nothing about them can be wrong
            hold_to_the_description(documented[path][method], mode, max_examples=3)


def hold_to_the_description(operation, mode, **how):
    prepare = mode == schemathesis.GenerationMode.POSITIVE

    @settings(derandomize=True, suppress_health_check=list(HealthCheck), **how)
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        if (
            case.path == "/oembed"
        ):  # its specification wants 501 for other formats, which elsewhere is a fault
            case.query.pop("format", None)
        if prepare:
            drop_what_no_schema_can_describe(case)
        case.call_and_validate()

    ask()


def drop_what_no_schema_can_describe(case):
    """Keep out of a request what is refused for more than its form: a search without a word, say."""
    for name in ("cursor", "to", "said_to", "published_to", "q", "q_exact", "since", "updated_since"):
        case.query.pop(name, None)
    if case.path == "/v1/autocomplete/speakers":  # there it is required
        case.query["q"] = "danf"
    case.query.pop("bom", None)  # of CSV alone
    if "group_by" in case.query:
        case.query.pop("sort", None)
        case.query.pop("select", None)
    if case.method == "POST":
        case.body.pop("language", None)
        if case.body.pop("html", None) is not None:  # few words are the page of an article
            case.body["text"] = "word"
    if case.path == "/v1/verify":
        case.body["text"] += "word"
        case.body.pop("speaker", None)


@pytest.mark.parametrize(
    ("method", "path"), sorted({*((method, path) for method, path, _ in ANSWERED), *FILES})
)
def test_requests_as_described_are_answered_as_described(generated, method, path):
    generated(method, path, schemathesis.GenerationMode.POSITIVE)


@pytest.mark.parametrize(
    ("method", "path"),
    sorted({*((m, path) for m, path, _ in ANSWERED if path not in ("/", "/healthz")), *FILES}),
)
def test_other_requests_are_refused_as_described(generated, method, path):
    generated(method, path, schemathesis.GenerationMode.NEGATIVE)


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
