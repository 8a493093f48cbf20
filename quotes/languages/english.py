"""English: the words that tell names, verbs of saying and the rest apart. Data only.

Verbs are listed by lemma; `_inflect` gives their forms. Lists were gathered from grammars and from annotated
news; they are open, and a word that is missing is told by its ending.
"""

from __future__ import annotations

import json
from pathlib import Path

from quotes.languages.language import Language

# Forms that the rules of spelling do not give: lemma: past, participle, third person, -ing.
_IRREGULAR = {
    "say": ("said", "said", "says", "saying"), "tell": ("told", "told", "tells", "telling"),
    "write": ("wrote", "written", "writes", "writing"), "speak": ("spoke", "spoken", "speaks", "speaking"),
    "read": ("read", "read", "reads", "reading"), "think": ("thought", "thought", "thinks", "thinking"),
    "put": ("put", "put", "puts", "putting"), "go": ("went", "gone", "goes", "going"),
    "swear": ("swore", "sworn", "swears", "swearing"), "sing": ("sang", "sung", "sings", "singing"),
    "begin": ("began", "begun", "begins", "beginning"), "feel": ("felt", "felt", "feels", "feeling"),
    "find": ("found", "found", "finds", "finding"), "know": ("knew", "known", "knows", "knowing"),
    "hold": ("held", "held", "holds", "holding"), "make": ("made", "made", "makes", "making"),
    "foresee": ("foresaw", "foreseen", "foresees", "foreseeing"), "see": ("saw", "seen", "sees", "seeing"),
    "give": ("gave", "given", "gives", "giving"), "take": ("took", "taken", "takes", "taking"),
    "run": ("ran", "run", "runs", "running"), "come": ("came", "come", "comes", "coming"),
    "get": ("got", "gotten", "gets", "getting"), "keep": ("kept", "kept", "keeps", "keeping"),
    "let": ("let", "let", "lets", "letting"), "mean": ("meant", "meant", "means", "meaning"),
    "meet": ("met", "met", "meets", "meeting"), "leave": ("left", "left", "leaves", "leaving"),
    "lead": ("led", "led", "leads", "leading"), "lose": ("lost", "lost", "loses", "losing"),
    "win": ("won", "won", "wins", "winning"), "send": ("sent", "sent", "sends", "sending"),
    "set": ("set", "set", "sets", "setting"), "show": ("showed", "shown", "shows", "showing"),
    "shoot": ("shot", "shot", "shoots", "shooting"), "fire": ("fired", "fired", "fires", "firing"),
    "hit": ("hit", "hit", "hits", "hitting"), "sit": ("sat", "sat", "sits", "sitting"),
    "stand": ("stood", "stood", "stands", "standing"), "understand": ("understood",) * 2 + ("understands", "understanding"),
    "become": ("became", "become", "becomes", "becoming"), "bring": ("brought", "brought", "brings", "bringing"),
    "build": ("built", "built", "builds", "building"), "buy": ("bought", "bought", "buys", "buying"),
    "choose": ("chose", "chosen", "chooses", "choosing"), "draw": ("drew", "drawn", "draws", "drawing"),
    "fall": ("fell", "fallen", "falls", "falling"), "fight": ("fought", "fought", "fights", "fighting"),
    "grow": ("grew", "grown", "grows", "growing"), "hear": ("heard", "heard", "hears", "hearing"),
    "pay": ("paid", "paid", "pays", "paying"), "rise": ("rose", "risen", "rises", "rising"),
    "sell": ("sold", "sold", "sells", "selling"), "spend": ("spent", "spent", "spends", "spending"),
    "throw": ("threw", "thrown", "throws", "throwing"), "strike": ("struck", "struck", "strikes", "striking"),
    "seek": ("sought", "sought", "seeks", "seeking"), "cast": ("cast", "cast", "casts", "casting"),
    "forbid": ("forbade", "forbidden", "forbids", "forbidding"), "do": ("did", "done", "does", "doing"),
    "cut": ("cut", "cut", "cuts", "cutting"), "retell": ("retold", "retold", "retells", "retelling"),
    "rebut": ("rebutted", "rebutted", "rebuts", "rebutting"), "quip": ("quipped", "quipped", "quips", "quipping"),
    "admit": ("admitted", "admitted", "admits", "admitting"), "refer": ("referred", "referred", "refers", "referring"),
    "blog": ("blogged", "blogged", "blogs", "blogging"), "rap": ("rapped", "rapped", "raps", "rapping"),
    "sob": ("sobbed", "sobbed", "sobs", "sobbing"), "slam": ("slammed", "slammed", "slams", "slamming"),
    "dub": ("dubbed", "dubbed", "dubs", "dubbing"), "tag": ("tagged", "tagged", "tags", "tagging"),
    "label": ("labeled", "labelled", "labels", "labeling"), "signal": ("signaled", "signalled", "signals", "signaling"),
    "stop": ("stopped", "stopped", "stops", "stopping"), "plan": ("planned", "planned", "plans", "planning"),
    "permit": ("permitted", "permitted", "permits", "permitting"), "commit": ("committed",) * 2 + ("commits", "committing"),
    "submit": ("submitted", "submitted", "submits", "submitting"), "rip": ("ripped", "ripped", "rips", "ripping"),
    "rebuff": ("rebuffed", "rebuffed", "rebuffs", "rebuffing"), "bet": ("bet", "bet", "bets", "betting"),
    "chant": ("chanted", "chanted", "chants", "chanting"), "liken": ("likened", "likened", "likens", "likening"),
    "drop": ("dropped", "dropped", "drops", "dropping"), "beg": ("begged", "begged", "begs", "begging"),
    "nod": ("nodded", "nodded", "nods", "nodding"), "sum": ("summed", "summed", "sums", "summing"),
    "pin": ("pinned", "pinned", "pins", "pinning"), "tout": ("touted", "touted", "touts", "touting"),
}  # fmt: skip

