"""Quotes that a page can get wrong, in documents about invented people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quotes.types import Attribution, Document, Extraction, SaidOn, Span

HOSTILE = "</style></title></textarea><script>alert(1)</script><img src=x onerror=alert(1)> & \"it\" 'is'"


@dataclass(frozen=True)
class Awkward:
    """A document with one quote: its parts, what stands between them, and who said it."""

    name: str
    parts: tuple[str, ...]
    source: str | None = "Mira Danforth"
    speaker: str | None = "Mira Danforth"
    between: str = "” she said. “"
    about: dict[str, Any] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        words = self.between.join(self.parts)
        text = f"Case {self.name}. It rained. “{words}” said {self.source or 'a sign'} on Friday.\n"
        given = {
            "title": "Envoy promises an open harbour",
            "outlet": "Harbour Dispatch",
            "url": f"https://dispatch.example/{self.name}",
            "author": "Jonas Feld",
            "published_on": date(2026, 3, 14),
        }
        return Document(text=text, **{**given, **self.about})

    @property
    def extraction(self) -> Extraction:
        text, content, at = self.document.text, [], 0
        for part in self.parts:
            at = text.index(part, at)
            content.append(Span(at, at + len(part)))
            at += len(part)

        def span(words: str) -> Span:
            start = text.index(words, at)
            return Span(start, start + len(words))

        if self.source is None:
            found = Attribution(content=tuple(content), kind="direct", **{"reason": "no_source", **self.rest})
            return Extraction((), (found,))
        said_on = SaidOn(date(2026, 3, 13), "day", "words", span("on Friday"))
        about: dict[str, Any] = {
            "speaker_kind": "person" if self.speaker else "unnamed",
            "rule": "after_verb",
            "confidence": 0.97,
            "said_on": said_on,
        }
        found = Attribution(
            content=tuple(content),
            kind="direct",
            cue=span("said"),
            cue_lemma="say",
            source=span(self.source),
            speaker=self.speaker,
            **{**about, **self.rest},
        )
        return Extraction((found,), ())


def _long(words: str, length: int = 10_000) -> str:
    return (words * (length // len(words) + 1))[:length].rstrip()


AWKWARD = (
    Awkward("plain", ("The harbour stays open,",)),
    Awkward("brackets", ("We [the council] accept (with regret) the {draft} <as it is>.",)),
    Awkward("quotes_within", ("She told me, ‘The “door” stays open,’ and \"left\".",)),
    Awkward("emoji", ("A good day — für alle 🕊️ 👩🏽‍🚀 🇩🇪",)),
    Awkward(
        "arabic",
        ("الميناء يبقى مفتوحا، وقد قلتها ثلاث مرات في Tessary.",),
        source="ميرا دنفورث",
        speaker="ميرا دنفورث",
        about={"title": "المبعوثة: الميناء يبقى مفتوحا", "outlet": "بريد الميناء"},
    ),
    Awkward("cyrillic", ("Гавань остаётся открытой.",), source="Мира Данфорт", speaker="Мира Данфорт"),
    Awkward("chinese", ("港口仍然开放，我们欢迎所有的船。",), source="丹福斯", speaker="丹福斯"),
    Awkward("ellipses", ("Well … we shall . . . see...",)),
    Awkward("line_breaks", ("First line,\nsecond line,\r\nthird line.",)),
    Awkward("parts", ("The treaty,", "is signed.", "We are glad."), between="” she said, “"),
    Awkward("paragraphs", ("The first paragraph goes on.", "The second ends it."), between="\n\n“"),
    Awkward("no_speaker", ("Nobody knows who said this here",), source=None),
    Awkward("unnamed", ("Nothing is decided,",), source="a senior official", speaker=None),
    Awkward(
        "no_date",
        ("It rains.",),
        about={"published_on": None, "outlet": None, "title": None, "url": None, "author": None},
        rest={"said_on": None},
    ),
    Awkward("long", (_long("The negotiations went on through the night and nobody left the room. "),)),
    Awkward("long_chinese", (_long("港口仍然开放"),)),
    Awkward("long_emoji", (_long("👩🏽‍🚀"),)),
    Awkward("long_word", (_long("Donaudampfschifffahrt"),)),
    Awkward(
        "long_about",
        (_long("<&>", 800),),
        source=_long("Mira & ", 190),
        speaker=_long("Mira & ", 190),
        about={"title": _long("Harbour & ", 900), "outlet": _long("Dispatch ", 150), "url": "https://d.example/" + "a&" * 800},
    ),
    Awkward(
        "hostile",
        (HOSTILE,),
        source="<b onclick=alert(1)>Mira</b>",
        speaker="<b onclick=alert(1)>Mira</b>",
        about={"title": HOSTILE, "outlet": HOSTILE, "author": HOSTILE, "url": "javascript:alert(1)"},
    ),
    Awkward("turned", ("Left \u202eto right.",), source="Mira \u202eDanforth", speaker="Mira \u202eDanforth"),
    Awkward("control", ("A bell \x07 rings, \ufffe nobody hears.",)),
)  # fmt: skip
