"""The figures are those of the published definitions, by part, by source and by rule."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from quotes import Attribution, Extraction, QuotesError, SaidOn, Span
from quotes.evaluation import Article, Prediction, Report, add_speakers, evaluate, load_gold, score
from quotes.evaluation.judging import name_words, same_name

SHARED = Path(__file__).parents[1].parent / "shared"
SCORER = SHARED / "evaluation" / "score.py"
GOLD_FILES = sorted(SHARED.glob("corpus/*/*.json"))

TEXT = "“The door stays open,” said Mira Danforth.\n\nShe read “The Long Ford” that day."
OPEN, MIRA, TITLE, SHE = (Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in
                          ("The door stays open", "Mira Danforth", "The Long Ford", "She"))  # fmt: skip


def gold(**changes: Any) -> dict[str, Any]:
    quote = {"start": OPEN.start, "end": OPEN.end, "attributed": True, "source": [list(MIRA)]}
    return quote | {"entity": "Mira Danforth", "type": "person"} | changes


NO_SPEECH = gold(start=TITLE.start, end=TITLE.end, attributed=False, source=[], entity=None, type=None)


def said(
    content: Span = OPEN, source: Span | None = MIRA, speaker: str | None = "Mira Danforth", **more: Any
) -> Attribution:
    more = {"rule": "content_verb_source", "confidence": 0.95} | more
    return Attribution(content=(content,), kind="direct", source=source, speaker=speaker, **more)


@pytest.fixture
def articles(tmp_path: Path) -> Callable[..., list[Article]]:
    def build(*quotes: dict[str, Any], text: str = TEXT, published: str | None = None) -> list[Article]:
        path = tmp_path / "gold.json"
        data = [{"doc": "a", "text": text, "published": published, "quotes": list(quotes)}]
        path.write_text(json.dumps(data), encoding="utf-8")
        return load_gold(path)

    return build


def answering(*found: Attribution) -> Callable[..., Extraction]:
    attributed = tuple(a for a in found if a.source)
    return lambda _text, **_: Extraction(attributed, tuple(a for a in found if not a.source))


def test_a_right_answer_is_right_in_every_part(articles: Callable[..., list[Article]]) -> None:
    report = evaluate(articles(gold(), NO_SPEECH), extract=answering(said()))
    assert (report.gold, report.predicted, report.named) == (1, 1, 1)
    assert report.detection.f1 == report.mention.f1 == 1
    assert report.speaker is not None
    assert report.speaker.f1 == report.entity_exact == report.entity_last == 1
    assert (report.false_alarms, report.unattributed) == (0, 1)
    assert report.errors() == ""


def test_the_right_name_by_another_mention_is_a_right_speaker(articles: Callable[..., list[Article]]) -> None:
    report = evaluate(articles(gold()), extract=answering(said(source=SHE)))
    assert report.speaker is not None
    assert (report.detection.f1, report.mention.f1, report.speaker.f1) == (1, 0, 1)


def test_an_unnamed_source_is_right_when_its_mention_is(articles: Callable[..., list[Article]]) -> None:
    named, unnamed = (
        gold(),
        gold(start=TITLE.start, end=TITLE.end, source=[list(SHE)], entity=None, type="unnamed"),
    )
    report = evaluate(articles(named, unnamed), extract=answering(said(), said(TITLE, SHE, None)))
    assert report.speaker is not None
    assert report.speaker.f1 == 1
    assert report.by_source["pronoun"].mention == 1


def test_without_a_resolved_name_the_words_of_the_mention_stand_for_it(
    articles: Callable[..., list[Article]],
) -> None:
    report = evaluate(articles(gold()), extract=answering(said(speaker=None)))
    assert report.entity_exact == 1


def test_where_nobody_is_named_there_is_no_speaker_figure(articles: Callable[..., list[Article]]) -> None:
    report = evaluate(articles(gold(entity=None, type=None)), extract=answering(said()))
    assert report.speaker is None
    assert report.by_rule["content_verb_source"].right == 1


def test_words_given_to_nobody_in_the_gold_are_a_false_alarm(articles: Callable[..., list[Article]]) -> None:
    report = evaluate(articles(gold(), NO_SPEECH), extract=answering(said(), said(TITLE, SHE)))
    assert report.false_alarms == 1
    assert report.detection.precision == 0.5
    assert "false alarm" in report.errors()


def test_an_annotated_quote_without_a_source_counts_neither_way(
    articles: Callable[..., list[Article]],
) -> None:
    report = evaluate(
        articles(gold(), NO_SPEECH | {"attributed": True}), extract=answering(said(), said(TITLE, SHE))
    )
    assert (report.predicted, report.gold, report.false_alarms) == (1, 1, 0)
    assert report.by_rule["content_verb_source"].fired == 1


def test_a_quotation_kept_without_a_speaker_is_not_an_answer(articles: Callable[..., list[Article]]) -> None:
    report = evaluate(articles(gold()), extract=answering(said(source=None, speaker=None, reason="no cue")))
    assert (report.predicted, report.detection.recall) == (0, 0)
    assert "missed" in report.errors()


def test_a_quote_over_paragraphs_counts_once_for_each(articles: Callable[..., list[Article]]) -> None:
    text = "Mira Danforth said: “We met.\n\n“We talked.”"
    first, second = (Span(text.index(w), text.index(w) + len(w)) for w in ("We met.", "We talked."))
    twice = [gold(start=s.start, end=s.end, source=[[0, 13]]) for s in (first, second)]
    for content in ((first, second), (Span(first.start, second.end),)):
        quote = Attribution(content=content, kind="direct", source=Span(0, 13), speaker="Mira Danforth")
        report = evaluate(articles(*twice, text=text), extract=answering(quote))
        assert (report.predicted, report.detection.f1) == (2, 1)


def test_half_of_the_words_are_enough_and_less_is_not(articles: Callable[..., list[Article]]) -> None:
    assert (
        evaluate(articles(gold()), extract=answering(said(Span(OPEN.start, OPEN.start + 10)))).detection.f1
        == 1
    )
    assert (
        evaluate(articles(gold()), extract=answering(said(Span(OPEN.start, OPEN.start + 9)))).detection.f1
        == 0
    )


def test_each_rule_answers_for_what_it_did(articles: Callable[..., list[Article]]) -> None:
    found = (
        said(),
        said(TITLE, SHE, rule="guess"),
        said(Span(TEXT.index("that"), len(TEXT)), SHE, rule="guess"),
    )
    report = evaluate(articles(gold(), NO_SPEECH), extract=answering(*found))
    guess = report.by_rule["guess"]
    assert (guess.fired, guess.matched, guess.right, guess.precision) == (2, 1, 0, 0)
    assert report.by_rule["content_verb_source"].precision == 1
    assert sum(rule.right for rule in report.by_rule.values()) / report.predicted == report.mention.precision
    assert "guess" in report.render()
    assert "not in the gold" in report.errors()


def test_the_errors_are_shown_in_their_words(articles: Callable[..., list[Article]]) -> None:
    report = evaluate(
        articles(gold(), NO_SPEECH), extract=answering(said(speaker="Ilan Voss"), said(TITLE, SHE))
    )
    first = report.errors(1)
    assert "wrong speaker" in first
    assert "Ilan Voss" in first
    assert "“The door stays open,” said" in first
    assert "false alarm" not in first


FACTS = {"role": "envoy of Ostrania", "country": "XO", "said_on": "2031-05-02", "channel": "speech"}
TOLD = "“We will talk,” said Mira Danforth, envoy of Ostrania, on Friday."
TALK, TOLD_MIRA, ROLE, FRIDAY = (
    Span(TOLD.index(words), TOLD.index(words) + len(words))
    for words in ("We will talk,", "Mira Danforth", "envoy of Ostrania", "on Friday")
)
ALL: dict[str, Any] = {
    "role": ROLE,
    "country": "XO",
    "said_on": SaidOn(date(2031, 5, 2), "day", "words", FRIDAY),
    "channel": "speech",
}


def measured(
    articles: Callable[..., list[Article]], facts: dict[str, Any], **annotated: str | None
) -> Report:
    """Measure what is told of one quote, the speaker being right, against what is annotated."""
    quote = gold(start=TALK.start, end=TALK.end, source=[list(TOLD_MIRA)], **annotated)
    return evaluate(articles(quote, text=TOLD), extract=answering(said(TALK, TOLD_MIRA, **facts)))


def test_predictions_tell_what_is_known_around_a_quote(
    articles: Callable[..., list[Article]], tmp_path: Path
) -> None:
    report = measured(articles, ALL, **FACTS)
    report.write_predictions(tmp_path / "out.jsonl")
    (row,) = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["quotes"]
    assert {key: row[key] for key in FACTS} == FACTS
    assert {key: rates.f1 for key, rates in report.attributes.items()} == dict.fromkeys(FACTS, 1.0)
    assert report.errors() == ""


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ({}, {}),
        ({"role": ROLE}, {"role": "envoy of Ostrania"}),
        ({"country": "XO"}, {"country": "XO"}),
        ({"channel": "tweet"}, {"channel": "tweet"}),
        ({"said_on": SaidOn(date(2031, 5, 2), "day", "continues", FRIDAY)}, {"said_on": "2031-05-02"}),
        # the annotated day is one, so that a month or a year is none
        ({"said_on": SaidOn(date(2031, 5, 1), "month", "words", FRIDAY)}, {}),
        ({"said_on": SaidOn(date(2031, 1, 1), "year", "words", FRIDAY)}, {}),
        # nobody annotates these
        ({"addressee": ROLE, "place": ROLE, "reported_by": ROLE}, {}),
    ],
)
def test_a_prediction_has_what_is_annotated_and_nothing_else(
    articles: Callable[..., list[Article]], facts: dict[str, Any], given: dict[str, str]
) -> None:
    (prediction,) = measured(articles, facts).predictions["a"]
    assert prediction.attributes == given


@pytest.mark.parametrize(
    ("facts", "annotated", "lines"),
    [
        (ALL | {"channel": "tweet"}, FACTS, [["wrong channel", "'speech'", "'tweet'"]]),
        (ALL | {"country": "XA"}, FACTS, [["wrong country", "'XO'", "'XA'"]]),
        (
            ALL | {"said_on": SaidOn(date(2031, 5, 9), "day", "words", FRIDAY)},
            FACTS,
            [["wrong said_on", "'2031-05-02'", "'2031-05-09'"]],
        ),
        (
            ALL | {"said_on": SaidOn(date(2031, 5, 1), "month", "words", FRIDAY)},
            FACTS,
            [["wrong said_on", "'2031-05-02'", "None"]],
        ),
        (ALL | {"role": TOLD_MIRA}, FACTS, [["wrong role", "'envoy of Ostrania'", "'Mira Danforth'"]]),
        # half of a role's words are enough
        (ALL | {"role": Span(ROLE.start, ROLE.start + 5)}, FACTS, []),
        # missing, or more than is annotated
        ({}, {"channel": "speech"}, [["wrong channel", "'speech'", "None"]]),
        (
            {"channel": "speech", "role": ROLE},
            {"country": "XO", "channel": "tweet"},
            [["wrong country", "'XO'", "None"], ["wrong channel", "'tweet'", "'speech'"]],
        ),
        # where nobody annotated it, nothing can be said
        (ALL, {}, []),
    ],
)
def test_wrong_attributes_are_shown_with_gold_and_answer(
    articles: Callable[..., list[Article]],
    facts: dict[str, Any],
    annotated: dict[str, str],
    lines: list[list[str]],
) -> None:
    shown = measured(articles, facts, **annotated).errors()
    found = [error.splitlines() for error in shown.split("\n\n")] if shown else []
    assert [
        [error[0].partition(": ")[2], error[1].removeprefix("  gold: "), error[2].removeprefix("  got:  ")]
        for error in found
    ] == lines
    assert all("“We will talk,” said" in error[3] for error in found)


def test_wrong_attributes_come_after_the_wrong_answers_and_are_limited_as_they_are(
    articles: Callable[..., list[Article]],
) -> None:
    quote = gold(start=TALK.start, end=TALK.end, source=[list(TOLD_MIRA)], **FACTS)
    found = said(TALK, TOLD_MIRA, "Ilan Voss")
    report = evaluate(articles(quote, text=TOLD), extract=answering(found))
    verdicts = [error.splitlines()[0].partition(": ")[2] for error in report.errors().split("\n\n")]
    assert verdicts == ["wrong speaker", "wrong role", "wrong country", "wrong said_on", "wrong channel"]
    assert len(report.errors(1).split("\n\n")) == 2
    assert report.errors(0) == ""


def test_a_quote_that_is_missed_has_no_wrong_attributes(articles: Callable[..., list[Article]]) -> None:
    quote = gold(start=TALK.start, end=TALK.end, source=[list(TOLD_MIRA)], **FACTS)
    report = evaluate(articles(quote, text=TOLD), extract=answering())
    assert "missed" in report.errors()
    assert "wrong" not in report.errors()


def test_what_is_more_than_annotated_is_wrong_where_other_quotes_have_it(
    articles: Callable[..., list[Article]],
) -> None:
    text = f"{TOLD} {TEXT}"
    first = gold(start=TALK.start, end=TALK.end, source=[list(TOLD_MIRA)], channel="speech")
    shift = len(TOLD) + 1
    moved, mira = (Span(span.start + shift, span.end + shift) for span in (OPEN, MIRA))
    second = gold(start=moved.start, end=moved.end, source=[list(mira)])
    found = [said(TALK, TOLD_MIRA, channel="speech"), said(moved, mira, channel="tweet", country="XO")]
    report = evaluate(articles(first, second, text=text), extract=answering(*found))
    assert report.errors().splitlines()[:3] == [
        f"a at {moved.start}: wrong channel",
        "  gold: None",
        "  got:  'tweet'",
    ]
    assert "country" not in report.errors()


def test_the_extractor_is_told_the_day_of_publication(articles: Callable[..., list[Article]]) -> None:
    days = []

    def extract(_text: str, *, published_on: date | None) -> Extraction:
        days.append(published_on)
        return Extraction((), ())

    evaluate(articles(gold(), published="2031-03-04"), extract=extract)
    evaluate(articles(gold()), extract=extract)
    assert days == [date(2031, 3, 4), None]


@pytest.mark.parametrize(
    ("gold_name", "given", "exact", "last"),
    [
        ("Mira Danforth", "Mira Danforth", True, True),
        ("Mira Danforth", "Foreign Minister Mira Danforth", True, True),
        ("Éva Halász", "eva halasz", True, True),
        ("Mira Danforth", "Danforth", False, True),
        ("Mira Danforth", "Mira", False, False),
        ("Mira Danforth", "Orsolya Danforth", False, False),
        ("the Sarnic Union", "Sarnic Union’s", True, True),
        ("J. P. Orlen", "J.P. Orlen", False, False),
        ("She", "she", True, True),
        ("Mira She", "she", False, False),
        ("President", "the president", True, True),
        ("Mira Danforth", "…", False, False),
    ],
)
def test_names_are_compared_without_case_accents_and_titles(
    gold_name: str, given: str, exact: bool, last: bool
) -> None:
    assert same_name(gold_name, given) == (exact, last)


def test_a_name_of_titles_alone_keeps_its_last_word() -> None:
    assert name_words("The Foreign Minister") == ["minister"]


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


def test_the_annotated_speakers_are_those_of_the_corpus() -> None:
    path = Path(__file__).parent / "annotations" / "polnear-train-speakers.json"
    corpus = SHARED / "corpus" / "polnear" / "train.json"
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


def imperfect(article: Article, dice: random.Random) -> tuple[Prediction, ...]:
    """Predictions that know the gold and spoil some of it, so that every figure lies between 0 and 1."""
    found = []
    for quote in article.quotes:
        end = min(len(article.text), quote.end + dice.choice((0, 0, 0, 30, 200)))
        source = dice.choice((*quote.source, *quote.source, Span(0, 5), None))
        name = dice.choice((quote.entity, (quote.entity or "he").split()[-1], None, "Ilan Voss"))
        given = {
            key: dice.choice((value, "an envoy"))
            for key, value in quote.attributes.items()
            if dice.random() < 0.7
        }
        confidence = dice.choice((None, 0.3, 0.9, 1.0))
        cuts = (quote.start, end) if dice.random() < 0.9 else (quote.start, quote.start + 1, end)
        found += [Prediction(*part, source, name, confidence, None, given) for part in pairwise(cuts)]
    return tuple(found)


def of_imperfect(articles: list[Article]) -> Report:
    dice = random.Random(7)  # noqa: S311 - repeatable noise, not a secret
    return score(articles, {article.doc: imperfect(article, dice) for article in articles})


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
@pytest.mark.parametrize("measure", [evaluate, of_imperfect])
def test_the_figures_equal_the_reference_scorers(
    path: Path, measure: Callable[..., Report], tmp_path: Path
) -> None:
    articles = load_gold(path)[:200]
    report = measure(articles)
    report.write_predictions(tmp_path / "predictions.jsonl")
    data = json.loads(path.read_text(encoding="utf-8"))[:200]
    (tmp_path / "gold.json").write_text(json.dumps(data), encoding="utf-8")
    command = [sys.executable, SCORER, tmp_path / "gold.json", tmp_path / "predictions.jsonl", "--json"]
    scored = subprocess.run(command, capture_output=True, check=True, text=True)
    assert scored.stderr == ""
    assert flat(figures(report)) == pytest.approx(flat(json.loads(scored.stdout)), abs=1e-9)


def flat(value: Any, path: str = "") -> dict[str, float]:
    """A tree of figures as one level of them, so that all are compared to the same accuracy."""
    if isinstance(value, (dict, list)):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        return {
            key: number for name, branch in items for key, number in flat(branch, f"{path}/{name}").items()
        }
    return {path: -1 if value is None else value}


def figures(report: Report) -> dict[str, Any]:
    """A report in the reference scorer's own shape."""

    def rates(part: Any) -> dict[str, float]:
        return {"precision": part.precision, "recall": part.recall, "f1": part.f1}

    found: dict[str, Any] = {"articles": report.articles, "gold": report.gold, "predicted": report.predicted}
    found |= {"detection": rates(report.detection), "mention": rates(report.mention)}
    if report.speaker:
        found["speaker"] = rates(report.speaker)
    c = report.calibration
    return found | {
        "mention_given_found": report.mention_given_found,
        "false_alarms": [report.false_alarms, report.unattributed],
        "entity": {"named_gold": report.named, "exact": report.entity_exact, "last": report.entity_last},
        "attributes": {
            key: {"gold": a.gold, "precision": a.precision, "recall": a.recall}
            for key, a in report.attributes.items()
        },
        "confidence": c
        and {"ece": c.error, "precision_at_0.9": c.sure_precision, "coverage_at_0.9": c.sure_coverage},
        "by_source": {
            key: {"gold": s.gold, "found": s.found, "mention": s.mention, "entity_last": s.last}
            for key, s in report.by_source.items()
        },
    }


def test_quotes_in_marks_that_are_never_annotated_are_wrong_and_counted(
    articles: Callable[..., list[Article]],
) -> None:
    text = "''We will wait,'' said Mira Danforth. “The door stays open,” said Mira Danforth."
    usual = Span(text.index("The door"), text.index(",” said"))
    doubled = Span(text.index("We will"), text.index(",'' said"))
    mira = Span(text.rindex("Mira"), text.rindex("."))
    extract = answering(said(usual, mira), said(doubled, mira))
    one = gold(start=usual.start, end=usual.end, source=[list(mira)])
    other = gold(start=doubled.start, end=doubled.end, source=[list(mira)])

    report = evaluate(articles(one, text=text), extract=extract)
    assert (report.predicted, report.unjudged, report.detection.precision) == (2, 1, 0.5)
    assert report.without_unjudged(report.detection).precision == 1.0
    assert len(report.predictions["a"]) == 2
    report = evaluate(articles(one, other, text=text), extract=extract)
    assert (report.predicted, report.unjudged, report.detection.precision) == (2, 0, 1.0)
    assert "never annotated" not in report.render()
