"""Words are looked up: held word for word, nearly, of somebody else, of nobody, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.store.records import ChangeRecord
from quotes.store.verification import verify_words

Make = Callable[..., Any]

HARBOUR = "We will keep the harbour open to every ship, whatever the weather."
BRIEF = "It’s a good day."
FERRY = "The ferry will leave at noon on every day of the week."
NOBODYS = "Nobody here has ever counted the petals on that old tree."


@pytest.fixture
def stocked(session: Session, store: Make, article: Make) -> Session:
    """Return a session in which two have spoken, and somebody unknown."""
    store(
        article((HARBOUR, "Danforth", "Mira Danforth"), (BRIEF, "Danforth", "Mira Danforth"), opening="1. "),
        article((FERRY, "Brandt", "Ola Brandt"), (NOBODYS,), opening="2. "),
        article((HARBOUR, "Danforth", "Mira Danforth"), opening="3. "),
    )
    return session


@pytest.mark.parametrize(
    ("text", "speaker", "verdict", "ids"),
    [
        # word for word: but for case, punctuation and marks, and a part will do
        (HARBOUR, None, "word_for_word", [1]),
        (HARBOUR, "Mira Danforth", "word_for_word", [1]),
        (HARBOUR, "danforth", "word_for_word", [1]),
        ("WE WILL KEEP the harbour open – to every ship; whatever the weather", None, "word_for_word", [1]),
        ("keep the harbour open to every ship", None, "word_for_word", [1]),
        ("the harbour", None, "word_for_word", [1]),
        ("It's a good day", None, "word_for_word", [2]),
        ("good day", "Danforth", "word_for_word", [2]),
        # nearly: most words, five of them in a row
        ("We will keep the harbour open to every vessel, whatever the weather.", None, "nearly", [1]),
        ("We will not keep the harbour open to every ship, whatever the weather.", "Danforth", "nearly", [1]),
        # of another speaker, or of nobody
        (HARBOUR, "Ola Brandt", "other_speaker", [1]),
        ("good day", "Brandt", "other_speaker", [2]),
        ("We will not keep the harbour open to every ship", "Brandt", "other_speaker", [1]),
        (HARBOUR, "Nobody Atall", "other_speaker", [1]),
        (NOBODYS, None, "word_for_word", [4]),
        (NOBODYS, "Danforth", "unattributed", [4]),
        # not held
        ("We will close the harbour to every ship as soon as it rains again.", None, "not_held", []),
        ("harbour the", None, "not_held", []),
        ("good days", None, "not_held", []),
        ("nonesuch", "Danforth", "not_held", []),
        ("said Danforth", None, "not_held", []),
    ],
)
def test_what_is_said_of_words(
    stocked: Session, text: str, speaker: str | None, verdict: str, ids: list[int]
) -> None:
    found = verify_words(stocked, text, speaker)
    assert (found.verdict, [match.quote.id for match in found.matches]) == (verdict, ids)


def test_the_difference_is_shown(stocked: Session) -> None:
    (match,) = verify_words(
        stocked, "We will not keep the harbour open to every vessel, whatever the weather.", "Danforth"
    ).matches
    assert (match.likeness, match.of_speaker, match.quote.text) == ("nearly", True, HARBOUR)
    assert match.changes == (
        ChangeRecord("kept", "We will"),
        ChangeRecord("added", "not"),
        ChangeRecord("kept", "keep the harbour open to every"),
        ChangeRecord("left_out", "ship,"),
        ChangeRecord("added", "vessel,"),
        ChangeRecord("kept", "whatever the weather."),
    )


def test_the_speaker_asked_for_goes_first(stocked: Session, store: Make, article: Make) -> None:
    store(article((HARBOUR.replace("ship", "boat"), "Brandt", "Ola Brandt"), opening="4. "))
    found = verify_words(stocked, HARBOUR, "Ola Brandt")
    assert found.verdict == "nearly"
    assert [(match.of_speaker, match.likeness) for match in found.matches] == [
        (True, "nearly"),
        (False, "word_for_word"),
    ]
    assert [match.of_speaker for match in verify_words(stocked, HARBOUR).matches] == [None, None]


def test_the_speaker_is_found_among_many_who_said_so(session: Session, store: Make, article: Make) -> None:
    words = "Thank you very much for your attention"
    store(*(article((words, f"Speaker Vale{n}", f"Jo Vale{n}"), opening=f"{n}. ") for n in range(60)))
    found = verify_words(session, words, "Jo Vale59")
    assert (found.verdict, found.matches[0].of_speaker) == ("word_for_word", True)
    assert verify_words(session, "very much", "Jo Vale59").matches[0].of_speaker is True
    assert len(found.matches) == 20


@pytest.mark.parametrize(
    ("text", "message"),
    [("?!", "text has no word to look up"), ("a " * 1001, "text has at most 1,000 words, not 1,001")],
)
def test_what_can_not_be_looked_up_is_refused(session: Session, text: str, message: str) -> None:
    with pytest.raises(FilterError, match=message) as caught:
        verify_words(session, text)
    assert caught.value.parameter == "text"


@settings(suppress_health_check=list(HealthCheck))
@given(st.integers(0, 11), st.integers(1, 12), st.sampled_from([None, "Mira Danforth"]))
def test_every_part_of_what_is_held_is_held(
    stocked: Session, start: int, length: int, speaker: str | None
) -> None:
    words = HARBOUR.split()[start : start + length]
    assert verify_words(stocked, " ".join(words), speaker).verdict == "word_for_word"


def test_nothing_is_scanned(stocked: Session) -> None:
    if stocked.get_bind().dialect.name != "sqlite":
        pytest.skip("the plans are those of SQLite")
    made: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        made.append((statement, parameters))

    event.listen(stocked.get_bind(), "before_cursor_execute", note)
    for text in (HARBOUR, BRIEF):
        verify_words(stocked, text)
        verify_words(stocked, text, "Danforth")
    event.remove(stocked.get_bind(), "before_cursor_execute", note)
    connection = stocked.connection()
    plans = [
        row[3]
        for statement, parameters in made
        for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    ]
    assert any("anchors" in plan for plan in plans)
    scans = {plan for plan in plans if plan.startswith("SCAN")}
    assert not {plan for plan in scans if "VIRTUAL TABLE INDEX" not in plan}, scans
