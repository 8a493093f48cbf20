"""The samples are invented, read as they are annotated, and annotated to the last quotation."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from quotes.evaluation import load_gold
from quotes.ingest import Read, read

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = sorted((SEEDS / "documents").glob("*.txt"))
GOLD: dict[str, dict[str, Any]] = {
    article["doc"]: article for article in json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
}
each_article = pytest.mark.parametrize("article", GOLD.values(), ids=GOLD)
CLOSING = {"“": "”", "«": "»", '"': '"'}


def quoted(article: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    return [(quote, article["text"][quote["start"] : quote["end"]]) for quote in article["quotes"]]


def test_there_is_a_gold_article_for_each_of_the_documents() -> None:
    assert len(FILES) >= 16
    assert sorted(GOLD) == [path.stem for path in FILES]
    assert len(load_gold(SEEDS / "gold.json")) == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_document_is_read_as_it_is_annotated(path: Path) -> None:
    (result,) = read(path)
    assert isinstance(result, Read)
    gold, document = GOLD[path.stem], result.document
    assert document.text == gold["text"]
    assert (document.title, document.outlet, document.url) == (gold["title"], gold["outlet"], gold["url"])
    assert document.published_on == date.fromisoformat(gold["published"])
    assert document.author


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_document_says_that_it_is_invented(path: Path) -> None:
    front = path.read_text(encoding="utf-8").split("---\n")[1]
    assert "\nnote: invented\n" in front
    assert "\nurl: https://example.org/" in front


@each_article
def test_a_document_is_as_long_as_a_dispatch(article: dict[str, Any]) -> None:
    assert 150 <= len(article["text"].split()) <= 500
    assert article["text"] == article["text"].strip() + "\n"


@each_article
def test_the_offsets_delimit_the_words_inside_the_marks(article: dict[str, Any]) -> None:
    text = article["text"]
    for quote, words in quoted(article):
        assert words == words.strip()
        assert words
        opening, following = text[quote["start"] - 1], text[quote["end"]]
        # Only a quotation that goes on in the next paragraph has no mark at its end.
        goes_on = text[quote["end"] : quote["end"] + 3] == f"\n\n{opening}"
        assert following == CLOSING[opening] or goes_on


@each_article
def test_every_quotation_is_annotated(article: dict[str, Any]) -> None:
    text = article["text"]
    marks = [m.start() for m in re.finditer('[“«"]', text)]
    if '"' in text:
        assert len(marks) % 2 == 0
        marks = marks[::2]
    assert [mark + 1 for mark in marks] == [quote["start"] for quote in article["quotes"]]
    assert all(a["end"] < b["start"] for a, b in pairwise(article["quotes"]))


@each_article
def test_a_quote_has_the_words_that_name_its_source(article: dict[str, Any]) -> None:
    text = article["text"]
    for quote in article["quotes"]:
        assert bool(quote["source"]) == quote["attributed"]
        assert quote["type"] in ({"person", "organization", "unnamed"} if quote["attributed"] else {None})
        assert bool(quote["entity"]) == (quote["type"] in {"person", "organization"})
        for start, end in quote["source"]:
            source = text[start:end]
            assert source == source.strip()
            assert re.fullmatch(r"\w.*\w", source)
            assert not any(start < other["end"] and other["start"] < end for other in article["quotes"])
        if quote["type"] == "person":
            assert quote["entity"] in text


@each_article
def test_a_quote_was_said_in_the_days_before_it_was_printed(article: dict[str, Any]) -> None:
    published = date.fromisoformat(article["published"])
    for quote in article["quotes"]:
        if quote["said_on"]:
            assert timedelta(0) <= published - date.fromisoformat(quote["said_on"]) <= timedelta(days=7)


@each_article
def test_the_states_are_invented(article: dict[str, Any]) -> None:
    assert all(quote["country"] is None for quote in article["quotes"])


def test_the_samples_are_varied() -> None:
    quotes = [quote for article in GOLD.values() for quote in article["quotes"]]
    assert len({article["outlet"] for article in GOLD.values()}) >= 4
    assert len({article["url"] for article in GOLD.values()}) == len(GOLD)
    assert {"tweet", "statement", "speech", "press_conference", "interview", "call", "letter", "report"} <= {
        quote["channel"] for quote in quotes
    }
    assert sum(not quote["attributed"] for quote in quotes) >= 5
    assert sum(quote["type"] == "unnamed" for quote in quotes) >= 5
    assert sum(quote["type"] == "organization" for quote in quotes) >= 5
    for mark in '“«"':
        assert any(mark in article["text"] for article in GOLD.values())


def test_one_speaker_stands_in_several_documents_under_several_forms() -> None:
    documents: defaultdict[str, set[str]] = defaultdict(set)
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for article in GOLD.values():
        for quote in article["quotes"]:
            for start, end in quote["source"]:
                documents[quote["entity"]].add(article["doc"])
                forms[quote["entity"]].add(article["text"][start:end])
    assert any(len(documents[name]) >= 4 and len(forms[name]) >= 4 for name in documents if name)


def test_one_week_is_rich_in_quotes() -> None:
    weeks: Counter[tuple[int, int]] = Counter()
    for article in GOLD.values():
        year, week, _ = date.fromisoformat(article["published"]).isocalendar()
        weeks[year, week] += len(article["quotes"])
    assert max(weeks.values()) >= 40
    assert len(weeks) >= 4
