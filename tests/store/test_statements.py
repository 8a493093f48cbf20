"""What is one statement in the store: the same whatever the order in which documents come and go."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes import Document, Extraction, extract
from quotes.errors import NotFoundError
from quotes.store.decisions import merge, undo
from quotes.store.filters import QuoteFilter
from quotes.store.models import anchors, documents, quotes, statements, wordings
from quotes.store.queries import select_quotes, select_speakers
from quotes.store.removal import remove_document
from quotes.store.save import save, save_all
from quotes.store.statements import get_statement

Make = Callable[..., Any]
Fresh = Callable[[], AbstractContextManager[Session]]
PROPERTY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
DAY = date(2031, 5, 4)
HARBOUR = "We will keep the harbour open to every ship that comes in peace"
CUT = "We will keep the harbour open to every ship"


def parts(session: Session) -> set[frozenset[tuple[str, int]]]:
    """Return the statements, each as its printings: the document and where it stands there."""
    found: dict[int, set[tuple[str, int]]] = {}
    where = select(quotes.c.statement_id, documents.c.sha256, quotes.c.start)
    for row in session.execute(where.join(documents, documents.c.id == quotes.c.document_id)):
        found.setdefault(row.statement_id, set()).add((row.sha256, row.start))
    return set(map(frozenset, found.values()))


def check(session: Session) -> None:
    """Raise unless the rows about statements agree with the quotes, and there are no others."""
    for of_quote, table in ((quotes.c.wording_id, wordings), (quotes.c.statement_id, statements)):
        counted = session.execute(select(of_quote, func.count()).group_by(of_quote))
        kept = session.execute(select(table.c.id, table.c.quotes))
        assert {row[0]: row[1] for row in counted} == {row[0]: row[1] for row in kept}
    columns = quotes.c.speaker_id, quotes.c.statement_id, wordings.c.words
    joined = select(*columns, wordings.c.speaker_id.label("of"), wordings.c.statement_id.label("statement"))
    for row in session.execute(joined.join(wordings, wordings.c.id == quotes.c.wording_id)):
        assert row.of == (row.speaker_id or 0) or not row.words
        assert row.statement_id == row.statement
    counts = select(anchors.c.wording_id, func.count()).group_by(anchors.c.wording_id)
    anchored = {row[0]: row[1] for row in session.execute(counts)}
    runs = {row.id: _runs(row.words.split()) for row in session.execute(select(wordings))}
    assert anchored == {id_: count for id_, count in runs.items() if count}


def _runs(words: list[str]) -> int:
    return len({tuple(words[at : at + 5]) for at in range(len(words) - 4)}) if len(words) >= 6 else 0


WORDS = (
    HARBOUR,
    CUT,
    "we will keep the harbour open to every ship that comes in peace!",
    "keep the harbour open to every ship that comes",
    "We will keep the harbour, as we always have, open to every ship that comes in peace",
    "every ship that comes in peace may stay as long as it likes",
    "may stay as long as it likes and longer",
    "No comment.",
    "no comment",
)
SPEAKERS = (("Vale", "Jo Vale"), ("Danforth", "Mira Danforth"), ("an official", None), (None, None))
printed = st.tuples(st.sampled_from(WORDS), st.sampled_from(SPEAKERS))
said_in_one = st.lists(printed, min_size=1, max_size=3)
printings = st.lists(st.tuples(said_in_one, st.integers(0, 20) | st.none()), min_size=1, max_size=6)


def written(article: Make, drawn: Iterable[Any]) -> list[Any]:
    """Write the articles drawn, no two with one text."""
    return [
        article(
            *((words, *(name for name in who if name)) for words, who in said),
            opening=f"{number}. ",
            published_on=None if days is None else DAY + timedelta(days),
        )
        for number, (said, days) in enumerate(drawn)
    ]


def read(session: Session, *articles: Any, version: str = "1") -> list[int]:
    saved = [save(session, one.document, one.extraction, extractor_version=version) for one in articles]
    return [one.document_id for one in saved]


class TestTheOrder:
    @PROPERTY
    @given(drawn=printings, data=st.data())
    def test_of_documents_that_come_and_go_changes_nothing(
        self, fresh: Fresh, article: Make, drawn: Any, data: st.DataObject
    ) -> None:
        articles = written(article, drawn)
        kept = {number for number in range(len(articles)) if data.draw(st.booleans())}
        with fresh() as session:
            read(session, *(articles[number] for number in sorted(kept)))
            check(session)
            afresh = parts(session)
        with fresh() as session:
            there: dict[int, int] = {}
            for number in data.draw(st.permutations(range(len(articles)))):
                (there[number],) = read(session, articles[number])
                for gone in [one for one in there if one not in kept and data.draw(st.booleans())]:
                    remove_document(session, there.pop(gone))
                    check(session)
            for gone in there.keys() - kept:
                remove_document(session, there[gone])
            check(session)
            assert parts(session) == afresh

    @PROPERTY
    @given(drawn=printings, data=st.data())
    def test_and_what_another_version_finds_changes_nothing(
        self, fresh: Fresh, article: Make, drawn: Any, data: st.DataObject
    ) -> None:
        later = []
        for one in (articles := written(article, drawn)):
            found = tuple(each for each in one.extraction.attributions if data.draw(st.booleans()))
            later.append((one.document, Extraction(found, ())))
        with fresh() as session:
            save_all(session, later, extractor_version="2")
            afresh = parts(session)
        with fresh() as session:
            read(session, *articles)
            save_all(session, later[::-1], extractor_version="2")
            check(session)
            assert parts(session) == afresh

    @pytest.mark.thorough
    @pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpora are not here")
    def test_of_real_news_changes_nothing(self, fresh: Fresh) -> None:
        found = []
        for name in ("wikinews/2019.json", "seeds/gold.json"):
            for one in json.loads((CORPUS / name).read_text("utf-8")):
                text, day = one["text"], one.get("published")
                # reprints: the same article with another ending, and its last two thirds
                for copy in (text, f"{text}\n", text[len(text) // 3 :]):
                    on = date.fromisoformat(day[:10]) if day else None
                    found.append((Document(text=copy, published_on=on), extract(copy, published_on=on)))
        seen = []
        for seed in (1, 2):
            with fresh() as session:
                shuffled = random.Random(seed).sample(found, len(found))  # noqa: S311  # no secret
                for start in range(0, len(found), 50):
                    save_all(session, shuffled[start : start + 50], extractor_version="1")
                check(session)
                seen.append(parts(session))
        assert seen[0] == seen[1]
        assert any(len(one) >= 3 for one in seen[0])


class TestChanges:
    def test_a_reprint_changes_only_the_counts(self, session: Session, article: Make) -> None:
        first, second = (article((HARBOUR, "Vale", "Jo Vale"), opening=opening) for opening in "ab")
        read(session, first)
        (before,) = select_quotes(session, QuoteFilter()).results
        read(session, second)
        after = {one.statement.id for one in select_quotes(session, QuoteFilter()).results}
        assert after == {before.statement.id}
        assert session.scalar(select(func.count()).select_from(wordings)) == 1

    def test_reading_again_keeps_the_ids(self, session: Session, article: Make) -> None:
        articles = [
            article((words, "Vale", "Jo Vale"), opening=f"{number}.") for number, words in enumerate(WORDS)
        ]
        read(session, *articles)
        before = {one.id: one.statement.id for one in select_quotes(session, QuoteFilter()).results}
        read(session, *articles, version="2")
        assert {one.id: one.statement.id for one in select_quotes(session, QuoteFilter()).results} == before

    def test_a_document_between_two_joins_them_and_parts_them_when_it_goes(
        self, session: Session, article: Make
    ) -> None:
        ends = "We will keep the harbour open", "to every ship that comes in peace"
        read(session, *(article((words, "Vale", "Jo Vale")) for words in ends))
        assert len(parts(session)) == 2
        (whole,) = read(session, article((HARBOUR, "Vale", "Jo Vale")))
        assert len(parts(session)) == 1
        remove_document(session, whole)
        assert len(parts(session)) == 2
        check(session)

    def test_words_of_nobody_are_the_one_speakers_and_no_ones_if_there_are_two(
        self, session: Session, article: Make
    ) -> None:
        read(session, article((HARBOUR,)), article((CUT, "Vale", "Jo Vale")))
        assert len(parts(session)) == 1
        (other,) = read(session, article((CUT, "Danforth", "Mira Danforth")))
        assert len(parts(session)) == 3
        remove_document(session, other)
        assert len(parts(session)) == 1
        check(session)

    def test_speakers_who_turn_out_to_be_one_have_said_the_same(
        self, session: Session, article: Make
    ) -> None:
        read(session, article((HARBOUR, "Vale", "Jo Vale")), article((CUT, "Danforth", "Mira Danforth")))
        assert len(parts(session)) == 2
        merge(session, *(one.id for one in select_speakers(session).results))
        assert len(parts(session)) == 1
        check(session)
        undo(session)
        assert len(parts(session)) == 2
        check(session)

    @pytest.mark.parametrize("number", [0, 1, 2**70])
    def test_a_document_that_is_not_there_cannot_be_removed(self, session: Session, number: int) -> None:
        with pytest.raises(NotFoundError, match=f"no document {number}"):
            remove_document(session, number)

    def test_nothing_is_left_of_a_document_that_was_alone(
        self, session: Session, article: Make, contents: Make
    ) -> None:
        before = contents()
        (one,) = read(session, article((HARBOUR, "Vale", "Jo Vale"), ("Yes.",), outlet="Herald"))
        remove_document(session, one)
        left = contents()
        gone = {(stone.noun, stone.id): stone.why for stone in left["tombstones"]}
        assert left | {"tombstones": []} == before
        assert sorted({noun for noun, _ in gone}) == ["document", "quote", "speaker", "statement"]
        assert gone["document", one] == "removed"


class TestAStatement:
    @pytest.fixture
    def stored(self, session: Session, article: Make) -> Any:
        who = ("Vale", "Jo Vale")
        read(
            session,
            article((CUT, *who), outlet="Herald", published_on=DAY + timedelta(2)),
            article((HARBOUR, *who), outlet="Dispatch", published_on=DAY),
            article((HARBOUR.upper() + "!", *who), outlet="Herald", published_on=DAY + timedelta(1)),
            article((f"{HARBOUR}.", *who)),
        )
        (statement,) = {one.statement.id for one in select_quotes(session, QuoteFilter()).results}
        return get_statement(session, statement)

    def test_shows_where_and_when_it_was_printed(self, stored: Any) -> None:
        assert (stored.quotes, stored.documents, stored.outlets) == (4, 4, ("Dispatch", "Herald"))
        assert (stored.first_published_on, stored.last_published_on) == (DAY, DAY + timedelta(2))
        days = [one.document.published_on for one in stored.occurrences]
        assert days == [DAY, DAY + timedelta(1), DAY + timedelta(2), None]
        assert stored.speaker.name == "Jo Vale"

    def test_shows_how_wordings_differ_from_the_usual_one(self, stored: Any) -> None:
        usual, cut = stored.wordings
        assert (usual.text, usual.quotes, usual.changes, stored.text) == (HARBOUR, 3, (), HARBOUR)
        assert (cut.text, cut.quotes) == (CUT, 1)
        changed = [(one.kind, one.text) for one in cut.changes]
        assert changed == [("kept", CUT), ("left_out", "that comes in peace")]
        assert [one.wording for one in stored.occurrences] == [0, 0, 1, 0]

    def test_narrows_a_search(self, session: Session, stored: Any) -> None:
        assert select_quotes(session, QuoteFilter(statement_id=stored.id)).count == 4
        assert select_quotes(session, QuoteFilter(statement_id=stored.id + 1)).count == 0

    @pytest.mark.parametrize("number", [0, -1, 999, 2**70])
    def test_that_is_not_there(self, session: Session, number: int) -> None:
        with pytest.raises(NotFoundError, match=f"no statement {number}"):
            get_statement(session, number)
