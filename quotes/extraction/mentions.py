"""The entities of one document: which of its names are one person's or one body's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import Final

from quotes.extraction import names
from quotes.extraction.entities import Entity, Reference, Tokens
from quotes.extraction.names import NamePhrase, compatible, first_name, fold, one_off, parsed_names, surname
from quotes.extraction.phrase_words import PhraseWords
from quotes.extraction.phrases import Phrases
from quotes.extraction.shape import Shape
from quotes.languages.language import Language

_NAME: Final = re.compile("N")
_OWNED: Final = re.compile("[CJM](?:s[jx]?)?[yx]")
_TITLED_OWNER: Final = re.compile(r"[rTt]\.?(?:[CJl]\.?){2,4}(?=s)")
_HEADED: Final = re.compile("[rT][f2]")  # "the head of Velmora's office" is somebody
_MISSION: Final = re.compile("[yM]fd?[CM]")
_AGE: Final = re.compile(",0[,.)-]")
_MANY: Final = 50  # candidates that are looked through, so that no text makes this slow
_PEER: Final = 8  # phrases between somebody and their counterpart
_MANY_ROLES: Final = 60
_LONGEST_ACRONYM: Final = 4


class Names:
    """The entities of one document; `of_phrase` gives the one that a phrase names, by the phrase's index."""

    def __init__(
        self, shape: Shape, phrases: Phrases, headings: frozenset[int], language: Language, text: str
    ) -> None:
        self.shape, self.phrases, self.language = shape, phrases, language
        self.phrase = PhraseWords(shape, phrases, language)
        self.headings = headings
        self._parsed = parsed_names(language)
        self.of_phrase: dict[int, Entity] = {}
        self.namesakes: dict[int, list[Entity]] = {}
        self.entities: list[Entity] = []
        self._bodies: dict[str, Entity] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._by_first: dict[str, Entity] = {}
        self._by_initials: dict[str, Entity] = {}
        self._by_outline: dict[tuple[str, int], list[str]] = {}
        self._register(headings)
        self._complete(text)
        self._register_roles()
        self._register_bodies()

    def _register(self, headings: frozenset[int]) -> None:
        """Full names first, those of the body before those of headings; then single words join them."""
        full: list[tuple[int, NamePhrase]] = []
        short: list[tuple[int, NamePhrase]] = []
        above: list[tuple[int, NamePhrase]] = []
        for m in _NAME.finditer(self.phrases.letters):
            k = m.start()
            parsed = self.parse(k)
            if parsed is not None and not self._is_label(k):
                (above if k in headings else full if len(parsed.words) > 1 else short).append((k, parsed))
        common = {parsed.words[0].lower() for _, parsed in short}.intersection(self.shape.words)
        for k, parsed in full:
            self._join(k, self._full(parsed) or self._new(k, parsed), parsed)
        self._register_owners()
        for k, parsed in short:
            entity: Entity = self.find(parsed, k, self.namesakes) or self._new(k, parsed)
            if entity.count == 0 and entity.kind == "person" and entity.name.lower() in common:
                entity.kind = "group"  # "Attendees", where the text has "attendees" too
            self._join(k, entity, parsed)
        for k, parsed in above:
            whole = len(parsed.words) > 1
            known = (
                (self._full(parsed) or self._inside(parsed))
                if whole
                else self.find(parsed, k, self.namesakes)
            )
            self._join(k, known or self._new(k, parsed, heading=True), parsed, heading=True)

    def _register_owners(self) -> None:
        """“Gov. Mira Danforth's plan” says who Danforth is, though the phrase is not her."""
        for m in _TITLED_OWNER.finditer(self.shape.letters):
            parsed = self._parse_tokens(*m.span())
            if parsed is not None and len(parsed.words) > 1 and parsed.kind == "person":
                k = bisect_left(self.phrases.last, m.end())
                self._give_roles(self._full(parsed) or self._new(k, parsed), parsed.roles)

    def _is_label(self, k: int) -> bool:
        """Tell the “QUESTION:” and the “Q:” of a transcript from somebody's name."""
        word = self.shape.words[self.phrases.first[k]]
        return (
            self.phrases.letters.startswith(":", k + 1)
            and word.isupper()
            and word.lower() in self.language.labels
        )

    def _complete(self, text: str) -> None:
        """A surname takes the first name that stands before it elsewhere: in a quotation, in “Danforth's”."""
        for entity in self.entities:
            if len(entity.words) == 1 and entity.kind == "person":
                found = self._first_names(text, entity)
                if found:
                    most = found[0] if len(found) == 1 else Counter(found).most_common(1)[0][0]
                    entity.words = (*most.split(), entity.name)
                    entity.name = " ".join(entity.words)
                    entity.gender = entity.gender or first_name(entity.words[0], self.language) or ""

    def _first_names(self, text: str, entity: Entity) -> list[str]:
        """The first names that stand before a surname and are not those of somebody else who has it."""
        near = self.shape.starts[self.phrases.first[entity.first]]
        found = list(names.first_names_before(text, entity.name, near, entity.gender, self.language))
        if found:
            others = {e.words[0] for e in self._by_last[surname(entity.words)] if e is not entity}
            found = [name for name in found if name.split()[0] not in others]
        return found

    def parse(self, k: int) -> NamePhrase | None:
        """Return the parts of the name that is the k-th phrase, None if there is none in it."""
        return self._parse_tokens(self.phrases.first[k], self.phrases.last[k])

    def _parse_tokens(self, a: int, b: int) -> NamePhrase | None:
        return self._parsed[tuple(self.shape.words[a:b]), self.shape.letters[a:b]]

    def _full(self, parsed: NamePhrase) -> Entity | None:
        person = parsed.kind == "person"
        for entity in self._by_last.get(parsed.last, ())[:_MANY]:
            if (entity.kind == "person") is person and (
                compatible(entity.words, parsed.words, parsed.kind)
                or parsed.words[0] == entity.nickname
                or parsed.nickname == entity.words[0]
            ):
                return entity
        return None

    def _inside(self, parsed: NamePhrase) -> Entity | None:
        """A heading's “Mira Danforth Goes” is Mira Danforth, its “Aides Meet Danforth” is she."""
        for word in reversed(parsed.words):
            for entity in self._by_last.get(fold(word), ())[:_MANY]:
                if entity.kind == "person":
                    return entity
        return None

    def _new(self, k: int, parsed: NamePhrase, *, heading: bool = False) -> Entity:
        words = parsed.words
        if parsed.kind == "person" and " ".join(words).isupper() and len(words[-1]) > _LONGEST_ACRONYM:
            words = tuple([word.title() for word in words])  # "Mr. DANFORTH (Velmora)"
        name = parsed.name if words is parsed.words else " ".join(words)
        entity = Entity(name, words, parsed.kind, parsed.gender, k, heading, nickname=parsed.nickname)
        last = parsed.last
        if last not in self._by_last:
            self._by_last[last] = []
            self._by_outline.setdefault((last[0], len(last)), []).append(last)
        self.entities.append(entity)
        self._by_last[last].append(entity)
        for word in words[:-1]:
            self._by_word.setdefault(fold(word), []).append(entity)
        if parsed.kind == "organisation" and words[-1].lower() not in self.language.named_after:
            self._by_first.setdefault(words[0], entity)
        if parsed.kind in ("organisation", "government"):
            self._by_initials.setdefault("".join([w[0] for w in words if w[0].isupper()]), entity)
        return entity

    def _join(self, k: int, entity: Entity, parsed: NamePhrase, *, heading: bool = False) -> None:
        entity.count += 1
        if parsed.roles:
            self._give_roles(entity, parsed.roles)
        entity.gender = entity.gender or parsed.gender
        longer = len(parsed.words) > len(entity.words) and not " ".join(parsed.words).isupper()
        if heading:
            longer = len(entity.words) == 1 and names.is_plain(parsed, self.language)
        longer = longer or (parsed.nickname != "" and len(parsed.words) >= len(entity.words))
        if longer and entity.kind == parsed.kind:
            entity.nickname = entity.nickname or parsed.nickname
            entity.words, entity.name = parsed.words, parsed.name
        self.of_phrase[k] = entity

    def _give_roles(self, entity: Entity, words: tuple[str, ...] | set[str]) -> None:
        if words and len(entity.roles) < _MANY_ROLES:
            entity.roles = entity.roles.union(map(self._long, words))

    def find(
        self, parsed: NamePhrase, k: int, namesakes: dict[int, list[Entity]] | None = None
    ) -> Entity | None:
        """Return the entity that a single word names at the k-th phrase, None if there is none yet.

        Where it may be several, they are put into `namesakes`, and that most named is returned.
        """
        word = parsed.last
        known = self._by_last.get(word)
        plainly = not (parsed.gender or parsed.titled or parsed.kind == "government")
        if plainly and known is not None and len(known) == 1:
            return known[0]
        found = self._fitting(known, parsed, k)
        if not found:
            found = [e for e in self._fitting(self._by_word.get(word), parsed, k) if e.kind == "person"]
        if found:
            if namesakes is not None and len(found) > 1:
                namesakes[k] = found
            if len(found) == 1:
                return found[0]
            return max(found, key=lambda e: (len(e.words) > 1, not e.heading, e.first < k, e.count, -e.first))
        plain = parsed.words[0]
        if plain.isupper() and len(plain) > 1:
            return self._by_initials.get(plain)
        return self._by_first.get(plain) or self._misspelt(word)

    def _fitting(self, entities: list[Entity] | None, parsed: NamePhrase, k: int) -> list[Entity]:
        if entities is None:
            return []
        found = entities[:_MANY]
        if parsed.gender:
            found = [e for e in found if e.gender in ("", parsed.gender)]
        if parsed.kind == "government":
            found = [e for e in found if e.words == parsed.words]
        if parsed.titled:
            # A surname with a title, before any full name, is somebody else's unless they share the title.
            titles = set(map(self._long, parsed.roles))
            found = [e for e in found if e.first < k or e.roles & titles or len(e.words) == 1]
            alike = [e for e in found if e.roles & titles]
            if len(alike) == 1:  # "President Danforth", where only one Danforth is a president
                return alike
        return found

    def _misspelt(self, word: str) -> Entity | None:
        """A surname that differs in one letter from the only one like it."""
        if len(word) < 5:
            return None
        first, length = word[0], len(word)
        near = [
            w for n in (length - 1, length, length + 1)
            for w in self._by_outline.get((first, n), ())[:_MANY] if one_off(w, word)
        ]  # fmt: skip
        found = [e for w in near for e in self._by_last[w] if e.kind == "person"]
        return found[0] if len(found) == 1 else None

    def with_word(self, word: str) -> list[Entity]:
        """Return the entities in whose names a word is."""
        folded = fold(word)
        return self._by_last.get(folded, []) + self._by_word.get(folded, [])

    def look_up(self, a: int, b: int, k: int) -> Entity | None:
        """Return the entity that the tokens from a to b name at the k-th phrase, if there is one."""
        parsed = self._parse_tokens(a, b)
        if parsed is None:
            return None
        return self.find(parsed, k) if len(parsed.words) == 1 else self._full(parsed)

    def owner(self, a: int, b: int, k: int) -> Reference | None:
        """Return whom the tokens from a to b name, whose the k-th phrase is; they may be named here alone."""
        entity = self.look_up(a, b, k)
        if entity is None:
            parsed = self._parse_tokens(a, b)
            if parsed is not None:
                entity = self._new(k, parsed)
        return None if entity is None else Reference(entity, Tokens(a, b))

    def label(self, words: str, k: int) -> str:
        """Return the name that a transcript's label, “DANFORTH”, stands for."""
        last = words.split()[-1].capitalize()
        entity = self.find(NamePhrase((last,), fold(last)), k)
        return entity.name if entity is not None else words.title()

    def role_words(self, k: int) -> set[str]:
        """Return the words of a description that can be compared, titles in their long forms."""
        a, b = self.phrases.first[k], self.phrases.last[k]
        tokens = zip(self.shape.words[a:b], self.shape.letters[a:b], strict=True)
        return {self._long(w) for w, c in tokens if c in "rTtjCMxy0"}

    def role_gender(self, k: int) -> str:
        """Return m or f, as a word of a description tells, else nothing."""
        words = self.shape.words[self.phrases.first[k] : self.phrases.last[k]]
        return next((g for w in reversed(words) if (g := self.language.gendered.get(w.lower()))), "")

    def _long(self, word: str) -> str:
        word = word.lower().rsplit("-", 1)[-1]
        return self.language.long_titles.get(word, word)

    def _register_roles(self) -> None:
        """Take in the roles beside a name: “Mira Danforth, the envoy,” and “The envoy, Mira Danforth,”."""
        letters = self.phrases.letters
        for k, entity in self.of_phrase.items():
            if letters.startswith(",", k + 1):
                if letters[k + 2 : k + 3] in ("D", "B"):
                    self._appose(entity, k + 2)
                if letters[max(0, k - 2) : k] in ("D,", "B,"):
                    self._appose(entity, k - 2)
                self._give_age(entity, self.phrases.last[k])
        self._make_peers()

    def _make_peers(self) -> None:
        """“Foreign Minister Danforth and her counterpart, Oskar Brandt,”: he is one too."""
        peers = [k for k, e in self.of_phrase.items() if not self.language.peers.isdisjoint(e.roles)]
        for k in peers:
            before = (self.of_phrase.get(j) for j in range(k - 1, max(0, k - _PEER) - 1, -1))
            other = next(
                (e for e in before if e is not None and e is not self.of_phrase[k] and e.roles), None
            )
            if other is not None:
                own = {word for word in other.roles if self.language.letters.get(word) in ("r", "j")}
                self._give_roles(self.of_phrase[k], own)

    def _give_age(self, entity: Entity, at: int) -> None:
        """“Mira Danforth, 44,” is “the 44-year-old” from then on."""
        age = self.shape.words[at + 1] if _AGE.match(self.shape.letters, at) else ""
        if len(age) == 2 and entity.kind == "person":
            self._give_roles(entity, (age, *self.language.aged))

    def _appose(self, entity: Entity, k: int) -> None:
        self._give_roles(entity, self.role_words(k))
        if entity.kind == "person" and not entity.gender:
            entity.gender = self.role_gender(k)

    def _register_bodies(self) -> None:
        """“Danforth's campaign” and “the Danforth campaign” are bodies, named by whose they are."""
        for m in _OWNED.finditer(self.shape.letters):
            if self.shape.words[m.end() - 1].lower() not in self.language.body_nouns:
                continue
            k = bisect_left(self.phrases.last, m.end())
            name = self._body_name(k, m.end())
            if name is None:
                continue
            self.of_phrase[k] = self._body(name, k)

        for m in _MISSION.finditer(self.shape.letters):
            k = bisect_left(self.phrases.last, m.end())
            if (
                self.phrases.letters[k] == "D"
                and self.shape.words[m.start()].lower() in self.language.missions
                and not _HEADED.search(self.shape.letters, self.phrases.first[k], m.start())
            ):
                name = self._mission_name(k, m.start())
                self.of_phrase[k] = self._body(name, k)

    def body_of(self, owner: Entity, head: str, k: int) -> Entity:
        """Return the body that the k-th phrase calls somebody's: “her campaign”."""
        return self._body(f"{owner.name}’s {head}", k)

    def _body(self, name: str, k: int) -> Entity:
        body = self._bodies.get(name)
        if body is None:
            body = self._bodies[name] = Entity(
                name, tuple(name.split()), "organisation", "", k, heading=False
            )
            self.entities.append(body)
        body.count += 1
        return body

    def _mission_name(self, k: int, head: int) -> str:
        """“government of Velmora”, “foreign ministry of Velmora”: without what stands before."""
        begin, end = head, self.phrases.last[k]
        while begin > self.phrases.first[k] and self.shape.letters[begin - 1] in "CMjx":
            begin -= 1
        return " ".join(self.shape.words[begin:end])

    def _body_name(self, k: int, b: int) -> str | None:
        head = self.shape.words[b - 1].lower()
        if self.phrases.last[k : k + 1] != [b] or self.phrases.letters[k] not in "DB":
            return None
        letters = self.shape.letters
        a = self.phrases.first[k]
        if self.shape.words[a].lower() in self.language.dates.indefinite:
            return None  # "a Velmoran company"
        if _HEADED.search(letters, a, b):
            return None
        cut = letters.rfind("s", a, b)
        possessive = cut >= a and letters[cut + 1 : b - 1] in ("", "j", "x")
        end = cut if possessive else b - 1
        if end <= a:
            return None
        owner = self.look_up(a, end, k)
        begin = end
        while begin > a and letters[begin - 1] in "CJM":
            begin -= 1
        name = " ".join(self.shape.words[begin:end]) if owner is None else owner.name
        if head in self.language.organs and (owner is None or owner.kind == "organisation"):
            return name
        kept = " ".join(map(str.lower, self.shape.words[end + possessive : b]))
        return f"{name}’s {kept}" if possessive else f"{name} {kept}"
