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
_LAST_SAID: Final = regex.compile(r"(?r)[VGA.;\nQE]")
_PASSIVES: Final = frozenset(["before_passive", "before_agent", "after_passive"])
_ACCORDING_BY: Final = frozenset(p.name for p in PATTERNS if "according_by" in p.name)
_QUOTED: Final = frozenset(
    ["after_quoted", "after_quoted_passive", "before_quoted_passive", "before_object_said"]
)
# What these say holds only for certain words; then it holds for certain.
_ANY_WORDS: Final = frozenset(["sentence_before_named", "after_was_what"])
_NOUNS: Final = frozenset(
    [
        "after_words_of",
        "after_were_words_of",
        "after_own_words",
        "after_was_message",
        "before_words_of",
        "before_claim_by",
        "before_own_words",
        "before_in_view",
        "before_for",
        "paragraph_before_by",
    ]
)
_TOLD: Final = frozenset(["before_told", "before_assured"])  # “Brandt recalled that Danforth told him, …”
_VERBS: Final = frozenset(
    [
        "after_as_put",
        "after_came",
        "after_citing",
        "after_so_said",
        "before_as_put",
        "before_called",
        "before_calling",
        "before_charge",
        "sentence_before_stance",
        "before_statement_that",
        "before_what_called",
    ]
)
_BEARING: Final = frozenset(["before_gerund_object", "before_relative"])
_WORDED: Final = _ANY_WORDS | _NOUNS | _TOLD | _VERBS
# Few quotations have a candidate that these spoke for: the others need not be looked at so closely.
_UNUSUAL: Final = frozenset(
    {
        *_PASSIVES,
        *_ACCORDING_BY,
        *_QUOTED,
        *_WORDED,
        "before_owned",
        "before_claim",
        *_BEARING,
        *CERTAIN,
        "after_stop",
        "before_colon",
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
_VERBS_AND: Final = frozenset("VvWGg&")
_ALONE: Final = ("after_dash",)
_BEHIND_PARAGRAPH: Final = ("paragraph_before_ends", "paragraph_before_from_colon")


class Cues:
    """The cues of one document."""

    def __init__(self, names: Names, opening: Mapping[int, list[str]]) -> None:
        self.names, self.language = names, names.language
        self.letters = names.phrases.letters
        self.sources = Sources(names, opening)

    def last_word(self, k: int) -> str:
        """Return the last word of the k-th phrase, in lower case: the verb itself, behind its auxiliaries."""
        return self.names.shape.words[self.names.phrases.last[k] - 1].lower()

    def lemma(self, k: int) -> str:
        """Return the dictionary form of a cue, as it is kept: "say", "according to"."""
        word = self.last_word(k)
        return "according to" if self.letters[k] == "A" else self.language.lemmas.get(word, word)

    def known_lemma(self, k: int) -> str:
        """Return the lemma of a cue, "?" for a verb that is in no list."""
        word = self.last_word(k)
        return self.language.lemmas.get(word, "?" if self.letters[k] == "v" else word)

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
                or self._is_borne(c, at)
                or self._answers(c)
                or self.sources.is_certain(c, at)
                or ("after_next_subject" in c.patterns and self._labels(at))
                or not _WORDED.isdisjoint(c.patterns)
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
        if "before_owned" in c.patterns and not self._is_somebodys(c.source):
            c.patterns.remove("before_owned")
        if "after_stop" in c.patterns and self._reacts(c):
            c.patterns.remove("after_stop")
        if not _WORDED.isdisjoint(c.patterns):
            c = c._replace(
                patterns=[name for name in c.patterns if name not in _WORDED or self._fits(name, c)]
            )
        if _PASSIVES.isdisjoint(c.patterns):
            return c
        agent = self.last_word(c.source - 1) in self.language.agents
        kept = [
            name
            for name in c.patterns
            if name not in _PASSIVES or (agent and (name != "after_passive" or self._names(at)))
        ]
        return c._replace(patterns=kept)

    def _fits(self, pattern: str, c: Candidate) -> bool:
        """Tell whether the words are those that a pattern is for: “in the words of”, “put it”, “called”."""
        if pattern in _ANY_WORDS:
            return True
        if pattern in _NOUNS:
            return self._fits_noun(pattern, c.source)
        return c.cue is not None and self._fits_verb(pattern, c.source, c.cue)

    def _fits_noun(self, pattern: str, source: int) -> bool:
        if pattern == "before_claim_by":
            return self._is_claim_by(source)
        if pattern == "before_for":
            person = self.names.of_phrase.get(source)
            topical = self.last_word(source - 1) in self.language.topical
            return topical and person is not None and person.kind == "person"
        if pattern == "paragraph_before_by":
            document = self.language.letters.get(self.last_word(source - 2), "x") in "n%$"
            return document and self.last_word(source - 1) in self.language.authors
        if pattern == "after_was_message":
            return self._is_somebodys(source)
        if pattern.endswith("words_of"):
            return self.last_word(source - 2) in self.language.wordings
        return self.last_word(source) in self.language.wordings and self._is_owned(source)

    def _is_claim_by(self, source: int) -> bool:
        """“a claim by Danforth that”, “remarks of the envoy that”."""
        claim = self.names.shape.letters[self.names.phrases.last[source - 2] - 1] == "n"
        that = self.letters.find("k", source)
        by = self.last_word(source - 1) in self.language.authors
        return claim and by and that > 0 and self.last_word(that) in self.language.claiming

    def _fits_verb(self, pattern: str, source: int, cue: int) -> bool:
        if pattern == "after_citing":
            return self._passed_on(source, cue)
        if pattern == "after_came":
            return self._came(cue)
        if pattern == "before_statement_that":
            return self.names.shape.letters[self.names.phrases.last[cue + 1] - 1] in "n%$"
        if pattern == "before_charge":
            return self.last_word(self.letters.rfind(",", 0, source) + 1) in self.language.charges
        if pattern == "sentence_before_stance":
            return self._takes_a_side(cue)
        if pattern == "after_so_said":
            return self.last_word(cue - 1) in self.language.thus
        # "he" may be the subject of the sentence as well, which annotators take for the source.
        if self.letters[source] == "P" or not self._is_plain_subject(source, cue):
            return False
        if pattern in _TOLD:
            verb = _LAST_SAID.search(self.letters, max(0, source - _REACH), source)
            told = pattern == "before_told" or self._told_somebody(cue)
            return told and verb is not None and verb.group() in "VGA"
        verbs = self.language.putting if pattern.endswith("as_put") else self.language.labelling
        return self.lemma(cue) in verbs

    def _came(self, cue: int) -> bool:
        """“came the reply from”: a verb of coming, and a noun of speech behind it."""
        noun = self.names.shape.letters[self.names.phrases.last[cue + 1] - 1]
        return noun == "n" and self.known_lemma(cue) in self.language.arriving

    def _takes_a_side(self, cue: int) -> bool:
        """Tell “Danforth disagreed.” and “Danforth was less sure.” from what else she did and was."""
        if self.letters[cue] != "e":
            return self.known_lemma(cue) in self.language.differing
        first, last = self.names.phrases.last[cue], self.names.phrases.first[self.letters.find(".", cue)]
        return not self.language.sides.isdisjoint(map(str.lower, self.names.shape.words[first:last]))

    def _reacts(self, c: Candidate) -> bool:
        """“It is late.” Danforth nodded.: she says nothing."""
        return c.cue is not None and self.known_lemma(c.cue) in self.language.reacting

    def _passed_on(self, source: int, cue: int) -> bool:
        """“reported the agency, citing Danforth”; what it cites is somebody, not a document."""
        reported = self.known_lemma(cue - 2) if self.letters[cue - 2] == "V" else self.known_lemma(cue - 3)
        document = self.names.shape.letters[self.names.phrases.last[source] - 1] == "n"
        cited = self.known_lemma(cue) in self.language.quoting
        return cited and reported in self.language.relaying and not document

    def _told_somebody(self, cue: int) -> bool:
        """“told her that”, “assured the council”: to somebody, not a thing."""
        somebody = self.letters[cue + 1] != "B" or self.last_word(cue + 1) in self.language.possessives
        return somebody and self.lemma(cue) in self.language.manners.addressing

    def _is_plain_subject(self, source: int, cue: int) -> bool:
        """Tell “Danforth of Lund told” from “who met Danforth and told”, “Danforth, Brandt said, told”."""
        return _VERBS_AND.isdisjoint(self.letters[source + 1 : cue])

    def _is_somebodys(self, k: int) -> bool:
        """Tell whether a phrase is somebody's word: “Danforth's claim”, “her remark”."""
        return self._is_owned(k) and self.names.shape.letters[self.names.phrases.last[k] - 1] == "n"

    def _is_owned(self, k: int) -> bool:
        first, last = self.names.phrases.first[k], self.names.phrases.last[k]
        kinds, words = self.names.shape.letters, self.names.shape.words
        return kinds.find("s", first, last) > 0 or words[first].lower() in self.language.possessives

    def _is_cited(self, c: Candidate) -> bool:
        """“Brandt cited Danforth's remarks about Lund as “…””: the words are Danforth's."""
        before = self.letters[c.source - 1 : c.source]
        return (
            "before_owned" in c.patterns
            and before == "V"
            and self.known_lemma(c.source - 1) in self.language.quoting
        )

    def _is_claimed(self, c: Candidate, at: int) -> bool:
        """“Brandt rejected Danforth's claim that …”, “Brandt heard Danforth saying …”: Danforth's words."""
        if c.source == 0 or self.letters[c.source - 1] not in "Vvi":
            return False
        if "before_claim" in c.patterns:
            verb = c.source - 1 - (self.letters[c.source - 1] == "i")
            named = self.names.shape.letters[self.names.phrases.first[c.source]] in "CMJT"
            that = self.last_word(c.source + 1) in self.language.claiming
            taken = verb >= 0 and (
                self.known_lemma(verb) in self.language.disputing
                or self.last_word(verb) in self.language.answers
            )
            return named and that and taken and self._is_somebodys(c.source)
        heard = (
            self.last_word(c.source - 1) in self.language.hearing
            or self.known_lemma(c.source - 1) in self.language.quoting
        )
        plain = c.cue is not None and self.letters[c.cue + 1 : at].strip("NDOB,:k") == ""
        return "before_gerund_object" in c.patterns and heard and plain

    def _answers(self, c: Candidate) -> bool:
        """“Danforth's answer was short: “No.””: even one word is hers."""
        short = "before_colon" in c.patterns and c.cue is not None and self.letters[c.cue] == "e"
        return short and self.last_word(c.source) in self.language.answers and self._is_owned(c.source)

    def _is_borne(self, c: Candidate, at: int) -> bool:
        """“Danforth held a placard that read “…””: the words are the placard's."""
        if c.cue is None or _BEARING.isdisjoint(c.patterns) or self.letters[c.cue + 1 : at].strip(",:"):
            return False
        borne = self.last_word(c.source) in self.language.bearing
        return borne and self.known_lemma(c.cue) in self.language.legible

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
            and self.known_lemma(verb.start()) in self.language.naming
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
        return by and c.cue is not None and self.last_word(c.cue + 1) in self.language.issued

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
                return said and self._is_outlet(self.last_word(c.source))
            return entity.kind == "organisation"
        return self.known_lemma(c.cue) in self.language.relaying

    def _is_outlet(self, noun: str) -> bool:
        return noun in self.language.manners.outlet_nouns or noun in self.language.manners.agency

    def _is_quoted(self, c: Candidate) -> bool:
        """“the agency quoted X as saying”, “was called … by X”: the speaker is X."""
        if "after_passive" in c.patterns:
            return True
        if "before_passive" in c.patterns or "before_agent" in c.patterns:
            return c.cue is not None and self.known_lemma(c.cue) in self.language.naming
        if "after_quoted" in c.patterns or "before_object_said" in c.patterns:
            return (
                self.letters[c.source - 1] == "V" and self.known_lemma(c.source - 1) in self.language.quoting
            )
        if "after_quoted_passive" in c.patterns or "before_quoted_passive" in c.patterns:
            return c.cue is not None and self._is_reputed(c.cue)
        return False

    def _is_reputed(self, cue: int) -> bool:
        """“was quoted as saying”, “is said to have said”, not “was forced to say”."""
        passive = cue if self.letters[cue] == "W" else cue - 1
        infinitive = self.letters[passive + 1 : passive + 2] == "I"
        return not infinitive or self.known_lemma(passive) in self.language.reputing
