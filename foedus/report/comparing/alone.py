"""What one report alone asserts: clauses that no other comes near, and whose claims none has.

Nothing is left out for being small; what names nobody, gives no number and no day tells too little.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from foedus.model.document import Span
from foedus.read.assertions import Assertion, nearest
from foedus.report.comparing.meeting import Met, clauses_of
from foedus.report.comparing.sides import cited, inner_marks, side_of_assertion
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Source, Told
from foedus.report.items import Item
from foedus.report.naming import says

_APART = 0.4  # a clause that is nearer to one of another report may say the same in other words
_OF_ONE = ("reading", "status", "metadata")  # each of its sides is one report's own
_FEWEST = 3  # words of content


def alone(
    desk: Desk, groups: list[Met], compared: Iterable[Item], facts: Mapping[str, Sequence[Told]]
) -> Iterator[Item]:
    """The clauses that stand in one report only, in order of the reports and their text.

    `compared` are the items found already, `facts` the claims of one thing: what stands in one of
    them, or is told by another report too, is no report's alone.
    """
    originals = [source for source in desk.sources() if not source.copy_of]
    if len(originals) < 2:
        return
    sides = [
        (item.fields["kind"], side["report"], Span(*side["passage"]))
        for item in compared
        if item.fields["kind"] not in _OF_ONE
        for side in item.fields.get("sides", ())
    ]
    taken = [(letter, span) for kind, letter, span in sides if kind != "agree"]
    alike = [(letter, span) for kind, letter, span in sides if kind == "agree"]
    alike += [(source.letter, one.span) for group in groups for source, one in group.ones]
    shared = (told for told in facts.values() if len({t.report for t in told}) > 1)
    claimed = [(t.letter, _words_of(t)) for told in shared for t in told]
    clauses = {source.letter: clauses_of(source) for source in originals}
    for source in originals:
        others = [c for letter, found in clauses.items() if letter != source.letter for c in found]
        told = [span for letter, span in taken if letter == source.letter]
        met = [span for letter, span in alike if letter == source.letter]
        also = [span for letter, span in claimed if letter == source.letter]
        within = [(one, g) for g in groups for s, one in g.ones if s.letter == source.letter]
        free = [
            one
            for one in clauses[source.letter]
            if one.main
            and _tells(one)
            and not any(span.overlaps(one.span) for span in told)
            and not any(_fills(span, one.span) for span in met)
            and not any(_opens(span, one.span) for span in also)
        ]
        apart = zip(free, nearest([_own(one, within) for one in free], others), strict=True)
        found = [one for one, likeness in apart if likeness < _APART]
        for one in found:
            # a clause within another is told with it
            if not any(other.span.covers(one.span) for other in found if other is not one):
                yield _item(desk, source, one)


def _fills(told: Span, span: Span) -> bool:
    """Whether what is told already is the half of the clause or more."""
    shared = min(told.end, span.end) - max(told.start, span.start)
    return 2 * shared >= span.end - span.start


def _words_of(told: Told) -> Span:
    """From the first words of the claim to the end of its passage."""
    passage = told.claim.passage
    starts = [filler.span.start for _, filler in told.claim.roles]
    return Span(max(passage.start, min(starts, default=passage.start)), passage.end)


def _opens(told: Span, span: Span) -> bool:
    """Whether what is told begins in the first half of the clause: else it is of a part of it."""
    return told.overlaps(span) and 2 * told.start < span.start + span.end


def _own(one: Assertion, told: Sequence[tuple[Assertion, Met]]) -> Assertion:
    """The clause without the words of a clause in it that other reports have too."""
    inner = {
        word
        for within, group in told
        if one.span.covers(within.span) and within.verb != one.verb
        for _, other in group.ones
        for word in other.words
    }
    rest = tuple(word for word in one.words if word not in inner)
    return replace(one, words=rest) if len(rest) >= _FEWEST else one


def _tells(one: Assertion) -> bool:
    known = one.names or one.counted or one.time.since
    return bool(known) and len(one.words) >= _FEWEST


def _item(desk: Desk, source: Source, one: Assertion) -> Item:
    shown = side_of_assertion(desk, source, one)
    who = f", {says(shown['speaker'])}" if shown["speaker"] else ""
    return Item(
        sentence(f"Only in {source.label}{who}: “{inner_marks(source.words(one.span))}”"),
        cited([shown]),
        {"kind": "only-here", "reports": [source.letter], "sides": [shown]},
    )
