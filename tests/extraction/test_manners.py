"""How, to whom and where something was said, and who passed it on.

A case is a text and what its last quote is to have; None where the text does not tell.
"""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import Attribution, Span, extract
from tests.extraction.cases import name

# fmt: off
CHANNELS: list[Any] = [
    # tweets and other posts
    ("Mira Danforth tweeted: “We will wait.”", "tweet"),
    ("“We will wait,” tweeted Mira Danforth.", "tweet"),
    ("In a tweet on Saturday, Mira Danforth said: “We will wait.”", "tweet"),
    ("“We will wait,” Mira Danforth wrote on Twitter.", "tweet"),
    ("“We will wait,” Mira Danforth wrote on X.", "tweet"),
    ("Mira Danforth said via Twitter, “We will wait.”", "tweet"),
    ("Mira Danforth wrote in a Facebook post that the talks were “open.”", "tweet"),
    ("Mira Danforth praised the keeper on Instagram: “We will wait.”", "tweet"),
    ("Mira Danforth called the plan “a gift” on Twitter.", "tweet"),
    ("In a message on social media, Mira Danforth wrote: “We will wait.”", "tweet"),
    ("Mira Danforth said in a statement posted on her Facebook page that the talks were “open.”", "tweet"),
    ("“We will wait,” according to a late tweet by the envoy Mira Danforth.", "tweet"),
    ("Mira Danforth tweeted her reasons, saying, “We will wait.”", "tweet"),
    ("Mira Danforth posted a message on Twitter, saying the talks were “open.”", "tweet"),
    # statements
    ("Mira Danforth said in a statement: “We will wait.”", "statement"),
    ("“We will wait,” Mira Danforth said in a written statement on Friday.", "statement"),
    ("In a statement, Mira Danforth said the talks were “open.”", "statement"),
    ("In a press release, the envoy Mira Danforth said, “We will wait.”", "statement"),
    ("“We will wait,” the statement said.", "statement"),
    ("The communiqué said: “We will wait.”", "statement"),
    ("The plan would “never work,” according to a statement by the Foreign Ministry.", "statement"),
    ("Mira Danforth's statement read: “We will wait.”", "statement"),
    ("The ministry released a statement which said, “We will wait.”", "statement"),
    ("The Foreign Ministry issued a statement saying the talks were “open.”", "statement"),
    ("The council has, in a statement, asked ferry masters to “wait.”", "statement"),
    # press conferences
    ("Mira Danforth said at a press conference: “We will wait.”", "press_conference"),
    ("“We will wait,” Mira Danforth told a news conference in Lund.", "press_conference"),
    ("“We will wait,” Mira Danforth told a daily briefing in Lund.", "press_conference"),
    ("“We will wait,” Mira Danforth told the weekly Der Morgen.", "interview"),
    ("“We will wait,” Mira Danforth said during a briefing on Monday.", "press_conference"),
    ("Mira Danforth told the press conference the talks were “open.”", "press_conference"),
    ("At a news conference on Friday, Mira Danforth said: “We will wait.”", "press_conference"),
    # interviews
    ("“We will wait,” Mira Danforth told Reuters.", "interview"),
    ("“We will wait,” Mira Danforth told the Lund Times on Monday.", "interview"),
    ("“We will wait,” Mira Danforth told the Lundian.", "interview"),
    ("“We will wait,” Mira Danforth told the BBC's Today programme.", "interview"),
    ("“We will wait,” Mira Danforth said in an interview.", "interview"),
    ("In an interview with Lund Radio, Mira Danforth said: “We will wait.”", "interview"),
    ("Mira Danforth, in remarks to CNN, said, “We will wait.”", "interview"),
    ("Speaking to BBC Sport, Mira Danforth said, “We will wait.”", "interview"),
    ("When interviewed by the BBC, Mira Danforth said, “We will wait.”", "interview"),
    ("Mira Danforth backed the plan, telling the Lund Independent that it was “a gift.”", "interview"),
    ("Mira Danforth described the harbour to the BBC: “We will wait.”", "interview"),
    ("“We will wait,” Mira Danforth told the state news agency Velpress.", "interview"),
    # speeches
    ("“We will wait,” Mira Danforth said in a speech.", "speech"),
    ("“We will wait,” Mira Danforth said in a speech broadcast on state television.", "speech"),
    ("“We will wait,” Mira Danforth told parliament.", "speech"),
    ("“We will wait,” Mira Danforth told MPs on Monday.", "speech"),
    ("“We will wait,” Mira Danforth told a meeting of army commanders.", "speech"),
    ("Mira Danforth told a meeting that included her deputies on Saturday: “We will wait.”", "speech"),
    ("“We will wait,” Mira Danforth told supporters at a rally in Lund.", "speech"),
    ("“We will wait,” Mira Danforth said at a ceremony in Lund.", "speech"),
    ("At the opening of the summit, Mira Danforth said, “We will wait.”", "speech"),
    ("In her resignation speech, Mira Danforth said, “We will wait.”", "speech"),
    ("On Friday in Lund, as part of an election rally, Mira Danforth said, “We will wait.”", "speech"),
    ("Mira Danforth said on the parliament floor, “We will wait.”", "speech"),
    ("“We will wait,” Mira Danforth said in an address to the nation.", "speech"),
    ("Asked by a member about the fish, Mira Danforth said: “We will wait.”", "speech"),
    # letters
    ("Mira Danforth wrote in a letter to the council: “We will wait.”", "letter"),
    ("“We will wait,” Mira Danforth said in an e-mail.", "letter"),
    ("In a letter to both ministries, Mira Danforth wrote: “We will wait.”", "letter"),
    ("“We will wait,” the letter said.", "letter"),
    # calls
    ("“We will wait,” Mira Danforth said by phone.", "call"),
    ("Mira Danforth stressed during the call that her state “will wait.”", "call"),
    ("“We will wait,” Mira Danforth said in a telephone call.", "call"),
    # reports
    ("The study says the gauge showed “a rise of two metres.”", "report"),
    ("“We will wait,” the report said.", "report"),
    ("The gauge “was never read,” according to the commission's official history.", "report"),
    ("Mira Danforth said in a report that the gauge “was never read.”", "report"),
    # courts
    ("“We will wait,” Mira Danforth told the court.", "court"),
    ("“We will wait,” Mira Danforth told the judge on Monday.", "court"),
    ("The Supreme Court ruled that the tax was “contrived.”", "court"),
    ("Judge Mira Danforth said: “We will wait.”", "court"),
    ("“We will wait,” Mira Danforth testified.", "court"),
    ("“We will wait,” Mira Danforth said in court.", "court"),
    # broadcasts
    ("“We will wait,” Mira Danforth said on state television.", "broadcast"),
    ("Mira Danforth said on the radio that the talks were “open.”", "broadcast"),
    ("“We will wait,” Mira Danforth said in a televised announcement.", "broadcast"),
    ("“We will wait,” Mira Danforth said in a video.", "broadcast"),
    ("“We will wait,” Mira Danforth said on CNN.", "broadcast"),
    # nothing is told
    ("Mira Danforth said: “We will wait.”", None),
    ("“We will wait,” said Mira Danforth in Lund.", None),
    ("“We will wait,” Mira Danforth told reporters.", None),
    ("“We will wait,” Mira Danforth told the press.", None),
    ("“We will wait,” Mira Danforth told Otto Brandt.", None),
    ("“We will wait,” Mira Danforth told the Kremlin.", None),
    ("“We will wait,” Mira Danforth told the Lundians.", None),
    ("“We will wait,” Mira Danforth said after the speech.", None),
    ("“We will wait,” Mira Danforth said, referring to the press conference in Lund.", None),
    ("Mira Danforth said that the tweet by the ministry was “late.”", None),
    ("Mira Danforth said the court had been “slow.”", None),
    ("Mira Danforth said on the report that it was “slow.”", None),
    ("In response to the judge's ruling, Mira Danforth said, “We will wait.”", None),
    ("In Otto Brandt's speech, Mira Danforth said, she saw “a threat.”", None),
    ("Mira Danforth refused to rule out that it was “late.”", None),
    ("The talks ended in court, and Mira Danforth said: “We will wait.”", None),
    ("Mira Danforth called the speech in parliament “a gift.”", None),
    ("Mira Danforth wrote: “We will wait.”", None),
]

