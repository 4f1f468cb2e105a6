"""A parse in, its statements out: who said what, by rules over the dependency parse.

`find_statements` reads one parsed text; `annotate_quotes` many plain ones, as rows.
"""

from foedus.read.quotes.annotate import annotate_quotes
from foedus.read.quotes.statements import find_statements

__all__ = ["annotate_quotes", "find_statements"]
