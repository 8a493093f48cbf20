"""Merging and splitting speakers by hand, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from quotes.errors import NotFoundError, StoreError
from quotes.speakers.roster import read_entries
from quotes.store.decisions import log, merge, split, undo
from quotes.store.filters import QuoteFilter
from quotes.store.queries import get_speaker, select_documents, select_quotes, select_speakers
from quotes.store.rosters import load_roster
from quotes.store.save import save

Make = Callable[..., Any]


@pytest.fixture
def read(session: Session, article: Make, said: Make) -> Callable[..., None]:
    """Return a function that reads documents, each written "name, country, role"."""

    def read(*documents: str, version: str = "1", of: Session = session) -> None:
        for words in documents:
            name, country, role = (*(part.strip() for part in words.split(",")), "", "")[:3]
            spoken = said("Yes.", name, name, country=country or None, role=role or None)
            one = article(spoken, opening=f"{words}\n")
            save(of, one.document, one.extraction, extractor_version=version)

    return read


def _speakers(session: Session) -> dict[str, int]:
    """Return how many quotes speakers have, by name; namesakes in the order of their ids."""
    found = sorted(select_speakers(session, per_page=1000).results, key=lambda one: one.id)
    names = [one.name for one in found]
    return {
        one.name if names.count(one.name) == 1 else f"{one.name} {names[: k + 1].count(one.name)}": one.quotes
        for k, one in enumerate(found)
    }


def _id(session: Session, name: str) -> int:
    (found,) = [one.id for one in select_speakers(session).results if one.name == name]
    return found


def _document(session: Session, beginning: str) -> int:
    found = select_documents(session, q=f'"{beginning}"').results
    return min(found, key=lambda one: one.length).id


def _unlinked(session: Session) -> int:
    found = select_quotes(session, QuoteFilter(attributed=True)).results
    return sum(quote.speaker is None for quote in found)


class TestMerging:
    def test_all_is_the_second_ones_and_the_first_ones_id_leads_there(
        self, session: Session, read: Make
    ) -> None:
        read("Mira Danforth", "Mira Brandt", "MIRA BRANDT")
        gone, kept = _id(session, "Mira Brandt"), _id(session, "Mira Danforth")
        decision = merge(session, gone, kept)
        assert (decision.verb, decision.speaker_id, decision.other_id) == ("merge", kept, gone)
        (speaker,) = select_speakers(session).results
        assert (speaker.id, speaker.quotes, speaker.documents) == (kept, 3, 3)
        assert set(speaker.aliases) >= {"Mira Danforth", "Mira Brandt"}
        assert get_speaker(session, gone) == speaker
        assert select_quotes(session, QuoteFilter(speaker_id=gone)).count == 3
        assert select_quotes(session, QuoteFilter(speaker="Mira Brandt")).count == 3

    def test_it_holds_for_documents_to_come_and_for_those_read_again(
        self, session: Session, read: Make
    ) -> None:
        read("Mira Danforth", "Mira Brandt")
        merge(session, _id(session, "Mira Brandt"), _id(session, "Mira Danforth"))
        read("Mira Brandt", "Mira Brandt, DE", "MIRA DANFORTH")
        read("Mira Danforth", "Mira Brandt", version="2")
        assert list(_speakers(session).values()) == [4]

    def test_namesakes_who_are_one_leave_no_doubt(self, session: Session, read: Make) -> None:
        read("Jo Vale, DE", "Jo Vale, FR", "Jo Vale", "Vale, DE")
        assert _unlinked(session) == 1
        one, other = sorted(speaker.id for speaker in select_speakers(session).results)
        merge(session, other, one)
        assert _unlinked(session) == 0
        assert _speakers(session) == {"Jo Vale": 4}

    def test_merged_speakers_can_be_merged_again(self, session: Session, read: Make) -> None:
        read("Mira Danforth", "Mira Brandt", "Mira Vale")
        first, second, third = (_id(session, f"Mira {name}") for name in ("Danforth", "Brandt", "Vale"))
        merge(session, first, second)
        merge(session, second, third)
        assert get_speaker(session, first).id == get_speaker(session, second).id == third
        assert list(_speakers(session).values()) == [3]

    def test_a_body_taken_for_a_person_can_be_put_right(
        self, session: Session, store: Make, article: Make, said: Make
    ) -> None:
        store(
            article(said("A.", "Boatworks", "Boatworks", kind="person")),
            article(said("B.", "Boatworks", "Boatworks", kind="organisation")),
        )
        one, other = (speaker.id for speaker in select_speakers(session).results)
        merge(session, one, other)
        assert _speakers(session) == {"Boatworks": 2}

    def test_identifiers_go_along(self, session: Session, read: Make) -> None:
        row = {"key": "a", "name": "Mira Danforth", "wikidata": "Q7"}
        load_roster(session, read_entries([("1", row)]))
        read("Mira Brandt")
        merge(session, _id(session, "Mira Danforth"), _id(session, "Mira Brandt"))
        assert select_quotes(session, QuoteFilter(speaker="wikidata:Q7")).count == 1
        load_roster(session, read_entries([("1", row)]))
        assert len(_speakers(session)) == 1
        undo(session)
        assert select_quotes(session, QuoteFilter(speaker="wikidata:Q7")).count == 0

    def test_what_can_not_be_merged_is_refused(self, session: Session, read: Make) -> None:
        read("Mira Danforth", "Mira Brandt")
        one, other = _id(session, "Mira Danforth"), _id(session, "Mira Brandt")
        with pytest.raises(StoreError, match="one speaker already"):
            merge(session, one, one)
        with pytest.raises(NotFoundError, match="no speaker 99"):
            merge(session, one, 99)
        merge(session, one, other)
        with pytest.raises(StoreError, match="one speaker already"):
            merge(session, other, one)


class TestSplitting:
    def test_what_is_said_in_these_documents_is_anothers(self, session: Session, read: Make) -> None:
        read("Jo Vale, DE", "Jo Vale, DE, mayor", "Jo Vale")
        old = _id(session, "Jo Vale")
        decision = split(session, old, [_document(session, "Jo Vale, DE, mayor")])
        assert (decision.verb, decision.speaker_id) == ("split", old)
        assert _speakers(session) == {"Jo Vale 1": 2, "Jo Vale 2": 1}
        assert [one.title for one in get_speaker(session, decision.other_id).offices] == ["mayor"]
        assert get_speaker(session, old).offices == ()

    def test_it_holds_when_the_documents_are_read_again_and_for_no_others(
        self, session: Session, read: Make
    ) -> None:
        read("Jo Vale, DE", "Jo Vale, DE, mayor")
        decision = split(session, _id(session, "Jo Vale"), [_document(session, "Jo Vale, DE, mayor")])
        read("Jo Vale, DE", "Jo Vale, DE, mayor", version="2")
        read("Jo Vale, DE, judge", "Jo Vale", "Vale, DE")
        assert get_speaker(session, decision.speaker_id).quotes == 4
        assert get_speaker(session, decision.other_id).quotes == 1
        assert _unlinked(session) == 0

    def test_the_one_split_off_can_be_merged_into_somebody_else(self, session: Session, read: Make) -> None:
        read("Jo Vale", "Jo Vale, DE", "Mira Danforth")
        decision = split(session, _id(session, "Jo Vale"), [_document(session, "Jo Vale, DE")])
        merge(session, decision.other_id, _id(session, "Mira Danforth"))
        read("Jo Vale, DE", version="2")
        assert _speakers(session) == {"Jo Vale": 1, "Mira Danforth": 2}
        undo(session)
        read("Jo Vale, DE", version="3")
        assert _speakers(session) == {"Jo Vale 1": 1, "Mira Danforth": 1, "Jo Vale 2": 1}

    def test_what_can_not_be_split_is_refused(self, session: Session, read: Make) -> None:
        read("Jo Vale", "Jo Vale, DE", "Mira Danforth")
        speaker = _id(session, "Jo Vale")
        mine, others = _document(session, "Jo Vale, DE"), _document(session, "Mira Danforth")
        with pytest.raises(NotFoundError, match=f"no quote of speaker {speaker} in document {others}"):
            split(session, speaker, [mine, others])
        with pytest.raises(NotFoundError, match="no speaker 99"):
            split(session, 99, [mine])
        with pytest.raises(StoreError, match="all the documents in which Jo Vale"):
            split(session, speaker, [mine, _document(session, "Jo Vale")])
        assert log(session) == []


class TestUndoing:
    def test_a_merging(self, session: Session, read: Make) -> None:
        read("Mira Danforth", "Mira Brandt", "Jo Vale, DE", "Jo Vale, FR", "Jo Vale")
        before = select_speakers(session).results
        merge(session, _id(session, "Mira Brandt"), _id(session, "Mira Danforth"))
        undo(session)
        assert select_speakers(session).results == before

    def test_a_splitting(self, session: Session, read: Make) -> None:
        read("Jo Vale, DE", "Jo Vale, DE, mayor")
        before = select_speakers(session).results
        decision = split(session, _id(session, "Jo Vale"), [_document(session, "Jo Vale, DE, mayor")])
        undo(session)
        assert select_speakers(session).results == before
        assert get_speaker(session, decision.other_id).id == decision.speaker_id

    def test_what_was_read_since_is_sorted_anew(self, session: Session, read: Make) -> None:
        read("Mira Danforth", "Mira Brandt")
        one, other = _id(session, "Mira Danforth"), _id(session, "Mira Brandt")
        merge(session, other, one)
        read("Mira Brandt, DE", "Mira Danforth, FR")
        undo(session)
        assert (get_speaker(session, one).quotes, get_speaker(session, other).quotes) == (2, 2)

    def test_what_no_document_says_any_more_is_not_kept(
        self, session: Session, read: Make, article: Make
    ) -> None:
        read("Mira Danforth", "Mira Brandt")
        merge(session, _id(session, "Mira Brandt"), _id(session, "Mira Danforth"))
        one = article(("Yes.", "Mira Brandt", "Mira Brandt"), opening="Mira Brandt\n")
        save(session, one.document, type(one.extraction)((), ()), extractor_version="2")
        undo(session)
        assert _speakers(session) == {"Mira Danforth": 1}

    def test_the_last_first_and_each_once(self, session: Session, read: Make) -> None:
        read("Mira Danforth", "Mira Brandt", "Mira Vale", "Jo Osk", "Jo Ruiz")
        first, second, third = (_id(session, f"Mira {name}") for name in ("Danforth", "Brandt", "Vale"))
        one = merge(session, first, second)
        two = merge(session, second, third)
        other = merge(session, _id(session, "Jo Osk"), _id(session, "Jo Ruiz"))
        with pytest.raises(StoreError, match=f"the decision {two.id} came later"):
            undo(session, one.id)
        assert undo(session, two.id).undone_at is not None
        with pytest.raises(StoreError, match="undone already"):
            undo(session, two.id)
        assert undo(session, one.id).id == one.id
        assert undo(session).id == other.id
        with pytest.raises(NotFoundError, match="no decision to undo"):
            undo(session)
        with pytest.raises(NotFoundError, match="no decision 99"):
            undo(session, 99)
        assert len(_speakers(session)) == 5
        assert [(one.id, one.undone_at is None) for one in log(session)] == [
            (other.id, False),
            (two.id, False),
            (one.id, False),
        ]

    def test_a_splitting_of_one_who_was_split_off_and_merged_again(
        self, session: Session, read: Make
    ) -> None:
        read("Jo Vale, DE", "J. Vale, DE")
        (vale,) = select_speakers(session).results
        split(session, vale.id, [_document(session, "Jo Vale")])
        (other,) = (one for one in select_speakers(session).results if one.id != vale.id)
        merge(session, other.id, vale.id)
        split(session, vale.id, [_document(session, "Jo Vale")])
        for _ in range(3):
            undo(session)
        (now,) = select_speakers(session).results
        assert (now.id, now.name, now.quotes, now.aliases) == (vale.id, "Jo Vale", 2, vale.aliases)


NAMES = [
    "Jo Vale",
    "Jo Vale, DE",
    "Jo Vale, FR",
    "J. Vale, DE",
    "Vale, DE",
    "Mira Danforth",
    "Mira Brandt, DE",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True), st.data())
def test_undoing_all_gives_what_was_before(
    fresh: Make, read: Make, documents: list[str], data: st.DataObject
) -> None:
    with fresh() as session:
        read(*documents, of=session)
        # Not the ids: whoever becomes doubtful by a split and clear again by its undoing gets a new one.
        before = [(one.name, one.quotes, one.aliases) for one in select_speakers(session).results]
        made = 0
        for _ in range(data.draw(st.integers(0, 3))):
            ids = sorted(one.id for one in select_speakers(session).results)
            one, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
            quotes = select_quotes(session, QuoteFilter(speaker_id=one)).results
            try:
                if data.draw(st.booleans()):
                    merge(session, one, other)
                else:
                    split(session, one, [quotes[0].document.id])
                made += 1
            except StoreError:
                continue
        for _ in range(made):
            undo(session)
        after = [(one.name, one.quotes, one.aliases) for one in select_speakers(session).results]
        assert sorted(after) == sorted(before)
