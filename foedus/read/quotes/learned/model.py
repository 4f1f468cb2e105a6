"""Fitted networks and a page's candidates in, those that hold out: rules and tagger as one.

The rules' candidates stand among the proposals; what the tagger alone finds is a candidate of the
rule "model". Whatever holds is a passage of the page: nothing is written, only chosen.
"""

from dataclasses import dataclass, replace

from foedus.model.document import Span
from foedus.model.statement import CueClass
from foedus.read.quotes.assembly import assemble, snapped
from foedus.read.quotes.learned.hashing import Keys
from foedus.read.quotes.learned.proposals import Networks, Proposal, propose
from foedus.read.quotes.learned.view import View, view_of
from foedus.read.quotes.learned.weighing import ALL, Weighers, best_apart, quoted_of
from foedus.read.quotes.lexicon import SAYING
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.phrases import (
    cue_span,
    speaker_spans,
)

LEARNT = "model"  # the rule, and the basis, of what the tagger alone finds
# The least chance to be right with which a proposal holds. Between .25 and .35 the F1 stays the
# same to 0.001 (texts 720-840 of the development corpus); the least keeps the most statements.
WORTH = 0.2
WORTH_SAYING = 0.09  # of a cue of saying: a statement missed is worse than one too many


@dataclass(frozen=True, slots=True)
class Tagger:
    """What was learnt from a corpus: the networks, those that weigh, the lemmas of cues."""

    networks: Networks
    weighers: Weighers
    lemmas: Keys

    def hold(
        self, page: Page, first: list[Candidate], others: list[Candidate]
    ) -> list[tuple[Candidate, list[Candidate]]]:
        """The candidates that hold, as `assemble` gives them: `first` and `others` are the rules'.

        The rules' quotations with a cue go first: nine in ten are right, and the tagger chooses
        among the rest. What no rule gives with that cue and speaker has the basis "model".
        """
        view = seen(page, first, others)
        chosen = quotations(page, first)
        taken = [span for one in chosen for span in (*one.content, *one.cue)]
        for proposal in self.choose(view):
            one = candidate_of(view, proposal)
            if not any(span.overlaps(t) for span in (*one.content, *one.cue) for t in taken):
                chosen.append(one)
        cues = {candidate.cue for candidate in chosen}
        spare = [replace(c, only_nested=True) for c in (*first, *others) if c.cue not in cues]
        ruled = {(c.cue, c.speaker) for c in (*first, *others)}
        return [
            (c if (c.cue, c.speaker) in ruled or c.basis != "cue" else replace(c, basis=LEARNT), s)
            for c, s in assemble(page, chosen, spare)
        ]

    def choose(self, view: View) -> list[Proposal]:
        """The proposals that hold on the page, in order."""
        proposals = propose(view, self.networks, self.lemmas)
        if not proposals:
            return []
        chances = self.weighers.chances(view, proposals)
        weights = [
            float(chance) - _worth(view, one)
            for one, chance in zip(proposals, chances, strict=True)
        ]
        return best_apart(proposals, weights)


def _worth(view: View, proposal: Proposal) -> float:
    """The chance from which the proposal holds."""
    if quoted_of(view, proposal) == ALL:
        return WORTH
    return WORTH_SAYING if view.page.doc[proposal.cue].lemma_ in SAYING else WORTH


def quotations(page: Page, first: list[Candidate]) -> list[Candidate]:
    """The rules' quotations that a cue attributes, as they hold among themselves."""
    held = (candidate for candidate, _ in assemble(page, first, []))
    return [one for one in held if one.rule == "quote" and one.basis == "cue"]


def seen(page: Page, first: list[Candidate], others: list[Candidate]) -> View:
    """The page as the tagger sees it, with what the rules make of it."""
    kept = [candidate for candidate, _ in assemble(page, first, others)]
    return view_of(page, [*first, *(snapped(page, one) for one in others)], kept)


def candidate_of(view: View, proposal: Proposal) -> Candidate:
    """The proposal as a candidate: the rule's own where a rule has this very content."""
    page, cue = view.page, view.page.tokens[proposal.cue]
    speaker = _speaker(view, proposal)
    if proposal.ruled is not None:
        return replace(proposal.ruled.candidate, speaker=speaker)
    rules = view.rules.get(proposal.cue, ())
    if rules:
        model = rules[0].candidate
        given, kind, lemma = model.cue, model.cue_class, model.lemma
    else:
        saying = cue.lemma_ in SAYING and cue.pos_ == "VERB"
        given, lemma = (cue_span(page, cue),), cue.lemma_
        kind = CueClass.SAYING if saying else CueClass.ATTITUDE
    if not speaker and not rules:
        kind = CueClass.INFERRED
    return Candidate(speaker, given, _pieces(view, proposal), LEARNT, kind, lemma)


def _speaker(view: View, proposal: Proposal) -> tuple[Span, ...]:
    """The noun's phrase, in the words of a rule where one names this noun."""
    if proposal.speaker == view.nothing:
        return ()
    offset = int(view.offset[proposal.speaker])
    for ruled in view.rules.get(proposal.cue, ()):
        if any(span.start <= offset < span.end for span in ruled.candidate.speaker):
            return ruled.candidate.speaker
    return speaker_spans(view.page, view.page.tokens[proposal.speaker])


def _pieces(view: View, proposal: Proposal) -> tuple[Span, ...]:
    """The content without the cue's own clause, with the marks that enclose it."""
    first, last = proposal.first, proposal.last
    if first > 0 and (view.that[first - 1] or view.opens[first - 1]):
        first -= 1
    if not view.word[last + 1] and view.closes[last + 1]:
        last += 1
    if not proposal.amid:
        return (view.page.span(first, last),)
    low, high = proposal.clause
    pieces = (*view.page.stretch(first, low - 1), *view.page.stretch(high + 1, last))
    return pieces or (view.page.span(first, proposal.cue - 1),)
