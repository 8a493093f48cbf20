"""The one file that knows the order of the stages. (Provisional: being written.)"""

from __future__ import annotations

from datetime import date

import regex

from quotes.types import Attribution, Extraction, Span

EXTRACTOR_VERSION = "0.1.0"

_SAID = regex.compile(
    r"“(?P<content>[^“”\n]+)”,? (?:(?P<cue>said) (?P<source>\p{Lu}\w+(?: \p{Lu}\w+)*)|(?P<source>\p{Lu}\w+(?: \p{Lu}\w+)*|he|she) (?P<cue>said))"
)
_MARKS = regex.compile(r"“(?P<content>[^“”\n]+)”")


def extract(text: str, *, published_on: date | None = None, language: str = "en") -> Extraction:
    """Return the quotes in a text, each with its speaker, rule and confidence."""
    found, other, taken = [], [], set()
    for m in _SAID.finditer(text):
        taken.add(m.start("content"))
        found.append(
            Attribution(
                content=(Span(*m.span("content")),), kind="direct", cue=Span(*m.span("cue")), cue_lemma="say",
                source=Span(*m.span("source")), speaker=m["source"], speaker_kind="person", rule="after_verb", confidence=0.9,
            )
        )
    for m in _MARKS.finditer(text):
        if m.start("content") not in taken:
            other.append(Attribution(content=(Span(*m.span("content")),), kind="direct", reason="no_source"))
    return Extraction(tuple(found), tuple(other))
