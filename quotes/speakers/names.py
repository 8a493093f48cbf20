"""Names as people write them, folded so that the forms of one name meet. Pure functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import regex

# Letters that Unicode does not take apart, and how names are written without them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe"}
)
_APOSTROPHES = regex.compile(r"['’‘ʼʻ`´]")
_SEPARATORS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_ACCENTS = regex.compile(r"[\u0300-\u036f]+")
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’ʼ\-‐‑]*")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _set(
    """
    mr mrs ms miss mx messrs dr prof professor sir dame lord lady madam madame mme monsieur herr frau senor
    senora president premier chancellor minister secretary ambassador envoy consul attache commissioner king
    queen prince princess emperor empress emir sheikh sheikha sultan shah pope cardinal archbishop bishop
    patriarch ayatollah imam rabbi rev reverend general gen lieutenant lt colonel col major maj captain capt
    admiral adm marshal brigadier sergeant sgt senator sen representative rep congressman congresswoman
    governor gov mayor judge justice attorney chairman chairwoman chairperson chair speaker spokesman
    spokeswoman spokesperson director chief excellency highness majesty holiness
    """
)
# Words that belong to a title, but only together with one of the above.
_TITLE_PARTS = _set(
    """
    the former ex acting interim outgoing incoming late then vice deputy assistant under first prime foreign
    defence defense interior finance crown grand supreme high special permanent his her their royal of for
    and state affairs external
    """
)
_TITLE_ENDS = _TITLES | {"state", "affairs"}
SUFFIXES = _set("jr sr ii iii iv")
_PARTICLES = _set(
    """
    al el ul ar as ad an bin ibn bint ben abu abd von van der den de del della da di du dos das la le ter zu
    """
)
_SMALL_WORDS = _set("of for the and on in de la des du et")


def fold(name: str) -> str:
    """Return the key of a name: no case, accents, punctuation or titles ("Mr. DANFORTH" -> "danforth").

    A name that is nothing but titles ("the Speaker") keeps them; one without a letter or digit is only
    trimmed, so that the key of a name that is not blank is never empty.
    """
    words = folded_words(name)
    return " ".join(words[title_length(words) :]) or " ".join(name.casefold().split())


def bare_surname(key: str) -> str | None:
    """Return the surname that a key consists of ("von der heide" -> "heide"), None for other keys."""
    words = key.split()
    return words[-1] if words and all(word in _PARTICLES for word in words[:-1]) else None


def name_form(mention: str, full_name: str, *, person: bool) -> str | None:
    """Return the form of a name that a mention shows, None where it describes rather than names.

    That is the longest run of the mention's capitalised words that the full name has too ("Foreign Minister
    Danforth" -> "Danforth"), or its initials ("the IAEA"). Not the last word alone of an organisation's
    name: "the Ministry" describes. A body that is named by whose it is ("Danforth's campaign") has no shorter
    form: "Danforth" is somebody else.
    """
    if not person and full_name.rpartition(" ")[2].islower():
        return None
    known = folded_words(full_name)
    runs = _runs(mention, frozenset(known))
    best = max(runs, key=lambda run: len(folded_words(run)), default=None)
    if best is not None and (person or len(known) == 1 or folded_words(best) != known[-1:]):
        return best
    return None if person else _initials(mention, known)


def best_name(names: Iterable[str]) -> str:
    """Choose which of several spellings with one key to show; the choice does not depend on their order.

    Ordinary capitals go before all capitals or none, no title before a title, accents before none.
    """

    def rank(name: str) -> tuple[bool, int, int, str]:
        return (name.isupper() or name.islower(), len(folded_words(name)), sum(map(str.isascii, name)), name)

    return min(names, key=rank)


def plain(name: str) -> str:
    """Return a name in lower case, without accents and apostrophes."""
    return _APOSTROPHES.sub("", _strip_accents(_strip_accents(name).casefold()).translate(_LETTERS))


@lru_cache(maxsize=4096)  # the same few names come again and again
def folded_words(name: str) -> tuple[str, ...]:
    """Split a name into folded words; initials become one word, with and without their full stops."""
    words: list[str] = []
    in_initials = False
    for word in _SEPARATORS.sub(" ", plain(name)).split():
        if len(word) == 1 and in_initials:
            words[-1] += word
        else:
            words.append(word)
        in_initials = len(word) == 1
    return tuple(words)


def _strip_accents(text: str) -> str:
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)))


def title_length(words: Sequence[str]) -> int:
    """Return how many leading words of a folded name are a title, always leaving one."""
    length = 1 if len(words) > 1 and words[0] == "the" else 0
    titled = False
    for at, word in enumerate(words[:-1]):
        if word not in _TITLES and word not in _TITLE_PARTS:
            break
        titled = titled or word in _TITLES
        if titled and word in _TITLE_ENDS:
            length = at + 1
    return length


def _runs(mention: str, known: frozenset[str]) -> list[str]:
    """Return the stretches of a mention whose words are all known and that begin and end like a name."""
    runs: list[str] = []
    start = end = 0  # of the run that is open; empty when there is none
    for word in _WORD.finditer(mention):
        apart = end and mention[end : word.start()].strip()
        if apart or not known.issuperset(folded_words(word[0])):
            start = end = 0
        if not known.issuperset(folded_words(word[0])):
            continue
        capital = not word[0][0].islower() or folded_words(word[0])[0] in _PARTICLES
        if not end and not capital:
            continue
        start = start if end else word.start()
        end = word.end()
        if capital and not mention[start:end].islower():
            runs.append(" ".join(mention[start:end].split()).rstrip("-‐‑"))
    return runs


def _initials(mention: str, known: Sequence[str]) -> str | None:
    """Return the word of a mention that abbreviates the name, as "IAEA" or "U.N." do."""
    initials = "".join(word[0] for word in known if word not in _SMALL_WORDS)
    for word in _WORD.finditer(mention):
        if len(initials) > 1 and word[0].isupper() and "".join(folded_words(word[0])) == initials:
            return str(word[0])
    return None
