"""A feed and what is known of it in, its new items in the ledger as documents out."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from typing import Any, Protocol

from foedus.api.shown import ReadFile
from foedus.api.taking import our_mistake, take
from foedus.ledger import Ledger
from foedus.ledger.watched import Watched
from foedus.model.errors import DocumentError, FetchError, FoedusError, InputError
from foedus.read.feeds import Feed, Item, read_feed
from foedus.read.fetch import Door, Fetched, Known
from foedus.read.fetch.door import FEED_TYPES, PAGE_TYPES
from foedus.read.receive import Received, load_file, receive

_PAUSE = 1.0  # seconds between two pages of a run: nobody's server is to notice
_BUSY = frozenset({429, 503})
_AGAIN = "not-kept"  # the ledger took nothing of it: the item is read at the next run


class Progress(Protocol):
    """Told of each step as it is begun, and of how many `more` there will be than it knew of."""

    def __call__(self, name: str, more: int = 0) -> None: ...


def utc_now() -> datetime:
    """The clock that watching goes by unless it is given another."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Means:
    """By what watching works: the way to the network (made when it is first needed), the clock by
    which feeds are due, chance for the jitter, how to pause."""

    door: Callable[[], Door]
    now: Callable[[], datetime] = utc_now
    chance: random.Random = field(default_factory=random.Random)
    pause: Callable[[float], None] = sleep


@dataclass(slots=True)
class Visit:
    """What became of one feed: `state` is read, unchanged, waiting (`until`) or failed (`why`).

    `read` are its new items; `failed` those that cannot be read, or whose page cannot be had;
    `known` how many were read before; `trouble` what is wrong with the feed itself.
    """

    feed: str
    state: str
    title: str = ""
    known: int = 0
    read: list[ReadFile] = field(default_factory=list)
    failed: list[FoedusError] = field(default_factory=list)
    trouble: str = ""
    why: str = ""
    until: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """The visit as JSON."""
        told = {name: getattr(self, name) for name in ("feed", "state", "title", "known")}
        return {
            **told,
            "read": [{n: getattr(one, n) for n in ReadFile.__slots__} for one in self.read],
            "failed": list(map(str, self.failed)),
            "trouble": self.trouble,
            "why": self.why,
            "until": self.until.isoformat() if self.until else None,
        }


def is_address(feed: str) -> bool:
    """Whether it is an address and no file. Raises InputError for a scheme that is not fetched."""
    scheme, mark, _ = feed.partition("://")
    if not mark:
        return False
    if scheme.lower() not in ("http", "https"):
        raise InputError(
            f"{feed}: '{scheme}' is not fetched; give an address of http or https, or a file"
        )
    return True


def key_of(feed: str) -> str:
    """Under which name a feed is kept: its address, or its file in full."""
    return feed if is_address(feed) else str(Path(feed).resolve())