CONTINUITY: list[Any] = [
    ("In a tweet, Mira Danforth said: “We will wait.” She added: “It is late.”", "tweet"),
    ("In a tweet, Mira Danforth said: “We will wait.”\n\nShe added: “It is late.”", "tweet"),
    ("Mira Danforth tweeted: “We will wait.”\n\nOtto Brandt tweeted: “Do not.”\n\nDanforth answered: “It is late.”", "tweet"),
    ("“We will wait,” Mira Danforth said in an interview. “It is late.”", "interview"),
    ("“We will wait,” Mira Danforth told Reuters. She also called it “late.”", "interview"),
    ("“We will wait,” Mira Danforth said in a speech.\n\n“It is late,” Danforth said.", "speech"),
    ("“We will wait,” Mira Danforth said in a speech.\n\nDanforth said the ferries were slow.\n\n“It is late,” she said.", "speech"),
    ("In an interview with the Lund Times on Saturday, Mira Danforth looked back on a long year.\n\n“It is late,” Danforth said.", "interview"),
    ("Mira Danforth said at a press conference on Monday that the ferries would stop. She said, “It is late.”", "press_conference"),
    ("Mira Danforth was speaking at the opening of the fair. “It is late,” she said.", "speech"),
    ("“We will wait,” Mira Danforth told the press conference.\n\n“It is late,” said Otto Brandt.", "press_conference"),
    ("“We will wait,” Mira Danforth said in a televised announcement.\n\n“It is late,” Danforth continued in the statement.", "broadcast"),
    # a new occasion, or another speaker
    ("In a tweet, Mira Danforth said: “We will wait.” Otto Brandt said: “It is late.”", None),
    ("In a tweet, Mira Danforth said: “We will wait.”\n\nDanforth said: “It is late.”", None),
    ("In a press release, Mira Danforth said: “We will wait.”\n\nDanforth remarked: “It is late.”", None),
    ("“We will wait,” Mira Danforth said in a speech.\n\nShe did not name him but vowed, “We will not.”", None),
    ("“We will wait,” Mira Danforth said in a speech.\n\nAsked about her plans, Danforth said: “Sleep.”", None),
    ("“We will wait,” Mira Danforth told Reuters.\n\n“It is late,” Danforth told reporters.", None),
    ("“We will wait,” Mira Danforth told the Lund Times.\n\nIn May, Danforth said it was “late.”", None),
    ("“We will wait,” Mira Danforth told parliament. She later told Reuters it was “late.”", "interview"),
]

