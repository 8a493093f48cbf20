"""Find whom a pronoun, a role or a surname stands for."""

from __future__ import annotations

from bisect import bisect_left

import regex

from quotes.extraction.mentions import Entity, Names

# A subject: a phrase that a verb follows, asides left out; or one behind its verb; or "according to" one.
_SUBJECTS = regex.compile(
    r"(?<![if])[NPDBY](?=(?:[if][NDBOxPYfm&]{1,3}){0,4}(?:,[^QE.;:\n]{1,40}?,|w[VvWeGg][^,.:;\nQE]{0,14},?|,)?[VvWe])"
    r"|(?<=[qEm],?V)[NPD]|(?<=,V)[NPD](?=[.,\n]|$)|(?<=A)[NPD]"
)
_GENDER = {"he": "m", "she": "f"}
_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}
_BODY_PRONOUNS = ("it", "they", "which")
_REACH = 60
_BODIES = frozenset(
    "agency company group organization organisation union firm team party newspaper paper network".split()
)


class Anaphora:
    """Resolves the mentions of one document, each once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.letters = names.phrases.letters
        self.shape = names.shape
        self.subjects = [m.start() for m in _SUBJECTS.finditer(self.letters)]
        self._memo: dict[int, int | None] = {}
        self._tell_namesakes_apart()
        self._learn_genders()

    def antecedent(self, k: int) -> int | None:
        """Return the phrase with the name that the k-th phrase stands for, itself if it is a name; None if unknown."""
        if k in self._memo:
            return self._memo[k]
        self._memo[k] = None
        letter = self.letters[k]
        found: int | None = None
        if k in self.names.of_phrase:
            found = k
        elif letter == "N":
            found = self._description(k)
        elif letter in "PY":
            found = self._pronoun(k, self.word(k))
        elif letter in "wk":
            found = self._relative(k)
        elif letter in "DB":
            found = self._description(k)
        self._memo[k] = found
        return found

    def entity(self, k: int) -> Entity | None:
        """Return the entity that the k-th phrase stands for."""
        name = self.antecedent(k)
        return None if name is None else self.names.of_phrase.get(name)

    def full_name(self, entity: Entity, k: int) -> str:
        """Return an entity's name; a ministry's with the state whose sentence it stands in."""
        language = self.names.language
        words = [w.lower() for w in entity.words]
        if words[-1] not in language.state_bodies or any(w in language.places for w in words):
            return entity.name
        paragraph = self.letters.rfind("\n", 0, k)
        for j in self._subjects_before(k):
            state = self.names.of_phrase.get(j)
            if j > paragraph and state is not None and state.kind == "government":
                return f"{state.name} {entity.name}"
        return entity.name

    def word(self, k: int) -> str:
        """Return the first word of the k-th phrase, in lower case."""
        return self.shape.words[self.names.phrases.first[k]].lower()

    def _tell_namesakes_apart(self) -> None:
        """A surname that two people have is whoever of them was last a subject."""
        for k in sorted(self.names.namesakes):
            found = self.names.namesakes[k]
            for j in self._subjects_before(k):
                entity = self.names.of_phrase.get(j)
                if entity is not None and any(entity is e for e in found):
                    self.names.of_phrase[k] = entity
                    break

    def _learn_genders(self) -> None:
        """A name of unknown gender takes that of the pronoun subject right behind it, if they always agree."""
        votes: dict[int, set[str]] = {}
        before: Entity | None = None
        for k in self.subjects:
            if self.letters[k] == "P" and before is not None and not before.gender:
                gender = _GENDER.get(self.word(k))
                if gender:
                    votes.setdefault(id(before), set()).add(gender)
            elif self.letters[k] == "N":
                before = self.names.of_phrase.get(k)
                if before is not None and before.kind != "person":
                    before = None
        for entity in self.names.entities:
            voted = votes.get(id(entity), ())
            if len(voted) == 1:
                entity.gender = next(iter(voted))

    def _pronoun(self, k: int, word: str) -> int | None:
        gender = _GENDER.get(word)
        if gender is None and word not in _BODY_PRONOUNS:
            return None
        unsure: int | None = None
        for step, j in enumerate(self._subjects_before(k)):
            letter = self.letters[j]
            if letter in "PY":
                if self.word(j) == word and unsure is None:
                    return self.antecedent(j)
                continue
            found = self.antecedent(j) if letter != "N" else j
            entity = self.names.of_phrase.get(found) if found is not None else None
            if entity is None or not self._fits(entity, gender):
                continue
            if gender is None or entity.gender == gender or len(entity.words) > 1:
                return found
            if unsure is None:
                unsure = found
        return unsure

    def _fits(self, entity: Entity, gender: str | None) -> bool:
        if gender is None:
            return entity.kind != "person" or (
                len(entity.words) == 1 and not entity.gender and not entity.roles
            )
        return entity.kind == "person" and entity.gender in ("", gender)

    def _subjects_before(self, k: int) -> list[int]:
        """Subjects before the k-th phrase: sentence by sentence backwards, each sentence's main subject first."""
        end = bisect_left(self.subjects, k)
        found: list[int] = []
        group: list[int] = []
        for i in range(end - 1, max(-1, end - _REACH), -1):
            j = self.subjects[i]
            group.append(j)
            edge = self.subjects[i - 1] if i else 0
            if any(c in self.letters[edge:j] for c in ".\nQ"):
                found += group[::-1]
                group = []
        return found + group[::-1]

    def _relative(self, k: int) -> int | None:
        for j in range(k - 1, max(-1, k - 12), -1):
            if self.letters[j] in "ND" and not (j and self.letters[j - 1] in "if" and self.letters[j] != "N"):
                return self.antecedent(j)
        return None

    def _description(self, k: int) -> int | None:
        """A role: the name that stands beside it, else the last name that was given this role."""
        beside = self._beside(k)
        if beside is not None:
            return beside
        a, b = self.names.phrases.first[k], self.names.phrases.last[k]
        letters = self.shape.letters[a:b]
        if letters == "T":
            named = self.names.look_up(a, b, k)
            if named is not None:
                return self._phrase_of(named, k)
        last = b - 1
        for joint in (letters.find("f"), letters.find("2")):
            if joint > 0 and letters[joint - 1] in "ryT":
                last = a + joint - 1
        head = self.shape.words[last].lower().rsplit("-", 1)[-1]
        if letters[-1] in "n3b":
            return self._owner(k, a, b)
        if letters[0] in "d0" and self.word(k) not in ("the", "his", "her", "their", "this"):
            return None
        if self.shape.letters[last] in "rT":
            return self._role(k, head)
        return self._body(k, head)

    def _beside(self, k: int) -> int | None:
        """“the mayor of London, Mira Danforth,” and “Mira Danforth, the mayor,”."""
        m = _NAME_BEHIND.match(self.letters, k)
        if m is not None:
            entity = self.names.of_phrase.get(m.end() - 1)
            if entity is not None and entity.kind == "person":
                first = self.names.phrases.first[m.end() - 1]
                if (
                    m.group() != "DfN"
                    or self.shape.letters[first] == "M"
                    or "M" in self.shape.letters[first : first + 3]
                ):
                    return m.end() - 1
        if k > 1 and self.letters[k - 1] == "," and self.letters[k - 2] == "N":
            entity = self.names.of_phrase.get(k - 2)
            if entity is not None and entity.kind == "person" and not (k > 2 and self.letters[k - 3] in "if"):
                return k - 2
        return None

    def _owner(self, k: int, a: int, b: int) -> int | None:
        """The one whose statement, letter or report it is."""
        letters = self.shape.letters[a:b]
        cut = letters.rfind("s")
        if cut > 0:
            entity = self.names.look_up(a, a + cut, k)
            return None if entity is None else self._phrase_of(entity, k)
        if self.word(k) in _POSSESSIVES:
            return self._pronoun(k, _POSSESSIVES[self.word(k)])
        if letters[0] == "d" and self.word(k) == "the":
            for j in self._subjects_before(k):
                if j in self.names.of_phrase:
                    return j
        return None

    def _phrase_of(self, entity: Entity, k: int) -> int | None:
        """The last phrase before the k-th that names an entity, or its first."""
        best = None
        for j, e in self.names.of_phrase.items():
            if e is entity and (best is None or (j < k and (best > k or j > best))):
                best = j
        return best

    def _role(self, k: int, head: str) -> int | None:
        """Whoever shares most words of the description; of equals the one who was last a subject."""
        wanted = self.names.role_words(k)
        best, best_score = None, 0.0
        for step, j in enumerate(self._subjects_before(k)):
            found = j if j in self.names.of_phrase else self._memo.get(j)
            entity = self.names.of_phrase.get(found) if found is not None else None
            if entity is None or entity.kind != "person":
                continue
            score = 3.0 * len(wanted & entity.roles) + 8.0 / (step + 2)
            if score > best_score:
                best, best_score = found, score
        if best_score < 3:  # nobody near has any of these words: somebody further off may
            for j, entity in self.names.of_phrase.items():
                if j < k and entity.kind == "person" and head in entity.roles:
                    best = j
        return best

    def _body(self, k: int, head: str) -> int | None:
        known = [
            j for j, e in self.names.of_phrase.items()
            if j < k and e.kind == "organisation" and head in {w.lower() for w in e.words}
        ]  # fmt: skip
        if known:
            return max(known)
        if head in _BODIES:
            for j in self._subjects_before(k):
                entity = self.names.of_phrase.get(j)
                if entity is not None and entity.kind == "organisation":
                    return j
        return None


_NAME_BEHIND = regex.compile(r"(?:D(?:f[NB](?:i[NB])?)?,|D&|Df|[DBN],)N(?=[,VvWe.\n]|$)")
