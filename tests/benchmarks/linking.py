"""Measure what it costs to find out who speaks in a document, against many speakers that are known.

    python tests/benchmarks/linking.py [GOLD.json…] [--speakers 100000] [--url postgresql://…]

A database with that many invented speakers is filled first. The articles are extracted and saved as new
documents, each by itself or, as `quotes ingest` does, in batches; then they are read again as new documents,
whose speakers are all known. Printed are the times of one article: extracting it, linking it, and saving it
with all its rows, linking included. Without files it reads the annotated articles beside the project, or
else the samples. Times are processor time of this process, the best of several runs.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

import quotes
from quotes.evaluation import load_gold
from quotes.speakers.names import fold
from quotes.speakers.persons import parse_person
from quotes.store import quote_rows
from quotes.store.batches import batches
from quotes.store.engine import connect, upgrade
from quotes.store.models import aliases, namings, speakers
from quotes.store.namings import columns_of
from quotes.store.save import save_all
from quotes.types import Document, Extraction

ROOT = Path(__file__).parents[2]
CORPUS = [
    ROOT.parent / "shared" / "corpus" / name
    for name in ("wikinews/2019.json", "polnear/dev.json", "polnear/train.json")
]
SEEDS = ROOT / "seeds" / "gold.json"
BATCH = 50  # as in quotes.cli.ingesting
_PARTS = """
Mira Ola Jo Ana Tom Lena Nat Pavel Su Ivo Marta Karl Nora Emil Rosa Finn Ada Hugo Ines Otto
Dan Bran Val Ors Kel Mor Tav Lind Hol Bergs Rast Wend Zol Fenn Gar Hast Juv Kral Nyl Pask
forth dt er son ski ova ez mann etti ov
DE FR GB US RU CN IN BR ZA JP
"""
_FIRST, _SURNAME, _ENDING, _COUNTRIES = (line.split() for line in _PARTS.strip().splitlines())
_OFFICES = ("", "president", "foreign minister", "mayor", "spokesman", "director")


def names() -> Iterator[str]:
    """Yield invented names, no two alike: few first names, many surnames."""
    parts = itertools.product(_SURNAME, _SURNAME, _ENDING, "aeiou", _FIRST, _FIRST)
    for one, two, ending, vowel, first, middle in parts:
        yield f"{first} {middle} {one}{vowel}{two.lower()}{ending}"


def fill(session: Session, count: int) -> None:
    """Store speakers, each with a naming and two aliases."""
    numbered = enumerate(itertools.islice(names(), count), 1)
    for some in batches(numbered, 5_000):
        rows: tuple[list[Any], list[Any], list[Any]] = ([], [], [])
        for id_, name in some:
            key = parse_person(name).key
            rows[0].append(
                {"id": id_, "name": name, "kind": "person", "is_person": True, "quotes": 0, "documents": 0}
            )
            naming = {
                "id": id_,
                "speaker_id": id_,
                "is_person": True,
                "key": key,
                "apart": 0,
                "documents": 1,
                "contested": False,
                "entry": "",
                "fixed": "roster",
            }
            told = {"country": _COUNTRIES[id_ % 10], "office": _OFFICES[id_ % 6]}
            rows[1].append(naming | told | columns_of(key, is_person=True))
            for form in (name, name.split()[-1]):
                rows[2].append({"naming_id": id_, "name": form, "kind": "person", "key": fold(form)})
        for table, of_table in zip((speakers, namings, aliases), rows, strict=True):
            session.execute(insert(table), of_table)
    session.commit()


class Stopwatch:
    """Measures a function of a module while it is used."""

    def __init__(self, module: Any, name: str) -> None:
        self.module, self.name, self.function, self.count = module, name, getattr(module, name), 0.0

    def __enter__(self) -> Stopwatch:
        setattr(self.module, self.name, self)
        return self

    def __exit__(self, *_: object) -> None:
        setattr(self.module, self.name, self.function)

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        began = process_time()
        try:
            return self.function(*arguments, **options)
        finally:
            self.count += process_time() - began


def measure(
    session: Session, documents: Sequence[Document], found: Sequence[Extraction], batch: int
) -> tuple[float, float]:
    """Save documents and take it back; return the seconds of linking them, and of saving them as a whole."""
    with Stopwatch(quote_rows, "link") as linking, session.begin_nested() as all_of_it:
        began = process_time()
        for some in batches(zip(documents, found, strict=True), batch):
            save_all(session, some, extractor_version="1")
        saving = process_time() - began
        all_of_it.rollback()
        return linking.count, saving


def table(session: Session, name: str, texts: Sequence[str], runs: int) -> None:
    """Print the times of one article, saved by itself and in batches."""
    began = process_time()
    found = [quotes.extract(text) for text in texts]
    extracting = min(process_time() - began, *(extraction_again(texts) for _ in range(runs - 1)))
    documents = [Document(text=text) for text in texts]
    known = [Document(text=f"{text}\n") for text in texts]
    for batch, kind in itertools.product((1, BATCH), ("new", "known")):
        kept = session.begin_nested()
        if kind == "known":
            save_all(session, list(zip(known, found, strict=True)), extractor_version="1")
        times = [measure(session, documents, found, batch) for _ in range(runs)]
        kept.rollback()
        linking, saving = (min(column) for column in zip(*times, strict=True))
        figures = (1000 * seconds / len(texts) for seconds in (extracting, linking, saving))
        how = f"{name}, {kind}, {'batches' if batch > 1 else 'alone'}"
        print(f"{how:<24}" + "".join(f"{one:>12.3f}" for one in figures) + f"{linking / extracting:>22.3f}")


def extraction_again(texts: Sequence[str]) -> float:
    began = process_time()
    for text in texts:
        quotes.extract(text)
    return process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, metavar="GOLD.json")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--speakers", type=int, default=100_000)
    parser.add_argument(
        "--url", help="an empty database to use; without it, a SQLite file that is removed again"
    )
    arguments = parser.parse_args()
    files = arguments.gold or [path for path in CORPUS if path.exists()] or [SEEDS]
    with tempfile.TemporaryDirectory() as folder:
        url = arguments.url or f"sqlite:///{folder}/quotes.db"
        upgrade(url)
        engine = connect(url)
        with Session(engine) as session:
            fill(session, arguments.speakers)
            print(f"{arguments.speakers:,} speakers known, {engine.dialect.name}; milliseconds an article")
            print(f"{'':<24}{'extracting':>12}{'linking':>12}{'saving':>12}{'linking/extracting':>22}")
            for path in files:
                table(session, path.stem, [article.text for article in load_gold(path)], arguments.runs)
        engine.dispose()


if __name__ == "__main__":
    main()
