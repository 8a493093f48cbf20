from datetime import datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.store.opening import set_open, set_outlet_open


def whole(document, number, quotes, attributed):
    """Return the JSON that a document must become, but for the moment at which it was stored."""
    return {
        "id": number,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "author": document.author,
        "published_on": document.published_on and document.published_on.isoformat(),
        "language": "en",
        "sha256": sha256(document.text.encode()).hexdigest(),
        "length": len(document.text),
        "extractor_version": "1.0",
        "quotes": quotes,
        "attributed": attributed,
        "open": True,
        "text": document.text,
    }


def without_moment(result):
    added_at = datetime.fromisoformat(result["added_at"])
    assert result["added_at"].endswith("Z")
    assert added_at.utcoffset() == timedelta(0)
    return {field: value for field, value in result.items() if field != "added_at"}


def test_a_document_comes_with_its_whole_text(get, library):
    answer = get("/v1/documents/2")
    assert answer["meta"] == {"count": 1}
    assert [without_moment(found) for found in answer["results"]] == [whole(library.treaty, 2, 3, 3)]


def test_a_text_that_is_not_open_is_not_served(engine):
    with TestClient(create_app(engine)) as client:

        def shown(number):
            (found,) = client.get(f"/v1/documents/{number}").json()["results"]
            return found["open"], found["text"] is not None

        def change(function, *of, **how):
            with Session(engine) as session:
                function(session, *of, **how)
                session.commit()
            return [shown(number) for number in (1, 2, 3)]

        open_, closed = (True, True), (False, False)
        assert change(set_open, [1, 3], is_open=False) == [closed, open_, closed]
        assert change(set_open, [1, 2, 3], is_open=None) == [closed, closed, closed]
        assert change(set_outlet_open, "harbour DISPATCH", is_open=True) == [open_, closed, closed]
        assert change(set_open, [1], is_open=False) == [closed, closed, closed]
        # its quotes come with the words around them
        (quote, *_) = client.get("/v1/quotes?document_id=1&sort=id").json()["results"]
        assert quote["after"]["text"].startswith("” said Mira Danforth, the envoy")


def test_every_offset_of_a_quote_refers_to_that_text(get):
    for quote in get("/v1/quotes")["results"]:
        text = get(f"/v1/documents/{quote['document']['id']}")["results"][0]["text"]
        names = ("source", "antecedent", "cue", "role", "addressee", "place", "reported_by")
        named = [quote[name] for name in (*names, "before", "after")] + [
            (quote["said_on"] or {}).get("words")
        ]
        for part in (*quote["spans"], *filter(None, named)):
            assert text[part["start"] : part["end"]] == part["text"]


def test_the_list_leaves_the_text_out(get, library):
    answer = get("/v1/documents")
    assert answer["meta"] == {
        "count": 3,
        "count_is_exact": True,
        "per_page": 50,
        "next_cursor": None,
        "next": None,
        "filter": {},
    }
    assert [without_moment(found) for found in answer["results"]] == [
        whole(library.treaty, 2, 3, 3) | {"text": None},
        whole(library.harbour, 1, 3, 2) | {"text": None},
        whole(library.rain, 3, 1, 1) | {"text": None},
    ]


@pytest.mark.parametrize(
    ("params", "ids"),
    [
        ({"outlet": "Harbour Dispatch"}, [1]),
        ({"published_from": "2026-03-15"}, [2]),
        ({"published_to": "2026-03-14"}, [1]),
        ({"published_from": "2026-03-14", "published_to": "2026-03-15"}, [2, 1]),
        ({"q": "gate"}, [1]),
        ({"q": "Rain"}, [3]),
        ({"q": "snow"}, []),
        ({"outlet": "Ostra Herald", "q": "gate"}, []),
    ],
)
def test_every_filter_narrows_and_is_in_the_answer(get, params, ids):
    answer = get("/v1/documents", **params)
    assert [found["id"] for found in answer["results"]] == ids
    assert answer["meta"]["count"] == len(ids)
    assert answer["meta"]["filter"] == params


def test_following_next_meets_every_document_once(client, get):
    walked, address = [], "/v1/documents?per_page=1"
    while address:
        answer = client.get(address).json()
        walked += answer["results"]
        address = answer["meta"]["next"]
    assert walked == get("/v1/documents")["results"]


def test_an_unknown_document_is_not_found(refusal):
    answer = refusal("/v1/documents/99")
    assert (answer["status"], answer["errors"]) == (404, [])
    assert "99" in answer["detail"]
