"""Cases of treaty and war in, whether a promise of the treaty was called out, by the engine.

    python bench/called.py CASES.csv.gz --data DIR [--out ANSWERS.jsonl]

`DIR` holds ATOP's member level, Interstate War Data, COW's interstate wars and dyadic disputes. Of
each war the engine is told who attacked or joined against whom, from when to when and where; of the
treaty it knows what is coded. No label of a case is read before its answer is given.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.wars import Dyad, Row, Wars, events_of, rows_of, wars_in
from foedus.api.asking import answer_row
from foedus.api.baseline import state_of
from foedus.api.importing import import_files
from foedus.history import coarse_treaties
from foedus.history.limits import CONFLICT, PLACE
from foedus.model.scenario import Answer, Scenario, Verdict
from foedus.model.treaty import Article, Treaty, Trigger
from foedus.model.treaty_words import Beneficiary, Duty, Modality, TriggerBy, TriggerKind
from foedus.reason import reason

MEMBERS = "atop_4_01_member_level.csv.gz"
CASES = "alliance_performance_cases_labelled_half.csv.gz"
WORLD_WARS = ("106", "139")  # COW's numbers of the two World Wars
# the promises that a war calls; to consult is none of them
FOUGHT_FOR = (Duty.DEFENCE, Duty.OFFENCE, Duty.NONAGGRESSION)
LEFT_ALONE = (Duty.NEUTRALITY,)
# a promise that may be called counts as called: what is open is open because the data set flags a
# limit without naming it, and most limits were drawn for the war that came; what is unknown has a
# begin or an end without its day
COUNTED = (Verdict.OWED, Verdict.DISPUTED, Verdict.UNKNOWN)
# a treaty for one conflict was made in it, or in the weeks before it
FOR_ONE_CONFLICT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Called:
    """The answer to one case: whether a promise was called, on which day, by which answers."""

    case: Row
    called: bool
    day: date | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known: the wars, and the coarse treaties by their ATOP id."""

    wars: Wars
    treaties: Mapping[str, Treaty]


@cache
def record(data: Path) -> Record:
    """The record of a folder."""
    return Record(wars_in(data), {one.ids.atop[0]: one for one in atop(data)})


def atop(data: Path) -> tuple[Treaty, ...]:
    """The coarse treaties of a folder's member level, imported as a user would."""
    with tempfile.TemporaryDirectory() as folder:
        done = import_files([data / MEMBERS], folder)
        if done.failed:
            raise SystemExit(done.failed[0])
        return coarse_treaties(Path(folder), state_of)


def called(case: Row, known: Record) -> Called:
    """Whether a promise of the case's treaty was called in the case's war."""
    treaty = known.treaties.get(case["atopid"])
    if treaty is None:
        return Called(case, False, None, ())
    read = with_implied(treaty)
    for duties, scenario in questions(case, treaty, known):
        answers = reason(scenario, [read], depth=0)
        counted = tuple(a for a in answers if a.duty in duties and counts(a, read))
        if counted:
            return Called(case, True, scenario.on, counted)
    return Called(case, False, None, ())


def counts(answer: Answer, treaty: Treaty) -> bool:
    """Whether the answer says that a promise was called: owed, or open for a limit not named.

    Not an offence that is limited to a place and to nothing else: what is defended lies at home,
    but a place to fight for may lie anywhere, so the members' own regions say nothing of it.
    """
    if answer.verdict not in COUNTED:
        return False
    clause = next(clause for clause in treaty.clauses if clause.id == answer.clause)
    only_by_place = [condition.note for condition in clause.conditions] == [PLACE]
    named = clause.trigger.by is TriggerBy.NAMED
    return not (clause.duty is Duty.OFFENCE and only_by_place and not named)


def with_implied(treaty: Treaty) -> Treaty:
    """The treaty with what a promise of defence against anybody implies: not to attack oneself.

    No limit of place or of provocation excuses that, so the implied clause has none. ATOP does not
    code it apart; the coders of the cases count it as a promise broken.
    """
    implied = tuple(
        replace(
            clause,
            id=f"{clause.id}-implied",
            duty=Duty.NONAGGRESSION,
            modality=Modality.PROHIBITION,
            owed_to=Beneficiary.OTHER_PARTIES,
            scope=(),
            conditions=(),
            trigger=Trigger(TriggerKind.ANY_TIME),
        )
        for clause in treaty.clauses
        if clause.duty is Duty.DEFENCE and clause.trigger.by is TriggerBy.ANYONE
    )
    return replace(treaty, articles=(*treaty.articles, Article("implied", implied)))


