"""What a quote's own words, and whoever wrote or heard them, tell about the day on which they were said."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from datetime import date

import pytest

from quotes import extract

PRINTED = date(2019, 5, 15)  # a Wednesday
TUE, THU = date(2019, 5, 14), date(2019, 5, 9)

# fmt: off
# A text and the day of its last quote.
CASES = [
    # What was done “today” is told of with its day, in the same words.
    ("Mira Danforth signed the Velmora Harbour Protection Act on Thursday.\n\nThe ferries stood still.\n\n“Today I signed the Velmora Harbour Protection Act,” Oskar Brandt's office said she wrote.", THU),
    ("The Court of Harnland found the closing of the northern harbour unlawful on Thursday.\n\n“Today's Court finding on the northern harbour is clear: it was unlawful,” Oskar Brandt said.", THU),
    ("A ferry sank near Lund harbour in heavy northern wind on Thursday.\n\n“We were called to the northern harbour of Lund this morning in heavy wind,” Oskar Brandt said.", THU),
    ("A ferry sank near Lund harbour in heavy northern wind on Thursday.\n\n“We were called to the northern harbour of Lund in heavy wind,” Oskar Brandt said.", None),
    ("A ferry sank near Lund harbour in heavy northern wind on Thursday.\n\n“Children today have no time for boats,” Oskar Brandt said.", None),
    # Who says “I announce” does it then.
    ("The old keeper has died, according to Mira Danforth on Thursday.\n\nOne.\n\nTwo.\n\nThree.\n\n“With great sorrow I announce the death of the keeper,” Danforth wrote.", THU),
    ("The old keeper has died, according to Mira Danforth on Thursday.\n\nOne.\n\nTwo.\n\nThree.\n\n“He was a friend,” Danforth wrote.", None),
    # What researchers write is said when it comes out.
    ("In findings published on Thursday in the Harbour Journal, researchers from Lund reported a new current.\n\nOne.\n\nTwo.\n\nThree.\n\nThe researchers call it “a slow river.”", THU),
    ("In findings published on Thursday in the Harbour Journal, researchers from Lund reported a new current.\n\nThe researchers went to the bay. They wrote: “It is a slow river.”", THU),
    ("Mira Danforth, author of a study published in the Harbour Journal on Thursday, praised the bay.\n\nOne.\n\nTwo.\n\nThe team wrote that it is “a slow river.”", THU),
    ("In findings published on Thursday in the Harbour Journal, researchers from Lund reported a new current.\n\nOne.\n\nTwo.\n\nThree.\n\nThe fishermen call it “a slow river.”", None),
    ("Researchers from Lund met on Thursday in the harbour.\n\nOne.\n\nTwo.\n\nThree.\n\nThe team wrote that it is “a slow river.”", None),
    # Those who hear it have come for what is told of.
    ("On Thursday, hundreds turned out to watch the opening of the harbour.\n\n“We will wait,” Mira Danforth told those gathered to watch the opening.", THU),
    ("A crowd filled the harbour on Thursday.\n\n“We will wait,” Mira Danforth told the crowd.", THU),
    ("On Thursday the ferries stood still.\n\n“We will wait,” Mira Danforth told the crowd.", None),
    ("A crowd filled the harbour on Thursday.\n\n“We will wait,” Mira Danforth told the council.", None),
    # Who has arrived has done what is told of.
    ("Mira Danforth crossed the bay on Thursday.\n\nUpon arrival, Danforth told reporters: “We will wait.”", THU),
    ("Oskar Brandt crossed the bay on Thursday.\n\nUpon arrival, Mira Danforth told reporters: “We will wait.”", None),
    pytest.param("Hundreds marched in Lund on Thursday.\n\nThere were several speakers at the rally, including Mira Danforth.\n\nDanforth called the plan “a gift.”", THU, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason="a rally is told of as a march")),
    pytest.param("Oskar Brandt was sentenced in Lund on Thursday. He was sentenced by Judge Mira Danforth to three years. Danforth called it “a warning.”", THU, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason="who does it is named in a second sentence")),
]
# fmt: on


@pytest.mark.parametrize(("text", "day"), CASES)
def test_the_words_and_their_introduction_tell_the_day(text: str, day: date | None) -> None:
    said = extract(text, published_on=PRINTED).attributions[-1].said_on
    assert (None if said is None else said.day) == day
