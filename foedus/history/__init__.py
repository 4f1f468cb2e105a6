"""The baseline: the user's own tables of history in, checked and kept; coarse treaties out."""

from foedus.history.baseline import MANIFEST, Kept, kept_in
from foedus.history.coarse import coarse_treaties
from foedus.history.honour import Honour, honour
from foedus.history.importing import Imported, import_tables
from foedus.history.spells import StateOf

__all__ = [
    "MANIFEST",
    "Honour",
    "Imported",
    "Kept",
    "StateOf",
    "coarse_treaties",
    "honour",
    "import_tables",
    "kept_in",
]
