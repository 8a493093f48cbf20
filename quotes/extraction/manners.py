"""How a quote came about: its channel, whom it was said to, where, and who passed it on."""

from __future__ import annotations

from quotes.extraction.mentions import Names
from quotes.extraction.telling import Manner, Telling


class Manners:
    """The manners of one document's quotes, which are asked for in the order of the text."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def of(self, telling: Telling) -> Manner:  # noqa: ARG002 - nothing is read yet
        """Return how a quote was said."""
        return Manner()
