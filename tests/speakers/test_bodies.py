"""Bodies by their names. Real countries stand here, as the table of countries is what is tested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.speakers.bodies import every_state_has_one, parse_body
from quotes.speakers.countries import country_of_government, split_country

BODIES = [
    # governments by name, capital and seat
    ("Azerbaijan", "government", "AZ"),
    ("Baku", "government", "AZ"),
    ("the Kremlin", "government", "RU"),
    ("Moscow", "government", "RU"),
    ("the Russian government", "government", "RU"),
    ("Russia’s government", "government", "RU"),
    ("the Government of Russia", "government", "RU"),
    ("the White House", "government", "US"),
    ("Washington", "government", "US"),
    ("Downing Street", "government", "GB"),
    ("the Élysée", "government", "FR"),
    ("South Korea", "government", "KR"),
    # ministries, whatever the order and the spelling
    ("Azerbaijan’s Ministry of Defense", "defence ministry", "AZ"),
    ("the Azerbaijani Defence Ministry", "defence ministry", "AZ"),
    ("the Azeri Ministry of Defence", "defence ministry", "AZ"),
    ("Ministry of Defence of Azerbaijan", "defence ministry", "AZ"),
    ("the Ministry of Foreign Affairs of the Netherlands", "foreign ministry", "NL"),
    ("the Ministry of External Affairs", "foreign ministry", ""),
    ("Foreign Ministry", "foreign ministry", ""),
    ("MFA", "foreign ministry", ""),
    ("the Interior Ministry", "interior ministry", ""),
    ("Ministry of Internal Affairs", "interior ministry", ""),
    ("Ministry of Fisheries", "fisheries ministry", ""),
    ("the US State Department", "state department", "US"),
    ("Department of State", "state department", ""),
    ("the Pentagon", "defence department", "US"),
    # other bodies that every state has
    ("United States Supreme Court", "supreme court", "US"),
    ("Supreme Court of the United Kingdom", "supreme court", "GB"),
    ("the Turkish Parliament", "parliament", "TR"),
    # bodies of their own name
    ("the Lantern Institute", "lantern institute", ""),
    ("Organization of Rivers", "organisation of rivers", ""),
    ("Bank of England", "bank of england", ""),
    ("China Daily", "china daily", ""),
    ("Foreign Ministry of Aldova", "foreign ministry of aldova", ""),
    ("Aldova’s Foreign Ministry", "foreign ministry of aldova", ""),
    ("Aldova’s Ministry of Foreign Affairs", "foreign ministry of aldova", ""),
    ("Aldova", "aldova", ""),
    ("L.R.C.", "lrc", ""),
]


@pytest.mark.parametrize(("name", "key", "country"), BODIES)
def test_a_body_by_its_name(name: str, key: str, country: str) -> None:
    assert parse_body(name) == (key, country)


@pytest.mark.parametrize(
    ("key", "everywhere"),
    [
        ("foreign ministry", True),
        ("supreme court", True),
        ("government", True),
        ("lantern institute", False),
        ("foreign ministry of aldova", False),
        ("army veterans club", False),
    ],
)
def test_what_every_state_has(key: str, everywhere: bool) -> None:
    assert every_state_has_one(key) is everywhere


@pytest.mark.parametrize(
    ("words", "left", "country"),
    [
        ("azerbaijani foreign ministry", "foreign ministry", "AZ"),
        ("azerbaijans foreign ministry", "foreign ministry", "AZ"),
        ("south korean army", "army", "KR"),
        ("army of south korea", "army", "KR"),
        ("army of the gambia", "army", "GM"),
        ("france", "france", None),
        ("aldovan army", "aldovan army", None),
    ],
)
def test_a_country_is_taken_from_a_name(words: str, left: str, country: str | None) -> None:
    assert split_country(tuple(words.split())) == (tuple(left.split()), country)


@pytest.mark.parametrize("name", ["Texas", "Aldova", "Georgetown University", ""])
def test_what_is_no_state_has_no_government(name: str) -> None:
    assert country_of_government(name) is None


@given(st.text(max_size=60))
def test_any_text_has_a_key(name: str) -> None:
    assert bool(parse_body(name).key) == bool(name)
