"""A server as a source of answers: what it sends is read back into the records that it was made of."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from quotes.client.http import Answer, Http
from quotes.client.reading import read
from quotes.client.sources import Wanted
from quotes.errors import ServerError
from quotes.store.filters import QuoteFilter
from quotes.store.findings import (
    GroupBy,
    GroupPage,
    GroupRecord,
    Match,
    OutletRecord,
    SpeakerHint,
    SpeakerProfile,
    Verdict,
    Verification,
)
from quotes.store.records import (
    CorrectionRecord,
    CueRecord,
    DocumentRecord,
    Page,
    PartRecord,
    QuoteRecord,
    SaidOnRecord,
    SpeakerRecord,
    StatementRecord,
    UpdateRecord,
)
from quotes.types import Attribution, Channel, Extraction, Kind, SaidOn, Span, SpeakerKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _ListMeta:
    """What is read of a list's meta."""

    count: int
    next_cursor: str | None
    quotes: int = 0
    count_is_exact: bool = True


@dataclass(frozen=True, slots=True)
class _VerifyMeta:
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Extracted:
    """One quote of a text that was sent."""

    kind: Kind
    spans: tuple[PartRecord, ...]
    speaker: str | None
    speaker_kind: SpeakerKind | None
    source: PartRecord | None
    antecedent: PartRecord | None
    cue: CueRecord | None
    role: PartRecord | None
    country: str | None
    said_on: SaidOnRecord | None
    channel: Channel | None
    addressee: PartRecord | None
    place: PartRecord | None
    reported_by: PartRecord | None
    rule: str | None
    confidence: float | None
    reason: str | None


class Remote:
    """A server."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self.address = self.base = http.address

    def quotes(self, narrowed: QuoteFilter, sort: str, page: Wanted) -> Page[QuoteRecord]:
        """Return a page of quotes."""
        answer = self._http.get("/v1/quotes", **_params(narrowed), sort=sort, **page._asdict())
        return self._page(QuoteRecord, answer)

    def groups(self, narrowed: QuoteFilter, by: GroupBy, page: Wanted) -> GroupPage:
        """Return a page of groups of quotes."""
        answer = self._http.get("/v1/quotes", **_params(narrowed), group_by=by, **page._asdict())
        meta = self._read(_ListMeta, answer["meta"])
        return GroupPage(self._all(GroupRecord, answer), meta.count, meta.next_cursor, meta.quotes)

    def quote(self, number: int) -> QuoteRecord:
        """Return one quote."""
        return self._one(QuoteRecord, f"/v1/quotes/{number}")

    def speakers(self, q: str | None, page: Wanted) -> Page[SpeakerRecord]:
        """Return a page of speakers."""
        return self._page(SpeakerRecord, self._http.get("/v1/speakers", q=q, **page._asdict()))

    def speaker(self, number: int) -> SpeakerProfile:
        """Return one speaker, or whom an old id leads to."""
        return self._one(SpeakerProfile, f"/v1/speakers/{number}")

    def autocomplete(self, q: str, limit: int) -> tuple[SpeakerHint, ...]:
        """Return the speakers that the beginning of a name can mean."""
        return self._all(SpeakerHint, self._http.get("/v1/autocomplete/speakers", q=q, per_page=limit))

    def statement(self, number: int) -> StatementRecord:
        """Return one statement."""
        return self._one(StatementRecord, f"/v1/statements/{number}")

    def documents(self, narrowed: QuoteFilter, page: Wanted) -> Page[DocumentRecord]:
        """Return a page of documents."""
        answer = self._http.get("/v1/documents", **_params(narrowed), **page._asdict())
        return self._page(DocumentRecord, answer)

    def document(self, number: int) -> DocumentRecord:
        """Return one document, with its text where the server lets everybody have that."""
        return self._one(DocumentRecord, f"/v1/documents/{number}")

    def outlets(self, page: Wanted) -> Page[OutletRecord]:
        """Return a page of publications."""
        return self._page(OutletRecord, self._http.get("/v1/outlets", **page._asdict()))

    def corrections(self, quote_id: int | None, page: Wanted) -> Page[CorrectionRecord]:
        """Return a page of what people put right."""
        answer = self._http.get("/v1/corrections", quote_id=quote_id, **page._asdict())
        return self._page(CorrectionRecord, answer)

    def updates(self, since: datetime | None, page: Wanted) -> Page[UpdateRecord]:
        """Return a page of what is new, changed or gone."""
        return self._page(UpdateRecord, self._http.get("/v1/updates", since=since, **page._asdict()))

    def verify(self, text: str, speaker: str | None) -> Verification:
        """Look words up."""
        answer = self._http.post("/v1/verify", text=text, speaker=speaker)
        return Verification(self._read(_VerifyMeta, answer["meta"]).verdict, self._all(Match, answer))

    def extract(self, text: str, published_on: date | None, language: str) -> Extraction:
        """Find the quotes of a text."""
        answer = self._http.post("/v1/extract", text=text, published_on=published_on, language=language)
        found = [_attribution(one) for one in self._all(_Extracted, answer)]
        return Extraction(
            tuple(one for one in found if one.reason is None),
            tuple(one for one in found if one.reason is not None),
        )

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _page(self, kind: type[T], answer: Answer) -> Page[T]:
        meta = self._read(_ListMeta, answer["meta"])
        results = self._all(kind, answer)
        return Page(results, meta.count, meta.next_cursor, count_is_exact=meta.count_is_exact)

    def _one(self, kind: type[T], path: str) -> T:
        (found,) = self._all(kind, self._http.get(path))
        return found

    def _all(self, kind: type[T], answer: Answer) -> tuple[T, ...]:
        return tuple(self._read(kind, one) for one in answer["results"])

    def _read(self, kind: type[T], value: object) -> T:
        try:
            return read(kind, value)
        except ValueError as error:
            message = f"the server's answer can't be read, it may be of another version: {error}"
            raise ServerError(self.address, message) from error


def _params(narrowed: QuoteFilter) -> dict[str, Any]:
    """Return the filter as an address names it."""
    return {name.rstrip("_"): value for name, value in asdict(narrowed).items() if value is not None}


def _attribution(one: _Extracted) -> Attribution:
    said = one.said_on
    return Attribution(
        content=tuple(Span(part.start, part.end) for part in one.spans),
        kind=one.kind,
        cue=_span(one.cue),
        cue_lemma=one.cue.lemma if one.cue else None,
        source=_span(one.source),
        antecedent=_span(one.antecedent),
        speaker=one.speaker,
        speaker_kind=one.speaker_kind,
        rule=one.rule,
        confidence=one.confidence,
        reason=one.reason,
        role=_span(one.role),
        country=one.country,
        said_on=SaidOn(said.date, said.precision, said.basis, _span(said.words)) if said else None,
        channel=one.channel,
        addressee=_span(one.addressee),
        place=_span(one.place),
        reported_by=_span(one.reported_by),
    )


def _span(part: PartRecord | None) -> Span | None:
    return Span(part.start, part.end) if part else None
