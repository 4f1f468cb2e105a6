"""Somebody's decision in, a judgement row out; deciding the same again adds nothing."""

import re
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, or_, select

from foedus.ledger import asking
from foedus.ledger.adding import insert, next_stamp
from foedus.ledger.finding import resolve
from foedus.ledger.judging import Judgement, Judgements, Kind, pair_of
from foedus.ledger.keys import name_key
from foedus.ledger.tables import DOCUMENT, JUDGEMENT, PARTY, STATEMENT
from foedus.model.errors import LedgerError
from foedus.model.identity import content_hash

_DOCUMENT_ID = re.compile(r"(?=.*\d)[0-9a-f]{8,64}")  # or its beginning; a year has fewer digits


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be decided. `other` only where two are compared."""

    kind: Kind
    subject: str
    other: str | None
    by: str
    why: str


def judge(connection: Connection, case: Case, now: datetime) -> Judgement:
    """Record the decision within the caller's transaction. The one in force returns as it is."""
    if not case.by.strip() or not case.why.strip():
        raise LedgerError(f"{case.kind.value}: say by whom and why; the ledger keeps both")
    known = asking.judgements(connection)
    if case.other is None:
        subject, other = resolve(connection, case.subject)[1], None
        standing = _standing_on(subject, case.kind, known)
    else:
        subject, other = pair_of(*(_name(connection, n) for n in (case.subject, case.other)))
        if subject == other:
            raise LedgerError(f"{case.kind.value}: {case.subject} is compared with itself")
        standing = known.pairs.get((subject, other))
    if standing and standing.kind is case.kind:
        return standing
    recorded = next_stamp(connection, now)
    parts = (case.kind, subject, other, case.by.strip(), case.why.strip(), recorded)
    judgement = Judgement(content_hash(parts), *parts)
    insert(connection, JUDGEMENT, [asdict(judgement)])
    return judgement


def _standing_on(subject: str, kind: Kind, known: Judgements) -> Judgement | None:
    """The newest judgement in force on the row; to restore what was never withdrawn is refused."""
    standing = known.newest_on(subject)
    if kind is Kind.RESTORE and subject not in known.withdrawn and standing is None:
        raise LedgerError(f"{subject[:12]} is not withdrawn, there is nothing to restore")
    return standing


def _name(connection: Connection, text: str) -> str:
    """A name as the ledger keeps it: an actor's or document's id in full, any other by its key."""
    given = text.strip()
    if not given:
        raise LedgerError("a comparison needs two names, ids of actors, or ids of documents")
    if _DOCUMENT_ID.fullmatch(given):
        return resolve(connection, given, (DOCUMENT,))[1]
    columns = (PARTY.c.actor, STATEMENT.c.speaker)
    known = or_(*(exists().where(column == given) for column in columns))
    return given if "/" in given or connection.scalar(select(known)) else name_key(given)
