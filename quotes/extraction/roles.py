"""Where a document says what somebody is: before the name, in apposition, or with a form of “be”."""

from __future__ import annotations

from typing import NamedTuple

import regex

from quotes.extraction.mentions import Entity, Names, Tokens

# A description and what belongs to it: "the mayor", "an official of the Ministry of Water of Velmora".
_WHOLE = r"[DBN](?:[if]{1,2}[NDB](?:&[NDB](?=[if,.]))?){0,4}"
_BEHIND = regex.compile(rf",(?:\(,?)?({_WHOLE}(?:,?&[DB](?:[if][NDB]){{0,2}})?)(?=[,.;:\n)QqmE-]|w|$)")
_LIST = regex.compile(rf",({_WHOLE},{_WHOLE},?&{_WHOLE})(?=[,.;\n]|$)")
_IS = regex.compile(rf"(?:,?w)?e({_WHOLE})")
_BEFORE = regex.compile(rf"(?r)({_WHOLE}),\Z")
_CLOSED = frozenset(",.;\n&-:")
_MANY = 40  # mentions of one person that are looked at


class Role(NamedTuple):
    """The tokens that say what somebody is, the phrase that they stand at, and how they stand to the name."""

    first: int
    last: int
    at: int
    how: str


class Roles:
    """What one document says that its people are."""

    def __init__(self, names: Names) -> None:
        self.names, self.words = names, names.shape.words
        self.tokens, self.letters = names.shape.letters, names.phrases.letters
        self.language, self.offices = names.language, names.language.offices
        self._mentions: dict[Entity, list[int]] | None = None
        self._known: dict[Entity, tuple[Role, ...]] = {}

    def of(self, entity: Entity) -> tuple[Role, ...]:
        """Return all that the document says that a person is, in the order of the text."""
        if entity not in self._known:
            found = [role for k in self.mentions(entity)[:_MANY] for role in self._at(k)]
            self._known[entity] = tuple(found)
        return self._known[entity]

    def mentions(self, entity: Entity) -> list[int]:
        """Return the phrases that name an entity."""
        if self._mentions is None:
            self._mentions = {}
            for k, named in sorted(self.names.of_phrase.items()):
                self._mentions.setdefault(named, []).append(k)
        return self._mentions.get(entity, [])

    def _at(self, k: int) -> list[Role]:
        """The roles that stand beside one mention of a name."""
        if k in self.names.headings:
            return []
        found = [self._in_phrase(k), self._in_front(k), self._behind(k), self._is(k)]
        return [role for role in found if role is not None]

    def _in_phrase(self, k: int) -> Role | None:
        """“Velmoran President Orsin Feldray”: what stands in one phrase with the name."""
        first, last = self.names.phrases.first[k], self.names.phrases.last[k]
        start = self._name_start(k)
        if start is None:
            return None
        while first > 0 and start > first and self.tokens[first - 1] in "xjn" and self.tokens[first] in "xry":
            first -= 1
        return self._trimmed(first, start, k, "before")

    def _name_start(self, k: int) -> int | None:
        parsed = self.names.parse(k)
        if parsed is None:
            return None
        first, last = self.names.phrases.first[k], self.names.phrases.last[k]
        return next((i for i in range(last - 1, first - 1, -1) if self.words[i] == parsed.words[0]), None)

    def _in_front(self, k: int) -> Role | None:
        """“The mayor of Harn, Mira Danforth,”; also “the mayor of Harn, General Danforth”."""
        if self.letters[k - 1 : k] != ",":
            return None
        m = _BEFORE.search(self.letters, max(0, k - 16), k)
        if m is None:
            return None
        begin = m.start(1)
        before, after = self.letters[begin - 1 : begin], self.letters[k + 1 : k + 2]
        if before in ("i", "f", "&") and after not in _CLOSED:
            return None  # "At the talks with the mayor, Danforth said"
        return self._phrases(begin, k - 1, "apposed", closed=after in _CLOSED)

    def _behind(self, k: int) -> Role | None:
        """“Mira Danforth, an official of the Ministry of Water of Velmora,”."""
        m = _LIST.match(self.letters, k + 1) or _BEHIND.match(self.letters, k + 1)
        return None if m is None else self._phrases(m.start(1), m.end(1), "apposed")

    def _is(self, k: int) -> Role | None:
        """“Mira Danforth is the mayor of Harn”; “Mira Danforth, who was an envoy,”."""
        m = _IS.match(self.letters, k + 1)
        if m is None:
            return None
        a, b = self.names.phrases.last[k], self.names.phrases.first[m.start(1)]
        if "h" in self.tokens[a:b]:
            return None  # "is not the mayor"
        return self._phrases(m.start(1), m.end(1), "is")

    def _phrases(self, begin: int, end: int, how: str, *, closed: bool = True) -> Role | None:
        """Make a role of some phrases if the first tells what somebody is."""
        first, last = self.names.phrases.first, self.names.phrases.last
        if not closed and end - begin == 1 and self.letters[begin] != "D":
            return None
        if not self.is_person(first[begin], last[begin]):
            return None
        return self._trimmed(first[begin], last[end - 1], begin, how)

    def source(self, k: int) -> Role | None:
        """Return the role that a description without a name tells of one person: “the spokesman”."""
        if self.letters[k] not in "DB" or not self.is_person(self.names.phrases.first[k], self.names.phrases.last[k]):
            return None
        m = regex.match(_WHOLE, self.letters, pos=k)
        end = k + 1 if m is None else m.end()
        return self._trimmed(self.names.phrases.first[k], self.names.phrases.last[end - 1], k, "source")

    def is_person(self, first: int, last: int) -> bool:
        """Tell whether the head of a description says what a person is."""
        cut = next((i for i in range(first + 1, last) if self.tokens[i] in "f2"), last)
        return self._is_role(cut - 1)

    def _is_role(self, k: int) -> bool:
        word = self.words[k].lower()
        if self.tokens[k] in "rT":
            return True
        return word in self.offices.roles or self.language.letters.get(word) == "r"

    def _trimmed(self, first: int, last: int, at: int, how: str) -> Role | None:
        """Leave out articles and courtesies; None if nothing is left that says what somebody is."""
        while first < last and (
            (self.tokens[first] in "d,.(-&" and self.tokens[first + 1 : first + 2] != "s")
            or self.words[first].lower() in self.offices.courtesy
        ):
            first += 1
        while last > first and self.tokens[last - 1] in ",.(-&s":
            last -= 1
        heads = [
            k for k in range(first, last)
            if (self._is_role(k) or self.tokens[k] == "t") and self.words[k].lower() not in self.offices.parties
        ]  # fmt: skip
        return Role(first, last, at, how) if heads else None

    def size(self, role: Role) -> int:
        """Count the words of a role that say something."""
        return sum(self.tokens[k] not in "dfF2&,.(-si)" for k in range(role.first, role.last))


def tokens(role: Role) -> Tokens:
    """Return the tokens of a role."""
    return Tokens(role.first, role.last)
