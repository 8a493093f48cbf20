"""English: the words that tell names, verbs of saying and the rest apart. Data only.

The lists are open: a word that is missing is told by its ending. Verbs and names stand in files of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from quotes.languages import english_first_names as first_names
from quotes.languages import english_manners as manners
from quotes.languages import english_names as names
from quotes.languages import english_verbs as verbs
from quotes.languages.english_dates import DATES
from quotes.languages.english_offices import OFFICES
from quotes.languages.gazetteer import country_names, place_names, region_adjectives
from quotes.languages.language import Language

_AUXILIARIES = """
    will would shall should can could may might must isn wasn aren weren hasn haven hadn won wouldn
    shouldn couldn don doesn didn ain 've 're 'll 'd 'm
""".split()
_ADVERBS = """
    also later then again now still just even only already ever always often sometimes once twice soon
    further instead however meanwhile moreover furthermore additionally therefore thus too else perhaps
    maybe rather simply merely famously reportedly allegedly previously recently earlier repeatedly
    publicly openly first finally eventually afterward afterwards ago away back there here together
    forward well almost nearly quite very much more less least enough likewise nonetheless nevertheless
    indeed
""".split()
_TIMES = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays january february march april june july august september october november
    december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
    today yesterday tomorrow tonight morning afternoon evening night noon midnight week month year
    weekend hour minute weeks months years days day hours minutes time times a.m p.m am pm overnight
""".split()
_PREPOSITIONS = """
    in at with from by about into over during between against under within without through near upon
    among amid toward towards despite onto via behind beyond across throughout outside inside above
    below like unlike up down off out including regarding concerning alongside following around atop
""".split()
# Adjectives that stand before roles.
_ADJECTIVES = """
    lead     former senior junior deputy acting top chief presidential foreign national international federal
    local vice prime interim outgoing incoming longtime veteran late ex fellow leading conservative
    liberal progressive moderate democratic republican libertarian independent gop new old young
    american russian chinese iranian british french german european african asian israeli political
    military economic financial legal medical religious public private presumptive rival
    white-house democratic-leaning assistant associate executive managing general special state civil
    human nuclear social supreme anonymous unnamed unidentified so-called self-described then own
    official high-ranking high-level top-ranking long-time prominent influential
    controversial popular billionaire millionaire legendary right-wing left-wing
    far-right republican-led bipartisan nonpartisan nonprofit permanent parliamentary ministerial
    regional municipal daily weekly monthly yearly early friendly costly
""".split()
# What speaks for somebody: statements, letters, reports.
_SPEECH_NOUNS = """
    statement statements letter letters email emails memo speech speeches interview interviews article
    articles editorial op-ed column columns posting message messages press release news conference
    brief briefing testimony lawsuit suit complaint filing petition poll polls survey study ad ads
    advertisement commercial video clip sign banner poster transcript resolution communique communiqué
    declaration essay story piece ruling decision opinion reply phrase words slogan motto page pages
    website text indictment affidavit warrant platform manifesto pamphlet flyer mailer script song
    editorials notice
    claim claims assertion assertions warning warnings promise promises pledge vow accusation accusations
    allegation allegations suggestion remark remarks comment comments criticism description
    characterization insistence argument contention admission acknowledgment denial threat threats demand
    demands request response answer proclamation prediction complaint boast joke jab refrain mantra plea
    appeal quote quip rhetoric reference references conclusion finding findings assessment belief book
    memoir bylaws cable cables view reaction praise retort rebuke verdict tribute condemnation apology
    eulogy sermon telegram telegrams bulletin circular directive decree dossier audit leaflet leaflets
    newsletter deposition judgment judgement factsheet charter readout report reports transcripts filings
    memos
""".split()
# Words whose point ends no sentence.
_ABBREVIATIONS = """
    no vs inc corp ltd co etc viz approx dept est jan feb mar apr jun jul aug sept oct nov dec ala ariz
    ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo d-n.y r-n.y e.g i.e u.s u.k u.n p.m a.m
""".split()
# By the letters of quotes.extraction.shape; of two that have one word the later wins.
_LETTERS = (
    ("j", _ADJECTIVES),
    ("n", _SPEECH_NOUNS),
    ("r", names.ROLES),
    ("y", names.PEOPLE),
    ("t", names.TITLES),
    ("z", _ABBREVIATIONS),
    ("a", _AUXILIARIES),
    ("H", ["has", "have", "had", "having", "do", "does", "did"]),
    ("R", _ADVERBS),
    ("D", _TIMES),
    ("i", _PREPOSITIONS),
    ("0", ["hundred", "thousand", "million", "billion", "dozen", "eleven", "twelve", "twenty", "thirty", "forty", "fifty"]),
    ("d", """the a an his her their its our my your this these those some many several few most all both each every any no
          another one two three four five six seven eight nine ten other""".split()),
    ("p", ["he", "she", "they"]),
    ("q", ["it", "we", "i", "you"]),
    ("o", """him them us me himself herself themselves itself something anything everything nothing what""".split()),
    ("w", ["who", "which", "whose", "whom"]),
    ("k", """that if whether why how because when while as although though after before until unless where than so""".split()),
    ("!", ["once", "since"]),
    ("&", ["and", "or", "but", "nor", "yet"]),
    ("2", ["to"]),
    ("f", ["of"]),
    ("F", ["for", "on"]),
    ("e", ["is", "was", "are", "were", "be", "been", "being", "am", "isn", "wasn", "aren", "weren"]),
    ("A", ["according", "per"]),
    ("h", ["not", "never", "cannot"]),
    ("l", """van von der den de la le du da di dos del bin ibn al el abu bint ben ter ten af av zu y""".split()),
    ("J", ["jr", "sr", "esq", "iii", "ii", "iv"]),
)  # fmt: skip
_ENDINGS = (
    ("ly", "R"), ("ing", "G"), ("ed", "v"), ("al", "j"), ("ic", "j"), ("ous", "j"), ("ive", "j"), ("ish", "j"),
    ("ary", "j"), ("ese", "j"), ("ist", "r"), ("ists", "y"), ("man", "r"), ("woman", "r"), ("person", "r"),
    ("men", "y"), ("women", "y"),
)  # fmt: skip
_CALENDAR = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec yesterday today tomorrow
""".split()


# Offices and ranks in capitals, which are no names though they look like those of bodies.
_RANKS = "PM CM MLA MCA MEC DCI".split()


def _words() -> tuple[dict[str, str], dict[str, str]]:
    """Return the letter of every listed word and the lemma of every form of a verb."""
    letters: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    for lemmata, (past, third, base, ing) in ((verbs.DOING, "vvuG"), (verbs.SAYING, "c3bg")):
        for lemma in lemmata:
            of_past, of_participle, of_third, of_ing = verbs.forms(lemma)
            for form, letter in (
                (of_third, third), (of_ing, ing), (lemma, base), (of_participle, past), (of_past, past),
            ):  # fmt: skip
                letters[form] = letter
                lemmas[form] = lemma
    said = dict(letters)
    for letter, words in _LETTERS:
        letters.update(dict.fromkeys(words, letter))
    for word in _SPEECH_NOUNS:
        if letters[word] == "n" and said.get(word) in ("3", "b"):
            letters[word] = "%" if said[word] == "3" else "$"
    return letters, lemmas


def _fitted(name: str) -> dict[str, float]:
    """Return a table that `quotes fit` wrote."""
    table: dict[str, float] = json.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return table


def _named(*kinds: str) -> Iterator[str]:
    """The names in the table of countries that are of some kinds, in lower case."""
    return (place.name.lower() for place in country_names("english") if place.kind in kinds)


def _demonyms() -> Iterator[str]:
    """Russian, of the Russians, Frenchman, of the Frenchmen, and Texan, an adjective that is a noun too."""
    for word in _named("people"):
        yield re.sub("men$", "man", word).removesuffix("s")
    for adjective in region_adjectives("english"):
        if " " not in adjective and adjective.endswith(("an", "er", "ite")):
            yield adjective.lower()


def _build() -> Language:
    letters, lemmas = _words()
    return Language(
        code="en",
        letters=letters,
        lemmas=lemmas,
        endings=_ENDINGS,
        cased={
            "Del": "t",
            "Don": "C",
            "May": "~",
            "Said": "^",
            "Told": "^",
            "Part": "d",
            **dict.fromkeys(_RANKS, "T"),
            "Under": "^",
            "Per": "^",
            "Do": "^",
            "An": "^",
            "No": "#",
            "Against": "+",
            "Without": "+",
        },
        calendar=frozenset(_CALENDAR),
        bodies=frozenset(names.BODIES),
        body_nouns=frozenset(names.BODY_NOUNS),
        state_bodies=frozenset(["ministry", "parliament", "army", "presidency", "cabinet"]),
        missions=frozenset(
            """government embassy delegation mission consulate parliament ministry army presidency
            authorities""".split()
        ),
        own_bodies=frozenset("campaign administration office team police council".split()),
        organs=frozenset(
            "website site magazine newspaper paper page channel blog account editorial newsroom".split()
        ),
        named_after=frozenset(
            """tower towers foundation initiative university institute center centre campaign street act hotel library
            administration organization organisation school museum fund war memorial airport house award prize
            plan park records""".split()
        ),
        places=frozenset(
            (
                *_named("name", "adjective", "capital"),
                *(p.replace("_", " ") for p in names.LONG_PLACES),
                *names.REGIONS,
                *names.OTHER_PLACES,
            )
        ).difference(names.NAMES_OF_PEOPLE),
        seats=frozenset((*_named("seat"), *names.SEATS)),
        demonyms=frozenset(_demonyms()),
        first_names={
            **dict.fromkeys(first_names.FEMALE, "f"),
            **dict.fromkeys(first_names.MALE, "m"),
            **dict.fromkeys(first_names.EITHER, ""),
        },
        gendered={**dict.fromkeys(names.OF_MEN, "m"), **dict.fromkeys(names.OF_WOMEN, "f")},
        generations={
            **dict.fromkeys(["elder", "older", "senior"], frozenset(names.PARENTS)),
            **dict.fromkeys(["younger", "junior"], frozenset(names.CHILDREN)),
        },
        long_titles=names.LONG_TITLES,
        after_names=frozenset(
            ["qc", "kc", "mp", "mep", "phd", "md", "obe", "cbe", "mbe", "himself", "herself", "itself"]
        ),
        labels=frozenset("q question questions questioner a answer voice voices unidentified".split()),
        relaying=frozenset(["report"]),
        quoting=frozenset(["quote", "cite"]),
        naming=frozenset(
            """call describe label dub name term brand characterize characterise quote cite say tell ask write
            announce introduce issue warn remind inform urge advise assure state brand portray depict denounce dismiss condemn criticize hail praise deem pronounce declare post tweet
            report sum summarize paraphrase accuse""".split()
        ),
        labelling=frozenset(
            "call describe label dub term brand characterize characterise denounce dismiss deride".split()
        ),
        titling=frozenset(["called", "titled", "entitled", "dubbed", "named", "headlined"]),
        knowing=frozenset(["close", "familiar", "privy", "briefed", "acquainted"]),
        joined_by=frozenset(["against", "for", "without"]),
        members=frozenset(["citizens", "moms", "mothers", *(f"{word}s" for word in _demonyms())]),
        naming_one=frozenset("named called name pseudonym alias nickname".split()),
        giving_names=frozenset("named called name pseudonym alias nickname identified known".split()),
        bearing=frozenset(
            """sign signs banner banners placard placards poster posters plaque sticker stickers t-shirt t-shirts shirt
            shirts hat hats cap caps flag flags billboard billboards leaflet leaflets inscription tombstone
            graffiti badge badges bumper-sticker headline""".split()
        ),
        legible=frozenset("read say declare proclaim demand ask urge state".split()),
        whole_bodies=frozenset(
            "army commission committee council court embassy government ministry parliament police regime".split()
        ),
        sole_offices=frozenset(
            "president king queen pope emperor sultan emir premier chancellor governor mayor".split()
        ),
        differing=frozenset("disagree differ dissent demur concur agree".split()),
        sides=frozenset(
            """sure certain convinced persuaded optimistic pessimistic conciliatory blunt blunter harsh harsher scathing
            defiant unmoved unimpressed unconvinced skeptical sceptical cautious doubtful adamant unrepentant""".split()
        ),
        reacting=frozenset(
            "agree disagree concur nod smile laugh shrug sigh grin chuckle applaud cheer wince".split()
        ),
        speaking=frozenset(["i"]),
        delegates=frozenset("representative delegate ambassador envoy observer speaker".split()),
        charges=frozenset(
            """charge charges claim claims accusation accusations allegation allegations assertion suggestion label
            description characterization""".split()
        ),
        peers=frozenset(["counterpart"]),
        ranked=frozenset(["Secretary"]),
        known_by={"as": "known"},
        putting=frozenset(["put", "see", "phrase"]),
        wordings=frozenset(["words", "wording", "view", "opinion", "telling"]),
        parties="DRI",
        trades=("er", "or"),
        coming=frozenset(["elect", "designate"]),
        hearing=frozenset(
            """remember remembers remembered recall recalls recalled hear hears heard overheard record records
            recorded show shows showed see saw seen watch watched""".split()
        ),
        causing=frozenset("prompt lead cause force compel drive push spur inspire provoke oblige".split()),
        anyone=frozenset("those anyone anybody everyone everybody people whoever all".split()),
        reflexive=frozenset("himself herself itself themselves".split()),
        who=frozenset(["who"]),
        charging=frozenset(
            [("accuse", "of"), ("suspect", "of"), ("convict", "of"), ("charge", "with"), ("charge", "under")]
        ),
        works=frozenset(
            """book memoir memoirs autobiography biography novel essay poem play film movie documentary album song speech
            lecture sermon podcast show programme program series column article paper pamphlet report sketch""".split()
        ),
        terms=frozenset(["word", "term", "phrase", "expression"]),
        editing=frozenset(
            """replace replaced replacing delete deleted deleting remove removed removing insert inserted inserting add
            added adding strike struck striking omit omitted omitting substitute substituted substituting drop
            dropped dropping""".split()
        ),
        hosting=frozenset(["in", "on"]),
        answers=frozenset("answer reply response retort rejoinder verdict assessment message".split()),
        recalling=frozenset(["recall", "remember"]),
        performing=frozenset(
            """condemn deplore denounce welcome regret urge commend express reiterate reaffirm stress note emphasize
            emphasise underline underscore call appeal applaud congratulate thank salute praise lament extend offer convey""".split()
        ),
        adverbial="ly",
        disputing=frozenset(
            """reject deny dispute dismiss repeat echo rebut refute question contradict endorse back mock challenge
            recall cite quote counter disprove debunk ask respond react""".split()
        ),
        claiming=frozenset(["that"]),
        reputing=frozenset(
            "say report hear know believe allege rumor rumour think understand overhear record".split()
        ),
        arriving=frozenset(["come"]),
        topical=frozenset(["for", "to"]),
        aged=("year-old",),
        thus=frozenset(["so", "thus"]),
        agents=frozenset(["by"]),
        issued=frozenset(
            "statement communique communiqué release announcement declaration letter tweet post".split()
        ),
        announced=frozenset("statement communique communiqué release announcement declaration".split()),
        papers=frozenset(
            """study studies survey surveys poll polls report reports dossier audit article editorial manifesto song
            script""".split()
        ),
        filings=frozenset(
            "lawsuit suit complaint petition indictment affidavit memo memos transcript transcripts".split()
        ),
        sending=frozenset(
            "send write sign author post tweet issue drafted tabled filed sponsored compiled submitted".split()
        ),
        publishing=frozenset(["publish", "release"]),
        published=frozenset(
            """report reports study survey poll polls statement communique communiqué readout assessment findings
            resolution declaration""".split()
        ),
        possessives={"his": "he", "her": "she", "their": "they", "its": "it"},
        objects={"him": "he", "her": "she", "them": "they"},
        assemblies=frozenset(["congress", "senate", "parliament", "house", "assembly"]),
        placing=frozenset(
            ["in", "at", "near", "outside", "across", "throughout", "inside", "around", "into"]
        ),
        authors=frozenset(["by", "from"]),
        manners=manners.WORDS,
        weights=_fitted("english_weights.json"),
        antecedents=_fitted("english_antecedents.json"),
        dates=DATES,
        trust=_fitted("english_trust.json"),
        offices=OFFICES,
        gazetteer=partial(place_names, "english"),
    )


ENGLISH = _build()
