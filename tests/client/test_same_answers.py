"""A server and the database behind it answer with the same records, one by one and page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine

import quotes
from quotes.client import Database, connect
from quotes.errors import GoneError
from quotes.store.findings import GroupPage, SpeakerProfile, Verification
from quotes.store.records import DocumentRecord, Page, QuoteRecord, SpeakerRecord, StatementRecord

Ask = Callable[[Database], Any]
TEXT = "“We count eleven petals,” said Mira Danforth on Monday, who once read “The Long Ford.”"

QUESTIONS: dict[str, Ask] = {
    "all quotes": lambda db: list(db.quotes()),
    "quotes of a speaker": lambda db: list(db.quotes(speaker="Danforth")),
    "quotes of a speaker by id": lambda db: list(db.quotes(speaker_id=19)),
    "quotes of a span of days": lambda db: list(db.quotes(from_="2024-03-11", to="2024-03-17")),
    "quotes by words": lambda db: list(db.quotes(q="ferry OR tunnel", attributed=True)),
    "quotes by exact words": lambda db: list(db.quotes(q_exact="arithmetic", speaker="!Danforth")),
    "quotes by much at once": lambda db: list(
        db.quotes(kind="direct|mixed", min_confidence=0.9, said_from="2024-01-01", speaker_kind="person")
    ),
    "quotes of a document": lambda db: list(db.quotes(document_id="!1", outlet="Meridian Wire")),
    "quotes in another order": lambda db: list(db.quotes(sort="-day,-confidence")),
    "quotes changed since a moment": lambda db: list(db.quotes(updated_since=db.quote(1).updated_at)),
    "quotes without a source": lambda db: list(db.quotes(attributed=False)),
    "a page of quotes": lambda db: db.quotes().page(per_page=7),
    "the page after it": lambda db: db.quotes().page(
        per_page=7, cursor=db.quotes().page(per_page=7).next_cursor
    ),
    "small pages of quotes": lambda db: list(db.quotes(q="the").pages(per_page=3)),
    "how many quotes": lambda db: db.quotes(speaker="Danforth").count(),
    "the first quote": lambda db: db.quotes(sort="day").first(),
    "a sample": lambda db: list(db.quotes(attributed=True).sample(20, seed=1)),
    "a sample in an order": lambda db: list(db.quotes(sort="-confidence").sample(5, seed=3)),
    "one quote": lambda db: db.quote(42),
    "a corrected quote": lambda db: db.quote(1),
    "quotes by speaker": lambda db: db.quotes().groups("speaker").page(per_page=5),
    "quotes by outlet": lambda db: list(db.quotes(q="ferry OR tunnel").groups("outlet")),
    "quotes by cue": lambda db: list(db.quotes().groups("cue").pages(per_page=4)),
    "a timeline by month": lambda db: list(db.timeline()),
    "a timeline by day": lambda db: list(db.timeline("day", speaker="Danforth")),
    "all speakers": lambda db: list(db.speakers()),
    "speakers by name": lambda db: list(db.speakers("danf")),
    "one speaker": lambda db: db.speaker(19),
    "autocomplete": lambda db: db.autocomplete("danf"),
    "autocomplete of what is misspelt": lambda db: db.autocomplete("danfroth", limit=3),
    "a statement": lambda db: db.statement(db.quote(47).statement.id),
    "all documents": lambda db: list(db.documents()),
    "documents of an outlet": lambda db: list(
        db.documents(outlet="Meridian Wire", published_from="2024-03-01", published_to="2024-04-30")
    ),
    "documents by words": lambda db: list(db.documents(q="tunnel")),
    "one document with its text": lambda db: db.document(6),
    "outlets": lambda db: list(db.outlets()),
    "corrections": lambda db: list(db.corrections()),
    "corrections of a quote": lambda db: list(db.corrections(quote_id=1)),
    "all updates": lambda db: list(db.updates()),
    "updates since a moment": lambda db: list(db.updates(since=list(db.updates())[-3].at)),
    "words that are held": lambda db: db.verify("it will raise the price of excuses"),
    "words of somebody": lambda db: db.verify("it will raise the price of excuses", speaker="Danforth"),
    "words nearly held": lambda db: db.verify("if anything it will certainly raise the price of excuses"),
    "the quotes of a text": lambda db: db.extract(TEXT, published_on="2024-04-06"),
}


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_a_server_answers_as_its_database_does(ask: Ask, local: Database, remote: Database) -> None:
    answer = ask(local)
    assert answer
    assert ask(remote) == answer


NOTHING: dict[str, Ask] = {
    "quotes of nobody known": lambda db: list(db.quotes(speaker="Nobody Such")),
    "the first of no quotes": lambda db: db.quotes(speaker="Nobody Such").first(),
    "how many of no quotes": lambda db: db.quotes(country="ZZ").count(),
    "groups of no quotes": lambda db: list(db.quotes(speaker="Nobody Such").groups("year")),
    "updates of the future": lambda db: list(db.updates(since=datetime(2100, 1, 1, tzinfo=UTC))),
    "a name that nobody has": lambda db: db.autocomplete("zzzzzz"),
}


@pytest.mark.parametrize("ask", NOTHING.values(), ids=NOTHING)
def test_nothing_is_nothing_on_both(ask: Ask, local: Database, remote: Database) -> None:
    assert not ask(local)
    assert ask(remote) == ask(local)


def test_words_that_are_not_held_are_told_by_both(local: Database, remote: Database) -> None:
    for db in (local, remote):
        assert db.verify("The tunnel is closed.", speaker="Danforth") == Verification("not_held", ())


def test_answers_are_the_records_of_the_store(remote: Database) -> None:
    assert type(remote.quote(42)) is QuoteRecord
    assert type(remote.quotes().page()) is Page
    assert type(remote.quotes().groups("kind").page()) is GroupPage
    assert type(remote.speaker(19)) is SpeakerProfile
    assert type(remote.speakers().first()) is SpeakerRecord
    assert type(remote.statement(remote.quote(47).statement.id)) is StatementRecord
    assert type(remote.documents().first()) is DocumentRecord


def test_a_text_is_extracted_as_the_library_does_it(remote: Database) -> None:
    assert remote.extract(TEXT) == quotes.extract(TEXT)


def test_of_a_closed_document_only_who_has_the_database_has_the_text(
    local: Database, remote: Database
) -> None:
    (closed,) = [document.id for document in local.documents() if not document.open]
    assert local.document(closed).text
    assert remote.document(closed).text is None


def test_what_is_gone_is_gone_on_both(local: Database, remote: Database) -> None:
    (gone,) = [update.gone for update in local.updates() if update.gone and update.gone.noun == "quote"]
    said = set()
    for db in (local, remote):
        with pytest.raises(GoneError) as caught:
            db.quote(gone.id)
        said.add(str(caught.value))
    assert len(said) == 1


def test_a_list_is_asked_for_only_when_it_is_used(remote: Database) -> None:
    everything = remote.quotes(speaker="Danforth").groups("year")
    assert repr(everything) == "<groups by year speaker='Danforth' of http://quotes.example>"
    assert repr(remote) == "<quotes of http://quotes.example>"


def test_a_database_of_either_kind_is_asked_by_its_url(engine: Engine, database_url: str) -> None:
    with engine.connect(), connect(database_url) as db:
        assert (db.quotes().count(), list(db.speakers()), db.quotes().first()) == (0, [], None)


def test_a_password_is_not_shown(local: Database) -> None:
    assert repr(local).startswith("<quotes of sqlite:///")
