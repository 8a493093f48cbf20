"""Quotes as TEI: each said by somebody to somebody, within a citation, or where it stands in its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import regex

from quotes.export.citation import CitedDay
from quotes.store.records import DocumentRecord, DocumentRef, QuoteRecord

# What no XML may hold; one sign for one, so that offsets stay.
_FORBIDDEN = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
_HEADER = """\
<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>\
<publicationStmt><publisher>{publisher}</publisher></publicationStmt>\
<sourceDesc>{source}</sourceDesc></fileDesc></teiHeader>
"""


class Piece(NamedTuple):
    """Words of a quote that stand together."""

    start: int
    end: int
    quote: QuoteRecord


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield one document with a citation a quote; who speaks and who is spoken to stand at its end."""
    source = "<p>Each quotation names the text that it is from.</p>"
    yield f"{_OPENING}{_header('Quotations', base, source)}<text><body>\n<div>".encode()
    people = _People(base)
    empty = True
    for quote in quotes:
        empty = False
        content = _parts(quote)
        said = (
            f'<said xml:id="said{quote.id}"{people.attributes(quote)} xml:space="preserve">{content}</said>'
        )
        bibl = _bibl(quote.document, base, quote)
        yield f'\n<cit xml:id="quote{quote.id}">{said}{bibl}</cit>'.encode()
    nothing = "<p>There are none.</p>" if empty else ""
    yield f"{nothing}\n</div>\n</body></text>\n{people.listed()}</TEI>\n".encode()


def write_document(document: DocumentRecord, quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield a document's whole text, sign for sign, with each quote marked where it stands."""
    text = document.text or ""
    about = DocumentRef(
        document.id, document.title, document.outlet, document.url,
        document.author, document.published_on, document.sha256,
    )  # fmt: skip
    people = _People(base)
    header = _header(document.title or f"Document {document.id}", base, _bibl(about, base))
    body = _marked(text, list(quotes), people)
    yield (
        f'{_OPENING}{header}<text><body><ab xml:space="preserve">{body}</ab></body></text>\n'
        f"{people.listed()}</TEI>\n"
    ).encode()


class _People:
    """Those whom quotes name, listed once each behind the text: it is written while quotes are still read."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.speakers: dict[str, str] = {}
        self.addressees: dict[str, str] = {}

    def attributes(self, quote: QuoteRecord) -> str:
        """Return who says it, to whom, and whether in their own words."""
        attributes = {"direct": "false" if quote.kind == "indirect" else "true"}
        if quote.speaker is not None:
            id_ = f"speaker{quote.speaker.id}"
            name = _text(quote.speaker.name)
            address = quoteattr(f"{self.base}/v1/speakers/{quote.speaker.id}")
            element, naming = ("person", "persName") if quote.speaker.kind == "person" else ("org", "orgName")
            self.speakers[id_] = (
                f'<{element} xml:id="{id_}" sameAs={address}><{naming}>{name}</{naming}></{element}>'
            )
            attributes["who"] = f"#{id_}"
        if quote.addressee is not None:
            id_ = f"addressee{quote.id}"
            name = _text(quote.addressee.text)
            self.addressees[id_] = (
                f'<personGrp xml:id="{id_}" role="addressee"><name>{name}</name></personGrp>'
            )
            attributes["toWhom"] = f"#{id_}"
        return "".join(f' {name}="{value}"' for name, value in attributes.items())

    def listed(self) -> str:
        """Return the list of them, nothing where there are none."""
        listed = (*self.speakers.values(), *self.addressees.values())
        return f"<standOff><listPerson>{''.join(listed)}</listPerson></standOff>\n" if listed else ""


def _parts(quote: QuoteRecord) -> str:
    if len(quote.spans) < 2:
        return _text(quote.text)
    return " ".join(f'<seg n="{at}">{_text(part.text)}</seg>' for at, part in enumerate(quote.spans, 1))


def _bibl(document: DocumentRef, base: str, quote: QuoteRecord | None = None) -> str:
    """Return what is known of a text, and of a quote's place and day."""
    known = []
    if document.author:
        known.append(f"<author>{_text(document.author)}</author>")
    if document.title:
        known.append(f'<title level="a">{_text(document.title)}</title>')
    if document.outlet:
        known.append(f'<title level="j">{_text(document.outlet)}</title>')
    if document.published_on:
        known.append(f'<date type="published" when="{document.published_on.isoformat()}"/>')
    if quote is not None and quote.said_on is not None:
        said_on = CitedDay(quote.said_on.date, quote.said_on.precision)
        known.append(f'<date type="said" when="{said_on}"/>')
    if quote is not None and quote.place is not None:
        known.append(f"<placeName>{_text(quote.place.text)}</placeName>")
    known.append(f'<idno type="sha256">{document.sha256}</idno>')
    if document.url:
        known.append(f"<ptr target={_target(document.url)}/>")
    where = quote.permalink if quote is not None else f"/v1/documents/{document.id}"
    known.append(f"<ptr target={_target(base + where)}/>")
    return f"<bibl>{''.join(known)}</bibl>"


def _marked(text: str, quotes: Sequence[QuoteRecord], people: _People) -> str:
    """Return a text with its quotes marked where they stand."""
    pieces = nested([Piece(part.start, part.end, quote) for quote in quotes for part in quote.spans])
    names = _names(pieces)
    attributes = {quote.id: people.attributes(quote) for quote in quotes}
    written: list[str] = []
    open_: list[Piece] = []
    at = 0

    def close_until(start: int) -> None:
        nonlocal at
        while open_ and open_[-1].end <= start:
            piece = open_.pop()
            link = _target(people.base + piece.quote.permalink)
            written.append(f"{_text(text[at : piece.end])}</said><ptr target={link}/></cit>")
            at = piece.end

    for piece, name in zip(pieces, names, strict=True):
        close_until(piece.start)
        written.append(f"{_text(text[at : piece.start])}<cit><said {name}{attributes[piece.quote.id]}>")
        at = piece.start
        open_.append(piece)
    close_until(len(text))
    return "".join((*written, _text(text[at:])))


def nested(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces as XML nests them: of two that cross, the later is cut where the other ends."""
    todo = [(piece.start, -piece.end, number, piece) for number, piece in enumerate(pieces)]
    heapify(todo)
    open_: list[Piece] = []
    written: list[Piece] = []
    while todo:
        *_, number, piece = heappop(todo)
        while open_ and open_[-1].end <= piece.start:
            open_.pop()
        if open_ and open_[-1].end < piece.end:
            end = open_[-1].end
            heappush(todo, (end, -piece.end, number, piece._replace(start=end)))
            piece = piece._replace(end=end)
        open_.append(piece)
        written.append(piece)
    return written


def _names(pieces: Sequence[Piece]) -> list[str]:
    """Return the identifier of each piece and, where its quote has several, those of its neighbours."""
    of_quotes = Counter(piece.quote.id for piece in pieces)
    seen: Counter[int] = Counter()
    names = []
    for piece in pieces:
        id_ = piece.quote.id
        seen[id_] += 1
        at, last = seen[id_], of_quotes[id_]
        if last == 1:
            names.append(f'xml:id="said{id_}"')
            continue
        before = f' prev="#said{id_}.{at - 1}"' if at > 1 else ""
        after = f' next="#said{id_}.{at + 1}"' if at < last else ""
        names.append(f'xml:id="said{id_}.{at}"{before}{after}')
    return names


def _header(title: str, base: str, source: str) -> str:
    return _HEADER.format(title=_text(title), publisher=_text(base or "quotes"), source=source)


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def _target(url: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", "".join(url.split())))
