"""Short ways to write a treaty for a test: "AAA and BBB defend each other"."""

from datetime import date
from typing import Any

from foedus.model.scenario import Event, EventKind, Scenario
from foedus.model.treaty import Article, Clause, DatedFact, PartialDate, Party, Treaty, Trigger
from foedus.model.treaty_words import (
    Bearer,
    Beneficiary,
    Duty,
    Modality,
    Nature,
    RecordStatus,
    TextStatus,
    TriggerKind,
)

DAY = date(2030, 1, 1)
UNSEEN = RecordStatus.UNVERIFIED


def clause(name: str = "1", **fields: Any) -> Clause:
    """A duty of each party to defend the other when it is attacked, but for the `fields` given."""
    told: dict[str, Any] = {
        "duty": Duty.DEFENCE, "modality": Modality.DUTY, "bearer": Bearer.OTHER_PARTIES,
        "owed_to": Beneficiary.AFFECTED_PARTY, "summary": "invented", "status": UNSEEN,
        "trigger": Trigger(TriggerKind.ATTACK),
    }  # fmt: skip
    return Clause(id=name, **(told | fields))


def pact(name: str, parties: str, *clauses: Clause, **fields: Any) -> Treaty:
    """A treaty in force on `DAY` among the states of `parties`, a list of codes in one string."""
    day = (DatedFact(UNSEEN, PartialDate("2020")),)
    told: dict[str, Any] = {
        "title": name, "nature": Nature.TREATY, "text_status": TextStatus.IN_FULL,
        "seen": "invented", "signed": day, "in_force": day,
        "parties": tuple(map(Party, parties.split())),
        "articles": (Article("1", clauses or (clause(),)),),
    }  # fmt: skip
    return Treaty(id=name, **(told | fields))


def nonaggression(name: str, parties: str) -> Treaty:
    """The parties are not to attack each other."""
    return pact(
        name, parties,
        clause(
            duty=Duty.NONAGGRESSION, modality=Modality.PROHIBITION, bearer=Bearer.PARTY,
            owed_to=Beneficiary.OTHER_PARTIES, trigger=Trigger(TriggerKind.ANY_TIME),
        ),
    )  # fmt: skip


def attack(by: str, on: str, **fields: Any) -> Scenario:
    """An attack of one state on another on `DAY`."""
    event = Event(EventKind.ATTACK, (by,), (on,))
    return Scenario("invented", DAY, fields.pop("events", (event,)), **fields)
