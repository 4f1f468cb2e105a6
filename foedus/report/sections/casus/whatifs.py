"""Claims in, the what-ifs that the reports raise about an instrument out, and who raises each.

What a speaker foresees on a condition, what a provision is said to depend on, and the attacks
that are told as going on. Only what says who would be hit can be put; the rest is said to be left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from foedus.model.claim import Mood, Predicate
from foedus.model.document import LineRole
from foedus.model.scenario import EventKind
from foedus.read.actors.find import scanner_of
from foedus.read.gazetteer import Sense, normal
from foedus.report.desk import Desk
from foedus.report.dossier import Told
from foedus.report.sections.casus.deeds import EACH_PARTY, IT, Deed, deed_of, is_about_force
from foedus.report.sections.instruments import Instrument

FORESEEN = (Predicate.PREDICTION.value, Predicate.INTENT.value)
HELP = (Predicate.EXCHANGE.value, Predicate.AID.value, Predicate.SUPPORT.value)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Something that may happen, or goes on, to a state: `by` whom in turn, `on` whom in turn.

    Each of `by` is one attacker or several together; none where nobody is named. `told` are the
    claims that raise it, `since` the day on which what goes on began, where that is told.
    """

    kind: EventKind
    by: tuple[tuple[str, ...], ...]
    on: tuple[str, ...]
    means: str = ""
    told: tuple[Told, ...] = ()
    going_on: bool = False
    since: date | None = None

    @property
    def key(self) -> tuple[object, ...]:
        return self.kind, self.by, frozenset(self.on), self.means, self.going_on


@dataclass(frozen=True, slots=True)
class Raised:
    """What the reports raise: what can be put to a treaty, and what says too little for that."""

    whatifs: tuple[WhatIf, ...]
    left: tuple[Told, ...]


def raised(desk: Desk, main: Instrument, day: date | None = None) -> Raised:
    """The what-ifs about the instrument, those that name an attacker first, what goes on last."""
    found: dict[tuple[object, ...], WhatIf] = {}
    left: list[Told] = []
    for told in _conditional(desk, main):
        one = _whatif(desk, main, told, day)
        if one is not None:
            known = found.get(one.key, replace(one, told=()))
            found[one.key] = replace(known, told=(*known.told, told))
        elif told.claim.predicate is Predicate.PREDICTION and is_about_force(_condition(told)):
            left.append(told)
    for one in _going_on(desk, main):
        known = found.get(one.key, replace(one, told=()))
        found[one.key] = replace(known, told=(*known.told, *one.told))
    ranked = sorted(found.values(), key=lambda w: (w.going_on, not w.by))
    return Raised(tuple(ranked), tuple(left))


def attacks_told(desk: Desk, by: str, on: str) -> tuple[Told, ...]:
    """The attacks of one state on another that the reports tell as a fact."""
    return tuple(
        told
        for told in desk.dossier.of(Predicate.ASSAULT.value)
        if told.claim.mood is Mood.ASSERTED
        and not told.claim.negated
        and told.role is not LineRole.CAPTION
        and by in desk.states(told.claim.fillers("source"))
        and on in desk.states(told.claim.fillers("target"))
    )


def _conditional(desk: Desk, main: Instrument) -> Iterator[Told]:
    """Claims with a condition: what is foreseen, and what the instrument is said to provide."""
    provided = {t.id for t in main.told if t.claim.predicate is Predicate.PROVISION}
    for told in desk.dossier.told:
        wanted = told.id in provided or told.claim.predicate.value in FORESEEN
        if wanted and told.claim.filler("condition") and told.role is not LineRole.CAPTION:
            yield told


def _condition(told: Told) -> str:
    return told.words(told.claim.filler("condition"))


def _whatif(desk: Desk, main: Instrument, told: Told, day: date | None) -> WhatIf | None:
    """What the claim's condition puts, where it says enough and concerns a party."""
    deed = deed_of(_condition(told), partial(_actors, desk, day=day))
    if deed is None or not all(_may_attack(desk, who) for group in deed.by for who in group):
        return None
    on = _victims(desk, main, told, deed)
    by = tuple(sorted(group for group in deed.by if not {*group} & {*on}))
    if not on or (deed.by and not by):
        return None
    if not {*on, *(who for group in by for who in group)} & {*main.parties}:
        return None
    groups = any(not _is_state(desk, who) for group in by for who in group)
    kind = EventKind.NONSTATE_ATTACK if groups and deed.kind is EventKind.ATTACK else deed.kind
    return WhatIf(kind, by, on, deed.means)


def _actors(desk: Desk, words: str, day: date | None) -> Iterator[tuple[int, int, str]]:
    """The actors that the words name without doubt, states by the names of their capitals too."""
    for hit in scanner_of(desk.gazetteer).scan(words):
        fitting = [
            s.record for s in hit.senses if _is_sure(desk, s, words[hit.start : hit.end], day)
        ]
        if fitting:
            yield hit.start, hit.end, fitting[0]


def _is_sure(desk: Desk, sense: Sense, words: str, day: date | None) -> bool:
    """Whether the words mean it: no doubtful name, unless the record's first ("Turkey")."""
    record = desk.gazetteer.records[sense.record]
    known = not sense.ambiguous or normal(words) == normal(record.name)
    return known and record.exists(day)


def _is_state(desk: Desk, actor: str) -> bool:
    return desk.state(actor) == actor


def _may_attack(desk: Desk, actor: str) -> bool:
    """A state or an armed group; what a bloc does is not put as the deed of one."""
    record = desk.gazetteer.record(actor)
    return _is_state(desk, actor) or (record is not None and record.kind == "group")


def _victims(desk: Desk, main: Instrument, told: Told, deed: Deed) -> tuple[str, ...]:
    """Who would be hit: whom the words name, each party, or the party that is to be helped."""
    provision = told.claim.predicate is Predicate.PROVISION
    if deed.on == (EACH_PARTY,) or (deed.on == (IT,) and provision):
        return main.parties
    if deed.on:
        return deed.on if all(_is_state(desk, who) for who in deed.on) else ()
    return _helped(desk, main, told)


def _helped(desk: Desk, main: Instrument, told: Told) -> tuple[str, ...]:
    """The party that the other is told to help in the same passage, where that is one."""
    found: dict[str, None] = {}
    for other in desk.dossier.of(*HELP):
        if other.source == told.source and other.claim.passage.overlaps(told.claim.passage):
            giver = desk.states(other.claim.fillers("source"))
            receiver = desk.states(other.claim.fillers("target"))
            if {*giver} & {*main.parties}:
                found |= dict.fromkeys(r for r in receiver if r in main.parties)
    return tuple(found) if len(found) == 1 else ()


def _going_on(desk: Desk, main: Instrument) -> Iterator[WhatIf]:
    """The attacks by or on a party that are told as facts."""
    for told in desk.dossier.of(Predicate.ASSAULT.value):
        for by in desk.states(told.claim.fillers("source")):
            for on in desk.states(told.claim.fillers("target")):
                pair = by != on and {by, on} & {*main.parties}
                if pair and told in attacks_told(desk, by, on):
                    since = told.claim.time.since
                    yield WhatIf(
                        EventKind.ATTACK, ((by,),), (on,), "", (told,), going_on=True, since=since
                    )


def whose(desk: Desk, told: Sequence[Told]) -> str:
    """Who raises it: the reports where they do so themselves, else the speakers."""
    own = [t for t in told if not t.claim.voice]
    return desk.on_word_of(told) if not own else desk.all_or(own)