_SAYING = """
    say tell write add note state declare announce explain argue claim assert insist maintain contend allege affirm
    reaffirm reiterate repeat stress emphasize emphasise underline underscore highlight remark observe comment mention
    reply respond answer retort counter rebut reject deny dispute refute dismiss ask inquire question wonder query
    demand request urge call appeal plead beg implore exhort advise recommend suggest propose hint imply intimate
    warn caution threaten vow pledge promise swear guarantee assure reassure promise
    admit acknowledge concede confess confirm recognize recognise allow agree disagree
    believe think feel know hope fear expect predict forecast project estimate conclude reason speculate guess
    recall remember recount relate reminisce reflect muse ponder
    report disclose reveal inform notify testify attest certify clarify elaborate specify describe characterize
    characterise portray paint depict label brand dub name term deem cast frame liken compare equate
    accuse blame charge criticize criticise condemn denounce decry deplore deride mock ridicule blast slam bash lash
    attack assail lambaste chide scold rebuke reprimand admonish castigate berate excoriate rip chastise
    praise hail laud applaud commend compliment congratulate thank salute tout boast brag gush
    complain lament bemoan mourn regret grumble gripe protest object vent fume rant rail
    joke quip jest tease jab snark crow
    shout yell scream cry exclaim bellow bark roar thunder chant sing whisper murmur mutter mumble sigh sob laugh
    tweet retweet post blog email e-mail text message fax cable
    continue conclude begin interject chime interrupt proceed
    proclaim pronounce opine preach lecture intone utter voice express articulate convey communicate
    rule find decide hold order advocate champion defend justify
    quote cite paraphrase read recite
    theorize theorise posit hypothesize postulate surmise suspect
    volunteer offer venture signal indicate show
    challenge counsel caution remind teach preface
    welcome endorse support back oppose
    address discuss speak talk testify
    marvel enthuse rejoice exult
    downplay minimize dodge demur deflect
    deadpan drawl scoff sneer snap huff chuckle
    snipe bristle fire shoot
    profess avow aver espouse promote pitch
    detail outline summarize summarise sum encapsulate
    advertise publish print headline caption broadcast air
    recommend invoke pen author
    prophesy caution credit fault decry lobby reckon stipulate
""".split()

