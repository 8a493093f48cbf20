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
from itertools import compress
from typing import Final, NamedTuple

from quotes.extraction.marks import MARKS, Quotation
from quotes.extraction.shape import Shape

# What takes more than one letter to tell; all else is told letter by letter. `re` splits three times as fast
# as `regex`, and fastest without named groups, where alternatives begin with a plain letter (so a look at
# what stands before it comes behind it) and where the most frequent come first.
_PHRASE: Final = re.compile(
    r"""(
      d (?:                                                               # the former foreign minister
          [xryn0CMT] | j(?!D) | [Jtz]\.? | v(?<=[djRs]v)(?=[ryxn]) | G(?<=[djs]G)(?=[xryn]) | g(?<=dg)(?=x)
        | c(?<=[dj]c)(?=j?[rynx]) | &(?<=[rT]&)(?=[jCMTxr]{0,5}[rT](?![rCJs]))
        | s(?=[jxrynCMTG0v3bu]) | [3bu](?<=[dsj].) | l(?=l{0,2}[CT]) | -(?=[CMTxryj])
        | D(?<=[dDsj]D)(?=D?[jCM]{0,4}n)                                  # her March comment
        | f(?<=[MTry]f)d?(?=[CM]) | 2(?<=[Tr]2)d?(?=[CM])
        | F(?:(?<=MF)(?=[CM])|(?<=[CMs]TF)(?=[CM])|(?<=fdTF)(?=C)|(?<=TF)(?=C{3}|C{1,2}&C{3}|CCl|C,CC?&))
        | ,(?<=[MT][fF]C,)(?=CC?&d?C)CC?&d?                               # of Trade, Land and the Sea
        | \[[^]]{1,3}\](?=[CJ]) | f(?<=df)o                                  # one of them
        | &(?<=dC&)(?=CC?M)                                               # the Truth and Justice Council
        | f(?:(?<=MfCf)|(?<=MfCCf))(?=C)
        | &(?:(?<=[MTy][fF]C&)|(?<=[MT][fF]CC&))(?=C(?![CJ])|C{3})        # the Ministry of Water and Trade
        )+ (?: ,? J\.? (?!C) )?
    | (?=[CMTJryntzj0xvbsGl3fF2]) (?:                                     # Foreign Minister Mira Danforth
          [CMTryn] | [Jtz]\.? | j(?=[jCMTrynt]|x[ry]) | 0(?=-?[jCMTry]) | -(?<=0-)(?=r)
        | [xv](?<![CMTJrys].)(?=[ry]) | x(?<=[CM]x)(?=r[CT]) | b(?=x?[ry]C)
        | s(?=[jxrynCMTG0v3bu]|D+n) | [jxG3bu](?<=s.) | l(?=l{0,2}[CT]) | D(?<=[Ds]D)(?=D?n)
        | s(?=g[c3]) | g(?<=sg)(?=[c3]) | x(?<=s[jG]x)(?![CMTJ])          # its new plan, her thinking
        | &(?<=[rTt.]&)(?=[jCMTxr]{0,5}[rTt]\.?[CJ])
        | f(?<=[MT]f)d?(?=[CM]) | 2(?<=[Tr]2)d?(?=[CM])
        | F(?:(?<=MF)(?=[CM])|(?<=[CMs]TF)(?=[CM])|(?<=fdTF)(?=C)|(?<=TF)(?=C{3}|C{1,2}&C{3}|CCl|C,CC?&))
        | F(?=xCC)(?<=TF) | x(?<=TFx)                                     # Rapporteur on torture N
        | ,(?<=[MT][fF]C,)(?=CC?&d?C)CC?&d?                               # of Trade, Land and the Sea
        | &(?:(?<=[MTy][fF]C&)|(?<=[MT][fF]CC&))(?=C(?![CJ])|C{3})
        | f(?:(?<=MfCf)|(?<=MfCCf))(?=C)                                  # Ministry of Water of Velmora
        | \[[^]]{1,3}\](?=[CJ])                                           # Oskar “the Ox” Brandt
        )+ (?: ,? J\.? (?!C) )?                                                 # Jr.
    | [cvu] | 3(?<=[CMpqryTJnsRhu,xQwk]3)(?!(?<=k3)e) | b(?:(?<=[aHpqhyrxRsw]b)|(?<=nb)(?=[dCTMopqkQ2]))
    | [aHhR]+ (?: [cvu] | 3(?<=[Rh]3) | b )
    | e [aHhR]* [cvg] | s(?<=[pq]s) [aHhR]* g                             # was asked, is saying
    | 2 R* (?: [bn](?!f) | [uvx] | H R* [cv] )                            # to say, to have said
    | A 2?
    | [gG] | R+ [gG]
    | [HQpq]
    | (?: [ifFdj](?:D|(?<=[iF])[dj]D)D* | D+ ) (?:0(?:,0)?)? (?![CMrTyn])   # on Monday, 1 April
    | \( [^()\nQ]{0,24} \) | \.(?=,)                                     # (D-Vt.); the point of "D-Vt.,"
    | [aR0h/@]+
    )""",
    re.VERBOSE,
)
# What such a piece is, by its own letters; any other is a noun phrase.
_KIND: Final = re.compile(
    r"""
      (?P<out> [aR0h/@]+ | \(.* | \. | [^D]*D[D0,]* )
    | (?P<Q> Q )
    | (?P<P> p )
    | (?P<Y> q )
    | (?P<W> e[aHhR]*[cv] )
    | (?P<I> 2R*(?:[bn]|HR*c) )
    | (?P<u> 2R*(?:[uvx]|HR*v) )
    | (?P<A> A2? )
    | (?P<V> [es][aHhR]*g | [aHhR]*[c3b] )
    | (?P<G> R*g )
    | (?P<g> R*G )
    | (?P<v> [aHhR]*[vu] | H )
    """,
    re.VERBOSE | re.DOTALL,
)
# Letters of single words that come out as another.
_ONE: Final = str.maketrans("b3ltzjrnyods2F[]", "xxxxxxDDDOBSii()")
# "the Secretary of State for European Affairs": what is in an office's name, and nobody behind it.
_OFFICE: Final = re.compile(
    r"(?<!Mfd)(?<!MfdC)T(?:[fF2]d?[CM]+(?:&d?[CM]+)?)*[fF2]d?(?:C{1,2}|(?:CC?,)?C{1,2}&d?C{1,2}|[CM]*M)$"
)
_QUOTATION: Final = re.compile("Q")
# “critics, among them the editor, say”: a verb behind an aside of people, though in its base form.
_ASIDE_OF_MANY: Final = re.compile("(y,[iwd][^,.\n]{1,24},)b")
_NONE: Final = "\0"  # no phrase begins or ends with a token; a number alone, which may be one
_NUMBER: Final = "\1"
_COMMAS: Final = re.compile(rb"([,-])(?:\0*\1)+")
_MANY: Final = 10_000  # pieces remembered, and their letters
_LONGEST: Final = 16


