"""Claims in, groups of claims about one thing out, whatever the order in which they came.

First by what must be equal (predicate, mode, who, whom, class of the instrument and the goods),
then by content (most words in common), then by place and time. A claim that leaves the content
open joins a group only where just one could be meant.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from foedus.ledger.occasions import by_occasion
from foedus.ledger.origins import Groups
from foedus.ledger.said import Key, Said

_ALIKE = 0.5  # Dice coefficient of content words


def groups(claims: Iterable[Said]) -> list[list[Said]]:
    """The claims in groups that are each about one thing; groups and members sorted by id."""
    by_key: dict[Key, list[Said]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        by_key[claim.key].append(claim)
    found = [
        group
        for alike in by_key.values()
        for meant in by_content(alike)
        for group in by_occasion(meant)
    ]
    return sorted(found, key=lambda group: group[0].id)


def by_content(claims: list[Said]) -> list[list[Said]]:
    """Claims whose content has most words in common, each chained to the next."""
    contents = sorted({claim.content for claim in claims if claim.content}, key=sorted)
    names = {content: str(n) for n, content in enumerate(contents)}
    joined = Groups(names.values())
    for one, other in combinations(contents, 2):
        if 2 * len(one & other) > _ALIKE * (len(one) + len(other)):
            joined.join(names[one], names[other])
    group_of = {name: n for n, group in enumerate(joined.all()) for name in group}
    clusters: dict[int, list[Said]] = defaultdict(list)
    open_ones = []
    for claim in claims:
        if claim.content:
            clusters[group_of[names[claim.content]]].append(claim)
        else:
            open_ones.append(claim)
    found = list(clusters.values())
    if len(found) == 1:
        return [sorted((*found[0], *open_ones), key=lambda claim: claim.id)]
    return found + ([open_ones] if open_ones else [])
