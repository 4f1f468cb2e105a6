"""A claim in, a phrase in plain words out; "" where the claim has too little to say it with."""

import re
from collections.abc import Callable, Sequence

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.dates import Tense
from foedus.read.frames.goods import lexicon
from foedus.report.callings import PRONOUNS
from foedus.report.desk import Desk
from foedus.report.dossier import Told, plain
from foedus.report.naming import bare, filler_words, listed, with_article

# what became of an agreement: as done, and as still to come
_LIFE = {
    Predicate.AGREEMENT_PROPOSED: ("proposed", "propose"),
    Predicate.AGREEMENT_PROMISED: ("promised", "promise"),
    Predicate.AGREEMENT_SIGNED: ("signed", "sign"),
    Predicate.AGREEMENT_PUBLISHED: ("published", "publish"),
    Predicate.AGREEMENT_RATIFIED: ("ratified", "ratify"),
    Predicate.AGREEMENT_JOINED: ("joined", "join"),
    Predicate.AGREEMENT_SUSPENDED: ("suspended", "suspend"),
    Predicate.AGREEMENT_DENOUNCED: ("denounced", "denounce"),
}
LIFTING = re.compile(
    r"\b(?:lift|end|eas|suspend|remov|relax|waiv|drop|reliev|scrap|revok|unfr)", re.I
)
_PLAIN = {
    Predicate.AGREE: "agreed with",
    Predicate.CONSULT: "consulted",
    Predicate.SUPPORT: "backed",
    Predicate.CONCEDE: "conceded to",
    Predicate.COOPERATE: "cooperated with",
    Predicate.AID: "aided",
    Predicate.RETREAT: "withdrew from",
    Predicate.REQUEST: "called on",
    Predicate.ACCUSE: "accused",
    Predicate.REJECT: "rejected",
    Predicate.THREATEN: "threatened",
    Predicate.PROTEST: "protested against",
    Predicate.SANCTION: "sanctioned",
    Predicate.MOBILIZE: "deployed forces towards",
    Predicate.COERCE: "acted against",
    Predicate.ASSAULT: "attacked",
}
# to say only that somebody accused or called on somebody says nothing
_OF_SOMETHING = (
    Predicate.ACCUSE, Predicate.REQUEST, Predicate.REJECT, Predicate.PROTEST, Predicate.THREATEN,
    Predicate.CONCEDE, Predicate.COERCE,
)  # fmt: skip
MEANT = (Mood.INTENDED, Mood.PROMISED, Mood.PROPOSED)
# "to see it as a threat": of what, the words before would have to tell
OPEN = re.compile(r"^(?:to )?\w+ (?:it|them)\b", re.IGNORECASE)
TOPIC_WORDS = 3  # fewer say nothing of what is meant
MERELY = (Mood.POSSIBLE, Mood.CONDITIONAL, Mood.HYPOTHETICAL, Mood.FEARED, Mood.THREATENED)
_GENUS = {
    "treaty": "treaties", "agreement": "agreements", "pact": "pacts", "accord": "accords",
    "declaration": "declarations", "memorandum": "memoranda", "protocol": "protocols",
    "convention": "conventions", "charter": "charters", "deal": "deals", "exchange": "exchanges",
    "arrangement": "arrangements",
}  # fmt: skip
_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)(?:[–-](1[6-9]\d\d|20\d\d))?\b")


def event_phrase(desk: Desk, told: Told) -> str:
    """What the claim says happened: who, did what, to whom, with what."""
    return phrase_with(desk, told, _instrument_words(told))


def group_phrase(desk: Desk, group: Sequence[Told]) -> str:
    """The phrase of claims about one thing, in no words that only one of several reports has."""
    if len({t.report for t in group}) < 2:
        return next((phrase for t in group if (phrase := event_phrase(desk, t))), "")
    first = group[0].claim
    if first.predicate is Predicate.EXCHANGE:
        return _shared_exchange(desk, group)
    if first.predicate is Predicate.AGREEMENT_REPLACED:
        return _shared_replacement(group)
    named = {plain(_instrument_words(t)): _instrument_words(t) for t in group}
    common = next(iter(named.values())) if len(named) == 1 else "the agreement"
    return next((phrase for t in group if (phrase := phrase_with(desk, t, common))), "")


def phrase_with(desk: Desk, told: Told, instrument: str) -> str:
    """What the claim says happened, with these words for the agreement."""
    claim = told.claim
    if claim.predicate is Predicate.AGREEMENT_REPLACED:
        return _replaced(told)
    if claim.predicate in _LIFE:
        return _agreement(desk, told, instrument)
    special: dict[Predicate, Callable[[Desk, Told], str]] = {
        Predicate.EXCHANGE: _exchange,
        Predicate.VISIT: _visit,
        Predicate.MEETING: _meeting,
        Predicate.MEASURE: _measure,
        Predicate.INTENT: _intent,
    }
    if claim.predicate in special:
        return special[claim.predicate](desk, told)
    source, target = names(desk, claim, "source"), names(desk, claim, "target")
    if claim.predicate not in _PLAIN or not source or not target or ahead(claim):
        return ""
    with_what = filler_words(claim.fillers("instrument"))
    if claim.predicate in _OF_SOMETHING and not with_what:
        return ""
    return f"{source} {_PLAIN[claim.predicate]} {target}" + (
        f" with {with_what}" if with_what else ""
    )