class Phrases(NamedTuple):
    """`letters[k]` tells the kind of the k-th phrase; its tokens are `first[k]` up to `last[k]`."""

    letters: str
    first: list[int]
    last: list[int]
    quotations: list[int]
    """Index of the phrase that is the n-th quotation."""


def fold(shape: Shape, quotations: tuple[Quotation, ...], text: str) -> Phrases:
    """Return the phrases of a shape, in order; times, asides, adverbs and numbers are left out."""
    source = _ASIDE_OF_MANY.sub(_verb, shape.letters)
    parts = _PHRASE.split(source)  # single letters, a piece, single letters, a piece, …
    pieces = parts[1::2]
    # For each token, the letter of the phrase that begins with it, and of the one that ends with it.
    parts[1::2] = map(_BEGUN.__getitem__, pieces)
    begun = bytearray("".join(parts).translate(_ONE), "ascii")
    parts[1::2] = map(_ENDED.__getitem__, pieces)
    ended = bytearray("".join(parts), "ascii")
    _mend_odd_ends(source, begun, ended)
    begins, ends = _COMMAS.sub(_one_comma, begun), _COMMAS.sub(_one_comma, ended)
    first = list(compress(range(len(source)), begins))
    last = list(compress(range(1, len(source) + 1), ends))
    letters = begins.decode("ascii").replace(_NONE, "")
    where = [m.start() for m in _QUOTATION.finditer(letters)]
    between = letters.split("Q")
    between[1:] = [_ending(text, q) + rest for q, rest in zip(quotations, between[1:], strict=True)]
    return Phrases("".join(between), first, last, where)


class _Spread(dict[str, str]):
    """Pieces with the letter of each at its first or last token; the first ones met are remembered."""

    def __init__(self, *, at_last: bool) -> None:
        super().__init__()
        self._at_last = at_last

    def __missing__(self, piece: str) -> str:
        kind = _NUMBER if piece == "0" else _told(piece)
        letter, rest = _NONE if kind == "out" else kind, _NONE * (len(piece) - 1)
        spread = rest + letter if self._at_last else letter + rest
        if len(piece) <= _LONGEST and len(self) < _MANY:
            self[piece] = spread
        return spread


_BEGUN: Final = _Spread(at_last=False)
_ENDED: Final = _Spread(at_last=True)


def _mend_odd_ends(source: str, begun: bytearray, ended: bytearray) -> None:
    """Make odd ends of noun phrases things: a number before an adjective, a verb in -ing behind an 's."""
    number, at = ord(_NUMBER), 0
    while (at := begun.find(number, at)) >= 0:
        begun[at] = ended[at] = ord("B") if source.startswith("j", at + 1) else ord(_NONE)
    at = 0
    while (at := source.find("sG", at) + 1) > 0:
        if begun[at] == ord("g"):
            begun[at] = ord("B")


def _verb(m: re.Match[str]) -> str:
    return m.group(1) + "c"


def _one_comma(m: re.Match[bytes]) -> bytes:
    return m.group(1).ljust(len(m.group()), b"\0")


def _told(piece: str) -> str:
    """Return the letter of a piece of several letters, "out" for what is left out."""
    m = _KIND.fullmatch(piece)
    return str(m.lastgroup) if m is not None else _head(piece) if piece else "out"


def _head(piece: str) -> str:
    """Letter of a noun phrase, by its last word."""
    last = piece[-1]
    if last == "." and len(piece) > 2:
        last = piece[-2]
    joint = max(map(piece.find, "f2F"))
    somebodys = joint > 0 and (piece[0] == "d" or "s" in piece[:joint])
    if somebodys and (piece[joint - 1] in "ry" or _OFFICE.search(piece)):
        return "D"  # "the mayor of London", "Velmora's envoy to the United Nations"
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
