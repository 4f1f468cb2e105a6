"""Lines of an annotated corpus in, rows that can be learnt from out; what is wrong is said."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from foedus.model.errors import InputError

Row = dict[str, Any]

LEAST_TEXTS = 4
LEAST_ATTRIBUTIONS = 12
_ROW = {"id", "text", "attributions"}
_SPANS = ("source", "cue", "content")
_ATTRIBUTION = {*_SPANS, "kind"}
_SHAPE = '{"id", "text", "attributions": [{"source", "cue", "content"}]}'


@dataclass(frozen=True, slots=True)
class Corpus:
    """The rows of a corpus, its file's name and the SHA-256 of the file."""

    name: str
    sha256: str
    rows: list[Row]

    @property
    def attributions(self) -> int:
        return sum(len(row["attributions"]) for row in self.rows)


def read_corpus(path: Path) -> Corpus:
    """The corpus in a JSON-lines file, each row checked.

    A row is `{"id", "text", "attributions"}`, an attribution `{"source", "cue", "content"}` (and
    `kind`, which is not used): lists of `[start, end]` into the text, end exclusive. Raises
    InputError that names the line and what to do.
    """
    try:
        raw = path.read_bytes()
        lines = raw.decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give JSON lines in UTF-8") from error
    rows, seen = [], dict[str, int]()
    for number, line in enumerate(lines, 1):
        if line.strip():
            row = _row(line, f"{path}, line {number}")
            if row["id"] in seen:
                raise InputError(
                    f"{path}, line {number}: the id '{row['id']}' stands in line"
                    f" {seen[row['id']]} too; give each text its own"
                )
            seen[row["id"]] = number
            rows.append(row)
    corpus = Corpus(path.name, sha256(raw).hexdigest(), rows)
    given = corpus.attributions
    if len(rows) < LEAST_TEXTS or given < LEAST_ATTRIBUTIONS:
        raise InputError(
            f"{path}: {len(rows)} texts with {given} attributions are too few to learn from;"
            f" give {LEAST_TEXTS} texts and {LEAST_ATTRIBUTIONS} attributions at the least"
            " (some hundred texts for a tagger that is of use)"
        )
    return corpus


def _row(line: str, place: str) -> Row:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", None) or str(error).split(";")[0]
        raise InputError(f"{place}: this is not JSON that can be read ({why})") from error
    _check_keys(row, _ROW, set(), place, "a row")
    if not isinstance(row["id"], str) or not isinstance(row["text"], str):
        raise InputError(f"{place}: `id` and `text` must be strings")
    if not isinstance(row["attributions"], list):
        raise InputError(f"{place}: `attributions` must be a list; a row is {_SHAPE}")
    for number, attribution in enumerate(row["attributions"], 1):
        _check(attribution, row["text"], f"{place}, attribution {number}")
    found: Row = row
    return found


def _check_keys(value: object, keys: set[str], spare: set[str], place: str, what: str) -> None:
    if not isinstance(value, dict):
        raise InputError(f"{place}: {what} must be an object; a row is {_SHAPE}")
    for key in sorted(keys - spare - value.keys()):
        raise InputError(f"{place}: `{key}` is missing; a row is {_SHAPE}")
    for key in sorted(value.keys() - keys):
        raise InputError(
            f"{place}: {what} has no key '{key}'; one of: {', '.join(sorted(keys))}. Leave it out"
        )


def _check(attribution: object, text: str, place: str) -> None:
    _check_keys(attribution, _ATTRIBUTION, {"kind"}, place, "an attribution")
    assert isinstance(attribution, dict)  # noqa: S101  # checked in the line above
    for key in _SPANS:
        pieces = attribution[key]
        if not isinstance(pieces, list):
            raise InputError(f"{place}: `{key}` must be a list of [start, end]")
        for piece in pieces:
            _check_piece(piece, len(text), f"{place}, `{key}`")
    if not attribution["content"]:
        raise InputError(f"{place}: `content` is empty; leave the attribution out")


def _check_piece(piece: object, length: int, place: str) -> None:
    whole = isinstance(piece, list) and len(piece) == 2 and all(type(at) is int for at in piece)
    if not whole:
        raise InputError(f"{place}: {json.dumps(piece)} is no [start, end] of two whole numbers")
    assert isinstance(piece, list)  # noqa: S101  # checked in the line above
    start, end = piece
    if not 0 <= start < end <= length:
        raise InputError(
            f"{place}: [{start}, {end}] is no stretch of the text, which has {length} characters;"
            " count code points, end exclusive"
        )