# Verbs that take quoted words for something else than speech more often than not: weaker evidence.
_WEAK = set(
    """show find hold order read allow know feel think fear expect project support back oppose welcome offer
    speak talk address discuss name term cast air print publish order laugh rule sum fire shoot paint run go
    put make see begin come hear meet use include contain feature reference keep give take want seek launch
    sing charge post post cry relate reason cable message text fax report
    """.split()
)

_OTHER_VERBS = """
    go put make see begin come hear meet use include contain feature keep give take want seek launch run get let mean
    leave lead lose win send set show sit stand understand become bring build buy choose draw fall fight grow pay rise
    sell spend throw strike seem appear look try need help work play move live happen turn start follow stop create
    open walk consider serve die expect stay reach kill remain raise pass require decide return develop carry break
    receive hold hit cut face visit travel join attend sign plan hope vote support oppose refuse release issue deliver
    host appoint elect nominate introduce represent reference cite target push pull back favor favour prefer like love
    hate admire enjoy regard view treat consider seize invoke embrace echo adopt employ apply coin adorn earn gain
    threaten claim focus concentrate centre center compare refer point draw base act react strip replace force drive
    enter exit change fail succeed end finish wait watch listen learn study teach train test check count cost involve
    arrive depart land fly drive ride drop lift add reduce increase decrease rise fall suffer survive endure tackle
    arrest detain jail sentence convict sue settle investigate probe review examine search seek hunt
    spark trigger prompt provoke draw attract garner generate produce cause yield
    """.split()

_DOUBLED = set("stop plan drop shop grab step wrap spot ban bar rob hug admit permit refer prefer".split())


