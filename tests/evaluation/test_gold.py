"""Gold files, and the speakers that other files add to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes import QuotesError
from quotes.evaluation import add_speakers, load_gold

from .cases import NO_SPEECH, OPEN, gold


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "not JSON"),
        ('{"a": 1}', "a list of articles, this is a dict"),
        ('[{"text": "x", "quotes": []}]', "article 1 lacks 'doc'"),
        ('[{"doc": "a", "text": 5, "quotes": []}]', "text is not a string"),
        ('[{"doc": "a", "text": "x", "published": "soon", "quotes": []}]', "article 1"),
        (
            '[{"doc": "a", "text": "x", "quotes": [{"start": 0, "end": 9, "attributed": 0, "source": 0}]}]',
            "0–9",
        ),
        ('[{"doc": "a", "text": "x", "quotes": [{"start": 0, "end": 1}]}]', "lacks 'source'"),
        (
            '[{"doc": "a", "text": "x", "quotes": []}, {"doc": "a", "text": "y", "quotes": []}]',
            "two articles",
        ),
        ("[7]", "article 1"),
    ],
)
def test_a_malformed_gold_file_is_refused_in_one_line(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(QuotesError, match=complaint) as error:
        load_gold(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def speakers(tmp_path: Path, **found: dict[str, list[str]]) -> Path:
    path = tmp_path / "speakers.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def test_speakers_are_added_to_the_quotes_that_a_file_names(articles, tmp_path: Path) -> None:
    nameless = articles(gold(entity=None, type=None), NO_SPEECH)
    path = speakers(tmp_path, a={str(OPEN.start): ["Mira Danforth", "person"]})
    (article,) = add_speakers(nameless, path)
    assert [(q.entity, q.type) for q in article.quotes] == [("Mira Danforth", "person"), (None, None)]
    assert article.quotes[0].named


def test_an_article_without_annotated_speakers_is_left_out(articles, tmp_path: Path) -> None:
    assert add_speakers(articles(gold()), speakers(tmp_path)) == []


def test_a_speaker_of_no_quote_is_an_error(articles, tmp_path: Path) -> None:
    path = speakers(tmp_path, a={"7": ["Mira Danforth", "person"]})
    with pytest.raises(QuotesError, match="'a' has no annotated quote at 7"):
        add_speakers(articles(gold()), path)


@pytest.mark.thorough
def test_the_annotated_speakers_are_those_of_the_corpus() -> None:
    path = Path(__file__).parents[1] / "annotations" / "polnear-train-speakers.json"
    corpus = Path(__file__).parents[2].parent / "shared" / "corpus" / "polnear" / "train.json"
    if not corpus.exists():
        pytest.skip("the annotated articles are not here")
    found = add_speakers(load_gold(corpus), path)
    assert len(found) == 300
    assert sum(q.named for a in found for q in a.quotes) > 3000
    kinds = {q.type for a in found for q in a.quotes if q.counts}
    assert kinds == {"person", "organization", "unnamed", "author", "multiple"}


def test_a_missing_gold_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuotesError, match="No such file"):
        load_gold(tmp_path / "none.json")
