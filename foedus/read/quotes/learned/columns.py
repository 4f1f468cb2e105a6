"""A view of a page and cues in, their columns out: what the trigger of an attribution looks like.

Each `add` is one question put to every example at once. The words of a cue, of its dependants and
neighbours, what the rules made of it; `cue_columns` with `whole=False` leaves the neighbours out.
"""

import numpy as np

from foedus.read.quotes.learned.hashing import Columns, Ints, Rows, bucket
from foedus.read.quotes.learned.view import Halves, View


def cue_columns(view: View, cue: Ints, *, whole: bool = True) -> Rows:
    """What stands about each cue."""
    columns = Columns(0)
    _add_own(columns, view, cue)
    _add_dependants(columns, view, cue)
    if whole:
        _add_neighbours(columns, view, cue)
        _add_more_dependants(columns, view, cue)
    return columns.rows()


def cue_vectors(view: View, cue: Ints) -> Halves:
    """The vector of each cue's word, of length one, and what the pipeline makes of its place."""
    words = np.zeros((len(cue), view.page.doc.vocab.vectors_length), np.float16)
    for at, token in enumerate(view.page.tokens[number] for number in cue.tolist()):
        if token.has_vector and token.vector_norm:
            words[at] = token.vector / token.vector_norm
    return np.concatenate([words, view.context[cue]], 1)


def _add_own(columns: Columns, view: View, cue: Ints) -> None:
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    lower, behind = view.keys["lower"], view.keys["pattern"]
    head, verb, quoted = view.head[cue], view.verb[cue], view.inside >= 0
    columns.add(lemma[cue])
    columns.add(tag[cue], dep[cue])
    columns.add(roles[cue])
    columns.add(lemma[cue], dep[cue])
    columns.add(lower[cue], lower[view.at(cue + 1)])
    columns.add(behind[cue])
    columns.add(behind[cue], roles[cue])
    columns.add(view.keys["pattern_before"][cue])
    columns.add(lemma[cue], behind[cue])
    columns.add(view.rule_name[cue], view.rule_kept[cue])
    columns.add(view.rule_name[cue], view.rule_kept[cue], lemma[cue])
    columns.add(lemma[head], dep[cue])
    columns.add(roles[head], dep[cue], roles[cue])
    columns.add(lemma[verb], dep[cue])
    columns.add(roles[verb], dep[verb], tag[verb])
    beside = quoted[view.at(cue - 1)], quoted[view.at(cue + 1)]
    columns.add(quoted[cue], *beside, roles[cue])


def _add_dependants(columns: Columns, view: View, cue: Ints) -> None:
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    lower, title = view.keys["lower"], view.keys["title"]
    slot = {name: tokens[cue] for name, tokens in view.slots.items()}
    clause, infinitive, preposition = slot["clause"], slot["infinitive"], slot["preposition"]
    thing, subject, auxiliary = slot["object"], slot["subject"], slot["auxiliary"]
    columns.add(lemma[clause], dep[clause], tag[clause])
    mark = view.slots["mark"][clause]
    columns.add(lemma[cue], lower[mark], clause < view.nothing, clause > cue)
    columns.add(lemma[cue], infinitive < view.nothing, tag[infinitive])
    columns.add(lemma[cue], lemma[preposition])
    columns.add(roles[cue], lemma[preposition])
    columns.add(lemma[cue], lemma[slot["particle"]], lemma[preposition])
    columns.add(lemma[cue], lemma[thing])
    columns.add(lemma[thing])
    columns.add(roles[cue], tag[thing])
    columns.add(lower[subject], dep[subject])
    columns.add(tag[subject], title[subject], roles[cue])
    columns.add(lemma[subject])
    columns.add(lemma[cue], tag[subject])
    columns.add(lemma[auxiliary], lower[slot["negation"]])
    columns.add(lemma[auxiliary], lemma[slot["passive"]], tag[cue])
    columns.add(lemma[auxiliary], roles[cue])


def _add_neighbours(columns: Columns, view: View, cue: Ints) -> None:
    lower, pos, roles = view.keys["lower"], view.keys["pos"], view.keys["roles"]
    before, behind = view.at(cue - 1), view.at(cue + 1)
    before2, behind2 = view.at(cue - 2), view.at(cue + 2)
    begin, stop = view.begin[cue], view.stop[cue]
    columns.add(lower[before])
    columns.add(lower[behind])
    columns.add(lower[before2], lower[before])
    columns.add(lower[behind], lower[behind2])
    columns.add(lower[behind2])
    columns.add(lower[view.at(cue + 3)])
    columns.add(pos[before], pos[cue], pos[behind])
    columns.add(pos[before2], pos[before])
    columns.add(pos[behind], pos[behind2])
    columns.add(bucket(cue - begin), pos[cue])
    columns.add(bucket(stop - cue), pos[cue])
    columns.add(np.minimum(view.block[cue], 4))
    columns.add(view.sayings[stop] - view.sayings[begin], view.says[cue])
    columns.add(bucket(view.quoted[stop] - view.quoted[begin]), roles[cue])
    left, right = view.left[cue], view.right[cue]
    columns.add(lower[left], roles[cue])
    columns.add(lower[view.at(right + 1)], roles[cue])
    columns.add(lower[view.at(left - 1)], roles[cue])


def _add_more_dependants(columns: Columns, view: View, cue: Ints) -> None:
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    lower = view.keys["lower"]
    slot = {name: tokens[cue] for name, tokens in view.slots.items()}
    head, verb, predicate = view.head[cue], view.verb[cue], slot["predicate"]
    clause, infinitive, preposition = slot["clause"], slot["infinitive"], slot["preposition"]
    inner = view.slots["inner"][preposition]
    columns.add(lemma[slot["adverbial"]], tag[slot["adverbial"]], slot["adverbial"] > cue)
    columns.add(lemma[slot["adnominal"]], tag[slot["adnominal"]], lemma[cue])
    columns.add(lemma[predicate], tag[predicate])
    columns.add(lemma[cue], lemma[predicate])
    columns.add(lower[slot["owner"]], slot["determiner"] < view.nothing, roles[cue])
    columns.add(lower[slot["determiner"]], lemma[cue])
    columns.add(lemma[slot["mark"]], roles[cue])
    columns.add(lemma[slot["hearer"]], roles[cue])
    columns.add(lemma[inner], lemma[preposition])
    columns.add(lemma[inner])
    columns.add(roles[clause], tag[clause])
    columns.add(roles[infinitive], lemma[cue])
    columns.add(lemma[infinitive])
    columns.add(lemma[slot["subject"]], lemma[cue])
    columns.add(lemma[view.head[head]], dep[head], dep[cue])
    columns.add(lemma[view.verb[verb]], dep[verb])
    columns.add(lemma[view.slots["subject"][verb]])
