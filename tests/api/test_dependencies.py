import pytest

PATHS = [
    "/",
    "/healthz",
    "/v1/quotes",
    "/v1/quotes/1",
    "/v1/speakers",
    "/v1/speakers/1",
    "/v1/speakers/1/quotes",
    "/v1/documents",
    "/v1/documents/1",
]
LISTS = ["/v1/quotes", "/v1/speakers", "/v1/speakers/1/quotes", "/v1/documents"]
QUOTES = ["/v1/quotes", "/v1/speakers/1/quotes"]
PUBLISHED = [*QUOTES, "/v1/documents"]


def problem(path, *errors):
    """Return the whole body of the answer to parameters that can't be used."""
    return {
        "type": "about:blank",
        "title": "Unprocessable Content",
        "status": 422,
        "detail": "; ".join(message for _, message in errors),
        "instance": path,
        "errors": [{"parameter": parameter, "message": message} for parameter, message in errors],
    }


def not_a_day(value):
    return f"'{value}' is not a day; write days as YYYY-MM-DD, such as 2026-03-14"


@pytest.mark.parametrize("path", PATHS)
def test_a_parameter_that_no_address_has_is_refused(refusal, path):
    answer = refusal(path, zzz="1")
    [error] = answer["errors"]
    assert answer == problem(path, ("zzz", error["message"]))
    assert error["message"].startswith("unknown parameter 'zzz': ")


@pytest.mark.parametrize("path", ["/", "/healthz", "/v1/quotes/1", "/v1/speakers/1", "/v1/documents/1"])
def test_an_address_without_parameters_says_so(refusal, path):
    message = "unknown parameter 'per_page': this address takes none"
    assert refusal(path, per_page="1") == problem(path, ("per_page", message))


def test_an_unknown_parameter_beside_a_body_is_refused(client):
    response = client.post("/v1/extract?text=a", json={"text": "a"})
    message = "unknown parameter 'text': this address takes none"
    assert response.json() == problem("/v1/extract", ("text", message))


@pytest.mark.parametrize(
    ("path", "name", "nearest"),
    [
        ("/v1/quotes", "speker", "speaker"),
        ("/v1/quotes", "Speaker", "speaker"),
        ("/v1/quotes", "speakerid", "speaker_id"),
        ("/v1/quotes", "from_", "from"),
        ("/v1/quotes", "minconfidence", "min_confidence"),
        ("/v1/quotes", "perpage", "per_page"),
        ("/v1/quotes", "outlets", "outlet"),
        ("/v1/quotes", "saidto", "said_to"),
        ("/v1/quotes", "countries", "country"),
        ("/v1/speakers/1/quotes", "chanel", "channel"),
        ("/v1/speakers", "curser", "cursor"),
        ("/v1/speakers/1/quotes", "atributed", "attributed"),
        ("/v1/documents", "publishedfrom", "published_from"),
        ("/v1/quotes", "qexact", "q_exact"),
        ("/v1/quotes", "adressee", "addressee"),
    ],
)
def test_the_nearest_known_parameter_is_named(refusal, path, name, nearest):
    message = f"unknown parameter '{name}': did you mean '{nearest}'?"
    assert refusal(path, **{name: "1"}) == problem(path, (name, message))


def test_where_none_is_near_all_are_named(refusal):
    message = "unknown parameter 'zzz': there are q, cursor, per_page"
    assert refusal("/v1/speakers", zzz="1") == problem("/v1/speakers", ("zzz", message))


def test_every_unknown_parameter_is_named(refusal):
    assert refusal("/v1/quotes", speker="a", outlets="b") == problem(
        "/v1/quotes",
        ("speker", "unknown parameter 'speker': did you mean 'speaker'?"),
        ("outlets", "unknown parameter 'outlets': did you mean 'outlet'?"),
    )


@pytest.mark.parametrize("path", LISTS)
def test_a_parameter_given_twice_is_refused(refusal, path):
    answer = refusal(f"{path}?per_page=2&per_page=3&per_page=2")
    assert answer == problem(path, ("per_page", "per_page is given 3 times; give it once"))