ADDRESSEES: list[Any] = [
    ("“We will wait,” Mira Danforth told reporters.", "reporters"),
    ("“We will wait,” Mira Danforth told Reuters on Monday.", "Reuters"),
    ("“We will wait,” Mira Danforth told the Lund Times.", "the Lund Times"),
    ("“We will wait,” Mira Danforth said in an interview with the Lund Times last week.", "the Lund Times"),
    ("“We will wait,” Mira Danforth told a meeting of army commanders.", "a meeting of army commanders"),
    ("Mira Danforth told a meeting that included her deputies: “We will wait.”", "a meeting"),
    ("“We will wait,” Mira Danforth told a Lund rally.", "a Lund rally"),
    ("“We will wait,” Mira Danforth told the BBC's Today programme.", "the BBC's Today programme"),
    ("“We will wait,” Mira Danforth told Otto Brandt.", "Otto Brandt"),
    ("“We will wait,” Mira Danforth told parliament.", "parliament"),
    ("“We will wait,” she told the Security Council in Lund.", "the Security Council"),
    ("In a letter to the Security Council, Mira Danforth wrote: “We will wait.”", "the Security Council"),
    ("Mira Danforth wrote in a letter to Otto Brandt: “We will wait.”", "Otto Brandt"),
    ("Speaking to BBC Sport, Mira Danforth said, “We will wait.”", "BBC Sport"),
    ("In remarks to journalists, Mira Danforth said, “We will wait.”", "journalists"),
    ("In an interview with Lund Radio, Mira Danforth said: “We will wait.”", "Lund Radio"),
    ("Mira Danforth assured the ministers that the talks were “open.”", "the ministers"),
    ("Mira Danforth backed the plan, telling the crowd: “We will wait.”", "the crowd"),
    ("“We will wait,” Mira Danforth said in an address to the nation.", "the nation"),
    ("Asked by a reporter about the fish, Mira Danforth said: “We will wait.”", "a reporter"),
    ("Mira Danforth addressed the nation: “We will wait.”", "the nation"),
    ("“Will you wait?” Otto Brandt asked Mira Danforth.", "Mira Danforth"),
    ("“We will wait,” Mira Danforth wrote to the council.", "the council"),
    ("“We will wait,” Mira Danforth told union workers in Lund.", "union workers"),
    ("“We will wait,” Mira Danforth told Anna Ruiz of the Lund Times.", "Anna Ruiz of the Lund Times"),
    ("“We will wait,” Mira Danforth told reporters. “It is late,” she added.", "reporters"),
    ("“We will wait,” Mira Danforth said in a phone call with Otto Brandt.", "Otto Brandt"),
    # nobody is named
    ("Mira Danforth said: “We will wait.”", None),
    ("“We will wait,” Mira Danforth told them.", None),
    ("Mira Danforth said that Otto Brandt told the council it was “late.”", None),
    ("In response to the loss, Mira Danforth said: “We will wait.”", None),
    ("Mira Danforth addressed the concerns: “We will wait.”", None),
    ("Mira Danforth called Otto Brandt “a gift.”", None),
    ("“We will wait,” Mira Danforth said of the letter to Otto Brandt.", None),
    ("Mira Danforth called the call with Otto Brandt “a gift.”", None),
    ("“We will wait,” said Mira Danforth with Otto Brandt.", None),
]

