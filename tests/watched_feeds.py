"""Feeds written for the tests of watching, and a network that serves them."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from random import Random

from foedus.api import Means
from foedus.read.fetch import Answer, Door, Request
from tests.read.fetch.net import Net, answer

COURIER = "https://courier.example/feed"
TRIBUNE = "https://tribune.example/feed"
PACT = (
    "pact", "Russia and North Korea sign a treaty", "Russia and North Korea signed a Comprehensive "
    "Strategic Partnership Treaty in Pyongyang on Wednesday. President Vladimir Putin said that "
    "the treaty provides for mutual assistance in the event of aggression.",
)  # fmt: skip
AGAIN = (
    "again", "North Korea and Russia sign their treaty in Pyongyang", "In Pyongyang on Wednesday "
    "North Korea and Russia signed a Comprehensive Strategic Partnership Treaty, a spokesman for "
    "the foreign ministry told reporters after the ceremony.",
)  # fmt: skip
GUNS = (
    "guns", "France arms Armenia", "France sent Armenia 20 howitzers, the French defence ministry "
    "said on Wednesday.",
)  # fmt: skip


def rss(*items: tuple[str, str, str], title: str = "The Sample Courier") -> bytes:
    """A feed of these items: id, title, text."""
    told = "".join(
        f"<item><guid isPermaLink='false'>{id_}</guid><title>{head}</title>"
        f"<link>https://courier.example/{id_}</link><description>{text}</description>"
        "<pubDate>Wed, 19 Jun 2024 12:00:00 GMT</pubDate></item>"
        for id_, head, text in items
    )
    whole = f"<rss version='2.0'><channel><title>{title}</title>{told}</channel></rss>"
    return whole.encode("utf-8")


class Times:
    """A clock that the test sets, and how long was paused."""

    def __init__(self) -> None:
        self.now = datetime(2024, 6, 20, 8, tzinfo=UTC)
        self.paused: list[float] = []

    def on(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


def means(net: Net, times: Times | None = None) -> Means:
    """Watching over this network alone, with chance of one seed."""
    clock = times or Times()
    return Means(lambda: Door(net), lambda: clock.now, Random(1), clock.paused.append)


def nowhere() -> Door:
    """A door that nobody may go through."""
    raise AssertionError("the network was reached for")


def marked(body: bytes, etag: str) -> Callable[[Request], Answer]:
    """A feed that is not sent again to who has it."""

    def page(request: Request) -> Answer:
        known = request.fields.get("If-None-Match") == etag
        return answer(304 if known else 200, [body], {"etag": etag})

    return page


def refusing(status: int, fields: Mapping[str, str] | None = None) -> Callable[[Request], Answer]:
    """A page that answers with a status."""
    return lambda _: answer(status, fields=fields)
