"""Snapshots: all there is in files that can be checked, and what has changed since one."""

from __future__ import annotations

import json

import pytest
from sqlalchemy.orm import Session

from quotes.errors import ReadError
from quotes.export.snapshots import check_snapshot, write_snapshot
from quotes.store.correcting import Change
from quotes.store.corrections import correct, undo
from quotes.store.opening import set_open
from quotes.store.queries import get_quote
from quotes.store.records import SpeakerValue
from quotes.store.removal import remove_document
from quotes.store.save import save

from .awkward import AWKWARD

NOUNS = ("quotes", "speakers", "documents", "statements", "corrections", "tombstones")


@pytest.fixture
def filled(engine):
    with Session(engine) as session:
        for one in AWKWARD[:12]:
            save(session, *one.saved_as(), extractor_version="1")
        session.commit()
    return engine


def snapshot(engine, folder, since=None, **how):
    with Session(engine) as session:
        return write_snapshot(session, folder, since, **how)[0]


def rows(folder, noun):
    return [json.loads(line) for line in (folder / f"{noun}.jsonl").read_text("utf-8").split("\n")[:-1]]


def test_it_holds_all_there_is(filled, tmp_path):
    made = snapshot(filled, tmp_path)
    quotes = rows(made, "quotes")
    assert [quote["id"] for quote in quotes] == list(range(1, 13))
    with Session(filled) as session:
        assert quotes[3]["text"] == get_quote(session, 4).text
    assert [document["text"] for document in rows(made, "documents")] == [None] * 12
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    files = {one["name"]: one["rows"] for one in manifest.pop("files")}
    assert {name: files[f"{name}.jsonl"] for name in NOUNS} == {
        "quotes": 12, "speakers": len(rows(made, "speakers")), "documents": 12,
        "statements": len(rows(made, "statements")), "corrections": 0, "tombstones": 0,
    }  # fmt: skip
    assert set(manifest) == {"snapshot", "made_at", "since", "version", "extractor_version", "revision"}
    assert {path.name for path in made.iterdir()} == {*files, "manifest.json"}


def test_texts_are_those_of_open_documents(filled, tmp_path):
    with Session(filled) as session:
        set_open(session, [2], is_open=True)
        session.commit()
    texts = [document["text"] for document in rows(snapshot(filled, tmp_path), "documents")]
    assert texts == [None, AWKWARD[1].text, *[None] * 10]


def test_each_file_has_its_schema(filled, tmp_path):
    made = snapshot(filled, tmp_path)
    for noun in NOUNS:
        schema = json.loads((made / f"{noun}.schema.json").read_text("utf-8"))
        for row in rows(made, noun):
            assert set(row) == set(schema["properties"])


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda file: file.unlink(), "is missing"),
        (lambda file: file.write_bytes(file.read_bytes()[:-9]), "was cut or changed"),
        (lambda file: file.write_bytes(file.read_bytes().replace(b"said", b"sald", 1)), "SHA-256"),
    ],
    ids=["missing", "cut", "changed"],
)
def test_harm_is_noticed(filled, tmp_path, harm, said):
    made = snapshot(filled, tmp_path)
    assert {one.name for one in check_snapshot(made)} >= {"quotes.jsonl"}
    harm(made / "quotes.jsonl")
    with pytest.raises(ReadError, match=said):
        check_snapshot(made)


def test_another_folder_is_none(tmp_path):
    with pytest.raises(ReadError, match="is no snapshot"):
        check_snapshot(tmp_path)


def _correct(session):
    correct(session, 2, Change("speaker", SpeakerValue("Ola Brandt", "person")), by="Ana", why="I saw")
    correct(session, 3, Change("quote", False), by="Ana", why="a sign")