PLACES: list[Any] = [
    ("“We will wait,” Mira Danforth said in Geneva on Friday.", "Geneva"),
    ("“We will wait,” said Mira Danforth in Lund.", "Lund"),
    ("Mira Danforth told reporters in Geneva: “We will wait.”", "Geneva"),
    ("“We will wait,” Mira Danforth told a rally in Lund on Monday.", "Lund"),
    ("At a ceremony held by the guard in Tehran on Thursday, Mira Danforth said: “We will wait.”", "Tehran"),
    ("In Lund, Mira Danforth described the talks as “warm.”", "Lund"),
    ("On Friday in Istanbul, Mira Danforth said: “We will wait.”", "Istanbul"),
    ("Speaking in Geneva, Mira Danforth said: “We will wait.”", "Geneva"),
    ("Mira Danforth visited Oslo, a city of ferries, on May 3, and promised that her town would lend “all of its boats.”", "Oslo"),
    ("Mira Danforth arrived in Lund and said: “We will wait.”", "Lund"),
    ("“We will wait,” Mira Danforth told supporters at her party's headquarters.", "her party's headquarters"),
    ("“We will wait,” Mira Danforth told reporters at the airport.", "the airport"),
    ("“We will wait,” Mira Danforth told reporters outside the embassy in Paris.", "Paris"),
    ("“We will wait,” Mira Danforth said at the White House.", "the White House"),
    ("“We will wait,” Mira Danforth said in Concord, New Hampshire, on Friday.", "Concord, New Hampshire"),
    ("“We will wait,” Mira Danforth said at a hospital in Lund.", "Lund"),
    ("“We will wait,” Mira Danforth told a news conference in Ankara.", "Ankara"),
    ("“We will wait,” Mira Danforth said at a summit in South Korea.", "South Korea"),
    ("Mira Danforth, in Berlin, said: “We will wait.”", "Berlin"),
    ("“We will wait,” Mira Danforth said during a speech in Warsaw.", "Warsaw"),
    ("“We will wait,” Mira Danforth told a crowd in Lund. “It is late,” she added.", "Lund"),
    ("“We will wait,” Mira Danforth said in an interview in her office.", "her office"),
    ("At a rally in Cairo, Mira Danforth called the plan “a gift.”", "Cairo"),
    ("“We will wait,” Mira Danforth said in the United States.", "the United States"),
    ("Inside the cathedral, Mira Danforth said: “We will wait.”", "the cathedral"),
    ("“We will wait,” Mira Danforth said in Vienna, where the talks are held.", "Vienna"),
    # no place of saying is told
    ("Mira Danforth said: “We will wait.”", None),
    ("Mira Danforth said that the talks in Geneva were “open.”", None),
    ("Mira Danforth called the talks in Geneva “a gift.”", None),
    ("“We will wait,” Mira Danforth said in English.", None),
    ("“We will wait,” Mira Danforth said in May.", None),
    ("“We will wait,” said a lawyer in Geneva.", None),
    ("“We will wait,” Mira Danforth wrote in the Lund Times.", None),
    ("Mira Danforth said it would be “late” in Geneva.", None),
    ("“We will wait,” Mira Danforth said of the talks in Geneva.", None),
    ("In response to Otto Brandt's words in Geneva, Mira Danforth said it was “late.”", None),
    ("At the Maine rally, Mira Danforth said it was “late.”", None),
    ("At a Florida rally, Mira Danforth said it was “late.”", None),
    ("In a Facebook post, Mira Danforth said it was “late.”", None),
    ("Mira Danforth, who was travelling in Geneva, said: “We will wait.”", None),
    ("The talks failed in Geneva, and Mira Danforth said: “We will wait.”", None),
]

