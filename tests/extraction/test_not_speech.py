"""Marks around what nobody said: no speaker, and the reason."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from typing import Any

import pytest

from quotes import extract

from .cases import check, name

M = "Mira Danforth"

# fmt: off
SCARE = [
    ("The “truce” lasted a day.", ("truce", None)),
    ("The so-called “truce” lasted a day.", ("truce", None)),
    ("The ministry’s “experts” had never seen a harbour.", ("experts", None)),
    ("A “quiet” night in Lund ended with fireworks.", ("quiet", None)),
    ("The port’s “smart” gates opened on Monday.", ("smart", None)),
    ("Voters in the “rust belt” of Veldania stayed at home.", ("rust belt", None)),
    ("The road was closed to “non-essential” lorries.", ("non-essential", None)),
]
TITLES = [
    ("Mira Danforth wrote the novel “The Long Way Home” in Lund.", ("The Long Way Home", None)),
    ("Mira Danforth sang “The Long Way Home” at the harbour.", ("The Long Way Home", None)),
    ("Mira Danforth starred in “The Long Way Home” as the captain.", ("The Long Way Home", None)),
    ("Her first book, “The Long Way Home,” sold well.", ("The Long Way Home,", None)),
    ("The film “Harbour” opens on Monday.", ("Harbour", None)),
    ("The band played “Harbour Lights” and “Home Again” on Monday.", ("Harbour Lights", None), ("Home Again", None)),
    ("Oskar Brandt hosts the show “Good Morning, Lund” on weekdays.", ("Good Morning, Lund", None)),
    ("The article, “Who Owns the Harbour?”, appeared on Monday.", ("Who Owns the Harbour?", None)),
]
WORKS = [
    ("In her memoir, “The Long Wait,” Mira Danforth wrote about Lund.", ("The Long Wait,", None)),
    ("In her book “Waiting,” Mira Danforth says that it was late.", ("Waiting,", None)),
    ("In “The Long Wait,” Mira Danforth says that it was late.", ("The Long Wait,", None)),
    ("In a speech titled “The Road Ahead,” Mira Danforth argued for peace.", ("The Road Ahead,", None)),
    ("Mira Danforth said on “Face the Week” that it was late.", ("Face the Week", None)),
    ("Mira Danforth told “Good Day Lund” that it was “a mess.”", ("Good Day Lund", None), ("a mess.", M)),
    ("In a letter, “We Will Wait,” Mira Danforth wrote.", ("We Will Wait,", M)),
]
NAMES = [
    ("Oskar “Ox” Brandt won the race.", ("Ox", None)),
    ("Oskar “Ox” Brandt said: “We will wait for the judges.”", ("Ox", None), ("We will wait for the judges.", "Brandt", "Oskar “Ox” Brandt")),
    ("Oskar Brandt, known as “the Ox,” won the race.", ("the Ox,", None)),
    ("The market, known locally as “the Saturday market”, has met since May.", ("the Saturday market", None)),
    ("Oskar Brandt, nicknamed “Ox,” won the race.", ("Ox,", None)),
    ("The ship, named “Patience,” left on Monday.", ("Patience,", None)),
    ("The operation, dubbed “Blue Gate,” began on Monday.", ("Blue Gate,", None)),
    ("The plan is known as “Blue Gate.”", ("Blue Gate.", None)),
]
TERMS = [
    ("Oskar Brandt worked on a process called “drainage.”", ("drainage.", None)),
    ("The word “harbour” has two senses.", ("harbour", None)),
    ("The term “free port” is a hundred years old.", ("free port", None)),
    ("The treaty defines a “vessel” as any ship.", ("vessel", None)),
    ("In Veldanian, “lund” means grove.", ("lund", None)),
    ("A “demurrage” is a fee for a late ship.", ("demurrage", None)),
    ("Mira Danforth asked whether the term “free port” had been defined.", ("free port", None)),
    ("Mira Danforth said the word “harbour” was misleading.", ("harbour", None)),
    ("The council proposed replacing the word “harbour” by another.", ("harbour", None)),
    ("Mira Danforth used the phrase “axis of evil” on Monday.", ("axis of evil", M)),
    ("The tag “#WeWait” was seen all day.", ("#WeWait", None)),
]
HEADLINES = [
    ("Envoy: Talks “Open”\n\nThe talks went on in Lund on Monday, and both sides ate together.", ("Open", None)),
    ("Danforth Calls Plan “A Gift” in Speech\n\nThe talks went on in Lund on Monday, and both sides ate together.", ("A Gift", None)),
    ("The talks went on in Lund on Monday.\n\n“The Long Wait”\n\nBoth sides ate together.", ("The Long Wait", None)),
]
CAPTIONS = [
    ("The gates of the “Blue Gate” harbour. (Veldanian News Agency)\n\nThe talks went on in Lund on Monday, and both sides ate.", ("Blue Gate", None)),
    ("A man holds a sign in Lund. Photo: Tomas Veld\n\n“We will wait for the council,” said Mira Danforth.", ("We will wait for the council,", M)),
    ("By Tomas Veld\n\n“We will wait for the council,” said Mira Danforth.", ("We will wait for the council,", M)),
    ("By TOMAS VELD, Lund Herald\n\n“We will wait for the council,” she said.", ("We will wait for the council,", "she", None)),
    ("LUND (VNA) – “We will wait for the council,” said Mira Danforth.", ("We will wait for the council,", M)),
    ("LUND, Veldania, May 3 (VNA) — Mira Danforth said: “We will wait for the council.”", ("We will wait for the council.", M)),
    ("Lund, 3 May – Mira Danforth said: “We will wait for the council.”", ("We will wait for the council.", M)),
    ("Danforth Waits\n\nMira Danforth rose on Monday.\n\n“We will wait for the council,” Danforth said.", ("We will wait for the council,", "Danforth", M)),
    ("Brandt to Danforth: Wait\n\nLUND – “We will wait for the council,” Mira Danforth told reporters in Lund on Monday.", ("We will wait for the council,", M)),
]
SPEECH = [
    ("Foreign Secretary Mira Danforth said:\n\nThe ferries are late.\n\n“We will wait,” she added.", ("We will wait,", "she", "Mira Danforth")),
    ("Mira Danforth says the plan is “a gift.”\n\nOskar Brandt came too.", ("a gift.", "Mira Danforth")),
    ("Mira Danforth called the truce “a disgrace.”", ("a disgrace.", M)),
    ("Mira Danforth called it “patience.”", ("patience.", M)),
    ("The truce was “a disgrace,” Mira Danforth said.", ("a disgrace,", M)),
    ("Mira Danforth said the “truce” was over.", ("truce", M)),
    ("Mira Danforth warned of a “long winter.”", ("long winter.", M)),
    ("Mira Danforth denounced the “so-called truce.”", ("so-called truce.", M)),
]
REASONS = [
    ("The “truce” lasted a day.", "echoed_words"),
    ("Mira Danforth wrote the novel “The Long Way Home” in Lund.", "title"),
    ("Danforth Calls Plan “A Gift” in Speech\n\nThe talks went on in Lund on Monday, and both sides ate together.", "heading"),
    ("“We will wait for the answer of the council, however long it may take.”", "no_source"),
]
# fmt: on


@pytest.mark.parametrize("case", SCARE, ids=name)
def test_scare_quotes(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", TITLES, ids=name)
def test_titles_of_works(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", WORKS, ids=name)
def test_titles_beside_their_kind_and_their_place(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", NAMES, ids=name)
def test_nicknames_and_names_of_things(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", TERMS, ids=name)
def test_terms_that_are_explained(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", HEADLINES, ids=name)
def test_headlines(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", CAPTIONS, ids=name)
def test_captions_bylines_and_datelines(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", SPEECH, ids=name)
def test_short_words_that_somebody_asserts_are_speech(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", REASONS, ids=name)
def test_the_reason_is_given(case: Any) -> None:
    text, reason = case
    (a,) = extract(text).unattributed
    assert a.reason == reason


def test_nothing_is_lost() -> None:
    found = extract("“No.”\n\n“Yes.”\n\nThe “truce” and “The Long Way Home” were on.")
    assert len(found) == 4
