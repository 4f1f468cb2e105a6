"""Text from documents in, text out that acts on nothing: no terminal, no order of reading, no JSON.

Control characters move cursors and colour screens, marks of direction make words read in another
order than they are stored, half of a surrogate pair can be written to no file.
"""

import json
import re
from html import escape

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_ENDS = re.compile("[\u2028\u2029]")  # some readers of JSON lines end a line at these
_FIRST_PICTURE = 0x2400  # the signs that Unicode has for the 32 controls: ␀, ␁, ... ␛


def without_controls(text: str) -> str:
    """The text without the characters that act."""
    return _ACTING.sub("", text)


def with_pictures(text: str) -> str:
    """The text, each character that acts shown by a sign in its place: ␛ for escape, else U+FFFD.

    The length stays.
    """
    return _ACTING.sub(_picture, text)


def html_text(text: str) -> str:
    """The text for a cell of a table: no element, no entity, no character that acts."""
    return escape(with_pictures(text))


def json_text(value: object, indent: int | None = None) -> str:
    """The value as JSON, the characters that act written as escapes: it parses to the same."""
    text = _ACTING.sub(_escape, json.dumps(value, ensure_ascii=False, indent=indent))
    return _LINE_ENDS.sub(_escape, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_FIRST_PICTURE + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
