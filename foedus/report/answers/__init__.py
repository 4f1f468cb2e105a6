"""Answers with their reasons in, what a reader sees of them out: the screen, proofs, tables."""

from foedus.report.answers.assumed import Assumption, assumptions
from foedus.report.answers.case import Case, Group
from foedus.report.answers.deciding import ReadingEffect, deciding
from foedus.report.answers.proof import why_lines
from foedus.report.answers.screen import screen_lines

__all__ = [
    "Assumption",
    "Case",
    "Group",
    "ReadingEffect",
    "assumptions",
    "deciding",
    "screen_lines",
    "why_lines",
]
