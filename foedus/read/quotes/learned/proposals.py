"""A view of a page and fitted networks in, proposals out: cue, content and speaker, each weighed.

For each likely cue the starts and the ends of its content get a share each; what is proposed is
the span that most of the shares agree with to 80 letters in 100, not the single likeliest one.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from foedus.read.quotes.learned import options
from foedus.read.quotes.learned.columns import cue_columns, cue_vectors
from foedus.read.quotes.learned.edges import (
    end_columns,
    end_vectors,
    start_columns,
    start_vectors,
)
from foedus.read.quotes.learned.hashing import Ints, Keys
from foedus.read.quotes.learned.network import (
    Floats,
    Network,
    Part,
    mean_scores,
    shares,
    sigmoid,
)
from foedus.read.quotes.learned.speakers import speaker_columns
from foedus.read.quotes.learned.view import Ruled, View

Doubles = npt.NDArray[np.float64]

LEAST_CUE = 0.05  # a less likely cue is followed only where the rules' candidate for it holds
_LEAST_START = 0.02
_STARTS = 4  # followed for each cue
_SPANS = 4  # proposed for each cue, and those of the rules
ALIKE = 0.8  # share of letters in common from which two contents count as the same
_NEARLY_SAME = 0.93  # a span this like a better one is not proposed beside it
_NEAR = 12  # tokens from the cue within which the speaker belongs to its clause


@dataclass(frozen=True, slots=True)
class Networks:
    """The fitted networks of each step; where there are several, their mean counts."""

    cue: list[Network]
    start: list[Network]
    end: list[Network]
    speaker: list[Network]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cue with a content from token `first` to `last` and a speaker, and how likely each is.

    `clause` are the tokens of the cue's own clause where it stands amid the content.
    """

    cue: int
    first: int
    last: int
    speaker: int
    clause: tuple[int, int]
    reach: options.Reach
    ruled: Ruled | None
    rank: int  # among the spans proposed for the cue
    cue_share: float
    start_share: float
    span_share: float  # of this very span
    content_share: float  # of all spans like it
    speaker_share: float

    @property
    def low(self) -> int:
        return min(self.first, self.cue)

    @property
    def high(self) -> int:
        return max(self.last, self.cue)

    @property
    def amid(self) -> bool:
        """Whether the cue stands amid its content."""
        return self.first < self.cue < self.last

    @property
    def share(self) -> float:
        """How likely cue, content and speaker are together, taken as apart from one another."""
        return self.cue_share * self.content_share * self.speaker_share


@dataclass(frozen=True, slots=True)
class _Spans:
    """The spans of all cues: for each the number of its cue, its edges and their shares."""

    of: Ints
    first: Ints
    last: Ints
    start_share: Floats
    share: Floats

    def part(self, of: slice) -> "_Spans":
        """Some of the spans."""
        return _Spans(
            self.of[of], self.first[of], self.last[of], self.start_share[of], self.share[of]
        )


def propose(view: View, networks: Networks, lemmas: Keys) -> list[Proposal]:
    """All proposals for the page, cue by cue in order, the likeliest span of each first."""
    cue = options.cues(view, lemmas)
    if not len(cue):
        return []
    columns = [Part(cue_columns(view, cue))]
    likely = sigmoid(mean_scores(networks.cue, columns, [], len(cue)))
    followed = (likely > LEAST_CUE) | (view.rule_kept[cue] > 1)
    cue, likely = cue[followed], likely[followed]
    if not len(cue):
        return []
    reaches = [options.reach_of(view, int(at)) for at in cue]
    shared = Part(cue_columns(view, cue, whole=False)), Part(cue_vectors(view, cue))
    spans = _spans(view, networks, cue, reaches, shared)
    named = _speakers(view, networks, cue, reaches, shared)
    found: list[Proposal] = []
    edges = np.searchsorted(spans.of, np.arange(len(cue) + 1))
    for at in range(len(cue)):
        mine = slice(int(edges[at]), int(edges[at + 1]))
        if mine.start < mine.stop:
            own = spans.part(mine)
            found += _of_cue(view, int(cue[at]), float(likely[at]), named[at], own, reaches[at])
    return found


def _shared(part: Part, of: Ints) -> Part:
    return Part(part.values, of)


def _speakers(
    view: View, networks: Networks, cue: Ints, reaches: list[options.Reach],
    shared: tuple[Part, Part],
) -> list[tuple[int, float]]:  # fmt: skip
    """For each cue its likeliest speaker and how likely that is."""
    lists = [options.speakers(view, int(at), reach)
             for at, reach in zip(cue, reaches, strict=True)]  # fmt: skip
    of = np.repeat(np.arange(len(cue)), [len(one) for one in lists])
    noun = np.concatenate([np.array(one, np.int64) for one in lists])
    columns = [_shared(shared[0], of), Part(speaker_columns(view, cue[of], noun))]
    vectors = [_shared(shared[1], of), Part(view.context[noun])]
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in lists])])
    share = shares(mean_scores(networks.speaker, columns, vectors, len(noun)), offsets)
    best = [low + int(share[low:high].argmax())
            for low, high in pairwise(offsets.tolist())]  # fmt: skip
    return [(int(noun[at]), float(share[at])) for at in best]


