"""Words in, lines that fit out: a picture breaks between words and shows nothing that acts."""

import re
import textwrap
import unicodedata

from foedus.report.inert import with_pictures

SIZE, SMALL = 13.0, 12.0
LEADING = 1.25
_NO_XML = re.compile("[\ufffe\uffff]")
# mean width of a letter of a sans serif, in ems; a full-width one fills its square
_NARROW, _WIDE = 0.5, 1.0


def inert(text: str) -> str:
    """The words on one line, without what acts on a screen or may not stand in XML."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", with_pictures(" ".join(text.split())))


def width_of(text: str, size: float = SIZE) -> float:
    """About how many pixels the longest line of a text takes."""
    return max(sum(_ems(c) for c in line) * size for line in (text.split("\n") or [""]))


def lines_that_fit(text: str, width: float, lines: int = 2, size: float = SIZE) -> str:
    """The text broken between words into lines of at most `width` pixels; what is over is left out.

    A single word that is too long for a line is broken.
    """
    words = inert(text)
    mean = sum(map(_ems, words)) / len(words) if words else _NARROW
    room = max(4, int(width / (mean * size)))
    return "\n".join(
        textwrap.wrap(words, room, max_lines=lines, placeholder=" …", break_on_hyphens=False)
    )


def height_of(text: str, size: float = SIZE) -> float:
    """How many pixels the lines of a text take."""
    return (text.count("\n") + 1) * size * LEADING


def some_of(things: list[str], room: int) -> str:
    """As many whole things as fit into so many letters, and how many more there are."""
    kept = things[:1]
    for thing in things[1:]:
        if len(", ".join([*kept, thing])) > room:
            return f"{', '.join(kept)} +{len(things) - len(kept)} more"
        kept.append(thing)
    return ", ".join(kept)


def _ems(letter: str) -> float:
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _NARROW
