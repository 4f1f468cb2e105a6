"""Who and what a text names: states, persons, organisations, blocs, media, groups.

A parse in, the cast of the text out (`find_actors`); rows in, coded rows out (`annotate_actors`).
"""

from foedus.read.actors.annotate import annotate_actors
from foedus.read.actors.find import find_actors

__all__ = ["annotate_actors", "find_actors"]
