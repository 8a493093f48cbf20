from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from quotes.errors import CursorError, FilterError, NotFoundError
from quotes.store.filters import QuoteFilter
from quotes.store.queries import (
    get_document,
    get_quote,
    get_speaker,
    select_documents,
    select_quotes,
    select_speakers,
)
from quotes.store.records import CueRecord, DocumentRef, Page, PartRecord, SpeakerRef
from quotes.store.save import save

PROPERTY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

SORTS = [
    "published_on",
    "-published_on",
    "said_on",
    "-said_on",
    "day",
    "-day",
    "confidence",
    "-confidence,day",
    "id",
    "-id",
]
Make = Callable[..., Any]
Fresh = Callable[[], AbstractContextManager[Session]]


def _words(page: Page[Any]) -> list[str]:
    return [quote.text.rstrip(".") for quote in page.results]


NEWEST_FIRST = ["Delta", "Epsilon", "Alpha", "Beta", "Gamma", "Zeta", "Eta", "Theta"]
OLDEST_FIRST = ["Eta", "Theta", "Zeta", "Alpha", "Beta", "Gamma", "Delta", "Epsilon"]
BY_ID = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta"]


@pytest.mark.parametrize(
    ("sort", "words"),
    [("-published_on", NEWEST_FIRST), ("published_on", OLDEST_FIRST), ("id", BY_ID), ("-id", BY_ID[::-1])],
)
def test_sorts(stocked: Session, sort: str, words: list[str]) -> None:
    assert _words(select_quotes(stocked, QuoteFilter(), sort=sort)) == words


@pytest.mark.parametrize(
    ("narrow", "words"),
    [
        # by name
        ({"speaker": "Mira Danforth"}, ["Alpha", "Beta"]),
        ({"speaker": "MIRA DANFORTH"}, ["Alpha", "Beta"]),
        ({"speaker": "Míra  Danforth"}, ["Alpha", "Beta"]),
        ({"speaker": "Ms. Mira Danforth"}, ["Alpha", "Beta"]),
        ({"speaker": "Foreign Minister Danforth"}, ["Alpha", "Beta", "Theta"]),
        ({"speaker": "Danforth"}, ["Alpha", "Beta", "Theta"]),
        ({"speaker": "mr danforth"}, ["Alpha", "Beta", "Theta"]),
        ({"speaker": "Nat Danforth"}, ["Theta"]),
        ({"speaker": "Heide"}, ["Epsilon"]),
        ({"speaker": "von der Heide"}, ["Epsilon"]),
        ({"speaker": "Jose von der Heide"}, ["Epsilon"]),
        ({"speaker": "League of River Cities"}, ["Zeta"]),
        ({"speaker": "the LRC"}, ["Zeta"]),
        ({"speaker": "L.R.C."}, ["Zeta"]),
        ({"speaker": "Cities"}, []),
        ({"speaker": "Mira"}, []),
        ({"speaker": "Nobody"}, []),
        ({"speaker": "%"}, []),
        ({"speaker_id": 10**30}, []),
        ({"speaker_id": -1}, []),
        # by day, both ends included
        ({"from_": date(2020, 3, 1)}, ["Delta", "Epsilon", "Alpha", "Beta", "Gamma"]),
        ({"to": date(2020, 3, 1)}, ["Alpha", "Beta", "Gamma", "Zeta"]),
        ({"from_": date(2020, 3, 2), "to": date(2020, 3, 2)}, ["Delta", "Epsilon"]),
        ({"from_": date.min, "to": date.max}, NEWEST_FIRST[:6]),
        ({"to": date.min}, []),
        # the rest
        ({"outlet": "The Aldova Herald"}, ["Alpha", "Beta", "Gamma"]),
        ({"outlet": "aldova herald"}, ["Alpha", "Beta", "Gamma"]),
        ({"outlet": "Herald"}, []),
        ({"outlet": "River Post"}, ["Delta", "Eta", "Theta"]),
        ({"kind": "mixed"}, ["Beta"]),
        ({"kind": "indirect"}, []),
        ({"min_confidence": 0.95}, ["Alpha"]),
        ({"min_confidence": 0}, [word for word in NEWEST_FIRST if word != "Gamma"]),
        ({"attributed": True}, [word for word in NEWEST_FIRST if word != "Gamma"]),
        ({"attributed": False}, ["Gamma"]),
        ({"q": "delta"}, ["Delta"]),
        # several narrow together
        ({"speaker": "Danforth", "outlet": "River Post"}, ["Theta"]),
        ({"speaker": "Danforth", "from_": date(2020, 1, 1), "kind": "direct"}, ["Alpha"]),
    ],
)
def test_filters(stocked: Session, narrow: dict[str, Any], words: list[str]) -> None:
    page = select_quotes(stocked, QuoteFilter(**narrow))
    assert _words(page) == words
    assert page.count == len(words)


