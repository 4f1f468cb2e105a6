"""What speakers, or the report itself, take an instrument to mean and expect to follow from it.

Statements and times of a parsed text in; claims READING, PREDICTION and UNSEEN out.
"""

from foedus.read.assessments.find import find_assessments

__all__ = ["find_assessments"]
