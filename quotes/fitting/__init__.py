"""Fit the weights of a language to annotated articles, and measure what each rule is worth.

Used by those who improve the extractor, never when it runs; fitting needs numpy and scipy (the extra `fit`).
"""

from quotes.fitting.antecedents import fit_antecedents
from quotes.fitting.examples import Example, examples
from quotes.fitting.folds import HeldOut, cross_validate
from quotes.fitting.rules import accuracy, put_between, rule_page
from quotes.fitting.trust import fit_trust, halves, read_with
from quotes.fitting.weights import fit, loss, write_weights

__all__ = [
    "Example",
    "HeldOut",
    "accuracy",
    "cross_validate",
    "examples",
    "fit",
    "fit_antecedents",
    "fit_trust",
    "halves",
    "loss",
    "put_between",
    "read_with",
    "rule_page",
    "write_weights",
]
