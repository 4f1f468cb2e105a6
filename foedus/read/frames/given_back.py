"""A transfer "in return" in; to whom it goes, and who reckons so, by the one before it, out."""

from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood
from foedus.read.frames.deals import Deal
from foedus.read.frames.draft import Draft
from foedus.read.frames.grammar import negated
from foedus.read.frames.political import is_state
from foedus.read.frames.scene import Scene
from foedus.read.frames.voices import believed, chain

_RETURN = frozenset({"return", "exchange"})
_REACH = 2  # paragraphs back to what is returned


def given_back_to(
    scene: Scene, deal: Deal, givers: list[Filler], earlier: list[Draft]
) -> list[Filler]:
    """ "Peru sent grain to Chile. In return Chile sold it oil": the one state that gave before.

    Nobody where the last transfer told has several givers, the same one, or another receiver.
    """
    start = deal.trigger.sent.start
    before = [d for d in earlier if d.trigger.sent.start < start and not negated(d.trigger)]
    if not before or not _opens(deal.trigger):
        return []
    last = before[-1]
    if scene.block(deal.trigger) - scene.block(last.trigger) > _REACH:
        return []
    gave = [f for role, f in last.roles if role == "source"]
    got = {f.actor for role, f in last.roles if role == "target"}
    now = {f.actor for f in givers if is_state(f)}
    clear = len(now) == 1 and len(gave) == 1 and is_state(gave[0]) and gave[0].actor not in now
    return gave if clear and (not got or got == now) else []


def as_reckoned(scene: Scene, draft: Draft, earlier: list[Draft]) -> Draft:
    """ "Spies reckon Peru sent grain. In return Chile will send oil": they reckon that too."""
    first = draft.trigger.sent.start
    before = [d for d in earlier if d.trigger.sent.start < first]
    if draft.mood is not None or not before or not _opens(draft.trigger):
        return draft
    last = before[-1].trigger
    beside = last.sent.end == first and scene.block(last) == scene.block(draft.trigger)
    if not beside or believed(scene, last) is None or chain(scene, draft.trigger):
        return draft
    return replace(draft, believers=chain(scene, last), mood=Mood.RUMOURED, mood_words=())


def _opens(trigger: Token) -> bool:
    """Does the sentence say "in return", without saying for what?"""
    for token in trigger.sent:
        if token.lower_ in _RETURN and token.i > token.sent.start and token.nbor(-1).lower_ == "in":
            return token.i + 1 >= token.sent.end or token.nbor(1).lower_ != "for"
    return False
