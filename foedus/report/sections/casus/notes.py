"""What was put to the library's treaty in, the library's notes out: nothing in them is a report's.

In front one note: where the treaty stood on the day of the reports, and what would be owed. Behind
the fold a line a scenario and a line a term, with everything that a program needs.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from foedus.law.terms import FACTS, open_readings
from foedus.model.scenario import EventKind, Step, Verdict
from foedus.model.term import TermReading
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import RecordStatus, TextStatus, TreatyStatus
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.items import Item
from foedus.report.measure import words_in
from foedus.report.naming import count_words, day_words, listed
from foedus.report.sections.casus.casus import DEEDS, Casus
from foedus.report.sections.casus.outcomes import (
    Outcome,
    bearer_words,
    in_front,
    on_facts,
    outcomes,
    reading_words,
    term_words,
    told,
    verdict_line,
)
from foedus.report.sections.casus.placing import readers
from foedus.report.sections.casus.putting import UNNAMED, Put
from foedus.report.sections.casus.rows import answer_rows, readings_rows, scenario_row
from foedus.report.sections.casus.whatifs import whose
from foedus.report.sections.library import place_named

ATTACKS = (EventKind.ATTACK, EventKind.NONSTATE_ATTACK)
OUTCOMES_SHOWN = 2
NOTE_WORDS = 45  # for what would be owed: the rest stands behind the fold
UNVERIFIED = f", {RecordStatus.UNVERIFIED.value}"
UNRAISED = "nobody has raised it"  # as the engine says it
_TEXTS = {
    TextStatus.IN_FULL: "text seen in full",
    TextStatus.IN_PART: "text seen in part",
    TextStatus.REPORTED_ONLY: "text as reported",
    TextStatus.UNPUBLISHED: "text unpublished",
    TextStatus.CODED: "as a data set codes it",
}
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_STATE = re.compile(r"\b[A-Z]{3}\b")


def note(casus: Casus) -> Item:
    """The library's answer in a line or two: where it stood, then what would be owed and when."""
    treaty = casus.treaty
    parts = [_standing_words(casus)]
    if casus.since or casus.held.status is not TreatyStatus.NOT_YET_IN_FORCE:
        parts.append(_answers_words(casus))
    where = [_TEXTS[treaty.text_status], _unseen(casus.telling), place_named(_source(treaty))]
    text = f"{', '.join(parts)} ({', '.join(filter(None, where))})"
    fields = {
        "treaty": treaty.id,
        "on": casus.day.isoformat(),
        "day_of": casus.basis,
        "standing": casus.held.status.value,
        "in_force": casus.since.isoformat() if casus.since else None,
        "text_status": treaty.text_status.value,
        "source": _source(treaty),
    }
    return Item(sentence(text), (), fields, library=True)


def _unseen(puts: Sequence[Put]) -> str:
    """That an answer rests on a clause which nobody has seen at a source."""
    unseen = any(a.status.endswith(UNVERIFIED) for one in puts for a in one.answers)
    return "not every clause verified" if unseen else ""


def _source(treaty: Treaty) -> str:
    dated = (*treaty.in_force, *treaty.signed)
    return next((fact.source for fact in dated if fact.source), "")


def _standing_words(casus: Casus) -> str:
    """Where the treaty stood on the day; not in force, it binds nobody."""
    day = f"on {day_words(casus.day)}" if casus.dated else "when signed"
    match casus.held.status:
        case TreatyStatus.NOT_YET_IN_FORCE:
            then = ". Once in force" if casus.since else ""
            return f"not in force {day}: nothing owed{then}"
        case TreatyStatus.ENDED:
            return f"ended by {day_words(casus.day)}"
        case _:
            return day


def _answers_words(casus: Casus) -> str:
    """What comes of the what-ifs: the common outcome once, then what differs."""
    shown = [p for p in casus.telling if not p.whatif.going_on] or list(casus.telling)
    groups: dict[tuple[Outcome, ...], list[Put]] = {}
    for one in shown:
        found = in_front(outcomes(casus.treaty, one.answers))
        groups.setdefault(tuple(found[:OUTCOMES_SHOWN]), []).append(one)
    ranked = sorted(groups.items(), key=_telling_first)
    common, puts = ranked[0]
    text = _group_words(casus, common, puts)
    for number, (different, others) in enumerate(ranked[1:], 1):
        more = _beyond(different, common) or _group_words(casus, different, others)
        who = listed((_after_words(casus.desk, one) for one in others), "or")
        longer = f"{text}; {who}, {more}"
        if words_in(longer) > NOTE_WORDS:
            left = count_words(len(ranked) - number, "other outcome")
            return f"{text}; {left} behind the fold"
        text = longer
    return text


def _telling_first(group: tuple[tuple[Outcome, ...], list[Put]]) -> tuple[bool, bool, int]:
    """What names an attacker says most; then where help is in question; then the most cases."""
    found, puts = group
    helps = any(one.fights and one.verdict is not Verdict.NOT_OWED for one in found)
    return not any(one.attacker_named for one in puts), not helps, -len(puts)


def _group_words(casus: Casus, found: Sequence[Outcome], puts: Sequence[Put]) -> str:
    named = {one: _bearers(casus, one, puts) for one in found}
    return in_names(casus.desk, told(named, ", and ")) or "no clause is set in motion"


def _bearers(casus: Casus, outcome: Outcome, puts: Sequence[Put]) -> str:
    """Who owes it in all these scenarios: one name, or what each is to the one who is hit."""
    names = []
    for one in puts:
        victim = one.scenario.events[0].on[0]
        who = outcomes(casus.treaty, one.answers)[outcome]
        names.append(bearer_words(casus.desk, casus.treaty, who, victim))
    if len(set(names)) == 1:
        return names[0]
    return "the other party" if len(casus.treaty.actors) == 2 else listed(names)


