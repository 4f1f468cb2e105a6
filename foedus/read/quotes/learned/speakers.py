"""Cues with nouns that may be their speakers in, the columns of the nouns out.

The place `view.nothing` stands for nobody: an attribution without a source.
"""

import numpy as np

from foedus.read.quotes.learned.hashing import Columns, Ints, Keys, Rows, bucket
from foedus.read.quotes.learned.view import View

_STEPS = 4  # heads climbed from either side on the way between cue and noun
_NOBODY = 999


def speaker_columns(view: View, cue: Ints, noun: Ints) -> Rows:
    """What stands about each noun, and between it and the cue."""
    columns = Columns(300)
    nobody = noun == view.nothing
    _add_noun(columns, view, cue, noun, _ruled(view, cue, noun))
    _add_nobody(columns, view, cue, nobody)
    return columns.rows()


def _add_noun(columns: Columns, view: View, cue: Ints, noun: Ints, ruled: Ints) -> None:
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    lower, pos, title = view.keys["lower"], view.keys["pos"], view.keys["title"]
    nobody, head, path = noun == view.nothing, view.head[noun], _path(view, cue, noun)
    bond = np.where(nobody, _NOBODY, _bond(view, cue, noun))
    same, away = view.begin[noun] == view.begin[cue], bucket(noun - cue)
    quoted = (view.inside[noun] >= 0) + 2 * (view.inside[cue] >= 0)
    low, high = np.minimum(noun, cue), np.maximum(np.minimum(noun, view.nothing - 1), cue)
    columns.add(bond, dep[noun])
    columns.add(bond, pos[cue], dep[cue])
    columns.add(path)
    columns.add(path, roles[cue])
    columns.add(path, lemma[cue])
    columns.add(path, dep[cue], tag[cue])
    columns.add(path, lower[noun])
    columns.add(path, pos[noun], quoted)
    columns.add(ruled, nobody)
    columns.add(ruled, view.rule_name[cue], nobody)
    columns.add(ruled, bond)
    columns.add(ruled, dep[noun])
    columns.add(lower[noun], tag[noun])
    columns.add(lemma[noun])
    columns.add(tag[noun], title[noun], dep[noun])
    columns.add(away, same, dep[noun])
    columns.add(away, pos[noun])
    columns.add(quoted, dep[noun], bond)
    columns.add(view.sayings[high] - view.sayings[low], away)
    columns.add(roles[head], dep[noun], bond)
    columns.add(lemma[head], dep[noun])
    columns.add(lower[view.at(noun + 1)], dep[noun])
    columns.add(lower[view.at(noun - 1)], dep[noun], bond)
    columns.add(same, view.block[noun] == view.block[cue])


def _add_nobody(columns: Columns, view: View, cue: Ints, nobody: Ints) -> None:
    lemma, tag, dep, roles = (view.keys[name] for name in ("lemma", "tag", "dep", "roles"))
    slot = {name: tokens[cue] for name, tokens in view.slots.items()}
    has_subject, passive = slot["subject"] < view.nothing, slot["passive"] < view.nothing
    columns.add(nobody, lemma[cue])
    columns.add(nobody, roles[cue], view.keys["pattern_before"][cue])
    columns.add(nobody, tag[cue], dep[cue], has_subject)
    columns.add(nobody, lemma[slot["auxiliary"]], lemma[slot["passive"]], tag[cue])
    columns.add(nobody, view.keys["lower"][slot["subject"]])
    columns.add(nobody, lemma[cue], passive)
    columns.add(nobody, roles[cue], passive, has_subject, slot["preposition"] < view.nothing)


def _bond(view: View, cue: Ints, noun: Ints) -> Ints:
    """How the noun hangs on the cue: which of the near places it has, as one number."""
    subject, verb, head = view.slots["subject"], view.verb[cue], view.head[noun]
    places = (
        noun == subject[cue],
        noun == view.slots["owner"][cue],
        head == cue,
        noun == subject[verb],
        view.head[head] == cue,
        noun == subject[view.verb[verb]],
        head == view.head[cue],
    )
    return np.array(sum(place.astype(np.int64) << k for k, place in enumerate(places)))


def _path(view: View, cue: Ints, noun: Ints) -> Keys:
    """The labels on the way from the noun up to where it meets the cue, and down to it."""
    dep = view.keys["dep"]
    nouns, cues = [noun], [cue]
    up, down = [np.zeros(len(noun), np.uint64)], [np.zeros(len(noun), np.uint64)]
    for _ in range(_STEPS):
        up.append(up[-1] * np.uint64(1_000_003) + dep[nouns[-1]])
        down.append(down[-1] * np.uint64(998_244_353) + dep[cues[-1]])
        nouns.append(view.head[nouns[-1]])
        cues.append(view.head[cues[-1]])
    path, met = np.zeros(len(noun), np.uint64), np.zeros(len(noun), bool)
    for steps in range(2 * _STEPS + 1):
        for climbed in range(max(0, steps - _STEPS), min(_STEPS, steps) + 1):
            other = steps - climbed
            here = ~met & (nouns[climbed] == cues[other])
            number = np.uint64(climbed * (_STEPS + 1) + other + 1)
            met_by = up[climbed] * np.uint64(31) + down[other] * np.uint64(17) + number
            path[here] = met_by[here]
            met |= here
    return path


def _ruled(view: View, cue: Ints, noun: Ints) -> Ints:
    """Whether the rules have a speaker for the cue (1), and whether it is this one (2)."""
    found = np.zeros(len(noun), np.int64)
    for at, (token, other) in enumerate(zip(cue.tolist(), noun.tolist(), strict=True)):
        for ruled in view.rules.get(token, ()):
            speaker = ruled.candidate.speaker
            if other == view.nothing:
                found[at] = 1 + (not speaker)
            else:
                offset = int(view.offset[other])
                named = any(span.start <= offset < span.end for span in speaker)
                found[at] = max(found[at], 1 + named)
    return found
