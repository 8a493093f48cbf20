"""A roster's entries and the documents' speakers become one, whichever came first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from quotes.errors import StoreError
from quotes.speakers.roster import Entry, read_entries
from quotes.store.filters import QuoteFilter
from quotes.store.queries import get_speaker, select_quotes, select_speakers
from quotes.store.records import OfficeRef
from quotes.store.rosters import Loaded, load_roster
from quotes.store.save import save

Make = Callable[..., Any]
Fresh = Callable[[], AbstractContextManager[Session]]


def entries(*rows: str) -> tuple[Entry, ...]:
    """Read rows written "key, name, country, office, identifier, aliases"."""
    columns = ("key", "name", "country", "office", "wikidata", "aliases")
    cells = [dict(zip(columns, (cell.strip() for cell in row.split(",")), strict=False)) for row in rows]
    return read_entries((str(number), row) for number, row in enumerate(cells))


def _names(session: Session) -> list[tuple[str, str | None, int]]:
    found = ((one.name, one.wikidata, one.quotes) for one in select_speakers(session).results)
    return sorted(found, key=str)


# Entries; documents ("name, country, role"); the speakers, with the number of their quotes; those of nobody.
CASES = [
    (["a, Mira Danforth,,, Q7"], ["Mira Danforth"], [("Mira Danforth", "Q7", 1)], 0),
    (["a, Mira Danforth, DE,, Q7"], ["Mira Danforth", "Míra Danforth"], [("Mira Danforth", "Q7", 2)], 0),
    (["a, Mira Danforth, DE,, Q7"], ["M. Danforth,DE"], [("Mira Danforth", "Q7", 1)], 0),
    (
        ["a, Mira Danforth, DE,, Q7"],
        ["Mira Danforth,FR"],
        [("Mira Danforth", None, 1), ("Mira Danforth", "Q7", 0)],
        0,
    ),
    # aliases lead to the entry
    (["a, Mira Danforth, DE,, Q7, Mira Brandt"], ["Mira Brandt,DE"], [("Mira Danforth", "Q7", 1)], 0),
    (["a, Mira Danforth, DE,, Q7, Jomira"], ["Jomira"], [("Mira Danforth", "Q7", 1)], 0),
    # a surname alone, by country and office
    (["a, Mira Danforth, DE, mayor, Q7"], ["Danforth,DE"], [("Mira Danforth", "Q7", 1)], 0),
    (["a, Mira Danforth, DE, mayor, Q7"], ["Danforth,,mayor"], [("Mira Danforth", "Q7", 1)], 0),
    (["a, Mira Danforth, DE, mayor, Q7"], ["Danforth"], [("Mira Danforth", "Q7", 0)], 1),
    # two entries of one name
    (
        ["a, Jo Vale, DE, mayor, Q7", "b, Jo Vale, DE, judge, Q8"],
        ["Jo Vale,DE,judge", "Jo Vale,DE", "Jo Vale,FR"],
        [("Jo Vale", None, 1), ("Jo Vale", "Q7", 0), ("Jo Vale", "Q8", 1)],
        1,
    ),
    (
        ["a, Jo Vale, DE,, Q7", "b, Jo Vale, FR,, Q8"],
        ["Jo Vale,DE", "Jo Vale,FR", "Jo Vale"],
        [("Jo Vale", "Q7", 1), ("Jo Vale", "Q8", 1)],
        1,
    ),
]


@pytest.mark.parametrize("roster_first", [True, False])
@pytest.mark.parametrize(("rows", "documents", "speakers", "unlinked"), CASES)
def test_whose_quotes_they_are(
    session: Session,
    article: Make,
    said: Make,
    rows: list[str],
    documents: list[str],
    speakers: list[Any],
    unlinked: int,
    roster_first: bool,
) -> None:
    def read() -> None:
        for words in documents:
            name, country, role = (*words.split(","), "", "")[:3]
            one = article(said(words, name, name, country=country or None, role=role or None))
            save(session, one.document, one.extraction, extractor_version="1")

    for step in (load_roster, read) if roster_first else (read, load_roster):
        step(session, entries(*rows)) if step is load_roster else read()
    assert _names(session) == sorted(speakers, key=str)
    quotes = select_quotes(session, QuoteFilter()).results
    assert sum(quote.speaker is None for quote in quotes) == unlinked


class TestLoading:
    def test_the_speaker_of_the_documents_keeps_the_id(
        self, session: Session, store: Make, article: Make
    ) -> None:
        store(article(("A.", "Danforth", "Mira Danforth")))
        (before,) = select_speakers(session).results
        load_roster(session, entries("a, Mira Danforth, DE,, Q7"))
        (after,) = select_speakers(session).results
        assert (after.id, after.wikidata, after.quotes) == (before.id, "Q7", 1)

    def test_it_is_counted_what_is_new_and_what_changed(self, session: Session) -> None:
        rows = ("a, Mira Danforth, DE, mayor, Q7", "b, Ola Brandt", "c, Ana Vale")
        assert load_roster(session, entries(*rows)) == Loaded(3, 0, 0)
        assert load_roster(session, entries(*rows)) == Loaded(0, 0, 3)
        later = (
            "a, Mira Danforth, DE, judge, Q7",
            "b, Ola Brandt,,, Q8",
            "c, Ana Vale,,,, A. V.",
            "d, Jo Osk",
        )
        assert load_roster(session, entries(*later)) == Loaded(1, 3, 0)

    def test_names_that_are_taken_back_lead_there_no_more(
        self, session: Session, store: Make, article: Make
    ) -> None:
        load_roster(session, entries("a, Mira Danforth,,, Q7, Mira Brandt"))
        store(article(("A.", "Brandt", "Mira Brandt")))
        assert _names(session) == [("Mira Danforth", "Q7", 1)]
        load_roster(session, entries("a, Mira Danforth,,, Q7"))
        assert _names(session) == [("Mira Brandt", None, 1), ("Mira Danforth", "Q7", 0)]

    def test_two_entries_can_exchange_their_identifiers(self, session: Session) -> None:
        load_roster(session, entries("a, Mira Danforth,,, Q7", "b, Ola Brandt,,, Q8"))
        load_roster(session, entries("a, Mira Danforth,,, Q8", "b, Ola Brandt,,, Q7"))
        assert _names(session) == [("Mira Danforth", "Q8", 0), ("Ola Brandt", "Q7", 0)]

    def test_the_identifier_of_another_entry_is_refused(self, session: Session) -> None:
        load_roster(session, entries("a, Mira Danforth,,, Q7"))
        with pytest.raises(StoreError, match="Q7 is the identifier of a already"):
            load_roster(session, entries("b, Ola Brandt,,, Q7"))
        assert _names(session) == [("Mira Danforth", "Q7", 0)]

    @pytest.mark.parametrize("many", [50, pytest.param(700, marks=pytest.mark.thorough)])
    def test_many_entries_are_taken(self, session: Session, many: int) -> None:
        rows = [f"{n}, Jo Vale{n}, DE, mayor, Q{n + 1}" for n in range(many)]
        assert load_roster(session, entries(*rows)) == Loaded(many, 0, 0)
        assert select_speakers(session).count == many

    def test_a_body_is_known_too(self, session: Session, store: Make, article: Make, said: Make) -> None:
        row = {"key": "h", "name": "Harbour Board", "kind": "organisation", "wikidata": "Q9"}
        load_roster(session, read_entries([("1", row)]))
        store(article(said("A.", "it", "the Harbour Board", kind="organisation")))
        assert _names(session) == [("Harbour Board", "Q9", 1)]


class TestAsking:
    @pytest.mark.parametrize(
        ("speaker", "total"),
        [("wikidata:Q7", 1), ("wikidata: Q7", 1), ("roster:a", 1), ("wikidata:Q8", 0), ("roster:b", 0)],
    )
    def test_by_an_identifier(
        self, session: Session, store: Make, article: Make, speaker: str, total: int
    ) -> None:
        load_roster(session, entries("a, Mira Danforth,,, Q7"))
        store(article(("A.", "Danforth", "Mira Danforth")))
        assert select_quotes(session, QuoteFilter(speaker=speaker)).count == total

    def test_a_speaker_is_found_by_an_alias_that_no_document_uses(self, session: Session) -> None:
        load_roster(session, entries("a, Mira Danforth,,, Q7, The Chair"))
        assert select_speakers(session, q="chair").count == 1


class TestTerms:
    @pytest.mark.parametrize(
        ("day", "title"),
        [
            (date(2018, 12, 31), None),
            (date(2019, 1, 1), "mayor"),
            (date(2020, 12, 31), "mayor"),
            (date(2021, 1, 1), "president"),
            (date(2031, 1, 1), "president"),
            (None, None),
        ],
    )
    def test_a_quote_carries_the_office_of_its_day(
        self, session: Session, store: Make, article: Make, day: date | None, title: str | None
    ) -> None:
        rows = [
            {"key": "a", "name": "Mira Danforth", "office": "mayor", "since": "2019", "until": "2020"},
            {"key": "a", "name": "Mira Danforth", "office": "president", "since": "2021", "country": "DE"},
        ]
        load_roster(session, read_entries((str(n), row) for n, row in enumerate(rows)))
        store(article(("A.", "Danforth", "Mira Danforth"), published_on=day))
        (quote,) = select_quotes(session, QuoteFilter()).results
        country = "DE" if title == "president" else None
        assert quote.office == (None if title is None else OfficeRef(title, None, country, "roster"))

    def test_a_speaker_shows_what_was_seen_and_what_the_roster_has(
        self, session: Session, store: Make, article: Make, said: Make
    ) -> None:
        row = {"key": "a", "name": "Mira Danforth", "office": "Mayor", "since": "2019", "country": "DE"}
        load_roster(session, read_entries([("1", row)]))
        words = said("A.", "Danforth", "Mira Danforth", role="the mayor", country="DE")
        store(article(words, published_on=date(2020, 5, 1)))
        (speaker,) = select_speakers(session).results
        (office,) = get_speaker(session, speaker.id).offices
        assert (office.title, office.since, office.until) == ("Mayor", date(2019, 1, 1), None)
        assert (office.first_seen_on, office.documents) == (date(2020, 5, 1), 1)
