"""Rows of texts in, rows in the formats of the gold files out: one reader over many texts."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.model.errors import InputError
from foedus.model.reading import Row
from foedus.read.decoding import whole
from foedus.read.extracting import MAX_CHARACTERS

if TYPE_CHECKING:
    from foedus.read.quotes.learned import Tagger

TEXT_TASKS = ("lines", "actors", "quotes", "events")
TASKS = (*TEXT_TASKS, "stories", "casus")


def annotate(
    task: str,
    rows: Iterable[Row],
    baseline: Path | None = None,
    *,
    speakers: bool = False,
    scale: str | None = None,
    model: "Tagger | None" = None,
) -> Iterator[Row]:
    """Run one reader over many texts: rows with `id` and `text` in, gold-format rows out.

    `task` is one of `TASKS`; for "actors" a row may carry `actor` instead of `text`, for "casus"
    it carries a `scenario`, which is put to the library and to the `baseline`, a folder of imported
    history; for "stories" it may carry `title` and `date`. With `speakers` each attribution of
    "quotes" says who speaks; with a `scale` (see
    `scale_rows`) it has its `likelihood` on it, null where the scale has none; with a
    `model` (see `load_tagger`) rules and tagger find the attributions together. A NUL and half of a
    surrogate pair are read as U+FFFD, offsets stay. Raises InputError for a row that has not what
    the task needs, or holds more characters than can be read.
    """
    if task not in TASKS:
        raise InputError(f"no task '{task}'; one of: {', '.join(TASKS)}")
    if model is not None and task != "quotes":
        raise InputError(f"a model is for 'quotes' alone; leave it out with '{task}'")
    rows = (readable(task, row, f"row {number}") for number, row in enumerate(rows, 1))
    if task == "lines":
        from foedus.read.clean import annotate_lines

        return annotate_lines(rows)
    if task == "actors":
        from foedus.read.actors import annotate_actors

        return annotate_actors(rows)
    if task == "stories":
        from foedus.read.stories import annotate_stories

        return annotate_stories(rows)
    if task == "events":
        from foedus.read.events.annotate import annotate_events

        return annotate_events(rows)
    if task == "casus":
        from foedus.api.asking import annotate_casus

        return annotate_casus(rows, baseline)
    from foedus.read.quotes import annotate_quotes

    if scale is None:
        return annotate_quotes(rows, speakers, model)
    from foedus.api.likely import run_with_likelihood

    return run_with_likelihood(lambda given: annotate_quotes(given, speakers, model), rows, scale)


def readable(task: str, row: Row, place: str) -> Row:
    """The row with texts that can be read; `place` is what an error calls the row."""
    needed = ("actor", "text") if task == "actors" else ("text",)
    if "id" not in row:
        raise InputError(f"{place}: a row needs an `id`")
    if task == "casus":
        if not isinstance(row.get("scenario"), dict):
            raise InputError(f"{place}: a row needs a `scenario`, a table of id, on and events")
        return row
    if not any(isinstance(row.get(name), str) for name in needed):
        also = " (or an `actor`)" if "actor" in needed else ""
        raise InputError(f"{place}: a row needs a `text`{also}")
    for name in needed:
        length = len(row[name]) if isinstance(row.get(name), str) else 0
        if length > MAX_CHARACTERS:
            raise InputError(
                f"{place}: its `{name}` holds {length:,} characters, more than"
                f" {MAX_CHARACTERS:,}; split it"
            )
    return {
        key: whole(value) if key != "id" and isinstance(value, str) else value
        for key, value in row.items()
    }
