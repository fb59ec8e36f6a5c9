"""Word lists about how English news names people and bodies. General knowledge; no word here comes from a report."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(words.split())


MALE_HONORIFICS = word_set("mr mr. sir lord alhaji haji herr señor senor signor monsieur shri baba ustad mzee don")
FEMALE_HONORIFICS = word_set("mrs mrs. ms ms. miss lady dame madame madam hajia frau señora senora signora smt mama")
HONORIFICS = MALE_HONORIFICS | FEMALE_HONORIFICS | word_set("dr dr. prof. hon. datuk dato pandit swami comrade")

#: Nouns for a person's role. As the last word before a name, or the head of an apposition, they make a title.
ROLES = word_set(
    """coroner assessor constable trooper barrister jailer chaplain bartender provost referee swimmer golfer trucker
    broker realtor forecaster pediatrician celebrity consul emissary coxswain boatswain skipper rigger master
    harbourmaster headmaster headmistress stationmaster postmaster academic accountant accuser activist actor
    actress adm. admiral administrator adviser advisor advocate ag agent aide ally ambassador analyst anchor
    archbishop architect archivist artist assemblyman assemblywoman assistant associate astronaut athlete
    attorney auditor author ayatollah backer banker baroness billionaire biologist bishop blogger boss boxer
    broadcaster brother brig. brigadier builder businessman businesswoman campaigner candidate capt. captain
    cardinal cartoonist ceo cfo chair chairman chairperson chairwoman challenger champion chancellor chef
    chemist chief cleric clerk climatologist cmdr. co-author co-chair co-chairman co-founder co-host coach col.
    colleague colonel columnist comedian commander commentator commissioner composer comptroller confidant
    congressman congresswoman consultant contender contractor contributor controller coo coordinator
    correspondent councillor councilman councilwoman councilor counsel counselor counterpart cousin cpl. creator
    critic dad daughter dean defendant defender delegate demographer demonstrator deputy designer detective
    developer dictator diplomat director dissident doctor donor dr. driver economist editor editor-in-chief
    educator emir emperor employee engineer entrepreneur envoy epidemiologist evangelist ex-president ex-wife
    ex-husband executive expert eyewitness farmer father fellow fighter filmmaker financier finder firefighter
    fisherman founder friend front-runner frontrunner fundraiser gen. general geologist gov. governor
    grandfather grandmother guard guerrilla guitarist hacker head headteacher heir hero historian host hunter
    husband imam immigrant inmate inspector instructor interpreter intern inventor investigator investor
    journalist judge jurist juror justice king landlord lawmaker lawyer leader lecturer legislator liaison
    librarian lieutenant lobbyist lord lt. magistrate magnate maj. major maker manager marine marshal mastermind
    mayor mediator member meteorologist militant millionaire miner minister missionary model moderator mogul
    monarch mother mp mep msp mullah musician narrator negotiator neighbor neighbour neuroscientist neurosurgeon
    newscaster nominee novelist nurse officer official oligarch ombudsman operative operator opponent organiser
    organizer owner painter paramedic parent participant partner passenger pastor patient patriarch peer pfc.
    pharmacist philanthropist philosopher photographer physician physicist pilot plaintiff player playwright pm
    poet policeman policewoman politician pollster pope premier presenter president president-elect priest
    prince princess principal prisoner producer professor programmer promoter prosecutor protester psychiatrist
    psychologist publicist publisher pundit quarterback queen rabbi rancher ranger rapper rebel rector refugee
    relative rep. reporter representative researcher resident rev. reverend rival sailor salesman scholar
    scientist screenwriter secretary secretary-general sen. senator sergeant sgt. shareholder sheikh sheriff
    singer sister sociologist solicitor soldier son son-in-law songwriter speaker spokesman spokesperson
    spokeswoman staffer star statesman statistician strategist student sultan superintendent supervisor
    supporter surgeon surrogate survivor suspect teacher technician teenager theologian theorist trader trainer
    translator treasurer trustee tutor tycoon undersecretary under-secretary veteran vice-chair vice-chairman
    vice-president vicar victim virologist volunteer warden warlord whip whistleblower widow wife winner witness
    worker writer youngster zoologist democrat republican independent conservative socialist congressman-elect
    senator-elect governor-elect nominee first-lady crown-prince rapporteur undersheriff labourer laborer mufti
    mogul ex-aide ex-spy ex-lawyer housewife shopkeeper electrician carpenter mechanic waiter waitress barber
    butcher baker plumber pensioner cleaner grocer taxi-driver cyclist jogger paratrooper commando sniper gunman
    shooter attacker hostage captive detainee imam-turned influencer youtuber tweeter leaker lyricist drummer
    bassist vocalist sculptor curator conductor choreographer dramatist essayist biographer gen maj sgt col lt
    capt adm brig cmdr det supt insp cllr rep sen gov prof mufti minister-designate first-minister
    secretary-designate spokespeople representative-elect point-person leader-in-exile reps. sens. govs.
    presidents senators ministers leaders secretaries lawyers attorneys generals judges prosecutors mum mom
    sibling grandson granddaughter fiance fiancee girlfriend boyfriend nephew niece uncle aunt officials
    analysts experts professors spokesmen researchers scientists economists lawmakers reporters journalists"""
)

#: Role nouns that, capitalised right before a surname, belong to the title and never to the name.
RANKS = word_set(
    """president senator sen. rep. representative gov. governor gen. general judge justice secretary minister
    chancellor premier mayor chairman chairwoman chair director ambassador attorney congressman congresswoman col.
    colonel lt. maj. sgt. capt. captain adm. admiral commander cmdr. king queen prince princess pope cardinal
    bishop archbishop imam rabbi ayatollah sheikh mullah professor prof. dr. doctor officer detective sheriff
    chief commissioner speaker leader rev. reverend pastor father sister sir lord lady baroness dame spokesman
    spokeswoman spokesperson counsel adviser advisor deputy prosecutor envoy administrator lieutenant major
    sergeant marshal superintendent inspector nominee coach democrat republican mp brig. cpl. pfc. first
    president-elect vice-president reps. sens. sultan emir ag pm vp fr potus mullah brigadier undersecretary
    ambassador justices deputies gen maj sgt col lt capt adm brig cmdr det supt insp cllr prof rapporteur
    undersheriff undersecretary mufti gens sens reps"""
)

FEMALE_WORDS = word_set(
    """spokeswoman chairwoman congresswoman councilwoman assemblywoman businesswoman policewoman woman girl mother
    mom wife daughter sister aunt grandmother widow actress queen princess baroness dame lady ex-wife she her hers
    herself lawyeress nun fiancee fiancée waitress hostess niece girlfriend mum"""
)
MALE_WORDS = word_set(
    """spokesman chairman congressman councilman assemblyman businessman policeman man boy father dad husband son
    brother uncle grandfather king prince sir ex-husband he his him himself fisherman salesman statesman
    son-in-law nephew boyfriend imam priest pope cardinal ayatollah mullah sheikh"""
)

#: Heads of names of organizations.
ORG_HEADS = word_set(
    """academy administration agency airlines airways alliance army assembly associates association authority
    authorities bank board brigade brotherhood bureau cabinet campaign caucus center centre chamber church city
    club coalition college commission committee community company confederation conference congress corp corp.
    corporation corps council county court courts department dept. directorate district division embassy
    enterprises exchange faculty federation fire firm force forces forum foundation front fund gazette government
    group guard guards herald holdings hospital house inc inc. industries initiative institute institution
    international journal kremlin laboratory league limited llc llp ltd ltd. mail media military ministry mission
    mosque motors movement museum nations navy network news newspaper observatory office ombudsman organisation
    organization panel parliament partners party patrol pentagon police post power press programme program project
    prosecution radio registry regiment republic republicans democrats research reserve school schools senate
    service services society solutions station studios subcommittee supreme symphony syndicate systems tabloid
    taliban taskforce team technologies telegraph television temple tribunal tribune trust tv union united
    university watch watchdog week wire workers observer independent guardian times bulletin magazine review
    dispatch chronicle inquirer examiner globe monitor airport airline intelligence treasury inspectorate coast
    command headquarters society campus seminary consulate legislature commons lords knesset duma bundestag
    courier echo argus advertiser sentinel mirror
    hezbollah hamas isis isil staff crescent cross plc railways shipping foods
    pharma pharmaceuticals securities maritime shipyards analytics logistics consulting insurance petroleum steel mining
    telecom aerospace therapeutics labs software entertainment pictures ventures brewery breweries legion militia
    rebels party's unit volunteers agents capital equity investments healthcare semiconductor pharmacy
    supermarkets allies lobby outlet"""
)

#: Body nouns in lower case ("the ministry", "the company"): a description of an organization.
BODIES = word_set(
    """administration agency airline airport alliance army assembly association authority authorities bank board
    bureau business campaign caucus center centre charity church city coalition college commission committee
    company conference congress consortium corporation council country court courts department district embassy
    government governments firm forces foundation fund group guard coastguard hospital house institute institution
    journal kingdom magazine media military militia ministry mission movement nation navy network newspaper
    news-agency office ombudsman operator organisation organization outlet panel paper parliament party police
    prosecution publication publisher regime regulator school senate service site state store station studio team
    tabloid taskforce think-tank treasury tribunal union university watchdog website broadcaster carrier channel giant
    maker manufacturer platform program programme presidency secretariat directorate inspectorate legislature
    leadership jury island bloc club chain developer society trust guild cooperative federation confederation academy
    laboratory lab clinic museum theatre theater archive lobby utility municipality prefecture constabulary brigade
    diocese registry inquiry"""
)

#: Relatives, and the wife of a head of state.
KIN = word_set(
    """wife husband son daughter brother sister father mother widow widower lady stepson stepdaughter grandson
    granddaughter nephew niece uncle aunt cousin son-in-law daughter-in-law brother-in-law sister-in-law"""
)
#: Last words of the names of sites, and of nobody's.
SITES = word_set("tower towers hotel plaza avenue boulevard stadium arena resort highway peninsula palace airport")
#: What is part of a person's name where no other stands beside it: "Lord Abney", "Pope Clement".
STYLES = word_set("lord lady baroness dame sir king queen prince princess pope")
#: Last words of the names of places, where no first name stands before them ("Kari Lake").
LANDS = word_set("bay river rivers valley island islands strait gulf ocean canyon creek lake lakes beach harbour")
#: Last words of the names of newspapers, where no first name stands before them ("Heath Ledger").
PAPERS = word_set("ledger clarion enquirer intelligencer recorder bugle")
#: First words of the names of bodies.
BODIES_FIRST = word_set(
    "radio television tv channel agence agencia banco banque banca groupe grupo ministry university"
)
#: What a firm is called as often as a person: "the operator, Norrland Hydro".
FIRMS = word_set(
    """operator owner maker developer contractor publisher supplier carrier manufacturer lender insurer retailer
    distributor producer"""
)
#: Ranks before a first name.
ROYAL = word_set("king queen pope")

DOCUMENTS = word_set(
    """account act affidavit agreement amendment analysis announcement article assessment audit ballot bill blog book
    brief briefing bulletin cable cables charter communique communiqué complaint constitution data decision
    declaration decree dispatch document documents documentary dossier draft editorial email emails e-mail e-mails
    estimate estimates evidence figures file files filing filings findings footage form forecast guidance guide
    guidelines images indictment information invoice law lawsuit leaflet legislation letter letters log manifesto
    memo memoir memorandum message messages minutes model motion note notes notice opinion order paper petition
    photo photos photographs plan policy poll polls polling post posts posting presentation press-release
    projection projections proposal publication readout record records release report reports request research
    resolution review ruling rulings rules statistics statement statements statute studies study subpoena suit
    suits summary survey surveys tape testimony text texts transcript transcripts treaty tweet tweets verdict
    video videos warrant warning website writing accord accords deal recording recordings audio table sentence
    op-ed column census numbers screenshot pact sign index newsletter advisory fatwa charges"""
)

#: Plural heads for people without names.
GROUPS = word_set(
    """academics activists administrations advisers advisors advocates agencies agents aides allies americans
    analysts animals archaeologists athletes attorneys audience authors authorities backers bankers businesses
    campaigners candidates catholics chiefs christians cities citizens civilians clerics clerks colleagues
    columnists commentators commanders communities companies congressmen conservatives consultants countries
    courts critics crowd defenders delegates demonstrators diplomats directors doctors donors economists editors
    educators employees employers engineers environmentalists executives experts families farmers fans family
    fighters firefighters firms followers friends generals governments governors groups hackers historians
    immigrants insiders investigators investors islamists israelis jews journalists judges jurors jury kids
    law-enforcement lawmakers lawyers leaders leftists legislators liberals lobbyists loyalists majority managers
    media members men militants militias migrants ministers ministries mothers muslims nations neighbors
    neighbours negotiators newspapers nurses observers officers officials opponents organizations organisations
    organizers others outlets palestinians parents parties partners passengers patients people police policymakers
    politicians pollsters prisoners producers professors progressives prosecutors protesters protestors pundits
    readers rebels refugees regulators relatives reporters representatives republicans democrats residents
    researchers respondents rivals scholars scientists scientologists senators separatists shareholders skeptics
    soldiers some sources spokesmen staffers states strategists students supporters surrogates survivors teachers
    terrorists traders troops unions users victims villagers viewers voters watchdogs whites witnesses women
    workers writers many several others most half percent"""
)

ANONYMOUS_HEADS = word_set("source sources insider insiders whistleblower whistle-blower informant")

DETERMINERS = word_set("the a an this that these those his her its their our my your one another some any each")
DEFINITES = word_set("the this that these those his her its their")
PRONOUNS = word_set(
    """he she it they we i you him her them us me who which his hers its their our my himself herself itself
    themselves both that one this these those whom whose each neither either"""
)
MALE_PRONOUNS = word_set("he him his himself")
FEMALE_PRONOUNS = word_set("she her hers herself")
PLURAL_PRONOUNS = word_set("they them their themselves both we our us these those neither")
FIRST_PRONOUNS = word_set("i me my we our us")

PREPOSITIONS = word_set(
    """of in on at by for from with to about into over after before under against between during near since without
    within through among amid as like than per via around outside inside across including"""
)
CONJUNCTIONS = word_set("and or but nor")

#: Small words inside a person's name.
PARTICLES = word_set(
    """de la du von van der den bin ibn bint binti binte ould della degli al el da dos di del ben abu ter ten le y tha
    zu af al- and&"""
)
SUFFIXES = word_set("jr jr. sr sr. ii iii iv esq.")

#: Capitalised words that are no part of a name, wherever they stand.
NEVER_NAMES = word_set(
    """i i'm i've i'll i'd monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
    mon tue wed thu fri sat sun am pm est edt gmt et bst christmas easter ramadan advertisement more read related
    watch updated published share image copyright caption enlarge pinterest getty exclusive photo photos file
    watched highlights
    ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb.
    nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. d.c."""
)

#: Function words that may open a sentence before a name and are no part of it.
OPENERS = word_set(
    """the a an this that these those his her its their our my your in on at by for from with to about into over
    after before under against between during near since without within through among amid as like than per via
    around outside inside across including and or but nor so yet if when while where whether because although
    though unless until once what which who whom whose why how he she it they we you there here then now also even
    only just still both either neither not no yes all some many most few several each every another other such
    one two three four five six seven eight nine ten asked according speaking meanwhile later earlier however
    instead citing quoting is are was were be been being has have had do does did will would can could may might
    shall should must let says said today yesterday tomorrow last next first second back out up down off again
    ever never perhaps maybe indeed moreover furthermore nevertheless thus hence therefore despite besides beyond
    beneath behind above below toward towards upon throughout unlike regarding given following further more less
    much very too well please thanks thank accused former ex-"""
)

#: Places that are no country and no source of news by themselves.
REGIONS = frozenset(
    """alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa
    |kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska
    |nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania
    |rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming
    |asia|africa|europe|north america|south america|latin america|middle east|the middle east|eastern europe|scotland
    |wales|england|northern ireland|crimea|donbas|kashmir|gaza|west bank|los angeles|san francisco|chicago|houston
    |new york city|boston|dallas|miami|philadelphia|manhattan|brooklyn|queens|capitol hill|wall street|silicon valley
    |d-calif|r-calif|calif.|n.y.|n.j.|d.c.|n.c.|s.c.|r-s.c|r-n.h""".replace("\n    ", "").split("|")
)
#: Abbreviations of states and their unions, whose last stop may end a sentence.
STATES_IN_LETTERS = word_set("u.s. u.n. u.k. u.s.a. e.u. u.a.e. d.c.")
DEMONYM_TAILS = word_set("korean koreans african africans lankan zealander american kurdish arabian leonean rican")

#: Adjectives that look like verbs or adverbs.
ADJECTIVES = word_set(
    """retired united armed proposed alleged detained elected disgraced jailed exiled convicted breaking ruling
    leading opposing fact-checking governing visiting family daily weekly friendly elderly early monthly so-called
    combined joint unnamed redacted leaked updated revised sealed unsealed published released banking housing
    broadcasting engineering manufacturing training planning meeting building police polling"""
)
#: Words for outlets, and the endings of outlets' names.
MEDIA = word_set(
    """newspaper paper outlet magazine network channel broadcaster agency publication website site tabloid daily
    weekly station journal media"""
)
MEDIA_NAMES = word_set(
    """times post journal news tribune guardian press mail herald telegraph globe examiner chronicle gazette tv radio
    cnn bbc nbc abc cbs npr reuters ap afp tass bloomberg politico axios today magazine daily weekly mirror
    independent observer sun star week newsweek bee courier register sentinel inquirer dispatch beast buzzfeed
    agency ledger argus advertiser clarion"""
)
COMPANY = word_set(
    """company firm airline carrier maker manufacturer giant corporation retailer bank automaker carmaker start-up
    startup group operator developer business"""
)

#: First names that the list of first names lacks: ordinary words ("Bill") and names from elsewhere.
MORE_MEN = word_set(
    """abdel-fattah abdelfattah ajay anatoly antonis art ashraf ban barack bashar bill boutros
    chase chip cliff dean drew ehud emmerson evo frank fumio fyodor gene goodluck grant
    guy haider jae-in javad jong-un kirill mark miles mitt muammar muhammadu mullah
    naftali narendra nawaz norm nursultan oleh petro raj rich shavkat shimon sipho thabo
    shinzo skip stew taro tedros tip turki uhuru vitaly volodymyr vyacheslav wade will xi
    yevgeny yoshihide yoweri yukiya """
)
#: The same for women.
MORE_WOMEN = word_set(
    """benazir candy crystal dawn faith ginger grace hope huma jewel joy kyrsten
    may misty olive penny rose ruby sky sue tulsi"""
)

#: Bodies known by one word: parliaments, movements, alliances, agencies, outlets, large companies.
KNOWN_BODIES = word_set(
    """congress senate parliament knesset duma bundestag kremlin pentagon vatican taliban hamas hezbollah houthis isis
    isil fatah boko al-qaeda qaeda al-shabaab farc plo nato opec interpol europol unicef unesco eu un fbi cia nsa dea
    epa fda cdc nih irs doj dhs hud nasa fema usaid iaea imf wto oecd asean mi5 mi6 mossad gop tories labour likud sinn
    reuters ap afp tass xinhua interfax itar-tass ria kcna yonhap kyodo efe dpa ansa pti irna isna fars anadolu ani upi
    bbc cnn nbc abc cbs msnbc npr pbs itv rt bloomberg politico axios buzzfeed vox newsmax breitbart telesur
    aljazeera haaretz dawn spiegel monde figaro repubblica asahi yomiuri mainichi izvestia kommersant vedomosti sputnik
    twitter facebook google apple microsoft amazon netflix uber lyft airbnb tesla boeing airbus exxon shell bp toyota
    honda volkswagen siemens samsung sony huawei alibaba tencent intel ibm oracle cisco walmart target starbucks pfizer
    moderna astrazeneca merck novartis bayer monsanto wikileaks greenpeace oxfam amnesty unhcr unrwa ryanair lufthansa
    aeroflot gazprom rosneft lukoil aramco visa mastercard citigroup hsbc barclays ubs nestle unilever pepsi spacex
    youtube instagram whatsapp tiktok reddit linkedin paypal ebay yahoo aol gallup quinnipiac ipsos yougov rasmussen"""
)

#: Every term of these lists that says what something is, for models that must not learn names.
TERMS = (
    ROLES
    | RANKS
    | ORG_HEADS
    | BODIES
    | DOCUMENTS
    | GROUPS
    | ANONYMOUS_HEADS
    | MEDIA_NAMES
    | KNOWN_BODIES
    | DETERMINERS
    | PRONOUNS
)
