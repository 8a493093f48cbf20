"""A component of spaCy that finds who said what: `nlp.add_pipe("quotes")`, then `doc._.quotes`.

What is found is kept in `doc.user_data` as plain numbers and words, and made into spans when it is asked
for: it goes with a document into other processes and onto disk (`to_bytes`, `DocBin(store_user_data=True)`),
and stays right where tokens are merged or split.
"""

from __future__ import annotations

import zlib
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from quotes.errors import QuotesError
from quotes.extraction.pipeline import extract
from quotes.types import Attribution, SaidOn, Span, SpeakerKind

try:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens
except ImportError as error:
    raise ImportError("quotes.spacy needs spaCy; run: pip install 'quotes[spacy]'") from error

_KEPT = "quotes"  # in doc.user_data
_PUBLISHED = "published_on"
_SPANS = ("cue", "source", "antecedent", "role", "addressee", "place", "reported_by")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote of a document, its parts as spans of whole tokens, labelled with their names.

    `content` has a span for each part of what was said. A span is widened where a part begins or ends within
    a token; `attribution` has the exact offsets into `doc.text`, and whatever else was found.
    """

    content: tuple[Tokens, ...]
    cue: Tokens | None
    source: Tokens | None
    antecedent: Tokens | None
    role: Tokens | None
    attribution: Attribution

    @property
    def speaker(self) -> str | None:
        """The name that the document gives in full for the source; None for an unnamed one."""
        return self.attribution.speaker

    @property
    def speaker_kind(self) -> SpeakerKind | None:
        """Whether that is a person, an organisation, a government, a group or somebody unnamed."""
        return self.attribution.speaker_kind

    @property
    def speaker_span(self) -> Tokens | None:
        """The mention that names the speaker: the antecedent where the source stands for one."""
        return self.antecedent if self.antecedent is not None else self.source

    @property
    def confidence(self) -> float | None:
        """How likely the speaker is right."""
        return self.attribution.confidence

    @property
    def rule(self) -> str | None:
        """The named pattern that decided."""
        return self.attribution.rule

    @property
    def reason(self) -> str | None:
        """Why nobody was given the words, where nobody was."""
        return self.attribution.reason

    @property
    def said_on(self) -> SaidOn | None:
        """When it was said, as far as the document tells."""
        return self.attribution.said_on


class QuoteFinder:
    """The component: it keeps what `quotes.extract` finds in `doc.text`."""

    def __init__(self, language: str) -> None:
        extract("", language=language)  # an unknown language is told now, not with the first document
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotes of a document; “on Saturday” is counted from `doc._.published_on`."""
        found = extract(doc.text, language=self.language, published_on=_as_day(doc._.published_on))
        doc.user_data[_KEPT] = {"text": _checksum(doc), "found": [_plain(one) for one in found]}
        return doc


def make_component(nlp: Language, name: str, language: str) -> QuoteFinder:  # noqa: ARG001  # as spaCy calls it
    """Make the component. Raises LanguageError for a language without a word list."""
    return QuoteFinder(language)


Language.factory("quotes", default_config={"language": "en"}, assigns=["doc._.quotes"], func=make_component)


def quotes_of(doc: Doc) -> tuple[Quote, ...]:
    """Return the quotes in the order of the text; none where the component did not see the document.

    Raises QuotesError where they are of another text, as after `span.as_doc(copy_user_data=True)`.
    """
    kept = doc.user_data.get(_KEPT)
    if kept is None:
        return ()
    if kept["text"] != _checksum(doc):
        raise QuotesError("the document's quotes are of another text: run the component on it again")
    return tuple(_quote(doc, _attribution(one)) for one in kept["found"])


def _checksum(doc: Doc) -> int:
    return zlib.crc32(doc.text.encode("utf-8", "surrogatepass"))


def _quote(doc: Doc, found: Attribution) -> Quote:
    return Quote(
        content=tuple(_tokens(doc, span, "CONTENT") for span in found.content),
        cue=found.cue and _tokens(doc, found.cue, "CUE"),
        source=found.source and _tokens(doc, found.source, "SOURCE"),
        antecedent=found.antecedent and _tokens(doc, found.antecedent, "ANTECEDENT"),
        role=found.role and _tokens(doc, found.role, "ROLE"),
        attribution=found,
    )


def _tokens(doc: Doc, span: Span, label: str) -> Tokens:
    found = doc.char_span(*span, label=label, alignment_mode="expand")
    assert found is not None  # noqa: S101  # as the span is one of the document's text
    return found


def _plain(found: Attribution) -> dict[str, Any]:
    """Return an attribution of lists, words and numbers, which spaCy can write; without what is None."""
    plain = {name: value for name, value in asdict(found).items() if value is not None}
    if found.said_on is not None:
        plain["said_on"] = [found.said_on.day.isoformat(), *found.said_on[1:]]
    return plain


def _attribution(plain: dict[str, Any]) -> Attribution:
    fields = {**plain, "content": tuple(Span(*part) for part in plain["content"])}
    fields |= {name: Span(*plain[name]) for name in _SPANS if name in plain}
    if "said_on" in plain:
        day, precision, basis, words = plain["said_on"]
        fields["said_on"] = SaidOn(date.fromisoformat(day), precision, basis, words and Span(*words))
    return Attribution(**fields)


def _published_on(doc: Doc) -> date | None:
    return _as_day(doc.user_data.get(_PUBLISHED))


def _set_published_on(doc: Doc, day: date | str | None) -> None:
    read = _as_day(day)
    doc.user_data[_PUBLISHED] = None if read is None else read.isoformat()  # a date could not be written


def _as_day(day: object) -> date | None:
    if isinstance(day, datetime):
        return day.date()
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(str(day))
    except ValueError:
        raise QuotesError(f"published_on is {str(day)[:40]!r}, not a day; write it as 2031-05-02") from None


Doc.set_extension("quotes", getter=quotes_of, force=True)
if not Doc.has_extension(_PUBLISHED):  # who has one of their own keeps it
    Doc.set_extension(_PUBLISHED, getter=_published_on, setter=_set_published_on)
