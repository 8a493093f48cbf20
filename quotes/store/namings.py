"""What a document says of its speakers: names in full, the forms it uses, countries and offices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, NamedTuple

from quotes.speakers.bodies import every_state_has_one, parse_body
from quotes.speakers.names import name_form
from quotes.speakers.offices import Office, read_office
from quotes.speakers.persons import from_key, parse_person, spelling, whole
from quotes.types import Attribution

# Where documents differ on what a speaker is; None, for those that do not tell, counts with the persons.
KINDS = ("person", "government", "organisation", "group")
_Whose = tuple[str, bool, str, int]  # name, whether a person's, country, who it was decided to be
_LONGEST_NAME = 300  # a longer one is no name, and too long for an index of PostgreSQL


class NamingKey(NamedTuple):
    """What makes two documents' namings one row: the name, and the country and the office given with it."""

    key: str
    is_person: bool
    country: str = ""
    office: str = ""
    apart: int = 0
    entry: str = ""


class Alias(NamedTuple):
    """One form of a name, and the kind of speaker that its document takes it for ("" for none)."""

    name: str
    kind: str


@dataclass(slots=True)
class Named:
    """One speaker as a document names them."""

    naming: NamingKey
    aliases: set[Alias] = field(default_factory=set)
    offices: list[Office] = field(default_factory=list)


def named_in(
    text: str, attributions: Sequence[Attribution], decided: Sequence[int | None] = ()
) -> list[Named | None]:
    """Return, for each attribution, whom it says has spoken; None where it names nobody.

    All attributions of one name have the same Named: a country or an office that the document gives once
    holds for all of it. Where it was `decided` by whom one is, by the speaker's id, it is apart from them.
    """
    same: dict[_Whose, list[Attribution]] = defaultdict(list)
    whose = [
        _whose(attribution, speaker_id or 0) for attribution, speaker_id in zip_longest(attributions, decided)
    ]
    for who, attribution in zip(whose, attributions, strict=True):
        if who is not None:
            same[who].append(attribution)
    found = {who: _named(text, who, of_one) for who, of_one in same.items()}
    return [None if who is None else found[who] for who in whose]


def columns_of(key: str, *, is_person: bool) -> dict[str, Any]:
    """Return the columns of a naming by which names that can be the same speaker's are found."""
    if not is_person:
        return {"whole": key, "family": None, "surname": None, "first": None}
    name = from_key(key)
    first = name.given[0] if name.given else None
    return {
        "whole": whole(key),
        "family": f"{name.surname} {first[0]}" if first else None,
        "surname": name.surname if name.is_full else None,
        "first": spelling(first) if first else None,
    }


def _whose(attribution: Attribution, apart: int) -> _Whose | None:
    """Return what is equal for all the attributions of a document to one speaker."""
    name = one_line(attribution.speaker or "")
    if not name or len(name) > _LONGEST_NAME:
        return None
    if _kind(attribution) in ("", "person"):
        return whole(parse_person(name).key), True, "", apart
    body = parse_body(name)
    return body.key, False, body.country, apart


def _named(text: str, who: _Whose, attributions: Sequence[Attribution]) -> Named:
    _, is_person, country, apart = who
    offices = Counter(filter(None, (_office(text, attribution) for attribution in attributions)))
    names = [one_line(attribution.speaker or "") for attribution in attributions]
    if is_person:
        key = min(parse_person(name).key for name in names)
        naming = NamingKey(key, True, _country(attributions, offices), _office_key(offices), apart)
    else:
        key = parse_body(names[0]).key
        if not country and every_state_has_one(key):
            country = _country(attributions, offices)
        naming = NamingKey(key, False, country, apart=apart)
    named = Named(naming, offices=[_in(naming.country, office) for office in offices])
    for name, attribution in zip(names, attributions, strict=True):
        named.aliases |= _aliases(text, name, attribution, is_person=is_person)
    return named


def _aliases(text: str, name: str, attribution: Attribution, *, is_person: bool) -> set[Alias]:
    kind = _kind(attribution)
    found = {Alias(name, kind)}
    for span in (attribution.source, attribution.antecedent):
        if span is not None and span.end - span.start <= _LONGEST_NAME:
            form = name_form(span.of(text), name, person=is_person)
            if form is not None:
                found.add(Alias(form, kind))
    return found


def _in(country: str, office: Office) -> Office:
    """Return an office in the country for which its holder speaks, unless it names one itself."""
    return office if office.country else office._replace(country=country or None)


def _office(text: str, attribution: Attribution) -> Office | None:
    office = read_office(attribution.role.of(text)) if attribution.role is not None else None
    return office if office is not None and office.key else None


def _country(attributions: Iterable[Attribution], offices: Counter[Office]) -> str:
    """Return the country that a document gives a speaker most often; if none, that of the offices."""
    given = [attribution.country for attribution in attributions if attribution.country]
    return _most(given or [office.country for office in offices.elements() if office.country])


def _office_key(offices: Counter[Office]) -> str:
    """Return the office that a document gives a speaker most often, the first of equals."""
    keys = Counter(office.key for office in offices.elements()).most_common(1)
    return keys[0][0] if keys else ""


def _most(values: Iterable[str]) -> str:
    """Return the most frequent value, nothing where two are."""
    counted = Counter(values).most_common(2)
    if not counted or (len(counted) == 2 and counted[0][1] == counted[1][1]):
        return ""
    return counted[0][0]


def _kind(attribution: Attribution) -> str:
    return attribution.speaker_kind if attribution.speaker_kind in KINDS else ""


def one_line(name: str) -> str:
    """Return a name without line breaks and double spaces."""
    return " ".join(name.split())
