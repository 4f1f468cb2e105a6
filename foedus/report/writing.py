"""A brief in, three files out: all of them whole, or none touched."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from foedus.model.errors import InputError
from foedus.report.html import to_html
from foedus.report.inert import json_text
from foedus.report.items import Brief
from foedus.report.markdown import to_markdown


def write_brief(
    brief: Brief, folder: Path, name: str = "brief", told: Mapping[str, Any] | None = None
) -> tuple[Path, ...]:
    """Write brief.html, brief.md and brief.json into the folder, which is made where missing.

    `name` is another name for the three files, `told` what the JSON holds instead. Each file is
    written beside its place and moved there, so that a full disk leaves the old files whole.
    Raises InputError where the folder cannot be written.
    """
    contents = {
        f"{name}.html": to_html(brief),
        f"{name}.md": to_markdown(brief, kinds=told is not None),
        f"{name}.json": json_text(told or brief.as_json(), indent=2) + "\n",
    }
    return write_all(contents, folder, name)


def write_all(contents: Mapping[str, str], folder: Path, what: str) -> tuple[Path, ...]:
    """Write the files (name to text) into the folder: all of them whole, or none touched.

    Raises InputError, which calls them `what`, where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".brief-") as waiting:
            for file, text in contents.items():
                (Path(waiting) / file).write_text(text, encoding="utf-8")
            for file in contents:
                (Path(waiting) / file).replace(folder / file)
    except OSError as error:
        problem = error.strerror or str(error)
        raise InputError(
            f"{folder}: the {what} cannot be written ({problem}); name another folder with --out"
        ) from error
    return tuple(folder / file for file in contents)
