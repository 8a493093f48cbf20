"""What the words of a cue tell: who only passes words on, and who is said for certain to have said them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import regex

from quotes.extraction.attribution import Candidate
from quotes.extraction.mentions import Names
from quotes.extraction.nested import innermost
from quotes.extraction.patterns import PATTERNS
from quotes.extraction.sources import CERTAIN, Sources

_REACH: Final = 20
_LAST_VERB: Final = regex.compile(r"(?r)[VvWGge.;\nQE]")
_LABEL: Final = regex.compile(r"(?r)(?<=^|\n)-?[ND](?:,[NDB](?:[if][NDB])*)?:\Z")
_PASSIVES: Final = frozenset(["before_passive", "before_agent", "after_passive"])
_ACCORDING_BY: Final = frozenset(p.name for p in PATTERNS if "according_by" in p.name)
_QUOTED: Final = frozenset(
    ["after_quoted", "after_quoted_passive", "before_quoted_passive", "before_object_said"]
)
# Few quotations have a candidate that these spoke for: the others need not be looked at so closely.
_UNUSUAL: Final = frozenset(
    {
        *_PASSIVES,
        *_ACCORDING_BY,
        *_QUOTED,
        "before_owned",
        "before_claim",
        *CERTAIN,
        "after_stop",
        "after_next_subject",
    }
)
_BEHIND_COLON: Final = (
    "before_colon",
    "before_direct",
    "before_object",
    "before_name_colon",
    "before_label",
    "before_on_colon",
)
_ALONE: Final = ("after_dash",)
_BEHIND_PARAGRAPH: Final = ("paragraph_before_ends", "paragraph_before_from_colon")


class Cues:
    """The cues of one document."""

    def __init__(self, names: Names, opening: Mapping[int, list[str]]) -> None:
        self.names, self.language, self.phrase = names, names.language, names.phrase
        self.letters = names.phrases.letters
        self.sources = Sources(names, opening)

    def lemma(self, k: int) -> str:
        """Return the dictionary form of a cue, as it is kept: "say", "according to"."""
        word = self.phrase.last_word(k)
        return "according to" if self.letters[k] == "A" else self.language.lemmas.get(word, word)

    def admitted(self, found: list[Candidate], at: int) -> tuple[list[Candidate], bool]:
        """Leave out who only passes words on; and tell whether the text says for certain whose they are."""
        found = [c for c in found if self.sources.may_be(c)]
        if not all(_UNUSUAL.isdisjoint(c.patterns) for c in found):
            found = [self.sources.proved(self._told(c, at), at) for c in found]
            found = [c for c in found if c.patterns]
            certain = [c for c in found if self._issued(c)][:1] or [
                c
                for c in found
                if self._is_quoted(c)
                or self._is_cited(c)
                or self._is_claimed(c, at)
                or self.sources.is_certain(c, at)
                or ("after_next_subject" in c.patterns and self._labels(at))
            ]
            if certain:
                return certain, True
        said = [
            c for c in found
            if c.cue is not None and self.letters[c.cue] in "VG" and not self._relays(c, at, inner=-1)
        ]  # fmt: skip
        if not said:
            return found, False
        inner = max([c.source for c in said if c.source < at], default=-1)
        found = [c for c in found if not self._relays(c, at, inner)]
        return innermost(self.letters, found, at), False

    def _told(self, c: Candidate, at: int) -> Candidate:
        """A passive has its agent behind "by", and behind the words only where its verb says something."""
        if "before_owned" in c.patterns and not self.phrase.is_somebodys(c.source):
            c.patterns.remove("before_owned")
        if "after_stop" in c.patterns and self._reacts(c):
            c.patterns.remove("after_stop")
        if _PASSIVES.isdisjoint(c.patterns):
            return c
        agent = self.phrase.last_word(c.source - 1) in self.language.agents
        kept = [
            name
            for name in c.patterns
            if name not in _PASSIVES or (agent and (name != "after_passive" or self._names(at)))
        ]
        return c._replace(patterns=kept)

    def _reacts(self, c: Candidate) -> bool:
        """“It is late.” Danforth nodded.: she says nothing."""
        return c.cue is not None and self.phrase.lemma(c.cue) in self.language.reacting

    def _is_cited(self, c: Candidate) -> bool:
        """“Brandt cited Danforth's remarks about Lund as “…””: the words are Danforth's."""
        before = self.letters[c.source - 1 : c.source]
        return (
            "before_owned" in c.patterns
            and before == "V"
            and self.phrase.lemma(c.source - 1) in self.language.quoting
        )

    def _is_claimed(self, c: Candidate, at: int) -> bool:
        """“Brandt rejected Danforth's claim that …”, “Brandt heard Danforth saying …”: Danforth's words."""
        if c.source == 0 or self.letters[c.source - 1] not in "Vvi":
            return False
        if "before_claim" in c.patterns:
            verb = c.source - 1 - (self.letters[c.source - 1] == "i")
            named = self.names.shape.letters[self.names.phrases.first[c.source]] in "CMJT"
            that = self.phrase.last_word(c.source + 1) in self.language.claiming
            taken = verb >= 0 and (
                self.phrase.lemma(verb) in self.language.disputing
                or self.phrase.last_word(verb) in self.language.answers
            )
            return named and that and taken and self.phrase.is_somebodys(c.source)
        heard = (
            self.phrase.last_word(c.source - 1) in self.language.hearing
            or self.phrase.lemma(c.source - 1) in self.language.quoting
        )
        plain = c.cue is not None and self.letters[c.cue + 1 : at].strip("NDOB,:k") == ""
        return "before_gerund_object" in c.patterns and heard and plain

    def _labels(self, at: int) -> bool:
        """“Calling it “…”, Danforth left”: a sentence begins with a verb that gives a thing the words."""
        verb = _LAST_VERB.search(self.letters, max(0, at - _REACH), at)
        if verb is None or verb.group() != "G" or self.letters[at + 1 : at + 2] not in (",", "N"):
            return False
        head = self.letters[max(0, verb.start() - 1) : verb.start()] in ("", ".", "\n", "Q", "E")
        return head and self.lemma(verb.start()) in self.language.labelling

    def _names(self, at: int) -> bool:
        """Tell whether the last verb before a quotation names something by its words: "was called"."""
        verb = _LAST_VERB.search(self.letters, max(0, at - _REACH), at)
        return (
            verb is not None
            and verb.group() in "WV"
            and self.phrase.lemma(verb.start()) in self.language.naming
        )

    def introduced(self, found: list[Candidate], at: int) -> bool:
        """Tell whether a sentence in marks stands behind a colon and its subject, or before “— X”."""
        before = self.letters[max(0, at - 2) : at]
        colon, paragraph = before.endswith(":"), before == ":\n"
        if self.letters[at] not in ("QE" if colon or paragraph else "qQE"):
            return False
        introductions = _BEHIND_COLON if colon else _BEHIND_PARAGRAPH if paragraph else _ALONE
        return any(name in c.patterns for c in found for name in introductions)

    def labelled(self, at: int) -> bool:
        """Tell whether a paragraph is the quotation and before it, with a colon, only whose it is."""
        return _LABEL.search(self.letters, max(0, at - _REACH), at) is not None

    def _issued(self, c: Candidate) -> bool:
        """“…, according to a statement by X”."""
        by = c.cue is not None and "according_by" in c.patterns[0]
        return by and c.cue is not None and self.phrase.last_word(c.cue + 1) in self.language.issued

    def _relays(self, c: Candidate, at: int, inner: int) -> bool:
        """“…, reported the agency”, “the Herald reported that X said …”, “…, according to the Herald”.

        `inner` is the last source before the quotation that says something.
        """
        if c.cue is None:
            return False
        if c.source < at and max(c.source, c.cue) >= inner:
            return False
        if self.letters[c.cue] == "A":
            entity = self.names.of_phrase.get(c.source)
            if entity is None:  # “…,” Danforth said, according to the paper
                said = c.source > at and "V" in self.letters[at : c.cue]
                return said and self._is_outlet(self.phrase.last_word(c.source))
            return entity.kind == "organisation"
        return self.phrase.lemma(c.cue) in self.language.relaying

    def _is_outlet(self, noun: str) -> bool:
        return noun in self.language.manners.outlet_nouns or noun in self.language.manners.agency

    def _is_quoted(self, c: Candidate) -> bool:
        """“the agency quoted X as saying”, “was called … by X”: the speaker is X."""
        if "after_passive" in c.patterns:
            return True
        if "before_passive" in c.patterns or "before_agent" in c.patterns:
            return c.cue is not None and self.phrase.lemma(c.cue) in self.language.naming
        if "after_quoted" in c.patterns or "before_object_said" in c.patterns:
            return (
                self.letters[c.source - 1] == "V" and self.phrase.lemma(c.source - 1) in self.language.quoting
            )
        if "after_quoted_passive" in c.patterns or "before_quoted_passive" in c.patterns:
            return c.cue is not None and self._is_reputed(c.cue)
        return False

    def _is_reputed(self, cue: int) -> bool:
        """“was quoted as saying”, “is said to have said”, not “was forced to say”."""
        passive = cue if self.letters[cue] == "W" else cue - 1
        infinitive = self.letters[passive + 1 : passive + 2] == "I"
        return not infinitive or self.phrase.lemma(passive) in self.language.reputing
