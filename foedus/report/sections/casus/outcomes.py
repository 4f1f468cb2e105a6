"""Answers in, the words for them out: who owes what, on what it turns, what is not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.law.terms import open_readings, term_of
from foedus.model.scenario import Answer, Verdict
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Modality
from foedus.report.desk import Desk
from foedus.report.naming import capitalised, listed

BEARERS_NAMED = 4
_FACTS = {"not-self-defence": "lawful self-defence", "unprovoked": "provocation"}
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
        return f"{self.duty.replace('-', ' ')} (Article {self.article})"

    @property
    def needed(self) -> tuple[Turning, ...]:
        """The terms of which some reading leaves nothing owed, whatever else is so."""
        return tuple(turning for turning in self.turning if turning.otherwise)


def outcomes(treaty: Treaty, answers: Iterable[Answer]) -> dict[Outcome, tuple[str, ...]]:
    """Each outcome with its bearers: what is owed first, what is not owed last."""
    found: dict[Outcome, tuple[str, ...]] = {}
    for answer in sorted(answers, key=lambda a: _ORDER.index(a.verdict)):
        one = _outcome(treaty, answer)
        found[one] = tuple(dict.fromkeys((*found.get(one, ()), answer.bearer)))
    return found


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
    """ "the other party owes defence (Article 4) only if “state of war” is read as in fact"."""
    may = outcome.modality == Modality.PERMISSION
    verb = "may give" if may else ("owes" if not _many(bearer) else "owe")
    match outcome.verdict:
        case Verdict.OWED:
            return f"{bearer} {verb} {outcome.place}"
        case Verdict.DISPUTED:
            return f"{bearer} {verb} {outcome.place} {_on_what(outcome)}"
        case Verdict.UNKNOWN:
            return f"whether {bearer} {verb} {outcome.place} is not known: {outcome.missing}"
        case _:
            return f"{bearer} {verb} no {outcome.place}: {outcome.failed}"


def _on_what(outcome: Outcome) -> str:
    parts = [f"only if {needed_words(outcome.needed)}"] if outcome.needed else []
    parts += [f"and it turns on {on_facts(outcome.facts)}"] if outcome.facts else []
    if not parts:
        terms = listed(f"‘{term_words(t.term)}’" for t in outcome.turning)
        parts = [f"or not, as {terms} and the facts are taken together"]
    return ", ".join(parts)


def needed_words(turning: Iterable[Turning]) -> str:
    """ "“state of war” is read as in fact, not as declared"."""
    return listed(f"‘{term_words(t.term)}’ is read as {_readings(t.owed)}" for t in turning)


def _readings(ids: Iterable[str]) -> str:
    return listed((reading_words(one) for one in ids), "or")


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
    """Who owes it: by name, "the other party", "every other party", or how many."""
    others = {*treaty.actors} - {victim}
    if len(bearers) > 1 and {*bearers} == others:
        return "every other party"
    if len(bearers) > BEARERS_NAMED:
        return f"{len(bearers)} parties"
    return listed(desk.actor_name(bearer) or bearer for bearer in bearers)


def _many(bearer: str) -> bool:
    return bearer.endswith(" parties") or " and " in bearer


def verdict_line(desk: Desk, treaty: Treaty, answers: Iterable[Answer], victim: str) -> str:
    """All outcomes of one scenario as one line."""
    told = (
        outcome_words(one, bearer_words(desk, treaty, who, victim))
        for one, who in outcomes(treaty, answers).items()
    )
    return capitalised("; ".join(told))
