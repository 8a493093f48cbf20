import json
import threading

import pytest

import api.routes.extract
from quotes import EXTRACTOR_VERSION

TEXT = "Up, 🕊 and on.\n\n“The harbour stays open,” said Mira Danforth. The “open gate” is shut."


# What is told of it is the extractor's business too, and of these words nothing is.
NOTHING = dict.fromkeys(("role", "country", "said_on", "channel", "addressee", "place", "reported_by"))


def part(words):
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


@pytest.fixture(scope="session")
def post(client):
    def post(**fields):
        return client.post("/v1/extract", json=fields)

    return post


def test_every_quotation_comes_back_in_the_order_of_the_text(post):
    response = post(text=TEXT, published_on="2026-03-14", language="en")
    assert response.status_code == 200
    answer = response.json()
    assert answer["meta"] == {
        "count": 2,
        "attributed": 1,
        "length": len(TEXT),
        "text": None,
        "published_on": "2026-03-14",
        "language": "en",
        "extractor_version": EXTRACTOR_VERSION,
    }
    said, quoted = answer["results"]
    # which rule decides, and how sure it is, is the extractor's business
    assert said.pop("rule")
    assert 0 < said.pop("confidence") <= 1
    assert said == {
        "text": "The harbour stays open,",
        "kind": "direct",
        "spans": [part("The harbour stays open,")],
        "speaker": "Mira Danforth",
        "speaker_kind": "person",
        "source": part("Mira Danforth"),
        "antecedent": None,
        "cue": {**part("said"), "lemma": "say"},
        **NOTHING,
        "reason": None,
    }
    assert quoted.pop("kind")
    assert quoted.pop("reason")
    assert quoted == {
        "text": "open gate",
        "spans": [part("open gate")],
        "speaker": None,
        "speaker_kind": None,
        "source": None,
        "antecedent": None,
        "cue": None,
        **NOTHING,
        "rule": None,
        "confidence": None,
    }


def test_what_is_told_around_a_quote_comes_back_as_of_a_stored_one(post, get, library, monkeypatch):
    monkeypatch.setattr(api.routes.extract.quotes, "extract", lambda *_, **__: library.found(library.harbour))
    fresh = post(text=library.harbour.text).json()["results"]
    stored = get("/v1/quotes", document_id=1, sort="id")["results"]
    assert any(quote["said_on"] and quote["addressee"] for quote in fresh)
    for one, other in zip(fresh, stored, strict=True):
        assert one.keys() - other.keys() == {"speaker_kind"}
        assert other.keys() - one.keys() == {
            "id", "day", "document", "statement", "extractor_version", "candidates", "office",
            "corrections", "updated_at", "before", "after", "permalink", "original", "rule_precision",
        }  # fmt: skip
        shared = one.keys() & other.keys() - {"speaker"}
        assert {name: one[name] for name in shared} == {name: other[name] for name in shared}


def test_nothing_is_stored_and_no_cache_keeps_the_answer(post, get):
    before = get("/v1/documents")["meta"]["count"]
    assert post(text=TEXT).headers["cache-control"] == "no-store"
    assert get("/v1/documents")["meta"]["count"] == before


def test_a_text_without_quotations_has_no_results(post):
    answer = post(text="It rained.").json()
    assert answer["results"] == []
    assert (answer["meta"]["count"], answer["meta"]["attributed"]) == (0, 0)


def test_the_longest_text_is_read(post):
    assert post(text="a " * 500_000).json()["meta"]["length"] == 1_000_000


def test_a_longer_text_is_refused_with_the_limit(post):
    response = post(text="a" * 1_000_001)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "Content Too Large",
        "status": 413,
        "detail": "text has 1,000,001 characters; it may have at most 1,000,000",
        "instance": "/v1/extract",
        "errors": [],
    }


def test_the_longest_text_fits_with_every_character_escaped(client):
    body = json.dumps({"text": "é" * 1_000_000, "published_on": "2026-03-14"}).encode()
    response = client.post("/v1/extract", content=body, headers={"content-type": "application/json"})
    assert response.json()["meta"]["length"] == 1_000_000


