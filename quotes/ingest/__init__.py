"""Read files into documents: text, CSV, JSON, JSON Lines and HTML, in whatever encoding they came."""

from quotes.ingest.readers import find_files, read
from quotes.ingest.results import MAX_CHARACTERS, Failed, Note, Read, Result

__all__ = ["MAX_CHARACTERS", "Failed", "Note", "Read", "Result", "find_files", "read"]
