"""The words that show a mood: which verb, noun, adjective or adverb puts an event in which mood."""

from foedus.model.claim import Mood


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _table(rows: dict[Mood, str]) -> dict[str, Mood]:
    return {word: mood for mood, words in rows.items() for word in words.split()}


# Verbs that put the clause, infinitive or noun below them in a mood.
GOVERNING_VERBS = _table({
    Mood.DENIED: "deny refute rebut disavow",
    Mood.PROMISED: "promise vow pledge swear undertake guarantee commit assure agree",
    Mood.THREATENED: "threaten",
    Mood.PROPOSED: "propose suggest recommend urge request ask invite offer advocate call demand"
                    " propound moot press pressure lobby exhort implore beseech beg entreat"
                    " encourage advise",
    Mood.INTENDED: "intend plan aim seek want hope hop mean prepare wish try attempt consider"
                    " contemplate aspire desire mull weigh eye resolve decide think",
    Mood.FEARED: "fear worry dread",
    Mood.POSSIBLE: "expect predict forecast anticipate speculate doubt",
})  # fmt: skip

# "Asked if it was so": whether.
ASKING = _set("ask wonder question inquire enquire query")

# These take their mood only with a preposition and a verbal noun ("thinks of selling").
OF_VERBAL_NOUN = _set("think")
# These take their mood only with "to" or a verbal noun ("talks to buy", "talks on buying").
TALKS = _set("talk negotiation discussion")
# What stands behind these goes on beside the event, and is not part of what is willed of it.
BESIDE = _set("during after before since amid following despite until upon while")
# "much anticipated", "long planned": what was looked forward to, and came.
EAGERLY = _set("highly much long eagerly keenly hotly widely")
HAPPENING = _set("begin start take open end conclude happen occur go pass hold last")

# These take their mood only with an infinitive ("agreed to sign"), not with a "that" clause.
INFINITIVE_ONLY = _set(
    "agree mean prepare resolve decide commit ask urge call demand invite try attempt want wish"
    " press pressure lobby exhort implore beseech beg entreat encourage advise"
)
# Followed by a finite clause these voice an opinion, by a subjunctive a proposal.
SUBJUNCTIVE = _set("suggest propose recommend advocate request demand urge")
# These take their mood only in the passive ("is believed to have sent", "was rumoured to").
PASSIVE_ONLY = _set("believe think understand suspect rumour rumor allege say report")
SAYING = _set(
    "say tell report announce add state declare write note claim argue insist explain reply answer"
    " comment remark conclude stress point"
)
SCHEDULING = _set("set schedule slate")
# Their direct object is no event that is promised, asked for or meant.
NO_OBJECT = _set(
    "agree mean decide ask call commit assure invite urge prepare hope try worry aim press pressure"
    " lobby exhort implore beseech beg entreat encourage advise"
)
# An infinitive beside these tells the purpose.
WITH_PURPOSE = _set("threaten deny call ask request demand offer propose")
VERB_PREPOSITIONS = {
    "call": ("for",), "ask": ("for",), "hope": ("for",), "plan": ("for", "on"),
    "aim": ("for", "at"),
    "agree": ("to", "on"), "commit": ("to",), "fear": ("for",), "worry": ("about",),
    "prepare": ("for",), "wish": ("for",), "threaten": ("with",), "speculate": ("about", "on"),
    "think": ("of", "about"),
}  # fmt: skip

GOVERNING_NOUNS = _table({
    Mood.DENIED: "denial",
    Mood.PROMISED: "promise vow pledge commitment assurance guarantee undertaking",
    Mood.THREATENED: "threat ultimatum",
    Mood.PROPOSED: "proposal offer suggestion request appeal call invitation recommendation demand",
    Mood.INTENDED: "plan intention aim goal ambition bid effort attempt desire wish hope aspiration"
                    " willingness readiness preparation verge brink talk negotiation discussion"
                    " decision",
    Mood.RUMOURED: "rumour rumor allegation speculation report claim accusation insinuation",
    Mood.FEARED: "fear concern worry anxiety alarm apprehension misgiving dread",
    Mood.POSSIBLE: "possibility prospect likelihood chance risk danger probability expectation"
                    " prediction odds opportunity option",
})  # fmt: skip

