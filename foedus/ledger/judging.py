"""Judgement rows in, their effect out: which rows are withdrawn, and who is taken for the same.

A judgement is a row like any other and can itself be withdrawn, which undoes it. Of the
judgements in force about one row, or one pair, the newest counts.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from foedus.ledger.keys import is_id


class Kind(StrEnum):
    """What a judgement decides: about one row (the first two), about two names (the next two),
    or what became of a prediction (the rest)."""

    WITHDRAW = "withdraw"
    RESTORE = "restore"
    SAME = "same"
    DIFFERENT = "different"
    YES = "yes"
    NO = "no"
    VOID = "void"


RESOLVING = frozenset({Kind.YES, Kind.NO, Kind.VOID})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what, when (recorded time, UTC, ISO) and why.

    What becomes of a prediction is decided about its claim (`subject`): `other` is then the day on
    which it came out, and `why` the evidence.
    """

    id: str
    kind: Kind
    subject: str
    other: str | None
    by: str
    why: str
    recorded: str


class Judgements:
    """All judgements that the ledger knew at some time."""

    def __init__(self, rows: Iterable[Judgement]) -> None:
        self._rows = sorted(rows, key=lambda row: (row.recorded, row.id))

    def about(self, subject: str) -> tuple[Judgement, ...]:
        """Every judgement on the row, name or document, oldest first, withdrawn ones too."""
        return tuple(row for row in self._rows if subject in (row.subject, row.other))

    @cached_property
    def _by_subject(self) -> Mapping[str, list[Judgement]]:
        by_subject: dict[str, list[Judgement]] = {}
        for row in self._rows:
            if row.kind in (Kind.WITHDRAW, Kind.RESTORE):
                by_subject.setdefault(row.subject, []).append(row)
        return by_subject

    def newest_on(self, subject: str) -> Judgement | None:
        """The judgement in force that says whether the row is withdrawn, if there is any."""
        # Ends: a judgement's id hashes its subject, so no chain of judgements is a circle.
        for row in reversed(self._by_subject.get(subject, [])):
            newest = self.newest_on(row.id)
            if newest is None or newest.kind is Kind.RESTORE:
                return row
        return None

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The ids of the rows that are withdrawn."""
        newest = {subject: self.newest_on(subject) for subject in self._by_subject}
        return frozenset(s for s, row in newest.items() if row and row.kind is Kind.WITHDRAW)

    def resolutions(self, claims: Collection[str]) -> tuple[Judgement, ...]:
        """What was decided on a prediction that these claims tell, oldest first.

        Withdrawn ones too; the newest that is not withdrawn counts.
        """
        return tuple(r for r in self._rows if r.kind in RESOLVING and r.subject in claims)

    @cached_property
    def resolved(self) -> frozenset[str]:
        """The claims on which a resolution was ever recorded."""
        return frozenset(row.subject for row in self._rows if row.kind in RESOLVING)

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], Judgement]:
        """The judgement that counts for each pair, the names of a pair in order of the alphabet."""
        standing = {}
        for row in self._rows:
            compares = row.kind in (Kind.SAME, Kind.DIFFERENT)
            if compares and row.other is not None and row.id not in self.withdrawn:
                standing[pair_of(row.subject, row.other)] = row
        return standing

    @cached_property
    def identity(self) -> Mapping[str, str]:
        """Each name that is taken for another, to the one name that stands for all of them.

        Two names judged different never end up the same: of the judgements that would join them
        the later ones give way.
        """
        groups: dict[str, frozenset[str]] = {}
        apart = [pair for pair, row in self.pairs.items() if row.kind is Kind.DIFFERENT]
        joins = [row for row in self.pairs.values() if row.kind is Kind.SAME]
        for row in sorted(joins, key=lambda row: (row.recorded, row.id)):
            names = (row.subject, row.other or row.subject)
            joined = frozenset[str]().union(*(groups.get(n, frozenset({n})) for n in names))
            if not any(a in joined and b in joined for a, b in apart):
                groups.update(dict.fromkeys(joined, joined))
        return {name: min(group, key=_standing_for) for name, group in groups.items()}

    def names_of(self, name: str) -> frozenset[str]:
        """The name with all that are taken for the same."""
        one = self.identity.get(name, name)
        return frozenset({name, one, *(n for n, to in self.identity.items() if to == one)})


def pair_of(first: str, second: str) -> tuple[str, str]:
    """The two names in the order of the alphabet."""
    return (first, second) if first <= second else (second, first)


def _standing_for(name: str) -> tuple[bool, str]:
    """Ids of the gazetteer come before names as written."""
    return not is_id(name), name
