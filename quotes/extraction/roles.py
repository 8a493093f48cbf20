"""Where a document says what somebody is: before the name, in apposition, or with a form of “be”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import regex

from quotes.extraction.anaphora import Anaphora
from quotes.extraction.entities import Entity, Tokens
from quotes.extraction.mentions import Names
from quotes.extraction.names import fold, surname

# A description and what belongs to it: "an official of the Ministry of Water of Velmora".
_WHOLE: Final = r"[DBN](?:[if]{1,2}[NDBx](?:&[NDB](?=[if,.]))?){0,3}"
_PLAIN: Final = r"x(?:[if][NDB]){1,2}"  # "fiancée of Oskar Brandt", "contributor to the Herald"
_LIST: Final = rf"{_WHOLE},{_WHOLE},?&{_WHOLE}"
_OF_NAME: Final = r"(?:[if][NDB]){0,2}"
_CLOSES: Final = r"[,.;:\n)QqmE-]|w|[kgGWxif]|$"
# "N of the Institute, an envoy of Velmora," or a list of what she is.
_BEHIND: Final = regex.compile(
    rf"(?:{_OF_NAME}[,-]|(?:[if][NDB])+&)({_LIST}|{_WHOLE}(?:&[DB](?:[if][NDB]){{0,2}})?|{_PLAIN})(?={_CLOSES})"
)
_IS: Final = regex.compile(rf"{_OF_NAME}(?:,?w)?e({_WHOLE})")
_AS: Final = regex.compile(rf"(?:[WVv]i?(k)|(W))({_WHOLE})")
_HEADS: Final = regex.compile(rf",?w([VvD]{_WHOLE})")
_BEFORE: Final = regex.compile(r"(?r)([DBN](?:[if][NDB]){0,2})(?:,|(?<=[DBN]))\Z")
_OWNED: Final = re.compile(r"[rTt]\.?((?:[CJl]\.?){1,4})s")
_SOURCE: Final = regex.compile(_WHOLE)
_BEFORE_NAMES: Final = frozenset(",DBN")
_BEHIND_NAMES: Final = frozenset("fi,-we")
_DESCRIBING: Final = frozenset("DBNx")
_CLOSED: Final = frozenset(",.;\n&-:")
_MANY: Final = 20  # mentions of one person that are looked at
_BRACKETED: Final = 12  # tokens of what is told in brackets
_DESCRIPTIVE: Final = "dxjnryCMTs"
_WIDEST: Final = 6  # tokens before a phrase that may belong to it
_IN_LIST: Final = frozenset("xjnryCMT")
_OPEN_ENDED: Final = frozenset("d,.(-&")
_NO_END: Final = frozenset(",.(-&sldifF2")
_SMALL: Final = str.maketrans("", "", "dfF2&,.(-si)")


class Role(NamedTuple):
    """The tokens that tell something of somebody, and at which phrase they stand.

    `size` counts its words without articles and the like. `is_role` says that they tell what somebody is;
    “a Republican” and “Velmora’s” only say whose. `beside` says that no verb is between them and the name.
    """

    first: int
    last: int
    at: int
    size: int
    is_role: bool
    beside: bool


class Roles:
    """What one document says that its people are."""

    def __init__(self, names: Names, anaphora: Anaphora) -> None:
        self.names, self.anaphora, self.words = names, anaphora, names.shape.words
        self.tokens, self.letters = names.shape.letters, names.phrases.letters
        self.first, self.last = names.phrases.first, names.phrases.last
        self.language, self.offices = names.language, names.language.offices
        self._described: dict[Entity, list[int]] | None = None
        self._owners: dict[str, list[tuple[int, int]]] | None = None

    def of(self, entity: Entity) -> list[Role]:
        """Return all that the document tells of a person, in the order of the text.

        Descriptions that were found to stand for them (“the envoy said”) tell it where nothing else does.
        """
        found: list[Role] = []
        for k in self.mentions(entity):
            if k not in self.names.headings:
                for way in self._ways(k, entity):
                    role = way(k)
                    if role is not None:
                        found.append(role)
        if self._owned():
            found += self._before_owned(entity)
        if not any(role.is_role for role in found):
            described = map(self.source, self._describing().get(entity, ())[:_MANY])
            found += [role for role in described if role is not None]
        return found

    def mentions(self, entity: Entity) -> list[int]:
        """Return the first phrases that name an entity."""
        return self.anaphora.places(entity)[:_MANY]

    def source(self, k: int) -> Role | None:
        """Return the role that a description without a name tells of one person: “a police spokesman”."""
        m = _SOURCE.match(self.letters, k)
        if m is None or self.letters[k] == "N":
            return None
        role = self._phrases(k, m.end(), beside=False)
        return role if role is not None and role.is_role else None

    def whole(self, k: int) -> Tokens:
        """Return the tokens of a phrase and of what belongs to it: “a source within the ministry”."""
        m = _SOURCE.match(self.letters, k)
        return Tokens(self.first[k], self.last[k if m is None else m.end() - 1])

    def _describing(self) -> dict[Entity, list[int]]:
        """The subjects without a name that were found to stand for somebody."""
        if self._described is None:
            self._described = {}
            for k in self.anaphora.subjects:
                found = self.anaphora.known(k) if self.letters[k] == "D" else None
                if found is not None and found.entity is not None:
                    self._described.setdefault(found.entity, []).append(k)
        return self._described

    def _ways(self, k: int, entity: Entity) -> list[Callable[[int], Role | None]]:
        """How a role may stand beside one mention of a name, as the letters there tell."""
        first, behind = self.first[k], self.letters[k + 1 : k + 2]
        ways: list[Callable[[int], Role | None]] = []
        alone = self.last[k] - first == 1 or self.words[first] == entity.words[0]
        if not alone or self.words[first - 1].lower() in self.offices.roles:
            ways.append(self._in_phrase)
        if self.letters[k - 1] in _BEFORE_NAMES:
            ways.append(self._in_front)
        if self.tokens[self.last[k] : self.last[k] + 1] == "(":
            ways.append(self._in_brackets)
        if behind in _BEHIND_NAMES:
            near = self.letters[k + 2 : k + 8]
            described = near[:1] in _DESCRIBING if behind in ",-" else "," in near or "&" in near
            if described and behind not in "we":
                ways.append(self._behind)
            if behind == "e" or "e" in near:
                ways.append(self._is)
            if "w" in (behind, near[:1]):
                ways.append(self._heads)
        elif behind == "W" or "k" in self.letters[k + 2 : k + 4]:
            ways.append(self._as)
        return ways

    def _in_phrase(self, k: int) -> Role | None:
        """“Velmoran President Orsin Feldray”: what stands in one phrase with the name."""
        first, last = self.first[k], self.last[k]
        parsed = self.names.parse(k) if last - first > 1 else None
        start = first
        if parsed is not None:
            name = parsed.words[0]
            start = next((i for i in range(last - 1, first, -1) if self.words[i] == name), first)
        return self._before_name(k, start)

    def _before_name(self, k: int, start: int) -> Role | None:
        """What stands in the k-th phrase before the name that begins at a token, and before the phrase."""
        begin = self._widened(self.first[k], start)
        first, last = self._trim(begin, start)
        if first == last:
            return None
        if first == begin:
            first = self._listed(first)
        is_role = any(map(self._tells, range(last - 1, first - 1, -1)))
        return Role(first, last, k, self._size(first, last), is_role, beside=True)

    def _widened(self, first: int, start: int) -> int:
        """Take in what was not known to belong to the phrase: “French inventor” before a name."""
        least = max(0, first - _WIDEST)
        if first == start:
            if not (first > least and self.words[first - 1].lower() in self.offices.roles):
                return first
            first -= 1
        elif first > least and self.words[first - 1].lower() in self.offices.before_roles:
            first -= 1  # "caretaker Prime Minister"
        elif self.tokens[first] not in "xryj":
            return first
        while first > least and self.tokens[first - 1] in "xjnry":
            first -= 1
        while first > least and self.tokens[first - 1] in "CM" and self.tokens[first] in "xjnrR^C":
            first -= 1
        return first

    def _listed(self, first: int) -> int:
        """“US singer, actor and advocate Mira Danforth”: a list that ends in the phrase with the name."""
        while first > 0 and self.tokens[first - 1] in ",&":
            end = first
            while end > 0 and self.tokens[end - 1] in ",&":
                end -= 1
            begin = end
            while begin > max(0, end - _WIDEST) and self.tokens[begin - 1] in _IN_LIST:
                begin -= 1
            if begin == end or not self._is_role(end - 1) or self.tokens[begin - 1] in "dsf":
                break
            first = begin
        return first

    def _owned(self) -> dict[str, list[tuple[int, int]]]:
        """Where a name behind a role has a possessive, as tokens, by its last word."""
        if self._owners is None:
            self._owners = {}
            for m in _OWNED.finditer(self.tokens):
                first, last = m.span(1)
                self._owners.setdefault(fold(self.words[last - 1]), []).append((first, last))
        return self._owners

    def _before_owned(self, entity: Entity) -> Iterator[Role]:
        """“Envoy Mira Danforth's resignation”: roles of somebody whose a thing is."""
        for first, last in self._owned().get(surname(entity.words), ())[:_MANY]:
            k = bisect_right(self.last, first)
            if self.names.look_up(first, last, k) is entity:
                role = self._before_name(k, first)
                if role is not None:
                    yield role

    def _in_front(self, k: int) -> Role | None:
        """“The mayor of Harn, Mira Danforth,”; “a member of parliament (MP) Mira Danforth”."""
        m = _BEFORE.search(self.letters, max(0, k - 8), k)
        if m is None:
            return None
        begin, end = m.span(1)
        if self.letters[k - 1] != "," and self.tokens[self.last[end - 1]] != "(":
            return None
        before, after = self.letters[begin - 1 : begin], self.letters[k + 1 : k + 2]
        if before in ("i", "f", "&") and after not in _CLOSED:
            return None  # "At the talks with the mayor, Danforth said"
        return self._phrases(begin, end)

    def _behind(self, k: int) -> Role | None:
        """“Mira Danforth, an official of the Ministry of Water of Velmora,”."""
        m = _BEHIND.match(self.letters, k + 1)
        return None if m is None else self._phrases(*m.span(1))

    def _in_brackets(self, k: int) -> Role | None:
        """“Mira Danforth (the Velmoran foreign minister) said”."""
        begin = self.last[k] + 1
        end = self.tokens.find(")", begin, begin + _BRACKETED)
        head = next((i for i in range(begin, end) if self._tells(i)), end)
        if head == end or self.tokens[begin:head].strip(_DESCRIPTIVE):
            return None
        first, last = self._trim(begin, end)
        return Role(first, last, k, self._size(first, last), is_role=True, beside=True)

    def _is(self, k: int) -> Role | None:
        """“Mira Danforth is the mayor of Harn”; “Mira Danforth, who was an envoy,”."""
        m = _IS.match(self.letters, k + 1)
        if m is None or "h" in self.tokens[self.last[k] : self.first[m.start(1)]]:
            return None  # "is not the mayor"
        return self._phrases(*m.span(1), beside=False)

    def _as(self, k: int) -> Role | None:
        """“Mira Danforth was sworn in as governor”, “was named governor”."""
        m = _AS.match(self.letters, k + 1)
        if m is None:
            return None
        if m.group(1):
            becomes = self.words[self.first[m.start(1)]] in self.offices.being
        else:
            becomes = self._lemma(m.start(2)) in self.offices.naming
        return self._phrases(*m.span(3), beside=False) if becomes else None

    def _heads(self, k: int) -> Role | None:
        """“Mira Danforth, who heads the weather service,”."""
        m = _HEADS.match(self.letters, k + 1)
        if m is None or self.words[self.first[m.start(1)]] not in self.offices.heading:
            return None
        first, last = self.first[m.start(1)], self.last[m.end(1) - 1]
        return Role(first, last, k, self._size(first, last), is_role=True, beside=False)

    def _lemma(self, k: int) -> str:
        word = self.words[self.last[k] - 1].lower()
        return self.language.lemmas.get(word, word)

    def _phrases(self, begin: int, end: int, *, beside: bool = True) -> Role | None:
        """Make a role of some phrases if the first tells what somebody is."""
        a, b = self.first[begin], self.last[begin]
        cut = next(
            (i for i in (self.tokens.find("f", a + 1, b), self.tokens.find("2", a + 1, b)) if i > 0), b
        )
        if not (self._is_role(cut - 1) if beside else self._is_listed(cut - 1)):
            return None
        if "i" in self.letters[begin + 1 : end]:
            far = (k for k in range(begin + 1, end) if self.letters[k] == "i" and not self._joins(k))
            end = next(far, end)  # "prime minister | with a large majority"
        first, last = self._trim(a, self.last[end - 1])
        if first == last:
            return None
        is_role = self.words[cut - 1].lower() not in self.offices.parties
        return Role(first, last, begin, self._size(first, last), is_role, beside)

    def _joins(self, k: int) -> bool:
        return self.words[self.first[k]].lower() in self.offices.joints

    def _is_role(self, k: int) -> bool:
        return self.tokens[k] in "rT" or self._is_listed(k)

    def _is_listed(self, k: int) -> bool:
        """Tell whether a word is a known role; others that end like one may be a judgement: “a racist”."""
        word = self.words[k].lower()
        return word in self.offices.roles or self.language.letters.get(word) == "r"

    def _tells(self, k: int) -> bool:
        """Tell whether a word is a role or a title that says more than a party's name or Mr does."""
        word = self.words[k].lower()
        if not (self.tokens[k] == "t" or self._is_role(k)):
            return False
        return word not in self.offices.parties and word not in self.offices.courtesy

    def _size(self, first: int, last: int) -> int:
        return len(self.tokens[first:last].translate(_SMALL))

    def _trim(self, first: int, last: int) -> Tokens:
        """Leave out articles and titles of courtesy."""
        while first < last and (
            (self.tokens[first] in _OPEN_ENDED and self.tokens[first + 1 : first + 2] != "s")
            or self.words[first].lower() in self.offices.courtesy
        ):
            first += 1
        while last > first and self.tokens[last - 1] in _NO_END:
            last -= 1
        return Tokens(first, last)
