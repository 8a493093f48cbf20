"""Who may be the source of a quotation: named patterns, each a voice for one candidate.

A pattern is written over the letters of quotes.extraction.phrases. It is tried just behind the quotation or,
read backwards, up to its opening mark, and names the phrases `src` and, mostly, `cue`. What it is for stands
beside it. Which candidate wins is decided in quotes.extraction.scoring.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

import regex

# Between a source and its verb: "of the ministry", "in Velmora"; an aside; a relative clause.
_PP: Final = r"(?:[if][NDBOxPYfm&]{1,3}){0,4}"
_ASIDE: Final = (
    r"(?:,[^QE.;:\n]{1,40}?,|-[^-QE.;:\n]{1,40}?-|,?[DBN]?w[VvWeGg][^,.:;\nQE]{0,14},?|,[if][^,.:;\nQEVvG]{1,8}"
    r"|i[Gg][^,.:;\nQEVv]{1,6}|,)?"
)
# A description in apposition ("Mira Danforth, the envoy") is not the source, the name before it is.
_SUBJECT: Final = rf"(?<![if])(?P<src>[NP]|(?<!(?<![if])N,)D){_PP}{_ASIDE}"
_NEAR: Final = r"[^VGIWQ.;\n]{0,40}?"
_FAR: Final = r"[^Q.;\n]{0,60}?"
_BACKWARDS: Final = "(?r)(?:"
_TO_ITS_MARK: Final = r")\Z"
_REACH: Final = 300  # phrases that are looked back at, so that no text makes this slow
_STOP: Final = re.compile(r"[.\n]")
_MANY: Final = 1 << 13  # stretches of letters remembered, and their length
_SHORT: Final = 40
_DASHED: Final = 6  # letters from a quotation to what is behind the name in ".\n-N,"


class Pattern(NamedTuple):
    """One named pattern, tried on quotations with the letters in `endings`; `when` shows what it is for."""

    name: str
    behind: bool
    endings: str
    pattern: str
    when: str

    def compiled(self) -> regex.Pattern[str]:
        """Return it ready to match; not made on import, which would take a quarter of its time."""
        return regex.compile(self.pattern)


def _behind(name: str, endings: str, pattern: str, when: str) -> Pattern:
    return Pattern(name, True, endings, pattern, when)


def _before(name: str, pattern: str, when: str) -> Pattern:
    return Pattern(name, False, "qmQE", rf"{_BACKWARDS}{pattern}{_TO_ITS_MARK}", when)


PATTERNS: Final = (
    _behind("after_subject", "qEm", rf"[,-]?{_SUBJECT}x?(?P<cue>V)", "“…,” the envoy of Velmora, Mira Danforth, said"),
    _behind("after_subject_did", "qE", rf"{_SUBJECT}x?(?P<cue>v)i?(?=[.,\n]|$)", "“…,” she went on"),
    _behind("after_thing", "qEm", rf"[,-]?(?P<src>[BY]){_PP}{_ASIDE}x?(?P<cue>V)", "“…,” it said"),
    _behind("after_verb", "qEm", r"[,-]?(?P<cue>V)[fxv]?(?P<src>[NDB]|[PY](?![vVWe]))", "“…,” said Mira Danforth"),
    _behind("after_both", "qEm", r"[,-]?(?P<src>[NDP])(?:,[ND]){0,3},?&[ND]x?(?P<cue>V)", "“…,” Danforth and Brandt said"),
    _behind("after_stop", "Q", rf"{_SUBJECT}(?P<cue>V)(?=[.,\n]|$)", "“….” Danforth said"),
    _behind("after_did", "qE", r"(?P<cue>v)(?P<src>[NP])", "“…!” beamed Mira Danforth"),
    _behind("after_according", "qEm", r",?(?P<cue>A)(?P<src>[NDB])", "“…,” according to Mira Danforth"),
    _behind("after_according_by", "qEm", r",?(?P<cue>A)[DB]v?[if](?P<src>[ND])",
            "“…,” according to a statement by the ministry"),
    _behind("after_quoted", "qEm", r"[,-]?[NDBPx]{1,3}V(?P<src>[NDPO])[ik](?P<cue>G)",
            "“…,” the agency quoted Danforth as saying"),
    _behind("after_quoted_passive", "qEm", rf"[,-]?{_SUBJECT}W(?:i[NDBx]{{1,3}})?[ik](?P<cue>G)",
            "“…,” Danforth was quoted as saying"),
    _behind("after_passive", "qEm", r"x?[vVx]?(?P<cue>i)(?P<src>[ND])", "was called “…” by Mira Danforth"),
    _behind("after_far", "qmE", rf"[^Q.;\n]{{1,40}}?,{_SUBJECT}(?P<cue>V)", "the plan is “…” and late, Danforth said"),
    _behind("after_far_verb", "qmE", r"[^Q.;\n]{1,40}?,(?P<cue>V)(?P<src>[NDPB])", "the plan is “…” and late, said Danforth"),
    _behind("after_far_according", "qmE", r"[^Q.;\n]{1,40}?,?(?P<cue>A)(?P<src>[NDB])",
            "the plan is “…” and late, according to Danforth"),
    _behind("after_far_according_by", "qmE", r"[^Q.;\n]{1,40}?,?(?P<cue>A)[DB]v?[if](?P<src>[ND])",
            "would “…” soon, according to a statement by the ministry"),
    _behind("after_next_subject", "qmE", r"[gGiVvxDBNOe,]{1,20}?(?<![if])(?P<src>[NP])(?P<cue>[VveW])",
            "Calling it “…” on Monday, Danforth left"),
    _behind("after_as_put", "qmE", r",?k(?P<src>[NDP])(?P<cue>v)Y(?=[.,;\n]|$)", "“…,” as Danforth put it"),
    _behind("after_as", "qmE", r",?k(?P<src>[NDP])(?P<cue>[Vv])", "“…,” as Danforth said"),
    _behind("after_words_of", "qmE", r",?iDf(?P<src>[ND])", "“…,” in the words of Danforth"),
    _behind("after_own_words", "qmE", r",?i(?P<src>D)(?=[.,;\n]|$)", "“…,” in Danforth's words"),
    _behind("after_dash", "qmQE", r"[.\n]{0,2}-(?P<src>N)(?:[,.\n]|$)", "“…” — Mira Danforth"),
    _before("before_complement", rf"{_SUBJECT}(?P<cue>V)k?[PY][VveWu]{_NEAR}", "Danforth said she hoped for “…”"),
    _before("before_complement_ing", rf"{_SUBJECT}[VvWe]{_FAR}(?P<cue>G)k?[PY][VveWu]{_NEAR}",
            "Danforth left, saying she hoped for “…”"),
    _before("before_direct", rf"{_SUBJECT}(?P<cue>V)[,:k]{{0,2}}", "Danforth said: “…”; Danforth said that “…”"),
    _before("before_told", rf"(?P<src>N){_PP}{_ASIDE}(?P<cue>V)[NDO][,:]", "Danforth told the council, “…”"),
    _before("before_object", rf"{_SUBJECT}(?P<cue>V)[NDBOifx]{{1,8}}[,:k]{{1,2}}", "Danforth told the council: “…”"),
    _before("before_colon", rf"{_SUBJECT}(?P<cue>[VvWe])[^Q.;:\n]{{0,30}}?:", "Danforth had this to say: “…”"),
    _before("before_as_put", r"k(?P<src>[NDP])x?(?P<cue>v)Y,", "As Danforth put it, “…”"),
    _before("before_as", rf"k(?P<src>[NDP]){_PP}{_ASIDE}(?P<cue>[Vv])[^QE.;\n]{{0,12}}?[,:]", "as Danforth said in May, “…”"),
    _before("before_words_of", rf"iDf(?P<src>[ND])(?:,(?:{_NEAR})?)?", "in the words of Danforth, “…”"),
    _before("before_own_words", r"i(?P<src>D),?", "in Danforth's words, “…”"),
    _before("before_from_colon", r"Di(?P<src>[ND]):", "a statement from Danforth: “…”"),
    _before("before_name_colon", r"(?:(?<![if&])|(?<=(?:^|[.\nQE])&?i))(?P<src>[ND]):", "And from Mira Danforth: “…”"),
    _before("before_on_colon", r"(?<=^|[.\nQE])(?P<src>[ND]),?i[NDB]{1,3}:", "Danforth, on the plan: “…”"),
    _before("before_quoted_passive", rf"{_SUBJECT}(?P<cue>W)(?:[if][NDB]){{0,2}}[ik]G{_NEAR}",
            "Danforth was quoted by the agency as saying that “…”"),
    _before("before_called", rf"(?:{_SUBJECT}|(?P<src>w))(?P<cue>V)[NDBOPY](?:[NDBOP]|[if&][NDB]){{0,3}}[ki]?x?",
            "Danforth called the plan “…”"),
    _before("before_what_called", rf"O(?P<src>[ND]){_PP}(?P<cue>V)x{{0,2}}", "what Danforth called “…”"),
    _before("before_relative_object", rf"wx?(?P<src>[NDP])(?P<cue>V){_NEAR}", "the plan, which Danforth called “…”"),
    _before("before_relative", rf"(?P<src>[NDB]),?[wk](?P<cue>V){_NEAR}", "Danforth, who called the plan “…”"),
    _before("before_who", rf"(?P<src>[wk])(?P<cue>V){_NEAR}", "the envoy, who called the plan “…”"),
    _before("before_who_far", rf"(?P<src>w)(?P<cue>[VveW]){_FAR}", "the envoy, who left after the “…” talks"),
    _before("before_near", rf"{_SUBJECT}(?P<cue>V){_NEAR}", "Danforth called the plan of the north “…”"),
    _before("before_it_far", rf"(?P<src>Y)(?P<cue>V){_FAR}", "It said that the talks would go on and “…”"),
    _before("before_absolute", rf"(?P<src>[NP])(?P<cue>G){_NEAR}", "with Danforth saying it was “…”"),
    _before("before_it", rf"(?P<src>Y)(?P<cue>V){_NEAR}", "what it called “…”"),
    _before("before_inverted", r"(?:(?<=^|[.\nQE])|,)(?P<cue>V)(?P<src>[NDP])[,:]?", "Said Danforth: “…”; The plan, said Danforth, “…”"),
    _before("before_according", rf"(?P<cue>A)(?P<src>[NDB]){_FAR}", "According to Danforth, the plan is “…”"),
    _before("before_according_by", rf"(?P<cue>A)[DB]v?[if](?P<src>[ND]){_FAR}",
            "According to a statement by the ministry, the plan is “…”"),
    _before("before_gerund", rf"{_SUBJECT}[VvWe]{_FAR}(?P<cue>G){_NEAR}", "Danforth left the hall, calling the plan “…”"),
    _before("before_gerund_object", rf"[vifVW&]f?(?P<src>[ND]){_PP}(?P<cue>G){_NEAR}", "footage of Danforth saying “…”"),
    _before("before_infinitive", rf"{_SUBJECT}[VvWe]{_FAR}(?P<cue>I){_NEAR}", "Danforth went on air to call the plan “…”"),
    _before("before_second_verb", rf"{_SUBJECT}[VvWe]{_FAR}[&,](?P<cue>V){_NEAR}",
            "Danforth did not name him but vowed, “…”"),
    _before("before_far", rf"{_SUBJECT}(?P<cue>V){_FAR}", "Danforth said the talks that began in May are “…”"),
    _before("before_subject", rf"{_SUBJECT}(?P<cue>[vWeu]){_FAR}", "Danforth went home after “…”"),
    _before("before_passive", rf"(?P<cue>W){_NEAR}i(?P<src>[ND]){_PP}(?:,[^QE.;:\n]{{1,40}}?,|[^Q.;\n]{{0,3}})", "was described by Danforth as “…”"),
    _before("before_agent", rf"(?P<cue>V)i(?P<src>[ND]){_PP}k?x?", "a plan described by Danforth as “…”"),
    _before("before_what", rf"O(?P<src>[NDP]){_PP}{_ASIDE}(?P<cue>V){_NEAR}", "what Danforth said was “…”"),
    _before("before_claim", rf"(?P<src>D)k{_NEAR}", "Danforth's claim that the plan is “…”"),
    _before("before_owned", rf"(?P<src>D)[ifkev]{_NEAR}", "Danforth's remarks about the “…” plan"),
    _before("before_object_said", rf"[VvG](?P<src>[ND])[ik](?P<cue>G){_NEAR}", "quoted Danforth as saying “…”"),
    _before("before_name", r"(?P<src>[NP])[^Q.;\n]{0,12}?", "Danforth, back in her “…” office"),
    _before("before_description", r"(?P<src>D)[^Q.;\n]{0,12}?", "the envoy, back in her “…” office"),
    _before("before_thing_said", rf"(?<![if])(?P<src>B){_PP}{_ASIDE}(?P<cue>V){_FAR}", "The sheet says it is “…”"),
    _before("before_thing", rf"(?<![if])(?P<src>B){_PP}(?P<cue>[VvWe]){_FAR}", "The plan says “…”"),
)  # fmt: skip

# Patterns that look for no verb.
NEAR: Final = frozenset(["before_name", "before_description"])

# The letters right beside a quotation that a pattern can do with; the others can do with any.
_BESIDE: Final = {
    "after_subject": ",-NPD",
    "after_subject_did": "NPD",
    "after_thing": ",-BY",
    "after_verb": ",-V",
    "after_both": ",-NDP",
    "after_did": "v",
    "after_stop": "NPD",
    "after_passive": "xvVi",
    "after_next_subject": "gGiVvxDBNOe,",
    "after_as_put": ",k",
    "after_as": ",k",
    "after_words_of": ",i",
    "after_own_words": ",i",
    "after_dash": ".\n-",
    "before_direct": "V,:k",
    "before_told": ",:",
    "before_object": ",:k",
    "before_colon": ":",
    "before_as_put": ",",
    "before_as": ",:",
    "before_own_words": ",D",
    "before_on_colon": ":",
    "before_from_colon": ":",
    "before_name_colon": ":",
    "before_inverted": "NDP,:",
}
# Its name, how it is tried, the letters it needs, and the numbers of the groups for source and cue, 0 for no cue.
_Tried = tuple[str, Callable[..., regex.Match[str] | None], frozenset[str], int, int]


class _Fitting(dict[tuple[str, str], list[_Tried]]):
    """What is tried on a quotation, by its letter and the one beside it."""

    def __init__(self, *, behind: bool) -> None:
        super().__init__()
        self._behind = behind

    def __missing__(self, key: tuple[str, str]) -> list[_Tried]:
        ending, beside = key
        self[key] = [
            _tried(p)
            for p in PATTERNS
            if p.behind is self._behind and ending in p.endings and beside in _BESIDE.get(p.name, beside)
        ]
        return self[key]


@cache
def _tried(p: Pattern) -> _Tried:
    compiled = p.compiled()
    groups = compiled.groupindex
    return p.name, compiled.match, _needs(p.pattern), groups["src"], groups.get("cue", 0)


def _needs(pattern: str) -> frozenset[str]:
    """Return letters without which a pattern matches nothing: those in no choice, no option and no class."""
    plain = pattern.removeprefix(_BACKWARDS).removesuffix(_TO_ITS_MARK)
    plain = re.sub(r"\[[^]]*\]|\\.", "_", re.sub(r"\(\?P<\w+>(\w)\)", r"\1", plain))
    while "(" in plain:
        plain = re.sub(r"\([^()]*\)", "_", plain)
    return frozenset(re.findall(r"[A-Za-z](?![?*{])", plain))


_BEHIND: Final = _Fitting(behind=True)
_BEFORE: Final = _Fitting(behind=False)

CONTEXT: Final = {
    "first_subject": "the first subject of the sentence that the quotation stands in",
    "main_subject": "the first subject behind an introductory clause: When it rained, Danforth …",
    "continues_quotation": "the paragraph goes on with a quotation that was left open",
    "continues_same_sentence_sentence": "a whole sentence in marks, in one sentence with the quote before",
    "continues_same_sentence_fragment": "a quoted part, in one sentence with the quote before",
    "continues_same_paragraph_sentence": "a whole sentence in marks behind another quote of the paragraph",
    "continues_same_paragraph_fragment": "a quoted part behind another quote of the paragraph",
    "continues_next_paragraph_sentence_alone": "a paragraph all in marks, the one before it had a quote",
    "continues_next_paragraph_sentence_beside": "a sentence in marks, the paragraph before had a quote",
    "continues_next_paragraph_fragment_alone": "a paragraph of a quoted part, the one before it had a quote",
    "continues_next_paragraph_fragment_beside": "a quoted part, the paragraph before had a quote",
    "sentence_before_ended": "the sentence before ends in: …, Danforth said",
    "sentence_before_said": "the subject of a verb of saying in the sentence before",
    "sentence_before_did": "the subject of the sentence before",
    "paragraph_before_ends": "the subject of the last verb, before the colon that ends the paragraph before",
    "sentence_before_named": "the sentence before only names somebody: Not so for Danforth.",
    "paragraph_before_from_colon": "the paragraph before only says from whom: And from Danforth:",
    "paragraph_before_said_colon": "the paragraph before ends in a colon, its last subject says something",
    "paragraph_before_did_colon": "the paragraph before ends in a colon",
    "paragraph_before_said_plain": "the last subject of the paragraph before says something",
    "paragraph_before_did_plain": "the last subject of the paragraph before",
}
_OPENER: Final = regex.compile(rf"{_SUBJECT}(?P<cue>[VvWe])")
_LAST_SAID: Final = regex.compile(rf"(?r),{_SUBJECT}(?P<cue>V)[^,.QE;\n]{{0,8}}\.\Z")
_LAST_NAMED: Final = regex.compile(r"(?r)(?<=^|[.\nQE])[&xkg]{0,4}i(?P<src>[ND])\.\Z")
_LAST_FROM: Final = regex.compile(r"(?r)(?<=^|[.\nQE])[&x]{0,2}i(?P<src>[ND]):\Z")
_LAST_COLON: Final = regex.compile(
    rf"(?r)(?:{_SUBJECT}(?P<cue>[VvWe])[^.\nQE:;]{{0,8}}?|(?<=^|[.\nQE])(?P<cue>V)(?P<src>[ND])):\Z"
)
_MAIN: Final = regex.compile(rf"[kigGA&xF][^,.;Q\n]{{1,40}},{_SUBJECT}(?P<cue>[VvWe])")


class Candidate(NamedTuple):
    """A phrase that may be the source of a quotation, and the names of the patterns that speak for it."""

    source: int
    cue: int | None
    patterns: list[str]

    @property
    def elsewhere(self) -> bool:
        """Whether it stands in no sentence of the quotation."""
        return self.patterns[0].startswith(("continues", "sentence_before", "paragraph_before"))


class Place(NamedTuple):
    """Where a quotation stands: its index and that of the one before, among the phrases, None for the first.

    `alone` says that it is a sentence of its own, `reopened` that it goes on one left open.
    """

    at: int
    last: int | None
    alone: bool
    reopened: bool


def candidates(letters: str, place: Place, before: Candidate | None) -> list[Candidate]:
    """Return the candidates for the source of a quotation; `before` is the winner of the one before it."""
    at = place.at
    floor = max(0, at - _REACH)
    ending = letters[at]
    found: dict[int, Candidate] = {}
    # No pattern goes over a full stop or a paragraph's end but to a dash.
    end = _STOP.search(letters, at + 1, at + _REACH)
    beyond = at + _REACH if end is None else end.end()
    for name, behind, verb in _SPOKEN_BEHIND[letters[at : max(beyond, at + _DASHED)]]:
        _add(found, at + behind, None if verb is None else at + verb, name)
    begin = _edge(letters, floor, at, ".\nQ;")
    if begin < at:
        there = frozenset(letters[begin:at])
        for name, match, needs, source, cue in _BEFORE[ending, letters[at - 1]]:
            if needs <= there:
                m = match(letters, floor, at)
                if m is not None:
                    _speak(found, m, name, source, cue)
        _in_sentence(found, letters, begin, at)
    how = _continuing(letters, floor, place)
    if before is not None and how is not None:
        _add(found, before.source, before.cue, how)
    if place.alone:
        _introduced(found, letters, floor, at)
    return list(found.values())


class _SpokenBehind(dict[str, list[tuple[str, int, int | None]]]):
    """The patterns that match behind a quotation, which is the first letter, each with its source and its cue.

    Few kinds of words stand behind most quotations: the first ones met are remembered.
    """

    def __missing__(self, letters: str) -> list[tuple[str, int, int | None]]:
        there = frozenset(letters)
        found: list[tuple[str, int, int | None]] = []
        for name, match, needs, source, cue in _BEHIND[letters[0], letters[1:2]]:
            m = match(letters, 1) if needs <= there else None
            if m is not None:
                found.append((name, m.start(source), m.start(cue) if cue else None))
        if len(letters) < _SHORT and len(self) < _MANY:
            self[letters] = found
        return found


_SPOKEN_BEHIND: Final = _SpokenBehind()


def _speak(
    found: dict[int, Candidate], m: regex.Match[str], name: str, source: int = 1, cue: int = 2
) -> None:
    """Let a pattern that matched speak for its source; groups are found faster by number than by name."""
    _add(found, m.start(source), m.start(cue) if cue else None, name)


def _add(found: dict[int, Candidate], source: int, cue: int | None, name: str) -> None:
    known = found.get(source)
    if known is None:
        found[source] = Candidate(source, cue, [name])
        return
    known.patterns.append(name)
    if known.cue is None and cue is not None:
        found[source] = known._replace(cue=cue)


def _edge(letters: str, start: int, end: int, marks: str) -> int:
    """Index behind the last of some marks between two indices, `start` if there is none."""
    for c in marks:
        start = max(start, letters.rfind(c, start, end) + 1)
    return start


def _in_sentence(found: dict[int, Candidate], letters: str, begin: int, at: int) -> None:
    m = _OPENER.search(letters, begin, at)
    if m is not None:
        _speak(found, m, "first_subject")
        m = _MAIN.match(letters, begin, at)
        if m is not None:
            _speak(found, m, "main_subject")


def _continuing(letters: str, floor: int, place: Place) -> str | None:
    """Name how a quotation goes on with the one before it; None where it stands too far from it."""
    if place.reopened:
        return "continues_quotation"
    if place.last is None or place.last < floor:
        return None
    kind = "sentence" if place.alone else "fragment"
    between = letters[place.last + 1 : place.at]
    breaks = between.count("\n")
    if not breaks:
        same = letters[place.last] not in "QE" and "." not in between and ";" not in between
        return f"continues_same_{'sentence' if same else 'paragraph'}_{kind}"
    if breaks > 1:
        return None
    alone = between[-1] == "\n" and letters[place.at + 1 : place.at + 2] in ("\n", "", "Q", "E", "q", "m")
    return f"continues_next_paragraph_{kind}_{'alone' if alone else 'beside'}"


def _introduced(found: dict[int, Candidate], letters: str, floor: int, at: int) -> None:
    """A sentence in marks may belong to the subject of what stands before it."""
    paragraph = _edge(letters, floor, at, "\n")
    if at > paragraph:
        m = _LAST_SAID.search(letters, paragraph, at)
        if m is not None:
            _speak(found, m, "sentence_before_ended")
        m = _LAST_NAMED.search(letters, paragraph, at)
        if m is not None:
            _speak(found, m, "sentence_before_named", cue=0)
        m = _last_opener(letters, paragraph, at)
        if m is not None:
            _speak(found, m, f"sentence_before_{_said(letters, m)}")
    elif paragraph > max(1, floor):
        end = paragraph - 1
        m = _LAST_COLON.search(letters, _edge(letters, floor, end, "\n"), end)
        if m is not None:
            _speak(found, m, "paragraph_before_ends")
        m = _LAST_FROM.search(letters, _edge(letters, floor, end, "\n"), end)
        if m is not None:
            _speak(found, m, "paragraph_before_from_colon", cue=0)
        m = _last_opener(letters, _edge(letters, floor, end, "\n"), end)
        if m is not None:
            colon = "colon" if letters[end - 1] == ":" else "plain"
            _speak(found, m, f"paragraph_before_{_said(letters, m)}_{colon}")


def _said(letters: str, m: regex.Match[str]) -> str:
    return "said" if letters[m.start(2)] == "V" else "did"


def _last_opener(letters: str, start: int, end: int) -> regex.Match[str] | None:
    """Return the first subject and verb of the last sentence between two indices that has them."""
    while start < end:
        begin = _edge(letters, start, end - 1, ".QE\n;")
        m = _OPENER.search(letters, begin, end)
        if m is not None:
            return m
        end = begin - 1 if begin > start else start
    return None
