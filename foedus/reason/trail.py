"""The steps of a proof as they are taken: in which worlds they lead on, what is not known."""

from dataclasses import dataclass, field

from foedus.model.scenario import Step
from foedus.reason.extent import ALWAYS, NEVER, Extent


@dataclass(frozen=True, slots=True)
class Trail:
    """Steps that were taken: where all of them hold, and what the records do not say.

    `reach` counts those that did not fail; the last one may have.
    """

    extent: Extent = ALWAYS
    steps: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    reach: int = 0

    def then(self, other: "Trail") -> "Trail":
        """Both one after the other; nothing follows what fails in all worlds."""
        if self.extent.never:
            return self
        return Trail(
            self.extent & other.extent,
            self.steps + other.steps,
            self.missing + other.missing,
            self.reach + other.reach,
        )


@dataclass(slots=True)
class Steps:
    """A trail in the making; after a step that fails in all worlds none follow."""

    extent: Extent = ALWAYS
    taken: list[Step] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def take(self, extent: Extent, step: Step) -> bool:
        """Record the step; whether it is worth going on."""
        self.extent = self.extent & extent
        self.taken.append(step)
        return not self.extent.never

    def check(self, what: str, held: bool | None, because: str = "") -> bool:
        """A step that holds, fails, or is not known from the records."""
        if held is None:
            self.missing.append(f"{what}: {because}")
        return self.take(NEVER if held is False else ALWAYS, Step(what, held, because))

    def trail(self) -> Trail:
        """What was taken, to keep."""
        failed = bool(self.taken) and self.taken[-1].held is False
        reach = len(self.taken) - failed
        return Trail(self.extent, tuple(self.taken), tuple(self.missing), reach)
