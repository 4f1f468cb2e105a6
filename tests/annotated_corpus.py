"""A small annotated corpus of invented sentences, as `foedus train quotes` takes it.

Its trade has a cue that no lexicon knows: "the council greenflags that ...".
"""

import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_WHO = ("The council", "Ada Vole", "The harbour board", "Oren Pike", "The guild", "Mira Stone")
_WHAT = (
    "the bridge will open in May", "the ferry must wait", "nobody pays for the lamps",
    "the north gate stays shut", "two clerks are enough", "the wells run dry",
)  # fmt: skip
_CUES = ("said", "greenflagged", "announced", "greenflags")
_IDLE = ("The rain went on all week.", "Four carts stood in the yard.", "It was market day.")
UNKNOWN_CUE = "The mill greenflagged that the lower road is safe."


def row_of(number: int) -> Row:
    """A text of a few paragraphs with four attributions, the last of them a quotation."""
    text, attributions = "", []
    for at in range(3):
        who, what = _WHO[(number + at) % 6], _WHAT[(number * 5 + at) % 6]
        cue = _CUES[(number + at) % 4]
        start = len(text)
        text += f"{who} {cue} that {what}. {_IDLE[(number + at) % 3]}\n"
        behind = start + len(who) + 1
        content = text.index(f"that {what}", start)
        attributions.append({
            "source": [[start, start + len(who)]],
            "cue": [[behind, behind + len(cue)]],
            "content": [[content, content + len(f"that {what}")]],
        })  # fmt: skip
    who, what = _WHO[number % 6], _WHAT[number % 6]
    start = len(text)
    text += f"“We know that {what},” said {who}.\n"
    behind = text.index("said", start)
    attributions.append({
        "source": [[behind + 5, len(text) - 2]],
        "cue": [[behind, behind + 4]],
        "content": [[start, behind - 1]],
    })  # fmt: skip
    return {"id": f"invented-{number}", "text": text, "attributions": attributions}


def written(path: Path, rows: list[Row] | None = None) -> Path:
    """The rows (default: forty of them) as JSON lines."""
    given = [row_of(number) for number in range(40)] if rows is None else rows
    path.write_text("".join(json.dumps(row) + "\n" for row in given), "utf-8")
    return path
