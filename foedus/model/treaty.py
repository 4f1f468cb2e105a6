"""Treaties as data: the instrument, its parties, its dates with their sources, its clauses.

The words of the field are in `treaty_words`. A field left out means what its default says, and
"unspecified", "unknown" or an empty tuple is never "no". Field order here is the order in files.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from foedus.model.treaty_words import (
    Automaticity,
    Bearer,
    Beneficiary,
    ConditionKind,
    Duty,
    Ending,
    Membership,
    Modality,
    Nature,
    ProvisionKind,
    RecordStatus,
    ResponseKind,
    Strength,
    TextStatus,
    TriggerBy,
    TriggerKind,
    TriggerOn,
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year: "1996-09-10", "1996-09", "1996"."""

    text: str

    def __post_init__(self) -> None:
        parts = self.text.split("-")
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
            raise ValueError(f"'{self.text}' is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
        try:
            date(*(int(part) for part in [*parts, "1", "1"][:3]))
        except ValueError as problem:
            raise ValueError(f"'{self.text}' is no date: {problem}") from None

    @property
    def first(self) -> date:
        """The earliest day that it can mean."""
        year, month, day = (*map(int, self.text.split("-")), 1, 1)[:3]
        return date(year, month, day)

    @property
    def last(self) -> date:
        """The latest day that it can mean."""
        given = tuple(map(int, self.text.split("-")))
        month = given[1] if len(given) > 1 else 12
        day = given[2] if len(given) > 2 else calendar.monthrange(given[0], month)[1]
        return date(given[0], month, day)


@dataclass(frozen=True, slots=True)
class DatedFact:
    """That something happened on a day, according to one source. Rivals stand side by side.

    `day` None: this source holds that it has not happened. `how` is only for endings.
    """

    status: RecordStatus
    day: PartialDate | None = None
    how: Ending | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be so (in `conditions`) or must not be so (in `unless`).

    `term` is the open term on which it turns; `actors` and `count` where the kind needs them.
    """

    kind: ConditionKind
    actors: tuple[str, ...] = ()
    count: int = 0
    term: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The casus foederis: what happens, by whom, to whom."""

    kind: TriggerKind
    by: TriggerBy = TriggerBy.ANYONE
    by_named: tuple[str, ...] = ()
    on: TriggerOn = TriggerOn.PARTY
    on_named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """What is owed once the duty is set in motion."""

    kind: ResponseKind = ResponseKind.UNSPECIFIED
    strength: Strength = Strength.UNSPECIFIED
    automaticity: Automaticity = Automaticity.UNSPECIFIED
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One duty of a treaty. `id` is unique in the treaty ("4", "4.2").

    The parties that owe it are `bearer` (and `bearers` when named); those to whom it is owed are
    `owed_to` (and `beneficiaries` when named). It binds when `trigger` occurs within `scope`, all
    `conditions` hold and nothing in `unless` does. `words` are the few words on which it turns,
    as printed at `source`; a clause that was not seen has status unverified, no words, no source.
    """

    id: str
    duty: Duty
    modality: Modality
    bearer: Bearer
    owed_to: Beneficiary
    summary: str
    status: RecordStatus
    bearers: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    source: str = ""
    words: tuple[str, ...] = ()
    open_terms: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    trigger: Trigger = Trigger(TriggerKind.ANY_TIME)
    response: Response = Response()
    conditions: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """What an article says that is no duty: scope, definition, duration, supersession, ..."""

    kind: ProvisionKind
    summary: str
    status: RecordStatus
    source: str = ""
    words: tuple[str, ...] = ()
    open_terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A numbered text of the treaty: its duties, and what else it says."""

    number: str
    clauses: tuple[Clause, ...] = ()
    provisions: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspension:
    """The duties of a party stand still, towards those in `towards` or (empty) towards all.

    `contested`: whether they do is itself in dispute, and so a fact on which sides differ.
    """

    status: RecordStatus
    since: PartialDate
    until: PartialDate | None = None
    towards: tuple[str, ...] = ()
    contested: bool = False
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reservation:
    """One party's reservation or understanding: `conditions` it adds to its own `clauses`."""

    summary: str
    status: RecordStatus
    clauses: tuple[str, ...] = ()
    source: str = ""
    words: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A state's time as a party. Without `joined` it is an original one.

    A state that left and came back has two of these. `joined` and `left` hold rival dates.
    `continued_by` is the state that carried the treaty on when this one ceased to exist.
    """

    actor: str
    continued_by: str = ""
    note: str = ""
    joined: tuple[DatedFact, ...] = ()
    left: tuple[DatedFact, ...] = ()
    suspended: tuple[Suspension, ...] = ()
    reservations: tuple[Reservation, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """That this treaty takes the place of another: one in the library, or one known by title."""

    status: RecordStatus
    treaty: str = ""
    title: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegistryIds:
    """What other registries call the treaty: ATOP ids, United Nations Treaty Series numbers."""

    atop: tuple[str, ...] = ()
    unts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Treaty:
    """One instrument. `seen` says in words how much of its text was in view for this record.

    `yields_to` names what prevails over it: ids of the library, or "un-charter". After the day
    `known_until` the record says nothing of whether it stands. Where the membership is partial,
    `candidates` are the states that may be parties besides those listed; without them any may.
    """

    id: str
    title: str
    nature: Nature
    text_status: TextStatus
    seen: str
    membership: Membership = Membership.COMPLETE
    also_called: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    known_until: PartialDate | None = None
    candidates: tuple[str, ...] = ()
    signed: tuple[DatedFact, ...] = ()
    in_force: tuple[DatedFact, ...] = ()
    renewed: tuple[DatedFact, ...] = ()
    ended: tuple[DatedFact, ...] = ()
    replaces: tuple[Link, ...] = ()
    ids: RegistryIds = RegistryIds()
    parties: tuple[Party, ...] = ()
    articles: tuple[Article, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of its parties, in order of the record."""
        return tuple(dict.fromkeys(party.actor for party in self.parties))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All duties, in order of the articles."""
        return tuple(clause for article in self.articles for clause in article.clauses)

    def dated_facts(self) -> Iterator[DatedFact]:
        """Every dated fact of the record, with those of its parties."""
        yield from (*self.signed, *self.in_force, *self.renewed, *self.ended)
        for party in self.parties:
            yield from (*party.joined, *party.left)
