"""A tagger in, a folder of plain numbers out, and back: a manifest in JSON, weights without code.

The folder is written whole or not at all. Nothing in it is run when it is loaded.
"""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import numpy as np
import numpy.typing as npt

from foedus.model.errors import InputError
from foedus.read.quotes.learned.model import Tagger
from foedus.read.quotes.learned.network import Network
from foedus.read.quotes.learned.proposals import Networks
from foedus.read.quotes.learned.weighing import Weighers
from foedus.read.sentences import PIPELINE, pipeline

FORMAT = "foedus quotes tagger"
VERSION = 1
_MANIFEST, _WEIGHTS = "manifest.json", "weights.npz"
_STEPS = ("cue", "start", "end", "speaker")
_PARTS = ("values", "table", "bias", "out", "constant")
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Score:
    """End-to-end precision, recall and F1: content alike to 80 letters in 100, speaker right."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a tagger was learnt from, and how well it does on texts that were held back.

    `held_back` names "rules" and "trained"; it is empty where no text was held back.
    """

    corpus: str  # the file's name
    sha256: str  # of the corpus file
    texts: int
    attributions: int
    texts_held_back: int
    seed: int
    date: str  # ISO 8601
    held_back: dict[str, Score]


def pipeline_name() -> str:
    """The spaCy pipeline whose parse the tagger was learnt over, with its version."""
    meta = pipeline().meta
    return f"{PIPELINE} {meta['lang']}_{meta['name']} {meta['version']}"


def save(tagger: Tagger, learnt: Learnt, folder: Path) -> None:
    """Write the folder, in the place of one that holds a tagger. Raises InputError if it cannot."""
    check_target(folder)
    waiting = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        waiting.mkdir(parents=True)
        _write_arrays(waiting / _WEIGHTS, _arrays(tagger))
        digest = sha256((waiting / _WEIGHTS).read_bytes()).hexdigest()
        manifest = {
            "format": FORMAT, "version": VERSION, "pipeline": pipeline_name(),
            "weights_sha256": digest, "networks": len(tagger.networks.cue), **asdict(learnt),
        }  # fmt: skip
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        (waiting / _MANIFEST).write_text(text, "utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        waiting.rename(folder)
    except OSError as error:
        raise InputError(
            f"{folder}: cannot be written ({error.strerror}); name another folder"
        ) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def _write_arrays(path: Path, arrays: dict[str, Array]) -> None:
    """Write the arrays as `numpy.load` reads them, the same bytes for the same arrays."""
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for name, values in sorted(arrays.items()):
            entry = ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            with archive.open(entry, "w", force_zip64=True) as out:
                np.lib.format.write_array(out, np.ascontiguousarray(values), allow_pickle=False)


def check_target(folder: Path) -> None:
    """Raise InputError where the folder holds something that is no tagger: it is not replaced."""
    if folder.exists() and not (folder.is_dir() and _is_ours(folder)):
        raise InputError(f"{folder}: there is something here that is no tagger; name a new folder")


def _is_ours(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()}
    return not names or names == {_MANIFEST, _WEIGHTS}


def _arrays(tagger: Tagger) -> dict[str, Array]:
    arrays: dict[str, Array] = {"lemmas": tagger.lemmas}
    for name, network in _named(tagger):
        parts = (network.values(), network.table[1:], network.bias, network.out, network.constant)
        arrays |= {f"{name}.{part}": values for part, values in zip(_PARTS, parts, strict=True)}
        arrays |= {f"{name}.vectors{k}": matrix for k, matrix in enumerate(network.vectors)}
    return {
        key: values.astype(np.float16) if values.dtype == np.float32 else values
        for key, values in arrays.items()
    }


def _named(tagger: Tagger) -> Iterator[tuple[str, Network]]:
    for step in _STEPS:
        for number, network in enumerate(getattr(tagger.networks, step)):
            yield f"{step}{number}", network
    yield "plain", tagger.weighers.plain
    yield "wide", tagger.weighers.wide


def load(folder: Path) -> Tagger:
    """The tagger in a folder. Raises InputError where it is none, broken or of another version."""
    manifest = _manifest(folder)
    path = folder / _WEIGHTS
    try:
        digest = sha256(path.read_bytes()).hexdigest()
        if digest != manifest.get("weights_sha256"):
            raise InputError(f"{path}: not the file that was written; train the tagger again")
        with np.load(path, allow_pickle=False) as held:
            arrays = {key: held[key] for key in held.files}
        count = int(manifest["networks"])
        steps = {step: [_network(arrays, f"{step}{k}") for k in range(count)] for step in _STEPS}
        weighers = Weighers(_network(arrays, "plain"), _network(arrays, "wide"))
        return Tagger(Networks(**steps), weighers, arrays["lemmas"])
    except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise InputError(
            f"{path}: cannot be read as weights ({error}); train the tagger again"
        ) from error


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / _MANIFEST
    remedy = "give a folder that 'foedus train quotes' wrote"
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error}); {remedy}") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise InputError(f"{path}: this is no '{FORMAT}'; {remedy}")
    for key, ours in (("version", VERSION), ("pipeline", pipeline_name())):
        if manifest.get(key) != ours:
            raise InputError(
                f"{path}: `{key}` is {manifest.get(key)!r}, this foedus needs {ours!r};"
                " train the tagger again"
            )
    return manifest


def _network(arrays: dict[str, Array], name: str) -> Network:
    def part(kind: str) -> npt.NDArray[np.float32]:
        return arrays[f"{name}.{kind}"].astype(np.float32)

    count = sum(key.startswith(f"{name}.vectors") for key in arrays)
    vectors = [part(f"vectors{k}") for k in range(count)]
    rest = part("bias"), part("out"), part("constant")
    return Network.placed(arrays[f"{name}.values"], part("table"), vectors, rest)
