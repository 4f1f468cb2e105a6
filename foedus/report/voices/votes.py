"""Opinions in, how much each reading counts out: one voice, one vote, unless the user says else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from fractions import Fraction

from foedus.model.errors import InputError
from foedus.report.dossier import bare_name
from foedus.report.voices.opinions import Opinion

_NEAREST = 3  # names that an error lists
Weights = dict[str, dict[str, float]]


def votes(opinions: Sequence[Opinion], given: Mapping[str, float] | None = None) -> Weights:
    """The weights of readings by term of a treaty ("rus-prk-2024/state_of_war").

    Each named voice that is placed has one vote on a term, whatever the number of reports that
    quote it; one that holds two readings parts it. `given` are other votes by name. Terms on which
    nobody is placed are left out: all their readings count alike. Raises InputError for a name
    that nobody of the voices has, and where nobody's vote is left.
    """
    counted = {bare_name(name): number for name, number in (given or {}).items()}
    _check(counted, opinions)
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in opinions:
        if one.reading and one.named and one.reading not in held[_axis(one)][one.key]:
            held[_axis(one)][one.key].append(one.reading)
    found: Weights = {}
    for axis, voices in held.items():
        sums: dict[str, Fraction] = defaultdict(Fraction)
        for key, readings in voices.items():
            for reading in readings:
                sums[reading] += Fraction(counted.get(key, 1)) / len(readings)
        if voices and not any(sums.values()):
            raise InputError(f"no voice is left on {axis}; give one of them a vote above 0")
        if voices:
            found[axis] = {reading: float(number) for reading, number in sums.items()}
    return found


def _axis(one: Opinion) -> str:
    return f"{one.treaty}/{one.term}"


def _check(counted: Mapping[str, float], opinions: Sequence[Opinion]) -> None:
    known = {one.key for one in opinions if one.named and one.reading}
    for name, number in counted.items():
        if name not in known:
            near = get_close_matches(name, sorted(known), n=_NEAREST, cutoff=0.3)
            who = dict.fromkeys(one.who for key in near for one in opinions if one.key == key)
            told = f"; the nearest: {'; '.join(who)}" if who else ""
            raise InputError(f"no voice called {name!r} is placed under a reading{told}")
        if number < 0:
            raise InputError(f"the vote of {name!r} must be a number from 0 up")


def notes(opinions: Sequence[Opinion], weights: Weights) -> dict[str, str]:
    """For each term that is weighed, which readings count how much, and by whose voices."""
    lines = {}
    for axis, readings in weights.items():
        parts = []
        for reading, number in readings.items():
            held = [o for o in opinions if _axis(o) == axis and o.reading == reading and o.named]
            who = dict.fromkeys(", ".join(filter(None, (o.who, o.since))) for o in held)
            parts.append(f"“{reading.replace('-', ' ')}” {number:g} ({'; '.join(who)})")
        treaty, _, term = axis.rpartition("/")
        words = term.replace("_", " ")
        lines[axis] = f"Votes on “{words}” under {treaty}: {', '.join(parts)}."
    return lines
