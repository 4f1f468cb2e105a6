"""Claims in, sentences out on agreements of which somebody says that there is none."""

import re
from collections.abc import Iterator

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import bare, denies, listed, verb_for

SHOWN = 2
_NONE = re.compile(r"^(?:no|any|such|an?|the) ", re.IGNORECASE)
_STEPS = {
    Predicate.AGREE: "agreed on", Predicate.AGREEMENT_SIGNED: "signed",
    Predicate.AGREEMENT_PROMISED: "promised", Predicate.AGREEMENT_PROPOSED: "proposed",
}  # fmt: skip


def denial_items(desk: Desk) -> list[Item]:
    """One sentence an agreement that is said not to be, with all who say so; the most said first.

    That a report itself says so is told by its own words; here stand only other voices.
    """
    groups: dict[str, list[Told]] = {}
    for told in desk.dossier.of(Predicate.AGREE.value):
        words = _denied(desk, told) if told.claim.voice else ""
        if words:
            groups.setdefault(words, []).append(told)
    ranked = sorted(groups.items(), key=lambda entry: -len(entry[1]))
    return list(_items(desk, ranked))[:SHOWN]


def _items(desk: Desk, groups: list[tuple[str, list[Told]]]) -> Iterator[Item]:
    for words, group in groups:
        who = listed(dict.fromkeys(desk.voices(told) for told in group))
        none = words.startswith("there is no")
        lead = f"{who} {verb_for(who, 'say')}" if none else denies(who)
        yield Item(
            sentence(f"{lead} that {words}"),
            unique_ids(group),
            {"voices": desk.independent(group), "mood": Mood.DENIED.value},
        )


def _denied(desk: Desk, told: Told) -> str:
    """What is denied ("Peru and Chile signed a pact"), or that there is none; "" for neither.

    Who denies that there is no pact does not deny the pact.
    """
    claim = told.claim
    sides = (*claim.fillers("source"), *claim.fillers("target"))
    parties = [desk.actor_name(party) for party in desk.states(sides, claim.time.since)]
    agreement = _agreement(told)
    if claim.predicate is Predicate.AGREE and claim.negated and claim.mood is not Mood.DENIED:
        between = len(parties) > 1 and not any(plain(p) in plain(agreement) for p in parties)
        return f"there is no {agreement}" + (f" between {listed(parties)}" if between else "")
    if claim.mood is not Mood.DENIED or claim.negated or claim.predicate not in _STEPS:
        return ""
    article = "an" if agreement[:1] in "aeiou" else "a"
    article = "the" if agreement[:1].isupper() else article
    if len(parties) > 1:
        return f"{listed(parties)} {_STEPS[claim.predicate]} {article} {agreement}"
    return f"there is {article} {agreement}"


def _agreement(told: Told) -> str:
    """ "defence pact"; "such agreement" is plain "agreement"."""
    words = bare(told.words(told.claim.filler("instrument"))) or "agreement"
    while (shorter := _NONE.sub("", words)) != words:
        words = shorter
    return words
