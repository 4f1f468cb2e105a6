"""The verb or noun that heads an event in; how the voice puts it, and by which words, out."""

from foedus.read.moods.conditions import condition_span
from foedus.read.moods.find import MoodFinding, mood_of
from foedus.read.moods.permission import permits
from foedus.read.moods.probability import Probability, probability_of, scales

__all__ = [
    "MoodFinding",
    "Probability",
    "condition_span",
    "mood_of",
    "permits",
    "probability_of",
    "scales",
]
