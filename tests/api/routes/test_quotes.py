from hashlib import sha256
from unittest.mock import ANY

import pytest

from quotes.languages.rules import rule_precision

MIRA = {"id": 1, "name": "Mira Danforth", "kind": "person"}
MINISTRY = {"id": 2, "name": "Foreign Ministry of Ostrania", "kind": "government"}

# The day of every quote: three of one day, three of the next; the seventh's document has none.
DAYS = {1: "2026-03-14", 2: "2026-03-14", 3: "2026-03-14", 4: "2026-03-15", 5: "2026-03-15", 6: "2026-03-15"}


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


def texts(answer):
    return [quote["text"] for quote in answer["results"]]


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


@pytest.mark.parametrize(
    ("params", "ids"),
    [
        ({}, {1, 2, 3, 4, 5, 6, 7}),
        ({"speaker": "Mira Danforth"}, {1, 2, 4}),
        ({"speaker": "mira danforth"}, {1, 2, 4}),
        ({"speaker": "  Mira Danforth "}, {1, 2, 4}),
        ({"speaker": "Danforth"}, {1, 2, 4}),
        ({"speaker": "Foreign Ministry of Ostrania"}, {5}),
        ({"speaker": "Nobody Atall"}, set()),
        ({"speaker_id": 3}, {7}),
        ({"speaker_id": 999}, set()),
        ({"speaker_id": "1|3"}, {1, 2, 4, 7}),
        ({"speaker": "Danforth|Pavel Orlin"}, {1, 2, 4, 7}),
        ({"speaker": "!Danforth|Pavel Orlin"}, {3, 5, 6}),
        ({"speaker_kind": "unnamed|government"}, {5, 6}),
        ({"office": "envoy"}, {1, 2}),
        ({"office": "Envoy of Ostrania"}, {1, 2}),
        ({"office": "!envoy|minister"}, {3, 4, 5, 6, 7}),
        ({"office": "?"}, set()),
        ({"published_from": "2026-03-14", "published_to": "2026-03-14"}, {1, 2, 3}),
        ({"published_from": "2026-03-15"}, {4, 5, 6}),
        ({"published_to": "2026-03-14"}, {1, 2, 3}),
        ({"from": "2026-03-14", "to": "2026-03-14"}, {3, 5}),
        ({"from": "2026-03-14"}, {3, 4, 5}),
        ({"to": "2026-03-14"}, {1, 2, 3, 5, 6}),
        ({"to": "2025-12-31"}, {6}),
        ({"from": "0001-01-01", "to": "9999-12-31"}, {1, 2, 3, 4, 5, 6}),
        ({"said_from": "2026-03-13", "said_to": "2026-03-13"}, {1, 2, 5}),
        ({"said_from": "2026-03-14"}, {5}),
        ({"said_from": "2026-04-01"}, set()),
        ({"said_to": "2025-12-31"}, {6}),
        ({"said_from": "2025-12-31", "said_to": "2026-03-01"}, {5, 6}),
        ({"said_from": "0001-01-01", "said_to": "9999-12-31"}, {1, 2, 5, 6}),
        ({"channel": "letter"}, {2}),
        ({"channel": "tweet"}, set()),
        ({"country": "XO"}, {1, 2, 5}),
        ({"country": "xo"}, {1, 2, 5}),
        ({"country": "XX"}, set()),
        ({"country": "!XO"}, {3, 4, 6, 7}),
        ({"country": "XX|xo"}, {1, 2, 5}),
        ({"channel": "letter|statement"}, {2, 5}),
        ({"channel": "!letter"}, {1, 3, 4, 5, 6, 7}),
        ({"addressee": "The Council"}, {2}),
        ({"addressee": "!council"}, {1, 3, 4, 5, 6, 7}),
        ({"reported_by": "pier agency"}, {6}),
        ({"reported_by": "Pier"}, set()),
        ({"cue": "say"}, {1, 4, 7}),
        ({"cue": "add|WARN"}, {2, 6}),
        ({"rule": "pronoun|before_verb"}, {2, 5, 6}),
        ({"rule": "!pronoun|before_verb"}, {1, 3, 4, 7}),
        ({"country": "XO", "channel": "statement", "said_from": "2026-03-31"}, {5}),
        ({"q": "harbour"}, {1}),
        ({"q": "für alle"}, {5}),
        ({"q": "gate"}, set()),  # in the document, but nobody said it
        ({"q": "harbour OR treaty"}, {1, 4}),
        ({"q": "signing"}, {4}),
        ({"q_exact": "signing"}, set()),
        ({"q_exact": '"is signed"'}, {4}),
        ({"outlet": "Ostra Herald"}, {4, 5, 6}),
        ({"outlet": "ostra herald|Harbour Dispatch"}, {1, 2, 3, 4, 5, 6}),
        ({"outlet": "!Ostra Herald"}, {1, 2, 3, 7}),
        ({"kind": "mixed"}, {5}),
        ({"kind": "!direct"}, {5}),
        ({"kind": "indirect"}, set()),
        ({"min_confidence": "0.9"}, {1, 4, 5, 6, 7}),
        ({"min_confidence": "1"}, set()),
        ({"attributed": "true"}, {1, 2, 4, 5, 6, 7}),
        ({"attributed": "false"}, {3}),
        ({"attributed": "any"}, {1, 2, 3, 4, 5, 6, 7}),
        ({"document_id": 2}, {4, 5, 6}),
        ({"document_id": "!2|3"}, {1, 2, 3}),
        ({"speaker": "Mira Danforth", "outlet": "Harbour Dispatch", "min_confidence": "0.9"}, {1}),
    ],
)
def test_every_filter_narrows(get, params, ids):
    answer = get("/v1/quotes", **params)
    assert {quote["id"] for quote in answer["results"]} == ids
    assert answer["meta"]["count"] == len(ids)


