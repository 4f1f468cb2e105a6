"""Called promises in; out, what share of those of one make was honoured, with n and interval."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from foedus.history.record.cases import GREAT_GAP, Called
from foedus.history.tables import PROMISES

FEWEST = 10  # below so many cases they are shown, and no rate
_Z = 1.959963984540054  # the standard normal quantile of 0.975


@dataclass(frozen=True, slots=True)
class Make:
    """Of what make a promise is: its kind, its era, whether the promises are unequal.

    None is not known, or not asked. A kind is one of ATOP's: defense, offense, neutral, nonagg,
    consul. `beside` are the other promises of the same treaty, which the model asks about; with
    `whole` only treaties compare that promise just these (to consult or not). `great_gap` is
    whether the strongest member is far stronger than the weakest (`Called.great_gap`).
    """

    kind: str | None = None
    early: bool | None = None
    asymmetric: bool | None = None
    beside: tuple[str, ...] = ()
    whole: bool = False
    great_gap: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Which cases are comparable to a promise of a make: those of the same, where it is known."""

    make: Make

    def fits(self, case: Called) -> bool:
        """Whether the case is one of the comparable ones."""
        make = self.make
        asked = (
            (make.early, case.early),
            (make.asymmetric, case.asymmetric),
            (make.great_gap, case.great_gap),
        )
        return self._of_kind(case) and all(want is None or want == has for want, has in asked)

    def _of_kind(self, case: Called) -> bool:
        kind = self.make.kind
        if kind and self.make.whole:
            return _fought_for(case.kinds) == _fought_for((kind, *self.make.beside))
        return kind is None or kind in case.kinds

    @property
    def told(self) -> str:
        """The rule in words."""
        make = self.make
        era = {None: "in any war", True: "in wars before 1945", False: "in wars since 1945"}
        sides = {
            None: "equal or not",
            True: "made on unequal terms",
            False: "made on equal terms",
        }
        gap = {
            None: "",
            True: f", the strongest member {GREAT_GAP} times the weakest or more",
            False: f", the strongest member less than {GREAT_GAP} times the weakest",
        }
        return f"{self._kinds}, {era[make.early]}, {sides[make.asymmetric]}{gap[make.great_gap]}"

    @property
    def _kinds(self) -> str:
        make = self.make
        if make.kind is None:
            return "any promise"
        if not make.whole:
            return f"promises {_KINDS[make.kind]}"
        named = [_KINDS[kind] for kind in PROMISES if kind in (make.kind, *make.beside)]
        return f"promises {' and '.join(named)}, and no other (but to consult)"


@dataclass(frozen=True, slots=True)
class Rate:
    """Of `n` called promises `honoured` were kept; the interval holds the share with 95 %."""

    n: int
    honoured: int

    @property
    def share(self) -> float | None:
        """The share that was honoured; None below `FEWEST` cases."""
        return self.honoured / self.n if self.n >= FEWEST else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval of the share; None below `FEWEST` cases."""
        return wilson(self.honoured, self.n) if self.n >= FEWEST else None


@dataclass(frozen=True, slots=True)
class Record:
    """What comparable cases did: the rule of matching, the cases, how many were honoured.

    `main` and `other` are the two codings of the same cases; all called promises of the table are
    `all`, to compare with.
    """

    rule: Rule
    cases: tuple[Called, ...]
    main: Rate
    other: Rate
    all: Rate


def record(cases: Iterable[Called], make: Make) -> Record:
    """The record of promises of a make. What of the make is not known is not matched on."""
    held = tuple(cases)
    rule = Rule(make)
    fitting = tuple(case for case in held if rule.fits(case))
    main, other = rate_of(fitting), rate_of(fitting, other=True)
    return Record(rule, fitting, main, other, rate_of(held))


def rate_of(cases: Iterable[Called], other: bool = False) -> Rate:
    """How many of the cases a coding has as called, and how many of these as honoured."""
    told = [case.other if other else case.honoured for case in cases]
    known = [one for one in told if one is not None]
    return Rate(len(known), sum(known))


def rates_by(cases: Iterable[Called]) -> Iterator[tuple[Make, Rate, Rate]]:
    """The whole table: all, by kind, by era, by kind and era, by terms, by gap, by combination.

    With both codings. Terms and gap only where they are known of a case; by combination those that
    occur, the most frequent first.
    """
    held = tuple(cases)
    makes = [Make(), *(Make(kind) for kind in PROMISES), Make(early=True), Make(early=False)]
    makes += [Make(kind, early) for kind in PROMISES for early in (True, False)]
    if any(case.asymmetric is not None for case in held):
        makes += [Make(asymmetric=True), Make(asymmetric=False)]
    if any(case.great_gap is not None for case in held):
        makes += [Make(great_gap=True), Make(great_gap=False)]
    together = Counter(_fought_for(case.kinds) for case in held)
    makes += [_whole(kinds) for kinds, _ in together.most_common() if kinds]
    for make in makes:
        fitting = [case for case in held if Rule(make).fits(case)]
        yield make, rate_of(fitting), rate_of(fitting, other=True)


def _whole(kinds: tuple[str, ...]) -> Make:
    """The make of treaties that promise just these."""
    return Make(kinds[0], beside=kinds[1:], whole=True)


def _fought_for(kinds: Iterable[str]) -> tuple[str, ...]:
    """The promises without that to consult, which no war calls; it alone where it stands alone."""
    held = tuple(kind for kind in PROMISES if kind in set(kinds))
    return tuple(kind for kind in held if kind != "consul") or held


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score.

    E. B. Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference",
    Journal of the American Statistical Association 22: 209-212. Raises ValueError without a case.
    """
    if n < 1:
        raise ValueError("an interval needs a case at least")
    share, square = hits / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    reach = _Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, middle - reach), min(1.0, middle + reach)


_KINDS = {
    "defense": "of defence",
    "offense": "to fight beside the other",
    "neutral": "of neutrality",
    "nonagg": "of non-aggression",
    "consul": "to consult",
}
