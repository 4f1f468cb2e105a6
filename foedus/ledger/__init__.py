"""Claims, kept: appended, withdrawn, never altered. Facts are derived from them."""

from foedus.ledger.adding import Added
from foedus.ledger.asking import Question
from foedus.ledger.changes import changes
from foedus.ledger.differences import Difference
from foedus.ledger.facts import Fact, FactVoice, Party, Status, copies_of, facts, origins_of
from foedus.ledger.judging import Judgement, Judgements, Kind
from foedus.ledger.ledger import Ledger
from foedus.ledger.repeats import repeats
from foedus.ledger.searching import Found
from foedus.ledger.snapshots import Snapshot, snapshot_of, snapshot_of_json

__all__ = [
    "Added",
    "Difference",
    "Fact",
    "FactVoice",
    "Found",
    "Judgement",
    "Judgements",
    "Kind",
    "Ledger",
    "Party",
    "Question",
    "Snapshot",
    "Status",
    "changes",
    "copies_of",
    "facts",
    "origins_of",
    "repeats",
    "snapshot_of",
    "snapshot_of_json",
]
