"""What the reasoner is measured by: answers of record, and processor time, also against clingo.

Times are those of this process alone, of a question that has been put before ("warm").
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import permutations
from pathlib import Path
from typing import Any

from bench.called import atop
from foedus.api import annotate
from foedus.law import library, party_on, status_on
from foedus.model.scenario import Answer, Ask, Event, EventKind, Scenario, Verdict
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import TreatyStatus
from foedus.reason import reason, scenario_of, spec
from foedus.reason.docket import docket

Numbers = dict[str, float]

PAIRS = 40  # of states, for the what-ifs over ATOP
STATES = 30  # those most bound, for every ordered pair of them
TODAY = date(2026, 6, 1)


def casus(data: Path) -> Numbers:
    """The questions of record: how many are answered right, a disputed one with its term."""
    gold = data / "casus" / "dev.jsonl"
    rows = ({"id": row["id"], "scenario": row["scenario"]} for row in _rows(gold))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in annotate("casus", rows))
        out.flush()
        command = [sys.executable, str(data / "casus" / "score.py"), str(gold), out.name]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    total = json.loads(told.splitlines()[-1])
    return {"right": total["right"], "questions": total["questions"]}


def what_ifs(data: Path) -> Numbers:
    """Milliseconds for one question put to the library, median: with no cascade and at depth 2."""
    return {
        f"depth_{depth}_ms": statistics.median(
            _warm(partial(reason, asked, depth=depth)) for asked in _questions(data)
        )
        for depth in (0, 2)
    }


def pairs(_: Path) -> Numbers:
    """Seconds for an attack of each of the 30 states most bound today on each other one."""
    asked = [_attack(by, on, TODAY) for by, on in permutations(_most_bound(), 2)]
    numbers: Numbers = {"what_ifs": len(asked)}
    for depth in (0, 2):
        start = time.process_time()
        for scenario in asked:
            reason(scenario, depth=depth)
        numbers[f"depth_{depth}_s"] = time.process_time() - start
    return numbers


def atop_what_if(data: Path) -> Numbers:
    """Milliseconds for one attack put to all of ATOP in 2010, depth 2, median of 40 pairs."""
    day = date(2010, 6, 1)
    treaties = atop(data / "alliances")
    bound = _in_force(treaties, day)
    states = sorted({a for t in bound for a in t.actors if party_on(t, a, day)})
    # pairs spread evenly over the list: each state attacks one a third of the list away
    step = len(states) / PAIRS
    taken = []
    for number in range(PAIRS):
        by = states[int(number * step)]
        on = states[int(number * step + len(states) / 3) % len(states)]
        asked = _attack(by, on, day)
        taken.append(_warm(partial(reason, asked, treaties, 2)))
    return {"median_ms": statistics.median(taken), "most_ms": max(taken), "in_force": len(bound)}


def against_clingo(data: Path) -> Numbers:
    """How many times as long clingo takes over `spec.lp` for the same question, depth 0.

    Asked of both are the treaties that concern the states of the question; for clingo the time to
    ground and to find what is owed in some world and in every world, without that to write down the
    facts. `differences` counts duties on which the two do not agree.
    """
    ratios, differences = [], 0
    for asked in _questions(data):
        states = {who for event in asked.events for who in (*event.by, *event.on)}
        concerned = docket(library().treaties, asked.on).concerning(states)
        treaties = tuple(record.treaty for record in concerned)
        mine = _warm(partial(reason, asked, treaties, 0))
        facts = spec.program(asked, treaties, 0)
        start = time.process_time()
        control = spec.grounded(facts)
        some, every = spec.in_some(control), spec.in_every(control)
        ratios.append(1000 * (time.process_time() - start) / mine)
        differences += _differing(reason(asked, treaties, depth=0), some, every)
    return {
        "ratio": statistics.median(ratios), "least_ratio": min(ratios),
        "differences": differences, "questions": len(ratios),
    }  # fmt: skip


def _differing(answers: Sequence[Answer], some: spec.Duties, every: spec.Duties) -> int:
    """On how many duties the answers differ from what the reference has in some and every world.

    Of an answer that is not known the reference has what would be owed by what is known, no more.
    Left out is what binds whoever would join after the last round, where the reference ends.
    """
    found = 0
    for answer in (answer for answer in answers if not answer.round):
        key = (f"{answer.treaty}/{answer.clause}", answer.bearer)
        if answer.verdict is Verdict.UNKNOWN:
            found += key in every
        else:
            found += (answer.verdict is Verdict.OWED) != (key in every)
            found += (answer.verdict is not Verdict.NOT_OWED) != (key in some)
    return found


def _questions(data: Path) -> Iterator[Scenario]:
    """The questions of record, put to all treaties and not to the one that they name."""
    for row in _rows(data / "casus" / "dev.jsonl"):
        yield replace(scenario_of(row["scenario"]), ask=Ask())


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _attack(by: str, on: str, day: date) -> Scenario:
    return Scenario(f"{by}-{on}", day, (Event(EventKind.ATTACK, (by,), (on,)),))


def _warm(put: Callable[[], object]) -> float:
    """Milliseconds of processor time for what has been done once before."""
    put()
    start = time.process_time()
    put()
    return 1000 * (time.process_time() - start)


def _in_force(treaties: Sequence[Treaty], day: date) -> list[Treaty]:
    return [t for t in treaties if status_on(t, day) is TreatyStatus.IN_FORCE]


def _most_bound() -> list[str]:
    """The states with most partners, counted treaty by treaty."""
    partners: Counter[str] = Counter()
    for treaty in _in_force(library().treaties, TODAY):
        parties = [a for a in treaty.actors if party_on(treaty, a, TODAY)]
        partners.update(dict.fromkeys(parties, len(parties) - 1))
    return [state for state, _ in partners.most_common(STATES)]


REASONING: dict[str, Callable[[Path], Numbers]] = {
    "casus": casus,
    "what_ifs": what_ifs,
    "pairs": pairs,
    "atop_what_if": atop_what_if,
    "against_clingo": against_clingo,
}
