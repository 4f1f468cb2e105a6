"""The verb or noun that heads an event in; how the voice puts it, and by which words, out."""

from foedus.read.moods.conditions import condition_span
from foedus.read.moods.find import MoodFinding, mood_of
from foedus.read.moods.permission import permits

__all__ = [
    "MoodFinding",
    "condition_span",
    "mood_of",
    "permits",
]
