"""Reports given as texts in, their comparison out."""

from pathlib import Path

import foedus
from foedus.api import Compared


def compared_of(folder: Path, *texts: str) -> Compared:
    """The texts side by side, each a report of its own."""
    with foedus.open() as desk:
        for index, text in enumerate(texts):
            path = folder / f"{index}.{'html' if text.startswith('<') else 'txt'}"
            path.write_text(text, "utf-8")
            desk.read(path)
        return desk.compare()


def texts_of(found: Compared, kind: str) -> list[str]:
    """The lines of one kind."""
    return [item.text for item in found.comparison.of(kind)]
