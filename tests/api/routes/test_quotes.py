from hashlib import sha256
from unittest.mock import ANY

import pytest

from quotes.languages.rules import rule_precision

MIRA = {"id": 1, "name": "Mira Danforth", "kind": "person"}
MINISTRY = {"id": 2, "name": "Foreign Ministry of Ostrania", "kind": "government"}

# Of a quote around which nothing is told.
NOTHING = {
    "role": None,
    "country": None,
    "said_on": None,
    "channel": None,
    "addressee": None,
    "place": None,
    "reported_by": None,
}


@pytest.fixture(scope="session")
def harbour_ref(library):
    return {
        "id": 1,
        "title": "Envoy promises an open harbour",
        "outlet": "Harbour Dispatch",
        "url": "https://dispatch.example/open-harbour",
        "author": "Jonas Feld",
        "published_on": "2026-03-14",
        "sha256": sha256(library.harbour.text.encode()).hexdigest(),
    }


@pytest.fixture(scope="session")
def treaty_ref(library):
    return {
        "id": 2,
        "title": "Treaty signed",
        "outlet": "Ostra Herald",
        "url": None,
        "author": None,
        "published_on": "2026-03-15",
        "sha256": sha256(library.treaty.text.encode()).hexdigest(),
    }


def test_a_quote_says_who_said_it_where_and_by_which_rule(get, library, harbour_ref):
    part = library.part
    assert get("/v1/quotes/2") == {
        "meta": {"count": 1},
        "results": [
            {
                "id": 2,
                "text": "We will talk,",
                "kind": "direct",
                "spans": [part(library.harbour, "We will talk,")],
                "speaker": MIRA,
                "candidates": [],
                "office": {"title": "the envoy", "body": "Ostrania", "country": "XO", "basis": "document"},
                "source": part(library.harbour, "she"),
                "antecedent": part(library.harbour, "Mira Danforth"),
                "cue": {**part(library.harbour, "added"), "lemma": "add"},
                "role": part(library.harbour, "the envoy of Ostrania"),
                "country": "XO",
                "said_on": {
                    "date": "2026-03-13",
                    "precision": "day",
                    "basis": "continues",
                    "words": part(library.harbour, "on Friday"),
                },
                "day": {"date": "2026-03-13", "precision": "day", "meant": "said_on"},
                "channel": "letter",
                "addressee": part(library.harbour, "the council"),
                "place": None,
                "reported_by": None,
                "rule": "pronoun",
                "confidence": 0.8,
                "reason": None,
                "document": harbour_ref,
                "statement": {"id": 2, "quotes": 1},
                "before": ANY,
                "after": ANY,
                "permalink": ANY,
                "original": ANY,
                "rule_precision": ANY,
                "corrections": [],
                "extractor_version": "1.0",
                "updated_at": ANY,
            }
        ],
    }


def test_a_quote_comes_with_the_words_around_it_and_leads_to_the_page(get, library):
    (quote,) = get("/v1/quotes/2")["results"]
    part = library.part
    first = "“The harbour stays open,” said Mira Danforth, the envoy of Ostrania, on Friday. “"
    last = "” she added in a letter to the council.\n\nA sign at the gate read “Closed”.\n"
    assert (quote["before"], quote["after"]) == (part(library.harbour, first), part(library.harbour, last))
    assert quote["permalink"] == "/v1/quotes/2"
    assert get(quote["permalink"])["results"] == [quote]
    assert quote["original"] == "https://dispatch.example/open-harbour#:~:text=We%20will%20talk%2C"
    assert get("/v1/quotes/4")["results"][0]["original"] is None
    assert get("/v1/quotes/1")["results"][0]["rule_precision"] == rule_precision("after_verb")


def test_a_list_says_where_the_next_page_is_in_its_headers_too(client):
    response = client.get("/v1/quotes?per_page=3")
    assert response.headers["link"] == f'<{response.json()["meta"]["next"]}>; rel="next"'
    assert "link" not in client.get("/v1/quotes").headers


def test_a_quotation_that_nobody_was_given_says_why(get, library, harbour_ref):
    assert get("/v1/quotes/3")["results"] == [
        {
            "id": 3,
            "text": "Closed",
            "kind": "direct",
            "spans": [library.part(library.harbour, "Closed")],
            "speaker": None,
            "candidates": [],
            "office": None,
            "source": None,
            "antecedent": None,
            "cue": None,
            **NOTHING,
            "day": {"date": "2026-03-14", "precision": "day", "meant": "published_on"},
            "rule": None,
            "confidence": None,
            "reason": "no_source",
            "document": harbour_ref,
            "statement": {"id": 3, "quotes": 1},
            "before": ANY,
            "after": ANY,
            "permalink": ANY,
            "original": ANY,
            "rule_precision": ANY,
            "corrections": [],
            "extractor_version": "1.0",
            "updated_at": ANY,
        }
    ]


