"""Lists of speakers and of documents."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.store.queries import select_documents, select_speakers


class TestSpeakers:
    def test_the_most_quoted_come_first(self, stocked: Session) -> None:
        counts = [speaker.quotes for speaker in select_speakers(stocked).results]
        assert counts == sorted(counts, reverse=True) == [2, 1, 1, 1, 1]

    @pytest.mark.parametrize(
        ("q", "names"),
        [
            ("danf", {"Mira Danforth", "Nat Danforth"}),
            ("DANF", {"Mira Danforth", "Nat Danforth"}),
            ("m danf", {"Mira Danforth"}),
            ("danforth mira", {"Mira Danforth"}),
            ("Mr. Danforth", {"Mira Danforth", "Nat Danforth"}),
            ("jose", {"José von der Heide"}),
            ("José", {"José von der Heide"}),
            ("heid", {"José von der Heide"}),
            ("eide", set()),
            ("lrc", {"League of River Cities"}),
            ("river c", {"League of River Cities"}),
            ("va", {"Jo Vale"}),
            ("_", None),
            ("%", None),
            ("", None),
            ("j%", {"José von der Heide", "Jo Vale"}),
        ],
    )
    def test_are_found_by_the_beginnings_of_their_names(
        self, stocked: Session, q: str, names: set[str] | None
    ) -> None:
        if names is None:
            with pytest.raises(FilterError, match="no letter"):
                select_speakers(stocked, q=q)
        else:
            page = select_speakers(stocked, q=q)
            assert {speaker.name for speaker in page.results} == names
            assert page.count == len(names)


class TestDocuments:
    def test_the_newest_come_first_and_those_without_a_date_last(self, stocked: Session) -> None:
        days = [document.published_on for document in select_documents(stocked).results]
        assert days == [date(2020, 3, 2), date(2020, 3, 2), date(2020, 3, 1), date(2019, 1, 1), None]

    @pytest.mark.parametrize(
        ("narrow", "count"),
        [
            ({"outlet": "river post"}, 2),
            ({"outlet": "nobody's"}, 0),
            ({"published_from": date(2020, 3, 1)}, 3),
            ({"published_to": date(2020, 3, 1)}, 2),
            ({"published_from": date(2020, 3, 1), "published_to": date(2020, 3, 1)}, 1),
            ({"q": "said"}, 5),
            ({"q": "first"}, 1),
            ({"q": "said", "outlet": "River Post", "published_from": date(2020, 1, 1)}, 1),
        ],
    )
    def test_filters(self, stocked: Session, narrow: dict[str, Any], count: int) -> None:
        assert select_documents(stocked, **narrow).count == count

    def test_days_the_wrong_way_round_are_refused(self, session: Session) -> None:
        with pytest.raises(FilterError, match="is after the last"):
            select_documents(session, published_from=date(2020, 1, 2), published_to=date(2020, 1, 1))
