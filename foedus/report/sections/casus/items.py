"""What the reports raise about their instrument in, the section "if it came to it" out.

What the reports say (what is raised, who reads the word that decides) stands apart from what the
library and the engine answer, which are notes from the library and from no report.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from foedus.law.standing import Standing, standing
from foedus.law.terms import term_of
from foedus.model.claim import Predicate
from foedus.model.scenario import EventKind, Verdict
from foedus.model.term import Term
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import TextStatus, TreatyStatus
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import capitalised, day_words, listed
from foedus.report.sections.casus.outcomes import (
    Outcome,
    bearer_words,
    on_facts,
    outcome_words,
    outcomes,
    reading_words,
    term_words,
    verdict_line,
)
from foedus.report.sections.casus.placing import Placed, placed, readers
from foedus.report.sections.casus.putting import Put, clause_of, in_force_day, put
from foedus.report.sections.casus.rows import answer_rows, readings_rows, scenario_row
from foedus.report.sections.casus.whatifs import Raised, WhatIf, raised, whose
from foedus.report.sections.instruments import Instrument
from foedus.report.sections.library import held_treaty, place_named
from foedus.report.sections.readings import reading_words as told_words
from foedus.report.sections.sources import published

RAISED_WEIGHT, READER_WEIGHT, NOBODY_WEIGHT = 94, 90, 60
OUTCOMES_SHOWN = 2
_DEEDS = {  # one, several
    EventKind.ATTACK: ("an attack", "attacks"),
    EventKind.NONSTATE_ATTACK: ("an attack", "attacks"),
    EventKind.THREAT: ("a threat", "threats"),
    EventKind.BLOCKADE: ("a blockade", "blockades"),
    EventKind.OCCUPATION: ("an occupation", "occupations"),
    EventKind.DECLARATION: ("a declaration of war", "declarations of war"),
}
_TEXTS = {
    TextStatus.IN_FULL: "text seen in full",
    TextStatus.IN_PART: "text seen in part",
    TextStatus.REPORTED_ONLY: "text as reported",
    TextStatus.UNPUBLISHED: "text unpublished",
    TextStatus.CODED: "as a data set codes it",
}


@dataclass(frozen=True)
class Casus:
    """The instrument in the library, the day asked about, and everything put to it."""

    desk: Desk
    main: Instrument
    treaty: Treaty
    day: date
    basis: str
    raised: Raised

    @cached_property
    def held(self) -> Standing:
        """Where the treaty stands on the day."""
        return standing(self.treaty, self.day)

    @cached_property
    def then(self) -> tuple[Put, ...]:
        """The answers on the day of the reports."""
        return put(self.desk, self.raised.whatifs, self.treaty, self.day)

    @cached_property
    def since(self) -> date | None:
        """The day on which it came into force after the reports, where the library has one."""
        return in_force_day(self.held)

    @cached_property
    def telling(self) -> tuple[Put, ...]:
        """The answers on the first day that can tell: the reports', or the entry into force."""
        if self.since is None:
            return self.then
        return put(self.desk, self.raised.whatifs, self.treaty, self.since)

    @cached_property
    def open_terms(self) -> list[Term]:
        """The open terms of the clauses that are answered, those that decide first."""
        deciding = [t.rpartition("/")[2] for p in self.telling for a in p.answers for t in a.terms]
        others: list[str] = []
        for one in self.telling:
            for answer in one.answers:
                clause = clause_of(self.treaty, answer)
                limits = (*clause.conditions, *clause.unless)
                others += [*clause.open_terms, *(c.term for c in limits if c.term)]
        found = (term_of(word) for word in (*deciding, *others))
        return list({term.id: term for term in found if term}.values())

    @cached_property
    def readers(self) -> list[Placed]:
        """Who in the reports speaks of these terms."""
        return placed(self.desk, self.treaty.id, self.open_terms)


