"""Quotes that are hard to write in any format, one document each; people, states and papers are invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quotes.types import Attribution, Document, Extraction, SaidOn, Span

_SPANS = ("cue", "source", "antecedent", "role", "addressee", "place", "reported_by")
_DOCUMENT = {
    "title": "Talks go on",
    "outlet": "Harbour Dispatch",
    "url": "https://dispatch.example/talks",
    "author": "Jonas Feld",
    "published_on": date(2026, 3, 14),
}


@dataclass(frozen=True)
class Awkward:
    """A document with one quote in it, of these parts; the rest names words of the text, or values."""

    name: str
    text: str
    parts: tuple[str, ...]
    speaker: str | None = None
    document: dict[str, Any] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def saved_as(self) -> tuple[Document, Extraction]:
        """Return what save() takes."""
        rest = dict(self.rest)
        spans = {name: self.span(rest.pop(name)) for name in _SPANS if name in rest}
        if "said_on" in rest:
            day, precision, words = rest["said_on"]
            rest["said_on"] = SaidOn(day, precision, "words", self.span(words))
        if "source" in spans:
            known = {"rule": "after_verb", "confidence": 0.97}
            if self.speaker is not None:
                known["speaker_kind"] = "person"
        else:
            known = {"reason": "no_source"}
        content = tuple(map(self.span, self.parts))
        found = Attribution(
            content=content, speaker=self.speaker, **{"kind": "direct", **known, **spans, **rest}
        )
        attributed, others = ((found,), ()) if found.source else ((), (found,))
        document = Document(text=self.text, **{**_DOCUMENT, **self.document})
        return document, Extraction(attributed, others)


def _said(
    name: str,
    words: str,
    speaker: str | None = "Mira Danforth",
    *,
    by: str | None = None,
    document: dict[str, Any] | None = None,
    **rest: Any,
) -> Awkward:
    """Words that their speaker's name follows."""
    by = by or speaker
    text = f"“{words}”" + (f" said {by}." if by else ".")
    known: dict[str, Any] = {"cue": "said", "cue_lemma": "say", "source": by} if by else {}
    return Awkward(name, text, (words,), speaker, document or {}, {**known, **rest})


_LONG = "We have met, and we shall meet again; the ferry waits — “für alle” 🕊. "

