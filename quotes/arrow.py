"""Quotes of whole columns of texts: Arrow record batches in, record batches out.

For Spark (`mapInArrow`), Dask (`map_partitions`), DuckDB and polars alike: docs/pipelines.md has the recipes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any, Final

from quotes.errors import QuotesError
from quotes.extraction.pipeline import EXTRACTOR_VERSION, extract
from quotes.fields import as_fields

try:
    import pyarrow as pa
except ImportError as error:
    raise ImportError("quotes.arrow needs pyarrow; run: pip install 'quotes[arrow]'") from error

_OFFSETS = [pa.field("start", pa.int64()), pa.field("end", pa.int64())]
_PART = pa.struct([pa.field("text", pa.string()), *_OFFSETS])
_CUE = pa.struct([*_PART, pa.field("lemma", pa.string())])
_SAID_ON = pa.struct(
    [
        pa.field("date", pa.date32()),
        pa.field("precision", pa.string()),
        pa.field("basis", pa.string()),
        pa.field("words", _PART),
    ]
)
# One row a quote, with the fields that `quotes extract --format jsonl` has. `number` counts the quotes of a
# text, from 1; what a quote lacks is null. Offsets are in Unicode code points of the text.
SCHEMA: Final = pa.schema(
    [
        pa.field("document_id", pa.string()),
        pa.field("number", pa.int32(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("spans", pa.list_(_PART), nullable=False),
        pa.field("speaker", pa.string()),
        pa.field("speaker_kind", pa.string()),
        pa.field("source", _PART),
        pa.field("antecedent", _PART),
        pa.field("cue", _CUE),
        pa.field("role", _PART),
        pa.field("country", pa.string()),
        pa.field("said_on", _SAID_ON),
        pa.field("channel", pa.string()),
        pa.field("addressee", _PART),
        pa.field("place", _PART),
        pa.field("reported_by", _PART),
        pa.field("rule", pa.string()),
        pa.field("confidence", pa.float64()),
        pa.field("reason", pa.string()),
        pa.field("published_on", pa.date32()),
        pa.field("extractor_version", pa.string(), nullable=False),
    ]
)
_MOST_ROWS = 1000
_VERSION: Final = {"extractor_version": EXTRACTOR_VERSION}


def extract_batches(
    batches: Any,
    *,
    text: str = "text",
    id: str | None = "id",  # noqa: A002  # as the column is called
    published_on: str | None = None,
    language: str = "en",
) -> Iterator[pa.RecordBatch]:
    """Yield the quotes in a column of texts, as batches of SCHEMA of at most a thousand rows.

    `batches` are record batches one after another, or anything that gives them (`__arrow_c_stream__`): a
    table, a polars or pandas frame, a relation of DuckDB. One batch is read at a time. `text`, `id` and
    `published_on` name columns: strings of any width, dictionaries of them too; numbers or strings; days,
    moments, or strings like 2031-05-02. `id` becomes `document_id`, null without one; a null text has no
    quotes. Raises QuotesError for a column that is missing or of another type, and for a day that is none.
    """
    stream = batches
    if hasattr(batches, "__arrow_c_stream__"):
        stream = pa.RecordBatchReader.from_stream(batches)
    rows: list[dict[str, Any]] = []
    for batch in stream:
        texts = _column(batch, text, pa.string())
        ids = None if id is None else _column(batch, id, pa.string())
        days = None if published_on is None else _column(batch, published_on, pa.date32())
        for n in range(batch.num_rows):
            words = texts[n].as_py()
            if words is not None:
                day = None if days is None else days[n].as_py()
                told = {
                    "document_id": None if ids is None else ids[n].as_py(),
                    "published_on": day,
                    **_VERSION,
                }
                found = extract(words, published_on=day, language=language)
                rows += (
                    {"number": k, **told, **as_fields(words, one)} for k, one in enumerate(found, start=1)
                )
            while len(rows) >= _MOST_ROWS:
                yield pa.RecordBatch.from_pylist(rows[:_MOST_ROWS], SCHEMA)
                del rows[:_MOST_ROWS]
        if rows:
            yield pa.RecordBatch.from_pylist(rows, SCHEMA)
            rows = []


def _column(batch: pa.RecordBatch, name: str, wanted: pa.DataType) -> pa.Array:
    """Return a column as an array of one type; raise QuotesError where that can't be."""
    found = batch.schema.get_all_field_indices(name)
    if len(found) != 1:
        names = batch.schema.names
        near = get_close_matches(name, names, n=1)
        meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(map(repr, names))}"
        raise QuotesError(f"there is {'no' if not found else 'more than one'} column {name!r}: {meant}")
    column = batch.column(found[0])
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.dictionary_decode(), kind.value_type
    if not any(fits(kind) for fits in _FITTING[wanted]):
        raise QuotesError(f"the column {name!r} has the type {kind}, not {_NAMES[wanted]}")
    if wanted == pa.date32() and _is_string(kind):
        return pa.array([_day(value.as_py(), name) for value in column], wanted)
    return column.cast(wanted, safe=False) if pa.types.is_timestamp(kind) else column.cast(wanted)


def _day(value: str | None, name: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise QuotesError(
            f"{value[:40]!r} in the column {name!r} is not a day; write it as 2031-05-02"
        ) from None


def _is_string(kind: pa.DataType) -> bool:
    types = pa.types
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


_FITTING: Final = {
    pa.string(): (_is_string, pa.types.is_integer, pa.types.is_null),
    pa.date32(): (_is_string, pa.types.is_date, pa.types.is_timestamp, pa.types.is_null),
}
_NAMES: Final = {pa.string(): "a string", pa.date32(): "a day"}
