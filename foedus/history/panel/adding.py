"""The columns that a panel may have, by the name that a user asks for them by."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from foedus.history.panel.panel import Panel

ADDED: Mapping[str, Callable[[Panel], Panel]] = MappingProxyType(
    {
        "alliances": Panel.with_alliances,
        "treaties": lambda panel: panel.with_alliances(treaties=True),
        "capabilities": Panel.with_capabilities,
        "capability-ratio": Panel.with_capability_ratio,
        "contiguity": Panel.with_contiguity,
        "cow-codes": Panel.with_cow_codes,
        "democracy": Panel.with_democracy,
        "disputes": Panel.with_disputes,
        "disputes-gml": lambda panel: panel.with_disputes("gml"),
        "distance": Panel.with_distance,
        "ideal-points": Panel.with_ideal_points,
        "igos": Panel.with_igos,
        "majors": Panel.with_majors,
        "rivalry": Panel.with_rivalry,
        "sanctions": Panel.with_sanctions,
        "similarity": Panel.with_similarity,
        "similarity-votes": lambda panel: panel.with_similarity("votes"),
        "spells": Panel.with_spells,
        "trade": Panel.with_trade,
        "wars": Panel.with_wars,
    }
)
