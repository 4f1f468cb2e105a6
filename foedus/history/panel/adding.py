"""The columns that a panel may have, by the name that a user asks for them by."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from foedus.history.panel.panel import Panel
from foedus.history.similarity import Progress

Adding = Callable[[Panel, Progress], Panel]

ADDED: Mapping[str, Adding] = MappingProxyType(
    {
        "alliances": lambda panel, _: panel.with_alliances(),
        "treaties": lambda panel, _: panel.with_alliances(treaties=True),
        "capabilities": lambda panel, _: panel.with_capabilities(),
        "capability-ratio": lambda panel, _: panel.with_capability_ratio(),
        "contiguity": lambda panel, _: panel.with_contiguity(),
        "cow-codes": lambda panel, _: panel.with_cow_codes(),
        "democracy": lambda panel, _: panel.with_democracy(),
        "disputes": lambda panel, _: panel.with_disputes(),
        "disputes-gml": lambda panel, _: panel.with_disputes("gml"),
        "distance": lambda panel, _: panel.with_distance(),
        "ideal-points": lambda panel, _: panel.with_ideal_points(),
        "igos": lambda panel, _: panel.with_igos(),
        "majors": lambda panel, _: panel.with_majors(),
        "rivalry": lambda panel, _: panel.with_rivalry(),
        "sanctions": lambda panel, _: panel.with_sanctions(),
        "similarity": lambda panel, step: panel.with_similarity(progress=step),
        "similarity-votes": lambda panel, step: panel.with_similarity("votes", step),
        "spells": lambda panel, _: panel.with_spells(),
        "trade": lambda panel, _: panel.with_trade(),
        "wars": lambda panel, _: panel.with_wars(),
    }
)
