"""A candidate that stands within another's words in, whether it tells words or a view of its own.

What is told within a content is seldom looked at twice: a deed ("voted for", "focus on") that
would be an attitude in a sentence of its own is left out there.
"""

from foedus.model.statement import CueClass
from foedus.read.quotes.page import Candidate, Page

# Verbs of deeds as often as of views. Judged by eye within 100 statements: 17 of 18 were deeds.
_DEEDS = frozenset({
    "focus", "vote", "campaign", "see", "find", "stand", "offer", "ignore", "accept", "respond",
})  # fmt: skip


def told_within(page: Page, candidate: Candidate) -> bool:
    """Whether the candidate counts as said or held within another's words.

    Not where its cue stands between marks and its speaker before them: the parser has run on
    over the mark ("the letter continues: “Please explain …”").
    """
    if candidate.cue_class is CueClass.ATTITUDE and candidate.lemma in _DEEDS:
        return False
    if not candidate.cue or not candidate.speaker:
        return True
    cue, speaker = candidate.cue[0], candidate.speaker[0]
    quotations = [q.span for q in page.quotations if q.span.covers(cue)]
    return all(q.covers(speaker) for q in quotations)
