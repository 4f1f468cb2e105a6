"""Rows of an annotated corpus in, a tagger out, with its score on texts that were held back.

Each network is fitted on a part of the texts and proposes on the others, so that the one that
weighs the proposals sees them as they will be on texts that nobody has seen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from foedus.read.quotes.find import parsed_candidates, quoted_candidates
from foedus.read.quotes.learned import options
from foedus.read.quotes.learned.columns import cue_columns, cue_vectors
from foedus.read.quotes.learned.edges import (
    end_columns,
    end_vectors,
    start_columns,
    start_vectors,
)
from foedus.read.quotes.learned.fitting import Fitter, Pace
from foedus.read.quotes.learned.gold import Gold, Row, golds, is_right
from foedus.read.quotes.learned.hashing import Ints, Keys
from foedus.read.quotes.learned.model import Tagger, candidate_of, seen
from foedus.read.quotes.learned.network import Network, Part
from foedus.read.quotes.learned.proposals import Networks, Proposal, propose
from foedus.read.quotes.learned.speakers import speaker_columns
from foedus.read.quotes.learned.view import View
from foedus.read.quotes.learned.weighing import Weighers, parts_of
from foedus.read.quotes.page import Candidate, Page
from foedus.read.sentences import parse, pipeline, plain_reading

FOLDS = 3
STEPS = 2 + 5 * FOLDS  # of `fit`, for a progress bar
_WEIGHING = Pace(epochs=4, rate=0.02, dropped=0.2, lost=0.0, rare=5)
_WEIGHING_WIDELY = Pace(epochs=2, rate=0.01, rare=5)
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page with what is right on it."""

    view: View
    given: list[Gold]
    first: list[Candidate]
    others: list[Candidate]


def lesson_of(row: Row, *, rules: bool = True) -> Lesson:
    """The row parsed, with the rules' candidates (or none) and what somebody annotated."""
    nlp = pipeline()
    with nlp.select_pipes(disable=[name for name in ("ner",) if name in nlp.pipe_names]):
        parsed = parse(plain_reading(row["text"]), nlp)
    page = Page.of(parsed)
    first = quoted_candidates(page) if rules else []
    others = parsed_candidates(page) if rules else []
    view = seen(page, first, others)
    return Lesson(view, golds(row, parsed.reading, view), first, others)


def fit(lessons: list[Lesson], seed: int, told: Told = lambda _: None) -> Tagger:
    """A tagger learnt from the lessons; `told` is called at each of `STEPS` steps."""
    lemmas = _lemmas(lessons)
    folds = [lessons[at::FOLDS] for at in range(FOLDS)]
    fitted = []
    for at in range(FOLDS):
        others = [one for number, fold in enumerate(folds) if number != at for one in fold]
        fitted.append(_networks(others, lemmas, seed + at, told))
    told("weighing the proposals")
    weighers = _fit_weighers(_proposed(fitted, folds, lemmas), seed, told)
    together = {
        step: [network for one in fitted for network in getattr(one, step)]
        for step in ("cue", "start", "end", "speaker")
    }
    return Tagger(Networks(**together), weighers, lemmas)


def _proposed(
    fitted: list[Networks], folds: list[list[Lesson]], lemmas: Keys
) -> Iterator[tuple[Lesson, list[Proposal]]]:
    """What the networks propose on the texts that they have not seen."""
    for networks, fold in zip(fitted, folds, strict=True):
        for lesson in fold:
            proposals = propose(lesson.view, networks, lemmas)
            if proposals:
                yield lesson, proposals


def _fit_weighers(
    proposed: Iterator[tuple[Lesson, list[Proposal]]], seed: int, told: Told
) -> Weighers:
    parts, right = [], list[bool]()
    for lesson, proposals in proposed:
        view = lesson.view
        parts.append(parts_of(view, proposals))
        right += [is_right(view, one, candidate_of(view, one), lesson.given) for one in proposals]
    columns, wider, numbers = (
        [Part(np.concatenate([part.values for part in kind])) for kind in zip(*kinds, strict=True)]
        for kinds in zip(*parts, strict=True)
    )
    told("fitting what weighs them")
    goal = np.array(right, np.float32)
    plain = Fitter(columns, numbers, _WEIGHING, seed).fit_each(goal)
    wide = Fitter(columns + wider, numbers, _WEIGHING_WIDELY, seed).fit_each(goal)
    return Weighers(plain, wide)


def _lemmas(lessons: list[Lesson]) -> Keys:
    found = {
        int(lesson.view.keys["lemma"][gold.cue])
        for lesson in lessons
        for gold in lesson.given
        if gold.cue is not None
    }
    return np.array(sorted(found), np.uint64)


