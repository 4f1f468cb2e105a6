"""The measures: each runs a reader over gold data and returns its numbers.

The data lie beside the repository (`../shared/data`); its own `score.py` files do the scoring.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from bench.aligned import ALIGNED_MEASURES
from bench.called import CASES, record, totals
from bench.called import called as called_in
from bench.events import EVENT_MEASURES
from bench.panels import panels
from bench.reasoning import REASONING
from bench.scoring import best_of, rows_of, scored
from bench.statements import STATEMENT_MEASURES
from bench.stories import STORY_MEASURES
from bench.wars import rows_of as cases_of
from foedus.api import annotate
from foedus.model.claim import Claim
from foedus.model.document import KEPT_ROLES, Document, Span
from foedus.model.identity import text_hash
from foedus.model.reading import Reading
from foedus.read.clean import line_roles
from foedus.read.pipeline import read
from foedus.read.sentences import normalised, pipeline, plain_reading

Numbers = dict[str, float]
JUDGED = Path(__file__).parent / "judged"


def lines(data: Path) -> Numbers:
    """Page furniture: 4-token shingle F1 of the kept text, F1 of body lines by page."""
    cases = data / "furniture" / "cases.jsonl"
    predicted = list(
        annotate("lines", ({"id": r["id"], "text": r["text"]} for r in rows_of(cases)))
    )
    score = data / "furniture" / "score.py"
    text = scored(score, ["text", cases], predicted)
    keep = scored(score, ["keep", cases], predicted)
    return {
        "shingle_f1": text["f1"],
        "line_f1": keep["macro_f1"],
        "line_f1_micro": keep["micro_f1"],
    }


def seeds(data: Path) -> Numbers:
    """The two founding reports: body lines kept, other lines let through, as judged by eye."""
    texts = {text_hash(p.read_text("utf-8")): p for p in (data / "seeds").glob("*.txt")}
    body = {
        (row["document"], row["start"])
        for row in rows_of(JUDGED / "lines.jsonl")
        if row["verdict"] == "body"
    }
    kept: set[tuple[str, int]] = set()
    for hash_, path in texts.items():
        document = Document(path.read_text("utf-8"))
        kept |= {
            (hash_, line.span.start)
            for line in line_roles(document)
            if line.role in KEPT_ROLES and line.span.of(document.text).strip()
        }
    return {"body_kept": len(body & kept), "other_kept": len(kept - body)}


def actors(data: Path) -> Numbers:
    """The country of an actor string: share right and share wrong (a blank is neither)."""
    folder = data / "events"
    gsr, dev = folder / "plover_gsr.dev.jsonl", folder / "actors.dev.jsonl"
    questions = [
        {"id": f"{r['id']}:{side}:{i}", "actor": a["text"], "date": r["date"]}
        for r in rows_of(gsr)
        for event in r["events"][:1]
        for side in ("source", "target")
        for i, a in enumerate(event[side])
        if a.get("text") and a.get("code")
    ]
    asked = [{k: r[k] for k in ("id", "actor", "context", "date")} for r in rows_of(dev)]
    first = scored(folder / "score.py", ["--gsr", gsr], annotate("actors", questions))
    second = scored(folder / "score.py", ["--actors", dev], annotate("actors", asked))
    return {
        "gsr_country": first["country"]["accuracy"],
        "gsr_wrong": first["country"]["wrong"],
        "gsr_role": first["role"]["accuracy"],
        "dev_country": second["country"]["accuracy"],
        "dev_wrong": second["country"]["wrong"],
        "dev_role": second["role"]["accuracy"],
    }


def passages(data: Path) -> Numbers:
    """Everything extracted from 40 articles and the founding reports: do the passages slice?"""
    right = total = 0
    for text in _articles(data):
        for span, words in _cited(read(Document(text))):
            total += 1
            right += span.of(text) == words if words is not None else bool(span.of(text).strip())
    return {"exact": right / total, "passages": total}


def _cited(reading: Reading) -> Iterable[tuple[Span, str | None]]:
    for claim in reading.claims:
        yield from _claim_spans(claim)
    for said in reading.statements:
        yield from ((span, None) for span in (*said.speaker, *said.cue, *said.content))
    for entity in reading.cast.entities:
        yield from ((a.span, a.text) for a in entity.affiliations)


def _claim_spans(claim: Claim) -> Iterable[tuple[Span, str | None]]:
    yield claim.passage, None
    yield from ((filler.span, filler.text) for _, filler in claim.roles)
    yield from ((span, None) for span in (*claim.mood_words, *claim.hedge))
    if claim.time.span:
        yield claim.time.span, claim.time.said


def _articles(data: Path) -> list[str]:
    basil = rows_of(data / "stories" / "basil.jsonl")[:40]
    return [r["text"] for r in basil] + [
        p.read_text("utf-8") for p in sorted((data / "seeds").glob("*.txt"))
    ]


def called(data: Path) -> Numbers:
    """Whether a promise was called, over 331 cases of treaty and war, by the coarse treaties."""
    alliances = data / "alliances"
    known = record(alliances)
    told = totals(called_in(case, known) for case in cases_of(alliances / CASES))
    parts = {
        "f1_early": "1816-1944",
        "f1_late": "1945-2003",
        "f1_without_world_wars": "without the World Wars",
        "f1_second_coding": "second coding",
    }
    return {**told["all"], **{name: told[part]["f1"] for name, part in parts.items()}}


def speed(data: Path) -> Numbers:
    """Reading 40 articles over spaCy's own parse of the same texts, in one run, best of three.

    Twice: over the parse of the articles as they stand, and of their paragraphs one by one.
    """
    texts = [r["text"] for r in rows_of(data / "stories" / "basil.jsonl")[:40]]
    nlp = pipeline()
    paragraphs = [
        [normalised(block.span.of(one.text)) for block in one.blocks]
        for one in map(plain_reading, texts)
    ]
    read(Document(texts[0]))  # everything is loaded before the clock runs

    def parse_paragraphs() -> None:
        for blocks in paragraphs:
            list(nlp.pipe(blocks))

    def parse_articles() -> None:
        for text in texts:
            nlp(text)

    def whole() -> None:
        for text in texts:
            read(Document(text))

    alone, cut, reading = best_of(parse_articles), best_of(parse_paragraphs), best_of(whole)
    return {"ratio": reading / alone, "ratio_to_paragraphs": reading / cut, "read_seconds": reading}


MEASURES: dict[str, Callable[[Path], Numbers]] = {
    "lines": lines,
    "seeds": seeds,
    "actors": actors,
    **EVENT_MEASURES,
    **STATEMENT_MEASURES,
    "passages": passages,
    "speed": speed,
    "called": called,
    "panels": panels,
    **STORY_MEASURES,
    **ALIGNED_MEASURES,
    **REASONING,
}
