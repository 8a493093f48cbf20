"""Web Annotations and schema.org's quotations, as pyld expands them and as their models ask."""

from __future__ import annotations

import re
from datetime import datetime

import orjson
import pytest

from quotes.export import annotation, schema_org

from .awkward import AWKWARD
from .conftest import BASE
from .contexts import OA, PROPERTIES, SCHEMA, load

EVERY = pytest.mark.parametrize("name", [one.name for one in AWKWARD])
PURPOSES = {"identifying", "describing", "tagging"}


def alone(module, quote):
    return orjson.loads(b"".join(module.write_one([quote], BASE)))


def expanded(value):
    jsonld = pytest.importorskip("pyld.jsonld")
    return jsonld.expand(value, {"documentLoader": load})


def lost(value, read):
    """The keys that expansion has no term for: they would vanish."""
    known = set(orjson.loads(orjson.dumps(load(value["@context"])["document"]["@context"])))
    found = set()

    def walk(one):
        if isinstance(one, dict):
            found.update(key for key in one if not key.startswith("@"))
            for each in one.values():
                walk(each)
        elif isinstance(one, list):
            for each in one:
                walk(each)

    walk(read)
    return found - known


def listed(value):
    return value if isinstance(value, list) else [value]


def check_annotation(value):
    """What the Web Annotation Data Model asks (its sections in brackets)."""
    assert re.fullmatch(r"https://\S+", value["id"])  # 3.1: exactly one IRI
    assert value["type"] == "Annotation"
    assert value["motivation"] in PURPOSES | {"highlighting"}  # 3.3.5
    datetime.strptime(value["modified"], "%Y-%m-%dT%H:%M:%S%z")  # 3.3.1: xsd:dateTime with a zone
    assert re.fullmatch(r"https://\S+", value["canonical"])  # 3.3.7
    for body in listed(value["body"]):
        assert body["purpose"] in PURPOSES  # 3.3.5
        if body["type"] == "TextualBody":  # 3.2.4: exactly one value
            assert isinstance(body["value"], str)
        else:  # 4: a specific resource has exactly one source
            assert body["type"] == "SpecificResource"
            assert isinstance(body["source"], str)
    assert value["target"]  # 3.1: one or more
    for target in listed(value["target"]):
        assert target["type"] == "SpecificResource"
        assert isinstance(target["source"], (str, dict))
        for selector in listed(target["selector"]):
            if selector["type"] == "TextQuoteSelector":  # 4.2.4
                assert selector["exact"]
                assert set(selector) <= {"type", "exact", "prefix", "suffix"}
            else:  # 4.2.5: a position counts code points, the end is not in it
                assert selector["type"] == "TextPositionSelector"
                assert 0 <= selector["start"] < selector["end"]
        if "state" in target:  # 4.3.1: something of a time or a copy
            assert target["state"]["type"] == "TimeState"
            assert re.fullmatch(r"nih:sha-256;[0-9a-f]{64}", target["state"]["cached"])  # RFC 6920, 7


@EVERY
def test_an_annotation_is_as_its_model_asks(quote, name):
    check_annotation(alone(annotation, quote(name)))


@EVERY
def test_its_selectors_find_the_words_in_the_text(kept, name):
    document, quote = kept[name]
    targets = listed(alone(annotation, quote)["target"])
    in_text = [target for target in targets if "state" in target]
    assert len(in_text) == len(quote.spans)
    for target, part in zip(in_text, quote.spans, strict=True):
        words, position = target["selector"]
        assert document.text[position["start"] : position["end"]] == words["exact"] == part.text
        near = words.get("prefix", "") + words["exact"] + words.get("suffix", "")
        assert document.text.index(near) + len(words.get("prefix", "")) == position["start"]
    assert len(targets) == len(in_text) * (2 if document.url else 1)


@EVERY
def test_pyld_expands_it(quote, name):
    value = alone(annotation, quote(name))
    (read,) = expanded(value)
    assert read["@type"] == [f"{OA}Annotation"]
    assert not lost(value, value)
    assert len(read[f"{OA}hasTarget"]) == len(listed(value["target"]))
    selector = read[f"{OA}hasTarget"][0][f"{OA}hasSelector"]
    assert selector[0][f"{OA}exact"] == [{"@value": quote(name).spans[0].text}]
    assert selector[1][f"{OA}start"][0]["@value"] == quote(name).spans[0].start


def test_a_page_of_annotations(quotes):
    page = orjson.loads(b"".join(annotation.write(quotes, BASE)))
    assert page["type"] == "AnnotationPage"
    assert re.fullmatch(r"nih:sha-256;[0-9a-f]{64}", page["id"])
    assert [one["canonical"] for one in page["items"]] == [BASE + quote.permalink for quote in quotes]
    for one in page["items"]:
        check_annotation(one)
    (read,) = expanded(page)
    (items,) = read["http://www.w3.org/ns/activitystreams#items"]
    assert len(items["@list"]) == len(quotes)


def check_thing(thing):
    """Each property is one of its class and holds what it may, as schema.org has it."""
    for name, values in thing.items():
        if name.startswith("@"):
            continue
        domains, ranges = PROPERTIES[name]
        assert thing["@type"] in domains, name
        for value in listed(values):
            if isinstance(value, dict):
                assert value["@type"] in ranges, name
                check_thing(value)
            else:
                assert ranges & {"Text", "URL", "Date"}, name
                assert "Date" not in ranges or re.fullmatch(r"\d{4}(-\d\d){0,2}", value)


@EVERY
def test_a_quotation_has_properties_of_schema_org(quote, name):
    value = alone(schema_org, quote(name))
    assert value.pop("@context") == "https://schema.org"
    check_thing(value)


@EVERY
def test_pyld_expands_a_quotation(quote, name):
    one = quote(name)
    (read,) = expanded(alone(schema_org, one))
    assert read["@type"] == [f"{SCHEMA}Quotation"]
    assert read["@id"] == f"{BASE}{one.permalink}"
    assert read[f"{SCHEMA}text"] == [{"@value": one.text}]
    assert (f"{SCHEMA}creator" in read) == (one.speaker is not None)
    assert (f"{SCHEMA}dateCreated" in read) == (one.said_on is not None)


def test_a_graph_of_quotations(quotes):
    graph = orjson.loads(b"".join(schema_org.write(quotes, BASE)))
    assert len(expanded(graph)) == len(quotes)


@pytest.mark.parametrize(
    ("name", "created", "spoken_by"),
    [
        ("a day of saying", "2026-03-13", "Person"),
        ("a month of saying", "2026-03", "Organization"),
        ("a year of saying", "2025", "Person"),
    ],
)
def test_days_are_as_precise_as_they_are_known(quote, name, created, spoken_by):
    value = alone(schema_org, quote(name))
    assert (value["dateCreated"], value["spokenByCharacter"]["@type"]) == (created, spoken_by)
