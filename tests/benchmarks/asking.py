"""Measure what questions cost the database, against many quotes.

    python tests/benchmarks/asking.py [--quotes 200000] [--url postgresql://…]

An empty database is filled with invented quotes first: rows alone, without documents being read. Printed are
the median and the slowest of several runs of each question, from the call to the records, in ms.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from linking import names
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from quotes.speakers.names import fold
from quotes.speakers.persons import parse_person
from quotes.statements.wordings import wording
from quotes.store.alias_rows import add_aliases
from quotes.store.autocomplete import complete_speakers
from quotes.store.batches import batches
from quotes.store.engine import connect, upgrade
from quotes.store.findings import GroupBy
from quotes.store.groups import group_quotes
from quotes.store.models import documents, namings, outlets, quotes, spans, speakers, statements
from quotes.store.namings import columns_of
from quotes.store.queries import select_quotes
from quotes.store.records import QuoteFilter
from quotes.store.verification import verify_words
from quotes.store.wording_rows import add_wordings

WORDS = [
    "harbour",
    "treaty",
    "ferry",
    "tunnel",
    "council",
    "petals",
    "patience",
    "minister",
    "open",
    "closed",
    "agree",
    "talk",
    "sign",
    "keep",
    "count",
]
FIRST = date(2015, 1, 1)
RUNS = 20
A_DOCUMENT = 5  # quotes


def fill(session: Session, count: int) -> None:
    """Store so many quotes, five a document, of a speaker for each fifty."""
    chance = random.Random(1)  # noqa: S311  # the same quotes every time
    people = _speakers(session, max(count // 50, 1))
    session.execute(
        insert(outlets), [{"id": n, "name": f"Paper {n}", "key": f"paper {n}"} for n in range(1, 201)]
    )
    for some in batches(range(1, count // A_DOCUMENT + 1), 2_000):
        rows = [_document(chance, number) for number in some]
        session.execute(insert(documents), rows)
        said = [one for row in rows for one in _quotes(chance, row, people)]
        words = {
            wording(one["text"], speaker=one["speaker_id"], day=None, place=str(one["id"])): 1 for one in said
        }
        session.execute(insert(statements), [{"id": one["id"], "quotes": 1} for one in said])
        known = add_wordings(session, words, dict.fromkeys(words, said[0]["id"]))
        ids = {one.wording: one.id for one in known}
        for one in said:
            mine = wording(one["text"], speaker=one["speaker_id"], day=None, place=str(one["id"]))
            one["wording_id"] = ids[mine]
        session.execute(insert(quotes), said)
        session.execute(
            insert(spans), [{"quote_id": one["id"], "position": 0, "start": 0, "end": 5} for one in said]
        )
    session.commit()


def _speakers(session: Session, count: int) -> list[tuple[int, int]]:
    listed = list(enumerate(itertools.islice(names(), count), 1))
    for some in batches(listed):
        keys = {number: parse_person(name).key for number, name in some}
        people = [
            {"id": n, "name": name, "kind": "person", "is_person": True, "quotes": 50, "documents": 50}
            for n, name in some
        ]
        session.execute(insert(speakers), people)
        rows = [
            {
                "id": n,
                "speaker_id": n,
                "is_person": True,
                "key": key,
                "country": "",
                "office": "",
                "apart": 0,
                "entry": "",
                "fixed": None,
                "documents": 50,
                "contested": False,
                **columns_of(key, is_person=True),
            }
            for n, key in keys.items()
        ]
        session.execute(insert(namings), rows)
        add_aliases(
            session, [{"naming_id": n, "name": name, "kind": "person", "key": fold(name)} for n, name in some]
        )
    return [(n, n) for n, _ in listed]


def _document(chance: random.Random, number: int) -> dict[str, Any]:
    day = FIRST + timedelta(days=chance.randrange(4000))
    body = " ".join(chance.choices(WORDS, k=60))
    return {
        "id": number,
        "sha256": f"{number:064}",
        "title": None,
        "outlet_id": chance.randint(1, 200),
        "url": None,
        "author": None,
        "published_on": day,
        "published_sort": day,
        "language": "en",
        "extractor_version": "1",
        "added_at": datetime(2026, 1, 1, tzinfo=UTC),
        "text": body,
    }


def _quotes(chance: random.Random, document: dict[str, Any], people: list[Any]) -> Iterator[dict[str, Any]]:
    for number in range(A_DOCUMENT):
        id_ = (document["id"] - 1) * A_DOCUMENT + number + 1
        speaker, naming = chance.choice(people)
        said = document["published_sort"] - timedelta(days=2) if chance.random() < 0.4 else None
        words = {"said_on_precision": "day", "said_on_basis": "words", "said_on_start": 0, "said_on_end": 4}
        day = said or document["published_sort"]
        yield {
            "id": id_, "document_id": document["id"], "speaker_id": speaker, "naming_id": naming,
            "published_sort": document["published_sort"],
            "kind": chance.choice(["direct", "direct", "mixed"]),
            "start": 0, "end": 5, "source_start": 0, "source_end": 5,
            "cue_lemma": chance.choice(["say", "tell", "add"]),
            "speaker_kind": "person", "rule": "after_verb", "confidence": 0.9, "extractor_version": "1",
            "country": chance.choice(["XO", "XV", "FR", None]),
            "channel": chance.choice(["speech", None, None]),
            "said_on": said, "said_until": said, "said_sort": said or date.min,
            **(words if said else dict.fromkeys(words)),
            "day_sort": day, "day_until": day, "text": " ".join([*chance.choices(WORDS, k=9), f"no{id_}"]),
            "statement_id": id_,
        }  # fmt: skip


def questions(session: Session, name: str) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield each question with what asks it."""

    def ask(**narrow: Any) -> Callable[[], Any]:
        sort = narrow.pop("sort", "-published_on")
        return lambda: select_quotes(session, QuoteFilter(**narrow), sort=sort, per_page=20)

    def group(by: GroupBy, **narrow: Any) -> Callable[[], Any]:
        return lambda: group_quotes(session, QuoteFilter(**narrow), by)

    year = {"from_": date(2020, 1, 1), "to": date(2020, 12, 31)}
    yield "speaker and days", ask(speaker=name, **year)
    yield "speaker and days, by day", ask(speaker=name, sort="-day", **year)
    yield "a week of all", ask(from_=date(2020, 3, 2), to=date(2020, 3, 8), sort="-day")
    yield "not a country", ask(country="!FR", **year)
    yield "q two words", ask(q="harbour petals")
    yield "q_exact phrase", ask(q_exact='"harbour treaty ferry"')
    yield "autocomplete, 3 letters", lambda: complete_speakers(session, name[:3])
    yield "autocomplete, misspelt", lambda: complete_speakers(session, name.split()[-1][:-1] + "x")
    yield "verify, held", lambda: verify_words(session, " ".join(WORDS[:6]))
    yield "verify, three words", lambda: verify_words(session, "harbour treaty ferry", name)
    for by in ("speaker", "country", "outlet", "channel", "kind", "cue", "year", "month", "day"):
        yield f"group_by {by}", group(by)  # type: ignore[arg-type]
    yield "group_by month, with q", group("month", q="harbour")
    yield "sample of 20", ask(sample=20)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=200_000)
    parser.add_argument("--url")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(given.url or f"sqlite:///{Path(folder)}/quotes.db")
        upgrade(engine)
        with Session(engine) as session:
            started = perf_counter()
            fill(session, given.quotes)
            print(f"{given.quotes:,} quotes in {perf_counter() - started:.0f} s, {engine.dialect.name}")
            session.execute(text("ANALYZE"))
            session.commit()
            name = next(names())
            for question, asked in questions(session, name):
                times = []
                for _ in range(RUNS):
                    started = perf_counter()
                    asked()
                    times.append((perf_counter() - started) * 1000)
                print(f"{question:28} {statistics.median(times):8.1f} {max(times):8.1f}")
        engine.dispose()


if __name__ == "__main__":
    main()
