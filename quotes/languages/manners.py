"""What a language has to say for how, to whom and where something is said: a table like `Language`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.types import Channel


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MannerWords:
    """One language's words for the manner of saying, in lower case; verbs by their lemmas."""

    occasions: Mapping[str, Mapping[str, Channel]]
    """By preposition, what channel a noun behind it tells: in a tweet. A noun may be two words."""
    given: Mapping[str, Channel]
    """What channel the object of a verb of giving tells: held a press conference."""
    giving: frozenset[str]
    occasion_nouns: frozenset[str]
    """The last words of all those nouns, documents, and forms of verbs: without them no occasion is told."""
    shared: frozenset[str]
    """Nouns for occasions on which several speak: conference."""
    documents: Mapping[str, Channel]
    """What channel a source tells that is a document or speaks in one way only: the report, the court."""
    judging: frozenset[str]
    """Roles of those who speak in court."""
    parts: frozenset[str]
    """Words before "of" that only lead on: part of a speech."""
    verbs: Mapping[str, Channel]
    """Verbs that tell the channel: tweet."""
    particles: frozenset[str]
    """Words behind which such a verb means something else: rule out."""
    audiences: Mapping[str, Channel | None]
    """What channel it tells whom one talks to: told parliament. None where it may be any."""
    addressing: frozenset[str]
    """Verbs whose object is whom something is said to."""
    speaking: frozenset[str]
    """Those verbs, and words before "to", with which the audience tells the channel."""
    facing: frozenset[str]
    """Those verbs with which only an audience is an addressee: address."""
    directed: Mapping[str, frozenset[str]]
    """By preposition, the words before it with which whoever stands behind is spoken to: remarks to."""
    continuing: frozenset[str]
    """Verbs that go on with what was said before: add."""
    plain: frozenset[str]
    """Verbs that tell no more than that something was said."""
    replying: frozenset[str]
    """Verbs for one message of several: answer."""
    outlets: frozenset[str]
    """Names, or first or last words of names, of papers, agencies and stations."""
    outlet_titles: frozenset[str]
    """Names of them that are other words too: the Hill."""
    outlet_ends: frozenset[str]
    """Last words of longer names of them: Times."""
    outlet_endings: tuple[str, ...]
    """How the last words of their names end."""
    outlet_nouns: frozenset[str]
    """Common nouns for them: newspaper."""
    agency: frozenset[str]
    """Nouns that are one of them behind the words of `news` only: a news agency."""
    news: frozenset[str]
    asked: frozenset[str]
    """What is answered and nobody: a question."""
    carrying: frozenset[str]
    """Lemmas of verbs whose agent passed a statement on, where it is an outlet: carried by X."""
    passing: frozenset[str]
    """Verbs with which an outlet passes words on: report, quote."""
    relay_nouns: frozenset[str]
    """Words, besides the names of outlets, without one of which a sentence credits nobody."""
    leading: frozenset[str]
    """Words that may stand before an addressee: told, wrote, remarks."""
    toward: frozenset[str]
    """Prepositions before an addressee: to."""
    placed: frozenset[str]
    """Prepositions before a place."""
    within: frozenset[str]
    """Those of them before a town or land, be it known or not: in."""
    place_nouns: frozenset[str]
    """Nouns for places where one speaks: headquarters."""
    no_places: frozenset[str]
    """Names behind those prepositions that are no places: in English."""
    visited: frozenset[str]
    """Forms of the verbs of `visiting`."""
    visiting: frozenset[str]
    """Verbs whose object is the place somebody goes to."""
    going: frozenset[str]
    """Verbs behind which a place is where somebody goes."""
    asking: frozenset[str]
    """Verbs for a question: ask."""
    known: frozenset[str]
    """Words before what was mentioned before: the."""
    some: frozenset[str]
    """Words before somebody not mentioned before: a."""
