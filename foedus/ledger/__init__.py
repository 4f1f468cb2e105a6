"""Claims, kept: appended, withdrawn, never altered. Facts are derived from them."""

from foedus.ledger.adding import Added
from foedus.ledger.asking import Question
from foedus.ledger.judging import Judgement, Judgements, Kind
from foedus.ledger.ledger import Ledger
from foedus.ledger.searching import Found

__all__ = ["Added", "Found", "Judgement", "Judgements", "Kind", "Ledger", "Question"]
