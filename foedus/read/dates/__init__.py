"""A parsed text and its day of publication in, every date expression out, as said and resolved.

`find_times` lists them; `time_at` gives the one that belongs to an event's verb or noun;
`tense_of` reads past, present or future off the verb. A relative date ("on Wednesday") is
resolved only against a known day of publication, else its words are kept and nothing more.
"""

from foedus.read.dates.attach import time_at
from foedus.read.dates.find import find_times
from foedus.read.dates.tense import governing_verb, tense_of

__all__ = ["find_times", "governing_verb", "tense_of", "time_at"]
