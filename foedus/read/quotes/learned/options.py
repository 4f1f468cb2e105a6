"""A view of a page in, what may be chosen out: cues, where contents begin and end, speakers."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from foedus.read.quotes.learned.hashing import Ints, Keys
from foedus.read.quotes.learned.view import View, trimmed_words
from foedus.read.quotes.page import OUTSIDE

_FARTHEST_START = 16  # tokens behind the cue; 99 of 100 contents that follow begin within
_LONG = 80  # tokens
_JOINT = 12  # tokens before the cue among which a content may begin at "and", "but"
_HEADS = 6  # heads above the cue whose phrases a content may begin with
_BACK = 40  # tokens before the sentence in which a speaker may stand
_NOUNS = 18  # of the nouns nearest to the cue
_VERBS = 3  # above the cue, whose subjects may be the speaker


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a cue's content may stand: its sentence and the quotations that it touches."""

    first: int
    stop: int


def reach_of(view: View, cue: int) -> Reach:
    """The tokens of the cue's sentence, lengthened by quotations that run over its ends.

    A mark as a cue (the colon behind a name, the dash before one) reaches over its paragraph,
    one at the paragraph's end over the next, one that begins it over the one before. What a rule
    makes of the cue is always within reach.
    """
    first, stop = int(view.begin[cue]), int(view.stop[cue])
    for number in set(view.page.inside[first:stop]) - {OUTSIDE}:
        quotation = view.page.quotations[number]
        first, stop = min(first, quotation.first), max(stop, quotation.last + 1)
    if not view.word[cue]:
        block = int(view.block[cue])
        low, high = _edges(view, block)
        first, stop = min(first, low), max(stop, high)
        first = min(first, _edges(view, block - 1)[0]) if cue == low else first
        stop = max(stop, _edges(view, block + 1)[1]) if cue == high - 1 else stop
    for ruled in view.rules.get(cue, ()):
        first, stop = min(first, ruled.first), max(stop, ruled.last + 1)
    return Reach(min(first, int(view.begin[first])), max(stop, int(view.stop[stop - 1])))


def _edges(view: View, block: int) -> tuple[int, int]:
    """The first token of the block, and the one behind its last."""
    blocks = view.block[: view.nothing]
    return int(np.searchsorted(blocks, block)), int(np.searchsorted(blocks, block, side="right"))


def cues(view: View, lemmas: Keys) -> Ints:
    """The tokens that may be the cue: verbs, the rules' cues, words of these lemmas."""
    strings = view.page.doc.vocab.strings
    verbs = np.array([strings.add("VERB"), strings.add("AUX")], np.uint64)
    may = np.isin(view.keys["pos"], verbs) | np.isin(view.keys["lemma"], lemmas)
    found: Ints = np.flatnonzero((may | (view.rule_kept > 0))[:-1])
    return found


def starts(view: View, cue: int, reach: Reach) -> list[int]:
    """The tokens with which the content of the cue may begin, in order."""
    behind = range(cue + 1, min(reach.stop, cue + _FARTHEST_START))
    found = {at for at in behind if view.word[at]}
    found |= {_to_word(view, at, cue) for at in _starts_before(view, cue, reach)}
    found |= {ruled.first for ruled in view.rules.get(cue, ())}
    found = {at + 1 if view.that[at] and at + 1 < reach.stop else at for at in found}
    return sorted(
        at for at in found if reach.first <= at < reach.stop and at != cue and view.word[at]
    )


def _starts_before(view: View, cue: int, reach: Reach) -> set[int]:
    """Starts of the sentence and of phrases, what follows a mark, what stands about "and"."""
    found = {reach.first, int(view.begin[cue])}
    above = cue
    for _ in range(_HEADS):
        found.add(int(view.left[above]))
        above = int(view.head[above])
    for at in range(reach.first, cue):
        near = cue - at < _JOINT and view.joins[at]
        behind_mark = at > 0 and (not view.word[at - 1] or view.joins[at - 1])
        if view.opens[at] or near or behind_mark:
            found.add(at)
    subject = int(view.slots["subject"][cue])
    if subject < view.nothing:
        found.add(int(view.left[subject]))
    return {at for at in found if at < cue}


def _to_word(view: View, at: int, before: int) -> int:
    while at < before and not view.word[at]:
        at += 1
    return at


def ends(view: View, cue: int, first: int, reach: Reach) -> list[int]:
    """The tokens with which a content that begins at `first` may end, in order."""
    found = set()
    for at in range(first, reach.stop):
        behind = at + 1
        stops = behind >= reach.stop or not view.word[behind] or view.ends_before[behind]
        if at - first >= _LONG:
            stops = _ends_words(view, at)
        if stops and view.word[at] and at != cue:
            found.add(at)
    for ruled in view.rules.get(cue, ()):
        if ruled.first == first and first <= ruled.last < reach.stop:
            found.add(ruled.last)
    return sorted(found)


def _ends_words(view: View, at: int) -> bool:
    """Whether a sentence or a quotation ends with the word."""
    behind, stop = at + 1, int(view.stop[at])
    while behind < stop and not view.word[behind]:
        behind += 1
    return behind >= stop or bool(view.inside[behind] != view.inside[at])


def speakers(view: View, cue: int, reach: Reach) -> list[int]:
    """The nouns that may be the speaker, in order, and last `view.nothing` for nobody."""
    block = view.block[cue]
    low, high = max(0, reach.first - _BACK), min(view.nothing, reach.stop)
    near = [at for at in range(low, high) if view.nominal[at] and view.block[at] == block]
    found = set(sorted(near, key=lambda at: abs(at - cue))[:_NOUNS])
    found |= {int(view.slots[name][cue]) for name in ("subject", "owner")}
    found |= set(_ruled_speakers(view, cue))
    verb = int(view.verb[cue])
    for _ in range(_VERBS):
        found.add(int(view.slots["subject"][verb]))
        verb = int(view.verb[verb])
    return [*sorted(found - {view.nothing}), view.nothing]


def _ruled_speakers(view: View, cue: int) -> Iterator[int]:
    """The heads of what the rules take for the speaker."""
    for ruled in view.rules.get(cue, ()):
        for place in ruled.candidate.speaker:
            span = view.page.doc.char_span(place.start, place.end, alignment_mode="expand")
            if span:
                yield span.root.i


def words_of(view: View, letters: set[int], reach: Reach) -> tuple[int, int] | None:
    """The first and the last token within reach that hold any of these characters."""
    held = [
        at
        for at in range(reach.first, reach.stop)
        if view.word[at]
        and any(place in letters for place in range(int(view.offset[at]), int(view.end[at])))
    ]
    return trimmed_words(view, held[0], held[-1]) if held else None
