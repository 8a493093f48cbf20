"""From a path or a stream to results."""

import csv
import io
import json
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.ingest import Failed, Note, Read, find_files, read


def texts(source: Path | io.BytesIO, **options: str) -> list[str]:
    return [r.document.text for r in read(source, **options) if isinstance(r, Read)]


def reason(source: Path | io.BytesIO) -> str:
    (failed,) = read(source)
    assert isinstance(failed, Failed)
    return failed.reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(("a.txt", "hello"), ("a.TEXT", "hello"), ("a.md", "hello"), ("a", "hello"), ("a.story", "hello")),
        *(("a.csv", "text\nhello\n"), ("a.tsv", "text\ttitle\nhello\tx\n"), ("a", "title;text\nx;hello\n")),
        *(("a.jsonl", '{"text":"hello"}\n'), ("a.ndjson", '{"text":"hello"}'), ("a", '{"text":"hello"}\n')),
        *(("a.json", '[{"text":"hello"}]'), ("a", '[\n {"text":"hello"}]'), ("a", '{\n"text":"hello"\n}')),
    ],
)
def test_a_file_is_read_by_its_extension_or_else_by_its_first_lines(
    tmp_path: Path, name: str, content: str
) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    assert texts(file) == ["hello"]
    if name == "a":
        assert texts(io.BytesIO(content.encode())) == ["hello"]


@pytest.mark.parametrize(
    "text", ["[Applause] Thank you.", "{Applause} Thanks.", "A text, and a title\n\nMore."]
)
def test_prose_that_begins_like_data_is_text(text: str) -> None:
    assert texts(io.BytesIO(text.encode())) == [text]


def test_a_stream_is_read_by_the_name_it_is_given() -> None:
    assert texts(io.BytesIO(b"text\nhello\n"), name="a.csv") == ["hello"]


def test_xml_is_refused_where_the_reader_has_to_be_guessed() -> None:
    assert "XML" in reason(io.BytesIO(b"\n<?xml version='1.0'?><p>hello"))


def test_a_folder_is_read_in_order_and_what_has_no_reader_is_noted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "Z.csv", ".hidden.txt", ".git/d.txt", "photo.png", "README"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("text\n" + name, "utf-8")
    results = list(read(tmp_path))
    where = [(type(r), Path(r.where.partition(":")[0]).relative_to(tmp_path).as_posix()) for r in results]
    assert where == [
        (Note, "README"),
        *((Read, "Z.csv"), (Read, "a.txt"), (Read, "b.txt")),
        *((Note, "photo.png"), (Read, "sub/c.txt")),
    ]


def test_a_folder_without_a_document_says_so(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"x")
    note, failed = find_files(tmp_path)
    assert note == Note(str(tmp_path / "photo.png"), "passed over, there is no reader for .png")
    assert isinstance(failed, Failed)
    assert failed.reason.startswith("the folder holds no file to read (.txt,")


def test_one_bad_file_of_a_folder_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\0")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.json").write_bytes(b"{")
    (tmp_path / "d.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "e.txt").write_bytes(b"hello")
    *failed, good = read(tmp_path)
    assert [Path(f.where).name for f in failed if isinstance(f, Failed)] == [
        "a.txt",
        "b.txt",
        "c.json",
        "d.txt",
    ]
    assert isinstance(good, Read)


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    assert list(read(tmp_path / "a.txt")) == [Failed(str(tmp_path / "a.txt"), "there is no such file")]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_not_read() -> None:
    assert reason(Path("/dev/zero")) == "it is not a file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", "utf-8")
    file.chmod(0)
    assert reason(file) == "permission denied"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=("café “yes”".encode("cp1252"),))
    writer.start()
    note, result = read(pipe)
    writer.join()
    assert note == Note(str(pipe), "it is not UTF-8; read as cp1252")
    assert isinstance(result, Read)
    assert result.document.text == "café “yes”"


def test_bytes_that_break_off_later_end_the_file_there(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes('{"text": "a"}\n'.encode("utf-16") + b"\x00\xd8")  # half a surrogate pair
    *_, last = read(file)
    assert isinstance(last, Failed)
    assert last.reason == "it is broken: unexpected end of data in utf-16-le; the rest was not read"


def test_progress_counts_every_byte_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + "hello\n" * 5000, "utf-8")
    (tmp_path / "b.txt").write_text("hello", "utf-8")
    told: list[int] = []
    assert len(list(read(tmp_path, advance=told.append))) == 5001
    assert sum(told) == 5 + 6 * 5000 + 5
    assert len(told) > 2


def test_a_stream_stays_open() -> None:
    stream = io.BytesIO(b"hello")
    assert texts(stream) == ["hello"]
    assert not stream.closed


TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1).filter(
    str.strip
)


def as_csv(text: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["text"], [text]])
    return out.getvalue().encode()


@given(TEXTS)
def test_every_text_comes_back_as_it_went_in_but_for_line_ends(text: str) -> None:
    kept = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    # A byte order mark before the text keeps its first characters from being anything else.
    assert texts(io.BytesIO(b"\xef\xbb\xbf" + text.encode()), name="a.txt") == [kept]
    assert texts(io.BytesIO(as_csv(text)), name="a.csv") == [kept]
    assert texts(io.BytesIO(json.dumps({"text": text}).encode()), name="a.jsonl") == [kept]


@given(st.binary(), st.sampled_from(["-", "a.txt", "a.csv", "a.jsonl", "a.json"]))
def test_whatever_the_bytes_are_nothing_raises(data: bytes, name: str) -> None:
    for result in read(io.BytesIO(data), name=name):
        assert isinstance(result, Read | Failed | Note)
