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

from typing import NamedTuple

import regex

from quotes.extraction.marks import Quotation
from quotes.extraction.shape import Shape

_PHRASE = regex.compile(
    r"""
      (?P<Q> Q )
    | (?P<out> (?:[ifF]|[iF]?[dj])? D+ (?:0(?:,0)?)? (?![CMrTy]) )        # on Monday, 1 April
    | (?P<out> \( [^()\nQ]{0,24} \) | \.(?=,) )                           # (D-Vt.); the point of "D-Vt.,"
    | (?P<NP>
        (?: d (?:                                                         # the former foreign minister
              [jxryn0CMT] | [Jtz]\.? | (?<=[djRs])v(?=[ryxn]) | (?<=[djs])G(?=[xryn]) | s(?=[jxrynCMTG0v3b]) | (?<=[dsj])[3b]
            | l(?=l{0,2}[CT]) | -(?=[CMTxryj])
            | (?<=[MTry])fd?(?=[CM]) | (?<=[Tr])2d?(?=[CM]) | (?<=M)F(?=[CM])
            )+
          | (?:                                                           # Foreign Minister Mira Danforth
              [CMTryn] | [Jtz]\.? | j(?=[jCMTryn]|x[ry]) | 0(?=[jCMTry]) | (?<![CMTJrys])[xv](?=[ry]) | (?<=[CM])x(?=r[CT]) | b(?=x?[ry]C)
            | s(?=[jxrynCMTG0v3b]) | (?<=s)[jxG3b] | l(?=l{0,2}[CT])
            | (?<=[MT])fd?(?=[CM]) | (?<=[Tr])2d?(?=[CM]) | (?<=M)F(?=[CM])
            )+
        )
        (?: ,? J\.? )?                                                    # Jr.
      )
    | (?P<P> p )
    | (?P<Y> q )
    | (?P<W> e [aHhR]* [cv] )                                             # was asked
    | (?P<V> (?:e|(?<=[pq])s) [aHhR]* g )                                 # is saying
    | (?P<I> 2 R* [bn](?!f) )                                             # to say
    | (?P<u> 2 R* [uvx] )
    | (?P<A> A 2? )
    | (?P<V> [aHhR]* (?: c | (?<=[CMpqryTJnsRh,xQwk])3 | (?<=[aHpqhyrxRsw])b ) )
    | (?P<G> R* g )
    | (?P<v> [aHhR]* (?: v | u ) )
    | (?P<g> R* G )
    | (?P<v> H )
    | (?P<out> [aR0h/@]+ )
    | (?P<one> [\s\S] )
    """,
    regex.VERBOSE,
)
# Letters of single words that come out as another.
_ONE = (
    dict.fromkeys("b3ltzj", "x")
    | dict.fromkeys("rny", "D")
    | {"o": "O", "d": "B", "s": "S", "2": "i", "F": "i"}
)


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
    for m in _PHRASE.finditer(source):
        kind = m.lastgroup
        a, b = m.span()
        if kind == "out":
            continue
        if kind == "one":
            letter = _ONE.get(source[a], source[a])
        elif kind == "NP":
            letter = _head(source, a, b)
        elif kind == "Q":
            letter = _ending(text, quotations[len(where)])
            where.append(len(letters))
        else:
            letter = str(kind)
        if letter == "," and letters and letters[-1] == ",":
            continue
        letters.append(letter)
        first.append(a)
        last.append(b)
    return Phrases("".join(letters), first, last, where)


def _head(source: str, a: int, b: int) -> str:
    """Letter of a noun phrase, by its last word."""
    last = source[b - 1]
    if last == "." and b - a > 2:
        last = source[b - 2]
    if source[a] == "d":
        joint = max(source.find("f", a, b), source.find("2", a, b))
        if joint > 0 and (source[joint - 1] in "ry" or (source[joint - 1] == "T" and b - joint < 4)):
            return "D"  # "the mayor of London"
    if last in "CMJt" or (last == "T" and source[a] != "d" and b - a > 1):
        return "N"
    return "D" if last in "rynT3b" else "B"


def _ending(text: str, q: Quotation) -> str:
    inside = text[q.end - 1]
    if inside == ",":
        return "q"
    if inside in "?!…":
        return "E"
    return "Q" if inside == "." or not q.closed else "m"
