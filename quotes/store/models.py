"""The tables. Rows are written and read through Core (`quotes.c.start`); the classes say what the tables are.

Table models do not validate on construction, so nothing builds rows through them: save.py builds rows
from typed values.
"""

from __future__ import annotations

from sqlalchemy import Table
from sqlmodel import SQLModel

from quotes.store import change_models, document_models, quote_models, speaker_models  # noqa: F401  # which make the tables
from quotes.store.columns import UNDATED as UNDATED

metadata = SQLModel.metadata
outlets: Table = metadata.tables["outlets"]
documents: Table = metadata.tables["documents"]
speakers: Table = metadata.tables["speakers"]
namings: Table = metadata.tables["namings"]
aliases: Table = metadata.tables["aliases"]
alias_grams: Table = metadata.tables["alias_grams"]
alias_documents: Table = metadata.tables["alias_documents"]
offices: Table = metadata.tables["offices"]
roster: Table = metadata.tables["roster"]
terms: Table = metadata.tables["terms"]
redirects: Table = metadata.tables["redirects"]
decisions: Table = metadata.tables["decisions"]
splits: Table = metadata.tables["splits"]
statements: Table = metadata.tables["statements"]
wordings: Table = metadata.tables["wordings"]
anchors: Table = metadata.tables["anchors"]
quotes: Table = metadata.tables["quotes"]
spans: Table = metadata.tables["spans"]
originals: Table = metadata.tables["originals"]
corrections: Table = metadata.tables["corrections"]
tombstones: Table = metadata.tables["tombstones"]
keys: Table = metadata.tables["keys"]
requests: Table = metadata.tables["requests"]
