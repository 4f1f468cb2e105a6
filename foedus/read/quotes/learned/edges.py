"""Cues with places where their content may begin or end in, the columns of the places out."""

from dataclasses import dataclass

import numpy as np

from foedus.read.quotes.learned.hashing import Columns, Ints, Rows, bucket
from foedus.read.quotes.learned.view import Flags, Halves, View

_SHORTER, _LONGER, _EQUAL = 1, 2, 3  # what ends here beside what a rule makes of the cue


def start_columns(view: View, cue: Ints, first: Ints) -> Rows:
    """What stands about the token `first` where the content of `cue` may begin."""
    columns = Columns(100)
    _add_start_words(columns, view, cue, first)
    _add_start_rules(columns, view, cue, first)
    return columns.rows()


def start_vectors(view: View, first: Ints) -> Halves:
    """The first token and the one before it, as the pipeline's network sees them."""
    return np.concatenate([view.context[first], view.context[view.at(first - 1)]], 1)


def _add_start_words(columns: Columns, view: View, cue: Ints, first: Ints) -> None:
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    lower, pos, behind = view.keys["lower"], view.keys["pos"], view.keys["pattern"]
    before = view.at(first - 1)
    that = view.that[before]
    lead = np.where(that, view.at(first - 2), before)  # the token before "that"
    top = np.where(that & (view.highest_from[before] < view.nothing),
                   view.highest_from[before], view.highest_from[first])  # fmt: skip
    above = view.head[top]
    bond = (above == cue) + 2 * (view.head[above] == cue) + 4 * (above == view.head[cue])
    away, after = bucket(first - cue), first > cue
    quoted = ((view.inside[first] >= 0) + 2 * (view.inside[cue] >= 0)
              + 4 * (view.inside[first] == view.inside[cue]))  # fmt: skip
    marked = view.opens[first] | view.opens[before]
    low, high = np.minimum(first, cue), np.maximum(first, cue)
    columns.add(lower[first])
    columns.add(lower[before], lower[first])
    columns.add(lower[before])
    columns.add(tag[first], dep[first])
    columns.add(pos[lead], pos[first])
    columns.add(away, pos[cue])
    columns.add(away, roles[cue])
    columns.add(dep[top], bond)
    columns.add(dep[top], bond, roles[cue])
    columns.add(dep[top], bond, lemma[cue])
    columns.add(lemma[above], dep[top], bond)
    columns.add(tag[top], dep[top])
    columns.add(dep[above], dep[top], pos[cue])
    columns.add(lemma[cue], lower[before])
    columns.add(lemma[cue], lower[first])
    columns.add(lemma[cue], lower[lead], dep[top])
    columns.add(lemma[cue], away)
    columns.add(roles[cue], lower[before])
    columns.add(quoted, marked, lower[before])
    columns.add(quoted, marked, roles[cue], after)
    columns.add(first == view.left[cue], first == view.begin[cue], after)
    columns.add(first == view.left[above], away)
    columns.add(bucket(view.right[top] - first), dep[top])
    columns.add(view.commas[first] - view.commas[low], after, pos[cue])
    columns.add(that, roles[cue], away)
    columns.add(lower[view.at(cue + 1)], away)
    columns.add(dep[view.at(cue + 1)], away, lower[before])
    columns.add(behind[cue], dep[top], bond)
    columns.add(behind[cue], dep[top], bond, lower[before])
    columns.add(lemma[top], lemma[cue])
    columns.add(view.sayings[high] - view.sayings[low], after)
    columns.add(lower[view.at(first + 1)], lower[first])
    columns.add(tag[first], tag[before], tag[view.at(first - 2)])


def _add_start_rules(columns: Columns, view: View, cue: Ints, first: Ints) -> None:
    """Whether a rule lets the content begin here, and whether that candidate holds."""
    here, any_ = np.zeros(len(cue), np.int64), np.zeros(len(cue), np.int64)
    for at, (token, start) in enumerate(zip(cue.tolist(), first.tolist(), strict=True)):
        for ruled in view.rules.get(token, ()):
            any_[at] = max(any_[at], 1 + ruled.kept)
            if ruled.first == start:
                here[at] = max(here[at], 1 + ruled.kept)
    columns.add(here, any_)
    columns.add(here, any_, view.keys["roles"][cue])
    columns.add(here, any_, view.rule_name[cue])
    columns.add(here, any_, view.keys["lemma"][cue])


@dataclass(frozen=True, slots=True)
class _Break:
    """What stands where a content may end: the token behind, the next word, its phrase."""

    behind: Ints
    word: Ints
    next: Ints  # the highest token whose phrase begins with that word
    bond: Ints  # what that phrase hangs on: within the content, the cue, further on
    last: Flags  # the sentence has no further word


def end_columns(view: View, cue: Ints, first: Ints, last: Ints) -> Rows:
    """What stands about the token `last` where the content from `first` may end."""
    columns = Columns(200)
    at = _break_at(view, cue, first, last)
    side = (first > cue) + 2 * ((first < cue) & (last > cue))
    _add_break(columns, view, cue, at, side)
    _add_phrase(columns, view, cue, (first, last), at, side)
    _add_end_rules(columns, view, cue, (first, last), at)
    return columns.rows()


def end_vectors(view: View, last: Ints) -> Halves:
    """The last token and the first word behind it, as the pipeline's network sees them."""
    return np.concatenate([view.context[last], view.context[_word_behind(view, last)]], 1)


