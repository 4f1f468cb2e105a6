"""The tree of a page in, what the page says of itself out: title, author, publisher, url, date.

Read from JSON-LD, from meta tags and from the article's `time` element, in this order; nothing is
guessed from the visible text.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

_ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "publish-date", "publication_date", "article.published",
)  # fmt: skip
_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_PUBLISHER = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})")
_LONGEST = 300  # characters; a longer title or name is no title or name


def page_metadata(tree: Any) -> dict[str, str]:
    """What the page says of itself; a key is left out where it says nothing."""
    metas = _metas(tree)
    linked = _linked(tree)
    found = {
        "title": _text(linked.get("headline")) or _first(metas, _TITLE) or _element(tree, "title"),
        "author": _names(linked.get("author")) or _author(metas),
        "publisher": _names(linked.get("publisher")) or _first(metas, _PUBLISHER),
        "url": _address(tree, metas),
        "published": _published(tree, metas, linked),
    }
    return {key: value for key, value in found.items() if value}


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = node.get("property") or node.get("name") or node.get("itemprop")
        value = _text(node.get("content"))
        if key and value:
            found.setdefault(key.strip().lower(), value)
    return found


def _linked(tree: Any) -> dict[str, Any]:
    """The first JSON-LD object that is an article, or the page."""
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() != "application/ld+json" or not node.text:
            continue
        try:
            parsed = json.loads(node.text)
        except (ValueError, RecursionError):
            continue  # a page's broken JSON tells nothing
        for thing in _things(parsed):
            told = "datePublished" in thing or "headline" in thing
            if told and _ARTICLE.search(str(thing.get("@type"))):
                return thing
    return {}


def _things(value: Any) -> Iterator[dict[str, Any]]:
    waiting = [value]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            yield one
            waiting.append(one.get("@graph", []))


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    clean = " ".join(value.split())
    return clean if 0 < len(clean) <= _LONGEST else None


def _names(value: Any) -> str | None:
    """The name of a person or an organisation, or several."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_names, value) if name) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _author(metas: dict[str, str]) -> str | None:
    named = _first(metas, _AUTHOR)
    return None if named and named.startswith("http") else named


def _element(tree: Any, tag: str) -> str | None:
    node = next(tree.iter(tag), None)
    return None if node is None else _text(" ".join(node.itertext()))


def _address(tree: Any, metas: dict[str, str]) -> str | None:
    for node in tree.iter("link"):
        if node.get("rel") == "canonical" and str(node.get("href", "")).startswith("http"):
            return _text(node.get("href"))
    shown = metas.get("og:url")
    return shown if shown and shown.startswith("http") else None


def _published(tree: Any, metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    stated = [linked.get("datePublished"), *(metas.get(key) for key in _PUBLISHED)]
    stated += [node.get("datetime") for node in _times(tree)]
    return next((day for day in map(_day, stated) if day), None)


def _times(tree: Any) -> Iterator[Any]:
    """The `time` elements that are marked as the date of publication, then the article's first."""
    every = list(tree.iter("time"))
    for node in every:
        if node.get("pubdate") is not None or node.get("itemprop") == "datePublished":
            yield node
    for node in every:
        if any(above.tag in ("article", "main") for above in node.iterancestors()):
            yield node


def _day(value: Any) -> str | None:
    """The ISO day of a date as pages write them (ISO 8601, or as in e-mail); else None."""
    if not isinstance(value, str):
        return None
    try:
        if found := _DAY.match(value):
            return date(*map(int, found.groups())).isoformat()
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError):
        return None
