"""English words for how, to whom and where something is said, and who passes it on. Data only."""

from __future__ import annotations

from quotes.languages.english_verbs import forms
from quotes.languages.manners import MannerWords
from quotes.types import Channel

# At what gatherings speeches are given: "at a ceremony"; and before which bodies: "in parliament".
_EVENTS = """
    ceremony rally rallies opening inauguration summit conference forum gala funeral congress convention
    commencement gathering vigil memorial mass parade banquet dinner luncheon fundraiser fund-raiser symposium
    dedication graduation plenary unveiling launch
"""
_ASSEMBLIES = """
    parliament senate congress commons lords bundestag knesset duma legislature committee subcommittee assembly
    council chamber parliamentarians lawmakers
"""
_SITES = """
    twitter facebook instagram weibo whatsapp linkedin tiktok snapchat bluesky mastodon reddit vk x telegram tumblr vkontakte
    social_media truth_social social_network social_networks
"""
_DIRECTED_SPEECHES = "speech speeches address sermon homily eulogy keynote lecture toast monologue oration"

# Channel, prepositions, and the nouns that tell it behind them. A preposition is left out where what stands behind
# it is talked about ("on the ruling"). An underscore is a space.
_OCCASIONS: tuple[tuple[Channel, str, str], ...] = (
    ("tweet", "in on via through", "tweet tweets retweet post posts posting postings thread microblog"),
    ("tweet", "in on via through to", _SITES),
    ("interview", "in during on", "interview interviews"),
    ("press_conference", "in at during on with", """press_conference news_conference press_conferences news_conferences
        briefing briefings presser media_conference"""),
    ("speech", "in at during with", _DIRECTED_SPEECHES),
    ("speech", "at during as", _EVENTS),
    ("speech", "in at before during", _ASSEMBLIES),
    ("speech", "on from", "floor podium stage"),
    ("letter", "in by via", "letter letters email emails e-mail e-mails text_message text_messages cable"),
    ("court", "in at during before", "court hearing trial inquest sentencing arraignment tribunal judge testimony"),
    ("court", "in", """ruling verdict judgment judgement affidavit indictment lawsuit complaint deposition dissent
        court_documents court_papers court_filing court_filings decision"""),
    ("call", "in on during by over via", "call telephone phone teleconference videoconference calls"),
    ("statement", "in through via", """statement statements communique communiqué release declaration"""),
    ("report", "in", "report reports study paper survey filing assessment audit"),
    ("broadcast", "on in during", "tv television radio televised broadcast show podcast telecast video newscast"),
    ("broadcast", "on", "program programme airwaves news fox_news msnbc cnn cnbc c-span cbs nbc abc pbs npr bbc"),
)  # fmt: skip


def _occasions() -> dict[str, dict[str, Channel]]:
    """Return, by preposition, what channel each noun behind it tells."""
    found: dict[str, dict[str, Channel]] = {}
    for channel, prepositions, nouns in _OCCASIONS:
        for preposition in prepositions.split():
            of_one = found.setdefault(preposition, {})
            of_one.update((noun.replace("_", " "), channel) for noun in nouns.split())
    return found


# Nouns that an occasion or a document is given by, as objects of the verbs below: "held a press conference".
_GIVING = """
    issue release publish give deliver make post hold send write have put sign read record upload share convene
""".split()
_GIVEN: tuple[tuple[Channel, str], ...] = (
    ("tweet", "tweet tweets"),
    ("interview", "interview interviews"),
    (
        "press_conference",
        "press_conference news_conference press_conferences news_conferences briefing presser",
    ),
    ("speech", _DIRECTED_SPEECHES),
    ("letter", "letter email e-mail"),
    ("statement", "statement statements communique communiqué release declaration"),
)


def _given_nouns() -> dict[str, Channel]:
    """Return the channel of each noun that is an object of a verb of giving."""
    return {noun.replace("_", " "): channel for channel, nouns in _GIVEN for noun in nouns.split()}


# What a document that speaks is: "the statement said"; and judges and courts.
_DOCUMENTS: tuple[tuple[Channel, str], ...] = (
    ("tweet", "tweet tweets post posting thread hashtag account"),
    ("letter", "letter email e-mail cable"),
    ("statement", "statement statements communique communiqué release declaration readout"),
    ("report", "report reports study paper survey audit assessment history filing filings findings poll"),
    (
        "court",
        """court judge ruling verdict judgment judgement lawsuit suit complaint indictment affidavit warrant
        tribunal judges""",
    ),
    ("speech", "speech address"),
    ("broadcast", "broadcast video"),
)


