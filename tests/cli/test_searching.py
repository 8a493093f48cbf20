"""`quotes search` and `quotes speakers` over a small database made of text."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

import quotes
from quotes import Extraction, SaidOn, Span

ARTICLES = [
    ("2031-05-01", "The Lantern", "Harbour", "“The harbour stays open,” said Mira Danforth."),
    ("2031-05-02", "The Lantern", "Market", "“The apples are ripe,” said Ola Brandt."),
    ("2031-05-03", "Hill Post", "Harbour again", "“The harbour shuts at noon,” said Mira Danforth."),
    ("", "Hill Post", "Undated", "“The soup was excellent,” said Lena Osk."),
]


@pytest.fixture
def filled(holding):
    return holding("news.csv", [("date", "outlet", "title", "text"), *ARTICLES])


def found(run, *arguments: str) -> list[str]:
    result = run("search", *arguments, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line)["document"]["title"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        ([], ["Harbour again", "Market", "Harbour", "Undated"]),
        (["--speaker", "Mira Danforth"], ["Harbour again", "Harbour"]),
        (["--speaker", "mira danforth"], ["Harbour again", "Harbour"]),
        (["--from", "2031-05-02"], ["Harbour again", "Market"]),
        (["--to", "2031-05-02"], ["Market", "Harbour"]),
        (["--published-from", "2031-05-02", "--published-to", "2031-05-02"], ["Market"]),
        (["--speaker", "Ola Brandt|Lena Osk"], ["Market", "Undated"]),
        (["--outlet", "!Hill Post"], ["Market", "Harbour"]),
        (["--exact", "harbours"], []),
        (["--office", "envoy"], []),
        (["--kind", "mixed|indirect"], []),
        (["--country", "!FR|DE"], ["Harbour again", "Market", "Harbour", "Undated"]),
        (["--addressee", "reporters"], []),
        (["--reported-by", "Pier Agency"], []),
        (["--from", "2031-05-02", "--to", "2031-05-02"], ["Market"]),
        (["--text", "harbour"], ["Harbour again", "Harbour"]),
        (["--outlet", "Hill Post"], ["Harbour again", "Undated"]),
        (["--kind", "mixed"], []),
        (["--min-confidence", "1"], []),
        (["--limit", "1"], ["Harbour again"]),
        (["--speaker", "Mira Danforth", "--outlet", "The Lantern"], ["Harbour"]),
    ],
)
def test_every_option_narrows(filled, arguments, titles) -> None:
    assert found(filled, *arguments) == titles


def test_people_see_words_speaker_day_place_and_rule(filled) -> None:
    result = filled("search", "--speaker", "Ola Brandt")
    assert result.exit_code == 0
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert lines[0].split("  ")[0] == "Ola Brandt"
    assert lines[0].endswith("“The apples are ripe,”")
    assert lines[1].startswith("2031-05-02 ")
    assert lines[1].endswith("The Lantern · Market")
    assert "direct · " in lines[2]
    assert result.stderr == "1 quote\n"


@pytest.fixture
def told(run, tmp_path, monkeypatch):
    """Return `run` over two quotes: all is told around the first, nothing around the second."""
    text = "“We go,” said Ola Brandt, the envoy, to the council.\n\n“We stay,” said Lena Osk.\n"
    first, second = quotes.extract(text)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    first = replace(
        first,
        role=span("the envoy"),
        country="XO",
        said_on=SaidOn(date(2031, 5, 1), "month", "words", span("to the")),
        channel="press_conference",
        addressee=span("the council"),
    )
    second = replace(second, role=None, country=None, said_on=None, channel=None, addressee=None)
    monkeypatch.setattr(quotes, "extract", lambda *_, **__: Extraction((first, second), ()))
    (tmp_path / "told.txt").write_text(text, "utf-8")
    assert run("ingest", tmp_path / "told.txt").exit_code == 0
    return run


@pytest.mark.parametrize(
    ("arguments", "speakers"),
    [
        (["--said-from", "2031-05-31"], ["Ola Brandt"]),
        (["--said-to", "2031-05-01"], ["Ola Brandt"]),
        (["--said-from", "2031-05-10", "--said-to", "2031-05-10"], ["Ola Brandt"]),
        (["--said-from", "2031-06-01"], []),
        (["--channel", "press_conference"], ["Ola Brandt"]),
        (["--channel", "tweet"], []),
        (["--country", "XO"], ["Ola Brandt"]),
        (["--country", "xo"], ["Ola Brandt"]),
        (["--country", "XX"], []),
        ([], ["Ola Brandt", "Lena Osk"]),
    ],
)
def test_options_narrow_by_what_is_told(told, arguments, speakers) -> None:
    lines = told("search", *arguments, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["speaker"]["name"] for line in lines] == speakers


def test_people_see_what_is_told_in_one_line(told) -> None:
    lines = [line.strip() for line in told("search").stdout.splitlines()]
    assert lines[1].endswith("the envoy · XO · said 2031-05 · press conference · to the council")
    assert sum("said" in line for line in lines) == 1


def test_programs_get_what_is_told_too(told) -> None:
    first, second = map(json.loads, told("search", "--format", "jsonl").stdout.splitlines())
    assert first["said_on"]["date"] == "2031-05-01"
    assert (first["said_on"]["precision"], first["said_on"]["words"]["text"]) == ("month", "to the")
    assert (first["country"], first["channel"], first["role"]["text"]) == (
        "XO",
        "press_conference",
        "the envoy",
    )
    assert (second["said_on"], second["country"], second["role"]) == (None, None, None)
    row, other = csv.DictReader(io.StringIO(told("search", "--format", "csv").stdout))
    names = (
        "said_on",
        "said_on_precision",
        "role",
        "country",
        "channel",
        "addressee",
        "place",
        "reported_by",
    )
    assert [row[name] for name in names] == [
        "2031-05-01", "month", "the envoy", "XO", "press_conference", "the council", "", ""
    ]  # fmt: skip
    assert [other[name] for name in names] == [""] * len(names)


def test_a_table_says_how_many_there_are_beyond_it(filled) -> None:
    result = filled("search", "--limit", "2")
    assert result.stderr == "4 quotes, 2 shown\n"
    assert result.stdout.count("“") == 2


def test_jsonl_has_the_whole_record(filled) -> None:
    (line,) = filled("search", "--speaker", "Lena Osk", "--format", "jsonl").stdout.splitlines()
    record = json.loads(line)
    assert record["text"] == "The soup was excellent,"
    assert record["speaker"]["name"] == "Lena Osk"
    assert record["document"]["published_on"] is None
    assert record["spans"] == [{"text": "The soup was excellent,", "start": 1, "end": 24}]


def test_a_reprint_is_told_in_the_table_and_found_by_its_statement(tmp_path, run) -> None:
    (tmp_path / "one.txt").write_text("“We will keep the harbour open to all,” said Mira Danforth.", "utf-8")
    (tmp_path / "two.txt").write_text("“We will keep the harbour open,” said Mira Danforth.", "utf-8")
    run("ingest", tmp_path)
    (record, _) = map(json.loads, run("search", "--format", "jsonl").stdout.splitlines())
    number = record["statement"]["id"]
    assert run("search").stdout.count(f"statement {number}, printed 2 times") == 2
    assert run("search", "--statement", number, "--format", "jsonl").stdout.count("\n") == 2
    assert "no quotes match" in run("search", "--statement", number + 9).stderr


def test_csv_is_a_table_for_a_spreadsheet(filled) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("search", "--format", "csv").stdout)))
    assert [row["speaker"] for row in rows] == ["Mira Danforth", "Ola Brandt", "Mira Danforth", "Lena Osk"]
    assert rows[1]["text"] == "The apples are ripe,"
    assert (rows[1]["start"], rows[1]["end"]) == ("1", "21")


def test_more_quotes_than_a_page_are_all_given(run, tmp_path) -> None:
    (tmp_path / "many.csv").write_text(
        "text\n" + "".join(f'"“The boat number {n} came,” said Ola Brandt."\n' for n in range(250)), "utf-8"
    )
    run("ingest", tmp_path / "many.csv")
    assert len(set(run("search", "--format", "jsonl").stdout.splitlines())) == 250


@pytest.mark.parametrize("name", ["Mira Danfort", "Danforht", "mira danforth jr", "MIRA DANFOTRH"])
def test_a_speaker_who_is_not_known_is_told_with_the_nearest(filled, name) -> None:
    result = filled("search", "--speaker", name)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == f"no speaker is known as “{name}”; did you mean “Mira Danforth”?\n"


def test_a_speaker_like_nobody_gets_no_suggestion(filled) -> None:
    result = filled("search", "--speaker", "Zyx Qwv")
    assert result.exit_code == 1
    assert result.stderr == "no speaker is known as “Zyx Qwv”\n"


def test_a_known_speaker_who_said_nothing_then_is_no_error(filled) -> None:
    result = filled("search", "--speaker", "Mira Danforth", "--to", "2000-01-01")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no quotes match\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "03/04/2025"], "'03/04/2025' is not a day; write it as 2025-01-31"),
        (["--min-confidence", "2"], "--min-confidence"),
        (["--limit", "0"], "--limit"),
        (["--kind", "loud"], "loud"),
        (["--from", "2031-05-03", "--to", "2031-05-01"], "before"),
        (["--said-from", "May"], "'May' is not a day; write it as 2025-01-31"),
        (["--said-from", "2031-05-03", "--said-to", "2031-05-01"], "--said-to 2031-05-01 is before"),
        (["--channel", "song"], "song"),
        (["--country", "Ostrania"], "country is a code of two letters (ISO 3166-1), not 'Ostrania'"),
    ],
)
def test_a_value_that_cannot_be_meant_is_status_2(filled, arguments, said) -> None:
    result = filled("search", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_speakers_are_listed_with_counts_and_days(filled) -> None:
    result = filled("speakers")
    (line,) = [line for line in result.stdout.splitlines() if "Mira Danforth" in line]
    assert line.split()[1:] == ["Mira", "Danforth", "person", "2", "2", "2031-05-01", "–", "2031-05-03"]
    assert sum("person" in line for line in result.stdout.splitlines()) == 3


def test_speakers_are_found_by_part_of_a_name(filled) -> None:
    answers = [
        json.loads(line) for line in filled("speakers", "bran", "--format", "jsonl").stdout.splitlines()
    ]
    assert [answer["name"] for answer in answers] == ["Ola Brandt"]
    rows = list(csv.DictReader(io.StringIO(filled("speakers", "brandt", "--format", "csv").stdout)))
    assert [(row["name"], row["quotes"]) for row in rows] == [("Ola Brandt", "1")]


def test_a_speaker_who_is_not_found_is_told_with_the_nearest(filled) -> None:
    result = filled("speakers", "Brantd")
    assert result.exit_code == 1
    assert result.stderr == "no speaker is called “Brantd”; did you mean “Ola Brandt”?\n"


def test_speakers_beyond_the_limit_are_mentioned(filled) -> None:
    assert filled("speakers", "--limit", "2").stderr == "there are more; --limit shows them\n"


def test_an_empty_database_answers_with_nothing(run) -> None:
    run("db", "upgrade")
    assert run("search").stderr == "no quotes match\n"
    assert run("speakers").stderr == "there are no speakers yet\n"