NOT_A_DAY = "is not a day; write days as YYYY-MM-DD, such as 2026-03-14"


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({}, {"text": "text is required, or html in its place"}),
        ({"text": ""}, {"text": "text is empty"}),
        ({"text": None}, {"text": "text None should be a valid string"}),
        ({"text": 5}, {"text": "text 5 should be a valid string"}),
        (
            {"text": "a", "published_on": "2026-02-30"},
            {"published_on": f"published_on '2026-02-30' {NOT_A_DAY}"},
        ),
        (
            {"text": "a", "published_on": 0},
            {"published_on": f"published_on '0' {NOT_A_DAY}"},
        ),
        ({"txt": "a"}, {"txt": "unknown parameter 'txt': did you mean 'text'?"}),
        (
            {"text": "a", "zzz": 1},
            {"zzz": "unknown parameter 'zzz': there are text, html, published_on, language"},
        ),
    ],
)
def test_a_field_that_can_not_be_used_is_named(post, fields, errors):
    answer = post(**fields).json()
    assert answer["status"] == 422
    assert {error["parameter"]: error["message"] for error in answer["errors"]} == errors


def test_a_page_that_takes_too_long_is_a_fault_of_the_page(post, monkeypatch):
    monkeypatch.setattr("quotes.ingest.pages.MAX_SECONDS", 0)
    answer = post(html=f"<article>{'<p>The harbour stays <b>open</b>.</p>' * 2_000}</article>").json()
    assert answer["status"] == 422
    assert answer["errors"] == [
        {"parameter": "html", "message": "the page takes more than 0 s to read, the most one may take"}
    ]


@pytest.mark.parametrize(
    ("body", "content_type", "status", "detail"),
    [
        (b"", "application/json", 422, "body is required"),
        (b'{"text": ', "application/json", 422, "body is not JSON: Expecting value at character 9"),
        (
            b"[1]",
            "application/json",
            422,
            "body [1] should be a valid dictionary or object to extract fields from",
        ),
        (b'{"text": "\xff"}', "application/json", 400, "the body is not JSON in UTF-8"),
        (b"[" * 100_000, "application/json", 400, "the body is not JSON in UTF-8"),
        (
            rb'{"text": "a\ud83d"}',
            "application/json",
            422,
            "text has half of a surrogate pair at character 1",
        ),
        (
            rb'{"text": "a", "\ud83d": 1}',
            "application/json",
            422,
            "unknown parameter '?': there are text, html, published_on, language",
        ),
        (
            b"text",
            "text/plain",
            415,
            "the body's Content-Type is text/plain; send JSON and say so: application/json",
        ),
    ],
)
def test_a_body_that_is_not_an_object_in_json_is_refused(client, body, content_type, status, detail):
    response = client.post("/v1/extract", content=body, headers={"content-type": content_type})
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, response.json()["detail"]) == (status, detail)


@pytest.mark.parametrize("language", ["xx", "", "\ud83d"])
def test_a_language_without_word_lists_is_named(client, language):
    body = json.dumps({"text": "a", "language": language})
    answer = client.post("/v1/extract", content=body, headers={"content-type": "application/json"}).json()
    assert answer["status"] == 422
    [error] = answer["errors"]
    assert error["parameter"] == "language"
    assert error["message"].startswith(f"no word list for the language {language!r}")


def test_a_long_extraction_does_not_hold_up_other_requests(client, monkeypatch):
    started, go_on = threading.Event(), threading.Event()
    really_extract = api.routes.extract.quotes.extract

    def slow(text, **rest):
        started.set()
        assert go_on.wait(timeout=300)
        return really_extract(text, **rest)

    monkeypatch.setattr(api.routes.extract.quotes, "extract", slow)
    answers = []
    asking = threading.Thread(target=lambda: answers.append(client.post("/v1/extract", json={"text": TEXT})))
    asking.start()
    assert started.wait(timeout=300)
    assert client.get("/healthz").status_code == 200
    assert not answers
    go_on.set()
    asking.join(timeout=300)
    assert answers[0].status_code == 200
