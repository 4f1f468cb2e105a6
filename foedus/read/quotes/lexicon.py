"""Words that show who says or thinks what, by the role they take in a sentence. Lemmas.

A word may stand in several roles. The lists are of general English; spaCy's slips of lemma
("hoping" as "hop") are listed beside the right form.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words("""
    say tell add write declare state announce warn argue explain note ask answer reply respond
    report claim assert insist maintain contend allege deny admit acknowledge concede confess
    confirm reveal disclose divulge stress emphasize emphasise underline underscore highlight
    remark observe comment mention recall reiterate repeat restate continue conclude begin
    finish interject interrupt quip joke jest tease mock retort counter rejoin shoot snap bark
    growl grumble groan moan mutter murmur mumble whisper shout scream yell cry exclaim roar
    thunder bellow boast brag gush crow vow pledge promise swear threaten caution advise counsel
    suggest propose recommend urge implore plead beg appeal demand request predict forecast
    foretell project speculate hint imply signal indicate intimate insinuate testify attest
    affirm aver avow proclaim profess pronounce protest object complain lament bemoan marvel
    muse ponder wonder opine reason theorize posit postulate venture volunteer offer elaborate
    clarify specify stipulate detail describe recount relate narrate reflect reminisce confide
    assure reassure inform notify remind brief lecture preach tweet retweet post blog email text
    cable telegraph message fax release publish broadcast read quote cite paraphrase summarize
    summarise sum chime pipe drawl sneer scoff sniff sigh laugh chuckle smile blast fume rage
    rail inveigh thank apologize apologise agree disagree concur charge accuse challenge dispute
    rebut refute dismiss decree rule order instruct command direct guarantee certify verify pray
    toast greet chant sing recite dictate sign stammer stutter croak coo gripe whine wail vent
    tout trumpet herald point grin deadpan shrug interpose enthuse spell
""")

MIND = _words("""
    think believe feel hope hop wish want expect fear worry suspect doubt know understand
    realize realise recognize recognise assume presume suppose guess imagine reckon figure
    consider conclude decide determine estimate calculate find discover learn hear see view
    regard judge deem hold anticipate foresee envision envisage dream intend agree accept
    appreciate remember forget regret resent gather infer deduce fancy trust bet gamble prefer
    care mind notice sense perceive ascertain bemoan pretend question wonder conceive convince
    persuade satisfy show demonstrate suggest reflect
""")

# take "to" and a verb: "plans to sign", "refused to go"
INFINITIVE = _words("""
    want hope hop plan intend seek vow pledge promise threaten refuse decline agree offer wish
    aim swear propose expect decide resolve prefer like love hate long yearn crave claim profess
    elect opt hesitate consent volunteer fear dare ask demand request beg determine
    commit mean desire undertake look
""")

# take an object, "to" and a verb: "urged them to sign"
OBJECT_TO = _words("""
    urge ask tell order command instruct direct advise encourage warn beg implore beseech invite
    exhort request call challenge press push pressure persuade convince counsel remind caution
    want expect plead enjoin summon entreat lobby prod
""")

# take a thing spoken of or judged: "criticised the pact", "announced talks"
OBJECT = _words("""
    criticize criticise condemn denounce decry deplore slam blast bash lambaste lambast rip
    rebuke censure chide castigate excoriate berate ridicule mock deride disparage insult scorn
    scold fault blame vilify savage skewer lash praise laud hail applaud commend extol salute
    tout cheer compliment congratulate thank admire respect appreciate champion defend back
    endorse support favor favour embrace advocate promote oppose resist reject rebuff dismiss
    repudiate renounce disavow disown dispute contest question doubt deny rebut refute
    contradict discount downplay belittle minimize minimise ignore announce declare proclaim
    reveal disclose unveil confirm acknowledge admit concede recognize recognise cite mention
    note discuss debate describe outline detail explain clarify propose suggest recommend demand
    request urge seek promise pledge vow offer predict forecast foresee envision express voice
    convey communicate reiterate repeat stress emphasize emphasise underscore underline
    highlight invoke quote recall reference allege claim assert protest lament bemoan mourn
    regret condone justify excuse accept want prefer like hate dislike loathe detest
    despise fear dread distrust mistrust resent crave desire envy expect anticipate understand
    believe consider weigh contemplate ponder mull warn accuse slight taunt compare liken
    plan vouch retract affirm reaffirm uphold broach peddle parrot echo rehash recount utter
    reprimand cherish tolerate stomach begrudge covet envisage disregard rue abhor forgive
    pardon rationalize credit acclaim demonize malign smear slander lampoon satirize heckle jeer
    boo goad shame stigmatize adore worship idolize tweet retweet report list assail attribute
    trumpet articulate misrepresent
