"""The record of honour: how often promises that a war called were honoured, and by whom counted.

Performance stands beside duty and decides nothing in it: how others kept their word is no chance
that somebody will fight.
"""

from foedus.history.record.cases import Called, called_cases
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

__all__ = [
    "FEWEST",
    "Called",
    "Estimate",
    "Make",
    "Rate",
    "Record",
    "Rule",
    "called_cases",
    "estimate",
    "rate_of",
    "rates_by",
    "record",
    "wilson",
]