def _networks(lessons: list[Lesson], lemmas: Keys, seed: int, told: Told) -> Networks:
    told("learning the cues")
    cue = _fit_cues(lessons, lemmas, seed)
    told("learning who speaks")
    speaker = _fit_speakers(lessons, seed)
    told("learning where contents begin")
    start = _fit_starts(lessons, seed)
    told("learning where contents end")
    end = _fit_ends(lessons, seed)
    told("proposing")
    return Networks([cue], [start], [end], [speaker])


def _fit_cues(lessons: list[Lesson], lemmas: Keys, seed: int) -> Network:
    columns, right = [], []
    for lesson in lessons:
        cue = options.cues(lesson.view, lemmas)
        columns.append(cue_columns(lesson.view, cue))
        given = [gold.cue for gold in lesson.given if gold.cue is not None]
        right.append(np.isin(cue, given))
    fitter = Fitter([Part(np.concatenate(columns))], [], Pace(), seed)
    return fitter.fit_each(np.concatenate(right).astype(np.float32))


class _Groups:
    """Rival options of many cues: the cue's own columns and vectors, those of each option."""

    def __init__(self) -> None:
        self.cues: list[tuple[View, int]] = []
        self.of: list[int] = []
        self.right: list[bool] = []
        self.starts = [0]

    def add(self, view: View, cue: int, right: list[bool]) -> bool:
        """Take a group in where one of its options is right."""
        if not any(right):
            return False
        self.of += [len(self.cues)] * len(right)
        self.cues.append((view, cue))
        self.right += right
        self.starts.append(len(self.of))
        return True

    def fitted(self, own: list[Part], seed: int) -> Network:
        """A network fitted on the groups; `own` are the options' columns and vectors."""
        columns, vectors = [], []
        for view, cues in self._by_view():
            columns.append(cue_columns(view, cues, whole=False))
            vectors.append(cue_vectors(view, cues))
        of = np.array(self.of, np.int64)
        fitter = Fitter(
            [Part(np.concatenate(columns), of), own[0]],
            [Part(np.concatenate(vectors), of), own[1]],
            Pace(), seed,
        )  # fmt: skip
        return fitter.fit_groups(np.array(self.right, np.float32), np.array(self.starts, np.int64))

    def _by_view(self) -> Iterator[tuple[View, Ints]]:
        """The cues of each page together, in the order in which they came."""
        at = 0
        while at < len(self.cues):
            view, stop = self.cues[at][0], at
            while stop < len(self.cues) and self.cues[stop][0] is view:
                stop += 1
            yield view, np.array([cue for _, cue in self.cues[at:stop]], np.int64)
            at = stop


def _fit_starts(lessons: list[Lesson], seed: int) -> Network:
    groups, columns, vectors = _Groups(), [], []
    for lesson in lessons:
        view, cues, firsts = lesson.view, list[int](), list[int]()
        for gold in lesson.given:
            if gold.cue is None or gold.first is None or gold.reach is None:
                continue
            found = options.starts(view, gold.cue, gold.reach)
            if groups.add(view, gold.cue, [at == gold.first for at in found]):
                cues += [gold.cue] * len(found)
                firsts += found
        if cues:
            first = np.array(firsts, np.int64)
            columns.append(start_columns(view, np.array(cues, np.int64), first))
            vectors.append(start_vectors(view, first))
    return groups.fitted([Part(np.concatenate(columns)), Part(np.concatenate(vectors))], seed)


def _fit_ends(lessons: list[Lesson], seed: int) -> Network:
    groups, columns, vectors = _Groups(), [], []
    for lesson in lessons:
        view, spans = lesson.view, list[tuple[int, int, int]]()
        for gold in lesson.given:
            if gold.cue is None or gold.first is None or gold.reach is None:
                continue
            found = options.ends(view, gold.cue, gold.first, gold.reach)
            if groups.add(view, gold.cue, [at == gold.last for at in found]):
                spans += [(gold.cue, gold.first, at) for at in found]
        if spans:
            cue, first, last = np.array(spans, np.int64).T
            columns.append(end_columns(view, cue, first, last))
            vectors.append(end_vectors(view, last))
    return groups.fitted([Part(np.concatenate(columns)), Part(np.concatenate(vectors))], seed)


def _fit_speakers(lessons: list[Lesson], seed: int) -> Network:
    groups, columns, vectors = _Groups(), [], []
    for lesson in lessons:
        view, cues, nouns = lesson.view, list[int](), list[int]()
        for gold in lesson.given:
            if gold.cue is None or gold.reach is None:
                continue
            found = options.speakers(view, gold.cue, gold.reach)
            places = {head.start for head in gold.heads}
            right = [int(view.offset[at]) in places for at in found[:-1]]
            if groups.add(view, gold.cue, [*right, not gold.heads]):
                cues += [gold.cue] * len(found)
                nouns += found
        if cues:
            noun = np.array(nouns, np.int64)
            columns.append(speaker_columns(view, np.array(cues, np.int64), noun))
            vectors.append(view.context[noun])
    return groups.fitted([Part(np.concatenate(columns)), Part(np.concatenate(vectors))], seed)
