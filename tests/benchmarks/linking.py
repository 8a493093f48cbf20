"""Measure what it costs to find out who speaks in a document, against many speakers that are known.

    python tests/benchmarks/linking.py [GOLD.json…] [--speakers 100000] [--url postgresql://…]

A database with that many invented speakers is filled first. Each article is extracted, and saved as a new
document; printed are the times of one article: extracting it, linking it, and saving it with all its rows. The
articles are then read again as new documents, whose speakers are all known. Without files it reads the
annotated articles beside the project, or else the samples. Times are processor time of this process.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

import quotes
from quotes.evaluation import load_gold
from quotes.store import quote_rows
from quotes.store.engine import connect, upgrade
from quotes.store.linking import batches
from quotes.store.models import aliases, namings, speakers
from quotes.store.namings import columns_of
from quotes.store.save import save
from quotes.speakers.names import fold
from quotes.speakers.persons import parse_person
from quotes.types import Document, Extraction

ROOT = Path(__file__).parents[2]
CORPUS = [
    ROOT.parent / "shared" / "corpus" / name
    for name in ("wikinews/2019.json", "polnear/dev.json", "polnear/train.json")
]
SEEDS = ROOT / "seeds" / "gold.json"
TENTH = 0.1
_FIRST = "Mira Ola Jo Ana Tom Lena Nat Pavel Su Ivo Marta Karl Nora Emil Rosa Finn Ada Hugo Ines Otto".split()
_SURNAME = "Dan Bran Val Ors Kel Mor Tav Lind Hol Bergs Rast Wend Zol Fenn Gar Hast Juv Kral Nyl Pask".split()
_ENDING = "forth dt er son ski ova ez mann etti ov".split()
_COUNTRIES = "DE FR GB US RU CN IN BR ZA JP".split()
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
        self.module, self.name, self.function, self.total = module, name, getattr(module, name), 0.0

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
            self.total += process_time() - began


def measure(
    session: Session, documents: Sequence[Document], found: Sequence[Extraction]
) -> tuple[float, float]:
    """Save documents; return the seconds of linking them, and of saving them as a whole."""
    with Stopwatch(quote_rows, "link") as linking:
        began = process_time()
        for document, extraction in zip(documents, found, strict=True):
            save(session, document, extraction, extractor_version="1")
        session.commit()
        return linking.total, process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, metavar="GOLD.json")
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
            print(f"{'':<22}{'extracting':>12}{'linking':>12}{'saving':>12}{'linking/extracting':>22}")
            for path in files:
                texts = [article.text for article in load_gold(path)]
                began = process_time()
                found = [quotes.extract(text) for text in texts]
                extracting = process_time() - began
                documents = [Document(text=text) for text in texts]
                again = [replace(one, text=f"{one.text}\n") for one in documents]
                for name, read in (("", documents), (" again", again)):
                    linking, saving = measure(session, read, found)
                    figures = (1000 * seconds / len(texts) for seconds in (extracting, linking, saving))
                    ratio = linking / extracting
                    kept = "" if ratio < TENTH else f"  over {TENTH}"
                    print(
                        f"{path.stem + name:<22}"
                        + "".join(f"{one:>12.3f}" for one in figures)
                        + f"{ratio:>22.3f}{kept}"
                    )
        engine.dispose()


if __name__ == "__main__":
    main()
