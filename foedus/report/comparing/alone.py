"""What one report alone asserts: clauses that no other comes near, and whose claims none has.

Nothing is left out for being small; what names nobody, gives no number and no day tells too little.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    taken = [(source.letter, one.span) for group in groups for source, one in group.ones]
    taken += [
        (one["report"], Span(*one["passage"]))
        for item in compared
        if item.fields["kind"] not in _OF_ONE
        for one in item.fields.get("sides", ())
    ]
    shared = (told for told in facts.values() if len({t.report for t in told}) > 1)
    taken += [(t.letter, t.claim.passage) for told in shared for t in told]
    clauses = {source.letter: clauses_of(source) for source in originals}
    for source in originals:
        others = [c for letter, found in clauses.items() if letter != source.letter for c in found]
        told = [span for letter, span in taken if letter == source.letter]
        free = [
            one
            for one in clauses[source.letter]
            if one.main and _tells(one) and not any(span.overlaps(one.span) for span in told)
        ]
        apart = zip(free, nearest(free, others), strict=True)
        found = [one for one, likeness in apart if likeness < _APART]
        for one in found:
            # a clause within another is told with it
            if not any(other.span.covers(one.span) for other in found if other is not one):
                yield _item(desk, source, one)


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
