"""`quotes extract`: for people and for programs, stored nowhere."""

from __future__ import annotations

import json
from datetime import date

import pytest
from lxml import html

import quotes
from quotes import Attribution, Extraction, SaidOn, Span


def answers(stdout: str) -> list[dict]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_people_read_the_text_with_numbered_notes(run, article) -> None:
    result = run("extract", article)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:4] == [
        "Harbour talks resume",
        "The Lantern · 2031-05-03",
        "",
        "“The harbour stays open,”¹ said Mira Danforth.",
    ]
    assert lines[4].startswith("    ¹ Mira Danforth · direct · ")
    assert lines[5:] == ["", "A clerk closed the window.", "", "1 quote, 1 attributed"]


def test_programs_get_a_line_a_quote_with_everything(run, article) -> None:
    (answer,) = answers(run("extract", article, "--format", "jsonl").stdout)
    body = article.read_text("utf-8").split("---\n")[2]
    assert (answer["text"], answer["kind"], answer["speaker"]) == (
        "The harbour stays open,",
        "direct",
        "Mira Danforth",
    )
    for part in (*answer["spans"], answer["source"], answer["cue"]):
        assert body[part["start"] : part["end"]] == part["text"]
    assert answer["rule"]
    assert 0 < answer["confidence"] <= 1
    assert answer["reason"] is None
    assert {"role", "country", "said_on", "channel", "addressee", "place", "reported_by"} <= answer.keys()
    assert answer["document"] == {
        "where": str(article),
        "title": "Harbour talks resume",
        "outlet": "The Lantern",
        "url": "https://lantern.example/harbour",
        "author": None,
        "published_on": "2031-05-03",
    }


def test_programs_get_what_is_told_around_a_quote(run, monkeypatch) -> None:
    text = "“We go,” Ola Brandt, the envoy, told us in May."

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    def part(words: str) -> dict[str, object]:
        return {"text": words, "start": text.index(words), "end": text.index(words) + len(words)}

    found = Attribution(
        content=(span("We go,"),),
        kind="direct",
        source=span("Ola Brandt"),
        role=span("the envoy"),
        country="XO",
        said_on=SaidOn(date(2031, 5, 1), "month", "words", span("in May")),
        channel="interview",
        addressee=span("us"),
    )
    monkeypatch.setattr(quotes, "extract", lambda *_, **__: Extraction((found,), ()))
    (answer,) = answers(run("extract", "-", "--format", "jsonl", input=text).stdout)
    told = ("role", "country", "said_on", "channel", "addressee", "place", "reported_by")
    assert {name: answer[name] for name in told} == {
        "role": part("the envoy"),
        "country": "XO",
        "said_on": {
            "date": "2031-05-01",
            "precision": "month",
            "basis": "words",
            "words": part("in May"),
        },
        "channel": "interview",
        "addressee": part("us"),
        "place": None,
        "reported_by": None,
    }


def test_a_quotation_of_nobody_says_why(run) -> None:
    result = run("extract", "-", "--format", "jsonl", input="A sign read “No dogs on the pier at night”.")
    for answer in answers(result.stdout):
        assert (answer["source"] is None) == (answer["reason"] is not None)


def test_several_documents_come_one_after_another(run, tmp_path) -> None:
    (tmp_path / "a.csv").write_text("text,title\n“Yes,One\n“We go,Two\n", "utf-8")
    out = run("extract", tmp_path / "a.csv").stdout
    assert out.index("One") < out.index("────") < out.index("Two")


def test_what_cannot_be_read_is_named_and_the_rest_shown(run, tmp_path) -> None:
    (tmp_path / "a.csv").write_text('text,date\nx,soon\n"“We go,” said Ola Brandt.",\n', "utf-8")
    result = run("extract", tmp_path / "a.csv", "--format", "jsonl")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"failed: {tmp_path / 'a.csv'}:2: the date “soon”")
    assert [answer["speaker"] for answer in answers(result.stdout)] == ["Ola Brandt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope.txt"], "failed: nope.txt: there is no such file"),
        (["x", "--format", "xml"], "'xml'"),
        ([], "FILE"),
    ],
)
def test_what_users_get_wrong_is_one_clear_line(run, arguments, said) -> None:
    result = run("extract", *arguments)
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_page_needs_nothing_else_and_keeps_the_text(run, article) -> None:
    result = run("extract", article, "--format", "html")
    assert result.exit_code == 0
    page = html.document_fromstring(result.stdout)
    (text,) = page.find_class("quotes")
    assert text.text_content() == article.read_text("utf-8").split("---\n")[2]
    assert page.findtext(".//title") == page.findtext(".//h1") == "Harbour talks resume"
    (about,) = page.find_class("about")
    assert about.text_content() == "The Lantern · 2031-05-03 · https://lantern.example/harbour"
    (note,) = page.iterfind(".//li")
    assert note.text_content().startswith("The harbour stays open,Mira Danforth · direct · ")
    (mark,) = page.iterfind(".//mark")
    assert note.find("a").get("href") == f"#{mark.get('id')}"
    assert "default-src 'none'" in result.stdout
    assert not page.xpath("//script|//link|//img|//@src")


def test_a_page_has_all_documents_with_ids_of_their_own(run, tmp_path) -> None:
    said = '"“We go,” said Ola Brandt. “No,” she <b>added</b>.",javascript:alert(1),<b>One</b>\n'
    (tmp_path / "a.csv").write_text(f"text,url,title\n{said}{said.replace('go', 'do not go')}", "utf-8")
    result = run("extract", tmp_path / "a.csv", "--format", "html")
    page = html.document_fromstring(result.stdout)
    assert len(page.findall(".//article")) == 2
    ids = [str(one) for one in page.xpath("//@id")]
    assert len(set(ids)) == len(ids) == len(page.findall(".//li"))
    assert [a.get("href").removeprefix("#") for a in page.iterfind(".//li/a")] == ids
    assert not page.findall(".//b")
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")


def test_of_what_cannot_be_read_there_is_no_page(run) -> None:
    result = run("extract", "nope.txt", "--format", "html")
    assert (result.exit_code, result.stdout) == (1, "")