def ahead(claim: Claim) -> bool:
    """Whether it is still to come, or only meant."""
    return claim.time.tense is Tense.FUTURE or claim.mood in MEANT


ARMS = frozenset(
    "ammunition shells rockets missiles bombs arms aircraft vehicles ships defences".split()
)


_MONEY = re.compile(
    r"[$€£¥]\s?\d|\b\d[\d.,]* (?:million|billion|trillion|bn)\s*(?:$|(?:dollar|euro|for|to)\b)"
)


def goods_family(goods: str) -> str:
    """The class of goods that two reports may name differently: "arms", "food", "fuel"."""
    if _MONEY.search(goods):
        return "money"
    words = plain(goods).split() or [""]
    classes = lexicon().classes
    last = next((classes[w] for w in (words[-1], words[-1].removesuffix("s")) if w in classes), "")
    return "arms" if last in ARMS else last or words[-1]


def names(desk: Desk, claim: Claim, role: str) -> str:
    """The names of all that fill a role, each once; pronouns that nobody resolves are none."""
    return listed(
        desk.name(f) for f in claim.fillers(role) if f.actor or plain(f.text) not in PRONOUNS
    )


def signers(desk: Desk, claim: Claim) -> str:
    """Who acted: the states where all are known, so that no state stands beside its own leader."""
    fillers = claim.fillers("source")
    states = desk.states(fillers, claim.time.since)
    if len(states) > 1:
        return listed(desk.actor_name(state) for state in states)
    return names(desk, claim, "source")


def years_of(told: Told) -> tuple[str, ...]:
    """The years of the treaties that are said to be replaced, in order of the text."""
    words = [told.words(f) for f in told.claim.fillers("since-when")]
    words = words or [told.words(f) for f in told.claim.fillers("predecessor")]
    return tuple(dict.fromkeys(m[0].replace("–", "-") for m in _YEAR.finditer(" ".join(words))))


def earlier_treaties(told: Sequence[Told], years: Sequence[str]) -> str:
    """ "an earlier treaty", "earlier declarations, of 1961 and 2000": in the reports' own noun."""
    which = predecessor_noun(told, plural=len(years) > 1)
    named = f"earlier {which}" if len(years) > 1 else f"an earlier {which}"
    return f"{named}, of {listed(years)}" if years else named


def replacing(told: Sequence[Told]) -> str:
    """ "replaces"; "would replace" where no report says it of an agreement that is made."""
    sure = any(t.claim.mood in (Mood.ASSERTED, Mood.PROMISED) for t in told)
    return "replaces" if sure else "would replace"


def predecessor_noun(told: Sequence[Told], *, plural: bool) -> str:
    """The one noun that the reports have for what is replaced, else "agreement"."""
    words = " ".join(t.words(f) for t in told for f in t.claim.fillers("predecessor"))
    found = {one for one, many in _GENUS.items() if {one, many} & set(plain(words).split())}
    noun = found.pop() if len(found) == 1 else "agreement"
    return _GENUS[noun] if plural else noun


def _instrument_words(told: Told) -> str:
    """The agreement as the report calls it, with an article."""
    instrument = told.claim.filler("instrument")
    if instrument is None:
        return "the agreement"
    words = told.words(instrument)
    low = words.lower()
    if instrument.actor is not None:  # a bloc goes by its name
        return with_article(words)
    if low.startswith(("the ", "a ", "an ", "their ", "its ", "his ", "her ", "this ")):
        return words[:1].lower() + words[1:]
    owned = re.match(r"\S+(?:'s|’s|s'|s’)\s", words)  # "the ministry's bid" needs no second article
    return words if owned else f"the {words}"


def _agreement(desk: Desk, told: Told, instrument: str) -> str:
    claim = told.claim
    who = signers(desk, claim)
    done, coming = _LIFE[claim.predicate]
    bloc = claim.filler("instrument")
    if bloc is not None and bloc.actor and claim.predicate is Predicate.AGREEMENT_DENOUNCED:
        done, coming = "left", "leave"
        instrument = desk.actor_name(bloc.actor)
    if claim.mood in MERELY:
        return f"{who} could {coming} {instrument}" if who else ""
    if claim.mood is Mood.PROPOSED and claim.voice and who:
        return f"{who} should {coming} {instrument}"
    if ahead(claim):
        return f"{who} {_be(who)} to {coming} {instrument}" if who else f"{instrument} to be {done}"
    return f"{who} {done} {instrument}" if who else f"{instrument} was {done}"


def _be(who: str) -> str:
    return "are" if " and " in who else "is"


