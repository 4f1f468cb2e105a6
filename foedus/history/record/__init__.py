"""The record of honour: how often promises that a war called were honoured, and by whom counted.

Performance stands beside duty and decides nothing in it: how others kept their word is no chance
that somebody will fight.
"""

from foedus.history.record.cases import ERAS_PART, GREAT_GAP, Called, called_cases
from foedus.history.record.estimate import Estimate, estimate
from foedus.history.record.rates import (
    FEWEST,
    Make,
    Rate,
    Record,
    Rule,
    rate_of,
    rates_by,
    record,
    wilson,
)
from foedus.history.record.surroundings import Surroundings, surroundings

__all__ = [
    "ERAS_PART",
    "FEWEST",
    "GREAT_GAP",
    "Called",
    "Estimate",
    "Make",
    "Rate",
    "Record",
    "Rule",
    "Surroundings",
    "called_cases",
    "estimate",
    "rate_of",
    "rates_by",
    "record",
    "surroundings",
    "wilson",
]
