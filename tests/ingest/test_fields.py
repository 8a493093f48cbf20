"""Named fields to a document: what is kept, and what is refused with which reason."""

from datetime import date

import pytest

from quotes.errors import ReadError
from quotes.ingest.fields import named, to_document
from quotes.ingest.results import MAX_CHARACTERS
from quotes.types import Document


def test_the_known_fields_fill_the_document() -> None:
    fields = {
        "title": " Talks\nresume ",
        "outlet": "The Lantern",
        "url": "https://lantern.example/1",
        "author": "Ola Brandt",
        "published": "2025-01-02",
        "mood": "calm",
    }
    assert to_document("“Yes,” she said.", fields) == Document(
        text="“Yes,” she said.",
        title="Talks resume",
        outlet="The Lantern",
        url="https://lantern.example/1",
        author="Ola Brandt",
        published_on=date(2025, 1, 2),
    )


def test_the_text_is_kept_as_it_stands() -> None:
    text = "\n  Cafe\u0301 \u00a0 “a\tb” \u2028 end.  \n\n"  # decomposed, odd spaces, blank lines
    assert to_document(text, {}).text == text


def test_line_ends_become_one_and_the_byte_order_mark_goes() -> None:
    assert to_document("\ufeffa\r\nb\rc\n", {}).text == "a\nb\nc\n"


def test_date_is_read_as_published_and_published_comes_first() -> None:
    assert to_document("x", {"date": "2025-01-02"}).published_on == date(2025, 1, 2)
    assert to_document("x", {"date": "2024-01-01", "published": "2025-01-02"}).published_on == date(
        2025, 1, 2
    )
    assert to_document("x", {"date": "2024-01-01", "published": ""}).published_on == date(2024, 1, 1)


def test_a_number_is_a_title_and_blank_is_none() -> None:
    assert to_document("x", {"title": 1984, "outlet": "  ", "url": None}) == Document(text="x", title="1984")


@pytest.mark.parametrize(
    ("text", "fields", "reason"),
    [
        (None, {}, "there is no text"),
        ("", {}, "the text is empty"),
        (" \n\t", {}, "the text is empty"),
        (["a"], {}, "the text is a list, not words"),
        (3, {}, "the text is a number, not words"),
        ("a\0b", {}, "NUL"),
        ("a", {"title": ["x"]}, "the field “title” is a list"),
        ("a", {"title": True}, "the field “title” is true or false"),
        ("a", {"url": "a\0b"}, "the field “url” holds NUL"),
        ("a", {"date": "someday"}, "“someday”"),
        ("a" * (MAX_CHARACTERS + 1), {}, "10,000,001 characters; a document may have 10,000,000"),
    ],
)
def test_refuses_with_the_reason(text: object, fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        to_document(text, fields)
    assert reason in str(refused.value)


def test_names_are_matched_in_lower_case_and_the_first_filled_one_stays() -> None:
    assert named({" Title ": "", "TITLE": "a", "title": "b"}) == {"title": "a"}
