"""What pages say of a quote, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from api.pages import wording
from quotes.store.queries import get_quote
from quotes.store.records import DayValue, OfficeRef, PartRecord, SpeakerRef, SpeakerValue


@pytest.fixture(scope="session")
def quote(app):
    """Return a function that returns one of the library's quotes, with some fields changed."""

    def quote(number=1, **changed):
        with Session(app.state.engine) as session:
            return replace(get_quote(session, number), **changed)

    return quote


@pytest.mark.parametrize(
    ("day", "precision", "shown"),
    [
        (date(2024, 4, 6), "day", ("on", "6 April 2024", "2024-04-06")),
        (date(2024, 4, 1), "month", ("in", "April 2024", "2024-04")),
        (date(2024, 1, 1), "year", ("in", "2024", "2024")),
        (date(987, 1, 1), "year", ("in", "987", "0987")),
    ],
)
def test_a_day_is_written_no_more_precisely_than_it_is_known(day, precision, shown):
    assert wording.shown_day(day, precision) == shown


@pytest.mark.parametrize(
    ("number", "said", "published", "words"),
    [
        (1, True, True, ""),
        (1, True, False, "not known when it was published"),
        (3, False, True, "not known when it was said"),
        (7, False, False, "not known when it was said or published"),
    ],
)
def test_what_is_not_known_of_the_days_is_said(quote, number, said, published, words):
    one = quote(number)
    one = one if published else replace(one, document=replace(one.document, published_on=None))
    assert (one.said_on is not None, wording.undated(one)) == (said, words)


MIRA, OLA = SpeakerRef(1, "Mira Danforth", "person"), SpeakerRef(2, "Ola Danforth", "person")
NOBODY = {"speaker": None, "source": None}


@pytest.mark.parametrize(
    ("number", "changed", "name", "why"),
    [
        (1, {}, "Mira Danforth", None),
        (6, {}, "a senior official", "not named in the text"),
        (4, {"speaker": None, "candidates": (MIRA, OLA)}, "Danforth", "not known which, of"),
        (3, {}, None, "the text does not say whose words these are"),
        (3, {"reason": "title"}, None, "by its form this is a title, which nobody says"),
        (3, {"reason": "corrected"}, None, "a person found that nobody known is meant"),
        (3, {"reason": "something_new"}, None, "something_new"),
        (1, NOBODY, None, "nobody is named"),
    ],
)
def test_who_said_it_and_why_nobody_did(quote, number, changed, name, why):
    one = quote(number, **changed)
    assert (wording.named(one), wording.unnamed(one)) == (name, why)


ROSTER = OfficeRef("Foreign Minister", "Council", "XO", "roster")


@pytest.mark.parametrize(
    ("number", "changed", "office"),
    [
        (1, {}, "the envoy of Ostrania"),
        (1, {"office": ROSTER}, "Foreign Minister, Council"),
        (1, {"office": None}, "the envoy of Ostrania"),
        (1, {"office": ROSTER, "role": None}, "Foreign Minister, Council"),
        (6, {}, None),
    ],
)
def test_an_office_is_in_the_words_of_the_text_where_it_has_some(quote, number, changed, office):
    assert wording.office(quote(number, **changed)) == office


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"rule_precision": 0.984}, "found by a rule that was right 98 of 100 times on annotated news"),
        ({"rule_precision": None}, "found by a rule that was not measured"),
        ({"rule": "corrected", "rule_precision": None}, "put right by a person"),
        ({"rule": None, "rule_precision": None}, None),
    ],
)
def test_how_far_to_trust_it(quote, changed, words):
    assert wording.trust(quote(**changed)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (SpeakerValue("Ola Brandt", "person"), "Ola Brandt"),
        (PartRecord("she", 0, 3), "“she”"),
        (DayValue(date(2024, 4, 1), "month"), "April 2024"),
        (True, "a quote"),
        (False, "no quote"),
        (None, "not known"),
    ],
)
def test_both_sides_of_a_correction(value, words):
    assert wording.shown_value(value) == words


def test_a_line_about_a_quote(quote):
    assert wording.heading(quote()) == "Mira Danforth: “The harbour stays open,”"
    assert wording.description(quote()) == (
        "Mira Danforth; the envoy of Ostrania; said on 13 March 2026; "
        "Harbour Dispatch; published 14 March 2026"
    )
    assert wording.heading(quote(3)) == "“Closed”"
    assert wording.description(quote(3)) == (
        "Speaker not known; not known when it was said; Harbour Dispatch; published 14 March 2026"
    )


@pytest.fixture(scope="session")
def parts(quote):
    """Return a function that returns a quote of these parts, joined as the store joins them."""

    def parts(*paragraphs):
        spans = tuple(PartRecord(part, 0, len(part)) for paragraph in paragraphs for part in paragraph)
        return quote(spans=spans, text="\n".join(map(" ".join, paragraphs)))

    return parts


class TestTheBeginning:
    @pytest.mark.parametrize(
        ("paragraphs", "most", "shown", "count"),
        [
            ([["The harbour stays open."]], 100, [["The harbour stays open."]], 23),
            ([["The harbour stays open."]], 23, [["The harbour stays open."]], 23),
            ([["The harbour stays open."]], 20, [["The harbour stays"]], 17),
            ([["The harbour", "stays open."]], 18, [["The harbour", "stays"]], 16),
            ([["The harbour"], ["stays open."]], 18, [["The harbour"], ["stays"]], 16),
            ([["The harbour"], ["stays open."]], 11, [["The harbour"]], 11),
            ([["港口仍然开放"]], 4, [["港口仍然"]], 4),
            ([["ab👩🏽‍🚀"]], 4, [["ab"]], 2),
            ([["cafe\u0301s"]], 4, [["caf"]], 3),
        ],
    )
    def test_ends_behind_a_whole_word_or_sign(self, parts, paragraphs, most, shown, count):
        found = wording.beginning(parts(*paragraphs), most)
        assert (found.paragraphs, found.shown) == (shown, count)

    @given(
        st.lists(st.lists(st.text(min_size=1), min_size=1, max_size=3), min_size=1, max_size=3),
        st.integers(1, 40),
    )
    def test_is_verbatim_and_no_longer_than_asked_for(self, parts, paragraphs, most):
        one = parts(*paragraphs)
        found = wording.beginning(one, most)
        flat = [part for paragraph in paragraphs for part in paragraph]
        shown = [part for paragraph in found.paragraphs for part in paragraph]
        if found.shown < found.of:
            assert sum(map(len, shown)) == found.shown <= most
            assert all(whole.startswith(part) for whole, part in zip(flat, shown, strict=False))
        else:
            assert shown == flat

    @given(st.text(alphabet="ae\u0301\u0308👩🏽‍🚀🇩🇪 ", min_size=20), st.integers(5, 15))
    def test_cuts_no_sign_in_two(self, text, most):
        whole = {0, *(sign.end() for sign in regex.finditer(r"\X", text))}
        assert wording._end(text, most) in whole | {n for n, sign in enumerate(text) if sign == " "}

    @given(st.text(), st.integers(2, 30))
    def test_a_line_is_one_line(self, text, most):
        line = wording.one_line(text, most)
        assert len(line) <= most
        assert not set("\n\r\t\u202e\u2067") & set(line)
