"""Citations as others read them: pybtex and latexcodec, rispy, citeproc-py with its own style."""

from __future__ import annotations

import re
import warnings
from datetime import date
from pathlib import Path

import orjson
import pytest
from lxml import etree

from quotes.export import bibtex, csl, ris
from quotes.export.citation import CitedDay

from .awkward import AWKWARD
from .conftest import BASE

citeproc = pytest.importorskip("citeproc")
citeproc_json = pytest.importorskip("citeproc.source.json")
pybtex = pytest.importorskip("pybtex.database")
richtext = pytest.importorskip("pybtex.richtext")
rispy = pytest.importorskip("rispy")

EVERY = pytest.mark.parametrize("name", [one.name for one in AWKWARD])
SPACE = re.compile(r"[\s\x00-\x1f]+")


def one_line(text):
    return SPACE.sub(" ", text).strip()


@pytest.fixture(scope="module")
def entries(quotes):
    return pybtex.parse_string(b"".join(bibtex.write(quotes, BASE)).decode(), "bibtex").entries


@pytest.fixture(scope="module")
def references(quotes):
    return {one["id"]: one for one in rispy.loads(b"".join(ris.write(quotes, BASE)).decode())}


@pytest.fixture(scope="module")
def items(quotes):
    return {one["id"]: one for one in orjson.loads(b"".join(csl.write(quotes, BASE)))}


