"""A brief in, three files out: all of them whole, or none touched."""

import tempfile
from pathlib import Path

from foedus.model.errors import InputError
from foedus.report.html import to_html
from foedus.report.inert import json_text
from foedus.report.items import Brief
from foedus.report.markdown import to_markdown


def write_brief(brief: Brief, folder: Path) -> tuple[Path, ...]:
    """Write brief.html, brief.md and brief.json into the folder, which is made where missing.

    Each file is written beside its place and moved there, so that a full disk leaves the old
    files whole. Raises InputError where the folder cannot be written.
    """
    contents = {
        "brief.html": to_html(brief),
        "brief.md": to_markdown(brief),
        "brief.json": json_text(brief.as_json(), indent=2) + "\n",
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".brief-") as waiting:
            for name, text in contents.items():
                (Path(waiting) / name).write_text(text, encoding="utf-8")
            for name in contents:
                (Path(waiting) / name).replace(folder / name)
    except OSError as error:
        problem = error.strerror or str(error)
        raise InputError(
            f"{folder}: the brief cannot be written ({problem}); name another folder with --out"
        ) from error
    return tuple(folder / name for name in contents)
