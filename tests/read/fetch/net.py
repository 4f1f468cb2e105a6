"""A network of our own behind the one seam: names, addresses and answers, and what was asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from foedus.read.fetch import Answer, Request, Unreachable

PUBLIC = "198.41.0.4"
Page = Callable[[Request], Answer]


def answer(
    status: int = 200, body: Iterable[bytes] = (), fields: Mapping[str, str] | None = None
) -> Answer:
    """An answer, of a feed's type unless the fields say otherwise."""
    return Answer(status, {"content-type": "application/rss+xml", **(fields or {})}, iter(body))


class Net:
    """Pages by their address; `hosts` leads a name to its addresses, of which all are public
    unless given. `asked` has each request with the address that it went to, `resolved` each name.
    """

    def __init__(self, pages: Mapping[str, Page | bytes], **hosts: tuple[str, ...]) -> None:
        self.pages = dict(pages)
        self.hosts: dict[str, tuple[str, ...]] = dict(hosts)
        self.asked: list[tuple[Request, str]] = []
        self.resolved: list[str] = []

    def resolve(self, host: str, port: int, until: float) -> tuple[str, ...]:
        self.resolved.append(host)
        return self.hosts.get(host, (PUBLIC,))

    @contextmanager
    def send(self, request: Request, address: str) -> Iterator[Answer]:
        self.asked.append((request, address))
        page = self.pages.get(request.target.address)
        if page is None:
            raise Unreachable("the connection was refused")
        yield answer(body=[page]) if isinstance(page, bytes) else page(request)
