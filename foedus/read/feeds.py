"""The bytes of a feed in (RSS 0.9x, 1.0, 2.0, Atom), its items out: what each says, as plain text.

feedparser takes the feed apart, in a process of its own with limits of time and memory. It is only
ever handed bytes that were fetched already: given a name, it would open it.
"""

import io
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any

from foedus.model.errors import DocumentError
from foedus.read.decoding import whole
from foedus.read.extracting import taken_apart
from foedus.read.html import plain_text

MAX_ITEMS = 1_000  # a feed with more is an archive
_HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType")  # of feedparser's complaints
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed. `published` has the offset that the feed gives (UTC where it has none).

    `id` is the feed's own, else the link, else the hash of title and text. `link` is "" unless it
    is an address of http or https; `text` is the longest of what the item says, a line a block.
    """

    id: str
    title: str
    link: str
    text: str
    published: datetime | None
    author: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, its items in its order, and what was wrong with it ("" for a sound one).

    Of a feed that is cut off or ill-formed the items are those that can be read.
    """

    title: str
    items: tuple[Item, ...]
    trouble: str


def read_feed(raw: bytes, name: str, content_type: str = "", address: str = "") -> Feed:
    """Read the bytes of a feed. `name` is what messages call it.

    `content_type` is the field that it came with, for its charset; `address` where it stands, for
    its relative links. Raises DocumentError for what is no feed, or declares entities of its own.
    """
    told = json.dumps({"content-type": content_type, "content-location": address})
    answer = taken_apart("feed", told.encode("ascii") + b"\n" + raw, name)
    items = tuple(_item(row) for row in answer["items"])
    return Feed(whole(answer["title"]), items, whole(answer["trouble"]))


def convert_feed(given: bytes) -> dict[str, Any]:
    """The feed as JSON; this runs in the child. The first line has the fields, as JSON.

    Raises DocumentError, whose name the parent fills in.
    """
    import feedparser

    line, _, raw = given.partition(b"\n")
    fields = {name: value for name, value in json.loads(line).items() if value}
    if not raw.strip():
        raise DocumentError("", "empty", "it is empty", "check the address")
    # bytes of any encoding: those of two bytes a letter have a NUL beside each
    if _ENTITY.search(raw.replace(b"\x00", b"")):
        raise DocumentError(
            "", "unreadable", "refused: it declares entities of its own, as no feed needs to",
            "name another feed",
        )  # fmt: skip
    found = feedparser.parse(io.BytesIO(raw), response_headers=fields, sanitize_html=False)
    if not found.get("version"):
        raise DocumentError(
            "", "unreadable", "it is no feed (neither RSS nor Atom)",
            "give the address of the feed, which a page names in its head",
        )  # fmt: skip
    entries = found["entries"]
    title = _plain(found["feed"].get("title_detail"))
    return {
        "title": title,
        "items": [_row(entry, title) for entry in entries[:MAX_ITEMS]],
        "trouble": _trouble(found, len(entries)),
    }


def _trouble(found: Any, count: int) -> str:
    told = []
    error = found.get("bozo_exception")
    if found.get("bozo") and type(error).__name__ not in _HARMLESS:
        reason = _SPACE.sub(" ", str(error))[:200]
        told.append(f"it is ill-formed or cut off ({reason}); {count} items of it can be read")
    if count > MAX_ITEMS:
        told.append(f"it has {count:,} items, of which the first {MAX_ITEMS:,} are read")
    return "; ".join(told)


def _row(entry: Any, feed_title: str) -> dict[str, Any]:
    """An entry as JSON. `dict.get`, as feedparser's own takes one date for another and warns."""
    title = _SPACE.sub(" ", _plain(entry.get("title_detail"))).strip()
    told = [entry.get("summary_detail"), *entry.get("content", [])]
    text = max((_plain(one, lines=True) for one in told if one), key=len, default="")
    link = str(entry.get("link") or "").strip()
    link = link if link.lower().startswith(("http://", "https://")) else ""
    hashed = sha256(f"{title}\n{text}".encode("utf-8", "replace")).hexdigest()
    source = entry.get("source") or {}
    return {
        "id": str(entry.get("id") or link or hashed),
        "title": title,
        "link": link,
        "text": text,
        "published": _published(entry),
        "author": _SPACE.sub(" ", str(entry.get("author") or "")).strip() or None,
        "publisher": _SPACE.sub(" ", str(source.get("title") or feed_title)).strip() or None,
    }


def _plain(detail: Any, lines: bool = False) -> str:
    """What a construct of a feed says: its markup taken off where it has any."""
    if not detail:
        return ""
    value = str(detail.get("value") or "")
    text = value if detail.get("type") == "text/plain" else plain_text(value)
    return text if lines else _SPACE.sub(" ", text).strip()


def _published(entry: Any) -> str | None:
    """When it was published, else brought up to date, as ISO 8601 with the offset of the feed."""
    for key in ("published", "updated"):
        said, parsed = dict.get(entry, key), dict.get(entry, f"{key}_parsed")
        if not parsed:
            continue  # nothing that anybody can read as a day
        for read in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                found = read(str(said).strip())
            except (ValueError, TypeError, IndexError):
                continue
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC).isoformat()
    return None


def _item(row: dict[str, Any]) -> Item:
    told = {key: whole(value) if isinstance(value, str) else value for key, value in row.items()}
    day = told.pop("published")
    return Item(**told, published=datetime.fromisoformat(day) if day else None)