AWKWARD: tuple[Awkward, ...] = (
    _said("plain", "The harbour stays open."),
    _said("brackets", "[We] {never} closed <the> gate (not even [once])"),
    _said("an unclosed brace", "The clause } was {struck"),
    _said("signs of TeX", r"50 % of $9 & #1_a^b~c \o/ | `x' <y> -- 'z'' ?` !` @comma, = \ "[:-1]),
    _said("quotes within quotes", "She told me ‘he said “never” twice’, and \"that\" was 'it'"),
    _said("emoji", "Peace 🕊️ at last 👩🏽‍⚖️🇺🇳 — 𝒩ow"),
    _said("an Arabic name", "الباب مفتوح للجميع", "سلمى الحريري"),
    _said("a Cyrillic name", "Мы «ждём» ответа", "Велимира Островская"),
    _said("a Chinese name", "门一直开着。", "林海潮"),
    _said(
        "letters of two code points",
        "Cafe\u0301 nai\u0308ve, a\u030angstro\u0308m",
        "Zoe\u0308 A\u030akerlund",
    ),
    _said(
        "invisible characters", "soft\u00adhyphen, no\u00a0break, zero\u200bwidth, \u202bright\u202c\ufeff"
    ),
    _said("an ellipsis", "We … will see... [...] if […]"),
    _said("line breaks", "First line\nsecond line\n\nthird\u2028fourth\u0085fifth\x0bsixth"),
    _said("what looks like a record", "One\nER  - \nTY  - BOOK\n@book{x, title={y}}\n]]></said>"),
    _said("what looks like markup", "<b>&amp; &lt;said&gt; <![CDATA[x]]> <!-- y --> <?z?> </script>"),
    _said("ten thousand characters", (_LONG * 150)[:9_999] + "!"),
    Awkward(
        "several parts",
        "“The treaty,” said Mira Danforth 🕊, “is signed,” and “sealed.”",
        ("The treaty,", "is signed,", "sealed."),
        "Mira Danforth",
        rest={"cue": "said", "cue_lemma": "say", "source": "Mira Danforth"},
    ),
    Awkward(
        "parts over paragraphs",
        "𝒜 note.\n\n“Every pause is planned.\n\n“And coffee helps,” Mira Danforth told the council.",
        ("Every pause is planned.", "And coffee helps,"),
        "Mira Danforth",
        rest={"cue": "told", "cue_lemma": "tell", "source": "Mira Danforth", "addressee": "the council"},
    ),
    _said("words that stand twice", "no", document={"title": "No"}),
    _said("no speaker", "Closed", None),
    _said("nobody named", "Nothing is decided,", None, by="a senior official", speaker_kind="unnamed"),
    _said("no date", "Rain is likely", document={"published_on": None}),
    _said(
        "nothing known of the document",
        "Rain is certain",
        document=dict.fromkeys(_DOCUMENT),
    ),
    _said("one name", "I sing", "Senzéki"),
    _said("a name in three", "I signed", "Gabriel Ortega Luna"),
    _said("initials", "I wrote", "J. R. Elverby"),
    _said("a particle", "I agree", "Anna von der Heide"),
    _said("a suffix", "I concur", "Pavel Orlin Jr."),
    _said("a name with the family first", "I was first", "Oh Ki-rin", country="KR"),
    _said("a name of no known order", "I was second", "Wen Haichao", country="CN"),
    _said("a body", "It is low tide", "Ministry of Tides", speaker_kind="government"),
    _said("a body with a comma", "We, the firm", "Tide, Ebb and Sons", speaker_kind="organisation"),
    _said("an author of two", "We wrote it", document={"author": "Jonas Feld and Sunniva Brekker"}),
    _said("an author that is a desk", "It was written", document={"author": "Staff"}),
    _said("a title with signs", "It is", document={"title": "50% {of} A & B: \\emph “x” #1_2\nand\tmore"}),
    _said("an address with signs", "Here", document={"url": "https://dispatch.example/a_b%20c?d=é&e={f}#~g"}),
    Awkward(
        "a day of saying",
        "“We count eleven petals,” Mira Danforth, the envoy of Velmora, told the council in a speech at"
        " Tessary on Friday.",
        ("We count eleven petals,",),
        "Mira Danforth",
        rest={
            "cue": "told",
            "cue_lemma": "tell",
            "source": "Mira Danforth",
            "role": "the envoy of Velmora",
            "addressee": "the council",
            "channel": "speech",
            "place": "Tessary",
            "said_on": (date(2026, 3, 13), "day", "on Friday"),
        },
    ),
    Awkward(
        "a month of saying",
        "“It is a good day,” the Ministry of Tides wrote in a statement in March.",
        ("It is a good day,",),
        "Ministry of Tides",
        rest={
            "cue": "wrote",
            "cue_lemma": "write",
            "source": "the Ministry of Tides",
            "speaker_kind": "government",
            "channel": "statement",
            "said_on": (date(2026, 3, 1), "month", "in March"),
        },
    ),
    Awkward(
        "a year of saying",
        "“Nothing is decided,” Pavel Orlin said in an interview last year, the Pier Agency reported.",
        ("Nothing is decided,",),
        "Pavel Orlin",
        rest={
            "cue": "said",
            "cue_lemma": "say",
            "source": "Pavel Orlin",
            "channel": "interview",
            "reported_by": "the Pier Agency",
            "said_on": (date(2025, 1, 1), "year", "last year"),
        },
    ),
    _said("a tweet", "Tide’s in 🌊", channel="tweet", kind="mixed"),
    _said("a letter", "Dear council", channel="letter"),
    _said("a call", "Hello", channel="call"),
    _said("a broadcast", "Good evening", channel="broadcast"),
    _said("a report", "Water is wet", channel="report", kind="indirect"),
    _said("a press conference", "Next question", channel="press_conference"),
    _said("a court", "So I swear", channel="court"),
)