def _replaced(told: Told) -> str:
    if told.claim.filler("instrument") is None or told.claim.filler("predecessor") is None:
        return ""
    return f"{_instrument_words(told)} replaces {earlier_treaties([told], years_of(told))}"


def _shared_replacement(group: Sequence[Told]) -> str:
    """The years that every report gives."""
    by_report: dict[str, list[str]] = {}
    for told in group:
        by_report.setdefault(told.report, []).extend(years_of(told))
    first, *others = by_report.values()
    shared = [year for year in dict.fromkeys(first) if all(year in other for other in others)]
    return f"the agreement replaces {earlier_treaties(group, shared)}"


def _exchange(desk: Desk, told: Told) -> str:
    claim = told.claim
    giver, receiver = names(desk, claim, "source"), names(desk, claim, "target")
    goods = filler_words(claim.fillers("goods"))
    if not giver or not receiver or not goods:
        return ""
    verb = "could give" if claim.mood in MERELY else "gave"
    if ahead(claim):
        verb = f"{_be(giver)} to give"
    return f"{giver} {verb} {receiver} {goods}"


def _shared_exchange(desk: Desk, group: Sequence[Told]) -> str:
    """What several reports tell of one exchange: the class of goods, then the goods they name."""
    claim = group[0].claim
    giver, receiver = names(desk, claim, "source"), names(desk, claim, "target")
    goods = list(dict.fromkeys(bare(t.words(f)) for t in group for f in t.claim.fillers("goods")))
    family = goods_family(goods[0])
    what = goods[0] if len(goods) == 1 else f"{family} ({listed(goods)})"
    verb = f"{_be(giver)} to give" if ahead(claim) else "gave"
    return f"{giver} {verb} {receiver} {what}" if giver and receiver else ""


def _visit(desk: Desk, told: Told) -> str:
    claim = told.claim
    who, where = names(desk, claim, "source"), names(desk, claim, "place")
    where = where or names(desk, claim, "target")
    if claim.mood in MERELY:
        return f"{who} could visit {where}" if who and where else ""
    verb = f"{_be(who)} to visit" if ahead(claim) else "visited"
    if claim.mood is Mood.INTENDED:
        verb = "plan to visit" if " and " in who else "plans to visit"
    return f"{who} {verb} {where}" if who and where else ""


def _meeting(desk: Desk, told: Told) -> str:
    claim = told.claim
    both = (*claim.fillers("source"), *claim.fillers("target"))
    parties = list(
        dict.fromkeys(desk.name(f) for f in both if f.actor or plain(f.text) not in PRONOUNS)
    )
    where = _place(told, desk)
    if len(parties) < 2:
        return ""
    verb = "are to meet" if ahead(claim) else "met"
    verb = "could meet" if claim.mood in MERELY else verb
    return f"{listed(parties)} {verb}" + (f" in {where}" if where else "")


def _place(told: Told, desk: Desk) -> str:
    """Where it was, with the article that the report gives it ("the Far North")."""
    filler = told.claim.filler("place")
    if filler is None:
        return ""
    name = desk.name(filler)
    text, start = told.source.document.text, filler.span.start
    article = text[max(0, start - 4) : start].lower() == "the " and filler.actor is None
    return f"the {name}" if article or told.words(filler).lower().startswith("the ") else name


def _measure(desk: Desk, told: Told) -> str:
    claim = told.claim
    by, target = names(desk, claim, "source"), names(desk, claim, "target")
    kind = bare(told.words(claim.filler("kind"))) or "sanctions"
    if not target:
        return ""
    lifts = bool(LIFTING.search(told.words(claim.filler("event"))))
    to = "from" if lifts else "on"
    if ahead(claim) or claim.mood in MERELY:
        verb = "lift" if lifts else "impose"
        link = "could" if claim.mood in MERELY else f"{_be(by)} to"
        return f"{by} {link} {verb} {kind} {to} {target}" if by else ""
    verb = "lifted" if lifts else "imposed"
    return f"{by} {verb} {kind} {to} {target}" if by else f"{kind} {to} {target} {verb}"


def _intent(desk: Desk, told: Told) -> str:
    claim = told.claim
    who, topic = names(desk, claim, "source"), claim.filler("topic")
    if not who or topic is None or claim.mood in MERELY:
        return ""
    words = str(desk.filler_words(told, topic, 12))
    if len(told.words(topic).split()) < TOPIC_WORDS or OPEN.match(told.words(topic)):
        return ""
    before = told.source.document.text[: topic.span.start].split()[-1:]
    verbal = before and before[0].lower().strip('“"') in ("to", "will", "would", "shall")
    words = f"to {words}" if verbal else words
    link = " " if words.startswith(("to ", "“")) else ": "
    return f"{who} {intent_verb(claim, plural=' and ' in who)}{link}{words}"


def intent_verb(claim: Claim, plural: bool = False) -> str:
    """How somebody means to do something: "promised", "intends"."""
    word = {Mood.PROMISED: "promised", Mood.THREATENED: "threatened", Mood.PROPOSED: "proposed"}
    return word.get(claim.mood, "intend" if plural else "intends")
