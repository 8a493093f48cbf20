"""The ordered, named table of rules that give a quotation its source.

A rule is a pattern over the letters of quotes.extraction.phrases. It is tried either just behind the
quotation or, read backwards, up to its opening mark, and names the phrases `src` and, mostly, `cue`.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

_PP = r"(?:[if][NDBOxPfm&]{1,3}){0,4}"
_ASIDE = (
    r"(?:,[^QE.;:\n]{1,40}?,|-[^-QE.;:\n]{1,40}?-|w[VvWeGg][^,.:;\nQE]{0,14},?|,[if][^,.:;\nQEVvG]{1,8}|,)?"
)
_SOURCE = r"(?<![if])(?P<src>[NP]|(?<!(?<![if])N,)D)"
_SUBJECT = rf"{_SOURCE}{_PP}{_ASIDE}"
_NEAR = r"[^VGIWQ.;\n]{0,40}?"
_FAR = r"[^Q.;\n]{0,60}?"


class Rule(NamedTuple):
    """One named pattern; `endings` are the letters of the quotations it is tried on."""

    name: str
    behind: bool
    endings: str
    pattern: regex.Pattern[str]


def _behind(name: str, endings: str, pattern: str) -> Rule:
    return Rule(name, True, endings, regex.compile(pattern))


def _before(name: str, endings: str, pattern: str) -> Rule:
    return Rule(name, False, endings, regex.compile(rf"(?r)(?:{pattern})\Z"))


RULES = (
    _behind("after_subject", "qE", rf"[,-]?{_SUBJECT}x?(?P<cue>V)"),
    _behind("after_verb", "qE", r"[,-]?(?P<cue>V)(?P<src>[NDP])"),
    _behind("after_according", "qEm", r",?(?P<cue>A)(?P<src>[ND])"),
    _before("before_complement", "qmQE", rf"{_SUBJECT}(?P<cue>V)k?P[VveWu]{_NEAR}"),
    _before("before_complement_ing", "qmQE", rf"{_SUBJECT}[VvWe]{_FAR}(?P<cue>G)k?P[VveWu]{_NEAR}"),
    _before("before_direct", "qmQE", rf"{_SUBJECT}(?P<cue>V)[,:k]{{0,2}}"),
    _before("before_object", "qmQE", rf"{_SUBJECT}(?P<cue>V)[NDBOifx]{{1,8}}[,:k]{{1,2}}"),
    _before("before_relative_object", "qmQE", rf"wx?(?P<src>[NDP])(?P<cue>V){_NEAR}"),
    _before("before_relative", "qmQE", rf"(?P<src>[NDw]),?w(?P<cue>V){_NEAR}"),
    _before("before_near", "qmQE", rf"{_SUBJECT}(?P<cue>V){_NEAR}"),
    _before("before_according", "qmQE", rf"(?P<cue>A)(?P<src>[ND]){_FAR}"),
    _before("before_chain", "qmQE", rf"{_SUBJECT}[VvWe]{_FAR}(?P<cue>[GIV]){_NEAR}"),
    _before("before_far", "qmQE", rf"{_SUBJECT}(?P<cue>V){_FAR}"),
    _behind("after_loose_subject", "m", rf"[,-]?{_SUBJECT}x?(?P<cue>V)"),
    _behind("after_loose_verb", "m", r"[,-]?(?P<cue>V)(?P<src>[NDP])"),
    _behind("after_far", "qmE", rf"[^Q.;\n]{{1,40}}?,{_SUBJECT}(?P<cue>V)"),
    _behind("after_far_according", "qmE", rf"[^Q.;\n]{{1,40}}?,?(?P<cue>A)(?P<src>[ND])"),
    _before("before_subject", "qmQE", rf"{_SUBJECT}(?P<cue>[vWe]){_FAR}"),
    _before("before_thing", "qmQE", rf"(?<![if])(?P<src>B){_PP}(?P<cue>V){_NEAR}"),
)


_OPENER = regex.compile(rf"{_SUBJECT}(?P<cue>[VvWe])")
_SPEAKING = regex.compile(rf"{_SUBJECT}(?P<cue>V)")


class Link(NamedTuple):
    """Which phrase is the source of a quotation, which the cue, and by which rule."""

    source: int
    cue: int | None
    rule: str


def attribute(letters: str, quotations: list[int], starts: list[bool], reopened: list[bool]) -> list[Link | None]:
    """Return a link, or None, for each quotation at the given indices of the phrases.

    `starts` says which quotations begin like a sentence, `reopened` which go on one left open.
    """
    links: list[Link | None] = []
    for n, at in enumerate(quotations):
        link = _in_sentence(letters, at)
        if link is None or (link.rule in _WEAK_RULES and starts[n]):
            link = _in_context(letters, quotations, n, links, starts[n], reopened[n]) or link
        links.append(link)
    return links


_WEAK_RULES = {"before_subject", "before_thing", "after_loose_subject", "after_loose_verb"}


def _in_sentence(letters: str, at: int) -> Link | None:
    ending = letters[at]
    for rule in RULES:
        if ending not in rule.endings:
            continue
        if rule.behind:
            m = rule.pattern.match(letters, at + 1)
        else:
            m = rule.pattern.search(letters, max(0, at - 160), at)
        if m is not None:
            return Link(m.start("src"), m.start("cue"), rule.name)
    return None


def _in_context(
    letters: str, quotations: list[int], n: int, links: list[Link | None], starts: bool, reopened: bool
) -> Link | None:
    at = quotations[n]
    paragraph = letters.rfind("\n", 0, at) + 1
    before = links[n - 1] if n else None
    if reopened and before is not None:
        return before._replace(rule="continues_quotation")
    if not starts:
        return None
    if n and quotations[n - 1] >= paragraph:
        if before is None:
            return None
        m = _last(_SPEAKING, letters, quotations[n - 1] + 1, at)
        if m is not None and not (before.source >= quotations[n-1] and m.start("src") <= before.source):
            return Link(m.start("src"), m.start("cue"), "new_subject")
        return before._replace(rule="continues_paragraph")
    if at > paragraph:
        m = _last(_OPENER, letters, paragraph, at)
        return Link(m.start("src"), m.start("cue"), "intro_sentence") if m else None
    last = paragraph - 1
    first = letters.rfind("\n", 0, last) + 1 if last > 0 else 0
    if last <= 0:
        return None
    if letters[last - 1] == ":":
        m = _last(_OPENER, letters, first, last)
        if m: return Link(m.start("src"), m.start("cue"), "intro_colon")
    if before is not None and quotations[n - 1] >= first:
        return before._replace(rule="continues_next_paragraph")
    m = _last(_OPENER, letters, first, last)
    return Link(m.start("src"), m.start("cue"), "intro_paragraph") if m else None


def _last(pattern: regex.Pattern[str], letters: str, start: int, end: int) -> regex.Match[str] | None:
    """Return the first match in the last sentence between two indices that has one."""
    while start < end:
        edge = max(letters.rfind(c, start, end - 1) for c in ".QE\n;")
        m = pattern.search(letters, max(edge + 1, start), end)
        if m is not None:
            return m
        end = edge if edge > start else start
    return None
