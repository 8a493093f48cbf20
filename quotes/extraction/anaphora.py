"""Find whom a pronoun, a role or a surname stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import regex

from quotes.extraction.mentions import Entity, Names

# A subject: a phrase that a verb follows, asides left out; or one behind its verb; or "according to" one.
_SUBJECTS = re.compile(
    r"""
    [NPDBY] (?:
      (?<![if].) (?=
          (?:[if][NDBOxPYfm&]{1,3}){0,4}
          (?:,[^QE.;:\n]{1,40}?,|w[VvWeGg][^,.:;\nQE]{0,14},?|,)?
          [VvWe]
      )
    | (?<=[NPD]) (?: (?<=[qEm]V.) | (?<=[qEm],V.) | (?<=,V.)(?=[.,\n]|$) | (?<=A.) )
    )
    """,
    re.VERBOSE,
)
# "the mayor of London, N", "the mayor and N", "director of the Institute N".
_NAME_BEHIND = regex.compile(r"(?:D(?:f[NB](?:i[NB])?)?,|D&|Df|[DBN],)N(?=[,VvWe.\n]|$)")
_GENDER = {"he": "m", "she": "f"}
_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}
_DEFINITE = ("the", "his", "her", "their", "this")
_BODY_PRONOUNS = ("it", "they", "which")
_REACH = 59  # subjects that are looked back at
_MANY = 50


class Anaphora:
    """Resolves the mentions of one document, each once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.letters = names.phrases.letters
        self.shape = names.shape
        self.subjects = [m.start() for m in _SUBJECTS.finditer(self.letters)]
        self._mains = list(self._find_mains())
        self._memo: dict[int, int | None] = {}
        self._resolved = 0
        self._tell_namesakes_apart()
        self._learn_genders()
        self._where, self._with_role, self._with_word = self._index()

    def antecedent(self, k: int) -> int | None:
        """Return the phrase with the name that the k-th phrase stands for, or None if it is unknown."""
        # Earlier subjects first, so that none waits for another: a chain of pronouns would recurse deeply.
        while self._resolved < len(self.subjects) and self.subjects[self._resolved] < k:
            self._resolve(self.subjects[self._resolved])
            self._resolved += 1
        return self._resolve(k)

    def entity(self, k: int) -> Entity | None:
        """Return the entity that the k-th phrase stands for."""
        name = self.antecedent(k)
        return None if name is None else self.names.of_phrase.get(name)

    def full_name(self, entity: Entity, k: int) -> str:
        """Return an entity's name; a ministry's with the state in whose sentence it stands."""
        language = self.names.language
        words = [w.lower() for w in entity.words]
        if words[-1] not in language.state_bodies or any(
            w in language.places or "’s" in w or "'s" in w for w in words
        ):
            return entity.name
        paragraph = self.letters.rfind("\n", 0, k)
        for j in self._subjects_before(k):
            state = self.names.of_phrase.get(j)
            if j > paragraph and state is not None and state.kind == "government":
                return f"{state.name} {entity.name}"
        return entity.name

    def _resolve(self, k: int) -> int | None:
        if k in self._memo:
            return self._memo[k]
        letter = self.letters[k]
        found: int | None = None
        if k in self.names.of_phrase:
            found = k
        elif letter in "PY":
            found = self._pronoun(k, self._word(k))
        elif letter in "wk":
            found = self._relative(k)
        elif letter in "NDB":
            found = self._description(k)
        self._memo[k] = found
        return found

    def _word(self, k: int) -> str:
        return self.shape.words[self.names.phrases.first[k]].lower()

    def _tell_namesakes_apart(self) -> None:
        """A surname that two people have is whoever of them was last a subject."""
        for k in sorted(self.names.namesakes):
            found = self.names.namesakes[k]
            for j in self._subjects_before(k):
                entity = self.names.of_phrase.get(j)
                if entity in found:
                    self.names.of_phrase[k] = entity
                    break

    def _learn_genders(self) -> None:
        """A name of unknown gender takes that of the pronoun subjects right behind it, if they agree."""
        votes: dict[Entity, set[str]] = {}
        before: Entity | None = None
        for k in self.subjects:
            if self.letters[k] == "N":
                before = self.names.of_phrase.get(k)
            elif (
                self.letters[k] == "P"
                and before is not None
                and before.kind == "person"
                and not before.gender
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

    def _find_mains(self) -> Iterator[int]:
        """For each subject, which of them is the first of its sentence."""
        main = before = 0
        for i, j in enumerate(self.subjects):
            between = self.letters[before:j]
            if "." in between or "\n" in between or "Q" in between:
                main = i
            yield main
            before = j

    def _subjects_before(self, k: int) -> Iterator[int]:
        """Subjects before the k-th phrase: sentence by sentence backwards, the main subject of each first."""
        end = bisect_left(self.subjects, k)
        floor = max(0, end - _REACH)
        while end > floor:
            begin = max(floor, self._mains[end - 1])
            yield from self.subjects[begin:end]
            end = begin

    def _pronoun(self, k: int, word: str) -> int | None:
        gender = _GENDER.get(word)
        if gender is None and word not in _BODY_PRONOUNS:
            return None
        unsure: int | None = None
        for j in self._subjects_before(k):
            if self.letters[j] in "PY":
                if self._word(j) == word and unsure is None:
                    return self._memo.get(j)
                continue
            found = self._memo.get(j, j)
            if gender is None and found is None and self._is_body(j):
                return None  # it is this body, whatever its name
            entity = None if found is None else self.names.of_phrase.get(found)
            if entity is None or not self._fits(entity, gender):
                continue
            if gender is None or entity.gender == gender or len(entity.words) > 1:
                return found
            unsure = found if unsure is None else unsure
        return self._named_so(k, gender) if unsure is None and gender is not None else unsure

    def _named_so(self, k: int, gender: str) -> int | None:
        """The last name before the k-th phrase that is known to be a man's or a woman's, subject or not."""
        for j in range(k - 1, max(-1, k - 2 * _REACH), -1):
            entity = self.names.of_phrase.get(j)
            if entity is not None and entity.kind == "person" and entity.gender == gender:
                return j
        return None

    def _is_body(self, k: int) -> bool:
        last = self.names.phrases.last[k] - 1
        return self.letters[k] == "D" and self.shape.words[last].lower() in self.names.language.body_nouns

    def _fits(self, entity: Entity, gender: str | None) -> bool:
        if gender is not None:
            return entity.kind == "person" and entity.gender in ("", gender)
        return entity.kind != "person" or (len(entity.words) == 1 and not entity.gender and not entity.roles)

    def _relative(self, k: int) -> int | None:
        for j in range(k - 1, max(-1, k - 12), -1):
            letter = self.letters[j]
            if letter == "N" or (letter == "D" and self.letters[j - 1 : j] not in ("i", "f")):
                return self._resolve(j)
        return None

    def _description(self, k: int) -> int | None:
        """A role: the name that stands beside it, else whoever was given this role."""
        beside = self._beside(k)
        if beside is not None:
            return beside
        a, b = self.names.phrases.first[k], self.names.phrases.last[k]
        letters = self.shape.letters[a:b]
        if letters == "T":  # "Dean said", of Otto Dean
            named = self.names.look_up(a, b, k)
            if named is not None and named in self._where:
                return self._last_named([named], k)
        if letters[-1] in "n3b":
            return self._owner(k, a, letters)
        if letters[0] in "d0" and self._word(k) not in _DEFINITE:
            return None
        last = self._head(a, b)
        head = self.shape.words[last].lower().rsplit("-", 1)[-1]
        return self._role(k, head) if self.shape.letters[last] in "rT" else self._body(k, head)

    def _head(self, a: int, b: int) -> int:
        """The token that says what a description is: the mayor of “the mayor of London”."""
        letters = self.shape.letters
        for joint in (letters.find("f", a, b), letters.find("2", a, b)):
            if joint > a and letters[joint - 1] in "ryT":
                return joint - 1
        return b - 1

    def _beside(self, k: int) -> int | None:
        """“the mayor of London, Mira Danforth,” and “Mira Danforth, the mayor,”."""
        m = _NAME_BEHIND.match(self.letters, k)
        if m is not None and self._is_person(m.end() - 1):
            first = self.names.phrases.first[m.end() - 1]
            if m.group() != "DfN" or "M" in self.shape.letters[first : first + 3]:
                return m.end() - 1
        if self.letters[max(0, k - 2) : k] == "N," and self.letters[k - 3 : k - 2] not in ("i", "f"):
            return k - 2 if self._is_person(k - 2) else None
        return None

    def _is_person(self, k: int) -> bool:
        entity = self.names.of_phrase.get(k)
        return entity is not None and entity.kind == "person"

    def _owner(self, k: int, a: int, letters: str) -> int | None:
        """The one whose statement, letter or report it is; “the statement” is that of the last subject."""
        cut = letters.rfind("s")
        if cut > 0:
            entity = self.names.owner(a, a + cut, k)
            if entity in self._where:
                return self._last_named([entity], k)
            return k if k in self.names.of_phrase else None
        word = self._word(k)
        if word in _POSSESSIVES:
            return self._pronoun(k, _POSSESSIVES[word])
        if word in ("the", "a"):
            return next((j for j in map(self._memo.get, self._subjects_before(k)) if j is not None), None)
        return None

    def _role(self, k: int, head: str) -> int | None:
        """Whoever shares most words of the description; of equals the one who was last a subject."""
        wanted = self.names.role_words(k)
        best, best_score = None, 0.0
        for step, j in enumerate(self._subjects_before(k)):
            found = j if j in self.names.of_phrase else self._memo.get(j)
            if found is None or not self._is_person(found):
                continue
            score = 3.0 * len(wanted & self.names.of_phrase[found].roles) + 4.0 / (step + 2)
            if score > best_score:
                best, best_score = found, score
        if best_score < 3 and (self._word(k) in _POSSESSIVES or self._is_owned(k)):
            return None  # "his father", "Danforth's spokesman": nobody that the text has named
        if best_score < 3:  # nobody near has any of these words: somebody further off may
            return self._last_named(self._with_role.get(head, []), k) or best
        return best

    def _is_owned(self, k: int) -> bool:
        return "s" in self.shape.letters[self.names.phrases.first[k] : self.names.phrases.last[k]]

    def _body(self, k: int, head: str) -> int | None:
        """“the commission” is the last body with that word in its name, “the company” the last of all."""
        known = self._last_named(self._with_word.get(head, []), k)
        if known is not None or head not in self.names.language.body_nouns:
            return known
        for j in self._subjects_before(k):
            entity = self.names.of_phrase.get(j)
            if entity is not None and entity.kind == "organisation":
                return j
        return None