def questions(
    case: Row, treaty: Treaty, known: Record
) -> Iterator[tuple[tuple[Duty, ...], Scenario]]:
    """What is put to the engine, and for which duties: for each day, the war of each party.

    Each twice: the second time without what the parties do to each other, since a promise that its
    bearer breaks is a promise called all the same.
    """
    dyads, sides = known.wars.of(case["warid"], case["cowwarid"])
    for day in days_that_matter(treaty, dyads):
        live = [dyad for dyad in dyads if dyad.since <= day <= dyad.until]
        events = tuple(event for dyad in live for event in events_of(dyad, day, sides))
        apart = tuple(e for e in events if not {*e.by, *e.on} <= {*treaty.actors})
        for party in treaty.actors:
            for duties, unprovoked in innocence(party, day, dyads):
                assume = {
                    "unprovoked": unprovoked,
                    f"{treaty.id} {CONFLICT}": made_for(treaty, dyads),
                }
                for told in dict.fromkeys((events, apart)):
                    own = tuple(event for event in told if party in (*event.by, *event.on))
                    if own:
                        yield duties, Scenario(f"{case['warid']}-{party}", day, own, assume)


def innocence(
    party: str, day: date, dyads: Iterable[Dyad]
) -> tuple[tuple[tuple[Duty, ...], bool], ...]:
    """For which duties the party counts by that day as one that did not provoke what befalls it.

    To be fought for it must not have gone to war, be it by joining. To be left alone by a neutral
    it is enough not to have opened the war: who joined one may still be attacked.
    """
    gone = [d for d in dyads if d.since <= day and state_of(d.by, d.since) == party]
    opened = any(not dyad.joins for dyad in gone)
    return (FOUGHT_FOR, not gone), (LEFT_ALONE, not opened)


def days_that_matter(treaty: Treaty, dyads: Iterable[Dyad]) -> list[date]:
    """The days on which something new may be owed: somebody is bound, a war opens."""
    held = list(dyads)
    if not held:
        return []
    first, last = min(d.since for d in held), max(d.until for d in held)
    bound = [fact.day.last for fact in treaty.dated_facts() if fact.day]
    phases = [clause.since.last for clause in treaty.clauses if clause.since]
    return sorted({d.since for d in held} | {d for d in (*bound, *phases) if first <= d <= last})


def made_for(treaty: Treaty, dyads: Iterable[Dyad]) -> bool:
    """Whether the treaty was made in this war, or in the weeks before it."""
    held = list(dyads)
    begun = min(fact.day.first for fact in treaty.in_force if fact.day)
    first, last = min(d.since for d in held), max(d.until for d in held)
    return first - FOR_ONE_CONFLICT <= begun <= last


def label(case: Row, coding: str = "LLM") -> bool | None:
    """Whether the coders hold that a promise was called; None where the file does not say."""
    if f"honor{coding}" not in case:
        return None
    return "1" in (case[f"honor{coding}"], case[f"violate{coding}"])


def scores(results: Iterable[Called], coding: str = "LLM") -> dict[str, float]:
    """Precision, recall and F1 of "called" against the labels."""
    held = [(one.called, label(one.case, coding)) for one in results]
    both = sum(found and bool(gold) for found, gold in held)
    found_, gold_ = sum(found for found, _ in held), sum(bool(gold) for _, gold in held)
    precision = both / found_ if found_ else 0.0
    recall = both / gold_ if gold_ else 0.0
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def totals(results: Iterable[Called]) -> dict[str, dict[str, float]]:
    """The scores over all cases, by era, without the World Wars, and by the second coding."""
    held = list(results)
    return {
        "all": scores(held),
        "1816-1944": scores(one for one in held if one.case["sample"] == "1"),
        "1945-2003": scores(one for one in held if one.case["sample"] == "0"),
        "without the World Wars": scores(
            one for one in held if one.case["cowwarid"] not in WORLD_WARS
        ),
        "second coding": scores(held, "BF"),
    }


def line(one: Called) -> str:
    """One case on a line: war, treaty, what the engine says, what the coders say."""
    gold = label(one.case)
    told = "called" if one.called else "not called"
    coded = "" if gold is None else f", coded {'called' if gold else 'not called'}"
    wrong = "  <--" if gold is not None and gold != one.called else ""
    first = next(iter(one.answers), None)
    by = f" ({first.bearer}, {first.clause}, {first.verdict.value}, {one.day})" if first else ""
    return f"{one.case['warname']} / ATOP {one.case['atopid']}: {told}{coded}{by}{wrong}"


def answer_line(one: Called) -> str:
    """One case as a JSON line, with the answers on which it rests."""
    row = {
        "warid": one.case["warid"],
        "atopid": one.case["atopid"],
        "called": one.called,
        "on": one.day.isoformat() if one.day else None,
        "answers": [answer_row(answer) for answer in one.answers],
    }
    return json.dumps(row, ensure_ascii=False)


def main(arguments: list[str]) -> int:
    """Answer every case of a file, print a line each and the totals."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args(arguments)
    known = record(given.data)
    results = [called(case, known) for case in rows_of(given.cases)]
    print("\n".join(map(line, results)))
    if given.out:
        given.out.write_text("".join(f"{answer_line(one)}\n" for one in results), "utf-8")
    if any(label(one.case) is not None for one in results):
        for name, numbers in totals(results).items():
            print(f"{name}: {', '.join(f'{k} {v:.3f}' for k, v in numbers.items())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