def _word_behind(view: View, last: Ints) -> Ints:
    one, two, three = (view.at(last + step) for step in (1, 2, 3))
    word = np.where(view.word[one], one, two)
    found: Ints = np.where(view.word[word], word, three)
    return found


def _break_at(view: View, cue: Ints, first: Ints, last: Ints) -> _Break:
    one, two = view.at(last + 1), view.at(last + 2)
    word = _word_behind(view, last)
    top = view.highest_from[word]
    above, stop = view.head[top], view.stop[last]
    bond = ((above >= first) & (above <= last)) + 2 * (above == cue) + 4 * (above > last)
    silent = ~view.word[one]
    ends = (last + 1 >= stop) | ((last + 2 >= stop) & silent)
    ends |= (last + 3 >= stop) & silent & ~view.word[two]
    return _Break(one, word, top, bond + 8 * (top == above), ends)


def _add_break(columns: Columns, view: View, cue: Ints, at: _Break, side: Ints) -> None:
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    lower, pos = view.keys["lower"], view.keys["pos"]
    behind, word, top, bond = at.behind, at.word, at.next, at.bond
    second, above = view.at(behind + 1), view.head[top]
    subject = view.slots["subject"][top]
    columns.add(lower[behind])
    columns.add(lower[behind], lower[second])
    columns.add(lower[word])
    columns.add(lower[behind], lower[word], tag[view.at(word + 1)])
    columns.add(pos[behind], pos[second])
    columns.add(lower[behind], dep[top], bond)
    columns.add(dep[top], bond, roles[cue])
    columns.add(lower[behind], lemma[top], bond)
    columns.add(lower[behind], lower[word], dep[top], bond)
    columns.add(lemma[above], dep[top], lower[word])
    columns.add(lower[behind], tag[top], dep[top], bond, roles[cue])
    columns.add(lower[word], dep[top], pos[above], bond)
    columns.add(lemma[cue], lower[word])
    columns.add(lemma[cue], dep[top], bond)
    columns.add(at.last, side, lower[behind])
    columns.add(at.last, roles[cue], side)
    columns.add(at.last, lemma[cue])
    columns.add(view.says[top], tag[top], lower[behind], bond)
    columns.add(roles[top], dep[top], lower[behind])
    columns.add(lower[subject], dep[top], lower[behind])
    columns.add(subject < view.nothing, dep[top], lower[behind], lower[word])
    columns.add(side, lower[behind], roles[cue])


def _add_phrase(
    columns: Columns, view: View, cue: Ints, span: tuple[Ints, Ints], at: _Break, side: Ints
) -> None:
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    lower, pos = view.keys["lower"], view.keys["pos"]
    first, last = span
    behind, second, top = at.behind, view.at(last + 2), at.next
    opening, closing = view.highest_from[first], view.highest_to[last]
    above = view.head[closing]
    bond = ((above >= first) & (above <= last)) + 2 * (above == cue) + 4 * (above > last)
    whole, length = last == view.right[opening], bucket(last - first)
    inside, here = view.inside >= 0, np.minimum(last + 1, view.nothing)
    quoted = (inside[last] + 2 * inside[first] + 4 * inside[behind]
              + 8 * (view.inside[first] == view.inside[last])
              + 16 * (view.closes[last] | view.closes[behind])
              + 32 * (view.closes[behind] & view.word[behind]))  # fmt: skip
    columns.add(lower[last])
    columns.add(tag[last], lower[behind], tag[at.word])
    columns.add(quoted, lower[behind])
    columns.add(quoted, lower[last])
    columns.add(quoted, at.last, side)
    columns.add(quoted, lower[behind], roles[cue])
    columns.add(whole, dep[opening], side)
    columns.add(whole, dep[opening], lemma[cue])
    columns.add(last == view.right[cue], at.last, last == view.right[view.head[opening]])
    columns.add(whole, last > view.right[opening], lower[behind], dep[top])
    columns.add(dep[closing], bond, tag[closing])
    columns.add(dep[closing], dep[opening], whole)
    columns.add(length, side)
    columns.add(length, lower[behind])
    columns.add(length, dep[opening], roles[cue])
    columns.add(view.commas[here] - view.commas[first], lower[behind])
    columns.add(side, cue - last == 1, lower[behind])
    stop = np.minimum(view.stop[last], view.nothing)
    columns.add(view.sayings[stop] - view.sayings[last], lower[behind], view.says[top])
    columns.add(view.sayings[here] - view.sayings[first], side, lower[behind])
    columns.add(whole, lemma[top], dep[top])
    columns.add(lemma[cue], length)
    columns.add(pos[last], pos[behind], pos[second])


def _add_end_rules(
    columns: Columns, view: View, cue: Ints, span: tuple[Ints, Ints], at: _Break
) -> None:
    """Whether a rule lets the content end here, or before, or further on."""
    examples = len(cue)
    here, same, side = (np.zeros(examples, np.int64) for _ in range(3))
    for number, token in enumerate(cue.tolist()):
        for ruled in view.rules.get(token, ()):
            first, last = int(span[0][number]), int(span[1][number])
            same[number] |= ruled.first == first
            if ruled.last == last:
                here[number] = max(here[number], 1 + ruled.kept)
            side[number] = (
                _SHORTER if last < ruled.last else _LONGER if last > ruled.last else _EQUAL
            )
    columns.add(here, same, view.rule_name[cue])
    columns.add(here, same, side)
    columns.add(here, side, view.keys["lower"][at.behind], view.keys["dep"][at.next])
    columns.add(here, side, view.keys["lemma"][cue])
    columns.add(here, side, view.keys["roles"][cue])
