"""English names: titles, roles, places and bodies. Data only."""

from __future__ import annotations

# Words before a name that make a title of it, mostly cut short.
TITLES = """
    mr mrs ms dr sen rep gov gen col lt sgt capt maj cpl pvt adm cmdr prof rev hon reps sens govs sir
    dame lord lady madam mme pres supt insp det atty fr st hrh miss mx hajia hajiya alhaji amb messrs h.e daw datuk dato sayyid msgr del assemblyman
    brig mdm shri smt seri tun ustaz alhaji engr pandit maulana viscount subedar havildar
""".split()

# What a person can be: roles, offices, trades.
ROLES = """
    widow widower survivor teenager pensioner grandmother grandfather cousin niece nephew president minister premier chancellor king queen prince princess emperor sultan emir sheikh shah
    pope ambassador ambassador-at-large envoy diplomat consul attache secretary undersecretary spokesman spokeswoman
    spokesperson spox speaker senator congressman congresswoman representative lawmaker legislator
    parliamentarian mp mep governor mayor councilman councilwoman councillor commissioner chairman
    chairwoman chairperson chair director head chief leader boss manager adviser advisor aide counselor
    strategist consultant operative organizer activist campaigner candidate nominee hopeful contender
    frontrunner front-runner challenger incumbent official officer general colonel commander captain
    lieutenant sergeant admiral marshal major brigadier soldier veteran judge justice magistrate
    prosecutor attorney lawyer solicitor barrister sheriff detective inspector constable superintendent
    professor lecturer scholar historian researcher scientist economist analyst expert pollster teacher
    principal doctor physician nurse surgeon psychologist psychiatrist author writer novelist poet
    journalist reporter correspondent columnist editor publisher blogger commentator pundit host anchor
    moderator broadcaster actor actress singer rapper musician artist comedian filmmaker producer
    celebrity star model businessman businesswoman entrepreneur executive ceo cfo coo founder co-founder
    cofounder co-chair owner investor banker billionaire mogul tycoon developer donor treasurer
    coordinator administrator bishop archbishop cardinal priest pastor reverend rabbi imam ayatollah
    cleric player coach quarterback athlete footballer republican democrat libertarian socialist
    conservative liberal witness victim resident neighbor neighbour voter supporter critic opponent
    rival colleague friend wife husband son daughter father mother brother sister uncle aunt cousin
    student worker employee farmer protester demonstrator whip member astronomer photographer
    philosopher programmer trader dealer broker miner painter builder driver pilot cyclist swimmer
    runner golfer boxer sailor firefighter policeman policewoman trooper ranger guard clerk cashier
    waiter waitress bartender chef librarian archivist curator trustee dean provost rector registrar
    chemist physicist biologist geologist astronaut cosmonaut engineer technician ballerina dancer
    drummer guitarist composer conductor playwright screenwriter showrunner vlogger youtuber influencer
    gamer shareholder landlord tenant homeowner shopkeeper grocer retailer refugee migrant prisoner
    inmate defendant plaintiff juror whistleblower hacker spy agent deputy aide-de-camp governor-general
    monarch duke duchess baron baroness earl count countess evangelist televangelist missionary nun monk
    caller passenger maker designer guest user ombudsman rapporteur negotiator mediator delegate
    emissary interpreter narrator announcer assemblywoman co-author questioner guru alderman comptroller
    frontwoman lieutenant-governor auditor year-old counsel lifeguard goalkeeper goalie striker linebacker guide
    ''','''year-old butcher retiree fisherman housewife cleaner plumber volunteer villager eyewitness motorist
    tourist mother-of-three mother-of-two father-of-two father-of-three mum dad gran grandad schoolboy
    schoolgirl herder mechanic hairdresser vendor fishmonger steelworker
    dockworker headteacher headmaster landowner rancher logger trucker postman postmaster publican bookseller
    florist gardener beekeeper zookeeper warden caretaker paramedic organiser architect investigator orphan
    cadet diver surfer climber hiker midfielder defender winger skipper jockey sprinter marathoner
    batsman bowler all-rounder playmaker pitcher oncologist epidemiologist virologist seismologist volcanologist
    meteorologist glaciologist ecologist archaeologist paleontologist anthropologist sociologist paediatrician
    pediatrician postdoc coroner justices backbencher custodian janitor tutor nanny welder
    electrician seller blacksmith cartographer toxicologist immunologist neurologist cardiologist
    botanist zoologist linguist demographer climatologist hydrologist statistician mathematician cabinetmaker
    bailiff chaplain vicar pathologist
""".split()

