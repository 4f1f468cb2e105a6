"""Answers in, the words for them out: who owes what, on what it turns, what is not known."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foedus.law.terms import FACTS, open_readings, term_of
from foedus.model.scenario import Answer, Verdict
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Duty, Modality, TriggerKind
from foedus.report.desk import Desk
from foedus.report.naming import listed

BEARERS_NAMED = 4
_FACTS = {"not-self-defence": "lawful self-defence", "unprovoked": "provocation"}
_NOUNS = {
    "no-separate-peace": "to make no separate peace",
    "no-hostile-alliance": "to join no hostile alliance",
    "withhold-support": "to withhold support",
    "uncoded": "what the clause says",
}
_NOBODY = {"each party": "no party", "every other party": "no other party"}
_NUMBER = re.compile(r"[\dIVXLC]+[a-z]?(?:[.(-][\w)]+)*")
_HELP = (Duty.DEFENCE, Duty.OFFENCE, Duty.GUARANTEE, Duty.ASSISTANCE)
_DOOR = {"clause in force", "by whom", "to whom", *(kind.value for kind in TriggerKind)}
_OPEN = (Verdict.OWED, Verdict.DISPUTED, Verdict.UNKNOWN)
_ORDER = (Verdict.OWED, Verdict.DISPUTED, Verdict.UNKNOWN, Verdict.NOT_OWED)


@dataclass(frozen=True, slots=True)
class Turning:
    """A term that decides, with the readings under which the duty may be owed and the others."""

    term: str
    owed: tuple[str, ...]
    otherwise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What answers that differ in their bearers alone come to."""

    verdict: Verdict
    duty: str
    article: str
    modality: str
    turning: tuple[Turning, ...]
    facts: tuple[str, ...]
    failed: str
    missing: str

    @property
    def place(self) -> str:
        """The duty with its article: "defence (Article 4)"."""
        return f"{self.noun} ({self.where})" if self.where else self.noun

    @property
    def noun(self) -> str:
        """What is owed: "defence"."""
        return _NOUNS.get(self.duty, self.duty.replace("-", " "))

    @property
    def where(self) -> str:
        """The article, where it has a number."""
        return f"Article {self.article}" if _NUMBER.fullmatch(self.article) else ""

    @property
    def fights(self) -> bool:
        """Whether it is to fight or to help, and not to talk or to stand aside."""
        return self.duty in _HELP

    @property
    def needed(self) -> tuple[Turning, ...]:
        """The terms of which some reading leaves nothing owed, whatever else is so."""
        return tuple(turning for turning in self.turning if turning.otherwise)


def outcomes(treaty: Treaty, answers: Sequence[Answer]) -> dict[Outcome, tuple[str, ...]]:
    """Each outcome worth telling with its bearers: what is open and what is help first."""
    found: dict[Outcome, tuple[str, ...]] = {}
    for answer in sorted(_telling(answers), key=lambda a: _ORDER.index(a.verdict)):
        one = _outcome(treaty, answer)
        found[one] = tuple(dict.fromkeys((*found.get(one, ()), answer.bearer)))
    order = sorted(found, key=lambda one: (one.verdict not in _OPEN, not one.fights))
    return {one: found[one] for one in order}


def _telling(answers: Sequence[Answer]) -> Sequence[Answer]:
    """What is open; of what is not owed, what came near and is owed by no other clause."""
    held = {(a.duty, a.bearer) for a in answers if a.verdict in _OPEN}
    kept = [
        a
        for a in answers
        if a.verdict in _OPEN or ((a.duty, a.bearer) not in held and not _at_the_door(a.failed))
    ]
    return kept or answers


def _at_the_door(failed: str) -> bool:
    """Whether it fails at who is bound or what sets the clause in motion: never about this."""
    step = failed.partition(":")[0]
    return step in _DOOR or step.endswith(" is bound")


def _outcome(treaty: Treaty, answer: Answer) -> Outcome:
    options = {step.axis: step.options for step in answer.proof if step.axis}
    return Outcome(
        answer.verdict,
        answer.duty,
        answer.article,
        answer.modality,
        tuple(_turning(treaty, axis, options.get(axis, ())) for axis in answer.terms),
        answer.facts,
        answer.failed,
        answer.missing,
    )


def _turning(treaty: Treaty, axis: str, options: Sequence[str]) -> Turning:
    term = term_of(axis.rpartition("/")[2])
    known = tuple(r.id for r in open_readings(term, treaty.id)) if term else ()
    owed = tuple(options) or known
    return Turning(axis.rpartition("/")[2], owed, tuple(r for r in known if r not in owed))


