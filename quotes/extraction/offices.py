"""What a speaker is: the role that the article gives them, and the country that they speak for."""

from __future__ import annotations

from quotes.extraction.countries import Countries, Named
from quotes.extraction.mentions import Entity, Names
from quotes.extraction.roles import Role, Roles
from quotes.extraction.telling import Office, Telling
from quotes.types import Span

_FULL = 8  # words of a role that count for its fullness


class Offices:
    """The roles and countries of one document's speakers."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.words, self.tokens = names.shape.words, names.shape.letters
        self.phrases, self.language = names.phrases, names.language
        self.offices = names.language.offices
        self.countries, self.roles = Countries(names), Roles(names)
        self._known: dict[Entity, str | None] = {}

    def of(self, telling: Telling) -> Office:
        """Return the office in which a quote was said."""
        entity = telling.entity
        if entity is None:
            role = self.roles.source(telling.source)
            return Office(self._span(role), self._of_nameless(telling.source))
        if entity.kind != "person":
            return Office(None, self._country(entity, telling.source))
        role = self._best(entity, telling)
        return Office(self._span(role), self._country(entity, telling.source, role))

    def _span(self, role: Role | None) -> Span | None:
        if role is None:
            return None
        return Span(self.names.shape.starts[role.first], self.names.shape.ends[role.last - 1])

    def _best(self, entity: Entity, telling: Telling) -> Role | None:
        """The fullest of the roles that the document gives somebody."""
        found = self.roles.of(entity)
        if found:
            return max(found, key=lambda role: (min(_FULL, self.roles.size(role)), -role.at))
        return self.roles.source(telling.source)

    # --- country

    def _country(self, entity: Entity, source: int, role: Role | None = None) -> str | None:
        if entity not in self._known:
            self._known[entity] = None  # whoever is his own wife's husband has no country by it
            found = self._of_person(entity, role) if entity.kind == "person" else self._of_body(entity, source)
            self._known[entity] = found or None
        return self._known[entity]

    def _of_person(self, entity: Entity, role: Role | None) -> str | None:
        roles = self.roles.of(entity) or ((role,) if role is not None else ())
        for one in sorted(roles, key=self.roles.size, reverse=True):
            code = self._of_words(one.first, one.last)
            if code is not None:
                return code
        for k in self.roles.mentions(entity):
            code = self._of_behind(k)
            if code is not None:
                return code
        for one in roles:
            if self._is_of_state(one.first, one.last):
                return self.countries.main()
        return None

    def _of_behind(self, k: int) -> str | None:
        """“President Hassan Danforth of Velmora”: what stands behind the name."""
        if self.phrases.letters[k + 1 : k + 3] not in ("fN", "fB"):
            return None
        return self._of_words(self.phrases.first[k + 2], self.phrases.last[k + 2])

    def _of_words(self, first: int, last: int) -> str | None:
        """The country of the first name of one, but for the lands that envoys are sent to."""
        envoy = False
        at = first
        for named in self.countries.named(first, last):
            envoy = envoy or any(w.lower() in self.offices.envoys for w in self.words[at : named.first])
            at = named.first
            if (envoy and self._is_target(named, first)) or self._is_private(named, last):
                continue
            return self.countries.code(named)
        return None

    def _is_target(self, named: Named, first: int) -> bool:
        k = named.first - 1
        while k > first and self.tokens[k] in "dj":
            k -= 1
        return k >= first and self.words[k].lower() in self.offices.sent_to

    def _is_private(self, named: Named, last: int) -> bool:
        """“Lund University”: what is only called after a place."""
        k = named.last
        while k < last and self.tokens[k] in "CMJ":
            if self.words[k].lower() in self.offices.private_bodies:
                return True
            k += 1
        return False

    def _is_of_state(self, first: int, last: int) -> bool:
        words = [w.lower() for w in self.words[first:last]]
        if any(w in self.offices.private_bodies for w in words):
            return False
        return any(w in self.offices.state_roles or w in self.offices.state_bodies for w in words)

    def _of_body(self, entity: Entity, source: int) -> str | None:
        """The country in a body's name, or that of whose it is, or of the document."""
        for k in (*self.roles.mentions(entity)[:3], source):
            code = self._of_words(self.phrases.first[k], self.phrases.last[k])
            if code is None:
                code = self._of_behind(k)
            if code is not None:
                return code
        words = [w.lower() for w in entity.words]
        if any(w in self.offices.state_bodies for w in words):
            return self._of_sentence(source) or self.countries.main()
        return None

    def _of_sentence(self, k: int) -> str | None:
        begin = max(self.phrases.letters.rfind(c, 0, k) for c in ".\n") + 1
        for j in range(begin, k):
            if self.phrases.letters[j] == "N":
                for named in self.countries.named(self.phrases.first[j], self.phrases.last[j]):
                    return self.countries.code(named)
        return None

    def _of_nameless(self, k: int) -> str | None:
        if self.phrases.letters[k] not in "DBN":
            return None
        first, last = self.phrases.first[k], self.phrases.last[k]
        code = self._of_words(first, last) or self._of_behind(k)
        if code is None and self._is_of_state(first, last):
            code = self.countries.main()
        return code or None
