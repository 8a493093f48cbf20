"""Which bytes are text, and in which encoding."""

import codecs
import io

import pytest

from quotes.errors import ReadError
from quotes.ingest.encodings import open_text

TEXT = "“We’ll talk – soon…,” said Zoë Brandt at the café.\n"
RUSSIAN = "Министр сказал, что переговоры продолжатся в среду, сообщает агентство."


def decoded(data: bytes) -> tuple[str, str | None]:
    stream, detected = open_text(io.BytesIO(data))
    return stream.read(), detected


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
    ids=["plain", "marked", "utf-16", "utf-16-be", "utf-32"],
)
def test_unicode_is_read_by_its_mark_and_utf8_without_one(data: bytes) -> None:
    assert decoded(data) == (TEXT, None)


def test_line_ends_become_lf() -> None:
    assert decoded(b"a\r\nb\rc\nd")[0] == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "cp1252"),
        ("Mira said “yes”.", "cp1252"),
        ("naïve", "cp1252"),
        ("naïve", "latin-1"),
        ("été à Paris", "cp1252"),
        ("Wir müssen reden, sagte Größe. „Ja“, sagte er.", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_an_older_encoding_is_detected_and_named(text: str, encoding: str) -> None:
    read, detected = decoded(text.encode(encoding))
    assert read == text
    assert detected is not None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "mac_roman"),
        ("naïve", "mac_roman"),
        ("naïve", "cp850"),
        ("The café was shut.", "cp437"),
        ("Mira said “yes”.", "mac_roman"),
        ("Mira said “yes”.", "shift_jis"),
        ("Mira said “yes”.", "gb18030"),
        ("Мира, she said", "cp1251"),
    ],
)
def test_what_could_be_several_encodings_is_refused_by_name(text: str, encoding: str) -> None:
    with pytest.raises(ReadError, match="not UTF-8 and the encoding could not be told"):
        decoded(text.encode(encoding))


def test_one_old_line_at_the_end_of_a_long_file_counts() -> None:
    long = "An ordinary line.\n" * 200_000
    assert decoded((long + TEXT).encode("cp1252")) == (long + TEXT, "cp1252")


def test_a_character_cut_by_the_reading_window_is_still_utf8() -> None:
    text = "a" * ((1 << 20) - 1) + "é"
    assert decoded(text.encode()) == (text, None)


def test_utf8_that_breaks_off_is_refused() -> None:
    with pytest.raises(ReadError, match="broken UTF-8"):
        decoded(("“" + RUSSIAN).encode()[:-2])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 text", "a PDF file"),
        (b"PK\x03\x04rest", "ZIP, Word or Excel"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x1f\x8b\x08rest", "compressed"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"text" * 400_000 + b"\0", "binary"),
        (TEXT.encode("utf-16-le"), "binary"),  # without its mark
    ],
    ids=["empty", "pdf", "zip", "rtf", "gzip", "png", "late NUL", "unmarked utf-16"],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        decoded(data)
