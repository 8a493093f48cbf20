"""The one file that knows the order of the stages."""

from __future__ import annotations

from datetime import date

from quotes.errors import LanguageError
from quotes.extraction.anaphora import Anaphora
from quotes.extraction import contents, scoring
from quotes.extraction.attribution import Candidate, candidates
from quotes.extraction.marks import Quotation, pair
from quotes.extraction.mentions import Names
from quotes.extraction.phrases import Phrases, fold
from quotes.extraction.scoring import Choice, choose
from quotes.extraction.shape import Shape, read
from quotes.languages.english import ENGLISH
from quotes.languages.language import Language
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
    choices = _choose(text, quotations, shape, phrases, words)
    anaphora = Anaphora(Names(shape, phrases, words))
    found: list[Attribution] = []
    other: list[Attribution] = []
    for q, choice in zip(quotations, choices, strict=True):
        if choice.candidate is None:
            other.append(Attribution(content=(Span(q.start, q.end),), kind="mixed", reason="no_source"))
        else:
            found.append(_attribution(text, q, choice, shape, phrases, anaphora, words))
    return Extraction(tuple(found), tuple(other))


def _choose(text: str, quotations: tuple[Quotation, ...], shape: Shape, phrases: Phrases, language: Language) -> list[Choice]:
    letters = phrases.letters

    def lemma(k: int) -> str:
        word = shape.words[phrases.last[k] - 1].lower()
        return language.lemmas.get(word, "?" if letters[k] == "v" else word)

    choices: list[Choice] = []
    before: Candidate | None = None
    for n, (q, at) in enumerate(zip(quotations, phrases.quotations, strict=True)):
        found = candidates(letters, phrases.quotations, n, before, q.reopened, sentence_like(text, q, letters, at))
        choice = choose(
            language.weights,
            found,
            [scoring.features(letters, at, c, lemma, found) for c in found],
            contents.features(text, q, letters[at], letters[at - 1 : at], letters[at + 1 : at + 2]),
        )
        before = choice.candidate or before
        choices.append(choice)
    return choices


def sentence_like(text: str, q: Quotation, letters: str, at: int) -> bool:
    """Whether a quotation stands as a sentence of its own."""
    first = text[q.start]
    if first.isalpha() and not first.isupper():
        return False
    return (letters[at] in "QE" or not q.closed) and (at == 0 or letters[at - 1] in ".QE\n:")


def _attribution(text, q, choice, shape, phrases, anaphora, words) -> Attribution:
    def span(k: int) -> Span:
        return Span(shape.starts[phrases.first[k]], shape.ends[phrases.last[k] - 1])

    entity = anaphora.entity(choice.candidate.source)
    antecedent = anaphora.antecedent(choice.candidate.source)
    cue = None if choice.candidate.cue is None else span(choice.candidate.cue)
    source = span(choice.candidate.source)
    return Attribution(
        content=(Span(q.start, q.end),),
        kind="direct" if text[q.start].isupper() else "mixed",
        cue=cue,
        cue_lemma=None if cue is None else words.lemmas.get(shape.words[phrases.last[choice.candidate.cue] - 1].lower()),
        source=source,
        antecedent=span(antecedent) if antecedent is not None and antecedent != choice.candidate.source else None,
        speaker=entity.name if entity else None,
        speaker_kind=entity.kind if entity else "unnamed",
        rule=choice.candidate.patterns[0],
        confidence=round(choice.share, 3),
    )
