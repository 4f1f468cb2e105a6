"""A reading text in, the spans between its quotation marks out: by character, block by block.

A quotation whose closing mark is missing runs to the end of its paragraph, which is how one runs
on over paragraphs: these open with a mark again or, up to the one that closes, have none at all.
"""

from collections.abc import Sequence
from itertools import pairwise

from foedus.model.document import ReadingText, Span
from foedus.read.double_marks import closing_behind, double_quotations, has_double
from foedus.read.single_marks import runs_on_single, with_singles

_MOST_PARAGRAPHS = 6  # over which a quotation goes on unmarked
_LONGEST_NAME_LINE = 8  # words of a line that only names the speaker of the one above
_CLOSED = "”»“\"'’`"
_STOPS = ".?!…"


def quotation_spans(reading: ReadingText) -> tuple[Span, ...]:
    """The spans inside quotation marks, marks included, block by block and in order.

    A mark within a quotation belongs to it; spans never overlap and never leave their block.
    """
    text, blocks = reading.text, [block.span for block in reading.blocks]
    found = [quotations_in(text, block) for block in blocks]
    told = 0  # the block behind those that a run has told
    for number, (block, following) in enumerate(pairwise(blocks)):
        single = runs_on_single(text, block, found[number], following)
        if single is not None:
            found[number].append(single)
        elif found[number] and number >= told and _is_open(text, block, found[number]):
            run = _unmarked_run(text, blocks[number : number + 1 + _MOST_PARAGRAPHS])
            told = number + 1 + len(run)
            for further, span in enumerate(run, number + 1):
                found[further] = [span, *(own for own in found[further] if own.start >= span.end)]
    return tuple(span for own in found for span in own)


def quotations_in(text: str, block: Span) -> list[Span]:
    """The spans inside quotation marks in one paragraph of a text, marks included, in order."""
    return with_singles(text, block, double_quotations(text, block))


def _is_open(text: str, block: Span, own: list[Span]) -> bool:
    """Whether the paragraph's last quotation runs to its end without a closing mark."""
    return own[-1].end == block.end and text[block.end - 1] not in _CLOSED


def _unmarked_run(text: str, blocks: Sequence[Span]) -> list[Span]:
    """What of the paragraphs behind the first one goes on with its quotation, without a mark.

    None, unless the next mark at all can but close; nor where it stands behind a name alone, as
    the line below a quotation set apart may have it: Ann Smith."
    """
    run: list[Span] = []
    for block in blocks[1:]:
        closing = closing_behind(text, block)
        if closing is not None:
            named = not run and _is_name_line(text, blocks[0], Span(block.start, closing))
            return [] if named else [*run, Span(block.start, closing)]
        if has_double(text, block):
            return []
        run.append(block)
    return []


def _is_name_line(text: str, above: Span, line: Span) -> bool:
    words = line.of(text).split()
    return (
        text[above.end - 1] in _STOPS
        and words[0][:1].isupper()
        and len(words) <= _LONGEST_NAME_LINE
    )
