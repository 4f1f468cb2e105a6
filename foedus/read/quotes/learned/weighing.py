"""The proposals of a page in, those that hold out: each weighed against its rivals, then chosen.

A letter belongs to one attribution at most: the best set of proposals that do not overlap is found
exactly, as intervals with weights are scheduled.
"""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from foedus.read.quotes.learned.columns import cue_columns
from foedus.read.quotes.learned.edges import end_columns, start_columns
from foedus.read.quotes.learned.hashing import Columns, Rows, bucket, key_of
from foedus.read.quotes.learned.network import Floats, Network, Part, sigmoid
from foedus.read.quotes.learned.proposals import Proposal
from foedus.read.quotes.learned.speakers import speaker_columns
from foedus.read.quotes.learned.view import View

_LEAST = 1e-4  # a share is held this far from nought and one
_NONE, _SOME, ALL = 0, 1, 2  # how much of the content stands between marks
_ALL_QUOTED = 0.95


@dataclass(frozen=True, slots=True)
class Weighers:
    """Two networks whose mean counts: one sees what was proposed, one the words about it too."""

    plain: Network
    wide: Network

    def chances(self, view: View, proposals: list[Proposal]) -> Floats:
        """How likely each proposal is right."""
        columns, wider, numbers = parts_of(view, proposals)
        examples = len(proposals)
        plain = self.plain.scores(columns, numbers, examples)
        wide = self.wide.scores(columns + wider, numbers, examples)
        return sigmoid((plain + wide) / np.float32(2))


def parts_of(view: View, proposals: list[Proposal]) -> tuple[list[Part], list[Part], list[Part]]:
    """The proposals' columns, the columns of the words about them, and their numbers."""
    cue, first, last, speaker = (
        np.array([getattr(one, name) for one in proposals])
        for name in ("cue", "first", "last", "speaker")
    )
    wider = (
        cue_columns(view, cue), start_columns(view, cue, first),
        end_columns(view, cue, first, last), speaker_columns(view, cue, speaker),
    )  # fmt: skip
    numbers = [Part(standing(view, proposals))]
    return [Part(proposal_columns(view, proposals))], [Part(one) for one in wider], numbers


def log_odds(share: float) -> float:
    """A probability as log odds, in thirds, so that it is of the size of the other numbers."""
    return float(np.log(max(share, _LEAST) / max(1 - share, _LEAST))) / 3


def quoted_of(view: View, proposal: Proposal) -> int:
    """Whether nothing, a part or all of the content stands between marks."""
    inside = int(view.quoted[proposal.last + 1] - view.quoted[proposal.first])
    if not inside:
        return _NONE
    return ALL if inside >= _ALL_QUOTED * (proposal.last + 1 - proposal.first) else _SOME


def standing(view: View, proposals: list[Proposal]) -> Floats:
    """What is known of each proposal as numbers: its shares, the rules, its rivals."""
    low = np.array([one.low for one in proposals])
    high = np.array([one.high for one in proposals])
    cue = np.array([one.cue for one in proposals])
    first = np.array([one.first for one in proposals])
    last = np.array([one.last for one in proposals])
    share = np.array([one.share for one in proposals])
    held = np.array([one.ruled is not None and one.ruled.kept for one in proposals])
    content = np.array([one.content_share for one in proposals])
    rows = []
    for one in proposals:
        others = cue != one.cue
        rivals = (low <= one.high) & (high >= one.low) & others
        above = (first <= one.cue) & (last >= one.cue) & others  # our cue is in their words
        below = (cue >= one.first) & (cue <= one.last) & others
        groups = (rivals, above, below)
        best = [float(share[group].max(initial=0.0)) for group in groups]
        kept = [float(held[group].any()) for group in groups]
        quoted = quoted_of(view, one)
        rows.append([
            *map(log_odds, (one.cue_share, one.content_share, one.speaker_share, one.span_share,
                            one.start_share, one.share)),
            *_of_rules(view, one), one.rank == 0, one.rank,
            *best, *kept, log_odds(best[1]), log_odds(best[2]), one.share - best[0],
            quoted == _SOME, quoted == ALL, (one.last - one.first) / 30,
            one.content_share - float(content[~others].max()),
        ])  # fmt: skip
    return np.array(rows, np.float32)