def casus_items(desk: Desk, found: Sequence[Instrument]) -> list[Item]:
    """The section: nothing where the reports raise no what-if about an instrument with parties."""
    main = found[0] if found else None
    if main is None or len(main.parties) < 2:
        return []
    what = raised(desk, main, _published(desk))
    if not what.whatifs:
        return []
    held = held_treaty(desk, main)
    if held is None:
        text = "no record of this instrument; nothing is put to it"
        return [_raised_item(desk, main, what), Item(sentence(text), (), {}, library=True)]
    day, basis = _day(desk, main, held.treaty)
    if day is None:
        text = "neither the reports nor the library date it; nothing is put to it"
        return [_raised_item(desk, main, what), Item(sentence(text), (), {}, library=True)]
    casus = Casus(desk, main, held.treaty, day, basis, what)
    items = [_raised_item(desk, main, what), *_reader_items(casus), _note(casus)]
    return [*items, *_scenarios(casus), *_left(desk, what)]


def _published(desk: Desk) -> date | None:
    return max((day for s in desk.sources() if (day := published(s))), default=None)


def _day(desk: Desk, main: Instrument, treaty: Treaty) -> tuple[date | None, str]:
    """The day of the reports; where none is dated, the day of the signing as told or as held."""
    day = _published(desk)
    if day:
        return day, "the reports"
    signed = (t.claim.time.since for t in main.stage(Predicate.AGREEMENT_SIGNED))
    day = next(filter(None, signed), None)
    if day:
        return day, "the signing, by the reports"
    return next((f.day.first for f in treaty.signed if f.day), None), "the signing, by the library"


def _raised_item(desk: Desk, main: Instrument, what: Raised) -> Item:
    """One line: what the reports raise, each with who does."""
    shown = [one for one in what.whatifs if not one.going_on] or list(what.whatifs)
    told = tuple(t for one in shown for t in one.told)
    text = "; ".join(_phrases(desk, main, shown))
    short = ", ".join(_short_phrases(desk, main, shown))
    fields = {"raised": [_raised_row(desk, one) for one in what.whatifs]}
    return Item(
        sentence(f"raised: {text}"),
        unique_ids(told),
        fields,
        short=sentence(f"raised: {short}"),
        weight=RAISED_WEIGHT,
        short_weight=10,
    )


def _raised_row(desk: Desk, one: WhatIf) -> dict[str, object]:
    conditions = (t.words(t.claim.filler("condition")) for t in one.told)
    return {
        "kind": one.kind.value,
        "by": [list(group) for group in one.by],
        "on": list(one.on),
        "going_on": one.going_on,
        "raised_by": whose(desk, one.told),
        "words": list(dict.fromkeys(filter(None, conditions))),
        "claims": list(unique_ids(one.told)),
    }


def _phrases(desk: Desk, main: Instrument, whatifs: Sequence[WhatIf]) -> Iterator[str]:
    """Each what-if in words, those of one origin together: "an attack by A on B (Report A)"."""
    groups: dict[str, list[WhatIf]] = {}
    for one in whatifs:
        groups.setdefault(whose(desk, one.told), []).append(one)
    said = ""
    for who, group in groups.items():
        parts = []
        for one in group:
            deed = _DEEDS[one.kind][0]
            parts.append(_phrase(desk, main, one, "" if deed == said else deed))
            said = deed
        yield f"{', or '.join(parts)} ({who})"


def _short_phrases(desk: Desk, main: Instrument, whatifs: Sequence[WhatIf]) -> Iterator[str]:
    """The same without who raises it: the marks lead there."""
    said = ""
    for one in whatifs:
        deed = _DEEDS[one.kind][len(whatifs) > 1]
        yield _phrase(desk, main, one, "" if deed == said else deed)
        said = deed


