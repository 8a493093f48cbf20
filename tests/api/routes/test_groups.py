"""Quotes counted by something, drawn, and shown in part."""

import pytest


def groups(answer):
    return [(group["key"], group["name"], group["count"]) for group in answer["results"]]


def test_groups_come_in_the_envelope_of_lists(get):
    assert get("/v1/quotes", group_by="country", speaker="!Pavel Orlin") == {
        "meta": {
            "count": 2,
            "count_is_exact": True,
            "per_page": 50,
            "next_cursor": None,
            "next": None,
            "filter": {"speaker": "!Pavel Orlin"},
            "date_meant": "said_on_else_published_on",
            "group_by": "country",
            "quotes": 6,
        },
        "results": [
            {"key": "XO", "name": None, "count": 3},
            {"key": None, "name": None, "count": 3},
        ],
    }


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (
            "speaker",
            [
                ("1", "Mira Danforth", 3),
                (None, None, 2),
                ("2", "Foreign Ministry of Ostrania", 1),
                ("3", "Pavel Orlin", 1),
            ],
        ),
        (
            "outlet",
            [
                ("Harbour Dispatch", "Harbour Dispatch", 3),
                ("Ostra Herald", "Ostra Herald", 3),
                (None, None, 1),
            ],
        ),
        ("channel", [(None, None, 5), ("letter", "letter", 1), ("statement", "statement", 1)]),
        ("kind", [("direct", "direct", 6), ("mixed", "mixed", 1)]),
        (
            "cue",
            [("say", "say", 3), ("add", "add", 1), ("call", "call", 1), ("warn", "warn", 1), (None, None, 1)],
        ),
        ("year", [("2025", "2025", 1), ("2026", "2026", 5), (None, None, 1)]),
        ("month", [("2026-03", "2026-03", 5), (None, None, 2)]),
        (
            "day",
            [
                ("2026-03-13", "2026-03-13", 2),
                ("2026-03-14", "2026-03-14", 1),
                ("2026-03-15", "2026-03-15", 1),
                (None, None, 3),
            ],
        ),
    ],
)
def test_by(get, by, found):
    answer = get("/v1/quotes", group_by=by)
    assert groups(answer) == found
    assert (answer["meta"]["count"], answer["meta"]["quotes"]) == (len(found), 7)


def test_one_speakers_too(get):
    assert groups(get("/v1/speakers/1/quotes", group_by="year")) == [("2026", "2026", 3)]


@pytest.mark.parametrize("by", ["speaker", "day"])
@pytest.mark.parametrize("per_page", [1, 2, 3])
def test_following_next_meets_every_group_once(client, get, by, per_page):
    walked, address = [], f"/v1/quotes?group_by={by}&per_page={per_page}"
    while address:
        answer = client.get(address).json()
        walked += answer["results"]
        address = answer["meta"]["next"]
    assert walked == get("/v1/quotes", group_by=by)["results"]


def test_the_key_of_a_group_narrows_to_it(get):
    for by, name in (("speaker", "speaker_id"), ("outlet", "outlet"), ("cue", "cue"), ("kind", "kind")):
        for group in get("/v1/quotes", group_by=by)["results"]:
            if group["key"] is not None:
                assert get("/v1/quotes", **{name: group["key"]})["meta"]["count"] == group["count"]


@pytest.mark.parametrize(
    ("params", "errors"),
    [
        (
            {"group_by": "kind", "sort": "id", "select": "id"},
            {
                "sort": "sort has no use with group_by, whose groups have an order and fields of their own",
                "select": "select has no use with group_by, whose groups have an order and fields of",
            },
        ),
        ({"select": "id,txt"}, {"select": "select is one of "}),
        ({"sample": "10001"}, {"sample": "sample '10001' should be less than or equal to 10000"}),
        ({"seed": "-1"}, {"seed": "seed '-1' should be greater than or equal to 0"}),
        (
            {"sort": "-day,dya"},
            {"sort": "sort is one of published_on, said_on, day, confidence, id, not 'dya'"},
        ),
    ],
)
def test_what_has_no_use_is_refused(refusal, params, errors):
    answer = refusal("/v1/quotes", **params)
    assert answer["status"] == 422
    found = {error["parameter"]: error["message"] for error in answer["errors"]}
    assert found.keys() == errors.keys()
    assert all(found[name].startswith(message) for name, message in errors.items())


def test_the_nearest_field_is_named(refusal):
    assert refusal("/v1/quotes", select="id,txt")["detail"].endswith("not 'txt'; did you mean 'text'?")


def test_some_fields_alone(get):
    answer = get("/v1/quotes", select="text, id", document_id=3)
    assert answer["results"] == [{"text": "Rain is likely,", "id": 7}]


def test_a_count_alone(get):
    answer = get("/v1/quotes", per_page=0, kind="direct")
    assert answer["results"] == []
    assert (answer["meta"]["count"], answer["meta"]["next_cursor"]) == (6, None)


def test_a_star_is_the_first_page(get):
    assert get("/v1/quotes", cursor="*", per_page=2)["results"] == get("/v1/quotes", per_page=2)["results"]


def test_a_sample_is_drawn_again_by_its_seed(get):
    drawn = [get("/v1/quotes", sample=3, seed=seed)["results"] for seed in (1, 1, 2, 3, 4)]
    assert drawn[0] == drawn[1]
    assert {len(quotes) for quotes in drawn} == {3}
    assert any(drawn[0] != others for others in drawn[2:])
    assert sum(group["count"] for group in get("/v1/quotes", sample=3, group_by="kind")["results"]) == 3


def test_several_keys_sort(get):
    found = get("/v1/quotes", sort="-confidence, -day", select="id,confidence")["results"]
    assert [quote["id"] for quote in found] == [4, 1, 7, 5, 6, 2, 3]
