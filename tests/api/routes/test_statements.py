"""One statement, printed in several papers."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes import Attribution, Document, Extraction, Span
from quotes.store.engine import connect, upgrade
from quotes.store.save import save

PRINTED = (
    ("Ostra Herald", date(2026, 3, 15), "The harbour stays open to every ship, whatever the weather"),
    ("Harbour Dispatch", date(2026, 3, 14), "The harbour stays open to every ship … whatever the weather!"),
    ("Pier Post", date(2026, 3, 16), "The harbour stays wide open to every ship, whatever"),
)


@pytest.fixture
def reprinted(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'quotes.db'}")
    upgrade(engine)
    with Session(engine) as session:
        for outlet, day, words in PRINTED:
            text = f"“{words},” said Mira Danforth."
            end = 1 + len(words)
            source = Span(end + 7, end + 20)
            said = Attribution(
                content=(Span(1, end),),
                kind="direct",
                source=source,
                speaker="Mira Danforth",
                speaker_kind="person",
            )
            document = Document(text=text, outlet=outlet, published_on=day)
            save(session, document, Extraction((said,), ()), extractor_version="1")
        session.commit()
    with TestClient(create_app(engine)) as client:
        yield lambda path: client.get(path).json()
    engine.dispose()


def test_a_statement_shows_its_printings_the_first_one_first(reprinted):
    answer = reprinted("/v1/statements/1")
    (found,) = answer["results"]
    assert answer["meta"] == {"count": 1}
    assert found["text"] == PRINTED[1][2]
    assert found["speaker"] == {"id": 1, "name": "Mira Danforth", "kind": "person"}
    assert (found["quotes"], found["documents"]) == (3, 3)
    assert found["outlets"] == ["Harbour Dispatch", "Ostra Herald", "Pier Post"]
    assert (found["first_published_on"], found["last_published_on"]) == ("2026-03-14", "2026-03-16")
    assert [(one["id"], one["wording"], one["document"]["outlet"]) for one in found["occurrences"]] == [
        (2, 0, "Harbour Dispatch"),
        (1, 0, "Ostra Herald"),
        (3, 1, "Pier Post"),
    ]


def test_a_statement_shows_where_the_wordings_differ(reprinted):
    usual, other = reprinted("/v1/statements/1")["results"][0]["wordings"]
    assert usual == {"text": PRINTED[1][2], "quotes": 2, "changes": []}
    assert other == {
        "text": PRINTED[2][2],
        "quotes": 1,
        "changes": [
            {"kind": "kept", "text": "The harbour stays"},
            {"kind": "added", "text": "wide"},
            {"kind": "kept", "text": "open to every ship, whatever"},
            {"kind": "left_out", "text": "the weather!"},
        ],
    }


def test_every_quote_names_its_statement(reprinted):
    found = reprinted("/v1/quotes?statement_id=1")
    assert [one["statement"] for one in found["results"]] == [{"id": 1, "quotes": 3}] * 3
    assert found["meta"]["filter"] == {"statement_id": "1"}
    assert reprinted("/v1/quotes?statement_id=2")["meta"]["count"] == 0


def test_there_is_no_other(refusal):
    assert refusal("/v1/statements/999")["detail"] == "there is no statement 999"