def _phrase(desk: Desk, main: Instrument, one: WhatIf, deed: str) -> str:
    by = listed((listed(map(desk.actor_name, group)) for group in one.by), "or")
    on = listed(map(desk.actor_name, one.on), "or")
    if len(one.on) > 1 and {*one.on} == {*main.parties}:
        on = "either" if len(one.on) == 2 else "any party"
    means = f"by {one.means} means" if one.means else ""
    return " ".join(filter(None, (deed, f"by {by}" if by else "", f"on {on}", means)))


def _reader_items(casus: Casus) -> Iterator[Item]:
    """Who in the reports reads a term of the clauses, and how; what decides and nobody reads."""
    deciding = {t.term for one in _outcomes_shown(casus) for t in one.needed}
    for one in casus.readers:
        words = told_words(casus.desk, one.told)
        how = f"reads it as {reading_words(one.reading)}" if one.reading else "not placed"
        lead = f"{capitalised(one.holder.rstrip(','))}, on ‘{term_words(one.term)}’"
        yield Item(
            sentence(f"{lead}, {how}: {words}"),
            (one.told.id,),
            {
                "term": one.term,
                "reading": one.reading or None,
                "placed": bool(one.reading),
                "reader_of_term": one.holder.rstrip(","),
                "words": words,
            },
            behind=one.term not in deciding,
            weight=READER_WEIGHT + bool(one.reading),
        )
    spoken_of = {one.term for one in casus.readers}
    silent = sorted(deciding - spoken_of)
    if silent and readers(casus.desk):
        terms = listed(f"‘{term_words(term)}’" for term in silent)
        yield Item(
            sentence(f"no reader quoted here speaks of {terms}"),
            (),
            {"unplaced": readers(casus.desk), "terms": silent},
            weight=NOBODY_WEIGHT,
        )


def _outcomes_shown(casus: Casus) -> list[Outcome]:
    return [one for p in casus.telling for one in outcomes(casus.treaty, p.answers)]


def _note(casus: Casus) -> Item:
    """The library's answer in a line or two: where it stood, then what would be owed and when."""
    treaty = casus.treaty
    parts = [_standing_words(casus)]
    if casus.since or casus.held.status is not TreatyStatus.NOT_YET_IN_FORCE:
        parts.append(_answers_words(casus))
    where = [_TEXTS[treaty.text_status], place_named(_source(treaty))]
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


def _source(treaty: Treaty) -> str:
    dated = (*treaty.in_force, *treaty.signed)
    return next((fact.source for fact in dated if fact.source), "")


def _standing_words(casus: Casus) -> str:
    """Where the treaty stood on the day, if it did not bind."""
    day = day_words(casus.day)
    match casus.held.status:
        case TreatyStatus.NOT_YET_IN_FORCE if casus.since:
            return f"not in force on {day}: nothing owed. Once it was"
        case TreatyStatus.NOT_YET_IN_FORCE:
            return f"not in force on {day}: nothing owed"
        case TreatyStatus.ENDED:
            return f"on {day} ended"
        case _:
            return f"on {day}"


def _answers_words(casus: Casus) -> str:
    """What comes of the what-ifs: the common outcome once, then what differs."""
    shown = [p for p in casus.telling if not p.whatif.going_on] or list(casus.telling)
    groups: dict[tuple[Outcome, ...], list[Put]] = {}
    for one in shown:
        told = list(outcomes(casus.treaty, one.answers))
        open_ones = [o for o in told if o.verdict is not Verdict.NOT_OWED] or told
        groups.setdefault(tuple(open_ones[:OUTCOMES_SHOWN]), []).append(one)
    ranked = sorted(groups.items(), key=lambda group: -len(group[1]))
    common, puts = ranked[0]
    parts = [_group_words(casus, common, puts)]
    for telling, others in ranked[1:]:
        more = _beyond(telling, common)
        who = listed((_after_words(casus.desk, one) for one in others), "or")
        parts.append(f"{who}, {more or _group_words(casus, telling, others)}")
    return "; ".join(parts)


