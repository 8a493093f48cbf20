"""A text as HTML in which speech, cue, source and what else is known of each quote are marked.

Nothing is added to the text or taken from it: without its tags, and unescaped, the HTML is the text again.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator
from datetime import date
from html import escape
from typing import Final, NamedTuple

from quotes.extraction.pipeline import extract
from quotes.types import Attribution, SaidOn, Span, as_known

# For the element around the HTML, of the class "quotes": keeps line breaks, and colours the parts.
STYLE: Final = """\
.quotes{white-space:pre-wrap;overflow-wrap:anywhere}
.quotes-content{background:#d9f2dc;color:inherit}
.quotes-content[data-reason]{background:#faf0c8}
.quotes-content:target{outline:2px solid}
.quotes-source{background:#d6e9fb;font-weight:600}
.quotes-cue{font-style:italic;text-decoration:underline}
.quotes-antecedent{border-bottom:2px solid #8bbcec}
.quotes-role,.quotes-day,.quotes-addressee,.quotes-place,.quotes-reported-by{border-bottom:1px dotted}
"""
_PREFIX = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_CARRIAGE_RETURN = "&#13;"  # a bare one is read as a line feed


class _Mark(NamedTuple):
    """An element around a stretch of the text; `id_` is for the first piece, where it has to be split."""

    span: Span
    tag: str
    attributes: str
    id_: str


def annotate(
    text: str, *, language: str = "en", published_on: date | None = None, prefix: str = "quote-"
) -> str:
    """Return a text as safe HTML with its quotes marked, as `extract` finds them.

    What was said stands in `mark.quotes-content`, with what is known of it in `data-speaker`, `data-rule`,
    `data-confidence` and so on; cue, source, antecedent, role, day, addressee, place and reported_by in
    elements of the class `quotes-` and their name. `data-quote` has the ids of the quotes that a part
    belongs to: `prefix` and a number, from 1; the first piece of what was said has it as its `id`. What
    overlaps is split into pieces. `quotes.markup.STYLE` is a stylesheet for `<div class="quotes">` around it.
    Raises LanguageError for a language without a word list, ValueError for a prefix that can't begin an id.
    """
    return marked(text, extract(text, language=language, published_on=published_on), prefix=prefix)


def marked(text: str, found: Iterable[Attribution], *, prefix: str = "quote-") -> str:
    """Return a text as safe HTML with quotes marked that were found in it, numbered in their order."""
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"ids begin with a letter, and have letters, digits, _ and -, not {prefix!r}")
    return "".join(_nested(text, sorted(_marks(text, found, prefix), key=_longest_first)))


def _longest_first(mark: _Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


def _marks(text: str, found: Iterable[Attribution], prefix: str) -> Iterator[_Mark]:
    # Many quotes can have one source, and each a part of its own kind there: one element serves them all.
    shared: dict[tuple[str, Span, str], list[str]] = {}
    for number, quote in enumerate(found, start=1):
        name = f"{prefix}{number}"
        about = _attributes(_facts(text, quote))
        for n, span in enumerate(quote.content):
            attributes = f' class="quotes-content" data-quote="{name}"{about}'
            yield _Mark(span, "mark", attributes, "" if n else f' id="{name}"')
        for part, span, more in _parts(quote):
            shared.setdefault((part, span, more), []).append(name)
    for (part, span, more), names in shared.items():
        tag = "time" if part == "day" else "span"
        yield _Mark(span, tag, f' class="quotes-{part}" data-quote="{" ".join(names)}"{more}', "")


def _parts(quote: Attribution) -> Iterator[tuple[str, Span, str]]:
    """Yield the parts of a quote but its content: name, span and what attributes it has of its own."""
    lemma = _attributes({"data-lemma": quote.cue_lemma})
    parts = {
        "source": quote.source,
        "antecedent": quote.antecedent,
        "role": quote.role,
        "addressee": quote.addressee,
        "place": quote.place,
        "reported-by": quote.reported_by,
    }
    if quote.cue is not None:
        yield "cue", quote.cue, lemma
    for name, span in parts.items():
        if span is not None:
            yield name, span, ""
    if quote.said_on is not None and quote.said_on.words is not None:
        yield "day", quote.said_on.words, _attributes({"datetime": _day(quote.said_on)})


def _facts(text: str, quote: Attribution) -> dict[str, str | None]:
    sure = None if quote.confidence is None else f"{quote.confidence:g}"
    facts = {
        "kind": quote.kind,
        "speaker": quote.speaker,
        "speaker-kind": quote.speaker_kind,
        "rule": quote.rule,
        "confidence": sure,
        "reason": quote.reason,
        "country": quote.country,
        "said-on": _day(quote.said_on),
        "channel": quote.channel,
    }
    who = quote.speaker or (quote.source and quote.source.of(text))
    why = f"nobody’s: {quote.reason or 'no source'}".replace("_", " ")
    decided = " ".join(part for part in (quote.rule, sure) if part)
    title = why if who is None else " · ".join(part for part in (who, quote.kind, decided) if part)
    return {**{f"data-{name}": fact for name, fact in facts.items()}, "title": title}


def _day(said: SaidOn | None) -> str | None:
    return None if said is None else as_known(said.day, said.precision)


def _attributes(values: dict[str, str | None]) -> str:
    return "".join(f' {name}="{escaped(value)}"' for name, value in values.items() if value is not None)


def escaped(text: str) -> str:
    """Return words that are safe in HTML and in the quoted values of attributes."""
    return escape(text).replace("\r", _CARRIAGE_RETURN)


def _nested(text: str, marks: list[_Mark]) -> Iterator[str]:
    """Yield the text and the tags; `marks` begin in their order, the longer of two first.

    An element that ends inside of another that began in it closes that too; it goes on in a new piece.
    """
    opened: list[_Mark] = []
    at = 0
    for mark in marks:
        if mark.span.start < mark.span.end:
            at = yield from _up_to(text, at, mark.span.start, opened)
            opened.append(mark)
            yield f"<{mark.tag}{mark.id_}{mark.attributes}>"
    yield from _up_to(text, at, len(text), opened)


def _up_to(text: str, at: int, end: int, opened: list[_Mark]) -> Generator[str, None, int]:
    """Yield the text on from `at` and close what ends there; return where the text is now."""
    while opened and (stop := min(mark.span.end for mark in opened)) <= end:
        yield escaped(text[at:stop])
        at = stop
        first = next(n for n, mark in enumerate(opened) if mark.span.end <= at)
        yield "".join(f"</{mark.tag}>" for mark in reversed(opened[first:]))
        opened[first:] = [mark for mark in opened[first:] if mark.span.end > at]
        yield "".join(f"<{mark.tag}{mark.attributes}>" for mark in opened[first:])
    yield escaped(text[at:end])
    return end
