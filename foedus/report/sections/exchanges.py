"""Exchange claims in, one line a direction and mood out: who gives whom what, and who says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.dates import Tense
from foedus.report.desk import PRONOUNS, Desk, quoted, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import bare, listed

MOOD_WORDS = {
    Mood.ASSERTED: "reported as fact",
    Mood.PROMISED: "promised",
    Mood.THREATENED: "threatened",
    Mood.PROPOSED: "proposed",
    Mood.INTENDED: "intended",
    Mood.POSSIBLE: "possible",
    Mood.CONDITIONAL: "on a condition",
    Mood.HYPOTHETICAL: "hypothetical",
    Mood.DENIED: "denied",
    Mood.RUMOURED: "believed or rumoured",
    Mood.FEARED: "feared",
}
SHOWN = 6
PLEDGES_SHOWN = 3
PLEDGED = (Mood.PROMISED, Mood.INTENDED, Mood.PROPOSED)
# nouns and verbs of working together; what is merely threatened or fought over is no exchange
TOGETHER = re.compile(
    r"\b(?:trade|settlement|co-?operat|exchang|mobility|touris|cultur|scien|research|invest|energy"
    r"|train|aid\b|assist|suppl|deliver|technolog|ties\b|partnership|joint)",
    re.IGNORECASE,
)
# what might be given stands among the possibilities
MIGHT = (Mood.CONDITIONAL, Mood.POSSIBLE, Mood.HYPOTHETICAL, Mood.FEARED)


@dataclass(frozen=True, slots=True)
class Flow:
    """All claims of one giver, one receiver, one mood and one voice."""

    giver: str
    receiver: str
    mood: Mood
    voice: str
    future: bool
    told: tuple[Told, ...]
    goods: tuple[str, ...]
    in_return: tuple[str, ...]

    @property
    def solid(self) -> bool:
        """Whether a report asserts it as having happened or as happening."""
        return self.mood is Mood.ASSERTED and not self.future


def flows(desk: Desk) -> list[Flow]:
    """The exchanges by direction, mood and voice; those with both sides known come first."""
    groups: dict[tuple[str, str, Mood, str, bool], list[Told]] = {}
    for told in desk.dossier.of(Predicate.EXCHANGE.value):
        if told.claim.fillers("goods"):
            groups.setdefault(_key(desk, told), []).append(told)
    found = [
        Flow(*key, tuple(told), _goods(told, "goods"), _goods(told, "in-return-for"))
        for key, told in groups.items()
    ]
    return sorted(found, key=_order)


def _order(flow: Flow) -> tuple[bool, bool, bool, int]:
    """What is told as done before what might be; both sides known before one."""
    return flow.mood in MIGHT, not (flow.giver and flow.receiver), not flow.solid, -len(flow.told)


def _key(desk: Desk, told: Told) -> tuple[str, str, Mood, str, bool]:
    claim = told.claim
    mood = Mood.DENIED if claim.negated and claim.mood is Mood.ASSERTED else claim.mood
    # unnamed voices ("evidence", "officials") are told in `how`; a named one is a line of its own
    voice = desk.name(claim.voice[-1]) if claim.voice and heeded(claim) else ""
    future = claim.time.tense is Tense.FUTURE
    return party(desk, claim, "source"), party(desk, claim, "target"), mood, voice, future


def heeded(claim: Claim) -> bool:
    """Whether the innermost voice of a claim makes it a line of its own.

    A belief or rumour always does; so does somebody known by name.
    """
    name = claim.voice[-1].name
    return claim.mood is Mood.RUMOURED or claim.voice[-1].actor is not None or name[:1].isupper()


def party(desk: Desk, claim: Claim, role: str) -> str:
    """The state behind a role where it is known, else the name as given; "" when not said."""
    filler = claim.filler(role)
    if filler is None:
        return ""
    state = desk.state(filler.actor, claim.time.since)
    if state:
        return desk.actor_name(state)
    unresolved = plain(filler.text) in PRONOUNS and filler.actor is None
    return "" if unresolved else desk.name(filler)


def _goods(told: Sequence[Told], role: str) -> tuple[str, ...]:
    """The goods, each once; "weapons" and "more weapons" are one."""
    seen: dict[str, str] = {}
    for one in told:
        for filler in one.claim.fillers(role):
            words = bare(one.words(filler))
            key = plain(words)
            if not any(key in known or known in key for known in seen):
                seen[key] = words
    return tuple(seen.values())


def exchange_items(desk: Desk) -> list[Item]:
    """One item a flow, then one a pledge to work together, each with its direction and mood."""
    return [*_flow_items(desk), *_pledge_items(desk)]


def _pledge_items(desk: Desk) -> list[Item]:
    """What an actor promises or means to do together with others, in the words of the report."""
    items: list[Item] = []
    for one in pledges(desk):
        source, target = one.claim.filler("source"), one.claim.filler("target")
        giver = desk.name(source) if source else ""
        receiver = desk.name(target) if target else "not said"
        topic = quoted(one.words(one.claim.filler("topic")), 10)
        how = f"{MOOD_WORDS[one.claim.mood]}; {one.source.label}"
        items.append(
            Item(
                sentence(f"{giver} to {receiver}: {topic} ({how})"),
                (one.id,),
                {
                    "giver": giver,
                    "receiver": receiver,
                    "goods": [topic],
                    "in_return_for": [],
                    "mood": one.claim.mood.value,
                    "how": how,
                    "reports": [one.source.label],
                },
                behind=len(items) >= PLEDGES_SHOWN,
            )
        )
    return items


def pledges(desk: Desk) -> list[Told]:
    """The promises and plans to work together, by whom they are."""
    return [
        t
        for t in desk.dossier.of(Predicate.INTENT.value)
        if t.claim.mood in PLEDGED and not t.claim.negated and t.claim.filler("source")
        and TOGETHER.search(t.words(t.claim.filler("topic")))
    ]  # fmt: skip


def _flow_items(desk: Desk) -> list[Item]:
    items: list[Item] = []
    found = flows(desk)
    told_back = {(f.receiver, f.giver) for f in found if f.receiver and f.giver}
    for flow in found:
        giver, receiver = flow.giver or "not said", flow.receiver or "not said"
        how = _how(desk, flow)
        goods = listed(flow.goods)
        # what comes back has a line of its own where both sides are known
        alone = flow.in_return and (flow.giver, flow.receiver) not in told_back
        returned = f", in return for {listed(flow.in_return)}" if alone else ""
        items.append(
            Item(
                sentence(f"{giver} to {receiver}: {goods}{returned} ({how})"),
                unique_ids(flow.told),
                {
                    "giver": giver,
                    "receiver": receiver,
                    "goods": list(flow.goods),
                    "in_return_for": list(flow.in_return),
                    "mood": flow.mood.value,
                    "how": how,
                    "reports": sorted({t.source.label for t in flow.told}),
                },
                behind=len(items) >= SHOWN or not flow.receiver or flow.mood in MIGHT,
            )
        )
    return items


def _how(desk: Desk, flow: Flow) -> str:
    """Mood, voice and sources in a few words: "possible, says Jane Doe; Report A"."""
    mood = MOOD_WORDS[flow.mood]
    if flow.mood is Mood.DENIED and flow.told[0].claim.mood is not Mood.DENIED:
        mood = "said not to be"
    if flow.mood is Mood.ASSERTED and not flow.solid:
        mood = "expected"
    words = f"{mood}, by {flow.voice}" if flow.voice and flow.mood is Mood.RUMOURED else mood
    if flow.voice and flow.mood is not Mood.RUMOURED:
        words = (
            f"said by {flow.voice}" if flow.mood is Mood.ASSERTED else f"{mood}, says {flow.voice}"
        )
    return f"{words}{_relayed(desk, flow)}; {_reports(desk, flow)}"


def _relayed(desk: Desk, flow: Flow) -> str:
    """Who passes on what the innermost voice believes or says: ", says the spokesman"."""
    chain = flow.told[0].claim.voice
    return f", says {desk.name(chain[0])}" if flow.voice and len(chain) > 1 else ""


def _reports(desk: Desk, flow: Flow) -> str:
    """The sources, each with the unnamed voice that it leans on: "Report B (evidence)"."""
    named: dict[str, str] = {}
    for told in flow.told:
        voices = told.claim.voice
        lean = f" ({desk.name(voices[-1])})" if voices and not heeded(told.claim) else ""
        named.setdefault(told.source.label, lean)
    return listed(label + lean for label, lean in named.items())
