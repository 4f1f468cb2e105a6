"""Exchange claims in, flows out: who gives whom what, in which mood, and on whose word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foedus.model.claim import Claim, Filler, Mood, Predicate
from foedus.model.dates import Tense
from foedus.model.document import Span
from foedus.report.callings import PRONOUNS, is_named
from foedus.report.desk import Desk
from foedus.report.dossier import Told, plain
from foedus.report.naming import bare, listed
from foedus.report.phrases import OPEN, TOPIC_WORDS

# what might be given stands among the possibilities
MIGHT = (Mood.CONDITIONAL, Mood.POSSIBLE, Mood.HYPOTHETICAL, Mood.FEARED)
_DOUBT = re.compile(r"\b(?:unlikely|improbable|inconceivable|unthinkable|doubt\w*)\b", re.I)
_BELIEF = re.compile(r"\b(?:believ|think|thought|suspect|assum|reckon|estimat)", re.IGNORECASE)
PLEDGED = (Mood.PROMISED, Mood.INTENDED, Mood.PROPOSED)


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

    @property
    def believed(self) -> bool:
        """Whether its voice believes it, and does not merely pass on a rumour."""
        if self.mood is not Mood.RUMOURED:
            return False
        words = " ".join(t.source.words(s) for t in self.told for s in t.claim.mood_words)
        return bool(_BELIEF.search(words))

    @property
    def way(self) -> tuple[str, str]:
        return self.giver, self.receiver


EACH_OTHER = "each other"


def flows(desk: Desk) -> list[Flow]:
    """The exchanges by direction, mood and voice; those with both sides known come first."""
    groups: dict[tuple[tuple[str, str, Mood, str, bool], str], list[Told]] = {}
    for told in desk.dossier.of(Predicate.EXCHANGE.value):
        if told.claim.fillers("goods") and not _doubted(told):
            # what one report has as a fact does not vouch for what another rests on evidence
            groups.setdefault((_key(desk, told), leaning(desk, told)), []).append(told)
    found = [
        Flow(*key, tuple(told), goods_of(told, "goods"), goods_of(told, "in-return-for"))
        for (key, _), told in groups.items()
    ]
    return sorted(found, key=_order)


def _doubted(told: Told) -> bool:
    """Whether it is only told as unlikely: a possibility, and no exchange."""
    words = told.source.words(told.claim.passage)
    return told.claim.time.tense is Tense.FUTURE and bool(_DOUBT.search(words))


def _order(flow: Flow) -> tuple[bool, bool, bool, int]:
    """What is told as done before what might be; both sides known before one."""
    return flow.mood in MIGHT, not (flow.giver and flow.receiver), not flow.solid, -len(flow.told)


def _key(desk: Desk, told: Told) -> tuple[str, str, Mood, str, bool]:
    claim = told.claim
    mood = Mood.DENIED if claim.negated and claim.mood is Mood.ASSERTED else claim.mood
    # unnamed voices ("evidence", "officials") are told in `how`; a named one is a line of its own
    voice = desk.voice_name(told, claim.voice[-1]) if claim.voice and heeded(claim) else ""
    future = claim.time.tense is Tense.FUTURE
    giver, receiver = party(desk, claim, "source"), party(desk, claim, "target")
    partners = desk.states(claim.fillers("source"), claim.time.since)
    if claim.filler("kind") and len(partners) > 1 and not receiver:
        # a trade has partners, and nobody is said to give
        giver, receiver = listed(map(desk.actor_name, partners)), EACH_OTHER
    return giver, receiver, mood, voice, future


def heeded(claim: Claim) -> bool:
    """Whether the innermost voice of a claim makes it a line of its own.

    A belief or rumour always does; so does somebody known by name.
    """
    return claim.mood is Mood.RUMOURED or is_named(claim.voice[-1])


def leaning(desk: Desk, told: Told) -> str:
    """What a report rests it on that is nobody by name: "citing officials", "“images show”"."""
    claim = told.claim
    if claim.voice:
        return "" if heeded(claim) else f"citing {desk.voice_name(told, claim.voice[-1])}"
    if claim.mood is not Mood.ASSERTED or not claim.hedge:
        return ""
    return listed(f"“{told.source.words(span)}”" for span in claim.hedge)


def party(desk: Desk, claim: Claim, role: str) -> str:
    """The state behind a role where it is known, else the name as given; "" when not said."""
    filler = claim.filler(role)
    if filler is None:
        return ""
    state = desk.state(filler.actor, claim.time.since)
    if state:
        return desk.actor_name(state)
    unresolved = plain(filler.text) in PRONOUNS and filler.actor is None
    name = "" if unresolved else desk.name(filler)
    # "the coastguard", but "Jane Doe"
    common = filler.actor is None and name.split()[-1:] and name.split()[-1][:1].islower()
    return f"the {name}" if common and not name.endswith("s") else name


def goods_of(told: Sequence[Told], role: str) -> tuple[str, ...]:
    """The goods, each once; "weapons" and "more weapons" are one."""
    seen: dict[str, str] = {}
    for one in told:
        for filler in one.claim.fillers(role):
            words = bare(one.words(filler))
            key = plain(words)
            if not any(key in known or known in key for known in seen):
                seen[key] = words
    return tuple(seen.values())


def pledges(desk: Desk) -> list[Told]:
    """What an actor promises, proposes or means to do, each once; not what one expects of another.

    A pledge to give goods is a flow already.
    """
    given = {(t.source.letter, t.claim.passage) for t in desk.dossier.of(Predicate.EXCHANGE.value)}
    seen: set[str] = set()
    kept = []
    for told in desk.dossier.of(Predicate.INTENT.value):
        claim = told.claim
        source, topic = claim.filler("source"), claim.filler("topic")
        if claim.mood not in PLEDGED or claim.negated or source is None or topic is None:
            continue
        words = told.words(topic)
        if len(words.split()) < TOPIC_WORDS or OPEN.match(words):
            continue
        own = re.findall(r"[“\"]([^”\"]+)[”\"]", words)
        key = f"{desk.key(source)} {plain(' '.join(own) or words)}"
        if key in seen or (told.source.letter, claim.passage) in given:
            continue
        seen.add(key)
        kept.append(told)
    # what an actor says of his own plans, in his own words, before what is said of another's
    return sorted(kept, key=lambda t: _pledge_order(desk, t))


def _pledge_order(desk: Desk, told: Told) -> tuple[bool, bool]:
    source = told.claim.filler("source")
    voices = {desk.key_of_voice(voice) for voice in told.claim.voice}
    relayed = bool(voices) and (source is None or desk.key(source) not in voices)
    return not in_own_words(desk, told), relayed


def in_own_words(desk: Desk, told: Told) -> bool:
    """Whether what is pledged stands between quotation marks."""
    topic = told.claim.filler("topic")
    return topic is not None and desk.quoting.own(told.source, _body(told, topic))


def _body(told: Told, topic: Filler) -> Span:
    """The words of the topic behind its "to"."""
    words = topic.span.of(told.source.document.text)
    return Span(topic.span.start + (3 if words.startswith("to ") else 0), topic.span.end)
