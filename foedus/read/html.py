"""A page's UTF-8 in, its visible lines, what the markup says of each, and its metadata out.

One block of the page is one line; `br` ends a line; the words of a picture (its alternative text)
are a line of their own. Nothing is chosen here: trafilatura's main text only marks lines.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from foedus.model.errors import DocumentError
from foedus.read.clean.hints import Hint, PageHints
from foedus.read.extracting import MAX_CHARACTERS, Extract
from foedus.read.metadata import page_metadata

_UNSEEN = frozenset({
    "head", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math",
    "canvas", "audio", "video", "map", "select", "datalist", "input", "textarea", "title", "meta",
    "link",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "ruby", "rb", "rt", "rp",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_ASIDE = frozenset({"nav", "footer", "aside", "form", "button", "menu", "dialog"})
_ASIDE_ROLES = frozenset({
    "navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu",
    "menubar", "banner", "button",
})  # fmt: skip
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHITE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_SHORT = 4  # words; a shorter line is in the main text only where it is a whole line of it

Hints = frozenset[Hint]


def convert_html(raw: bytes) -> Extract:
    """The text of the page, one line a block. Raises DocumentError where it cannot be parsed."""
    tree = _parse(raw)
    page = _Page()
    page.walk(tree)
    texts = [text for text, _ in page.lines]
    main = _main_lines(raw) if sum(map(len, texts)) <= MAX_CHARACTERS else _Main([])
    hints = tuple(hint | {Hint.MAIN} if main.holds(text) else hint for text, hint in page.lines)
    return Extract("\n".join(texts), PageHints(hints), page_metadata(tree))


def plain_text(markup: str) -> str:
    """The visible lines of a piece of a page, such as a feed holds; "" where there are none."""
    if not markup.strip():
        return ""
    page = _Page()
    page.walk(_parse(f"<body>{markup}".encode("utf-8", "replace")))
    return "\n".join(text for text, _ in page.lines)


def _parse(raw: bytes) -> Any:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(
            "", "unreadable", f"it is no HTML ({error})", "save the report as plain text"
        ) from error
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        raise DocumentError(
            "", "unreadable", "its HTML is nested too deeply", "save the report as plain text"
        )
    if tree is None:
        raise DocumentError("", "empty", "it holds no text", "check that it was saved whole")
    return tree


class _Page:
    """Gathers the visible lines of a page, without recursion: hostile pages are deep."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, Hints]] = []
        self._words: list[str] = []
        self._hints: Hints = frozenset()

    def walk(self, root: Any) -> None:
        stack: list[tuple[Any, Hints, bool]] = [(root, frozenset(), True)]
        while stack:
            node, around, opening = stack.pop()
            tag = node.tag if isinstance(node.tag, str) else ""
            if not opening:
                self._leave(tag, around)
                self._add(node.tail, around)
                continue
            if not tag or _unseen(node, tag):
                self._add(node.tail, around)
                continue
            hints = around | _hints_of(node, tag)
            self._enter(node, tag, hints)
            stack.append((node, around, False))
            stack.extend((child, hints, True) for child in reversed(node))
        self._end()

    def _enter(self, node: Any, tag: str, hints: Hints) -> None:
        if tag not in _INLINE:
            self._end()
        if tag == "img":
            self._add(node.get("alt"), hints | {Hint.ASIDE})
            self._end()
        if tag == "q":
            self._add("“", hints)
        self._add(node.text, hints)

    def _leave(self, tag: str, around: Hints) -> None:
        if tag == "q":
            self._add("”", around)
        elif tag not in _INLINE:
            self._end()

    def _add(self, text: str | None, hints: Hints) -> None:
        if text:
            if text.strip() and not any(part.strip() for part in self._words):
                self._hints = hints
            self._words.append(text)

    def _end(self) -> None:
        line = _WHITE.sub(" ", "".join(self._words)).strip()
        if line:
            self.lines.append((line, self._hints))
        self._words = []


def _unseen(node: Any, tag: str) -> bool:
    return (
        tag in _UNSEEN
        or node.get("hidden") is not None
        or node.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(node.get("style", "")))
    )


def _hints_of(node: Any, tag: str) -> Hints:
    found = set()
    if tag in _ASIDE or node.get("role") in _ASIDE_ROLES:
        found.add(Hint.ASIDE)
    if tag == "h1":
        found.add(Hint.TITLE)
    elif tag in _HEADINGS:
        found.add(Hint.HEADING)
    elif tag == "figcaption":
        found.add(Hint.CAPTION)
    elif tag == "li":
        found.add(Hint.ITEM)
    return frozenset(found)


class _Main:
    """Trafilatura's main text, to look lines up in by their words."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = {_key(line) for line in lines}
        self._all = f" {' '.join(map(_key, lines))} "

    def holds(self, line: str) -> bool:
        key = _key(line)
        if not key:
            return False
        return key in self._lines or (key.count(" ") >= _SHORT and f" {key} " in self._all)


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold()))


def _main_lines(raw: bytes) -> _Main:
    """The main text; nothing where trafilatura finds none, or fails on a page that we can read."""
    import trafilatura

    try:
        found = trafilatura.extract(raw.decode("utf-8"), include_comments=False)
    except (RecursionError, ValueError, AttributeError, etree.LxmlError):
        found = None  # the hints are a help, the lines are judged without them too
    return _Main(list(_filled(found or "")))


def _filled(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if line.strip())
