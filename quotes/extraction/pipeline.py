"""The one file that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from quotes.errors import LanguageError
from quotes.extraction import contents, scoring
from quotes.extraction.anaphora import Anaphora
from quotes.extraction.attribution import Candidate, Place, candidates
from quotes.extraction.contents import Words
from quotes.extraction.cues import Cues
from quotes.extraction.dates import Dates
from quotes.extraction.entities import Entity
from quotes.extraction.lines import unwrap
from quotes.extraction.manners import Manners
from quotes.extraction.marks import Quotation, pair
from quotes.extraction.mentions import Names
from quotes.extraction.offices import Offices
from quotes.extraction.patterns import NEAR
from quotes.extraction.phrases import fold
from quotes.extraction.scoring import Choice, Named, choose
from quotes.extraction.sentences import headings
from quotes.extraction.shape import read
from quotes.extraction.telling import Manner, Office, Telling
from quotes.extraction.unsaid import Unsaid
from quotes.extraction.weighing import Seen
from quotes.languages.english import ENGLISH
from quotes.languages.language import Language
from quotes.types import Attribution, Extraction, Kind, SaidOn, Span, SpeakerKind

EXTRACTOR_VERSION: Final = "0.10.0"
_LANGUAGES: Final = {"en": ENGLISH}
# A source that is hardly likely is none: it is told as ambiguous. More is asked of one that only stands
# near, and for what may be a title.
_LIKELY: Final = 0.45
_LIKELY_NEAR: Final = 0.65


def extract(
    text: str,
    *,
    published_on: date | None = None,
    language: str = "en",
) -> Extraction:
    """Return the quotes in a text, each with its speaker, rule and confidence.

    Every span is of `text` as it was given. `published_on` is the day on which it was printed, from which
    “on Saturday” is counted.
    Raises LanguageError for a language without a word list.
    """
    words = _LANGUAGES.get(language)
    if words is None:
        raise LanguageError(f"no word list for the language {language!r}; known: {', '.join(_LANGUAGES)}")
    return extract_with(text, words, published_on=published_on)


def extract_with(text: str, language: Language, *, published_on: date | None = None) -> Extraction:
    """Return the quotes in a text, read with the tables of a language given."""
    lines, quotations, nicknames = marked(text)
    found: tuple[Attribution, ...] = tuple(_nicknames(nicknames))
    if quotations:
        found += tuple(Reading(lines, quotations, language, published_on).attributions())
    return Extraction(
        tuple(a for a in found if a.source is not None), tuple(a for a in found if a.source is None)
    )


def marked(text: str) -> tuple[str, tuple[Quotation, ...], tuple[Quotation, ...]]:
    """Return the text as it is to be read, of the same length, its quotations, and the nicknames in marks.

    Wrapped lines are joined; a nickname stands between ‹ and ›, without its article.
    """
    lines = unwrap(text)
    quotations: list[Quotation] = []
    nicknames: list[Quotation] = []
    for q in pair(lines):
        (nicknames if contents.is_nickname(lines, q) else quotations).append(q)
    if nicknames:
        letters = list(lines)
        for q in nicknames:
            at = q.start + 4 if lines[q.start : q.start + 4].lower() == "the " else q.start
            letters[q.open : at] = "‹" + " " * (at - q.open - 1)
            letters[q.close - 1] = "›"
        lines = "".join(letters)
    return lines, tuple(quotations), tuple(nicknames)


def _least(candidate: Candidate, words: list[str]) -> float:
    """How likely a source has to be; words that look like a title are seldom said."""
    title = len(words) > 1 and contents.is_title(words)
    return _LIKELY_NEAR if title or NEAR.issuperset(candidate.patterns) else _LIKELY


def _nicknames(nicknames: tuple[Quotation, ...]) -> Iterator[Attribution]:
    for q in nicknames:
        yield Attribution(content=(Span(q.start, q.end),), kind="mixed", reason="nickname")


class _Attributed(NamedTuple):
    """A quote that was given to somebody, whose facts are still to be read."""

    telling: Telling
    content: tuple[Span, ...]
    kind: Kind
    source: Span
    speaker: str | None
    speaker_kind: SpeakerKind
    confidence: float
    office: Office


class Reading:
    """One text on its way through the stages; each is done once, in the order of these lines."""

    def __init__(
        self,
        text: str,
        quotations: tuple[Quotation, ...],
        language: Language,
        published_on: date | None = None,
    ) -> None:
        self.text, self.quotations, self.language = text, quotations, language
        self.words = [contents.first_words(text, q) for q in quotations]
        self.shape = read(text, quotations, language)
        self.phrases = fold(self.shape, quotations, text)
        self.headings = headings(self.shape, self.phrases, quotations)
        self.names = Names(self.shape, self.phrases, self.headings, language, text)
        self.spoken = contents.Spoken(text, quotations, self.phrases.quotations).__getitem__
        self.anaphora = Anaphora(self.names, self.spoken)
        self.unsaid = Unsaid(self.names, text, quotations, self.words)
        self.cues = Cues(self.names, dict(zip(self.phrases.quotations, self.words, strict=True)))
        self.offices = Offices(self.names, self.anaphora)
        self.dates = Dates(self.anaphora, text, published_on)
        self.manners = Manners(self.names, self.anaphora.clauses)

    def attributions(self) -> Iterator[Attribution]:
        """Yield an attribution for each quote, whether it got a source or not."""
        choices = self._choices()
        found = [self._labelled(parts) or self._attributed(parts, choices) for parts in self._quotes(choices)]
        told = [one.telling for one in found if isinstance(one, _Attributed)]
        # One after the other for all quotes at once: a processor is faster at doing the same again.
        manners = list(map(self.manners.of, told))
        facts = zip(manners, list(map(self.dates.of, told)), strict=True)
        for one in found:
            yield self._with_facts(one, *next(facts)) if isinstance(one, _Attributed) else one

    def _choices(self) -> list[Choice]:
        """Weigh the candidates of each quotation in turn; each may go on with the one before."""
        chosen: list[Choice] = []
        before: Candidate | None = None
        for n, at in enumerate(self.phrases.quotations):
            found, seen, none = self.weighable(n, before)
            if self.unsaid.has(n, at):
                best = Choice(None, 1.0)
            else:
                best = choose(self.language, found, seen, none, self.anaphora.entity)
            before = best.candidate or before
            chosen.append(best)
        return chosen

    def weighable(
        self, n: int, before: Candidate | None
    ) -> tuple[list[Candidate], list[list[Seen]], Words | None]:
        """Return the candidates for the n-th quotation, what speaks for each, and what for none.

        The last is None where the text says for certain that somebody said it.
        """
        letters, where = self.phrases.letters, self.phrases.quotations
        q, at = self.quotations[n], where[n]
        alone = contents.sentence_like(self.text, q, letters, at)
        place = Place(at, where[n - 1] if n else None, alone, q.reopened)
        found, certain = self.cues.admitted(candidates(letters, place, before), at)
        seen = scoring.see(letters, at, found, self.names.phrase.lemma)
        for c, of_one in zip(found, seen, strict=True):
            entity = self.names.of_phrase.get(c.source)
            if entity is not None:
                of_one.append(self._named(c, entity, before, at))
        if certain or (
            self.cues.introduced(found, at)
            and (contents.is_sentence(self.text, q, self.words[n]) or self.cues.labelled(at))
        ):
            return found, seen, None
        return found, seen, contents.see(self.text, q, self.words[n], letters, at, self._beside(at))

    def _named(self, candidate: Candidate, entity: Entity, before: Candidate | None, at: int) -> Named:
        again = before is not None and self.names.of_phrase.get(before.source) is entity
        full, inside = len(entity.words) > 1, entity.words[-1] in self.spoken(at)
        return Named(candidate.patterns[0], entity.kind, full, again, inside)

    def _beside(self, at: int) -> tuple[str, str]:
        """The words right before and behind a quotation; of a word in no list, a name say, only its kind."""
        k = self.phrases.first[at]
        return self._common(k - 1), self._common(k + 1)

    def _common(self, k: int) -> str:
        if not 0 <= k < len(self.shape.words):
            return ""
        word = self.shape.words[k].lower()
        return word if word in self.language.letters else self.shape.letters[k]

    def _quotes(self, choices: list[Choice]) -> Iterator[list[int]]:
        """Put the quotations together that are one quote: split by its cue, or over several paragraphs."""
        parts: list[int] = []
        for n, q in enumerate(self.quotations):
            if parts and not (self._goes_on(parts, n, choices) if q.reopened else self._joins(n, q, choices)):
                yield parts
                parts = []
            parts.append(n)
        if parts:
            yield parts

    def _goes_on(self, parts: list[int], n: int, choices: list[Choice]) -> bool:
        """Tell whether a paragraph goes on with what was left open: nobody else is named beside it."""
        if contents.label(self.text, self.quotations[n]) is not None:
            return False
        one, two = self._chosen(parts, choices).candidate, choices[n].candidate
        if one is None or two is None or not one.near or two.elsewhere:
            return True
        named = self.phrases.letters[two.source] == "N"
        return not named or self.anaphora.entity(one.source) is self.anaphora.entity(two.source)

    def _chosen(self, parts: list[int], choices: list[Choice]) -> Choice:
        """The choice for a quote of several parts: whoever stands beside one of them, before who goes on."""
        sourced = [choices[n] for n in parts if choices[n].candidate is not None]
        beside = (c for c in sourced if c.candidate is not None and c.candidate.near)
        return next(beside, sourced[0] if sourced else choices[parts[0]])

    def _joins(self, n: int, q: Quotation, choices: list[Choice]) -> bool:
        """Tell whether a quotation goes on with the one before, from which its cue parts it."""
        letters, where = self.phrases.letters, self.phrases.quotations
        one, two = choices[n - 1].candidate, choices[n].candidate
        if one is None or two is None or one.source != two.source or not where[n - 1] < one.source < where[n]:
            return False
        return contents.goes_on(self.text, q, letters, where[n - 1], where[n])

    def _labelled(self, parts: list[int]) -> Attribution | None:
        """“DANFORTH: We will talk.”: a transcript's speaker stands inside the marks."""
        q = self.quotations[parts[0]]
        ends = contents.label(self.text, q)
        if ends is None:
            return None
        source = Span(q.start, ends[0])
        content = (Span(ends[1], q.end), *(self._content(n) for n in parts[1:]))
        speaker = self.names.label(source.of(self.text), self.phrases.quotations[parts[0]])
        return Attribution(
            content=content,
            kind="direct",
            source=source,
            speaker=speaker,
            speaker_kind="person",
            rule="label",
            confidence=self._trusted(1.0, source.of(self.text), speaker, "person", described=False),
        )

    def _content(self, n: int) -> Span:
        return Span(self.quotations[n].start, self.quotations[n].end)

    def _attributed(self, parts: list[int], choices: list[Choice]) -> Attribution | _Attributed:
        q, at = self.quotations[parts[0]], self.phrases.quotations[parts[0]]
        content = tuple(map(self._content, parts))
        kind = contents.kind(self.text, q, self.words[parts[0]], self.phrases.letters, at)
        choice = self._chosen(parts, choices)
        candidate = choice.candidate
        if candidate is None or choice.share < _least(candidate, self.words[parts[0]]):
            heading, ambiguous = at in self.headings, candidate is not None
            why = contents.reason(self.words[parts[0]], heading=heading, ambiguous=ambiguous)
            return Attribution(content=content, kind=kind, reason=why)
        entity = self.anaphora.entity(candidate.source)
        antecedent = self.anaphora.antecedent(candidate.source)
        source = self._source(candidate.source)
        speaker = None
        if entity is not None and entity.kind != "group":  # "officials", "critics" are no one speaker
            speaker = self.anaphora.full_name(entity, candidate.source)
        speaker_kind: SpeakerKind = entity.kind if entity is not None else self._nameless(candidate.source)
        words = source.of(self.text)
        share = choice.share * self.anaphora.share(candidate.source)
        telling = Telling(at, self.phrases.quotations[parts[-1]], *candidate, entity, antecedent)
        confidence = self._trusted(share, words, speaker, speaker_kind, described=antecedent is not None)
        office = self.offices.of(telling)  # while nobody behind it is known: a later quote may tell of others
        return _Attributed(telling, content, kind, source, speaker, speaker_kind, confidence, office)

    def _with_facts(self, one: _Attributed, manner: Manner, said_on: SaidOn | None) -> Attribution:
        telling, content, kind, source, speaker, speaker_kind, confidence, office = one
        cue, antecedent = telling.cue, telling.antecedent
        return Attribution(
            content=content,
            kind=kind,
            cue=None if cue is None else self.span(cue),
            cue_lemma=None if cue is None else self.cues.lemma(cue),
            source=source,
            antecedent=None if antecedent is None else self._of_tokens(*antecedent),
            speaker=speaker,
            speaker_kind=speaker_kind,
            rule=telling.patterns[0],
            confidence=confidence,
            role=office.role,
            country=office.country,
            said_on=said_on,
            channel=manner.channel,
            addressee=manner.addressee,
            place=manner.place,
            reported_by=manner.reported_by,
        )

    def _nameless(self, k: int) -> SpeakerKind:
        """“Republicans” are a group that has a name, “critics” are not."""
        last = self.phrases.last[k] - 1
        plural = self.shape.letters[last] == "y" and self.shape.words[last][0].isupper()
        return "group" if plural else "unnamed"

    def _trusted(
        self, share: float, source: str, speaker: str | None, kind: SpeakerKind, *, described: bool
    ) -> float:
        """How likely the speaker is right: the share of the source times what its sort is worth."""
        sort = scoring.sort_of_source(source, speaker, kind, described, self.language)
        return scoring.trusted(share, sort, self.language.trust)

    def _source(self, k: int) -> Span:
        """Return where a source stands, with what it is near to: “a source close to the talks”."""
        first, last = self.phrases.first[k], self.phrases.last[k]
        near = self.shape.words[last : last + 1]
        if near and near[0].lower() in self.language.knowing and self.phrases.letters.startswith("i", k + 1):
            last = self.phrases.last[k + 2]
        return self._of_tokens(first, last)

    def span(self, k: int) -> Span:
        """Return where the k-th phrase stands."""
        return self._of_tokens(self.phrases.first[k], self.phrases.last[k])

    def _of_tokens(self, first: int, last: int) -> Span:
        return Span(self.shape.starts[first], self.shape.ends[last - 1])
