"""Whom a text talks of at each place: the people named so far, and which of them a pronoun or a role means.

Each of those named last is scored by when, how often and in which part of their sentence they were named, and
by what the mention says of them. The weights are fitted to annotated news (quotes.fitting.antecedents).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from math import exp
from operator import itemgetter
from typing import Final, NamedTuple

from quotes.extraction.clauses import Clauses
from quotes.extraction.entities import Entity, Reference, Tokens
from quotes.extraction.mentions import Names
from quotes.extraction.names import first_name
from quotes.extraction.weighing import Weighed
from quotes.languages.language import Language

Spoken = Callable[[int], frozenset[str]]
"""The capitalised words of the quotation that is the k-th phrase."""
Watch = Callable[[int, Sequence["Option"]], None]
"""Is told of each mention, the k-th phrase, and of all that it may stand for."""

_MOST: Final = 5  # people that are looked at
_MOST_PLACES: Final = 12  # of one name, that are looked at
_HEADS: Final = ("", ".", "\n", "q", "m", "Q", "E", ":")
_FAR: Final = 4
_LATELY: Final = 6  # sentences
_GENDER: Final = {"he": "m", "she": "f"}
_JUST: Final = 2  # sentences, one of them may be a paragraph's end
_LATER: Final = 60
_NEVER: Final = -1_000_000
# A mention may be asked for after later ones: none of those is further off than here.
_STEPS: Final = {**dict.fromkeys(range(-_LATER, 0), 0), **{step: step for step in range(_FAR)}}
_OWNERS: Final = re.compile(r"[CJM]+s")
_OBJECT: Final = re.compile("P[Vv][if]?N")
_SPOKEN: Final = re.compile(r"[^.;\n]{0,12}?([qmQE])")
_STEPPED: Final = ("sentence", "rank", "paragraph", "subject", "said", "pronoun", "times")
_STEPS_OF: Final = {name: [f"{name}>{step}" for step in range(_FAR)] for name in _STEPPED}


class Traits(NamedTuple):
    """What is seen of somebody from where a mention stands; numbers are steps off, up to _FAR."""

    place: str
    """Where it stands: h head of a sentence, q behind a quotation, p that begins a paragraph, i else."""
    part: str
    """In which part of a sentence they were named last (Clauses.role), P as an owner."""
    sentence: int
    rank: int
    paragraph: int
    subject: int
    said: int
    pronoun: int
    times: int
    known: str
    inside: bool
    """Whether the words beside the mention name them: nobody speaks of themselves by name."""

    def features(self) -> list[str]:
        """Return the names of what speaks for them, as the weights have them."""
        place, near = self.place, min(2, self.sentence)
        return [
            f"part:{self.part}",
            f"{place}:part:{self.part}:{near}",
            *chain.from_iterable(steps[: getattr(self, name)] for name, steps in _STEPS_OF.items()),
            f"{place}:said:{min(2, self.said)}",
            f"{place}:paragraph:{min(2, self.paragraph)}",
            f"{place}:rank:{min(2, self.rank)}",
            f"known:{self.known}",
            f"new:{near}" if self.times == 1 else "old",
            f"inside:{self.inside}",
        ]


class Option(NamedTuple):
    """One whom a mention may stand for, None for nobody named; where they were named last; their traits.

    That is a phrase or tokens inside one. `more` are names of features beside the traits.
    """

    entity: Entity | None
    named: int | Tokens | None
    traits: Traits | None
    more: tuple[str, ...] = ()

    def features(self) -> list[str]:
        """Return the names of all that speaks for it."""
        return [*(self.traits.features() if self.traits else ()), *self.more]


@lru_cache(maxsize=8)
def _weighed(language: Language) -> Weighed:
    return Weighed(language.antecedents)


# Twice the index of a phrase, one more for the name that it is; who; and the tokens of an owner.
_Mention = tuple[int, Entity, Tokens | None]
_place_of: Final = itemgetter(0)


class _Seen:
    """What the text has said of one person so far; places are numbers of sentences and paragraphs."""

    __slots__ = (
        "count",
        "entity",
        "named",
        "paragraph",
        "place",
        "pronoun",
        "role",
        "said",
        "sentence",
        "subject",
    )

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        self.count = 0
        self.named: int | Tokens | None = None
        self.role, self.place = "O", 0
        self.sentence = self.paragraph = self.subject = self.said = self.pronoun = _NEVER


class Salience:
    """The people of one document, read from its beginning up to some phrase.

    `places` are the phrases in which each is named.
    """

    def __init__(
        self,
        names: Names,
        clauses: Clauses,
        spoken: Spoken,
        places: Mapping[Entity, Sequence[int]],
        watch: Watch | None = None,
    ) -> None:
        self.names, self.clauses, self.spoken = names, clauses, spoken
        self.language = names.language
        self._weighed = _weighed(names.language)
        self._watch = watch
        self._recent: dict[Entity, _Seen] = {}
        self._mentions: list[_Mention] | None = None
        self._next = 0
        self._places = places
        self._no_persons: dict[Entity, bool] = {}

    def read(self, k: int) -> None:
        """Take in all names before the k-th phrase."""
        if self._mentions is None:
            self._mentions = sorted((*self._named(), *self._owners()), key=_place_of)
        n = bisect_left(self._mentions, 2 * k, self._next, key=_place_of)
        for place, entity, owner in self._mentions[self._next : n]:
            j = place // 2
            if owner is not None:
                self._note(j, entity, "P", owner)
            else:
                self._note(j, self.names.of_phrase.get(j, entity), self.clauses.role(j), j)
        self._next = n

    def note(self, k: int, entity: Entity) -> None:
        """Take in that the k-th phrase, a pronoun or a description, stands for somebody."""
        self._note(k, entity, self.clauses.role(k), None)

    def options(self, k: int, gender: str) -> list[Option]:
        """Return those named last whom the k-th phrase may stand for, the last one first."""
        sentence, paragraph, place = self.clauses.sentence(k), self.clauses.paragraph(k), self._place(k)
        inside, steps = self._said_beside(k), _STEPS.get
        told = self._told_beside(k)
        found: list[Option] = []
        for seen in reversed(self._recent.values()):
            entity = seen.entity
            if (gender and entity.gender and entity.gender != gender) or self.is_no_person(entity):
                continue
            just = bool(gender) and sentence - seen.sentence <= _JUST
            if entity is told or (just and self._asked(seen.place) == gender):
                continue
            traits = Traits(
                place,
                seen.role,
                steps(sentence - seen.sentence, _FAR),
                steps(len(found), _FAR),
                steps(paragraph - seen.paragraph, _FAR),
                steps(sentence - seen.subject, _FAR),
                steps(sentence - seen.said, _FAR),
                steps(sentence - seen.pronoun, _FAR),
                steps(seen.count, _FAR),
                _known(entity, gender),
                entity.words[-1] in inside,
            )
            found.append(Option(entity, seen.named, traits))
            if len(found) == _MOST:
                break
        return found

    def last_subject(self, entities: Sequence[Entity], k: int) -> Entity | None:
        """Return who of some was the subject last, in the sentences right before the k-th phrase."""
        sentence = self.clauses.sentence(k)
        seen = [
            s for s in map(self._recent.get, entities) if s is not None and sentence - s.subject <= _LATELY
        ]
        return max(seen, key=lambda s: s.subject).entity if seen else None

    def best(self, k: int, options: Sequence[Option]) -> Reference | None:
        """Return the likeliest option for the k-th phrase; None if that is nobody named."""
        if self._watch is not None:
            self._watch(k, options)
        if not options:
            return None
        scores = list(map(self._score, options))
        top = max(scores)
        best = options[scores.index(top)]
        if best.entity is None or best.named is None:
            return None
        named = self._tokens(best.named) if isinstance(best.named, int) else best.named
        return Reference(best.entity, named, 1 / sum([exp(score - top) for score in scores], 0.0))

    def _tokens(self, k: int) -> Tokens:
        return Tokens(self.names.phrases.first[k], self.names.phrases.last[k])

    def _score(self, option: Option) -> float:
        score = 0.0 if option.traits is None else self._weighed[option.traits]
        return (
            sum(map(self.language.antecedents.get, option.more, repeat(0.0)), score) if option.more else score
        )

    def _place(self, k: int) -> str:
        """Where a mention stands (Traits.place)."""
        letters = self.clauses.letters
        before = letters[k - 1 : k]
        if before in ("q", "m", "E", "Q"):
            return "p" if letters[max(0, k - 2) : k - 1] in ("", "\n") else "q"
        return "h" if before in ("", ".", "\n") else "i"

    def _said_beside(self, k: int) -> frozenset[str]:
        """Return the names in the quotation that the k-th phrase stands beside."""
        letters = self.clauses.letters
        for j in (k - 1, k - 2):
            if letters[j : j + 1] in ("q", "m", "E", "Q") and (j == k - 1 or letters[j + 1] in ",-V"):
                return self.spoken(j)
        m = _SPOKEN.match(letters, k + 1)
        return self.spoken(m.start(1)) if m is not None else frozenset()

    def _told_beside(self, k: int) -> Entity | None:
        """Return whom the k-th phrase, a subject, is said to speak of or to: “he said of Danforth”."""
        m = _OBJECT.match(self.clauses.letters, k)
        return None if m is None else self.names.of_phrase.get(m.end() - 1)

    def _note(self, k: int, entity: Entity, role: str, named: int | Tokens | None) -> None:
        seen = self._recent.pop(entity, None) or _Seen(entity)
        self._recent[entity] = seen
        seen.count += 1
        seen.sentence, seen.paragraph, seen.role = self.clauses.sentence(k), self.clauses.paragraph(k), role
        seen.place = k
        if role in "MSC":
            seen.subject = seen.sentence
            if self.clauses.said(k):
                seen.said = seen.sentence
        if named is None:
            seen.pronoun = seen.sentence
        else:
            seen.named = named

    def _asked(self, k: int) -> str:
        """Return the gender of whom the k-th phrase does something to: m for “Danforth asked him”."""
        letters = self.clauses.letters
        if letters[k + 1 : k + 2] not in ("V", "v") or letters[k + 2 : k + 3] not in ("O", "B"):
            return ""
        first, last = self._tokens(k + 2)
        told = self.names.shape.words[first].lower() if last - first == 1 else ""
        return _GENDER.get(self.language.objects.get(told, ""), "")

    def _named(self) -> Iterator[_Mention]:
        headings = self.names.headings
        for k, entity in self.names.of_phrase.items():
            if entity.kind == "person" and k not in headings:
                yield 2 * k + 1, entity, None

    def _owners(self) -> Iterator[_Mention]:
        """“Danforth's plan”: Danforth is named here, though the phrase is not hers."""
        phrases = self.names.phrases
        for m in _OWNERS.finditer(self.names.shape.letters):
            k = bisect_right(phrases.first, m.start()) - 1
            if k >= 0 and m.end() <= phrases.last[k] and k not in self.names.headings:
                entity = self.names.look_up(m.start(), m.end() - 1, k)
                if (
                    entity is not None
                    and entity.kind == "person"
                    and entity is not self.names.of_phrase.get(k)
                ):
                    yield 2 * k, entity, Tokens(m.start(), m.end() - 1)

    def is_no_person(self, entity: Entity) -> bool:
        """Tell whether a name that nothing calls a person's is none: “Clarkston”, “Footage”."""
        if entity not in self._no_persons:
            self._no_persons[entity] = self._looks_odd(entity)
        return self._no_persons[entity]

    def _looks_odd(self, entity: Entity) -> bool:
        """Whether it says nothing, and is named behind “in” or “at” or only where any word is capitalised."""
        if entity.gender or entity.roles or first_name(entity.words[0], self.language) is not None:
            return False
        letters, phrases, words = self.clauses.letters, self.names.phrases, self.names.shape.words
        placed, only_heads = False, len(entity.words) == 1
        acts = not only_heads
        for k in self._places.get(entity, ())[:_MOST_PLACES]:
            if self.clauses.said(k):
                return False
            before = letters[k - 1 : k]
            placed = placed or (
                before == "i" and words[phrases.first[k] - 1].lower() in self.language.placing
            )
            only_heads = only_heads and before in _HEADS
            acts = acts or self.clauses.role(k) not in "OI"
        return placed or only_heads or not acts


def _known(entity: Entity, gender: str) -> str:
    """How much tells that a name is a person's."""
    if entity.gender and gender:
        return "gender"
    return f"{'full' if len(entity.words) > 1 else 'single'}:{'role' if entity.roles else 'name'}"
