"""The tables of countries, regions and bodies: whole, sound, and clear but where they say they are not."""

# ruff: noqa: E501, SIM905 - a table reads best in long lines

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

import quotes.languages
from quotes.extraction.countries import Countries
from quotes.extraction.pipeline import Reading
from quotes.languages.english import ENGLISH
from quotes.languages.gazetteer import country_names, place_names

FOLDER = Path(quotes.languages.__file__).parent
TABLES = ("countries", "regions", "bodies")
COLUMNS = ("name", "names", "adjectives", "people", "capitals", "seats")


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"english_{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COUNTRIES = table("countries")
MEMBERS = [row for row in COUNTRIES if row["member"] == "yes"]
CODES = {row["code"] for row in COUNTRIES}

# The 193 members of the United Nations, by the letter that their codes begin with.
UNITED_NATIONS = """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN
    CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT
    HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
    MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU
    RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC
    VE VN VU WS YE ZA ZM ZW
""".split()

# Names that more than one country has; what they mean is told by the rest of the document.
AMBIGUOUS = {
    "Birmingham": {"GB", "US"},
    "Brussels": {"BE", ""},
    "Commons": {"CA", "GB"},
    "Congolese": {"CD", "CG"},
    "Dominican": {"DM", "DO"},
    "Dominicans": {"DM", "DO"},
    "Georgia": {"GE", "US"},
    "Georgian": {"GE", "US"},
    "Hamilton": {"BM", "CA", "NZ"},
    "Kingston": {"CA", "JM"},
    "Korea": {"KP", "KR"},
    "Korean": {"KP", "KR"},
    "Koreans": {"KP", "KR"},
    "San Jose": {"CR", "US"},
    "St. John's": {"AG", "CA"},
    "Victoria": {"AU", "SC"},
}

# What is easily mistaken: a name, an adjective, people or a place, and its country.
HARD = [
    ("Azeri", "AZ"), ("Azerbaijani", "AZ"), ("Emirati", "AE"), ("Emiratis", "AE"), ("Nigerien", "NE"), ("Nigerian", "NG"),
    ("Niger", "NE"), ("Nigeria", "NG"), ("Dominica", "DM"), ("Dominican Republic", "DO"), ("Guinea", "GN"),
    ("Guinea-Bissau", "GW"), ("Equatorial Guinea", "GQ"), ("Papua New Guinea", "PG"), ("Guinean", "GN"),
    ("Bissau-Guinean", "GW"), ("Congo", "CD"), ("DR Congo", "CD"), ("Democratic Republic of the Congo", "CD"),
    ("Republic of the Congo", "CG"), ("Congo-Brazzaville", "CG"), ("Zaire", "CD"), ("South Korea", "KR"),
    ("North Korean", "KP"), ("DPRK", "KP"), ("Sudan", "SD"), ("South Sudanese", "SS"), ("Samoa", "WS"),
    ("American Samoa", "AS"), ("American Samoan", "AS"), ("Virgin Islands", "VI"), ("British Virgin Islands", "VG"),
    ("Myanmar", "MM"), ("Burmese", "MM"), ("Ivorian", "CI"), ("Côte d'Ivoire", "CI"), ("Basotho", "LS"),
    ("Motswana", "BW"), ("Malagasy", "MG"), ("Monégasque", "MC"), ("Burkinabé", "BF"), ("Swazi", "SZ"),
    ("Eswatini", "SZ"), ("Kittitian", "KN"), ("Vincentian", "VC"), ("Barbadian", "BB"), ("Seychellois", "SC"),
    ("Ni-Vanuatu", "VU"), ("Timorese", "TL"), ("Kosovar", "XK"), ("Palestinian", "PS"), ("Holy See", "VA"),
    ("Taiwanese", "TW"), ("Republic of China", "TW"), ("People's Republic of China", "CN"), ("Hong Kongers", "HK"),
    ("Puerto Rican", "PR"), ("Greenlandic", "GL"), ("Faroese", "FO"), ("Manx", "IM"), ("Danes", "DK"), ("Poles", "PL"),
    ("Swedes", "SE"), ("Finns", "FI"), ("Turks", "TR"), ("Czechs", "CZ"), ("Icelanders", "IS"), ("Filipinos", "PH"),
    ("Spaniards", "ES"), ("Dutch", "NL"), ("Swiss", "CH"), ("Scottish", "GB"), ("Welsh", "GB"), ("Quebec", "CA"),
    ("Texas", "US"), ("New Mexico", "US"), ("Mexico", "MX"), ("Washington", "US"), ("New South Wales", "AU"),
    ("Kyiv", "UA"), ("Kiev", "UA"), ("Nur-Sultan", "KZ"), ("The Hague", "NL"), ("Tel Aviv", "IL"), ("Gaza", "PS"),
    ("Kremlin", "RU"), ("White House", "US"), ("Foggy Bottom", "US"), ("Élysée", "FR"), ("Elysee Palace", "FR"),
    ("Downing Street", "GB"), ("Quai d'Orsay", "FR"), ("Farnesina", "IT"), ("Itamaraty", "BR"), ("Blue House", "KR"),
    ("Knesset", "IL"), ("Bundestag", "DE"), ("State Duma", "RU"), ("Pentagon", "US"), ("FBI", "US"), ("MI5", "GB"),
    ("Sejm", "PL"), ("Lok Sabha", "IN"), ("Verkhovna Rada", "UA"), ("Taoiseach", "IE"), ("UN", ""), ("EU", ""),
    ("NATO", ""), ("IAEA", ""), ("Arab League", ""), ("African Union", ""), ("OSCE", ""), ("ASEAN", ""),
]  # fmt: skip
# Names that hold a country's and say none.
SILENT = [
    "South China Sea", "Indian Ocean", "Persian Gulf", "Gulf of Mexico", "African American", "Latin American", "New England",
    "Washington Post", "English Channel", "Korean War", "Paris Agreement", "Minsk agreements",
]  # fmt: skip


