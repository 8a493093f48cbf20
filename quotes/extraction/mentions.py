"""Names in a text: what a name phrase is made of, and which names are one entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from quotes.extraction.phrases import Phrases
from quotes.extraction.shape import Shape
from quotes.languages.language import Language
from quotes.types import SpeakerKind

_BODY_KINDS = ("organisation", "government")


@dataclass(slots=True)
class Entity:
    """A person or body of one document, with every form of its name found so far."""

    name: str
    words: tuple[str, ...]
    kind: SpeakerKind
    gender: str
    first: int
    heading: bool
    count: int = 0
    roles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """The parts of one name phrase: the name's own words, and the titles or roles before it."""

    words: tuple[str, ...]
    roles: tuple[str, ...]
    kind: SpeakerKind
    gender: str
    titled: bool = False


class Names:
    """The entities of one document, found by the names that its phrases give."""

    def __init__(self, shape: Shape, phrases: Phrases, headings: frozenset[int], language: Language) -> None:
        self.shape, self.phrases, self.language = shape, phrases, language
        self.entities: list[Entity] = []
        self.of_phrase: dict[int, Entity] = {}
        self.namesakes: dict[int, list[Entity]] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._parsed: dict[tuple[str, ...], NamePhrase | None] = {}
        self._register(headings)

    def _register(self, headings: frozenset[int]) -> None:
        """Full names first, those of the body before those of headings; then single words join them."""
        full: list[tuple[int, NamePhrase, bool]] = []
        short: list[tuple[int, NamePhrase, bool]] = []
        for k, letter in enumerate(self.phrases.letters):
            if letter == "N":
                parsed = self._parse(k)
                if parsed is not None:
                    (full if len(parsed.words) > 1 else short).append((k, parsed, k in headings))
        lower = set(self.shape.words)
        for k, parsed, heading in full:
            if not heading:
                self._join(k, self._full(parsed) or self._new(k, parsed, heading), parsed, heading)
        for k, parsed, heading in (*(s for s in short if not s[2]), *(s for s in (*full, *short) if s[2])):
            whole = len(parsed.words) > 1
            entity = (self._full(parsed) or self._inside(parsed)) if whole else self.find(parsed, k)
            entity = entity or self._new(k, parsed, heading)
            if entity.count == 0 and entity.name.lower() in lower:
                entity.kind = "group"
            self._join(k, entity, parsed, heading)
        self._register_roles()
        self._register_bodies()

    def _register_roles(self) -> None:
        """Take in the roles that stand behind a name: “Mira Danforth, the envoy of Velmora,”."""
        letters = self.phrases.letters
        for k, entity in self.of_phrase.items():
            if letters[k + 1 : k + 3] in (",D", ",B"):
                entity.roles.update(self.role_words(k + 2))

    def role_words(self, k: int) -> set[str]:
        """Return the words of a description that can be compared, titles in their long forms."""
        a, b = self.phrases.first[k], self.phrases.last[k]
        return {
            self._long(w)
            for w, c in zip(self.shape.words[a:b], self.shape.letters[a:b], strict=True)
            if c in "rTtjCMxy"
        }

    def _long(self, word: str) -> str:
        word = word.lower().rsplit("-", 1)[-1]
        return self.language.long_titles.get(word, word)

    def _register_bodies(self) -> None:
        """“Danforth's campaign” and “the Danforth campaign” are bodies of their own, named by whose they are."""
        known: dict[tuple[str, str], Entity] = {}
        for k, letter in enumerate(self.phrases.letters):
            if letter not in "DB":
                continue
            a, b = self.phrases.first[k], self.phrases.last[k]
            head = self.shape.words[b - 1].lower()
            if head not in self.language.body_nouns or self.shape.letters[b - 1] not in "yx":
                continue
            end = b - 2 if self.shape.letters[b - 2] == "s" else b - 1
            owner = self._owner_words(a, end, k)
            if owner is None:
                continue
            key = (owner, head)
            if key not in known:
                name = f"{owner}’s {head}" if end == b - 2 else f"{owner} {head}"
                known[key] = Entity(name, tuple(name.split()), "organisation", "", k, False)
                self.entities.append(known[key])
            known[key].count += 1
            self.of_phrase[k] = known[key]

    def _owner_words(self, a: int, end: int, k: int) -> str | None:
        letters = self.shape.letters[a:end]
        if not letters or letters[-1] not in "CJM":
            return None
        entity = self.look_up(a, end, k)
        if entity is not None:
            return entity.name
        begin = end
        while begin > a and self.shape.letters[begin - 1] in "CJM":
            begin -= 1
        return " ".join(self.shape.words[begin:end])

    def _inside(self, parsed: NamePhrase) -> Entity | None:
        """A heading's "Mira Danforth Goes" is Mira Danforth, its "Aides Meet Danforth" is she."""
        for word in reversed(parsed.words):
            for entity in self._by_last.get(fold(word), ()):
                if entity.kind == "person":
                    return entity
        return None

    def _parse(self, k: int) -> NamePhrase | None:
        a, b = self.phrases.first[k], self.phrases.last[k]
        key = tuple(self.shape.words[a:b])
        if key not in self._parsed:
            self._parsed[key] = parse_name(key, self.shape.letters[a:b], self.language)
        return self._parsed[key]

    def _full(self, parsed: NamePhrase) -> Entity | None:
        for entity in self._by_last.get(fold(parsed.words[-1]), ()):
            if (entity.kind == "person") == (parsed.kind == "person") and _compatible(
                entity.words, parsed.words, parsed.kind
            ):
                return entity
        return None

    def _new(self, k: int, parsed: NamePhrase, heading: bool) -> Entity:
        entity = Entity(" ".join(parsed.words), parsed.words, parsed.kind, parsed.gender, k, heading)
        self.entities.append(entity)
        self._by_last.setdefault(fold(parsed.words[-1]), []).append(entity)
        for word in parsed.words[:-1]:
            self._by_word.setdefault(fold(word), []).append(entity)
        return entity

    def _join(self, k: int, entity: Entity, parsed: NamePhrase, heading: bool) -> None:
        entity.count += 1
        entity.roles.update(map(self._long, parsed.roles))
        entity.gender = entity.gender or parsed.gender
        if not heading and len(parsed.words) > len(entity.words) and entity.kind == parsed.kind:
            entity.words, entity.name = parsed.words, " ".join(parsed.words)
        self.of_phrase[k] = entity

    def find(self, parsed: NamePhrase, k: int) -> Entity | None:
        """Return the entity that a single word names at the k-th phrase, None if there is none yet."""
        word, gender = fold(parsed.words[-1]), parsed.gender
        for index in (self._by_last, self._by_word):
            found = [e for e in index.get(word, ()) if not (gender and e.gender and gender != e.gender)]
            if index is self._by_word:
                found = [e for e in found if e.kind == "person"]
            if parsed.kind == "government":
                found = [e for e in found if e.words == parsed.words]
            if (
                parsed.titled
            ):  # a surname with a title before any full name is somebody else's, unless it has that title
                found = [
                    e
                    for e in found
                    if e.first < k or e.roles.intersection(map(self._long, parsed.roles)) or len(e.words) == 1
                ]
            if len(found) > 1 and not gender:
                self.namesakes[k] = found
            if found:
                return max(
                    found, key=lambda e: (len(e.words) > 1, not e.heading, e.first < k, e.count, -e.first)
                )
        if parsed.words[0].isupper() and len(word) > 1:
            return self._by_initials(parsed.words[0])
        return self._by_first_word(parsed.words[0]) or self._misspelt(word)

    def _by_first_word(self, word: str) -> Entity | None:
        """“Ford” is “Ford Motor Company”."""
        return next((e for e in self.entities if e.kind == "organisation" and e.words[0] == word), None)

    def _misspelt(self, word: str) -> Entity | None:
        """A surname that differs in one letter from the only one like it."""
        if len(word) < 5:
            return None
        found = [
            e for last, es in self._by_last.items() for e in es if e.kind == "person" and _one_off(last, word)
        ]
        return found[0] if len(found) == 1 else None

    def _by_initials(self, word: str) -> Entity | None:
        for e in self.entities:
            if e.kind in _BODY_KINDS and "".join(w[0] for w in e.words if w[0].isupper()) == word:
                return e
        return None

    def look_up(self, a: int, b: int, k: int) -> Entity | None:
        """Return the entity that the tokens from a to b name at the k-th phrase, if there is one."""
        parsed = parse_name(tuple(self.shape.words[a:b]), self.shape.letters[a:b], self.language)
        if parsed is None:
            return None
        return self.find(parsed, k) if len(parsed.words) == 1 else self._full(parsed)

    def label(self, words: str, k: int) -> str:
        """Return the name that a transcript's label, “DANFORTH”, stands for."""
        word = words.split()[-1].capitalize()
        entity = self.find(NamePhrase((word,), (), "person", ""), k)
        return entity.name if entity is not None else words.title()

    def bodies(self) -> Iterator[Entity]:
        """Iterate over the entities that are no persons."""
        return (e for e in self.entities if e.kind != "person")