def outcome_words(outcome: Outcome, bearer: str) -> str:
    """ "Russia would owe defence (Article 4) only if ‘state of war’ is read as ‘in fact’"."""
    may = outcome.modality == Modality.PERMISSION
    verb = "might, but need not, give" if may else "would owe"
    match outcome.verdict:
        case Verdict.OWED:
            return f"{bearer} {verb} {outcome.place}"
        case Verdict.DISPUTED:
            return f"{bearer} {verb} {outcome.place} {_on_what(outcome)}"
        case Verdict.UNKNOWN:
            return f"whether {bearer} {verb} {outcome.place} is not known: {outcome.missing}"
        case _:
            return not_owed([outcome], bearer)


def not_owed(found: Sequence[Outcome], bearer: str) -> str:
    """ "no party would owe defence (Article 4) or consultation (Article 3): nobody has asked"."""
    who = _NOBODY.get(bearer, "")
    would = f"{who} would owe" if who else f"{bearer} would not owe"
    return f"{would} {listed((o.place for o in found), 'or')}: {_reason(found[0].failed)}"


def _reason(failed: str) -> str:
    """Why not, without the name of the step; a fact that fails, in words."""
    because = failed.partition(": ")[2] or failed
    fact = because.partition(": ")[0]
    return f"not so that {FACTS[fact].partition(';')[0]}" if fact in FACTS else because


def _on_what(outcome: Outcome) -> str:
    parts = [f"only if {needed_words(outcome.needed)}"] if outcome.needed else []
    parts += [f"and it turns on {on_facts(outcome.facts)}"] if outcome.facts else []
    if not parts:
        terms = listed(f"‘{term_words(t.term)}’" for t in outcome.turning)
        parts = [f"or not, as {terms} and the facts are taken together"]
    return ", ".join(parts)


def needed_words(turning: Iterable[Turning]) -> str:
    """ "‘state of war’ is read as ‘in fact’"."""
    return listed(f"‘{term_words(t.term)}’ is read as {_readings(t.owed)}" for t in turning)


def _readings(ids: Iterable[str]) -> str:
    return listed((f"‘{reading_words(one)}’" for one in ids), "or")


def on_facts(facts: Iterable[str]) -> str:
    """Contested facts in words."""
    return listed(_FACTS.get(fact, fact.replace("-", " ")) for fact in facts)


def term_words(term: str) -> str:
    """The term as words: "state of war"."""
    return term.replace("_", " ")


def reading_words(reading: str) -> str:
    """What a reading is called, as words: "in fact"."""
    return reading.replace("-", " ")


def bearer_words(desk: Desk, treaty: Treaty, bearers: Sequence[str], victim: str) -> str:
    """Who owes it: by name, "every other party", or how many."""
    others = {*treaty.actors} - {victim}
    if len(bearers) > 1 and {*bearers} == others:
        return "every other party" if victim in treaty.actors else "each party"
    if len(bearers) > BEARERS_NAMED:
        return f"{len(bearers)} parties"
    return listed(desk.actor_name(bearer) or bearer for bearer in bearers)


def verdict_line(desk: Desk, treaty: Treaty, answers: Sequence[Answer], victim: str) -> str:
    """All telling outcomes of one scenario as one line."""
    found = outcomes(treaty, answers)
    named = {one: bearer_words(desk, treaty, who, victim) for one, who in found.items()}
    return told(named, "; ")


def in_front(found: Iterable[Outcome]) -> list[Outcome]:
    """Of telling outcomes those for the front: what is open, and help that is not owed."""
    every = list(found)
    helped = any(one.fights and one.verdict in _OPEN for one in every)
    shown = [one for one in every if one.verdict in _OPEN or (one.fights and not helped)]
    return sorted(shown or every, key=lambda one: not one.fights)


def told(named: Mapping[Outcome, str], between: str) -> str:
    """Outcomes with their bearers as one line; what one bearer alike owes or not, together."""
    groups: dict[tuple[object, ...], list[Outcome]] = {}
    for one, who in named.items():
        simple = one.modality != Modality.PERMISSION and one.verdict is Verdict.OWED
        alike = simple or one.verdict is Verdict.NOT_OWED
        key = (who, one.verdict, one.failed) if alike else (who, one)
        groups.setdefault(key, []).append(one)
    return between.join(_together(named[group[0]], group) for group in groups.values())


def _together(bearer: str, group: Sequence[Outcome]) -> str:
    first = group[0]
    if first.verdict is Verdict.NOT_OWED:
        return not_owed(group, bearer)
    if len(group) > 1:
        return f"{bearer} would owe {listed(one.place for one in group)}"
    return outcome_words(first, bearer)