def _document_nouns() -> dict[str, Channel]:
    """Return the channel of each noun for a document or body that speaks only so."""
    return {noun: channel for channel, nouns in _DOCUMENTS for noun in nouns.split()}


_VERBS: dict[str, Channel] = {
    "tweet": "tweet",
    "retweet": "tweet",
    "email": "letter",
    "e-mail": "letter",
    "testify": "court",
    "rule": "court",
    "preach": "speech",
    "broadcast": "broadcast",
}

# Whom one talks to, by the last word, and what that makes of it; nothing for whom one may meet anywhere.
_AUDIENCES: tuple[tuple[Channel | None, str], ...] = (
    (
        None,
        """reporters reporter journalists journalist correspondents press public police newsmen investigators
        correspondent officials prosecutors""",
    ),
    ("interview", "media outlet outlets"),
    ("press_conference", "press_conference news_conference briefing press_briefing news_briefing presser"),
    (
        "speech",
        _EVENTS
        + _ASSEMBLIES
        + """mps meps senators deputies legislators representatives delegates
        meeting crowd crowds audience audiences supporters attendees worshippers congregation session nation viewers
        demonstrators protesters marchers graduates cadets troops onlookers well-wishers pilgrims faithful guests
        voters activists member members listeners participants panel seminar workshop event party parliaments
        club union followers fans""",
    ),
    ("court", "court judge jury jurors tribunal magistrates magistrate inquest judges justices trial"),
)


def _audience_nouns() -> dict[str, Channel | None]:
    """Return what channel an audience makes of words told to it."""
    return {noun.replace("_", " "): channel for channel, nouns in _AUDIENCES for noun in nouns.split()}


# Verbs whose object is whom they are said to.
_ADDRESSING = "tell inform assure reassure remind notify brief address ask warn".split()
# Prepositions before whom something is said to, and the words that they stand behind.
_DIRECTED = {
    "to": """say said says saying speak spoke speaks speaking talk talked talking write wrote writes writing written
        remarks comments comment letter letters email e-mail emails message statement speech address testimony note memo
        addressed sent explain explained explaining reply replied presentation cable telegram
        boast boasted boasting confide confided confiding complain complained complaining lament lamented announce
        announced announcing confirm confirmed admit admitted joke joked whisper whispered""".split(),
    "with": "interview interviews call spoke speaking speak talk talked talking".split(),
    "before": "testified testimony testifying testify spoke speaking appeared appearing speech".split(),
    "by": "interviewed asked questioned pressed".split(),
    "from": "question questions".split(),
}

# What makes a name that of a paper, an agency or a station; names of one word, and last words.
_OUTLETS = """
    reuters ap afp upi tass interfax xinhua dpa ansa efe anadolu kyodo yonhap irna isna fars tasnim mehr sana azertac
    bloomberg bbc cnn msnbc cnbc cbs nbc abc pbs npr itv rte rté rtl ndtv rt sputnik al-jazeera jazeera itar-tass ria
    novosti politico vox salon breitbart buzzfeed huffpost axios axios.com gawker mashable newsweek forbes fortune
    spiegel monde figaro libération liberation país pais mundo repubblica corriere stampa haaretz
    hürriyet hurriyet wikinews wired billboard vogue esquire playboy
    fox c-span zdf ard orf srf svt nrk yle dr rai rtve cbc ctv sbs stv dw voa rfe/rl kcna ptv pap belta ukrinform unian
    kommersant vedomosti izvestia meduza rappler scmp nyt wsj wapo televisa globo univision telemundo wikitribune""".split()
_OUTLET_TITLES = """
    guardian economist atlantic independent observer telegraph verge intercept onion hill slate sun times post herald
    tribune journal globe star mirror mail express nation record dawn quartz variety vice deadline register bulletin
    standard chronicle courier gazette
""".split()
_OUTLET_ENDS = """
    news times post herald tribune journal press gazette courier chronicle wire mail express mirror globe star
    standard examiner inquirer enquirer dispatch register bulletin weekly daily review magazine tv radio television
    broadcasting agence presse zeitung today geographic american bee ledger advertiser record reporter digest
    spectator statesman newspaper agency broadcaster channel network programme program podcast show
    station website outlet media newswire news.com nation insider beast wikinews reporter’s times's sentinel
    constitution plain-dealer sun union-tribune republic democrat-gazette
""".split()
# Common nouns for one.
_OUTLET_NOUNS = """
    newspaper paper magazine broadcaster channel network daily weekly newswire tabloid tv television radio
    programme podcast website outlet outlets media
""".split()

