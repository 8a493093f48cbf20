"""What a speaker is: the role that the article gives them, and the country that they speak for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.countries import Countries, Named
from quotes.extraction.entities import Entity, Tokens
from quotes.extraction.mentions import Names
from quotes.extraction.roles import Role, Roles
from quotes.extraction.telling import Office, Telling
from quotes.types import Span

_FULL: Final = 8  # words of a role that count for its fullness
_NEAR: Final = 2  # phrases between a source and a role beside it
_ENOUGH: Final = 2  # words of a role beside the source with which no other is looked for
_CHAIN: Final = 3  # owners that are followed: the aide of an envoy of a minister
_REACH: Final = 60  # phrases of a sentence that are looked through
_BEFORE_ORIGINS: Final = frozenset("fi,")
_BRACKETED: Final = 8  # tokens of a country's name in brackets
_MANY: Final = 8  # mentions of one name that are looked at


class _Known(NamedTuple):
    """What is known of one person: their fullest office, and the roles that are taken where they stand."""

    office: Office
    local: tuple[Role, ...] = ()


_UNKNOWN: Final = _Known(Office())


class Offices:
    """The roles and countries of one document's speakers."""

    def __init__(self, names: Names, anaphora: Anaphora) -> None:
        self.names, self.anaphora = names, anaphora
        self.words, self.tokens = names.shape.words, names.shape.letters
        self.phrases, self.letters = names.phrases, names.phrases.letters
        self.offices = names.language.offices
        self.countries, self.roles = Countries(names), Roles(names, anaphora)
        self._known: dict[Entity, _Known] = {}
        self._followed = 0

    def of(self, telling: Telling) -> Office:
        """Return the office in which a quote was said."""
        entity, source = telling.entity, telling.source
        if entity is None:
            return Office(self._span(self.roles.source(source)), self._of_nameless(source))
        office, local = self._known.get(entity) or self._learn(entity, source)
        for role in local:
            if -_NEAR <= role.at - source <= _NEAR:
                here = [role for role in local if abs(role.at - source) <= _NEAR]
                return Office(self._span(max(here, key=_worth)), office.country)
        return office

    def _span(self, role: Role | None) -> Span | None:
        if role is None:
            return None
        return Span(self.names.shape.starts[role.first], self.names.shape.ends[role.last - 1])

    def _learn(self, entity: Entity, source: int) -> _Known:
        self._known[entity] = _UNKNOWN  # whoever is his own wife's husband has no country by it
        told = self.roles.of(entity) if entity.kind == "person" else []
        named = self.countries.whole(entity.words)
        if named is not None:
            code = self.countries.code(named)
        else:
            code = self._of_person(entity, told) if entity.kind == "person" else self._of_body(entity, source)
        roles = [role for role in told if role.is_role]
        if len(roles) < 2:
            known = _Known(Office(self._span(roles[0]) if roles else None, code or None))
        else:
            local = tuple(role for role in roles if role.size >= _ENOUGH)
            known = _Known(Office(self._span(max(roles, key=_worth)), code or None), local)
        self._known[entity] = known
        return known

    def _of_person(self, entity: Entity, told: list[Role]) -> str | None:
        origins = list(self._origins(entity))
        for origin in origins:
            code = self._of_words(*origin)
            if code is not None:
                return code
        told = sorted(told, key=_telling, reverse=True) if len(told) > 1 else told
        for role in told:
            code = self._of_words(role.first, self._before_kin(role))
            if code is not None:
                return code
        if any(self._is_of_state(role.first, role.last) for role in told) or any(
            self._is_of_state(*origin) for origin in origins
        ):
            return self.countries.main()
        return None

    def _before_kin(self, role: Role) -> int:
        """“The mother of a Velmoran”: the end of what tells something of herself."""
        words = self.words[role.first : role.last]
        return next(
            (role.first + i for i, w in enumerate(words) if w.lower() in self.offices.relatives), role.last
        )

    def _origins(self, entity: Entity) -> Iterator[Tokens]:
        last = self.phrases.last
        for k in self.roles.mentions(entity):
            if self.letters[k + 1 : k + 2] in _BEFORE_ORIGINS or self.tokens[last[k] : last[k] + 1] == "(":
                origin = self._behind(k)
                if origin is not None:
                    yield origin

    def _behind(self, k: int) -> Tokens | None:
        """The tokens of what a name's bearer is “of” or “from”, or of a member's seat, “(D-Vt.)”."""
        end = self.phrases.last[k]
        if self.tokens[end : end + 1] == "(":
            return self._in_brackets(end + 1)
        if self.tokens.startswith(",@", end) and self._is_seat(end + 1):
            return Tokens(end + 1, end + 2)
        k += 2 if self.letters[k + 1 : k + 2] == "," else 1
        if self.letters[k : k + 1] not in ("f", "i") or self.letters[k + 1 : k + 2] not in ("N", "B", "D"):
            return None
        if self.words[self.phrases.first[k]] not in self.offices.origins:
            return None
        return Tokens(self.phrases.first[k + 1], self.phrases.last[k + 1])

    def _is_seat(self, k: int) -> bool:
        """Tell whether a token is a member's party and seat: “D-Vt.”."""
        return self.words[k][1:2] == "-"

    def _in_brackets(self, first: int) -> Tokens | None:
        """A seat, “(D-Vt.)”, or whom somebody speaks for, “(Velmora)”."""
        if self._is_seat(first):
            return Tokens(first, first + 1)
        last = self.tokens.find(")", first, first + _BRACKETED)
        whole = any(
            named.first == first and named.last == last for named in self.countries.named(first, last)
        )
        return Tokens(first, last) if whole else None

    def _of_words(self, first: int, last: int) -> str | None:
        """The country of the first name of one, but for the lands that envoys are sent to."""
        for named in self.countries.named(first, last):
            if self._is_only_where(named, first, last) or self._is_of_several(named):
                return ""
            if not self._is_target(named, first):
                return self.countries.code(named)
        return self._of_owner(first, last)

    def _is_of_several(self, named: Named) -> bool:
        """“Japanese and Chinese ministers”."""
        a, b = named.first - 1, named.last
        if self.tokens[a : a + 1] == "&" and self.countries.ends(a):
            return True
        return self.tokens[b : b + 1] == "&" and any(self.countries.named(b + 1, b + 2))

    def _of_owner(self, first: int, last: int) -> str | None:
        """“Danforth's envoy”: the country of whose envoy it is."""
        cut = self.tokens.find("s", first, last)
        if cut <= first or any(w.lower() in self.offices.private_bodies for w in self.words[cut:last]):
            return None
        owner = self.names.look_up(first, cut, 0)
        if owner is None or owner.kind != "person" or self._followed == _CHAIN:
            return None
        self._followed += 1
        country = (self._known.get(owner) or self._learn(owner, owner.first)).office.country
        self._followed -= 1
        return country

    def _is_target(self, named: Named, first: int) -> bool:
        k = named.first - 1
        while k > first and self.tokens[k] in "dj":
            k -= 1
        if k < first or self.words[k].lower() not in self.offices.sent_to:
            return False
        return any(w.lower() in self.offices.envoys for w in self.words[first:k])

    def _is_only_where(self, named: Named, first: int, last: int) -> bool:
        """“Lund University”, “the University of Lund”: what is only called after a place."""
        k = named.first - 1
        while k > first and self.tokens[k] in "fd":
            k -= 1
        if first <= k < named.first - 1 and self.words[k].lower() in self.offices.named_after_places:
            return True
        k = named.last
        while k < last and self.tokens[k] in "CMJ":
            if self.words[k].lower() in self.offices.named_after_places:
                return True
            k += 1
        return False

    def _is_of_state(self, first: int, last: int) -> bool:
        """Tell whether it is a state's office or body that some words name; whose, they do not say."""
        words = [w.lower() for w in self.words[first:last]]
        if not self.offices.private_bodies.isdisjoint(words):
            return False
        if not self.offices.state_bodies.isdisjoint(words):
            return True
        found = self.offices.state_roles.intersection(words)
        if found <= self.offices.shared_roles:  # "Danforth Steel president", "president of Danforth Steel"
            return bool(found) and not any(map(self._is_proper, range(first, last)))
        return True

    def _is_proper(self, k: int) -> bool:
        return self.tokens[k] in "CM" and self.words[k].lower() not in self.names.language.letters

    def _of_body(self, entity: Entity, source: int) -> str | None:
        """The country in a body's name, or that of whose it is, or of the document."""
        mentions = (*self.roles.mentions(entity)[:_MANY], source)
        for k in mentions:
            code = self._of_words(self.phrases.first[k], self.phrases.last[k])
            origin = self._behind(k) if code is None else None
            if origin is not None:
                code = self._of_words(*origin)
            if code is not None:
                return code
        if any(self._is_of_state(self.phrases.first[k], self.phrases.last[k]) for k in mentions):
            return self._of_sentence(source) or self.countries.main()
        return None

    def _of_sentence(self, k: int) -> str | None:
        """The country that is named first in the sentence of the k-th phrase, as its subject mostly."""
        begin = self.anaphora.clauses.begin(k)
        for j in range(begin, min(k, begin + _REACH)):
            if self.letters[j] == "N":
                for named in self.countries.named(self.phrases.first[j], self.phrases.last[j]):
                    return self.countries.code(named)
        return None

    def _of_nameless(self, k: int) -> str | None:
        if self.letters[k] not in "DBN":
            return None
        first, last = self.roles.whole(k)
        code = self._of_words(first, last)
        if code is None and self._is_of_state(first, last):
            code = self.countries.main()
        return code or None


def _worth(role: Role) -> tuple[bool, int, int]:
    """What stands beside the name before what a verb tells, the fuller before the shorter, the first."""
    return role.beside, min(_FULL, role.size), -role.at


def _telling(role: Role) -> tuple[bool, int]:
    return role.is_role, role.size
