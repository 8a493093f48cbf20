from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.speakers.offices import Office, field_of, read_office

OFFICES = [
    # role: title, body, country, key
    ("president", "president", None, None, "president"),
    ("President", "President", None, None, "president"),
    ("the president of Iran", "the president", None, "IR", "president"),
    ("Iranian President", "Iranian President", None, "IR", "president"),
    ("Iran’s president", "Iran’s president", None, "IR", "president"),
    ("Foreign Minister", "Foreign Minister", None, None, "foreign minister"),
    ("minister of foreign affairs", "minister of foreign affairs", None, None, "foreign minister"),
    ("Minister for External Affairs", "Minister for External Affairs", None, None, "foreign minister"),
    ("Minister of Foreign Affairs of Chile", "Minister of Foreign Affairs", None, "CL", "foreign minister"),
    ("Azeri Minister of Defense", "Azeri Minister of Defense", None, "AZ", "defence minister"),
    ("US Secretary of State", "US Secretary of State", None, "US", "state secretary"),
    ("Prime Minister", "Prime Minister", None, None, "prime minister"),
    ("deputy prime minister", "deputy prime minister", None, None, "deputy prime minister"),
    ("mayor of Ostra", "mayor", "Ostra", None, "mayor"),
    ("director of the Lantern Institute", "director", "Lantern Institute", None, "director"),
    ("clerk at the Ministry of Trade of Chile", "clerk", "Ministry of Trade of Chile", "CL", "clerk"),
    ("spokeswoman for the Harbour Board", "spokeswoman", "Harbour Board", None, "spokesman"),
    ("Chilean army spokesman", "Chilean army spokesman", None, "CL", "army spokesman"),
    ("envoy to the river talks", "envoy to the river talks", None, None, "envoy to river talks"),
    ("baker, poet and keeper of the light", "baker", None, None, "baker"),
    ("", "", None, None, ""),
    ("the", "the", None, None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("role", "title", "body", "country", "key"), OFFICES)
def test_an_office(role: str, title: str, body: str | None, country: str | None, key: str) -> None:
    assert read_office(role) == Office(title, body, country, key)


@pytest.mark.parametrize(
    "role", ["former president", "the former president of Iran", "ex-president", "late Premier"]
)
def test_an_office_that_is_over(role: str) -> None:
    assert read_office(role).past


@pytest.mark.parametrize(
    ("role", "field"),
    [
        ("foreign minister", "state"),
        ("Aldovan ambassador", "state"),
        ("spokeswoman", "state"),
        ("goalkeeper", "sport"),
        ("voice actor", "arts"),
        ("librarian", ""),
        ("", ""),
    ],
)
def test_the_field_of_an_office(role: str, field: str) -> None:
    assert field_of(read_office(role).key) == field


@given(st.text(max_size=300))
def test_any_text_can_be_read_as_an_office(role: str) -> None:
    office = read_office(role)
    assert office.title in " ".join(role.split())
    assert office.key == " ".join(office.key.split())
