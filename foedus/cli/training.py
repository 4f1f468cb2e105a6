"""`foedus train`: a tagger from a corpus of one's own."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.showing import emit, progress_bar, write

if TYPE_CHECKING:
    from foedus.api import Learnt

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def train() -> None:
    """Learn from a corpus of your own; what is learnt stays in a folder of yours."""


@app.command(epilog="Example: foedus train quotes corpus.jsonl --out tagger")
def quotes(
    corpus: Annotated[
        Path, typer.Argument(metavar="CORPUS.jsonl", help="A row a text: id, text, attributions.")
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the tagger.")],
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same tagger.")] = 0,
    held_back: Annotated[
        float, typer.Option(min=0, max=0.5, help="Share of the texts to be scored on only.")
    ] = 0.1,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """Learn who says what, for `foedus annotate quotes --model DIR`. It takes minutes."""
    from foedus.api import read_corpus, train_quotes, training_steps

    given = read_corpus(corpus)
    with progress_bar(training_steps(given), quiet=as_json) as step:
        learnt = train_quotes(given, out, seed=seed, held_back=held_back, progress=step)
    if as_json:
        emit({"folder": str(out), **asdict(learnt)})
    else:
        write(_lines(out, learnt))


def _lines(out: Path, learnt: "Learnt") -> Iterator[str]:
    yield (
        f"{out}: learnt from {learnt.attributions} attributions in {learnt.texts} texts of"
        f" {learnt.corpus}, seed {learnt.seed}"
    )
    if not learnt.held_back:
        yield "no text was held back, so nothing tells how good it is"
    for name, score in learnt.held_back.items():
        who = {"rules": "rules alone", "trained": "rules and tagger"}[name]
        yield (
            f"{who}, on {learnt.texts_held_back} texts held back: F1 {score.f1:.3f}"
            f" (precision {score.precision:.3f}, recall {score.recall:.3f})"
        )
