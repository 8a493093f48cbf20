"""Bytes -> text: UTF-8, UTF-16 and UTF-32 by their marks, an older encoding where it can be told."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

import charset_normalizer
import regex

from quotes.errors import ReadError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_COHERENT = 0.5

_ACCENTED_WORD = regex.compile(r"\p{L}*[^\P{L}A-Za-z]\p{L}*")
_ONE_CASE = regex.compile(r"\p{Lu}?\p{Ll}+|\p{Lu}+")
# What curly marks and accents of Mac, DOS and Eastern encodings look like when read as Windows-1252.
_MISPLACED = regex.compile(
    r"[,.?!][ÒÓÔÕ]|\p{L}[‚„]|[\s(]”\w|[¤¦¨¬¯¸ˆ˜ƒ]|[¡¿](?![\p{L}¡¿“])|\p{L}[¡-¶¸-¿×÷‹›•†‡‰™€“”]\p{L}"
)


def open_text(stream: BinaryIO) -> tuple[io.TextIOWrapper, str | None]:
    """Return a seekable file as text, with LF line ends, and the encoding where it had to be detected.

    Raises ReadError for an empty file, a binary one, and one whose encoding can't be told.
    """
    encoding = _encoding(stream)
    stream.seek(0)
    detected = None if encoding.startswith("utf") else encoding
    return io.TextIOWrapper(stream, encoding=encoding, newline=None), detected


def _encoding(stream: BinaryIO) -> str:
    head = stream.read(64)
    if not head:
        raise ReadError("the file is empty")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    for magic, what in _BINARY:
        if head.startswith(magic):
            raise ReadError(f"it is {what}, not text")
    if _is_utf8(stream):
        return "utf-8"
    return _detect(_telling_lines(stream))


def _is_utf8(stream: BinaryIO) -> bool:
    """Read the file through: an old encoding may show itself in the last line only."""
    decoder, is_utf8 = codecs.getincrementaldecoder("utf-8")(), True
    stream.seek(0)
    while True:
        chunk = stream.read(_CHUNK)
        if b"\0" in chunk:
            raise ReadError("it is binary, not text")
        if is_utf8:
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                is_utf8 = False
        if not chunk:
            return is_utf8


def _telling_lines(stream: BinaryIO) -> bytes:
    """Return lines with bytes beyond ASCII: the only ones that tell encodings apart."""
    stream.seek(0)
    lines, size = [], 0
    while size < _SAMPLE and (line := stream.readline(_SAMPLE)):
        if not line.isascii():
            lines.append(line)
            size += len(line)
    return b"".join(lines)


def _detect(sample: bytes) -> str:
    """Name the old encoding of a sample; two that are as likely and differ in what they say are none."""
    replaced = sample.decode("utf-8", errors="replace")
    broken = replaced.count("\ufffd")
    if sum(not character.isascii() for character in replaced) > 2 * broken:
        raise ReadError("it is broken UTF-8: some bytes are no characters; save it anew")
    if _is_western(sample):
        return "cp1252"
    matches = list(charset_normalizer.from_bytes(sample))
    if not matches or matches[0].coherence < _COHERENT or _rivals(matches):
        raise ReadError("it is not UTF-8 and the encoding could not be told; save it as UTF-8")
    return matches[0].encoding


def _rivals(matches: list[charset_normalizer.CharsetMatch]) -> bool:
    best = matches[0]
    return any(
        str(other) != str(best) and other.chaos < best.chaos + 0.02 and other.coherence > best.coherence - 0.2
        for other in matches[1:]
    )


def _is_western(sample: bytes) -> bool:
    """Tell whether bytes are Windows-1252, which Western programs mean by "ANSI".

    A few curly marks in an English text tell a statistical detector nothing, so it is known by its looks:
    marks where marks stand, accented letters within words that are otherwise Latin and in one case.
    """
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return not _MISPLACED.search(text) and all(map(_is_western_word, _ACCENTED_WORD.findall(text)))


def _is_western_word(word: str) -> bool:
    accented = sum(not letter.isascii() for letter in word)
    return bool(_ONE_CASE.fullmatch(word)) and accented <= max(2, len(word) // 2)
