"""What a speaker is: the role that the article gives them, and the country that they speak for."""

from __future__ import annotations

from quotes.extraction.mentions import Names
from quotes.extraction.telling import Office, Telling


class Offices:
    """The roles and countries of one document's speakers."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def of(self, telling: Telling) -> Office:  # noqa: ARG002 - nothing is read yet
        """Return the office in which a quote was said."""
        return Office()
