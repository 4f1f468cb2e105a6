"""Where an actor belongs, as PLOVER codes it; what the coders share."""

import re
from dataclasses import dataclass

from foedus.read.actors.lexicon import sector_words

SPLIT = re.compile(r",| (?:of|in|from|at|to|for|with|against|living|based|who|loyal|on|near)\b")


@dataclass(frozen=True, slots=True)
class Coded:
    """Where an actor belongs: a state (or IGO, NGO, IMG, EUR) and a sector; "" when unknown."""

    country: str = ""
    role: str = ""


def parent(country: str) -> str:
    """The state that a dependency is coded with; any other country itself."""
    return sector_words().parents.get(country, country)
