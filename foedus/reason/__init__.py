"""Scenarios and treaties in, answers with reasons out: who would owe what to whom, and why not."""

from foedus.reason.engine import DEPTH
from foedus.reason.engine import ask as reason
from foedus.reason.scenarios import scenario_of, weights_of

__all__ = ["DEPTH", "reason", "scenario_of", "weights_of"]
