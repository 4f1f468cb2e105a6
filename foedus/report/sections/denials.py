"""Claims in, sentences out on agreements of which somebody says that there is none."""

import re
from collections.abc import Iterator

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import bare, listed, verb_for

_NONE = re.compile(r"^(?:no|any|such|an?|the) ", re.IGNORECASE)


def denial_items(desk: Desk) -> Iterator[Item]:
    """One sentence an agreement that is said not to be, with all who say so.

    That a report itself says so is told by its own words; here stand only other voices.
    """
    groups: dict[str, list[Told]] = {}
    for told in desk.dossier.of(Predicate.AGREE.value):
        claim = told.claim
        # who denies that there is no pact does not deny the pact
        denied = claim.negated != (claim.mood is Mood.DENIED)
        if claim.predicate is Predicate.AGREE and claim.voice and denied:
            groups.setdefault(plain(_agreement(desk, told)), []).append(told)
    for group in sorted(groups.values(), key=len, reverse=True):
        who = listed(dict.fromkeys(desk.voices(told) for told in group))
        says = verb_for(who, "say")
        yield Item(
            sentence(f"{who} {says} that there is no {_agreement(desk, group[0])}"),
            unique_ids(group),
            {"voices": desk.independent(group), "mood": Mood.DENIED.value},
        )


def _agreement(desk: Desk, told: Told) -> str:
    """ "pact between Peru and Chile", "such agreement" as plain "agreement"."""
    words = bare(told.words(told.claim.filler("instrument"))) or "agreement"
    while (shorter := _NONE.sub("", words)) != words:
        words = shorter
    sides = (*told.claim.fillers("source"), *told.claim.fillers("target"))
    parties = [desk.actor_name(party) for party in desk.states(sides)]
    between = len(parties) > 1 and not any(plain(p) in plain(words) for p in parties)
    return f"{words} between {listed(parties)}" if between else words
