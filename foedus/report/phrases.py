"""A claim in, a phrase in plain words out; "" where the claim has too little to say it with."""

import re
from collections.abc import Callable, Sequence

from foedus.model.claim import Claim, Filler, Mood, Predicate
from foedus.model.dates import Tense
from foedus.read.frames.goods import lexicon
from foedus.report.desk import Desk, quoted, trimmed
from foedus.report.dossier import Told, plain
from foedus.report.naming import bare, filler_words, listed

_LIFE = {
    Predicate.AGREEMENT_PROPOSED: "proposed",
    Predicate.AGREEMENT_PROMISED: "promised",
    Predicate.AGREEMENT_SIGNED: "signed",
    Predicate.AGREEMENT_PUBLISHED: "published",
    Predicate.AGREEMENT_RATIFIED: "ratified",
    Predicate.AGREEMENT_JOINED: "joined",
    Predicate.AGREEMENT_SUSPENDED: "suspended",
    Predicate.AGREEMENT_DENOUNCED: "denounced",
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


def event_phrase(desk: Desk, told: Told) -> str:
    """What the claim says happened: who, did what, to whom, with what."""
    claim = told.claim
    if claim.predicate is Predicate.AGREEMENT_REPLACED:
        return _replaced(told)
    if claim.predicate in _LIFE:
        return _agreement(desk, told)
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
    if claim.predicate not in _PLAIN or not source or not target:
        return ""
    with_what = filler_words(claim.fillers("instrument"))
    return f"{source} {_PLAIN[claim.predicate]} {target}" + (
        f" with {with_what}" if with_what else ""
    )


def group_phrase(desk: Desk, group: Sequence[Told]) -> str:
    """The phrase of claims about one thing: of one that tells it as done, where there is one."""
    if group[0].claim.predicate is Predicate.EXCHANGE and len({t.letter for t in group}) > 1:
        return _shared_exchange(desk, group)
    done_first = sorted(group, key=lambda told: ahead(told.claim))
    return next((phrase for t in done_first if (phrase := event_phrase(desk, t))), "")


def _shared_exchange(desk: Desk, group: Sequence[Told]) -> str:
    """What several reports tell of one exchange: the class of goods, then the goods they name."""
    claim = group[0].claim
    giver, receiver = names(desk, claim, "source"), names(desk, claim, "target")
    goods = list(dict.fromkeys(bare(t.words(f)) for t in group for f in t.claim.fillers("goods")))
    family = goods_family(goods[0])
    what = goods[0] if len(goods) == 1 else f"{family} ({listed(goods)})"
    return f"{giver} gave {receiver} {what}" if giver and receiver else ""


ARMS = frozenset(
    "ammunition shells rockets missiles bombs arms aircraft vehicles ships defences".split()
)


def goods_family(goods: str) -> str:
    """The class of goods that two reports may name differently: "arms", "food", "fuel"."""
    words = plain(goods).split() or [""]
    classes = lexicon().classes
    last = next((classes[w] for w in (words[-1], words[-1].removesuffix("s")) if w in classes), "")
    return "arms" if last in ARMS else last or words[-1]


def names(desk: Desk, claim: Claim, role: str) -> str:
    """The names of all that fill a role, each once."""
    return listed(desk.name(filler) for filler in claim.fillers(role))


def _agreement(desk: Desk, told: Told) -> str:
    claim = told.claim
    who = signers(desk, claim)
    instrument = claim.filler("instrument")
    what = trimmed(_phrase(told, instrument), 10) if instrument else "the agreement"
    verb = _LIFE[claim.predicate]
    return f"{who} {verb} {what}" if who else f"{what} was {verb}"


def signers(desk: Desk, claim: Claim) -> str:
    """Who acted: the states where all are known, so that no state stands beside its own leader."""
    fillers = claim.fillers("source")
    states = desk.states(fillers, claim.time.since)
    if len(states) > 1:
        return listed(desk.actor_name(state) for state in states)
    return names(desk, claim, "source")


def _replaced(told: Told) -> str:
    instrument, old = told.claim.filler("instrument"), told.claim.filler("predecessor")
    if instrument is None or old is None:
        return ""
    return f"{_phrase(told, instrument)} replaces {trimmed(bare(told.words(old)), 12)}"


def _phrase(told: Told, filler: Filler) -> str:
    """The filler with an article, its own quotation marks kept."""
    words = told.words(filler)
    low = words.lower()
    if filler.actor is not None:  # a bloc goes by its name
        return words
    if low.startswith(("the ", "a ", "an ", "their ", "its ", "his ", "her ", "this ")):
        return words[:1].lower() + words[1:]
    return f"the {words}"


def _exchange(desk: Desk, told: Told) -> str:
    claim = told.claim
    giver, receiver = names(desk, claim, "source"), names(desk, claim, "target")
    goods = filler_words(claim.fillers("goods"))
    if not giver or not receiver or not goods:
        return ""
    verb = "was to give" if claim.mood is not Mood.ASSERTED else "gave"
    return f"{giver} {verb} {receiver} {goods}"


def _visit(desk: Desk, told: Told) -> str:
    claim = told.claim
    who, where = names(desk, claim, "source"), names(desk, claim, "place")
    where = where or names(desk, claim, "target")
    verb = "is to visit" if ahead(claim) else "visited"
    return f"{who} {verb} {where}" if who and where else ""


def ahead(claim: Claim) -> bool:
    """Whether it is still to come, or only meant."""
    meant = (Mood.INTENDED, Mood.PROMISED, Mood.PROPOSED, Mood.POSSIBLE)
    return claim.time.tense is Tense.FUTURE or claim.mood in meant


def _meeting(desk: Desk, told: Told) -> str:
    claim = told.claim
    parties = list(
        dict.fromkeys(desk.name(f) for f in (*claim.fillers("source"), *claim.fillers("target")))
    )
    where = names(desk, claim, "place")
    if len(parties) < 2:
        return ""
    verb = "are to meet" if ahead(claim) else "met"
    return f"{listed(parties)} {verb}" + (f" in {where}" if where else "")


def _measure(desk: Desk, told: Told) -> str:
    claim = told.claim
    by, target = names(desk, claim, "source"), names(desk, claim, "target")
    kind = bare(told.words(claim.filler("kind"))) or "sanctions"
    if not target:
        return ""
    done = told.words(claim.filler("event"))
    verb, to = ("lifted", "from") if LIFTING.search(done) else ("imposed", "on")
    return f"{by} {verb} {kind} {to} {target}" if by else f"{kind} {to} {target} {verb}"


def _intent(desk: Desk, told: Told) -> str:
    claim = told.claim
    who, topic = names(desk, claim, "source"), told.words(claim.filler("topic"))
    if not who or not topic:
        return ""
    word = {Mood.PROMISED: "promised", Mood.THREATENED: "threatened", Mood.PROPOSED: "proposed"}
    return f"{who} {word.get(claim.mood, 'intends')}: {quoted(topic, 10)}"
