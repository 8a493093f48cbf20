"""What has changed since a moment, so that a copy can follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes import Extraction
from quotes.errors import FilterError, NotFoundError
from quotes.store.correcting import Change
from quotes.store.corrections import correct, select_corrections, undo
from quotes.store.decisions import merge
from quotes.store.models import originals, quotes, speakers
from quotes.store.queries import get_quote
from quotes.store.records import DayValue, QuoteRecord
from quotes.store.removal import remove_document
from quotes.store.save import save
from quotes.store.updates import select_updates

from .corrected import BRANDT, CHANGES, WHO, all_quotes, gone, told, updates

Make = Callable[..., Any]


class TestUpdates:
    def test_all_quotes_are_new_at_first(self, session: Session, read: list[QuoteRecord]) -> None:
        assert [one.quote for one in updates(session)] == read

    def test_what_is_asked_since_the_last_moment_is_what_changed(
        self, session: Session, read: list[QuoteRecord]
    ) -> None:
        correct(session, read[1].id, Change("said_on", DayValue(date(2031, 5, 2), "day")), **WHO)
        moment = max(quote.updated_at for quote in read)
        changed = [one.quote for one in updates(session, since=moment) if one.quote]
        assert changed[-1] == get_quote(session, read[1].id)
        there = [one.quote.id for one in updates(session) if one.quote]
        assert there == [read[0].id, read[2].id, read[1].id]

    def test_a_document_that_is_read_again_is_news_only_where_it_says_something_else(
        self, session: Session, read: list[QuoteRecord], one: Any
    ) -> None:
        moment = max(quote.updated_at for quote in read)
        save(session, one.document, one.extraction, extractor_version="1")
        assert [one.quote for one in updates(session, since=moment)] == [
            quote for quote in read if quote.updated_at == moment
        ]

    def test_so_is_what_is_filled_in_about_the_document(
        self, session: Session, read: list[QuoteRecord], one: Any
    ) -> None:
        moment = max(quote.updated_at for quote in read)
        titled = replace(one.document, title="Talks")
        save(session, titled, one.extraction, extractor_version="1")
        changed = [one.quote for one in updates(session, since=moment) if one.quote]
        assert {quote.id for quote in changed if quote.document.title == "Talks"} == {q.id for q in read}

    def test_what_is_gone_is_told(
        self, session: Session, read: list[QuoteRecord], store: Make, one: Any
    ) -> None:
        store(replace(one, extraction=Extraction(one.extraction.attributions[:1], ())), version="2")
        assert {key: why for key, why in gone(session).items() if key[0] == "quote"} == {
            ("quote", read[1].id): "not_found",
            ("quote", read[2].id): "not_found",
        }
        remove_document(session, read[0].document.id)
        assert gone(session)["quote", read[0].id] == "document_removed"
        assert gone(session)["document", read[0].document.id] == "removed"

    def test_a_speaker_merged_is_told_with_the_survivor(
        self, session: Session, read: list[QuoteRecord]
    ) -> None:
        danforth, brandt = (quote.speaker for quote in read[:2])
        assert danforth is not None
        assert brandt is not None
        moment = max(quote.updated_at for quote in read)
        merge(session, danforth.id, brandt.id)
        found = updates(session, since=moment)
        (stone,) = (one.gone for one in found if one.gone and one.gone.noun == "speaker")
        assert (stone.id, stone.why, stone.heir_id) == (danforth.id, "joined", brandt.id)
        assert read[0].id in {one.quote.id for one in found if one.quote}

    def test_a_page_has_no_less_than_no_results(self, session: Session) -> None:
        with pytest.raises(FilterError, match="from 0 to"):
            select_updates(session, per_page=-1)
        assert select_updates(session, per_page=0).results == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_put_right_and_undone_a_copy_can_follow(
    fresh: Make, article: Make, said: Make, data: st.DataObject
) -> None:
    """Corrections, undoing and newer versions in any order: who asks for updates has what the store has."""
    names = ["Jo Vale", "Ola Brandt", "Mira Danforth"]
    one = article(*(said(f"We will do {n} of these.", name, name) for n, name in enumerate(names)), ("Dune",))
    with fresh() as session:
        save(session, one.document, one.extraction, extractor_version="0")
        ids = [quote.id for quote in all_quotes(session)]
        original = [told(quote).source for quote in all_quotes(session)]
        copy: dict[int, QuoteRecord] = {}
        moment = None
        for step in range(data.draw(st.integers(1, 6))):
            act = data.draw(st.sampled_from(["correct", "undo", "read"]))
            try:
                if act == "correct":
                    change = data.draw(st.sampled_from([*CHANGES, Change("speaker", BRANDT)]))
                    correct(session, data.draw(st.sampled_from(ids)), change, **WHO)
                elif act == "undo":
                    undo(session, by="Bo")
                else:
                    save(session, one.document, one.extraction, extractor_version=str(step + 1))
            except (NotFoundError, FilterError):
                pass
            for update in updates(session, since=moment):
                moment = update.at
                if update.quote is not None:
                    copy[update.quote.id] = update.quote
                elif update.gone.noun == "quote":
                    copy.pop(update.gone.id, None)
            now = {quote.id: quote for quote in all_quotes(session)}
            # how often a statement was printed, and in which office, other documents tell as well
            assert {id_: told(quote).source for id_, quote in copy.items()} == {
                id_: told(quote).source for id_, quote in now.items()
            }
            assert {id_: quote.corrections for id_, quote in copy.items()} == {
                id_: quote.corrections for id_, quote in now.items()
            }
        counted = {row.id: row.quotes for row in session.execute(select(speakers))}
        spoken = dict(
            session.execute(
                select(quotes.c.speaker_id, func.count())
                .where(quotes.c.speaker_id.is_not(None))
                .group_by(quotes.c.speaker_id)
            ).all()
        )
        assert counted == spoken
        while any(one.undone_at is None for one in select_corrections(session)):
            undo(session, by="Bo")
        assert [told(quote).source for quote in all_quotes(session)] == original
        assert [quote.id for quote in all_quotes(session)] == ids
        assert session.scalar(select(func.count()).select_from(originals)) == 0