@pytest.fixture(scope="module")
def rendered(items):
    """Return each item as citeproc-py's style prints it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of variables that this processor does not know
        folder = Path(citeproc.__file__).parent / "data" / "styles"
        style = citeproc.CitationStylesStyle(str(folder / "harvard-cite-them-right.csl"), validate=False)
        source = citeproc_json.CiteProcJSON(list(items.values()))
        listed = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        for key in items:
            listed.register(citeproc.Citation([citeproc.CitationItem(key)]))
        return dict(zip(listed.keys, map(str, listed.bibliography()), strict=True))


# Signs that pybtex leaves as TeX writes them.
LEFT = {
    r"{\textbraceleft}": "\ue000",
    r"{\textbraceright}": "\ue001",
    r"{\textasciicircum}": "\ue002",
    r"\$": "\ue003",
}


def plain(latex):
    """What TeX prints of a field, as pybtex says."""
    for written in LEFT:
        latex = latex.replace(written, LEFT[written])
    printed = str(richtext.Text.from_latex(latex))
    return one_line(printed.translate(dict(zip(range(0xE000, 0xE004), "{}^$", strict=True))))


@EVERY
def test_bibtex_has_the_words_in_the_note(entries, quote, name):
    entry = entries[f"quote{quote(name).id}"]
    assert one_line(quote(name).text) in plain(entry.fields["note"])
    assert entry.fields["note"].endswith(f"{BASE}/v1/quotes/{quote(name).id}")


@EVERY
def test_bibtex_has_the_article(entries, quote, name):
    document, entry = quote(name).document, entries[f"quote{quote(name).id}"]
    assert set(entry.fields) >= {"url", "note"}
    if "howpublished" not in entry.fields:
        assert plain(entry.fields.get("title", "")) == one_line(document.title or "")
        assert plain(entry.fields.get("journal", "")) == (document.outlet or "")
        assert entry.fields.get("date") == (document.published_on and document.published_on.isoformat())
        assert entry.fields.get("year") == (document.published_on and str(document.published_on.year))
    assert entry.type == ("article" if "journal" in entry.fields else "misc")


def test_keys_are_those_of_the_quotes(entries, quotes):
    assert list(entries) == [f"quote{quote.id}" for quote in quotes]


NAMES = [
    ("plain", "author", "Feld", "Jonas"),
    ("an author that is a desk", "author", "{Staff}", ""),
    ("a day of saying", "author", "Danforth", "Mira"),
    ("a tweet", "author", "Danforth", "Mira"),
]


@pytest.mark.parametrize(("name", "role", "family", "given"), NAMES, ids=[case[0] for case in NAMES])
def test_bibtex_names(entries, quote, name, role, family, given):
    (person,) = entries[f"quote{quote(name).id}"].persons[role]
    assert (" ".join(person.last_names), " ".join(person.first_names)) == (family, given)


# By quote: what BibTeX, RIS and CSL say of it.
WORKS = [
    (
        "plain",
        ("article", {"journal": "Harbour Dispatch", "date": "2026-03-14", "month": "March"}),
        {"type_of_reference": "NEWS", "secondary_title": "Harbour Dispatch", "date": "2026/03/14/"},
        {"type": "article-newspaper", "issued": [2026, 3, 14], "container-title": "Harbour Dispatch"},
    ),
    (
        "a day of saying",
        ("misc", {"title": "{Speech to the council at Tessary}", "date": "2026-03-13"}),
        {"type_of_reference": "GEN", "type_of_work": "Speech", "date": "2026/03/13/"},
        {
            "type": "speech",
            "issued": [2026, 3, 13],
            "event-place": "Tessary",
            "recipient": [{"literal": "the council"}],
        },
    ),
    (
        "a month of saying",
        ("article", {"date": "2026-03-14"}),
        {"type_of_reference": "NEWS", "date": "2026/03/14/"},
        {"type": "article-newspaper", "issued": [2026, 3, 14], "event-date": [2026, 3]},
    ),
    (
        "a year of saying",
        ("misc", {"title": "{Interview}", "date": "2025", "year": "2025", "eventdate": "2025"}),
        {"type_of_reference": "PCOMM", "type_of_work": "Interview", "date": "2025///", "year": "2025"},
        {"type": "interview", "issued": [2025], "genre": "Interview"},
    ),
    ("a tweet", ("misc", {"howpublished": "Tweet"}), {"type_of_reference": "ICOMM"}, {"type": "post"}),
    (
        "a letter",
        ("misc", {"howpublished": "Letter"}),
        {"type_of_reference": "PCOMM"},
        {"type": "personal_communication"},
    ),
    ("a broadcast", ("misc", {}), {"type_of_reference": "GEN"}, {"type": "broadcast"}),
    ("a court", ("article", {}), {"type_of_reference": "NEWS"}, {"type": "article-newspaper"}),
    ("nothing known of the document", ("misc", {}), {"type_of_reference": "GEN"}, {"type": "article"}),
]


@pytest.mark.parametrize(("name", "as_bibtex", "as_ris", "as_csl"), WORKS, ids=[case[0] for case in WORKS])
def test_what_is_cited(entries, references, items, quote, name, as_bibtex, as_ris, as_csl):
    key = f"quote{quote(name).id}"
    entry, reference, item = entries[key], references[key], items[key]
    assert (entry.type, {field: entry.fields[field] for field in as_bibtex[1]}) == as_bibtex
    assert {field: reference[field] for field in as_ris} == as_ris
    dates = {field: value["date-parts"][0] for field, value in item.items() if "date-parts" in value}
    assert {field: {**item, **dates}[field] for field in as_csl} == as_csl


def test_no_date_is_no_date(entries, references, items, quote):
    key = f"quote{quote('no date').id}"
    assert not {"year", "month", "date"} & set(entries[key].fields)
    assert not {"year", "date"} & set(references[key])
    assert not {"issued", "event-date"} & set(items[key])


@EVERY
def test_ris_has_the_words_in_a_note(references, quote, name):
    (note,) = references[f"quote{quote(name).id}"]["notes"]
    assert one_line(quote(name).text) in one_line(note)


def test_ris_is_a_tag_a_line(quotes):
    text = b"".join(ris.write(quotes, BASE)).decode()
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert text.splitlines() == lines  # nothing else ends a line
    assert [line[:2] for line in lines if line[:2] in ("TY", "ER")] == ["TY", "ER"] * len(quotes)
    assert {line[6:] for line in lines if line.startswith("TY")} <= set(rispy.TYPE_OF_REFERENCE_MAPPING)
    assert {line[:2] for line in lines} <= set(rispy.TAG_KEY_MAPPING)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("plain", ["Feld, Jonas"]),
        ("an author of two", ["Feld, Jonas", "Sunniva Brekker"]),
        ("an author that is a desk", ["Staff"]),
        ("nothing known of the document", None),
    ],
)
def test_ris_names(references, quote, name, written):
    assert references[f"quote{quote(name).id}"].get("authors") == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (CitedDay(date(2026, 3, 4), "day"), "2026/03/04/"),
        (CitedDay(date(2026, 3, 1), "month"), "2026/03//"),
        (CitedDay(date(812, 1, 1), "year"), "0812///"),
    ],
)
def test_ris_days(day, written):
    assert ris.day(day) == written


@EVERY
def test_csl_has_the_very_words_in_the_note(items, quote, name):
    assert quote(name).text in items[f"quote{quote(name).id}"]["note"]


def test_csl_uses_its_own_words(items):
    """The types and variables are those of the schema of styles that citeproc-py brings."""
    folder = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
    known = {value.text for file in folder.glob("*.rng") for value in etree.parse(file).iter("{*}value")}
    for item in items.values():
        assert item["type"] in known
        assert set(item) - {"id", "type"} <= known


@EVERY
def test_citeproc_renders_it(rendered, items, quote, name):
    key = f"quote{quote(name).id}"
    printed, item = rendered[key], items[key]
    for author in item.get("author", ()):
        assert author.get("family", author.get("literal")) in printed
    if "issued" in item:
        assert str(item["issued"]["date-parts"][0][0]) in printed


def test_no_quotes_are_empty_files():
    assert [b"".join(module.write([], BASE)) for module in (bibtex, ris, csl)] == [b"", b"", b"[]\n"]


def test_no_half_address_is_cited_where_none_is_known(quotes):
    for module in (bibtex, ris, csl):
        assert b"/v1/" in b"".join(module.write(quotes, BASE))
        assert b"/v1/" not in b"".join(module.write(quotes, ""))
