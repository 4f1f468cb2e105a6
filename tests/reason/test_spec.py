"""The engine against its reference: the same duties in the same worlds, one by one."""

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from math import prod
from pathlib import Path

import clingo
import pytest

from foedus.law import library
from foedus.model.scenario import Ask, Scenario
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import TriggerKind
from foedus.reason import scenario_of, spec
from foedus.reason.docket import docket
from foedus.reason.engine import Course
from foedus.reason.tally import Tally
from tests.reason.invented_law import law, question

Tallies = Mapping[tuple[str, str], Tally]

MOST = 32  # so many worlds are looked at one by one; of more, what holds in some and in every one


def compare(seed: int) -> int:
    """Hold engine and reference together on one random question; how many worlds it has.

    Raises AssertionError at the first difference.
    """
    dice = random.Random(seed)
    treaties = law(dice)
    asked, depth = question(dice, treaties), dice.randint(0, 2)
    facts = spec.program(asked, treaties, depth)
    control = spec.grounded(facts)
    tallies = {
        (f"{t.record.treaty.id}/{t.clause.id}", t.bearer): t
        for t in Course(asked, treaties, depth).tallies()
    }
    counted = _count(facts)
    if counted > MOST:
        _compare_whole(seed, control, tallies)
    else:
        for world, perhaps, owed in spec.worlds(control):
            _compare_in(f"seed {seed}, world {world}", world, tallies, perhaps, owed)
    return counted


def _count(facts: str) -> int:
    options: dict[str, set[str]] = {}
    for line in facts.splitlines():
        if line.startswith("option("):
            axis, option = line.removeprefix("option(").removesuffix(").").split('", "')
            options.setdefault(axis, set()).add(option)
    return prod(map(len, options.values()))


def _compare_in(
    where: str, world: Mapping[str, str], tallies: Tallies, perhaps: spec.Duties, owed: spec.Duties
) -> None:
    for key, tally in tallies.items():
        for extent, told in ((tally.perhaps, perhaps), (tally.sure, owed)):
            held = extent.holds_in(world)
            # of a duty of every day the engine tells also where it is touched in other worlds
            same = held >= (key in told) if _every_day(tally) else held == (key in told)
            assert same, f"{where}: {key} is {held}, by the reference {key in told}"
    unknown = (perhaps | owed) - tallies.keys()
    assert not unknown, f"{where}: the reference alone has {unknown}"


def _compare_whole(seed: int, control: clingo.Control, tallies: Tallies) -> None:
    some, every = spec.in_some(control), spec.in_every(control)
    for key, tally in tallies.items():
        if not _every_day(tally):
            assert (not tally.sure.never) == (key in some), f"seed {seed}: {key} in some world"
            assert tally.sure.always == (key in every), f"seed {seed}: {key} in every world"
    assert not some - tallies.keys(), f"seed {seed}: the reference alone has duties"


def _every_day(tally: Tally) -> bool:
    return tally.clause.trigger.kind is TriggerKind.ANY_TIME


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_engine_and_reference_differ_in_no_world(block: int) -> None:
    counted = [compare(seed) for seed in range(200 * block, 200 * (block + 1))]
    assert sum(1 < worlds <= MOST for worlds in counted) > 70, "too few to look at one by one"


@pytest.mark.shared
def test_of_the_questions_of_record_engine_and_reference_hold_the_same(shared: Path) -> None:
    for line in (shared / "casus" / "dev.jsonl").read_text("utf-8").splitlines():
        asked = replace(scenario_of(json.loads(line)["scenario"]), ask=Ask())
        concerned = _concerned(asked)
        tallies = {
            (f"{t.record.treaty.id}/{t.clause.id}", t.bearer): t
            for t in Course(asked, concerned, 0).tallies()
        }
        _compare_whole(0, spec.grounded(spec.program(asked, concerned, 0)), tallies)


def _concerned(asked: Scenario) -> tuple[Treaty, ...]:
    states = {who for event in asked.events for who in (*event.by, *event.on)}
    return tuple(r.treaty for r in docket(library().treaties, asked.on).concerning(states))
