"""The seam to the network: what is asked of it, what it gives. Tests put their own behind it."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from foedus.read.fetch.target import Target


class Unreachable(Exception):  # noqa: N818 - a fact of the network; the door makes it a FetchError
    """A host has no address, refused the connection, or broke off; the message says which.

    `slow` where the time was up.
    """

    def __init__(self, problem: str, slow: bool = False) -> None:
        super().__init__(problem)
        self.slow = slow


@dataclass(frozen=True, slots=True)
class Request:
    """One question to one host: a GET of the target with these fields.

    `until` is when its time is up, on the clock of the door (`time.monotonic`).
    """

    target: Target
    fields: Mapping[str, str]
    until: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the fields (names in lower case), the body as it comes."""

    status: int
    fields: Mapping[str, str] = field(default_factory=dict)
    body: Iterator[bytes] = field(default_factory=lambda: iter(()))


class Transport(Protocol):
    """Names to addresses, and a request to exactly one address. Raises Unreachable, nothing else.

    It judges nothing: the door says which addresses may be asked.
    """

    def resolve(self, host: str, port: int, until: float) -> tuple[str, ...]:
        """Every address of the host, numeric. Asked once for each request."""

    def send(self, request: Request, address: str) -> AbstractContextManager[Answer]:
        """The answer of the host at this address; the connection is closed on leaving."""