""")

# "called the pact a threat", "described it as vague"
CALL = _words("""
    call label brand term dub name deem consider declare pronounce proclaim describe portray
    depict characterize characterise paint cast frame dismiss denounce condemn criticize
    criticise deride decry hail praise regard view see treat define present tout ridicule mock
    reject slam blast attack denigrate interpret perceive welcome cite identify refer read
    construe understand recognize recognise acknowledge find think believe style
""")

# "called for talks": verb -> prepositions
PREPOSITION: dict[str, frozenset[str]] = {
    verb: _words(prepositions)
    for verb, prepositions in {
        "call": "for on upon", "point": "to", "refer": "to", "allude": "to", "object": "to",
        "complain": "about of", "worry": "about over", "talk": "about of", "speak": "about of out",
        "warn": "of about against", "boast": "of about", "brag": "about of", "argue": "for against",
        "agree": "with on to", "disagree": "with on", "insist": "on upon", "comment": "on upon",
        "elaborate": "on upon", "dwell": "on", "expand": "on", "touch": "on upon",
        "think": "about of", "dream": "of about", "hope": "for", "hop": "for", "wish": "for",
        "long": "for", "yearn": "for", "push": "for", "press": "for", "plead": "for", "beg": "for",
        "appeal": "for", "ask": "for about", "lobby": "for against", "advocate": "for",
        "campaign": "for against", "protest": "against over about", "rail": "against at about",
        "inveigh": "against", "fume": "about over at", "lash": "out at", "joke": "about",
        "quip": "about", "muse": "about on", "opine": "on about", "apologize": "for",
        "apologise": "for", "vouch": "for", "respond": "to", "reply": "to",
        "admit": "to", "confess": "to", "hint": "at", "care": "about", "know": "of about",
        "hear": "of about", "learn": "of about", "lie": "about", "inquire": "about",
        "plan": "on for",
        "believe": "in", "vote": "for against", "sympathize": "with", "sympathise": "with",
        "testify": "about to against", "write": "of about", "tweet": "about", "preach": "about",
        "balk": "at", "scoff": "at", "sneer": "at", "marvel": "at", "wonder": "about at",
        "reflect": "on upon", "rave": "about", "gripe": "about", "grumble": "about at",
        "shy": "from", "back": "away from", "identify": "with as",
        "approve": "of", "disapprove": "of", "accuse": "of", "side": "with",
    }.items()
}  # fmt: skip


# take a verbal noun: "denied sending arms", "recommended waiting"
GERUND = _words("""
    deny admit acknowledge confess recommend suggest propose consider contemplate regret oppose
    resist support advocate discuss mention report resent hate like love dislike favor favour
    mull weigh reject recall remember imagine anticipate fear envisage condemn criticize
    criticise defend justify
""")

# what seems so, or is said to be so by nobody in particular
SEEMING = _words("seem appear")
EXPECTED = _words("""
    expect believe think say report rumor rumour know allege consider deem estimate
    presume understand suspect predict project forecast claim assume anticipate
""")

# verbs with which a text itself speaks, by what they take
DOCUMENT_OBJECT = _words("""
    stipulate envisage guarantee prohibit specify require forbid affirm reaffirm state define
    establish promise pledge oblige allow commit
""")
DOCUMENT_PREPOSITION: dict[str, frozenset[str]] = {
    "provide": _words("for"), "call": _words("for"), "speak": _words("of"), "warn": _words("of"),
    "commit": _words("to"), "appeal": _words("for"), "allow": _words("for"),
}  # fmt: skip
# verbs that may stand behind or amid what is said, without "that": "…, he said"
PARENTHETIC = _words("""
    say tell add write declare state announce warn argue explain note ask answer reply respond
    report claim assert insist maintain contend admit acknowledge concede confess confirm stress
    remark observe comment recall reiterate repeat continue conclude quip joke retort counter
    whisper shout exclaim cry vow pledge promise caution suggest predict tweet post testify
    believe think suspect hope fear agree complain lament muse wonder opine reason speculate
    boast snap read recount elaborate interject grumble mutter advise urge theorize guess figure
    estimate indicate show reveal know understand find offer begin charge
""")
# verbs that do nothing but report words
PLAIN = _words("""
    say tell write tweet reply respond answer retort shout yell exclaim ask declare state quip
    joke scream chant cry remark snap whisper bark read argue note insist
""")

# "his answer: '…'"
WORDS_OF = _words("""
    word message answer response reply question verdict conclusion advice warning slogan motto
    argument point reaction comment remark explanation statement tweet plea appeal prediction
    promise mantra mandate refrain line pitch
