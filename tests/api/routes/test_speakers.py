import shutil

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.store.decisions import merge

MIRA = {
    "id": 1,
    "name": "Mira Danforth",
    "kind": "person",
    "aliases": ["Danforth", "Mira Danforth"],
    "wikidata": None,
    "offices": [
        {
            "title": "the envoy",
            "body": "Ostrania",
            "country": "XO",
            "past": False,
            "first_seen_on": "2026-03-14",
            "last_seen_on": "2026-03-14",
            "documents": 1,
            "since": None,
            "until": None,
        }
    ],
    "quotes": 3,
    "documents": 2,
    "first_published_on": "2026-03-14",
    "last_published_on": "2026-03-15",
}
MINISTRY = {
    "id": 2,
    "name": "Foreign Ministry of Ostrania",
    "kind": "government",
    "aliases": ["Foreign Ministry of Ostrania"],
    "wikidata": None,
    "offices": [],
    "quotes": 1,
    "documents": 1,
    "first_published_on": "2026-03-15",
    "last_published_on": "2026-03-15",
}
PAVEL = {
    "id": 3,
    "name": "Pavel Orlin",
    "kind": "person",
    "aliases": ["Pavel Orlin"],
    "wikidata": None,
    "offices": [],
    "quotes": 1,
    "documents": 1,
    "first_published_on": None,
    "last_published_on": None,
}


def test_the_list_holds_every_speaker_most_quoted_first(get):
    assert get("/v1/speakers") == {
        "meta": {
            "count": 3,
            "count_is_exact": True,
            "per_page": 50,
            "next_cursor": None,
            "next": None,
            "filter": {},
        },
        "results": [MIRA, MINISTRY, PAVEL],
    }


@pytest.mark.parametrize("speaker", [MIRA, MINISTRY, PAVEL], ids=lambda speaker: speaker["name"])
def test_one_speaker_with_years_and_ends(get, speaker):
    quotes = get("/v1/quotes", speaker_id=speaker["id"], sort="day")["results"]
    dated = [quote for quote in quotes if quote["day"]]
    first, last = (dated[0], max(dated, key=lambda quote: quote["day"]["date"])) if dated else (None, None)
    assert get(f"/v1/speakers/{speaker['id']}") == {
        "meta": {"count": 1},
        "results": [
            speaker
            | {
                "years": get("/v1/quotes", speaker_id=speaker["id"], group_by="year")["results"],
                "first_quote": first,
                "last_quote": last,
            }
        ],
    }


def test_a_misspelt_beginning_is_completed(get, refusal):
    assert get("/v1/autocomplete/speakers", q="mira danfr") == {
        "meta": {"count": 1},
        "results": [
            {
                "id": 1,
                "name": "Mira Danforth",
                "kind": "person",
                "alias": "Mira Danforth",
                "office": "the envoy",
                "country": "XO",
                "quotes": 3,
            }
        ],
    }
    assert refusal("/v1/autocomplete/speakers")["detail"] == "q is required"


def test_outlets(get):
    assert get("/v1/outlets", per_page=1)["results"] == [
        {
            "id": 1,
            "name": "Harbour Dispatch",
            "documents": 1,
            "first_published_on": "2026-03-14",
            "last_published_on": "2026-03-14",
        }
    ]


def test_the_timeline_is_the_quotes_by_month_in_order(get):
    answer = get("/v1/timeline", speaker="Danforth")
    assert answer["meta"]["filter"] == {"speaker": "Danforth"}
    assert answer["results"] == [{"key": "2026-03", "name": "2026-03", "count": 3}]
    assert get("/v1/timeline", interval="day") == get("/v1/quotes", group_by="day")


def test_a_speaker_is_found_by_part_of_a_name(get):
    assert get("/v1/speakers", q="danf") == {
        "meta": {
            "count": 1,
            "count_is_exact": True,
            "per_page": 50,
            "next_cursor": None,
            "next": None,
            "filter": {"q": "danf"},
        },
        "results": [MIRA],
    }


def test_following_next_meets_every_speaker_once(client, get):
    walked, address = [], "/v1/speakers?per_page=1"
    while address:
        answer = client.get(address).json()
        walked += answer["results"]
        address = answer["meta"]["next"]
    assert walked == get("/v1/speakers")["results"]


def test_a_speakers_quotes_are_those_of_the_list_narrowed_to_the_speaker(get):
    answer = get("/v1/speakers/1/quotes", sort="id", to="2026-03-14")
    assert answer == {
        "meta": {
            "count": 2,
            "count_is_exact": True,
            "per_page": 50,
            "next_cursor": None,
            "next": None,
            "filter": {"speaker_id": "1", "to": "2026-03-14"},
            "date_meant": "said_on_else_published_on",
            "sort": "id",
        },
        "results": get("/v1/quotes", speaker_id=1, sort="id", to="2026-03-14")["results"],
    }
    assert [quote["text"] for quote in answer["results"]] == ["The harbour stays open,", "We will talk,"]


@pytest.mark.parametrize("path", ["/v1/speakers/99", "/v1/speakers/99/quotes"])
def test_an_unknown_speaker_is_not_found(refusal, path):
    answer = refusal(path)
    assert (answer["status"], answer["errors"]) == (404, [])
    assert "99" in answer["detail"]


@pytest.mark.parametrize("name", ["speaker", "speaker_id"])
def test_a_speakers_quotes_can_not_be_asked_for_another_speaker(refusal, name):
    assert refusal("/v1/speakers/1/quotes", **{name: "2"})["errors"][0]["parameter"] == name


@pytest.fixture
def merged(stocked, tmp_path, open_engine):
    """Return a client of a store in which speaker 3 was merged into speaker 1."""
    engine = open_engine(f"sqlite:///{shutil.copy(stocked, tmp_path)}")
    with Session(engine) as session:
        merge(session, 3, 1)
        session.commit()
    with TestClient(create_app(engine), base_url="https://quotes.example") as client:
        yield client


@pytest.mark.parametrize(
    ("path", "survivors"),
    [
        ("/v1/speakers/3", "/v1/speakers/1"),
        ("/v1/speakers/3/quotes", "/v1/speakers/1/quotes"),
        ("/v1/speakers/3/quotes?per_page=1&q=harbour", "/v1/speakers/1/quotes?per_page=1&q=harbour"),
    ],
)
def test_the_address_of_a_merged_speaker_leads_to_the_survivors(merged, path, survivors):
    answer = merged.get(path, follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == f"https://quotes.example{survivors}"
    assert answer.headers["cache-control"] == "public, no-cache"
    assert merged.get(path).json() == merged.get(survivors).json()


def test_quotes_can_be_asked_for_by_the_id_of_a_merged_speaker(merged):
    assert (
        merged.get("/v1/quotes?speaker_id=3").json()["results"]
        == (merged.get("/v1/quotes?speaker_id=1").json()["results"])
    )
