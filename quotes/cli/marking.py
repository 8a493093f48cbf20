"""Show a document with speech and speakers marked, and below each paragraph who said what."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quotes.cli import facts
from quotes.cli.commands import counted, printable
from quotes.types import Attribution, Document, Extraction, Span, as_known

SAID, NOBODYS, SOURCE, CUE, FAINT = "green", "yellow", "bold cyan", "italic", "dim"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CLOSING_MARKS = "”’»›\"'"


def show(console: Console, document: Document, found: Extraction, *, first: bool = True) -> None:
    """Write one document; each quote bears the number of its note."""
    if not first:
        console.print("\n" + "─" * 20 + "\n")
    about = " · ".join(str(part) for part in (document.outlet, document.published_on) if part)
    title = document.title or ""
    heading = [] if document.text.startswith(title) else [Text(printable(title), "bold")]
    heading += [Text(printable(about), FAINT)] if about else []
    for line in heading:
        console.print(line, soft_wrap=not console.is_terminal)
    if heading:
        console.print()
    quotes = tuple(found)
    _Page(document.text, quotes).write(console)
    total = f"{counted(len(quotes), 'quote')}, {len(found.attributions)} attributed"
    console.print(Text(total, FAINT), soft_wrap=True)


class _Page:
    """The lines of a text with the marks and notes that belong to each."""

    def __init__(self, text: str, quotes: Sequence[Attribution]) -> None:
        self.text = printable(text)
        self.lines = self.text.split("\n")
        self.starts = [0]
        for line in self.lines[:-1]:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.marks: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
        self.numbers: defaultdict[int, dict[int, str]] = defaultdict(dict)
        self.notes: defaultdict[int, list[Text]] = defaultdict(list)
        for number, quote in enumerate(quotes, start=1):
            self._add(quote, str(number).translate(_SUPERSCRIPT))

    def _add(self, quote: Attribution, number: str) -> None:
        for span in quote.content:
            self._mark(*span, SAID if quote.source else NOBODYS)
        if quote.source:
            self._mark(*quote.source, SOURCE)
        if quote.cue:
            self._mark(*quote.cue, CUE)
        line, at = self._place(quote.end)
        if at < len(self.lines[line]) and self.lines[line][at] in _CLOSING_MARKS:
            at += 1
        self.numbers[line][at] = self.numbers[line].get(at, "") + number
        self.notes[line].append(self._note(quote, number))
        if told := self._told(quote):
            self.notes[line].append(Text(" " * (len(number) + 1) + told, FAINT))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset) - 1
        return line, offset - self.starts[line]

    def _mark(self, start: int, end: int, style: str) -> None:
        first, last = self._place(start)[0], self._place(end)[0]
        for line in range(first, last + 1):
            self.marks[line].append((start - self.starts[line], end - self.starts[line], style))

    def _note(self, quote: Attribution, number: str) -> Text:
        note = Text().append(f"{number} ", FAINT)
        if quote.source is None:
            return note.append(f"nobody's: {quote.reason or 'no source'}".replace("_", " "), NOBODYS)
        words = quote.source.of(self.text)
        note.append(printable(quote.speaker or words), SOURCE)
        if quote.speaker is None:
            note.append(f" ({quote.speaker_kind or 'not named'})", FAINT)
        elif words != quote.speaker:
            note.append(f" (“{words}”)", FAINT)
        sure = "" if quote.confidence is None else f" {quote.confidence:.2f}"
        return note.append(f" · {quote.kind} · {quote.rule}{sure}", FAINT)

    def _told(self, quote: Attribution) -> str:
        said = quote.said_on
        return facts.line(
            role=self._words(quote.role),
            country=quote.country,
            said_on=as_known(said.day, said.precision) if said else None,
            channel=quote.channel,
            addressee=self._words(quote.addressee),
            place=self._words(quote.place),
            reported_by=self._words(quote.reported_by),
        )

    def _words(self, span: Span | None) -> str | None:
        return span.of(self.text) if span else None

    def write(self, console: Console) -> None:
        """Write every line as it stands, its notes below it."""
        for index, line in enumerate(self.lines):
            console.print(self._marked(index, line), soft_wrap=not console.is_terminal)
            for note in self.notes.get(index, ()):
                if console.is_terminal:
                    console.print(Padding(note, (0, 0, 0, 4)))
                else:
                    console.print(Text("    ") + note, soft_wrap=True)
        if self.lines[-1]:
            console.print()

    def _marked(self, index: int, line: str) -> Text:
        marked = Text(line)
        for start, end, style in self.marks.get(index, ()):
            marked.stylize(style, max(start, 0), min(end, len(line)))
        numbers = self.numbers.get(index)
        if not numbers:
            return marked
        places = sorted(numbers)
        pieces = marked.divide(places)
        for piece, place in zip(pieces, places, strict=False):
            piece.append(numbers[place], FAINT)
        return Text.assemble(*pieces)
