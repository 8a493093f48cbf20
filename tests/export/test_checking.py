"""A whole file is told from one that was cut, wherever it was."""

from __future__ import annotations

import pytest

from quotes.errors import FilterError, ReadError
from quotes.export.checking import check_file
from quotes.export.formats import FORMATS

from .conftest import BASE

CHECKED = ("csv", "jsonl", "parquet")


@pytest.fixture(params=CHECKED)
def name(request):
    return request.param


@pytest.fixture
def file(name, quotes, tmp_path):
    path = tmp_path / f"a.{name}"
    path.write_bytes(b"".join(FORMATS[name].write(quotes, BASE)))
    return path


def test_a_whole_file_has_all(file, name, quotes):
    assert check_file(file, name) == len(quotes)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_part_of_one_is_none(file, name, share):
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ReadError, match="was cut"):
        check_file(file, name)


@pytest.mark.parametrize("end", [-1, -2, -20])
def test_nor_is_one_that_lacks_its_last_characters(file, name, end):
    file.write_bytes(file.read_bytes()[:end])
    with pytest.raises(ReadError, match="was cut"):
        check_file(file, name)


@pytest.mark.parametrize("name", ["jsonl"])
def test_nor_is_one_that_was_cut_between_lines(file, name):
    lines = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join([*lines[:3], b""]))
    with pytest.raises(ReadError, match=f"was cut: it has 3 of {len(lines) - 1} quotes"):
        check_file(file, name)
    file.write_bytes(b"\n".join([lines[0], *lines[2:]]))
    with pytest.raises(ReadError, match="lacks line 2"):
        check_file(file, name)


def test_a_file_of_none_has_none(name, tmp_path):
    (tmp_path / "a").write_bytes(b"".join(FORMATS[name].write([], BASE)))
    assert check_file(tmp_path / "a", name) == 0


def test_another_file_is_none_of_quotes(name, tmp_path):
    (tmp_path / "a").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(ReadError, match=f"was cut, or is no {name} of quotes"):
        check_file(tmp_path / "a", name)


def test_one_that_is_not_there_is_named(name, tmp_path):
    with pytest.raises(ReadError, match="can't be read: No such file"):
        check_file(tmp_path / "a", name)


def test_other_formats_do_not_say_how_many_they_have(tmp_path):
    with pytest.raises(FilterError, match="only csv, jsonl, parquet files can be checked, not bib"):
        check_file(tmp_path / "a.bib", "bib")
