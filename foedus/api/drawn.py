"""A picture and the data that it shows in, two files beside each other out: SVG and JSON."""

import re
from pathlib import Path
from typing import Any

from foedus.model.errors import InputError
from foedus.report.inert import json_text

_VARIABLE = re.compile(r"var\(--[a-z]+, (#[0-9a-fA-F]+)\)")


def write_drawn(picture: str, data: Any, path: str | Path) -> tuple[Path, Path]:
    """Write the SVG element to `path` and its data to the same name ending in .json.

    Raises InputError where the name does not end in .svg, or cannot be written.
    """
    drawn = Path(path)
    if drawn.suffix.lower() != ".svg":
        raise InputError(f"{drawn}: pictures are drawn as SVG; name it {drawn.stem}.svg")
    beside = drawn.with_suffix(".json")
    try:
        # a page gives the picture its ground; a file of its own needs one
        text = picture.replace("<svg ", '<svg style="background:#fff" ', 1)
        text = _VARIABLE.sub(r"\1", text)  # and colours that no page is there to set
        drawn.write_text(f"{text}\n", encoding="utf-8")
        beside.write_text(json_text(data, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{drawn}: cannot be written ({error.strerror}); name another") from error
    return drawn, beside
