"""In a notebook a quote is a card and a page a table: escaped, and readable in light and dark."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from quotes.client import Database
from quotes.client.notebook import quote_card
from quotes.store.records import DayRecord, Page, QuoteRecord

EVIL = "<script>alert(\"1\")</script> & 'more'"


class Shape(HTMLParser):
    """Keeps which elements there are, with their attributes, and holds that all are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def shown(thing: object) -> str:
    html = thing._repr_html_()  # type: ignore[attr-defined]
    assert isinstance(html, str)
    return html


def test_a_quote_is_a_card(local: Database) -> None:
    html = shown(local.quote(47))
    shape = Shape(html)
    assert [name for name, _ in shape.elements] == ["blockquote", "p", "cite", "strong", "a"]
    assert "“If anything, it will raise the price of excuses.”" in html
    assert "<strong>Mira Danforth</strong>, foreign minister of Velmora · 2024-03-14 · " in html
    assert "Corvane Courier · Nine items of eleven settled as Union council closes" in html
    assert {one["dir"] for one in (*shape.all("p"), *shape.all("cite"))} == {"auto"}
    (link,) = shape.all("a")
    assert link["href"] == local.quote(47).original


def test_colours_are_those_of_the_notebook(local: Database) -> None:
    for html in (shown(local.quote(47)), shown(local.quotes())):
        assert not re.search(r"#[0-9a-f]{3}|rgb|background|(?<!-)color:", html)
        assert "<style" not in html


def test_a_page_is_a_table_with_the_count(local: Database) -> None:
    html = shown(local.quotes(speaker="Danforth").page(per_page=3))
    shape = Shape(html)
    assert f"{local.quotes(speaker='Danforth').count()} quotes, 3 shown" in html
    assert len(shape.all("tr")) == 4
    assert re.findall(r"<th[^>]*>(\w+)</th>", html) == ["id", "day", "speaker", "text", "outlet"]


def test_a_list_shows_its_first_results_and_where_they_are(remote: Database) -> None:
    html = shown(remote.quotes())
    assert len(Shape(html).all("tr")) == 11
    assert re.search(r"^<p[^>]*>\d+ quotes, 10 shown</p>", html)
    assert 'href="http://quotes.example/v1/quotes/' in html


@pytest.mark.parametrize("noun", ["speakers", "documents", "outlets", "corrections", "updates"])
def test_other_lists_are_tables_too(noun: str, local: Database) -> None:
    html = shown(getattr(local, noun)())
    assert re.search(rf"<p[^>]*>\d+ {noun}", html)
    assert len(Shape(html).all("tr")) > 1
    assert ">None<" not in html


def test_no_results_are_a_line(local: Database) -> None:
    html = shown(local.quotes(speaker="Nobody Such"))
    assert re.fullmatch(r"<p[^>]*>0 quotes</p>", html)
    assert "0 results" in shown(local.quotes(speaker="Nobody Such").page())


def test_what_is_not_counted_to_its_end_says_so(local: Database) -> None:
    page = local.quotes().page(per_page=1)
    assert "more than 1,000 quotes" in shown(Page(page.results, 1000, None, count_is_exact=False))


def evil(quote: QuoteRecord) -> QuoteRecord:
    assert quote.speaker is not None
    return replace(
        quote,
        text=EVIL,
        speaker=replace(quote.speaker, name=EVIL),
        document=replace(quote.document, title=EVIL, outlet=EVIL, url='http://x.example/"><b>'),
        original=None,
    )


def test_nothing_of_an_article_is_taken_for_html(local: Database) -> None:
    quote = evil(local.quote(47))
    for html in (shown(quote), shown(Page((quote,), 1, None))):
        names = {name for name, _ in Shape(html).elements}
        assert names <= {
            "blockquote",
            "p",
            "cite",
            "strong",
            "a",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        }
        assert "&lt;script&gt;" in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/v1/quotes/1", ""])
def test_only_addresses_of_the_web_become_links(url: str, local: Database) -> None:
    quote = local.quote(47)
    quote = replace(quote, original=None, document=replace(quote.document, url=url))
    assert "<a" not in shown(quote)


@pytest.mark.parametrize(
    ("precision", "written"), [("day", "2024-03-06"), ("month", "2024-03"), ("year", "2024")]
)
def test_a_day_is_as_long_as_it_is_known(precision: str, written: str, local: Database) -> None:
    quote = local.quote(47)
    assert quote.day is not None
    day = DayRecord(quote.day.date.replace(day=6), precision, "said_on")  # type: ignore[arg-type]
    assert f" · {written} · " in quote_card(replace(quote, day=day))


def test_a_quote_of_nobody_known_shows_what_is_known(local: Database) -> None:
    quote = replace(local.quote(47), speaker=None, office=None, role=None, day=None)
    assert "<strong>Danforth</strong> · " in quote_card(quote)
    assert "<strong>nobody known</strong> · " in quote_card(replace(quote, source=None))
