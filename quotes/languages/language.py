"""What a language has to say for itself: a table that the stages read. No stage asks which language it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quotes.languages.dates import DateWords
from quotes.languages.gazetteer import PlaceName
from quotes.languages.manners import MannerWords
from quotes.languages.offices import OfficeWords


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """One language's words. Where nothing else is said, words are in lower case.

    `letters` gives the kind of a listed word (quotes.extraction.shape lists the kinds), `endings` that of any
    other by how it ends, `cased` that of a word as it is written; `lemmas` the dictionary form of verbs.
    `weights` say how much each pattern and feature counts (quotes.extraction.scoring).
    """

    code: str
    letters: Mapping[str, str]
    lemmas: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    cased: Mapping[str, str]
    calendar: frozenset[str]
    """Days and months, which are no names though they are capitalised."""
    bodies: frozenset[str]
    """Words that make a capitalised name that of a body."""
    body_nouns: frozenset[str]
    """Nouns for a body that speaks: campaign, company."""
    state_bodies: frozenset[str]
    """Nouns for a body that every state has one of: ministry."""
    missions: frozenset[str]
    """Nouns for a body of the state that "of" names: the government of, the embassy of."""
    own_bodies: frozenset[str]
    """Nouns for a body that belongs to somebody: “the campaign” is no other body's."""
    organs: frozenset[str]
    """Nouns for what a body speaks through: “the Herald website” is the Herald."""
    named_after: frozenset[str]
    """Last words of names in which the first is somebody else's: Danforth Tower is not called Danforth."""
    places: frozenset[str]
    seats: frozenset[str]
    """Places that stand for a government: the Kremlin."""
    demonyms: frozenset[str]
    """Nouns for one from somewhere, whom “the” tells of and does not name: the Texan."""
    parties: str
    """Letters for a party, before that of a place: D-Vt."""
    trades: tuple[str, ...]
    """How a word ends that says what somebody does: goalkeeper, sculptor."""
    coming: frozenset[str]
    """What makes a role one of the time to come, behind a hyphen: president-elect."""
    first_names: Mapping[str, str]
    """m or f, or nothing for names given to both."""
    gendered: Mapping[str, str]
    """Titles and roles that tell m or f."""
    generations: Mapping[str, frozenset[str]]
    """What the elder and the younger of two with one name are to each other: father, son."""
    long_titles: Mapping[str, str]
    after_names: frozenset[str]
    """What may stand behind a name and is no part of it."""
    labels: frozenset[str]
    """What a transcript calls those whom it does not name: QUESTION."""
    relaying: frozenset[str]
    """Lemmas of verbs whose subject, behind the words, only passes them on."""
    quoting: frozenset[str]
    """Lemmas of verbs whose object is the speaker: the agency quoted X as saying."""
    naming: frozenset[str]
    """Lemmas of verbs whose passive has the words and, as its agent, the speaker: called “…” by X."""
    labelling: frozenset[str]
    """Lemmas of verbs that give their object words of the subject's: called it “…”."""
    titling: frozenset[str]
    """Participles behind a thing and before its name: a film called “…”."""
    knowing: frozenset[str]
    """Behind a person, what says how near they stand to something: a source close to the talks."""
    joined_by: frozenset[str]
    """Prepositions inside the name of a body: Doctors Without Borders."""
    members: frozenset[str]
    """Words that begin such a name though its preposition is small: Citizens for Lund."""
    naming_one: frozenset[str]
    """Words right before the name of somebody new: a man named X, with the pseudonym X."""
    giving_names: frozenset[str]
    """These, and those that take an “as” or a “herself”: identified only as X."""
    bearing: frozenset[str]
    """Nouns for things that words stand on: a banner that says."""
    legible: frozenset[str]
    """Lemmas of what such a thing does with the words: read, say."""
    whole_bodies: frozenset[str]
    """Nouns for bodies that have the noun, or its first letter, in their names: the ministry, the army."""
    sole_offices: frozenset[str]
    """Offices of a state that nobody has beside another: president."""
    differing: frozenset[str]
    """Lemmas of verbs that bring in whose view comes next: X disagreed."""
    sides: frozenset[str]
    """Words for views that bring it in: X was less sure."""
    reacting: frozenset[str]
    """Lemmas of what hearers do behind a quotation: X nodded."""
    speaking: frozenset[str]
    """Pronouns for whoever speaks: I."""
    delegates: frozenset[str]
    """Those who are sent for somebody, each of whom has others beside: the representative of Velmora."""
    charges: frozenset[str]
    """Nouns for what somebody answers behind a comma: a charge X denies as."""
    peers: frozenset[str]
    """Roles of who has the office of the one named before: counterpart."""
    ranked: frozenset[str]
    """What may stand behind a preposition that is part of an office, as it is written: Under Secretary."""
    known_by: Mapping[str, str]
    """Words right before what somebody or something is called, with those that come before: known (locally) as."""
    putting: frozenset[str]
    """Lemmas of verbs that say how something is put: as X puts it."""
    wordings: frozenset[str]
    """Nouns for how somebody says something: in the words of X."""
    hearing: frozenset[str]
    """Verbs of whoever heard the words, or keeps them: remembered X saying."""
    causing: frozenset[str]
    """Lemmas of verbs that make somebody say something: prompted her to call it."""
    anyone: frozenset[str]
    """Words before “who” that mean nobody in particular: those who."""
    reflexive: frozenset[str]
    adverbial: str
    """How adverbs of manner end: strongly."""
    performing: frozenset[str]
    """Lemmas of verbs that do what they say: “condemns the attack” is said by its subject."""
    recalling: frozenset[str]
    """Lemmas of verbs that tell what another had said: recalled that X had said."""
    answers: frozenset[str]
    """Nouns for what somebody says in turn: “…” was the answer of X."""
    charging: frozenset[tuple[str, str]]
    """Lemmas of verbs, and the preposition behind whoever is charged: accuse of."""
    works: frozenset[str]
    """Nouns for what has a title: in her memoir, “The Long Way”."""
    terms: frozenset[str]
    """Nouns for words as words: the term “harbour”."""
    editing: frozenset[str]
    """Verbs for what is done to words of a text: replaced the word."""
    hosting: frozenset[str]
    """Prepositions before a programme or a book: on “Face the Week”."""
    who: frozenset[str]
    """Relative pronouns for people, not for things."""
    disputing: frozenset[str]
    """Lemmas of verbs whose object is another's claim: rejected X's claim that."""
    claiming: frozenset[str]
    """Words between a claim and what is claimed: that."""
    reputing: frozenset[str]
    """Lemmas of verbs whose passive tells what somebody said: is said to have told."""
    arriving: frozenset[str]
    """Lemmas of verbs that bring an answer: came the reply from X."""
    topical: frozenset[str]
    """Prepositions before whose view is told: For X, the lesson is simple."""
    aged: tuple[str, ...]
    """What somebody whose age is told may be called behind it: the 44-year-old."""
    thus: frozenset[str]
    """Words before a verb of saying that point at the words before: So said X."""
    agents: frozenset[str]
    """Prepositions before whoever does what a passive verb says: by."""
    issued: frozenset[str]
    """What a body gives out: its issuer is the speaker."""
    announced: frozenset[str]
    """Documents that are mostly those of whoever is spoken of, though new: a statement."""
    papers: frozenset[str]
    """Documents that are seldom those of whoever is spoken of: the study."""
    filings: frozenset[str]
    """Documents that may be: the lawsuit."""
    sending: frozenset[str]
    """Lemmas of verbs, and participles, whose agent is the author of a document: sign, filed."""
    publishing: frozenset[str]
    """Lemmas of verbs whose agent issued a document of those in `published`, but wrote no letter."""
    published: frozenset[str]
    possessives: Mapping[str, str]
    """Words for whose something is, with the subject that is the owner: his, he."""
    objects: Mapping[str, str]
    """Words for whom something is told or done to, with the subject that they stand for: him, he."""
    assemblies: frozenset[str]
    """Last words of bodies that nobody calls an agency, a group or a company: Congress."""
    placing: frozenset[str]
    """Prepositions that stand before places, not before people: in, at."""
    authors: frozenset[str]
    """Prepositions between a document and its author: by, from."""
    manners: MannerWords
    """Words for how, to whom and where something is said."""
    weights: Mapping[str, float]
    antecedents: Mapping[str, float]
    """How much each thing seen of a person speaks for a pronoun's meaning them."""
    dates: DateWords
    trust: Mapping[str, float]
    """By how a speaker was found, how often that was right on annotated news where the source was."""
    offices: OfficeWords
    gazetteer: Callable[[], tuple[PlaceName, ...]]
    """The names of countries, and of regions and bodies that belong to one; read when first asked for."""
