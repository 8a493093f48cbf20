"""Pages of the web: the article, and what the page says of itself."""

from __future__ import annotations

import builtins
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import ReadError
from quotes.ingest import Failed, Read, read
from quotes.ingest.pages import MAX_ELEMENTS, page_document

BODY = (
    "<p>“The harbour stays open,” said Mira Danforth.</p><p>She had come early, and left late. It rained.</p>"
)
HEAD = """<meta property="og:site_name" content="Harbour Dispatch"><meta name="author" content="Jonas Feld">
<meta property="article:published_time" content="2021-05-03T08:00:00Z"><title>Harbour talks</title>
<link rel="canonical" href="https://dispatch.example/talks">"""
PAGE = f"""<!DOCTYPE html><html><head>{HEAD}</head><body><nav><a href="/">Home</a></nav>
<article><h1>Harbour talks</h1>{BODY}
<p>{"The wind blew over the harbour of Tessary all day. " * 6}</p></article>
<footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize("name", ["talks.html", "talks.HTM", "talks"])
def test_the_article_is_read_and_what_the_page_says_of_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, "utf-8")
    (found,) = read(tmp_path / name)
    assert isinstance(found, Read)
    document = found.document
    assert "“The harbour stays open,” said Mira Danforth.\n\nShe had come early" in document.text
    assert "Home" not in document.text
    assert "rights" not in document.text
    assert document.title == "Harbour talks"
    assert (document.outlet, document.author) == ("Harbour Dispatch", "Jonas Feld")
    assert (document.url, document.published_on) == ("https://dispatch.example/talks", date(2021, 5, 3))


def test_a_page_without_an_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<html><body></body></html>", "utf-8")
    (failed,) = read(tmp_path / "empty.html")
    assert isinstance(failed, Failed)
    assert failed.reason == "the page has no article"


def test_a_page_of_more_elements_than_can_be_read_in_time_is_named(tmp_path: Path) -> None:
    (tmp_path / "long.html").write_text(PAGE.replace(BODY, BODY + "<p>Rain" * MAX_ELEMENTS), "utf-8")
    (failed,) = read(tmp_path / "long.html")
    assert isinstance(failed, Failed)
    assert failed.reason == "the page has more than 10,000 elements, the most one may have"


def test_a_page_that_is_made_to_take_long_is_given_up(monkeypatch: Any) -> None:
    cells = "<tr><td>a</td><td>b</td></tr>" * 500  # each is compared with all
    page = PAGE.replace(BODY, f"{BODY}<table>{cells}</table>")
    assert "harbour" in page_document(page).text
    monkeypatch.setattr("quotes.ingest.pages.MAX_SECONDS", 0)
    with pytest.raises(ReadError, match=r"^the page takes more than 0 s to read, the most one may take$"):
        page_document(page)


def test_the_clock_is_looked_at_while_cell_is_compared_with_cell(monkeypatch: Any) -> None:
    during: set[str] = set()

    def clock() -> float:
        during.add(sys._getframe(2).f_code.co_name)
        return 0.0

    monkeypatch.setattr("quotes.ingest.patience.thread_time", clock)
    page_document(f"<article>{BODY}<table>{'<tr><td>a</td><td>b</td></tr>' * 500}</table></article>")
    assert "_get_neighbour" in during


def test_without_its_reader_one_is_told_what_to_install(tmp_path: Path, monkeypatch: Any) -> None:
    real = builtins.__import__

    def missing(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", missing)
    (tmp_path / "talks.html").write_text(PAGE, "utf-8")
    (failed,) = read(tmp_path / "talks.html")
    assert isinstance(failed, Failed)
    assert failed.reason == "HTML needs trafilatura; run: pip install 'quotes[html]'"
