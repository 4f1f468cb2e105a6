"""The tables of the ledger, as SQLAlchemy Core knows them; rows are only ever added.

Row ids are content hashes. `body` is the row as JSON; the other columns are what is searched.
Times of recording are UTC in ISO form with microseconds, so that text order is time order.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

DOCUMENT = Table(
    "document",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("characters", Integer, nullable=False),
    Column("converter", Text, nullable=False),
    Column("raw_hash", String(64)),
    Column("text", Text, nullable=False),
)

# The same receipt in two ledgers may have come at two times: both rows stay, the earlier counts.
RECEIPT = Table(
    "receipt",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("received", String(32), primary_key=True),
    Column("document", String(64), ForeignKey("document.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text),
    Column("publisher", Text),
    Column("title", Text),
    Column("author", Text),
    Column("published", String(10)),
    Column("published_from", Text),
    Index("receipt_of", "document"),
)

# One run of one reader over one document. `content` is the hash of all that it found; the body
# keeps the roles of the lines and the cast. `recorded` is the ledger's clock.
RUN = Table(
    "run",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("document", String(64), ForeignKey("document.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("run", Text, nullable=False),
    Column("content", String(64), nullable=False),
    Column("recorded", String(32), nullable=False),
    Column("body", Text, nullable=False),
    Index("run_newest", "document", "reader", "recorded", "id"),
    Index("run_recorded", "recorded"),
)

STATEMENT = Table(
    "statement",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("document", String(64), ForeignKey("document.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("statement_of", "document"),
    Index("statement_by", "speaker"),
)

# `since` and `until` are the bounds to search by: an open end is the first or last day there is,
# and both are null where the claim has no date at all. The body keeps what the text gives.
CLAIM = Table(
    "claim",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("document", String(64), ForeignKey("document.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("predicate", Text, nullable=False),
    Column("since", String(10)),
    Column("until", String(10)),
    Column("source", Text),
    Column("target", Text),
    Column("body", Text, nullable=False),
    Index("claim_when", "predicate", "since", "until", "source", "target"),
    Index("claim_of", "document"),
)

# Every actor of a claim, for claims with several sources or targets.
PARTY = Table(
    "party",
    METADATA,
    Column("actor", Text, primary_key=True),
    Column("claim", String(64), ForeignKey("claim.id"), primary_key=True),
    Column("role", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# Which statements and claims a run found. The newest run of a reader says what is current.
FOUND = Table(
    "found",
    METADATA,
    Column("row", String(64), primary_key=True),
    Column("run", String(64), ForeignKey("run.id"), primary_key=True),
    Index("found_by", "run"),
    sqlite_with_rowid=False,
)

# Somebody's decision: kind is withdraw, restore (about `subject`, a row id), same or different
# (about `subject` and `other`: ids or names of actors, or ids of documents); yes, no or void says
# what became of the prediction in the claim `subject`, on the day `other`, by the evidence `why`.
JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("other", Text),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("recorded", String(32), nullable=False),
    Index("judgement_on", "subject"),
)
