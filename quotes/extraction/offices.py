"""What a speaker is: the role that the article gives them, and the country that they speak for."""

from __future__ import annotations

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.countries import Countries, Named
from quotes.extraction.mentions import Entity, Names, Tokens
from quotes.extraction.roles import Role, Roles
from quotes.extraction.telling import Office, Telling
from quotes.types import Span

_FULL = 8  # words of a role that count for its fullness
_MANY = 8  # mentions of one name that are looked at
_NEAR = 2  # phrases between a source and a role beside it
_ENOUGH = 2  # words of a role beside the source with which no other is looked for


class Offices:
    """The roles and countries of one document's speakers."""

    def __init__(self, names: Names, anaphora: Anaphora) -> None:
        self.names, self.anaphora = names, anaphora
        self.words, self.tokens = names.shape.words, names.shape.letters
        self.phrases, self.letters = names.phrases, names.phrases.letters
        self.offices = names.language.offices
        self.countries, self.roles = Countries(names), Roles(names, anaphora)
        self._fullest: dict[Entity, Role | None] = {}
        self._countries: dict[Entity, str | None] = {}

    def of(self, telling: Telling) -> Office:
        """Return the office in which a quote was said."""
        entity = telling.entity
        if entity is None:
            role = self.roles.source(telling.source)
            return Office(self._span(role), self._of_nameless(telling.source))
        if entity.kind != "person":
            return Office(None, self._country(entity, telling.source))
        return Office(self._span(self._role(entity, telling.source)), self._country(entity, telling.source))

    def _span(self, role: Role | None) -> Span | None:
        if role is None:
            return None
        return Span(self.names.shape.starts[role.first], self.names.shape.ends[role.last - 1])

    def _role(self, entity: Entity, source: int) -> Role | None:
        """The role beside the source if it is full enough, else the fullest in the document."""
        if entity not in self._fullest:
            told = [role for role in self.roles.of(entity) if role.is_role]
            self._fullest[entity] = max(told, key=_worth, default=None)
        here = [role for role in self.roles.of(entity) if _is_enough(role, source)]
        return max(here, key=_worth) if here else self._fullest[entity]

    def _country(self, entity: Entity, source: int) -> str | None:
        if entity not in self._countries:
            self._countries[entity] = None  # whoever is his own wife's husband has no country by it
            named = self.countries.whole(entity.words)
            if named is not None:
                found = self.countries.code(named)
            elif entity.kind == "person":
                found = self._of_person(entity)
            else:
                found = self._of_body(entity, source)
            self._countries[entity] = found or None
        return self._countries[entity]

    def _of_person(self, entity: Entity) -> str | None:
        told = self.roles.of(entity)
        mentions = self.roles.mentions(entity)[:_MANY]
        for k in mentions:
            code = self._of_behind(k)
            if code is not None:
                return code
        for role in sorted(told, key=lambda role: (role.is_role, role.size), reverse=True):
            code = self._of_words(role.first, self._before_kin(role))
            if code is not None:
                return code
        if any(self._is_of_state(role.first, role.last) for role in told):
            return self.countries.main()
        if any(self._is_of_state(*self._behind(k)) for k in mentions):
            return self.countries.main()
        return None

    def _of_behind(self, k: int) -> str | None:
        """“President Danforth of Velmora”, “Senator Danforth (D-Vt.)”: what stands behind the name."""
        first, last = self._behind(k)
        if first < last:
            return self._of_words(first, last)
        end = self.phrases.last[k]
        if self.tokens[end : end + 1] == "(":
            named = self.countries.seat(end + 1)
            return None if named is None else self.countries.code(named)
        return None

    def _before_kin(self, role: Role) -> int:
        """“The mother of a Velmoran”: the end of what tells something of herself."""
        kin = (k for k in range(role.first, role.last) if self.words[k].lower() in self.offices.relatives)
        return next(kin, role.last)

    def _behind(self, k: int) -> Tokens:
        """The tokens of what a name's bearer is “of” or “from”; none if nothing such stands behind it."""
        k += 2 if self.letters[k + 1 : k + 2] == "," else 1
        if self.letters[k : k + 1] not in ("f", "i") or self.letters[k + 1 : k + 2] not in ("N", "B", "D"):
            return Tokens(0, 0)
        if self.words[self.phrases.first[k]] not in self.offices.origins:
            return Tokens(0, 0)
        return Tokens(self.phrases.first[k + 1], self.phrases.last[k + 1])

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
        return None if owner is None or owner.kind != "person" else self._country(owner, owner.first)

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
            if code is None:
                code = self._of_behind(k)
            if code is not None:
                return code
        if any(self._is_of_state(self.phrases.first[k], self.phrases.last[k]) for k in mentions):
            return self._of_sentence(source) or self.countries.main()
        return None

    def _of_sentence(self, k: int) -> str | None:
        """The country that is named first in the sentence of the k-th phrase, as its subject mostly."""
        for j in range(self.anaphora.clauses.begin(k), k):
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


def _is_enough(role: Role, source: int) -> bool:
    return role.is_role and abs(role.at - source) <= _NEAR and role.size >= _ENOUGH
