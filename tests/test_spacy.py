"""The component of spaCy: quotes as spans of tokens that go wherever their document goes."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import quotes
from quotes import QuotesError

spacy = pytest.importorskip("spacy")
pytest.importorskip("quotes.spacy")  # where it is not installed, nothing else makes it known
Language = spacy.language.Language
Doc, DocBin = spacy.tokens.Doc, spacy.tokens.DocBin

ROOT = Path(__file__).parents[1]
TEXT = "“We go,” said Ola Brandt, the envoy, on Friday. “No  ferry,”  she added, “before\tMay.”\n\nNo more. "


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("quotes")
    return pipeline


def attributions(doc: Doc) -> tuple[quotes.Attribution, ...]:
    return tuple(quote.attribution for quote in doc._.quotes)


def test_quotes_are_spans_of_tokens(nlp: Language) -> None:
    first, second = nlp(TEXT)._.quotes
    assert [part.text for part in first.content] == ["We go,"]
    assert (first.cue.text, first.source.text, first.role.text) == ("said", "Ola Brandt", "envoy")
    assert [part.text for part in second.content] == ["No  ferry,", "before\tMay."]
    assert (second.cue.text, second.source.text, second.antecedent.text) == ("added", "she", "Ola Brandt")
    assert [one.speaker for one in (first, second)] == ["Ola Brandt", "Ola Brandt"]
    assert [one.speaker_span.text for one in (first, second)] == ["Ola Brandt", "Ola Brandt"]
    labels = [first.content[0].label_, first.cue.label_, first.source.label_, first.role.label_]
    assert labels == ["CONTENT", "CUE", "SOURCE", "ROLE"]


def test_each_quote_says_what_extract_says(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert attributions(doc) == tuple(quotes.extract(TEXT))
    for quote in doc._.quotes:
        found = quote.attribution
        assert (quote.rule, quote.confidence, quote.reason) == (found.rule, found.confidence, found.reason)
        assert (quote.said_on, quote.speaker_kind) == (found.said_on, found.speaker_kind)
        assert [TEXT[a:b] for a, b in found.content] == [part.text for part in quote.content]


def test_a_part_within_a_token_is_widened_and_its_offsets_stay_exact() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, text.split(" "), [True] * text.count(" ") + [False])
    nlp.add_pipe("quotes")
    (quote,) = nlp("“We go,” said Ola Brandt.")._.quotes
    assert [part.text for part in quote.content] == ["“We go,”"]
    assert quote.source.text == "Ola Brandt."
    assert quote.attribution.content == ((1, 7),)


TITLE = "The book is “The Long Ford”."


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), (" ", 0), ("No quotes.", 0), (TITLE, 1), ("“Open", None)]
)
def test_any_text_is_taken(nlp: Language, text: str, count: int | None) -> None:
    doc = nlp(text)
    assert attributions(doc) == tuple(quotes.extract(text))
    assert count is None or len(doc._.quotes) == count


def test_a_quotation_of_nobody_says_why(nlp: Language) -> None:
    (quote,) = nlp(TITLE)._.quotes
    assert (quote.source, quote.cue, quote.speaker, quote.speaker_span) == (None, None, None, None)
    assert quote.reason


@pytest.mark.parametrize("day", [date(2031, 5, 4), "2031-05-04", datetime(2031, 5, 4, 9)])  # noqa: DTZ001
def test_the_day_of_publication_tells_which_friday_is_meant(nlp: Language, day: Any) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published_on = day
    said = nlp(doc)._.quotes[0].said_on
    assert (said.day, said.precision, said.words.of(TEXT)) == (date(2031, 5, 2), "day", "on Friday")
    assert doc._.published_on == date(2031, 5, 4)


def test_the_day_can_stand_in_user_data(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["published_on"] = "2031-05-04"
    assert nlp(doc)._.quotes[0].said_on.day == date(2031, 5, 2)


def test_what_is_no_day_is_refused(nlp: Language) -> None:
    with pytest.raises(QuotesError, match="published_on is 'soon', not a day"):
        nlp.make_doc(TEXT)._.published_on = "soon"


def dated(nlp: Language) -> Iterator[Doc]:
    for day in (4, 11):
        doc = nlp.make_doc(TEXT)
        doc._.published_on = date(2031, 5, day)
        yield doc


@pytest.mark.parametrize("processes", [1, 2])
def test_quotes_come_back_from_other_processes(nlp: Language, processes: int) -> None:
    found = list(nlp.pipe(dated(nlp), n_process=processes, batch_size=1))
    assert [doc._.quotes[0].said_on.day for doc in found] == [date(2031, 5, 2), date(2031, 5, 9)]
    assert [len(doc._.quotes) for doc in found] == [2, 2]


def test_quotes_are_written_and_read_with_their_document(nlp: Language) -> None:
    doc = nlp(next(dated(nlp)))
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert attributions(again) == attributions(doc)
    assert again._.published_on == date(2031, 5, 4)
    (kept,) = DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab)
    assert attributions(kept) == attributions(doc)
    (bare,) = DocBin().from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(nlp.vocab)
    assert bare._.quotes == ()


def test_a_pipeline_is_written_and_read(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert attributions(spacy.load(tmp_path)(TEXT)) == tuple(quotes.extract(TEXT))


def test_tokens_can_be_merged_afterwards(nlp: Language) -> None:
    doc = nlp(TEXT)
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc._.quotes[0].source)
    first = doc._.quotes[0]
    assert (first.source.text, len(first.source)) == ("Ola Brandt", 1)


def test_quotes_of_another_text_are_not_taken_for_its_own(nlp: Language) -> None:
    part = nlp(TEXT)[3:12].as_doc(copy_user_data=True)
    with pytest.raises(QuotesError, match="are of another text"):
        _ = part._.quotes
    assert attributions(nlp(part)) == tuple(quotes.extract(part.text))


def test_a_document_that_the_component_did_not_see_has_none(nlp: Language) -> None:
    assert nlp.make_doc(TEXT)._.quotes == ()


def test_an_unknown_language_is_told_when_the_component_is_made() -> None:
    with pytest.raises(QuotesError, match="no word list for the language 'xx'"):
        spacy.blank("xx").add_pipe("quotes", config={"language": "xx"})


def test_an_installed_package_needs_no_import(tmp_path: Path) -> None:
    """What pyproject.toml declares is what spaCy finds in the metadata of an installed package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    told = tmp_path / "quotes_entry_points-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: quotes_entry_points\nVersion: 1\n", "utf-8")
    (entry,) = project["entry-points"]["spacy_factories"].items()
    (told / "entry_points.txt").write_text("[spacy_factories]\n{} = {}\n".format(*entry), "utf-8")
    code = (
        "import spacy, sys\n"
        "nlp = spacy.blank('en'); nlp.add_pipe('quotes')\n"
        "print([quote.speaker for quote in nlp('“We go,” said Ola Brandt.')._.quotes])\n"
    )
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": path})
    assert (done.stdout, done.returncode) == ("['Ola Brandt']\n", 0), done.stderr


def test_without_spacy_the_extra_is_named() -> None:
    code = "import sys; sys.modules['spacy'] = None; import quotes.spacy"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == (
        "ImportError: quotes.spacy needs spaCy; run: pip install 'quotes[spacy]'"
    )
