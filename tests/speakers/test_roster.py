from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import ReadError
from quotes.speakers.roster import COLUMNS, Entry, read_entries


def entries(*rows: dict[str, Any]) -> tuple[Entry, ...]:
    return read_entries((f"row {number}", row) for number, row in enumerate(rows, 1))


def entry(**fields: Any) -> Entry:
    (found,) = entries({"key": "k", "name": "Mira Danforth", **fields})
    return found


def test_a_row_is_an_entry_in_an_office() -> None:
    found = entry(
        aliases="Mira A. Danforth | M. Danforth",
        wikidata="Q7",
        office="minister of foreign affairs",
        country="Chile",
        since="2019-03",
        until="2020",
    )
    assert found.names == ("Mira Danforth", "Mira A. Danforth", "M. Danforth")
    assert (found.kind, found.wikidata, found.countries) == ("person", "Q7", {"CL"})
    (term,) = found.terms
    assert (term.office.title, term.office.key) == ("minister of foreign affairs", "foreign minister")
    assert (term.office.country, term.since, term.until) == ("CL", date(2019, 3, 1), date(2020, 12, 31))


def test_rows_with_one_key_are_offices_of_one_entry() -> None:
    one = {"key": "k", "name": "Mira Danforth", "office": "mayor", "wikidata": "Q7"}
    other = {"key": "k", "name": "Mira Danforth", "office": "president", "aliases": ["M. Danforth"]}
    (found,) = entries(one, other, one)
    assert [term.office.title for term in found.terms] == ["mayor", "president"]
    assert found.names == ("Mira Danforth", "M. Danforth")
    assert found.wikidata == "Q7"


@pytest.mark.parametrize(
    ("fields", "attribute", "value"),
    [
        ({"wikidata": "https://www.wikidata.org/wiki/Q7"}, "wikidata", "Q7"),
        ({"wikidata": "http://www.wikidata.org/entity/Q7"}, "wikidata", "Q7"),
        ({"wikidata": ""}, "wikidata", None),
        ({"wikidata": None}, "wikidata", None),
        ({"kind": "Organisation"}, "kind", "organisation"),
        ({"country": "cl"}, "countries", {"CL"}),
        ({"country": "Chilean"}, "countries", {"CL"}),
        ({"office": "president of Chile"}, "countries", {"CL"}),
        ({"country": ""}, "countries", frozenset()),
        ({"aliases": ["A. B.", " C  D "]}, "names", ("Mira Danforth", "A. B.", "C D")),
        ({"aliases": "Mira Danforth; ; X Y"}, "names", ("Mira Danforth", "X Y")),
        ({"since": "2019"}, "terms", ()),
    ],
)
def test_fields_are_read_as_they_are_meant(fields: dict[str, Any], attribute: str, value: object) -> None:
    assert getattr(entry(**fields), attribute) == value


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2019", "2019", (date(2019, 1, 1), date(2019, 12, 31))),
        ("2019-02", "2019-02", (date(2019, 2, 1), date(2019, 2, 28))),
        ("2019-2-3", "", (date(2019, 2, 3), None)),
        ("", "2020-02", (None, date(2020, 2, 29))),
        (2019, None, (date(2019, 1, 1), None)),
    ],
)
def test_a_day_may_be_a_month_or_a_year(
    since: Any, until: Any, days: tuple[date | None, date | None]
) -> None:
    (term,) = entry(office="mayor", since=since, until=until).terms
    assert (term.since, term.until) == days


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"key": ""}, "row 1: there is no key"),
        ({"name": " "}, "row 1: there is no name"),
        ({"name": "A" * 301}, "at most 300"),
        ({"wikidata": "42"}, "'42' is no identifier of Wikidata"),
        ({"country": "Aldova"}, "'Aldova' is no country"),
        ({"country": "XY"}, "'XY' is no country"),
        ({"kind": "robot"}, "'robot' is no kind"),
        ({"since": "03/04/2020"}, "since is '03/04/2020', which is no day"),
        ({"until": "2020-13"}, "until is '2020-13'"),
        ({"since": "2021", "until": "2020"}, "since 2021-01-01 is after until 2020-12-31"),
        ({"aliases": [1]}, "an alias is not text"),
        ({"office": ["mayor"]}, "office is not text"),
    ],
)
def test_what_can_not_be_meant_is_refused_with_its_place(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ReadError, match=message):
        entry(**fields)


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"key": "k", "wikidata": "Q8"}, "row 2: k has the identifier Q7 before"),
        ({"key": "l", "wikidata": "Q7"}, "row 2: Q7 is the identifier of k as well"),
        ({"key": "k", "kind": "group"}, "row 2: k is of the kind person before"),
    ],
)
def test_rows_may_not_contradict_each_other(other: dict[str, Any], message: str) -> None:
    with pytest.raises(ReadError, match=message):
        entries({"key": "k", "name": "Mira Danforth", "wikidata": "Q7"}, {"name": "Mira Danforth", **other})


VALUES = st.one_of(st.none(), st.integers(), st.text(max_size=20), st.lists(st.text(max_size=5), max_size=2))


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), VALUES), max_size=3))
def test_any_rows_are_read_or_refused(rows: list[dict[str, Any]]) -> None:
    try:
        found = entries(*rows)
    except ReadError:
        return
    assert len({one.key for one in found}) == len(found)
