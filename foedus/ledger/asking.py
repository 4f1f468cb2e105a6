"""A question in, the rows that answer it out, as the ledger knew them at some time.

Current is what the newest run of each reader found, less what is withdrawn.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    distinct,
    exists,
    func,
    or_,
    select,
    true,
)

from foedus.ledger.adding import ACTING, FIRST_DAY, LAST_DAY, stamp
from foedus.ledger.judging import Judgement, Judgements, Kind
from foedus.ledger.keys import name_key, who_key
from foedus.ledger.tables import CLAIM, DOCUMENT, FOUND, JUDGEMENT, PARTY, RECEIPT, RUN, STATEMENT
from foedus.model.actor import ActorKind, Affiliation, Cast, Entity, Mention, MentionForm
from foedus.model.document import Line, LineRole, Receipt, Span
from foedus.model.errors import LedgerError
from foedus.model.reading import Row


@dataclass(frozen=True, slots=True)
class Question:
    """Which claims or statements are wanted; None, or nothing in `actors`, asks nothing.

    `actors` are ids or names, of which any will do: of a claim in any role, of a statement as its
    speaker. `document` is an id or its beginning. `predicate`, `since` and `until` are for claims:
    the days (both included) ask for those whose valid time touches the window; a claim without
    any resolved date is in no window. `known_on` asks as of that recorded time.
    """

    predicate: str | None = None
    actors: tuple[str, ...] = ()
    document: str | None = None
    since: date | None = None
    until: date | None = None
    known_on: datetime | None = None


ANYTHING = Question()


def judgements(connection: Connection, known_on: datetime | None = None) -> Judgements:
    """The judgements that the ledger knew at `known_on` (None: all)."""
    query = select(JUDGEMENT)
    if known_on:
        query = query.where(JUDGEMENT.c.recorded <= stamp(known_on))
    rows = connection.execute(query).mappings()
    return Judgements(Judgement(**{**row, "kind": _kind(row["kind"])}) for row in rows)


def _kind(name: str) -> Kind:
    """The kind of judgement; a ledger may hold one that a later foedus wrote."""
    try:
        return Kind(name)
    except ValueError:
        raise LedgerError(
            f"this ledger holds a judgement '{name}', which this foedus does not know; "
            "install a newer foedus"
        ) from None


def is_newest(
    known_on: datetime | None = None, withdrawn: frozenset[str] = frozenset()
) -> ColumnElement[bool]:
    """That a row of RUN is the newest of its reader over its document, as known at `known_on`.

    Runs among the `withdrawn` ids do not count: the one before them is then the newest.
    """
    later = RUN.alias("later")
    is_later = and_(
        later.c.id.not_in(withdrawn) if withdrawn else true(),
        later.c.document == RUN.c.document,
        later.c.reader == RUN.c.reader,
        or_(
            later.c.recorded > RUN.c.recorded,
            and_(later.c.recorded == RUN.c.recorded, later.c.id > RUN.c.id),
        ),
    )
    stands = RUN.c.id.not_in(withdrawn) if withdrawn else true()
    if known_on is None:
        return and_(stands, ~exists().where(is_later))
    moment = stamp(known_on)
    is_known_later = and_(is_later, later.c.recorded <= moment)
    return and_(stands, RUN.c.recorded <= moment, ~exists().where(is_known_later))


def claim_query(question: Question, known: Judgements) -> Select[str, str]:
    """The query for the bodies of claims and the runs that found them."""
    query = _current(CLAIM, question, known)
    if question.predicate:
        query = query.where(CLAIM.c.predicate == question.predicate)
    if question.since or question.until:
        since = question.since.isoformat() if question.since else FIRST_DAY
        until = question.until.isoformat() if question.until else LAST_DAY
        query = query.where(CLAIM.c.since <= until, CLAIM.c.until >= since)
    if question.actors:
        names = _names_of(question.actors, known)
        query = query.where(CLAIM.c.id.in_(select(PARTY.c.claim).where(PARTY.c.actor.in_(names))))
    return query


def claims(connection: Connection, question: Question, known: Judgements) -> tuple[Row, ...]:
    """The claims that the question asks for."""
    return rows(connection, claim_query(question, known), known)


def statements(connection: Connection, question: Question, known: Judgements) -> tuple[Row, ...]:
    """The same for statements; of one that several make together each of them is the speaker."""
    query = _current(STATEMENT, question, known)
    if not question.actors:
        return rows(connection, query, known)
    names = frozenset(_names_of(question.actors, known))
    may_be_joint = STATEMENT.c.body.contains('"joint"')
    query = query.where(or_(STATEMENT.c.speaker.in_(sorted(names)), may_be_joint))
    return tuple(
        row
        for row in rows(connection, query, known)
        if any(who_key(one) in names for one in _speaking(row))
    )


def _speaking(row: Row) -> Iterator[Row]:
    """Who makes the statement: the speaker, and each of those who speak together."""
    yield row["speaker"]
    yield from row["speaker"].get("joint", ())


def _current(table: Table, question: Question, known: Judgements) -> Select[str, str]:
    """The rows of the table that the newest runs found, in order of document and place."""
    query = (
        select(table.c.body, RUN.c.run)
        .join_from(table, FOUND, FOUND.c.row == table.c.id)
        .join(RUN, RUN.c.id == FOUND.c.run)
        .join(DOCUMENT, DOCUMENT.c.id == table.c.document)
        .where(is_newest(question.known_on, known.withdrawn))
        .order_by(DOCUMENT.c.seq, table.c.start, table.c.id, RUN.c.run)
    )
    return query.where(table.c.document == question.document) if question.document else query


def _names_of(actors: Iterable[str], known: Judgements) -> list[str]:
    """Every id and name under which the ledger may have kept one of the actors."""
    names = {name for actor in actors for name in (actor, name_key(actor))}
    return sorted(frozenset[str]().union(*map(known.names_of, names)))


def speakers(connection: Connection, known: Judgements) -> dict[str, str]:
    """Whoever speaks in a statement that stands: the key of each, with a name as a text has it."""
    query = _current(STATEMENT, ANYTHING, known).where(STATEMENT.c.speaker != "")
    found: dict[str, str] = {}
    for row in rows(connection, query, known):
        for one in _speaking(row):
            found.setdefault(who_key(one), one["name"])
    return found


def actors(connection: Connection, known: Judgements) -> dict[str, str]:
    """The same of whoever is party to a claim: every source and target, elsewhere known actors."""
    found: dict[str, str] = {}
    for row in rows(connection, claim_query(ANYTHING, known), known):
        for role, fillers in row["roles"].items():
            for filler in fillers:
                if filler["actor"] or role in ACTING:
                    found.setdefault(who_key(filler), filler["name"])
    found.pop("", None)
    return found


def rows(connection: Connection, query: Select[str, str], known: Judgements) -> tuple[Row, ...]:
    """The rows of the query that stand, each once."""
    found: dict[str, Row] = {}
    for body, run in connection.execute(query):
        row = {**json.loads(body), "run": run}
        if row["id"] not in known.withdrawn and row["document"] not in known.withdrawn:
            found.setdefault(row["id"], row)
    return tuple(found.values())


def documents(
    connection: Connection, known: Judgements, known_on: datetime | None = None
) -> tuple[Row, ...]:
    """The documents that stand, without their texts, each with its number of receipts.

    With `known_on` only those that some run had read by that recorded time.
    """
    columns = [column for column in DOCUMENT.c if column.name not in ("seq", "text")]
    count = select(func.count(distinct(RECEIPT.c.id))).where(RECEIPT.c.document == DOCUMENT.c.id)
    query = select(*columns, count.scalar_subquery().label("receipts")).order_by(DOCUMENT.c.seq)
    if known_on is not None:
        read = exists().where(RUN.c.document == DOCUMENT.c.id, RUN.c.recorded <= stamp(known_on))
        query = query.where(read)
    found = connection.execute(query).mappings()
    return tuple(dict(row) for row in found if row["id"] not in known.withdrawn)


def receipts(connection: Connection, document: str | None) -> Iterator[Receipt]:
    """The receipts of one document, or of all, in order of receipt."""
    query = select(RECEIPT).order_by(RECEIPT.c.received, RECEIPT.c.id)
    if document:
        query = query.where(RECEIPT.c.document == document)
    seen = set()
    for row in connection.execute(query).mappings():
        if row["id"] not in seen:
            seen.add(row["id"])
            columns = {key: value for key, value in row.items() if key != "id"}
            published = row["published"]
            columns["published"] = date.fromisoformat(published) if published else None
            columns["received"] = datetime.fromisoformat(row["received"])
            yield Receipt(**columns)


def runs(connection: Connection, document: str) -> tuple[Row, ...]:
    """All runs over the document, oldest first, each with the ids of the rows that it found."""
    columns = (RUN.c.id, RUN.c.document, RUN.c.run, RUN.c.recorded)
    query = select(*columns).where(RUN.c.document == document)
    ordered = connection.execute(query.order_by(RUN.c.recorded, RUN.c.id)).mappings().all()
    return tuple({**row, "found": list(_found(connection, row["id"]))} for row in ordered)


def _found(connection: Connection, run: str) -> Iterator[str]:
    query = select(FOUND.c.row).where(FOUND.c.run == run).order_by(FOUND.c.row)
    return iter(connection.scalars(query).all())


def page(connection: Connection, document: str, known: Judgements) -> tuple[tuple[Line, ...], Cast]:
    """The lines with their roles and the cast, as the newest run over the document has them."""
    newest_of_all = is_newest(withdrawn=known.withdrawn)
    query = select(RUN.c.body).where(RUN.c.document == document, newest_of_all)
    newest = query.order_by(RUN.c.recorded.desc(), RUN.c.id.desc()).limit(1)
    body = json.loads(connection.scalar(newest) or '{"lines": [], "entities": [], "mentions": []}')
    lines = tuple(
        Line(n, Span(start, end), LineRole(role)) for n, start, end, role in body["lines"]
    )
    entities = tuple(map(_entity, body["entities"]))
    mentions = tuple(
        Mention(Span(start, end), entity, MentionForm(form))
        for start, end, entity, form in body["mentions"]
    )
    return lines, Cast(entities, mentions)


def _affiliation(text: str, start: int, end: int, *parts: list[list[int]]) -> Affiliation:
    """An older run has no `parts`: which of the words name an office, and which a body."""
    return Affiliation(
        text, Span(start, end), *(tuple(Span(*piece) for piece in part) for part in parts)
    )


def _entity(row: Row) -> Entity:
    affiliations = tuple(_affiliation(*given) for given in row["affiliations"])
    return Entity(**{**row, "kind": ActorKind(row["kind"]), "affiliations": affiliations})