# Where the speaker was.
_PLACE_NOUNS = """
    headquarters airport palace hospital church mosque cathedral synagogue temple embassy consulate stadium square
    university school college base house hotel mansion office offices residence center centre museum cemetery
    prison courthouse harbour harbor port station border capitol camp farm factory plant studio theatre theater arena
    garden campus castle monastery monument park street library club capital
""".split()
_NO_PLACES = """
    english arabic french german spanish russian persian farsi turkish hebrew chinese mandarin italian portuguese urdu
    hindi korean japanese latin greek polish ukrainian facebook twitter instagram weibo telegram youtube congress
    parliament islam christianity trump
""".split()
_VISITING = "visit tour reach".split()
_SPEAKING = "speak talk write testify tweet".split()
_SAID = frozenset(["say", "said", "says", "saying"])  # too frequent to be looked for
_PASSING = "report quote cite".split()
_CARRYING = "carry publish broadcast air relay".split()


def _build() -> MannerWords:
    occasions, given = _occasions(), _given_nouns()
    nouns = {noun.rpartition(" ")[2] for of_one in (*occasions.values(), given) for noun in of_one}
    nouns.update(_document_nouns(), ("judge", "magistrate"))
    nouns.update(form for verb in _VERBS for form in forms(verb))
    occasions.update({preposition.capitalize(): of_one for preposition, of_one in occasions.items()})
    directed = {preposition: frozenset(words) for preposition, words in _DIRECTED.items()}
    leading = {form for verb in (*_ADDRESSING, *_SPEAKING) for form in forms(verb)}
    leading.update(word for words in _DIRECTED.values() for word in words if word not in _SAID)
    return MannerWords(
        occasions=occasions,
        given=given,
        giving=frozenset(_GIVING),
        occasion_nouns=frozenset(nouns),
        shared=frozenset("conference conferences briefing briefings presser".split()),
        documents=_document_nouns(),
        judging=frozenset(["judge", "magistrate"]),
        parts=frozenset("part broadcast recording transcript text version copy video series".split()),
        verbs=_VERBS,
        particles=frozenset(["out"]),
        audiences=_audience_nouns(),
        addressing=frozenset(_ADDRESSING),
        speaking=frozenset("tell address ask speak speech remarks comments statement testimony talk".split()),
        facing=frozenset(["address"]),
        directed=directed,
        continuing=frozenset("add continue conclude".split()),
        plain=frozenset(
            """say add continue conclude explain note stress declare state insist argue warn tell recall promise
            go""".split()
        ),
        replying=frozenset("write reply answer respond".split()),
        outlets=frozenset(_OUTLETS),
        outlet_titles=frozenset(_OUTLET_TITLES),
        outlet_ends=frozenset(_OUTLET_ENDS),
        outlet_endings=("press", "presse", "news", "tv", "wire", ".com", ".org", ".br", ".net", ".ru", ".de"),
        outlet_nouns=frozenset(_OUTLET_NOUNS),
        agency=frozenset(
            ["agency", "agencies", "service", "site", "station", "organisation", "organization"]
        ),
        news=frozenset("news press information telegraph wire radio television tv".split()),
        passing=frozenset(_PASSING),
        relay_nouns=frozenset(_OUTLET_NOUNS)
        | {"agency", "agencies"}
        | {f for v in (*_PASSING, *_CARRYING) for f in forms(v)},
        asked=frozenset("question questions query queries".split()),
        carrying=frozenset(_CARRYING),
        leading=frozenset(leading),
        toward=frozenset(["to"]),
        placed=frozenset("in In at At outside Outside inside Inside".split()),
        within=frozenset(["in", "In"]),
        place_nouns=frozenset(_PLACE_NOUNS),
        no_places=frozenset(_NO_PLACES),
        visited=frozenset(form for verb in _VISITING for form in forms(verb)),
        visiting=frozenset(_VISITING),
        going=frozenset("arrive travel meet speak land stop fly campaign gather".split()),
        asking=frozenset("ask press question".split()),
        known=frozenset(["the", "this", "that"]),
        some=frozenset(["a", "an", "A", "An", "one", "One", "some", "Some"]),
    )


WORDS = _build()