def fold(word: str) -> str:
    """Return a word of a name for comparison: no case, one apostrophe."""
    return word.lower().replace("’", "'")


def _compatible(a: tuple[str, ...], b: tuple[str, ...], kind: str) -> bool:
    """Whether two full names with one last word can be one's: one has all words of the other, initials aside."""
    if kind != "person":
        return a == b or set(a) <= set(b) or set(b) <= set(a)
    x = {fold(w) for w in a if not (len(w) == 2 and w[1] == ".")}
    y = {fold(w) for w in b if not (len(w) == 2 and w[1] == ".")}
    return x <= y or y <= x


def _one_off(a: str, b: str) -> bool:
    """Whether two words of one first letter differ by one letter changed, added or left out."""
    if a[0] != b[0] or abs(len(a) - len(b)) > 1 or a == b:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    j = len(a) == len(b)
    return a[i + (j or len(a) > len(b)) :] == b[i + (j or len(b) > len(a)) :]


def parse_name(words: tuple[str, ...], letters: str, language: Language) -> NamePhrase | None:
    """Split a name phrase into the name and the titles and roles before it; None if there is no name in it."""
    tokens = [(w, c) for w, c in zip(words, letters, strict=True) if c not in ".,()" or len(w) > 1]
    while tokens and (tokens[-1][1] in "sdt0-" or tokens[-1][0].lower() in language.after_names):
        tokens.pop()
    begin = len(tokens)
    while begin > 0 and tokens[begin - 1][1] in "CMJlfF2" or (begin > 1 and tokens[begin - 1][1] == "d"):
        begin -= 1
    if begin == len(tokens) and tokens and tokens[-1][1] == "T":
        begin -= 1  # "Charlie King": a name that is also a title
        while begin > 0 and tokens[begin - 1][1] in "CJ":
            begin -= 1
    while begin < len(tokens) - 1 and tokens[begin][1] in "lfFd2":
        begin += 1
    name = tokens[begin:]
    if len(name) > 1 and language.letters.get(name[0][0].lower()) == "c":
        name = name[1:]  # "Said Danforth" at the head of a sentence
    if not name:
        return None
    before = tokens[:begin]
    after_of = any(x in "f2" and y in "Tr" for y, x in zip(letters, letters[1:], strict=False))
    roles = tuple(w.lower() for w, c in before if c in "rTtjC")
    gender = next((language.gendered[w.lower()] for w, _ in before if w.lower() in language.gendered), "")
    name = _own_words(name, after_of, language)
    lowered = [w.lower() for w, _ in name]
    own = tuple(w for w, _ in name)
    titled = any(c in "rTt" for _, c in before)
    kind = _kind(own, lowered, [c for _, c in name], titled, language)
    if kind == "person" and not gender and len(own) > 1:
        gender = language.first_names.get(lowered[0], "")
    return NamePhrase(own, roles, kind, gender, titled)


