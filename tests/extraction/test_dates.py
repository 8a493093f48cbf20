"""Which day a quote was said on: that of its saying, not any that the sentence speaks of."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import Attribution, extract

TODAY = date(2019, 5, 15)  # a Wednesday
MON, TUE, WED, THU, FRI, SAT, SUN = "05-13", "05-14", "05-15", "05-09", "05-10", "05-11", "05-12"
NO = None


def fails(reason: str, text: str, day: str | None) -> Any:
    """Return a case that a careful reader gets right and the extractor does not yet."""
    return pytest.param(text, day, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


# fmt: off
# A text and the day of each quote in it, the year left out; one day stands for all.
TIED = [
    # Behind the verb.
    ("“We will wait,” Mira Danforth said on Monday.", MON),
    ("“We will wait,” said Mira Danforth on Monday.", MON),
    ("“We will wait,” Mira Danforth said Monday.", MON),
    ("“We will wait,” Mira Danforth told reporters on Monday.", MON),
    ("“We will wait,” Mira Danforth told the Herald yesterday.", TUE),
    ("“We will wait,” Mira Danforth said in Lund on Monday.", MON),
    ("“We will wait,” Mira Danforth said in a speech to the council on Monday.", MON),
    ("“We will wait,” said Mira Danforth, the envoy of Velmora, on Monday.", MON),
    ("“We will wait,” Mira Danforth wrote in a letter dated May 9.", THU),
    ("“We will wait,” Mira Danforth said in a statement issued in Lund on Monday.", MON),
    ("“We will wait,” Mira Danforth said at a meeting on Monday with her deputies.", MON),
    ("“We will wait,” Mira Danforth said after the talks on Monday.", MON),
    ("“We will wait,” Mira Danforth said during Monday's debate.", MON),
    ("“We will wait,” Mira Danforth said at Monday’s meeting.", MON),
    ("“We will wait,” Mira Danforth said shortly before midnight on Monday.", MON),
    ("“We will wait,” Mira Danforth said, speaking in Lund on Monday.", MON),
    ("“We will wait,” Mira Danforth said as she arrived in Lund on Monday.", MON),
    ("“We will wait,” Mira Danforth said while visiting Lund on Monday.", MON),
    ("“We will wait,” Mira Danforth said after meeting Oskar Brandt on Monday.", MON),
    ("“We will wait,” according to a statement on Monday by Mira Danforth.", MON),
    ("“We will wait,” read a statement issued by the ministry on Monday.", MON),
    ("“We will wait,” Mira Danforth said on Monday, a day before the vote.", MON),
    # Between the verb and the words.
    ("Mira Danforth said on Monday: “We will wait.”", MON),
    ("Mira Danforth said on Monday that her side would “wait and see.”", MON),
    ("Mira Danforth said on Monday the talks were “a start.”", MON),
    ("Mira Danforth told reporters on Monday: “We will wait.”", MON),
    ("Mira Danforth wrote on Facebook on Monday: “We will wait.”", MON),
    ("Testifying before the committee on Monday, Mira Danforth said: “We will wait.”", MON),
    ("Mira Danforth told the council on Monday that the talks were “a start.”", MON),
    ("Mira Danforth told a meeting that included her deputies on Saturday: “We will wait.”", SAT),
    ("Mira Danforth said in Lund on Monday: “We will wait.”", MON),
    ("Mira Danforth said in an interview with the Herald on Monday: “We will wait.”", MON),
    ("Mira Danforth accused Oskar Brandt on Monday of “hiding the map.”", MON),
    ("Mira Danforth called on Monday for “a new start.”", MON),
    ("Said Mira Danforth on Monday: “We will wait.”", MON),
    ("Mira Danforth pledged on Sunday to keep the harbour open, calling for “a new start.”", SUN),
    # Between the speaker and the verb.
    ("Mira Danforth on Monday said: “We will wait.”", MON),
    ("Mira Danforth yesterday told reporters: “We will wait.”", TUE),
    ("Mira Danforth, the envoy of Velmora, on Monday told reporters: “We will wait.”", MON),
    ("Mira Danforth, speaking on Monday, said: “We will wait.”", MON),
    ("Mira Danforth, in a speech on Monday, said: “We will wait.”", MON),
    ("Mira Danforth visited Lund on Monday and said: “We will wait.”", MON),
    ("Mira Danforth visited Lund, the port of Harnland, on May 9, and pledged “a new start.”", THU),
    ("Mira Danforth met Oskar Brandt on Monday, calling the talks “a start.”", MON),
    ("Mira Danforth resigned on Monday, saying she had “done enough.”", MON),
    # At the head of the sentence.
    ("On Monday, Mira Danforth said: “We will wait.”", MON),
    ("Yesterday, Mira Danforth, the envoy of Velmora, said: “We will wait.”", TUE),
    ("Late on Monday, Mira Danforth told the council: “We will wait.”", MON),
    ("In Lund on Monday, Mira Danforth said: “We will wait.”", MON),
    ("In a tweet on Saturday, Mira Danforth wrote: “We will wait.”", SAT),
    ("In a letter to the council dated May 9, Mira Danforth wrote: “We will wait.”", THU),
    ("At a ceremony in Lund on Thursday, Mira Danforth said: “We will wait.”", THU),
    ("At a ceremony held by the council in Lund on Thursday, Mira Danforth praised “a new start.”", THU),
    ("During a visit to Lund on Thursday, Mira Danforth said: “We will wait.”", THU),
    ("Speaking in Lund on Thursday, Mira Danforth said: “We will wait.”", THU),
    ("Asked on Thursday about the ferries, Mira Danforth said: “We will wait.”", THU),
    ("When announcing the plan on Monday, Mira Danforth called it “a gift.”", MON),
    ("As she arrived in Lund on Monday, Mira Danforth said: “We will wait.”", MON),
    ("On Monday, when Oskar Brandt arrived, Mira Danforth said: “We will wait.”", MON),
    ("On Monday — two days after the vote — Mira Danforth said: “We will wait.”", MON),
    ("Before Oskar Brandt arrived last week, Mira Danforth said on Monday: “We will wait.”", MON),
    ("The vote ended on Monday, with Mira Danforth calling it “a gift.”", MON),
    # Behind the words.
    ("Mira Danforth called the plan “a gift” on Monday.", MON),
    ("Mira Danforth said “we will wait” on Monday.", MON),
    ("Mira Danforth said “we will wait” in a speech on Monday.", MON),
    ("The crowd protested by shouting “shame” and holding signs during Monday’s session.", MON),
    ("The crowd protested by shouting “Shame!” and holding boards which read “silent” during Monday’s final session.", MON),
    ("Mira Danforth, in a letter to the council dated May 9, called the plan “a gift.”", THU),
    ("On Monday, the council announced a plan beyond the “quiet harbour” first announced on May 9.", THU),
    ("On Monday, the council announced a plan beyond the “quiet harbour” of the north.", MON),
    ("Mira Danforth said, “We will wait”, while addressing the council yesterday.", TUE),
    # Several days: the most exact, then the nearest.
    ("Earlier this week on Monday, Mira Danforth said: “We will wait.”", MON),
    ("Mira Danforth, who resigned on Friday, said on Monday: “We will wait.”", MON),
    ("“We will wait,” Mira Danforth said on Monday, before the vote of May 20.", MON),
]
NOT_TIED = [
    ("Mira Danforth told the Today programme that the talks were “a start.”", None),
    ("Mira Danforth told Lund Today that the talks were “a start.”", None),
    # Nothing told: the day of printing is none of saying.
    ("“We will wait,” Mira Danforth said.", NO),
    ("Mira Danforth said: “We will wait.”", NO),
    # In what was said.
    ("“We will wait until Monday,” Mira Danforth said.", NO),
    ("“We met on Monday,” Mira Danforth said.", NO),
    ("Mira Danforth said the vote of May 13 was “a gift.”", NO),
    ("Mira Danforth said the vote on Monday was “a gift.”", NO),
    ("Mira Danforth said Monday's vote was “a gift.”", NO),
    ("Mira Danforth said the Monday vote was “a gift.”", NO),
    ("Mira Danforth said that Oskar Brandt had “lied” on Monday.", NO),
    ("Mira Danforth said that on Monday the ferries had been “full.”", NO),
    ("Mira Danforth said the ferries would sail on Monday “with or without him.”", NO),
    ("Mira Danforth said the talks would “begin” on Monday.", NO),
    ("Mira Danforth said she had met him on Monday “for an hour.”", NO),
    ("Mira Danforth said what happened on Monday was “a gift.”", NO),
    ("“We will wait,” Mira Danforth said, adding that the vote on Monday was late.", NO),
    ("“We will wait,” Mira Danforth said, noting that on Monday the ferries stood still.", NO),
    ("Mira Danforth promised to meet him on Monday “for an hour.”", NO),
    # Of what is spoken of.
    ("“It was late,” Mira Danforth said of the vote on Monday.", NO),
    ("“It was late,” Mira Danforth said of Monday's vote.", NO),
    ("“It was late,” Mira Danforth said about the fire on Monday.", NO),
    ("Mira Danforth condemned the vote on Monday as “a gift.”", NO),
    ("Mira Danforth criticised Monday's vote as “a gift.”", NO),
    # Of another verb.
    ("“We will wait,” said Mira Danforth, who arrived on Monday.", NO),
    ("“We will wait,” said Mira Danforth, elected in 2015.", NO),
    ("“We will wait,” said Mira Danforth, mayor in 2015.", NO),
    ("“We will wait,” said Mira Danforth, whose party won on Monday.", NO),
    ("Mira Danforth, who resigned on Monday, said: “We will wait.”", NO),
    ("Mira Danforth, arrested on Monday, said: “We will wait.”", NO),
    ("On Monday Oskar Brandt resigned, and Mira Danforth called it “a gift.”", NO),
    ("Oskar Brandt resigned on Monday, and Mira Danforth called it “a gift.”", NO),
    ("After Oskar Brandt resigned on Monday, Mira Danforth called it “a gift.”", NO),
    ("Although the ferries stood still on Monday, Mira Danforth said: “We will wait.”", NO),
    ("If the vote is on Monday, Mira Danforth said, “we will wait.”", NO),
    ("In response to the fire on Monday, Mira Danforth said: “We will wait.”", NO),
    ("After the fire on Monday, Mira Danforth said: “We will wait.”", NO),
    ("“We will wait,” Mira Danforth said ahead of Monday's vote.", NO),
    ("“We will wait,” Mira Danforth said before the vote on Monday.", NO),
    # Not yet.
    ("Mira Danforth will tell the council on Friday: “We will wait.”", NO),
    ("“We will wait,” Mira Danforth said. She will speak on Friday.", NO),
    ("Mira Danforth said next Monday's vote was “a gift.”", NO),
    # Another sentence, another matter.
    ("The ferries stood still on Monday. Mira Danforth said: “We will wait.”", NO),
    ("The ferries stood still on Monday.\n\n“We will wait,” Mira Danforth said.", NO),
    ("“We will wait,” Mira Danforth said. The ferries stood still on Monday.", NO),
    ("Oskar Brandt said on Monday it was late. “We will wait,” Mira Danforth said.", NO),
    ("Mira Danforth crossed the bay on Thursday.\n\nFog hid the boats during the crossing, Mira Danforth said. “It was cold.”", NO),
]
GOING_ON = [
    # The same speaker goes on.
    ("“We will wait,” Mira Danforth said on Monday. “It is late.”", MON),
    ("“We will wait,” Mira Danforth said on Monday, “and we will talk.”", MON),
    ("Mira Danforth said on Monday “we will wait” and “we will talk.”", MON),
    ("“We will wait,” Mira Danforth said on Monday. “It is late,” she added.", MON),
    ("“We will wait,” Mira Danforth said on Monday.\n\n“It is late,” she added.", MON),
    ("“We will wait,” Mira Danforth said on Monday.\n\nShe also called the plan “a gift.”", MON),
    ("“We will wait,” Mira Danforth said on Monday.\n\nThe ferries are full.\n\n“It is late,” she said.", MON),
    ("“We will wait,” a senior official said on Monday. “It is late,” the official added.", MON),
    ("Mira Danforth told reporters on Monday: “We will wait,” calling the plan “a gift.”", MON),
    # Another speaker does not, unless it is an answer or the same occasion.
    ("“We will wait,” Mira Danforth said on Monday.\n\n“It is late,” Oskar Brandt said.", (MON, NO)),
    ("“We will wait,” Mira Danforth wrote on Monday.\n\nIn response, Oskar Brandt wrote: “It is late.”", MON),
    ("“We will wait,” Mira Danforth said on Monday.\n\nSitting beside her, Oskar Brandt said: “It is late.”", MON),
    ("“We will wait,” Mira Danforth said on Monday.\n\n“It is late,” Oskar Brandt added.", MON),
    ("“We will wait,” Mira Danforth said on Monday. Danforth was joined by Oskar Brandt. “It is late,” Brandt said.", MON),
    ("“We will wait,” Mira Danforth said on Monday. Danforth was beaten by Oskar Brandt. “It is late,” Brandt said.", (MON, NO)),
    # What is said at all times is not said then.
    ("Mira Danforth said on Monday she would “wait.”\n\nDanforth claims the plan is “a gift.”", (MON, NO)),
    ("Mira Danforth says she will “wait.” Danforth said on Monday the plan was “a gift.”", (NO, MON)),
    # Another time, another place to be heard.
    ("“We will wait,” Mira Danforth said on Monday. “It is late,” she said on Tuesday.", (MON, TUE)),
    ("“We will wait,” Mira Danforth said on Monday. “It is late,” she told the council later that day.", MON),
    ("“We will wait,” Mira Danforth said on Monday. “It is late,” she said the next day.", (MON, TUE)),
    ("“We will wait,” Mira Danforth said on Tuesday. “It is late,” she had said the previous day.", (TUE, MON)),
    ("“We will wait,” Mira Danforth said on Tuesday. “It is late,” she had said the preceding evening.", (TUE, MON)),
    ("“We will wait,” Mira Danforth said on Monday. “It is late,” she said later.", (MON, NO)),
    ("“We will wait,” Mira Danforth said on Monday. She had earlier said: “It is late.”", (MON, NO)),
    ("“We will wait,” Mira Danforth said on Monday. “It is late,” she said in an interview.", (MON, NO)),
    ("“We will wait,” Mira Danforth said on Monday. “It is late,” she told the Velmora Herald.", (MON, NO)),
    ("“We will wait,” Mira Danforth said on Monday.\n\nSpeaking to the Velmora Herald, she said: “It is late.”", (MON, NO)),
    ("“We will wait,” Mira Danforth said on Monday.\n\n“It is late,” she told officials after the speech.", (MON, NO)),
]
OCCASIONS = [
    # The speaker spoke on that day, which is told just before.
    ("Mira Danforth spoke in Lund on Thursday.\n\n“We will wait,” she said.", THU),
    ("At a ceremony in Lund on Thursday, Mira Danforth praised the plan and urged them to talk.\n\n“We will wait,” she said in a speech.", THU),
    ("Mira Danforth announced her resignation on Thursday.\n\n“We will wait,” she said in a video.", THU),
    ("Mira Danforth looked back in an interview on Thursday.\n\n“We will wait,” Danforth said.", THU),
    ("Mira Danforth and Oskar Brandt both yesterday questioned the plan. Brandt called it “a gift.”", TUE),
    ("The ministry defended its plan on Thursday. “We will wait,” said Mira Danforth, a spokeswoman.", THU),
    ("The foreign ministers of Velmora and Harnland met on Thursday.\n\n“We will wait,” said Mira Danforth, the foreign minister of Velmora.", THU),
    ("A senior diplomat said on Thursday the talks were over.\n\n“We will wait,” the diplomat said.", THU),
    # The occasion is named again.
    ("Velmora and Harnland ended their talks on Thursday with a communiqué.\n\nThe communiqué said: “We will wait.”", THU),
    ("Envoys faced the press on Thursday at a press conference.\n\n“We will wait,” Mira Danforth told the press conference.", THU),
    ("Velmora and Harnland signed an agreement on Thursday.\n\n“We will wait,” Mira Danforth said at the signing.", THU),
    ("Oskar Brandt won a race in Lund on Thursday.\n\n“We will wait,” Mira Danforth said after the race.", THU),
    ("The council ruled on Thursday against the ferries.\n\nPart of the council’s statement reads: “We will wait.”", THU),
    ("On Thursday, Mira Danforth of the Law and Order Party (of Lund) declared a plan.\n\n“We will wait,” Danforth said.", THU),
    ("The plan is over, according to Mira Danforth on Thursday. “We will wait,” Danforth said.", THU),
    ("Oskar Brandt was brought to Lund, where Mira Danforth was met with applause on Thursday upon announcing the plan. “We will wait,” Danforth said.", THU),
    ("Speaking in Lund on Thursday, Mira Danforth admitted the delay.\n\n“We will wait,” she said.", THU),
    ("The Herald published an interview with Mira Danforth on Thursday.\n\nShe said the ferries were “full.”", THU),
    ("The May 9 issue of the Herald published an interview with Mira Danforth.\n\nDanforth called the ferries “full.”", THU),
    ("In a letter to the council released on Thursday, Mira Danforth asks for time.\n\n“We will wait,” Danforth wrote in the letter.", THU),
    # What comes behind tells when it was.
    ("Mira Danforth called the plan “a gift.”\n\nHer remarks came on Thursday.", THU),
    ("“We will wait,” Mira Danforth said. The statement was issued on Thursday.", THU),
    ("Mira Danforth called the plan “a gift.”\n\nHer remarks came a year after the fire.\n\nAt a ceremony on Thursday, Danforth praised the port.", THU),
    ("Mira Danforth called the plan “a gift.”\n\nHer remarks came after Oskar Brandt resigned on Thursday.", NO),
    ("Mira Danforth called the plan “a gift.”\n\nA boat came on Thursday.", NO),
    # What somebody does without speaking is no occasion; nor is one of long before, or another one.
    ("Mira Danforth spoke in Lund on Monday.\n\nThe previous day, the Herald found the map.\n\n“We will wait,” she said.", NO),
    ("Mira Danforth crossed the bay on Thursday.\n\n“It is far,” Mira Danforth told the Velmora Herald.\n\n“We will wait,” she said.", NO),
    ("The Herald revealed on Thursday the talks were over. Speaking to Oskar Brandt, Mira Danforth said: “We will wait.”", NO),
    ("The long queues where voters stood on Thursday hurt the town.\n\nThe town was “full,” Mira Danforth said.", NO),
    ("Mira Danforth was born in Lund on May 9.\n\n“We will wait,” she said.", NO),
    ("Mira Danforth spoke in Lund on Thursday.\n\n“We will wait,” she told the Velmora Herald.", NO),
    ("Mira Danforth spoke in Lund on Thursday.\n\n“We will wait,” Oskar Brandt said.", NO),
    ("Mira Danforth spoke in Lund on Thursday.\n\nOn Monday the ferries stood still. “We will wait,” she said.", NO),
    ("Mira Danforth spoke in Lund on Thursday.\n\nOne.\n\nTwo.\n\nThree.\n\n“We will wait,” she said.", NO),
    ("Mira Danforth will speak in Lund on Thursday.\n\n“We will wait,” she said.", NO),
    fails("several speak at one press conference", "Envoys faced the press on Thursday at a press conference.\n\n“We will wait,” Mira Danforth told the press conference.\n\n“It is late,” said Oskar Brandt.", THU),
    ("The court of Lund ruled on Thursday against the ferries.\n\nPart of the judge’s statement reads: “We will wait.”", THU),
    ("Mira Danforth was met with applause on Thursday upon announcing the plan. “We will wait,” Danforth said.", THU),
]
# A text, when it was printed, and the full day of its last quote.
DATELINES = [
    ("LUND, May 3 (Velpress) — “We will wait,” Mira Danforth said on Friday.", "2019-05-06", "2019-05-03"),
    ("LUND, May 3 — “We will wait,” Mira Danforth said on Monday.", "2019-05-06", "2019-04-29"),
    ("LUND, May 3 - “We will wait,” Mira Danforth said yesterday.", "2019-05-06", "2019-05-02"),
    ("LUND, Velmora, Dec. 30 (Velpress) – “We will wait,” Mira Danforth said today.", "2020-01-01", "2019-12-30"),
    ("LUND, May 3, 2017 — “We will wait,” Mira Danforth said today.", None, "2017-05-03"),
    ("LUND, May 3 — “We will wait,” Mira Danforth said today.", None, None),
    ("Monday, January 7, 2019\n\n“We will wait,” Mira Danforth said on Friday.", "2019-01-09", "2019-01-04"),
    ("Monday, January 7, 2019\n\n“We will wait,” Mira Danforth said on Friday.", None, "2019-01-04"),
    ("A Long Wait\n\n7 January 2019\n\n“We will wait,” Mira Danforth said on Friday.", None, "2019-01-04"),
    ("Lund, 7 January 2019\n\n“We will wait,” Mira Danforth said yesterday.", None, "2019-01-06"),
    ("2019-01-07\n\n“We will wait,” Mira Danforth said yesterday.", None, "2019-01-06"),
    ("LUND — “We will wait,” Mira Danforth said on Friday.", "2019-01-07", "2019-01-04"),
    ("LUND, May 3 — “We will wait,” Mira Danforth said.", "2019-05-03", None),  # when it was told, not said
    ("Monday, January 7, 2019\n\n“We will wait,” Mira Danforth said.", "2019-01-07", None),
]
# fmt: on


def days(text: str, published_on: date | None = TODAY) -> list[str | None]:
    quotes = extract(text, published_on=published_on).attributions
    return [None if q.said_on is None else q.said_on.day.isoformat() for q in quotes]


def check(text: str, day: Any) -> None:
    got = [None if found is None else found[5:] for found in days(text)]
    assert got, "no quote"
    assert got == (list(day) if isinstance(day, tuple) else [day] * len(got))


def name(case: Any) -> str:
    return "".join(c if c.isalnum() else " " for c in case)[:70] if isinstance(case, str) else ""


@pytest.mark.parametrize(("text", "day"), TIED, ids=name)
def test_a_day_tied_to_the_saying_is_that_of_the_quote(text: str, day: Any) -> None:
    check(text, day)
    assert {a.said_on.basis for a in extract(text, published_on=TODAY).attributions if a.said_on} == {"words"}


@pytest.mark.parametrize(("text", "day"), NOT_TIED, ids=name)
def test_a_day_of_something_else_is_not(text: str, day: Any) -> None:
    check(text, day)


@pytest.mark.parametrize(("text", "day"), GOING_ON, ids=name)
def test_a_quote_takes_the_day_of_the_one_it_goes_on_with(text: str, day: Any) -> None:
    check(text, day)


@pytest.mark.parametrize(("text", "day"), OCCASIONS, ids=name)
def test_a_quote_has_the_day_of_the_occasion_it_was_said_at(text: str, day: Any) -> None:
    check(text, day)


@pytest.mark.parametrize(("text", "printed", "day"), DATELINES, ids=name)
def test_days_are_counted_from_the_dateline(text: str, printed: str | None, day: str | None) -> None:
    published_on = None if printed is None else date.fromisoformat(printed)
    assert days(text, published_on)[-1] == day


def test_what_goes_on_says_so_and_keeps_the_words() -> None:
    text = "“We will wait,” Mira Danforth said on Monday.\n\n“It is late,” she added."
    first, second = (a.said_on for a in extract(text, published_on=TODAY).attributions)
    assert first is not None
    assert second is not None
    assert (first.basis, second.basis) == ("words", "continues")
    assert first.words == second.words
    assert first.words.of(text) == "on Monday"


def test_the_day_of_printing_alone_is_never_taken() -> None:
    text = "“We will wait,” Mira Danforth said in Lund. “It is late,” Oskar Brandt told reporters."
    assert days(text) == [None, None]


_PIECES = st.sampled_from(
    [
        "“We will wait on Friday,” ", "Mira Danforth ", "said ", "told reporters ", "on Monday", " in Lund ", ", who met ",
        "Oskar Brandt ", "yesterday", ". ", ", ", ": ", "\n\n", "“a gift” ", "that ", "Monday's ", "last week ", "in 2017 ",
        "on March 22, 2017 ", "in a speech ", "at the meeting ", "after the vote ", "she added ", "— ", "May 3 ", "the next day ",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=30).map("".join), st.none() | st.dates())
def test_whatever_is_found_stands_in_the_text_outside_the_words(text: str, published_on: date | None) -> None:
    found: tuple[Attribution, ...] = extract(text, published_on=published_on).attributions
    for quote in found:
        when = quote.said_on
        if when is None:
            continue
        assert 0 <= when.words.start < when.words.end <= len(text)
        assert when.words.of(text).strip() == when.words.of(text)
        assert all(
            when.words.end <= span.start or span.end <= when.words.start for q in found for span in q.content
        )
        if published_on is not None:
            assert when.day.toordinal() <= published_on.toordinal() + 1
