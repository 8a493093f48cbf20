"""What a page tells programs: schema.org, Dublin Core, COinS, OpenGraph."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest

from .awkward import AWKWARD, HOSTILE


class _Head(HTMLParser):
    """Reads a page as a program does: its tags in their order, and what stands in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        last = self.tags[-1][0] if self.tags else ""
        self.text[last] = self.text.get(last, "") + data

    def meta(self):
        named = (about for tag, about in self.tags if tag == "meta")
        return {about.get("name") or about.get("property"): about.get("content") for about in named}

    def links(self):
        return [(a["rel"], a.get("type"), a["href"]) for tag, a in self.tags if tag == "link"]

    def coins(self):
        (title,) = (a["title"] for tag, a in self.tags if a.get("class") == "Z3988")
        return dict(parse_qsl(title, strict_parsing=True))


@pytest.fixture(scope="session")
def read(client):
    return lambda path: _Head(client.get(path).text)


@pytest.fixture(scope="session")
def read_awkward(awkward, id_of):
    return lambda name: _Head(awkward.get(f"/quotes/{id_of(name)}").text)


PAGE = "https://quotes.example/quotes"
ABSTRACT = (
    "“The harbour stays open,” – Mira Danforth; the envoy of Ostrania; said on 13 March 2026; "
    "Harbour Dispatch; published 14 March 2026"
)


def test_schema_org_has_the_quotation_of_the_file_with_the_address_of_the_page(read, get):
    told = json.loads(read("/quotes/1").text["script"])
    assert told == {**get("/v1/quotes/1.schema.jsonld"), "url": f"{PAGE}/1"}
    assert (told["@type"], told["spokenByCharacter"]["name"]) == ("Quotation", "Mira Danforth")


def test_zotero_takes_the_article_with_the_words_as_its_abstract(read):
    assert read("/quotes/1").coins() == {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.type": "newspaperArticle",
        "rft.title": "Envoy promises an open harbour",
        "rft.source": "Harbour Dispatch",
        "rft.au": "Jonas Feld",
        "rft.date": "2026-03-14",
        "rft.identifier": "https://dispatch.example/open-harbour",
        "rft.description": ABSTRACT,
    }


def test_an_article_of_which_nothing_is_known_is_cited_by_the_page(read):
    assert read("/quotes/7").coins() == {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.type": "webpage",
        "rft.title": "Pavel Orlin: “Rain is likely,”",
        "rft.identifier": f"{PAGE}/7",
        "rft.description": "“Rain is likely,” – Pavel Orlin; not known when it was said",
    }


def test_networks_and_dublin_core(read):
    assert read("/quotes/1").meta() == {
        None: None,
        "viewport": "width=device-width",
        "description": ABSTRACT.partition(" – ")[2],
        "og:type": "article",
        "og:title": "Mira Danforth: “The harbour stays open,”",
        "og:description": ABSTRACT.partition(" – ")[2],
        "og:url": f"{PAGE}/1",
        "og:site_name": "quotes",
        "twitter:card": "summary",
        "twitter:title": "Mira Danforth: “The harbour stays open,”",
        "twitter:description": ABSTRACT.partition(" – ")[2],
        "DC.title": "Envoy promises an open harbour",
        "DC.creator": "Jonas Feld",
        "DC.publisher": "Harbour Dispatch",
        "DC.source": "Harbour Dispatch",
        "DC.date": "2026-03-14",
        "DC.type": "Text",
        "DC.identifier": "https://dispatch.example/open-harbour",
        "DC.description": ABSTRACT,
    }


OEMBED = "https://quotes.example/oembed?url=https%3A%2F%2Fquotes.example%2Fquotes%2F1&format="


def test_a_page_says_where_its_other_forms_are(read):
    links = read("/quotes/1").links()
    assert ("canonical", None, f"{PAGE}/1") in links
    assert ("alternate", "application/x-bibtex", "https://quotes.example/v1/quotes/1.bib") in links
    assert (
        "alternate",
        "application/x-research-info-systems",
        "https://quotes.example/v1/quotes/1.ris",
    ) in links
    assert ("alternate", "application/json", "https://quotes.example/v1/quotes/1") in links
    assert ("alternate", "application/json+oembed", f"{OEMBED}json") in links
    assert ("alternate", "text/xml+oembed", f"{OEMBED}xml") in links


def test_the_links_of_a_page_to_its_data_lead_there(read, client):
    for relation, kind, address in read("/quotes/1").links():
        if relation == "alternate":
            answer = client.get(address)
            assert answer.status_code == 200
            assert answer.headers["content-type"].partition(";")[0] == kind.removesuffix("+oembed")


def test_a_card_leads_to_its_page_and_is_discovered_too(read):
    links = read("/embed/quotes/1").links()
    assert links == [
        ("canonical", None, f"{PAGE}/1"),
        ("alternate", "application/json+oembed", f"{OEMBED}json"),
        ("alternate", "text/xml+oembed", f"{OEMBED}xml"),
    ]


@pytest.mark.parametrize("name", [one.name for one in AWKWARD])
def test_awkward_words_reach_programs_whole(read_awkward, awkward, id_of, name):
    quote = awkward.get(f"/v1/quotes/{id_of(name)}").json()["results"][0]
    page = read_awkward(name)
    assert json.loads(page.text["script"])["text"] == quote["text"]
    title = page.coins()["rft.title"]
    assert title == " ".join((quote["document"]["title"] or title).split())
    assert page.meta()["og:title"] == page.meta()["twitter:title"]


def test_words_against_html_close_no_tag(read_awkward):
    page = read_awkward("hostile")
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not {"img", "b"} & {tag for tag, _ in page.tags}
    assert page.meta()["DC.title"] == HOSTILE
