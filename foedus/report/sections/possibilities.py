"""Predictions in, what might follow out: with speaker, hedge and condition, in their words.

Likelihood is theirs, in their words (`hedge`). How many independent voices say so is not derived
yet.
"""

import re

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import PRONOUNS, Desk, quoted, sentence
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import filler_words, listed
from foedus.report.sections.exchanges import party

SHOWN = 5
_LEAD = re.compile(
    r"^(?:On the other hand|However|But|And|So|Meanwhile|In addition|As a result|Still|Yet),? "
    r"|^[^,“”]{3,40} (?:said|says|argued|added|wrote|warned), "
)
_VERB_FIRST = re.compile(r"^(?:is|are|was|were|will|would|could|may|might|can|has|have|had)\b")
MODALS = ("could", "may", "might", "would", "will", "can")
KIND = {Mood.ASSERTED: "expected"}


def possibility_items(desk: Desk) -> list[Item]:
    """One item a prediction; those with a condition and about the parties come first."""
    told = [
        t
        for t in _distinct(desk.dossier.of(Predicate.PREDICTION.value))
        if not t.claim.voice or plain(t.claim.voice[-1].name) not in PRONOUNS
    ]
    told.sort(key=lambda t: -_weight(t))
    return [_item(desk, one, index) for index, one in enumerate(told)]


def _distinct(told: tuple[Told, ...]) -> list[Told]:
    seen: dict[str, Told] = {}
    for one in told:
        seen.setdefault(plain(one.words(one.claim.filler("event"))), one)
    return list(seen.values())


def _weight(told: Told) -> int:
    claim = told.claim
    actors = sum(1 for _, filler in claim.roles if filler.actor)
    return 3 * bool(claim.fillers("condition")) + 2 * bool(claim.hedge) + min(actors, 3)


def _item(desk: Desk, told: Told, index: int) -> Item:
    claim = told.claim
    who = desk.voices(told)
    hedge = listed(told.source.words(span) for span in claim.hedge)
    event = _LEAD.sub("", told.words(claim.filler("event")))
    condition = told.words(claim.filler("condition"))
    source = claim.filler("source")
    subject = f"{desk.name(source)} " if source and _VERB_FIRST.match(event) else ""
    text = f"{who}: {_what(desk, told) or subject + quoted(event, 14)}"
    if condition and condition not in event:
        text += f", {quoted(condition, 14)}"
    return Item(
        sentence(text),
        (told.id,),
        {
            "kind": hedge or KIND.get(claim.mood, claim.mood.value),
            "speaker": who,
            "hedge": [told.source.words(span) for span in claim.hedge],
            "condition": condition,
            "event": event,
            "mood": claim.mood.value,
        },
        behind=index >= SHOWN,
    )


def _what(desk: Desk, told: Told) -> str:
    """What might happen in our own words, where an exchange in the same passage says it."""
    for other in desk.dossier.of(Predicate.EXCHANGE.value):
        same = other.source == told.source and other.claim.passage == told.claim.passage
        if same and other.claim.mood in (Mood.POSSIBLE, Mood.CONDITIONAL, Mood.FEARED):
            giver, receiver = party(desk, other.claim, "source"), party(desk, other.claim, "target")
            goods = filler_words(other.claim.fillers("goods"))
            modal = next((told.source.words(h) for h in told.claim.hedge), "could")
            if giver and receiver and goods and modal in MODALS:
                return f"{giver} {modal} give {receiver} {goods}"
    return ""
