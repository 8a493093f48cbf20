"""brat's standoff read back line by line, and Label Studio's offsets cut as JavaScript cuts."""

from __future__ import annotations

import io
import re
import zipfile

import orjson
import pytest

from quotes.export import brat, label_studio
from quotes.store.records import DocumentRecord

from .awkward import AWKWARD
from .conftest import BASE

EVERY = pytest.mark.parametrize("name", [one.name for one in AWKWARD])
BOUND = re.compile(r"(T\d+)\t(Quote|Source|Cue|Addressee) (\d+ \d+(?:;\d+ \d+)*)\t([^\n]*)")
OTHER = re.compile(
    r"R\d+\t(Said_by|Cued_by|Said_to) Arg1:T\d+ Arg2:T\d+|A\d+\tKind T\d+ (direct|mixed|indirect)"
    r"|#\d+\tAnnotatorNotes T\d+\t[^\t\n]+"
)


def record(document, quote):
    about = quote.document
    return DocumentRecord(
        about.id, about.title, about.outlet, about.url, about.author, about.published_on, "en", about.sha256,
        len(document.text), quote.updated_at, "1", 1, 1, True, document.text,
    )  # fmt: skip


def bound(annotations):
    """The text-bound annotations of a file, every other line of which must be what brat knows."""
    found = []
    for line in annotations.split("\n")[:-1]:
        if match := BOUND.fullmatch(line):
            pieces = [tuple(map(int, piece.split())) for piece in match[3].split(";")]
            found.append((match[2], pieces, match[4]))
        else:
            assert OTHER.fullmatch(line), line
    return found


@EVERY
def test_brat_finds_the_words(kept, name):
    document, quote = kept[name]
    found = bound(brat.annotations([quote]))
    assert found[0][0] == "Quote"
    for _, pieces, words in found:
        cut = [document.text[start:end] for start, end in pieces]
        assert " ".join(cut) == words
        assert not any("\n" in piece for piece in cut)
    whole = "".join(document.text[start:end] for start, end in found[0][1])
    assert re.sub(r"\s", "", whole) == re.sub(r"\s", "", "".join(part.text for part in quote.spans))


def test_brat_zips_a_document(kept):
    document, quote = kept["several parts"]
    (body,) = brat.write_document(record(document, quote), [quote], BASE)
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        names = [f"{quote.document.id}.txt", f"{quote.document.id}.ann"]
        assert archive.namelist() == ["annotation.conf", *names]
        assert archive.read(names[0]).decode() == document.text
        assert bound(archive.read(names[1]).decode())[0][1] == [(p.start, p.end) for p in quote.spans]
    assert body == b"".join(brat.write_document(record(document, quote), [quote], BASE))


def test_brat_zips_a_selection_by_document(quotes):
    (body,) = brat.write(quotes, BASE)
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert len(archive.namelist()) == len(quotes) + 1


def javascript_slice(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def check_task(task):
    """What Label Studio asks of a task with predictions, and that its labels are on their words."""
    text, (prediction,) = task["data"]["text"], task["predictions"]
    names = set()
    for result in prediction["result"]:
        if result["type"] == "relation":
            assert {result["from_id"], result["to_id"]} <= names
            assert result["direction"] == "right"
            continue
        names.add(result["id"])
        value = result["value"]
        assert (result["from_name"], result["to_name"], result["type"]) == ("label", "text", "labels")
        assert javascript_slice(text, value["start"], value["end"]) == value["text"]
    assert prediction["score"] is None or 0 <= prediction["score"] <= 1
    return [
        one["value"]["text"]
        for one in prediction["result"]
        if one.get("value", {}).get("labels") == ["Quote"]
    ]


@EVERY
def test_label_studio_marks_the_words_of_a_quote(quote, name):
    (task,) = orjson.loads(b"".join(label_studio.write([quote(name)], BASE)))
    assert check_task(task) == [part.text for part in quote(name).spans]


@EVERY
def test_label_studio_marks_the_words_in_a_document(kept, name):
    document, quote = kept[name]
    (task,) = orjson.loads(b"".join(label_studio.write_document(record(document, quote), [quote], BASE)))
    assert task["data"]["text"] == document.text
    assert check_task(task) == [part.text for part in quote.spans]


def test_no_quotes_are_no_tasks():
    assert b"".join(label_studio.write([], BASE)) == b"[]\n"