def _group_words(casus: Casus, told: Sequence[Outcome], puts: Sequence[Put]) -> str:
    if not told:
        return "no clause is set in motion"
    return ", and ".join(outcome_words(one, _bearers(casus, one, puts)) for one in told)


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


def _beyond(told: Sequence[Outcome], common: Sequence[Outcome]) -> str:
    """What an outcome turns on beside what the common one does; "" where it is another."""
    if len(told) != 1 or len(common) != 1:
        return ""
    one, other = told[0], common[0]
    same = (one.verdict, one.duty, one.article) == (other.verdict, other.duty, other.article)
    if not (same and one.needed == other.needed and one.facts and not other.facts):
        return ""
    return f"also on {on_facts(one.facts)}"


def _if_words(desk: Desk, one: Put) -> str:
    event = one.scenario.events[0]
    deed = _DEEDS[event.kind][0]
    by = listed(map(desk.actor_name, event.by)) if one.attacker_named else "a state not named"
    means = f" by {event.means} means" if event.means else ""
    return f"{deed} by {by} on {listed(map(desk.actor_name, event.on))}{means}"


def _after_words(desk: Desk, one: Put) -> str:
    """The scenario in short, after the others: by its attacker, where one is named."""
    return (
        f"against {listed(map(desk.actor_name, one.scenario.events[0].by))}"
        if one.attacker_named
        else f"for {_if_words(desk, one)}"
    )


def _scenarios(casus: Casus) -> Iterator[Item]:
    """Behind the fold, one line a scenario, with everything that a program needs."""
    for then, telling in zip(casus.then, casus.telling, strict=True):
        event = telling.scenario.events[0]
        line = verdict_line(casus.desk, casus.treaty, telling.answers, event.on[0])
        assumed = dict.fromkeys(s.what for a in telling.answers for s in a.proof if s.assumed)
        notes = [f"assumed: {', '.join(assumed)}"] if assumed else []
        if then.because:
            notes.append(f"contested, for {whose(casus.desk, then.because)} tells of the reverse")
        lead = f"{capitalised(_if_words(casus.desk, telling))}, {day_words(telling.scenario.on)}"
        text = "; ".join([f"{lead}: {line or 'no clause is set in motion'}", *notes])
        held = [*then.whatif.told, *then.because]
        told = [p.told for p in casus.readers]
        yield Item(
            sentence(text),
            unique_ids([*held, *told]),
            _scenario_fields(casus, then, telling),
            library=True,
            behind=True,
        )


def _scenario_fields(casus: Casus, then: Put, telling: Put) -> dict[str, object]:
    later = {"on": telling.scenario.on.isoformat(), "answers": answer_rows(telling.answers)}
    return {
        "scenario": scenario_row(then.scenario),
        "attacker_named": then.attacker_named,
        "raised_by": whose(casus.desk, then.whatif.told),
        "answers": answer_rows(then.answers),
        "once_in_force": later if casus.since else None,
        "readings": readings_rows(
            casus.treaty.id, casus.open_terms, telling.answers, casus.readers
        ),
        "unplaced": _unplaced(casus),
    }


def _unplaced(casus: Casus) -> list[str]:
    """Who reads the instrument without a word of these terms, or without saying how."""
    sure = {one.holder.rstrip(",") for one in casus.readers if one.reading}
    return [name for name in readers(casus.desk) if name not in sure]


def _left(desk: Desk, what: Raised) -> Iterator[Item]:
    """What the reports raise that says too little to be put."""
    for told in what.left:
        words = told.words(told.claim.filler("condition"))
        who = whose(desk, (told,))
        text = f"not put: {_short(desk, told)} ({who}), which does not say who attacks whom"
        yield Item(sentence(text), (told.id,), {"not_put": words}, behind=True)


def _short(desk: Desk, told: Told) -> str:
    return str(desk.filler_words(told, told.claim.filler("condition"), 16))