def test_the_filter_as_understood_is_in_the_answer(get):
    asked = {
        "speaker": " Mira Danforth",
        "speaker_id": "1",
        "from": "2026-03-01",
        "to": "2026-03-31",
        "said_from": "2026-03-13",
        "said_to": "2026-03-14",
        "q": "talk",
        "outlet": "Harbour Dispatch",
        "kind": "direct",
        "channel": "letter",
        "country": "xo",
        "min_confidence": ".5",
        "attributed": "true",
        "document_id": "1",
    }
    assert get("/v1/quotes", **asked)["meta"] == {
        "count": 1,
        "count_is_exact": True,
        "per_page": 50,
        "next_cursor": None,
        "next": None,
        "filter": {
            "speaker": "Mira Danforth",
            "speaker_id": "1",
            "from": "2026-03-01",
            "to": "2026-03-31",
            "said_from": "2026-03-13",
            "said_to": "2026-03-14",
            "q": "talk",
            "outlet": "Harbour Dispatch",
            "kind": "direct",
            "channel": "letter",
            "country": "xo",
            "min_confidence": 0.5,
            "attributed": True,
            "document_id": "1",
        },
        "date_meant": "said_on_else_published_on",
        "sort": "-published_on",
    }


@pytest.mark.parametrize("per_page", [1, 2, 3, 6, 7, 8])
@pytest.mark.parametrize(
    "sort", ["published_on", "-published_on", "said_on", "-said_on", "day", "-day", "id", "-id"]
)
def test_following_next_meets_every_quote_once_and_in_order(client, get, sort, per_page):
    whole = get("/v1/quotes", sort=sort)["results"]
    assert sorted(quote["id"] for quote in whole) == [1, 2, 3, 4, 5, 6, 7]
    walked, address = [], f"/v1/quotes?sort={sort}&per_page={per_page}"
    while address:
        answer = client.get(address).json()
        assert answer["meta"]["count"] == 7
        assert answer["meta"]["per_page"] == per_page
        assert 0 < len(answer["results"]) <= per_page
        walked += answer["results"]
        address = answer["meta"]["next"]
    assert walked == whole


@pytest.mark.parametrize(("sort", "first", "last"), [("id", 1, 7), ("-id", 7, 1)])
def test_by_id(get, sort, first, last):
    ids = [quote["id"] for quote in get("/v1/quotes", sort=sort)["results"]]
    assert ids == sorted(ids, reverse=sort == "-id")
    assert (ids[0], ids[-1]) == (first, last)


@pytest.mark.parametrize("sort", ["published_on", "-published_on"])
def test_by_day_of_publication(get, sort):
    days = [DAYS.get(quote["id"], "") for quote in get("/v1/quotes", sort=sort)["results"]]
    assert days == sorted(days, reverse=sort == "-published_on")


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("said_on", [3, 4, 7, 6, 5, 1, 2]),
        ("-said_on", [1, 2, 5, 6, 3, 4, 7]),
        ("day", [7, 6, 5, 1, 2, 3, 4]),
        ("-day", [4, 3, 1, 2, 5, 6, 7]),
    ],
)
def test_by_day_of_saying_a_month_and_a_year_as_their_first_and_none_as_the_oldest(get, sort, ids):
    answer = get("/v1/quotes", sort=sort)
    assert [quote["id"] for quote in answer["results"]] == ids
    assert answer["meta"]["sort"] == sort


def test_the_address_of_the_next_page_is_whole_and_keeps_the_question(get):
    meta = get("/v1/quotes", speaker="Mira Danforth", per_page=2, sort="id")["meta"]
    assert meta["next"] == (
        "https://quotes.example/v1/quotes?speaker=Mira+Danforth&per_page=2&sort=id"
        f"&cursor={meta['next_cursor'].replace('=', '%3D')}"
    )
    assert texts(get(meta["next"])) == ["The treaty, is signed."]


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


@pytest.mark.parametrize("how", ["cut", "changed", "invented", "of another order", "of another filter"])
def test_a_cursor_that_was_not_given_for_this_question_is_refused(get, refusal, how):
    cursor = get("/v1/quotes", per_page=2)["meta"]["next_cursor"]
    params = {
        "cut": {"cursor": cursor[:-3]},
        "changed": {"cursor": cursor[:-2] + ("A" if cursor[-2] != "A" else "B") + cursor[-1]},
        "invented": {"cursor": "page2"},
        "of another order": {"cursor": cursor, "sort": "id"},
        "of another filter": {"cursor": cursor, "speaker_id": 1},
    }[how]
    answer = refusal("/v1/quotes", **params)
    assert answer["status"] == 422
    assert [error["parameter"] for error in answer["errors"]] == ["cursor"]
    assert answer["detail"] == answer["errors"][0]["message"]
