"""Plain text -> documents: front matter in front, or several articles one after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, TextIO

import regex
import yaml

from quotes.errors import ReadError
from quotes.ingest.fields import NAMES, named, to_document
from quotes.ingest.results import MAX_CHARACTERS, Failed, Read, Result

_FRONT_MATTER = regex.compile(r"\s*---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", regex.M | regex.S)
_BLANK_LINES = regex.compile(r"(?:[^\S\n]*\n)+")


class Article(NamedTuple):
    """One of the articles of a file: its first line, counted from 1, its title where it is told, its text."""

    line: int
    title: str | None
    text: str


def read_text(stream: TextIO, name: str) -> Iterator[Result]:
    """Yield the document of a text file, or each of its articles where it holds several."""
    text = stream.read(MAX_CHARACTERS + 1)
    if len(text) > MAX_CHARACTERS:
        raise ReadError(
            f"the file has more than {MAX_CHARACTERS:,} characters, the most a text file may have"
        )
    fields, body = split_front_matter(text)
    if fields:
        yield Read(name, to_document(body, fields))
        return
    articles = split_articles(text)
    for article in articles:
        where = f"{name}:{article.line}" if len(articles) > 1 else name
        try:
            yield Read(where, to_document(article.text, {"title": article.title}))
        except ReadError as error:
            yield Failed(where, str(error))


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return the fields between two `---` lines at the top, and the text below them.

    No fields and the whole text where there are none: dashes alone do not make front matter, a field
    with a known name does. Blank lines between front matter and text belong to neither.
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        # The base loader leaves every value as written: `2025-02-30` and `No` stay words.
        loaded = yaml.load(found["yaml"], Loader=yaml.BaseLoader)  # noqa: S506 (makes no objects)
    except yaml.YAMLError as error:
        if not any(line.partition(":")[0].strip().lower() in NAMES for line in found["yaml"].splitlines()):
            return {}, text
        raise ReadError(f"the front matter is not YAML{_place(error)}") from error
    fields = named({str(key): value for key, value in loaded.items()}) if isinstance(loaded, dict) else {}
    if not fields.keys() & NAMES:
        return {}, text
    blank = _BLANK_LINES.match(text, found.end())
    return fields, text[blank.end() if blank else found.end() :]


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f" (line {mark.line + 2})" if mark else ""
    return f"{line}; a value with a colon in it stands in quotation marks"


class _Paragraph(NamedTuple):
    line: int  # of the file, from 0
    lines: tuple[str, ...]
    gap: int  # blank lines before it


# A page copied whole repeats its headline: above the picture and again above the text.
_MOST_BETWEEN = 4
_TITLE_WORDS = 3
_TITLE_LENGTH = 300


def split_articles(text: str) -> list[Article]:
    """Return the articles of a file that holds one after another, else the whole text as one.

    An article begins with a head: its title on a line of its own, captions, the same title again.
    Only a file that begins with a head is split. A later head counts where more blank lines stand
    before its title than after it, or where its captions are repeated like the title: anything less
    could be a refrain or a running line of one article. Each article loses the blank lines around it.
    """
    lines = text.split("\n")
    paragraphs = list(_paragraphs(lines))
    seen = Counter(paragraph.lines for paragraph in paragraphs)
    heads: list[_Paragraph] = []
    at = 0
    while at < len(paragraphs):
        again = _title_again(paragraphs, at, seen)
        if again and (at == 0 or _stands_apart(paragraphs, at, again)):
            heads.append(paragraphs[at])
            at = again
        elif not heads:
            break
        at += 1
    if len(heads) < 2:
        return [Article(1, heads[0].lines[0].strip() if heads else None, text)]
    ends = [head.line for head in heads[1:]] + [len(lines)]
    return [
        Article(head.line + 1, head.lines[0].strip(), "\n".join(lines[head.line : end]).rstrip("\n \t"))
        for head, end in zip(heads, ends, strict=True)
    ]


def _paragraphs(lines: list[str]) -> Iterator[_Paragraph]:
    held: list[str] = []
    gap = 0
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            held.append(line)
        elif held:
            yield _Paragraph(number - len(held), tuple(held), gap)
            held, gap = [], 1
        else:
            gap += 1


def _title_again(paragraphs: list[_Paragraph], at: int, seen: Counter[tuple[str, ...]]) -> int | None:
    """Return where the title at `at` stands again, with text to follow; None where it is no title."""
    title = paragraphs[at].lines
    if (
        len(title) > 1
        or seen[title] != 2
        or len(title[0]) > _TITLE_LENGTH
        or len(title[0].split()) < _TITLE_WORDS
    ):
        return None
    last = min(at + _MOST_BETWEEN + 1, len(paragraphs) - 2)
    return next((i for i in range(at + 1, last + 1) if paragraphs[i].lines == title), None)


def _stands_apart(paragraphs: list[_Paragraph], at: int, again: int) -> bool:
    wider = paragraphs[at].gap > paragraphs[at + 1].gap
    caption, repeated = paragraphs[at + 1], paragraphs[again + 1]
    return wider or (again > at + 1 and caption.lines[0] == repeated.lines[0])
