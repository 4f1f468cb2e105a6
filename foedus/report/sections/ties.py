"""The ties between the actors, for the picture: agreements, exchanges, visits.

What merely might be (possible, on a condition, feared) is no tie but a possibility.
"""

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.dates import Tense
from foedus.report.desk import Desk
from foedus.report.dossier import Told, plain
from foedus.report.pictures import Tie
from foedus.report.pictures.lettering import some_of
from foedus.report.sections.exchanges import MOOD_WORDS
from foedus.report.sections.flows import EACH_OTHER, MIGHT, Flow, flows, heeded, leaning, party
from foedus.report.sections.instruments import KIND_WORDS, STAGES, Instrument

ACTORS_SHOWN, TIES_SHOWN, INSTRUMENTS_SHOWN = 6, 10, 2
LABEL_LETTERS = 72
STEM = 6
# said of an agreement that there is one, whatever came later
MADE = (
    Predicate.AGREEMENT_SIGNED,
    Predicate.AGREEMENT_PUBLISHED,
    Predicate.AGREEMENT_RATIFIED,
    Predicate.AGREEMENT_IN_FORCE,
)


def ties(desk: Desk, found: tuple[Instrument, ...]) -> list[Tie]:
    """The agreements first, then exchanges and visits between known actors."""
    agreed = [_agreement(desk, one) for one in found[:INSTRUMENTS_SHOWN] if len(one.parties) > 1]
    drawn = [*agreed, *_exchanges(desk), *_visits(desk)]
    return _few(list(dict.fromkeys(tie for tie in drawn if tie.source != tie.target)))


def _agreement(desk: Desk, instrument: Instrument) -> Tie:
    first, second, *others = (_short(desk.actor_name(p)) for p in instrument.parties)
    made = any(_is_fact(t) for stage in MADE for t in instrument.stage(stage))
    told = [word for stage, word in STAGES.items() if any(instrument.stage(stage))]
    kind = _kind(instrument.title)
    label = kind if made or not told else f"{kind}, {told[-1]}"
    return Tie(first, second, "agreement", label, not made, mutual=True, others=tuple(others))


def _exchanges(desk: Desk) -> list[Tie]:
    """One arrow a direction for what is told as fact, one dashed for what is only said or meant."""
    merged: dict[tuple[str, str, bool], list[str]] = {}
    for flow in flows(desk):
        sides = flow.giver and flow.receiver and flow.receiver != EACH_OTHER
        if sides and flow.mood not in (*MIGHT, Mood.DENIED):
            key = (_short(flow.giver), _short(flow.receiver), _is_told(desk, flow))
            merged.setdefault(key, []).extend(_goods(flow))
    return [
        Tie(giver, receiver, "exchange", some_of(_once(goods), LABEL_LETTERS), doubtful=not fact)
        for (giver, receiver, fact), goods in merged.items()
    ]


def _is_told(desk: Desk, flow: Flow) -> bool:
    """Whether a report tells it as a fact of its own, and nobody is told to deny it."""
    denied = any(f.mood is Mood.DENIED and f.giver == flow.giver for f in flows(desk))
    firm = any(not leaning(desk, told) for told in flow.told)
    return flow.solid and not flow.voice and firm and not denied


def _goods(flow: Flow) -> list[str]:
    """The goods; with how they are put where that is no plain statement: "grain (promised)"."""
    if flow.mood in (Mood.ASSERTED, Mood.RUMOURED):
        return list(flow.goods)
    return [f"{goods} ({MOOD_WORDS[flow.mood]})" for goods in flow.goods]


def _once(goods: list[str]) -> list[str]:
    """The goods without those that say less of the same, as "grain" beside "grain and fuel"."""
    kept = list(dict.fromkeys(goods))
    stems = {one: _stems(one) for one in kept}
    return [one for one in kept if not any(stems[one] < stems[other] for other in kept)]


def _stems(words: str) -> frozenset[str]:
    """The words by their first letters: "technology" and "technologies" are one."""
    return frozenset(word[:STEM] for word in plain(words).split())


def _visits(desk: Desk) -> list[Tie]:
    """Who visited whom; of one visit told both ways the one told as fact."""
    drawn: dict[tuple[str, str], Tie] = {}
    for told in desk.dossier.of(Predicate.VISIT.value):
        source, target = party(desk, told.claim, "source"), _visited(desk, told.claim)
        if source and target and told.claim.mood is Mood.ASSERTED and not told.claim.negated:
            tie = Tie(_short(source), _short(target), "visit", "visit", not _is_fact(told))
            known = drawn.get((tie.source, tie.target))
            if known is None or known.doubtful:
                drawn[(tie.source, tie.target)] = tie
    return list(drawn.values())


def _visited(desk: Desk, claim: Claim) -> str:
    """The actor whose place it is, else the one visited; a house or a street is no actor."""
    for role in ("place", "target"):
        filler = claim.filler(role)
        if filler and filler.actor:
            return party(desk, claim, role)
    return ""


def _is_fact(told: Told) -> bool:
    """Whether the report itself tells it as done, or leans on nobody by name."""
    claim = told.claim
    named = bool(claim.voice) and heeded(claim)
    future = claim.time.tense is Tense.FUTURE
    return claim.mood is Mood.ASSERTED and not claim.negated and not named and not future


def _kind(title: str) -> str:
    words = title.lower().split()
    return next((word for word in words if word in KIND_WORDS), "agreement")


def _short(name: str) -> str:
    return name.removeprefix("the ")


def _few(drawn: list[Tie]) -> list[Tie]:
    """The first ties among the first few actors: a picture of twenty says nothing."""
    names = list(dict.fromkeys(name for tie in drawn for name in tie.actors))
    kept = set(names[:ACTORS_SHOWN])
    return [tie for tie in drawn if set(tie.actors) <= kept][:TIES_SHOWN]