""")

# verbs that report words only with their particle: "…," she went on
SPEECH_PARTICLE = {"go": "on", "chime": "in", "fire": "back", "hit": "back", "shoot": "back"}

# what somebody issues to say something: "put out a statement saying …"
SPEECH_NOUN = _words("""
    statement interview speech tweet letter email e-mail article column post remark comment memo
    message note release broadcast editorial op-ed essay blog communique communiqué
""")

# on what occasion, or by what means, words are said: "in an interview"
OCCASION = _words("""
    interview tweet op-ed editorial podcast conference
""")

# verbs with a hearer and a topic: "told them about …", "reminded her of …"
TOPIC = _words("""
    tell ask warn remind inform advise notify assure convince persuade reassure question brief
    lecture press grill alert caution
""")

TOLD_OF = _words("tell warn remind inform advise notify assure convince persuade")

# feelings that the passive tells: "was convinced that …", "is worried about …"
FELT = _words("""
    convince concern worry oppose commit determine disappoint thrill please delight alarm
    surprise shock stun outrage dismay disturb trouble interest excite incline resign satisfy
    frustrate upset scare frighten terrify embarrass impress amaze astonish appall sadden devote
    dedicate encourage puzzle baffle mystify anger infuriate horrify
""")

# phrasal verbs with an object: "ruled out talks", "played the threat down"
PHRASAL: dict[str, frozenset[str]] = {
    verb: _words(particles)
    for verb, particles in {
        "rule": "out", "lay": "out", "play": "down up", "bring": "up", "point": "out",
        "call": "out", "brush": "off aside", "shrug": "off", "wave": "off away aside",
        "talk": "up down", "set": "out forth", "spell": "out", "single": "out", "write": "off",
        "laugh": "off", "put": "forward", "walk": "back",
        "sum": "up", "shoot": "down", "cry": "down", "dress": "down", "tell": "off",
    }.items()
}  # fmt: skip

# phrasal verbs with a preposition: "spoke out against it", "doubled down on it"
PHRASAL_PREPOSITION: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    verb: (_words(particles), _words(prepositions))
    for verb, (particles, prepositions) in {
        "speak": ("out up", "against about on for"), "lash": ("out", "at against"),
        "push": ("back", "against on at"), "hit": ("out", "at against"),
        "double": ("down", "on"), "weigh": ("in", "on with"), "come": ("out", "against for"),
        "stand": ("up", "for to against"), "look": ("forward", "to"), "sign": ("off", "on"),
        "zero": ("in", "on"), "back": ("away off down", "from"), "cry": ("out", "against for"),
        "hold": ("out", "for"),
    }.items()
}  # fmt: skip

# set phrases of verb, noun and preposition: "took issue with it", "cast doubt on it"
SET_PHRASE: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    noun: (_words(verbs), _words(prepositions))
    for noun, (verbs, prepositions) in {
        "issue": ("take", "with"), "fun": ("make poke", "of at"), "tribute": ("pay", "to"),
        "aim": ("take", "at"), "doubt": ("cast throw express have", "on upon about over"),
        "attention": ("call draw", "to"), "exception": ("take", "to"),
        "emphasis": ("put place lay", "on upon"), "blame": ("place lay put pin", "on upon"),
        "faith": ("have put place express", "in"), "confidence": ("express have voice", "in"),
        "interest": ("express show have", "in"), "regret": ("express voice", "for over about at"),
        "scorn": ("heap pour", "on upon"), "praise": ("heap lavish pile", "on upon"),
        "criticism": ("level aim direct", "at"), "dig": ("take", "at"), "swipe": ("take", "at"),
        "shot": ("take fire", "at"), "jab": ("take throw", "at"), "stand": ("take", "on against"),
        "question": ("raise ask pose", "about over"), "alarm": ("raise sound", "about over"),
        "concern": ("raise express voice have", "about over"), "stock": ("put", "in"),
        "light": ("make", "of"), "mention": ("make", "of"), "reference": ("make", "to"),
        "case": ("make", "for against"), "pitch": ("make", "for to"), "plea": ("make", "for"),
        "preference": ("express have", "for"), "opposition": ("express voice", "to"),
        "disdain": ("express have", "for"), "respect": ("have express", "for"),
    }.items()
}  # fmt: skip

# verbs of judging that are also verbs of saying, once their words stand between marks
SPOKEN = SAYING | _words("""
    call label brand term dub portray depict characterize characterise hail praise laud denounce
    condemn criticize criticise decry deride tout slam mock ridicule applaud lambaste rip rebuke
    voice express echo invoke castigate excoriate extol commend reject reaffirm speak talk refer
    deplore disparage belittle champion proclaim point
""")
