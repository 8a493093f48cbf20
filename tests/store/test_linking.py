"""Who is one speaker, under which names, and that the order of arrival does not matter."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from quotes import Extraction
from quotes.store.batches import batches
from quotes.store.filters import QuoteFilter
from quotes.store.queries import select_quotes, select_speakers
from quotes.store.save import save

PROPERTY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

Make = Callable[..., Any]
Fresh = Callable[[], AbstractContextManager[Session]]


def _known(session: Session) -> list[tuple[Any, ...]]:
    """Return all that is known of all speakers, but for their ids."""
    found = select_speakers(session, per_page=1000).results
    return sorted(
        (one.name, str(one.kind), one.aliases, one.quotes, one.documents, one.first_published_on)
        for one in found
    )


def _summary(session: Session) -> dict[str, tuple[str, ...]]:
    return {one.name: one.aliases for one in select_speakers(session, per_page=1000).results}


class TestOneSpeaker:
    def test_the_full_name_and_the_forms_in_the_text_are_aliases(
        self, session: Session, store: Make, article: Make
    ) -> None:
        store(
            article(("Yes.", "Foreign Minister Danforth", "Mira Danforth"), ("No.", "she", "Mira Danforth"))
        )
        assert _summary(session) == {"Mira Danforth": ("Danforth", "Mira Danforth")}

    @pytest.mark.parametrize(
        "other", ["MIRA DANFORTH", "Míra Dánforth", "Ms. Mira Danforth", "Mira  Danforth"]
    )
    def test_one_name_in_two_spellings_is_one_speaker(
        self, session: Session, store: Make, article: Make, other: str
    ) -> None:
        store(article(("Yes.", "she", "Mira Danforth")), article(("No.", "she", other)))
        assert select_speakers(session).count == 1

    def test_one_surname_is_not_one_speaker(self, session: Session, store: Make, article: Make) -> None:
        store(article(("Yes.", "Vale", "Jo Vale")), article(("No.", "Vale", "Ana Vale")))
        assert _summary(session) == {"Jo Vale": ("Jo Vale", "Vale"), "Ana Vale": ("Ana Vale", "Vale")}

    def test_a_person_and_a_country_of_one_name_are_two(
        self, session: Session, store: Make, article: Make, said: Make
    ) -> None:
        store(
            article(said("Yes.", "Aldova", "Aldova", kind="person")),
            article(said("No.", "Aldova", "Aldova", kind="government")),
        )
        assert sorted(str(one.kind) for one in select_speakers(session).results) == ["government", "person"]

    @pytest.mark.parametrize(
        ("kinds", "kind"),
        [
            (("organisation", "government"), "government"),
            (("group", "organisation"), "organisation"),
            (("person", None), "person"),
            ((None, None), None),
            (("unnamed", None), None),
        ],
    )
    def test_kinds_that_go_together_are_one_speaker_of_the_surer_kind(
        self,
        session: Session,
        store: Make,
        article: Make,
        said: Make,
        kinds: tuple[Any, Any],
        kind: str | None,
    ) -> None:
        articles = [article(said(f"No {i}.", "it", "Aldova", kind=each)) for i, each in enumerate(kinds)]
        store(*articles)
        assert [one.kind for one in select_speakers(session).results] == [kind]

    def test_an_unnamed_source_is_no_speaker(self, session: Session, store: Make, article: Make) -> None:
        store(article(("Yes.", "a senior official")))
        assert select_speakers(session).count == 0
        (quote,) = select_quotes(session, QuoteFilter()).results
        assert quote.speaker is None
        assert quote.source is not None
        assert quote.source.text == "a senior official"

    @pytest.mark.parametrize("name", ["", "  ", "A" * 301])
    def test_what_can_be_no_name_makes_no_speaker(
        self, session: Session, store: Make, article: Make, name: str
    ) -> None:
        store(article(("Yes.", "she", name)))
        assert select_speakers(session).count == 0
        assert select_quotes(session, QuoteFilter(attributed=True)).count == 1

    def test_a_name_without_a_letter_is_a_name(self, session: Session, store: Make, article: Make) -> None:
        store(article(("Yes.", "…", "…")))
        assert _summary(session) == {"…": ("…",)}

    @pytest.mark.parametrize("several", [100, pytest.param(2500, marks=pytest.mark.thorough)])
    def test_all_in_one_document_are_taken(
        self, session: Session, store: Make, article: Make, several: int
    ) -> None:
        said = [(f"No {number}.", f"Vale{number}", f"Jo Vale{number}") for number in range(several)]
        store(article(*said))
        store(article(*said), version="2")
        assert select_speakers(session).count == several


class TestOrderOfArrival:
    def test_does_not_matter(self, fresh: Fresh, article: Make, said: Make) -> None:
        articles = [
            article(said("A.", "DANFORTH", "MIRA DANFORTH", kind=None)),
            article(said("B.", "Danforth", "Mira Danforth", kind="person")),
            article(said("C.", "Minister Mira Danforth", "Minister Mira Danforth", kind="person")),
            article(
                said("D.", "Danforth", "Mira Danforth", kind="group"),
                said("E.", "it", "Aldova", kind="group"),
            ),
        ]
        seen = []
        for order in permutations(articles):
            with fresh() as session:
                for one in order:
                    save(session, one.document, one.extraction, extractor_version="1")
                seen.append(_known(session))
        assert all(known == seen[0] for known in seen)

    spoken = st.tuples(
        st.sampled_from(["a", "b", "c", "d", "e", "f"]),
        st.sampled_from(["Vale", "the minister", "JO VALE", "Ms. Danforth", "L.R.C."]),
        st.sampled_from(
            ["Jo Vale", "JO VALE", "Mira Danforth", "Ms. Mira Danforth", "League of River Cities", None]
        ),
        st.sampled_from(["person", "organisation", "group", None]),
    )
    written = st.lists(st.lists(spoken, max_size=4), min_size=1, max_size=4)

    @PROPERTY
    @given(first=written, second=st.data())
    def test_replacing_gives_what_reading_afresh_would(
        self, fresh: Fresh, article: Make, said: Make, first: Any, second: st.DataObject
    ) -> None:
        articles = [
            article(*(said(*one) for one in words), opening=f"{number}. ")
            for number, words in enumerate(first)
        ]
        # what another version finds in the same texts: some of it, some of it as unattributed
        later = []
        for one in articles:
            keep = [each for each in one.extraction.attributions if second.draw(st.booleans())]
            later.append(Extraction(tuple(keep), one.extraction.unattributed))
        with fresh() as session:
            for one, found in zip(articles, later, strict=True):
                save(session, one.document, found, extractor_version="2")
            afresh = _known(session)
        with fresh() as session:
            for one in articles:
                save(session, one.document, one.extraction, extractor_version="1")
            for one, found in reversed(list(zip(articles, later, strict=True))):
                save(session, one.document, found, extractor_version="2")
            assert _known(session) == afresh


class TestRemoving:
    def test_a_speaker_without_a_quote_and_an_alias_without_a_document_go(
        self, session: Session, article: Make
    ) -> None:
        one = article(("Yes.", "Vale", "Jo Vale"), ("No.", "Ms. Danforth", "Mira Danforth"))
        other = article(("Hm.", "Jo Vale", "Jo Vale"))
        save(session, one.document, one.extraction, extractor_version="1")
        save(session, other.document, other.extraction, extractor_version="1")
        assert _summary(session)["Jo Vale"] == ("Jo Vale", "Vale")
        save(session, one.document, Extraction((), ()), extractor_version="2")
        assert _summary(session) == {"Jo Vale": ("Jo Vale",)}

    def test_a_speaker_who_stays_keeps_the_id(self, session: Session, article: Make) -> None:
        one = article(("Yes.", "Vale", "Jo Vale"))
        save(session, one.document, one.extraction, extractor_version="1")
        before = select_speakers(session).results
        save(session, one.document, one.extraction, extractor_version="2")
        assert select_speakers(session).results == before


def test_batches() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([], 2)) == []
