"""`quotes documents`: listed, opened, closed, removed."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def filled(run, article, tmp_path):
    (tmp_path / "two.txt").write_text("“The boats are late,” said Ola Brandt.", "utf-8")
    run("ingest", article, tmp_path / "two.txt")
    return run


def listed(run):
    lines = run("documents", "list", "--format", "jsonl").stdout.splitlines()
    return {document["id"]: document for document in map(json.loads, lines)}


def test_they_are_listed(filled):
    assert listed(filled)[1]["title"] == "Harbour talks resume"
    table = filled("documents", "--outlet", "The Lantern").stdout
    assert "Harbour talks resume" in table
    assert "closed" in table
    assert filled("documents", "--text", "boats", "--limit", 1).stdout.count("closed") == 1
    assert filled("documents", "--text", "trains").stderr == "no documents match\n"


def test_texts_are_opened_and_closed(filled):
    assert filled("documents", "open", 1, 2).stdout == "the text of 2 documents is open\n"
    assert [one["open"] for one in listed(filled).values()] == [True, True]
    assert filled("documents", "close", 1).stdout == "the text of 1 document is closed\n"
    assert listed(filled)[1]["open"] is False


def test_so_are_those_of_an_outlet(filled):
    assert filled("documents", "open", "--outlet", "the lantern").stdout == "the text of 1 document is open\n"
    assert {id_: one["open"] for id_, one in listed(filled).items()} == {1: True, 2: False}


def test_one_is_removed_with_its_quotes(filled):
    assert filled("documents", "remove", 1).stdout == "1 document removed\n"
    assert list(listed(filled)) == [2]
    assert "Danforth" not in filled("search").stdout


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["open"], "say which documents"),
        (["open", 9], "there is no document 9"),
        (["close", "--outlet", "Nowhere"], "there is no outlet called 'Nowhere'"),
        (["remove", 9], "there is no document 9"),
    ],
)
def test_what_is_not_there_is_named(filled, arguments, error):
    result = filled("documents", *arguments)
    assert result.exit_code != 0
    assert error in result.stderr
