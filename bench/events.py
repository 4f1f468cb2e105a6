"""Who did what to whom: sentences with coded events in, how well they are found, how fast, out."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.scoring import Rows, best_of, rows_of, rows_scored, scored
from foedus.api import annotate
from foedus.model.event import QUAD, EventType
from foedus.read.sentences import parse_each, plain_reading

WRITTEN = Path(__file__).with_name("written") / "events.txt"
NAMES = {"plv": "plv.dev.jsonl", "gsr": "plover_gsr.dev.jsonl", "neutral": "cameo_quad.dev.jsonl"}


def events(data: Path) -> dict[str, float]:
    """The type of an event whose actors are given, and events end to end.

    `root`, `quad` and `binary` are macro F1 on PLV dev with its pairs given; `pair` and `triple`
    F1 of (source, target) and of (source, target, type) on the PLOVER records by country;
    `false_alarms` the events told in 236 sentences that only say something, `heard` the share of 99
    others of that set in which an event is told.
    """
    folder = data / "events"
    plv, gsr, mixed = (rows_of(folder / name) for name in NAMES.values())
    score = folder / "score.py"
    given = scored(score, [folder / NAMES["plv"]], annotate("events", map(_with_pairs, plv)))
    found = scored(score, [folder / NAMES["gsr"]], annotate("events", map(_plain, gsr)))
    told = {row["id"]: _counted(row) for row in annotate("events", map(_plain, mixed))}
    neutral = {row["id"] for row in mixed if row["events"][0]["quad"] == 0}
    return {
        **{
            name: given["class"][level]["macro_f1"]
            for name, level in (("root", "root15"), ("quad", "quad"), ("binary", "binary"))
        },
        "pair": found["set"]["pair.code"]["f1"],
        "triple": found["set"]["triple.root15.code"]["f1"],
        "false_alarms": sum(told[one] for one in neutral),
        "heard": sum(told[i] > 0 for i in told if i not in neutral) / (len(told) - len(neutral)),
    }


def written(data: Path) -> dict[str, float]:
    """The type of an event whose actors are given, on sentences written for this measure.

    They stand in `bench/written/events.txt`; no rule is written for them.
    """
    gold = list(_sentences(WRITTEN.read_text("utf-8").splitlines()))
    found = rows_scored(
        data / "events" / "score.py", gold, annotate("events", map(_with_pairs, gold))
    )
    levels = (("root", "root15"), ("quad", "quad"), ("binary", "binary"))
    return {name: found["class"][level]["macro_f1"] for name, level in levels}


def _sentences(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The rows of gold of lines such as "AID|{Peru} sent tents to [Chile]."."""
    for number, line in enumerate(lines):
        kind, bar, marked = line.partition("|")
        if not bar:
            continue
        sides = (re.search(r"\{(.*?)\}", marked), re.search(r"\[(.*?)\]", marked))
        source, target = ([{"text": side[1]}] for side in sides if side)
        quad = QUAD[EventType(kind)]
        event = {"source": source, "target": target, "type": kind, "quad": quad}
        yield {"id": str(number), "text": re.sub(r"[{}\[\]]", "", marked), "events": [event]}


def events_speed(data: Path) -> dict[str, float]:
    """Finding the events of sentences, over parsing the same, in one run; how many a second are
    read beyond the parse; and forty articles as one text over the same read one by one."""
    rows = [_plain(row) for row in rows_of(data / "events" / NAMES["plv"])[:400]]
    list(annotate("events", rows[:5]))  # everything is loaded before the clock runs
    alone = best_of(lambda: list(parse_each(plain_reading(row["text"]) for row in rows)))
    whole = best_of(lambda: list(annotate("events", iter(rows))))
    articles = [row["text"] for row in rows_of(data / "stories" / "basil.jsonl")[:40]]
    apart = [{"id": number, "text": text} for number, text in enumerate(articles)]
    joined = [{"id": 0, "text": "\n\n".join(articles)}]
    one_by_one = best_of(lambda: list(annotate("events", iter(apart))), 1)
    at_once = best_of(lambda: list(annotate("events", iter(joined))), 1)
    return {
        "ratio": whole / alone,
        "sentences_a_second": len(rows) / (whole - alone),
        "growth": at_once / one_by_one,
    }


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row.get(key) for key in ("id", "text", "date")}


def _with_pairs(row: dict[str, Any]) -> dict[str, Any]:
    pairs: Rows = [{"source": e["source"], "target": e["target"]} for e in row["events"]]
    return {"id": row["id"], "text": row["text"], "pairs": pairs}


def _counted(row: dict[str, Any]) -> int:
    return sum(event["type"] != "STATEMENT" for event in row["events"])


EVENT_MEASURES: dict[str, Callable[[Path], dict[str, float]]] = {
    "events": events, "written": written, "events_speed": events_speed,
}  # fmt: skip