def test_filters_by_id(stocked: Session) -> None:
    quote = select_quotes(stocked, QuoteFilter(q="delta")).results[0]
    assert quote.speaker is not None
    assert _words(select_quotes(stocked, QuoteFilter(speaker_id=quote.speaker.id))) == ["Delta"]
    assert _words(select_quotes(stocked, QuoteFilter(document_id=quote.document.id))) == ["Delta"]


@pytest.mark.parametrize(
    ("narrow", "parameter"),
    [
        ({"from_": date(2020, 1, 2), "to": date(2020, 1, 1)}, "from"),
        ({"speaker": ""}, "speaker"),
        ({"speaker": "  "}, "speaker"),
        ({"speaker": "\0"}, "speaker"),
        ({"speaker": "\ud800"}, "speaker"),
        ({"speaker": "x" * 501}, "speaker"),
        ({"outlet": "x" * 501}, "outlet"),
        ({"outlet": "\0"}, "outlet"),
        ({"outlet": ""}, "outlet"),
        ({"kind": "sung"}, "kind"),
        ({"min_confidence": 1.1}, "min_confidence"),
        ({"min_confidence": float("nan")}, "min_confidence"),
        ({"q": "?"}, "q"),
    ],
)
def test_a_value_without_use_is_refused_by_name(
    session: Session, narrow: dict[str, Any], parameter: str
) -> None:
    with pytest.raises(FilterError) as caught:
        select_quotes(session, QuoteFilter(**narrow))
    assert caught.value.parameter == parameter
    assert "\n" not in str(caught.value)


def test_an_unknown_sort_is_refused(session: Session) -> None:
    with pytest.raises(
        FilterError, match="sort is one of published_on, said_on, day, confidence, id, not 'text'"
    ):
        select_quotes(session, QuoteFilter(), sort="text")


@pytest.mark.parametrize("per_page", [-1, 10_001])
def test_a_page_has_a_size(session: Session, per_page: int) -> None:
    for select in (
        lambda: select_quotes(session, QuoteFilter(), per_page=per_page),
        lambda: select_speakers(session, per_page=per_page),
        lambda: select_documents(session, per_page=per_page),
    ):
        with pytest.raises(FilterError, match="a page has from 0"):
            select()


class TestRecords:
    def test_a_quote_says_all_that_is_known(self, stocked: Session) -> None:
        quote = select_quotes(stocked, QuoteFilter(q="beta")).results[0]
        text = str(get_document(stocked, quote.document.id).text)
        start = text.index("Beta.")
        assert quote.spans == (PartRecord("Beta.", start, start + 5),)
        assert quote.cue == CueRecord("said", start + 7, start + 11, "say")
        assert quote.source == PartRecord("Danforth", start + 12, start + 20)
        assert quote.antecedent is None
        assert quote.speaker is not None
        assert quote.speaker == SpeakerRef(quote.speaker.id, "Mira Danforth", "person")
        assert (quote.kind, quote.rule, quote.confidence) == ("mixed", "content_cue_source", 0.6)
        assert quote.document == DocumentRef(
            quote.document.id,
            "First",
            "The Aldova Herald",
            "https://example.org/1",
            "Ana Ruiz",
            date(2020, 3, 1),
            quote.document.sha256,
        )
        assert get_quote(stocked, quote.id) == quote

    def test_a_quote_of_nobody_says_why(self, stocked: Session) -> None:
        quote = select_quotes(stocked, QuoteFilter(attributed=False)).results[0]
        assert (quote.speaker, quote.source, quote.cue, quote.reason) == (None, None, None, "no_source")

    def test_a_speaker_has_names_and_days(self, stocked: Session) -> None:
        speaker = select_speakers(stocked).results[0]
        assert (speaker.name, speaker.kind) == ("Mira Danforth", "person")
        assert speaker.aliases == ("Danforth", "Mira Danforth")
        assert (speaker.quotes, speaker.documents) == (2, 1)
        assert speaker.first_published_on == speaker.last_published_on == date(2020, 3, 1)
        assert get_speaker(stocked, speaker.id) == speaker

    def test_a_speaker_without_a_date_has_none(self, stocked: Session) -> None:
        (speaker,) = select_speakers(stocked, q="nat").results
        assert (speaker.first_published_on, speaker.last_published_on) == (None, None)

    def test_a_document_has_its_text_only_where_one_is_asked_for(self, stocked: Session) -> None:
        first = select_documents(stocked, q="alpha").results[0]
        assert first.text is None
        whole = get_document(stocked, first.id)
        assert whole.text is not None
        assert len(whole.text) == whole.length == first.length
        assert (whole.quotes, whole.attributed) == (3, 2)
        assert whole.added_at.utcoffset() == timedelta(0)

    @pytest.mark.parametrize("id_", [0, -1, 999, 2**31, 10**30])
    def test_an_id_of_nothing_is_named(self, stocked: Session, id_: int) -> None:
        for get, noun in ((get_quote, "quote"), (get_speaker, "speaker"), (get_document, "document")):
            with pytest.raises(NotFoundError, match=f"no {noun} {id_}$"):
                get(stocked, id_)


