"""Who is known from elsewhere: the entries of a roster, made of its rows. Pure functions."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

import regex

from quotes.errors import ReadError
from quotes.speakers.countries import country_called, country_name
from quotes.speakers.names import folded_words
from quotes.speakers.offices import Office, read_office
from quotes.types import SpeakerKind

COLUMNS = ("key", "name", "aliases", "wikidata", "kind", "office", "country", "since", "until")
_LONGEST = 300  # as of any name
_WIKIDATA = regex.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)")
_DAY = regex.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_PARTS = regex.compile(r"[|;\n]")


@dataclass(frozen=True, slots=True)
class Term:
    """One office, with its first and last day as far as they are known, both included."""

    office: Office
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One speaker of a roster, under a key that stays; `names` begins with the one to show."""

    key: str
    names: tuple[str, ...]
    kind: SpeakerKind = "person"
    wikidata: str | None = None
    countries: frozenset[str] = field(default_factory=frozenset)
    terms: tuple[Term, ...] = ()


def read_entries(rows: Iterable[tuple[str, Mapping[str, object]]]) -> tuple[Entry, ...]:
    """Make entries of a roster's rows, each with where it stands: rows with one key are offices of one entry.

    A row has the columns `COLUMNS`; all but `key` and `name` can be missing. `aliases` are parted by "|" or
    ";", or are a list; a country is an ISO 3166-1 code or a name; a day may be a month or a year. Raises
    ReadError, with the place, for what can't be meant.
    """
    found: dict[str, Entry] = {}
    identified: dict[str, str] = {}
    for where, row in rows:
        try:
            entry = _entry(row)
            if entry.wikidata and identified.setdefault(entry.wikidata, entry.key) != entry.key:
                raise ReadError(f"{entry.wikidata} is the identifier of {identified[entry.wikidata]} as well")
            found[entry.key] = _together(found[entry.key], entry) if entry.key in found else entry
        except ReadError as error:
            raise ReadError(f"{where}: {error}") from None
    return tuple(found.values())


def _entry(row: Mapping[str, object]) -> Entry:
    key, name = _text(row, "key"), _text(row, "name")
    if not key or not name:
        raise ReadError(f"there is no {'name' if key else 'key'}")
    kind = _text(row, "kind").lower() or "person"
    if kind not in get_args(SpeakerKind) or kind == "unnamed":
        raise ReadError(f"{kind!r} is no kind of speaker")
    names = tuple(dict.fromkeys([name, *_aliases(row.get("aliases"))]))
    if any(len(one) > _LONGEST for one in (key, *names)):
        raise ReadError(f"a name has at most {_LONGEST} characters")
    country = _country(_text(row, "country"))
    term = _term(row, country)
    countries = frozenset(filter(None, [country, term.office.country if term else None]))
    terms = () if term is None else (term,)
    return Entry(key, names, kind, _wikidata(_text(row, "wikidata")), countries, terms)  # type: ignore[arg-type]


def _together(one: Entry, other: Entry) -> Entry:
    """Return an entry of two rows; they may not contradict each other."""
    if one.kind != other.kind:
        raise ReadError(f"{one.key} is of the kind {one.kind} before")
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        raise ReadError(f"{one.key} has the identifier {one.wikidata} before")
    return Entry(
        one.key,
        tuple(dict.fromkeys((*one.names, *other.names))),
        one.kind,
        one.wikidata or other.wikidata,
        one.countries | other.countries,
        tuple(dict.fromkeys((*one.terms, *other.terms))),
    )


def _term(row: Mapping[str, object], country: str | None) -> Term | None:
    title = _text(row, "office")
    since, until = _day(row, "since", last=False), _day(row, "until", last=True)
    if since and until and since > until:
        raise ReadError(f"since {since} is after until {until}")
    if not title:
        return None
    office = read_office(title)
    return Term(office._replace(country=country or office.country), since, until)


def _text(row: Mapping[str, object], column: str) -> str:
    value = row.get(column)
    if value is None:
        return ""
    if not isinstance(value, str | int):
        raise ReadError(f"{column} is not text")
    return " ".join(str(value).split())


def _aliases(value: object) -> list[str]:
    parts = value if isinstance(value, list) else _PARTS.split(str(value or ""))
    if not all(isinstance(part, str) for part in parts):
        raise ReadError("an alias is not text")
    return [name for part in parts if (name := " ".join(part.split()))]


def _wikidata(value: str) -> str | None:
    match = _WIKIDATA.fullmatch(value)
    if value and match is None:
        raise ReadError(f"{value[:80]!r} is no identifier of Wikidata, such as Q42")
    return match[1] if match else None


def _country(value: str) -> str | None:
    code = value.upper()
    if not value or country_name(code):
        return code or None
    found = country_called(folded_words(value))
    if found is None:
        raise ReadError(f"{value[:80]!r} is no country")
    return found


def _day(row: Mapping[str, object], column: str, *, last: bool) -> date | None:
    value = _text(row, column)
    if not value:
        return None
    match = _DAY.fullmatch(value)
    try:
        if match is not None:
            year, month, day = (int(part) if part else None for part in match.groups())
            month = month or (12 if last else 1)
            return date(year or 0, month, day or (monthrange(year or 0, month)[1] if last else 1))
    except ValueError:
        pass
    raise ReadError(f"{column} is {value[:80]!r}, which is no day; write it as 2025-01-31, 2025-01 or 2025")