def _inflect(lemma: str) -> tuple[str, str, str, str]:
    """Past, participle, third person and -ing form of a verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]  # type: ignore[return-value]
    if lemma.endswith("e"):
        return lemma + "d", lemma + "d", lemma + "s", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied", lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    return stem + "ed", stem + "ed", third, stem + "ing"


def _put(table: dict[str, str], letter: str, words: str | list[str]) -> None:
    for word in words.split() if isinstance(words, str) else words:
        table[word] = letter


def _words() -> tuple[dict[str, str], dict[str, str]]:
    """Letter of every listed word (see quotes.extraction.shape), and the lemma of every form of a verb."""
    table: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    for lemmata, past, third, base, ing in (
        (_OTHER_VERBS, "v", "v", "u", "G"),
        (_SAYING, "c", "3", "b", "g"),
    ):
        for lemma in lemmata:
            forms = _inflect(lemma)
            for form, letter in (
                (forms[2], third), (forms[3], ing), (lemma, base), (forms[1], past), (forms[0], past),
            ):  # fmt: skip
                table[form] = letter
                lemmas[form] = lemma
    _put(table, "j", _ADJECTIVES)
    _put(table, "n", _SPEECH_NOUNS)
    _put(table, "r", _ROLES)
    _put(table, "y", _PEOPLE)
    _put(table, "t", _TITLES)
    _put(table, "z", _ABBREVIATIONS)
    _put(table, "a", _AUXILIARIES)
    _put(table, "H", "has have had having do does did")
    _put(table, "R", _ADVERBS)
    _put(table, "D", _TIMES)
    _put(table, "i", _PREPOSITIONS)
    _put(table, "0", _NUMBERS)
    _put(table, "d", "the a an his her their its our my your this these those some many several few most all both each every"
         " any no another one two three four five six seven eight nine ten other")  # fmt: skip
    _put(table, "p", "he she they")
    _put(table, "q", "it we i you")
    _put(
        table,
        "o",
        "him them us me himself herself themselves itself something anything everything nothing what",
    )
    _put(table, "w", "who which whose whom")
    _put(table, "k", "that if whether why how because when while as although though since after before until unless once"
         " where than so")  # fmt: skip
    _put(table, "&", "and or but nor yet")
    _put(table, "2", "to")
    _put(table, "f", "of")
    _put(table, "F", "for on")
    _put(table, "e", "is was are were be been being am isn wasn aren weren 'm")
    _put(table, "A", "according per")
    _put(table, "h", "not never n't cannot")
    _put(table, "l", _PARTICLES)
    _put(table, "J", "jr sr esq iii ii iv")
    return table, lemmas


_AUXILIARIES = """will would shall should can could may might must
    isn wasn aren weren hasn haven hadn won wouldn shouldn couldn don doesn didn ain 've 're 'll 'd 'm
    """
_ADVERBS = """also later then again now still just even only already ever always often sometimes once twice soon
    further instead however meanwhile moreover furthermore additionally therefore thus too else perhaps maybe rather
    simply merely famously reportedly allegedly previously recently earlier repeatedly publicly openly first finally
    eventually afterward afterwards ago away back there here together
    forward well almost nearly quite very much more less least enough likewise nonetheless nevertheless indeed
    """
_TIMES = """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays january february march april june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun today yesterday tomorrow
    tonight morning afternoon evening night noon midnight week month year weekend hour minute weeks months years days
    day hours minutes time times a.m p.m am pm overnight
    """
_PREPOSITIONS = """in at with from by about into over during between against under within without through
    near upon among amid toward towards despite onto via behind beyond across throughout outside inside above below
    like unlike up down off out including regarding concerning alongside following around atop
    """
_NUMBERS = "hundred thousand million billion dozen eleven twelve twenty thirty forty fifty"
_PARTICLES = "van von der den de la le du da di dos del bin ibn al el abu bint ben ter ten af av zu y"

_TITLES = """mr mrs ms dr sen rep gov gen col lt sgt capt maj cpl pvt adm cmdr prof rev hon reps sens govs sir dame lord
    lady madam mme pres supt insp det atty fr st hrh miss mx amb messrs del assemblyman
    """
_ABBREVIATIONS = """no vs inc corp ltd co etc viz approx dept est jan feb mar apr jun jul aug sept oct nov dec ala ariz
    ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash
    wis wyo d-n.y r-n.y e.g i.e u.s u.k u.n p.m a.m
    """
_ADJECTIVES = """former senior junior deputy acting top chief presidential foreign national international federal
    local vice prime interim outgoing incoming longtime veteran late ex fellow leading conservative liberal progressive
    moderate democratic republican libertarian independent gop new old young american russian chinese iranian british
    french german european african asian israeli political military economic financial legal medical religious public
    private presumptive rival then-president white-house democratic-leaning assistant associate executive managing
    general special state civil human nuclear social supreme anonymous unnamed unidentified so-called self-described
    then own anti-trump pro-trump official high-ranking high-level top-ranking long-time prominent influential
    controversial popular billionaire millionaire legendary celebrated retired right-wing left-wing far-right
    republican-led bipartisan nonpartisan nonprofit permanent parliamentary ministerial regional municipal
    """
_ROLES = """president minister premier chancellor king queen prince princess emperor sultan emir sheikh shah pope
    ambassador envoy diplomat consul attache secretary undersecretary spokesman spokeswoman spokesperson spox speaker
    senator congressman congresswoman representative lawmaker legislator parliamentarian mp mep governor mayor
    councilman councilwoman councillor commissioner chairman chairwoman chairperson chair director head chief leader
    boss manager adviser advisor aide counselor strategist consultant operative organizer activist campaigner
    candidate nominee hopeful contender frontrunner front-runner challenger incumbent official officer general colonel
    commander captain lieutenant sergeant admiral marshal major brigadier soldier veteran judge justice magistrate
    prosecutor attorney lawyer solicitor barrister sheriff detective inspector constable superintendent
    professor lecturer scholar historian researcher scientist economist analyst expert pollster teacher principal
    doctor physician nurse surgeon psychologist psychiatrist author writer novelist poet journalist reporter
    correspondent columnist editor publisher blogger commentator pundit host anchor moderator broadcaster
    actor actress singer rapper musician artist comedian director filmmaker producer celebrity star model
    businessman businesswoman entrepreneur executive ceo cfo coo founder co-founder cofounder co-chair owner investor banker
    billionaire mogul tycoon developer donor treasurer coordinator administrator superintendent
    bishop archbishop cardinal priest pastor reverend rabbi imam ayatollah cleric
    player coach quarterback athlete footballer
    republican democrat libertarian socialist conservative liberal
    witness victim resident neighbor neighbour voter supporter critic opponent rival colleague friend
    wife husband son daughter father mother brother sister uncle aunt cousin
    student worker employee veteran farmer protester demonstrator whip member astronomer photographer philosopher programmer trader dealer broker miner painter builder driver pilot cyclist swimmer runner golfer boxer sailor firefighter policeman policewoman trooper ranger guard clerk cashier waiter waitress bartender chef librarian archivist curator trustee dean provost rector registrar chemist physicist biologist geologist astronaut cosmonaut engineer technician ballerina dancer drummer guitarist composer conductor playwright screenwriter showrunner vlogger youtuber influencer gamer investor shareholder landlord tenant homeowner shopkeeper grocer retailer refugee migrant prisoner inmate defendant plaintiff juror whistleblower hacker spy agent deputy aide-de-camp governor-general envoy monarch duke duchess baron baroness earl count countess pastor evangelist televangelist missionary nun monk resident caller passenger maker designer artist programmer engineer owner guest nurse teacher user writer
    ombudsman rapporteur negotiator mediator delegate emissary interpreter
    narrator announcer
    """
_PEOPLE = """man woman people person boy girl guy user users critics supporters officials sources aides advisers advisors
    lawmakers republicans democrats voters residents protesters demonstrators activists experts analysts reporters
    journalists senators leaders members candidates police authorities investigators prosecutors scientists
    researchers doctors economists historians observers opponents participants attendees students parents teachers
    source others someone everyone nobody anyone somebody everybody crowd audience group panel board team company
    firm agency ministry department government administration campaign committee commission council court party union
    organization organisation association institute foundation university newspaper paper magazine outlet network
    channel website site editors office administration confidant allies ally advocates advocate group groups lawyers attorneys diplomats ministers officers soldiers governors spokesmen
    spokespeople workers employees witnesses victims neighbors friends colleagues family families couple
    """
_SPEECH_NOUNS = """statement statements letter letters email emails memo speech speeches interview interviews article
    articles editorial op-ed column columns posting message messages press release news conference briefing testimony
    lawsuit suit complaint filing petition poll polls survey study ad ads advertisement commercial video clip sign
    banner poster transcript resolution communique communiqué declaration essay story piece ruling
    decision opinion reply phrase words slogan motto page pages website text
    indictment affidavit warrant platform manifesto pamphlet flyer mailer script song editorials notice
    """

_ORGANISATION = set(
    """ministry department agency committee commission council court party union organization organisation
    association institute foundation university college school times post journal herald tribune guardian gazette news
    network channel press service bureau office administration campaign company corporation inc corp group bank fund
    board center centre coalition alliance federation league forum society church army navy force forces police guard
    parliament senate congress house assembly cabinet government kremlin pentagon embassy mission nations nato fbi cia
    cnn nbc abc cbs msnbc fox bbc npr pbs reuters ap afp tass wapo nyt huffpost politico breitbart buzzfeed gop dnc rnc un eu
    nra aclu naacp plc llc ltd magazine weekly daily review tv radio media authority registry ministry's team club
    hospital museum library secretariat directorate tribunal consortium project initiative pac action caucus
    state department treasury un unesco unicef opec iaea who imf wto ecb fed
    """.split()
)

_GENDERED = {
    **dict.fromkeys("mr sir lord king prince spokesman congressman chairman businessman councilman assemblyman father widower"
                    " husband son brother".split(), "m"),
    **dict.fromkeys("mrs ms miss dame lady madam queen princess spokeswoman congresswoman chairwoman businesswoman"
                    " councilwoman assemblywoman actress mother widow wife daughter sister".split(), "f"),
}  # fmt: skip
_COUNTRIES = """afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
    bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria
    burundi cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti
    dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana greece grenada
    guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
    kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania
    luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco
    mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman
    pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal
    serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan
    tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela
    vietnam yemen zambia zimbabwe england scotland wales greenland america europe africa asia u.s. us uk u.k. uae""".split()
_LONG_PLACES = """united states|united kingdom|united arab emirates|saudi arabia|south korea|north korea|n. korea|s. korea|
    south africa|new zealand|sri lanka|el salvador|costa rica|puerto rico|hong kong|northern ireland|south sudan|
    burkina faso|sierra leone|papua new guinea|equatorial guinea|dominican republic|czech republic|vatican city|
    east timor|cape verde|ivory coast|san marino|soviet union|european union|new york|new hampshire|new jersey|new mexico|
    north carolina|south carolina|north dakota|south dakota|west virginia|rhode island|new york city|new orleans|
    los angeles|san francisco|las vegas|silicon valley|wall street|capitol hill|west bank|middle east|
    gaza strip|islamic republic""".replace("\n", "").split("|")
_REGIONS = """alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming gaza
    catalonia crimea quebec ontario bavaria chicago boston cleveland philadelphia miami houston dallas atlanta denver
    detroit seattle tulsa""".split()
_DEMONYMS = """afghan albanian algerian american angolan argentine armenian australian austrian azeri azerbaijani bahraini
    bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian chilean chinese
    colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english estonian ethiopian
    european finnish french georgian german ghanaian greek guatemalan haitian hungarian icelandic indian indonesian iranian
    iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean kuwaiti kyrgyz lao latvian lebanese libyan
    lithuanian malaysian maltese mexican moldovan mongolian montenegrin moroccan nepali nicaraguan nigerian norwegian omani
    pakistani palestinian panamanian peruvian philippine polish portuguese qatari romanian russian rwandan saudi scottish
    senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian
    thai tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
    texan arab catholic muslim jewish""".split()
_CAPITALS = """abuja accra ankara astana athens baghdad baku bangkok beijing beirut belgrade berlin bern bogota brasilia
    brussels bucharest budapest cairo canberra caracas copenhagen damascus delhi dhaka doha dublin hanoi harare havana
    helsinki islamabad jakarta jerusalem kabul khartoum kiev kyiv kinshasa lima lisbon london madrid manila minsk moscow
    nairobi oslo ottawa paris prague pyongyang quito rabat riga riyadh rome santiago sarajevo seoul skopje sofia stockholm
    taipei tallinn tbilisi tehran tokyo tripoli tunis vienna vilnius warsaw washington yerevan zagreb ramallah""".split()
_SEATS = [
    "kremlin",
    "white house",
    "pentagon",
    "downing street",
    "élysée",
    "elysee",
    "vatican",
    "foggy bottom",
    "whitehall",
]
_PLACES = [*_COUNTRIES, *(p.strip() for p in _LONG_PLACES), *_REGIONS, *_CAPITALS, *_DEMONYMS]

_ENDINGS = (
    ("ly", "R"), ("ing", "G"), ("ed", "v"), ("al", "j"), ("ic", "j"), ("ous", "j"), ("ive", "j"), ("ish", "j"),
    ("ary", "j"), ("ese", "j"), ("ist", "r"), ("ists", "y"), ("man", "r"), ("woman", "r"), ("person", "r"), ("men", "y"),
    ("women", "y"),
)  # fmt: skip

_MALE = """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey jeff ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory greg frank alexander raymond
    patrick jack dennis jerry tyler aaron jose adam henry nathan douglas doug zachary peter kyle walter ethan jeremy harold
    keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert
    willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis bobby philip bob bill jim tom tim ted
    mike mitt barack bernie newt rick rob ron rand marco chris john steve dave dan don ed fred harry jeb ken lindsey martin
    matt mitch neil nick pete phil ray rudy rupert simon stan stuart todd tony vladimir sergei dmitry mohammed muhammad ahmed
    ali hassan ibrahim omar abdullah khalid hamid javad ayatollah emmanuel francois jean pierre jacques hans heinz klaus
    wolfgang jens angelo giovanni luigi mario carlos luis jorge miguel pedro pablo alejandro fernando josh jake luke liam mason owen max leo oscar felix hugo theo lucas dominic declan duncan gavin graham grant craig clark clay cliff cody cole colin corey cory curtis dale darrell darren dean derek devin dexter dirk drew dustin dwight earl eddie edwin eli elliott emil ernest ernie evan floyd forrest francis frankie franklin fritz gareth gene geoffrey geoff gilbert glen gordon guy hal hank harvey hector herbert herman howard hubert hugh ian ira irving isaac ivan jared jasper jay jed jerome jimmy joel joey johnny jon josiah julian julius kent kirk kurt lance lee leon leonard leroy lester lewis lionel lloyd lou lyle manuel marcus marshall marvin maurice melvin micah mickey miles milton mohammad morris moses murray ned nigel noel norman oliver omar orlando otto percy perry pierce preston quentin ralph randall reginald rex ricardo roberto roderick roland roman ross rupert russ salvador sandy saul seth shane sheldon sherman sidney spencer stanley stefan sterling sylvester terrence thaddeus toby tobias travis trevor troy vernon vince virgil wade wallace warren wendell wesley wes wilbur wilfred winston xavier yusuf zach zack abdul ahmad akbar amir arash arif asad aziz bilal dariush farid farhad hossein hussein ismail jamal karim mahmoud majid mansour mehdi mostafa mustafa rashid reza saeed salim sami samir tamer walid yasser youssef zaid hiroshi kenji takashi jin wei jun ming raj ravi sanjay vijay arun anil rahul amit aleksander bogdan dmitri dragan goran ivo janos jozef laszlo lech marek milan miroslav pavel petr stanislav tomasz vaclav viktor vladislav zoran
    fernando recep benjamin binyamin
    moshe boris jeremy nigel tariq imran narendra shinzo antonio antónio ban kofi tedros justin malcolm ricky glenn sean rush
    hakeem chuck mick bashar nasser masoud nicolás nicolas nicolaus viktor igor yuri mikhail aleksandr alexei oleg andrei
    volodymyr petro""".split()
_FEMALE = """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
    kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
    angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine
    maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea
    cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice julia judy sophia grace
    denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
    hillary chelsea ivanka melania kellyanne carly elena sonia ruth loretta tammy claire dianne barbara kirsten kamala nikki
    sarah huma donna debbie tulsi condoleezza madeleine angela theresa nicola jacinda ursula federica christine aung marine
    jill megyn rosie katy anne kate katie jane susana mia lena wendy gwen huda fatima aisha amina leila zainab kristen
    stephanie mika alicia abigail ada adele agnes alison allison alyssa amelia ana anastasia andrea anita annie annette april arlene audrey ava barb becky bella bernadette bertha bess beth bethany betsy bonnie brandi bridget candace carla carmen carrie cassandra cathy cecilia celia charlene cindy clara colleen connie cora courtney crystal daisy dana daniela daphne darlene dawn della desiree dolores dora dorothea edith eileen elaine eleanor elise eliza ella ellen elsa elsie emilia erica erika erin esther ethel eva faith felicia fiona flora florence gabriella gail gena geraldine gertrude gina ginger greta hazel heidi henrietta holly hope ida imogen ingrid irene iris isabel ivy jackie jan jasmine jeanette jeanne jenna jennie jenny jo joann joanna joanne jocelyn jodi josephine joy juanita kara karina kathy kay kendra kerry kim krista kristin lana larissa latoya lara laurie leah leslie lillian lily liz lois lola loretta lorraine lucia lucille lucy lydia lynn mabel mae maggie maija mandy marcia margarita margo marian marina marjorie marlene marsha maureen maxine meg melinda mercedes meredith michele mildred millie minnie miranda miriam moira molly mona monica muriel myra nadia naomi nell nina noor nora norma olga ophelia paige patti paula pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla queenie ramona regina renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne ruby sabrina sadie sally selena serena shannon sheila shelby shelley sherry simone sonja stacey stacy stella sue suzanne sybil sylvia tamara tanya tara tatiana teri tessa thelma tiffany tina toni tracy trudy ursula valerie vanessa vera veronica vicki vivian wanda whitney wilma winifred yolanda yvette yvonne zelda zoe farah fatemeh golnar hanan layla maryam nadine nasrin noura parisa rania samira shirin yasmin zahra akiko mei yuki priya anjali indira sushma""".split()


# Given to men and women alike: they tell nothing.
_EITHER = set(
    """terry kelly jordan casey taylor morgan jamie pat chris alex sam kim robin dana jackie leslie lynn shannon
    stacy tracy kerry drew jody jesse ashley dale jean andrea alexis kendall jessie riley avery quinn rory sandy francis
    marion joan lee loren angel ariel""".split()
)
# The long forms of titles, for comparing the roles that a text gives one person.
_LONG_TITLES = {"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "congressman": "representative",
                "congresswoman": "representative", "pres": "president", "prof": "professor", "lt": "lieutenant",
                "col": "colonel", "premier": "minister", "spokeswoman": "spokesperson", "spokesman": "spokesperson",
                "nominee": "candidate", "contender": "candidate", "hopeful": "candidate", "adviser": "advisor"}  # fmt: skip
_BODY_NOUNS = frozenset(
    """campaign office administration team government ministry department committee commission council
    court party union organization organisation association institute foundation university newspaper paper company firm
    agency group panel board delegation embassy parliament army police network channel bank regime junta coalition
    magazine website institute league""".split()
)


def _build() -> Language:
    letters, lemmas = _words()
    return Language(
        code="en",
        letters=letters,
        lemmas=lemmas,
        endings=_ENDINGS,
        weak=frozenset(_WEAK),
        organisations=frozenset(_ORGANISATION),
        relaying=frozenset(["report"]),
        issued=frozenset(
            "statement communique communiqué release announcement declaration letter tweet post".split()
        ),
        state_bodies=frozenset("ministry parliament army presidency cabinet".split()),
        after_names=frozenset("qc kc mp mep phd md obe cbe mbe himself herself itself".split()),
        gendered=_GENDERED,
        places=frozenset(_PLACES),
        seats=frozenset(_SEATS),
        first_names={
            **dict.fromkeys(_FEMALE, "f"),
            **dict.fromkeys(_MALE, "m"),
            **dict.fromkeys(_EITHER, ""),
        },  # fmt: skip
        long_titles=_LONG_TITLES,
        body_nouns=_BODY_NOUNS,
        cased={"Del": "t", "Don": "C"},
        weights=json.loads((Path(__file__).parent / "english_weights.json").read_text("utf-8")),
    )


ENGLISH = _build()