def _all_pages(select: Callable[..., Page[Any]], **options: Any) -> tuple[list[Any], list[int]]:
    results: list[Any] = []
    totals: list[int] = []
    cursor = None
    while cursor is not None or not totals:
        page = select(cursor=cursor, **options)
        results += page.results
        totals.append(page.count)
        cursor = page.next_cursor
        assert page.results or not results, "only an empty answer has an empty page"
    return results, totals


class TestPages:
    days = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 3))
    words = st.lists(st.sampled_from(["Vale", "Danforth", None]), max_size=4)

    @PROPERTY
    @given(
        articles=st.lists(st.tuples(days, words), max_size=6),
        per_page=st.integers(1, 5),
        sort=st.sampled_from(SORTS),
    )
    def test_together_are_the_whole_answer(
        self, fresh: Fresh, article: Make, articles: Any, per_page: int, sort: str
    ) -> None:
        with fresh() as session:
            for number, (day, names) in enumerate(articles):
                said = [("Yes.", name, f"{name} {number}") if name else ("No.",) for name in names]
                one = article(*said, opening=f"{number}. ", published_on=day)
                save(session, one.document, one.extraction, extractor_version="1")
            for select, options in (
                (lambda **how: select_quotes(session, QuoteFilter(), **how), {"sort": sort}),
                (lambda **how: select_quotes(session, QuoteFilter(speaker="Vale 0"), **how), {"sort": sort}),
                (lambda **how: select_quotes(session, QuoteFilter(q="yes"), **how), {"sort": sort}),
                (lambda **how: select_speakers(session, **how), {}),
                (lambda **how: select_speakers(session, q="va", **how), {}),
                (lambda **how: select_documents(session, **how), {}),
                (lambda **how: select_documents(session, q="yes", **how), {}),
            ):
                whole = select(per_page=1000, **options)
                results, totals = _all_pages(select, per_page=per_page, **options)
                assert results == list(whole.results)
                assert len({result.id for result in results}) == len(results)
                assert set(totals) == {whole.count} == {len(results)}

    def test_a_quote_added_between_pages_moves_nothing(
        self, stocked: Session, store: Make, article: Make
    ) -> None:
        first = select_quotes(stocked, QuoteFilter(), per_page=3)
        store(article(("New.", "Vale", "Jo Vale"), published_on=date(2021, 1, 1)))
        second = select_quotes(stocked, QuoteFilter(), per_page=100, cursor=first.next_cursor)
        assert _words(first) + _words(second) == NEWEST_FIRST

    def test_the_size_may_change_between_pages(self, stocked: Session) -> None:
        first = select_quotes(stocked, QuoteFilter(), per_page=1)
        rest = select_quotes(stocked, QuoteFilter(), per_page=50, cursor=first.next_cursor)
        assert _words(first) + _words(rest) == NEWEST_FIRST

    def test_the_last_page_has_no_cursor_even_if_it_is_full(self, stocked: Session) -> None:
        assert select_quotes(stocked, QuoteFilter(), per_page=8).next_cursor is None

    def test_a_cursor_is_for_its_own_query(self, stocked: Session) -> None:
        cursor = select_quotes(stocked, QuoteFilter(attributed=True), per_page=1).next_cursor
        others: list[Callable[[], Any]] = [
            lambda: select_quotes(stocked, QuoteFilter(), cursor=cursor),
            lambda: select_quotes(stocked, QuoteFilter(attributed=False), cursor=cursor),
            lambda: select_quotes(stocked, QuoteFilter(attributed=True), sort="id", cursor=cursor),
            lambda: select_speakers(stocked, cursor=cursor),
            lambda: select_documents(stocked, cursor=cursor),
        ]
        for other in others:
            with pytest.raises(CursorError):
                other()

    def test_a_cursor_is_looked_at_also_where_nothing_is_found(self, stocked: Session) -> None:
        with pytest.raises(CursorError):
            select_quotes(stocked, QuoteFilter(speaker="Nobody"), cursor="x")


def test_a_page_costs_the_same_few_statements_however_many_quotes_it_has(stocked: Session) -> None:
    stocked.connection()  # whose first statements are not the page's
    counts = []
    for per_page in (1, 8):
        statements: list[str] = []

        def note(
            _connection: Any, _cursor: Any, statement: str, *_: Any, into: list[str] = statements
        ) -> None:
            into.append(statement)

        event.listen(stocked.get_bind(), "before_cursor_execute", note)
        select_quotes(stocked, QuoteFilter(speaker="Danforth"), per_page=per_page)
        event.remove(stocked.get_bind(), "before_cursor_execute", note)
        counts.append(len(statements))
    assert counts[1] == counts[0] - 1 <= 10  # what is all on one page need not be counted