# People and bodies in general.
PEOPLE = """
    man woman people person boy girl guy user users critics supporters officials sources aides advisers
    advisors lawmakers republicans democrats voters residents protesters demonstrators activists experts
    analysts reporters journalists senators leaders members candidates police authorities investigators
    prosecutors scientists researchers doctors economists historians observers opponents participants
    attendees students parents teachers source others someone everyone nobody anyone somebody everybody
    crowd audience group panel board team company firm agency ministry department government
    administration campaign committee commission council court party union organization organisation
    association institute foundation university newspaper paper magazine outlet network channel website
    site editors office confidant allies ally advocates advocate groups lawyers attorneys diplomats
    ministers officers soldiers governors spokesmen spokespeople workers employees witnesses victims
    neighbors friends colleagues family families couple army navy military militia coalition embassy
    parliament cabinet bank company hospital school mosque church percent pct organisers organizers
    sides side opposition doctors nurses medics rescuers firefighters prisoners detainees hostages refugees migrants
    commentators columnists pundits television pollsters negotiators mediators envoys delegates delegations
    spectators marchers fans celebrants interviewees respondents insiders loyalists surrogates
    clerics bishops monks villagers townspeople locals islanders settlers farmers fishermen
    miners builders drivers pilots sailors veterans commanders generals mayors governors judges
    justices jurors defendants plaintiffs lobbyists bankers investors traders executives
    employers managers directors chiefs heads ceos owners donors volunteers staffers operatives
    strategists consultants academics scholars professors historians philosophers authors writers
    novelists poets artists actors musicians bloggers tweeters commenters readers viewers listeners
    passengers survivors relatives mourners widows mothers fathers children kids teenagers youths
    women's-groups unions parties factions rebels fighters guerrillas insurgents militants extremists
    terrorists jihadists islamists soldiers troops peacekeepers inspectors monitors auditors regulators
    legislators parliamentarians deputies councillors councilors aldermen ambassadors consuls
    presidents premiers kings royals callers questioners
""".split()

# Nouns for a body that speaks, as in "the Danforth campaign".
BODY_NOUNS = """
    administration agency army association bank board campaign channel coalition commission committee
    company council court delegation department embassy firm foundation government group institute junta
    league magazine ministry network newspaper office organisation organization panel paper parliament
    party police regime team union university website
""".split()

# Words that make a capitalised name that of a body.
BODIES = """
    community chamber cross watch greenpeace oxfam mercosur eurogroup bench
    abc aclu action administration afp agency alliance ap army assembly association authority bank bbc
    board breitbart bureau buzzfeed cabinet campaign caucus cbs center centre channel church cia club
    cnn coalition college commission committee company congress consortium corp corporation council
    court daily department directorate dnc ecb embassy eu fbi fed federation force forces forum
    foundation fox fund gazette gop government group guard guardian herald hospital house huffpost iaea
    imf inc initiative institute journal kremlin league library llc ltd magazine media ministry
    ministry's mission msnbc museum naacp nations nato navy nbc network news npr nra nyt office opec
    organisation organization pac parliament party pbs pentagon plc police politico post press project
    radio registry reuters review rnc school secretariat senate service society state tass team times
    treasury tribunal tribune tv un unesco unicef union university wapo weekly who wto
    guild street avenue boulevard road tower towers square bridge airport stadium arena hotel palace plaza
    river island islands beach valley county war act amendment accord treaty pact convention
    constitution awards festival olympics bowl shirt videos video show states inn records
    chiefs pictures studios theater theatre academy crossroads partners networks industries holdings systems
    technologies airlines motors brothers sons associates matters lives
""".split()

# Titles and roles that tell whether a man or a woman has them.
OF_MEN = """
    mr sir lord king prince spokesman congressman chairman businessman councilman assemblyman father
    widower husband son brother man boy guy gentleman grandfather grandson nephew uncle stepfather
    boyfriend policeman fisherman
""".split()
OF_WOMEN = """
    mrs ms miss dame lady madam queen princess spokeswoman congresswoman chairwoman businesswoman
    councilwoman assemblywoman actress mother widow wife daughter sister woman girl grandmother granddaughter
    niece aunt stepmother girlfriend policewoman waitress
""".split()

PARENTS = "father mother grandfather grandmother dad mom uncle aunt".split()
CHILDREN = "son daughter grandson granddaughter nephew niece".split()

# Places beside the countries of the table, and its regions that are never somebody's name.
REGIONS = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah
    vermont virginia wisconsin wyoming gaza catalonia crimea quebec ontario bavaria chicago boston
    cleveland philadelphia miami houston dallas atlanta denver detroit seattle tulsa
""".split()

# Lands, faiths and more of which somebody may be.
OTHER_PLACES = """
    england scotland wales europe africa asia european english scottish welsh texan arab catholic muslim jewish
""".split()

# Places of more than one word.
LONG_PLACES = """
    northern_ireland european_union new_york new_hampshire new_jersey new_mexico north_carolina south_carolina
    north_dakota south_dakota west_virginia rhode_island new_york_city new_orleans los_angeles san_francisco las_vegas
    silicon_valley wall_street capitol_hill west_bank middle_east gaza_strip
""".split()

# Countries that are a person's name more often.
NAMES_OF_PEOPLE = ["jordan"]

# Seats that stand for a government beside those of the table of countries.
SEATS = ["pentagon", "vatican"]

# Long forms of titles, and roles that are one, for comparing the roles that a text gives one person.
LONG_TITLES = dict(
    pair.split("=")
    for pair in """
        gov=governor sen=senator rep=representative gen=general congressman=representative
        congresswoman=representative pres=president prof=professor lt=lieutenant col=colonel
        premier=minister spokeswoman=spokesperson spokesman=spokesperson nominee=candidate
        contender=candidate hopeful=candidate adviser=advisor
    """.split()
)
