"""The one file that knows the order of the stages."""

from __future__ import annotations

from datetime import date

from quotes.errors import LanguageError
from quotes.extraction.anaphora import Anaphora
from quotes.extraction.attribution import Link, attribute
from quotes.extraction.marks import Quotation, pair
from quotes.extraction.mentions import Names
from quotes.extraction.phrases import Phrases, fold
from quotes.extraction.shape import Shape, read
from quotes.languages.english import ENGLISH
from quotes.types import Attribution, Extraction, Span

EXTRACTOR_VERSION = "0.2.0"
_LANGUAGES = {"en": ENGLISH}


def extract(text: str, *, published_on: date | None = None, language: str = "en") -> Extraction:
    """Return the quotes in a text, each with its speaker, rule and confidence.

    `published_on` anchors the dates that the text gives relative to its own day. Raises LanguageError for a
    language without a word list.
    """
    words = _LANGUAGES.get(language)
    if words is None:
        raise LanguageError(f"no word list for the language {language!r}; known: {', '.join(_LANGUAGES)}")
    quotations = pair(text)
    if not quotations:
        return Extraction((), ())
    shape = read(text, quotations, words)
    phrases = fold(shape, quotations, text)
    links = attribute(
        phrases.letters,
        phrases.quotations,
        [_starts(text, q, phrases, at) for q, at in zip(quotations, phrases.quotations, strict=True)],
        [q.reopened for q in quotations],
    )
    anaphora = Anaphora(Names(shape, phrases, words))
    found: list[Attribution] = []
    other: list[Attribution] = []
    for q, link in zip(quotations, links, strict=True):
        if link is None:
            other.append(Attribution(content=(Span(q.start, q.end),), kind="mixed", reason="no_source"))
        else:
            found.append(_attribution(text, q, link, shape, phrases, anaphora, words))
    return Extraction(tuple(found), tuple(other))


def _starts(text: str, q: Quotation, phrases: Phrases, at: int) -> bool:
    """Whether a quotation stands as a sentence of its own."""
    first = text[q.start]
    if first.isalpha() and not first.isupper():
        return False
    letters = phrases.letters
    return (letters[at] in "QE" or not q.closed) and (at == 0 or letters[at - 1] in ".QE\n:")


def _attribution(text, q, link, shape, phrases, anaphora, words) -> Attribution:
    def span(k: int) -> Span:
        return Span(shape.starts[phrases.first[k]], shape.ends[phrases.last[k] - 1])

    entity = anaphora.entity(link.source)
    antecedent = anaphora.antecedent(link.source)
    cue = None if link.cue is None else span(link.cue)
    source = span(link.source)
    return Attribution(
        content=(Span(q.start, q.end),),
        kind="direct" if text[q.start].isupper() else "mixed",
        cue=cue,
        cue_lemma=None if cue is None else words.lemmas.get(shape.words[phrases.last[link.cue] - 1].lower()),
        source=source,
        antecedent=span(antecedent) if antecedent is not None and antecedent != link.source else None,
        speaker=entity.name if entity else None,
        speaker_kind=entity.kind if entity else "unnamed",
        rule=link.rule,
        confidence=0.9,
    )
