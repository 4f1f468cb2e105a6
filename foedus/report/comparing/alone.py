"""What one report alone asserts: clauses that no other comes near, and whose claims none has.

Nothing is left out for being small; what names nobody, gives no number and no day tells too little.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isinf

from foedus.ledger.amounts import amount
from foedus.model.document import Span
from foedus.read.assertions import Assertion, nearest, voice_key
from foedus.report.comparing.meeting import Met, clauses_of
from foedus.report.comparing.sides import cited, inner_marks, side_of_assertion
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Source, Told
from foedus.report.items import Item
from foedus.report.naming import says

_APART = 0.4  # a clause that is nearer to one of another report may say the same in other words
_OF_ONE = ("reading", "status", "metadata")  # each of its sides is one report's own
_FEWEST = 3  # words of content
_LARGE, _ROUNDED = 100, 0.05
_STATE = re.compile(r"[A-Z]{3}")
_MARKS = ('"', "“", "‘", "«")


@dataclass(frozen=True, slots=True)
class _Known:
    """What of one report is told beside another already.

    `compared` are spans of which nothing in a clause is left to tell, `alike` those that may be a
    part of a clause only; `claimed` are the words of claims, `met` clauses with their groups.
    """

    compared: tuple[Span, ...]
    alike: tuple[Span, ...]
    claimed: tuple[Span, ...]
    met: tuple[tuple[Assertion, Met], ...]

    def tells(self, source: Source, one: Assertion) -> bool:
        """Whether the clause is told by what is known."""
        text = source.document.text
        return (
            any(span.overlaps(one.span) for span in self.compared)
            or any(_fills(span, one.span, text) for span in self.alike)
            or any(_opens(span, one.span) for span in self.claimed)
        )


def alone(
    desk: Desk, groups: list[Met], compared: Sequence[Item], shared: Sequence[Told]
) -> Iterator[Item]:
    """The clauses that stand in one report only, in order of the reports and their text.

    `compared` are the items found already, `shared` the claims that another report has too: what
    stands in one of them is no report's alone.
    """
    originals = [source for source in desk.sources() if not source.copy_of]
    if len(originals) < 2:
        return
    clauses = {source.letter: clauses_of(source) for source in originals}
    heard = {
        letter: Counter(name for one in found for name in _speakers(one))
        for letter, found in clauses.items()
    }
    for source in originals:
        known = _known(source, groups, compared, shared)
        others = [_Other(x, one) for x in originals if x is not source for one in clauses[x.letter]]
        free = [
            one
            for one in clauses[source.letter]
            if one.main and _tells(source, one) and not known.tells(source, one)
        ]
        bare = [_own(one, known.met) for one in free]
        apart = zip(free, nearest(bare, [other.clause for other in others]), strict=True)
        found = [
            one
            for one, likeness in apart
            if likeness < _APART
            and not _counted_too(source, one, others)
            and not _said_too(source, one, heard)
        ]
        for one in found:
            # a clause within another is told with it
            if not any(other.span.covers(one.span) for other in found if other is not one):
                yield _item(desk, source, one)


@dataclass(frozen=True, slots=True)
class _Other:
    """A clause of another report."""

    source: Source
    clause: Assertion


def _known(
    source: Source, groups: list[Met], compared: Sequence[Item], shared: Sequence[Told]
) -> _Known:
    sides = [
        (item.fields["kind"] == "agree", Span(*side["passage"]))
        for item in compared
        if item.fields["kind"] not in _OF_ONE
        for side in item.fields.get("sides", ())
        if side["report"] == source.letter
    ]
    met = [(one, g) for g in groups for s, one in g.ones if s.letter == source.letter]
    return _Known(
        compared=tuple(span for agree, span in sides if not agree),
        alike=(*(span for agree, span in sides if agree), *(one.span for one, _ in met)),
        claimed=tuple(_words_of(told) for told in shared if told.letter == source.letter),
        met=tuple(met),
    )


def _counted_too(source: Source, one: Assertion, others: Sequence[_Other]) -> bool:
    """Whether another report has the clause's number too, or nearly: "1,187", "some 1,200"."""
    mine = _large(source, one)
    return bool(mine) and any(
        abs(own - number) <= _ROUNDED * own
        for other in others
        for number in _large(other.source, other.clause)
        for own in mine
    )


def _large(source: Source, one: Assertion) -> list[float]:
    """The numbers of the clause that are too large to be another's by chance."""
    given = (amount(c.span.of(source.document.text)) for c in one.counted)
    numbers = (a.low if isinf(a.high) else (a.low + a.high) / 2 for a in given if a)
    return [number for number in numbers if number >= _LARGE]


def _said_too(source: Source, one: Assertion, heard: Mapping[str, Counter[str]]) -> bool:
    """Whether somebody speaks who is heard once in each of two reports: it may be one remark."""
    return any(
        heard[source.letter][speaker] == 1
        and any(of[speaker] == 1 for letter, of in heard.items() if letter != source.letter)
        for speaker in _speakers(one)
    )


def _speakers(one: Assertion) -> set[str]:
    """Who says it, or acts in it: a person or a body, no state."""
    named = [voice_key(one), one.subject if one.subject in one.names else ""]
    return {name for name in named if name and not _STATE.fullmatch(name)}


def _fills(told: Span, span: Span, text: str) -> bool:
    """Whether what is told already is the half of the clause or more; of a quotation the third."""
    shared = min(told.end, span.end) - max(told.start, span.start)
    quoted = text[told.start - 1 : told.start] in _MARKS
    return (3 if quoted else 2) * shared >= span.end - span.start


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


def _tells(source: Source, one: Assertion) -> bool:
    known = one.names or one.counted or one.time.since
    text = source.document.text
    asked = text[one.span.end : one.span.end + 1] == "?" or source.words(one.span).endswith("?")
    return bool(known) and len(one.words) >= _FEWEST and not asked


def _item(desk: Desk, source: Source, one: Assertion) -> Item:
    shown = side_of_assertion(desk, source, one)
    who = f", {says(shown['speaker'])}" if shown["speaker"] else ""
    return Item(
        sentence(f"Only in {source.label}{who}: “{inner_marks(source.words(one.span))}”"),
        cited([shown]),
        {"kind": "only-here", "reports": [source.letter], "sides": [shown]},
    )
