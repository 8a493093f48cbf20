"""More quotes that a page can get wrong: longer than a card, and against HTML."""

from __future__ import annotations

from typing import Any

from ...export.awkward import AWKWARD as IN_ANY_FORMAT
from ...export.awkward import Awkward

HOSTILE = "</style></title></textarea><script>alert(1)</script><img src=x onerror=alert(1)> & \"it\" 'is'"
_TAGGED = "<b onclick=alert(1)>Mira</b>"


def _said(name: str, words: str, speaker: str = "Mira Danforth", **document: Any) -> Awkward:
    rest = {"cue": "said", "cue_lemma": "say", "source": speaker}
    return Awkward(name, f"“{words}” said {speaker}.", (words,), speaker, document, rest)


def _long(words: str, length: int = 10_000) -> str:
    return (words * (length // len(words) + 1))[:length].rstrip()


AWKWARD = (
    *IN_ANY_FORMAT,
    _said(
        "an Arabic article",
        "الميناء يبقى مفتوحا، وقد قلتها ثلاث مرات في Tessary.",
        "ميرا دنفورث",
        title="المبعوثة: الميناء يبقى مفتوحا",
        outlet="بريد الميناء",
    ),
    _said("long Latin", _long("The negotiations went on through the night and nobody left the room. ")),
    _said("long Chinese", _long("港口仍然开放")),
    _said("long emoji", _long("👩🏽‍🚀")),
    _said("one long word", _long("Donaudampfschifffahrt")),
    _said(
        "long names",
        _long("<&>", 800),
        _long("Mira & ", 190),
        title=_long("Harbour & ", 900),
        outlet=_long("Dispatch ", 150),
        url="https://dispatch.example/" + "a&" * 800,
    ),
    _said(
        "hostile", HOSTILE, _TAGGED, title=HOSTILE, outlet=HOSTILE, author=HOSTILE, url="javascript:alert(1)"
    ),
    _said("turned around", "Left \u202eto right.", "Mira \u202eDanforth"),
    _said("control characters", "A bell \x07 rings, \ufffe nobody hears."),
)  # fmt: skip