def _spans(
    view: View, networks: Networks, cue: Ints, reaches: list[options.Reach],
    shared: tuple[Part, Part],
) -> _Spans:  # fmt: skip
    """The likely starts of each cue's content, each with all its ends."""
    cue_of, first, start_share = _starts(view, networks, cue, reaches, shared)
    lists = [
        options.ends(view, int(cue[of]), int(at), reaches[of])
        for of, at in zip(cue_of, first, strict=True)
    ]
    counts = [len(one) for one in lists]
    of, begun = np.repeat(cue_of, counts), np.repeat(first, counts)
    last = np.concatenate([np.array(one, np.int64) for one in lists] or [np.zeros(0, np.int64)])
    if not len(last):
        return _Spans(of, begun, last, np.zeros(0, np.float32), np.zeros(0, np.float32))
    columns = [_shared(shared[0], of), Part(end_columns(view, cue[of], begun, last))]
    vectors = [_shared(shared[1], of), Part(end_vectors(view, last))]
    offsets = np.concatenate([[0], np.cumsum([count for count in counts if count])])
    share = shares(mean_scores(networks.end, columns, vectors, len(last)), offsets)
    started = np.repeat(start_share, counts)
    return _Spans(of, begun, last, started, share * started)


def _starts(
    view: View, networks: Networks, cue: Ints, reaches: list[options.Reach],
    shared: tuple[Part, Part],
) -> tuple[Ints, Ints, Floats]:  # fmt: skip
    """The starts worth following: which cue's, the token, its share."""
    lists = [options.starts(view, int(at), reach) for at, reach in zip(cue, reaches, strict=True)]
    counts = np.array([len(one) for one in lists])
    of = np.repeat(np.arange(len(cue)), counts)
    first = np.concatenate([np.array(one, np.int64) for one in lists])
    if not len(first):
        return of, first, np.zeros(0, np.float32)
    columns = [_shared(shared[0], of), Part(start_columns(view, cue[of], first))]
    vectors = [_shared(shared[1], of), Part(start_vectors(view, first))]
    offsets = np.concatenate([[0], np.cumsum(counts[counts > 0])])
    share = shares(mean_scores(networks.start, columns, vectors, len(first)), offsets)
    kept: list[int] = []
    for low, high in pairwise(offsets.tolist()):
        ruled = {one.first for one in view.rules.get(int(cue[of[low]]), ())}
        best = set((low + np.argsort(-share[low:high], kind="stable")[:_STARTS]).tolist())
        kept += [
            at for at in range(low, high)
            if int(first[at]) in ruled or (at in best and share[at] > _LEAST_START)
        ]  # fmt: skip
    return of[kept], first[kept], share[kept]


def _of_cue(
    view: View, cue: int, likely: float, named: tuple[int, float], spans: _Spans,
    reach: options.Reach,
) -> list[Proposal]:  # fmt: skip
    """The spans proposed for one cue: those that most shares agree with, and those of rules."""
    clause = _clause_of(view, cue, named[0], (int(spans.first.min()), int(spans.last.max())))
    likeness = _likeness(view, cue, clause, spans)
    agreed: Doubles = (likeness >= ALIKE).astype(np.float64) @ spans.share.astype(np.float64)
    chosen: list[int] = []
    for at in np.argsort(-agreed, kind="stable")[: _SPANS + 1].tolist():
        if not any(likeness[at, other] > _NEARLY_SAME for other in chosen):
            chosen.append(at)
    chosen = chosen[:_SPANS]
    rules = {(one.first, one.last): one for one in view.rules.get(cue, ())}
    for at, edges in enumerate(zip(spans.first.tolist(), spans.last.tolist(), strict=True)):
        if edges in rules and at not in chosen:
            chosen.append(at)
    return [
        Proposal(
            cue, int(spans.first[at]), int(spans.last[at]), named[0], clause, reach,
            rules.get((int(spans.first[at]), int(spans.last[at]))), rank, likely,
            float(spans.start_share[at]), float(spans.share[at]), float(agreed[at]), named[1],
        )
        for rank, at in enumerate(chosen)
    ]  # fmt: skip


def _clause_of(view: View, cue: int, speaker: int, span: tuple[int, int]) -> tuple[int, int]:
    """The words about the cue that are no content, up to the nearest marks."""
    low = high = cue
    if speaker < view.nothing and abs(speaker - cue) < _NEAR:
        low = min(low, int(view.left[speaker]))
        high = max(high, int(view.right[speaker]))
    low, high = max(low, min(span[0], cue)), min(high, max(span[1], cue))
    while low > span[0] and view.word[low - 1]:
        low -= 1
    while high < span[1] and view.word[high + 1]:
        high += 1
    return low, high


def _likeness(view: View, cue: int, clause: tuple[int, int], spans: _Spans) -> Doubles:
    """For each pair of spans the letters in common as a share of those of either."""
    first, last = spans.first, spans.last
    own = view.letters[clause[1] + 1] - view.letters[clause[0]]
    size = view.letters[last + 1] - view.letters[first] - own * ((first < cue) & (last > cue))
    low = np.maximum(first[:, None], first[None])
    high = np.minimum(last[:, None], last[None])
    common = np.where(high >= low, view.letters[np.maximum(high, low - 1) + 1]
                      - view.letters[low], 0)  # fmt: skip
    common = common - own * ((low < cue) & (high > cue))
    likeness: Doubles = common / np.maximum(size[:, None] + size[None] - common, 1)
    return likeness
