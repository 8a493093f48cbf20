"""The figures are those of the published definitions, by part, by source and by rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from quotes import Attribution, Extraction, Span
from quotes.evaluation import Article, evaluate

from .cases import NO_SPEECH, OPEN, SHE, TEXT, TITLE, answering, gold, said


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


def test_the_extractor_is_told_the_day_of_publication(articles: Callable[..., list[Article]]) -> None:
    days = []

    def extract(_text: str, *, published_on: date | None) -> Extraction:
        days.append(published_on)
        return Extraction((), ())

    evaluate(articles(gold(), published="2031-03-04"), extract=extract)
    evaluate(articles(gold()), extract=extract)
    assert days == [date(2031, 3, 4), None]


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
