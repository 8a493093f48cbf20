r"""Fold the letters of a text's words into those of its phrases, which the patterns of attribution are over.

The letters:

    q  quotation that ends in a comma    m  that ends in no mark    Q  that ends its sentence    E  in ? ! …
    N  name, with its titles and roles   D  person, body or document with no name ("the minister")
    B  any other thing                   P  he, she, they           Y  it, we, I, you        O  other pronoun
    V  verb of saying, finite          v  other verb, finite      W  passive                   e  form of "be"
    G  verb of saying, -ing              g  other verb, -ing
    I  verb of saying after "to"         u  other verb after "to"
    A  "according to"                    i  preposition             f  "of"
    w  who, which                        k  that, because, when     &  and, but, or
    S  possessive left over              x  any other word
    , : ; . - ( ) \n  as in the text
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from quotes.extraction.marks import MARKS, Quotation
from quotes.extraction.shape import Shape

# What takes more than one letter to tell; all else is told letter by letter. `re` splits three times as fast
# as `regex`, and fastest without named groups and where alternatives begin with a plain letter.
_PHRASE = re.compile(
    r"""(
      [Qpq]
    | (?=[ifFjdD]) (?:[ifF]|[iF]?[dj])? D+ (?:0(?:,0)?)? (?![CMrTy])      # on Monday, 1 April
    | \( [^()\nQ]{0,24} \) | \.(?=,)                                     # (D-Vt.); the point of "D-Vt.,"
    | d (?:                                                               # the former foreign minister
          [jxryn0CMT] | [Jtz]\.? | (?<=[djRs])v(?=[ryxn]) | (?<=[djs])G(?=[xryn])
        | s(?=[jxrynCMTG0v3b]) | (?<=[dsj])[3b] | l(?=l{0,2}[CT]) | -(?=[CMTxryj])
        | (?<=[MTry])fd?(?=[CM]) | (?<=[Tr])2d?(?=[CM]) | (?<=M)F(?=[CM])
        )+ (?: ,? J\.? )?
    | (?=[CMTJryntzj0xvbsGl3fF2]) (?:                                     # Foreign Minister Mira Danforth
          [CMTryn] | [Jtz]\.? | j(?=[jCMTryn]|x[ry]) | 0(?=[jCMTry])
        | (?<![CMTJrys])[xv](?=[ry]) | (?<=[CM])x(?=r[CT]) | b(?=x?[ry]C)
        | s(?=[jxrynCMTG0v3b]) | (?<=s)[jxG3b] | l(?=l{0,2}[CT])
        | (?<=[MT])fd?(?=[CM]) | (?<=[Tr])2d?(?=[CM]) | (?<=M)F(?=[CM])
        )+ (?: ,? J\.? )?                                                 # Jr.
    | e [aHhR]* [cvg] | (?<=[pq])s [aHhR]* g                              # was asked, is saying
    | 2 R* (?: [bn](?!f) | [uvx] )                                        # to say
    | A 2?
    | [aHhR]* (?: [cvu] | (?<=[CMpqryTJnsRh,xQwk])3 | (?<=[aHpqhyrxRsw])b )
    | R* [gG]
    | H
    | [aR0h/@]+
    )""",
    re.VERBOSE,
)
# What such a piece is, by its own letters; any other is a noun phrase.
_KIND = re.compile(
    r"""
      (?P<out> [aR0h/@]+ | \(.* | \. | [^D]*D.* )
    | (?P<Q> Q )
    | (?P<P> p )
    | (?P<Y> q )
    | (?P<W> e[aHhR]*[cv] )
    | (?P<I> 2R*[bn] )
    | (?P<u> 2R*[uvx] )
    | (?P<A> A2? )
    | (?P<V> [es][aHhR]*g | [aHhR]*[c3b] )
    | (?P<G> R*g )
    | (?P<g> R*G )
    | (?P<v> [aHhR]*[vu] | H )
    """,
    re.VERBOSE | re.DOTALL,
)
# Letters of single words that come out as another.
_ONE = str.maketrans("b3ltzjrnyods2F", "xxxxxxDDDOBSii")
_SHORT = 16  # pieces up to this length are worth remembering


class Phrases(NamedTuple):
    """`letters[k]` tells the kind of the k-th phrase; its tokens are `first[k]` up to `last[k]`."""

    letters: str
    first: list[int]
    last: list[int]
    quotations: list[int]
    """Index of the phrase that is the n-th quotation."""


def fold(shape: Shape, quotations: tuple[Quotation, ...], text: str) -> Phrases:
    """Return the phrases of a shape, in order; times, asides, adverbs and numbers are left out."""
    letters: list[str] = []
    first: list[int] = []
    last: list[int] = []
    where: list[int] = []
    source = shape.letters
    parts = [*_PHRASE.split(source), ""]
    edges = list(accumulate(map(len, parts)))
    comma = False
    for singles, piece, a, b in zip(parts[::2], parts[1::2], edges[::2], edges[1::2], strict=True):
        for k, letter in enumerate(singles.translate(_ONE), a - len(singles)):
            if not comma or letter != ",":
                letters.append(letter)
                first.append(k)
                last.append(k + 1)
                comma = letter == ","
        kind = _kind(piece) if b - a < _SHORT else _told(piece)
        if (piece == "0" and source.startswith("j", b)) or (piece == "G" and source.endswith("s", 0, a)):
            kind = "B"  # an odd end of a noun phrase
        if kind == "out":
            continue
        if kind == "Q":
            kind = _ending(text, quotations[len(where)])
            where.append(len(letters))
        letters.append(kind)
        first.append(a)
        last.append(b)
        comma = False
    return Phrases("".join(letters), first, last, where)


def _told(piece: str) -> str:
    """Return the letter of a piece of several letters, "out" for what is left out."""
    m = _KIND.fullmatch(piece)
    return str(m.lastgroup) if m is not None else _head(piece) if piece else "out"


_kind = lru_cache(maxsize=4096)(_told)


def _head(piece: str) -> str:
    """Letter of a noun phrase, by its last word."""
    last = piece[-1]
    if last == "." and len(piece) > 2:
        last = piece[-2]
    if piece[0] == "d":
        joint = max(piece.find("f"), piece.find("2"))
        if joint > 0 and (piece[joint - 1] in "ry" or (piece[joint - 1] == "T" and len(piece) - joint < 4)):
            return "D"  # "the mayor of London"
    if last in "CMJt" or (last == "T" and piece[0] != "d" and len(piece) > 1):
        return "N"
    return "D" if last in "rynT3b" else "B"


def _ending(text: str, q: Quotation) -> str:
    inside = text[max(q.start, q.end - 8) : q.end].rstrip(MARKS)[-1:]
    if inside == ",":
        return "q"
    if inside and inside in "?!…":
        return "E"
    return "Q" if inside == "." or not q.closed else "m"