def _of_rules(view: View, one: Proposal) -> list[float]:
    """Whether a rule has this span, or one for this cue, and how like that is."""
    rules = view.rules.get(one.cue, ())
    like = 0.0
    for ruled in rules:
        low, high = max(ruled.first, one.first), min(ruled.last, one.last)
        common = view.letters[high + 1] - view.letters[low] if high >= low else 0
        either = (view.letters[max(ruled.last, one.last) + 1]
                  - view.letters[min(ruled.first, one.first)])  # fmt: skip
        like = max(like, float(common / max(1, either)))
    kept = any(ruled.kept for ruled in rules)
    own = one.ruled
    return [own is not None, own is not None and own.kept, kept, like, bool(rules)]


def proposal_columns(view: View, proposals: list[Proposal]) -> Rows:
    """What each proposal consists of, as columns."""
    columns = Columns(400)
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    cue, first, last, speaker = (
        np.array([getattr(one, name) for one in proposals])
        for name in ("cue", "first", "last", "speaker")
    )
    rules = [view.rules.get(one.cue, ()) for one in proposals]
    rule = np.array([key_of(one.ruled.candidate.rule) if one.ruled else 0 for one in proposals])
    kept = np.array([one.ruled is not None and one.ruled.kept for one in proposals])
    any_rule = np.array([key_of(some[0].candidate.rule) if some else 0 for some in rules])
    any_kept = np.array([any(ruled.kept for ruled in some) for some in rules])
    quoted = np.array([quoted_of(view, one) for one in proposals])
    cue_share, content_share, speaker_share = (
        np.floor(10 * np.array([getattr(one, f"{name}_share") for one in proposals]))
        for name in ("cue", "content", "speaker")
    )
    agreed = content_share // 2
    nobody, verb = speaker == view.nothing, view.verb[cue]
    columns.add(lemma[cue])
    columns.add(roles[cue], quoted)
    columns.add(rule, kept, quoted)
    columns.add(any_rule, any_kept, quoted)
    columns.add(lemma[cue], kept)
    columns.add(quoted, kept, agreed)
    columns.add(dep[cue], tag[cue])
    columns.add(view.keys["lower"][speaker], quoted)
    columns.add(tag[speaker], dep[speaker])
    columns.add(cue_share, agreed)
    columns.add(cue_share, kept)
    columns.add(content_share, kept)
    columns.add(speaker_share, nobody)
    columns.add(lemma[cue], nobody)
    columns.add(rule, agreed)
    columns.add(first > cue, quoted, roles[cue])
    columns.add(dep[view.highest_from[first]], roles[cue])
    columns.add(np.minimum(view.block[cue], 3))
    columns.add(bucket(last - first), quoted)
    columns.add(verb < view.nothing, roles[verb], dep[cue])
    columns.add(view.inside[cue] >= 0, quoted)
    return columns.rows()


def best_apart(proposals: list[Proposal], weights: list[float]) -> list[Proposal]:
    """The proposals of the greatest weight together that do not overlap, in order."""
    order = sorted(
        (at for at, weight in enumerate(weights) if weight > 0), key=lambda at: proposals[at].high
    )
    highs = [proposals[at].high for at in order]
    best, taken = [0.0], []
    for number, at in enumerate(order):
        before = bisect_left(highs, proposals[at].low, 0, number)
        weight = best[before] + weights[at]
        taken.append((weight > best[number], before))
        best.append(max(best[number], weight))
    found, number = [], len(order)
    while number:
        take, before = taken[number - 1]
        if take:
            found.append(proposals[order[number - 1]])
        number = before if take else number - 1
    return found[::-1]
