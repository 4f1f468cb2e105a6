"""The baseline: the user's own tables of history in, checked and kept; treaties and panels out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedus.history.baseline import MANIFEST, Kept, kept_in
    from foedus.history.coarse import coarse_treaties
    from foedus.history.importing import Imported, import_tables
    from foedus.history.panel.alliances import alliance_differences, member_spells, promises
    from foedus.history.panel.allies import allies
    from foedus.history.panel.panel import Panel
    from foedus.history.panel.units import dyad_days, dyad_years, leader_years, state_years
    from foedus.history.performance import Honour, honour
    from foedus.history.spells import StateOf

__all__ = [
    "MANIFEST",
    "Honour",
    "Imported",
    "Kept",
    "Panel",
    "StateOf",
    "alliance_differences",
    "allies",
    "coarse_treaties",
    "dyad_days",
    "dyad_years",
    "honour",
    "import_tables",
    "kept_in",
    "leader_years",
    "member_spells",
    "promises",
    "state_years",
]

# Where each name lies. It is loaded on first use: who asks for the allies of a state in a year
# waits for no more than that takes.
_ROOMS = {
    "baseline": ("MANIFEST", "Kept", "kept_in"),
    "coarse": ("coarse_treaties",),
    "performance": ("Honour", "honour"),
    "importing": ("Imported", "import_tables"),
    "panel.alliances": ("alliance_differences", "member_spells", "promises"),
    "panel.allies": ("allies",),
    "panel.panel": ("Panel",),
    "panel.units": ("dyad_days", "dyad_years", "leader_years", "state_years"),
    "spells": ("StateOf",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _ROOM_OF:
        return getattr(import_module(f"foedus.history.{_ROOM_OF[name]}"), name)
    raise AttributeError(f"module 'foedus.history' has no attribute {name!r}")
