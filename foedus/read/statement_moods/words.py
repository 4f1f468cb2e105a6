"""The words by which whoever speaks puts a content, beside those of `foedus.read.moods.words`.

General English; where a word stands for a mood, the group says by which use of it.
"""

from foedus.model.claim import Mood
from foedus.read.moods.words import GOVERNING_VERBS

# Whoever says these of themselves does with the words what they name, or tells their own will:
# in "I promise to go", "we hope that they leave" it is what follows that is put so.
OWN = frozenset({"i", "we"})
OWN_VERBS = frozenset(GOVERNING_VERBS) | frozenset(
    "think believe guess suppose feel reckon imagine know say tell mean believe want like expect"
    " doubt suspect assume".split()
)

# What is told with these as one's own words: the cue itself puts the quoted words so.
PUTTING = {
    "threaten": Mood.THREATENED,
    "promise": Mood.PROMISED, "vow": Mood.PROMISED, "pledge": Mood.PROMISED,
    "swear": Mood.PROMISED, "guarantee": Mood.PROMISED, "assure": Mood.PROMISED,
    "propose": Mood.PROPOSED, "urge": Mood.PROPOSED, "demand": Mood.PROPOSED,
    "recommend": Mood.PROPOSED, "plead": Mood.PROPOSED, "implore": Mood.PROPOSED,
    "beg": Mood.PROPOSED, "exhort": Mood.PROPOSED, "command": Mood.PROPOSED,
    "order": Mood.PROPOSED, "fear": Mood.FEARED, "worry": Mood.FEARED, "fret": Mood.FEARED,
    "speculate": Mood.POSSIBLE, "predict": Mood.POSSIBLE,
}  # fmt: skip

# Somebody is told, asked or made willing to do what the infinitive says.
DIRECTING = frozenset(
    "tell order instruct command direct warn remind require push pressure call challenge counsel"
    " caution persuade convince appeal plead petition want need dare nudge force".split()
)
# The will of whoever speaks not to do what the infinitive says.
REFUSING = frozenset("refuse decline".split())
WILLING = frozenset("determination resolve eagerness drive".split())
LIKING = frozenset("like love prefer hate".split())
# What is called for, as against what is said to be so.
OUGHT = frozenset({"should", "must", "ought"})
HAVING = frozenset({"have", "'ve", "’ve", "has", "'s", "’s"})
NEEDED = frozenset({"need", "have"})
# "Called it a mess", "described him as weak": the content is what is said of it.
NAMING = frozenset(
    "call label brand describe dub deem consider declare term characterize characterise dismiss"
    " denounce condemn portray depict regard view see hail praise".split()
)
WH_WORDS = frozenset("who whom whose what which when where why how".split())
# Told as being so, though the cue takes an infinitive.
CLAIMING = frozenset("claim profess purport pretend allege seem appear".split())
# What somebody is accused of, blamed or thanked for, or owns up to, is told as having been.
BLAMING = frozenset(
    "accuse blame criticize criticise apologize apologise thank credit admit acknowledge recall"
    " remember regret charge fault chide mock".split()
)
# "Announced a deal", "reported losses": the noun is told as being so.
PRESENTING = frozenset(
    "announce confirm report acknowledge admit reveal disclose declare claim concede allege".split()
)
# Commands in form only.
COURTESIES = frozenset(
    "thank welcome congratulate look listen see forgive excuse believe trust mind".split()
)
# "Offered advice", "gave no proof": words that are spoken, not offers of something to be done.
SPOKEN_NOUNS = frozenset(
    "advice proof evidence explanation apology comment detail praise condolence view opinion"
    " insight thought prayer criticism answer assurance congratulation reason description account"
    " clue sign glimpse look example assessment reassurance response reply analysis"
    " retort rebuttal contrast lesson hint insult thanks greeting remark slogan joke"
    " prediction warning phrase quote statement comparison".split()
)
# Who tells these of others leaves open whether it is so; a claim or a report asserts it.
HEARSAY = frozenset("rumour rumor speculation speculate insinuation insinuate".split())
# "If you look at it", "if I may": said of the talk itself, no condition of what is told.
LOOKING = frozenset(
    "look think ask see consider recall remember read listen watch check notice compare go want"
    " like take wonder believe".split()
)
# "Our job is to help": what something consists in, no plan.
IDENTIFIED = frozenset(
    "job role task duty way point answer solution problem question truth fact thing key challenge"
    " reason trick first best worst only alternative effect result response".split()
)
# To consider a matter is to think about it; to consider a ban is to think of making one.
WEIGHING = frozenset("consider contemplate mull weigh eye".split())
MATTERS = frozenset(
    "matter issue question case fact evidence request application proposal topic subject idea"
    " argument problem appeal situation option factor risk merit consequence implication".split()
)
# To deny these is to refuse them.
GRANTED = frozenset(
    "permit access entry visa request right application bail admission permission licence license"
    " leave asylum benefit coverage credit service help opportunity chance".split()
)
TELLING = frozenset("say ask tell admit confess add agree".split())
# What follows these with "if" is a question: whether it is so.
UNSURE = frozenset("care know wonder see ask matter doubt check tell remember mind".split())
