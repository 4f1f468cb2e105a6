"""The engine against its reference: the same duties in the same worlds, one by one."""

import random
from math import prod

import pytest

from foedus.law import library
from foedus.model.treaty_words import TriggerKind
from foedus.reason import spec
from foedus.reason.engine import Course
from foedus.reason.extent import Extent
from tests.reason.invented_law import law, question

MOST = 96  # so many worlds are looked at one by one; a question with more is left out


def compare(seed: int) -> int:
    """Hold engine and reference together on one random question; how many worlds it has.

    0 where there are more than `MOST`. Raises AssertionError at the first difference.
    """
    dice = random.Random(seed)
    treaties = law(dice)
    asked, depth = question(dice, treaties), dice.randint(0, 2)
    facts = spec.program(asked, treaties, depth)
    options: dict[str, set[str]] = {}
    for line in facts.splitlines():
        if line.startswith("option("):
            axis, option = line.removeprefix("option(").removesuffix(").").split('", "')
            options.setdefault(axis, set()).add(option)
    if prod(map(len, options.values())) > MOST:
        return 0
    tallies = {
        (f"{t.record.treaty.id}/{t.clause.id}", t.bearer): t
        for t in Course(asked, treaties, depth).tallies()
    }
    worlds = list(spec.worlds(asked, treaties, depth))
    for world, perhaps, owed in worlds:
        for key, tally in tallies.items():
            every_day = tally.clause.trigger.kind is TriggerKind.ANY_TIME
            for extent, told in ((tally.perhaps, perhaps), (tally.sure, owed)):
                held = _in(extent, world)
                # of a duty of every day the engine tells also where it is touched in other worlds
                same = held >= (key in told) if every_day else held == (key in told)
                assert same, (
                    f"seed {seed}: {key} in {world}: engine {held}, reference {key in told}"
                )
        unknown = (perhaps | owed) - tallies.keys()
        assert not unknown, f"seed {seed}: the reference alone has {unknown}"
    return len(worlds)


def _in(extent: Extent, world: object) -> bool:
    assert isinstance(world, dict)
    return extent.holds_in(world)


@pytest.mark.parametrize("block", range(10))
def test_engine_and_reference_differ_in_no_world(block: int) -> None:
    looked_at = [compare(seed) for seed in range(200 * block, 200 * (block + 1))]
    assert sum(map(bool, looked_at)) > 120
