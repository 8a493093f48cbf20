"""TEI against a schema: one of the elements used, or the whole of TEI where the environment names it.

`QUOTES_TEST_TEI_SCHEMA` is the path of a RelaxNG schema such as tei_all.rng, which libxml2 reads for minutes.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from quotes.export import tei

from .awkward import AWKWARD
from .conftest import BASE
from .test_standoff import record

EVERY = pytest.mark.parametrize("name", [one.name for one in AWKWARD])
NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="session")
def schema():
    path = os.environ.get("QUOTES_TEST_TEI_SCHEMA", Path(__file__).with_name("tei.rng"))
    return etree.RelaxNG(etree.parse(path))


@pytest.fixture(scope="session")
def read(schema):
    """Return a function that parses what was written, which must be valid, its pointers leading somewhere."""

    def read(written):
        tree = etree.fromstring(b"".join(written))
        schema.assertValid(tree)
        ids = {f"#{found}" for found in tree.xpath("//@xml:id")}
        assert ids.issuperset(tree.xpath("//@who | //@toWhom | //@next | //@prev"))
        return tree

    return read


def as_xml_reads(text):
    """What no XML holds is one other sign."""
    return "".join(sign if sign in "\t\n\r" or sign >= " " else "\ufffd" for sign in text)


@EVERY
def test_a_quote_is_said_within_a_citation(read, quote, name):
    one = quote(name)
    (cit,) = read(tei.write([one], BASE)).iterfind(".//t:cit", NS)
    said = cit.find("t:said", NS)
    parts = [part.text for part in one.spans]
    assert "".join(said.itertext()) == as_xml_reads(one.text if len(parts) == 1 else " ".join(parts))
    assert said.get("direct") == ("false" if one.kind == "indirect" else "true")
    assert (said.get("who") is None) == (one.speaker is None)
    assert (said.get("toWhom") is None) == (one.addressee is None)
    pointers = [pointer.get("target") for pointer in cit.iterfind("t:bibl/t:ptr", NS)]
    assert pointers[-1] == BASE + one.permalink


@EVERY
def test_a_document_is_its_text_with_the_quotes_marked(read, kept, name):
    document, one = kept[name]
    tree = read(tei.write_document(record(document, one), [one], BASE))
    assert "".join(tree.find(".//t:ab", NS).itertext()) == as_xml_reads(document.text)
    said = tree.findall(".//t:said", NS)
    assert ["".join(each.itertext()) for each in said] == [as_xml_reads(part.text) for part in one.spans]
    assert [each.get("next") for each in said[:-1]] == [f"#{each.get(ID)}" for each in said[1:]]


def test_a_selection_names_each_speaker_once(read, quotes):
    tree = read(tei.write(quotes, BASE))
    assert len(tree.findall(".//t:cit", NS)) == len(quotes)
    names = [person.findtext("t:persName", None, NS) for person in tree.iterfind(".//t:person", NS)]
    assert len(names) == len(set(names)) > 1


def test_no_quotes_are_a_document_too(read):
    assert "none" in "".join(read(tei.write([], BASE)).find(".//t:body", NS).itertext())


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8))
def test_quotes_that_cross_are_cut_so_that_they_nest(kept, spans):
    one = kept["plain"][1]
    pieces = tei.nested([tei.Piece(start, start + length, one) for start, length in spans])
    for at, piece in enumerate(pieces):
        for other in pieces[at + 1 :]:
            assert other.start >= piece.end or other.end <= piece.end
    covered = {at for start, length in spans for at in range(start, start + length)}
    assert {at for piece in pieces for at in range(piece.start, piece.end)} == covered
