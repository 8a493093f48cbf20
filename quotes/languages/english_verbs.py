"""English verbs: those of saying, those of doing, and their forms. Data, and the spelling of endings."""

from __future__ import annotations

# Forms that spelling does not give: lemma, past, participle, third person, -ing.
IRREGULAR = {
    forms[0]: forms
    for forms in map(
        str.split,
        """
        awake awoke awoken awakes awaking
        bind bound bound binds binding
        bite bit bitten bites biting
        blow blew blown blows blowing
        burst burst burst bursts bursting
        catch caught caught catches catching
        dig dug dug digs digging
        drink drank drunk drinks drinking
        drive drove driven drives driving
        eat ate eaten eats eating
        feed fed fed feeds feeding
        flee fled fled flees fleeing
        fly flew flown flies flying
        forget forgot forgotten forgets forgetting
        forgive forgave forgiven forgives forgiving
        freeze froze frozen freezes freezing
        hang hung hung hangs hanging
        hide hid hidden hides hiding
        hurt hurt hurt hurts hurting
        lay laid laid lays laying
        lend lent lent lends lending
        lie lay lain lies lying
        mistake mistook mistaken mistakes mistaking
        oversee oversaw overseen oversees overseeing
        overthrow overthrew overthrown overthrows overthrowing
        quit quit quit quits quitting
        ride rode ridden rides riding
        shake shook shaken shakes shaking
        shut shut shut shuts shutting
        sink sank sunk sinks sinking
        sleep slept slept sleeps sleeping
        split split split splits splitting
        steal stole stolen steals stealing
        stick stuck stuck sticks sticking
        swim swam swum swims swimming
        swing swung swung swings swinging
        teach taught taught teaches teaching
        undergo underwent undergone undergoes undergoing
        undertake undertook undertaken undertakes undertaking
        uphold upheld upheld upholds upholding
        wake woke woken wakes waking
        wear wore worn wears wearing
        withdraw withdrew withdrawn withdraws withdrawing
        withhold withheld withheld withholds withholding
        become became become becomes becoming
        begin began begun begins beginning
        bet bet bet bets betting
        bring brought brought brings bringing
        build built built builds building
        buy bought bought buys buying
        cast cast cast casts casting
        choose chose chosen chooses choosing
        come came come comes coming
        cut cut cut cuts cutting
        do did done does doing
        draw drew drawn draws drawing
        fall fell fallen falls falling
        feel felt felt feels feeling
        fight fought fought fights fighting
        find found found finds finding
        forbid forbade forbidden forbids forbidding
        foresee foresaw foreseen foresees foreseeing
        get got gotten gets getting
        give gave given gives giving
        go went gone goes going
        grow grew grown grows growing
        hear heard heard hears hearing
        hit hit hit hits hitting
        hold held held holds holding
        keep kept kept keeps keeping
        know knew known knows knowing
        label labeled labelled labels labeling
        lead led led leads leading
        leave left left leaves leaving
        let let let lets letting
        lose lost lost loses losing
        make made made makes making
        mean meant meant means meaning
        meet met met meets meeting
        pay paid paid pays paying
        put put put puts putting
        read read read reads reading
        retell retold retold retells retelling
        rise rose risen rises rising
        run ran run runs running
        say said said says saying
        see saw seen sees seeing
        seek sought sought seeks seeking
        sell sold sold sells selling
        send sent sent sends sending
        set set set sets setting
        shoot shot shot shoots shooting
        show showed shown shows showing
        signal signaled signalled signals signaling
        sing sang sung sings singing
        sit sat sat sits sitting
        speak spoke spoken speaks speaking
        spend spent spent spends spending
        stand stood stood stands standing
        strike struck struck strikes striking
        swear swore sworn swears swearing
        take took taken takes taking
        tell told told tells telling
        think thought thought thinks thinking
        throw threw thrown throws throwing
        understand understood understood understands understanding
        win won won wins winning
        write wrote written writes writing
        """.strip().splitlines(),
    )
}
# Verbs that double their last letter.
DOUBLED = """
    admit ban bar beg blog commit drop dub grab hug nod permit pin plan prefer quip rap rebut refer rip
    rob shop slam sob spot step stop submit sum tag wrap
""".split()

