"""Names in the order that citations sort by, as a table; what is not plain stays whole."""

from __future__ import annotations

import pytest

from quotes.export.names import Name, authors, person_or_body

SPLIT = [
    ("Mira Danforth", "Danforth", "Mira", None),
    ("J. R. Elverby", "Elverby", "J. R.", None),
    ("John F. Danforth", "Danforth", "John F.", None),
    ("Anna von der Heide", "von der Heide", "Anna", None),
    ("Pavel Orlin Jr.", "Orlin", "Pavel", "Jr."),
    ("Selma al-Hariri", "al-Hariri", "Selma", None),
    ("Siobhan O’Mara-Lund", "O’Mara-Lund", "Siobhan", None),
    ("Велимира Островская", "Островская", "Велимира", None),
]
WHOLE = [
    ("Senzéki", "person", None),
    ("Gabriel Ortega Luna", "person", None),  # the family is Ortega, or Ortega Luna, or Luna
    ("Oh Ki-rin", "person", None),
    ("Kim Haneul", "person", None),
    ("Wen Haichao", "person", "CN"),
    ("Mira Danforth", "person", "HU"),
    ("Hamad bin Orlin", "person", None),
    ("King Orlin", "person", None),
    ("林海潮", "person", None),
    ("سلمى الحريري", "person", None),
    ("Ministry of Tides", "government", None),
    ("Danforth Tides", "organisation", None),
    ("a Danforth Aide", "unnamed", None),
    ("Mira Danforth", None, None),
]


@pytest.mark.parametrize(("name", "family", "given", "suffix"), SPLIT, ids=[case[0] for case in SPLIT])
def test_a_plain_name_of_a_person_is_split(name, family, given, suffix):
    assert person_or_body(name, "person", None) == Name(name, family, given, suffix)


@pytest.mark.parametrize(("name", "kind", "country"), WHOLE)
def test_any_other_name_stays_whole(name, kind, country):
    assert person_or_body(name, kind, country) == Name(name)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (None, []),
        ("  ", []),
        ("Jonas Feld", ["Feld, Jonas"]),
        ("By Jonas Feld", ["Feld, Jonas"]),
        ("Jonas Feld and Anna Brekker", ["Feld, Jonas", "Brekker, Anna"]),
        ("Jonas Feld and Ostrania Xyq", ["Feld, Jonas", "Ostrania Xyq"]),
        ("Feld, Jonas", ["Feld, Jonas"]),
        ("Staff", ["Staff"]),
        ("Pier Agency", ["Pier Agency"]),
        ("Jonas Feld and Pier Agency", ["Jonas Feld and Pier Agency"]),
        ("Ostranian Waves", ["Ostranian Waves"]),
    ],
)
def test_a_byline_is_people_only_where_all_of_it_is(line, written):
    assert [f"{one.family}, {one.given}" if one.family else one.literal for one in authors(line)] == written
