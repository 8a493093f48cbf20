from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.errors import ReadError
from quotes.ingest.rosters import read_roster

ROWS = [("key", "name", "aliases"), ("mira", "Mira Danforth", "M. Danforth|Míra"), ("ola", "Ola Brandt", "")]
NAMES = [("Mira Danforth", "M. Danforth", "Míra"), ("Ola Brandt",)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table(tmp_path: Path, delimiter: str, encoding: str) -> None:
    file = tmp_path / "roster.csv"
    file.write_text("\n".join(delimiter.join(row) for row in ROWS), encoding)
    assert [entry.names for entry in read_roster(file)] == NAMES


def test_a_list_of_objects(tmp_path: Path) -> None:
    file = tmp_path / "roster.json"
    file.write_text(json.dumps([dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]), "utf-8")
    assert [entry.names for entry in read_roster(file)] == NAMES


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "", "the file is empty"),
        ("a.csv", "key,nom\nk,n", "a.csv: unknown column 'nom'"),
        ("a.csv", "key,aliases\nk,n", "a.csv: there is no column 'name'"),
        ("a.csv", "key,name\nk,n,x", "a.csv:2: the row has 3 fields, the header 2"),
        ("a.csv", "key,name\n\nk,", "a.csv:3: there is no name"),
        ("a.csv", 'key,name\nk,"n', "a.csv:2: unexpected end"),
        ("a.json", "{", "a.json: it is not JSON"),
        ("a.json", "{}", "a.json: a roster in JSON is a list"),
        ("a.json", "[1]", "a.json item 1: it is not an object"),
        ("a.json", '[{"key": "k", "name": "n", "born": 1}]', "a.json item 1: unknown column 'born'"),
    ],
)
def test_what_is_no_roster_is_refused(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(ReadError, match=message):
        read_roster(tmp_path / name)
