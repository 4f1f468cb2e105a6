"""Labelled pages in, the weights of `foedus/read/clean/weights.py` out, with honest numbers.

    python bench/fit_lines.py CASES.jsonl [--write] [--folds 6]

Fits the linear-chain model of `read/clean/region.py` by penalised likelihood (Rprop on the exact
gradient), prints the scores on the pages that it was fitted on and on pages whose publisher it had
not seen (folds by publisher); --write replaces the weights. `score.py` beside CASES scores.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from foedus.read.clean import annotate_lines, region
from foedus.read.clean.core import anchor
from foedus.read.clean.features import looks_of

Array = npt.NDArray[np.float64]
BEFORE, ARTICLE, BETWEEN, AFTER, UNKNOWN = 0, 1, 2, 3, -1
STEPS = np.array([[1, 1, 0, 0], [0, 1, 1, 1], [0, 1, 1, 0], [0, 0, 0, 1]], bool)
FIRST, LAST = np.array([1, 1, 0, 0], bool), np.array([0, 1, 0, 1], bool)
NEVER = -1e4
LEAST = 0.02  # a smaller weight is left out
RARE = 8  # a feature seen on fewer lines gets no weight
PENALTY = 3.0  # of squared weights; 1, 3 and 8 gave .950, .951 and .949 on unseen publishers
ROUNDS = 60
# Only what names a kind of page matter may tell before, between and after apart.
ELSEWHERE = frozenset(
    f"{kind}, short"
    for kind in ("related", "legal", "comment", "share", "author", "note", "subscribe", "byline",
                 "date", "menu")
) | {"author, long", "heading mark", "repeated", "no prose below the comments",
     "prose below the comments"}  # fmt: skip
# The same page without list and heading marks, and its article alone, whole and in its opening:
# so that a converter's marks, and furniture, are not needed to find the article.
UNMARKED, ALONE, OPENING = 0.4, 0.25, 0.5
_MARKS = re.compile(r"^(?:(?:[*>]|#{1,6}|\d+\.)(?:\s+|$))+")


@dataclass
class Page:
    """A page as the model sees it: the paragraphs not set aside, their features and places."""

    case: dict[str, Any]
    weight: float
    features: list[set[str]]
    anchor: int | None
    places: list[int]
    matrix: Array


def page(case: dict[str, Any], lines: list[str], labels: list[str], weight: float) -> Page | None:
    """One page; None when no line of its article is left."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    looks = looks_of([lines[n] for n in filled])
    rest = [n for n, seen in enumerate(looks) if not seen.aside]
    kept = [labels[filled[n]] for n in rest]
    body = [n for n, label in enumerate(kept) if label == "body"]
    if not body:
        return None
    places = [
        BEFORE if n < body[0] else AFTER if n > body[-1]
        else {"body": ARTICLE, "drop": BETWEEN}.get(label, UNKNOWN)
        for n, label in enumerate(kept)
    ]  # fmt: skip
    return Page(case, weight, [looks[n].features for n in rest],
                anchor([looks[n] for n in rest]), places, np.zeros(0))  # fmt: skip


def pages_of(case: dict[str, Any]) -> list[Page]:
    """The page and its variants (unmarked, article alone, opening of the article)."""
    lines, labels = case["text"].split("\n"), case["line_labels"]
    body = [n for n, label in enumerate(labels) if label == "body"]
    variants = [(range(len(lines)), lines, 1.0), (body, lines, ALONE), (body[:3], lines, OPENING)]
    unmarked = [_MARKS.sub("", line) for line in lines]
    if unmarked != lines:
        variants.append((range(len(lines)), unmarked, UNMARKED))
    made = [page(case, [texts[n] for n in which], [labels[n] for n in which], weight)
            for which, texts, weight in variants]  # fmt: skip
    return [one for one in made if one is not None]


