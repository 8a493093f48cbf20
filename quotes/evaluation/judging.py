"""Compare what was extracted from an article with its gold, quote by quote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.evaluation.gold import ATTRIBUTES, NAMED, Article, GoldQuote
from quotes.types import Attribution, Extraction, Span, SpeakerKind

# A paragraph's words without the marks and spaces at its edges.
_PIECE = re.compile(r"""[^\s"'“”‘’«»„‟](?:[^\n]*[^\s"'“”‘’«»„‟])?""")
_OPENING = re.compile(r"""[\s"'“”„«»‘’`]+\Z""")
_PRONOUNS = {"i", "we", "it", "he", "him", "his", "she", "her", "they", "them", "their", "its", "who"}
_SOURCE_PRONOUN = re.compile(r"i|we|it|he|his|she|her|they|who", re.IGNORECASE)
_TITLES = {
    *(
        "the",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "lord",
        "lady",
        "king",
        "queen",
        "prince",
    ),
    *("general", "gen", "governor", "gov", "senator", "sen", "representative", "rep", "ambassador"),
    *("president", "vice", "prime", "minister", "foreign", "secretary"),
}
_EMPTY_WORDS = {"the", "a", "an", "of", "and", "for", "in", "to"}


@dataclass(frozen=True, slots=True)
class Prediction:
    """One part of an extracted quote, as it is scored and written."""

    start: int
    end: int
    source: Span | None
    resolved: str | None
    confidence: float | None
    rule: str | None
    attributes: Mapping[str, Any]
    antecedent: Span | None = None
    speaker_kind: SpeakerKind | None = None

    @property
    def attributed(self) -> bool:
        """Whether the words were given to somebody."""
        return self.source is not None or bool(self.resolved)

    def row(self) -> dict[str, Any]:
        """Return the prediction as one object of a predictions file."""
        source = self.source or (None, None)
        row = {"start": self.start, "end": self.end, "speaker_start": source[0], "speaker_end": source[1]}
        return row | {"resolved": self.resolved, "confidence": self.confidence} | dict(self.attributes)


def predict(text: str, extraction: Extraction) -> tuple[Prediction, ...]:
    """Return the parts of all quotes: each stretch of quoted words is one prediction."""
    return tuple(
        Prediction(
            *span,
            quote.source,
            quote.speaker,
            quote.confidence,
            quote.rule,
            _given(text, quote),
            quote.antecedent,
            quote.speaker_kind,
        )
        for quote in extraction
        for span in quote.content
    )


def mark_style(text: str, start: int) -> str:
    """Name the marks that quoted words stand in: doubled single ones, single ones, or the usual ones."""
    match = _OPENING.search(text, max(0, start - 4), start)
    marks = match.group() if match else ""
    if "''" in marks or "``" in marks:
        return "doubled"
    return "single" if set(marks.strip()) and set(marks.strip()) <= set("'‘") else "usual"


def _given(text: str, quote: Attribution) -> dict[str, str]:
    """Return those attributes that the extractor gives; a date only where it is a day."""
    said, day = quote.said_on, None
    if said is not None and said.precision == "day":
        day = said.day.isoformat()
    role = None if quote.role is None else quote.role.of(text)
    found = dict(zip(ATTRIBUTES, (role, quote.country, day, quote.channel), strict=True))
    return {key: value for key, value in found.items() if value}


def _pieces(text: str, prediction: Prediction) -> Iterator[Span]:
    """Cut a prediction into the words of each of its paragraphs."""
    for match in _PIECE.finditer(text, prediction.start, prediction.end):
        yield Span(*match.span())


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def _pair(gold: Sequence[GoldQuote], pieces: Sequence[Span]) -> dict[int, int]:
    """Pair gold quotes with pieces one to one, the best overlap first; returns piece by gold index."""
    candidates = [
        (overlap, g, p)
        for g, quote in enumerate(gold)
        for p, piece in enumerate(pieces)
        if (overlap := _overlap((quote.start, quote.end), piece)) >= 0.5
    ]
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, p in sorted(candidates, reverse=True):
        if g not in paired and p not in taken:
            paired[g] = p
            taken.add(p)
    return paired


def name_words(name: str) -> list[str]:
    """Return a name's words without case, accents, points, possessive and leading titles."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    found = re.findall(r"\w+", re.sub(r"['’]s\b", "", plain).replace(".", ""))
    first = next((i for i, word in enumerate(found) if word not in _TITLES), len(found) - 1)
    return found[max(first, 0) :]


def same_name(gold: str, name: str) -> tuple[bool, bool]:
    """Tell whether two names are equal, and whether they share their last word and one holds the other."""
    a, b = name_words(gold), name_words(name)
    exact = a == b
    if not a or not b or (len(b) == 1 and b[0] in _PRONOUNS):
        return exact, exact
    return exact, exact or (a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)))


def same_attribute(key: str, gold: object, given: object) -> bool:
    """Tell whether an attribute was given rightly; of a role half of the words must be shared."""
    if key != "role":
        return str(gold) == str(given)
    a, b = (set(re.findall(r"\w+", str(role).casefold())) - _EMPTY_WORDS for role in (gold, given))
    return bool(a and b) and 2 * len(a & b) >= len(a | b)


def source_class(text: str, quote: GoldQuote) -> str:
    """Name the sort of source a gold quote has, such as pronoun, person or unnamed."""
    if _SOURCE_PRONOUN.fullmatch(quote.source[0].of(text).strip()):
        return "pronoun"
    return quote.type if quote.type in (*NAMED, "unnamed", "author", "multiple") else "other"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One gold quote with its prediction, either of which may be missing, and what was right about it."""

    article: Article
    gold: GoldQuote | None
    prediction: Prediction | None
    found: bool = False
    mention: bool = False
    exact: bool = False
    last: bool = False

    @property
    def right(self) -> bool:
        """Whether the right speaker was given: by name where the gold has one, else by the mention."""
        return self.last if self.gold is not None and self.gold.named else self.mention

    @property
    def ignored(self) -> bool:
        """Whether nothing can be said: the gold calls it attributed but has no source."""
        return self.gold is not None and self.gold.attributed and not self.gold.source

    @property
    def false_alarm(self) -> bool:
        """Whether somebody was given words that the gold gives to nobody."""
        return self.found and self.gold is not None and not self.gold.attributed


def judge(article: Article, predictions: Sequence[Prediction]) -> list[Judgement]:
    """Compare an article's gold with its predictions; predictions that answer nothing come last."""
    pieces = [(piece, p) for p in predictions for piece in _pieces(article.text, p)]
    paired = _pair(article.quotes, [piece for piece, _ in pieces])
    judged = []
    for g, quote in enumerate(article.quotes):
        prediction = pieces[paired[g]][1] if g in paired else None
        judged.append(_judge_quote(article, quote, prediction))
    free = set(range(len(pieces))) - set(paired.values())
    loose = (pieces[p][1] for p in sorted(free))
    return judged + [Judgement(article, None, p, found=True) for p in loose if p.attributed]


def _judge_quote(article: Article, quote: GoldQuote, prediction: Prediction | None) -> Judgement:
    if prediction is None or not prediction.attributed:
        return Judgement(article, quote, prediction)
    if not quote.counts:
        return Judgement(article, quote, prediction, found=True)
    source = prediction.source
    mention = source is not None and any(source.start < b and a < source.end for a, b in quote.source)
    exact = last = False
    name = prediction.resolved or (source.of(article.text) if source else "")
    if quote.named and quote.entity and name:
        exact, last = same_name(quote.entity, name)
    return Judgement(article, quote, prediction, True, mention, exact, last)
