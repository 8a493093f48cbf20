"""Speakers are found while their names are typed, also misspelt, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, event, select
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.speakers.names import fold
from quotes.store.alias_rows import grams, word_grams
from quotes.store.autocomplete import complete_speakers
from quotes.store.findings import GroupRecord, OutletRecord, SpeakerHint
from quotes.store.models import alias_grams, aliases
from quotes.store.profiles import get_profile, select_outlets
from quotes.store.removal import remove_document

Make = Callable[..., Any]


@pytest.fixture
def stocked(session: Session, store: Make, article: Make, said: Make) -> Session:
    """Return a session in which some are quoted more often than others."""
    envoy = said("We go.", "Mira Danforth", "Mira Danforth", role="the envoy", country="XO")
    store(
        article(envoy, said("We stay.", "Danforth", "Mira Danforth"), published_on=date(2031, 5, 4)),
        article(
            said("Yes.", "Nat Danforth", "Nat Danforth"), outlet="The Lantern", published_on=date(2031, 5, 5)
        ),
        article(said("No.", "José von der Heide", "José von der Heide"), outlet="Hill Post"),
        article(said("Hm.", "the Harbour Board", "Harbour Board", kind="organisation"), outlet="The Lantern"),
    )
    return session


MIRA, NAT, JOSE, BOARD = "Mira Danforth", "Nat Danforth", "José von der Heide", "Harbour Board"


# what is typed, and who may be meant
MEANT = {
    # beginnings of words, in any order
    "d": [MIRA, NAT, JOSE],
    "da": [MIRA, NAT],
    "Danf": [MIRA, NAT],
    "mira danf": [MIRA],
    "danforth m": [MIRA],
    "JOSE": [JOSE],
    "heide": [JOSE],
    "von d": [JOSE],
    "harb": [BOARD],
    "Mr. Danforth": [MIRA, NAT],
    # a letter wrong, missing, too much or out of order
    "Danfroth": [MIRA, NAT],
    "Danfort": [MIRA, NAT],
    "Danfforth": [MIRA, NAT],
    "Damforth": [MIRA, NAT],
    "mira danfo": [MIRA],
    "mira danfx": [MIRA],
    "Harbuor": [BOARD],
    # but not just anything
    "anforth": [MIRA, NAT],
    "forth": [],
    "Mina": [],
    "zzz": [],
    "mira heide": [],
    "%": [],
}


def test_who_is_meant(stocked: Session) -> None:
    assert {q: [hint.name for hint in complete_speakers(stocked, q)] for q in MEANT} == MEANT


def test_a_hint_tells_speakers_apart(stocked: Session) -> None:
    first = complete_speakers(stocked, "danforth")[0]
    assert first == SpeakerHint(
        id=first.id,
        name="Mira Danforth",
        kind="person",
        alias="Danforth",
        office="the envoy",
        country="XO",
        quotes=2,
    )


def test_only_so_many(stocked: Session) -> None:
    assert [hint.name for hint in complete_speakers(stocked, "d", limit=1)] == [MIRA]


@pytest.mark.parametrize("q", ["", " ", "\0", "x" * 501])
def test_what_is_no_name_is_refused(q: str) -> None:
    with Session() as session, pytest.raises(FilterError) as caught:
        complete_speakers(session, q)
    assert caught.value.parameter == "q"


@given(st.text(st.sampled_from("abc é.")), st.integers(1, 5))
def test_a_word_is_found_by_all_letters_of_its_beginning(name: str, length: int) -> None:
    key = fold(name)
    assert all(word_grams(word[:length]) <= grams(key) for word in key.split())


def test_letters_come_and_go_with_their_names(stocked: Session) -> None:
    def held() -> set[tuple[int, str]]:
        return {tuple(row) for row in stocked.execute(select(alias_grams.c.alias_id, alias_grams.c.gram))}

    def due() -> set[tuple[int, str]]:
        return {(row.id, gram) for row in stocked.execute(select(aliases)) for gram in grams(row.key)}

    assert held() == due() != set()
    for document in (1, 2, 3, 4):
        remove_document(stocked, document)
        assert held() == due()
    assert held() == set()
    assert stocked.execute(delete(aliases)).rowcount == 0


class TestProfiles:
    def test_a_speaker_has_years_and_ends(self, stocked: Session) -> None:
        profile = get_profile(stocked, complete_speakers(stocked, "mira")[0].id)
        assert profile.years == (GroupRecord("2031", "2031", 2),)
        assert profile.first_quote is not None
        assert profile.last_quote is not None
        assert (profile.first_quote.text, profile.last_quote.text) == ("We go.", "We go.")

    def test_one_without_a_day_has_none(self, stocked: Session) -> None:
        profile = get_profile(stocked, complete_speakers(stocked, "heide")[0].id)
        assert (profile.first_quote, profile.last_quote) == (None, None)
        assert profile.years == (GroupRecord(None, None, 1),)


def test_outlets_come_as_they_were_met(stocked: Session) -> None:
    day = date(2031, 5, 5)
    assert select_outlets(stocked).results == (
        OutletRecord(1, "The Lantern", 2, day, day),
        OutletRecord(2, "Hill Post", 1, None, None),
    )


def test_it_asks_no_more_often_where_more_are_found(stocked: Session) -> None:
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(stocked.get_bind(), "before_cursor_execute", note)
    counts = {}
    for q in ("d", "mira", "h"):
        asked.clear()
        found = complete_speakers(stocked, q)
        counts[len(found)] = len(asked)
    event.remove(stocked.get_bind(), "before_cursor_execute", note)
    assert set(counts) == {1, 2, 3}
    assert max(counts.values()) <= 4