class Model:
    """The weights: one row a place, tied but for the features in ELSEWHERE."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.size = len(names)
        self.free = np.array([[name in ELSEWHERE for name in names]] * 3, float)
        self.theta = np.zeros(4 * self.size + 28)

    def parts(self, vector: Array) -> tuple[Array, ...]:
        """Views: article weights, other weights, steps, first, last, bias."""
        n = self.size
        article, other, rest = vector[:n], vector[n : 4 * n].reshape(3, n), vector[4 * n :]
        return article, other, rest[:16].reshape(4, 4), rest[16:20], rest[20:24], rest[24:]

    def scores(self, one: Page) -> Array:
        """The score of every paragraph for every place."""
        article, other, _, _, _, bias = self.parts(self.theta)
        scores = np.empty((len(one.features), 4))
        scores[:, ARTICLE] = one.matrix @ article
        scores[:, [BEFORE, BETWEEN, AFTER]] = one.matrix @ other.T
        scores += bias
        if one.anchor is not None:
            scores[one.anchor, [BEFORE, BETWEEN, AFTER]] = NEVER
        return scores

    def kept(self, cases: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """What `annotate_lines` makes of the cases with these weights, by id."""
        article, other, steps, first, last, bias = self.parts(self.theta)
        weights = {
            "ARTICLE": dict(zip(self.names, article.tolist(), strict=True)),
            "ELSEWHERE": dict(zip(self.names, other.T.tolist(), strict=True)),
            "BIAS": bias.tolist(),
            "STEPS": np.where(STEPS, steps, -np.inf).tolist(),
            "ENDS": (
                np.where(FIRST, first, -np.inf).tolist(),
                np.where(LAST, last, -np.inf).tolist(),
            ),
        }
        with patch.multiple(region, **weights):
            return {row["id"]: row for row in annotate_lines(cases)}


def _logsum(values: Array, axis: int) -> Array:
    top = values.max(axis=axis, keepdims=True)
    summed: Array = (top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis)
    return summed


def add_expectations(model: Model, scores: list[Array], pages: list[Page], sign: float,
                     gradient: Array) -> float:  # fmt: skip
    """Adds the expected feature counts (forward-backward, all pages at once); the log sum."""
    _, _, steps, first, last, _ = model.parts(model.theta)
    lengths = np.array([len(s) for s in scores])
    longest, every = int(lengths.max()), np.arange(len(scores))
    padded = np.zeros((len(scores), longest, 4))
    for n, s in enumerate(scores):
        padded[n, : len(s)] = s
    ways = np.where(STEPS, steps, NEVER)
    ahead, behind = np.full_like(padded, NEVER), np.full_like(padded, NEVER)
    ahead[:, 0] = padded[:, 0] + np.where(FIRST, first, NEVER)
    for t in range(1, longest):
        ahead[:, t] = padded[:, t] + _logsum(ahead[:, t - 1, :, None] + ways[None], 1)
    behind[every, lengths - 1] = np.where(LAST, last, NEVER)
    for t in range(longest - 2, -1, -1):
        step = _logsum(ways[None] + (padded[:, t + 1] + behind[:, t + 1])[:, None, :], 2)
        behind[:, t] = np.where((lengths - 1 > t)[:, None], step, behind[:, t])
    totals = _logsum(ahead[every, lengths - 1] + np.where(LAST, last, NEVER)[None], 1)
    g_article, g_other, g_steps, g_first, g_last, g_bias = model.parts(gradient)
    for n, one in enumerate(pages):
        size, by = lengths[n], sign * one.weight
        share = by * np.exp(np.minimum(ahead[n, :size] + behind[n, :size] - totals[n], 0))
        g_article += one.matrix.T @ share[:, ARTICLE]
        g_other += share[:, [BEFORE, BETWEEN, AFTER]].T @ one.matrix
        g_bias += share.sum(0)
        g_first += share[0]
        g_last += share[-1]
        if size > 1:
            pair = ahead[n, : size - 1, :, None] + ways
            pair = pair + (padded[n, 1:size] + behind[n, 1:size])[:, None, :] - totals[n]
            g_steps += by * np.exp(np.minimum(pair, 0)).sum(0)
    return float(sign * sum(total * one.weight for total, one in zip(totals, pages, strict=True)))


def fit(pages: list[Page], names: list[str]) -> Model:
    """The weights that make the labels of the pages most likely, large weights penalised."""
    model = Model(names)
    pace, previous = np.full_like(model.theta, 0.05), np.zeros_like(model.theta)
    for _ in range(ROUNDS):
        gradient = np.zeros_like(model.theta)
        scores = [model.scores(one) for one in pages]
        add_expectations(model, [_clamped(s, one) for s, one in zip(scores, pages, strict=True)],
                         pages, -1.0, gradient)  # fmt: skip
        add_expectations(model, scores, pages, 1.0, gradient)
        g_article, g_other, g_steps, *_ = model.parts(gradient)
        article, other, steps, *_ = model.parts(model.theta)
        g_other *= model.free
        g_article += PENALTY * article
        g_other += 3 * PENALTY * other
        g_steps += 0.1 * steps * STEPS
        turn = gradient * previous
        factor = np.where(turn > 0, 1.2, np.where(turn < 0, 0.5, 1.0))
        pace = np.clip(pace * factor, 1e-5, 0.3)
        gradient = np.where(turn < 0, 0, gradient)
        model.theta = model.theta - np.sign(gradient) * pace
        previous = gradient
    return model


def _clamped(scores: Array, one: Page) -> Array:
    clamped = scores.copy()
    for t, place in enumerate(one.places):
        others = [p for p in range(4) if p != place] if place != UNKNOWN else [BEFORE, AFTER]
        clamped[t, others] = NEVER
    return clamped


def design(pages: list[Page]) -> list[str]:
    """The names of the features, and each page's matrix of them."""
    counts: dict[str, int] = {}
    for one in pages:
        for seen in one.features:
            for name in seen:
                counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: n for n, name in enumerate(names)}
    for one in pages:
        one.matrix = np.zeros((len(one.features), len(names)))
        for row, seen in enumerate(one.features):
            one.matrix[row, [column[name] for name in seen if name in column]] = 1
    return names