def meanings() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for place in place_names("english"):
        found[place.name].add(place.code)
    return found


def said(name: str) -> list[set[str]]:
    """The countries that each name found in some words may stand for."""
    countries: Countries = Reading(f"{name} now", (), ENGLISH).offices.countries
    return [{m.code for m in named.meanings} for named in countries.named(0, len(countries.words))]


def test_all_members_of_the_united_nations_are_in_the_table_and_no_others() -> None:
    assert len(UNITED_NATIONS) == 193
    assert sorted(row["code"] for row in MEMBERS) == sorted(UNITED_NATIONS)
    assert {row["code"] for row in COUNTRIES if row["member"] == "observer"} == {"PS", "VA"}


@pytest.mark.parametrize("row", MEMBERS, ids=lambda row: row["code"])
def test_each_member_has_a_name_an_adjective_and_a_capital(row: dict[str, str]) -> None:
    assert row["name"]
    assert row["adjectives"]
    assert row["capitals"]
    for column in ("name", "adjectives", "capitals"):
        for name in row[column].split("|"):
            (found,) = said(name)
            assert row["code"] in found
            assert len(found) == 1 or found == AMBIGUOUS[name]


@pytest.mark.parametrize("row", COUNTRIES, ids=lambda row: row["code"])
def test_a_row_is_well_formed(row: dict[str, str]) -> None:
    assert re.fullmatch("[A-Z]{2}", row["code"])
    assert row["member"] in ("yes", "no", "observer")
    for column in COLUMNS:
        names = row[column].split("|") if row[column] else []
        assert len(set(names)) == len(names)
        assert all(name == name.strip() != "" for name in names)


def test_rows_are_of_one_country_each_and_in_order() -> None:
    assert len(CODES) == len(COUNTRIES)
    for member in ("yes", "observer", "no"):
        codes = [row["code"] for row in COUNTRIES if row["member"] == member]
        assert codes == sorted(codes)


@pytest.mark.parametrize("name", ["regions", "bodies"])
def test_regions_and_bodies_are_of_countries_in_the_table(name: str) -> None:
    rows = table(name)
    assert {row["code"] for row in rows} <= CODES | ({""} if name == "bodies" else set())
    assert len({(row["code"], row["name"]) for row in rows}) == len(rows)


def test_the_states_of_america_are_fifty_and_their_district() -> None:
    assert sum(row["code"] == "US" for row in table("regions")) == 51


def test_no_name_is_of_two_countries_but_those_that_are_known_to_be() -> None:
    assert {name: codes for name, codes in meanings().items() if len(codes) > 1} == AMBIGUOUS


@pytest.mark.parametrize(("name", "code"), HARD)
def test_names_that_are_easily_mistaken(name: str, code: str) -> None:
    assert said(name) == [{code}]


@pytest.mark.parametrize("name", SILENT)
def test_names_that_hold_a_country_and_say_none(name: str) -> None:
    assert said(name) == []


def test_names_of_countries_are_places_for_all_other_stages() -> None:
    names = {
        place.name.lower()
        for place in country_names("english")
        if place.kind in ("name", "adjective", "capital")
    }
    assert names - ENGLISH.places == {"jordan"}  # somebody's name more often
