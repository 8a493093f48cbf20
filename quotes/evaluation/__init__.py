"""Measure the extractor on articles annotated by people: the gold.

A gold file is a JSON list of articles `{"doc", "text", "published", "quotes": [{"start", "end", "attributed",
"source": [[start, end], …], "entity", "type", …}]}`. A predicted quote counts once for each paragraph it
runs over, and answers a gold quote when their ranges have a Jaccard overlap of at least one half.

>>> from quotes.evaluation import evaluate, load_gold
>>> print(evaluate(load_gold("gold.json")).render())  # doctest: +SKIP
"""

from quotes.evaluation.gold import Article, GoldQuote, add_speakers, load_gold
from quotes.evaluation.judging import Judgement, Prediction
from quotes.evaluation.report import Report, evaluate, score

__all__ = [
    "Article",
    "GoldQuote",
    "Judgement",
    "Prediction",
    "Report",
    "add_speakers",
    "evaluate",
    "load_gold",
    "score",
]
