"""Full-text search: the same answers on both databases, and no query that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.store.filters import QuoteFilter
from quotes.store.queries import select_documents, select_quotes

Make = Callable[..., Any]

SENTENCES = {
    "treaty": "The treaty was negotiated in secret.",
    "talks": "Talks on the anti-piracy treaty go on; we will not talk to the press.",
    "cafe": "The Café Société of Łódź reopened.",
    "number": "It cost 1,250.75 thalers, or 3rd-class 10% more.",
    "upper": "NO NEGOTIATIONS, NO TREATY!",
    "dashes": "Peace—at last…perhaps—and/or war.",
    "cyrillic": "МОСТ через реку открыт.",
    "url": "See https://example.org/a_b?c=d or write to jo.vale@example.org.",
    "apostrophe": "They don’t and we don't.",
    "symbols": "Peace☮now €5 😀dove «last»",
    "stop": "To be or not to be.",
}

FOUND = [
    ("treaty", {"treaty", "talks", "upper"}),
    ("TREATY", {"treaty", "talks", "upper"}),
    ("treaties", {"treaty", "talks", "upper"}),
    ("negotiation", {"treaty", "upper"}),
    ("treaty talk", {"talks"}),
    ("the", {"treaty", "talks", "cafe"}),
    ("not", {"talks", "stop"}),
    ("nonesuch", set()),
    # phrases
    ('"not to be"', {"stop"}),
    ('"be not"', set()),
    ('"talk to the press"', {"talks"}),
    ("“talk to the press”", {"talks"}),
    ('"treaty was negotiating"', {"treaty"}),
    # exclusion
    ("treaty -talks", {"treaty", "upper"}),
    ('treaty -"no negotiations"', {"treaty", "talks"}),
    ("-treaty -the", set(SENTENCES) - {"treaty", "talks", "upper", "cafe"}),
    ("treaty -nonesuch", {"treaty", "talks", "upper"}),
    # beginnings
    ("negot*", {"treaty", "upper"}),
    ("pira*", {"talks"}),
    ('"anti pira"*', {"talks"}),
    ("-t*", {"dashes", "cyrillic", "symbols"}),
    ("пер*", set()),
    ("чер*", {"cyrillic"}),
    # accents and letters
    ("cafe", {"cafe"}),
    ("CAFÉ", {"cafe"}),
    ("cafe\u0301", {"cafe"}),
    ("societe", {"cafe"}),
    ("мост", {"cyrillic"}),
    # what stands between words
    ("anti-piracy", {"talks"}),
    ("piracy", {"talks"}),
    ("1,250.75", {"number"}),
    ("1250", set()),
    ("250", {"number"}),
    ("3rd", {"number"}),
    ("last", {"dashes", "symbols"}),
    ("perhaps", {"dashes"}),
    ("war", {"dashes"}),
    ("example", {"url"}),
    ("jo.vale@example.org", {"url"}),
    ("a_b", {"url"}),
    ("don't", {"apostrophe"}),
    ("don’t", {"apostrophe"}),
    ("peace now", {"symbols"}),
    ("dove 5", {"symbols"}),
    # operators
    ("secret OR press", {"treaty", "talks"}),
    ("secret OR piracy AND press", {"treaty", "talks"}),
    ("(secret OR piracy) AND press", {"talks"}),
    ("treaty AND NOT talks", {"treaty", "upper"}),
    ("treaty NOT (talks OR secret)", {"upper"}),
    ("treaty -(talks OR secret)", {"upper"}),
    ("NOT (treaty OR the)", set(SENTENCES) - {"treaty", "talks", "upper", "cafe"}),
    ("secret OR NOT treaty", set(SENTENCES) - {"talks", "upper"}),
    ("(secret OR NOT treaty) last", {"dashes", "symbols"}),
    ("NOT NOT secret", {"treaty"}),
    ('"not to be" OR pira*', {"stop", "talks"}),
    # what only looks like one
    ("to or be", {"stop"}),
    ("not be", {"stop"}),
    ("OR secret AND", {"treaty"}),
    ("((secret", {"treaty"}),
    ("secret) treaty", {"treaty"}),
    ("(treaty) & secret", {"treaty"}),
    ("text:treaty", set()),
    ('treaty "', {"treaty", "talks", "upper"}),
    ('"treaty', {"treaty", "talks", "upper"}),
    ("- treaty", {"treaty", "talks", "upper"}),
    ("--treaty", set(SENTENCES) - {"treaty", "talks", "upper"}),
    ("treaty*secret", set()),
    ("^treaty | !talks <-> :*", {"talks"}),
    ("'treaty' ''", {"treaty", "talks", "upper"}),
    ("treaty \0 \\", {"treaty", "talks", "upper"}),
    ("treaty \ud800", {"treaty", "talks", "upper"}),
]


@pytest.fixture
def stocked(session: Session, store: Make, article: Make) -> Session:
    """Return a session in which each of the sentences is a quote."""
    store(*(article((words,), title=name) for name, words in SENTENCES.items()))
    return session


def test_both_find_the_same(stocked: Session) -> None:
    for query, names in FOUND:
        page = select_quotes(stocked, QuoteFilter(q=query), per_page=100)
        assert {quote.document.title for quote in page.results} == names, query
        assert page.count == len(names), query


EXACT = [
    ("negotiated", {"treaty"}),
    ("negotiations", {"upper"}),
    ("negotiation", set()),
    ("talk", {"talks"}),
    ("talks", {"talks"}),
    ("talking", set()),
    ("negotiat*", {"treaty", "upper"}),
    ('"treaty was negotiated"', {"treaty"}),
    ('"treaty was negotiating"', set()),
    ("treaty NOT negotiations", {"treaty", "talks"}),
    ("negotiated OR negotiations", {"treaty", "upper"}),
    ("CAFÉ", {"cafe"}),
]


def test_both_find_the_same_words_unstemmed(stocked: Session) -> None:
    for query, names in EXACT:
        page = select_quotes(stocked, QuoteFilter(q_exact=query), per_page=100)
        assert {quote.document.title for quote in page.results} == names, query


def test_words_in_any_form_and_in_one_go_together(stocked: Session) -> None:
    found = select_quotes(stocked, QuoteFilter(q="negotiating", q_exact="treaty -secret"))
    assert [quote.document.title for quote in found.results] == ["upper"]


def test_documents_are_found_by_title_and_text(session: Session, store: Make, article: Make) -> None:
    store(
        article(("Yes.",), title="The Réunion"), article(("No.",), opening="A reunion. "), article(("Hm.",))
    )

    def found(q: str) -> int:
        return select_documents(session, q=q).count

    assert [found("reunion"), found("yes reunion"), found("no"), found("-reunion")] == [2, 1, 1, 1]


def test_a_title_filled_in_later_is_found(session: Session, store: Make, article: Make) -> None:
    store(article(("Yes.",)), article(("Yes.",), title="Réunion"))
    assert select_documents(session, q="reunion").count == 1


def test_the_words_of_replaced_quotes_are_not_found_any_more(
    session: Session, store: Make, article: Make
) -> None:
    one = article(("Yes.", "Vale", "Jo Vale"), ("No.",))
    store(one)
    less = type(one)(one.document, type(one.extraction)(one.extraction.attributions, ()))
    store(less, version="2")
    assert select_quotes(session, QuoteFilter(q="no")).count == 0
    assert select_quotes(session, QuoteFilter(q="yes")).count == 1


def test_a_word_goes_together_with_the_other_filters(stocked: Session) -> None:
    assert select_quotes(stocked, QuoteFilter(q="treaty", attributed=True)).count == 0
    assert select_quotes(stocked, QuoteFilter(q="treaty", attributed=False)).count == 3


@pytest.mark.parametrize("query", ["", "   ", "-", '""', "“”", "!!!", "*", "-*", "\0", "☮ 🕊", "\ud800"])
def test_a_query_without_a_word_is_refused(stocked: Session, query: str) -> None:
    with pytest.raises(FilterError, match="no word") as caught:
        select_quotes(stocked, QuoteFilter(q=query))
    assert caught.value.parameter == "q"


@pytest.mark.parametrize("query", ["a " * 65, "a" * 201, "a" * 100_000, '"' + "b " * 1000])
def test_a_query_beyond_measure_is_refused(stocked: Session, query: str) -> None:
    with pytest.raises(FilterError, match="at most"):
        select_quotes(stocked, QuoteFilter(q=query))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text(st.sampled_from("ab \"“”'*-+:^(){}|&!<>\\/%_~.,;☮\0é٣²가") | st.characters(), max_size=30)
)
def test_no_query_is_an_error_of_the_database(session: Session, query: str) -> None:
    for select in (
        lambda: select_quotes(session, QuoteFilter(q=query)),
        lambda: select_quotes(session, QuoteFilter(q_exact=query)),
        lambda: select_documents(session, q=query),
    ):
        with suppress(FilterError):
            assert select().count == 0
