"""Find who said what in news text, word for word, and say by which rule.

>>> import quotes
>>> found = quotes.extract('“We will talk,” said Mira Danforth, the envoy.')
>>> found.attributions[0].speaker
'Mira Danforth'
"""

from quotes.errors import QuotesError
from quotes.extraction.pipeline import EXTRACTOR_VERSION, extract
from quotes.markup import annotate
from quotes.types import Attribution, Document, Extraction, SaidOn, Span, join_spans

__version__ = "0.1.0"

__all__ = [
    "EXTRACTOR_VERSION",
    "Attribution",
    "Document",
    "Extraction",
    "QuotesError",
    "SaidOn",
    "Span",
    "__version__",
    "annotate",
    "extract",
    "join_spans",
]