def _beyond(found: Sequence[Outcome], common: Sequence[Outcome]) -> str:
    """What an outcome turns on beside what the common one does; "" where it is another."""
    if len(found) != 1 or len(common) != 1:
        return ""
    one, other = found[0], common[0]
    same = (one.verdict, one.duty, one.article) == (other.verdict, other.duty, other.article)
    if not (same and one.needed == other.needed and one.facts and not other.facts):
        return ""
    return f"also turning on {on_facts(one.facts)}"


def _if_words(desk: Desk, one: Put) -> str:
    """The scenario in words: "an attack by Ukraine on Russia"."""
    event = one.scenario.events[0]
    by = listed(map(desk.actor_name, event.by)) if one.attacker_named else "a state not named"
    means = f" by {event.means} means" if event.means else ""
    deed, _, on = DEEDS[event.kind]
    return f"{deed} by {by} {on} {listed(map(desk.actor_name, event.on))}{means}"


def _after_words(desk: Desk, one: Put) -> str:
    """The scenario in short, after the others: by its attacker, where one is named."""
    event = one.scenario.events[0]
    if not one.attacker_named or event.kind not in ATTACKS or event.means:
        return f"after {_if_words(desk, one)}"
    return f"against {listed(map(desk.actor_name, event.by))}"


def scenario_items(casus: Casus) -> Iterator[Item]:
    """One line a scenario, behind the fold."""
    for then, now in zip(casus.then, casus.telling, strict=True):
        event = now.scenario.events[0]
        line = verdict_line(casus.desk, casus.treaty, now.answers, event.on[0])
        lead = f"{_if_words(casus.desk, now)}, {day_words(now.scenario.on)}"
        text = "; ".join([f"{lead}: {line or 'no clause is set in motion'}", *_assumed(now)])
        unseen = _unseen([now])
        text += f"; {unseen}" if unseen else ""
        if then.because:
            text += f"; {on_facts(then.scenario.contest)} contested: {_reverse(casus.desk, then)}"
        rests_on = [*then.whatif.told, *then.because, *(one.told for one in casus.readers)]
        yield Item(
            sentence(in_names(casus.desk, text)),
            unique_ids(rests_on),
            _scenario_fields(casus, then, now),
            library=True,
            behind=True,
        )


def _assumed(one: Put) -> list[str]:
    """What the answers take for granted since nobody has said otherwise."""
    steps = [step for a in one.answers if a.verdict is not Verdict.NOT_OWED for step in a.proof]
    assumed = dict.fromkeys(_assumption(step) for step in steps if step.assumed)
    return [f"assumed: {', '.join(assumed)}"] if assumed else []


def _assumption(step: Step) -> str:
    return step.what if step.because in ("", UNRAISED) else step.because


def _reverse(desk: Desk, one: Put) -> str:
    """Who tells of attacks the other way round."""
    event = one.scenario.events[0]
    by, on = (listed(map(desk.actor_name, actors)) for actors in (event.by, event.on))
    return f"attacks by {on} on {by} are told ({whose(desk, one.because)})"


def _scenario_fields(casus: Casus, then: Put, now: Put) -> dict[str, object]:
    """The scenario, its answers, the readings with who holds them: as JSON."""
    later = {"on": now.scenario.on.isoformat(), "answers": answer_rows(now.answers)}
    terms, read = casus.open_terms, casus.readers
    return {
        "scenario": scenario_row(then.scenario),
        "attacker_named": then.attacker_named,
        "raised_by": whose(casus.desk, then.whatif.told),
        "answers": answer_rows(then.answers),
        "once_in_force": later if casus.since else None,
        "readings": readings_rows(casus.treaty.id, terms, now.answers, read),
        "unplaced": _unplaced(casus),
    }


def _unplaced(casus: Casus) -> list[str]:
    """Who reads the instrument without a word of these terms, or without saying how."""
    sure = {one.holder.rstrip(",") for one in casus.readers if one.reading}
    return [name for name in readers(casus.desk) if name not in sure]


def term_items(casus: Casus) -> Iterator[Item]:
    """One line a term that decides, behind the fold: its readings, and whom the library names."""
    needed = {t.term: t for one in casus.outcomes for t in one.needed}
    for term in casus.open_terms:
        if term.id in needed:
            readings = open_readings(term, casus.treaty.id)
            owed = needed[term.id].owed
            text = "; ".join(_reading(casus, one, one.id in owed) for one in readings)
            yield Item(
                sentence(in_names(casus.desk, f"‘{term_words(term.id)}’ read as {text}")),
                (),
                {"term": term.id, "question": term.question},
                library=True,
                behind=True,
            )


def _reading(casus: Casus, reading: TermReading, owed: bool) -> str:
    """ "‘in fact’ (then owed): North Korea, 28 April 2025 (tass.com)"."""
    held = [
        f"{h.who}, {h.since.text if h.since else 'no date'} ({place_named(h.source)})"
        for h in reading.holders
        if h.treaty in ("", casus.treaty.id)
    ]
    needs = listed(FACTS[need].partition(";")[0] for need in reading.needs)
    then = "may be owed" if owed else f"owed only if {needs}"
    return f"‘{reading_words(reading.id)}’ ({then}): {listed(held) or 'nobody on record'}"


def in_names(desk: Desk, text: str) -> str:
    """The text with the codes of states as their names, and days in words."""
    names = {UNNAMED: "that state"}
    text = _DAY.sub(lambda m: day_words(date.fromisoformat(m[0])), text)
    return _STATE.sub(lambda m: names.get(m[0]) or desk.actor_name(m[0]) or m[0], text)
