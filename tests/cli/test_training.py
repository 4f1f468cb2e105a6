"""`foedus train quotes` and `foedus annotate quotes --model`, as a user meets them."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app
from foedus.model.errors import InputError
from tests.annotated_corpus import UNKNOWN_CUE, Row, row_of, written


def run(*arguments: str | Path, fails: bool = False) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), catch_exceptions=fails)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The folder of a tagger, and what training it printed."""
    folder = tmp_path_factory.mktemp("trained")
    corpus = written(folder / "corpus.jsonl")
    return folder / "tagger", run("train", "quotes", corpus, "--out", folder / "tagger")


def test_training_says_what_it_learnt_from_and_how_good_it_is(trained: tuple[Path, Result]) -> None:
    learnt, rules, both = trained[1].output.splitlines()
    assert learnt.endswith("144 attributions in 36 texts of corpus.jsonl, seed 0")
    assert rules.startswith("rules alone, on 4 texts held back: F1 0.")
    assert both.startswith("rules and tagger, on 4 texts held back: F1 ")


def test_annotate_finds_with_the_model_what_it_does_not_find_without(
    trained: tuple[Path, Result], tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "1", "text": UNKNOWN_CUE}), "utf-8")
    counts = []
    for more in ((), ("--model", trained[0])):
        run("annotate", "quotes", tmp_path / "in.jsonl", tmp_path / "out.jsonl", *more)
        counts.append(len(json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["attributions"]))
    assert counts == [0, 1]


def test_as_json_it_tells_the_same(tmp_path: Path) -> None:
    corpus = written(tmp_path / "corpus.jsonl", [row_of(number) for number in range(6)])
    folder = tmp_path / "tagger"
    told = json.loads(
        run("train", "quotes", corpus, "--out", folder, "--held-back", "0", "--json").stdout
    )
    assert (told["folder"], told["texts"], told["held_back"]) == (str(folder), 6, {})


def test_where_nothing_was_held_back_it_says_that_nothing_tells_how_good_it_is(
    tmp_path: Path,
) -> None:
    corpus = written(tmp_path / "corpus.jsonl", [row_of(number) for number in range(6)])
    result = run("train", "quotes", corpus, "--out", tmp_path / "t", "--held-back", "0")
    assert "nothing tells how good it is" in result.output


def changed(**change: Any) -> list[Row]:
    """The corpus with the third text changed."""
    rows = [row_of(number) for number in range(6)]
    rows[2] |= change
    return rows


def attributed(**change: Any) -> list[Row]:
    """The corpus with the second attribution of the third text changed."""
    given = row_of(2)["attributions"]
    given[1] |= change
    return changed(attributions=given)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (changed(text=3), "line 3: `id` and `text` must be strings"),
        (changed(id="invented-0"), "line 3: the id 'invented-0' stands in line 1 too"),
        (changed(texts=""), "line 3: a row has no key 'texts'; one of: attributions, id, text"),
        (changed(attributions={}), "line 3: `attributions` must be a list"),
        (attributed(speaker=[]), "line 3, attribution 2: an attribution has no key 'speaker'"),
        (attributed(content=[]), "line 3, attribution 2: `content` is empty"),
        (attributed(cue=[[0, 9999]]), r"attribution 2, `cue`: \[0, 9999\] is no stretch of the te"),
        (attributed(cue=[[5, 5]]), r"`cue`: \[5, 5\] is no stretch of the text"),
        (attributed(cue=[[1, True]]), r"`cue`: \[1, true\] is no \[start, end\] of two whole num"),
        (attributed(source="Ada"), "attribution 2: `source` must be a list"),
        ([], "0 texts with 0 attributions are too few to learn from"),
        ([{"id": "1", "text": "It rained."}], "line 1: `attributions` is missing"),
    ],
)
def test_a_corpus_that_cannot_be_learnt_from_is_refused(
    tmp_path: Path, rows: list[Row], said: str
) -> None:
    corpus = written(tmp_path / "corpus.jsonl", rows)
    with pytest.raises(InputError, match=said):
        run("train", "quotes", corpus, "--out", tmp_path / "tagger")
    assert not (tmp_path / "tagger").exists()


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text("{}}\n", "utf-8")
    with pytest.raises(InputError, match="line 1: this is not JSON that can be read"):
        run("train", "quotes", tmp_path / "corpus.jsonl", "--out", tmp_path / "tagger")


def test_nothing_is_left_beside_the_folder(trained: tuple[Path, Result]) -> None:
    assert {path.name for path in trained[0].parent.iterdir()} == {"corpus.jsonl", "tagger"}
