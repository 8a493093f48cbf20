"""English: what people are, and which of it they are for a state. Data only."""

from __future__ import annotations

from quotes.languages.offices import OfficeWords

# Titles that say no more than that somebody is addressed with respect.
_COURTESY = "mr mrs ms miss mx messrs mme madam mister sir dame lord lady hon st hrh".split()

# Nouns for what somebody is that are not told from other nouns where names are found.
_MORE_ROLES = """
    secretary-general commandant undergraduate postgraduate graduate fellow advocate personality spokespeople
    inventor costumer drummer lead dispatcher eyewitness bystander onlooker chairperson co-developer co-director
    fiancée fiancé fiance fiancee spouse partner teammate archdeacon deacon vicar patriarch abbot friar mufti
    sheikh bailiff coroner premier-elect president-elect paramedic pharmacist bodyguard
    vice-president vice-chair vice-chancellor
    taoiseach tánaiste emir pontiff primate speechwriter translator whistle-blower
    mathematician statistician meteorologist climatologist oceanographer geographer cartographer hydrologist
    politician statesman stateswoman spokespersons correspondent collector curator inspector-general
    attorney-general solicitor-general auditor-general director-general
    commissar commander-in-chief skipper captain climber hiker
    successor predecessor keeper contributor undergrad pensioner national citizen native patron
    responsible designate elect emeritus
    magician presenter newsreader newscaster stylist model sculptor illustrator animator cartoonist
    """.split()  # fmt: skip

# Words that are no role though they name people: whom they side with, where they come from.
_PARTIES = """
    republican democrat libertarian socialist conservative liberal independent tory labour labor national citizen native
    """.split()

# Offices and trades that are a state's, so that whoever has one speaks for it.
_STATE_ROLES = """
    president minister premier chancellor king queen prince princess emperor sultan emir monarch
    secretary undersecretary senator sen congressman congresswoman rep representative lawmaker legislator parliamentarian mp mep governor gov mayor councilman councilwoman councillor
    alderman assemblywoman assemblyman prosecutor judge justice magistrate sheriff
    speaker whip general gen admiral adm colonel col lieutenant lt brigadier marshal commander constable superintendent supt
    detective det insp trooper governor-general lieutenant-governor comptroller taoiseach
    commandant ministers senators mps councillors police policeman policewoman
    """.split()

# Those of them that others have too: “president” alone is a state's, “Danforth Steel president” is not.
_SHARED_ROLES = "president presidents chancellor".split()

# Whoever is only somebody's: the land of “the mother of a Velmoran” is not hers.
_RELATIVES = """
    mother father wife husband son daughter brother sister widow widower uncle aunt cousin niece nephew grandmother
    grandfather friend fiancée fiancé fiancee fiance partner colleague rival opponent critic victim survivor parent
    parents relative relatives
    """.split()

# Bodies that every state has for itself.
_STATE_BODIES = """
    ministry government cabinet parliament presidency army navy military police court courts senate congress
    assembly legislature embassy treasury customs judiciary prosecutor prosecutors sheriff council county
    authorities investigators state department emergency emergencies election elections electoral constitution
    commons house ministers soldiers
    troops lawmakers legislators officers voter voters protester protesters opposition party security defence defense fire brigade
    """.split()

# Bodies that are not a state's: whoever is president of one is not that of a country.
_PRIVATE_BODIES = """
    university college school institute academy museum hospital company corporation corp inc ltd group society
    association foundation union club league federation bank festival church times post journal
    herald tribune observer telegraph gazette news magazine newspaper study team war
    """.split()

# What is called after the place where it is, and is not that land's.
_NAMED_AFTER_PLACES = """
    university college school academy museum hospital war times post journal herald tribune observer telegraph
    gazette magazine newspaper club airport street avenue hotel
    """.split()

# Whoever is sent to somebody: the land behind "to" is not their own.
_ENVOYS = """
    ambassador envoy consul attache delegate representative emissary rapporteur negotiator mediator
    coordinator mission embassy
    """.split()
_SENT_TO = "to for on in at with".split()
# Prepositions between somebody's name and the land that they are from.
_ORIGINS = "of from".split()

# Prepositions that go on with a role: "spokesman for the ministry".
_JOINTS = "of for to at in on from within under against".split()
# What stands between somebody and what they become.
_BEING = ["as"]

# Verbs by which somebody becomes what stands behind them, by their lemmas, and those whose subject is at the
# head of something, as they are written.
_NAMING = "name appoint elect nominate reappoint reelect re-elect designate".split()
_HEADING = "heads leads chairs headed chaired".split()
# Words before a role that belong to it.
_BEFORE_ROLES = "first caretaker transitional shadow opposition ruling".split()

# Names that begin with that of a country or hold one, and say none.
_NO_COUNTRY = """
    African American|African-American|African Americans|Latin American|Latin Americans|Latin America|Central American|
    Central America|South American|South America|North American|North America|Indian Ocean|South China Sea|
    East China Sea|Persian Gulf|Gulf of Mexico|New England|English Channel|Irish Sea|Sea of Japan|West Indian|
    West Indies|Washington Post|New York Times|Wall Street Journal|Los Angeles Times|Chicago Tribune|Boston Globe|
    Times of India|South China Morning Post|Jerusalem Post|New York Post|Indian Express|Washington Times|
    National Security Council|Social Democrat|Social Democrats|Christian Democrat|Christian Democrats|Free Democrats|
    Khmer Rouge|Great Lakes|French Open|Australian Open|US Open|U.S. Open|British Open|Islamic State|German Shepherd|
    Spanish flu|Paris Agreement|Paris climate agreement|Kyoto Protocol|Geneva Convention|Geneva Conventions|
    Vienna Convention|Treaty of Versailles|Minsk agreements|Minsk Protocol|Oslo Accords|Good Friday Agreement|
    English professor|English teacher|English language|English literature|French teacher|Spanish teacher|German teacher|
    Social Democratic Party|Liberal Democratic Party|Free Democratic Party|Christian Democratic Party|Iraq War|Vietnam War|
    Korean War|Korean American|Chinese American|Japanese American|Indian American|Cuban American|Mexican American|
    Arab American|Irish American|Italian American|Iranian American|Vietnamese American|Korean Americans|Chinese Americans|
    Cuban Americans|Arab Americans|Irish Americans|Warsaw Pact|Lisbon Treaty|Treaty of Lisbon|Budapest Memorandum|Helsinki Accords|Rome Statute
    """.replace("\n ", "").strip("|").split("|")  # fmt: skip

OFFICES = OfficeWords(
    roles=frozenset(_MORE_ROLES),
    courtesy=frozenset(_COURTESY),
    parties=frozenset(_PARTIES),
    state_roles=frozenset(_STATE_ROLES),
    shared_roles=frozenset(_SHARED_ROLES),
    relatives=frozenset(_RELATIVES),
    state_bodies=frozenset(_STATE_BODIES),
    private_bodies=frozenset(_PRIVATE_BODIES),
    named_after_places=frozenset(_NAMED_AFTER_PLACES),
    envoys=frozenset(_ENVOYS),
    sent_to=frozenset(_SENT_TO),
    origins=frozenset(_ORIGINS),
    joints=frozenset(_JOINTS),
    being=frozenset(_BEING),
    naming=frozenset(_NAMING),
    heading=frozenset(_HEADING),
    before_roles=frozenset(_BEFORE_ROLES),
    no_country=tuple(_NO_COUNTRY),
)