def test_the_list_holds_whole_quotes_and_says_how_it_was_understood(get, library, treaty_ref):
    part, treaty = library.part, library.treaty
    assert get("/v1/quotes", published_from="2026-03-15") == {
        "meta": {
            "count": 3,
            "count_is_exact": True,
            "per_page": 50,
            "next_cursor": None,
            "next": None,
            "filter": {"published_from": "2026-03-15"},
            "date_meant": "said_on_else_published_on",
            "sort": "-published_on",
        },
        "results": [
            {
                "id": 4,
                "text": "The treaty, is signed.",
                "kind": "direct",
                "spans": [part(treaty, "The treaty,"), part(treaty, "is signed.")],
                "speaker": MIRA,
                "candidates": [],
                "office": None,
                "source": part(treaty, "Danforth"),
                "antecedent": part(treaty, "Mira Danforth"),
                "cue": {**part(treaty, "said"), "lemma": "say"},
                **NOTHING,
                "day": {"date": "2026-03-15", "precision": "day", "meant": "published_on"},
                "rule": "after_verb",
                "confidence": 0.97,
                "reason": None,
                "document": treaty_ref,
                "statement": {"id": 4, "quotes": 1},
                "before": ANY,
                "after": ANY,
                "permalink": ANY,
                "original": ANY,
                "rule_precision": ANY,
                "corrections": [],
                "extractor_version": "1.0",
                "updated_at": ANY,
            },
            {
                "id": 5,
                "text": "a good day — für alle 🕊",
                "kind": "mixed",
                "spans": [part(treaty, "a good day — für alle 🕊")],
                "speaker": MINISTRY,
                "candidates": [],
                "office": None,
                "source": part(treaty, "the Foreign Ministry of Ostrania"),
                "antecedent": None,
                "cue": {**part(treaty, "called"), "lemma": "call"},
                "role": None,
                "country": "XO",
                "said_on": {
                    "date": "2026-03-01",
                    "precision": "month",
                    "basis": "words",
                    "words": part(treaty, "In March"),
                },
                "day": {"date": "2026-03-01", "precision": "month", "meant": "said_on"},
                "channel": "statement",
                "addressee": None,
                "place": None,
                "reported_by": None,
                "rule": "before_verb",
                "confidence": 0.9,
                "reason": None,
                "document": treaty_ref,
                "statement": {"id": 5, "quotes": 1},
                "before": ANY,
                "after": ANY,
                "permalink": ANY,
                "original": ANY,
                "rule_precision": ANY,
                "corrections": [],
                "extractor_version": "1.0",
                "updated_at": ANY,
            },
            {
                "id": 6,
                "text": "Nothing is decided,",
                "kind": "direct",
                "spans": [part(treaty, "Nothing is decided,")],
                "speaker": None,
                "candidates": [],
                "office": None,
                "source": part(treaty, "a senior official"),
                "antecedent": None,
                "cue": {**part(treaty, "warned"), "lemma": "warn"},
                "role": None,
                "country": None,
                "said_on": {
                    "date": "2025-01-01",
                    "precision": "year",
                    "basis": "words",
                    "words": part(treaty, "last year"),
                },
                "day": {"date": "2025-01-01", "precision": "year", "meant": "said_on"},
                "channel": None,
                "addressee": None,
                "place": part(treaty, "Tessary"),
                "reported_by": part(treaty, "the Pier Agency"),
                "rule": "before_verb",
                "confidence": 0.9,
                "reason": None,
                "document": treaty_ref,
                "statement": {"id": 6, "quotes": 1},
                "before": ANY,
                "after": ANY,
                "permalink": ANY,
                "original": ANY,
                "rule_precision": ANY,
                "corrections": [],
                "extractor_version": "1.0",
                "updated_at": ANY,
            },
        ],
    }


def test_an_unknown_id_is_not_found(refusal):
    answer = refusal("/v1/quotes/99")
    assert answer == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": answer["detail"],
        "instance": "/v1/quotes/99",
        "errors": [],
    }
    assert "99" in answer["detail"]
