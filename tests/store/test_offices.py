"""Offices as documents give them: seen between days, and held when something was said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from quotes.store.filters import QuoteFilter
from quotes.store.offices import offices_of
from quotes.store.queries import select_quotes, select_speakers
from quotes.store.records import OfficeRef
from quotes.store.save import save

Make = Callable[..., Any]


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


@pytest.fixture
def told(store: Make, article: Make, said: Make) -> Callable[..., None]:
    """Return a function that stores documents, each a day and the role that it gives Mira Danforth."""

    def told(*documents: tuple[str | None, str | None]) -> None:
        for day, role in documents:
            words = said(f"{day} {role}.", "Danforth", "Mira Danforth", role=role, country="DE")
            store(article(words, published_on=_day(day)))

    return told


def _offices(session: Session) -> list[tuple[Any, ...]]:
    (speaker,) = select_speakers(session).results
    return [
        (one.title, one.body, one.country, str(one.first_seen_on), str(one.last_seen_on), one.documents)
        for one in speaker.offices
    ]


def test_whoever_was_seen_often_costs_what_one_does_who_was_seen_twice(
    session: Session, told: Callable[..., None], lines: Callable[..., int]
) -> None:
    steps = []
    for month in range(1, 5):
        told(*((f"2020-{month:02}-{day:02}", "foreign minister") for day in range(1, 11)))
        (speaker,) = select_speakers(session).results
        steps.append(lines(offices_of, session, [speaker.id]))
        (office,) = offices_of(session, [speaker.id])[speaker.id]
        assert office.documents == 10 * month
    assert steps[3] - steps[1] < 100  # twenty documents more


class TestSpeakersOffices:
    def test_each_was_seen_between_two_days_the_last_first(self, session: Session, told: Make) -> None:
        told(
            ("2020-01-02", "the mayor"),
            ("2020-03-01", "mayor"),
            ("2021-05-01", "foreign minister"),
            ("2021-04-01", "minister of foreign affairs"),
            ("2021-06-01", None),
        )
        assert _offices(session) == [
            ("foreign minister", None, "DE", "2021-04-01", "2021-05-01", 2),
            ("mayor", None, "DE", "2020-01-02", "2020-03-01", 2),
        ]

    def test_bodies_and_former_offices_are_others(self, session: Session, told: Make) -> None:
        told(
            ("2020-01-01", "director of the Lantern Institute"),
            ("2020-01-02", "director of the Harbour Board"),
            ("2020-01-03", "former director of the Harbour Board"),
        )
        (speaker,) = select_speakers(session).results
        assert [(one.title, one.body, one.past) for one in speaker.offices] == [
            ("former director", "Harbour Board", True),
            ("director", "Harbour Board", False),
            ("director", "Lantern Institute", False),
        ]

    def test_a_day_that_is_filled_in_is_when_it_was_seen(
        self, session: Session, article: Make, said: Make
    ) -> None:
        one = article(said("A.", "Danforth", "Mira Danforth", role="mayor"))
        save(session, one.document, one.extraction, extractor_version="1")
        assert _offices(session) == [("mayor", None, None, "None", "None", 1)]
        dated = replace(one.document, published_on=date(2020, 1, 2))
        save(session, dated, one.extraction, extractor_version="1")
        assert _offices(session) == [("mayor", None, None, "2020-01-02", "2020-01-02", 1)]

    def test_what_a_document_does_not_say_any_more_is_not_seen(
        self, session: Session, article: Make, said: Make
    ) -> None:
        one = article(said("A.", "Danforth", "Mira Danforth", role="mayor"))
        save(session, one.document, one.extraction, extractor_version="1")
        other = tuple(replace(each, role=None) for each in one.extraction.attributions)
        save(session, one.document, type(one.extraction)(other, ()), extractor_version="2")
        assert _offices(session) == []

    def test_an_office_without_a_word_of_it_is_none(self, session: Session, told: Make) -> None:
        told(("2020-01-01", "the"))
        assert _offices(session) == []


# Days and roles that documents give; the day of a document that gives none; the office held then.
HELD = [
    ([("2020-01-01", "mayor"), ("2020-03-01", "mayor")], "2020-02-01", "mayor"),
    ([("2020-01-01", "mayor"), ("2020-03-01", "mayor")], "2020-01-01", "mayor"),
    ([("2020-01-01", "mayor"), ("2020-03-01", "mayor")], "2020-03-02", None),
    ([("2020-01-01", "mayor"), ("2020-03-01", "mayor")], "2019-12-31", None),
    ([("2020-01-01", "mayor"), ("2020-03-01", "mayor")], None, None),
    ([("2020-01-01", "mayor"), ("2020-03-01", "minister")], "2020-02-01", None),
    ([("2020-01-01", "mayor"), ("2020-03-01", "mayor"), ("2020-02-01", "poet")], "2020-02-01", None),
    ([("2020-01-01", "former mayor"), ("2020-03-01", "former mayor")], "2020-02-01", None),
    ([], "2020-02-01", None),
]


@pytest.mark.parametrize(("documents", "day", "title"), HELD)
def test_the_office_held_on_a_day(
    session: Session, told: Make, documents: list[Any], day: str | None, title: str | None
) -> None:
    told(*documents, (day, None))
    quotes = select_quotes(session, QuoteFilter()).results
    (quote,) = [one for one in quotes if one.text == f"{day} None."]
    expected = None if title is None else OfficeRef(title, None, "DE", "other_documents")
    assert quote.office == expected


def test_the_document_itself_goes_first(session: Session, store: Make, article: Make, said: Make) -> None:
    store(
        article(
            said("A.", "she", "Mira Danforth"),
            said("B.", "Danforth", "Mira Danforth", role="the mayor of Ostra", country="DE"),
            said("C.", "a clerk"),
            said("D.", "Brandt", "Ola Brandt"),
        )
    )
    offices = {one.text: one.office for one in select_quotes(session, QuoteFilter()).results}
    assert offices == {
        "A.": OfficeRef("the mayor", "Ostra", "DE", "document"),
        "B.": OfficeRef("the mayor", "Ostra", "DE", "document"),
        "C.": None,
        "D.": None,
    }


class TestCandidates:
    @pytest.mark.parametrize(
        ("others", "ambiguous", "names"),
        [
            (["Mira Danforth", "Ola Danforth", "Ana Brandt"], "Danforth", ["Mira Danforth", "Ola Danforth"]),
            (["Mira Danforth", "Marta Danforth"], "M. Danforth", ["Mira Danforth", "Marta Danforth"]),
            (
                ["Mira Danforth", "Marta Danforth", "Marta Danforth"],
                "Danforth",
                ["Marta Danforth", "Mira Danforth"],
            ),
            (["Mira Danforth"], "Danforth", ["Mira Danforth"]),
            (["Mira Danforth"], "Mira Danforth", []),
        ],
    )
    def test_whom_a_name_can_mean_is_told(
        self,
        session: Session,
        store: Make,
        article: Make,
        others: list[str],
        ambiguous: str,
        names: list[str],
    ) -> None:
        store(*(article((f"{k}.", name, name)) for k, name in enumerate(others)))
        store(article(("Who?", ambiguous, ambiguous)))
        (quote,) = [one for one in select_quotes(session, QuoteFilter()).results if one.text == "Who?"]
        assert [one.name for one in quote.candidates] == names
        assert (quote.speaker is None) == bool(names)

    def test_namesakes_in_two_countries_are_both_candidates(
        self, session: Session, store: Make, article: Make, said: Make
    ) -> None:
        for country in ("DE", "FR", None):
            store(article(said(f"{country}", "Vale", "Jo Vale", country=country)))
        quotes = {one.text: one for one in select_quotes(session, QuoteFilter()).results}
        assert {one.id for one in quotes["None"].candidates} == {
            quotes[country].speaker.id for country in ("DE", "FR")
        }
