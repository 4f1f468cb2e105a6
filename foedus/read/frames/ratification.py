"""Ratification in: by parliaments that approve, and by votes that they have still to hold."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, negated, prepositional, word
from foedus.read.frames.instruments import is_instrument, parties
from foedus.read.frames.participants import all_participants
from foedus.read.frames.scene import Scene
from foedus.read.frames.steps import actors_in, instruments_among, step
from foedus.read.frames.subjects import doers, undergoers
from foedus.read.frames.threads import instrument_of

APPROVING = frozenset({"approve", "ratify", "endorse"})
PARLIAMENTS = frozenset({
    "parliament", "senate", "congress", "diet", "assembly", "lawmaker", "legislature", "house",
    "riksdag", "knesset", "duma", "bundestag", "sejm", "rada", "deputy", "mp", "legislator",
    "majlis", "storting", "eduskunta", "senator",
})  # fmt: skip
_DUE = frozenset({"expect", "due", "schedule", "set", "plan", "intend"})
_ENTRIES = frozenset({"membership", "accession", "entry", "bid", "application"})


def approved(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Parliament approved the treaty", "ratified Finland's membership"."""
    doing = [f for f in actors_in(scene, verb, Predicate.AGREEMENT_RATIFIED) if f.actor]
    law = any(word(t) in PARLIAMENTS for t in doers(verb))
    if not doing or not (law or word(verb) == "ratify"):
        return
    for token in undergoers(verb):
        noun = instrument_of(scene, token)
        if is_instrument(scene, noun) and word(verb) != "ratify":
            involved = parties(scene, noun, doing)
            yield step(scene, verb, noun, involved, Predicate.AGREEMENT_RATIFIED)
        elif word(token) in _ENTRIES:
            found = roles(source=doing, instrument=[_whole(scene, token)],
                          kind=[scene.filler(Span(token.idx, token.idx + len(token)))])  # fmt: skip
            yield Draft(Predicate.AGREEMENT_RATIFIED, verb, found)


def put_to_vote(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Parliament is expected to vote on the pact in May": the ratification lies ahead."""
    governor = verb.head
    due = verb.dep_ == "xcomp" and word(governor) in _DUE and not negated(governor)
    ahead = [c for c in children(verb, "aux") if c.lower_ in ("will", "must")]
    doing = doers(verb)
    if not (due or ahead) or negated(verb) or not any(word(t) in PARLIAMENTS for t in doing):
        return
    named = [instrument_of(scene, t, far=True) for t in prepositional(verb, {"on"})]
    before = [t for t in verb.sent if t.i < doing[0].i and word(t) == "ratify"]
    found = instruments_among(scene, named or [
        instrument_of(scene, t, far=True) for each in before for t in undergoers(each)
    ])  # fmt: skip
    who = [f for f in all_participants(scene, doing) if f.actor]
    shown = governor if due else ahead[0]
    for token in found:
        yield replace(
            step(scene, verb, token, who, Predicate.AGREEMENT_RATIFIED), mood=Mood.INTENDED,
            mood_words=(Span(shown.idx, shown.idx + len(shown)),), negated=False,
        )  # fmt: skip


def _whole(scene: Scene, noun: Token) -> Filler:
    """The noun with its owner: "Finland's membership"."""
    owner = children(noun, "poss")
    first = owner[0].left_edge if owner else scene.first_of(noun)
    return scene.filler(scene.span(first, noun))
