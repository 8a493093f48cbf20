"""Names in a text: what a name phrase is made of, and which names are one entity."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from quotes.extraction.phrases import Phrases
from quotes.extraction.shape import Shape
from quotes.languages.language import Language
from quotes.types import SpeakerKind

_NAME_LETTERS = frozenset("CJl")


@dataclass(slots=True)
class Entity:
    """A person or body of one document, with every form of its name found so far."""

    name: str
    words: tuple[str, ...]
    kind: SpeakerKind
    gender: str
    first: int
    count: int = 0
    roles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """The parts of one name phrase: the name's own words, and the titles or roles before it."""

    words: tuple[str, ...]
    roles: tuple[str, ...]
    kind: SpeakerKind
    gender: str
    begin: int
    """Offset, in tokens, of the name inside its phrase."""
    end: int


class Names:
    """The entities of one document, found by the names that its phrases give."""

    def __init__(self, shape: Shape, phrases: Phrases, language: Language) -> None:
        self.shape, self.phrases, self.language = shape, phrases, language
        self.entities: list[Entity] = []
        self.by_last: dict[str, list[Entity]] = {}
        self.of_phrase: dict[int, Entity] = {}
        self._parsed: dict[tuple[str, ...], NamePhrase] = {}
        short: list[tuple[int, NamePhrase]] = []
        for k, letter in enumerate(phrases.letters):
            if letter == "N":
                parsed = self.parse(k)
                if len(parsed.words) > 1 or parsed.kind != "person":
                    self._add(k, parsed)
                elif parsed.words:
                    short.append((k, parsed))
        for k, parsed in short:
            self._add_short(k, parsed)

    def parse(self, k: int) -> NamePhrase:
        """Return the parts of the k-th phrase, which is a name."""
        a, b = self.phrases.first[k], self.phrases.last[k]
        key = tuple(self.shape.words[a:b])
        parsed = self._parsed.get(key)
        if parsed is None:
            parsed = self._parsed[key] = parse_name(key, self.shape.letters[a:b], self.language)
        return parsed

    def _add(self, k: int, parsed: NamePhrase) -> None:
        last = parsed.words[-1].lower()
        for entity in self.by_last.get(last, ()):
            if entity.kind == parsed.kind and _compatible(entity.words, parsed.words):
                break
        else:
            entity = Entity(" ".join(parsed.words), parsed.words, parsed.kind, parsed.gender, k)
            self.entities.append(entity)
            self.by_last.setdefault(last, []).append(entity)
        self._join(k, entity, parsed)

    def _add_short(self, k: int, parsed: NamePhrase) -> None:
        entity = self.find(parsed.words[-1], parsed.gender, k)
        if entity is None:
            entity = Entity(parsed.words[-1], parsed.words, parsed.kind, parsed.gender, k)
            self.entities.append(entity)
            self.by_last.setdefault(parsed.words[-1].lower(), []).append(entity)
        self._join(k, entity, parsed)

    def _join(self, k: int, entity: Entity, parsed: NamePhrase) -> None:
        entity.count += 1
        entity.roles.update(parsed.roles)
        entity.gender = entity.gender or parsed.gender
        self.of_phrase[k] = entity

    def find(self, word: str, gender: str, k: int) -> Entity | None:
        """Return the entity that a single word names at the k-th phrase."""
        found = [e for e in self.by_last.get(word.lower(), ()) if not (gender and e.gender and gender != e.gender)]
        if not found:
            found = [e for e in self.entities if e.kind == "person" and e.words[0] == word]
        if not found:
            return None
        return max(found, key=lambda e: (e.count, -e.first))


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names with one last word can be one person's: one's words contain the other's, initials aside."""
    x = {w.lower() for w in a if not (len(w) == 2 and w[1] == ".")}
    y = {w.lower() for w in b if not (len(w) == 2 and w[1] == ".")}
    return x <= y or y <= x


def parse_name(words: tuple[str, ...], letters: str, language: Language) -> NamePhrase:
    """Split a name phrase into the name and the titles and roles before it."""
    end = len(words)
    while end > 1 and letters[end - 1] in ".,sd":
        end -= 1
    begin = end
    suffix = letters[end - 1] == "J" and end > 1
    k = end - 1
    if suffix:
        k -= 1
        while k > 0 and letters[k] in ",.":
            k -= 1
    while k >= 0 and (letters[k] in "CMJF" or (letters[k] == "l" and k > 0) or (letters[k] == "f")or (letters[k] == "d" and k > 0 and letters[k - 1] == "f")):
        begin = k
        k -= 1
    while begin < end - 1 and letters[begin] in "lfdF":
        begin += 1
    name = [w for w, c in zip(words[begin:end], letters[begin:end]) if c not in ",."]
    roles = tuple(w.lower() for w, c in zip(words[:begin], letters[:begin]) if c in "rTt")
    if not name:
        name = [words[end - 1]]
    lowered = [w.lower() for w in name]
    organisation = any(w in language.organisations for w in lowered) or "f" in letters[begin:end]
    person_by_role = any(c in "rTt" for c in letters[:begin])
    first = language.first_names
    if not person_by_role and len(name) > 2:
        for i in range(1, len(name) - 1):
            if lowered[i] in first and lowered[i - 1] not in first and not organisation:
                name, lowered = name[i:], lowered[i:]
                break
    gender = ""
    for w in words[:begin]:
        gender = gender or {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f", "spokeswoman": "f", "spokesman": "m", "congresswoman": "f", "congressman": "m", "chairman": "m", "chairwoman": "f"}.get(w.lower(), "")
    kind: SpeakerKind = "organisation" if organisation and not (lowered[0] in first and not "f" in letters[begin:end]) else "person"
    if kind == "person" and len(lowered) > 1 and not gender:
        gender = first.get(lowered[0], "")
    return NamePhrase(tuple(name), roles, kind, gender, begin, end)
