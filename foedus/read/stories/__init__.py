"""Reports in, stories out: which of them tell of one event."""

from foedus.read.stories.annotate import annotate_stories
from foedus.read.stories.arriving import Arriving
from foedus.read.stories.grouping import grouped
from foedus.read.stories.report import Report, report_of

__all__ = ["Arriving", "Report", "annotate_stories", "grouped", "report_of"]
