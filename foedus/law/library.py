"""The treaties of the library, and the questions that can be put to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from foedus.law.decode import nearest
from foedus.law.load import FOLDER, load_treaties
from foedus.law.standing import Standing, standing
from foedus.model.errors import LibraryError
from foedus.model.treaty import Link, Treaty
from foedus.model.treaty_words import RecordStatus


@dataclass(frozen=True, slots=True)
class Library:
    """All treaties that foedus knows, by id."""

    treaties: tuple[Treaty, ...]

    def get(self, treaty: str) -> Treaty:
        """The treaty with this id. Raises LibraryError, naming the nearest, where there is none."""
        for held in self.treaties:
            if held.id == treaty:
                return held
        hint = nearest(treaty, [held.id for held in self.treaties])
        raise LibraryError(f"no treaty '{treaty}' in the library{hint}")

    def find(
        self, parties: Iterable[str], on: date, signed: int | None = None
    ) -> tuple[Standing, ...]:
        """The treaties to which all of `parties` were ever party, with their standing on a day.

        A state stands also for one whose treaty it continued (Russia for the Soviet Union).
        `signed` keeps those signed in that year. Newest first.
        """
        wanted = set(parties)
        found = [
            standing(treaty, on)
            for treaty in self.treaties
            if wanted <= _bound(treaty) and (signed is None or signed in _years_signed(treaty))
        ]
        return tuple(sorted(found, key=lambda held: max(_years_signed(held.treaty)), reverse=True))

    def replaces(self, treaty: str) -> tuple[Link, ...]:
        """What the treaty takes the place of, as its record says."""
        return self.get(treaty).replaces

    def replaced_by(self, treaty: str) -> tuple[Treaty, ...]:
        """The treaties of the library that take this one's place."""
        return tuple(
            held for held in self.treaties if any(link.treaty == treaty for link in held.replaces)
        )

    @property
    def newest_fact(self) -> date:
        """The latest day of any dated fact: of what came after it, the library knows nothing."""
        return max(
            fact.day.last for held in self.treaties for fact in held.dated_facts() if fact.day
        )

    @property
    def clauses_verified(self) -> tuple[int, int]:
        """How many clauses were seen at a source, of how many."""
        clauses = [clause for held in self.treaties for clause in held.clauses]
        return sum(c.status is RecordStatus.VERIFIED for c in clauses), len(clauses)


def _bound(treaty: Treaty) -> set[str]:
    return {*treaty.actors, *(party.continued_by for party in treaty.parties)}


def _years_signed(treaty: Treaty) -> Sequence[int]:
    return [fact.day.first.year for fact in treaty.signed if fact.day] or [0]


@cache
def library(folder: Path = FOLDER) -> Library:
    """The library of a folder (default: the one that foedus ships), loaded once and checked."""
    held = Library(load_treaties(folder))
    known = {treaty.id for treaty in held.treaties}
    for treaty in held.treaties:
        for link in treaty.replaces:
            if link.treaty and link.treaty not in known:
                hint = nearest(link.treaty, sorted(known))
                raise LibraryError(
                    f"{folder.name}/{treaty.id}.toml, header: `replaces` names '{link.treaty}', "
                    f"which is not in the library{hint}; for one without a record use `title`"
                )
    return held


def find(parties: Iterable[str], on: date, signed: int | None = None) -> tuple[Standing, ...]:
    """`Library.find` in the library that foedus ships."""
    return library().find(parties, on, signed)
