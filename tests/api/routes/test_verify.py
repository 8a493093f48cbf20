import pytest


@pytest.fixture(scope="session")
def verify(client):
    def verify(**fields):
        return client.post("/v1/verify", json=fields)

    return verify


def test_words_that_are_held_come_with_their_quote(verify, get):
    response = verify(text="the harbour STAYS open", speaker="Danforth")
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    assert response.json() == {
        "meta": {
            "count": 1,
            "verdict": "word_for_word",
            "explanation": (
                "The words are held, word for word; case, punctuation and marks make no difference."
            ),
        },
        "results": [
            {
                "likeness": "word_for_word",
                "of_speaker": True,
                "changes": [],
                "quote": get("/v1/quotes/1")["results"][0],
            }
        ],
    }


def test_what_is_not_held_is_not_called_false(verify):
    assert verify(text="The harbour is shut.").json() == {
        "meta": {
            "count": 0,
            "verdict": "not_held",
            "explanation": (
                "The words are not held. That does not make them false: only what was read can be held."
            ),
        },
        "results": [],
    }


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"text": "Rain is likely", "speaker": "Mira Danforth"}, "other_speaker"),
        ({"text": "Rain is likely", "speaker": None}, "word_for_word"),
        ({"text": "nothing is decided", "speaker": "Mira Danforth"}, "unattributed"),
        ({"text": "nothing was decided"}, "not_held"),
    ],
)
def test_the_verdict(verify, fields, verdict):
    assert verify(**fields).json()["meta"]["verdict"] == verdict


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({}, {"text": "text is required"}),
        ({"text": ""}, {"text": "text is empty"}),
        ({"text": " "}, {"text": "text is empty; leave it out or give it a value"}),
        ({"text": "…"}, {"text": "text has no word to look up"}),
        ({"text": "a\0b"}, {"text": "text has a NUL character at 1: this is not text"}),
        ({"text": "a" * 10_001}, {"text": f"text '{'a' * 79}… should have at most 10000 characters"}),
        ({"text": "a", "speaker": ""}, {"speaker": "speaker is empty"}),
        ({"text": "a", "speeker": "b"}, {"speeker": "unknown parameter 'speeker': did you mean 'speaker'?"}),
    ],
)
def test_a_field_that_can_not_be_used_is_named(verify, fields, errors):
    answer = verify(**fields).json()
    assert answer["status"] == 422
    assert {error["parameter"]: error["message"] for error in answer["errors"]} == errors
