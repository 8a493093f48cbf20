"""What a language has to say of days: how they are named, and which words tie one to what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DateWords:
    """One language's words for days, in lower case."""

    weekdays: Mapping[str, int]
    """0 for Monday."""
    months: Mapping[str, int]
    days: Mapping[str, int]
    """Words for a day, by how many days it lies back: yesterday 1."""
    before_yesterday: tuple[str, ...]
    """What makes yesterday the day before it."""
    parts: frozenset[str]
    """Parts of a day: morning."""
    nights: frozenset[str]
    """Parts of a day of which the last was yesterday: last night."""
    units: Mapping[str, str]
    """The forms of day, week, month, year and weekend."""
    numbers: Mapping[str, int]
    ordinals: frozenset[str]
    """Endings of a number that make it a day: 5th."""
    this: frozenset[str]
    last: frozenset[str]
    next: frozenset[str]
    same: frozenset[str]
    """Words before the day spoken of last: that day."""
    following: frozenset[str]
    """Words before the day behind the one spoken of last: the next day."""
    ago: frozenset[str]
    the: frozenset[str]
    of: frozenset[str]
    holidays: Mapping[tuple[str, ...], tuple[int, int]]
    """Month and day."""
    feasts: Mapping[tuple[str, ...], int]
    """Days behind Easter."""
    named_days: frozenset[str]
    """Words before a weekday that make it a name: Black Friday."""
    leading: frozenset[str]
    """Words that belong to the phrase before it: on, late."""
    on: frozenset[str]
    """Those of them behind which a number alone is a day, or a year: on the 5th, in 2019."""
    apart: frozenset[str]
    """Words before a phrase that make it another time than the one named: since, until."""
    ranges: frozenset[str]
    """Words between two ends of a stretch of time."""

    occasions: frozenset[str]
    """Nouns for what one speaks at or in, which are not all nouns of speech alone: ceremony, tweet."""
    speaking: frozenset[str]
    """Lemmas of verbs for being where one speaks, or for doing what takes words: meet, sign, resign."""
    acting: frozenset[str]
    """Lemmas of verbs of saying that mostly mean a deed: begin, call off."""
    issuing: frozenset[str]
    """Participles of giving out a statement: published."""
    telling: frozenset[str]
    """Lemmas of verbs of saying whose object hears the words: tell."""
    stating: frozenset[str]
    """Lemmas of verbs of saying behind which a noun begins what was said: say the talks …."""
    during: frozenset[str]
    """Words before what goes on while something is said: as, during."""
    at: frozenset[str]
    """Prepositions before the place or the occasion: in, at."""
    by: frozenset[str]
    """Prepositions between something said and whose words it is: an interview with, a statement by."""
    throughout: frozenset[str]
    """Prepositions before what goes on while all else that the sentence tells is done: during."""
    where: frozenset[str]
    """Conjunctions of place, behind a comma of which a story goes on."""
    about: frozenset[str]
    """Prepositions before what is spoken of: of, about."""
    after: frozenset[str]
    """Prepositions before an occasion that is over: after."""
    adding: frozenset[str]
    """Lemmas of verbs for going on where another has ended: add."""
    to: frozenset[str]
    """Prepositions before whoever is spoken to."""
    beside: frozenset[str]
    """Prepositions before whoever has spoken at the same occasion: beside him."""
    future: frozenset[str]
    """Auxiliaries of what has not been done yet: will."""
    again: frozenset[str]
    """Words for another time than that spoken of: later."""
    own: frozenset[str]
    """Those of them that are an occasion of their own: an interview."""
    indefinite: frozenset[str]
    definite: frozenset[str]
    speakers: tuple[str, ...]
    """Pronouns of those who speak, as they write them: I."""
    doing: tuple[str, ...]
    """Forms of verbs that do what they say: announce."""
    authors: frozenset[str]
    """Nouns for those who write what is published, and for that: researchers, study."""
    hearers: frozenset[str]
    """Nouns for those who have come to an occasion, and what points at them: crowd, those."""
    joining: frozenset[str]
    """Participles of being with somebody who has spoken: joined."""
    arriving: frozenset[str]
    """Nouns for the end of what one has done: upon arrival."""
    remarks: frozenset[str]
    """Verbs by which it is told when something was said: his remarks came on Monday."""
    portions: frozenset[str]
    """Nouns for a part of something said: part of the statement."""
    preceding: frozenset[str]
    """Words before the day before the one spoken of last: the previous day."""
    answers: frozenset[str]
    """Lemmas of verbs and nouns for an answer, given on the day of what it answers."""
