"""English words for days, and for what is said on them. Data only."""

from __future__ import annotations

from quotes.languages.dates import DateWords

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_HOLIDAYS = {
    "new year 's day": (1, 1),
    "valentine 's day": (2, 14),
    "international women 's day": (3, 8),
    "st. patrick 's day": (3, 17),
    "st patrick 's day": (3, 17),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year 's eve": (12, 31),
}
_FEASTS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit monday": 50,
}
_OCCASIONS = """
    meeting session ceremony conference briefing interview rally speech address hearing debate summit
    talks broadcast visit event gathering forum reception dinner lunch breakfast banquet
    congress convention assembly parliament trial sentencing inauguration funeral memorial service mass
    vigil march protest demonstration opening signing launch presentation lecture discussion panel
    conversation call webcast webinar podcast programme program show appearance sermon prayer prayers
    celebration commemoration anniversary parade tour trip stop workshop seminar symposium roundtable
    plenary hustings proceedings deposition inquiry testimony keynote toast handover unveiling premiere
    exchange encounter audience negotiations consultations telephone phone remarks comments
    tweet tweets post comment report call address answer reply remark claim opinion ruling verdict decree
    decision announcement advisory blog email e-mail message note memo summary filing study findings indictment issue edition paper bulletin communique communiqué
""".split()
_SPEAKING = """
    speak address talk appear testify brief meet visit attend arrive host open tour answer reply respond write
    announce sign unveil present receive welcome greet inspect celebrate
    commemorate travel campaign declare deliver
    inaugurate launch lecture preach pray sentence issue release publish resign quit withdraw suspend end
    appoint dismiss veto approve pardon order ban join rule pledge concede admit reject testify mark
""".split()
_ISSUING = """
    issued released published posted sent dated signed delivered given made broadcast aired televised
    recorded seen obtained carried shared read circulated written uploaded filmed held hosted organised
    organized tweeted
""".split()


def _spelt(names: dict[str, tuple[int, int]]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Return the names as the words of a text, with either apostrophe."""
    return {
        tuple(form.split()): day for name, day in names.items() for form in (name, name.replace("'", "’"))
    }


DATES = DateWords(
    weekdays={day: n for n, day in enumerate(_WEEKDAYS)} | _SHORT_WEEKDAYS,
    months={month: n for n, month in enumerate(_MONTHS, start=1)}
    | {month[:3]: n for n, month in enumerate(_MONTHS, start=1)}
    | {"sept": 9},
    days={"yesterday": 1, "today": 0, "tonight": 0},
    before_yesterday=("day", "before"),
    parts=frozenset(["morning", "afternoon", "evening", "night", "noon", "midnight"]),
    nights=frozenset(["night", "evening"]),
    units={form: unit for unit in ("day", "week", "month", "year", "weekend") for form in (unit, f"{unit}s")},
    numbers={"a": 1, "an": 1, "one": 1} | {number: n for n, number in enumerate(_NUMBERS, start=2)},
    ordinals=frozenset(["st", "nd", "rd", "th"]),
    this=frozenset(["this"]),
    last=frozenset(["last", "past", "previous"]),
    next=frozenset(["next", "coming", "upcoming", "every", "each", "tomorrow", "any", "most"]),
    same=frozenset(["that", "same"]),
    following=frozenset(["next", "following"]),
    ago=frozenset(["ago"]),
    the=frozenset(["the"]),
    of=frozenset(["of"]),
    holidays=_spelt(_HOLIDAYS),
    feasts={tuple(name.split()): days for name, days in _FEASTS.items()},
    named_days=frozenset(
        "black bloody super cyber giving fat casual sheffield good ash palm easter maundy holy whit".split()
    ),
    leading=frozenset("on in at over during late early earlier later only just also back dated".split()),
    on=frozenset(["on", "in"]),
    apart=frozenset(
        """since until till by before from through throughout to between after every each than for ahead
        starting beginning toward towards around about next coming upcoming following effective despite
        under past""".split()
    ),
    ranges=frozenset(["to", "until", "through", "till"]),
    occasions=frozenset(_OCCASIONS),
    speaking=frozenset(_SPEAKING),
    acting=frozenset(
        "begin call open continue start finish end field meet launch hit lead hold take".split()
    ),
    issuing=frozenset(_ISSUING),
    telling=frozenset("tell inform remind warn urge assure ask brief notify advise address".split()),
    stating=frozenset(
        """say state claim argue insist maintain believe think suggest hope note add explain deny confirm
        announce declare report reveal admit acknowledge concede stress emphasize emphasise reiterate
        contend allege assert predict estimate fear complain boast joke recall repeat feel conclude
        warn write tweet post indicate caution affirm know""".split()
    ),
    during=frozenset(["as", "when", "while", "during", "whilst", "upon", "on", "in"]),
    at=frozenset(["at", "in", "during", "on", "via", "with"]),
    by=frozenset(["with", "by", "from"]),
    throughout=frozenset(["during", "throughout"]),
    where=frozenset(["where"]),
    about=frozenset(
        ["of", "about", "regarding", "concerning", "on", "over", "against", "for", "ahead", "despite"]
    ),
    after=frozenset(["after", "following"]),
    adding=frozenset(["add"]),
    to=frozenset(["to", "with"]),
    beside=frozenset(["beside", "alongside"]),
    future=frozenset(["will", "'ll", "’ll", "shall", "may", "might", "should", "can", "could", "must"]),
    again=frozenset(["later", "earlier", "previously", "once", "recently", "separately"]),
    own=frozenset("interview tweet letter e-mail email post report book memoir essay column article".split()),
    indefinite=frozenset(["a", "an", "another", "one"]),
    definite=frozenset(["the", "his", "her", "their", "its", "this", "that"]),
    speakers=("I", "We", "we"),
    doing=(
        "announce",
        "resign",
        "declare",
        "proclaim",
        "confirm",
        "accept",
        "withdraw",
        "apologize",
        "apologise",
    ),
    authors=frozenset(
        """researchers scientists authors co-authors academics experts team study paper report
        findings analysis survey researcher""".split()
    ),
    hearers=frozenset(
        """crowd crowds audience congregation mourners spectators onlookers attendees worshippers
        marchers those""".split()
    ),
    joining=frozenset(["joined", "accompanied", "flanked"]),
    arriving=frozenset("arrival landing return completion release winning finishing".split()),
    remarks=frozenset(
        [
            "came",
            "come",
            "made",
            "delivered",
            "issued",
            "given",
            "published",
            "posted",
            "released",
            "broadcast",
            "aired",
        ]
    ),
    portions=frozenset("part parts portion excerpt passage section extract line summary".split()),
    preceding=frozenset(["previous", "preceding"]),
    answers=frozenset(["response", "reply", "answer", "respond", "retort", "counter", "rejoin"]),
)
