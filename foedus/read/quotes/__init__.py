"""A parse in, its statements out: who said what, by rules over the dependency parse.

`find_statements` reads one parsed text; `annotate_quotes` many plain ones, as rows;
`unattributed` gives the quotations that nobody is told to have said.
"""

from foedus.read.quotes.annotate import annotate_quotes
from foedus.read.quotes.statements import find_statements
from foedus.read.quotes.unattributed import unattributed

__all__ = ["annotate_quotes", "find_statements", "unattributed"]
