"""A tagger that was trained on a corpus of invented sentences, together with the rules."""

import json
from pathlib import Path
from typing import Any

import pytest

from foedus.api import annotate, load_tagger, train_quotes
from foedus.model.errors import InputError
from foedus.read.quotes.learned import Tagger
from tests.annotated_corpus import UNKNOWN_CUE, row_of, written

QUOTED = "“The bridge will open,” said Ada Vole.\n“Good morning to you all.”\nIt was market day."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tagger learnt from the invented corpus."""
    folder = tmp_path_factory.mktemp("trained")
    train_quotes(written(folder / "corpus.jsonl"), folder / "tagger", held_back=0.2)
    return folder / "tagger"


@pytest.fixture(scope="module")
def tagger(folder: Path) -> Tagger:
    return load_tagger(folder)


def attributions(text: str, model: Tagger | None = None) -> list[dict[str, Any]]:
    (row,) = annotate("quotes", [{"id": "1", "text": text}], model=model)
    found: list[dict[str, Any]] = row["attributions"]
    return found


def words(text: str, spans: list[list[int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_cue_that_no_rule_knows_is_found_once_it_was_learnt(tagger: Tagger) -> None:
    assert attributions(UNKNOWN_CUE) == []
    (found,) = attributions(UNKNOWN_CUE, tagger)
    assert words(UNKNOWN_CUE, found["source"]) == ["The mill"]
    assert words(UNKNOWN_CUE, found["content"]) == ["that the lower road is safe"]


def test_what_only_the_tagger_found_says_so(tagger: Tagger) -> None:
    assert [one["basis"] for one in attributions(UNKNOWN_CUE, tagger)] == ["model"]


def test_what_a_rule_finds_too_keeps_its_basis(tagger: Tagger) -> None:
    text = "The council said that the bridge will open in May. It was market day."
    assert [one["basis"] for one in attributions(text, tagger)] == ["cue"]


def test_a_quotation_that_goes_on_is_joined_with_the_tagger_as_without(tagger: Tagger) -> None:
    (said, *_) = attributions(QUOTED, tagger)
    assert words(QUOTED, said["continued"]) == ["“Good morning to you all.”"]


def test_no_letter_belongs_to_two_attributions(tagger: Tagger) -> None:
    text = "Ada Vole said that the guild announced that the mill greenflagged that it will stay."
    taken = [at for one in attributions(text, tagger) for s, e in one["content"]
             for at in range(s, e)]  # fmt: skip
    assert len(taken) == len(set(taken)) > 0


def test_the_same_corpus_and_seed_give_the_same_weights(folder: Path, tmp_path: Path) -> None:
    train_quotes(written(tmp_path / "corpus.jsonl"), tmp_path / "tagger", held_back=0.2)
    first, second = ((one / "weights.npz").read_bytes() for one in (folder, tmp_path / "tagger"))
    assert first == second


def test_the_manifest_tells_what_it_was_learnt_from(folder: Path) -> None:
    told = json.loads((folder / "manifest.json").read_text("utf-8"))
    given = {
        key: told[key] for key in ("corpus", "texts", "texts_held_back", "attributions", "seed")
    }
    assert given == {"corpus": "corpus.jsonl", "texts": 32, "texts_held_back": 8,
                     "attributions": 128, "seed": 0}  # fmt: skip


def test_on_texts_held_back_it_is_scored_beside_the_rules(folder: Path) -> None:
    told = json.loads((folder / "manifest.json").read_text("utf-8"))["held_back"]
    assert told["rules"]["f1"] < told["trained"]["f1"]


def test_a_tagger_in_the_same_folder_is_replaced(tmp_path: Path) -> None:
    corpus = written(tmp_path / "corpus.jsonl", [row_of(number) for number in range(6)])
    for seed in (1, 2):
        train_quotes(corpus, tmp_path / "tagger", seed=seed)
    assert json.loads((tmp_path / "tagger" / "manifest.json").read_text("utf-8"))["seed"] == 2


def test_a_folder_that_holds_something_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-ada.txt").write_text("Dear Ada", "utf-8")
    with pytest.raises(InputError, match="no tagger; name a new folder"):
        train_quotes(written(tmp_path / "corpus.jsonl"), tmp_path / "letters")
    assert (tmp_path / "letters" / "to-ada.txt").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 99}, "`version` is 99, this foedus needs 1; train the tagger again"),
        ({"pipeline": "other 1"}, "`pipeline` is 'other 1'"),
        ({"format": "a recipe"}, "this is no 'foedus quotes tagger'"),
        ({"weights_sha256": "0"}, "not the file that was written"),
    ],
)
def test_a_folder_of_another_make_is_refused(
    folder: Path, tmp_path: Path, change: dict[str, object], said: str
) -> None:
    told = json.loads((folder / "manifest.json").read_text("utf-8"))
    (tmp_path / "manifest.json").write_text(json.dumps(told | change), "utf-8")
    (tmp_path / "weights.npz").write_bytes((folder / "weights.npz").read_bytes())
    with pytest.raises(InputError, match=said):
        load_tagger(tmp_path)


def test_a_folder_without_weights_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes((folder / "manifest.json").read_bytes())
    with pytest.raises(InputError, match=r"weights\.npz: cannot be read"):
        load_tagger(tmp_path)


def test_a_model_goes_with_quotes_alone(tagger: Tagger) -> None:
    with pytest.raises(InputError, match="a model is for 'quotes' alone"):
        annotate("lines", [], model=tagger)


def test_no_share_above_a_half_is_held_back(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no share from 0 to 0\.5"):
        train_quotes(written(tmp_path / "corpus.jsonl"), tmp_path / "tagger", held_back=0.9)