@pytest.mark.parametrize(
    ("path", "name"),
    [*((path, name) for path in PUBLISHED for name in ("published_from", "published_to")),
     *((path, name) for path in QUOTES for name in ("from", "to", "said_from", "said_to"))],
)  # fmt: skip
@pytest.mark.parametrize(
    "value",
    [
        "2023-02-30",
        "2026-13-01",
        "yesterday",
        "",
        "1700000000",
        "2026-03-14T00:00:00",
        "20260314",
        "2026-W11-6",
    ],
)
def test_a_day_that_is_none_is_named_with_its_value(refusal, path, name, value):
    assert refusal(path, **{name: value}) == problem(path, (name, f"{name} {not_a_day(value)}"))


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        *((path, "published_from", "published_to") for path in PUBLISHED),
        *((path, f"{of}from", f"{of}to") for path in QUOTES for of in ("", "said_")),
    ],
)
def test_a_period_that_ends_before_it_begins_is_refused(refusal, path, first, last):
    message = "the first day, 2026-03-15, is after the last, 2026-03-14"
    assert refusal(path, **{first: "2026-03-15", last: "2026-03-14"}) == problem(path, (first, message))


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("speaker", "", "is empty; leave it out or give it a value"),
        ("speaker", " \t", "is empty; leave it out or give it a value"),
        ("outlet", "", "is empty; leave it out or give it a value"),
        ("q", "", "is empty; leave it out or give it a value"),
        ("q", "a\0b", "has a NUL character, which no text holds"),
        ("q", "a" * 501, f"'{'a' * 79}… should have at most 500 characters"),
        ("cursor", "", "is empty; leave it out or give it a value"),
        ("kind", "", "is empty; leave it out or give it a value"),
        ("kind", "Direct", "is one of direct, mixed, indirect, not 'Direct'; did you mean 'direct'?"),
        ("kind", "direct|loud", "is one of direct, mixed, indirect, not 'loud'"),
        ("kind", "direct|", "has an empty value beside | or !"),
        ("kind", "!", "has an empty value beside | or !"),
        ("kind", "direct|!mixed", "has a ! inside; ! stands once, before all values: !a|b is neither"),
        ("outlet", "|".join("a" * 101), "has at most 100 values, not 101"),
        (
            "channel",
            "latter",
            "is one of tweet, statement, press_conference, interview, speech, letter, call, report, court, "
            "broadcast, not 'latter'; did you mean 'letter'?",
        ),
        (
            "speaker_kind",
            "nobody",
            "is one of person, organisation, government, group, unnamed, not 'nobody'",
        ),
        ("country", "", "is empty; leave it out or give it a value"),
        ("country", "XOX", "is a code of two letters (ISO 3166-1), not 'XOX'"),
        ("country", "Ostrania", "is a code of two letters (ISO 3166-1), not 'Ostrania'"),
        ("country", "XO|X1", "is a code of two letters (ISO 3166-1), not 'X1'"),
        ("min_confidence", "-0.1", "'-0.1' should be greater than or equal to 0"),
        ("min_confidence", "1.01", "'1.01' should be less than or equal to 1"),
        ("min_confidence", "nan", "'nan' should be a finite number"),
        ("min_confidence", "high", "'high' should be a valid number, unable to parse string as a number"),
        ("attributed", "maybe", "'maybe' should be 'true', 'false' or 'any'"),
        ("speaker_id", "1|Mira", "is a number, not 'Mira'"),
        ("document_id", "x", "is a number, not 'x'"),
        ("sort", "year", "is one of published_on, said_on, day, confidence, id, not 'year'"),
        (
            "sort",
            "-dey",
            "is one of published_on, said_on, day, confidence, id, not 'dey'; did you mean 'day'?",
        ),
        ("per_page", "-1", "'-1' should be greater than or equal to 0"),
        ("per_page", "201", "'201' should be less than or equal to 200"),
        ("per_page", "many", "'many' should be a valid integer, unable to parse string as an integer"),
    ],
)
def test_a_value_that_can_not_be_used_is_named_with_its_parameter(refusal, name, value, message):
    assert refusal("/v1/quotes", **{name: value}) == problem("/v1/quotes", (name, f"{name} {message}"))


def test_every_value_that_can_not_be_used_is_named(refusal):
    assert refusal("/v1/quotes", kind="loud", per_page="201") == problem(
        "/v1/quotes",
        ("kind", "kind is one of direct, mixed, indirect, not 'loud'"),
        ("per_page", "per_page '201' should be less than or equal to 200"),
    )


@pytest.mark.parametrize("noun", ["quotes", "speakers", "documents"])
def test_an_id_that_is_no_number_is_refused(refusal, noun):
    message = "id 'first' should be a valid integer, unable to parse string as an integer"
    assert refusal(f"/v1/{noun}/first") == problem(f"/v1/{noun}/first", ("id", message))


@pytest.mark.parametrize("per_page", [0, 1, 200])
def test_the_smallest_and_the_largest_page(get, per_page):
    assert len(get("/v1/quotes", per_page=per_page)["results"]) == min(per_page, 7)
