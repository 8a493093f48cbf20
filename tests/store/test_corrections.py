"""What people put right: it shows, it holds when documents are read again, and it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes import Extraction, Span
from quotes.errors import FilterError, NotFoundError, StoreError
from quotes.store.correcting import Change
from quotes.store.corrections import correct, nearest_words, select_corrections, undo
from quotes.store.decisions import merge
from quotes.store.models import originals
from quotes.store.queries import get_quote, select_speakers
from quotes.store.records import DayValue, PartRecord, QuoteRecord, SpeakerValue
from quotes.store.removal import remove_document
from quotes.store.statements import get_statement

from .corrected import BRANDT, CHANGES, VALE, WHO, all_quotes, gone, told

Make = Callable[..., Any]


class TestTheSpeaker:
    def test_is_who_is_named(self, session: Session, read: list[QuoteRecord]) -> None:
        before = read[0]
        made = correct(session, before.id, Change("speaker", VALE), **WHO)
        after = get_quote(session, before.id)
        assert after.speaker is not None
        assert before.speaker is not None
        assert after.speaker.name == "Jo Vale"
        assert (after.rule, after.confidence) == ("corrected", 1.0)
        assert after.corrections == (made,)
        assert (made.field, made.made_by, made.why) == ("speaker", "Ana", "the video")
        assert made.before == SpeakerValue("Mira Danforth", "person", before.speaker.id)
        assert made.after == VALE
        assert after.updated_at > before.updated_at

    def test_nothing_that_was_said_of_the_one_before_holds(
        self, session: Session, read: list[QuoteRecord]
    ) -> None:
        correct(session, read[0].id, Change("speaker", VALE), **WHO)
        after = get_quote(session, read[0].id)
        assert (after.source, after.antecedent, after.role, after.country) == (None, None, None, None)
        assert (after.text, after.cue, after.document) == (read[0].text, read[0].cue, read[0].document)

    def test_words_that_can_mean_both_stay_the_source(
        self, session: Session, store: Make, article: Make, said: Make
    ) -> None:
        store(article(said("No.", "he", "Ola Brandt"), said("Yes.", "Brandt", "Ola Brandt")))
        other = SpeakerValue("Eva Brandt", "person")
        for quote in all_quotes(session):
            correct(session, quote.id, Change("speaker", other), **WHO)
        assert [quote.source and quote.source.text for quote in all_quotes(session)] == ["he", "Brandt"]

    def test_is_one_with_those_so_called_elsewhere(
        self, session: Session, read: list[QuoteRecord], store: Make, article: Make
    ) -> None:
        store(article(("Maybe.", "Vale", "Jo Vale")))
        correct(session, read[0].id, Change("speaker", VALE), **WHO)
        (vale,) = select_speakers(session, q="Vale").results
        assert (vale.quotes, vale.documents) == (2, 2)
        assert [quote.text for quote in all_quotes(session, speaker="Vale")] == ["We will talk.", "Maybe."]
        assert all_quotes(session, speaker="Danforth") == []
        assert select_speakers(session, q="Danforth").count == 0

    def test_is_one_certain_speaker_by_the_id(
        self, session: Session, read: list[QuoteRecord], store: Make, article: Make, said: Make
    ) -> None:
        store(
            article(said("Maybe.", "Vale", "Jo Vale", country="XA", role="the envoy")),
            article(said("Never.", "Vale", "Jo Vale", country="XB", role="the judge")),
        )
        first, second = (quote.speaker for quote in all_quotes(session, speaker="Jo Vale"))
        assert first is not None
        assert second is not None
        assert first.id != second.id
        correct(session, read[0].id, Change("speaker", replace(VALE, id=second.id)), **WHO)
        assert get_quote(session, read[0].id).speaker == second
        assert [quote.text for quote in all_quotes(session, speaker_id=first.id)] == ["Maybe."]

    def test_by_the_id_of_one_merged_is_the_survivor(
        self, session: Session, read: list[QuoteRecord], store: Make, one: Any
    ) -> None:
        danforth, brandt = (quote.speaker for quote in read[:2])
        assert danforth is not None
        assert brandt is not None
        correct(session, read[2].id, Change("speaker", replace(VALE, id=danforth.id)), **WHO)
        merge(session, danforth.id, brandt.id)
        store(one, version="2")
        assert {quote.speaker and quote.speaker.id for quote in all_quotes(session)} == {brandt.id}

    def test_can_be_nobody(self, session: Session, read: list[QuoteRecord]) -> None:
        correct(session, read[0].id, Change("speaker", None), **WHO)
        after = get_quote(session, read[0].id)
        assert (after.speaker, after.source, after.rule, after.reason) == (None, None, None, "corrected")
        assert [quote.text for quote in all_quotes(session, attributed=True)] == ["We will walk."]

    def test_can_be_found_where_none_was(self, session: Session, read: list[QuoteRecord]) -> None:
        correct(session, read[2].id, Change("speaker", VALE), **WHO)
        after = get_quote(session, read[2].id)
        assert after.speaker is not None
        assert (after.speaker.name, after.source, after.reason) == ("Jo Vale", None, None)
        assert len(all_quotes(session, attributed=True)) == 3

    def test_can_be_put_right_again(self, session: Session, read: list[QuoteRecord]) -> None:
        for who in (VALE, BRANDT):
            correct(session, read[0].id, Change("speaker", who), **WHO)
        after = get_quote(session, read[0].id)
        assert after.speaker == read[1].speaker
        assert [one.after for one in after.corrections] == [VALE, BRANDT]

    def test_of_one_statement_is_of_another_then(self, session: Session, store: Make, article: Make) -> None:
        words = "We will keep the harbour open to every ship"
        store(article((words, "Vale", "Jo Vale")), article((f"{words}.", "Vale", "Jo Vale")))
        first, second = all_quotes(session)
        assert first.statement == second.statement
        correct(session, second.id, Change("speaker", BRANDT), **WHO)
        assert [quote.statement.quotes for quote in all_quotes(session)] == [1, 1]
        assert len(get_statement(session, first.statement.id).occurrences) == 1


class TestTheSource:
    def test_is_words_of_the_document(self, session: Session, read: list[QuoteRecord]) -> None:
        words = nearest_words(session, read[2].id, "Danforth")
        correct(session, read[2].id, Change("source", words), **WHO)
        after = get_quote(session, read[2].id)
        assert after.source == words
        assert (after.reason, after.rule, after.speaker) == (None, "corrected", None)

    def test_is_given_by_where_it_stands(self, session: Session, read: list[QuoteRecord]) -> None:
        source = read[1].source
        assert source is not None
        made = correct(session, read[0].id, Change("source", replace(source, text="?")), **WHO)
        assert made.after == source

    def test_the_nearest_of_equal_words_is_meant(self, session: Session, store: Make, article: Make) -> None:
        store(article(("No.", "Vale", "Jo Vale"), ("Yes.", "Vale", "Jo Vale"), opening="Vale came. "))
        for quote in all_quotes(session):
            assert nearest_words(session, quote.id, "Vale") == quote.source

    @pytest.mark.parametrize("words", ["Nobody", "", "danforth"])
    def test_that_does_not_stand_there_is_refused(
        self, session: Session, read: list[QuoteRecord], words: str
    ) -> None:
        with pytest.raises(FilterError, match="does not have the words"):
            nearest_words(session, read[0].id, words)

    @pytest.mark.parametrize("value", [None, PartRecord("x", 5, 5), PartRecord("x", -1, 3)])
    def test_must_be_words(self, session: Session, read: list[QuoteRecord], value: Any) -> None:
        with pytest.raises(FilterError):
            correct(session, read[0].id, Change("source", value), **WHO)


class TestTheDay:
    @pytest.mark.parametrize(
        ("day", "precision", "first"),
        [
            (date(2031, 5, 2), "day", date(2031, 5, 2)),
            (date(2031, 5, 2), "month", date(2031, 5, 1)),
            (date(2031, 5, 2), "year", date(2031, 1, 1)),
        ],
    )
    def test_is_set(
        self, session: Session, read: list[QuoteRecord], day: date, precision: Any, first: date
    ) -> None:
        correct(session, read[0].id, Change("said_on", DayValue(day, precision)), **WHO)
        after = get_quote(session, read[0].id)
        assert after.said_on is not None
        assert (after.said_on.date, after.said_on.precision) == (first, precision)
        assert (after.said_on.basis, after.said_on.words) == ("corrected", None)
        assert (after.speaker, after.rule) == (read[0].speaker, read[0].rule)
        assert all_quotes(session, said_from=day, said_to=day) == [after]

    def test_can_be_unknown(self, session: Session, read: list[QuoteRecord]) -> None:
        for day in (DayValue(date(2031, 5, 2), "day"), None):
            correct(session, read[0].id, Change("said_on", day), **WHO)
        assert get_quote(session, read[0].id).said_on is None


class TestNoQuote:
    def test_is_gone_with_a_tombstone(self, session: Session, read: list[QuoteRecord]) -> None:
        correct(session, read[0].id, Change("quote", False), **WHO)
        with pytest.raises(NotFoundError):
            get_quote(session, read[0].id)
        assert [quote.id for quote in all_quotes(session)] == [quote.id for quote in read[1:]]
        assert gone(session)["quote", read[0].id] == "corrected"

    def test_comes_back_under_its_id(self, session: Session, read: list[QuoteRecord]) -> None:
        correct(session, read[0].id, Change("quote", False), **WHO)
        undo(session, by="Ana")
        after = get_quote(session, read[0].id)
        assert after.corrections == ()
        assert (after.text, after.source) == (read[0].text, read[0].source)
        assert ("quote", after.id) not in gone(session)

    def test_what_else_was_put_right_comes_back_with_it(
        self, session: Session, read: list[QuoteRecord]
    ) -> None:
        correct(session, read[0].id, Change("speaker", VALE), **WHO)
        before = told(get_quote(session, read[0].id))
        correct(session, read[0].id, Change("quote", False), **WHO)
        undo(session, by="Ana")
        after = told(get_quote(session, read[0].id))
        assert after.speaker is not None
        assert before.speaker is not None
        assert after.speaker.name == before.speaker.name

    def test_is_refused_when_it_is_gone(self, session: Session, read: list[QuoteRecord]) -> None:
        correct(session, read[0].id, Change("quote", False), **WHO)
        with pytest.raises(NotFoundError, match=f"no quote {read[0].id}"):
            correct(session, read[0].id, Change("quote", False), **WHO)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.field}:{change.value}")
class TestReadingAgain:
    """Of the three quotes the first is put right; then a newer version reads the document."""

    def shown(self, session: Session) -> list[QuoteRecord]:
        return [replace(told(quote), extractor_version="", speaker=None) for quote in all_quotes(session)]

    def test_a_newer_version_changes_nothing_of_it(
        self, session: Session, read: list[QuoteRecord], store: Make, one: Any, change: Change
    ) -> None:
        correct(session, read[0].id, change, **WHO)
        before = self.shown(session)
        (saved,) = store(one, version="2")
        after = self.shown(session)
        assert after == before
        assert saved.quotes == len(after)

    def test_nor_does_one_that_finds_other_ends(
        self, session: Session, read: list[QuoteRecord], store: Make, one: Any, change: Change
    ) -> None:
        correct(session, read[0].id, change, **WHO)
        before = self.shown(session)
        first, *others = one.extraction.attributions
        shorter = replace(first, content=(Span(first.start, first.end - 2),))
        newer = replace(one, extraction=Extraction((shorter, *others), one.extraction.unattributed))
        store(newer, version="2")
        assert [quote.id for quote in self.shown(session)] == [quote.id for quote in before]
        if change.value is not False:
            assert get_quote(session, read[0].id).text == read[0].text[:-2]

    def test_nor_one_that_does_not_find_it(
        self, session: Session, read: list[QuoteRecord], store: Make, one: Any, change: Change
    ) -> None:
        correct(session, read[0].id, change, **WHO)
        before = [quote.id for quote in self.shown(session)]
        _, *others = one.extraction.attributions
        store(replace(one, extraction=Extraction(tuple(others), one.extraction.unattributed)), version="2")
        assert [quote.id for quote in self.shown(session)] == before

    def test_undone_it_is_what_the_newer_version_says(
        self, session: Session, read: list[QuoteRecord], store: Make, one: Any, change: Change
    ) -> None:
        made = correct(session, read[0].id, change, **WHO)
        first, *others = one.extraction.attributions
        newer = replace(first, confidence=0.5)
        store(replace(one, extraction=Extraction((newer, *others), one.extraction.unattributed)), version="2")
        undo(session, made.id, by="Bo")
        after = get_quote(session, read[0].id)
        assert (after.confidence, after.rule, after.corrections) == (0.5, "content_cue_source", ())
        assert session.scalar(select(func.count()).select_from(originals)) == 0

    def test_undone_it_is_as_it_was(self, session: Session, read: list[QuoteRecord], change: Change) -> None:
        made = correct(session, read[0].id, change, **WHO)
        undone = undo(session, made.id, by="Bo")
        assert (undone.undone_by, undone.id) == ("Bo", made.id)
        # of whom or of what nothing was left has a new id
        same = {"speaker": None, "statement": read[0].statement}
        assert [replace(told(quote), **same) for quote in all_quotes(session)] == [
            replace(told(quote), **same) for quote in read
        ]
        assert [quote.speaker and quote.speaker.name for quote in all_quotes(session)] == [
            quote.speaker and quote.speaker.name for quote in read
        ]


class TestUndoing:
    def test_others_stay(self, session: Session, read: list[QuoteRecord]) -> None:
        first = correct(session, read[0].id, Change("speaker", VALE), **WHO)
        second = correct(session, read[0].id, Change("said_on", DayValue(date(2031, 5, 2), "day")), **WHO)
        undo(session, first.id, by="Bo")
        after = get_quote(session, read[0].id)
        assert after.corrections == (second,)
        assert after.speaker is not None
        assert after.speaker.name == "Mira Danforth"
        assert after.said_on is not None

    def test_the_last_one_is_meant(self, session: Session, read: list[QuoteRecord]) -> None:
        first, second = (correct(session, quote.id, Change("speaker", VALE), **WHO) for quote in read[:2])
        assert [undo(session, by="Bo").id for _ in range(2)] == [second.id, first.id]
        with pytest.raises(NotFoundError, match="no correction to undo"):
            undo(session, by="Bo")

    def test_not_twice(self, session: Session, read: list[QuoteRecord]) -> None:
        made = correct(session, read[0].id, Change("speaker", VALE), **WHO)
        undo(session, made.id, by="Bo")
        with pytest.raises(StoreError, match=f"correction {made.id} was undone already"):
            undo(session, made.id, by="Bo")

    def test_not_where_the_document_is_gone(self, session: Session, read: list[QuoteRecord]) -> None:
        made = correct(session, read[0].id, Change("speaker", VALE), **WHO)
        remove_document(session, read[0].document.id)
        with pytest.raises(StoreError, match="is not here any more"):
            undo(session, made.id, by="Bo")
        assert select_corrections(session) == [made]

    def test_the_log_keeps_all(self, session: Session, read: list[QuoteRecord]) -> None:
        first = correct(session, read[0].id, Change("speaker", VALE), **WHO)
        second = correct(session, read[1].id, Change("speaker", VALE), **WHO)
        undone = undo(session, first.id, by="Bo")
        assert select_corrections(session) == [second, undone]
        assert select_corrections(session, quote_id=read[0].id) == [undone]


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("change", "who", "error"),
        [
            (Change("speaker", SpeakerValue(" ", "person")), WHO, "speaker has from 1"),
            (Change("speaker", SpeakerValue("x" * 501, "person")), WHO, "speaker has from 1"),
            (Change("speaker", SpeakerValue("a\0b", "person")), WHO, "no text has"),
            (Change("speaker", SpeakerValue("\ud800", "person")), WHO, "no text has"),
            (Change("speaker", VALE), WHO | {"by": " "}, "by has from 1"),
            (Change("speaker", VALE), WHO | {"why": ""}, "why has from 1"),
            (Change("said_on", None), WHO, "is said of quote"),
            (Change("speaker", SpeakerValue("Mira Danforth", "person")), WHO, "is said of quote"),
        ],
    )
    def test_a_value_without_use(
        self, session: Session, read: list[QuoteRecord], change: Change, who: Any, error: str
    ) -> None:
        with pytest.raises(FilterError, match=error):
            correct(session, read[0].id, change, **who)
        assert all_quotes(session) == read

    @pytest.mark.parametrize("number", [0, -1, 99, 2**70])
    def test_a_quote_that_is_not_there(self, session: Session, number: int) -> None:
        with pytest.raises(NotFoundError, match=f"no quote {number}"):
            correct(session, number, Change("quote", False), **WHO)
        with pytest.raises(NotFoundError, match=f"no quote {number}"):
            nearest_words(session, number, "Vale")

    def test_a_speaker_who_is_not_there(self, session: Session, read: list[QuoteRecord]) -> None:
        with pytest.raises(NotFoundError, match="no speaker 99"):
            correct(session, read[0].id, Change("speaker", replace(VALE, id=99)), **WHO)
