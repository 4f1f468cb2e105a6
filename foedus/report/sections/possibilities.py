"""Predictions in, what might follow out: with speaker, hedge and condition, in their words.

Likelihood is theirs, in their words; how many independent voices say so is a field of its own.
"""

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk, quoted, sentence
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import count_words, listed

SHOWN = 5


def possibility_items(desk: Desk) -> list[Item]:
    """One item a prediction; those with a condition and about the parties come first."""
    told = _distinct(desk.dossier.of(Predicate.PREDICTION.value))
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
    hedge = listed(f"“{told.source.words(span)}”" for span in claim.hedge)
    event = told.words(claim.filler("event"))
    condition = told.words(claim.filler("condition"))
    lead = {Mood.FEARED: "fears", Mood.DENIED: "denies"}.get(claim.mood, "sees")
    text = f"{who} {lead} as {hedge}: " if hedge else f"{who} {lead}: "
    text += quoted(event, 22)
    if condition and condition not in event:
        text += f", on the condition {quoted(condition, 14)}"
    return Item(
        sentence(text),
        (told.id,),
        {
            "speaker": who,
            "hedge": [told.source.words(span) for span in claim.hedge],
            "condition": condition,
            "event": event,
            "mood": claim.mood.value,
            "likelihood": "in their words only",
            "confidence": count_words(1, "voice"),
        },
        behind=index >= SHOWN,
    )
