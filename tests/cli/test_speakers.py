"""`quotes speakers`: listing, showing, loading a roster, putting right who is who."""

from __future__ import annotations

import csv
import io
import json

import pytest

ARTICLES = [
    ("2031-05-01", "“The harbour stays open,” said Mira Danforth."),
    ("2031-05-02", "“The harbour shuts at noon,” said Mira Brandt."),
    ("2031-05-03", "“The boats are late,” said Mira Danforth."),
]


@pytest.fixture
def filled(holding):
    return holding("news.csv", [("date", "text"), *ARTICLES])


def listed(run, *arguments: str) -> dict[str, int]:
    lines = run("speakers", *arguments, "--format", "jsonl").stdout.splitlines()
    return {speaker["name"]: speaker["quotes"] for speaker in map(json.loads, lines)}


def id_of(run, name: str) -> int:
    (found,) = map(json.loads, run("speakers", "list", name, "--format", "jsonl").stdout.splitlines())
    return found["id"]


class TestListing:
    @pytest.mark.parametrize("arguments", [[], ["list"]])
    def test_the_command_can_be_left_out(self, filled, arguments) -> None:
        assert listed(filled, *arguments) == {"Mira Danforth": 2, "Mira Brandt": 1}

    @pytest.mark.parametrize("arguments", [["dan"], ["list", "dan"], ["list", "Mira Dan"]])
    def test_part_of_a_name(self, filled, arguments) -> None:
        assert listed(filled, *arguments) == {"Mira Danforth": 2}

    def test_help_names_the_commands(self, run) -> None:
        help_ = run("speakers", "--help").stdout
        assert all(
            f" {command} " in help_ for command in ("list", "show", "load", "merge", "split", "undo", "log")
        )


class TestRoster:
    def load(self, run, tmp_path, *rows: str):
        file = tmp_path / "roster.csv"
        file.write_text("\n".join(("key,name,wikidata,office,country,since,until", *rows)), "utf-8")
        return run("speakers", "load", file)

    def test_is_loaded_and_updated(self, filled, tmp_path) -> None:
        result = self.load(filled, tmp_path, "a,Mira Danforth,Q7,mayor,DE,2031,", "b,Ola Osk,,,,,")
        assert result.stdout == "2 speakers read, 2 new, 0 changed, 0 unchanged\n"
        result = self.load(filled, tmp_path, "a,Mira Danforth,Q7,judge,DE,2031,", "b,Ola Osk,,,,,")
        assert result.stdout == "2 speakers read, 0 new, 1 changed, 1 unchanged\n"
        assert listed(filled) == {"Mira Danforth": 2, "Mira Brandt": 1, "Ola Osk": 0}

    def test_speakers_are_asked_for_by_identifier(self, filled, tmp_path) -> None:
        self.load(filled, tmp_path, "a,Mira Danforth,Q7,mayor,DE,2031,")
        found = filled("search", "--speaker", "wikidata:Q7", "--format", "jsonl").stdout.splitlines()
        assert len(found) == 2
        assert json.loads(found[0])["office"]["title"] == "mayor"

    def test_a_speaker_is_shown_with_offices(self, filled, tmp_path) -> None:
        self.load(filled, tmp_path, "a,Mira Danforth,Q7,mayor of Ostra,DE,2031,")
        shown = filled("speakers", "show", id_of(filled, "Danforth"))
        assert "Mira Danforth" in shown.stdout
        assert shown.stdout.splitlines()[-1].split() == ["mayor", "Ostra", "DE", "2031-01-01", "–"]
        table = filled("speakers", "show", id_of(filled, "Danforth"), "--format", "csv").stdout
        (row,) = csv.DictReader(io.StringIO(table))
        assert (row["wikidata"], row["offices"]) == ("Q7", "mayor, Ostra, DE")

    def test_a_wrong_one_is_refused_and_nothing_of_it_loaded(self, filled, tmp_path) -> None:
        result = self.load(filled, tmp_path, "a,Ola Osk,Q7,,,,", "b,,,,,,")
        assert result.exit_code == 1
        assert result.stderr == "error: roster.csv:3: there is no name\n"
        assert listed(filled) == {"Mira Danforth": 2, "Mira Brandt": 1}


class TestDecisions:
    def test_merging_logging_and_undoing(self, filled) -> None:
        gone, kept = id_of(filled, "Brandt"), id_of(filled, "Danforth")
        merged = f"decision 1: {gone} merged into {kept} (Mira Danforth)"
        assert filled("speakers", "merge", gone, kept).stdout == f"{merged}\n"
        assert listed(filled) == {"Mira Danforth": 3}
        assert filled("speakers", "log").stdout.endswith(f"UTC  {merged}\n")
        assert filled("speakers", "undo").stdout == f"undone: {merged}\n"
        assert listed(filled) == {"Mira Danforth": 2, "Mira Brandt": 1}
        assert "(undone 2" in filled("speakers", "log").stdout
        (line,) = filled("speakers", "log", "--format", "jsonl").stdout.splitlines()
        assert json.loads(line)["verb"] == "merge"

    def test_splitting(self, filled) -> None:
        speaker = id_of(filled, "Danforth")
        result = filled("speakers", "split", speaker, 3)
        assert result.stdout.startswith("decision 1: ")
        assert result.stdout.endswith(f" split off from {speaker} (Mira Danforth)\n")
        assert filled("speakers", "undo", 1).exit_code == 0
        assert listed(filled) == {"Mira Danforth": 2, "Mira Brandt": 1}

    def test_nothing_was_decided_yet(self, filled) -> None:
        assert filled("speakers", "log").stderr == "nothing was merged or split yet\n"
        assert filled("speakers", "undo").stderr == "error: there is no decision to undo\n"

    @pytest.mark.parametrize(
        ("arguments", "status", "said"),
        [
            (["merge", "1", "99"], 1, "error: there is no speaker 99\n"),
            (["merge", "1", "1"], 1, "error: 1 and 1 are one speaker already\n"),
            (["split", "1", "99"], 1, "error: there is no quote of speaker 1 in document 99\n"),
            (["show", "99"], 1, "error: there is no speaker 99\n"),
            (["undo", "7"], 1, "error: there is no decision 7\n"),
            (["merge", "1"], 2, "INTO"),
            (["merge", "one", "two"], 2, "ID"),
        ],
    )
    def test_what_can_not_be_done_is_one_line(self, filled, arguments, status, said) -> None:
        result = filled("speakers", *arguments)
        assert result.exit_code == status
        assert said in result.stderr