RELAYS: list[Any] = [
    ("Mira Danforth said the plan was “absurd,” reported the state news agency Velpress.", "the state news agency Velpress"),
    ("“We will wait,” Mira Danforth told Reuters.", "Reuters"),
    ("“We will wait,” Mira Danforth told the Lund Times.", "the Lund Times"),
    ("State television quoted Mira Danforth as saying the plan was “absurd.”", "State television"),
    ("Mira Danforth said the plan was “absurd,” according to the Interfax agency.", "the Interfax agency"),
    ("Mira Danforth said the plan was “absurd,” according to the Lund Times.", "the Lund Times"),
    ("According to Reuters, Mira Danforth said the plan was “absurd.”", "Reuters"),
    ("Mira Danforth said the plan was “absurd,” the Lund Times reported.", "the Lund Times"),
    ("Mira Danforth was quoted by Reuters as saying the plan was “absurd.”", "Reuters"),
    ("Mira Danforth was quoted as saying by Reuters that the plan was “absurd.”", "Reuters"),
    ("In an interview with Lund Radio, Mira Danforth said: “We will wait.”", "Lund Radio"),
    ("Speaking to BBC Sport, Mira Danforth said, “We will wait.”", "BBC Sport"),
    ("Mira Danforth, in remarks to CNN, said, “We will wait.”", "CNN"),
    ("“We will wait,” Mira Danforth wrote in an e-mail to the Lund Herald.", "the Lund Herald"),
    ("“We will wait,” Mira Danforth told the state news agency Velpress.", "the state news agency Velpress"),
    ("“We will wait,” Mira Danforth told the BBC's Today programme.", "the BBC's Today programme"),
    ("“We will wait,” Mira Danforth told Lund TV on Monday.", "Lund TV"),
    ("Reuters reported that Mira Danforth said the plan was “absurd.”", "Reuters"),
    ("“We will wait,” Mira Danforth told the Lundian.", "the Lundian"),
    ("“We will wait,” Mira Danforth told the newspaper.", "the newspaper"),
    ("“We will wait,” Mira Danforth told Reuters. “It is late,” she added.", "Reuters"),
    ("Mira Danforth backed the plan, telling Agence France-Presse it was “a gift.”", "Agence France-Presse"),
    ("“We will wait,” Mira Danforth told Lundnews.com.", "Lundnews.com"),
    ("When interviewed by the BBC, Mira Danforth said, “We will wait.”", "the BBC"),
    ("“We will wait,” Mira Danforth told Anna Ruiz of the Lund Times.", "Anna Ruiz of the Lund Times"),
    # nobody passed it on
    ("Mira Danforth said: “We will wait.”", None),
    ("“We will wait,” Mira Danforth told reporters.", None),
    ("“We will wait,” Mira Danforth said, the semi-official Fajr agency reported.", "the semi-official Fajr agency"),
    ("“We will wait,” Mira Danforth said in a statement carried by the DNA news agency.", "the DNA news agency"),
    ("“We will wait,” Mira Danforth said in comments published by the Lund Herald.", "the Lund Herald"),
    ("“We will wait,” Mira Danforth said in comments published by her office.", None),
    ("“We will wait,” according to Mira Danforth.", None),
    ("“We will wait,” Mira Danforth told the council.", None),
    ("“We will wait,” Mira Danforth told Otto Brandt.", None),
    ("“We will wait,” Mira Danforth told the White House.", None),
    ("Mira Danforth said the Lund Times had been “unfair.”", None),
    ("“We will wait,” Mira Danforth said on Twitter.", None),
]
# fmt: on


def last(text: str) -> Attribution:
    found = extract(text).attributions
    assert found, "no quote"
    return found[-1]


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else span.of(text)


@pytest.mark.parametrize("case", [*CHANNELS, *CONTINUITY], ids=name)
def test_channels(case: tuple[str, str | None]) -> None:
    text, channel = case
    assert last(text).channel == channel


@pytest.mark.parametrize("case", ADDRESSEES, ids=name)
def test_addressees(case: tuple[str, str | None]) -> None:
    text, addressee = case
    assert words(text, last(text).addressee) == addressee


@pytest.mark.parametrize("case", PLACES, ids=name)
def test_places(case: tuple[str, str | None]) -> None:
    text, place = case
    assert words(text, last(text).place) == place


@pytest.mark.parametrize("case", RELAYS, ids=name)
def test_relays(case: tuple[str, str | None]) -> None:
    text, relay = case
    assert words(text, last(text).reported_by) == relay


PIECES = st.sampled_from(
    [
        "In a tweet", "on Friday", ",", "told", "the Lund Times", "Reuters reported", "Mira Danforth", "said",
        "that", "she", "of", "by", "with", "at", "in", "Geneva", "parliament", "statement", "“We will wait,”",
        "“late.”", "Asked", "interview", ".", "and", "\n\n", "to", "press conference", "'s", "(", "a meeting",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_words_are_read_and_spans_are_bare(text: str) -> None:
    for attribution in extract(text).attributions:
        for span in (attribution.addressee, attribution.place, attribution.reported_by):
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
                assert span.of(text).strip() == span.of(text)