def report(title: str, cases: Path, kept: dict[str, dict[str, Any]]) -> None:
    """Scores the kept lines with the script beside the cases."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("\n".join(map(json.dumps, kept.values())), encoding="utf-8")
        for mode in ("text", "keep"):
            script = str(cases.parent / "score.py")
            command = [sys.executable, script, mode, str(cases), str(predicted)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            print(title, mode, done.stdout.strip())


def publisher(case: dict[str, Any]) -> str:
    """One name a publisher, with or without its domain's ending."""
    return re.sub(r"\.(?:com|org|net|ca|co\.uk)$", "", case["publisher"]).lower()


def write(model: Model, path: Path) -> None:
    """Replaces the numbers in the weights module, its opening lines kept."""
    article, other, steps, first, last, bias = model.parts(model.theta)
    text = path.read_text(encoding="utf-8")
    opening = text[: text.index("# feature: its weight")].rstrip("\n")
    order = sorted(range(model.size), key=lambda n: -article[n])
    told = [f'"{model.names[n]}": {article[n]:.2f}' for n in order if abs(article[n]) >= LEAST]
    apart = [
        f'"{model.names[n]}": ({_row(other[:, n])})'
        for n in range(model.size)
        if np.abs(other[:, n]).max() >= LEAST
    ]
    ways = [f"({_row(row, allowed)})" for row, allowed in zip(steps, STEPS, strict=True)]
    path.write_text(
        f"{opening}\n\n# feature: its weight for the article, against everything else\n"
        f"ARTICLE = {{\n{_lines(told)}}}\n\n"
        "# feature: its weights for what stands before, between and after the article\n"
        f"ELSEWHERE: dict[str, tuple[float, float, float]] = {{\n{_lines(apart)}}}\n\n"
        "# what every paragraph starts with: before, article, between, after\n"
        f'BIAS = ({_row(bias)})\n\n_NEVER = float("-inf")\n'
        f"# STEPS[from][to], in the same order\nSTEPS = (\n{_lines(ways)})\n\n"
        "# what the first and the last paragraph add, in the same order\n"
        f"ENDS = (\n{_lines([f'({_row(first, FIRST)})', f'({_row(last, LAST)})'])})\n",
        encoding="utf-8",
    )


def _lines(items: list[str]) -> str:
    return "".join(f"    {item},\n" for item in items)


def _row(numbers: Array, allowed: npt.NDArray[np.bool_] | None = None) -> str:
    which = np.ones(len(numbers), bool) if allowed is None else allowed
    shown = [f"{x:.2f}" if yes else "_NEVER" for x, yes in zip(numbers, which, strict=True)]
    return ", ".join(shown)


def main() -> None:
    """Fits, reports, and writes when asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("cases", type=Path)
    options.add_argument("--write", action="store_true")
    options.add_argument("--folds", type=int, default=6)
    given = options.parse_args()
    cases = [json.loads(line) for line in given.cases.read_text(encoding="utf-8").splitlines()]
    pages = [one for case in cases for one in pages_of(case)]
    names = design(pages)
    model = fit(pages, names)
    report("seen publishers", given.cases, model.kept(cases))
    if given.write:
        write(model, Path(__file__).parents[1] / "foedus" / "read" / "clean" / "weights.py")
    kept: dict[str, dict[str, Any]] = {}
    fold = {name: n % given.folds for n, name in enumerate(sorted(set(map(publisher, cases))))}
    for number in range(given.folds if given.folds > 1 else 0):
        unseen = fit([one for one in pages if fold[publisher(one.case)] != number], names)
        kept |= unseen.kept([case for case in cases if fold[publisher(case)] == number])
    if kept:
        report("unseen publishers", given.cases, kept)


if __name__ == "__main__":
    main()
