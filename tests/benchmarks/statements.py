"""Measure what it costs to save a document against few and many statements that are stored.

    python tests/benchmarks/statements.py [--sizes 1000,100000] [--url postgresql://…]

A database is filled with invented statements, and the same documents are saved and taken back: new ones,
whose words nobody said before; reprints, whose words are stored; and near-copies, which are cut. Printed is
the time of one document of ten quotes: saving it, grouping included, and grouping. Times are medians of the
wall clock.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy.orm import Session

from quotes.store import quote_rows
from quotes.store.batches import batches
from quotes.store.engine import connect, upgrade
from quotes.store.save import save, save_all
from quotes.types import Attribution, Document, Extraction, Span

QUOTES = 10  # of a document
DOCUMENTS = 30
Read = tuple[Document, Extraction]
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstv"
_NAMES = ("Jo Vale", "Mira Danforth", "Pavel Orlin", "Lena Osk", "Ola Brandt")


def sentences(seed: int) -> Iterator[str]:
    """Yield invented sentences of 8 to 30 words; as in a language, few words make up most of them."""
    chance = random.Random(0)  # noqa: S311  # no secret
    syllables = [consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS]
    known = ["".join(chance.choices(syllables, k=3)) for _ in range(5_000)]
    weights = [1 / (rank + 1) for rank in range(len(known))]
    chance.seed(seed)
    while True:
        yield " ".join(chance.choices(known, weights, k=chance.randint(8, 30)))


def document(number: int, said: list[str], opening: str) -> Read:
    """Write a document in which sentences are said, by a few speakers in turn."""
    text, found = f"{opening} {number}. ", []
    for at, sentence in enumerate(said):
        name = _NAMES[at % len(_NAMES)]
        start = len(text) + 1
        text += f"“{sentence}” said {name}. "
        content = Span(start, start + len(sentence))
        source = Span(content.end + 7, content.end + 7 + len(name))
        who: dict[str, Any] = {"source": source, "speaker": name, "speaker_kind": "person"}
        found.append(Attribution(content=(content,), kind="direct", **who))
    return Document(text=text), Extraction(tuple(found), ())


def documents(seed: int, count: int, opening: str, *, cut: bool = False) -> list[Read]:
    """Write documents; with `cut` each sentence lacks its last word."""
    source = sentences(seed)
    written = []
    for number in range(count):
        said = [next(source) for _ in range(QUOTES)]
        written.append(document(number, [one.rpartition(" ")[0] for one in said] if cut else said, opening))
    return written


def measure(session: Session, read: list[Read]) -> tuple[float, float]:
    """Save documents and take them back; return the median milliseconds of saving one, and of grouping it."""
    saving: list[float] = []
    grouping: list[float] = []
    place = quote_rows.place

    def watched(*arguments: Any, **options: Any) -> Any:
        began = perf_counter()
        placing = place(*arguments, **options)
        grouping.append(perf_counter() - began)
        return placing

    quote_rows.place = watched
    try:
        with session.begin_nested() as kept:
            for one in read:
                began = perf_counter()
                save(session, *one, extractor_version="1")
                saving.append(perf_counter() - began)
            kept.rollback()
    finally:
        quote_rows.place = place
    return 1000 * median(saving), 1000 * median(grouping)


def main() -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--sizes", default="1000,100000", help="how many statements to have stored")
    parser.add_argument("--url", help="an empty database; without it, a SQLite file that is removed again")
    arguments = parser.parse_args()
    kinds = {
        "new": documents(2, DOCUMENTS, "New"),
        "reprints": documents(1, DOCUMENTS, "Again"),
        "near-copies": documents(1, DOCUMENTS, "Cut", cut=True),
    }
    sizes = sorted(map(int, arguments.sizes.split(",")))
    stored = documents(1, sizes[-1] // QUOTES, "Stored")
    with tempfile.TemporaryDirectory() as folder:
        url = arguments.url or f"sqlite:///{folder}/quotes.db"
        upgrade(url)
        engine = connect(url)
        print(f"{engine.dialect.name}; milliseconds a document of {QUOTES} quotes")
        print(f"{'statements':>12}{'':>14}{'saving':>10}{'grouping':>10}")
        done = 0
        with Session(engine) as session:
            for size in sizes:
                for some in batches(stored[done : size // QUOTES], 50):
                    save_all(session, some, extractor_version="1")
                session.commit()
                done = size // QUOTES
                for name, read in kinds.items():
                    saving, grouping = measure(session, read)
                    print(f"{size:>12,}{name:>14}{saving:>10.2f}{grouping:>10.2f}")
        engine.dispose()


if __name__ == "__main__":
    main()
