"""The words by which an assessment is known: instruments, meaning, plans, the unseen."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Nouns that name an instrument, or a part of one.
INSTRUMENTS = _set(
    "treaty pact agreement accord deal clause provision covenant convention protocol compact"
    " memorandum alliance partnership entente charter settlement truce ceasefire armistice"
)
# These name one only with a number, or with "of the pact", or where an instrument was just named.
PARTS = _set(
    "article text wording term language phrase word section paragraph preamble guarantee"
    " commitment duty obligation document declaration statement communique arrangement framework"
)
# Papers of many kinds: instruments where the text has said that they were signed, or are drafts.
PAPERS = _set(
    "plan draft declaration roadmap communique arrangement framework understanding statement"
    " document package lease"
)
SIGNING = _set("sign initial conclude seal countersign")
# A treaty that is not the one that is news.
EARLIER = _set("old earlier former previous original predecessor older lapsed defunct")
APART = _set("separate another other rival parallel similar")
NUMBERED_PARTS = frozenset({"article", "section", "paragraph", "clause", "chapter"})
# What a text does with a word or a case; in the passive: "is not defined in the treaty".
LAID_DOWN = _set("define specify mention cover include exclude spell address foresee envisage")
# In the passive with "at" or "against": "is not aimed at anybody".
AIMED = _set("aim direct target design intend")
# The same of words on paper, but only with "for", "against" or a purpose: "was written for them".
WRITTEN = _set("write mean draft word craft phrase tailor frame conceive draw make")
DUTIES = _set(
    "commitment duty obligation right permission licence license promise guarantee pledge"
    " undertaking assurance provision clause mention word penalty sanction deadline"
    " enforcement mechanism"
)
HOLDING_WORDS = _set("contain include carry have hold offer impose bring make create give entail")
AUTHENTIC = _set("genuine authentic fake forged real doctored")
BELIEVING = _set("believe think say understand suppose")
# These act as bodies too: what they do is no meaning.
BODIES = frozenset({"alliance", "partnership", "entente"})
DETAILS = _set(
    "detail text term content specific aspect wording particular substance version copy scope"
    " annex annexe protocol language appendix price coordinate"
)
# Papers beside a treaty: "no side letters", "a secret exchange of notes".
BESIDE = _set("letter note paper minute understanding deal arrangement map agreement accord pact")
ANNEXES = _set("annex annexe appendix protocol")
BESIDE_KINDS = _set("side secret confidential additional supplementary accompanying")
ALL_OR_NOTHING = _set("much little lot plenty")

# What an instrument does as a matter of its meaning, also when softened by a modal.
MEANING = _set(
    "be mean refer amount commit mandate require oblige obligate bind cover apply exclude"
    " constitute imply entail appear seem resemble remain represent equal equate preclude"
    " envisage define stipulate concern pertain extend specify mention address count"
    " qualify suffice"
)
# What it does by way of effect: a reading when put as fact, a prediction when put as possible.
EFFECT = _set(
    "upgrade cement signal dispel leave allow permit justify reflect herald deepen strengthen"
    " weaken undermine formalise formalize codify legitimise legitimize enable guarantee violate"
    " contravene breach prohibit forbid restrict limit lack serve demonstrate suggest indicate"
    " look sound echo mirror restore revive transform create boost complicate underline underscore"
    " symbolise symbolize solidify consolidate institutionalise institutionalize elevate expand"
    " broaden entrench fit contradict protect ensure secure prevent help change aim target infringe"
    " impose"
)
# Verbs that are an effect only with these words beside them ("stops short of", "opens the door").
WITH_COMPLEMENT = {
    "come": _set("close short"),
    "do": _set("little nothing enough much"),
    "fall": _set("short within outside"),
    "give": _set(
        "right power cover licence license guarantee assurance room veto say voice control"
        " authority freedom immunity access hand access privilege leverage leeway discretion"
    ),
    "go": _set("far further beyond farther"),
    "lay": _set("foundation groundwork basis"),
    "leave": _set("open room unclear vague choice option loophole latitude discretion leeway"),
    "make": _set("likely unlikely easy hard possible difficult clear plain"),
    "mark": _set(
        "step shift change end beginning departure milestone turn return upgrade break point moment"
    ),
    "open": _set("door way"),
    "pave": _set("way"),
    "raise": _set("question doubt concern stake"),
    "rule": _set("out"),
    "send": _set("signal message"),
    "stop": _set("short"),
    "take": _set("form"),
}
# Only somebody's word, not the report's bare fact, makes these a reading.
CONTENT = _set("have contain include need work offer")

HOLDING = _set(
    "say argue think believe see warn claim fear expect predict doubt hold maintain insist contend"
    " reckon feel consider foresee suspect worry note write tell add stress"
    " explain conclude caution declare complain"
)
NOBODY = _set("neither no nobody none few")
SUPPOSING = _set("if unless once until before lest whether provided when")
ASIDES = _set("while when because since although though after before")
# Openings of a clause on which another depends.
DEPENDING = _set("if unless once when until only as provided whenever after before")
# What becomes of an instrument, no matter what it says.
LIFE = _set(
    "enter take come expire lapse begin start end go work exist run last hold survive follow fall"
    " die collapse fail stall resume proceed advance pass win get face"
)
BINDING = _set("commit mandate require oblige obligate bind compel stipulate")
# What a text lays down or takes the place of, and what is done with it: told elsewhere.
LAYING_DOWN = _set(
    "provide replace supersede succeed call set establish give allow let need await carry enjoy"
    " receive"
)

# Words on which the meaning of an obligation turns, and what such a word may come to.
LEGAL_TERMS = _set(
    "consult consultation assist assistance aid help support attack aggression consent cooperation"
    " cooperate solidarity neutrality notice guarantee joint jointly defence defense protection"
    " protect mutual intervention intervene automatic immediate immediately membership partnership"
    " alliance recognition recognise recognize suspension suspend withdrawal withdraw sovereignty"
    " normalisation normalization demilitarisation demilitarization ceasefire truce ratification"
    " ratify verification verify inspection non-aggression reciprocity participation participate"
    " access stationing transit compliance comply equality respect coordination coordinate"
    " guarantee invitation approval approve agreement notify notification"
)
LEGAL_EFFECTS = _set(
    "veto duty obligation right promise formality war commitment licence license permission pledge"
    " courtesy invitation declaration pretext treaty surrender"
)

CALLING = _set(
    "call describe see view regard consider characterise characterize dub brand portray label"
    " term interpret read hail praise denounce dismiss condemn decry criticise criticize paint"
    " cast deem judge liken treat understand present tout frame depict refer"
)

# A copula with these speaks of a state of affairs, not of a meaning.
STATE_ADJECTIVES = _set(
    "due set ready subject available close able under expected likely unlikely possible signed"
    " scheduled complete final imminent over back public"
)

FUTURE_MODALS = frozenset({"will", "'ll", "wo", "would", "'d", "may", "might", "could"})
SOFT_MODALS = frozenset({"may", "might", "could"})
LIKELY_ADVERBS = _set("likely probably possibly perhaps maybe potentially presumably")
EXPECTING = _set("expect predict forecast anticipate fear foresee")
LIKELIHOOD = _set("likely unlikely possible probable improbable conceivable bound liable doubtful")
CHANCES = _set("chance risk fear fears danger possibility prospect likelihood probability odds")

# What a named actor does of his own will: with "will" it is a plan, not a prediction.
PLANNED = _set(
    "meet visit travel hold sign attend speak host arrive announce vote discuss send provide"
    " continue begin start leave depart address join participate release publish present unveil"
    " seek try work give make take deliver brief testify appear hear decide consider return remain"
    " propose ask tell say support oppose respond veto introduce launch run resume stay file"
    " issue receive keep stand fight defend pursue push press call veto nominate appoint"
    " legislate endeavour endeavor ensure establish reform restore plead follow halt abandon honour"
    " honor recognise recognize cut insist own campaign sue appeal sell buy pull withdraw deploy"
    " determine examine review revive focus"
)
# Of these, the ones that nothing without a will can do, whatever noun names the doer.
ONLY_BY_WILL = _set(
    "meet visit travel attend host sign legislate seek announce vote discuss endeavour endeavor"
    " testify plead consult negotiate deliver unveil speak propose introduce publish"
)
# What befalls an actor rather than what he sets out to do.
OUTCOMES = _set(
    "face suffer lose win become be have struggle find need benefit fail gain fall rise grow"
    " collapse survive regret pay prevail emerge end result lead cause heighten complicate shift"
    " escalate deteriorate improve get dominate succeed surrender know understand feel want"
)
# "Hop": what a lemmatiser makes of "hoped".
WISHING = _set("hope hop wish pray want urge demand ask insist")
LETTING = _set("allow enable let permit help lead")
# "It is a promise to fight": the noun brings its own "to", and is said of the instrument.
WITH_OWN_TO = _set(
    "promise pledge commitment vow undertaking attempt bid effort plan plot scheme way means tool"
    " invitation ploy move step device call request demand offer guarantee oath deal pact vehicle"
    " recipe excuse pretext licence license obligation agreement instrument mechanism manoeuvre"
    " maneuver ruse trick mandate permission threat warning signal"
)
# "It is a great day for Peru": the occasion is meant, not the instrument.
OCCASIONS = _set(
    "day moment time job turn hour night week month year pleasure honour honor privilege evening"
    " morning visit meeting ceremony process negotiation conversation journey talk discussion"
)
# Papers that do what their text says, and gatherings that take their course: no predictions.
PROGRAMMES = _set(
    "bill legislation law measure act programme program policy amendment draft rule funding fund"
    " money package aid loan grant budget financing"
)
# "fire": the head of "cease-fire".
GATHERINGS = _set(
    "fire summit meeting trip visit talk ceremony hearing vote conference debate session"
)
COURSE = _set("take begin include feature focus follow come start run open close be")
BOUNDING_MARKS = _set(
    "so if unless as before until till after when lest than once while whilst although though"
)
OWN_SIDE = _set(
    "company government administration country ministry party team firm army force military staff"
    " office department organisation organization side nation troops campaign agency group panel"
    " committee council parliament court cabinet coalition union"
)
# "I would say", "we would like": manners, not likelihood.
MANNERS = _set("depend like love say argue hope prefer rather suggest think urge note add")
# "She may be right": a word on what another says.
RIGHT_OR_WRONG = _set("right wrong correct mistaken true so false fair sincere serious justified")
# What a threat says will come to those threatened, and what it says will not be left of them.
MENACES = _set(
    "pay regret suffer burn perish bleed destroy flatten erase crush annihilate obliterate"
    " vanish answer bury wipe raze punish strike hit"
)
SPARED = _set("stand survive exist last live recover escape spare remain sleep go tolerate forget")
# "It would be odd if they refused": a word on an act, not on what comes of it.
JUDGING = _set(
    "odd strange wrong foolish unwise wise better best surprising absurd naive premature unfair"
    " unjust silly nice good bad helpful useful ironic curious sad mistake surprise pity shame"
    " error folly irony"
)
# "It could be a hint", "may reflect the cold", "may be fine for kings": what is, not what comes.
SIGNS = _set(
    "hint sign signal clue indication symptom reason explanation answer attempt effort ploy bluff"
    " coincidence compromise reflection proof evidence example excuse pretence"
)
PASSABLE = _set("okay ok fine acceptable understandable tempting")
STANDING_FOR = _set("reflect indicate suggest explain represent signify denote")
VIEWS = _set(
    "idea notion belief claim suggestion argument theory assumption illusion speculation view"
    " thought concept assertion allegation report talk"
)
PUTTING_ASIDE = _set(
    "dismiss reject deny refute rebut dispel discount ridicule mock lose abandon disprove debunk"
    " allay assuage drop"
)
# "In a sense that a lawyer would accept": measures, not events.
RESPECTS = _set(
    "sense way manner form term kind sort degree extent language word standard test fashion"
    " measure wording phrase formula"
)
PARTY_NOUNS = frozenset({"party", "side", "signatory", "member"})

UNKNOWN_ADJECTIVES = _set(
    "unknown unclear unpublished undisclosed secret classified vague ambiguous uncertain"
    " confidential murky opaque obscure"
)
PUBLISHING = _set(
    "publish release disclose reveal divulge announce specify provide give elaborate see read share"
    " unveil clarify spell detail define explain know show circulate distribute reproduce"
)
# "The text was withheld", "the ministry declined to release it", "the treaty is secret".
WITHHOLDING = _set("withhold conceal hide suppress redact")
REFUSING = _set("decline refuse fail omit")
CLOSED = _set("secret unpublished undisclosed confidential classified unavailable unreleased")
OPEN = _set("public available published")
GUESSES = _set("guess mystery secret riddle")
# What is asked of an instrument by "it": "did not say how it would be enforced".
ENFORCING = _set(
    "work enforce implement apply mean cover contain include operate oblige bind commit entail"
    " require interpret verify monitor"
)
# Of these verbs the ones whose object is a paper itself, and no fact about it.
MAKING_PUBLIC = _set("publish release disclose unveil circulate distribute share reveal show")
SEEING = _set("see read study examine view review")
