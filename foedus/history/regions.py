"""The number of a state in, its home region out, as places of the library.

The Correlates of War numbers states by region: 2 to 199 the Americas, 200 to 399 Europe, 400 to
599 Africa south of the Sahara, 600 to 699 the Middle East with North Africa, from 700 on Asia with
Oceania.
"""

from collections.abc import Iterable

_REGIONS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (200, ("western-hemisphere",)),
    (400, ("europe",)),
    (600, ("africa",)),
    (700, ("middle-east",)),
    (1000, ("asia", "oceania")),
)


def regions_of(numbers: Iterable[int]) -> tuple[str, ...]:
    """The ids of the places that are home to the states with these numbers, each once, in order."""
    held = set(numbers)
    return tuple(
        place
        for (beyond, places), first in zip(_REGIONS, (1, *(b for b, _ in _REGIONS)), strict=False)
        if any(first <= number < beyond for number in held)
        for place in places
    )
