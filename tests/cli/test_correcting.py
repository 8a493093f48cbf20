"""`quotes correct`, `quotes corrections`, `quotes updates`: what people put right."""

from __future__ import annotations

import csv
import io
import json

import pytest

TEXT = """“The harbour stays open,” said Mira Danforth on Friday.

“The boats are late,” said Ola Brandt. A sign at the gate read “Closed”.
"""
OLA = "Ola Brandt (speaker 2)"
MIRA = "Mira Danforth (speaker 1)"


@pytest.fixture
def filled(holding):
    return holding("news.txt", TEXT)


def listed(run, *arguments: str):
    return [json.loads(line) for line in run(*arguments).stdout.splitlines()]


def quotes(run):
    found = listed(run, "search", "--format", "jsonl")
    return sorted(found, key=lambda quote: quote["id"])


def correct(run, *arguments):
    return run("correct", 1, "--by", "Ana", "--why", "the recording", *arguments)


@pytest.mark.parametrize(
    ("options", "told", "field", "shown"),
    [
        (["--speaker", "Eva Osk"], f"speaker of quote 1 is Eva Osk, not {MIRA}", "speaker", "Eva Osk"),
        (["--speaker-id", 2], f"speaker of quote 1 is {OLA}, not {MIRA}", "speaker", "Ola Brandt"),
        (["--nobody"], f"speaker of quote 1 is nobody, not {MIRA}", "speaker", None),
        (["--source", "Brandt"], "source of quote 1 is “Brandt”, not “Mira Danforth”", "source", "Brandt"),
        (["--said-on", "2031-05-02"], "said on of quote 1 is 2031-05-02", "said_on", "2031-05-02"),
        (["--said-on", "2031-05"], "said on of quote 1 is 2031-05, not unknown", "said_on", "2031-05-01"),
        (["--said-on", "2031"], "said on of quote 1 is 2031, not unknown", "said_on", "2031-01-01"),
    ],
)
def test_one_thing_is_put_right_and_undone(filled, options, told, field, shown):
    def value(quote):
        found = quote[field] or {}
        return found.get("name") or found.get("text") or found.get("date")

    before = quotes(filled)
    result = correct(filled, *options)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"correction 1: {told}")
    after = quotes(filled)
    assert value(after[0]) == shown
    assert [one["field"] for one in after[0]["corrections"]] == [field]
    assert filled("corrections", "undo", "--by", "Bo").stdout.startswith(f"undone: correction 1: {told}")
    assert value(quotes(filled)[0]) == value(before[0])


def test_what_is_no_quote_is_gone_and_comes_back(filled):
    assert correct(filled, "--not-a-quote").stdout == "correction 1: quote 1 is no quote\n"
    assert [quote["id"] for quote in quotes(filled)] == [2, 3]
    (gone,) = (
        one["gone"] for one in listed(filled, "updates") if one["gone"] and one["gone"]["noun"] == "quote"
    )
    assert (gone["id"], gone["why"]) == (1, "corrected")
    filled("corrections", "undo")
    assert [quote["id"] for quote in quotes(filled)] == [1, 2, 3]


def test_a_speaker_can_be_given_by_an_identifier(filled, tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("key,name,wikidata\nosk,Eva Osk,Q7\n", "utf-8")
    filled("speakers", "load", roster)
    assert "is Eva Osk (speaker" in correct(filled, "--speaker", "wikidata:Q7").stdout
    assert "nobody is known as roster:x" in correct(filled, "--speaker", "roster:x").stderr


def test_a_table_tells_what_was_put_right(filled):
    correct(filled, "--speaker", "Eva Osk")
    assert "speaker corrected by Ana: the recording" in filled("search", "--speaker", "Osk").stdout


def test_the_log_has_everything(filled):
    assert filled("corrections").stderr == "nothing was put right yet\n"
    correct(filled, "--speaker", "Eva Osk")
    correct(filled, "--said-on", "2031-05-02")
    filled("corrections", "undo", 1, "--by", "Bo")
    lines = filled("corrections").stdout.splitlines()
    assert "correction 2: said on of quote 1 is 2031-05-02, not unknown, by Ana: the recording" in lines[0]
    assert "correction 1: speaker of quote 1" in lines[1]
    assert lines[1].endswith("by Bo)")
    rows = list(csv.DictReader(io.StringIO(filled("corrections", "list", "--format", "csv").stdout)))
    assert [(row["id"], row["field"], row["after"], row["undone_by"]) for row in rows] == [
        ("2", "said_on", "2031-05-02", ""),
        ("1", "speaker", "Eva Osk", "Bo"),
    ]
    assert listed(filled, "corrections", "list", "2", "--format", "jsonl") == []


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ([], "give one of --speaker, --speaker-id, --nobody, --source, --said-on, --not-a-quote, not none"),
        (["--nobody", "--said-on", "2031"], "not --nobody and --said-on"),
        (["--said-on", "Friday"], "'Friday' is not a day; write 2025-01-31, 2025-01 or 2025"),
        (["--said-on", "2031-13"], "'2031-13' is not a day"),
        (["--said-on", "unknown"], "that is what is said of quote 1 already"),
        (["--source", "Eva Osk"], "the document of quote 1 does not have the words 'Eva Osk'"),
        (["--speaker", " "], "speaker has from 1 to 500 characters, not 0"),
        (["--speaker-id", 99], "there is no speaker 99"),
        (["--kind", "robot", "--speaker", "X"], "robot"),
    ],
)
def test_what_cannot_be_is_refused(filled, options, error):
    result = correct(filled, *options)
    assert result.exit_code != 0
    assert error in result.stderr
    assert all(quote["corrections"] == [] for quote in quotes(filled))


def test_a_reason_is_asked_for(filled):
    result = filled("correct", 1, "--nobody")
    assert result.exit_code == 2
    assert "--why" in result.stderr


def test_a_correction_that_is_not_there_cannot_be_undone(filled):
    assert "there is no correction to undo" in filled("corrections", "undo").stderr
    assert "there is no correction 7" in filled("corrections", "undo", 7).stderr


class TestUpdates:
    def test_all_quotes_are_news_at_first(self, filled):
        assert [one["quote"] for one in listed(filled, "updates")] == quotes(filled)

    def test_later_only_what_changed(self, filled):
        last = listed(filled, "updates")[-1]["at"].removesuffix("+00:00").removesuffix("Z")
        correct(filled, "--said-on", "2031-05-02")
        changed = [one for one in listed(filled, "updates", "--since", last) if one["quote"]]
        assert changed[-1]["quote"] == quotes(filled)[0]
