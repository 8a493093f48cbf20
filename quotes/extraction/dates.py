"""When a quote was said: the day that its sentence, or one it goes on with, ties to the saying."""

from __future__ import annotations

from datetime import date

from quotes.extraction.mentions import Names
from quotes.extraction.telling import Telling
from quotes.types import SaidOn


class Dates:
    """The days of one document's quotes, which are asked for in the order of the text."""

    def __init__(self, names: Names, published_on: date | None) -> None:
        self.names, self.published_on = names, published_on

    def of(self, telling: Telling) -> SaidOn | None:  # noqa: ARG002 - nothing is read yet
        """Return when a quote was said, None where the text does not settle it."""
        return None
