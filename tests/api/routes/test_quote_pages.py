"""The order of quotes, and pages that follow each other through the whole list."""

import pytest

# The day of every quote: three of one day, three of the next; the seventh's document has none.
DAYS = {1: "2026-03-14", 2: "2026-03-14", 3: "2026-03-14", 4: "2026-03-15", 5: "2026-03-15", 6: "2026-03-15"}


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
    assert [quote["text"] for quote in get(meta["next"])["results"]] == ["The treaty, is signed."]


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
