"""What a name is made of, and who a description with a name in it is: the speaker of the last quote."""

from __future__ import annotations

import pytest

from quotes import extract

NICKNAMES = [
    ("Earl “Tank” Danforth spoke. “We will wait,” Danforth said.", "Earl “Tank” Danforth"),
    ("Earl “Tank” Danforth spoke. “We will wait,” Tank Danforth said.", "Earl “Tank” Danforth"),
    (
        "Tank Danforth spoke. Earl “Tank” Danforth left. “We will wait,” Danforth said.",
        "Earl “Tank” Danforth",
    ),
    ('“We will wait,” said rebel commander Oskar "The Ox" Brandt.', "Oskar “Ox” Brandt"),
    ("“We will wait,” said Rep. Oskar T. “the Ox” Brandt (Lund).", "Oskar T. “Ox” Brandt"),
    ("“We will wait,” said Robert (Ox) Brandt.", "Robert “Ox” Brandt"),
    ("LUND (AP) Brandt said it was “over”.", "Brandt"),
]


@pytest.mark.parametrize(("text", "speaker"), NICKNAMES)
def test_a_nickname_parts_no_name(text: str, speaker: str | None) -> None:
    assert extract(text).attributions[-1].speaker == speaker