# What is told as such is somebody's word only; whoever rejects one denies what it tells.
REPORTS = _set("rumour rumor allegation speculation report claim accusation insinuation charge")
REJECTING = _set("reject dismiss dispute repudiate debunk deny refute rebut")
DISPROVING = _set("debunk refute rebut")
FALSE = _set(
    "false untrue baseless unfounded groundless fabricated bogus incorrect inaccurate wrong fake"
    " nonsense lie fabrication fiction invention slander disinformation forgery hoax forged"
)
# What such a text would lay down is denied where the text is called an invention.
TEXTS = _set("text draft document paper letter memo memorandum story article map leak")
TRUE = _set("true correct accurate right")
NAMING = _set("call brand label describe denounce dismiss reject term condemn")

GOVERNING_ADJECTIVES = _table({
    Mood.INTENDED: "keen eager willing ready prepared determined poised due about",
    Mood.FEARED: "afraid fearful concerned worried anxious wary alarmed",
    Mood.POSSIBLE: "likely unlikely possible probable conceivable improbable liable apt bound"
                    " able plausible impossible inconceivable unthinkable doubtful questionable",
})  # fmt: skip

# "It is far from certain that ...", "it is not clear that ...".
UNSURE = _set("far uncertain unclear")
SURE = _set("certain clear sure true given")

# Adjectives on the noun that names the event ("a planned visit", "alleged supplies").
EVENT_ADJECTIVES = _table({
    Mood.PROMISED: "promised pledged",
    Mood.THREATENED: "threatened",
    Mood.PROPOSED: "proposed suggested",
    Mood.INTENDED: "planned intended envisaged envisioned upcoming forthcoming scheduled",
    Mood.RUMOURED: "rumoured rumored alleged reported purported supposed suspected",
    Mood.FEARED: "feared dreaded",
    Mood.POSSIBLE: "possible potential likely unlikely probable prospective expected anticipated",
    Mood.HYPOTHETICAL: "hypothetical imaginary",
})  # fmt: skip

ADVERBS = _table({
    Mood.RUMOURED: "reportedly allegedly supposedly purportedly apparently",
    Mood.POSSIBLE: "possibly probably perhaps maybe likely unlikely potentially conceivably"
                    " presumably arguably",
    Mood.HYPOTHETICAL: "hypothetically",
})  # fmt: skip

CHANCES = frozenset({"possibility", "likelihood", "probability"})
MODALS = {"may": Mood.POSSIBLE, "might": Mood.POSSIBLE, "could": Mood.POSSIBLE}
DUE = {"should": Mood.PROPOSED, "ought": Mood.PROPOSED}  # what ought to be is no fact

# Words of likelihood, whatever the mood.
HEDGES = _set(
    "may might could likely unlikely possible possibly probable probably perhaps maybe"
    " potentially potential conceivably conceivable improbable possibility prospect likelihood"
    " chance probability risk reportedly allegedly apparently presumably plausible plausibly"
    " arguably doubt expect expected predict forecast anticipate suggest seem appear doubtful"
    " certain certainly surely inconceivable unthinkable questionable impossible"
)
SLIGHT = _set("little slim slight low small remote scant no poor faint")
SEEMING = _set("be seem appear look sound remain become")
PREDICATIVE_HEDGES = _set("certain expected possible potential")
PASSIVE_HEDGES = _set("said believed thought rumoured rumored alleged reported understood")

NEGATORS = frozenset(
    {"never", "neither", "nor", "hardly", "scarcely", "barely", "almost", "nearly"}
)
# What is governed by these does not happen, without anybody denying it.
REFUSALS = _set("refuse decline fail refrain abstain forbear avoid stop cease neglect")
# A negation on these falls on what they govern ("does not seem to mean").
RAISING = _set("seem appear have need be go tend happen get")
# "I do not think that it is" says that it is not.
NEGATION_RAISING = _set("think believe expect suppose imagine reckon")
CONDITION_MARKS = frozenset(
    {"if", "unless", "should", "provided", "providing", "supposing", "lest"}
)
# What these lay down is conditional, not the laying down ("provides for aid in the event of war").
LAYING_DOWN = _set(
    "provide stipulate mandate require oblige commit pledge vow promise allow include contain mean"
    " cover envisage guarantee define say state agree call sign have"
)
CONDITION_PHRASES = (
    ("in", "the", "event"), ("in", "the", "case"), ("in", "case"), ("as", "long", "as"),
    ("on", "condition"), ("in", "any", "case", "of"),
)  # fmt: skip
