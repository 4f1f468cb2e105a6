"""Named speakers, judged by eye: a seeded draw of statements out, with the words around them.

    python bench/speakers.py draw --seed 7            # statements whose speaker has a name
    python bench/speakers.py open --seed 7 --count 60 # pronouns and titles led to nobody
    python bench/speakers.py keep --seed 7 --wrong 3,17  # the numbers judged wrong

Half of a draw comes from PolNeAR dev, half from the English articles and the BASIL stories beside
the repository. `keep` writes hashes, offsets and verdicts to bench/judged/speakers.jsonl, no text.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from foedus.model.actor import Cast, Entity, MentionForm  # noqa: E402 - the root comes first
from foedus.model.document import Document, Span  # noqa: E402
from foedus.model.reading import Reading  # noqa: E402
from foedus.model.statement import SpeakerKind, Statement  # noqa: E402
from foedus.read.pipeline import read  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
JUDGED = ROOT / "bench" / "judged" / "speakers.jsonl"
TEXTS = 60  # of each half, drawn first: reading them takes a minute
BEFORE, BEFORE_NAME, AFTER = 900, 160, 160  # characters shown about a statement
_NAMING = frozenset({
    MentionForm.NAME, MentionForm.SURNAME, MentionForm.DEMONYM, MentionForm.METONYM,
})  # fmt: skip
_PEOPLE = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
_OPEN = re.compile(r"(?:he|she|they|the (?:[\w.’'-]+ ){0,3}[\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One statement of a draw, with the reading that it stands in."""

    reading: Reading
    statement: Statement

    @property
    def entity(self) -> Entity | None:
        at = self.statement.entity
        return None if at is None else self.reading.cast.entities[at]


def texts(seed: int) -> tuple[list[tuple[str, date | None]], list[tuple[str, date | None]]]:
    """The texts of each half, with the day of publication where it is known."""
    polnear = _rows("attribution/polnear_dev.jsonl")
    basil = _rows("stories/basil.jsonl")
    pages = [p for p in sorted((DATA / "articles").glob("*.txt")) if not p.name.startswith("de_")]
    first: list[tuple[str, date | None]] = [(row["text"], _day_in(row["id"])) for row in polnear]
    second: list[tuple[str, date | None]] = [
        (row["text"], date.fromisoformat(row["date"])) for row in basil
    ]
    draw = random.Random(seed)
    articles = [(page.read_text("utf-8"), None) for page in pages]
    return draw.sample(first, TEXTS), [*articles, *draw.sample(second, TEXTS - len(articles))]


def _rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _day_in(name: str) -> date | None:
    found = re.search(r"(20\d\d)-(\d\d)-(\d\d)", name)
    return date(*map(int, found.groups())) if found else None


def has_name(cast: Cast, number: int) -> bool:
    """Whether the text names the entity, or the gazetteer knows who it is."""
    return cast.entities[number].actor is not None or any(
        mention.entity == number and mention.form in _NAMING for mention in cast.mentions
    )


def drawn(seed: int, count: int, *, open_ones: bool = False) -> Iterator[Drawn]:
    """`count` statements, half from each half of the texts, in an order that the seed fixes."""
    draw = random.Random(seed)
    for half in texts(seed):
        found: list[Drawn] = []
        for text, day in half:
            reading = read(Document(text), day)
            wanted = _open if open_ones else _named
            found += [Drawn(reading, s) for s in reading.statements if wanted(reading, s)]
        yield from draw.sample(found, min(count // 2, len(found)))


def told_and_open(seed: int) -> str:
    """How many speakers that point back are led to a name, and how many are not."""
    back = [
        _open(reading, statement)
        for half in texts(seed)
        for reading in (read(Document(text), day) for text, day in half)
        for statement in reading.statements
        if _points_back(reading, statement)
    ]
    return f"{len(back)} point back, {sum(back)} of them are led to no name\n"


def _named(reading: Reading, statement: Statement) -> bool:
    number = statement.entity
    return number is not None and has_name(reading.cast, number)


def _points_back(reading: Reading, statement: Statement) -> bool:
    """A pronoun, or a person or body told by a noun and its article: "she", "the governor"."""
    said = " ".join(span.of(reading.document.text) for span in statement.speaker)
    pronoun = said.lower() in ("he", "she", "they")
    return bool(_OPEN.fullmatch(said)) and (pronoun or statement.speaker_kind in _PEOPLE)


def _open(reading: Reading, statement: Statement) -> bool:
    """One that points back, and is led to no name."""
    lost = not statement.joint and not _named(reading, statement)
    return lost and _points_back(reading, statement)


def shown(number: int, one: Drawn) -> str:
    """The statement with the words around it, the speaker in [[ ]], the content in {{ }}."""
    text, said = one.reading.document.text, one.statement
    marks = [(s, "[[", "]]") for s in said.speaker] + [(s, "{{", "}}") for s in said.content]
    who = one.entity
    words = " ".join(span.of(text) for span in said.speaker)
    plain = who is not None and who.name.split()[-1] in words
    first = max(0, min(s.start for s, _, _ in marks) - (BEFORE_NAME if plain else BEFORE))
    last = min(len(text), max(s.end for s, _, _ in marks) + AFTER)
    for span, opening, closing in sorted(marks, key=lambda m: -m[0].start):
        text = text[: span.end] + closing + text[span.end :]
        text = text[: span.start] + opening + text[span.start :]
        last += len(opening) + len(closing)
    told = f"{who.name} ({who.actor or who.kind.value})" if who else "-"
    return f"### {number} -> {told} | {said.cue_lemma}\n{text[first:last]}\n"


def row(one: Drawn, right: bool, seed: int) -> dict[str, object]:
    """A judged statement as it is kept: where it stands, the verdict, the seed; no text."""
    speaker, content = one.statement.speaker[0], one.statement.content[0]
    return {
        "document": one.reading.document.id,
        "speaker": _pair(speaker),
        "content": _pair(content),
        "verdict": "right" if right else "wrong",
        "seed": seed,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def main(arguments: list[str]) -> int:
    """Print a draw, or keep the verdicts on one; the share that is right comes last."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("draw", "open", "keep"))
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--wrong", default="", help="the numbers judged wrong, with commas")
    given = parser.parse_args(arguments)
    found = list(drawn(given.seed, given.count, open_ones=given.what == "open"))
    if given.what == "open":
        print(told_and_open(given.seed))
    if given.what != "keep":
        print("\n".join(shown(number, one) for number, one in enumerate(found, 1)))
        return 0
    wrong = {int(number) for number in given.wrong.split(",") if number}
    rows = [row(one, number not in wrong, given.seed) for number, one in enumerate(found, 1)]
    JUDGED.write_text("".join(f"{json.dumps(one)}\n" for one in rows), encoding="utf-8")
    print(f"{len(rows) - len(wrong)} of {len(rows)} right")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