CHANGES = {
    "nothing": lambda _session: None,
    "a document more": lambda session: save(session, *AWKWARD[20].saved_as(), extractor_version="1"),
    "a document less": lambda session: remove_document(session, 1),
    "a document read again": lambda session: save(session, *AWKWARD[0].saved_as(), extractor_version="2"),
    "corrections": _correct,
    "a text that is open": lambda session: set_open(session, [4], is_open=True),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_was_and_what_has_changed_make_what_is(filled, tmp_path, change):
    before = snapshot(filled, tmp_path / "before")
    with Session(filled) as session:
        change(session)
        session.commit()
    now, changes = snapshot(filled, tmp_path / "now"), snapshot(filled, tmp_path / "changes", before)
    check_snapshot(changes)
    gone = {(one["noun"], one["id"]) for one in rows(changes, "gone")}
    for noun in NOUNS:
        merged = {key(row): row for row in rows(before, noun)}
        changed = {key(row): row for row in rows(changes, noun)}
        assert all(merged.get(key_) != row for key_, row in changed.items())
        merged |= changed
        for id_ in [id_ for of, id_ in gone if of == noun]:
            assert merged.pop(("", id_))
        assert [merged[key_] for key_ in sorted(merged)] == rows(now, noun)
    buried = {(one["noun"], one["id"]) for one in rows(changes, "tombstones")}
    assert {(noun, id_) for noun, id_ in gone if noun != "corrections"} == {
        (f"{noun}s", id_) for noun, id_ in buried
    }


def key(row):
    return row.get("noun", ""), row["id"]


def test_who_is_there_again_has_no_tombstone(filled, tmp_path):
    with Session(filled) as session:
        correct(session, 3, Change("quote", False), by="Ana", why="a sign")
        session.commit()
    before = snapshot(filled, tmp_path)
    assert [one["why"] for one in rows(before, "tombstones") if one["noun"] == "quote"] == ["corrected"]
    with Session(filled) as session:
        undo(session, 1, by="Ola")
        session.commit()
    changes = snapshot(filled, tmp_path, before)
    assert [one["id"] for one in rows(changes, "quotes")] == [3]
    assert rows(changes, "tombstones") == []
    assert {one["noun"] for one in rows(changes, "gone")} == set()


def test_statements_are_there_with_their_printings(filled, tmp_path):
    made = snapshot(filled, tmp_path)
    of_quotes = {quote["id"]: quote["statement"]["id"] for quote in rows(made, "quotes")}
    found = {
        one["id"]: statement["id"]
        for statement in rows(made, "statements")
        for one in statement["occurrences"]
    }
    assert found == of_quotes


def test_a_snapshot_from_before_there_were_statements_is_taken(filled, tmp_path):
    before = snapshot(filled, tmp_path)
    manifest = json.loads((before / "manifest.json").read_text("utf-8"))
    for one in [one for one in manifest["files"] if one["name"].startswith(("statements", "tombstones"))]:
        manifest["files"].remove(one)
        (before / one["name"]).unlink()
    (before / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    changes = snapshot(filled, tmp_path, before)
    assert rows(changes, "statements") == rows(snapshot(filled, tmp_path), "statements") != []
    assert rows(changes, "quotes") == []


@pytest.mark.parametrize("changed", [False, True])
def test_a_table_stands_beside_each_file(filled, tmp_path, changed):
    parquet = pytest.importorskip("pyarrow.parquet")
    since = snapshot(filled, tmp_path) if changed else None
    with Session(filled) as session:
        _correct(session)
        session.commit()
    made = snapshot(filled, tmp_path, since, parquet=True, base="https://q.example")
    names = {one.name for one in check_snapshot(made)}
    for noun in (*NOUNS, *(["gone"] if changed else [])):
        assert {f"{noun}.jsonl", f"{noun}.parquet", f"{noun}.schema.json"} <= names
        assert parquet.read_table(made / f"{noun}.parquet")["id"].to_pylist() == [
            row["id"] for row in rows(made, noun)
        ]
    links = parquet.read_table(made / "quotes.parquet")["permalink"].to_pylist()
    assert links == [f"https://q.example{row['permalink']}" for row in rows(made, "quotes")]


def test_changes_since_changes_are_refused(filled, tmp_path):
    changes = snapshot(filled, tmp_path, snapshot(filled, tmp_path))
    with pytest.raises(ReadError, match="has only changes"):
        snapshot(filled, tmp_path, changes)


def test_nothing_is_left_of_one_that_fails(filled, tmp_path, monkeypatch):
    monkeypatch.setattr("quotes.export.snapshots.all_of", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        snapshot(filled, tmp_path / "s")
    assert list((tmp_path / "s").iterdir()) == []
