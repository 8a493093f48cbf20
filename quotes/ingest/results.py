"""What reading gives: documents, and what could not be read, as values, so that one bad row stops nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from quotes.types import Document

# Beyond any article, report or transcript: the longest parliamentary days run to about a million.
MAX_CHARACTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class Read:
    """One document, and where it stood: a file, or a file and line ("notes.csv:12")."""

    where: str
    document: Document


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that should have been a document and is not; `reason` is one line."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing that is no failure: a file passed over, an encoding that was detected."""

    where: str
    message: str


Result: TypeAlias = Read | Failed | Note
