"""Reports in, stories out: which of them tell of one event."""

from foedus.read.stories.annotate import annotate_stories
from foedus.read.stories.arriving import Arriving
from foedus.read.stories.grouping import grouped
from foedus.read.stories.report import Report, report_of
from foedus.read.stories.reprints import credited, reprints

__all__ = [
    "Arriving",
    "Report",
    "annotate_stories",
    "credited",
    "grouped",
    "report_of",
    "reprints",
]