def _own_words(name: list[tuple[str, str]], after_of: bool, language: Language) -> list[tuple[str, str]]:
    """Leave out what stands before a person's name and is none: a party, a place, a paper, the "Scotland" of its minister."""
    lowered = [w.lower() for w, _ in name]
    first = language.first_names
    body = max((i for i, (_, c) in enumerate(name) if c == "M"), default=-1)
    joined = any(c in "fF2" for _, c in name)
    if 0 <= body < len(name) - 1 and not joined:
        return name[body + 1 :]
    if after_of and len(name) > 2:
        keep = 3 if name[-2][1] in "Jl" else 2
        return name[-keep:]
    if body < 0 and len(name) > 2:
        for i in range(1, len(name) - 1):
            if lowered[i] in first and lowered[0] not in first and (i > 1 or lowered[0] in language.places):
                return name[i:]
        if lowered[0] in language.places and lowered[0] not in first:
            return name[1:]
    return name


def _kind(
    own: tuple[str, ...], lowered: list[str], letters: list[str], roles: bool, language: Language
) -> SpeakerKind:
    joined = " ".join(lowered)
    if joined in language.places or joined in language.seats:
        return "person" if roles else "government"
    if any(any(map(str.isdigit, w)) for w in own):
        return "group"
    if len(own) == 1 and language.letters.get(joined) == "y":
        return "group"
    if "M" in letters or "f" in letters or "F" in letters:
        return "organisation"
    if len(own) == 1 and own[0].isupper() and len(own[0]) > 1 and not roles and len(own[0]) < 7:
        return "organisation"
    return "person"
