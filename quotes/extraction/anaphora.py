"""Find whom a pronoun, a role or a surname stands for."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

import regex

from quotes.extraction.appositions import Appositions
from quotes.extraction.bodies import Documents
from quotes.extraction.clauses import Clauses
from quotes.extraction.descriptions import compared, fitting, may_be_body, may_be_called, may_have
from quotes.extraction.entities import Entity, Reference, Tokens
from quotes.extraction.mentions import Names
from quotes.extraction.nameless import Nameless
from quotes.extraction.salience import Option, Salience, Spoken, Watch

# "N, a biologist at the Institute of N, who said": the first is the one.
_DESCRIBED: Final = regex.compile(r"N(?=,[DB](?:[if&]+[NDB])*,$)")
_TELLER: Final = regex.compile(r"(?r)(?<![if])(N)(?:[if][NDB])*Vk?\Z")
_GENDER: Final = {"he": "m", "she": "f"}
_DEFINITE: Final = ("the", "his", "her", "their", "this")
_BODY_PRONOUNS: Final = ("it", "they", "which")
_UNNAMED: Final = 0.8
_PRONOUNS: Final = regex.compile("P")
_REACH: Final = 59  # subjects that are looked back at
_MANY: Final = 50


class Anaphora:
    """Resolves the mentions of one document, each once."""

    def __init__(self, names: Names, spoken: Spoken, watch: Watch | None = None) -> None:
        self.names, self.language = names, names.language
        self.letters = names.phrases.letters
        self.shape = names.shape
        self.clauses = Clauses(self.letters)
        self.subjects = self.clauses.subjects
        self._memo: dict[int, Reference | None] = {}
        self._resolved = 0
        self._where, self._with_role, self._with_word = self._index()
        self.salience = Salience(names, self.clauses, spoken, self._where, watch)
        self._learn_genders()
        self.appositions = Appositions(names)
        self.nameless = Nameless(names, self.clauses, self.appositions)
        self.documents = Documents(names, self.clauses)
        nameless = (k for k in self.subjects if self.letters[k] in "DY" and k not in names.of_phrase)
        pronouns = (m.start() for m in _PRONOUNS.finditer(self.letters))
        self._order = [*sorted({*nameless, *pronouns}), len(self.letters)]

    def reference(self, k: int) -> Reference | None:
        """Return whom the k-th phrase stands for, or None if it is unknown."""
        # In the order of the text: each needs to know who was talked of before.
        while (earlier := self._order[self._resolved]) < k:
            self._resolve(earlier)
            self._resolved += 1
        return self._resolve(k)

    def entity(self, k: int) -> Entity | None:
        """Return the entity that the k-th phrase stands for."""
        found = self.reference(k)
        return None if found is None else found.entity

    def share(self, k: int) -> float:
        """Return how sure it is whom the k-th phrase stands for."""
        found = self.reference(k)
        return 1.0 if found is None else found.share

    def antecedent(self, k: int) -> Tokens | None:
        """Return the tokens that name whom the k-th phrase stands for, if they are not its own."""
        found = self.reference(k)
        return None if found is None or found.tokens == self._tokens(k) else found.tokens

    def full_name(self, entity: Entity, k: int) -> str:
        """Return an entity's name; a ministry's with the state in whose sentence it stands."""
        language = self.names.language
        words = [w.lower() for w in entity.words]
        if words[-1] not in language.state_bodies or any(
            w in language.places or "’s" in w or "'s" in w for w in words
        ):
            return entity.name
        paragraph = self.letters.rfind("\n", 0, k)
        for j in self.clauses.subjects_before(k, _REACH):
            state = self.names.of_phrase.get(j)
            if j > paragraph and state is not None and state.kind == "government":
                return f"{state.name} {entity.name}"
        return entity.name

    def _resolve(self, k: int) -> Reference | None:
        if k in self._memo:
            return self._memo[k]
        self._memo[k] = None  # what would stand for itself stands for nobody
        letter = self.letters[k]
        found: Reference | None = None
        if k in self.names.of_phrase:
            if k in self.names.namesakes:
                self._choose_namesake(k)
            found = self._at(k)
        elif letter in "PY":
            found = self._pronoun(k, self._word(k))
        elif letter in "wk":
            found = self._relative(k)
        elif letter in "OB" and self._word(k) in self.language.objects and self._is_single(k):
            found = self._pronoun(k, self.language.objects[self._word(k)])
        elif letter in "NDB":
            found = self._description(k)
            if found is not None and found.entity is not None and found.entity.kind == "person":
                self.salience.note(k, found.entity)
        self._memo[k] = found
        return found

    def _tokens(self, k: int) -> Tokens:
        return Tokens(self.names.phrases.first[k], self.names.phrases.last[k])

    def _at(self, k: int | None) -> Reference | None:
        if k is None:
            return None
        phrases = self.names.phrases
        return Reference(self.names.of_phrase.get(k), Tokens(phrases.first[k], phrases.last[k]))

    def places(self, entity: Entity) -> list[int]:
        """Return the phrases that name an entity, in order."""
        return self._where.get(entity, [])

    def known(self, k: int) -> Reference | None:
        """Return whom a phrase stands for that is a name or was resolved before."""
        return self._at(k) if k in self.names.of_phrase else self._memo.get(k)

    def _word(self, k: int) -> str:
        return self.shape.words[self.names.phrases.first[k]].lower()

    def _is_single(self, k: int) -> bool:
        return self.names.phrases.last[k] - self.names.phrases.first[k] == 1

    def _choose_namesake(self, k: int) -> None:
        """Of two with one surname the one is meant who is talked of: the last subject, however named."""
        self.salience.read(k)
        namesakes = self.names.namesakes[k]
        meant = self._of_generation(k, namesakes) or self.salience.last_subject(namesakes, k)
        if meant is not None:
            self.names.of_phrase[k] = meant

    def _of_generation(self, k: int, namesakes: list[Entity]) -> Entity | None:
        """Of a father and a son “the elder Brandt” is the father."""
        tokens, generations = self._tokens(k), self.language.generations
        wanted = next((w for w in self.shape.words[tokens.first : tokens.last] if w in generations), None)
        if wanted is None:
            return None
        found = [e for e in namesakes if e.roles & generations[wanted]]
        other = frozenset().union(*generations.values()) - generations[wanted]
        found = found or [e for e in namesakes if not e.roles & other]
        return found[0] if len(found) == 1 else None

    def _learn_genders(self) -> None:
        """A name of unknown gender takes that of the pronoun subjects right behind it, if they agree."""
        votes: dict[Entity, set[str]] = {}
        before: Entity | None = None
        for k in self.subjects:
            named = self.clauses.named(k)
            if self.letters[named] == "N":
                before = self.names.of_phrase.get(named)
            elif (
                self.letters[k] == "P"
                and before is not None
                and before.kind == "person"
                and not before.gender
                and not self.salience.is_no_person(before)
            ):
                votes.setdefault(before, set()).add(_GENDER.get(self._word(k), ""))
        for entity, voted in votes.items():
            known = voted - {""}
            if len(known) == 1:
                entity.gender = known.pop()

    def _index(self) -> tuple[dict[Entity, list[int]], dict[str, list[Entity]], dict[str, list[Entity]]]:
        """Where each entity is named; who has a role; which bodies have a word in their names."""
        where: dict[Entity, list[int]] = {}
        for k in sorted(self.names.of_phrase):
            where.setdefault(self.names.of_phrase[k], []).append(k)
        with_role: dict[str, list[Entity]] = {}
        with_word: dict[str, list[Entity]] = {}
        for entity in where:
            if entity.kind == "person":
                for role in entity.roles:
                    with_role.setdefault(role, []).append(entity)
            elif entity.kind == "organisation":
                for word in entity.words:
                    with_word.setdefault(word.lower(), []).append(entity)
        return where, with_role, with_word

    def _last_named(self, entities: list[Entity], k: int) -> int | None:
        """Return the last phrase before the k-th that names one of some entities."""
        best = -1
        for entity in entities[-_MANY:]:
            places = self._where[entity]
            i = bisect_left(places, k)
            if i:
                best = max(best, places[i - 1])
        return None if best < 0 else best

    def _pronoun(self, k: int, word: str) -> Reference | None:
        if word in _GENDER:
            return self._person(k, _GENDER[word])
        if word not in _BODY_PRONOUNS:
            return self._labelled(k) if word in self.language.speaking else None
        for j in self.clauses.subjects_before(k, _REACH):
            if self.letters[j] in "PY":
                if self._word(j) == word:
                    return self._memo.get(j)
                continue
            found = self.known(j)
            if found is None and self._is_body(j):
                return None  # it is this body, whatever its name
            if found is not None and found.entity is not None and self._is_thing(found.entity):
                return found
        return self._thing_before(k) if word == "it" else None

    def _labelled(self, k: int) -> Reference | None:
        """“DANFORTH: I said”: whose words the paragraph is."""
        begin = self.clauses.paragraph_begin(self.clauses.paragraph(k))
        return self._at(begin) if self.letters.startswith("N:", begin) else None

    def _thing_before(self, k: int) -> Reference | None:
        """“Danforth met the union. It said”: the one body of the sentence before."""
        end = self.clauses.begin(k)
        begin = self.clauses.begin(max(0, end - 1))
        bodies = {j: self.names.of_phrase[j] for j in range(begin, end) if j in self.names.of_phrase}
        found = [j for j, entity in bodies.items() if entity.kind != "person"]
        return self._at(found[-1]) if len({bodies[j] for j in found}) == 1 else None

    def _person(self, k: int, gender: str) -> Reference | None:
        self.salience.read(k)
        somebody = self.nameless.before(k, gender, self.known)
        if somebody is not None:
            return Reference(None, self._tokens(somebody), _UNNAMED)
        best = self.salience.best(k, self.salience.options(k, gender))
        if best is not None and best.entity is not None:
            self.salience.note(k, best.entity)
        return best

    def _is_body(self, k: int) -> bool:
        last = self.names.phrases.last[k] - 1
        return self.letters[k] == "D" and self.shape.words[last].lower() in self.names.language.body_nouns

    def _is_thing(self, entity: Entity) -> bool:
        return entity.kind != "person" or (len(entity.words) == 1 and not entity.gender and not entity.roles)

    def _relative(self, k: int) -> Reference | None:
        """“Danforth of Velmora, who”: whoever stands before it and is no place behind a preposition."""
        beside = k - 2 if self.letters[k - 1 : k] == "," else k - 1
        person = self._word(k) not in _BODY_PRONOUNS
        described = _DESCRIBED.search(self.letters, max(0, k - 12), k)
        if described is not None and person:
            return self._resolve(described.start())
        for j in range(k - 1, max(-1, k - 12), -1):
            behind = self.letters[j - 1 : j] in ("i", "f")
            if self.letters[j] == "N":
                entity = self.names.of_phrase.get(j)
                if not behind or entity is None or (entity.kind == "person") is person:
                    return self._resolve(j)
            elif self.letters[j] == "D" and (not behind or j == beside):
                return self._resolve(j)
        return None

    def _description(self, k: int) -> Reference | None:
        """A role: the name that stands beside it, else whoever was given this role."""
        beside = self.appositions.name_beside(k)
        if beside is not None:
            return self._at(beside)
        a, b = self.names.phrases.first[k], self.names.phrases.last[k]
        letters = self.shape.letters[a:b]
        if letters == "d" and self.letters.startswith("fD", k + 1):  # "Part of the judge's statement"
            return self._resolve(k + 2) if self._is_document(k + 2) else None
        if letters == "T":  # "Dean said", of Otto Dean
            named = self.names.look_up(a, b, k)
            if named is not None and named in self._where:
                return self._at(self._last_named([named], k))
        if letters[-1] in "n3b":
            return self._owner(k)
        if letters[0] in "d0" and self._word(k) not in _DEFINITE:
            return None
        last = self.appositions.head(a, b)
        head = self.shape.words[last].lower().rsplit("-", 1)[-1]
        somebody = self.shape.letters[last] in "rT" or head in self.language.demonyms
        return self._role(k, head) if somebody else self._body(k, head)

    def _is_document(self, k: int) -> bool:
        return self.names.phrase.last_letter(k) == "n"

    def _owner(self, k: int) -> Reference | None:
        """The one whose statement, letter or report it is; if nothing tells, that of the last subject."""
        word = self._word(k)
        if word in self.language.possessives:
            return self._pronoun(k, self.language.possessives[word])
        found = self.documents.owner(k, self._resolve)
        likely = self.documents.of_last_subject(k, word) if found is None else 0.0
        if likely:
            last = next(filter(None, map(self.known, self.clauses.subjects_before(k, _REACH))), None)
            return None if last is None else last._replace(share=last.share * likely)
        return found

    def _role(self, k: int, head: str) -> Reference | None:
        """Whoever is likeliest of those named last and those who were given this role; or nobody named."""
        like = self.nameless.called(k, head, self.known)
        if like is not None:
            return Reference(None, self._tokens(like), _UNNAMED)
        self.salience.read(k)
        wanted = self.names.role_words(k)
        gender = self.names.role_gender(k)
        owner, other = self._possessor(k), self._beside_before(k, head)
        others = (owner, other, self._teller(k))
        options = [o for o in self.salience.options(k, gender) if o.entity not in others]
        near = {option.entity for option in options}
        for entity in self._with_role.get(head, [])[-3:]:
            last = self._last_named([entity], k)
            if entity not in near and entity not in others and last is not None:
                options.append(Option(entity, self._tokens(last), None, ("far",)))
        options = compared(options, wanted, head)
        known = fitting(options, wanted, head, self.language, owned=self._is_of_state(k))
        if known is not None:
            options = known
        else:
            options = [o for o in options if may_have(o.entity, head, self.language)]
            whose = (
                "his"
                if self._word(k) in self.language.possessives
                else "owned"
                if self._is_owned(k)
                else "the"
            )
            if self.names.phrase.last_word(k) not in self.language.aged:
                options.append(Option(None, None, None, ("nobody", f"nobody:{whose}")))
        return self.salience.best(k, options)

    def _teller(self, k: int) -> Entity | None:
        """Danforth of “Danforth said the envoy called it late”: she is not the envoy."""
        m = _TELLER.search(self.letters, max(0, k - _REACH), k)
        return None if m is None else self.names.of_phrase.get(m.start(1))

    def _beside_before(self, k: int, head: str) -> Entity | None:
        """Danforth of “Danforth had a question for the envoy”, where “the envoy” comes again: not her."""
        j, floor = k, max(0, k - _REACH) + 1
        while (j := self.letters.rfind("D", floor, j)) >= 0:
            if self.names.phrase.last_word(j) == head:
                if self.clauses.role(j) in "MSC" or self.appositions.name_beside(j) is not None:
                    return None
                begin = self.clauses.begin(j)
                n = bisect_left(self.subjects, j)
                named = self.clauses.named(self.subjects[n - 1]) if n and self.subjects[n - 1] >= begin else j
                return self.names.of_phrase.get(named)
        return None

    def _possessor(self, k: int) -> Entity | None:
        """Whose father or spokesman it is: that is somebody else."""
        word = self._word(k)
        if word in self.language.possessives and self.language.possessives[word] in _GENDER:
            best = self.salience.best(k, self.salience.options(k, _GENDER[self.language.possessives[word]]))
            return None if best is None else best.entity
        first, last = self._tokens(k)
        cut = self.shape.letters.rfind("s", first, last)
        return self.names.look_up(first, cut, k) if cut > first else None

    def _is_of_state(self, k: int) -> bool:
        """“the representative of Velmora”, “Velmora's delegate”."""
        shape, (first, last) = self.shape, self._tokens(k)
        joint = max(shape.letters.find(c, first, last) for c in "fs")
        return joint > first and "C" in shape.letters[first:last]

    def _is_owned(self, k: int) -> bool:
        return "s" in self.shape.letters[self.names.phrases.first[k] : self.names.phrases.last[k]]

    def _body(self, k: int, head: str) -> Reference | None:
        """“the commission” is the last body with that word in its name, “the company” the last of all."""
        if head in self.language.own_bodies and self._word(k) in self.language.possessives:
            owner = self._pronoun(k, self.language.possessives[self._word(k)])
            if owner is None or owner.entity is None:
                return None
            return Reference(self.names.body_of(owner.entity, head, k), owner.tokens, owner.share)
        known = self._last_named(self._with_word.get(head, []), k)
        if known is not None or head not in self.language.body_nouns or head in self.language.own_bodies:
            return self._at(known)
        for j in self.clauses.subjects_before(k, _REACH):
            entity = self.names.of_phrase.get(j)
            if entity is None or not may_be_body(entity, self.language):
                continue
            if may_be_called(entity, head, self.language):
                return self._at(j)
        return None
