"""The claims of one fact in, what they differ in out: denial, number, date; mood and hedge."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from foedus.ledger.amounts import Amount, amount
from foedus.ledger.said import Said

COUNTED_ROLES = ("quantity", "goods")
_CANNOT_ALL_BE_RIGHT = frozenset({"denial", "number", "date"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the claims differ: kind is denial, number, date, mood or hedge.

    `values` are what is said with the ids of the claims that say so. The first three cannot all
    be right; a difference of mood or hedge is one of certainty only.
    """

    kind: str
    values: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def contests(self) -> bool:
        """Whether what is said cannot all be right."""
        return self.kind in _CANNOT_ALL_BE_RIGHT


def differences_of(group: list[Said]) -> tuple[Difference, ...]:
    """Every difference between the claims; a denial's own numbers and dates do not count."""
    by_stance = {
        stance: [claim for claim in group if claim.stance == stance]
        for stance in ("for", "against", "unsure")
    }
    found = (
        _differ("denial", {"said": by_stance["for"], "denied": by_stance["against"]}),
        _differ("mood", {"said": by_stance["for"], "held possible": by_stance["unsure"]}),
        _dates(undenied(group)),
        *_numbers(undenied(group)),
    )
    return tuple(filter(None, found))


def undenied(group: list[Said]) -> list[Said]:
    """The claims that do not deny, or all where all deny."""
    return [claim for claim in group if claim.stance != "against"] or group


def _differ(kind: str, sides: Mapping[str, Iterable[Said]]) -> Difference | None:
    """The difference between the sides, if at least two have claims."""
    values = tuple(
        (value, tuple(sorted({claim.id for claim in claims}))) for value, claims in sides.items()
    )
    held = tuple((value, ids) for value, ids in values if ids)
    return Difference(kind, held) if len(held) > 1 else None


def common_window(claims: list[Said]) -> tuple[date | None, date | None] | None:
    """The days on which all the claims agree (open ends None); None where there are none."""
    since = max(claim.since for claim in claims)
    until = min(claim.until for claim in claims)
    if since > until:
        return None
    return None if since == date.min else since, None if until == date.max else until


def _dates(claims: list[Said]) -> Difference | None:
    """The dates given, where no day fits them all."""
    if common_window(claims) is not None:
        return None
    sides: dict[str, list[Said]] = defaultdict(list)
    for claim in claims:
        if (claim.since, claim.until) != (date.min, date.max):
            ends = [claim.row["time"]["since"] or "", claim.row["time"]["until"] or ""]
            sides["..".join(dict.fromkeys(ends))].append(claim)
    return _differ("date", dict(sorted(sides.items())))


def _numbers(claims: list[Said]) -> list[Difference]:
    """Differences between the numbers that are given of one thing."""
    by_unit: dict[str, list[tuple[Said, Amount]]] = defaultdict(list)
    for claim in claims:
        for role in COUNTED_ROLES:
            for filler in claim.row["roles"].get(role, ()):
                if found := amount(filler["name"]):
                    by_unit[found.unit].append((claim, found))
    differences = []
    for given in by_unit.values():
        sides: dict[str, list[Said]] = defaultdict(list)
        for claim, found in given:
            sides[found.said].append(claim)
        pairs = combinations(given, 2)
        clash = any(not a.agrees(b) for (one, a), (other, b) in pairs if one.id != other.id)
        if len({(found.low, found.high) for _, found in given}) > 1:
            kind = "number" if clash else "hedge"
            differences.append(_differ(kind, dict(sorted(sides.items()))))
    return sorted(filter(None, differences), key=lambda difference: difference.values)
