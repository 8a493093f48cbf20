"""Pages over HTTP: what they say, what they let a browser do, and what is there when nothing is."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.config import Settings
from quotes.store.correcting import Change
from quotes.store.corrections import correct
from quotes.store.records import SpeakerValue

CARD = (
    r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; "
    r"sandbox allow-popups allow-popups-to-escape-sandbox"
)
PAGE = (
    r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; "
    r"frame-ancestors 'none'"
)


def text_of(html):
    """Return what a reader reads of a page, in one line."""
    inside = re.search(r"<main>(.*)</main>", html, re.S)[1]
    return " ".join(re.sub(r"<[^>]*>", "", inside).split())


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (
            1,
            "The harbour stays open, Mira Danforth, the envoy of Ostrania said on 13 March 2026; published "
            "14 March 2026 Harbour Dispatch: Envoy promises an open harbour "
            "How we know: found by a rule that was right 89 of 100 times on annotated news",
        ),
        (
            2,
            "We will talk, Mira Danforth, the envoy of Ostrania said on 13 March 2026, in a letter; "
            "published "
            "14 March 2026 Harbour Dispatch: Envoy promises an open harbour "
            "How we know: found by a rule that was not measured",
        ),
        (
            3,
            "Closed Speaker not known (the text does not say whose words these are) "
            "published 14 March 2026; not known when it was said "
            "Harbour Dispatch: Envoy promises an open harbour How we know",
        ),
        (
            4,
            "The treaty, is signed. Mira Danforth published 15 March 2026; not known when it was said "
            "Ostra Herald: Treaty signed "
            "How we know: found by a rule that was right 89 of 100 times on annotated news",
        ),
        (
            5,
            "a good day — für alle 🕊 Foreign Ministry of Ostrania said in March 2026, in a statement; "
            "published 15 March 2026 Ostra Herald: Treaty signed How we know: found by a rule that was "
            "not measured",
        ),
        (
            6,
            "Nothing is decided, a senior official (not named in the text) said in 2025; "
            "published 15 March 2026 Ostra Herald: Treaty signed How we know: found by a rule that was "
            "not measured",
        ),
        (
            7,
            "Rain is likely, Pavel Orlin not known when it was said or published where it was printed is not "
            "known How we know: found by a rule that was right 89 of 100 times on annotated news",
        ),
    ],
)
def test_a_card_says_what_is_known_and_what_is_not(client, number, words):
    assert text_of(client.get(f"/embed/quotes/{number}").text) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2, "Source the words “she”, which stand for “Mira Danforth”, linked by “added”"),
        (2, "Rule pronoun, which named the right source – how often was not measured"),
        (2, "Confidence 0.80: sources found as this one was were right 80 of 100 times on annotated news"),
        (2, "Day “on Friday”, which stands with an earlier quote that this one goes on with"),
        (2, "Said to “the council”"),
        (1, "Rule after_verb, which named the right source 89 of 100 times on annotated news"),
        (1, "In the text “The harbour stays open,” said Mira Danforth, the envoy of Ostrania, on Friday."),
        (3, "Source none: the text does not say whose words these are"),
        (4, "Day the text does not tell when it was said; the day of publication is another thing"),
        (4, "In the text “The treaty, […] is signed.” Mira Danforth had come early."),
        (4, "verbatim, characters 1–12, 30–40 of the text"),
        (6, "Said at “Tessary” Reported by “the Pier Agency”"),
    ],
)
def test_a_page_says_how_we_know(client, number, words):
    assert words in text_of(client.get(f"/quotes/{number}").text)


def test_the_page_is_the_same_quote_as_the_json(client):
    for number in range(1, 8):
        quote = client.get(f"/v1/quotes/{number}").json()["results"][0]
        page = client.get(f"/quotes/{number}").text
        parts = re.findall(r"<span>(.*?)</span>", page)
        assert parts == [part["text"] for part in quote["spans"]]
        assert quote["document"]["sha256"] in page


class TestHeaders:
    def test_a_card_may_be_framed_by_anybody_and_loads_nothing(self, client):
        headers = client.get("/embed/quotes/1").headers
        assert re.fullmatch(CARD, headers["content-security-policy"])
        assert "x-frame-options" not in headers
        assert headers["cross-origin-embedder-policy"] == "require-corp"
        assert headers["cross-origin-resource-policy"] == "cross-origin"
        assert headers["content-type"] == "text/html; charset=utf-8"
        assert "set-cookie" not in headers

    def test_a_page_may_not(self, client):
        headers = client.get("/quotes/1").headers
        assert re.fullmatch(PAGE, headers["content-security-policy"])
        assert headers["x-frame-options"] == "DENY"

    @pytest.mark.parametrize("path", ["/quotes/1", "/embed/quotes/1"])
    def test_what_a_browser_has_is_not_sent_again_and_stays_as_free(self, client, path):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        for name in ("etag", "cache-control", "content-security-policy"):
            assert again.headers[name] == first.headers[name]
        assert again.headers.get("x-frame-options") == first.headers.get("x-frame-options")
        assert first.headers["cache-control"] == "public, no-cache"

    @pytest.mark.parametrize("path", ["/quotes/1", "/embed/quotes/1", "/quotes/99"])
    def test_head_answers_as_get_without_the_body(self, client, path):
        got, head = client.get(path), client.head(path)
        assert head.content == b""
        assert head.headers["content-length"] == got.headers["content-length"]

    @pytest.mark.parametrize("path", ["/quotes/1?utm_source=x&fbclid=y", "/embed/quotes/1?a=1&a=2"])
    def test_what_others_hang_on_links_does_no_harm(self, client, path):
        assert client.get(path).status_code == 200


class TestSize:
    def test_every_card_is_below_fifteen_kilobytes(self, awkward, awkward_names):
        sizes = {}
        for number, name in enumerate(awkward_names, start=1):
            response = awkward.get(f"/embed/quotes/{number}", headers={"Accept-Encoding": "identity"})
            sizes[name] = len(response.content)
        assert {name: size for name, size in sizes.items() if size >= 15_000} == {}

    def test_long_words_are_begun_and_said_to_be(self, awkward, id_of):
        text = text_of(awkward.get(f"/embed/quotes/{id_of('ten thousand characters')}").text)
        begun = re.match(r"(.*) \[…\] The first (\d+) of 10,000 characters. Read all of it Mira", text)
        assert 500 < int(begun[2]) <= 600
        assert len(begun[1]) == int(begun[2])

    def test_a_page_has_all_of_them(self, awkward, id_of):
        number = id_of("long Chinese")
        assert "港口仍然开放" * 1_666 in awkward.get(f"/quotes/{number}").text
        assert "[…]" not in awkward.get(f"/quotes/{number}").text


class TestErrors:
    @pytest.mark.parametrize("kind", ["", "/embed"])
    @pytest.mark.parametrize("number", ["99", "0", "-1", "abc", "9" * 30, "١", "1.5", "<script>"])
    def test_what_is_not_there_says_so_in_html(self, client, kind, number):
        response = client.get(f"{kind}/quotes/{number}")
        assert response.status_code == 404
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        assert response.headers["cache-control"] == "no-store"
        assert "there is no quote" in response.text
        assert "<script>" not in response.text
        assert re.fullmatch(CARD if kind else PAGE, response.headers["content-security-policy"])

    def test_an_address_below_pages_that_there_is_not(self, client):
        response = client.get("/quotes/1/2")
        assert (response.status_code, "there is nothing at this address" in response.text) == (404, True)
        assert response.headers["content-type"].startswith("text/html")

    def test_pages_are_only_read(self, client):
        response = client.post("/quotes/1")
        assert (response.status_code, response.headers["allow"]) == (405, "GET")

    def test_the_api_keeps_its_problems(self, client):
        assert client.get("/v1/quotes/99").headers["content-type"] == "application/problem+json"


class TestWhatPeoplePutRight:
    def test_is_on_the_page_with_who_did_it_and_why(self, engine):
        with Session(engine) as session:
            change = Change("speaker", SpeakerValue("Ola Brandt", "person"))
            made = correct(session, 1, change, by="Ana <b>", why="the recording & more").made_at
            session.commit()
        client = TestClient(create_app(engine))
        page = text_of(client.get("/quotes/1").text)
        day = f"{made.day} {made:%B %Y}"
        assert page.startswith("Ola Brandt")
        assert (
            f"Corrections {day}, Ana &lt;b&gt; put right who said it: Mira Danforth became Ola Brandt. "
            "Why: the recording &amp; more" in page
        )
        assert "Rule none: a person put right who said it" in page
        assert "put right by a person" in text_of(client.get("/embed/quotes/1").text)

    @pytest.mark.parametrize("kind", ["", "/embed"])
    def test_what_is_no_quote_is_gone_and_says_why(self, engine, kind):
        with Session(engine) as session:
            correct(session, 1, Change("quote", False), by="Ana", why="it is a sign")
            session.commit()
        response = TestClient(create_app(engine)).get(f"{kind}/quotes/1")
        assert response.status_code == 410
        assert "somebody said that it is no quote" in response.text
        assert response.headers["content-type"].startswith("text/html")
        assert ("x-frame-options" in response.headers) == (kind == "")

    def test_oembed_finds_none_of_it(self, engine):
        with Session(engine) as session:
            correct(session, 1, Change("quote", False), by="Ana", why="it is a sign")
            session.commit()
        client = TestClient(create_app(engine), base_url="https://quotes.example")
        response = client.get("/oembed?url=https://quotes.example/quotes/1")
        assert response.status_code == 404  # oEmbed knows no 410
        assert "somebody said that it is no quote" in response.json()["detail"]


class TestSettings:
    @pytest.mark.parametrize("path", ["/quotes/1", "/embed/quotes/1", "/oembed?url=x"])
    def test_where_reading_needs_a_key_pages_do_too(self, app, path):
        client = TestClient(create_app(app.state.engine, config=Settings(reading_needs_key=True)))
        response = client.get(path)
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == 'Bearer realm="quotes"'
        assert response.headers["content-type"].startswith("text/html") == ("quotes" in path)

    def test_links_lead_to_where_others_reach_the_server(self, app):
        public = Settings(public_url="https://archive.example/quotes-api/")
        client = TestClient(create_app(app.state.engine, config=public), base_url="http://10.0.0.7:8000")
        for path in ("/quotes/1", "/embed/quotes/1"):
            html = client.get(path).text
            assert 'rel="canonical" href="https://archive.example/quotes-api/quotes/1"' in html
            assert "10.0.0.7" not in html
