from datetime import datetime, timedelta
from hashlib import sha256

import pytest


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


def test_every_offset_of_a_quote_refers_to_that_text(get):
    for quote in get("/v1/quotes")["results"]:
        text = get(f"/v1/documents/{quote['document']['id']}")["results"][0]["text"]
        names = ("source", "antecedent", "cue", "role", "addressee", "place", "reported_by")
        named = [quote[name] for name in names] + [(quote["said_on"] or {}).get("words")]
        for part in (*quote["spans"], *filter(None, named)):
            assert text[part["start"] : part["end"]] == part["text"]


def test_the_list_leaves_the_text_out(get, library):
    answer = get("/v1/documents")
    assert answer["meta"] == {
        "count": 3,
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
