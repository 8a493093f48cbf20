"""Invent as many quotes as are wanted, and write their rows as save() would, but in bulk.

Documents are made of invented words by invented people, always the same ones. `fill` writes what questions
look at and leaves out what only saving needs (anchors of wordings, which document uses which alias).
"""

from __future__ import annotations

import hashlib
import itertools
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Table, bindparam, func, insert, select, text, update
from sqlalchemy.orm import Session

from quotes.speakers.names import fold
from quotes.statements.wordings import Wording
from quotes.store.alias_rows import add_grams
from quotes.store.batches import batches
from quotes.store.grouping import wording_of
from quotes.store.linking import Link
from quotes.store.models import (
    UNDATED,
    alias_grams,
    aliases,
    documents,
    namings,
    offices,
    outlets,
    quotes,
    spans,
    speakers,
    statements,
    wordings,
)
from quotes.store.namings import Named, columns_of, named_in
from quotes.store.quote_rows import Home, _row
from quotes.types import Attribution, Document, Extraction, SaidOn, Span

_PARTS = """
Mira Ola Jo Ana Tom Lena Nat Pavel Su Ivo Marta Karl Nora Emil Rosa Finn Ada Hugo Ines Otto
Dan Bran Val Ors Kel Mor Tav Lind Hol Bergs Rast Wend Zol Fenn Gar Hast Juv Kral Nyl Pask
forth dt er son ski ova ez mann etti ov
harbour treaty ferry tunnel council petals patience minister open closed agree talk sign keep count
envoy governor mayor chancellor commissioner
"""
_FIRST, _SURNAME, _ENDING, COMMON, _ROLES = (line.split() for line in _PARTS.strip().splitlines())
_SYLLABLES = ["ba", "den", "fo", "gri", "hal", "ki", "lom", "mer", "nu", "pol", "ra", "sot", "tu", "ve"]
WORDS = COMMON + ["".join(parts) for parts in itertools.product(_SYLLABLES, repeat=3)]
# the n-th word comes an n-th as often as the first, as in a language
_WEIGHTS = list(itertools.accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
_COUNTRIES = ["FR", "DE", "BR", "JP", "IN", "ZA"]
_CUES = [("said", "say"), ("warned", "warn"), ("added", "add")]
_ADDRESSEES = ["the council", "reporters", None, None, None]
_CHANNELS = ["speech", "letter", None, None, None]
FIRST_DAY, _DAYS = date(2015, 1, 1), 4000
A_DOCUMENT = 5  # quotes
OUTLETS = [f"Paper {number}" for number in range(200)]
_BATCH = 5_000


class Person(NamedTuple):
    """Somebody invented; a country and a role are given with the name in every document, or in none."""

    name: str
    country: str | None
    role: str | None


def people(count: int) -> list[Person]:
    """Invent people: few first names, many surnames, each of several people."""
    parts = [_SURNAME, _SURNAME, _ENDING, "aeiou", _FIRST, _FIRST]
    step = max(8_000_000 // count - 1, 1) | 1
    made = itertools.islice(itertools.product(*parts), 0, None, step)
    names = (f"{first} {more} {one}{vowel}{two.lower()}{end}" for one, two, end, vowel, first, more in made)
    return [
        Person(name, _COUNTRIES[number % 6], _ROLES[number % 5])
        if number % 4 == 0
        else Person(name, None, None)
        for number, name in enumerate(itertools.islice(names, count))
    ]


def news(count: int) -> Iterator[tuple[Document, Extraction]]:
    """Invent documents of five quotes each, so many quotes in all, of a person for every fifty."""
    chance = random.Random(1)  # noqa: S311  # the same quotes every time
    known = people(max(count // 50, 5))
    person, words = known[0], "harbour"
    for number in range(count // A_DOCUMENT):
        day = FIRST_DAY + timedelta(days=chance.randrange(_DAYS)) if chance.random() < 0.99 else None
        text, found = f"Report {number}. ", []
        for _ in range(A_DOCUMENT):
            if chance.random() < 0.97:  # else somebody is quoted with the same words again
                # some people speak far more often than others
                person = known[int(len(known) * chance.random() ** 2)]
                words = " ".join(chance.choices(WORDS, cum_weights=_WEIGHTS, k=chance.randint(8, 20)))
            more, quote = _quote(chance, len(text), words, person, day)
            text += more
            found.append(quote)
        document = Document(
            text=text,
            title=f"Report {number}",
            url=f"https://example.org/reports/{number}",
            published_on=day,
            outlet=chance.choice(OUTLETS),
        )
        yield document, Extraction(tuple(found), ())


def _quote(
    chance: random.Random, start: int, words: str, person: Person, day: date | None
) -> tuple[str, Attribution]:
    text = ""

    def put(words: str | None) -> Any:
        nonlocal text
        if words is None:
            return None
        at = start + len(text)
        text += f"{words} "
        return Span(at, at + len(words))

    cue, lemma = chance.choice(_CUES)
    quote = Attribution(
        content=(put(words),),
        kind=chance.choice(["direct", "direct", "mixed"]),
        cue=put(cue),
        cue_lemma=lemma,
        source=put(person.name),
        speaker=person.name,
        speaker_kind="person",
        role=put(person.role),
        country=person.country,
        rule=chance.choice(["after_verb", "before_verb"]),
        confidence=chance.choice([0.8, 0.9]),
        channel=chance.choice(_CHANNELS),
        addressee=put(chance.choice(_ADDRESSEES)),
        said_on=_said_on(chance, put, day),
    )
    return text, quote


def _said_on(chance: random.Random, put: Any, day: date | None) -> SaidOn | None:
    if day is None or chance.random() < 0.6:
        return None
    if chance.random() < 0.7:
        return SaidOn(day - timedelta(days=2), "day", "words", put("two days before"))
    return SaidOn(day.replace(day=1), "month", "words", put("in that month"))


def fill(session: Session, count: int) -> None:
    """Write the rows of so many invented quotes into an empty database, and their indexes afterwards."""
    names = [{"id": n, "name": name, "key": fold(name)} for n, name in enumerate(OUTLETS, 1)]
    session.execute(insert(outlets), names)
    taken_away = list(quotes.indexes)
    for index in taken_away:
        index.drop(session.connection())
    rows = _Rows(session)
    for some in batches(news(count), _BATCH // A_DOCUMENT):
        rows.write(some)
    rows.finish()
    for index in taken_away:
        index.create(session.connection())
    session.commit()


_SHIFTED = {("wordings", "speaker_id"): "speakers"}  # refers to rows without saying so to the database
_RENAMED = {
    ("speakers", "name"), ("aliases", "name"), ("aliases", "key"), ("namings", "key"), ("namings", "whole"),
    ("documents", "sha256"),
}  # fmt: skip


def multiply(session: Session, times: int) -> None:
    """Copy a filled database within itself until it has so many times the rows, of other people."""
    tables = (
        documents, speakers, namings, aliases, alias_grams, offices, statements, wordings, quotes, spans,
    )  # fmt: skip
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA cache_size = -4000000"))  # kB; the indexes are written all over
    last = {t.name: session.scalar(select(func.max(t.c.id))) or 0 for t in tables if "id" in t.c}
    taken_away = list(quotes.indexes)
    for index in taken_away:
        index.drop(session.connection())
    for n in range(1, times):
        for table in tables:
            _copy(session, table, n, last)
        session.commit()
    for index in taken_away:
        index.create(session.connection())
    session.commit()


def _copy(session: Session, table: Table, n: int, last: dict[str, int]) -> None:
    """Copy the first rows of a table for the n-th time."""
    refers = {c.name: next(iter(c.foreign_keys)).column.table.name for c in table.c if c.foreign_keys}
    refers |= {column: of for (name, column), of in _SHIFTED.items() if name == table.name}
    if "id" in table.c:
        refers["id"] = table.name
    chosen = [
        c + n * last[refers[c.name]] if refers.get(c.name) in last
        else c + _SYLLABLES[n] if (table.name, c.name) in _RENAMED
        else c
        for c in table.c
    ]  # fmt: skip
    bound = "id" if "id" in table.c else next(name for name, of in refers.items() if of in last)
    first = select(*chosen).where(table.c[bound] <= last[refers[bound]])
    session.execute(insert(table).from_select([c.name for c in table.c], first))


class _Rows:
    """Gives ids, and remembers the namings, aliases and wordings that there are."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.ids: Counter[str] = Counter()  # the last of each table
        self.known: dict[Any, int] = {}
        self.printings: Counter[int] = Counter()
        self.quoted: Counter[int] = Counter()
        self.named: Counter[int] = Counter()
        self.new: dict[Table, list[dict[str, Any]]] = {}

    def write(self, some: Sequence[tuple[Document, Extraction]]) -> None:
        """Write documents with all that is in them."""
        # in this order: what is referred to goes first
        tables = (documents, speakers, namings, aliases, offices, statements, wordings, quotes, spans)
        self.new = {table: [] for table in tables}
        for document, extraction in some:
            self._document(document, extraction)
        for table, rows in self.new.items():
            if rows:
                self.session.execute(insert(table), rows)
        add_grams(self.session, ((row["id"], row["key"]) for row in self.new[aliases]))

    def finish(self) -> None:
        """Write the counts."""
        for table, count in (
            (speakers, self.quoted),
            (statements, self.printings),
            (wordings, self.printings),
        ):
            several = [{"of": id_, "more": more} for id_, more in count.items() if more > 1]
            noted = update(table).where(table.c.id == bindparam("of")).values(quotes=bindparam("more"))
            self.session.execute(noted, several)
        for table in (speakers, namings):
            noted = update(table).where(table.c.id == bindparam("of")).values(documents=bindparam("more"))
            self.session.execute(noted, [{"of": id_, "more": more} for id_, more in self.named.items()])
        if self.session.get_bind().dialect.name == "postgresql":  # its own counters know nothing of our ids
            for table in self.new:
                if "id" in table.c:
                    counter = func.pg_get_serial_sequence(table.name, "id")
                    self.session.execute(select(func.setval(counter, self.ids[table.name])))

    def _add(self, table: Table, **row: Any) -> int:
        self.ids[table.name] += 1
        self.new[table].append({"id": self.ids[table.name], **row})
        return self.ids[table.name]

    def _document(self, document: Document, extraction: Extraction) -> None:
        id_ = self._add(
            documents,
            sha256=hashlib.sha256(document.text.encode()).hexdigest(),
            title=document.title,
            url=document.url,
            outlet_id=OUTLETS.index(document.outlet or "") + 1,
            published_on=document.published_on,
            published_sort=document.published_on or UNDATED,
            language="en",
            extractor_version="1",
            added_at=datetime(2026, 1, 1, tzinfo=UTC),
            text=document.text,
        )
        home = Home(id_, document.published_on or UNDATED, "1")
        for one, quote in zip(self._speakers(home, document, extraction), extraction, strict=True):
            row = _row(home, document.text, quote, Link(one, one))  # one naming a speaker
            self.quoted[one] += 1
            place = self._place(wording_of(row))
            new = self._add(quotes, **row, wording_id=place, statement_id=place)
            for position, span in enumerate(quote.content):
                self.new[spans].append(
                    {"quote_id": new, "position": position, "start": span.start, "end": span.end}
                )

    def _speakers(self, home: Home, document: Document, extraction: Extraction) -> list[int]:
        """Return the naming of each quote, which has the id of its speaker."""
        named = named_in(document.text, list(extraction))
        found: dict[int, int] = {}
        for one in named:
            assert one is not None
            if id(one) in found:
                continue
            naming = self.known.get(one.naming)
            if naming is None:
                naming = self.known[one.naming] = self._speaker(one)
            for alias in one.aliases:
                if (naming, alias) not in self.known:
                    row = {"naming_id": naming, "name": alias.name, "kind": alias.kind}
                    self.known[naming, alias] = self._add(aliases, **row, key=fold(alias.name))
            for office in one.offices:
                seen = {
                    "naming_id": naming,
                    "document_id": home.document_id,
                    "seen_sort": home.published_sort,
                }
                self._add(offices, **seen, **office._asdict())
            self.named[naming] += 1
            found[id(one)] = naming
        return [found[id(one)] for one in named]

    def _speaker(self, one: Named) -> int:
        name = next(iter(one.aliases)).name
        counts = {"quotes": 1, "documents": 1}
        id_ = self._add(speakers, name=name, kind="person", is_person=True, **counts)
        columns = one.naming._asdict() | columns_of(one.naming.key, is_person=True)
        rest = {"speaker_id": id_, "fixed": None, "documents": 1, "contested": False}
        return self._add(namings, **columns, **rest)

    def _place(self, words: Wording) -> int:
        """Return the wording of a quote, which has the id of its statement."""
        id_ = self.known.get(words.key)
        if id_ is None:
            self._add(statements, quotes=1)
            day = {"day": words.day, "quotes": 1, "words": " ".join(words.words)}
            id_ = self._add(
                wordings, statement_id=self.ids["statements"], key=words.key, speaker_id=words.speaker, **day
            )
            self.known[words.key] = id_
        self.printings[id_] += 1
        return id_