# Verbs that can bring in what somebody says, writes or thinks.
SAYING = """
    say tell write add note state declare announce explain argue claim assert insist maintain contend
    allege affirm reaffirm reiterate repeat stress emphasize emphasise underline underscore highlight
    remark observe comment mention reply respond answer retort counter rebut reject deny dispute refute
    dismiss ask inquire question wonder query demand request urge call appeal plead beg implore exhort
    advise recommend suggest propose hint imply intimate warn caution threaten vow pledge promise swear
    guarantee assure reassure admit acknowledge concede confess confirm recognize recognise allow agree
    disagree believe think feel know hope fear expect predict forecast project estimate conclude reason
    speculate guess recall remember recount relate reminisce reflect muse ponder report disclose reveal
    inform notify testify attest certify clarify elaborate specify describe characterize characterise
    portray paint depict label brand dub name term deem cast frame liken compare equate accuse blame
    charge criticize criticise condemn denounce decry deplore deride mock ridicule blast slam bash lash
    attack assail lambaste chide scold rebuke reprimand admonish castigate berate excoriate rip chastise
    praise hail laud applaud commend compliment congratulate thank salute tout boast brag gush complain
    lament bemoan mourn regret grumble gripe protest object vent fume rant rail joke quip jest tease jab
    snark crow shout yell scream cry exclaim bellow bark roar thunder chant whisper murmur mutter
    mumble sigh sob laugh tweet retweet post blog email e-mail text message fax cable continue begin
    interject chime interrupt proceed proclaim pronounce opine preach lecture intone utter voice express
    articulate convey communicate rule find decide hold order advocate champion defend justify quote
    cite paraphrase read recite theorize theorise posit hypothesize postulate surmise suspect volunteer
    offer venture signal indicate show challenge counsel remind teach preface welcome endorse support
    back oppose address discuss speak talk marvel enthuse rejoice exult downplay minimize dodge demur
    deflect deadpan drawl scoff sneer snap huff chuckle snipe bristle fire shoot profess avow aver
    espouse promote pitch detail outline summarize summarise sum encapsulate advertise publish print
    headline caption broadcast air invoke pen author prophesy credit fault lobby reckon stipulate
    refer retaliate riff rattle reassert rejoin retweet smile grin shrug wail whine weep enunciate
    summarise rhapsodize banter cackle croon gloat gripe growl groan grunt guffaw hiss howl interpose
    moan nod plead prod quibble rasp remonstrate seethe shriek snarl snort splutter squeal stammer
    stutter swoon taunt thunder wisecrack yelp harangue heckle hoot inveigh jeer sermonize spout
    theorise vouch wager warble sniff gasp blurt purr
""".split()

# Other frequent verbs.
DOING = """
    awake bind bite blow burst catch dig drink drive eat feed flee fly forget forgive freeze hang hide
    hurt lay lend lie mistake oversee overthrow quit ride shake shut sink sleep split steal stick swim
    swing teach undergo undertake uphold wake wear withdraw withhold
    go put make see begin come hear meet use include contain feature keep give take want seek launch run
    get let mean leave lead lose win send set show sit stand understand become bring build buy choose
    draw fall fight grow pay rise sell spend throw strike seem appear look try need help work play move
    live happen turn start follow stop create open walk consider serve die expect stay reach kill remain
    raise pass require decide return develop carry break receive hold hit cut face visit travel join
    attend sign plan hope vote support oppose refuse release issue deliver host appoint elect nominate
    introduce represent reference cite target push pull back favor favour prefer like love hate admire
    enjoy regard view treat seize invoke embrace echo adopt employ apply coin adorn earn gain threaten
    claim focus concentrate centre center compare refer point base act react strip replace force drive
    enter exit change fail succeed end finish wait watch listen learn study teach train test check count
    cost involve arrive depart land fly ride drop lift add reduce increase decrease suffer survive
    endure tackle arrest detain jail sentence convict sue settle investigate probe review examine search
    hunt spark trigger prompt provoke attract garner generate produce cause yield
""".split()


def forms(lemma: str) -> tuple[str, str, str, str]:
    """Return past, participle, third person and -ing form of a verb."""
    if lemma in IRREGULAR:
        _, past, participle, third, ing = IRREGULAR[lemma]
        return past, participle, third, ing
    if lemma.endswith("e"):
        return lemma + "d", lemma + "d", lemma + "s", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied", lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = lemma + lemma[-1] if lemma in DOUBLED else lemma
    return stem + "ed", stem + "ed", third, stem + "ing"
