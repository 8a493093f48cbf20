"""Who is one speaker. A naming is written "name, country, office"; what is left out is not known."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.speakers.bodies import parse_body
from quotes.speakers.offices import read_office
from quotes.speakers.partition import Group, Naming, leave_for_surname, partition
from quotes.speakers.persons import parse_person


def naming(written: str, number: int = 0, *, person: bool = True, fixed: int | None = None) -> Naming:
    name, country, office = (*(part.strip() for part in written.split(",")), "", "")[:3]
    body = parse_body(name)
    key = parse_person(name).key if person else body.key
    country = country if person else country or body.country
    return Naming(number, key, person, country, read_office(office).key if office else "", fixed)


# What documents give; who is one speaker, by the place in the list; who is unlinked is in none.
PERSONS = [
    # full names
    (["Mira Danforth", "MIRA DANFORTH", "Ola Brandt"], ["01", "2"]),
    (["Masoud Barzani", "Massoud Barzani", "Barzani Masud"], ["012"]),
    (["Mira Danforth", "Mira Anne Danforth"], ["01"]),
    (["M. Danforth", "Mira Danforth", "M. A. Danforth", "Mira Anne Danforth"], ["0123"]),
    (["Mira Danforth", "Mira Danforth Jr."], ["0", "1"]),
    # short for several: nobody's
    (["M. Danforth", "Mira Danforth", "Marta Danforth"], ["1", "2"]),
    (["Mira Danforth", "Mira A. Danforth", "Mira L. Danforth"], ["1", "2"]),
    (["M. Danforth", "Mira Danforth", "Mira Anne Danforth", "Marta Danforth"], ["12", "3"]),
    # but country or office leave one
    (["M. Danforth,DE", "Mira Danforth,DE", "Marta Danforth,FR"], ["01", "2"]),
    (["M. Danforth,,mayor", "Mira Danforth,,mayor", "Marta Danforth,,pilot"], ["01", "2"]),
    (["M. Danforth,DE", "Mira Danforth,DE", "Marta Danforth,DE"], ["1", "2"]),
    (["M. Danforth,DE,mayor", "Mira Danforth,DE,mayor", "Marta Danforth,DE"], ["01", "2"]),
    (["M. Danforth,IT", "Mira Danforth,DE", "Marta Danforth,FR"], ["0", "1", "2"]),
    # two of one name: their countries tell them apart
    (["Jo Vale,DE", "Jo Vale,FR"], ["0", "1"]),
    (["Jo Vale,DE", "Jo Vale,DE", "Jo Vale,DE,mayor"], ["012"]),
    (["Jo Vale,DE", "Jo Vale"], ["01"]),
    (["Jo Vale,DE", "Jo Vale,FR", "Jo Vale"], ["0", "1"]),
    (["Jo Vale,DE,mayor", "Jo Vale,FR", "Jo Vale,,mayor"], ["02", "1"]),
    (["Jo Vale,DE,mayor", "Jo Vale,FR,mayor", "Jo Vale,,mayor"], ["0", "1"]),
    (["Jo Vale,DE", "Joanne Vale,FR", "J. Vale,DE"], ["02", "1"]),
    (["Jo Vale,DE", "Jo Anne Vale,FR"], ["0", "1"]),
    # where there is no country, the field of work does
    (["Jo Vale,,foreign minister", "Jo Vale,,goalkeeper"], ["0", "1"]),
    (["Jo Vale,,foreign minister", "Jo Vale,,goalkeeper", "Jo Vale"], ["0", "1"]),
    (["Jo Vale,,foreign minister", "Jo Vale,,goalkeeper", "Jo Vale,,president"], ["02", "1"]),
    (["Jo Vale,,foreign minister", "Jo Vale,,president", "Jo Vale"], ["012"]),
    (["Jo Vale,DE,foreign minister", "Jo Vale,,goalkeeper"], ["0", "1"]),
    (["Jo Vale,DE,foreign minister", "Jo Vale,DE,goalkeeper"], ["01"]),  # a career, not a namesake
    (["Jo Vale,DE", "Jo Vale,,goalkeeper"], ["01"]),
    (["Jo Vale,,librarian", "Jo Vale,,goalkeeper"], ["01"]),
]
BODIES = [
    (["Lantern Institute", "the Lantern Institute"], ["01"]),
    (["Organisation of Rivers", "Organization of Rivers"], ["01"]),
    (["Lantern Institute", "Lantern Institute,DE"], ["01"]),
    (["Lantern Institute,FR", "Lantern Institute,DE"], ["0", "1"]),
    (["the Kremlin", "Moscow", "Russia", "the Russian government"], ["0123"]),
    (["Baku", "Azerbaijan", "Yerevan"], ["01", "2"]),
    (
        ["Foreign Ministry,AZ", "Azerbaijan's Ministry of Foreign Affairs", "the Azeri Foreign Ministry"],
        ["012"],
    ),
    (["Foreign Ministry,AZ", "Foreign Ministry,AM"], ["0", "1"]),
    (["Foreign Ministry,AZ", "Defence Ministry,AZ"], ["0", "1"]),
    (["Foreign Ministry", "Ministry of Foreign Affairs"], ["01"]),
    (["Foreign Ministry", "Foreign Ministry,AZ"], ["1"]),  # whose it is nobody says
    (["Foreign Ministry of Aldova", "Aldova’s Foreign Ministry"], ["01"]),
    (["the Pentagon", "US Department of Defense"], ["01"]),
    (["United States Supreme Court", "Supreme Court of the United Kingdom", "Supreme Court"], ["0", "1"]),
]


@pytest.mark.parametrize(("written", "speakers"), PERSONS)
def test_persons(written: list[str], speakers: list[str]) -> None:
    _check(written, speakers, person=True)


@pytest.mark.parametrize(("written", "speakers"), BODIES)
def test_bodies(written: list[str], speakers: list[str]) -> None:
    _check(written, speakers, person=False)


def _check(written: list[str], speakers: list[str], *, person: bool) -> None:
    numbers = [str(number) for number in range(len(written))]
    namings = [naming(one, number, person=person) for number, one in enumerate(written)]
    result = partition(namings)
    assert sorted("".join(sorted(str(m.id) for m in group.members)) for group in result.groups) == speakers
    assert sorted(str(one.id) for one, _ in result.unlinked) == sorted(set(numbers) - set("".join(speakers)))


# A surname alone, among these; whom it means, None where that is not sure, "" where nobody else is called so.
KNOWN = {
    "Mira Danforth": ("Mira Danforth,DE,chancellor", "Mira Danforth,DE,minister"),
    "Ola Danforth": ("Ola Danforth,FR", "Ola Danforth,FR,mayor"),
    "Ana Brandt": ("Ana Brandt,DE,mayor",),
    "Tom Brandt": ("Tom Brandt",),
    "Su Park": ("Park Su-ji,KR,president",),
    "Lena Osk": ("Lena Osk",),
}
ALONE = [
    ("Danforth", None),
    ("Danforth,DE", "Mira Danforth"),
    ("Danforth,DE,chancellor", "Mira Danforth"),
    ("Danforth,DE,mayor", "Mira Danforth"),
    ("Danforth,,chancellor", "Mira Danforth"),
    ("Danforth,,mayor", "Ola Danforth"),
    ("Danforth,,pilot", None),
    ("Danforth,IT", ""),
    ("Brandt", None),
    ("Brandt,DE", "Ana Brandt"),
    ("Brandt,,mayor", "Ana Brandt"),
    ("Brandt,FR", None),  # Tom Brandt's country is not known
    ("Osk", None),  # the only one, but nothing says that it is she
    ("Osk,DE", None),
    ("Park,KR", "Su Park"),
    ("Park,KR,president", "Su Park"),
    ("Park", ""),
    ("Mira", ""),
    ("Mira,DE", "Mira Danforth"),
    ("Vale", ""),
]


@pytest.mark.parametrize(("written", "meant"), ALONE)
def test_a_surname_alone(written: str, meant: str | None) -> None:
    groups = {name: Group().add(*map(naming, given)) for name, given in KNOWN.items()}
    alone = naming(written)
    names = {name: parse_person(given[0].split(",")[0]) for name, given in KNOWN.items()}
    by_surname = [groups[name] for name, parsed in names.items() if parsed.surname == alone.key]
    by_first = [groups[name] for name, parsed in names.items() if parsed.given[0] == alone.key]
    left, sure = leave_for_surname(alone, by_surname, by_first)
    if meant:
        assert sure
        assert [name for name, group in groups.items() if group in left] == [meant]
    else:
        assert not sure
        assert bool(left) == (meant is None)


class TestDecisions:
    def test_two_names_decided_to_be_ones_are_one(self) -> None:
        namings = [
            naming("Mira Danforth", 0, fixed=7),
            naming("Ola Brandt", 1, fixed=7),
            naming("Ola Brandt,DE", 2),
        ]
        (group,) = partition(namings).groups
        assert {member.id for member in group.members} == {0, 1, 2}

    def test_a_name_that_is_twos_in_one_country_is_unlinked_unless_the_office_tells(self) -> None:
        result = partition(
            [
                naming("Jo Vale,DE,mayor", 0, fixed=7),
                naming("Jo Vale,DE,pilot", 1, fixed=8),
                naming("Jo Vale,DE,judge", 2),
                naming("Jo Vale,DE,mayor", 3),
            ]
        )
        assert [{m.id for m in group.members} for group in result.groups] == [{0, 3}, {1}]
        assert [one.id for one, _ in result.unlinked] == [2]

    def test_namesakes_decided_to_be_one_leave_no_doubt(self) -> None:
        namings = [naming("Jo Vale,DE", 0, fixed=7), naming("Jo Vale,FR", 1, fixed=7), naming("Jo Vale", 2)]
        (group,) = partition(namings).groups
        assert len(group.members) == 3

    def test_one_decided_without_a_country_has_that_of_the_only_other(self) -> None:
        (group,) = partition([naming("Jo Vale", 0, fixed=7), naming("Jo Vale,DE", 1)]).groups
        assert group.fixed == 7


# How many documents give each naming; whom they are.
COUNTED = [
    # ten times as many: one misread country makes nobody doubtful
    ([("Jo Vale,DE", 10), ("Jo Vale,FR", 1), ("Jo Vale", 5)], ["02", "1"]),
    ([("Jo Vale,DE", 9), ("Jo Vale,FR", 1), ("Jo Vale", 5)], ["0", "1"]),
    ([("Jo Vale,DE", 19), ("Jo Vale,FR", 1), ("Jo Vale,IT", 1), ("Jo Vale", 5)], ["0", "1", "2"]),
    ([("Jo Vale,DE", 20), ("Jo Vale,FR", 1), ("Jo Vale,IT", 1), ("Jo Vale", 5)], ["03", "1", "2"]),
    ([("Jo Vale,DE", 10), ("Jo Vale,FR,pilot", 1), ("Jo Vale,,pilot", 5)], ["0", "12"]),
    # nor is one of the same office somebody else
    ([("Jo Vale,DE,mayor", 10), ("Jo Vale,FR,mayor", 1)], ["01"]),
    ([("Jo Vale,DE,mayor", 9), ("Jo Vale,FR,mayor", 1)], ["0", "1"]),
    ([("Jo Vale,DE,mayor", 10), ("Jo Vale,FR,judge", 1)], ["0", "1"]),
    ([("Jo Vale,DE,mayor", 10), ("Jo Vale,FR", 1)], ["0", "1"]),
    # a shorter name that can be two people's is doubtful however often they are named
    ([("Mira Danforth", 100), ("Marta Danforth", 1), ("M. Danforth", 1)], ["0", "1"]),
]


@pytest.mark.parametrize(("counted", "speakers"), COUNTED)
def test_numbers_of_documents(counted: list[tuple[str, int]], speakers: list[str]) -> None:
    namings = [naming(one, k)._replace(documents=count) for k, (one, count) in enumerate(counted)]
    groups = partition(namings).groups
    assert sorted("".join(sorted(str(m.id) for m in group.members)) for group in groups) == speakers


def test_two_who_are_known_for_sure_are_doubtful_however_often_one_is_named() -> None:
    known = [naming("Jo Vale,DE", 0, fixed=7), naming("Jo Vale,FR", 1, fixed=8)]
    result = partition([known[0]._replace(documents=100), known[1], naming("Jo Vale", 2)])
    assert [one.id for one, _ in result.unlinked] == [2]


def test_of_two_who_are_named_as_often_neither_is_taken_for_the_one_who_was_misread() -> None:
    known = [naming("Jo Vale,DE", 0, fixed=7), naming("Jo Vale,DE,goalkeeper", 1, fixed=8)]
    often = [one._replace(documents=10) for one in known]
    misread = naming("Jo Vale,FR,goalkeeper", 2)._replace(documents=0)
    for order in ([*often, misread], [misread, *reversed(often)]):
        assert sorted(len(group.members) for group in partition(order).groups) == [1, 1, 1]


NAMES = [
    "Jo Vale",
    "J. Vale",
    "J. A. Vale",
    "Jo Anne Vale",
    "Vale Jo",
    "Joanne Vale",
    "Jim Vale",
    "Jo Vale Jr.",
]
WRITTEN = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(["", "DE", "FR"]),
    st.sampled_from(["", "mayor", "pilot", "goalkeeper"]),
    st.sampled_from([None, None, None, 7, 8]),
    st.sampled_from([0, 1, 1, 2, 9, 10, 20, 100]),
)


@given(st.lists(WRITTEN, max_size=12, unique=True), st.randoms())
def test_the_order_does_not_matter_and_everybody_is_somewhere_once(
    given_: list[Any], rng: random.Random
) -> None:
    def result(order: list[int]) -> tuple[set[frozenset[Any]], set[Any]]:
        namings = [
            naming(",".join(given_[k][:3]), number, fixed=given_[k][3])._replace(documents=given_[k][4])
            for number, k in enumerate(order)
        ]
        found = partition(namings)
        back = dict(enumerate(order))
        groups = [[given_[back[m.id]] for m in group.members] for group in found.groups]
        unlinked = [given_[back[one.id]] for one, _ in found.unlinked]
        assert sorted([w for group in groups for w in group] + unlinked, key=str) == sorted(given_, key=str)
        assert all(group for group in groups)
        return {frozenset(group) for group in groups}, set(unlinked)

    order = list(range(len(given_)))
    first = result(order)
    rng.shuffle(order)
    assert result(order) == first
