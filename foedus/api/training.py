"""A corpus of one's own in, a folder with a tagger out, and what it was learnt from."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from foedus.model.errors import InputError
from foedus.read.quotes.learned import Tagger
from foedus.read.quotes.learned.corpus import Corpus, read_corpus
from foedus.read.quotes.learned.folder import Learnt, Score, check_target, load, save
from foedus.read.quotes.learned.held_back import scores
from foedus.read.quotes.learned.training import STEPS, fit, lesson_of

__all__ = [
    "Corpus",
    "Learnt",
    "Score",
    "Tagger",
    "load_tagger",
    "read_corpus",
    "train_quotes",
    "training_steps",
]

HELD_BACK = 0.1
_MOST_HELD_BACK = 0.5


def train_quotes(
    corpus: Corpus | str | Path,
    out: str | Path,
    *,
    seed: int = 0,
    held_back: float = HELD_BACK,
    progress: Callable[[str], None] = lambda _: None,
) -> Learnt:
    """Learn who says what from an annotated corpus, and write the tagger to the folder `out`.

    `corpus` is a JSON-lines file, or what `read_corpus` read. The share `held_back` of the texts
    (evenly over the file, 0 for none) is not learnt from: on it the rules alone and the tagger
    with them are scored. The same corpus and `seed` give the same tagger. `progress` is called
    with a word or two at each of `training_steps`. Raises InputError for a corpus that cannot be
    learnt from, or an `out` that holds something else; then nothing is written.
    """
    if not 0 <= held_back <= _MOST_HELD_BACK:
        raise InputError(f"held back: {held_back} is no share from 0 to {_MOST_HELD_BACK}")
    if seed < 0:
        raise InputError(f"seed: {seed} is below 0; give a whole number from 0 on")
    check_target(Path(out))
    held = corpus if isinstance(corpus, Corpus) else read_corpus(Path(corpus))
    lessons = []
    for row in held.rows:
        progress(row["id"])
        lessons.append(lesson_of(row))
    every = round(1 / held_back) if held_back else len(lessons) + 1
    learnt_from = [one for at, one in enumerate(lessons, 1) if at % every]
    kept_back = lessons[every - 1 :: every]
    tagger = fit(learnt_from, seed, progress)
    progress("scoring" if kept_back else "writing")
    learnt = Learnt(
        corpus=held.name,
        sha256=held.sha256,
        texts=len(learnt_from),
        attributions=sum(len(one.given) for one in learnt_from),
        texts_held_back=len(kept_back),
        seed=seed,
        date=datetime.now(UTC).date().isoformat(),
        held_back=scores(kept_back, tagger) if kept_back else {},
    )
    save(tagger, learnt, Path(out))
    return learnt


def training_steps(corpus: Corpus) -> int:
    """How often `train_quotes` calls `progress`."""
    return len(corpus.rows) + STEPS + 1


def load_tagger(folder: str | Path) -> Tagger:
    """The tagger in a folder that `train_quotes` wrote, for `annotate` and `find_statements`.

    Raises InputError where the folder is none, is broken, or was written by another version.
    """
    return load(Path(folder))
