"""What /docs says holds for requests that nobody thought of."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from api.app import create_app
from quotes.config import Settings

from .answered import ANSWERED, FILES

schemathesis = pytest.importorskip("schemathesis")


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


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/v1/documents"), ("PATCH", "/v1/quotes/{id}"), ("DELETE", "/v1/corrections/{id}")],
)
def test_generated_requests_are_answered_as_described(writable, key, method, path, mode):
    documented = schemathesis.openapi.from_asgi("/openapi.json", writable)
    # no schema says that words stand in a certain document, or that exactly one of some fields is given
    unless = [schemathesis.checks.CHECKS.get_one("positive_data_acceptance")] if method == "PATCH" else []

    @settings(derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=documented[path][method].as_strategy(generation_mode=mode))
    def ask(case):
        case.headers.pop("Idempotency-Key", None)  # the same name for other requests is refused
        if method == "POST" and isinstance(case.body, dict):
            case.body.pop("language", None)
            if case.body.pop("html", None) is not None:
                case.body["text"] = "word"
        case.call_and_validate(headers=key, excluded_checks=unless)

    ask()