class Arrival:
    """One feed on its way into a ledger. `after` is what is known of it, at any time."""

    def __init__(self, feed: str, before: Watched, ledger: Ledger, means: Means) -> None:
        self.after = before
        self.visit = Visit(feed, "waiting")
        self._ledger = ledger
        self._means = means
        self._busy: set[str] = set()

    def come(self, articles: bool, progress: Progress) -> None:
        """Fetch the feed where it is due and read its new items; `articles`: the pages of these.

        Whatever is wrong with the feed is told in `visit`, and with an item beside the others.
        """
        feed, now = self.visit.feed, self._means.now()
        progress(feed)
        if is_address(feed) and not self.after.is_due(now):
            self.visit.until = self.after.until
            return
        try:
            fetched = self._fetched()
            body = fetched.body
            found = (
                read_feed(body, feed, fetched.content_type, fetched.address)
                if body is not None
                else None
            )
        except (FetchError, DocumentError) as error:
            self._failed(error, now)
            return
        except Exception as error:
            # whatever is met on the way, the other feeds are read, and this one is named
            self._failed(our_mistake(feed, error), now)
            return
        if found is None:
            self.visit.state = "unchanged"
            self.after = self.after.succeeded(self.after.etag, self.after.modified)
            return
        self.visit.state, self.visit.title, self.visit.trouble = "read", found.title, found.trouble
        if self._read(found, articles, progress):
            self.after = self.after.succeeded(fetched.known.etag, fetched.known.modified)
        else:  # without the host's marks, the feed comes again in full
            self.after = self.after.succeeded(None, None)

    def _fetched(self) -> Fetched:
        feed = self.visit.feed
        if not is_address(feed):
            return Fetched("", load_file(Path(feed), feed))
        known = Known(self.after.etag, self.after.modified)
        return self._means.door().get(feed, FEED_TYPES, known)

    def _failed(self, error: FetchError | DocumentError, now: datetime) -> None:
        self.visit.state, self.visit.why = "failed", str(error)
        unasked = isinstance(error, FetchError) and error.code == "address"
        if is_address(self.visit.feed) and not unasked:
            asked = error.retry_after if isinstance(error, FetchError) else None
            self.after = self.after.failed(now, self._means.chance, asked)
            self.visit.until = self.after.until

    def _read(self, found: Feed, articles: bool, progress: Progress) -> bool:
        """Read the new items, the oldest first; whether the ledger took them all."""
        seen = set(self.after.seen)
        items = {item.id: item for item in reversed(found.items)}
        new = [item for item in items.values() if item.id not in seen]
        self.visit.known = len(items) - len(new)
        # those that stand in the feed are the last to be forgotten
        self.after = self.after.with_seen(one for one in items if one in seen)
        kept = True
        for place, item in enumerate(new):
            progress(item.title or item.link or item.id, 0 if place else len(new))
            if self._take(item, articles and bool(item.link)):
                self.after = self.after.with_seen([item.id])
            else:
                kept = False
        return kept

    def _take(self, item: Item, article: bool) -> bool:
        """Read one item; whether it is done with."""
        for received in self._forms(item, article):
            try:
                self.visit.read.append(take(self._ledger, self._sure(received, item)))
            except (FetchError, DocumentError) as error:
                self.visit.failed.append(error)
                if isinstance(error, DocumentError) and error.code == _AGAIN:
                    return False
            else:
                return True
        return True

    def _sure(self, received: Callable[[], Received], item: Item) -> Received:
        """What was received; what nobody foresaw as an error that names the item."""
        try:
            return received()
        except FoedusError:
            raise
        except Exception as error:
            raise our_mistake(item.link or item.id, error) from error

    def _forms(self, item: Item, article: bool) -> Iterator[Callable[[], Received]]:
        """Where the text of an item can be had from, the fullest first."""
        if article:
            yield lambda: self._page(item)
        if item.title or item.text or not article:
            yield lambda: received_item(item, self.visit.feed)

    def _page(self, item: Item) -> Received:
        """The page that the item links to, through the same door."""
        host = item.link.split("/")[2].lower()
        if host in self._busy:
            raise FetchError(
                item.link, "status", "its host asked to be left alone", "it is not asked again"
            )
        self._means.pause(_PAUSE)
        try:
            page = self._means.door().get(item.link, PAGE_TYPES)
        except FetchError as error:
            if error.status in _BUSY:
                self._busy.add(host)
            raise
        return _with(receive(page.body or b"", name=item.link, url=item.link), item)


def received_item(item: Item, feed: str) -> Received:
    """The item's own words as a document: its title, a blank line, its text."""
    text = item.text if item.text.startswith(item.title) else f"{item.title}\n\n{item.text}"
    name = item.link or f"{feed} {item.id}"
    if name.lower().endswith(".pdf"):
        name += " (as the feed tells it)"  # by its name a PDF is known, and this is none
    raw = text.strip().encode("utf-8")
    return _with(receive(raw, name=name, url=item.link or None), item)


def _with(received: Received, item: Item) -> Received:
    """With what the feed says of it, where the page itself says nothing."""
    old = received.receipt
    day = item.published.date() if item.published else None
    by_page = old.published is not None and old.published_from == "metadata"
    receipt = replace(
        old,
        title=old.title or item.title or None,
        author=old.author or item.author,
        publisher=old.publisher or item.publisher,
        published=old.published if by_page or not day else day,
        published_from=old.published_from if by_page or not day else "metadata",
    )
    return replace(received, receipt=receipt)
