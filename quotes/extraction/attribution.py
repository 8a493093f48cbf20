"""Who may be the source of a quotation: named patterns, each a voice for one candidate.

A pattern is written over the letters of quotes.extraction.phrases. It is tried either just behind the
quotation or, read backwards, up to its opening mark, and names the phrases `src` and, mostly, `cue`.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

_PP = r"(?:[if][NDBOxPYfm&]{1,3}){0,4}"
_ASIDE = (
    r"(?:,[^QE.;:\n]{1,40}?,|-[^-QE.;:\n]{1,40}?-|w[VvWeGg][^,.:;\nQE]{0,14},?|,[if][^,.:;\nQEVvG]{1,8}|,)?"
)
_SOURCE = r"(?<![if])(?P<src>[NP]|(?<!(?<![if])N,)D)"
_SUBJECT = rf"{_SOURCE}{_PP}{_ASIDE}"
_NEAR = r"[^VGIWQ.;\n]{0,40}?"
_FAR = r"[^Q.;\n]{0,60}?"


class Pattern(NamedTuple):
    """One named pattern; `endings` are the letters of the quotations it is tried on."""

    name: str
    behind: bool
    endings: str
    regex: regex.Pattern[str]


def _behind(name: str, endings: str, pattern: str) -> Pattern:
    return Pattern(name, True, endings, regex.compile(pattern))


def _before(name: str, endings: str, pattern: str) -> Pattern:
    return Pattern(name, False, endings, regex.compile(rf"(?r)(?:{pattern})\Z"))


PATTERNS = (
    _behind("after_subject", "qEm", rf"[,-]?{_SUBJECT}x?(?P<cue>V)"),
    _behind("after_thing", "qEm", rf"[,-]?(?P<src>[BY]){_PP}{_ASIDE}x?(?P<cue>V)"),
    _behind("after_verb", "qEm", r"[,-]?(?P<cue>V)f?(?P<src>[NDPBY])"),
    _behind("after_according", "qEm", r",?(?P<cue>A)(?P<src>[NDB])"),
    _behind("after_according_by", "qEm", r",?(?P<cue>A)[DB]v?[if](?P<src>[ND])"),
    _behind("after_passive", "qEm", r"x?[vVx]?(?P<cue>i)(?P<src>[ND])"),
    _behind("after_far", "qmE", rf"[^Q.;\n]{{1,40}}?,{_SUBJECT}(?P<cue>V)"),
    _behind("after_far_verb", "qmE", r"[^Q.;\n]{1,40}?,(?P<cue>V)(?P<src>[NDPB])"),
    _behind("after_far_according", "qmE", r"[^Q.;\n]{1,40}?,?(?P<cue>A)(?P<src>[NDB])"),
    _behind("after_far_according_by", "qmE", r"[^Q.;\n]{1,40}?,?(?P<cue>A)[DB]v?[if](?P<src>[ND])"),
    _behind("after_next_subject", "qmE", rf"[gGiVvxDBNOe,]{{1,20}}?(?P<src>[NP])(?P<cue>[VveW])"),
    _behind("after_dash", "qmQE", r"[.\n]{0,2}-(?P<src>N)[,.\n]"),
    _before("before_complement", "qmQE", rf"{_SUBJECT}(?P<cue>V)k?[PY][VveWu]{_NEAR}"),
    _before("before_complement_ing", "qmQE", rf"{_SUBJECT}[VvWe]{_FAR}(?P<cue>G)k?[PY][VveWu]{_NEAR}"),
    _before("before_direct", "qmQE", rf"{_SUBJECT}(?P<cue>V)[,:k]{{0,2}}"),
    _before("before_object", "qmQE", rf"{_SUBJECT}(?P<cue>V)[NDBOifx]{{1,8}}[,:k]{{1,2}}"),
    _before("before_relative_object", "qmQE", rf"wx?(?P<src>[NDP])(?P<cue>V){_NEAR}"),
    _before("before_relative", "qmQE", rf"(?P<src>[NDB]),?[wk](?P<cue>V){_NEAR}"),
    _before("before_who", "qmQE", rf"(?P<src>[wk])(?P<cue>V){_NEAR}"),
    _before("before_who_far", "qmQE", rf"(?P<src>w)(?P<cue>[VveW]){_FAR}"),
    _before("before_near", "qmQE", rf"{_SUBJECT}(?P<cue>V){_NEAR}"),
    _before("before_it", "qmQE", rf"(?P<src>Y)(?P<cue>V){_NEAR}"),
    _before("before_inverted", "qmQE", rf",(?P<cue>V)(?P<src>[NDP])[,:]?"),
    _before("before_according", "qmQE", rf"(?P<cue>A)(?P<src>[NDB]){_FAR}"),
    _before("before_according_by", "qmQE", rf"(?P<cue>A)[DB]v?[if](?P<src>[ND]){_FAR}"),
    _before("before_gerund", "qmQE", rf"{_SUBJECT}[VvWe]{_FAR}(?P<cue>G){_NEAR}"),
    _before("before_gerund_object", "qmQE", rf"[vifVW&]f?(?P<src>[ND])(?P<cue>G){_NEAR}"),
    _before("before_infinitive", "qmQE", rf"{_SUBJECT}[VvWe]{_FAR}(?P<cue>I){_NEAR}"),
    _before("before_second_verb", "qmQE", rf"{_SUBJECT}[VvWe]{_FAR}[&,](?P<cue>V){_NEAR}"),
    _before("before_far", "qmQE", rf"{_SUBJECT}(?P<cue>V){_FAR}"),
    _before("before_subject", "qmQE", rf"{_SUBJECT}(?P<cue>[vWeu]){_FAR}"),
    _before("before_passive", "qmQE", rf"(?P<cue>W){_NEAR}i(?P<src>[ND])[^.]{{0,3}}"),
    _before("before_object_said", "qmQE", rf"[VvG](?P<src>[ND])[ik](?P<cue>G){_NEAR}"),
    _before("before_name", "qmQE", r"(?P<src>[NP])[^Q.;\n]{0,12}?"),
    _before("before_description", "qmQE", r"(?P<src>D)[^Q.;\n]{0,12}?"),
    _before("before_thing", "qmQE", rf"(?<![if])(?P<src>B){_PP}(?P<cue>[VvWe]){_FAR}"),
)
_OPENER = regex.compile(rf"{_SUBJECT}(?P<cue>[VvWe])")
_SPEAKING = regex.compile(rf"{_SUBJECT}(?P<cue>V)")
_MAIN = regex.compile(rf"[kigGA&xF][^,.;Q\n]{{1,40}},{_SUBJECT}(?P<cue>[VvWe])")
_REACH = 160


class Candidate(NamedTuple):
    """A phrase that may be the source of a quotation, and the names of the patterns that speak for it."""

    source: int
    cue: int | None
    patterns: list[str]


def candidates(
    letters: str, quotations: list[int], n: int, before: Candidate | None, reopened: bool, starts: bool
) -> list[Candidate]:
    """Return the candidates for the n-th of the quotations at the given indices of the phrases.

    `before` is the winner of the quotation before.
    """
    at = quotations[n]
    found: dict[int, Candidate] = {}
    ending = letters[at]
    for pattern in PATTERNS:
        if ending not in pattern.endings:
            continue
        if pattern.behind:
            m = pattern.regex.match(letters, at + 1)
        else:
            m = pattern.regex.search(letters, max(0, at - _REACH), at)
        if m is not None:
            cue = m.start("cue") if "cue" in pattern.regex.groupindex else None
            _speak(found, m.start("src"), cue, pattern.name)
    _context(found, letters, quotations, n, before, reopened, starts)
    return list(found.values())


def _speak(found: dict[int, Candidate], source: int, cue: int | None, name: str) -> None:
    known = found.get(source)
    if known is None:
        found[source] = Candidate(source, cue, [name])
    else:
        known.patterns.append(name)
        if known.cue is None and cue is not None:
            found[source] = known._replace(cue=cue)


def _context(
    found: dict[int, Candidate],
    letters: str,
    quotations: list[int],
    n: int,
    before: Candidate | None,
    reopened: bool,
    starts: bool,
) -> None:
    at = quotations[n]
    paragraph = letters.rfind("\n", 0, at) + 1
    kind = "sentence" if starts else "fragment"
    begin = max(letters.rfind(c, 0, at) for c in ".\nQ;") + 1
    m = _OPENER.search(letters, begin, at)
    if m is not None:
        _speak(found, m.start("src"), m.start("cue"), "first_subject")
        m = _MAIN.match(letters, begin, at)
        if m is not None:
            _speak(found, m.start("src"), m.start("cue"), "main_subject")
    if before is not None:
        if reopened:
            _speak(found, before.source, before.cue, "continues_quotation")
        elif quotations[n - 1] >= paragraph:
            between = letters[quotations[n - 1] + 1 : at]
            where = (
                "same_sentence"
                if not regex.search(r"[.;]", between) and letters[quotations[n - 1]] not in "QE"
                else "same_paragraph"
            )
            _speak(found, before.source, before.cue, f"continues_{where}_{kind}")
        elif letters.count("\n", quotations[n - 1], at) == 1:
            alone = (
                "alone"
                if at == paragraph and letters[at + 1 : at + 2] in ("\n", "", "Q", "E", "q", "m")
                else "beside"
            )
            _speak(found, before.source, before.cue, f"continues_next_paragraph_{kind}_{alone}")
    if not starts:
        return
    if at > paragraph:
        m = _last(_OPENER, letters, paragraph, at)
        if m:
            spoken = "said" if letters[m.start("cue")] == "V" else "did"
            _speak(found, m.start("src"), m.start("cue"), f"sentence_before_{spoken}")
        return
    last = paragraph - 1
    if last <= 0:
        return
    first = letters.rfind("\n", 0, last) + 1
    m = _last(_OPENER, letters, first, last)
    if m:
        spoken = "said" if letters[m.start("cue")] == "V" else "did"
        colon = "colon" if letters[last - 1] == ":" else "plain"
        _speak(found, m.start("src"), m.start("cue"), f"paragraph_before_{spoken}_{colon}")


def _last(pattern: regex.Pattern[str], letters: str, start: int, end: int) -> regex.Match[str] | None:
    """Return the first match in the last sentence between two indices that has one."""
    while start < end:
        edge = max(letters.rfind(c, start, end - 1) for c in ".QE\n;")
        m = pattern.search(letters, max(edge + 1, start), end)
        if m is not None:
            return m
        end = edge if edge > start else start
    return None
