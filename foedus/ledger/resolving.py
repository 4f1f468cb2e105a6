"""Somebody's word on what became of a prediction in, a judgement row out.

Appended like every judgement: of several the newest that is not withdrawn counts, all are kept.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Connection, exists, select

from foedus.ledger import asking
from foedus.ledger.adding import insert, next_stamp
from foedus.ledger.finding import resolve
from foedus.ledger.judging import RESOLVING, Judgement, Judgements, Kind
from foedus.ledger.tables import CLAIM, FOUND, JUDGEMENT, RUN
from foedus.model.claim import Predicate
from foedus.model.errors import LedgerError
from foedus.model.identity import content_hash


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a prediction: `claim` is an id or its beginning, `on` the day it came out."""

    claim: str
    kind: Kind
    evidence: str
    by: str
    on: date


def resolve_prediction(connection: Connection, settled: Settled, now: datetime) -> Judgement:
    """Record it within the caller's transaction. The one in force returns as it is.

    Raises LedgerError where no prediction has the id, or several may be meant, where its claim is
    withdrawn or no longer read so, and where nobody or no evidence is named.
    """
    if settled.kind not in RESOLVING:
        raise ValueError(f"{settled.kind.value} resolves nothing")
    by, why = settled.by.strip(), settled.evidence.strip()
    if not by or not why:
        raise LedgerError(f"{settled.kind.value}: say by whom and on what evidence; both are kept")
    known = asking.judgements(connection)
    claim = prediction_id(connection, settled.claim, known)
    standing = [r for r in known.resolutions({claim}) if r.id not in known.withdrawn]
    day = settled.on.isoformat()
    if standing:
        newest = standing[-1]
        if (newest.kind, newest.other, newest.by, newest.why) == (settled.kind, day, by, why):
            return newest
    recorded = next_stamp(connection, now)
    parts = (settled.kind, claim, day, by, why, recorded)
    judgement = Judgement(content_hash(parts), *parts)
    insert(connection, JUDGEMENT, [asdict(judgement)])
    return judgement


def prediction_id(connection: Connection, prefix: str, known: Judgements) -> str:
    """The id of the one claim that foretells, stands, and begins so; LedgerError otherwise."""
    claim = resolve(connection, prefix, (CLAIM,))[1]
    row = connection.execute(select(CLAIM).where(CLAIM.c.id == claim)).mappings().one()
    if row["predicate"] != Predicate.PREDICTION.value:
        raise LedgerError(
            f"{claim[:12]} is a claim of {row['predicate']} and foretells nothing; "
            "'foedus predictions' lists the ids of those that do"
        )
    for id_, what in ((claim, "prediction"), (row["document"], "document of this prediction")):
        if id_ in known.withdrawn:
            raise LedgerError(f"the {what} ({id_[:12]}) is withdrawn; restore it first")
    newest = asking.is_newest(withdrawn=known.withdrawn)
    current = exists().where(FOUND.c.row == claim, FOUND.c.run == RUN.c.id, newest)
    if not connection.scalar(select(current)):
        raise LedgerError(
            f"{claim[:12]} was read by an older run, the newest reads its document otherwise; "
            "take the id that 'foedus predictions' lists"
        )
    return claim
