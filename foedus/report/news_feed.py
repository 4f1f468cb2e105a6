"""Changes in, an Atom feed of them out (RFC 4287), the newest first, for any reader of feeds."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5
from xml.etree import ElementTree

from foedus import __version__
from foedus.model.news import News
from foedus.report.inert import with_pictures
from foedus.report.writing import write_all

SHOWN = 200  # entries: readers of feeds ask more often than so many come in
_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[\ufffe\uffff]")  # characters that no XML holds, beside those that act


def to_atom(changes: Sequence[News], feed: UUID, title: str, updated: datetime) -> str:
    """The feed as text. `feed` is its id for good; of the changes the newest `SHOWN` are in it.

    An entry's id is made of the feed's and the change's key: the same at every writing.
    """
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(root, "title", title)
    _add(root, "id", feed.urn)
    _add(root, "updated", _stamp(max([updated, *(one.updated for one in changes)])))
    _add(_add(root, "author"), "name", "foedus")
    _add(root, "generator", "foedus", version=__version__)
    newest = sorted(changes, key=lambda change: change.updated, reverse=True)
    for change in newest[:SHOWN]:
        _entry(root, change, feed)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def write_atom(
    changes: Sequence[News], out: Path, feed: UUID, title: str, updated: datetime
) -> None:
    """Write the feed whole, or leave the old one. Raises InputError where it cannot be written."""
    text = to_atom(changes, feed, title, updated)
    write_all({out.name: text}, out.parent, "feed of changes")


def _entry(root: ElementTree.Element, change: News, feed: UUID) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", change.title)
    _add(entry, "id", uuid5(feed, change.key).urn)
    _add(entry, "updated", _stamp(change.updated))
    _add(entry, "category", term=change.kind.value)
    if change.link:
        _add(entry, "link", rel="alternate", href=change.link)
    _add(entry, "content", change.text, type="text")


def _add(
    parent: ElementTree.Element, name: str, text: str = "", **fields: str
) -> ElementTree.Element:
    clean = {key: _inert(value) for key, value in fields.items()}
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", clean)
    child.text = _inert(text) or None
    return child


def _inert(text: str) -> str:
    """The text with nothing in it that XML forbids, or that a terminal or a reader acts on."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", with_pictures(text))


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
